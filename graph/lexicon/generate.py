"""Writes the lexicon's Turtle files from the tables beside this file.

    python -m dragoman.graph.lexicon.generate graph/lexicon

Countries' names in four languages are CLDR's (through Babel, needed only here) and never typed; what CLDR does not have
(demonyms, capitals, forms before a hyphen, institutions, people, titles) is typed in the tables, which name their sources.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from dragoman.graph.iris import entity_iri
from dragoman.ontology.namespaces import PREFIXES

LANGUAGES = ("fr", "en", "ar", "ru")
OBSERVERS = frozenset({"VA", "PS"})
# only where several independent public data sets agree
WIKIDATA = {"MA": "Q1028", "RU": "Q159"}
# buildings by whose names a government goes
GOVERNMENT_SEATS = frozenset({"Kremlin", "White House", "Elysee", "Quai d'Orsay", "El Mouradia"})
CAPITAL_WIKIDATA = {"MA": "Q3551", "RU": "Q649"}


def table(name: str) -> Iterator[list[str]]:
    """Yield the rows of a tab-separated table beside this file, comments left out."""
    for line in files("dragoman.graph.lexicon").joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def feminine(masculine: str) -> str:
    """Return the feminine singular of a French demonym by its ending.

    >>> [feminine(w) for w in ("marocain", "russe", "algérien", "chinois", "bahreïni")]
    ['marocaine', 'russe', 'algérienne', 'chinoise', 'bahreïnie']
    """
    if masculine.endswith("e"):
        return masculine
    return masculine + ("ne" if masculine.endswith(("ien", "éen", "yen")) else "e")


def plural(singular: str) -> str:
    """Return the plural of a French adjective: an s unless one stands there.

    >>> plural("russe"), plural("français")
    ('russes', 'français')
    """
    return singular if singular.endswith(("s", "x")) else singular + "s"


def literal(text: str, language: str) -> str:
    """Return a Turtle literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"@{language}'


def prefixes() -> Iterator[str]:
    """Yield the prefix declarations that every file begins with."""
    for prefix in ("dcterms", "dgm", "org", "rdfs", "skos", "wd"):
        yield f"@prefix {prefix}: <{PREFIXES[prefix]}> ."
    yield ""


def country_iri(code: str) -> str:
    """Return the IRI of the country with an ISO 3166 code."""
    from babel import Locale

    return entity_iri("Country", Locale.parse("en").territories[code])


def countries() -> Iterator[str]:
    """Yield the lines of `countries.ttl`."""
    from babel import Locale

    names = {language: Locale.parse(language).territories for language in LANGUAGES}
    more = {code: rest for code, *rest in table("names.tsv")}
    un = entity_iri("Organization", "United Nations")
    for code, masculine, other, capital_fr, capital_en, combining, polity in table("countries.tsv"):
        iri = entity_iri("Country", names["en"][code])
        yield f"<{iri}> a dgm:Country ;"
        yield f'    dcterms:identifier "{code}" ;'
        if code not in OBSERVERS:
            yield f"    org:memberOf <{un}> ;"
        yield f"    rdfs:label {', '.join(literal(names[lang][code], lang) for lang in LANGUAGES)} ;"
        further = sorted(
            {tuple(name.rsplit("@", 1)) for name in more.get(code, [])}
            - {(names[lang][code], lang) for lang in LANGUAGES}
        )
        if further:
            yield f"    skos:altLabel {', '.join(literal(*name) for name in further)} ;"
        fem = other or feminine(masculine)
        forms = sorted({masculine, fem, plural(masculine), plural(fem)})
        yield f"    dgm:demonym {', '.join(literal(f, 'fr') for f in forms)} ;"
        if combining:
            yield f"    dgm:combiningForm {literal(combining, 'fr')} ;"
        if polity:
            yield f"    dgm:polity {literal(polity, 'fr')} ;"
        if code in WIKIDATA:
            yield f"    skos:exactMatch wd:{WIKIDATA[code]} ;"
        capital = entity_iri("Place", capital_en) if capital_en else None
        if capital:
            yield f"    dgm:capital <{capital}> ;"
        yield f"    dcterms:source {literal('Unicode CLDR; UN member states', 'en')} ."
        if capital:
            yield f"<{capital}> a dgm:Place ;"
            yield f"    rdfs:label {literal(capital_fr, 'fr')}, {literal(capital_en, 'en')} ;"
            if code in CAPITAL_WIKIDATA:
                yield f"    skos:exactMatch wd:{CAPITAL_WIKIDATA[code]} ;"
            yield f"    dgm:country <{iri}> ; dgm:standsFor <{iri}> ."
        yield ""


def titles() -> Iterator[str]:
    """Yield the lines of `titles.ttl`."""
    for label, further, plurals, scope, address in table("titles.tsv"):
        yield f"<{entity_iri('Title', label)}> a dgm:Title ;"
        yield f"    rdfs:label {literal(label, 'fr')} ;"
        if further:
            yield f"    skos:altLabel {', '.join(literal(f, 'fr') for f in further.split('|'))} ;"
        if plurals:
            yield f"    dgm:pluralForm {', '.join(literal(f, 'fr') for f in plurals.split('|'))} ;"
        if address:
            yield "    dgm:epithet true ;"
        yield f'    dgm:scope "{scope}" .'


def entities() -> Iterator[str]:
    """Yield the lines of `entities.ttl`."""
    for kind, name, french, english, others, country, wikidata in table("entities.tsv"):
        yield f"<{entity_iri(kind, name)}> a dgm:{kind} ;"
        yield f"    rdfs:label {literal(french, 'fr')}, {literal(english, 'en')} ;"
        tagged = [(o.rsplit("@", 1) if "@" in o else [o, "fr"]) for o in filter(None, others.split("|"))]
        if tagged:
            yield f"    skos:altLabel {', '.join(literal(text, tag) for text, tag in tagged)} ;"
        if wikidata:
            yield f"    skos:exactMatch wd:{wikidata} ;"
        if country:
            yield f"    dgm:country <{country_iri(country)}> ;"
            if name in GOVERNMENT_SEATS:
                yield f"    dgm:standsFor <{country_iri(country)}> ;"
        yield '    dcterms:source "public knowledge, typed by the project"@en .'


FILES = {"countries.ttl": countries, "entities.ttl": entities, "titles.ttl": titles}


if __name__ == "__main__":
    for name, lines in FILES.items():
        content = "\n".join([*prefixes(), *lines()]) + "\n"
        Path(sys.argv[1], name).write_text(content, encoding="utf-8")
