"""What a query answered, as data in the standard formats or as rows of words for a reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Final, TypeAlias

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse_query_results,
    serialize,
)

from dragoman.ontology.errors import QueryError
from dragoman.ontology.namespaces import PREFIXES, shortened

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
FORMATS: Final = ("csv", "tsv", "json", "xml", "md", "turtle")
_TABLES: Final = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}


@dataclass(frozen=True)
class Table:
    """The solutions of a SELECT query, all of them fetched.

    Attributes:
        columns: the names of the variables.
        rows: for each solution its terms, None where a variable is unbound.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


@dataclass(frozen=True)
class Graph:
    """The triples of a CONSTRUCT or DESCRIBE query, sorted, each once."""

    triples: tuple[Triple, ...]


Answer: TypeAlias = Table | Graph | bool


def collect(results: Any, leave_out: Iterable[str] = ()) -> Answer:
    """Return all that the engine found, without the columns named in `leave_out` (a question's parameters).

    >>> from pyoxigraph import Store
    >>> collect(Store().query("SELECT ?lang (1 AS ?n) {}"), leave_out=["lang"]).columns
    ('n',)
    """
    if isinstance(results, (QueryBoolean, bool)):
        return bool(results)
    variables = getattr(results, "variables", None)
    if variables is None:
        return Graph(tuple(sorted(set(results), key=str)))
    without = set(leave_out)
    kept = [n for n, variable in enumerate(variables) if variable.value not in without]
    if len(kept) == len(variables):
        rows = tuple(map(tuple, results))
    elif len(kept) > 1:
        rows = tuple(map(itemgetter(*kept), map(tuple, results)))
    else:
        rows = tuple(tuple(row[n] for n in kept) for row in results)
    return Table(tuple(variables[n].value for n in kept), rows)


def is_empty(answer: Answer) -> bool:
    """Return whether the answer is no: no row, no triple, or false."""
    if isinstance(answer, Table):
        return not answer.rows
    return not (answer.triples if isinstance(answer, Graph) else answer)


def serialise(answer: Answer, format_: str, lang: str | None = None) -> bytes:
    """Return an answer in one of `FORMATS`; those of the W3C are written by the engine's own serialisers.

    CSV holds every value as it was read, so a headline that begins with `=` or `@` is a formula to a spreadsheet:
    import the file there as text. TSV and JSON say what each value is and have no such trap.

    Args:
        answer: what the engine found.
        format_: one of `FORMATS`.
        lang: for md, which is for reading: names that are not in this language say in which they are.

    Raises:
        QueryError: the format is unknown, or cannot hold this kind of answer.
    """
    if format_ not in FORMATS:
        raise QueryError(f"there is no format “{format_}”; there are {', '.join(FORMATS)}")
    if isinstance(answer, Graph):
        if format_ != "turtle":
            raise QueryError(f"a graph cannot be written as {format_}; CONSTRUCT and DESCRIBE answer in turtle")
        return serialize(answer.triples, format=RdfFormat.TURTLE, prefixes=_used(answer)) or b""
    if format_ == "turtle":
        raise QueryError("a table cannot be written as turtle; give csv, tsv, json, xml or md, or ask with CONSTRUCT")
    if format_ == "md":
        return _markdown(answer, lang)
    if isinstance(answer, Table) and answer.columns and format_ == "tsv":
        from dragoman.queries.tsv import Unwritable, tsv

        with suppress(Unwritable):
            return tsv(answer.columns, answer.rows)
    import json

    if isinstance(answer, bool):
        if format_ in ("csv", "tsv"):
            return b"true\n" if answer else b"false\n"
        document: dict[str, Any] = {"head": {}, "boolean": answer}
    else:
        rows = [{c: _json(t) for c, t in zip(answer.columns, row, strict=True) if t is not None} for row in answer.rows]
        document = {"head": {"vars": list(answer.columns)}, "results": {"bindings": rows}}
    written = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    if format_ == "json":
        return written.encode("utf-8") + b"\n"
    parsed = parse_query_results(written, format=QueryResultsFormat.JSON)
    data = parsed.serialize(format=_TABLES[format_]) or b""
    return data if data.endswith(b"\n") else data + b"\n"


