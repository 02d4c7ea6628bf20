"""What the components know of one article while they read it: tokens, mentions and the entities behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

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


class Mentions(list[Mention]):
    """The mentions of an article in a list that also knows which of them lie in one sentence.

    Every component asks again and again which mention covers a token; going through all of them each time would make the
    reader's time grow with the square of an article's length.
    """

    def __init__(self, mentions: Iterable[Mention], sentence: Callable[[int], int]) -> None:
        """Keep the mentions; `sentence` tells the number of a token's sentence."""
        super().__init__(mentions)
        self._sentence = sentence
        self._shelves: dict[int, list[Mention]] | None = None

    def beside(self, token: int) -> list[Mention]:
        """Return the mentions that lie in a token's sentence, in the order of the list."""
        if self._shelves is None:
            self._shelves = {}
            for mention in self:
                self._shelves.setdefault(self._sentence(mention.start), []).append(mention)
        return self._shelves.get(self._sentence(token), [])

    def append(self, mention: Mention) -> None:
        """Add a mention at the end."""
        super().append(mention)
        if self._shelves is not None:
            self._shelves.setdefault(self._sentence(mention.start), []).append(mention)

    def remove(self, mention: Mention) -> None:
        """Take a mention out."""
        super().remove(mention)
        self._shelves = None

    def sort(self, **how: Any) -> None:
        """Sort the mentions."""
        super().sort(**how)
        self._shelves = None


@dataclass(eq=False)
class Analysis:
    """The workspace that the components share for one article."""

    doc: Doc
    words: Words
    lexicon: Lexicon
    published: date | None
    article: str = ""
    source_text: str = ""
    folds: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    mentions: Mentions = field(default_factory=list)  # type: ignore[arg-type]
    titles: list[TitleUse] = field(default_factory=list)
    drafts: dict[str, Draft] = field(default_factory=dict)
    acronyms: dict[str, Draft] = field(default_factory=dict)
    tenures: list[tuple[Draft, TitleUse]] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    pair: list[Draft] = field(default_factory=list)
    _numbers: list[int] = field(default_factory=list)

    def __setattr__(self, name: str, value: Any) -> None:
        """Keep the mentions in a list that finds those of one sentence at once, whoever sets them."""
        if name == "mentions" and not isinstance(value, Mentions):
            value = Mentions(value, lambda token: self._numbers[token] if self._numbers else 0)
        super().__setattr__(name, value)

    def prepare(self) -> None:
        """Fold every token and lemma, and note where sentences begin and end."""
        self.source_text = self.doc.text  # spaCy joins the tokens anew at each call
        self.folds = [fold(t.text) for t in self.doc]
        self.lemmas = [self._lemma(t.pos_, f, t.lemma_) for t, f in zip(self.doc, self.folds, strict=True)]
        self.sentences = [(s.start, s.end) for s in self.doc.sents]
        self._numbers = [n for n, (start, end) in enumerate(self.sentences) for _ in range(start, end)]

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
        return self.sentences[self._numbers[min(token, len(self._numbers) - 1)]]

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
        if start >= end or not self._numbers:
            return []
        first, last = (self._numbers[min(i, len(self._numbers) - 1)] for i in (max(start, 0), end - 1))
        near = [m for n in range(first, last + 1) for m in self.mentions.beside(self.sentences[n][0])]
        return sorted((m for m in near if start <= m.start < end), key=lambda m: (m.start, -m.end))

    def at(self, token: int) -> Mention | None:
        """Return the mention that covers a token."""
        for mention in self.mentions.beside(token):
            if mention.start <= token < mention.end:
                return mention
        return None

    def sort(self) -> None:
        """Put the mentions in the order of the text."""
        self.mentions.sort(key=lambda m: (m.start, -m.end))
