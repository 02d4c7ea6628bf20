"""The benchmarks run: a quick run of each measures a little, prints it and writes nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def pages() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in BENCHMARKS.glob("*.md")}


@pytest.mark.parametrize(
    ("name", "measured"),
    [
        ("startup", "| --help |"),
        ("reading", "slot fills"),
        ("questions", "| deals |"),
        ("store", "replaced"),
        ("exporting", "| nq |"),
        ("server", "opening"),
        ("workers", "over the pool"),
        ("growth", "exponent"),
        ("scale", "million triples"),
        pytest.param("view", "| dragoman |", marks=pytest.mark.needs("chromium")),
    ],
)
def test_a_quick_run_prints_what_it_measures_and_leaves_the_pages_alone(name: str, measured: str) -> None:
    before = pages()
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / f"{name}.py"), "--quick"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert measured in done.stdout.lower()
    assert pages() == before
