"""Who and what an article names while it is read: entities in the making, uses of titles, and mentions."""

from __future__ import annotations

import sys
from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.graph.iris import entity_iri
from dragoman.graph.lexicon import Title
from dragoman.graph.records import Entity


@dataclass(eq=False)
class Draft:
    """An entity in the making: it gathers its names and its country while the article is read.

    Attributes:
        kind: the ontology's class.
        names: how the article names it, the label first.
        iri: the lexicon's IRI, None for what the lexicon does not know.
        country: the country that it belongs to.
        stands_for: the state whose government it is a by-name of.
        portfolio: for a ministry, its field.
        identity: the name that the IRI is made from where that is not the first name.
        shared: whether every state's agency bears the name, so that the IRI needs the country.
        feminine: for a person, whether a woman, None where nothing tells.
        country_at: the tokens that tell the country.
        first: the token where a person is named first.
        article: for an unnamed source, the article whose source it is.
    """

    kind: str
    names: list[str]
    iri: str | None = None
    country: str | None = None
    stands_for: str | None = None
    portfolio: str | None = None
    identity: str = ""
    shared: bool = False
    feminine: bool | None = None
    country_at: tuple[int, int] | None = None
    article: str | None = None
    first: int = sys.maxsize

    @property
    def key(self) -> str:
        """The entity's IRI: the lexicon's, or one made from its first name.

        A name that every state's agency bears (« ministère de l’Énergie », « Assemblée nationale ») has its country beside it.
        """
        if self.iri:
            return self.iri
        name = self.identity if self.identity and self.country else self.names[0]
        if (self.portfolio or self.shared) and self.country:
            name = f"{name} {self.country.rpartition('/')[2]}"
        if self.article:
            name = f"{name} {self.article}"
        return entity_iri(self.kind, name)

    def entity(self) -> Entity:
        """Return the entity as a value."""
        return Entity(self.key, self.kind, tuple(dict.fromkeys(self.names)), known=self.iri is not None)


@dataclass(eq=False)
class TitleUse:
    """One use of an office's title: its words, its complement, and whoever holds it.

    Attributes:
        start, end: the tokens of the title itself, adjectives that belong to it included.
        text: its words; for one of several, or for a counterpart, the title meant.
        title: the lexicon's title.
        plural: whether several hold it.
        former: whether it is said to be over (« ancien »).
        country, country_span: the country that its words tell, and where.
        countries: the countries of several, in order (« les ministres algérien et tunisien »).
        agencies: the institutions, and where they stand.
        outer: the whole noun phrase, determiner and complement included.
        determiner: the folded word that leads it, "" for none.
        written: whether `text` stands in the article as it is.
        town: whether its complement is a place.
        fields: where each field of a ministry stands.
        count: how many hold it, where a number says so (« les deux ministres »).
        possessor: whose counterpart or successor is meant, where the words say so.
        counterpart: whether the title was said by reference to another holder.
        inner: whether it stands inside the complement of another title.
        borrowed: whether its institution is that of another title inside its complement.
        metonym: whether it is a by-name (« l’hôte du Kremlin ») and no title.
        described: whether it was said of the holder without the name beside it.
    """

    start: int
    end: int
    text: str
    title: Title
    plural: bool = False
    former: bool = False
    country: str | None = None
    country_span: tuple[int, int] | None = None
    countries: list[tuple[str, tuple[int, int]]] = field(default_factory=list)
    agencies: list[tuple[Draft, int, int]] = field(default_factory=list)
    outer: tuple[int, int] = (0, 0)
    determiner: str = ""
    written: bool = True
    town: bool = False
    fields: list[tuple[int, int]] = field(default_factory=list)
    count: int = 0
    possessor: Draft | None = None
    counterpart: bool = False
    inner: bool = False
    borrowed: bool = False
    described: bool = False
    metonym: bool = False

    @property
    def label(self) -> str:
        """The title's label in the lexicon ("ministre")."""
        return self.title.label

    @property
    def scope(self) -> str:
        """On whose behalf the title is held; "counterpart" as long as nobody has said whose."""
        return self.title.scope

    @property
    def epithet(self) -> bool:
        """Whether the title is a form of address that tells of no office."""
        return self.title.epithet


