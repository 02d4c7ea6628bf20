"""What the lexicon holds, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.graph.iris import fold


@dataclass(frozen=True)
class Entry:
    """Somebody or something that is known before reading.

    Attributes:
        iri: its IRI.
        kind: the ontology's class ("Country", "Person", "Agency", "Company", "Outlet", "Organization", "Place").
        label: its name in French, else in English, else any.
        names: every spelling in every language, acronyms too, sorted.
        country: the country that it belongs to or lies in.
        stands_for: the country whose government it is a by-name of ("Rabat", "le Kremlin").
        demonyms: for a country, its adjective in every form ("russe", "russes").
        combining: for a country, its form before a hyphen ("maroco").
        polities: for a country, the common nouns that stand for it ("royaume").
        capital: for a country, the place that is its capital, None where that is disputed.
        gender: for a person, "m" or "f" where known.
        tags: for each name its languages ("fr en"), in the order of `names`; "" where it bears none.
        labels: its name in each language that has one, as pairs.
    """

    iri: str
    kind: str
    label: str
    names: tuple[str, ...]
    country: str | None = None
    stands_for: str | None = None
    demonyms: tuple[str, ...] = ()
    combining: tuple[str, ...] = ()
    polities: tuple[str, ...] = ()
    capital: str | None = None
    gender: str | None = None
    tags: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()

    def label_in(self, language: str) -> str:
        """Return its name in a language, `label` where it has none there."""
        return dict(self.labels).get(language, self.label)

    def names_in(self, *languages: str) -> tuple[str, ...]:
        """Return the names in some languages, and those that are of no language.

        A reader of French has no use for a country's English name: "Jordan" is a Christian name there.
        """
        wanted = set(languages)
        return tuple(n for n, tag in zip(self.names, self.tags, strict=True) if not tag or wanted & set(tag.split()))


@dataclass(frozen=True)
class Title:
    """An office's title ("ministre"), with every form in which it is written.

    Attributes:
        iri: its IRI.
        label: the masculine singular form.
        singular: forms for one person, both genders and every spelling.
        plural: forms for several.
        scope: on whose behalf it is held: "royal" (a king and his house), "state" (a state as such: its head or its
            government's), "diplomacy" (a state's foreign ministry), "agency" (an institution), "counterpart" (said by
            reference to another holder: "son homologue").
        epithet: whether it is a form of address that tells of no office ("Sa Majesté").
    """

    iri: str
    label: str
    singular: tuple[str, ...]
    plural: tuple[str, ...]
    scope: str
    epithet: bool = False


@dataclass(frozen=True)
class Office:
    """That somebody held an office, as known beforehand; never stated as a record.

    Attributes:
        holder: the person's IRI.
        title: the title's IRI.
        country: the country's IRI.
        agency: the institution's IRI, None for an office of the state as such.
        start, end: ISO dates, as precise as the source; no end where the source knows of none.
    """

    holder: str
    title: str
    country: str | None
    agency: str | None
    start: str | None
    end: str | None

    def held_on(self, day: str) -> bool:
        """Return whether the office was held on an ISO day, as far as is known; a vague date counts whole.

        >>> Office("id:x", "id:roi", None, None, "1999-07", None).held_on("1999-07-01")
        True
        """
        start, end = self.start or "", self.end or "9999"
        return start <= day[: len(start)] and day[: len(end)] <= end


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All entries, titles and offices, found by IRI and by folded name.

    Attributes:
        entries: every entry by its IRI.
        titles: every title of office, sorted by IRI.
        offices: who held which office when, sorted by IRI.
        notices: what an analyst should know of the files that were added: names that are now borne by two entries.
    """

    entries: Mapping[str, Entry]
    titles: tuple[Title, ...]
    offices: tuple[Office, ...]
    notices: tuple[str, ...] = ()
    _names: dict[str, list[Entry]] = field(default_factory=dict, repr=False, compare=False)

    def named(self, name: str) -> tuple[Entry, ...]:
        """Return the entries that bear `name` in any language, case and accents aside."""
        if not self._names:
            for entry in self.entries.values():
                for folded in {fold(n) for n in entry.names}:
                    self._names.setdefault(folded, []).append(entry)
        return tuple(self._names.get(fold(name), ()))
