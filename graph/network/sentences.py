"""Says a statement as a sentence, and a happening's name in few words, in each language that `words.yaml` speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Final

from dragoman.graph.iris import fold
from dragoman.graph.network.rows import Thing
from dragoman.graph.network.statements import Statement
from dragoman.graph.network.words import country_form, dated, listed, name_form, words
from dragoman.ontology.languages import LANGUAGES

Things = Mapping[str, Thing]
_SLOT: Final = re.compile(r"\{(\w+)(?::(\w+))?\}")
_UNTAMED: Final = re.compile("[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")
LONGEST: Final = 160  # characters of a name within a sentence
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_MARKS: Final = str.maketrans("", "", "\u2068\u2069")
_NUMBER: Final = re.compile(r"\[([^|\]]*)\|([^|\]]*)\]")


def named(labels: Mapping[str, str], lang: str) -> str:
    """Return a label in `lang`, else in French, else in English, else in any language.

    >>> named({"en": "Russia", "ru": "Россия"}, "fr")
    'Russia'
    """
    for code in (lang, "fr", "en"):
        if code in labels:
            return labels[code]
    return next(iter(labels.values()), "")


def sentence(statement: Statement, things: Things, lang: str) -> str:
    """Return what `statement` says, in `lang`, with place and date in brackets."""
    line = _filled("sentences", statement, things, lang)
    said = set(_SLOT.findall(line[0])) if line else set()
    shown = {name for name, _ in said}
    text = line[1] if line else named(kind_words(statement.kind), lang)
    details = [_slot(statement, name, "", things, lang) for name in words()["details"] if name not in shown]
    inside = words()["grammar"][lang]["comma"].join(
        dict.fromkeys(part for part in details if part and part not in text)
    )
    return _begun(f"{text} ({inside})" if inside else text)


def sentences(statement: Statement, things: Things) -> dict[str, str]:
    """Return `sentence` in each language."""
    return {lang: sentence(statement, things, lang) for lang in LANGUAGES}


def short_names(statement: Statement, things: Things) -> dict[str, str]:
    """Return the happening's name in few words, in each language: what the picture writes beside its node."""
    found = {}
    for lang in LANGUAGES:
        line = _filled("nodes", statement, things, lang)
        found[lang] = _begun((line[1] if line else statement.kind).translate(_MARKS))  # a name, and no sentence
    return found


def kind_words(kind: str) -> dict[str, str]:
    """Return the bare name of a kind of happening in each language, itself where it has none."""
    return {lang: words()["nodes"][lang].get(kind, [kind])[-1] for lang in LANGUAGES}


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _tame(name: str) -> str:
    """Return a name as it may stand within a sentence of ours: short, and turning nobody else's direction."""
    name = _UNTAMED.sub(" ", name)
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def _filled(part: str, statement: Statement, things: Things, lang: str) -> tuple[str, str] | None:
    known = words()[part][lang]
    for line in (*known.get(f"{statement.kind}.{statement.status}", ()), *known.get(statement.kind, ())):
        values = {match: _slot(statement, match[0], match[1], things, lang) for match in _SLOT.findall(line)}
        if all(values.values()):
            first = next((name for name, _ in values), "")
            several = len(statement.slots.get(first, ())) > 1
            agreed = _NUMBER.sub(r"\2" if several else r"\1", line)
            return line, _SLOT.sub(partial(_value, values), agreed)
    return None


def _value(values: Mapping[tuple[str, str], str], slot: re.Match[str]) -> str:
    return values[slot[1], slot[2] or ""]


def _slot(statement: Statement, name: str, form: str, things: Things, lang: str) -> str:
    if name == "date":
        return _date(statement, lang)
    held = statement.slots.get("altLabel" if name == "names" else name, ())
    if name == "names":
        return _tame(next(iter(held), ""))
    text = listed([_one(value, form, things, lang) for value in _ordered(held, things, lang)], lang)
    return text + _quantity(statement, lang) if name == "product" and text else text


def _ordered(values: Iterable[str], things: Things, lang: str) -> list[str]:
    return sorted(
        values, key=lambda value: (fold(named(things[value].labels, lang) if value in things else value), value)
    )


def _one(value: str, form: str, things: Things, lang: str) -> str:
    if value not in things:
        return _apart(_tame(value), lang)
    name = _tame(named(things[value].labels, lang))
    if form:
        name = (country_form if things[value].kind == "Country" else name_form)(name, form, lang)
    return _apart(name, lang)


def _apart(name: str, lang: str) -> str:
    """Return a name as it stands in a sentence that is written from right to left: one in another script by itself.

    Without the two invisible marks around it, commas, brackets and numbers beside it would change sides.
    """
    return f"\u2068{name}\u2069" if name and lang == "ar" and not _ARABIC.search(name) else name


def _date(statement: Statement, lang: str) -> str:
    begin, end = statement.first("startDate"), statement.first("endDate")
    if begin and end:
        return f"{dated(begin, lang)} – {dated(end, lang)}"
    return dated(statement.first("date") or begin or end, lang) or _tame(statement.first("dateText"))


def _quantity(statement: Statement, lang: str) -> str:
    least, most = statement.first("quantityMin"), statement.first("quantityMax")
    number = (
        words()["grammar"][lang]["range"].format(least, most) if least and most and least != most else least or most
    )
    price = " ".join(filter(None, (statement.first("amount"), statement.first("currency"))))
    inside = ", ".join(filter(None, (number, price)))
    return f" ({_tame(inside)})" if inside else ""
