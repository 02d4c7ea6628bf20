"""Makes readings of the gold itself, as if every article had been read without a fault, so that linking is measured alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import yaml
from gold import ARTICLES

from dragoman.graph.article import Article
from dragoman.graph.iris import entity_iri, fold
from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.reading.dates.days import earliest_latest
from dragoman.graph.records import KINDS, Entity, Ground, Reading, Record, Span

TYPES = ("Visit", "Meeting", "Agreement", "Deal", "Announcement")
FIELDS = {
    "participants": "participant",
    "parties": "party",
    "topics": "topic",
    "targetMarket": "target_market",
    "statedBy": "stated_by",
}
"""Slots of the gold whose records name them otherwise."""
ACTORS = {
    "visitor": "Person",
    "participant": "Person",
    "speaker": "Person",
    "stated_by": "Person",
    "holder": "Person",
    "party": "Agency",
    "agency": "Agency",
    "supplier": "Company",
    "recipient": "Company",
    "destination": "Country",
    "country": "Country",
    "place": "Place",
    "site": "Place",
    "target_market": "Place",
    "topic": "Topic",
    "product": "Product",
}
"""What fills a slot is, where the lexicon does not know it."""


def records_of(stem: str) -> list[dict[str, Any]]:
    """Return the gold records of an article, each with a name of its own."""
    raw = yaml.safe_load((ARTICLES / f"{stem}.yaml").read_text(encoding="utf-8"))["records"]
    return [{**one, "name": f"{stem}#{n}"} for n, one in enumerate(raw)]


def clusters(known: Iterable[str]) -> dict[str, int]:
    """Return the happening of each gold record that shares one, by its name.

    Raises:
        ValueError: words of the file are those of no record, or of two.
    """
    found: dict[str, int] = {}
    records = {stem: records_of(stem) for stem in known}
    listed = yaml.safe_load((ARTICLES / "happenings.yaml").read_text(encoding="utf-8"))["happenings"]
    for number, one in enumerate(listed):
        for stem, words in one["told"].items():
            meant = [r["name"] for r in records[stem] if r["type"] == one["type"] and words in r["quote"]]
            if len(meant) != 1 or meant[0] in found:
                raise ValueError(f"happenings.yaml, {one['what']}: “{words}” is in {len(meant)} records of {stem}")
            found[meant[0]] = number
    return found


def as_stated(records: Iterable[Mapping[str, Any]], article: Article) -> tuple[Reading, dict[str, str]]:
    """Return an article's gold as if it had been read without a fault, and the name of the gold record of each read one."""
    entities: dict[str, Entity] = {}
    made: list[Record] = []
    names: dict[str, str] = {}
    kinds: dict[str, Any] = {kind.__name__: kind for kind in KINDS}
    for number, raw in enumerate(records):
        kind = kinds[raw["type"]]
        begin = max(article.text.find(raw["quote"]), 0)
        fields: dict[str, Any] = {}
        grounds: list[Ground] = []
        for slot, value in raw.items():
            name = FIELDS.get(slot, slot)
            if raw["type"] == "Announcement" and slot == "place":
                name = "outlet" if _named(str(value), ("Outlet",)) else "place"
            elif name in {"quantityMin", "quantityMax"}:
                fields["quantity_min" if name == "quantityMin" else "quantity_max"] = int(value)
            elif name == "title":
                fields[name] = str(value).partition("|")[0]
            if name in ACTORS or name == "outlet":
                listed = [str(v) for v in (value if isinstance(value, list) else [value])]
                state = str(raw.get("country", "")).partition("|")[0] if name == "agency" else ""
                filled = tuple(_entity(name, forms, entities, state) for forms in listed)
                fields[name] = filled if kind.__dataclass_fields__[name].default == () else filled[0]
                for iri, forms in zip(filled, listed, strict=True):
                    grounds += _grounds(name, iri, forms, raw["quote"], begin)
        if raw.get("date"):
            fields |= _dated(str(raw["date"]))
        if raw["type"] in TYPES:
            fields["status"] = str(raw.get("status", "held" if raw["type"] != "Agreement" else "signed")).capitalize()
        span = Span(begin, begin + len(raw["quote"]))
        key = f"record-{number}"
        made.append(kind(key, (span,), tuple(grounds), **fields))
        names[f"{article.iri}#{key}"] = raw.get("name", key)
    return Reading(article, tuple(made), tuple(entities[iri] for iri in sorted(entities))), names


def _grounds(field: str, iri: str, forms: str, quote: str, begin: int) -> Iterator[Ground]:
    """Yield the words of a quotation that name what fills a slot: one of its forms, or a person's family name."""
    for words in (*forms.split("|"), forms.partition("|")[0].partition(" ")[2]):
        at = quote.find(words) if words else -1
        if at >= 0:
            yield Ground(field, iri, "read", Span(begin + at, begin + at + len(words)))
            return


@cache
def _named(forms: str, wanted: tuple[str, ...]) -> Any:
    lexicon = load_lexicon()
    return next((e for form in forms.split("|") for e in lexicon.named(form) if e.kind in wanted), None)


def _entity(slot: str, forms: str, entities: dict[str, Entity], state: str = "") -> str:
    """Return the IRI of what fills a slot: the lexicon's, or one made from its name, spelled alike in all articles.

    A ministry is that of its `state`: each has its own.
    """
    kind = ACTORS.get(slot, "Outlet")
    wanted = {
        "Topic": (),
        "Product": (),
        "Place": ("Place", "Country"),
        "Country": ("Country",),
        "Person": ("Person", "Country", "Agency", "Organization"),
    }.get(kind, ("Country", "Agency", "Organization", "Company", "Outlet"))
    entry = _named(forms, wanted)
    if entry is not None:
        entities[entry.iri] = Entity(entry.iri, entry.kind, (forms.split("|")[0],), known=True)
        return str(entry.iri)
    spelled = forms.split("|")[0] if kind in {"Topic", "Product"} else min(forms.split("|"), key=fold)
    iri = entity_iri(kind, f"{spelled} {state}".strip())
    entities[iri] = Entity(iri, kind, (forms.split("|")[0],))
    return iri


def _dated(value: str) -> dict[str, str]:
    first, _, last = value.partition("/")
    begin, end = earliest_latest(first), earliest_latest(last or first)
    dates = {"start_date": first, "end_date": last} if last else {"date": first}
    return dates | ({"earliest": begin[0], "latest": end[1]} if begin and end else {})
