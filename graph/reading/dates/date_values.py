"""Gives a date expression its value: the rules that `fr/dates.yaml` names, one function each."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.graph.reading.dates.days import FUTURE, PAST, When, day_value, month_value, nearest_year, weekday
from dragoman.graph.reading.language import Words

Value = tuple[str | None, str | None]
_NONE: Value = (None, None)
_SEASONS = {"printemps": 4, "ete": 7, "automne": 10, "hiver": 1}


@dataclass(frozen=True)
class Context:
    """What surrounds a date: the day of publication, the clause's tense, a year stated before, a heading, the day named last."""

    published: date | None
    tense: str
    year: int | None = None
    heading: When | None = None
    anchor: When | None = None


@dataclass(frozen=True)
class Expression:
    """A date expression as it was matched: its named pieces, the language's words and its surroundings."""

    groups: dict[str, str | None]
    words: Words
    context: Context

    def piece(self, name: str) -> str:
        """Return a named piece, "" where the expression lacks it."""
        return self.groups.get(name) or ""

    def day(self, name: str = "day") -> int:
        """Return the number of a day of the month."""
        text = self.piece(name)
        return 1 if text == "1er" else int(text)

    def month(self, name: str = "month") -> int:
        """Return the number of the month that a piece names."""
        return self.words.months[self.piece(name)]

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self.context.published

    @property
    def tense(self) -> str:
        """Past, present or future: as « dernier » or « prochain » say, else as the clause has it."""
        return PAST if self.piece("last") else FUTURE if self.piece("next") else self.context.tense

    @property
    def number(self) -> int:
        """The number that the expression states."""
        text = self.piece("number")
        return int(text) if text.isdigit() else self.words.numbers[text]

    @property
    def step(self) -> int:
        """The signed number that the name of the piece holds which was met: « minus1 », « plus2 »."""
        for name, value in self.groups.items():
            if value and name.startswith(("plus", "minus")):
                return int(name[-1]) * (-1 if name.startswith("minus") else 1)
        return 0

    def year(self, name: str, month: int, day: int | None) -> int | None:
        """Return the year: as stated, as named before, else of the nearest such day that the tense allows."""
        if self.piece(name):
            return int(self.piece(name))
        context = self.context
        if context.year and not (self.piece("last") or self.piece("next")):
            over = context.tense == FUTURE and self.published is not None and context.year < self.published.year
            if not over:
                return context.year
        return nearest_year(self.published, month, day, self.tense)


def value_of(rule: str, match: re.Match[str], words: Words, context: Context) -> Value:
    """Return the value and, for a range, the end of a date that was read by a rule; None where it cannot be known."""
    return RULES[rule](Expression(match.groupdict(), words, context))


def _numeric(x: Expression) -> Value:
    """« 05/04/2016 », « 2016-04-05 »."""
    month = int(x.piece("month_number"))
    return (day_value(int(x.piece("year")), month, x.day()) if 1 <= month <= 12 else None), None


def _range(x: Expression) -> Value:
    """« du 28 février au 2 mars 2018 », « les 4 et 5 avril », « du 4 au 6 » in the month that the text has named last."""
    first, last = x.day(), x.day("day2")
    if not x.piece("month2"):
        around = _month_around(x.context, last)
        if around is None or last <= first:
            return _NONE
        return day_value(*around, first), day_value(*around, last)
    month2 = x.month("month2")
    month = x.month() if x.piece("month") else month2
    end_year = x.year("year2", month2, last)
    if x.published and not x.piece("year2") and not x.context.year and x.tense == PAST:
        # « du 13 au 17 mai » may be under way: its first day tells the year
        first_year = nearest_year(x.published, month, first, PAST)
        end_year = first_year + (month > month2) if first_year else end_year
    year = int(x.piece("year")) if x.piece("year") else end_year - (month > month2) if end_year else None
    begin, end = day_value(year, month, first), day_value(end_year, month2, last)
    return (begin, end) if begin and end and begin < end else _NONE


def _single(x: Expression) -> Value:
    """« le mardi 5 avril 2016 », « le 16 mars », « mardi 14 », « le 11 »."""
    day = x.day()
    if not x.piece("month"):
        around = _month_around(x.context, day)
        return (day_value(*around, day) if around else None), None
    return day_value(x.year("year", x.month(), day), x.month(), day), None


def _month_around(context: Context, day: int) -> tuple[int, int] | None:
    """The year and month of a bare day: the heading's, else the last or next such day around publication."""
    heading = context.heading.value if context.heading else None
    if heading and len(heading) >= 7 and not heading.startswith("-"):
        return int(heading[:4]), int(heading[5:7])
    published = context.published
    if published is None:
        return None
    step = 0
    if context.tense == PAST and day > published.day:
        step = -1
    elif context.tense == FUTURE and day < published.day:
        step = 1
    value = month_value(published, step)
    return int(value[:4]), int(value[5:])


