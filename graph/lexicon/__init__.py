"""What is known before reading: countries, agencies, outlets, companies, people, places, titles and offices, as RDF."""

from dragoman.graph.lexicon.loading import lexicon_files, load_lexicon
from dragoman.graph.lexicon.entries import Entry, Lexicon, Office, Title

__all__ = ["Entry", "Lexicon", "Office", "Title", "lexicon_files", "load_lexicon"]
