"""The page's logic, tested by Node's own runner: pure functions from the data and what a reader has set to what is shown."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.needs("node")
@pytest.mark.parametrize("script", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.name)
def test_a_script_does_what_its_specification_says(script: Path) -> None:
    done = subprocess.run(["node", "--test", str(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
