"""What questions are asked about: whoever and whatever a store tells of most often, so that every question has an answer."""

from __future__ import annotations

from typing import Any

from dragoman.graph.store import Store
from dragoman.queries.binding import bind
from dragoman.queries.names import find
from dragoman.queries.question import Parameter, Question

NAMED = ("entity", "country", "article")
MOST = "SELECT ?it {{ {} }} GROUP BY ?it ORDER BY DESC(COUNT(*)) ?it LIMIT 1"
SAID = {
    "other": "?m dgm:participant <{person}>, ?it FILTER(?it != <{person}>)",
    "product": "?d dgm:product ?it ; dgm:recipient ?to",
    "actor": "?d dgm:product <{product}> ; dgm:recipient ?it",
    "agency": "?t dgm:holder <{person}> ; dgm:agency ?it",
    "subject": "?m dgm:participant <{person}> ; dgm:topic ?it",
    "outlet": "?a dcterms:publisher ?it",
}
"""What is looked for where a parameter of this name is to be filled; everybody else is the person of most offices."""
PLAIN = {"article": "", "date": "2008", "until": "2019", "language": "en", "integer": "1", "status": "Signed"}


def most(store: Store, pattern: str) -> str:
    """Return what a pattern finds most often, the person of most offices where it finds nothing."""
    rows = list(store.query(MOST.format(pattern)))
    return str(rows[0]["it"].value) if rows else most(store, "?t dgm:holder ?it")


def words(store: Store, one: Question, everything: bool) -> dict[str, str]:
    """Return what a question is asked with: all that it takes, or only what it cannot do without."""
    known = {"person": most(store, "?t dgm:holder ?it"), "product": most(store, SAID["product"])}
    return {
        name: _word(store, name, parameter, known)
        for name, parameter in one.parameters.items()
        if parameter.required or everything
    }


def _word(store: Store, name: str, parameter: Parameter, known: dict[str, str]) -> str:
    if parameter.type == "article":
        return store.articles()[0]
    if parameter.type == "country":
        return "Russie" if name == "other" else "Maroc"
    if parameter.type == "entity":
        return most(store, SAID[name].format(**known)) if name in SAID else known["person"]
    return parameter.values[0] if parameter.values else PLAIN[parameter.type]


def terms(store: Store, one: Question, said: dict[str, str]) -> dict[str, Any]:
    """Return the terms that stand for the words with which a question is asked."""
    kinds = {name: one.parameters[name].type for name in said}
    named = {n: find(v, store.query, kinds[n]) if kinds[n] in NAMED else v for n, v in said.items()}
    return bind(one, named)[1]
