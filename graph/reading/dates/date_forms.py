"""Loads the date expressions of a language (`fr/dates.yaml`) as regular expressions over folded words.

The way of HeidelTime (Strötgen & Gertz 2010): what is written is data, one rule for each way of normalising it. The named
pieces of a form are put together here from the language's months, weekdays and numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from dragoman.graph.iris import fold
from dragoman.graph.reading.dates.date_needs import DIGIT, needs
from dragoman.graph.reading.dates.date_values import RULES
from dragoman.graph.reading.language import resource, words
from dragoman.ontology.errors import LexiconError


@dataclass(frozen=True)
class Form:
    """One way of writing a date, the rule that gives it a value, and what a sentence must hold for it to stand there."""

    rule: str
    pattern: re.Pattern[str]
    pieces: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class DateForms:
    """What a language's file says of dates."""

    forms: tuple[Form, ...]
    trigger: re.Pattern[str]
    parts: dict[str, re.Pattern[str]]
    planned: frozenset[str]
    scheduled: frozenset[str]
    arranging: frozenset[str]

    def forms_for(self, text: str) -> list[tuple[int, Form]]:
        """Return the forms that may stand in a sentence's folded words, each with its rank."""
        present = {part for part, pattern in self.parts.items() if pattern.search(text)}
        return [
            (rank, form)
            for rank, form in enumerate(self.forms)
            if form.pieces <= present and all(word in text for word in form.words)
        ]


@lru_cache(maxsize=8)
def date_forms(language: str) -> DateForms:
    """Return the date expressions of a language.

    Raises:
        LexiconError: the file is malformed; the sentence names file, line and reason.
    """
    return parse(resource(language, "dates.yaml"), f"{language}/dates.yaml", language)


def parse(text: str, name: str, language: str) -> DateForms:
    """Return the date expressions that a file's text declares.

    Raises:
        LexiconError: the text is no YAML, a rule is unknown, or a form is no regular expression.
    """
    try:
        raw: dict[str, Any] = yaml.safe_load(text)
        node = yaml.compose(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise LexiconError(f"{name}, line {mark.line + 1 if mark else 1}: this is no valid YAML.") from error
    if node is None or not isinstance(raw, dict) or {"leads", "planned", "scheduled", "arranging", "forms"} - set(raw):
        raise LexiconError(f"{name}, line 1: a date file has the keys leads, planned, scheduled, arranging and forms.")
    lines = [n.start_mark.line + 1 for key, value in node.value if key.value == "forms" for n in value.value]
    pieces = _pieces(language, raw["leads"])
    found: list[Form] = []
    for line, item in zip(lines, raw["forms"], strict=True):
        if not isinstance(item, dict) or item.get("rule") not in RULES or not item.get("forms"):
            raise LexiconError(
                f"{name}, line {line}: an entry has forms and one of the rules {', '.join(sorted(RULES))}."
            )
        for form in item["forms"]:
            try:
                pattern = re.compile(rf"(?<!\S)(?:{_filled(form, pieces)})(?!\S)")
                found.append(Form(item["rule"], pattern, *needs(form)))
            except (re.error, KeyError) as error:
                raise LexiconError(f"{name}, line {line}: «{form}» is no form: {error}.") from error
    trigger = re.compile(
        rf"\d|(?<!\S)(?:{pieces['weekdays']}|{pieces['months']}|hier|jour|jours|journee|matinee|soiree|apres midi|jour la|veille|lendemain|semaine|mois|an|ans|"
        r"annee|demain|week|printemps|ete|automne|hiver|matin|soir|midi)(?!\S)|hui|demain|hier|meme|mi "
    )
    return DateForms(
        tuple(found),
        trigger,
        {
            DIGIT: re.compile(r"\d"),
            "month": re.compile(pieces["months"]),
            "weekday": re.compile(pieces["weekdays"]),
        },
        frozenset(map(fold, raw["planned"])),
        frozenset(map(fold, raw["scheduled"])),
        frozenset(map(fold, raw["arranging"])),
    )


def _pieces(language: str, leads: dict[str, list[str]]) -> dict[str, str]:
    known = words(language)
    bounds = "|".join(
        f"(?P<{bound}>{'|'.join(sorted(forms, key=lambda f: -len(f)))})" for bound, forms in sorted(leads.items())
    )
    return {
        "weekdays": "|".join(known.weekdays),
        "months": "|".join(known.months),
        "days": r"1er|0?[1-9]|[12]\d|3[01]",
        "years": r"(?:1[89]|20)\d\d",
        "numbers": r"\d{1,3}|" + "|".join(sorted(known.numbers, key=lambda n: -len(n))),
        "from": f"(?:(?:{bounds}) )",
    }


def _filled(form: str, pieces: dict[str, str]) -> str:
    """Put a form's named pieces in: « {day} {month} » becomes a group for each."""

    def piece(match: re.Match[str]) -> str:
        name = match[1]
        if name == "w":
            return f"(?:{pieces['weekdays']})"
        if name == "from":
            return pieces["from"]
        return f"(?P<{name}>{pieces[name.rstrip('2') + 's']})"

    return re.sub(r"\{([a-z]+2?)\}", piece, form)
