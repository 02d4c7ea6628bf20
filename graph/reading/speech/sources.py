"""Says who a source is: whoever a reporting verb has as subject, the issuer of a document, « une source diplomatique ».

Attribution follows GRaSP's distinction (Fokkens et al. 2017): the source that the text cites is kept apart from the
article that cites it. A source that nobody names is an entity of its article alone, called as it is written there.
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.clauses.noun_groups import role_of
from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.clauses.syntax import subject
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.speech.cited import Heard, topic
from dragoman.graph.reading.speech.speech_words import SpeechWords

_ACTORS = frozenset({"Person", "Agency", "Organization", "Company", "Outlet", "Source", "Country"})
_LINKS = frozenset({"de", "du", "des", "d", "a", "au", "aux", "l", "la", "le", "les"})
_BREAKS = frozenset(
    {"qui", "que", "qu", "cite", "citee", "cites", "dont", "et", "mais", "selon", "dans", "lors", "sous", "par", "en"}
)
_LONGEST_NAME = 9
_REACH = 9
_FAR = 16
_CLAUSE_WITHIN = 12
_ASIDE = 25
_INSERTED = 8
_ASIDES = frozenset({"ou", "qui", "dont", "lequel", "apres", "avant", "en", "lors", "a", "au", "citant", "dans", "devant"})
_WHICH = frozenset({"lequel", "laquelle", "lesquels", "lesquelles"})
_OF = frozenset({"de", "du", "des", "d", "aupres", "par"})
_AGAIN = frozenset({"meme", "ce", "cet", "cette", "ledit", "ladite"})
_ARTICLES = frozenset({"le", "la", "l", "les"})
_INVERTED = frozenset({"il", "elle", "ils", "elles", "t il", "t elle", "t ils", "t elles"})
_SPEAKING = frozenset(
    {"Person", "Description", "Pronoun", "Agency", "Organization", "Company", "Outlet", "Country", "Place"}
)


def speaker(scene: Scene, words: SpeechWords, verb: Verb, heard: Heard, *, inverted: bool = False) -> Draft | None:
    """Return whoever the verb has speak: its subject, before it or `inverted` after it; « la même source » is the one before."""
    analysis, previous = scene.analysis, heard.body
    near = (*range(max(scene.first, verb.start - 4), verb.start - 1), *range(verb.end, min(scene.last - 1, verb.end + 4)))
    before = next((d for i in near if (d := again(analysis, words, heard, i)) is not None), None)
    if before is not None:
        return before
    if inverted or closes(scene, words, verb):
        pronoun = next(
            (i for i in range(verb.start, min(scene.last, verb.end + 3)) if analysis.folds[i] in _INVERTED), None
        )
        if pronoun is not None:
            return _inverted(scene, words, verb, heard, pronoun)
        after = following(scene, words, verb)
        if after is not None:
            return standing_at(scene, words, after, previous)
        if inverted:
            return None
    if verb.infinitive and verb.start - 2 <= scene.first + 1 and analysis.folds[verb.start - 1] in {"d", "de"}:
        return heard.last  # « Et d’ajouter que … »
    if verb.start > scene.first and analysis.folds[verb.start - 1] in _WHICH:
        near = [m for m in analysis.between(scene.first, verb.start) if m.kind in _SPEAKING and m.end >= verb.start - 3]
        return actor(analysis, near[-1]) if near else None
    if _nobody(scene, verb):
        return None
    token = subject(analysis, verb)
    if token is not None and scene.first <= token < scene.last and analysis.doc[token - 1].pos_ != "ADP":
        found = standing_at(scene, words, token, previous)
        if found is not None or analysis.doc[token].pos_ in {"NOUN", "PROPN"}:
            return found
    phrase = scene.clause(verb).subject_by_order()
    return actor(analysis, phrase.mentions[0]) if phrase else None


def _nobody(scene: Scene, verb: Verb) -> bool:
    """« on indique que », « souligne-t-on »."""
    folds = scene.analysis.folds
    if verb.start > scene.first and folds[verb.start - 1].split()[-1:] == ["on"]:
        return True
    return any(folds[i] in {"on", "t on"} for i in range(verb.start, min(scene.last, verb.end + 2)))


def _inverted(scene: Scene, words: SpeechWords, verb: Verb, heard: Heard, pronoun: int) -> Draft | None:
    """« …, a-t-il dit »: whoever spoke just before, where the pronoun would be the one of whom it is said; else whom it stands for."""
    analysis = scene.analysis
    found = standing_at(scene, words, pronoun)
    if found is None or found.kind != "Person":
        return found or _subject_before(scene, verb)
    said_of = topic(analysis, scene.first, verb.start) is found
    speaker_ = heard.lately()
    feminine = analysis.folds[pronoun].endswith(("elle", "elles"))
    if said_of and speaker_ is not None and speaker_.feminine in {None, feminine}:
        return speaker_
    return found


def _subject_before(scene: Scene, verb: Verb) -> Draft | None:
    """« La firme X a livré …, a-t-elle indiqué »: the body that the sentence says it of, where the pronoun is nobody's yet."""
    subjects = [p for p in scene.phrases if p.role == "" and p.end <= verb.start and p.mentions]
    found = [actor(scene.analysis, p.mentions[0]) for p in subjects[:1]]
    return found[0] if found and found[0] is not None and found[0].kind != "Person" else None


