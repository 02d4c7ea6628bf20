"""Brings a store that an older version wrote to the format of this one, and refuses one that it cannot.

The old store is whole until the new one is: a step makes what the new format has beside what is there, then the file
VERSION changes in one rename, and only then goes what the old format alone had. A step that was cut off is done again.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from dragoman.graph.store.folder import VERSION, failure, version, write_whole
from dragoman.ontology.errors import StoreError


class Upgrade(NamedTuple):
    """How a store of one format becomes one of the next.

    Attributes:
        to: the format that it has then.
        build: makes in a store's folder what the new format has more, under names that the old one does not know; makes
            it anew where an attempt was cut off.
        obsolete: the names of what the old format alone has; no later format gives them again.
    """

    to: str
    build: Callable[[Path], None]
    obsolete: tuple[str, ...] = ()


UPGRADES: Final[dict[str, Upgrade]] = {}
"""The step from each older format that can be upgraded; there is none before the first."""


def outdated(folder: Path) -> bool:
    """Whether a store is to be upgraded before it is opened.

    Raises:
        NoStore: there is none, or it is something else.
        StoreError: its format is newer, or none that can be upgraded; the sentence says what to do.
    """
    found = version(folder)
    if found == VERSION:
        return False
    if found in UPGRADES:
        return True
    known = f"The store {folder} has format {found[:20]!r}, and this Dragoman writes {VERSION!r}"
    if found.isdecimal() and int(found) > int(VERSION):
        raise StoreError(
            f"{known}; use the newer Dragoman that wrote it, or let that one copy it into a file "
            f"(dragoman copy {folder} graph.trig) and copy the file into a new store."
        )
    raise StoreError(
        f"{known}, which cannot upgrade it; export it with the version that made it and copy that into a new store, "
        "or read the articles into one."
    )


def upgrade(folder: Path) -> None:
    """Bring a store to the format of this version; the writer's lock must be held.

    Raises:
        NoStore, StoreError: as `outdated` says; or the disk is full or fails, and the store is what it was.
    """
    try:
        while outdated(folder):
            step = UPGRADES[version(folder)]
            step.build(folder)
            write_whole(folder / "VERSION", step.to + "\n")
        # here too what an earlier upgrade, cut off after its last word, has left
        for name in {name for step in UPGRADES.values() for name in step.obsolete}:
            _remove(folder / name)
    except OSError as error:
        raise failure(folder, error) from error


def _remove(path: Path) -> None:
    import shutil

    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
