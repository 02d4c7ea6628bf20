"""Finds pronouns and possessives that may stand for people, and says for whom.

« il », « elle », « ils », « lui », « l’ », « celui-ci », « ce dernier », « sa visite », « leur entretien ». A pronoun that opens a sentence goes
back to the subject of the one before, unless that is a thing and the verb is none that only a person does; the object of a verb is
never its subject; « ils » wants two.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.people.discourse import Discourse, governed

_SUBJECT = {"il": False, "elle": True, "ils": False, "elles": True}
_LATTER = {"celui": False, "celle": True, "ceux": False, "celles": True}
POSSESSIVE = frozenset({"son", "sa", "ses", "leur", "leurs"})
_IMPERSONAL = (
    "y a ",
    "faut",
    "s agit",
    "semble",
    "convient",
    "y avait",
    "reste ",
    "n y a",
    "suffit",
    "existe",
    "importe",
    "est vrai",
    "est a ",
    "est prevu",
    "est question",
    "est clair",
    "a fallu",
    "pleut",
    "est temps",
    "est encore",
    "est possible",
    "est difficile",
    "est certain",
    "n est pas",
    "s en ",
    "va sans",
    "aura fallu",
)


_LAST = frozenset({"dernier", "derniere", "derniers", "dernieres"})
_OBJECTS = frozenset({"l", "le", "la"})
_WORDS = frozenset(_SUBJECT) | _LAST | _OBJECTS | {"lui"}


def find(analysis: Analysis) -> None:
    """Add a mention, not yet resolved, for every pronoun that may stand for a person."""
    folds, doc = analysis.folds, analysis.doc
    for i, word in enumerate(folds):
        if (word not in _WORDS and word.partition(" ")[0] not in _LATTER) or analysis.at(i) is not None:
            continue
        if word in _SUBJECT and doc[i].pos_ == "PRON" and not _impersonal(analysis, i):
            found = Mention(i, i + 1, (i, i + 1), "Pronoun", via="pronoun", feminine=_SUBJECT[word])
            found.plural = word.endswith("s")
            analysis.add(found)
        elif word in _LAST and i and folds[i - 1] in {"ce", "cette", "ces"}:
            found = Mention(i - 1, i + 1, (i - 1, i + 1), "Pronoun", via="latter", feminine=word.startswith("derniere"))
            found.plural = word.endswith("s")
            analysis.add(found)
        elif word.partition(" ")[0] in _LATTER:
            end = _this_one(analysis, i)
            if end > i:
                found = Mention(i, end, (i, end), "Pronoun", via="latter", feminine=_LATTER[word.partition(" ")[0]])
                found.plural = word.startswith(("ceux", "celles"))
                analysis.add(found)
        elif word in _OBJECTS and doc[i].pos_ == "PRON":
            feminine_object = {"le": False, "la": True}.get(word)
            analysis.add(Mention(i, i + 1, (i, i + 1), "Pronoun", via="clitic", feminine=feminine_object))
        elif word == "lui" and doc[i].pos_ == "PRON" and _before_verb(analysis, i):
            analysis.add(Mention(i, i + 1, (i, i + 1), "Pronoun", via="dative"))
    analysis.sort()


def _this_one(analysis: Analysis, i: int) -> int:
    """Return the token after « celui-ci », in one token or three, or `i` where it is « celui de » or « celui-là »."""
    if analysis.folds[i].endswith(" ci"):
        return i + 1
    after = [f for f in analysis.folds[i + 1 : i + 3] if f][:1]
    return (i + 2 if analysis.folds[i + 1] else i + 3) if after and after[0] in {"ci", "ci "} else i


def _before_verb(analysis: Analysis, i: int) -> bool:
    return i + 1 < len(analysis.doc) and analysis.doc[i + 1].pos_ in {"VERB", "AUX", "PRON"}


def _impersonal(analysis: Analysis, i: int) -> bool:
    if analysis.folds[i + 1 : i + 3] == ["y", "a"] and i + 3 < len(analysis.doc):
        return analysis.doc[i + 3].pos_ not in {"VERB", "AUX"}  # « il y a été reçu »
    if analysis.folds[i + 1 : i + 3] in (["y", "avait"], ["y", "aura"]) and _compound(analysis, i + 3):
        return False  # « il y avait rencontré », « il y avait alors été reçu »
    return analysis.folds[i] == "il" and " ".join(w for w in analysis.folds[i + 1 : i + 5] if w).startswith(_IMPERSONAL)


def _compound(analysis: Analysis, i: int) -> bool:
    """Whether a participle, perhaps after adverbs, follows the auxiliary before token `i`."""
    tokens = analysis.doc
    while i < len(tokens) and tokens[i].pos_ == "ADV":
        i += 1
    return i < len(tokens) and tokens[i].pos_ in {"VERB", "AUX"} and "Part" in tokens[i].morph.get("VerbForm", [])


def resolve(analysis: Analysis, discourse: Discourse, mention: Mention) -> None:
    """Say for whom a pronoun stands, where that is certain."""
    if mention.via == "latter" and not mention.plural:
        mention.draft = _latter(discourse, mention)
    elif mention.via in {"clitic", "dative"}:
        mention.draft = _object(analysis, discourse, mention)
    elif mention.plural:
        mention.members = _both(discourse)
    else:
        mention.draft = _subject(analysis, discourse, mention)
    mention.country = mention.draft.country if mention.draft else None
    if mention.draft and mention.draft.feminine is None and mention.via == "pronoun":
        mention.draft.feminine = mention.feminine


def _agrees(mention: Mention, draft: Draft | None) -> bool:
    if draft is None:
        return False
    return mention.feminine is None or draft.feminine is None or mention.feminine == draft.feminine


def _subject(analysis: Analysis, discourse: Discourse, mention: Mention) -> Draft | None:
    now, before = discourse.now, discourse.before
    if now.heading is not None or now.pair:
        if _agrees(mention, now.heading):
            return now.heading
        others = [d for d in now.people if d is not now.heading and _agrees(mention, d)]
        return others[0] if len(others) == 1 else None
    if before is None or now.people:
        people = [d for d in now.people if _agrees(mention, d)]
        return people[0] if len(people) == 1 and _personal(analysis, mention) else None
    gender = "Fem" if mention.feminine else "Masc"
    thing = before.thing is not None and before.thing in {gender, ""}
    personal = _personal(analysis, mention)
    if "description" in before.unknown or gender in before.unknown:
        return None
    if not before.people and len(discourse.sentences) > 2 and personal:
        before = discourse.sentences[-3]  # a sentence about something else between
    people = [d for d in before.people if _agrees(mention, d)]
    if before.heading in people and not _surer(mention, before.heading, people) and (personal or not thing):
        return before.heading
    certain = [d for d in people if d.feminine is not None] or people
    return certain[0] if len(certain) == 1 and personal else None


def _surer(mention: Mention, heading: Draft | None, people: list[Draft]) -> bool:
    """Whether somebody else is known to be of the pronoun's gender and the heading is not."""
    known = [d for d in people if d.feminine == mention.feminine]
    return heading is not None and heading.feminine is None and bool(known)


