"""What one article states once, as the network carries it: the values, the words, and who said them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Source:
    """Where a statement was published.

    Attributes:
        iri: the article's IRI.
        title: its headline, empty where none is known.
        outlet: who published it, empty where unknown.
        url: its address, empty where unknown.
        published: its day (ISO 8601), empty where unknown.
        language: BCP 47 tag of its language.
    """

    iri: str
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""
    language: str = ""


@dataclass(frozen=True, order=True)
class Quotation:
    """A sentence exactly as the article has it.

    Attributes:
        begin: its first character's place in the article, in Unicode code points.
        words: the sentence.
        marks: the words in it that stand for an entity: first and last place within the sentence, and the entity's IRI.
    """

    begin: int
    words: str
    marks: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True)
class Statement:
    """One record of one article.

    Attributes:
        iri: the record's IRI.
        kind: its class ("Deal").
        happening: the IRI of what it tells of; its own where nothing else is known, empty for a tenure.
        slots: the values of each property, by the property's local name, sorted ("supplier": (IRI,)).
        quotations: the sentences that state it, in the order of the text.
        source: the article.
    """

    iri: str
    kind: str
    happening: str
    slots: dict[str, tuple[str, ...]] = field(hash=False)
    quotations: tuple[Quotation, ...]
    source: Source

    def first(self, name: str) -> str:
        """Return the first value of a property, empty where it has none."""
        return next(iter(self.slots.get(name, ())), "")

    @property
    def status(self) -> str:
        """The status as the ontology names it ("Proposed"), empty where none is stated."""
        return self.first("status")

    @property
    def certainty(self) -> str:
        """The certainty as the ontology names it."""
        return self.first("certainty") or "Asserted"

    @property
    def speakers(self) -> tuple[str, ...]:
        """The IRIs of those who said it; empty where the article speaks for itself."""
        return self.slots.get("statedBy", ())

    @property
    def order(self) -> tuple[str, str, str]:
        """Where it stands among others: by publication day, article and place in the article."""
        begin = self.quotations[0].begin if self.quotations else 0
        return (self.source.published, self.source.iri, f"{begin:012}{self.iri}")
