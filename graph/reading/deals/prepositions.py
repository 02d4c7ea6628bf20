"""Reads the preposition that leads a phrase as a role: « au profit de », « en provenance de », « à »."""

from __future__ import annotations

from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.deals.mistaken import is_noun
from dragoman.graph.reading.deals.trade import Trade

_CONTRACTED = {"du": "de", "des": "de", "d": "de", "au": "a", "aux": "a"}


QUOTES = "«»“”‘’\"'"


class Prepositions:
    """A sentence to be cut, and the prepositions that open its phrases."""

    def __init__(self, scene: Scene, dates: Dates, trade: Trade) -> None:
        """Keep the sentence at hand, its verbs, phrases, adjectives and dates by token."""
        self.scene, self.trade, self.analysis = scene, trade, scene.analysis
        self._verbal = {i for v in scene.verbs if not is_noun(scene, trade, v) for i in range(v.start, v.end)}
        self._phrases = {p.start: p for p in scene.phrases}
        self._adjectives = {
            m.start: m for m in scene.analysis.between(scene.first, scene.last) if m.kind == "Adjective"
        }
        self._covered = {i: m for p in scene.phrases for m in p.mentions for i in range(m.start, m.end)}
        self._dated = {i: w.end for w in dates.within(scene.first, scene.last) for i in range(w.start, w.end)}

    def _role(self, i: int) -> tuple[str, int, bool]:
        """Return the preposition at token `i` as a role, the token after it, and whether it may be a partitive article."""
        folds, last, roles = self.analysis.folds, self.scene.last, self.trade.roles
        words = [_CONTRACTED.get(folds[i], folds[i])]
        opens = folds[i] in roles.openings or words[0] in roles.openings
        ends = [i + 1]
        j = i + 1
        while opens and j < last and len(words) < 4:
            if folds[j]:
                words.append(folds[j])
                ends.append(j + 1)
            j += 1
        for size in (4, 3, 2) if opens else ():
            if len(words) < size:
                continue
            for lead in {folds[i], words[0]}:
                said = (lead, *words[1 : size - 1], words[size - 1])
                role = roles.complex.get(said) or roles.complex.get((*said[:-1], _CONTRACTED.get(said[-1], said[-1])))
                if role is None:  # « à l’occasion de »: an article inside
                    loose = [w for w in words[:size] if w not in {"l", "la"}]
                    role = (
                        roles.complex.get((*loose[:-1], _CONTRACTED.get(loose[-1], loose[-1])))
                        if len(loose) > 1
                        else None
                    )
                if role is not None:
                    return role, ends[size - 1], False
        if folds[i] in roles.simple and self.analysis.doc[i].pos_ not in {"NOUN", "PROPN"}:
            following = folds[i + 1] if i + 1 < last else ""
            partitive = folds[i] in {"du", "des", "d"} or (folds[i] == "de" and following in {"la", "l"})
            before = self.analysis.doc[i - 1] if i > self.scene.first else None
            if folds[i] == "des" and (before is None or before.text in {"«", ":", ";", "–", "que", "qu’", "qu'"}):
                return "", i + 1, True  # « Des stations … pourraient »: an article, no preposition
            return roles.simple[folds[i]], i + 1, partitive
        return "", i, False

    def _skip_determiner(self, i: int) -> int:
        doc, folds, determiners = self.analysis.doc, self.analysis.folds, self.trade.of("determiners")
        while i < self.scene.last and (folds[i] in determiners or doc[i].text in QUOTES) and i not in self._phrases:
            i += 1
        return i
