"""Says who a source is: whoever a reporting verb has as subject, the issuer of a document, « une source diplomatique ».

Attribution follows GRaSP's distinction (Fokkens et al. 2017): the source that the text cites is kept apart from the
article that cites it. A source that nobody names is an entity of its article alone, called as it is written there.
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.speech.speech_words import SpeechWords

_ACTORS = frozenset({"Person", "Agency", "Organization", "Company", "Outlet", "Source", "Country"})
_LINKS = frozenset({"de", "du", "des", "d", "a", "au", "aux", "l", "la", "le", "les"})
_BREAKS = frozenset(
    {"qui", "que", "qu", "cite", "citee", "cites", "dont", "et", "mais", "selon", "dans", "lors", "sous", "par", "en"}
)
_LONGEST_NAME = 9
_ISSUED = 6
_KIND_OF = frozenset({"d", "de"})
_OF = frozenset({"de", "du", "des", "d", "aupres", "par"})


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
    return named or (
        analysis.source(analysis.text(token, _name_end(scene, token))) if unknown_name(scene, token) else None
    )


def _named_after(scene: Scene, token: int) -> Draft | None:
    """« le quotidien algérien El Watan »: the name that a noun introduces, where the two are no one mention."""
    for i in range(token + 1, min(scene.last, token + 4)):
        mention = scene.analysis.at(i)
        if mention is not None and mention.kind not in {"Adjective", "Pair"}:
            return actor(scene.analysis, mention)
        if mention is None and scene.analysis.doc[i].pos_ != "ADJ":
            return None
    return None


def unknown_name(scene: Scene, token: int) -> bool:
    """« selon Vjesnik », « écrit Vjesnik »: a name of which nothing else is said is called as it is written."""
    doc = scene.analysis.doc[token]
    return (
        doc.pos_ == "PROPN" and doc.text[:1].isupper() and doc.text[-1:].isalnum() and scene.analysis.at(token) is None
    )


def _name_end(scene: Scene, token: int) -> int:
    end = token + 1
    while end < scene.last and unknown_name(scene, end):
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
        if known or unknown_name(scene, i):
            found = standing_at(scene, words, i, previous)
            if found is not None or token.pos_ == "NOUN":
                return found
        elif analysis.folds[i] in words.worded and i > begin and analysis.folds[i - 1] in _KIND_OF:
            continue  # « le site d’information X »
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
    if (
        analysis.folds[token] not in words.collective
        and not definite
        and before in {"le", "la", "l", "ce", "cet", "cette", "meme", "son", "sa", "ses", "au", "du"}
    ):
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


def _put_out_by(scene: Scene, words: SpeechWords, token: int) -> Draft | None:
    """« un communiqué publié mercredi par la présidence »: whoever put the paper out."""
    analysis = scene.analysis
    if token + 1 >= scene.last or analysis.lemmas[token + 1] not in words.issuing:
        return None
    for i in range(token + 2, min(scene.last, token + _ISSUED)):
        if analysis.folds[i] == "par":
            return named_from(scene, words, i + 1)
        if analysis.doc[i].is_punct or analysis.doc[i].pos_ == "VERB":
            return None
    return None


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
    issuer = _put_out_by(scene, words, token)
    if issuer is not None:
        return issuer
    body = next((i for i in range(token + 1, min(scene.last, token + 5)) if analysis.folds[i] in words.bodies), None)
    if body is not None and analysis.folds[body - 1] not in {"son", "sa", "leur", "ce", "cette"}:
        ends = body + 1 >= scene.last or analysis.doc[body + 1].is_punct
        bare = ends and analysis.folds[body] in words.plain  # « un communiqué du ministère »
        return _known_body(analysis, body) or unnamed(scene, words, token if bare else body, definite=True)
    joint = token + 1 < scene.last and analysis.folds[token + 1] in words.joint
    if joint or (token > scene.first and analysis.folds[token - 1] in {"un", "une", "des"}):
        return unnamed(scene, words, token, definite=True)
    return previous or unnamed(scene, words, token, definite=True)
