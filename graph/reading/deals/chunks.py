"""Cuts a sentence into its base phrases, each with the preposition that leads it (chunking: Abney 1991).

« a livré | au Mali | douze hélicoptères Mi-35 »: actors are phrases of mentions, things are noun phrases that name none.
A chunk holds one head and what belongs to it alone; complements (« avions | de ligne ») are chunks of their own, so that
whoever asks joins them as the construction prescribes. Unlike a full parse, chunks hold where attachment is doubtful.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container

from dragoman.graph.reading.clauses.noun_groups import Phrase
from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.phrases import Chunk, Thing
from dragoman.graph.reading.deals.quantities import count, number
from dragoman.graph.reading.deals.things import Things
from dragoman.graph.reading.deals.trade import Trade

_NAMING = frozenset({"", "de", "pour", "sur"})
"""Roles in which a place may be what is traded; behind « à » and « dans » it is where something happens."""


class Chunks(Things):
    """The chunks of one sentence, found by token."""

    def __init__(self, scene: Scene, dates: Dates, trade: Trade) -> None:
        """Cut the sentence."""
        super().__init__(scene, dates, trade)
        self.all = self._cut()
        self._starts = [c.lead for c in self.all]

    def at(self, token: int) -> Chunk | None:
        """Return the chunk that holds a token."""
        i = bisect_right(self._starts, token) - 1
        return self.all[i] if i >= 0 and self.all[i].end > token else None

    def listed(self, chunk: Chunk, words: Container[str]) -> str | None:
        """Return the form under which a list holds the chunk's noun: of several words (« mise en service ») or of one."""
        thing = chunk.thing
        if thing is None:
            return None
        first = among(self.analysis, thing.head, self.trade.compounds)
        for phrase in self.trade.compounds.get(first or "", ()):
            said = " ".join(w for w in self.analysis.folds[thing.head : thing.end] if w)
            if said.split()[1 : len(phrase)] == list(phrase[1:]) and " ".join(phrase) in words:
                return " ".join(phrase)
        return among(self.analysis, thing.head, words)

    def same_company(self, chunk: Chunk) -> bool:
        """Whether the chunk is « le même fournisseur »: a company that was named before."""
        thing = chunk.thing
        if thing is None or not among(self.analysis, thing.head, self.trade.of("company_groups")):
            return False
        return "meme" in self.analysis.folds[chunk.lead : thing.head]

    def after(self, token: int, limit: int) -> list[Chunk]:
        """Return the chunks from `token` to `limit`."""
        return [c for c in self.all if token <= c.lead and c.start < limit]

    def before(self, token: int, limit: int) -> list[Chunk]:
        """Return the chunks that end before `token`, not earlier than `limit`, the nearest first."""
        return [c for c in reversed(self.all) if c.end <= token and c.lead >= limit]

    def _cut(self) -> list[Chunk]:
        found: list[Chunk] = []
        i = self.scene.first
        while i < self.scene.last:
            chunk = self._chunk(i)
            if chunk is None:
                i += 1
            else:
                found.append(chunk)
                i = chunk.end
        return found

    def _chunk(self, i: int) -> Chunk | None:
        if i in self._verbal and i not in self._covered:
            return None
        figure = count(self.analysis, self.trade, i, self.scene.last)
        if figure and not self._is_date(figure.start):
            thing = self._thing(i)
            if thing:
                of = (
                    self.analysis.folds[i] == "de"
                )  # « expédiera de 250 000 à 300 000 tonnes », « une flotte de 12 à 20 avions »
                return Chunk(i, i, max(thing.end, figure.end), "de" if of else "", of, thing=thing)
        role, start, partitive = self._role(i)
        if start >= self.scene.last or (start in self._verbal and start not in self._covered):
            return None
        if start in self._dated and start not in self._covered:
            return Chunk(i, start, self._dated[start], role or "time")
        bare = self._skip_determiner(start)
        if bare in self._dated and bare not in self._covered:
            return Chunk(i, start, self._dated[bare], role or "time")
        nationality = self._adjectives.get(bare)
        phrase = self._actor(bare) or (self._actor(nationality.end) if nationality else None)
        if phrase and not self._model(phrase) and not (role in _NAMING and self._works(phrase)):
            return Chunk(i, start, phrase.end, role, phrase=phrase)
        thing = self._thing(start)
        if thing is None:
            return None
        if not thing.figure and among(self.analysis, thing.head, self.trade.of("times")):
            return Chunk(i, start, thing.end, role or "time")
        inner = self._named(thing)
        if inner:
            return Chunk(i, start, inner.end, role, phrase=inner)
        return Chunk(i, start, thing.end, role, partitive, thing)

    def _is_date(self, i: int) -> bool:
        return i in self._dated

    def _actor(self, i: int) -> Phrase | None:
        return self._phrases.get(i)

    def _model(self, phrase: Phrase) -> bool:
        """« Avantel Swift 100 », « Avantel KT-30 »: a maker's name that opens the name of what it makes."""
        mention, end = phrase.mentions[0], phrase.mentions[0].end
        if mention.kind not in {"Company", "Place", "Country"} or end >= self.scene.last or len(phrase.mentions) > 1:
            return False
        token, text = self.analysis.doc[end], self.analysis.doc[end].text
        if end in self._covered or end in self._dated:
            return False
        named = text[0].isupper() and token.pos_ in {"PROPN", "NOUN", "X", "ADJ", "NUM"}
        if mention.kind in {"Place", "Country"}:
            return named and not token.is_sent_start  # « Turin Optique »: a place that opens a name
        if text[0].isdigit():
            return not self._counts_next(end)  # « vendu au négociant X 20.000 tonnes » is no model
        return named and any(c.isdigit() for c in self._run_text(end))

    def _counts_next(self, i: int) -> bool:
        figure = number(self.analysis, i, self.scene.last)
        if figure is None or figure[1] >= self.scene.last:
            return False
        after = self.analysis.doc[figure[1]]
        return after.text.islower() and after.pos_ in {"NOUN", "ADJ", "ADP"}

    def _works(self, phrase: Phrase) -> bool:
        """« la gestion du port de Darel », « achève le stade de Diamnor »: a place that is itself what is built or run."""
        mention = phrase.mentions[0]
        return (
            mention.kind == "Place"
            and mention.via == "grammar"
            and len(phrase.mentions) == 1
            and among(self.analysis, mention.start, self.trade.of("goods")) is not None
        )

    def _run_text(self, i: int) -> str:
        words = []
        while i < self.scene.last and (
            self.analysis.doc[i].text[0].isupper() or self.analysis.doc[i].text[0].isdigit()
        ):
            words.append(self.analysis.doc[i].text)
            i += 1
        return " ".join(words)

    def _named(self, thing: Thing) -> Phrase | None:
        """« le groupe public chinois Jinvel », « la société Norvik »: a kind of actor before its name is that actor."""
        if thing.figure:
            return None
        groups = self.trade.of("company_groups") | self.trade.of("state_groups")
        if not among(
            self.analysis, thing.head, groups | self.analysis.words.companies | self.analysis.words.institutions
        ):
            return None
        return next((self._phrases[i] for i in range(thing.head + 1, thing.end) if i in self._phrases), None)
