"""Checks that every quotation stands where it says: what shapes, which know no text, cannot.

The words of each passage and mention are found at their offsets in the article's text, its IRI says the same article and
offsets, and a mention lies inside its passage.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from dragoman.ontology.namespaces import expand

Facts: TypeAlias = Mapping[str, Mapping[str, Sequence[str]]]
"""The values of each node's properties, as strings."""
_TEXT, _WORDS, _AROUND = expand("nif:isString"), expand("nif:anchorOf"), expand("nif:superString")
_BEGIN, _END = expand("nif:beginIndex"), expand("nif:endIndex")
_MOVED: Final = (
    "Its words do not stand at its offsets in the article.",
    "Ses mots ne se trouvent pas à leur place dans l'article.",
)
_MISNAMED: Final = (
    "Its IRI does not say its article and its offsets.",
    "Son IRI ne dit pas son article et sa place.",
)
_OUTSIDE: Final = ("It does not lie inside its passage.", "Elle ne se trouve pas dans son passage.")


def misplaced(article: str, said: Facts) -> Iterator[tuple[str, str, str, str]]:
    """Yield each node whose words are not where it says, the property that says so, and the message in English and French.

    Args:
        article: the article's IRI.
        said: what its graph says.
    """
    text = next(iter(_values(said, article, _TEXT)), "")
    for node in said:
        words = _values(said, node, _WORDS)
        if not words:
            continue
        span = _span(said, node)
        if span is None or any(text[slice(*span)] != each for each in words):
            yield node, _WORDS, *_MOVED
        elif node != f"{article}#char={span[0]},{span[1]}":
            yield node, _BEGIN, *_MISNAMED
        for around in _values(said, node, _AROUND):
            outer = _span(said, around)
            if span is not None and outer is not None and not (outer[0] <= span[0] and span[1] <= outer[1]):
                yield node, _AROUND, *_OUTSIDE


def _span(said: Facts, node: str) -> tuple[int, int] | None:
    """Return the one begin and end that a node has, None where it has not, or where they are no offsets."""
    begins, ends = _values(said, node, _BEGIN), _values(said, node, _END)
    if len(begins) != 1 or len(ends) != 1 or not (begins[0].isdecimal() and ends[0].isdecimal()):
        return None
    begin, end = int(begins[0]), int(ends[0])
    return (begin, end) if begin < end else None


def _values(said: Facts, node: str, property_: str) -> Sequence[str]:
    return said.get(node, {}).get(property_, ())
