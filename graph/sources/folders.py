"""Finds the articles in what somebody named: files as they are, folders with all that is in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.graph.sources.compressed import PACKED
from dragoman.graph.sources.files import LINES, PAGES, TEXTS, holds_articles
from dragoman.ontology.errors import ArticleError


def find(path: str | Path) -> list[Path]:
    """Return the articles at `path`: itself, or where it is a folder every file of articles below it, sorted by name.

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
    found = list(_below(path))
    if not found:
        raise ArticleError(
            f"{path} holds no article; articles are texts ({', '.join(TEXTS)}), lines of JSON ({', '.join(LINES)}) and "
            f"saved pages ({', '.join(PAGES)}), compressed or not ({', '.join(PACKED)})."
        )
    return found


def _below(folder: Path) -> Iterator[Path]:
    try:
        # by name within each folder, which is the order of the whole paths
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise ArticleError(f"{folder} cannot be listed ({error.strerror}); check its permissions.") from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _below(entry)
        elif holds_articles(entry) and entry.is_file():
            yield entry
