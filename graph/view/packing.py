"""Writes the page's data in few bytes: tables by columns, what repeats once; `graph.js` makes the same of it again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

TABLES: Final = ("nodes", "edges", "happenings", "statements", "articles")
FOLLOWING: Final = {"nodes": ("id",), "edges": ("id",), "happenings": ("sentence",), "statements": ("quotes", "values")}
"""Columns that stand elsewhere, or follow from the rest."""


def packed(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the page's data with each of `TABLES` as columns.

    A column is `{"all": [...]}`, one value a row; `{"same": value}`, where all rows have it; `{"of": [...], "at":
    [...]}`, the different values and which of them each row has; or `{"begin": text, "all": [...]}`, the ends of texts
    that begin alike. Values of statements stand by property. Places of rows, sentences of happenings and the properties of mentions follow from the rest.
    """
    tables = {name: _columns(data[name], without=FOLLOWING.get(name, ())) for name in TABLES}
    quotes, quoted = _quotes(data["statements"])
    tables["statements"]["columns"]["quotes"] = _column(quoted)
    return {**data, **tables, "quotes": _columns(quotes), "values": _values(data["statements"])}


def _values(statements: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, list[Any]]]:
    """Return for each property which statements have it, and what they have: asked for by whoever keeps the data alone."""
    found: dict[str, dict[str, list[Any]]] = {}
    for place, one in enumerate(statements):
        for held in one["values"]:
            column = found.setdefault(held["property"], {"at": [], "all": []})
            column["at"].append(place)
            column["all"].append(held["values"])
    return dict(sorted(found.items()))


def _quotes(statements: Sequence[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], list[list[Any]]]:
    """Return each quotation once, and for each statement which it has, with the properties that its mentions fill."""
    places: dict[Any, int] = {}
    quotes: list[dict[str, Any]] = []
    quoted: list[list[Any]] = []
    for one in statements:
        mine = []
        for quote in one["quotes"]:
            key = (one["article"], quote["begin"], quote["words"])
            if key not in places:
                places[key] = len(quotes)
                marks = [mark[:3] for mark in quote["marks"]]
                quotes.append({"words": quote["words"], "begin": quote["begin"], "marks": marks})
            filling = [[i, *mark[3]] for i, mark in enumerate(quote["marks"]) if mark[3]]
            mine.append([places[key], *filling])
        quoted.append(mine)
    return quotes, quoted


def _columns(rows: Sequence[Mapping[str, Any]], without: Collection[str] = ()) -> dict[str, Any]:
    names = sorted({name for row in rows for name in row}.difference(without))
    return {"rows": len(rows), "columns": {name: _column([row.get(name) for row in rows]) for name in names}}


def _column(values: list[Any]) -> dict[str, Any]:
    if all(isinstance(value, int) and not isinstance(value, bool) for value in values):
        return {"same": values[0]} if values and values.count(values[0]) == len(values) > 1 else {"all": values}
    if any(isinstance(value, list) for value in values):
        return {"all": values}
    places: dict[str, int] = {}
    different: list[Any] = []
    at = []
    for value in values:
        key = repr(value)
        if key not in places:
            places[key] = len(different)
            different.append(value)
        at.append(places[key])
    if len(different) == 1 and len(values) > 1:
        return {"same": different[0]}
    if 2 * len(different) < len(values):
        return {"of": different, "at": at}
    if all(isinstance(value, str) for value in values):
        begin = _common(min(values), max(values))
        if len(begin) > 1:
            return {"begin": begin, "all": [value[len(begin) :] for value in values]}
    return {"all": values}


def _common(one: str, other: str) -> str:
    """Return how both begin.

    >>> _common("https://a", "https://b")
    'https://'
    """
    length = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:length]
