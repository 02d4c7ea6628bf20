"""The reader's components as spaCy factories, in the order in which they run."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.graph.reading.captions import captions
from dragoman.graph.reading.sentences import sentences

__all__ = ["captions", "set_sentences"]


@Language.component("dragoman_sentences")
def set_sentences(doc: Doc) -> Doc:
    """Set our sentence boundaries before any other component looks for some."""
    starts = [s.begin for s in sentences(doc.text)]
    wanted = iter(starts)
    following = next(wanted, None)
    for token in doc:
        begins = False
        while following is not None and token.idx + len(token.text) > following and not token.is_space:
            begins = True
            following = next(wanted, None)
        token.is_sent_start = begins or token.i == 0
    return doc