def _month(x: Expression) -> Value:
    """« en mars dernier », « fin janvier 2016 », « mi-octobre », « au cours du mois de mai », « en juin de l’an prochain »."""
    month = x.month()
    far = {"annee", "an"}
    if x.published and far & set(x.piece("last").split()):
        year: int | None = x.published.year - 1
    elif x.published and far & set(x.piece("next").split()):
        year = x.published.year + 1
    else:
        year = x.year("year", month, None)
    return (f"{year:04}-{month:02}" if year else None), None


def _months(x: Expression) -> Value:
    """« entre mars et mai 2016 »."""
    month, month2 = x.month(), x.month("month2")
    year2 = x.year("year2", month2, None)
    if year2 is None:
        return _NONE
    year = int(x.piece("year")) if x.piece("year") else year2 - (month > month2)
    return f"{year:04}-{month:02}", f"{year2:04}-{month2:02}"


def _weekday(x: Expression) -> Value:
    """« mardi », « ce vendredi », « jeudi dernier »."""
    value = weekday(x.published, x.words.weekdays[x.piece("weekday")], x.tense)
    if x.published and value == x.published.isoformat() and (x.piece("last") or x.piece("next")):
        value = (x.published + timedelta(days=-7 if x.piece("last") else 7)).isoformat()
    return value, None


def _weekdays(x: Expression) -> Value:
    """« lundi et mardi », « de lundi à mercredi »."""
    first, last = x.words.weekdays[x.piece("weekday")], x.words.weekdays[x.piece("weekday2")]
    days = timedelta(days=(last - first) % 7)
    edge = weekday(x.published, first if x.tense == FUTURE else last, x.tense)
    if edge is None:
        return _NONE
    begin = date.fromisoformat(edge) if x.tense == FUTURE else date.fromisoformat(edge) - days
    return begin.isoformat(), (begin + days).isoformat()


def _yesterday(x: Expression) -> Value:
    return (x.published + timedelta(days=x.step)).isoformat() if x.published else None, None


def _anchored(x: Expression) -> Value:
    """« la veille », « le même jour », « trois jours plus tard »: from the day named last, else from publication."""
    day = x.context.anchor
    anchor = date.fromisoformat(day.value) if day and day.value else None
    step = x.step
    if x.piece("number"):
        step = x.number * (7 if x.piece("unit").startswith("semaine") else 1) * (-1 if x.piece("before") else 1)
    elif anchor is None and step == -1:
        anchor = x.published
    return ((anchor + timedelta(days=step)).isoformat() if anchor else None), None


def _distance(x: Expression, sign: int) -> Value:
    """« il y a trois jours », « dans deux mois »: as exact as its unit."""
    if x.published is None:
        return _NONE
    number, unit = x.number * sign, x.piece("unit")
    if unit.startswith("jour"):
        return (x.published + timedelta(days=number)).isoformat(), None
    if unit.startswith("semaine"):
        return _NONE
    if unit.startswith("mois"):
        return month_value(x.published, number), None
    return f"{x.published.year + number:04}", None


def _week(x: Expression) -> Value:
    """« la semaine dernière »: Monday to Sunday."""
    if x.published is None:
        return _NONE
    monday = x.published + timedelta(days=7 * x.step - x.published.weekday())
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()


def _weekend(x: Expression) -> Value:
    """« ce week-end », « le week-end dernier »: Saturday and Sunday."""
    if x.published is None:
        return _NONE
    saturday = x.published + timedelta(days=5 - x.published.weekday())
    workday = x.published.weekday() < 5
    if x.step < 0 or (x.step == 0 and x.tense == PAST and workday):
        saturday -= timedelta(days=7)
    elif x.step > 0 and not workday:
        saturday += timedelta(days=7)
    return saturday.isoformat(), (saturday + timedelta(days=1)).isoformat()


def _relative_month(x: Expression) -> Value:
    return (month_value(x.published, x.step) if x.published else None), None


def _relative_year(x: Expression) -> Value:
    return (f"{x.published.year + x.step:04}" if x.published else None), None


def _season(x: Expression) -> Value:
    """« au printemps 2019 », « l’été dernier »: a season has no value of its own, its year has."""
    year = x.year("year", _SEASONS.get(x.piece("season"), 4), None)
    return (f"{year:04}" if year else None), None


def _plain_year(x: Expression) -> Value:
    return x.piece("year"), None


RULES: dict[str, Callable[[Expression], Value]] = {
    "iso": _numeric,
    "numeric": _numeric,
    "range": _range,
    "several": _range,
    "day": _single,
    "months": _months,
    "month": _month,
    "weekdays": _weekdays,
    "yesterday": _yesterday,
    "weekday": _weekday,
    "anchored": _anchored,
    "ago": lambda x: _distance(x, -1),
    "ahead": lambda x: _distance(x, 1),
    "week": _week,
    "weekend": _weekend,
    "relative_month": _relative_month,
    "relative_year": _relative_year,
    "season": _season,
    "year": _plain_year,
}
"""The rules by the names that a language's date file uses."""
