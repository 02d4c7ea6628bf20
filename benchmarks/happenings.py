"""Measures which records of different articles are told to be one happening, and writes benchmarks/HAPPENINGS.md.

python benchmarks/happenings.py
python benchmarks/happenings.py --quick      # linking alone, without reading, written nowhere
"""

from __future__ import annotations

import argparse
import datetime
import platform
import random
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import score
import yaml

from dragoman.graph.article import Article
from dragoman.graph.iris import article_iri, entity_iri, fold
from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.linking.links import HAPPENING, TYPE, links
from dragoman.graph.loading import example
from dragoman.graph.reading import read
from dragoman.graph.reading.dates.days import earliest_latest
from dragoman.graph.records import KINDS, Entity, Reading, Record, Span
from dragoman.graph.store import Store
from dragoman.graph.triples import describe

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
BUILT_IN = "labass-2016-security"
TYPES = ("Visit", "Meeting", "Agreement", "Deal", "Announcement")
FIELDS = {"participants": "participant", "parties": "party", "topics": "topic", "targetMarket": "target_market"}
"""Slots of the gold whose records name them otherwise."""
ACTORS = {
    "visitor": "Person",
    "participant": "Person",
    "speaker": "Person",
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
SPOKEN = ("Outlet", "Place")
Pair = frozenset[str]


# -- gold -------------------------------------------------------------------------------------------------------------
def articles() -> dict[str, Article]:
    """Return every article that has gold, by the name of its gold file."""
    found = {BUILT_IN: example()}
    for text in sorted(ARTICLES.glob("*.txt")):
        published = yaml.safe_load(text.with_suffix(".yaml").read_text(encoding="utf-8"))["published"]
        with text.open(encoding="utf-8", newline="") as handle:
            found[text.stem] = Article(handle.read(), title=text.stem, published=published)
    return found


def gold(stem: str) -> list[dict[str, Any]]:
    """Return the gold records of an article, each with a name of its own."""
    raw = yaml.safe_load((ARTICLES / f"{stem}.yaml").read_text(encoding="utf-8"))["records"]
    return [{**one, "name": f"{stem}#{n}"} for n, one in enumerate(raw)]


def clusters(known: Iterable[str]) -> dict[str, int]:
    """Return the happening of each gold record that shares one, by its name.

    Raises:
        ValueError: words of the file are those of no record, or of two.
    """
    found: dict[str, int] = {}
    records = {stem: gold(stem) for stem in known}
    listed = yaml.safe_load((ARTICLES / "happenings.yaml").read_text(encoding="utf-8"))["happenings"]
    for number, one in enumerate(listed):
        for stem, words in one["told"].items():
            meant = [r["name"] for r in records[stem] if r["type"] == one["type"] and words in r["quote"]]
            if len(meant) != 1 or meant[0] in found:
                raise ValueError(f"happenings.yaml, {one['what']}: “{words}” is in {len(meant)} records of {stem}")
            found[meant[0]] = number
    return found


def as_stated(stem: str, article: Article) -> tuple[Reading, dict[str, str]]:
    """Return an article's gold as if it had been read without a fault, and the gold record of each read one."""
    entities: dict[str, Entity] = {}
    made: list[Record] = []
    names: dict[str, str] = {}
    kinds: dict[str, Any] = {kind.__name__: kind for kind in KINDS}
    for number, raw in enumerate(gold(stem)):
        fields: dict[str, Any] = {}
        kind = kinds[raw["type"]]
        for slot, value in raw.items():
            name = FIELDS.get(slot, slot)
            if raw["type"] == "Announcement" and slot == "place":
                name = "outlet" if _named(str(value), ("Outlet",)) else "place"
            elif name in {"quantityMin", "quantityMax"}:
                fields["quantity_min" if name == "quantityMin" else "quantity_max"] = int(value)
            if name in ACTORS or name == "outlet":
                filled = tuple(_entity(name, str(v), entities) for v in (value if isinstance(value, list) else [value]))
                fields[name] = filled if kind.__dataclass_fields__[name].default == () else filled[0]
        if raw.get("date"):
            fields |= _dated(str(raw["date"]))
        if raw["type"] in TYPES:
            fields["status"] = str(raw.get("status", "held" if raw["type"] != "Agreement" else "signed")).capitalize()
        begin = article.text.find(raw["quote"])
        span = Span(max(begin, 0), max(begin, 0) + len(raw["quote"]))
        key = f"record-{number}"
        made.append(kind(key, (span,), **fields))
        names[f"{article.iri}#{key}"] = raw["name"]
    return Reading(article, tuple(made), tuple(entities.values())), names


def _named(forms: str, wanted: tuple[str, ...]) -> Any:
    lexicon = load_lexicon()
    return next((e for form in forms.split("|") for e in lexicon.named(form) if e.kind in wanted), None)


def _entity(slot: str, forms: str, entities: dict[str, Entity]) -> str:
    """Return the IRI of what fills a slot: the lexicon's, or one made from its name, spelled alike in all articles."""
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
    iri = entity_iri(kind, spelled)
    entities[iri] = Entity(iri, kind, (forms.split("|")[0],))
    return iri


def _dated(value: str) -> dict[str, str]:
    first, _, last = value.partition("/")
    begin, end = earliest_latest(first), earliest_latest(last or first)
    dates = {"start_date": first, "end_date": last} if last else {"date": first}
    return dates | ({"earliest": begin[0], "latest": end[1]} if begin and end else {})


# -- what is told to be one -------------------------------------------------------------------------------------------
def together(quads: Iterable[ox.Quad]) -> dict[str, str]:
    """Return the happening of each record."""
    return values(q for q in links(quads, load_lexicon().entries) if q.predicate == HAPPENING)


def values(quads: Iterable[ox.Quad]) -> dict[str, str]:
    """Return the object of each subject."""
    return {str(getattr(q.subject, "value", "")): str(getattr(q.object, "value", "")) for q in quads}


def pairs(groups: Mapping[str, object]) -> set[Pair]:
    """Return every two names of one group."""
    members: dict[object, list[str]] = {}
    for name, group in groups.items():
        members.setdefault(group, []).append(name)
    return {frozenset(two) for listed in members.values() for two in combinations(sorted(listed), 2)}


@dataclass(frozen=True)
class Figures:
    """Pairs of records told to be one happening, rightly, in all, and in the gold."""

    hit: int
    told: int
    gold: int

    def __str__(self) -> str:
        p, r, f = score.rate(self.hit, self.told, self.gold)
        shown = (
            f"{p:.3f}" if self.told else "",
            f"{r:.3f}" if self.gold else "",
            f"{f:.3f}" if self.told or self.gold else "",
        )
        return " | ".join((*shown, str(self.hit), str(self.told), str(self.gold)))


def from_gold(known: Mapping[str, Article]) -> dict[Pair, str]:
    """Return the pairs that are told to be one, with their type, where every article is read without a fault."""
    quads: list[ox.Quad] = []
    names: dict[str, str] = {}
    for stem, article in known.items():
        reading, named = as_stated(stem, article)
        quads += describe(reading)
        names |= named
    kind = types(known)
    found = pairs({names[r]: h for r, h in together(quads).items() if kind[names[r]] in TYPES})
    return {two: kind[min(two)] for two in found}


def from_text(known: Mapping[str, Article]) -> tuple[dict[Pair, str], dict[str, str]]:
    """Return the pairs of read records that are told to be one, with their type, and the gold record of each."""
    quads: list[ox.Quad] = []
    meant: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for stem, reading in zip(known, read(known.values()), strict=True):
            own = describe(reading)
            quads += own
            path = Path(folder) / f"{stem}.trig"
            with Store.memory() as store:
                store.put_quads(reading.article.iri, own)
                ox.serialize(store.quads(), path, format=ox.RdfFormat.TRIG)
            wanted = score.gold_records(ARTICLES / f"{stem}.yaml")
            number = {id(g): f"{stem}#{n}" for n, g in enumerate(wanted)}
            meant |= {r.name: number[id(g)] for g, r in score.pair(wanted, score.read_records(path))}
    classes = values(q for q in quads if q.predicate == TYPE)
    kinds = {subject: name.rpartition("#")[2] for subject, name in classes.items()}
    found = pairs({r: h for r, h in together(quads).items() if kinds[r] in TYPES})
    return {two: kinds[min(two)] for two in found}, meant


def types(known: Iterable[str]) -> dict[str, str]:
    """Return the type of each gold record by its name."""
    return {one["name"]: one["type"] for stem in known for one in gold(stem)}


def alike(known: Iterable[str]) -> set[Pair]:
    """Return the pairs of gold records of different articles, of one type, that share their main actors or goods."""
    keys = {
        "Visit": ("visitor", "destination"),
        "Meeting": ("participants",),
        "Agreement": ("parties",),
        "Deal": ("product",),
    }
    found: set[Pair] = set()
    records = [one for stem in known for one in gold(stem) if one["type"] in keys]
    for one, other in combinations(records, 2):
        if one["type"] == other["type"] and one["name"].partition("#")[0] != other["name"].partition("#")[0]:
            shared = [
                sum(bool(_forms(a) & _forms(b)) for a in _listed(one.get(slot)) for b in _listed(other.get(slot)))
                for slot in keys[one["type"]]
            ]
            if min(shared) >= (2 if one["type"] in {"Meeting", "Agreement"} else 1):
                found.add(frozenset((one["name"], other["name"])))
    return found


def _listed(value: Any) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else [str(value)] if value else []


def _forms(value: str) -> set[str]:
    return {fold(form) for form in value.split("|")}


# -- how long it takes ------------------------------------------------------------------------------------------------
def invented(number: int) -> Iterator[list[ox.Quad]]:
    """Yield the graphs of invented articles, each of which tells of four events of its last days."""
    chance = random.Random(7)  # the same every time
    people = [entity_iri("Person", f"personne {n}") for n in range(300)]
    states = [entity_iri("Country", f"état {n}") for n in range(40)]
    kinds: dict[str, Any] = {kind.__name__: kind for kind in KINDS}
    start = datetime.date(2000, 1, 1)
    events = [
        (start + datetime.timedelta(n), chance.sample(people, 3), chance.choice(states), n % 2) for n in range(number)
    ]
    for n in range(number):
        records: list[Record] = []
        told = sorted(chance.sample(events[max(0, n - 9) : n + 1], min(4, n + 1)))
        for key, (day, who, where, kind) in enumerate(told):
            exact, dates = chance.random(), {}
            if exact < 0.9:
                span = (day, day) if exact < 0.7 else (day.replace(day=1), day.replace(day=28))
                dates = {"earliest": min(*span, day).isoformat(), "latest": max(*span, day).isoformat()}
            if kind:
                meeting = kinds["Meeting"](
                    f"r-{key}", (Span(0, 1),), participant=tuple(who[: 2 + (exact < 0.4)]), **dates
                )
                records.append(meeting)
            else:
                records.append(
                    kinds["Visit"](f"r-{key}", (Span(0, 1),), visitor=(who[0],), destination=(where,), **dates)
                )
        published = events[n][0] + datetime.timedelta(1)
        yield describe(Reading(Article("x", url=f"https://example.org/{n}", published=published), tuple(records), ()))


def durations() -> Iterator[str]:
    """Yield rows: articles, time to link all at once, time to put one more into a store that holds them."""
    for number in (1_000, 2_000, 4_000, 8_000):
        graphs = list(invented(number))
        begin = time.perf_counter()
        found = links((q for quads in graphs for q in quads), {})
        whole = time.perf_counter() - begin
        happenings = len({q.object for q in found if q.predicate == HAPPENING})
        with Store.memory() as store:
            for n, quads in enumerate(graphs):
                if n == number - 100:
                    begin = time.perf_counter()
                store.put_quads(article_iri("x", f"https://example.org/{n}"), quads)
            last = (time.perf_counter() - begin) / 100
        yield f"| {number:,} | {4 * number:,} | {happenings:,} | {whole:.2f} s | {1e6 * whole / number:.0f} µs | {1000 * last:.1f} ms |"


def table(told: Mapping[Pair, str], wanted: Mapping[Pair, str], meant: Mapping[str, str]) -> list[str]:
    """Return a row for each type and one for all: pairs told, by their type, against the gold's."""
    found = []
    for name in (*TYPES, "all"):
        mine = [two for two, kind in told.items() if name in {kind, "all"}]
        due = {two for two, kind in wanted.items() if name in {kind, "all"}}
        right = {frozenset(meant.get(r, r) for r in two) for two in mine} & due
        found.append(f"| {name} | {Figures(len(right), len(mine), len(due))} |")
    return found


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="linking alone, to see that it runs")
    quick = parser.parse_args().quick
    known = articles()
    kind = types(known)
    wanted = {two: kind[min(two)] for two in pairs(clusters(known))}
    told = from_gold(known)
    alone = "\n".join(table(told, wanted, {}))
    if quick:
        print(alone)
        return
    read_pairs, meant = from_text(known)
    both = sum(two <= set(meant.values()) for two in wanted)
    wrong = sorted(" — ".join(sorted(two)) for two in set(told) - set(wanted))
    missed = sorted(" — ".join(sorted(two)) for two in set(wanted) - set(told))
    similar = alike(known) - set(wanted)
    text = f"""# Many articles, one happening

Which records of different articles are told to be one happening, over the fourteen development articles and the built-in one: every two records that share a happening
are a pair, compared with those of `articles/happenings.yaml`. `docs/happenings.md` states the rule, which was written with these articles in sight; pairs of the
four that were kept unseen by the reader are among them.

## Linking alone

From the articles' gold records, as if every article had been read without a fault.

| type | precision | recall | F1 | right | told | gold |
|---|---|---|---|---|---|---|
{alone}

{len(similar)} further pairs merely look alike: records of one type in two articles with the same visitor and destination, two of the same participants, two of the same
parties, or the same goods. Of these {len(similar & set(told))} are told to be one.

Told wrongly: {"; ".join(wrong) or "none"}. Missed: {"; ".join(missed) or "none"}.

## From the texts

From what the reader reads. A read record counts as the gold record that `score.py` pairs it with; a pair with a record that is paired with none is wrong. Of the
{len(wanted)} gold pairs, {both} have both their records read at all, which is what linking can find.

| type | precision | recall | F1 | right | told | gold |
|---|---|---|---|---|---|---|
{chr(10).join(table(read_pairs, wanted, meant))}

## Time

Invented articles of four records each, one a day; four tell of each event, with more or fewer names, on a day, in a month or without a date.

| articles | records | happenings | all at once | per article | one more article into a store |
|---|---|---|---|---|---|
{chr(10).join(durations())}

Measured by `python benchmarks/happenings.py` on {datetime.date.today().isoformat()}: Python {platform.python_version()}, {platform.machine()}.
"""
    (HERE / "HAPPENINGS.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
