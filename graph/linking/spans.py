"""The days on which an event may lie, as an article lets one reckon them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from dragoman.ontology.namespaces import DGM

if TYPE_CHECKING:
    from dragoman.graph.linking.accounts import Context

NEAR: Final = 3
"""Days by which articles may differ about one visit or agreement."""
RECENT: Final = 7
"""Days before its publication in which an article's event lies that it gives no day."""
AHEAD: Final = 30
"""Days after its publication in which an article's planned event lies that it gives no day."""
MONTH: Final = 31

Values: TypeAlias = Mapping[str, Sequence[str]]
"""A record's values by the names of its fields, "earliest", "latest" and "status" among them."""


def possible_days(kind: str, values: Values, context: Context) -> tuple[str, str, str] | None:
    """Return the first and the last day on which a record's event may lie, and where they come from."""
    stated = stated_span(values)
    if stated:
        return *stated, "stated"
    if context.beside:
        first, last = min(span[0] for span in context.beside), max(span[1] for span in context.beside)
        slack = NEAR if distance(first, last) < MONTH - 3 else 0
        return later(first, -slack), later(last, slack), "beside"
    status = {value.removeprefix(DGM) for value in values.get("status", ())}
    if context.published is None or kind in {"Announcement", "Tenure"} or status & {"Postponed", "Cancelled"}:
        return None
    if "Planned" in status:
        return context.published, later(context.published, AHEAD), "published"
    return later(context.published, -RECENT), context.published, "published"


def stated_span(values: Values) -> tuple[str, str] | None:
    """Return the days that a record states, None where it states none of the calendar."""
    try:
        first = min(date.fromisoformat(day) for day in values.get("earliest", ()))
        last = max(date.fromisoformat(day) for day in values.get("latest", ()))
    except ValueError:
        return None
    return (first.isoformat(), last.isoformat()) if first <= last else None


def later(day: str, days: int) -> str:
    """Return the day so many days later, or the same where the calendar ends."""
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except OverflowError:
        return day


def distance(first: str, last: str) -> int:
    """Return how many days lie between two."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def end_of_month(day: str) -> str:
    """Return the last day of a day's month."""
    return later(later(f"{day[:7]}-01", MONTH)[:7] + "-01", -1)
