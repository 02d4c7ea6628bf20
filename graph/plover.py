"""The PLOVER category of a record, so that political scientists can join it with POLECAT.

After the PLOVER manual, draft 2.0 (Open Event Data Alliance): visits and talks held are CONSULT; planned ones, offers,
invitations and declared interest are AGREE; only what is signed is SUPPORT; trade that took place is COOPERATE; public
statements have no category. What is cancelled or denied has none either.
"""

from __future__ import annotations

from typing import Final

_HELD: Final = {"Visit": "CONSULT", "Meeting": "CONSULT", "Agreement": "SUPPORT", "Cooperation": "COOPERATE"}
_DEALS: Final = {
    "Interest": "AGREE",
    "Proposed": "AGREE",
    "Negotiation": "CONSULT",
    "Agreed": "AGREE",
    "Signed": "SUPPORT",
    "Delivered": "COOPERATE",
}


def category(kind: str, status: str | None, certainty: str) -> str | None:
    """Return the PLOVER category of a record of one kind, or None where it has none.

    >>> category("Visit", None, "Asserted"), category("Visit", "Planned", "Asserted"), category("Deal", "Interest", "Asserted")
    ('CONSULT', 'AGREE', 'AGREE')
    """
    if certainty == "Denied" or status in {"Cancelled", "Expired", "Annulled"}:
        return None
    if kind == "Deal":
        return _DEALS.get(status or "")
    if kind in {"Visit", "Meeting"} and status in {"Planned", "Postponed"}:
        return "AGREE"
    return _HELD.get(kind)
