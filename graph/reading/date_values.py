"""Gives a date expression its value: the rules that `fr/dates.yaml` names, one function each."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.graph.reading.days import FUTURE, PAST, When, day_value, month_value, nearest_year, weekday
from dragoman.graph.reading.language import Words

Value = tuple[str | None, str | None]
_NONE: Value = (None, None)


@dataclass(frozen=True)
class Context:
    """What surrounds a date: the day of publication, the clause's tense, a year stated before, a heading, the day named last."""

    published: date | None
    tense: str
    year: int | None = None
    heading: When | None = None
    anchor: When | None = None


def value_of(rule: str, match: re.Match[str], words: Words, context: Context) -> Value:
    """Return the value and, for a range, the end of a date that was read by a rule; None where it cannot be known."""
    return _RULES[rule](match, match.groupdict(), words, context)


def _day(text: str) -> int:
    return 1 if text == "1er" else int(text)


def _tense(groups: dict[str, str | None], context: Context) -> str:
    return PAST if groups.get("last") else FUTURE if groups.get("next") else context.tense


def _year(groups: dict[str, str | None], name: str, month: int, day: int | None, context: Context) -> int | None:
    stated = groups.get(name)
    if stated:
        return int(stated)
    if context.year and not (groups.get("last") or groups.get("next")):
        return context.year
    return nearest_year(context.published, month, day, _tense(groups, context))


def _numeric(match: re.Match[str], groups: dict[str, str | None], words: Words, context: Context) -> Value:
    month = int(groups["month_number"] or 0)
    return (day_value(int(groups["year"] or 0), month, _day(groups["day"] or "0")) if 1 <= month <= 12 else None), None


def _range(match: re.Match[str], groups: dict[str, str | None], words: Words, context: Context) -> Value:
    """« du 28 février au 2 mars 2018 », « les 4 et 5 avril », « du 4 au 6 » in the month that the text has named last."""
    first, last = _day(groups["day"] or "0"), _day(groups["day2"] or "0")
    if not groups.get("month2"):
        around = _month_around(context, last)
        if around is None or last <= first:
            return _NONE
        return day_value(around[0], around[1], first), day_value(around[0], around[1], last)
    month2 = words.months[groups["month2"] or ""]
    month = words.months[groups["month"]] if groups.get("month") else month2
    end_year = _year(groups, "year2", month2, last, context)
    if context.published and not groups.get("year2") and not context.year and context.tense == PAST:
        # « du 13 au 17 mai » may be under way: its first day tells the year
        first_year = nearest_year(context.published, month, first, PAST)
        end_year = first_year + (month > month2) if first_year else end_year
    stated = groups.get("year")
    year = int(stated) if stated else end_year - 1 if end_year and month > month2 else end_year
    begin, end = day_value(year, month, first), day_value(end_year, month2, last)
    return (begin, end) if begin and end and begin < end else _NONE


def _single(match: re.Match[str], groups: dict[str, str | None], words: Words, context: Context) -> Value:
    """« le mardi 5 avril 2016 », « le 16 mars », « mardi 14 », « le 11 »."""
    day = _day(groups["day"] or "0")
    if not groups.get("month"):
        around = _month_around(context, day)
        return (day_value(*around, day) if around else None), None
    month = words.months[groups["month"] or ""]
    return day_value(_year(groups, "year", month, day, context), month, day), None


def _month_around(context: Context, day: int) -> tuple[int | None, int] | None:
    """The year and month of a bare day: the heading's, else the last or next such day around publication."""
    if context.heading and context.heading.value and len(context.heading.value) >= 7:
        return int(context.heading.value[:4]), int(context.heading.value[5:7])
    published = context.published
    if published is None:
        return None
    step = -1 if context.tense == PAST and day > published.day else 1 if context.tense == FUTURE and day < published.day else 0
    value = month_value(published, step)
    return int(value[:4]), int(value[5:])


def _month(match: re.Match[str], groups: dict[str, str | None], words: Words, context: Context) -> Value:
    """« en mars dernier », « fin janvier 2016 », « mi-octobre », « au cours du mois de mai »."""
    month = words.months[groups["month"] or ""]
    last = groups.get("last") or ""
    if "annee" in last or " an " in f" {last} ":
        year = context.published.year - 1 if context.published else None
    elif "annee" in (groups.get("next") or "") or " an " in f" {groups.get('next') or ''} ":
        year = context.published.year + 1 if context.published else None
    else:
        year = _year(groups, "year", month, None, context)
    return (f"{year:04}-{month:02}" if year else None), None


def _months(match: re.Match[str], groups: dict[str, str | None], words: Words, context: Context) -> Value:
    month, month2 = words.months[groups["month"] or ""], words.months[groups["month2"] or ""]
    year2 = _year(groups, "year2", month2, None, context)
    if year2 is None:
        return _NONE
    year = int(groups["year"] or 0) if groups.get("year") else year2 - (month > month2)
    return f"{year:04}-{month:02}", f"{year2:04}-{month2:02}"


