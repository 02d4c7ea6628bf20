from __future__ import annotations

import pytest

from dragoman.graph.plover import category


@pytest.mark.parametrize(
    ("kind", "status", "expected"),
    [
        ("Visit", "Held", "CONSULT"),
        ("Visit", None, "CONSULT"),
        ("Visit", "Planned", "AGREE"),
        ("Visit", "Postponed", "AGREE"),
        ("Visit", "Cancelled", None),
        ("Meeting", "Held", "CONSULT"),
        ("Meeting", "Planned", "AGREE"),
        ("Agreement", "Signed", "SUPPORT"),
        ("Agreement", "Annulled", None),
        ("Deal", "Interest", "AGREE"),
        ("Deal", "Proposed", "AGREE"),
        ("Deal", "Negotiation", "CONSULT"),
        ("Deal", "Signed", "SUPPORT"),
        ("Deal", "Delivered", "COOPERATE"),
        ("Deal", "Cancelled", None),
        ("Deal", None, None),
        ("Cooperation", None, "COOPERATE"),
        ("Announcement", "Held", None),
        ("Tenure", None, None),
    ],
)
def test_the_category_follows_from_kind_and_status(kind: str, status: str | None, expected: str | None) -> None:
    assert category(kind, status, "Asserted") == expected


@pytest.mark.parametrize("kind", ["Visit", "Meeting", "Agreement", "Deal", "Cooperation"])
def test_what_is_denied_has_no_category(kind: str) -> None:
    assert category(kind, "Signed", "Denied") is None
