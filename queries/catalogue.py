"""The questions that come with Dragoman: one `.rq` file each, in this folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from dragoman.ontology.errors import QueryError
from dragoman.queries.definition import read_question
from dragoman.queries.question import Question

FOLDER: Final = Path(__file__).parent


def names() -> list[str]:
    """Return the questions' names in alphabetical order, without reading a file."""
    return sorted(path.stem for path in FOLDER.glob("*.rq"))


@cache
def question(name: str) -> Question:
    """Return one question; only its file is read.

    Raises:
        QueryError: there is no such question; the sentence offers the closest ones.
        HeaderError: its header breaks the format.

    >>> question("who-met-whom").title["fr"]
    'Qui a rencontré qui ?'
    """
    known = names()
    if name not in known:
        import difflib

        closest = difflib.get_close_matches(name.lower().replace(" ", "-").replace("_", "-"), known, 3, 0.4)
        advice = f"did you mean {', '.join(closest)}?" if closest else "dragoman queries lists them"
        raise QueryError(f"there is no question “{name}”; {advice}")
    return read_question(FOLDER / f"{name}.rq")


def catalogue() -> dict[str, Question]:
    """Return every question by its name, in alphabetical order.

    Raises:
        HeaderError: a header breaks the format.
    """
    return {name: question(name) for name in names()}