def _personal(analysis: Analysis, mention: Mention) -> bool:
    """Whether the pronoun's verb is one that only people do, or that in the passive is done to people only."""
    head = analysis.doc[mention.start].head
    passive = any(child.dep_ in {"aux:pass"} for child in analysis.children[head.i])
    return analysis.lemmas[head.i] in (analysis.terms.personal_passives if passive else analysis.terms.personal_verbs)


def _latter(discourse: Discourse, mention: Mention) -> Draft | None:
    """The person named last, in this sentence or the one before."""
    for sentence in reversed(discourse.sentences[-2:]):
        people = sorted(sentence.people, key=lambda d: -discourse.last_at[id(d)])
        if people:
            return people[0] if _agrees(mention, people[0]) else None
    return None


def _object(analysis: Analysis, discourse: Discourse, mention: Mention) -> Draft | None:
    """« où le président X l’a reçu »: whoever is spoken of and is not the verb's own subject."""
    people = sorted((d for d in discourse.window() if _agrees(mention, d)), key=lambda d: -discourse.last_at[id(d)])
    own = _own_subject(analysis, discourse, mention)
    if own is None:
        return None
    others = [d for d in people if d is not own]
    topics = [s.heading for s in reversed(discourse.sentences[-2:]) if s.heading is not None and s.heading is not own]
    chosen = next((d for d in topics if d in others), None)
    return chosen or (others[0] if len(others) == 1 else None)


def _own_subject(analysis: Analysis, discourse: Discourse, mention: Mention) -> Draft | None:
    """The person before the verb who is its subject: the nearest that no preposition governs, else whom « il » goes on with."""
    first = discourse.now.first
    for i in range(mention.start - 1, first - 1, -1):
        found = analysis.at(i)
        if not found or found.kind not in {"Person", "Description", "Pronoun"} or found.via in {"clitic", "dative"}:
            continue
        if not governed(analysis, found.start):
            return found.draft  # nobody, where it is a description that cannot be told
    return discourse.now.heading or (discourse.before.heading if discourse.before else None)


def _both(discourse: Discourse) -> list[Draft]:
    """« ils »: the two subjects, or the two people of the sentence before."""
    for sentence in (discourse.now, discourse.before):
        if sentence is None:
            continue
        if sentence.pair:
            return list(sentence.pair)
        if len(sentence.people) == 2:
            return list(sentence.people)
        if sentence.people:
            return []
    return []


def possess(analysis: Analysis, discourse: Discourse, i: int) -> None:
    """« sa visite », « leur entretien »: note whose it is, where one person or one pair can be meant."""
    word = analysis.folds[i]
    now, before = discourse.now, discourse.before
    if word in {"leur", "leurs"}:
        pair = (
            now.pair
            or (now.people if len(now.people) == 2 else [])
            or (before.pair if before and not now.people else [])
        )
        if not pair and before and not now.people and len(before.people) == 2:
            pair = before.people
        if pair:
            analysis.possessors[i] = list(pair)
        return
    owner = now.heading or (before.heading if before and not now.people else None)
    if owner is not None and (not now.pair):
        analysis.possessors[i] = [owner]
