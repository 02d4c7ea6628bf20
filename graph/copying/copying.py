"""Copies a graph: opens both homes, moves what differs, and counts at both ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from dragoman.graph.copying import counting
from dragoman.graph.copying.counting import Comparison, Count
from dragoman.graph.copying.incoming import take_in
from dragoman.graph.copying.lexicons import learn
from dragoman.graph.copying.moving import Moved, move
from dragoman.graph.copying.outgoing import write_out
from dragoman.graph.copying.places import Graphs, syntax_of
from dragoman.graph.store import Store
from dragoman.graph.store.server.addresses import addresses
from dragoman.ontology.errors import NoStore, OutputError

Progress = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
"""Given what is going on and how many steps it has (0 where nobody knows), gives what is told of each few steps done."""


@dataclass(frozen=True)
class Copied:
    """What a copy did.

    Attributes:
        moved: how many articles were new, replaced and passed over, and how many others the target has.
        source: how much there was to copy.
        target: how much of it is at the target.
        differing: the names of the graphs that are not the same at both.
        notices: what its user should know of the lexicons that were copied with it.
    """

    moved: Moved
    source: Count
    target: Count
    differing: tuple[str, ...]
    notices: tuple[str, ...] = ()


@contextmanager
def _silent(_: str, __: int) -> Iterator[Callable[[int], None]]:
    yield lambda _: None


def copy(source: str | Path, target: str | Path, progress: Progress = _silent, *, wait: float = 0) -> Copied:
    """Copy a whole graph from one home to another: a store's folder, a server's address, a TriG or N-Quads file.

    Articles that the target has the same are passed over, so that a copy that was broken off goes on where it was;
    articles that only the target has stay. Links follow from the articles that are there, so a store makes its own. A
    file is written whole, or not at all.

    Args:
        source: where the graph is.
        target: where it is to be.
        progress: says how far it has come.
        wait: seconds to wait for another process that writes the target.

    Raises:
        NoStore: the source is missing, or is something else; neither place can be both.
        StoreError: a store is locked, damaged or out of room; what was copied before is kept.
        LexiconError: a lexicon of the source contradicts what is known at the target.
        OutputError: a file cannot be written, or is there already.
    """
    _apart(source, target)
    syntax = syntax_of(target)
    with ExitStack() as resources:
        if syntax is not None:
            path = Path(target)
            if path.exists():
                raise OutputError(
                    f"{target} is there already, and a copy replaces no file; name another, or remove it."
                )
            found = _open(source, resources, progress)
            return _into_file(found, path, syntax, progress)
        found = _open(source, resources, progress)
        return _into_store(found, target, progress, wait)


def _apart(source: str | Path, target: str | Path) -> None:
    for place in (source, target):
        if str(place) == "memory":
            raise NoStore(
                "What is in memory is gone when a command ends; copy from and to a folder, a server or a file."
            )
        if "://" in str(place):
            addresses(str(place))  # before any sentence repeats it: it may hold a password
    one, other = (
        str(place).rstrip("/") if "://" in str(place) else str(Path(place).resolve()) for place in (source, target)
    )
    if one == other:
        raise NoStore(f"{source} and {target} are one place; name another to copy to.")


def _open(source: str | Path, resources: ExitStack, progress: Progress) -> Graphs:
    syntax = syntax_of(source)
    if syntax is None:
        return resources.enter_context(Store.open(source))
    with progress(f"Reading {source}", 0) as advance:
        return take_in(Path(source), syntax, resources, advance)


def _into_file(source: Graphs, path: Path, syntax: str, progress: Progress) -> Copied:
    number = len(source.articles())
    with progress("Copying", number) as advance:
        write_out(source, path, syntax, lambda: advance(1))
    with progress("Counting", number) as advance:
        found = counting.compare(source, counting.in_file(path, syntax), links=True, advance=lambda: advance(1))
    return _copied(Moved(new=number), found)


def _into_store(source: Graphs, target: str | Path, progress: Progress, wait: float) -> Copied:
    number = len(source.articles())
    with Store.open(target, write=True, wait=wait) as store:
        said = learn(source, store)
        with progress("Copying", number) as advance:
            moved = move(source, store, lambda: advance(1))
        store.publish()
    with Store.open(target) as store, progress("Counting", number) as advance:
        links = not moved.others and counting.made_alike(source, store)
        found = counting.compare(source, counting.in_store(source, store), links=links, advance=lambda: advance(1))
    return _copied(moved, found, said)


def _copied(moved: Moved, found: Comparison, said: tuple[str, ...] = ()) -> Copied:
    return Copied(moved, found.source, found.target, found.differing, said)
