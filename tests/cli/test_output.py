"""Where an answer goes: an output that is full, closed or left early."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from fixtures.commands import DRAGOMAN


@pytest.mark.parametrize("command", ["export", "articles", "query deals -f csv", "stats"])
def test_an_answer_that_no_closed_output_takes_is_a_failure(graph_folder: Path, command: str) -> None:
    told = {**os.environ, "DRAGOMAN_STORE": str(graph_folder)}
    script = f"'{DRAGOMAN}' {command} >&-"
    done = subprocess.run(["bash", "-c", script], env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr == (
        "Error: Standard output is closed, so nothing could be written there; leave it open, or use -o.\n"
    )


def test_with_standard_error_or_input_closed_an_answer_is_an_answer(graph_folder: Path) -> None:
    told = {**os.environ, "DRAGOMAN_STORE": str(graph_folder)}
    script = f"'{DRAGOMAN}' articles 2>&- <&-"
    done = subprocess.run(["bash", "-c", script], env=told, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.count("\n")) == (0, 2)


def test_a_reader_who_has_had_enough_is_no_failure(graph_folder: Path) -> None:
    command = f"set -o pipefail; '{DRAGOMAN}' export -f nt --store '{graph_folder}' | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1