@dataclass(eq=False)
class Mention:
    """Words that stand for an entity.

    Attributes:
        start, end: the tokens of the whole noun phrase, titles and appositions included, end exclusive.
        core: the tokens that name it.
        kind: the entity's kind, or "Adjective" (« russe »), "Pair" (« maroco-russe »), "Description" (« le responsable
            marocain »), "Pronoun".
        draft: the entity, once known.
        country: the country that an adjective, a description or the entity belongs to.
        titles: the title uses inside the phrase.
        members: for a plural (« les deux ministres ») or a pair, the entities.
        plural: whether the words stand for several.
        feminine: whether they stand for a woman, None where nothing tells.
        via: how it was found ("lexicon", "honorific", "title", "model", "grammar", "description", "pronoun", "known" …).
        country_at: for an institution, the tokens inside its name that tell its country.
    """

    start: int
    end: int
    core: tuple[int, int]
    kind: str
    draft: Draft | None = None
    country: str | None = None
    titles: list[TitleUse] = field(default_factory=list)
    members: list[Draft] = field(default_factory=list)
    plural: bool = False
    feminine: bool | None = None
    via: str = "lexicon"
    country_at: tuple[int, int] | None = None

    @property
    def drafts(self) -> list[Draft]:
        """Every entity that the mention stands for."""
        return self.members or ([self.draft] if self.draft else [])


class Mentions(list[Mention]):
    """The mentions of an article in a list that also knows which of them lie in one sentence.

    Every component asks again and again which mention covers a token, and adds, drops and sorts as it goes; going through all of
    them each time would make the reader's time grow with the square of an article's length. So each sentence has a shelf, and
    what was added since the list was last in order is put in its place alone.
    """

    def __init__(self, mentions: Iterable[Mention], numbers: Sequence[int]) -> None:
        """Keep the mentions; `numbers` holds for each token the number of its sentence."""
        super().__init__(mentions)
        self._numbers = numbers
        self._shelves: dict[int, list[Mention]] | None = None
        self._new: list[Mention] | None = None
        self.version = 0

    def beside(self, token: int) -> list[Mention]:
        """Return the mentions that lie in a token's sentence, in the order of the list."""
        if self._shelves is None:
            self._shelves = {}
            for mention in self:
                self._shelves.setdefault(self._numbers[mention.start], []).append(mention)
        return self._shelves.get(self._numbers[token], [])

    def append(self, mention: Mention) -> None:
        """Add a mention at the end."""
        super().append(mention)
        self.version += 1
        if self._new is not None:
            self._new.append(mention)
            if len(self._new) > _FEW:
                self._new = None
        if self._shelves is not None:
            self._shelves.setdefault(self._numbers[mention.start], []).append(mention)

    def remove(self, mention: Mention) -> None:
        """Take a mention out."""
        super().remove(mention)
        self.version += 1
        if self._new is not None and mention in self._new:
            self._new.remove(mention)
        if self._shelves is not None:
            self._shelves[self._numbers[mention.start]].remove(mention)

    def moved(self) -> None:
        """Note that a mention's extent has changed, so that the list may be out of order."""
        self._new = None
        self.version += 1

    def arrange(self) -> None:
        """Put the mentions in the order of the text: all of them, or only those that are new where the others are in it."""
        self.version += 1
        if self._new is None:
            super().sort(key=_place)
            self._shelves = None
        else:
            del self[len(self) - len(self._new) :]
            for mention in self._new:
                insort(self, mention, key=_place)
                if self._shelves is not None:
                    shelf = self._shelves[self._numbers[mention.start]]
                    shelf.remove(mention)
                    insort(shelf, mention, key=_place)
        self._new = []


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


_FEW = 16
"""New mentions that are put in their place one by one; of more, sorting all is quicker."""
