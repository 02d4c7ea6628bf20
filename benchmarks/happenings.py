"""Measures which records of different articles are told to be one happening, and writes benchmarks/HAPPENINGS.md.

python benchmarks/happenings.py
python benchmarks/happenings.py --quick      # linking alone, without reading, written nowhere
"""

from __future__ import annotations

import argparse
import datetime
import platform
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import score
from gold import gold_of, sets
from gold_readings import TYPES, as_stated, clusters, records_of
from linking_pace import durations

from dragoman.graph.article import Article
from dragoman.graph.iris import fold
from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.linking.links import HAPPENING, TYPE, links
from dragoman.graph.reading import read
from dragoman.graph.store import Store
from dragoman.graph.triples import describe

HERE = Path(__file__).parent
Pair = frozenset[str]


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
        reading, named = as_stated(records_of(stem), article)
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
            wanted = score.gold_records(gold_of(stem))
            number = {id(g): f"{stem}#{n}" for n, g in enumerate(wanted)}
            meant |= {r.name: number[id(g)] for g, r in score.pair(wanted, score.read_records(path))}
    classes = values(q for q in quads if q.predicate == TYPE)
    kinds = {subject: name.rpartition("#")[2] for subject, name in classes.items()}
    found = pairs({r: h for r, h in together(quads).items() if kinds[r] in TYPES})
    return {two: kinds[min(two)] for two in found}, meant


def types(known: Iterable[str]) -> dict[str, str]:
    """Return the type of each gold record by its name."""
    return {one["name"]: one["type"] for stem in known for one in records_of(stem)}


def alike(known: Iterable[str]) -> set[Pair]:
    """Return the pairs of gold records of different articles, of one type, that share their main actors or goods."""
    keys = {
        "Visit": ("visitor", "destination"),
        "Meeting": ("participants",),
        "Agreement": ("parties",),
        "Deal": ("product",),
    }
    found: set[Pair] = set()
    records = [one for stem in known for one in records_of(stem) if one["type"] in keys]
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
    known = {**sets()["built-in"], **sets()["development"]}
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
are a pair, compared with those of `articles/happenings.yaml`. `docs/happenings.md` states the rule, which was written with these articles in sight; pairs of
those that were kept unseen by the reader are among them.

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
