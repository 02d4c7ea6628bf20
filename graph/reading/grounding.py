"""Grounded or rejected: no value without words of the record's own evidence, or knowledge that is said to be such.

A true quotation must never lend its weight to a slot that it does not carry; every record passes through here before
anybody sees it, in the reader itself.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.graph.iris import fold
from dragoman.graph.records import Ground, Record, Rejection, slots

# fields that follow from others and carry no words of their own
_DERIVED = frozenset({"earliest", "latest", "certainty", "status", "names", "currency"})
_KEYS = {
    "Tenure": "holder",
    "Visit": "visitor",
    "Meeting": "participant",
    "Agreement": "party",
    "Deal": "product",
    "Announcement": "speaker",
    "Cooperation": "topic",
}


def grounded(record: Record, text: str) -> Record | Rejection:
    """Return the record with only the values that its grounds carry, or why nothing of it stands.

    >>> from dragoman.graph.records import Span, Tenure
    >>> isinstance(grounded(Tenure("tenure-1", (Span(0, 9),), holder="x"), "Le roi X."), Rejection)
    True
    """
    good = tuple(g for g in record.grounds if _carries(g, record, text))
    held = {(g.field, g.value) for g in good}
    changes: dict[str, object] = {}
    for name, (_, kind) in slots(type(record)).items():
        if name in _DERIVED or kind == "record":
            continue
        value = getattr(record, name)
        if isinstance(value, tuple):
            kept = tuple(v for v in value if (name, str(v)) in held)
            if kept != value:
                changes[name] = kept
        elif value is not None and (name, str(value)) not in held:
            changes[name] = None
    kept_record = replace(record, grounds=good, **changes)  # type: ignore[arg-type]
    key = _KEYS[record.kind]
    if not kept_record.values(key):
        begin = record.evidence[0] if record.evidence else None
        reason = f"no words of its evidence carry its {key}"
        from dragoman.graph.records import Span

        return Rejection(record.kind, begin or Span(0, 0), "grounding", reason)
    return kept_record


def _carries(ground: Ground, record: Record, text: str) -> bool:
    if ground.span is None:
        return ground.basis != "read"
    if not any(ground.span in passage for passage in record.evidence):
        return False
    words = ground.span.of(text)
    if not fold(words):
        return False
    kind = slots(type(record))[ground.field][1]
    if kind == "text" and ground.basis == "read":
        return fold(ground.value) == fold(words)
    return True
