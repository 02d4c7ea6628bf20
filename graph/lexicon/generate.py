"""Writes the lexicon's Turtle files from the tables beside this file.

    python -m dragoman.graph.lexicon.generate graph/lexicon

Countries' names in four languages are CLDR's (through Babel, needed only here) and never typed; what CLDR does not have
(demonyms, capitals, forms before a hyphen, institutions, people, titles, offices) is typed in the tables, which name
their sources.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from dragoman.graph.iris import entity_iri
from dragoman.graph.lexicon.french import demonyms
from dragoman.graph.lexicon.tables import (
    country_iri,
    identifiers,
    listed,
    literal,
    literals,
    table,
    territories,
)
from dragoman.ontology.languages import LANGUAGES
from dragoman.ontology.namespaces import PREFIXES

OBSERVERS = frozenset({"VA", "PS"})
_DATATYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def prefixes() -> Iterator[str]:
    """Yield the prefix declarations that every file begins with."""
    for prefix in ("dcterms", "dgm", "org", "rdfs", "schema", "skos", "wd", "xsd"):
        yield f"@prefix {prefix}: <{PREFIXES[prefix]}> ."
    yield ""


def countries() -> Iterator[str]:
    """Yield the lines of `countries.ttl`: the UN's members and observers, and their capitals."""
    further = {row["code"]: listed(row["names"]) for row in table("names.tsv")}
    from_cldr, members, usage, compared = _sources("CLDR", "UN", "usage", "mledoze")
    united_nations = entity_iri("Organization", "United Nations")
    for row in table("countries.tsv"):
        code, iri = row["code"], country_iri(row["code"])
        labels = [literal(territories(language)[code], language) for language in LANGUAGES]
        names = [name for name in map(literal, further.get(code, [])) if name not in labels]
        yield f"<{iri}> a dgm:Country ;"
        yield f'    dcterms:identifier "{code}" ;'
        if code not in OBSERVERS:
            yield f"    org:memberOf <{united_nations}> ;"
        yield f"    rdfs:label {', '.join(labels)} ;"
        if names:
            yield f"    skos:altLabel {', '.join(sorted(names))} ;"
        yield f"    dgm:demonym {literals(*demonyms(row['demonyms']))} ;"
        for column, term in (("combining", "dgm:combiningForm"), ("polities", "dgm:polity")):
            if row[column]:
                yield f"    {term} {literals(*listed(row[column]))} ;"
        capital = entity_iri("Place", row["capital_en"]) if row["capital_en"] else None
        if capital:
            yield f"    dgm:capital <{capital}> ;"
        yield from _closed(iri, from_cldr, members, usage, compared)
        if capital:
            french, *others = listed(row["capital"])
            yield f"<{capital}> a dgm:Place ;"
            yield f"    rdfs:label {literal(french)}, {literal(row['capital_en'], 'en')} ;"
            if others:
                yield f"    skos:altLabel {literals(*others)} ;"
            yield f"    dgm:country <{iri}> ;"
            yield f"    dgm:standsFor <{iri}> ;"
            yield from _closed(capital, usage, compared)
        yield ""


def entities(name: str, kind: str) -> Iterator[str]:
    """Yield the lines of a file of entities of one kind, or of the kinds that the table's own column gives."""
    (usage,) = _sources("usage")
    for row in table(name):
        iri = entity_iri(row.get("kind", kind), row["id"])
        yield f"<{iri}> a dgm:{row.get('kind', kind)} ;"
        labels = [literal(row[language], language) for language in LANGUAGES if row.get(language)]
        yield f"    rdfs:label {', '.join(labels)} ;"
        if row["further"]:
            yield f"    skos:altLabel {literals(*listed(row['further']))} ;"
        if row.get("gender"):
            yield f'    schema:gender "{row["gender"]}" ;'
        for column, term in (("country", "dgm:country"), ("stands_for", "dgm:standsFor")):
            if row.get(column):
                yield f"    {term} <{country_iri(row[column])}> ;"
        if row.get("note"):
            yield f"    rdfs:comment {literal(row['note'], 'en')} ;"
        yield from _closed(iri, usage)


def titles() -> Iterator[str]:
    """Yield the lines of `titles.ttl`."""
    for row in table("titles.tsv"):
        yield f"<{entity_iri('Title', row['label'])}> a dgm:Title ;"
        yield f"    rdfs:label {literal(row['label'])} ;"
        for column, term in (("forms", "skos:altLabel"), ("plurals", "dgm:pluralForm")):
            if row[column]:
                yield f"    {term} {literals(*listed(row[column]))} ;"
        if row["epithet"]:
            yield "    dgm:epithet true ;"
        yield f'    dgm:scope "{row["scope"]}" .'


def offices() -> Iterator[str]:
    """Yield the lines of `offices.ttl`: who held an office from when to when, as far as a source says so."""
    names = {row["key"]: row["name"] for row in table("sources.tsv")}
    kinds = {row["id"]: row["kind"] for row in table("institutions.tsv")}
    for row in table("offices.tsv"):
        key = " ".join(filter(None, (row["holder"], row["title"], row["agency"], row["start"])))
        yield f"<{entity_iri('Office', key)}> a org:Membership ;"
        yield f"    org:member <{entity_iri('Person', row['holder'])}> ;"
        yield f"    org:role <{entity_iri('Title', row['title'])}> ;"
        if row["agency"]:
            yield f"    org:organization <{entity_iri(kinds[row['agency']], row['agency'])}> ;"
        yield f"    dgm:country <{country_iri(row['country'])}> ;"
        for column, term in (("start", "dgm:startDate"), ("end", "dgm:endDate")):
            if row[column]:
                yield f'    {term} "{row[column]}"^^{_DATATYPES[len(row[column])]} ;'
        yield f"    dcterms:source {literal(names[row['source']], 'en')} ."


def _sources(*keys: str) -> tuple[str, ...]:
    """Return what `sources.tsv` says of some keys."""
    names = {row["key"]: row["name"] for row in table("sources.tsv")}
    return tuple(names[key] for key in keys)


def _closed(iri: str, *sources: str) -> Iterator[str]:
    """Yield an entity's last lines: its sources and, where one is verified, its Wikidata identifier with what verifies it."""
    qid, evidence = identifiers().get(iri, ("", ""))
    if qid:
        yield f"    skos:exactMatch wd:{qid} ;"
    said = [literal(source, "en") for source in (*sources, evidence) if source]
    if said:
        yield f"    dcterms:source {', '.join(said)} ;"
    yield "."


FILES: dict[str, Callable[[], Iterator[str]]] = {
    "companies.ttl": partial(entities, "companies.tsv", "Company"),
    "countries.ttl": countries,
    "institutions.ttl": partial(entities, "institutions.tsv", "Agency"),
    "offices.ttl": offices,
    "outlets.ttl": partial(entities, "outlets.tsv", "Outlet"),
    "people.ttl": partial(entities, "people.tsv", "Person"),
    "places.ttl": partial(entities, "places.tsv", "Place"),
    "titles.ttl": titles,
}


def content(name: str) -> str:
    """Return what one of the `FILES` is to hold."""
    return "\n".join([*prefixes(), *FILES[name]()]) + "\n"


if __name__ == "__main__":
    for name in FILES:
        Path(sys.argv[1], name).write_text(content(name), encoding="utf-8")
