"""Finds the nouns that the model takes for verbs: « la commande », « l’offre »."""

from __future__ import annotations

from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.deals.trade import Trade

_OPENERS = frozenset('«“":–—-(;')


def is_noun(scene: Scene, trade: Trade, verb: Verb) -> bool:
    """« L’offre indienne de », « la commande »: a noun that the model takes for a verb, since an article stands before it."""
    analysis, i = scene.analysis, verb.head
    text = analysis.doc[i].text
    if (text[0].isupper() and i > scene.first and analysis.doc[i - 1].text not in _OPENERS) or any(
        c.isdigit() for c in text
    ):
        return True  # « quatre KT-30 », « à Bouskoura »: a name is no verb
    following = next((v for v in scene.verbs if v.start == verb.end), None)
    if i == scene.first and text[0].isupper() and following and analysis.folds[i] not in trade.forms:
        return not verb.participle and following.head != following.start  # « Traktornik s’est adjugé »: a name opens
    if verb.end - verb.start > 2 or i == scene.first or analysis.folds[i] not in trade.nouns:
        return False
    before = analysis.folds[i - 1]
    if verb.participle and before in {"l", "le", "la", "les", "un", "une"}:
        return True
    if before not in {"l", "la", "le", "une", "un", "cette", "sa", "son", "leur", "d", "de", "les", "des", "ces"}:
        return False
    if (
        i - 2 >= scene.first
        and analysis.doc[i - 2].pos_ in {"PRON", "NOUN", "PROPN"}
        and before in {"l", "la", "le", "les"}
        and analysis.doc[i - 2].text not in ",:;–-"
    ):
        return False
    after = analysis.doc[i + 1] if i + 1 < scene.last else None
    return (
        after is None
        or after.pos_ in {"ADJ", "ADP", "PUNCT", "VERB", "AUX", "SCONJ"}
        or analysis.folds[i + 1] in {"que", "qu", "qui", "de", "d", "du", "des"}
    )
