"""What can be asked: one `.rq` file a question, and the catalogue that lists, binds and guards them.

What only somebody's own SPARQL needs is imported when it is first asked for: a question need not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dragoman.queries.catalogue import catalogue, question

if TYPE_CHECKING:
    from dragoman.queries.binding import bind, inline
    from dragoman.queries.guard import check
    from dragoman.queries.question import Parameter, Question
    from dragoman.queries.syntax import explain

__all__ = ["Parameter", "Question", "bind", "catalogue", "check", "explain", "inline", "question"]

_HOMES: Final = {
    "Parameter": "question",
    "Question": "question",
    "bind": "binding",
    "inline": "binding",
    "check": "guard",
    "explain": "syntax",
}


def __getattr__(name: str) -> Any:
    """Import a name of the package from the module that it lives in."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"dragoman.queries.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
