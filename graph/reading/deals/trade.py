"""Loads what a language knows of deals, and refuses a malformed entry with its file, line and reason.

A deal is told by an act (« livrer », « la construction de »), a stage that stands over it (« souhaite », « négocie ») and a
paper that carries it (« un contrat portant sur »): three short lists that combine freely, where a list of whole phrases
would need their product. The way of frame dictionaries in event data (PETRARCH: Schrodt, Beieler & Idris 2014), where
verbs and noun phrases are kept apart too.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from typing import Any

import yaml

from dragoman.graph.iris import fold
from dragoman.graph.reading.deals.conjugation import conjugated
from dragoman.graph.reading.deals.roles import Roles, parse_roles
from dragoman.graph.reading.language import resource, words
from dragoman.ontology.errors import LexiconError

STATUSES = ("Interest", "Proposed", "Negotiation", "Agreed", "Signed", "Delivered", "Cancelled")
"""How far a deal has come, in the order in which deals go."""
_SIDES = {"supplier", "recipient"}


@dataclass(frozen=True)
class Act:
    """Something that is done with goods or works: sold, bought, shipped, built, run."""

    name: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    agent: str
    counterpart: tuple[str, ...]
    done: str
    theme: tuple[str, ...] = ("object",)
    reflexive: tuple[str, ...] = ()
    built: bool = False
    strict: bool = False
    firms: bool = False

    @property
    def other(self) -> str:
        """What the other side is."""
        return "recipient" if self.agent == "supplier" else "supplier"


@dataclass(frozen=True)
class Stage:
    """How far an act has come: wished for, planned, negotiated, agreed, under way, called off."""

    name: str
    status: str
    verbs: tuple[str, ...] = ()
    reflexive: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    who: str = "subject"
    direct: str | None = None


@dataclass(frozen=True)
class Trade:
    """Everything that one language knows of deals, folded, with an index from word to entry."""

    acts: tuple[Act, ...]
    stages: tuple[Stage, ...]
    lists: dict[str, frozenset[str]]
    bounds: dict[str, tuple[tuple[str, ...], ...]]
    roles: Roles
    act_verbs: dict[str, Act]
    act_reflexives: dict[str, Act]
    act_nouns: dict[str, Act]
    stage_verbs: dict[str, Stage]
    stage_reflexives: dict[str, Stage]
    stage_adjectives: dict[str, Stage]
    stage_nouns: dict[str, Stage]
    concluding: dict[str, str]
    idioms: dict[str, tuple[tuple[str, ...], ...]]
    compounds: dict[str, tuple[tuple[str, ...], ...]]
    forms: dict[str, str]
    triggers: frozenset[str]
    nouns: frozenset[str]

    @cached_property
    def bounds_by_opening(self) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        """The bounds (« plus de », « jusqu’à ») with their sides, by their first word."""
        found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for side, phrases in self.bounds.items():
            for phrase in phrases:
                found.setdefault(phrase[0], []).append((side, phrase))
        return found

    @cached_property
    def thing_nouns(self) -> frozenset[str]:
        """Every noun that opens or is a thing traded: goods, acts, stages, papers."""
        lists = (self.of("goods"), self.act_nouns, self.stage_nouns, self.of("commercial"), self.of("papers"))
        return frozenset(word for words in lists for word in words)

    def of(self, name: str) -> frozenset[str]:
        """Return one of the word lists."""
        return self.lists[name]


_LISTS = [
    "commercial", "papers", "signatures", "contents", "telling", "scheduled", "happened", "moving",
    "reaching", "towns", "stalled", "denying", "holders", "ordinals", "further", "parts", "generic",
    "measures", "sizes", "rates", "yearly", "dead", "relay", "litotes", "unfulfilled", "making",
    "establishments", "times", "loans", "public_names", "bodies", "goods", "plants", "abstract",
    "state_groups", "company_groups", "market_words", "bound_for", "determiners", "dimensions", "worth", "valuing", "neutral",
    "copulas", "with_etre", "goods_or_bodies", "no_company",
]  # fmt: skip


@lru_cache(maxsize=8)
def trade(language: str) -> Trade:
    """Return what a language knows of deals.

    Raises:
        LexiconError: an entry is malformed; the sentence names file, line and reason.
    """
    return parse(resource(language, "deals.yaml"), f"{language}/deals.yaml", words(language).forms)


def parse(text: str, name: str, forms: dict[str, str]) -> Trade:
    """Return what a file's text says of deals; `forms` are the verb forms already known.

    Raises:
        LexiconError: the text is no YAML, or an entry is malformed.
    """
    try:
        root = yaml.compose(text)
        raw = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise LexiconError(f"{name}, line {line}: this is no valid YAML.") from error
    if not isinstance(raw, dict) or not isinstance(root, yaml.MappingNode):
        raise LexiconError(f"{name}, line 1: a file of deals is a table with acts, stages and word lists.")
    lines = {key.value: (key.start_mark.line + 1, value) for key, value in root.value}
    missing = next(
        (k for k in ("acts", "stages", "concluding", "bounds", "prepositions", *_LISTS) if k not in raw), None
    )
    if missing:
        raise LexiconError(f"{name}, line 1: it lacks the list «{missing}».")
    acts = tuple(_entries(raw["acts"], lines["acts"], name, _act))
    stages = tuple(_entries(raw["stages"], lines["stages"], name, _stage))
    roles = parse_roles(raw["prepositions"], lines["prepositions"][1], name)
    return _index(acts, stages, raw, forms, roles)


def _entries(items: Any, place: tuple[int, Any], name: str, make: Any) -> list[Any]:
    if not isinstance(items, list):
        raise LexiconError(f"{name}, line {place[0]}: this is no list of entries, each beginning with «- name:».")
    found = []
    for item, node in zip(items, place[1].value, strict=True):
        try:
            found.append(make(item))
        except (ValueError, KeyError, TypeError) as error:
            reason = f"it lacks {error}" if isinstance(error, KeyError) else str(error)
            line = node.start_mark.line + 1
            raise LexiconError(f"{name}, line {line}: this entry is malformed: {reason}.") from error
    return found


def _checked(item: Any, kind: type) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise ValueError("it is no table of keys and values")
    unknown = sorted(set(item) - {f.name for f in fields(kind)})
    if unknown:
        raise ValueError(f"unknown key «{unknown[0]}»")
    return {
        k: tuple(fold(w) if k in {"nouns"} else str(w) for w in v) if isinstance(v, list) else v
        for k, v in item.items()
    }


def _act(item: Any) -> Act:
    made = _checked(item, Act)
    for key in ("name", "verbs", "nouns", "agent", "counterpart", "done"):
        if key not in made:
            raise KeyError(key)
    if made["agent"] not in _SIDES:
        raise ValueError(f"whoever does it is supplier or recipient, not «{made['agent']}»")
    if made["done"] not in STATUSES:
        raise ValueError(f"no status is called «{made['done']}»")
    return Act(**made)


def _stage(item: Any) -> Stage:
    made = _checked(item, Stage)
    for key in ("name", "status"):
        if key not in made:
            raise KeyError(key)
    if made["status"] not in STATUSES:
        raise ValueError(f"no status is called «{made['status']}»")
    if made.get("who", "subject") not in {"subject", "object", "a", "other"}:
        raise ValueError(f"«who» is subject, object, a or other, not «{made['who']}»")
    if made.get("direct") not in {None, "either"} | _SIDES:
        raise ValueError(f"«direct» is supplier, recipient or either, not «{made['direct']}»")
    return Stage(**made)


def _index(
    acts: tuple[Act, ...], stages: tuple[Stage, ...], raw: dict[str, Any], forms: dict[str, str], roles: Roles
) -> Trade:
    lists = {key: frozenset(fold(str(w)) for w in raw[key]) for key in _LISTS}
    bounds = {side: tuple(tuple(fold(p).split()) for p in said) for side, said in raw["bounds"].items()}
    concluding = {fold(v): side for side, verbs in raw["concluding"].items() for v in verbs if side != "both"}
    concluding |= {fold(v): "both" for v in raw["concluding"]["both"]}
    verbs = [v for a in acts for v in (*a.verbs, *a.reflexive)] + [v for s in stages for v in (*s.verbs, *s.reflexive)]
    verbs += [
        v
        for key in (
            "contents",
            "telling",
            "happened",
            "scheduled",
            "stalled",
            "denying",
            "relay",
            "bound_for",
            "litotes",
            "unfulfilled",
            "valuing",
            "making",
            "moving",
            "reaching",
        )
        for v in raw[key]
    ]
    verbs += [v for side in raw["concluding"].values() for v in side]
    nouns = [n for a in acts for n in a.nouns] + [n for s in stages for n in s.nouns]
    nouns += [fold(n) for key in ("commercial", "papers", "measures") for n in raw[key]]
    made: dict[str, str] = {}
    for verb in verbs:
        first = verb.split()[0]
        if first.endswith(("er", "ir", "re")):
            made |= {fold(form): fold(first) for form in conjugated(first)}
    opening = [v for a in acts for v in (*a.verbs, *a.reflexive)] + [
        v for s in stages for v in (*s.verbs, *s.reflexive)
    ]
    opening += [*(v for side in raw["concluding"].values() for v in side), *raw["unfulfilled"]]
    words = {fold(v).split()[-1] for v in opening}
    triggers = words | {n.split()[0] for n in nouns} | {fold(a) for s in stages for a in s.adjectives}
    triggers |= {form for form, verb in made.items() if verb in words}
    triggers |= {form for n in nouns for form in (n + "s", n + "x")}
    return Trade(
        acts,
        stages,
        lists,
        bounds,
        roles,
        {fold(v): a for a in reversed(acts) for v in a.verbs},
        {fold(v): a for a in reversed(acts) for v in a.reflexive},
        {n: a for a in reversed(acts) for n in a.nouns},
        {fold(v): s for s in reversed(stages) for v in s.verbs},
        {fold(v): s for s in reversed(stages) for v in s.reflexive},
        {fold(v): s for s in reversed(stages) for v in s.adjectives},
        {n: s for s in reversed(stages) for n in s.nouns},
        concluding,
        _several(fold(v) for v in verbs),
        _several(nouns),
        made | forms,
        frozenset(triggers),
        frozenset(nouns) | {n + "s" for n in nouns},
    )


def _several(phrases: Any) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases of several words by their first word, longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        parts = tuple(phrase.replace("'", " ").split())
        if len(parts) > 1:
            found.setdefault(parts[0], set()).add(parts)
    return {word: tuple(sorted(some, key=lambda p: (-len(p), p))) for word, some in found.items()}