def following(scene: Scene, words: SpeechWords, verb: Verb) -> int | None:
    """Return the head of the first noun phrase after a verb that can speak and that no preposition governs.

    Days and addressees are stepped over: « confiait en décembre au quotidien X le ministre de l’Environnement ».
    """
    analysis = scene.analysis
    for i in range(verb.end, min(scene.last, verb.end + _FAR)):
        text = analysis.doc[i].text
        if text in {";", ":", "."} or any(v.start == i and not v.participle for v in scene.verbs):
            return None
        mention = analysis.at(i)
        if mention is not None and mention.start < i:
            continue
        begin = mention.start if mention else i
        indefinite = mention is None or mention.kind == "Description"
        if indefinite and analysis.folds[begin - 1] == "des" and analysis.doc[begin - 1].pos_ == "DET":
            begin -= 1  # « ont déclaré des responsables »
        speaks = mention is not None and mention.kind in _SPEAKING
        speaks = speaks or (mention is None and analysis.doc[i].pos_ != "ADJ" and analysis.folds[i] in words.speakers)
        speaks = speaks or (i == verb.end and _unknown_name(scene, i))
        if speaks and role_of(analysis, begin, verb.end) == "":
            return i
    return None


def closes(scene: Scene, words: SpeechWords, verb: Verb) -> bool:
    """Whether the verb closes or interrupts what it reports, its subject after it: « …, a indiqué X », « …, a-t-il dit »."""
    analysis = scene.analysis
    if clause_after(scene, verb) is not None or not _parted(scene, verb):
        return False
    if any(analysis.folds[i] in _INVERTED for i in range(verb.start, min(scene.last, verb.end + 3))):
        return True
    after = following(scene, words, verb)
    if after is None:
        return False
    if interrupts(scene, words, verb):
        return True
    if analysis.folds[after] in words.documents:  # nobody reports a document: « …, indique un communiqué »
        return True
    token = subject(analysis, verb)
    if token is None or token >= verb.start or analysis.doc[token].pos_ not in {"NOUN", "PROPN", "PRON"}:
        return True
    if analysis.at(token) is None and analysis.folds[token] not in words.speakers:
        return True
    between = [
        v for v in scene.verbs if token < v.start and v.end <= verb.start and not v.participle and not v.infinitive
    ]
    return any(not analysis.doc[v.head].dep_.startswith("acl") for v in between)


def interrupts(scene: Scene, words: SpeechWords, verb: Verb) -> bool:
    """« X, a précisé Y, se rendra à Z »: whether the clause goes on with its verb right after whoever is cited."""
    analysis = scene.analysis
    if not _parted(scene, verb):
        return False
    end = verb.end
    if not any(analysis.folds[i] in _INVERTED for i in range(verb.start, min(scene.last, verb.end + 3))):
        after = following(scene, words, verb)
        if after is None:
            return False
        mention = analysis.at(after)
        end = mention.end if mention else after + 1
    comma = next((i for i in range(end, min(scene.last, end + _REACH)) if analysis.texts[i] == ","), None)
    return comma is not None and any(v.start == comma + 1 and v.finite for v in scene.verbs)