def lines(
    answer: Answer, lang: str = "fr", leave_out: Iterable[str] = ()
) -> tuple[tuple[str, ...], list[tuple[str | None, ...]]]:
    """Return an answer as headings and rows of words, for reading.

    Columns in `leave_out` (a question's details) go, and so do those with nothing in them. IRIs are shortened where a
    prefix is known. A name that is not in `lang` says in which language it is. Whatever a row repeats of the one above
    it, from the left, is left blank: one fact with two sentences is one fact. What is unknown is None, so that it is not
    taken for what stands above.
    """
    if isinstance(answer, bool):
        return ("answer",), [("true" if answer else "false",)]
    if isinstance(answer, Graph):
        return ("subject", "predicate", "object"), [
            (display(t.subject, lang), display(t.predicate, lang), display(t.object, lang)) for t in answer.triples
        ]
    without = set(leave_out)
    kept = [
        index
        for index, column in enumerate(answer.columns)
        if column not in without and (not answer.rows or any(row[index] is not None for row in answer.rows))
    ]
    headings = tuple(answer.columns[index] for index in kept)
    shown: list[tuple[str | None, ...]] = []
    above: tuple[Term | None, ...] | None = None
    for row in answer.rows:
        words: list[str | None] = []
        same = above is not None
        for index in kept:
            same = same and above is not None and above[index] == row[index]
            term = row[index]
            words.append("" if same else None if term is None else display(term, lang))
        if not same or not kept:
            shown.append(tuple(words))
        above = row
    return headings, shown


def text(term: Term | None) -> str:
    """Return a term's own text, nothing for nothing.

    >>> text(Literal("Россия", language="ru")), text(None)
    ('Россия', '')
    """
    return "" if term is None else str(term) if isinstance(term, Triple) else term.value


def display(term: Term | None, lang: str | None = None) -> str:
    """Return a term as words: a text without quotes, an IRI shortened, nothing for nothing.

    A text in another language than `lang`, where that is given, says in which.

    >>> display(Literal("Россия", language="ru"), "fr"), display(NamedNode(PREFIXES["dgm"] + "Deal"))
    ('Россия (ru)', 'dgm:Deal')
    """
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return shortened(term.value)
    if isinstance(term, Literal):
        foreign = lang is not None and term.language not in (None, lang)
        return f"{term.value} ({term.language})" if foreign else term.value
    return str(term)


def _markdown(answer: Table | bool, lang: str | None) -> bytes:
    columns, rows = lines(answer)
    if isinstance(answer, Table):
        columns, rows = answer.columns, [tuple(display(term, lang) for term in row) for row in answer.rows]
    written = [_row(columns), _row(["---"] * len(columns)), *(_row(row) for row in rows)]
    return ("\n".join(written) + "\n").encode("utf-8")


def _row(cells: Iterable[str | None]) -> str:
    # a cell is one line, and what Markdown or HTML would take for its own is only text here
    marks = {"\\": "\\\\", "|": "\\|", "<": "&lt;", "&": "&amp;", "*": "\\*", "_": "\\_", "`": "\\`", "[": "\\["}
    escaped = (" ".join("".join(marks.get(c, c) for c in cell or "").split()) for cell in cells)
    return f"| {' | '.join(escaped)} |"


def _json(term: Term) -> Mapping[str, Any]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json(part) for name, part in parts.items()}}
    found = {"type": "literal", "value": term.value}
    if term.language is not None:
        found["xml:lang"] = term.language
    elif term.datatype.value != PREFIXES["xsd"] + "string":
        found["datatype"] = term.datatype.value
    return found


def _used(graph: Graph) -> dict[str, str]:
    written = {str(term) for triple in graph.triples for term in triple}
    return {prefix: base for prefix, base in PREFIXES.items() if any(base in text for text in written)}
