"""Writes an answer's rows as TSV, byte for byte as the engine does, without a detour through JSON for every cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final

from pyoxigraph import Literal, QueryResultsFormat, Triple, parse_query_results

from dragoman.ontology.namespaces import PREFIXES

_XSD: Final = PREFIXES["xsd"]
_WORDS: Final = frozenset((_XSD + "string", _XSD + "date", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"))
_INTEGER: Final = _XSD + "integer"
_DIGITS: Final = re.compile(r"[+-]?[0-9]+")
_ODD: Final = re.compile(r"\\[^tnr\"\\]")
"""An escape of N-Triples that TSV does not know."""


class Unwritable(Exception):
    """A term that TSV writes otherwise than N-Triples."""


def tsv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    r"""Return a table as TSV.

    >>> tsv(["n", "what"], [(None, Literal("pêche", language="fr"))])
    b'?n\t?what\n\t"p\xc3\xaache"@fr\n'

    Raises:
        Unwritable: a term is one that must be left to the engine's own serialiser.
    """
    lines = ["\t".join(f"?{name}" for name in columns)]
    lines += ["\t".join(map(_cell, row)) for row in rows]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _cell(term: Any) -> str:
    if term is None:
        return ""
    written = str(term)
    if isinstance(term, Literal):
        if term.datatype.value not in _WORDS:
            whole = term.datatype.value == _INTEGER and _DIGITS.fullmatch(term.value)
            return term.value if whole else _number(term)
        if "\\" in written and _ODD.search(written.replace("\\\\", "")):
            raise Unwritable
    elif isinstance(term, Triple):
        raise Unwritable
    return written


@lru_cache(maxsize=4096)
def _number(term: Literal) -> str:
    """Return a literal of another datatype as the engine writes it: numbers and truth values go without quotes."""
    from json import dumps

    value = {"type": "literal", "value": term.value, "datatype": term.datatype.value}
    table = dumps({"head": {"vars": ["n"]}, "results": {"bindings": [{"n": value}]}})
    parsed: Any = parse_query_results(table, format=QueryResultsFormat.JSON)
    written: bytes = parsed.serialize(format=QueryResultsFormat.TSV)
    return written.decode("utf-8").partition("\n")[2].removesuffix("\n")
