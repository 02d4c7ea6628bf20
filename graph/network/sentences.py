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
LONGEST_NAME: Final = 60  # characters up to which the longer of two names of an agreement says more
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_MARKS: Final = str.maketrans("", "", "\u2068\u2069")
_BORROWED: Final = re.compile("\u2068[^\u2069]*\u2069")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
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


def unmarked(sentence: str) -> str:
    """Return a sentence without the marks that set words of another language apart, as a file or a terminal takes it."""
    return sentence.translate(_MARKS)


def short_names(statement: Statement, things: Things) -> dict[str, str]:
    """Return the happening's name in few words, by language: what the picture writes beside its node.

    A language of which it would hold no word is left out, so that whoever shows it sees that there is none.
    """
    found = {}
    for lang in LANGUAGES:
        text = _short(statement, things, lang)
        if not _borrowed(text, lang):
            found[lang] = unmarked(text)  # a name, and no sentence
    return found or {_language(statement): unmarked(_short(statement, things, "fr"))}


def _short(statement: Statement, things: Things, lang: str) -> str:
    line = _filled("nodes", statement, things, lang)
    return _begun(line[1] if line else statement.kind)


def _borrowed(text: str, lang: str) -> bool:
    """Return whether all words are another language's, which `_apart` has set apart."""
    own = _BORROWED.sub("", text)
    grammar = words()["grammar"][lang]
    joining = set(_LETTERS.findall(f"{grammar['and']} {grammar['range']}"))
    return own != text and not set(_LETTERS.findall(own)) - joining


def kind_words(kind: str) -> dict[str, str]:
    """Return the bare name of a kind of happening in each language, itself where it has none."""
    return {lang: words()["nodes"][lang].get(kind, [kind])[-1] for lang in LANGUAGES}


def _begun(text: str) -> str:
    at = 1 if text.startswith("\u2068") else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


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


def slot(statement: Statement, name: str, things: Things, lang: str) -> str:
    """Return in words what `statement` says of one slot, empty where it says nothing."""
    return _slot(statement, name, "", things, lang)


def _slot(statement: Statement, name: str, form: str, things: Things, lang: str) -> str:
    if name in ("date", "day"):
        return _date(statement, lang, text=name == "date")
    if name == "names":
        return _apart(_tame(_called(statement)), lang, foreign=_language(statement) != lang)
    held = statement.slots.get(name)
    if not held:
        return ""
    text = listed([_one(value, form, statement, things, lang) for value in _ordered(held, things, lang)], lang)
    return text + _quantity(statement, lang) if name == "product" and text else text


def _called(statement: Statement) -> str:
    """Return by what name the article calls it; of an agreement, one that says what kind of agreement on what."""
    names = statement.slots.get("altLabel", ())
    nouns = words()["grammar"].get(_language(statement), {}).get("agreements")
    if statement.kind != "Agreement" or nouns is None:
        return next(iter(names), "")
    full = [name for name in names if "," not in name and name.casefold().split()[0] in nouns and " " in name.strip()]
    return max(full, key=lambda name: (len(name) <= LONGEST_NAME, len(name), name), default="")


def _language(statement: Statement) -> str:
    return statement.source.language or "fr"


def _ordered(values: Iterable[str], things: Things, lang: str) -> list[str]:
    return sorted(
        values, key=lambda value: (fold(named(things[value].labels, lang) if value in things else value), value)
    )


def _one(value: str, form: str, statement: Statement, things: Things, lang: str) -> str:
    if value not in things:
        return _apart(_tame(value), lang, foreign=_language(statement) != lang)
    labels = things[value].labels
    name = _tame(named(labels, lang))
    if form:
        name = (country_form if things[value].kind == "Country" else name_form)(name, form, lang)
    return _apart(name, lang, foreign=lang not in labels)


def _apart(name: str, lang: str, *, foreign: bool) -> str:
    """Return a name as it stands in a sentence: one that is not in the sentence's language by itself.

    The two invisible marks around it keep commas, brackets and numbers beside it on their side where the sentence runs
    the other way, and let whoever shows the sentence show that these words are borrowed.
    """
    apart = foreign or (lang == "ar" and not _ARABIC.search(name))
    return f"\u2068{name}\u2069" if name and apart else name


def _date(statement: Statement, lang: str, *, text: bool) -> str:
    begin, end = statement.first("startDate"), statement.first("endDate")
    if begin and end:
        return f"{dated(begin, lang)} – {dated(end, lang)}"
    told = dated(statement.first("date") or begin or end, lang)
    if told or not text:
        return told
    return _apart(_tame(statement.first("dateText")), lang, foreign=_language(statement) != lang)


def _quantity(statement: Statement, lang: str) -> str:
    least, most = statement.first("quantityMin"), statement.first("quantityMax")
    number = (
        words()["grammar"][lang]["range"].format(least, most) if least and most and least != most else least or most
    )
    price = " ".join(filter(None, (statement.first("amount"), statement.first("currency"))))
    inside = ", ".join(filter(None, (number, price)))
    return f" ({_tame(inside)})" if inside else ""
