"""docs/ says what the program says of itself today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from dragoman.cli.application import COMMANDS

ROOT = Path(__file__).parents[1]


def test_every_page_that_is_made_from_its_source_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}{done.stderr}: run make docs"


def test_every_command_is_in_the_page_of_the_command_line() -> None:
    page = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    for names in COMMANDS.values():
        for name in names:
            assert f"## dragoman {name}\n" in page
