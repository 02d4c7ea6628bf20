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


@dataclass(frozen=True)
class Title:
    """An office's title ("ministre"), with every form in which it is written.

    Attributes:
        iri: its IRI.
        label: the masculine singular form.
        singular: forms for one person, both genders and every spelling.
        plural: forms for several.
        scope: "royal" (a king and his house), "state" (of a state as such: head of state or government) or "agency".
        epithet: whether it is a form of address that says no more than another title does ("le Souverain").
    """

    iri: str
    label: str
    singular: tuple[str, ...]
    plural: tuple[str, ...]
    scope: str
    epithet: bool = False


@dataclass(frozen=True)
class Office:
    """That somebody held an office, as known beforehand; never stated as a record."""

    holder: str
    title: str
    country: str | None
    agency: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All entries, titles and offices, found by IRI and by folded name."""

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