def clause_after(scene: Scene, verb: Verb) -> int | None:
    """Return the token where the reported clause begins: « que », or a colon; None where an object or nothing follows.

    What is only put in between is stepped over: « a déclaré lundi à Genève, où il a rencontré X, que … ».
    """
    analysis, folds = scene.analysis, scene.analysis.folds
    i = verb.end
    limit = min(scene.last, verb.end + _CLAUSE_WITHIN)
    while i < limit:
        if folds[i] in {"que", "qu"} or analysis.doc[i].text == ":":
            return i
        if analysis.doc[i].text == "," and i + 1 < scene.last and _aside(analysis, i + 1):
            closing = next((k for k in range(i + 1, min(scene.last, i + _ASIDE)) if analysis.texts[k] == ","), None)
            if closing is None:
                return None
            if folds[closing + 1 : closing + 2] not in (["que"], ["qu"]):
                return None
            return closing + 1
        if any(v.start == i and not v.participle for v in scene.verbs):
            return None
        i += 1
    return None


def _aside(analysis: Analysis, i: int) -> bool:
    return analysis.folds[i].split(" ")[0] in _ASIDES or analysis.doc[i].pos_ == "VERB"


def _parted(scene: Scene, verb: Verb) -> bool:
    """Whether a mark parts the verb from what stands before it."""
    before = _group_start(scene, verb) - 1
    if before > scene.first and scene.analysis.folds[before] in {"le", "l"}:
        before -= 1
    if before >= scene.first and scene.analysis.folds[before] == "comme":
        return True  # « comme le rapporte l’agence X »
    return before >= scene.first and scene.analysis.doc[before].text in {
        ",",
        "»",
        "”",
        '"',
        "–",
        "—",
        "-",
        "(",
        "!",
        "?",
    }


def _group_start(scene: Scene, verb: Verb) -> int:
    """Where a verb begins whose auxiliary an insertion parts from it: « , a de son côté fait valoir X »."""
    if not (verb.participle or verb.lemmas & {"faire"}):
        return verb.start
    for i in range(verb.start - 1, max(scene.first, verb.start - _INSERTED), -1):
        if scene.analysis.doc[i].is_punct:
            break
        if scene.analysis.folds[i] in {"a", "ont", "avait", "avaient"} and scene.analysis.texts[i - 1] in {",", "»"}:
            return i
    return verb.start


def agent(scene: Scene, words: SpeechWords, verb: Verb) -> Draft | None:
    """Return whoever « par » leads in after a passive or participle: « annoncée lundi par le Kremlin »."""
    for i in range(verb.end, min(scene.last, verb.end + _REACH)):
        if scene.analysis.folds[i] == "par":
            return named_from(scene, words, i + 1)
        if scene.analysis.doc[i].text in {",", ";", ":"}:
            return None
    return None


def actor(analysis: Analysis, mention: Mention) -> Draft | None:
    """Return the entity of a mention where it is one that can speak."""
    if mention.kind == "Place" and mention.draft and mention.draft.stands_for:
        return analysis.known(mention.draft.stands_for)
    found = mention.drafts
    return found[0] if found and found[0].kind in _ACTORS else None


def standing_at(scene: Scene, words: SpeechWords, token: int, previous: Draft | None = None) -> Draft | None:
    """Return the source whose noun phrase has token `token` as its head; « le communiqué » alone is the one before."""
    analysis = scene.analysis
    mention = analysis.at(token)
    if mention is not None and mention.drafts and mention.kind not in {"Adjective", "Pair"}:
        return actor(analysis, mention)
    if mention is not None and mention.kind == "Description":
        head = next((i for i in range(mention.start, mention.end) if analysis.doc[i].pos_ not in {"DET", "ADP"}), token)
        return unnamed(scene, words, head, definite=mention.end - head > 1)
    word = analysis.folds[token]
    if word in words.documents:
        return _issuer(scene, words, token, previous)
    if word in words.bodies:
        return _known_body(analysis, token) or unnamed(scene, words, token, definite=True)
    if word in words.unnamed:
        return unnamed(scene, words, token)
    named = _named_after(scene, token) if _introduces(analysis, token) else None
    return named or (analysis.source(analysis.text(token, _name_end(scene, token))) if _unknown_name(scene, token) else None)


