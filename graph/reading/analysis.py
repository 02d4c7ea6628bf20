"""What the components know of one article while they read it: tokens, mentions and the entities behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dragoman.graph.iris import fold
from dragoman.graph.lexicon import Lexicon
from dragoman.graph.reading.language import Words
from dragoman.graph.reading.mentions import Draft as Draft
from dragoman.graph.reading.mentions import Mention as Mention
from dragoman.graph.reading.mentions import Mentions
from dragoman.graph.reading.mentions import TitleUse as TitleUse
from dragoman.graph.reading.people.actor_words import ActorWords, actor_words
from dragoman.graph.reading.people.registry import People
from dragoman.graph.reading.text.sentences import first_tokens
from dragoman.graph.records import Rejection, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_fold = lru_cache(maxsize=65_536)(fold)  # newswire says the same words again and again
_MARKS = '«»"”“’‘'
ACTORS = frozenset({"Person", "Country", "Agency", "Organization", "Company", "Outlet"})


@dataclass(eq=False)
class Analysis:
    """The workspace that the components share for one article.

    Attributes:
        document: the tagged document.
        doc: its tokens, each made once: asking the document for one makes it anew.
        words, terms: what is known of its language.
        lexicon: what is known of the world.
        article: what sets this article's unnamed sources apart.
        source_text: the text.
        children: the tokens that each token governs, none where nothing parsed the document (asking such a token itself for
            them can crash).
        published: the day from which relative dates are counted.
        texts: each token as it is written: asking a token itself looks its words up anew.
        folds, lemmas: each token and lemma, folded.
        sentences: where sentences begin and end, as tokens.
        mentions: who and what is named where, in the order of the text.
        heads: the title that each token of a title belongs to.
        shouted: where sentences begin that are all in capitals.
        nested: titles inside the complement of another (« conseiller du président »).
        people: everybody named.
        drafts: every entity by its key.
        acronyms: institutions by their folded acronym.
        tenures: who holds which title.
        companies: those that only a title names (« le PDG de Sonagaz »), with where.
        bodies: institutions read by their grammar, those that a longer name swallowed too.
        states: those that the article names, by name, adjective, place or person.
        openings: for each token the first of its folded words, by which lists of phrases are looked up.
        homonyms: entries of the lexicon whose name this article gives to another state's institution.
        possessors: for the token of a possessive (« sa visite », « leur entretien »), those whose it is, where certain.
        rejected: what was considered and dropped, with the reason.
        pair: the two states that the article is about.
    """

    document: Doc
    words: Words
    lexicon: Lexicon
    published: date | None
    article: str = ""
    language: str = "fr"
    source_text: str = ""
    doc: list[Token] = field(default_factory=list)
    children: list[list[Token]] = field(default_factory=list, repr=False)
    texts: list[str] = field(default_factory=list)
    folds: list[str] = field(default_factory=list)
    openings: list[str] = field(default_factory=list, repr=False)
    lemmas: list[str] = field(default_factory=list)
    scenes: dict[int, object] = field(default_factory=dict)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    _numbers: list[int] = field(default_factory=list, repr=False)
    mentions: list[Mention] = field(default_factory=list)
    titles: list[TitleUse] = field(default_factory=list)
    drafts: dict[str, Draft] = field(default_factory=dict)
    acronyms: dict[str, Draft] = field(default_factory=dict)
    tenures: list[tuple[Draft, TitleUse]] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    pair: list[Draft] = field(default_factory=list)
    terms: ActorWords = field(default_factory=lambda: actor_words("fr"))
    people: People = field(default_factory=People)
    heads: dict[int, TitleUse] = field(default_factory=dict)
    shouted: set[int] = field(default_factory=set)
    nested: list[TitleUse] = field(default_factory=list)
    companies: list[tuple[Draft, int]] = field(default_factory=list)
    states: set[str] = field(default_factory=set)
    bodies: list[Mention] = field(default_factory=list)
    homonyms: set[str] = field(default_factory=set)
    possessors: dict[int, list[Draft]] = field(default_factory=dict)
    _named: dict[int, list[Mention]] = field(default_factory=dict, repr=False)
    _named_for: list[Mention] | None = field(default=None, repr=False)
    _named_at: int = -1

    def __setattr__(self, name: str, value: Any) -> None:
        """Keep the mentions in a list that finds those of one sentence at once, whoever sets them."""
        if name == "mentions" and not isinstance(value, Mentions):
            value = Mentions(value, self._numbers)
        super().__setattr__(name, value)

    def prepare(self, *, own_sentences: bool = True) -> None:
        """Fold every token and lemma, and note where sentences begin and end: ours, whoever else set some, unless not `own_sentences`."""
        self.doc = list(self.document)
        self.texts = [t.text for t in self.doc]
        # from the tokens at hand: spaCy would make them all anew
        self.source_text = "".join([t.text_with_ws for t in self.doc])
        self.folds = [_fold(text) for text in self.texts]
        self.openings = [f.split(" ", 1)[0] if " " in f else f for f in self.folds]
        self.lemmas = [self._lemma(t.pos_, f, t.lemma_) for t, f in zip(self.doc, self.folds, strict=True)]
        starts = (
            first_tokens(self.document, self.language, self.source_text)
            if own_sentences
            else [s.start for s in self.document.sents]
        )
        self.sentences = list(pairwise([*starts, len(self.doc)]))
        self.children = [[] for _ in self.doc]
        if self.document.has_annotation("DEP"):
            for token, step in zip(self.doc, self.document.to_array("HEAD").astype("int64").tolist(), strict=True):
                if step:
                    self.children[token.i + step].append(token)
        self._numbers[:] = [n for n, (start, end) in enumerate(self.sentences) for _ in range(start, end)]

    def _lemma(self, pos: str, folded: str, lemma: str) -> str:
        """The model's lemma, or ours where it is a verb's and the model has left the form as it stood."""
        if pos in {"VERB", "AUX"} and folded in self.words.forms:
            return self.words.forms[folded]
        return _fold(lemma)

    def span(self, start: int, end: int) -> Span:
        """Return the characters of the tokens from `start` to `end`, quotation marks at the edges left out."""
        while end - 1 > start and (self.texts[end - 1] in _MARKS or self.doc[end - 1].is_space):
            end -= 1
        while start < end - 1 and (self.texts[start] in _MARKS or self.doc[start].is_space):
            start += 1
        return Span(self.doc[start].idx, self.doc[end - 1].idx + len(self.texts[end - 1]))

    def text(self, start: int, end: int) -> str:
        """Return the words of the tokens from `start` to `end`."""
        return self.span(start, end).of(self.source_text)

    def find(self, words: str, first: int, last: int) -> tuple[int, int] | None:
        """Return the tokens between two tokens that are just these words, folded, or None where they do not stand there."""
        wanted = fold(words).split()
        for i in range(first, last):
            k, rest = i, list(wanted)
            while k < last and rest and self.folds[k].split() == rest[: len(self.folds[k].split())]:
                rest = rest[len(self.folds[k].split()) :]
                k += 1
            if not rest:
                return i, k
        return None

    def sentence_of(self, token: int) -> tuple[int, int]:
        """Return the sentence that holds a token."""
        numbers = self._numbers
        return self.sentences[numbers[token] if token < len(numbers) else numbers[-1]]

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
            foreign = country and entry.country and entry.country != country
            if entry.kind == kind and not portfolio and not foreign and entry.iri not in self.homonyms:
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
        near = [m for n in range(first, last + 1) for m in self.beside(self.sentences[n][0])]
        return sorted((m for m in near if start <= m.start < end), key=lambda m: (m.start, -m.end))

    def beside(self, token: int) -> list[Mention]:
        """Return the mentions that lie in a token's sentence."""
        return self.mentions.beside(token)  # type: ignore[attr-defined,no-any-return]  # `__setattr__` sees to it

    def at(self, token: int) -> Mention | None:
        """Return the first mention that covers a token, the longest where several begin together."""
        for mention in self.mentions.beside(token):  # type: ignore[attr-defined]  # `__setattr__` sees to it
            if mention.start <= token < mention.end:
                return mention  # type: ignore[no-any-return]
        return None

    def of(self, draft: Draft) -> list[Mention]:
        """Return the mentions that name a person, in the order of the text."""
        assert isinstance(self.mentions, Mentions)
        if self._named_for is not self.mentions or self._named_at != self.mentions.version:
            self._named, self._named_for, self._named_at = {}, self.mentions, self.mentions.version
            for mention in self.mentions:
                if mention.kind == "Person" and mention.draft is not None:
                    self._named.setdefault(id(mention.draft), []).append(mention)
        return self._named.get(id(draft), [])

    def add(self, mention: Mention) -> None:
        """Add a mention."""
        self.mentions.append(mention)

    def drop(self, *mentions: Mention) -> None:
        """Take mentions out."""
        for mention in {id(m): m for m in mentions}.values():
            self.mentions.remove(mention)

    def extend(self, mention: Mention, start: int, end: int) -> None:
        """Let a mention stand for more words, or fewer."""
        if (start, end) != (mention.start, mention.end):
            mention.start, mention.end = start, end
            assert isinstance(self.mentions, Mentions)
            self.mentions.moved()

    def sort(self) -> None:
        """Put the mentions in the order of the text."""
        assert isinstance(self.mentions, Mentions)
        self.mentions.arrange()
