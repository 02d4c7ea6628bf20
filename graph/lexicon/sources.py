"""Parses the lexicon's Turtle files, the shipped ones and an analyst's own."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

import pyoxigraph as ox

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


def lexicon_triples(*extra: Path) -> list[ox.Triple]:
    """Return every triple of the lexicon and of `extra` files.

    Raises:
        LexiconError: a file is missing or no Turtle; the sentence names file and line.
    """
    return [triple for path in (*lexicon_files(), *extra) for triple in triples_of(path)]


def lexicon_quads(*extra: Path) -> list[ox.Quad]:
    """Return the lexicon, with `extra` files, as quads of its named graph.

    Raises:
        LexiconError: a file is missing or no Turtle; the sentence names file and line.
    """
    graph = ox.NamedNode(LEXICON_GRAPH)
    return [ox.Quad(t.subject, t.predicate, t.object, graph) for t in lexicon_triples(*extra)]
