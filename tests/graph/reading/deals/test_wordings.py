"""Deals in many wordings: verbs and nouns, active and passive, relative and apposed, from a wish to a withdrawal.

The sentences stand in `wordings.yaml` and are read together, so that the model is loaded once.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from graph.reading.saying import names

from dragoman.graph.article import Article
from dragoman.graph.reading import read
from dragoman.graph.records import Deal, Reading

WORDINGS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("wordings.yaml").read_text("utf-8"))
SLOTS = {
    "supplier": "supplier",
    "recipient": "recipient",
    "product": "product",
    "site": "site",
    "market": "target_market",
}
FIGURES = {"least": "quantity_min", "most": "quantity_max"}


@lru_cache(maxsize=1)
def readings() -> list[Reading]:
    """Return the readings of all sentences, in their order."""
    return list(read([Article(w["text"], published=date(2024, 5, 16)) for w in WORDINGS]))


def deals(reading: Reading) -> list[dict[str, object]]:
    """Return the deals of a reading as the file tells them."""
    found: list[dict[str, object]] = []
    for record in reading.records:
        if isinstance(record, Deal):
            told: dict[str, object] = {"status": record.status}
            told |= {k: names(reading, v)[0] for k, slot in SLOTS.items() for v in record.values(slot)}
            told |= {k: int(v) for k, slot in FIGURES.items() for v in record.values(slot)}
            found.append(told)
    return found


@pytest.mark.parametrize("i", range(len(WORDINGS)), ids=[w["text"][:60] for w in WORDINGS])
def test_a_sentence_tells_its_deals_and_no_others(i: int) -> None:
    told, expected = deals(readings()[i]), WORDINGS[i]["deals"]
    assert _in_order(told) == _in_order(expected)


def _in_order(some: list[dict[str, object]]) -> list[str]:
    return sorted(str(sorted(d.items(), key=str)) for d in some)
