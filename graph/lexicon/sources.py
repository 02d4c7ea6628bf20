"""Parses the lexicon's Turtle files, the shipped ones and an analyst's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

import pyoxigraph as ox

from dragoman.graph.iris import entity_iri
from dragoman.ontology.errors import LexiconError
from dragoman.ontology.namespaces import LEXICON_GRAPH


@lru_cache(maxsize=1)
def lexicon_files() -> tuple[Path, ...]:
    """Return the paths of the shipped lexicon files, sorted by name."""
    with as_file(files("dragoman.graph.lexicon")) as folder:
        return tuple(sorted(folder.glob("*.ttl")))


def triples_of(path: Path) -> list[ox.Triple]:
    """Return the triples of one file, in the file's order.

    Raises:
        LexiconError: the file is missing or no Turtle; the sentence names file and line.
    """
    try:
        return [quad.triple for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE)]
    except SyntaxError as error:
        line = f", line {error.lineno}" if error.lineno else ""
        reason = " ".join(re.sub(r"^Parser error at line \d+ [^:]*: *", "", error.msg).split()).rstrip(".")
        raise LexiconError(f"The lexicon file {path} is no valid Turtle{line}: {reason}.") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"The lexicon file {path} is not encoded in UTF-8; save it as UTF-8.") from error
    except (OSError, ValueError) as error:
        reason = re.sub(r" *\(os error \d+\)$", "", str(getattr(error, "strerror", None) or error))
        raise LexiconError(f"The lexicon file {path} cannot be read: {reason}.") from error


def lexicon_triples() -> list[ox.Triple]:
    """Return every triple of the shipped lexicon."""
    return [triple for path in lexicon_files() for triple in triples_of(path)]


def lexicon_quads() -> list[ox.Quad]:
    """Return the shipped lexicon as quads of its named graph."""
    return in_graph(lexicon_triples(), LEXICON_GRAPH)


def own_graph(path: Path) -> str:
    """Return the name of the graph of a lexicon file of one's own: its own name's, wherever the file lies.

    So that a corrected file takes the place of what it said before.

    >>> own_graph(Path("press/Own names.ttl")).removeprefix(LEXICON_GRAPH)
    '/own-names'
    """
    return entity_iri("Lexicon", path.stem)


def in_graph(triples: Iterable[ox.Triple], graph: str) -> list[ox.Quad]:
    """Return triples as quads of a named graph."""
    return [ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode(graph)) for t in triples]
