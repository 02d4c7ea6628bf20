"""What the README shows is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

README = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
DRAGOMAN = f"{sys.executable} -c 'from dragoman.cli import main; main()'"


def commands(block: str) -> list[tuple[str, str]]:
    """Return each command of a session with the output that stands below it."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(line, rest) for line, _, rest in (part.partition("\n") for part in parts)]


def test_the_session_is_what_one_sees(tmp_path: Path) -> None:
    for command, expected in commands(CONSOLE[1]):
        line = re.sub(r"^dragoman\b", lambda _: DRAGOMAN, command)
        done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (command, done.stderr)
        assert done.stdout == expected, command


def test_the_python_example_runs(tmp_path: Path) -> None:
    code = re.findall(r"```python\n(.*?)```", README, re.DOTALL)[0]
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "meeting-1" in done.stdout
    assert "Abdellatif Hammouchi" in done.stdout


def test_every_page_that_it_names_exists() -> None:
    root = Path(__file__).resolve().parents[1]
    for target in re.findall(r"\]\((?!http)([^)]+)\)", README):
        assert (root / target).exists(), target
