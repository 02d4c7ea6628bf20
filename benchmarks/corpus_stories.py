"""Who acts in the corpus and what happens: states, people, companies, and stories of which articles tell.

Everything is drawn from a seed: story n is the same however many there are. States, companies and products are met by a
law like Zipf's, few often and most hardly ever, and new people and companies keep coming, as they do in an archive.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

import yaml

DATA = Path(__file__).with_name("corpus")
FIRST, DAYS = date(2005, 1, 3), 7_300
"""The first day on which anything happens, and over how many days all is spread."""
GOLDEN = 0.6180339887498949
"""Multiples of the golden ratio fall evenly: any number of stories covers the same years."""
STEPS = ("Proposed", "Negotiation", "Signed", "Delivered")
"""How a deal goes on from story to story of the same two states."""


@dataclass(frozen=True)
class State:
    """A state as French newswire names it, with the prepositions that it takes."""

    name: str
    the: str
    of: str
    in_: str
    masculine: str
    feminine: str
    capital: str
    towns: tuple[str, ...]
    region: str


@dataclass(frozen=True)
class Person:
    """Somebody with an office: its title as written and as the gold has it, and the agency that it is held in."""

    name: str
    woman: bool
    state: State
    title: str
    gold_title: str
    of: str
    agency: str

    @cached_property
    def surname(self) -> str:
        """What follows the first name, as in « M. Ben Kadi »."""
        return ("Mme " if self.woman else "M. ") + self.name.partition(" ")[2]

    @cached_property
    def introduction(self) -> str:
        """The office and the name, as at a first mention."""
        demonym = self.state.feminine if self.woman else self.state.masculine
        office = " ".join(filter(None, (self.title, demonym, self.of)))
        return f"{'la' if self.woman else 'le'} {office}, {self.name}"


@dataclass(frozen=True)
class Event:
    """Something that happened, under a name by which its tellings are known to be one."""

    name: str
    kind: str
    day: date
    facts: dict[str, Any] = field(hash=False)
    status: str = "Held"


@dataclass(frozen=True)
class Story:
    """What happens around one visit of one state's official to another's."""

    number: int
    day: date
    host: Person
    guest: Person
    events: tuple[Event, ...]


class World:
    """The states, people and companies that a seed gives, and their stories."""

    def __init__(self, seed: int) -> None:
        """Take the seed: the same one gives the same world."""
        self.seed = seed
        with (DATA / "states.tsv").open(encoding="utf-8", newline="") as handle:
            rows = csv.DictReader((line for line in handle if not line.startswith("#")), delimiter="\t")
            self.states = [
                State(row["name"], row["the"], row["of"], row["in"], row["masculine"], row["feminine"], row["capital"],
                      tuple(row["towns"].split("|")), row["region"])
                for row in rows
            ]  # fmt: skip
        names = yaml.safe_load((DATA / "names.yaml").read_text(encoding="utf-8"))
        self.regions, self.firms, self.outlets = names["regions"], names["companies"], names["outlets"]
        self.grammar = yaml.safe_load((DATA / "grammar.yaml").read_text(encoding="utf-8"))
        self._people: dict[tuple[str, int, int], Person] = {}
        self._deals: dict[tuple[str, str], list[tuple[str, str, int, int]]] = defaultdict(list)

    def stories(self) -> Iterator[Story]:
        """Yield stories without end."""
        number = 0
        while True:
            yield self._story(number, Random(self.seed * 1_000_003 + number))
            number += 1

    def _story(self, number: int, chance: Random) -> Story:
        day = FIRST + timedelta(days=int(((number + 1) * GOLDEN) % 1 * DAYS))
        home = often(chance, self.states)
        other = often(chance, [s for s in self.states if s is not home])
        post = often(chance, range(len(self.grammar["posts"])))
        host, guest = self.person(home, post, day), self.person(other, post, day)
        place = home.capital if chance.random() < 0.7 else chance.choice(home.towns)
        topics = sample(chance, self.grammar["topics"], chance.randint(1, 4))
        met = day + timedelta(days=chance.randint(0, 1))

        def event(kind: str, when: date, status: str = "Held", **facts: Any) -> Event:
            return Event(f"{number}-{kind.lower()}", kind, when, facts, status)

        both = {"one": home, "two": other}
        events = [
            event("Visit", day, visitor=guest, destination=home, place=place),
            event("Meeting", met, host=host, guest=guest, place=place, topics=topics),
        ]
        if chance.random() < 0.5:
            events.append(event("Agreement", met, "Signed", **both, place=place, topic=topics[0]))
        if chance.random() < 0.6:
            events.append(self._deal(number, met, home, other, chance))
        if chance.random() < 0.5:
            events.append(event("Cooperation", met, **both, topics=topics))
        if chance.random() < 0.4:
            status = "Printed" if chance.random() < 0.3 else "Spoken"
            heard = {"speaker": chance.choice((host, guest)), "outlet": chance.choice(self.outlets), "place": place}
            events.append(event("Announcement", met, status, **heard))
        return Story(number, day, host, guest, tuple(events))

    def person(self, state: State, post: int, day: date) -> Person:
        """Return who holds an office of a state on a day; every few years somebody else does."""
        term = (day.toordinal() + 400 * post) // 1_300
        key = (state.name, post, term)
        if key not in self._people:
            chance = Random(f"{self.seed} {key}")
            region = self.regions[state.region]
            woman = chance.random() < 0.35
            surname = chance.choice(region["begin"]) + chance.choice(region["end"])
            name = f"{chance.choice(region['women' if woman else 'men'])} {surname}"
            masculine, feminine, gold, of, agency = self.grammar["posts"][post]
            self._people[key] = Person(name, woman, state, feminine if woman else masculine, gold, of, agency)
        return self._people[key]

    def _deal(self, number: int, day: date, home: State, other: State, chance: Random) -> Event:
        if chance.random() < 0.25:
            facts = {
                "company": self._company(number, chance), "maker": other, "state": home,
                "plant": chance.choice(self.grammar["plants"]), "site": chance.choice(home.towns),
            }  # fmt: skip
            return Event(f"{number}-deal", "Deal", day, facts, "Interest")
        running = self._deals[home.name, other.name]
        if running and chance.random() < 0.6:
            company, product, begun, step = running.pop()
        else:
            product = often(chance, self.grammar["products"])
            company, begun, step = self._company(number, chance), number, 0
        if step + 1 < len(STEPS):
            running.append((company, product, begun, step + 1))
        facts = {
            "company": company, "maker": other, "state": home, "product": product, "number": chance.randint(2, 120),
        }  # fmt: skip
        return Event(f"{begun}-deal", "Deal", day, facts, STEPS[step])

    def _company(self, number: int, chance: Random) -> str:
        """Return a company's name: an old one often, now and then one that nobody has heard of."""
        n = int(chance.random() ** 2.2 * (8 + number**0.8))
        begin, end, trade = self.firms["begin"], self.firms["end"], self.firms["trade"]
        n, first = divmod(n, len(begin))
        n, last = divmod(n, len(end))
        n, does = divmod(n, len(trade))
        return f"{begin[first]}{end[last]} {trade[does]}" + (f" {n + 1}" if n else "")


def often(chance: Random, among: Any) -> Any:
    """Return one of a sequence, the first ones far more often."""
    return among[int(chance.random() ** 2.2 * len(among))]


def sample(chance: Random, among: list[str], count: int) -> list[str]:
    """Return several different ones, the first ones far more often, in the order of the list."""
    found = {often(chance, among) for _ in range(count)}
    return [one for one in among if one in found]
