"""Days, months and years: what a value may mean, and which one is nearest to a day of publication."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class When:
    """A date expression: its tokens, its value and, for a range, its end; both in the lexical form of their precision."""

    start: int
    end: int
    value: str | None
    until: str | None = None
    anchor: str = ""


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


def nearest_year(published: date | None, month: int, day: int | None, ahead: bool) -> int | None:
    """Return the year of the last such day before publication (of the next one after it where `ahead`)."""
    if published is None:
        return None
    reference = (published.month, published.day if day else 0)
    if ahead:
        return published.year if (month, day or 0) >= reference else published.year + 1
    return published.year if (month, day or 0) <= reference else published.year - 1


def weekday(published: date | None, number: int, ahead: bool, *, today: bool) -> str | None:
    """Return the last such weekday before publication (the next where `ahead`); publication's own where `today`."""
    if published is None:
        return None
    back = (published.isoweekday() - number) % 7
    if back == 0 and ahead and not today:
        return (published + timedelta(days=7)).isoformat()
    day = published - timedelta(days=back) if not ahead or back == 0 else published + timedelta(days=7 - back)
    return day.isoformat()