def _weekday(match: re.Match[str], groups: dict[str, str | None], words: Words, context: Context) -> Value:
    """« mardi », « ce vendredi », « jeudi dernier »."""
    published = context.published
    value = weekday(published, words.weekdays[groups["weekday"] or ""], _tense(groups, context))
    if published and value == published.isoformat() and (groups.get("last") or groups.get("next")):
        value = (published + timedelta(days=-7 if groups.get("last") else 7)).isoformat()
    return value, None


def _weekdays(match: re.Match[str], groups: dict[str, str | None], words: Words, context: Context) -> Value:
    """« lundi et mardi », « de lundi à mercredi »."""
    if context.published is None:
        return _NONE
    tense = _tense(groups, context)
    first, last = words.weekdays[groups["weekday"] or ""], words.weekdays[groups["weekday2"] or ""]
    days = (last - first) % 7
    if tense == FUTURE:
        begin = date.fromisoformat(weekday(context.published, first, tense) or "")
    else:
        begin = date.fromisoformat(weekday(context.published, last, tense) or "") - timedelta(days=days)
    return begin.isoformat(), (begin + timedelta(days=days)).isoformat()


def _step(groups: dict[str, str | None]) -> int:
    """The signed number that the name of the group holds which was met: « minus1 », « plus2 »."""
    for name, value in groups.items():
        if value and (name.startswith(("plus", "minus"))):
            return int(name[-1]) * (-1 if name.startswith("minus") else 1)
    return 0


def _yesterday(match: re.Match[str], groups: dict[str, str | None], words: Words, context: Context) -> Value:
    return (context.published + timedelta(days=_step(groups))).isoformat() if context.published else None, None


def _anchored(match: re.Match[str], groups: dict[str, str | None], words: Words, context: Context) -> Value:
    """« la veille », « le même jour », « trois jours plus tard »: from the day named last, else from publication."""
    anchor = date.fromisoformat(context.anchor.value) if context.anchor and context.anchor.value else None
    step = _step(groups)
    if groups.get("number"):
        step = _number(groups, words) * (7 if (groups.get("unit") or "").startswith("semaine") else 1)
        step = -step if groups.get("before") else step
    elif anchor is None and step == -1:
        anchor = context.published
    return ((anchor + timedelta(days=step)).isoformat() if anchor else None), None


def _number(groups: dict[str, str | None], words: Words) -> int:
    text = groups.get("number") or "0"
    return int(text) if text.isdigit() else words.numbers[text]


def _distance(groups: dict[str, str | None], words: Words, context: Context, sign: int) -> Value:
    """« il y a trois jours », « dans deux mois »: as exact as its unit."""
    if context.published is None:
        return _NONE
    number, unit = _number(groups, words) * sign, groups.get("unit") or ""
    if unit.startswith("jour"):
        return (context.published + timedelta(days=number)).isoformat(), None
    if unit.startswith("semaine"):
        return _NONE
    if unit.startswith("mois"):
        return month_value(context.published, number), None
    return f"{context.published.year + number:04}", None


def _week(match: re.Match[str], groups: dict[str, str | None], words: Words, context: Context) -> Value:
    if context.published is None:
        return _NONE
    monday = context.published - timedelta(days=context.published.weekday()) + timedelta(days=7 * _step(groups))
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()


def _weekend(match: re.Match[str], groups: dict[str, str | None], words: Words, context: Context) -> Value:
    if context.published is None:
        return _NONE
    day, step = context.published, _step(groups)
    saturday = day - timedelta(days=day.weekday()) + timedelta(days=5)
    if step < 0 or (step == 0 and context.tense == PAST and day.weekday() < 5):
        saturday -= timedelta(days=7)
    elif step > 0 and day.weekday() >= 5:
        saturday += timedelta(days=7)
    return saturday.isoformat(), (saturday + timedelta(days=1)).isoformat()


def _relative_month(match: re.Match[str], groups: dict[str, str | None], words: Words, context: Context) -> Value:
    return (month_value(context.published, _step(groups)) if context.published else None), None


def _relative_year(match: re.Match[str], groups: dict[str, str | None], words: Words, context: Context) -> Value:
    return (f"{context.published.year + _step(groups):04}" if context.published else None), None


_SEASONS = {"printemps": 4, "ete": 7, "automne": 10, "hiver": 1}


def _season(match: re.Match[str], groups: dict[str, str | None], words: Words, context: Context) -> Value:
    """« au printemps 2019 », « l’été dernier »: a season has no value of its own, its year has."""
    if groups.get("year"):
        return groups["year"], None
    month = _SEASONS.get(groups.get("season") or "", 4)
    year = _year(groups, "year", month, None, context)
    return (f"{year:04}" if year else None), None


def _plain_year(match: re.Match[str], groups: dict[str, str | None], words: Words, context: Context) -> Value:
    return groups["year"], None


_RULES: dict[str, Callable[[re.Match[str], dict[str, str | None], Words, Context], Value]] = {
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
    "ago": lambda m, g, w, c: _distance(g, w, c, -1),
    "ahead": lambda m, g, w, c: _distance(g, w, c, 1),
    "week": _week,
    "weekend": _weekend,
    "relative_month": _relative_month,
    "relative_year": _relative_year,
    "season": _season,
    "year": _plain_year,
}
