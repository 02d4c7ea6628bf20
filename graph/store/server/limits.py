"""How long, how often and for how much a server is asked."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

_BILLION = 2**30


@dataclass(frozen=True)
class Limits:
    """What is enough.

    Attributes:
        size: bytes of an answer, once unpacked.
        tries: how often a request is sent that was not answered.
        first: seconds before the second try; doubled for each one after.
        longest: seconds that a try is put off at most; a server that asks for more is left alone.
        connect: seconds in which a connection must stand.
        silence: seconds that a server may let pass without a word.
        turn: seconds that one waits for a turn to write.
        lease: seconds after which a writer of whom nothing more is heard is taken for dead.
        redirects: how often one may be sent on within a server.
        sleep: waits so many seconds.
        chance: a number from 0 to 1 by which waits differ, so that those who were refused together do not come back so.
        clock: the time, in seconds.
    """

    size: int = 16 * _BILLION
    tries: int = 5
    first: float = 0.2
    longest: float = 30.0
    connect: float = 10.0
    silence: float = 300.0
    turn: float = 120.0
    lease: float = 10.0
    redirects: int = 3
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    clock: Callable[[], float] = time.monotonic

    def pause(self, attempt: int) -> float:
        """Return the seconds to wait after an attempt, counted from 0: twice as many each time, and between half and all.

        >>> [Limits(chance=lambda: 1.0).pause(n) for n in range(3)]
        [0.2, 0.4, 0.8]
        """
        return float(min(self.first * 2**attempt, self.longest) * (0.5 + self.chance() / 2))

    def asked(self, response: httpx.Response) -> float | None:
        """Return the seconds that a server asks to be left alone (Retry-After), None where it asks for none."""
        told = response.headers.get("retry-after", "").strip()
        if told.isdecimal() and len(told) < 10:
            return float(told)
        try:
            when = parsedate_to_datetime(told)
        except (ValueError, IndexError):
            return None
        if when.tzinfo is None:
            when = when.replace(tzinfo=UTC)
        return max((when - datetime.now(UTC)).total_seconds(), 0.0)
