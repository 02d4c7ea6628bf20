"""Loads the frames of a language, and refuses a malformed one with its file, line and reason."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

import yaml

from dragoman.graph.iris import fold
from dragoman.graph.reading.language import resource
from dragoman.graph.records import KINDS, slots
from dragoman.ontology.errors import LexiconError

CONSTRUCTIONS = frozenset({"active", "passive", "reflexive", "noun"})
ACTOR_KINDS = frozenset({"Person", "State", "Country", "Place", "Agency", "Organization", "Company", "Outlet"})
STATUSES = frozenset(
    {
        "Interest",
        "Proposed",
        "Negotiation",
        "Agreed",
        "Signed",
        "Delivered",
        "Cancelled",
        "Planned",
        "Held",
        "Postponed",
        "Initialled",
        "Renewed",
        "Expired",
        "Annulled",
    }
)
_EXTRA_SLOTS = frozenset({"instrument", "signatory"})


@dataclass(frozen=True)
class SlotRule:
    """Where one slot's fillers stand and what they may be."""

    name: str
    roles: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    phrase: bool = False
    many: bool = False


@dataclass(frozen=True)
class Frame:
    """Which words tell of which record; see `fr/frames.yaml`."""

    name: str
    record: str
    trigger: tuple[str, ...]
    construction: str
    slots: tuple[SlotRule, ...]
    needs: tuple[str, ...]
    light: tuple[str, ...] = ()
    led: tuple[str, ...] = ()
    status: str | None = None
    unless: tuple[str, ...] = ()
    dated: bool = True
    only: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    continues: bool = False
    after: bool = False


@lru_cache(maxsize=8)
def frames(language: str) -> tuple[Frame, ...]:
    """Return the frames of a language in their order.

    Raises:
        LexiconError: a frame is malformed; the sentence names file, line and reason.
    """
    return parse(resource(language, "frames.yaml"), f"{language}/frames.yaml")


@lru_cache(maxsize=32)
def triggers(language: str, record: str) -> frozenset[str]:
    """Return the lemmas that trigger the frames of a kind of record."""
    return frozenset(t for f in frames(language) if f.record == record for t in f.trigger)


def parse(text: str, name: str) -> tuple[Frame, ...]:
    """Return the frames that a file's text declares.

    Raises:
        LexiconError: the text is no YAML, or a frame is malformed.
    """
    try:
        root = yaml.compose(text)
        raw = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise LexiconError(
            f"{name}, line {line}: this is no valid YAML ({getattr(error, 'problem', error)})."
        ) from error
    if not isinstance(raw, list) or root is None:
        raise LexiconError(f"{name}, line 1: a frame file is a list of frames, each beginning with «- name:».")
    found = []
    for node, item in zip(root.value, raw, strict=True):
        try:
            found.append(_frame(item))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            reason = f"it lacks {error}" if isinstance(error, KeyError) else str(error)
            raise LexiconError(
                f"{name}, line {node.start_mark.line + 1}: this frame is malformed: {reason}."
            ) from error
    names = [f.name for f in found]
    twice = next((n for n in names if names.count(n) > 1), None)
    if twice:
        raise LexiconError(f"{name}: two frames are called «{twice}»; give one of them another name.")
    return tuple(found)


def _frame(item: dict[str, Any]) -> Frame:
    if not isinstance(item, dict):
        raise ValueError("it is no table of keys and values")
    unknown = set(item) - {f.name for f in fields(Frame)}
    if unknown:
        raise ValueError(f"unknown key «{sorted(unknown)[0]}»")
    kinds = {k.__name__: k for k in KINDS}
    if item["record"] not in kinds:
        raise ValueError(f"no record is called «{item['record']}»")
    if item["construction"] not in CONSTRUCTIONS:
        raise ValueError(
            f"no construction is called «{item['construction']}»; there are {', '.join(sorted(CONSTRUCTIONS))}"
        )
    status = item.get("status")
    if status is not None and status not in STATUSES:
        raise ValueError(f"no status is called «{status}»")
    known = set(slots(kinds[item["record"]])) | _EXTRA_SLOTS
    rules = tuple(_slot(name, rule, known) for name, rule in item["slots"].items())
    needs = tuple(item.get("needs", ()))
    for need in needs:
        if need.split("/")[0] not in item["slots"]:
            raise ValueError(f"it needs the slot «{need}», which it does not declare")
    return Frame(
        item["name"],
        item["record"],
        tuple(fold(t) for t in item["trigger"]),
        item["construction"],
        rules,
        needs,
        tuple(fold(t) for t in item.get("light", ())),
        tuple(fold(t) for t in item.get("led", ())),
        status,
        tuple(fold(t) for t in item.get("unless", ())),
        bool(item.get("dated", True)),
        tuple(fold(t) for t in item.get("only", ())),
        tuple(fold(t) for t in item.get("beside", ())),
        bool(item.get("continues")),
        bool(item.get("after")),
    )


def _slot(name: str, rule: dict[str, Any], known: set[str]) -> SlotRule:
    if name not in known:
        raise ValueError(f"its record has no slot «{name}»")
    wrong = set(rule.get("kinds", ())) - ACTOR_KINDS
    if wrong:
        raise ValueError(f"slot «{name}» takes the unknown kind «{sorted(wrong)[0]}»")
    if not rule.get("roles"):
        raise ValueError(f"slot «{name}» says no role")
    return SlotRule(
        name, tuple(rule["roles"]), tuple(rule.get("kinds", ())), bool(rule.get("phrase")), bool(rule.get("many"))
    )
