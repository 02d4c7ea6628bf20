"""One sentence as the reader of agreements asks about it: which mention, date or verb stands at a token."""

from __future__ import annotations

from dragoman.graph.reading.agreements.agreement_words import AgreementWords, agreement_words
from dragoman.graph.reading.analysis import Analysis, Mention
from dragoman.graph.reading.clauses.noun_groups import Phrase
from dragoman.graph.reading.clauses.scenes import Scene, scene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.dates.days import When
from dragoman.graph.reading.frames import triggers

_PARTICIPLE = ("é", "ée", "és", "ées", "u", "ue", "us", "ues")


class Index:
    """Mentions and dates of a whole article by the tokens that they cover, made once."""

    def __init__(self, analysis: Analysis, dates: Dates) -> None:
        """Index them; of nested mentions the outermost holds a token, save where it is a mere description."""
        self.mentions: dict[int, Mention] = {}
        for mention in sorted(analysis.mentions, key=lambda m: (m.start, -m.end)):
            for i in range(mention.start, mention.end):
                self.mentions.setdefault(i, mention)
        self.dates: dict[int, When] = {i: when for when in dates.found for i in range(when.start, when.end)}
        self.all_dates = dates.found


class IndexedScene(Scene):
    """A sentence with its verbs, phrases, mentions and dates at hand."""

    def __init__(self, analysis: Analysis, first: int, last: int, index: Index) -> None:
        """Read the sentence; a participle that the model took for an adjective or noun (« accords signés ») counts as a verb."""
        common = scene(analysis, first, last)
        self.analysis, self.first, self.last = analysis, first, last
        self.verbs, self.phrases = list(common.verbs), common.phrases
        self.index = index
        self.known: AgreementWords = agreement_words(analysis.language)
        self.concluding = triggers(analysis.language, "Agreement")
        self.verbs = [v for v in self.verbs if not self._cleft(v)]
        self._add_participles()
        self._verbs = {i: v for v in self.verbs for i in range(v.start, v.end)}

    def _cleft(self, verb: Verb) -> bool:
        """« c’est par un échange de notes que A et B ont formalisé un don »: « est » makes no clause of its own."""
        folds = self.analysis.folds
        if verb.lemma != "etre" or verb.start == self.first or folds[verb.start - 1] not in {"c", "ce"}:
            return False
        led = verb.end < self.last and self.analysis.doc[verb.end].pos_ == "ADP"
        return led and any(folds[i] in {"que", "qu"} for i in range(verb.end, self.last))

    def _add_participles(self) -> None:
        taken = {i for v in self.verbs for i in range(v.start, v.end)}
        forms = self.analysis.words.forms
        for i in range(self.first, self.last):
            token = self.analysis.doc[i]
            if i in taken or token.pos_ not in {"ADJ", "NOUN", "PROPN"} or not token.lower_.endswith(_PARTICIPLE):
                continue
            lemma = forms.get(self.analysis.folds[i])
            if lemma in self.concluding and i not in self.index.mentions:
                self.verbs.append(Verb(i, i + 1, i, lemma, passive=True, participle=True, lemmas=frozenset({lemma})))
        self.verbs.sort(key=lambda v: v.start)

    def mention_at(self, i: int) -> Mention | None:
        """Return the mention that covers a token."""
        return self.index.mentions.get(i) if i < self.last else None

    def date_at(self, i: int) -> When | None:
        """Return the date whose words cover a token."""
        return self.index.dates.get(i)

    def verb_at(self, i: int) -> Verb | None:
        """Return the verb group that covers a token."""
        return self._verbs.get(i)

    def dates(self, start: int, end: int) -> list[When]:
        """Return the dates between two tokens, in order."""
        return sorted(
            {
                id(w): w
                for i in range(start, end)
                if (w := self.index.dates.get(i)) and start <= w.start and w.end <= end
            }.values(),
            key=lambda w: w.start,
        )

    def phrase_from(self, i: int) -> Phrase | None:
        """Return the phrase of actors that begins at a token or right after its determiner."""
        return next(
            (
                p
                for p in self.phrases
                if i <= p.start <= i + 2 and all(self.mention_at(j) is None for j in range(i, p.start))
            ),
            None,
        )

    def texts(self, start: int, end: int) -> list[str]:
        """Return the tokens' texts."""
        return [t.text for t in self.analysis.doc[start:end]]
