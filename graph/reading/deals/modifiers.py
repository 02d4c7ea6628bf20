"""Finds what belongs to a noun behind it: adjectives, names, model numbers, participles."""

from __future__ import annotations

from dragoman.graph.reading.analysis import Mention
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.prepositions import QUOTES, Prepositions


class Modifiers(Prepositions):
    """The adjectives, names and participles behind the nouns of a sentence."""

    def _compound(self, i: int) -> int | None:
        """« mise en service », « lettre d’intention »: the token after a noun of several words."""
        first = among(self.analysis, i, self.trade.compounds)
        for phrase in self.trade.compounds.get(first or "", ()):
            words: list[str] = []
            j = i
            while j < self.scene.last and len(words) < len(phrase):
                words += self.analysis.folds[j].split()
                j += 1
            if (first, *words[1:]) == phrase:
                return j
        return None

    def _modified(self, head: int, end: int) -> int:
        doc, last = self.analysis.doc, self.scene.last
        j = end
        while j < last:
            token = doc[j]
            if j in self._adjectives:
                j = end = self._adjectives[j].end
            elif self.analysis.folds[j] in self.trade.of("further"):
                j += 1  # « deux milliards de mètres cubes de gaz supplémentaires »: how much more, no sort of gas
            elif j in self._covered:
                mention = self._covered[j]
                if not self._names(mention, j):
                    break
                j = end = mention.end
            elif j in self._dated:
                break
            elif token.text in "-–‑" and not doc[j - 1].whitespace_ and not token.whitespace_ and j + 1 < last:
                j = end = j + 2
            elif (
                token.text in QUOTES and j + 1 < last and (doc[j + 1].text[0].isupper() or doc[j - 1].whitespace_ != "")
            ):
                if not doc[j + 1].text[0].isupper():
                    break
                j += 1
            elif token.text in "»”’" and self.analysis.doc[j - 1].text not in QUOTES:
                j += 1
            elif token.pos_ == "ADJ" or (j in self._verbal and self._adjectival(j)) or self._shaped(j):
                j = end = j + 1
            elif token.text[0].isdigit():
                if not self._modelled(j, head):
                    break
                j = end = j + 1
            elif token.text[0].isupper() and token.pos_ not in {"PRON", "DET", "ADP"} and j not in self._verbal:
                j = end = j + 1
            elif self.analysis.folds[j] in {"of", "and"} and j + 1 < last and doc[j + 1].text[0].isupper():
                j = end = j + 2
            elif token.pos_ == "NOUN" and j == head + 1 and self.analysis.folds[j] not in self.trade.of("determiners"):
                j = end = j + 1
            else:
                break
        return end

    def _modelled(self, j: int, head: int) -> bool:
        """Whether a figure is part of a name: « Avantel Swift 100 », « 530 NEO » after a capital, and no measure follows."""
        doc = self.analysis.doc
        if j + 1 < self.scene.last and doc[j + 1].pos_ == "NOUN" and doc[j + 1].text.islower():
            return False  # « vendra à Urbavel 500 appareils »
        follows = j + 1 < self.scene.last and (
            doc[j + 1].text[0].isupper() and doc[j + 1].pos_ in {"PROPN", "X", "NOUN"}
        )
        return doc[j - 1].text[0].isupper() or (follows and j == head + 1) or any(c.isalpha() for c in doc[j].text)

    def _names(self, mention: Mention, j: int) -> bool:
        """Whether a mention right behind a noun is the name of the thing: « cité Mohammed VI », « avions Avantel »."""
        return (
            mention.start == j
            and self.analysis.doc[j].text[0].isupper()
            and mention.via not in {"description", "pronoun", "clitic"}
        )

    def _shaped(self, j: int) -> bool:
        """« gaz naturel liquéfié »: a participle that the model takes for a noun."""
        token = self.analysis.doc[j]
        return (
            j not in self._verbal
            and token.pos_ in {"NOUN", "VERB"}
            and token.text.islower()
            and token.text.endswith(("é", "ée", "és", "ées"))
        )

    def _adjectival(self, j: int) -> bool:
        """« gaz naturel liquéfié », « drones armés »: a participle without complements."""
        verb = next((v for v in self.scene.verbs if v.start <= j < v.end), None)
        if verb is None or not verb.participle or verb.end != j + 1 or verb.start != j:
            return False
        if (
            verb.lemma in self.trade.act_verbs
            or verb.lemma in self.trade.concluding
            or verb.lemma in self.trade.stage_verbs
        ):
            return False
        following = self.analysis.folds[j + 1] if j + 1 < self.scene.last else ""
        return following not in self.trade.roles.simple and following != "dont"
