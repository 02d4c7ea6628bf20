"""Says where a list of topics or fields begins and ends in the sentence."""

from __future__ import annotations

from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene

_ACTORS = frozenset({"Person", "Agency", "Organization", "Company", "Outlet", "Description", "Pronoun"})
_DE = frozenset({"de", "d", "du", "des"})
_REACH = 8
_LONGEST, _MOST = 14, 40
"""Tokens of one item, and items of one list, beyond which a comma is not followed."""


def list_begin(scene: IndexedScene, cue: int) -> int | None:
    """Return where the list begins that a word like « domaines » leads to, None where it leads to none."""
    folds, doc, known = scene.analysis.folds, scene.analysis.doc, scene.known
    i = cue + 1
    while i < scene.last and folds[i] in known.field_words:
        i += 1
    if i >= scene.last:
        return None
    listed = _listing(scene, i)
    if listed is not None:
        return listed
    if folds[i] in _DE and i + 1 < scene.last:
        if folds[i + 1] in known.relations or (
            folds[i + 1] in {"la", "l"} and folds[i + 2 : i + 3] and folds[i + 2] in known.relations
        ):
            return _listing(scene, i + 2, _REACH)  # « les secteurs de la coopération [entre A et B] : … »
        return i
    if doc[i].pos_ == "ADJ" and scene.mention_at(i) is None:
        return i  # « les secteurs pétrolier, minier et agricole »
    return None


def _listing(scene: IndexedScene, i: int, reach: int = 2) -> int | None:
    """Where a list begins after « : », « dont », « notamment », « tels que » from token `i` on."""
    folds, doc = scene.analysis.folds, scene.analysis.doc
    for j in range(i, min(scene.last, i + reach)):
        if doc[j].text == ":":
            return j + 1
        size = scene.known.listing.at(folds, j)
        if size:
            return j + size
    return None


def list_end(scene: IndexedScene, begin: int) -> int:
    """Return where a list of topics ends."""
    folds, doc, known = scene.analysis.folds, scene.analysis.doc, scene.known
    i, closing_et = begin, -1
    while i < scene.last:
        text, word = doc[i].text, folds[i]
        if text == "," and i > closing_et:
            closing_et = _closes(scene, i)
        if text in {"«", "“"} and i - begin <= 2:
            closing = next((j for j in range(i + 1, scene.last) if doc[j].text in {"»", "”"}), None)
            if closing is not None:
                return closing + 1
        over = _stepped_over(scene, i) if i > begin else i
        if over > i:
            i = over
            continue
        if _breaks(text) or (text in {"«", "»", "“", "”"} and i > begin):
            return i
        verb = scene.verb_at(i)
        if i > begin and verb is not None:
            if not _inside(scene, i):
                return max(verb.start, begin + 1) if verb.start > begin else i
            i = max(i + 1, verb.end)
            continue
        if i > begin and (_ends(scene, i) or _leaves(scene, i)):
            return i
        if (text == "," and i > closing_et) or (word == "et" and i > begin and _new_clause(scene, i)):
            return i
        if known.during.at(folds, i) or known.after.at(folds, i):
            return i
        i += 1
    return scene.last


def _breaks(text: str) -> bool:
    return text in {";", ":", ".", "(", ")", "–", "—", "!", "?", "…"}


def _ends(scene: IndexedScene, i: int) -> bool:
    """Whether a word or date at a token belongs to no topic any more."""
    word, before = scene.analysis.folds[i], scene.analysis.doc[i - 1]
    if word in {"ces", "cet", "cette"} and before.pos_ in {"NOUN", "ADJ", "VERB", "PROPN"}:
        return True
    return word in scene.known.stops or (word == "pour" and setting(scene, i + 1)) or scene.date_at(i) is not None


def _stepped_over(scene: IndexedScene, i: int) -> int:
    """Where a list goes on after « (PROREGA) » or « entre les deux pays, » inside one of its items; `i` where nothing is."""
    doc = scene.analysis.doc
    if doc[i].text == "(":
        close = next((j for j in range(i + 1, min(scene.last, i + 8)) if doc[j].text == ")"), None)
        if close is not None and close + 1 < scene.last and _continues(scene, close + 1):
            return close + 1
    if scene.analysis.folds[i] == "entre":
        phrase = scene.phrase_from(i + 1)
        if phrase is not None and phrase.end < scene.last and _continues(scene, phrase.end):
            return phrase.end
    return i


def _continues(scene: IndexedScene, i: int) -> bool:
    """Whether a comma or « et » at a token leads to a further topic."""
    text = scene.analysis.doc[i].text
    return (text == "," and _closes(scene, i) > i) or (text == "et" and not _new_clause(scene, i))


def _inside(scene: IndexedScene, i: int) -> bool:
    """A participle or infinitive that belongs to the topic: « les titres de transport sécurisés », « la lutte visant à »."""
    doc = scene.analysis.doc
    if "Inf" in doc[i].morph.get("VerbForm", []):
        return scene.analysis.folds[i - 1] in {"a", "de", "d", "afin", "pour"}
    if doc[i - 1].pos_ == "DET" or scene.analysis.folds[i - 1] in _DE:
        return (
            "Fin" not in doc[i].morph.get("VerbForm", []) or doc[i - 1].pos_ == "DET"
        )  # « la reconnaissance des permis »
    if "Part" in doc[i].morph.get("VerbForm", []) and doc[i - 1].pos_ in {"NOUN", "ADJ"}:
        return scene.analysis.lemmas[i] not in scene.known.hopes and scene.analysis.lemmas[i] not in scene.concluding
    return False