def _named_after(scene: Scene, token: int) -> Draft | None:
    """« le quotidien algérien El Watan »: the name that a noun introduces, where the two are no one mention."""
    for i in range(token + 1, min(scene.last, token + 4)):
        mention = scene.analysis.at(i)
        if mention is not None and mention.kind not in {"Adjective", "Pair"}:
            return actor(scene.analysis, mention)
        if mention is None and scene.analysis.doc[i].pos_ != "ADJ":
            return None
    return None


def _unknown_name(scene: Scene, token: int) -> bool:
    """« selon Vjesnik », « écrit Vjesnik »: a name of which nothing else is said is called as it is written."""
    doc = scene.analysis.doc[token]
    return doc.pos_ == "PROPN" and doc.text[:1].isupper() and doc.text[-1:].isalnum() and scene.analysis.at(token) is None


def _name_end(scene: Scene, token: int) -> int:
    end = token + 1
    while end < scene.last and _unknown_name(scene, end):
        end += 1
    return end


def _known_body(analysis: Analysis, token: int) -> Draft | None:
    """« le ministère », once « le ministère de l’Agriculture » was named: the last body so called, if nothing else is said."""
    after = analysis.doc[token + 1] if token + 1 < len(analysis.doc) else None
    if after is not None and (after.pos_ == "ADJ" or analysis.folds[after.i] in {"de", "du", "des", "d"}):
        return None
    word = analysis.folds[token]
    named = [
        m.draft
        for m in analysis.mentions
        if m.end <= token
        and m.draft
        and m.kind in {"Agency", "Organization", "Company"}
        and any(fold(n).split()[:1] == [word] for n in m.draft.names)
    ]
    return named[-1] if named else None


def named_from(scene: Scene, words: SpeechWords, begin: int, previous: Draft | None = None) -> Draft | None:
    """Return the source that is named from token `begin` on, determiners and adjectives stepped over.

    « selon le communiqué » whose issuer is not said again is the one before.
    """
    analysis = scene.analysis
    for i in range(begin, min(scene.last, begin + 6)):
        token = analysis.doc[i]
        if token.is_punct and token.text not in {"«", "“", '"', "-", "‘"}:
            return None
        known = analysis.at(i) is not None or analysis.folds[i] in words.speakers | words.documents
        if known or _unknown_name(scene, i):
            found = standing_at(scene, words, i, previous)
            if found is not None or token.pos_ == "NOUN":
                return found
        elif analysis.folds[i] in words.worded:
            return _worded(scene, words, i, previous)
        elif token.pos_ in {"VERB", "AUX"} or (token.pos_ == "NOUN" and not _introduces(analysis, i)):
            return None
    return None


def _worded(scene: Scene, words: SpeechWords, noun: int, previous: Draft | None) -> Draft | None:
    """« selon les termes du ministre », « d’après des informations obtenues auprès de X »: whose words they are."""
    folds = scene.analysis.folds
    for i in range(noun + 1, min(scene.last, noun + 6)):
        if folds[i] in _OF:
            return named_from(scene, words, i + 1, previous)
        if scene.analysis.texts[i] in {",", ";", ":"}:
            break
    return None


def _introduces(analysis: Analysis, i: int) -> bool:
    return analysis.folds[i] in analysis.words.outlets | analysis.words.companies | analysis.words.honorifics


def unnamed(scene: Scene, words: SpeechWords, token: int, *, definite: bool = False) -> Draft | None:
    """Return a source that is called by what it is: « une source militaire égyptienne », « un cadre du groupe ».

    A definite one (« le responsable ») is somebody named elsewhere, unless `definite` lets it be (« la présidence »).
    """
    analysis = scene.analysis
    begin = token
    while begin > scene.first and analysis.doc[begin - 1].pos_ == "ADJ" and analysis.at(begin - 1) is None:
        begin -= 1
    before = analysis.folds[begin - 1] if begin > scene.first else ""
    if analysis.folds[token] not in words.collective and not definite and before in {"le", "la", "l", "ce", "cet", "cette", "meme", "son", "sa", "ses", "au", "du"}:
        return None
    end = token + 1
    while end < scene.last and end - begin < _LONGEST_NAME:
        word = analysis.folds[end]
        if (
            analysis.doc[end].is_punct
            or word in _BREAKS
            or (analysis.doc[end].pos_ in {"VERB", "AUX", "ADV"} and word not in _LINKS)
        ):
            break
        end += 1
    while end > token + 1 and analysis.folds[end - 1] in _LINKS:
        end -= 1
    return analysis.source(analysis.text(begin, end))


