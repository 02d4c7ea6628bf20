"""What is said: from an article to records, triples, a store, a picture and files.

The front door; each name is imported when it is first asked for, so that nothing waits for what it does not use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dragoman.graph.article import Article
    from dragoman.graph.loading import example, load
    from dragoman.graph.reading import read
    from dragoman.graph.store import Store

DEFAULT_STORE: Final = "./dragoman.store"
"""Where the graph is kept unless somebody says otherwise."""

__all__ = ["Article", "Store", "example", "load", "read"]

_HOMES: Final = {"Article": "article", "Store": "store", "example": "loading", "load": "loading", "read": "reading"}


def __getattr__(name: str) -> Any:
    """Import a name of the front door from the module that it lives in."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"dragoman.graph.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
