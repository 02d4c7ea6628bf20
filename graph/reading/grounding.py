"""Grounded or rejected: no value without words of the record's own evidence, or knowledge that is said to be such.

A true quotation must never lend its weight to a slot that it does not carry; every record passes through here before
anybody sees it, in the reader itself.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.graph.iris import fold
from dragoman.graph.reading.witness import Witness
from dragoman.graph.records import Ground, Record, Rejection, Span, slots

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


def grounded(record: Record, witness: Witness) -> Record | Rejection:
    """Return the record with only the values that its grounds carry, or why nothing of it stands.

    A value is carried by words inside the record's evidence: an entity by a mention of it or words of its name, a number
    by a number, a date by a date, a text by itself; or it is said to be known beforehand or derived. A name of the record
    itself stands in its evidence too, and a currency only beside its amount.

    >>> from dragoman.graph.records import Tenure
    >>> nobody = Witness("Le roi X.", {}, {}, {}, {})
    >>> isinstance(grounded(Tenure("tenure-1", (Span(0, 9),), holder="x"), nobody), Rejection)
    True
    """
    good = tuple(g for g in record.grounds if _carries(g, record, witness))
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
    evidence = [passage.of(witness.text) for passage in record.evidence]
    changes["names"] = tuple(n for n in record.names if any(n in words for words in evidence))
    if not {"date", "start_date", "end_date"} & {name for name, _ in held}:
        changes |= {"earliest": None, "latest": None}
    kept_record = replace(record, grounds=good, **changes)  # type: ignore[arg-type]
    if getattr(kept_record, "currency", None) and not getattr(kept_record, "amount", None):
        kept_record = replace(kept_record, currency=None)  # type: ignore[call-arg]
    key = _KEYS[record.kind]
    if not kept_record.values(key):
        passage = record.evidence[0] if record.evidence else Span(0, 0)
        return Rejection(record.kind, passage, "grounding", f"no words of its evidence carry its {key}")
    return kept_record


def _carries(ground: Ground, record: Record, witness: Witness) -> bool:
    if ground.span is None:
        return ground.basis != "read"
    if not any(ground.span in passage for passage in record.evidence):
        return False
    words = ground.span.of(witness.text)
    if not fold(words):
        return False
    if ground.basis != "read":
        return True
    kind = slots(type(record))[ground.field][1]
    if kind == "text":
        return fold(ground.value) == fold(words)
    if kind == "entity":
        return witness.names_entity(ground.value, ground.span)
    if kind in {"integer", "decimal"}:
        return witness.states_number(float(ground.value), ground.span)
    if kind == "date":
        return witness.states_day(ground.value, ground.span)
    return True
