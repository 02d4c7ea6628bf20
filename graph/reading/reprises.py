"""Takes up deals told before: « ce contrat a été résilié », « ces appareils seront livrés ».
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.scenes import Event
from dragoman.graph.reading.trade import Trade


@dataclass(frozen=True)
class Reprise:
    """What a sentence says of a deal that was told before."""

    at: int
    status: str


def take_up(analysis: Analysis, trade: Trade, events: list[Event], reprises: list[Reprise]) -> list[Event]:
    """Return the deals with what is said of them later."""
    return events
