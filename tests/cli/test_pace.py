"""Long work says on a terminal how far it has come, and in a pipe nothing."""

from __future__ import annotations

import sys

import pytest

from dragoman.cli import pace as module
from dragoman.cli.pace import pace


@pytest.mark.parametrize("terminal", [True, False])
def test_it_is_said_on_a_terminal_alone_and_wiped_away(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    times = iter((10.0, 12.0, 12.1))
    monkeypatch.setattr(module, "monotonic", lambda: next(times))
    with pace("Copying", 1200) as advance:
        advance(300)
        if terminal:
            advance(1)
    said = capsys.readouterr().err
    wipe = "\r\x1b[K"
    assert said == (f"{wipe}Copying …{wipe}Copying, 300 of 1,200, 150 a second …{wipe}" if terminal else "")
