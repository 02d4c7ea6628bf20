"""Says when a verb happens, by its auxiliaries and endings: « aurait livré » is hearsay, « va construire » to come."""

from __future__ import annotations

from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.deals.trade import Trade

ETRE = frozenset(
    [
        "est",
        "sont",
        "etait",
        "etaient",
        "sera",
        "seront",
        "ete",
        "fut",
        "furent",
        "soit",
        "soient",
        "serait",
        "seraient",
        "sommes",
        "serons",
        "etre",
        "etant",
    ]
)


AVOIR = frozenset(
    [
        "a",
        "ont",
        "avait",
        "avaient",
        "aura",
        "auront",
        "avons",
        "aurons",
        "aurait",
        "auraient",
        "ait",
        "aient",
        "eut",
        "eurent",
        "avoir",
        "ayant",
    ]
)


_PARTICIPLES = (
    "i",
    "ie",
    "is",
    "ies",
    "u",
    "ue",
    "us",
    "ues",
    "it",
    "ite",
    "its",
    "ites",
    "ise",
    "ises",
    "ert",
    "erte",
    "erts",
    "ertes",
    "é",
    "ée",
    "és",
    "ées",
    "û",
)


def is_participle(scene: Scene, i: int, lemma: str) -> bool:
    """Whether the form at token `i` is a past participle: by its ending as written, accents and all."""
    text = scene.analysis.doc[i].text.lower()
    if lemma.partition(" ")[0].endswith("er"):
        return text.endswith(("é", "ée", "és", "ées"))
    if text.endswith(("ise", "ises")) and not lemma.endswith(("prendre", "mettre", "querir")):
        return False  # « que X construise »
    return (text.endswith(_PARTICIPLES) and not text.endswith(("ait", "rit", "vit", "dit"))) or text in {
        "dit",
        "dits",
        "dite",
    }


def tense_of(scene: Scene, trade: Trade, members: list[int], lemma: str, reflexive: bool) -> str:
    """Return past, present, future, conditional, hearsay, infinitive, perfect (« avoir livré »), participle or gerund."""
    analysis, folds = scene.analysis, scene.analysis.folds
    head = members[-1]
    text = analysis.doc[head].text.lower()
    infinitive = text.endswith(("er", "ir", "re", "oir"))
    finite = next((i for i in members if _is_finite(scene, i, lemma if i == head else "")), None)
    if (
        finite is None
        and len(members) > 1
        and folds[members[-2]] in {"avoir", "etre"}
        and is_participle(scene, head, lemma)
    ):
        return "perfect"  # « a annoncé avoir livré »
    if finite is None:
        return "infinitive" if infinitive else "gerund" if text.endswith("ant") else "participle"
    word = folds[finite]
    participle = finite != head and is_participle(scene, head, lemma)
    compound = participle and (
        word in AVOIR or (word in ETRE and (reflexive or lemma.partition(" ")[0] in trade.of("with_etre")))
    )
    if word.endswith(("rait", "raient")) or "Cnd" in analysis.doc[finite].morph.get("Mood", []):
        return "hearsay" if compound else "conditional"
    if word.endswith(("ra", "ront", "rons")) and len(word) > 3:
        return "future"
    if finite != head and word == "fait" and infinitive:
        return "present"
    if finite != head and word in {"va", "vont", "allait", "allaient"}:
        return "future"
    if compound or (finite != head and word in {"vient", "viennent", "venait", "venaient"}):
        return "past"
    if (
        finite == head
        and lemma.partition(" ")[0].endswith("er")
        and text.endswith(("e", "ent"))
        and not text.endswith("aient")
    ):
        return "present"
    tense = analysis.doc[finite].morph.get("Tense", [])
    if (
        word in {"etait", "etaient", "fut", "furent"}
        or word.endswith(("ait", "aient"))
        or "Past" in tense
        or "Imp" in tense
    ):
        return "past"
    return "future" if "Fut" in tense else "present"


def _is_finite(scene: Scene, i: int, lemma: str) -> bool:
    morph, word, text = scene.analysis.doc[i].morph, scene.analysis.folds[i], scene.analysis.doc[i].text.lower()
    if word in {"avoir", "etre", "ayant", "etant", "ete"}:
        return False
    if word in AVOIR | ETRE or word.endswith(("rait", "raient")):
        return True
    if text.endswith(("er", "ir", "re", "oir")) and "Fin" not in morph.get("VerbForm", []):
        return False
    if text.endswith("ant") or (is_participle(scene, i, lemma or "x") and "Fin" not in morph.get("VerbForm", [])):
        return lemma.endswith("er") and text.endswith(("ie", "ue"))
    return not (lemma.endswith("er") and text.endswith(("é", "ée", "és", "ées")))
