"""Finds the articles in what somebody named: files as they are, folders with all that is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from dragoman.ontology.errors import ArticleError

SUFFIXES: Final = (".txt", ".md")


def find(path: str | Path) -> list[Path]:
    """Return the articles at `path`: itself, or where it is a folder every text file below it, sorted by name.

    Hidden files and folders are left out, and so is what is no plain file.

    Raises:
        ArticleError: a folder holds no article, or cannot be looked into.
    """
    path = Path(path)
    try:
        if not path.is_dir():
            return [path]
    except OSError as error:
        raise ArticleError(f"{path} cannot be opened ({error.strerror}); check its name and permissions.") from error
    found = sorted(_below(path))
    if not found:
        raise ArticleError(
            f"{path} holds no article; articles are text files whose names end in {' or '.join(SUFFIXES)}."
        )
    return found


def find_all(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Yield the articles at all `paths`, each once, in order.

    Raises:
        ArticleError: a folder among them holds no article.
    """
    yield from dict.fromkeys(article for path in paths for article in find(path))


def _below(folder: Path) -> Iterator[Path]:
    try:
        entries = list(folder.iterdir())
    except OSError as error:
        raise ArticleError(f"{folder} cannot be listed ({error.strerror}); check its permissions.") from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _below(entry)
        elif entry.suffix.lower() in SUFFIXES and entry.is_file():
            yield entry
