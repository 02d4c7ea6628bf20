"""What can go wrong, named once for the whole house.

Every error carries one sentence that says what is wrong and what to do next; the command line prints that sentence
and leaves with the class's ``status`` (see the README of the command line: 1 the answer is no, 2 bad usage or
input, 3 the machine failed).
"""

from __future__ import annotations

from typing import ClassVar


class DragomanError(Exception):
    """Anything that Dragoman refuses or fails to do, in one sentence for its user."""

    status: ClassVar[int] = 2


class ArticleError(DragomanError):
    """An article that cannot be read as given: missing, binary, wrongly encoded, contradictory."""


class LexiconError(DragomanError):
    """A lexicon or frame file that breaks its own format; the sentence names file and line."""


class QueryError(DragomanError):
    """A query that is unknown, malformed or not allowed."""


class UnknownName(DragomanError):
    """A name that nothing in the graph bears; the sentence offers the closest ones."""


class OutputError(DragomanError):
    """A result that cannot be written where it was asked for."""

    status = 3


class StoreError(DragomanError):
    """A store that cannot be opened or written: locked, damaged, of another version, out of room."""

    status = 3


class NoStore(StoreError):
    """A place where no store is, or can be: it is missing, is something else, or cannot hold one."""

    status = 2


class TimeLimit(DragomanError):
    """A query that took longer than it was given."""

    status = 3


class ServerError(StoreError):
    """A server that does not answer as it should: the one that a store is on, or another that a query asks."""


class ClusterError(DragomanError):
    """Workers that cannot be reached or used: no scheduler, no worker, another version of Dragoman."""

    status = 3
