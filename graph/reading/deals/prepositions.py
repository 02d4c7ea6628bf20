"""Reads the preposition that leads a phrase as a role: « au profit de », « en provenance de », « à »."""

from __future__ import annotations

from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.deals.mistaken import is_noun
from dragoman.graph.reading.deals.trade import Trade

DETERMINERS = frozenset(
    [
        "le",
        "la",
        "l",
        "les",
        "un",
        "une",
        "des",
        "ce",
        "cet",
        "cette",
        "ces",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "plusieurs",
        "certains",
        "certaines",
        "chaque",
        "aucun",
        "aucune",
        "notre",
        "nos",
        "tout",
        "toute",
        "tous",
        "toutes",
    ]
)


ROLES = {
    "au": "a", "aux": "a", "a": "a", "vers": "a", "du": "de", "des": "de", "de": "de", "d": "de", "par": "par", "avec": "avec",
    "en": "en", "dans": "dans", "entre": "entre", "sur": "sur", "pour": "pour", "chez": "chez", "contre": "contre", "selon": "selon",
    "depuis": "depuis", "apres": "apres", "avant": "avant", "sous": "sous", "sans": "sans", "via": "par", "concernant": "sur",
    "lors": "lors", "devant": "devant", "parmi": "parmi", "envers": "envers", "sauf": "sauf", "malgre": "malgre", "pendant": "pendant", "durant": "pendant", "dont": "", "outre": "outre", "hors": "hors",
}  # fmt: skip


_COMPLEX = {
    ("aupres", "de"): "aupres", ("a", "destination", "de"): "a", ("en", "direction", "de"): "a", ("au", "profit", "de"): "pour",
    ("pour", "le", "compte", "de"): "compte", ("en", "provenance", "de"): "provenance", ("a", "partir", "de"): "provenance",
    ("en", "vue", "de"): "pour", ("afin", "de"): "pour", ("au", "sujet", "de"): "sur", ("a", "propos", "de"): "sur",
    ("pres", "de"): "pres", ("au", "large", "de"): "pres", ("non", "loin", "de"): "pres", ("aux", "environs", "de"): "pres",
    ("avec", "aide", "de"): "par", ("avec", "appui", "de"): "par", ("avec", "le", "concours", "de"): "par", ("de", "la", "part", "de"): "par",
    ("aux", "cotes", "de"): "avec", ("en", "commun", "avec"): "together", ("conjointement", "avec"): "together", ("de", "concert", "avec"): "together", ("en", "partenariat", "avec"): "avec", ("en", "collaboration", "avec"): "avec", ("en", "association", "avec"): "avec",
    ("portant", "sur"): "sur", ("relatif", "a"): "sur", ("relative", "a"): "sur", ("relatifs", "a"): "sur", ("relatives", "a"): "sur",
    ("a", "occasion", "de"): "lors", ("lors", "de"): "lors", ("au", "cours", "de"): "lors", ("en", "marge", "de"): "lors", ("dans", "le", "cadre", "de"): "cadre",
    ("grace", "a"): "par", ("quant", "a"): "topic", ("en", "matiere", "de"): "topic", ("agissant", "de"): "topic", ("en", "presence", "de"): "presence", ("autour", "de"): "sur",
    ("d", "un", "montant", "de"): "worth", ("d", "une", "valeur", "de"): "worth", ("pour", "un", "montant", "de"): "worth", ("a", "hauteur", "de"): "worth", ("en", "echange", "de"): "exchange",
    ("d", "ici", "a"): "time", ("d", "ici"): "time", ("jusqu", "a"): "until", ("a", "compter", "de"): "time", ("face", "a"): "contre", ("au", "terme", "de"): "lors",
    ("aux", "termes", "de"): "terms", ("en", "vertu", "de"): "terms", ("conformement", "a"): "terms", ("en", "application", "de"): "terms", ("suite", "a"): "terms", ("dans", "le", "domaine", "de"): "field", ("en", "faveur", "de"): "pour", ("a", "travers"): "par",
}  # fmt: skip


_OPENINGS = frozenset(said[0] for said in _COMPLEX)


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
        self._nouns = (
            trade.of("goods"),
            trade.act_nouns,
            trade.stage_nouns,
            trade.of("commercial"),
            trade.of("papers"),
        )

    def _role(self, i: int) -> tuple[str, int, bool]:
        """Return the preposition at token `i` as a role, the token after it, and whether it may be a partitive article."""
        folds, last = self.analysis.folds, self.scene.last
        words = [_CONTRACTED.get(folds[i], folds[i])]
        ends = [i + 1]
        j = i + 1
        while j < last and len(words) < 4:
            if folds[j]:
                words.append(folds[j])
                ends.append(j + 1)
            j += 1
        for size in (4, 3, 2) if folds[i] in _OPENINGS or words[0] in _OPENINGS else ():
            if len(words) < size:
                continue
            for lead in {folds[i], words[0]}:
                said = (lead, *words[1 : size - 1], words[size - 1])
                role = _COMPLEX.get(said) or _COMPLEX.get((*said[:-1], _CONTRACTED.get(said[-1], said[-1])))
                if role is None:  # « à l’occasion de »: an article inside
                    loose = [w for w in words[:size] if w not in {"l", "la"}]
                    role = (
                        _COMPLEX.get((*loose[:-1], _CONTRACTED.get(loose[-1], loose[-1]))) if len(loose) > 1 else None
                    )
                if role is not None:
                    return role, ends[size - 1], False
        if folds[i] in ROLES and folds[i] not in {"dont"} and self.analysis.doc[i].pos_ not in {"NOUN", "PROPN"}:
            following = folds[i + 1] if i + 1 < last else ""
            partitive = folds[i] in {"du", "des", "d"} or (folds[i] == "de" and following in {"la", "l"})
            before = self.analysis.doc[i - 1] if i > self.scene.first else None
            if folds[i] == "des" and (before is None or before.text in {"«", ":", ";", "–", "que", "qu’", "qu'"}):
                return "", i + 1, True  # « Des stations … pourraient »: an article, no preposition
            return ROLES[folds[i]], i + 1, partitive
        return "", i, False

    def _skip_determiner(self, i: int) -> int:
        doc, folds = self.analysis.doc, self.analysis.folds
        while i < self.scene.last and (folds[i] in DETERMINERS or doc[i].text in QUOTES) and i not in self._phrases:
            i += 1
        return i
