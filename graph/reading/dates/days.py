"""Days, months and years: what a value may mean, and which one is nearest to a day of publication."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

PAST, PRESENT, FUTURE = "past", "present", "future"
"""What the clause of a date speaks of; where it speaks of the present, the nearest such day is meant."""


@dataclass(frozen=True)
class When:
    """A date expression: its tokens, its value and, for a range, its end; both in the lexical form of their precision.

    `anchor` says that the value hangs on another date of the text (« la veille »), `bound` whether the date is the beginning
    ("from": « depuis jeudi »), the end ("until") or the latest day ("by") of what happens.
    """

    start: int
    end: int
    value: str | None
    until: str | None = None
    anchor: str = ""
    bound: str = ""

    @property
    def exact(self) -> bool:
        """Whether it names one day of a known year."""
        return self.value is not None and self.until is None and len(self.value) == 10

    def lasting(self, days: int, *, ends: bool = False) -> When:
        """Return the range of so many days that begins (or ends) on this day.

        >>> When(0, 1, "2017-10-10").lasting(2).until
        '2017-10-11'
        """
        if not self.exact or self.value is None or days < 2:
            return self
        day, step = date.fromisoformat(self.value), timedelta(days=days - 1)
        first, last = (day - step, day) if ends else (day, day + step)
        return replace(self, value=first.isoformat(), until=last.isoformat())


def earliest_latest(value: str) -> tuple[str, str] | None:
    """Return the first and last day that a value may mean, or None where its year is not known.

    >>> earliest_latest("2016-02"), earliest_latest("--03-16")
    (('2016-02-01', '2016-02-29'), None)
    """
    if value.startswith("--"):
        return None
    parts = [int(p) for p in value.split("-")]
    if len(parts) == 1:
        return f"{value}-01-01", f"{value}-12-31"
    if len(parts) == 2:
        return f"{value}-01", f"{value}-{monthrange(parts[0], parts[1])[1]:02}"
    return value, value


def day_value(year: int | None, month: int, day: int) -> str | None:
    """Return a day in the lexical form of its precision, None where the calendar has no such day.

    >>> day_value(2016, 3, 16), day_value(None, 3, 16), day_value(2016, 2, 31)
    ('2016-03-16', '--03-16', None)
    """
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return f"{year:04}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"


def nearest_year(published: date | None, month: int, day: int | None, tense: str) -> int | None:
    """Return the year of the last such day before publication, of the next one, or of the nearest, as the tense has it."""
    if published is None:
        return None
    here, reference = (month, day or 0), (published.month, published.day if day else 0)
    if tense == FUTURE:
        return published.year if here >= reference else published.year + 1
    if tense == PAST:
        return published.year if here <= reference else published.year - 1
    middle = date(2000, month, min(day or 15, 28)).timetuple().tm_yday
    gap = middle - date(2000, published.month, min(published.day, 28)).timetuple().tm_yday
    return published.year + (gap < -183) - (gap > 183)


def weekday(published: date | None, number: int, tense: str) -> str | None:
    """Return the last such weekday before publication, the next one, or the nearest, as the tense has it; today is both."""
    if published is None:
        return None
    back = (published.isoweekday() - number) % 7
    ahead = tense == FUTURE or (tense == PRESENT and back > 3)
    return (published + timedelta(days=(7 - back) % 7 if ahead else -back)).isoformat()


def month_value(published: date, step: int) -> str:
    """Return the month so many months after publication's.

    >>> month_value(date(2024, 1, 5), -1)
    '2023-12'
    """
    months = published.year * 12 + published.month - 1 + step
    return f"{months // 12:04}-{months % 12 + 1:02}"
