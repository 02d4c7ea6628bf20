"""What the reader knows of a language, from that language's folder of data files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.graph.iris import fold
from dragoman.graph.reading.deals.conjugation import conjugated
from dragoman.ontology.errors import ArticleError, LexiconError


@dataclass(frozen=True)
class Words:
    """The closed word lists of one language, folded; see `fr/words.yaml` for what each is."""

    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    collectives: dict[str, int]
    multipliers: dict[str, int]
    currencies: dict[str, str]
    containers: frozenset[str]
    measures: frozenset[str]
    institutions: frozenset[str]
    companies: frozenset[str]
    company_endings: frozenset[str]
    company_heads: frozenset[str]
    outlets: frozenset[str]
    honorifics: frozenset[str]
    buildings: frozenset[str]
    polities: frozenset[str]
    instruments: frozenset[str]
    instrument_kinds: frozenset[str]
    abbreviations: frozenset[str]
    numbered: frozenset[str]
    insertions: frozenset[str]
    forms: dict[str, str]


def resource(language: str, name: str) -> str:
    """Return the text of a language's data file.

    Raises:
        ArticleError: there is no reader for the language.
    """
    folder = files("dragoman.graph.reading").joinpath(language)
    if not folder.is_dir():
        raise ArticleError(
            f"No reader for the language '{language}' yet; articles can be read in: {', '.join(languages())}."
        )
    return folder.joinpath(name).read_text(encoding="utf-8")


def languages() -> tuple[str, ...]:
    """Return the languages that can be read, by their tags."""
    folders = files("dragoman.graph.reading").iterdir()
    return tuple(sorted(f.name for f in folders if f.is_dir() and f.joinpath("words.yaml").is_file()))


@lru_cache(maxsize=8)
def words(language: str) -> Words:
    """Return the word lists of a language.

    Raises:
        ArticleError: there is no reader for the language.
        LexiconError: the file lacks a list or has one too many.
    """
    raw: dict[str, Any] = yaml.safe_load(resource(language, "words.yaml"))
    ordinals = {name: {fold(w): i for i, w in enumerate(raw.pop(name), 1)} for name in ("months", "weekdays")}
    tables = {
        name: {fold(str(k)): v for k, v in raw.pop(name).items()}
        for name in ("numbers", "collectives", "multipliers", "currencies")
    }
    forms = {fold(form): fold(verb) for verb, listed in raw.pop("irregular").items() for form in listed}
    for verb in raw.pop("regular"):
        forms |= {fold(form): fold(verb) for form in conjugated(verb)}
    lists = {name: frozenset(fold(w) for w in value) for name, value in raw.items()}
    try:
        return Words(**ordinals, **tables, forms=forms, **lists)  # type: ignore[arg-type]
    except TypeError as error:
        raise LexiconError(
            f"words.yaml of '{language}' does not fit: {error}; see the French file for its lists."
        ) from error
