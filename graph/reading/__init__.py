"""The reader: a spaCy pipeline that turns an article into records, each grounded in the article's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.graph.reading.reader import read

__all__ = ["read"]


def __getattr__(name: str) -> Any:
    """Import the reader, and spaCy with it, only when it is asked for."""
    if name == "read":
        from dragoman.graph.reading.reader import read

        return read
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
