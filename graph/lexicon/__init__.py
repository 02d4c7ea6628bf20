"""What is known before reading: countries, agencies, outlets, companies, people, places, titles and offices, as RDF."""

from dragoman.graph.lexicon.entries import Entry, Lexicon, Office, Title
from dragoman.graph.lexicon.loading import lexicon_files, load_lexicon

__all__ = ["Entry", "Lexicon", "Office", "Title", "lexicon_files", "load_lexicon"]
