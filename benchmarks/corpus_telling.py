"""Tells stories in French, with the gold of what each sentence says: an article is told from a day, by an outlet.

The gold has the format of `articles/*.yaml`, and in each record beside it `event`, the name of what happened, which the
records of all its tellings share.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from corpus_stories import Event, Person, State, Story, World, often, sample

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
LONG_AGO = 45
"""Days after which an event is told in the pluperfect."""
_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Told:
    """An article and its gold.

    Attributes:
        name: its name, by which files are called.
        text: its body.
        title, outlet, url, published: what is known of its publication.
        records: its gold, in the format of `articles/*.yaml`.
    """

    name: str
    text: str
    title: str
    outlet: str
    url: str
    published: date
    records: tuple[dict[str, Any], ...]


def articles(seed: int, number: int) -> Iterator[Told]:
    """Yield so many articles; the first ones are the same, however many there are."""
    world = World(seed)
    past: dict[frozenset[str], deque[Story]] = defaultdict(lambda: deque(maxlen=6))
    told = 0
    for story in world.stories():
        chance = Random(seed * 7_000_003 + story.number)
        between = past[frozenset((story.host.state.name, story.guest.state.name))]
        # most stories are told once or twice, a few by everybody
        for _ in range(min(12, int(1 / (0.08 + chance.random())) or 1)):
            if told == number:
                return
            yield _Teller(world, story, tuple(between), told, chance).told()
            told += 1
        between.append(story)


def tellings(seed: int, number: int) -> Iterator[Told]:
    """Yield so many articles that all tell of one story, the first of which everything is told."""
    world = World(seed)
    story = next(one for one in world.stories() if len(one.events) > 5)
    for n in range(number):
        yield _Teller(world, story, (), n, Random(seed * 7_000_003 + n)).told()


class _Teller:
    """Writes one article: who was introduced already, and what the gold has so far."""

    def __init__(self, world: World, story: Story, past: tuple[Story, ...], number: int, chance: Random) -> None:
        self.world, self.story, self.past, self.number, self.chance = world, story, past, number, chance
        ahead = chance.random() < 0.12
        self.published = story.day + timedelta(days=-3 if ahead else 1 + int(chance.random() ** 3 * 90))
        self.records: list[dict[str, Any]] = []
        self.introduced: set[str] = set()
        self.quotes: dict[str, str] = {}

    def told(self) -> Told:
        chance, grammar = self.chance, self.world.grammar
        idle = chance.random() < 0.04  # nothing of what we look for
        events = () if idle else self.story.events
        if len(events) > 2 and chance.random() < 0.5:
            events = tuple(sorted(chance.sample(events, len(events) - 1), key=events.index))
        sentences = [s for s in map(self._event, events) if s]
        before = [s for s in self.past if (self.published - s.day).days > LONG_AGO]
        if before and not idle and chance.random() < 0.35:
            older = [e for e in chance.choice(before).events if e.kind not in {"Announcement", "Cooperation"}]
            sentences.append(self._event(chance.choice(older)))
        for words in sample(chance, grammar["distractors"], chance.randint(2, 5)):
            sentences.insert(chance.randint(1, len(sentences)) if sentences else 0, words)
        text = "".join(s + ("\n\n" if n % 3 == 2 else " ") for n, s in enumerate(filter(None, sentences))).strip()
        kind = events[-1].kind if events else "none"
        facts = {"a": self.story.host.state.name, "b": self.story.guest.state.name, "company": "",
                 "place": self.story.events[0].facts["place"]}  # fmt: skip
        facts |= {k: v for k, v in (events[-1].facts if events else {}).items() if k == "company"}
        name = f"{self.number:07}"
        return Told(name, text, grammar["titles"][kind].format(**facts), often(chance, self.world.outlets),
                    f"https://corpus.example/{self.world.seed}/{name}", self.published, tuple(self.records))  # fmt: skip

    def _event(self, event: Event) -> str:
        """Return a sentence that tells of an event, and keep what it says; nothing where it cannot be told yet."""
        status = self._status(event)
        told = self.world.grammar[event.kind].get(status)
        if told is None:
            return ""
        template = self.chance.choice(told)
        names = _FIELD.findall(template)
        facts = event.facts | {"voice": self.chance.choice((self.story.host, self.story.guest))}
        when, day = self._when(event.day) if "when" in names else ("", "")
        record: dict[str, Any] = {"type": event.kind}
        said = {name: when if name == "when" else self._words(name, facts, record) for name in names}
        sentence: str = template.format(**said).replace(",,", ",").replace(",.", ".")
        if len(facts.get("topics", ())) == 1:
            sentence = sentence.replace("les domaines", "le domaine")
        sentence = sentence[0].upper() + sentence[1:]
        self._complete(event, status, record, day)
        record |= {"quote": sentence, "event": event.name}
        self.records.append(record)
        self._introduce(sentence, facts)
        return sentence

    def _status(self, event: Event) -> str:
        """Return how an event is told on the day of publication: as to come, as it is, or as long past."""
        far = (self.published - event.day).days
        if event.kind in {"Deal", "Cooperation", "Announcement"}:
            return event.status if far >= 0 else ""
        if far < 0:
            return "Planned"
        return "Past" if far > LONG_AGO else event.status

    def _complete(self, event: Event, status: str, record: dict[str, Any], day: str) -> None:
        """Add what a record holds without its sentence spelling it: the status, the destination, the sides."""
        if day:
            record["date"] = day
        if event.kind == "Visit":
            record["destination"] = event.facts["destination"].name
        if event.kind in {"Visit", "Meeting"} and status == "Planned":
            record["status"] = "planned"
        if event.kind == "Agreement":
            record.pop("place", None)  # nobody asks where an agreement was signed
        if status == "Spoken":
            record["place"] = f"conférence de presse|{record['place']}"
        if event.kind == "Deal":
            record["status"] = event.status.lower()

    def _words(self, name: str, facts: dict[str, Any], record: dict[str, Any]) -> str:
        """Return what is put in place of a field of a template, and keep what it says in the record."""
        if name.endswith("_e"):
            return "e" if facts[name[:-2]].woman else ""
        if name == "guest_whom":
            return "laquelle" if facts["guest"].woman else "lequel"
        if name in {"topic", "topic_of", "topics_of"}:
            listed = [facts["topic"]] if name != "topics_of" else facts["topics"]
            slot = {"Meeting": "topics"}.get(record["type"], "topic")
            record[slot] = [_bare(one) for one in listed]
            return _enumerated([_of(one) for one in listed]) if name.endswith("_of") else listed[0]
        if name in {"state", "to_state"}:
            record["recipient"] = facts["state"].name
            return _to(facts["state"]) if name == "to_state" else str(facts["state"].the)
        if name == "number":
            record |= {"quantityMin": facts["number"], "quantityMax": facts["number"]}
        value = facts[name]
        match value:
            case Person():
                slot = {"host": "participants", "guest": "participants", "voice": "statedBy"}.get(name, name)
                if slot in {"participants", "visitor"}:
                    record.setdefault(slot, []).append(value.name)
                else:
                    record[slot] = value.name
                if value.name in self.introduced:
                    return value.surname
                self.introduced.add(value.name)
                return f"{value.introduction},"
            case State():
                record.setdefault("parties", []).append(value.name)
                return value.the
        slot = {"company": "supplier", "plant": "product", "outlet": "place"}.get(name, name)
        if slot not in {"number"}:
            record[slot] = _bare(value) if slot == "product" else value
        if name == "company" and value not in self.introduced:
            self.introduced.add(value)
            return f"la société {facts['maker'].feminine} {value}"
        return str(value)

    def _introduce(self, sentence: str, facts: dict[str, Any]) -> None:
        """Keep the office of everybody whom a sentence names with it."""
        for value in facts.values():
            if isinstance(value, Person) and value.name not in self.quotes:
                words = value.introduction
                quote = words if words in sentence else words[0].upper() + words[1:]
                if quote in sentence:
                    self.quotes[value.name] = quote
                    tenure = {"type": "Tenure", "holder": value.name, "title": value.gold_title}
                    tenure |= {"agency": value.agency} if value.agency else {}
                    self.records.append(tenure | {"country": value.state.name, "quote": quote})

    def _when(self, day: date) -> tuple[str, str]:
        """Return how a day is told on the day of publication, and what the gold has of it."""
        far = (self.published - day).days
        if -6 <= far <= 6 and self.chance.random() < 0.6:
            return DAYS[day.weekday()], day.isoformat()
        month = MONTHS[day.month - 1]
        if abs(far) > 200 and self.chance.random() < 0.6:
            return f"en {month} {day.year}", f"{day:%Y-%m}"
        of_month = "1er" if day.day == 1 else str(day.day)
        year = f" {day.year}" if day.year != self.published.year or abs(far) > 200 else ""
        return f"le {of_month} {month}{year}", day.isoformat()


def _bare(words: str) -> str:
    """« la pêche maritime » is « pêche maritime » in the gold."""
    return re.sub(r"^(?:la |le |les |une |un |l’)", "", words)


def _of(words: str) -> str:
    """« le tourisme » with « de » is « du tourisme »."""
    first, _, rest = words.partition(" ")
    return {"le": f"du {rest}", "les": f"des {rest}"}.get(first, f"de {words}")


def _to(state: State) -> str:
    return f"au {state.name}" if state.the.startswith("le ") else f"à {state.the}"


def _enumerated(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} et {words[-1]}"
