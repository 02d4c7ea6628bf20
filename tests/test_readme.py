"""What README shows is what happens (its session: see test_docs)."""

from __future__ import annotations

import doctest
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"


def test_the_python_does_what_is_shown() -> None:
    (shown,) = re.findall(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    test = doctest.DocTestParser().get_doctest(shown, {}, "README", str(README), 0)
    complaints: list[str] = []
    runner = doctest.DocTestRunner()
    runner.run(test, out=complaints.append)
    assert not runner.failures, "".join(complaints)


def test_every_page_that_it_links_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8")):
        assert (README.parent / target).exists(), target


def _typed(heading: str, folder: Path, told: dict[str, str]) -> str:
    """Type the commands of a part of README in a folder, some words of theirs exchanged; return what they answer."""
    (commands,) = re.findall(
        rf"^## {heading}$.*?^```sh\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert commands.count("\n") == 5
    for word, other in told.items():
        assert word in commands
        commands = commands.replace(word, other)
    (folder / "benchmarks").symlink_to(README.parent / "benchmarks")
    around = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    around.pop("DRAGOMAN_STORE", None)
    done = subprocess.run(
        ["bash", "-e", "-c", f"trap 'kill $(jobs -p) 2> /dev/null || true' EXIT\n{commands}"],
        cwd=folder,
        env=around,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_ten_thousand_articles_are_read_as_it_says_be_they_only_forty(tmp_path: Path) -> None:
    answer = _typed("Ten thousand articles", tmp_path, {"10000": "40"})
    assert '"articles"\t40' in answer
    assert len((tmp_path / "report.jsonl").read_text(encoding="utf-8").splitlines()) == 40
    assert (tmp_path / "met.csv").stat().st_size > 100
    assert (tmp_path / "press.nq.gz").stat().st_size > 10_000


def test_a_server_holds_a_graph_as_it_says(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    answer = _typed("Your own server", tmp_path, {"7878": str(port)})
    assert "Superjet" in answer
    assert (tmp_path / "own.store" / "current").exists()
