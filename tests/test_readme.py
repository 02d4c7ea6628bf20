"""What README shows is what happens (its session: see test_docs)."""

from __future__ import annotations

import doctest
import re
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
