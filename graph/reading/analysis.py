"""What the components know of one article while they read it: tokens, mentions and the entities behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dragoman.graph.iris import entity_iri, fold
from dragoman.graph.lexicon import Lexicon
from dragoman.graph.reading.language import Words
from dragoman.graph.records import Entity, Rejection, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

ACTORS = frozenset({"Person", "Country", "Agency", "Organization", "Company", "Outlet"})


@dataclass(eq=False)
class Draft:
    """An entity in the making: it gathers its names and its country while the article is read."""

    kind: str
    names: list[str]
    iri: str | None = None
    country: str | None = None
    stands_for: str | None = None
    portfolio: str | None = None
    article: str | None = None

    @property
    def key(self) -> str:
        """The entity's IRI: the lexicon's, or one made from its first name (and a ministry's country, a source's article)."""
        if self.iri:
            return self.iri
        name = self.names[0]
        if self.portfolio and self.country:
            name = f"{name} {self.country.rpartition('/')[2]}"
        if self.article:
            name = f"{name} {self.article}"
        return entity_iri(self.kind, name)

    def entity(self) -> Entity:
        """Return the entity as a value."""
        return Entity(self.key, self.kind, tuple(dict.fromkeys(self.names)), known=self.iri is not None)


@dataclass(eq=False)
class TitleUse:
    """One use of an office's title: its words, its complement, and whoever holds it."""

    start: int
    end: int
    text: str
    label: str
    scope: str
    plural: bool = False
    former: bool = False
    country: str | None = None
    country_span: tuple[int, int] | None = None
    agencies: list[tuple[Draft, int, int]] = field(default_factory=list)
    outer: tuple[int, int] = (0, 0)
    determiner: str = ""
    epithet: bool = False
    possessor: Draft | None = None


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

    @property
    def drafts(self) -> list[Draft]:
        """Every entity that the mention stands for."""
        return self.members or ([self.draft] if self.draft else [])


@dataclass(eq=False)
class Analysis:
    """The workspace that the components share for one article."""

    doc: Doc
    words: Words
    lexicon: Lexicon
    published: date | None
    article: str = ""
    language: str = "fr"
    source_text: str = ""
    folds: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    titles: list[TitleUse] = field(default_factory=list)
    drafts: dict[str, Draft] = field(default_factory=dict)
    acronyms: dict[str, Draft] = field(default_factory=dict)
    tenures: list[tuple[Draft, TitleUse]] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    pair: list[Draft] = field(default_factory=list)

    def prepare(self) -> None:
        """Fold every token and lemma, and note where sentences begin and end."""
        self.source_text = self.doc.text  # spaCy joins the tokens anew at each call
        self.folds = [fold(t.text) for t in self.doc]
        self.lemmas = [self._lemma(t.pos_, f, t.lemma_) for t, f in zip(self.doc, self.folds, strict=True)]
        self.sentences = [(s.start, s.end) for s in self.doc.sents]

    def _lemma(self, pos: str, folded: str, lemma: str) -> str:
        """The model's lemma, or ours where it is a verb's and the model has left the form as it stood."""
        if pos in {"VERB", "AUX"} and folded in self.words.forms:
            return self.words.forms[folded]
        return fold(lemma)

    def span(self, start: int, end: int) -> Span:
        """Return the characters of the tokens from `start` to `end`, quotation marks at the edges left out."""
        while end - 1 > start and (self.doc[end - 1].is_space or self.doc[end - 1].text in '«»"”“’‘'):
            end -= 1
        while start < end - 1 and (self.doc[start].is_space or self.doc[start].text in '«»"”“’‘'):
            start += 1
        last = self.doc[end - 1]
        return Span(self.doc[start].idx, last.idx + len(last.text))

    def text(self, start: int, end: int) -> str:
        """Return the words of the tokens from `start` to `end`."""
        return self.span(start, end).of(self.source_text)

    def sentence_of(self, token: int) -> tuple[int, int]:
        """Return the sentence that holds a token."""
        low, high = 0, len(self.sentences) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.sentences[middle][0] <= token:
                low = middle
            else:
                high = middle - 1
        return self.sentences[low]

    def known(self, iri: str) -> Draft:
        """Return the draft of a lexicon entry."""
        if iri not in self.drafts:
            entry = self.lexicon.entries[iri]
            country = entry.iri if entry.kind == "Country" else entry.country
            self.drafts[iri] = Draft(entry.kind, [entry.label], iri, country, entry.stands_for)
        return self.drafts[iri]

    def met(self, kind: str, name: str, country: str | None = None, portfolio: str | None = None) -> Draft:
        """Return the draft of an entity that the lexicon does not know, made at its first mention."""
        for entry in self.lexicon.named(name):
            if entry.kind == kind and not portfolio:
                return self.known(entry.iri)
        key = f"{kind} {fold(name)} {country or '' if portfolio else ''}".strip()
        if key not in self.drafts:
            self.drafts[key] = Draft(kind, [name], None, country, None, portfolio)
        return self.drafts[key]

    def source(self, words: str) -> Draft:
        """Return the draft of a source that nobody names: it is one of this article alone, called as it is written."""
        key = f"Source {fold(words)}"
        if key not in self.drafts:
            self.drafts[key] = Draft("Source", [words], article=self.article)
        return self.drafts[key]

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin between two tokens, in order."""
        return sorted((m for m in self.mentions if start <= m.start < end), key=lambda m: (m.start, -m.end))

    def at(self, token: int) -> Mention | None:
        """Return the mention that covers a token."""
        for mention in self.mentions:
            if mention.start <= token < mention.end:
                return mention
        return None

    def sort(self) -> None:
        """Put the mentions in the order of the text."""
        self.mentions.sort(key=lambda m: (m.start, -m.end))