def _issuer(scene: Scene, words: SpeechWords, token: int, previous: Draft | None) -> Draft | None:
    """« un communiqué du Cabinet royal » is the Cabinet's; one whose issuer is not named is a source of its own."""
    analysis = scene.analysis
    for mention in analysis.between(token + 1, min(scene.last, token + 7)):
        gap = range(token + 1, mention.start)
        if any(analysis.doc[i].is_punct or analysis.doc[i].pos_ in {"VERB", "AUX"} for i in gap):
            break
        if mention.draft and mention.kind in {"Agency", "Organization", "Company", "Outlet", "Person"}:
            return mention.draft
        if mention.kind not in {"Adjective", "Pair"}:
            break
    body = next((i for i in range(token + 1, min(scene.last, token + 5)) if analysis.folds[i] in words.bodies), None)
    if body is not None and analysis.folds[body - 1] not in {"son", "sa", "leur", "ce", "cette"}:
        ends = body + 1 >= scene.last or analysis.doc[body + 1].is_punct
        bare = ends and analysis.folds[body] in words.plain  # « un communiqué du ministère »
        return _known_body(analysis, body) or unnamed(scene, words, token if bare else body, definite=True)
    joint = token + 1 < scene.last and analysis.folds[token + 1] in words.joint
    if joint or (token > scene.first and analysis.folds[token - 1] in {"un", "une", "des"}):
        return unnamed(scene, words, token, definite=True)
    return previous or unnamed(scene, words, token, definite=True)


def again(analysis: Analysis, words: SpeechWords, heard: Heard, i: int) -> Draft | None:
    """Return whom « la même source », « cette source », « ce responsable » at token `i` goes back to."""
    for k in range(i, min(len(analysis.folds) - 1, i + 2)):
        noun = analysis.folds[k + 1]
        if noun in words.same and analysis.folds[k] in _AGAIN:
            return heard.person if noun in words.same_person else heard.body
        if not analysis.folds[k] in _ARTICLES:
            break
    return None


def learnt(scene: Scene, words: SpeechWords, i: int) -> Draft | None:
    """Return what « on » learns something from: « lit-on dans un communiqué de X », « glisse-t-on chez un industriel »."""
    analysis = scene.analysis
    for k in range(i, min(scene.last, i + 6)):
        if analysis.folds[k] in {"dans", "aupres", "chez", "de", "par", "a", "au", "aux", "sur"}:
            begin = k + 2 if analysis.folds[k + 1 : k + 2] in (["de"], ["du"], ["d"], ["des"]) else k + 1
            found = named_from(scene, words, begin)
            if found is not None:
                return found
            near = range(begin, min(scene.last, begin + 3))
            noun = next((n for n in near if analysis.doc[n].pos_ not in {"DET", "ADP", "PUNCT"}), None)
            return unnamed(scene, words, noun) if noun is not None and analysis.folds[k] in {"chez", "aupres"} else None
    return None


def issued(scene: Scene, words: SpeechWords) -> list[Draft]:
    """Return who a sentence says has put out a paper: « Le ministère a publié un communiqué »."""
    for verb in scene.verbs:
        if verb.lemma not in words.issuing or verb.negated or verb.passive or verb.participle:
            continue
        near = range(verb.end, min(scene.last, verb.end + _REACH))
        if words.documents & {scene.analysis.folds[i] for i in near}:
            token = subject(scene.analysis, verb)
            found = standing_at(scene, words, token) if token is not None and token >= scene.first else None
            return [found] if found is not None else []
    return []


def spoke(scene: Scene, words: SpeechWords, heard: Heard) -> list[Draft]:
    """Return the people who speak in a sentence without reporting anything: « X s’est dit confiant », « Y a plaidé pour »."""
    found = []
    for verb in scene.verbs:
        if (verb.lemma in words.speaking or (verb.reflexive and verb.lemma in words.claiming)) and verb.finite:
            source = speaker(scene, words, verb, heard)
            if source is not None and source.kind == "Person":
                found.append(source)
    return found