def _leaves(scene: IndexedScene, i: int) -> bool:
    """« à Rabat », « en Tunisie », « au Kremlin »: a place where it happened, « en présence de », « en marge de »."""
    folds = scene.analysis.folds
    if folds[i] in {"a", "au", "aux", "en"}:
        mention = scene.mention_at(i + 1) or (
            scene.mention_at(i + 2) if i + 1 < scene.last and folds[i + 1] in {"la", "l", "le"} else None
        )
        if mention is not None and mention.kind in {"Place", "Country"} | _ACTORS:
            return True
        if scene.date_at(i) is not None:
            return True
        following = folds[i + 1] if i + 1 < scene.last else ""
        return following in {
            "presence",
            "marge",
            "vertu",
            "application",
            "l",
            "issue",
            "vue",
            "echange",
            "attendant",
        } and (
            following != "l"
            or (i + 2 < scene.last and folds[i + 2] in {"issue", "occasion", "ouverture", "image", "initiative"})
        )
    return False


def _closes(scene: IndexedScene, comma: int) -> int:
    """Return the « et » that closes the list which a comma goes on with, -1 where the comma ends it: before any verb."""
    folds, doc, known = scene.analysis.folds, scene.analysis.doc, scene.known
    i, length, items = comma + 1, 0, 0
    while i < scene.last and length <= _LONGEST and items < _MOST:
        over = _stepped_over(scene, i)
        if over > i:
            i = over
            continue
        word, text = folds[i], doc[i].text
        if word == "et" or folds[i : i + 2] == ["ainsi", "que"]:
            return -1 if _new_clause(scene, i) else i
        if text == ",":
            if length == 0:
                return -1
            i, length, items = i + 1, 0, items + 1
            continue
        if _breaks(text) or text in {"«", "»"} or _ends(scene, i):
            return -1
        verb = scene.verb_at(i)
        if verb is not None and not _inside(scene, i):
            return -1
        if length < 2 and (known.during.at(folds, i) or known.after.at(folds, i) or _leaves(scene, i)):
            return -1
        if (
            known.pronouns.at(folds, i)
            or one_of_them(scene, i)
            or (word in known.nouns and doc[i - 1].pos_ in {"DET", "NUM"})
        ):
            return -1
        mention = scene.mention_at(i)
        if mention is not None and mention.kind in {"Person", "Description", "Pronoun"}:
            return -1
        length += bool(word)
        i += 1
    return -1


def _new_clause(scene: IndexedScene, i: int) -> bool:
    """Whether « et » leads to another instrument, a verb or somebody: « et une convention », « et a annoncé »."""
    folds, doc = scene.analysis.folds, scene.analysis.doc
    known = scene.known
    for j in range(i + 1, min(scene.last, i + 6)):
        verb = scene.verb_at(j)
        if verb is not None and not verb.participle:
            return True
        if (folds[j] in known.nouns and folds[j - 1] != "de") or known.compounds.at(folds, j) or one_of_them(scene, j):
            return True
        mention = scene.mention_at(j)
        if mention is not None and mention.kind in {"Person", "Description", "Pronoun"}:
            return True
        if mention is not None and mention.kind == "Country":
            continue
        if doc[j].pos_ in {"NOUN", "PROPN"} or (doc[j].pos_ == "ADJ" and folds[j] not in known.empty):
            return False
        if doc[j].pos_ == "PRON" and folds[j] in {"il", "elle", "ils", "elles", "on", "celui", "celle"}:
            return True
    return False


def setting(scene: IndexedScene, i: int) -> bool:
    """« dans le cadre de », « dans la soirée », « pour une durée de »: no subject."""
    analysis = scene.analysis
    known = scene.known
    words = [w for w in analysis.folds[i : i + 4] if w]
    if any(w in known.settings | known.validity for w in words[:3]):
        return True
    if any(w in analysis.words.numbers and w not in {"un", "une"} for w in words[:2]):
        return True
    mention = scene.mention_at(i) or scene.mention_at(i + 1)
    return (mention is not None and mention.kind in {"Place", "Country"} | _ACTORS) or any(
        w.isdigit() for w in words[:3]
    )


def one_of_them(scene: IndexedScene, i: int) -> bool:
    """« quatre conventions : une sur la pêche, une autre relative à la santé »: a number that stands for an instrument."""
    folds, known = scene.analysis.folds, scene.known
    if i + 1 >= scene.last or not folds[i]:
        return False
    size = known.pronouns.at(folds, i) or int(folds[i] in {"un", "une", "celui", "celle", "ceux", "celles"})
    if size == 0 or i + size >= scene.last or not known.about.at(folds, i + size):
        return False
    near = set(folds[i + size : i + size + 4])
    return folds[i + size] not in {"dans", "pour", "en"} or bool(near & known.cues)
