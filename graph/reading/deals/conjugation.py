"""The forms of French verbs that newswire uses: third person, participles, infinitive.

A statistical lemmatiser leaves many of them as they stand (« livrera », « édifie »); a table of endings does not. The
groups are those of the school grammar; a verb of no group is listed with its forms in `fr/words.yaml`.
"""

from __future__ import annotations

_GROUPS: tuple[tuple[str, str], ...] = (
    ("prendre", "prend prennent prenait prenaient prit prirent prendra prendront prendrait prendraient prenne pris prise prises prenant"),
    ("mettre", "met mettent mettait mettaient mit mirent mettra mettront mettrait mettraient mette mis mise mises mettant"),
    ("enir", "ient iennent enait enaient int inrent iendra iendront iendrait iendraient ienne enu enue enus enues enant"),
    ("uire", "uit uisent uisait uisaient uisit uisirent uira uiront uirait uiraient uise uite uits uites uisant"),
    ("quérir", "quiert quièrent quérait quéraient quit quirent querra querront querrait querraient quière quis quise quises quérant"),
    ("ouvrir", "ouvre ouvrent ouvrait ouvraient ouvrit ouvrirent ouvrira ouvriront ouvrirait ouvriraient ouvert ouverte ouverts ouvertes ouvrant"),
    ("ffrir", "ffre ffrent ffrait ffraient ffrit ffrirent ffrira ffriront ffrirait ffriraient ffert fferte fferts ffertes ffrant"),
    ("cevoir", "çoit çoivent cevait cevaient çut çurent cevra cevront cevrait cevraient çoive çu çue çus çues cevant"),
    ("voir", "voit voient voyait voyaient vit virent voira voiront voirait voiraient voie vu vue vus vues voyant"),
    ("rompre", "rompt rompent rompait rompaient rompit rompirent rompra rompront rompe rompu rompue rompus rompues rompant"),
    ("clure", "clut cluent cluait cluaient clurent clura cluront clurait clu clue clus clues cluant"),
    ("dre", "d dent dait daient dit dirent dra dront drait draient de du due dus dues dant"),
    ("yer", "ie ient yait yaient ya yèrent iera ieront ierait ieraient yé yée yés yées yant"),
    ("eler", "elle ellent elait elaient ela elèrent ellera elleront ellerait elleraient elé elée elés elées elant"),
    ("jeter", "jette jettent jetait jetaient jeta jetèrent jettera jetteront jetterait jetteraient jeté jetée jetés jetées jetant"),
    ("ir", "it issent issait issaient irent ira iront irait iraient isse i ie is ies issant"),
)  # fmt: skip


def conjugated(verb: str) -> list[str]:
    """Return the third-person forms, the participles and the infinitive of a regular French verb.

    >>> conjugated("annoncer")[:6]
    ['annonce', 'annoncent', 'annonçait', 'annonçaient', 'annonça', 'annoncèrent']
    >>> conjugated("vendre")[:3], conjugated("construire")[0], conjugated("fournir")[1]
    (['vend', 'vendent', 'vendait'], 'construit', 'fournissent')
    """
    for ending, forms in _GROUPS:
        if verb.endswith(ending):
            stem = verb[: -len(ending)]
            return [stem + form for form in forms.split()] + [verb]
    return _first_group(verb)


def _first_group(verb: str) -> list[str]:
    """« -er »: « c » and « g » stay soft before « a », « é » opens before a mute syllable."""
    stem = verb[:-2]
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    open_ = stem[:-2] + stem[-2:].replace("é", "è") if stem[-2:].startswith("é") else stem
    future = stem + "er"
    present = [open_ + "e", open_ + "ent"]
    past = [soft + "ait", soft + "aient", soft + "a", stem + "èrent"]
    later = [future + "a", future + "ont", future + "ait", future + "aient"]
    return present + past + later + [stem + "é", stem + "ée", stem + "és", stem + "ées", soft + "ant", verb]
