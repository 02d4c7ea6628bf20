"""Banks of sentences, each way in which French newswire says a thing once: the reader reads all but those known to be missed."""

from __future__ import annotations

import pytest
from graph.reading.asking import Entry, entries, wrong

NAMES = ("attribution", "meetings", "visits", "agreements", "others", "articles")


@pytest.mark.parametrize(
    ("bank", "entry"), [(b, e) for b in NAMES for e in entries(b)], ids=lambda v: getattr(v, "say", v)
)
def test_a_sentence_of_a_bank_is_read(bank: str, entry: Entry) -> None:
    found = wrong(bank, entry)
    if entry.missed and found:
        pytest.xfail("known to be missed: " + "; ".join(found))
    assert found == []
