"""Long work says on a terminal how far it has come, and in a pipe nothing."""

from __future__ import annotations

import sys
import time

import pytest

from dragoman.cli.notices import progress


@pytest.mark.parametrize("terminal", [True, False])
def test_it_is_said_on_a_terminal_alone_and_wiped_away(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    clock = [10.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    with progress("Copying", 1200) as advance:
        clock[0] += 2.0
        advance(300)
        advance()  # too soon to be said
    said = capsys.readouterr().err
    wipe = "\r\x1b[K"
    assert said == (f"{wipe}Copying …{wipe}Copying, 300 done, 150.0/s, 6 s left …{wipe}" if terminal else "")
