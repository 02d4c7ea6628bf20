"""What was loaded waits on the disk, in order, and can be gone through again."""

from __future__ import annotations

from contextlib import closing

from dragoman.graph.article import Article
from dragoman.graph.many.ledger import Entry, Ledger


def test_entries_come_back_as_they_were_and_as_often_as_one_asks() -> None:
    entries = [Entry("a", Article("Rabat " * 1000, "Titre")), Entry("b", None, "b is empty."), Entry("c", Article("x"))]
    with closing(Ledger()) as ledger:
        assert list(ledger) == []
        for entry in entries:
            ledger.add(entry)
        assert list(ledger) == entries
        assert list(ledger) == entries
