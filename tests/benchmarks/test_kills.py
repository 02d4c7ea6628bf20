"""A reading that is killed three times loses nothing and doubles nothing; `benchmarks/kills.py` kills more often."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

KILLS = Path(__file__).parents[2] / "benchmarks" / "kills.py"


def test_three_kills_leave_what_an_undisturbed_reading_leaves() -> None:
    command = [sys.executable, str(KILLS), "--kills", "3", "--articles", "80"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "each with the same bytes" in done.stdout
