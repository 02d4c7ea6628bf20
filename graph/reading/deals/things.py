"""Reads things: a noun with its determiner, figure and measure (« 650 000 tonnes de blé »)."""

from __future__ import annotations

from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.modifiers import Modifiers
from dragoman.graph.reading.deals.phrases import Thing
from dragoman.graph.reading.deals.prepositions import QUOTES
from dragoman.graph.reading.deals.quantities import Count, count, money, number

_PARTITIVE = frozenset({"du", "des", "de", "d"})


_NOMINAL = frozenset({"NOUN", "PROPN", "X", "SYM"})


class Things(Modifiers):
    """The noun phrases of a sentence that name no actor."""

    def _thing(self, start: int) -> Thing | None:
        analysis, doc, folds, last = self.analysis, self.analysis.doc, self.analysis.folds, self.scene.last
        i, determiner = start, ""
        figure = None
        for _ in range(4):
            figure = count(analysis, self.trade, i, last)
            if figure or i >= last or not (folds[i] in self.trade.of("determiners") or doc[i].text in QUOTES):
                break
            determiner = folds[i] if folds[i] in self.trade.of("determiners") else determiner
            i += 1
        if figure:
            said = (money(analysis, k, last) for k in range(figure.start, figure.end))  # « environ 3 millions d’euros »
            paid = next((sum_ for sum_ in said if sum_), None)
            if paid:
                return Thing(start, paid[2], paid[2] - 1, determiner, None, amount=(paid[0], paid[1]))
            return self._counted(figure, determiner)
        paid = money(analysis, i, last)
        if paid:
            return Thing(start, paid[2], paid[2] - 1, determiner, None, amount=(paid[0], paid[1]))
        return self._noun(i, determiner, None)

    def _counted(self, figure: Count, determiner: str) -> Thing | None:
        """What a figure counts: the noun after it, or the one after its measure (« 650 000 tonnes de blé »)."""
        folds, last = self.analysis.folds, self.scene.last
        i = figure.end
        if i < last and folds[i] in _PARTITIVE:  # « une vingtaine de », « 2 millions de »
            i += 1
            whole = number(self.analysis, self._skip_determiner(i), last)
            if whole is not None and folds[figure.end] in {
                "des",
                "de",
            }:  # « cinq des vingt drones », « deux de ces six »
                i = whole[1]
        cubic = i + 1 < last and folds[i + 1] in {"cube", "cubes"}
        if i < last and (cubic or self._measure(i)):
            i += 2 if cubic else 1
            rate = i < last and (
                (folds[i] in {"par"} and i + 1 < last and folds[i + 1] in self.trade.of("rates"))
                or folds[i] in self.trade.of("yearly")
                or (self.analysis.doc[i].text == "/")
            )
            if rate:
                end = i + (1 if folds[i] in self.trade.of("yearly") else 2)
                return Thing(figure.start, min(end, last), i - 1, determiner, figure, sized=True)
            if i < last and folds[i] in _PARTITIVE:
                made = self._noun(self._skip_determiner(i + 1), determiner, figure, measured=True)
                if made:
                    return made
            return Thing(i - 1, i, i - 1, determiner, figure)
        if i < last and folds[i] in self.trade.of("sizes"):
            return Thing(figure.start, i + 1, i, determiner, figure, sized=True)
        if i < last and self.analysis.doc[i].text in {"%", "/"}:
            return Thing(figure.start, i + 1, i, determiner, figure, sized=True)
        return self._noun(i, determiner, figure)

    def _measure(self, i: int) -> bool:
        return among(self.analysis, i, self.trade.of("measures")) is not None

    def _noun(self, i: int, determiner: str, figure: Count | None, measured: bool = False) -> Thing | None:
        """The noun at token `i`, adjectives before it stepped over, with the adjectives and names behind it.

        Behind « tonnes de » every word is one, whatever the model takes it for.
        """
        doc, last = self.analysis.doc, self.scene.last
        begin = i
        while i < last and i not in self._verbal and self._before_noun(i) and self._more(i) and not self._is_noun(i):
            i += 1
            begin = begin if self._kept(begin) else i
        if i >= last or i in self._verbal or (i in self._dated and i not in self._covered):
            return None
        token = doc[i]
        known = self._is_noun(i) or (measured and token.is_alpha)
        if i == self.scene.first and token.pos_ in {"CCONJ", "ADP", "ADV", "SCONJ", "PRON", "DET"} and not known:
            return None
        if (
            token.is_punct
            or token.is_space
            or not (token.pos_ in _NOMINAL or known or token.text[0].isupper() or token.pos_ == "ADJ")
        ):
            return None
        if token.pos_ in {"PRON", "DET", "ADP", "SCONJ", "CCONJ", "ADV"} and not known and not token.text[0].isupper():
            return None
        head = i
        end = self._compound(i) or i + 1
        return Thing(
            begin, self._modified(head, end), head, determiner, figure, proper=self._proper(head) and not known
        )

    def _before_noun(self, i: int) -> bool:
        return self.analysis.doc[i].pos_ == "ADJ" or self.analysis.doc[i].text in QUOTES or self._counts(i)

    def _kept(self, i: int) -> bool:
        """Whether a word before a noun is of its name: no quotation mark, no « premiers », « deuxième », « autres »."""
        return self.analysis.doc[i].text not in QUOTES and not self._counts(i)

    def _counts(self, i: int) -> bool:
        return self.analysis.folds[i] in self.trade.of("ordinals")

    def _proper(self, i: int) -> bool:
        """Whether the word is a name: a capital proves it only within a sentence."""
        token = self.analysis.doc[i]
        if not token.text[0].isupper():
            return False
        if i > self.scene.first or token.pos_ in {"PROPN", "X"} or token.ent_type_:
            return True
        following = self.analysis.doc[i + 1] if i + 1 < self.scene.last else None
        return following is not None and (
            following.text == "," or following.pos_ in {"VERB", "AUX"}
        )  # a bare noun is no subject

    def _more(self, i: int) -> bool:
        """Whether a noun follows the adjective or quotation mark at token `i`."""
        doc = self.analysis.doc
        return i + 1 < self.scene.last and i + 1 not in self._verbal and (doc[i + 1].pos_ in _NOMINAL | {"ADJ"})

    def _is_noun(self, i: int) -> bool:
        return among(self.analysis, i, self.trade.thing_nouns) is not None
