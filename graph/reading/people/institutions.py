"""Reads the names of institutions that the lexicon does not have, by the grammar of French administrative names.

A head noun (« direction », « conseil », « centre », « fédération » …), then adjectives and complements: « la direction
générale de la sûreté nationale (DGSN) », « le Centre royal de télédétection spatiale », « l’Union russe des exportateurs
de céréales (Rusgrain) ». An acronym in brackets after the name is another name of the same institution from there on.
"""

from __future__ import annotations

import re

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, Mention

_DE = frozenset({"de", "du", "des", "d"})
_ARTICLES = frozenset({"la", "l", "les", "le"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "X"})


def extent(analysis: Analysis, start: int, limit: int) -> int:
    """Return the token after the institution's name whose head noun stands at `start`."""
    doc, folds = analysis.doc, analysis.folds
    end, i = start + 1, start + 1
    listing = False
    while i < limit:
        token = doc[i]
        pair = analysis.at(i)
        if pair and pair.kind == "Pair":
            end = i = pair.end
            continue
        if folds[i] in _DE and i + 1 < limit:
            j = i + 1
            while j < limit and (folds[j] in _ARTICLES):
                j += 1
            members = (
                folds[j - 1] == "des" and j in analysis.heads and analysis.heads[j].plural
            )  # « Chambre des députés »
            titled = j in analysis.heads and not members
            if j < limit and _nominal(analysis, j) and not _foreign(analysis, j) and not titled:
                mention = analysis.at(j)
                end = i = max(j + 1, mention.end if mention else 0)
                listing = True
                continue
            break
        if (
            token.pos_ == "ADJ"
            or folds[i] in analysis.terms.field_adjectives
            or _adjective(analysis, i)
            or (token.text[:1].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ"})
        ):
            if _foreign(analysis, i) or i in analysis.heads or _name_follows(analysis, start, i):
                break
            end = i = i + 1
            continue
        if listing and (folds[i] == "et" or token.text == ",") and i + 1 < limit:
            j = i + 1
            if folds[j] in _DE and j + 1 < limit:
                j += 1
                while j < limit and folds[j] in _ARTICLES:
                    j += 1
                more = (
                    j < limit
                    and _nominal(analysis, j)
                    and folds[j] not in analysis.words.institutions
                    and not _foreign(analysis, j)
                )
                if more and (folds[i] == "et" or _closes(analysis, j, limit)):
                    end = i = j + 1
                    continue
            elif (
                folds[i] == "et"
                and j < limit
                and j not in analysis.heads
                and doc[j].pos_ in {"NOUN", "ADJ"}
                and doc[j].text[:1].islower()
                and not doc[j - 1].is_punct
            ):
                end = i = j + 1
                continue
        if token.text in "-–" and i + 1 < limit and not doc[i - 1].whitespace_ and not token.whitespace_:
            end = i = i + 2
            continue
        break
    return end


def _name_follows(analysis: Analysis, start: int, i: int) -> bool:
    """« le directeur de l’agence nationale de l’eau Ali Sow »: a capital right after a word in lower case begins a name."""
    text = analysis.doc[i].text
    if not text[:1].isupper() or text.isupper() or i - 1 <= start or analysis.folds[start] in analysis.words.companies:
        return False
    state = analysis.at(i - 1)
    return analysis.doc[i - 1].text[:1].islower() or (state is not None and state.kind in {"Country", "Place"})


def _closes(analysis: Analysis, i: int, limit: int) -> bool:
    """Whether a list that goes on with a comma is closed by « et de » further on (« de l’énergie, des sciences et des techniques »)."""
    folds = analysis.folds
    for j in range(i + 1, min(limit, i + 12)):
        if folds[j] == "et":
            return j + 1 < limit and folds[j + 1] in _DE
        if analysis.doc[j].pos_ in {"VERB", "AUX"} or analysis.doc[j].text in "().;:":
            return False
    return False


def _nominal(analysis: Analysis, i: int) -> bool:
    token = analysis.doc[i]
    return token.pos_ in {"NOUN", "PROPN", "ADJ", "X"} or token.text[:1].isupper()


def _adjective(analysis: Analysis, i: int) -> bool:
    mention = analysis.at(i)
    return mention is not None and mention.kind == "Adjective"


def _foreign(analysis: Analysis, i: int) -> bool:
    mention = analysis.at(i)
    return mention is not None and mention.kind in {"Person"}


def acronym(analysis: Analysis, end: int) -> tuple[int, str] | None:
    """Return the token after « (ACR) » and the acronym, where brackets with one short name follow token `end`."""
    doc = analysis.doc
    if end + 2 < len(doc) and doc[end].text == "(":
        for close in range(end + 2, min(end + 5, len(doc))):
            if doc[close].text == ")":
                inside = analysis.text(end + 1, close)
                first = inside.split()[0] if inside.split() else ""
                if re.fullmatch(r"[^\W\d_][\w.-]{1,19}", first) and first[0].isupper() and close - end <= 3:
                    return close + 1, inside
                return None
    return None


def kind_of(analysis: Analysis, head: int) -> str:
    """Return the kind of institution that a head noun begins."""
    word = analysis.folds[head]
    after = analysis.folds[head + 1] if head + 1 < len(analysis.folds) else ""
    if word == "groupe" and (after in _DE or after.startswith(("parlement", "interparlement"))):
        return "Organization"  # « le groupe d’amitié », « le groupe parlementaire »
    if word in analysis.words.outlets - {"agence"}:
        return "Outlet"
    if word == "banque" and (after == "centrale" or (after in _DE and _of_state(analysis, head + 2))):
        return "Agency"  # « la Banque centrale », « la Banque du Liban »
    if word in analysis.words.companies:
        return "Company"
    if word in {"ligue", "union", "organisation"} or word.startswith(
        ("federation", "confederation", "association", "syndicat")
    ):
        return "Organization"
    return "Agency"


def _of_state(analysis: Analysis, i: int) -> bool:
    """Whether a state, with its article or without, is named at a token."""
    found = [m for j in (i, i + 1) if j < len(analysis.folds) and (m := analysis.at(j)) is not None]
    return any(m.kind == "Country" for m in found[:1])


def read_institution(analysis: Analysis, start: int, limit: int, *, bare: bool = False) -> Mention | None:
    """Return a mention for the institution whose head noun stands at `start`, replacing mentions inside it.

    A head noun alone (« le conseil », « un service ») names nothing, save where `bare`: « le directeur de la police ».
    """
    end = extent(analysis, start, limit)
    inside = [m for i in range(start, end) if (m := analysis.at(i)) is not None]
    adjectives = {i for i in range(start, end) if _adjective(analysis, i)}
    content = [t for t in analysis.doc[start + 1 : end] if t.pos_ in _CONTENT and t.i not in adjectives]
    if not content and not bare:
        return None
    name = analysis.text(start, end)
    kind = kind_of(analysis, start)
    states = {m.country for m in inside if m.country}
    telling = (
        next((m for m in inside if m.country), None) if len(states) == 1 else None
    )  # « France-Gabon » tells neither
    country = telling.country if telling else None
    draft = analysis.met(kind, name[0].upper() + name[1:], country)
    draft.country = draft.country or country
    draft.shared = draft.iri is None and kind == "Agency"
    if name not in draft.names:
        draft.names.append(name)
    outer = end
    found = acronym(analysis, end)
    if found:
        outer, short = found
        if short not in draft.names:
            draft.names.append(short)
        analysis.acronyms[fold(short)] = draft
    analysis.drop(*(m for i in range(start, outer) if (m := analysis.at(i)) and start <= m.start and m.end <= outer))
    mention = Mention(start, outer, (start, end), kind, draft, draft.country, via="grammar")
    if telling and telling.kind in {"Adjective", "Country"}:
        mention.country_at = (telling.start, telling.end)
    analysis.add(mention)
    analysis.bodies.append(mention)
    return mention


def component(analysis: Analysis) -> None:
    """Add institutions known or new with their acronyms, then every later use of those acronyms."""
    for mention in list(analysis.mentions):
        if mention.kind in {"Agency", "Organization", "Company", "Outlet"} and mention.draft:
            found = acronym(analysis, mention.end)
            if found:
                analysis.extend(mention, mention.start, found[0])
                if found[1] not in mention.draft.names:
                    mention.draft.names.append(found[1])
                analysis.acronyms[fold(found[1])] = mention.draft
    covered = {i for m in analysis.mentions if m.kind != "Adjective" for i in range(m.start, m.end)}
    for first, last in analysis.sentences:
        for i in range(first, last):
            if i not in covered and _names_body(analysis, i) and i not in analysis.heads and _head(analysis, i):
                made = read_institution(analysis, i, last)
                covered |= set(range(made.start, made.end)) if made else set()
    reuse(analysis)


def reuse(analysis: Analysis) -> None:
    """Add every later use of an acronym that the article defines."""
    covered = {i for m in analysis.mentions for i in range(m.start, m.end)}
    for i, word in enumerate(analysis.folds):
        if word in analysis.acronyms and i not in covered and analysis.doc[i].text[:1].isupper():
            draft: Draft = analysis.acronyms[word]
            analysis.add(Mention(i, i + 1, (i, i + 1), draft.kind, draft, draft.country, via="acronym"))
    analysis.sort()


def _names_body(analysis: Analysis, i: int) -> bool:
    word = analysis.folds[i]
    return word in analysis.words.institutions or word[:-1] in analysis.words.institutions


def _head(analysis: Analysis, i: int) -> bool:
    """Whether a head noun begins a proper name here: capitalised, or with a complement that only an institution has."""
    word, terms = analysis.folds[i], analysis.terms
    lemma = word[:-1] if word.endswith("s") and word[:-1] in analysis.words.institutions else word
    if lemma not in analysis.words.institutions or analysis.doc[i].pos_ in {"VERB", "AUX", "ADP"}:
        return False
    if lemma == "ministere":
        return False  # `ministries` reads those
    after = analysis.folds[i + 1] if i + 1 < len(analysis.folds) else ""
    if analysis.doc[i].text[:1].isupper() and (i == 0 or not analysis.doc[i].is_sent_start):
        return True
    if i == 0 or analysis.folds[i - 1] not in _LEADS or lemma not in terms.named_bodies:
        return False
    return (
        after in terms.naming_adjectives or (lemma in _OWN and after in _DE) or (after in _DE and _owned(analysis, i))
    )


_LEADS = frozenset({"la", "le", "l", "du", "au", "d", "cette", "ce", "et", "un", "une", "de"})
_OWN = frozenset({"conseil", "cabinet", "chambre"})


def _owned(analysis: Analysis, i: int) -> bool:
    """Whether the name that begins here tells whose it is (« le comité de sûreté polonais »), so that it names one body."""
    end = extent(analysis, i, analysis.sentence_of(i)[1])
    return any(_adjective(analysis, k) for k in range(i + 1, end))
