"""Reads names that the words around them introduce: « le constructeur BYD », « l’espagnol Talgo », « Yara International ».

The evidence is internal or external to the name (McDonald 1996): a kind of company or outlet before it (« la chaîne de
télévision russe, Россия 24 »), an adjective of nationality (« le sud-coréen Hyundai Rotem »), an apposition (« Baykar,
fabricant turc de drones »), whose head somebody is (« le PDG de Thales »), or an ending that only companies have. Whatever
names are found so are no people, so this runs before `names`.
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Mention
from dragoman.graph.reading.people.forms_of_address import before as honorific
from dragoman.graph.reading.people.institutions import acronym
from dragoman.graph.reading.people.name_runs import runs

_DE = frozenset({"de", "du", "des", "d"})
_INSIDE = frozenset(
    {"of", "and", "for", "the", "do", "da", "dos", "del", "della", "di", "y", "und", "van", "von", "al", "el"}
)
_ARTICLES = frozenset({"le", "la", "l", "les", "au", "aux", "du", "des", "un", "une", "deux", "chez"})
_QUOTES = frozenset('«“‘"')
_OWNED = frozenset({"filiale", "filiales"})
_FARTHEST = 9


def component(analysis: Analysis) -> None:
    """Add a mention for every company and outlet that the words around its name introduce."""
    covered = {i: m for m in analysis.mentions for i in range(m.start, m.end)}
    for start, end in _names(analysis, covered):
        known = covered.get(start)
        if known is not None and known.kind not in {"Country", "Place", "Company", "Organization"}:
            continue
        whole = all(covered.get(i) is known for i in range(start, end)) and known is not None
        if whole or (end - start == 1 and fold(analysis.doc[start].text) in {"l", "la", "le", "les"}):
            continue
        found = _kind(analysis, start, end)
        if found:
            kind, outer, begin = found
            _add(analysis, begin, end, kind, outer)
    analysis.sort()
    _listed(analysis)


def _names(analysis: Analysis, covered: dict[int, Mention]) -> list[tuple[int, int]]:
    """Return runs of capitalised words, small words inside English names and places that are part of a name included."""
    found: list[tuple[int, int]] = []
    doc = analysis.doc
    for start, end in runs(analysis):
        first, last = analysis.sentence_of(start)
        if found and start < found[-1][1]:
            continue
        while start > first and _place_in_name(analysis, covered.get(start - 1), start):
            start = covered[start - 1].start
        while end < last:
            place = covered.get(end)
            if place is not None and _place_in_name(analysis, place, place.end) and doc[end].text[0].isupper():
                end = place.end
            elif (analysis.folds[end] in _INSIDE and end + 1 < last and doc[end + 1].text[0].isupper()) or (
                doc[end].text == "&" and end + 1 < last and doc[end + 1].text[0].isupper()
            ):
                end += 2
            elif end not in covered and (doc[end].text[0].isupper() and doc[end].pos_ in {"PROPN", "X", "NOUN", "ADJ"}):
                end += 1
            else:
                break
        end = next((i for i in range(start + 1, end) if _other_begins(analysis, i)), end)
        while end < last and doc[end].text.isdigit() and end not in covered and len(doc[end].text) <= 2:
            end += 1
        found.append((start, end))
    return found


def _other_begins(analysis: Analysis, i: int) -> bool:
    """« l’agence Yonhap Pyo Sang-min »: where the model sees a person begin right behind another name."""
    token, before = analysis.doc[i], analysis.doc[i - 1]
    return token.ent_type_ == "PER" and token.ent_iob_ == "B" and before.ent_type_ not in {"", "PER"}


def _place_in_name(analysis: Analysis, mention: Mention | None, end: int) -> bool:
    """« Kenya Airways », « Royal Air Maroc »: a place that stands inside a run without a word between."""
    return (
        mention is not None
        and mention.kind in {"Country", "Place", "Company"}
        and mention.end in {end, end - 0}
        and (analysis.doc[mention.start].text[0].isupper())
    )


def _kind(analysis: Analysis, start: int, end: int) -> tuple[str, int, int] | None:
    """Return what the words around a name say it is, where its noun phrase begins and where the name itself does."""
    words = analysis.words
    if end - start == 1 and analysis.folds[start] in words.institutions:
        return None  # « la directrice du Port autonome de Dakar »: `institutions` reads it whole
    if start > 1 and analysis.doc[start - 1].text == "," and start - 2 in analysis.heads:
        return None  # « son PDG, X, le groupe … »
    head = _kind_before(analysis, start)
    if head is not None and _titled(analysis, head, start):
        return None
    if head is not None:
        outer = start if any(t.text == "," for t in analysis.doc[head:start]) else head
        noun = _noun(analysis, head)
        if analysis.doc[head].text[0].isupper() and head > analysis.sentence_of(head)[0] and outer == head:
            start = head  # « la Société d’aménagement Tanger Tech »: the kind is part of the name
        if noun == "agence" and not _of_news(analysis, head, start):
            return "Agency", outer, start
        return ("Outlet" if noun in words.outlets else "Company"), outer, start
    if honorific(analysis, start) < start:
        return None
    if _nationality_before(analysis, start):
        return "Company", start - 1, start
    last = fold(analysis.doc[end - 1].text)
    if (
        (end - start > 1 and last in words.company_endings)
        or _initials(analysis, start, end)
        or _head_of(analysis, start)
        or _apposed(analysis, end)
    ):
        return "Company", start, start
    return None


def _titled(analysis: Analysis, head: int, start: int) -> bool:
    """« le patron du groupe, X »: whether the kind is the complement of a title, whose holder a comma brings in."""
    if not any(t.text == "," for t in analysis.doc[head:start]):
        return False
    i = head - 1
    while i > 0 and analysis.folds[i] in {"la", "le", "l"}:
        i -= 1
    return i > 0 and analysis.folds[i] in _DE and any(k in analysis.heads for k in range(max(0, i - 3), i))


def _of_news(analysis: Analysis, head: int, start: int) -> bool:
    """« l’agence Anadolu », « l’agence de presse russe X » report; « l’agence spatiale X » does not."""
    modifiers = [
        analysis.folds[i]
        for i in range(head + 1, start)
        if (analysis.doc[i].pos_ == "ADJ" or analysis.doc[i].pos_ == "NOUN") and not analysis.at(i)
    ]
    return set(modifiers) <= {
        "presse",
        "information",
        "informations",
        "television",
        "radio",
        "actualite",
        "economique",
        "electronique",
        "hebdomadaire",
        "national",
        "nationale",
        "prive",
        "officielle",
        "publique",
        "nouvelles",
        "semi",
        "privee",
    }


def _initials(analysis: Analysis, start: int, end: int) -> bool:
    """« Kazakhstan Temir Zholy (KTZ) »: letters in brackets that are the initials of a name of several words."""
    found = acronym(analysis, end)
    words = [t.text for t in analysis.doc[start:end] if t.text[0].isupper()]
    return found is not None and len(words) > 1 and found[1].isupper() and [w[0] for w in words] == list(found[1])


def _noun(analysis: Analysis, i: int) -> str:
    word = analysis.folds[i]
    return word[:-1] if word.endswith("s") and word[:-1] in analysis.words.companies | analysis.words.outlets else word


def _kind_before(analysis: Analysis, start: int) -> int | None:
    """Return the head noun (« chaîne », « société ») that introduces the name at `start`, a few modifiers away."""
    first = analysis.sentence_of(start)[0]
    complement = False
    if analysis.folds[start - 1] in _DE and start - 2 >= first and analysis.folds[start - 2] not in _OWNED:
        return None  # « constructeur du Paraná » says where he is from
    for i in range(start - 1, max(first - 1, start - _FARTHEST), -1):
        token, word = analysis.doc[i], analysis.folds[i]
        mention = analysis.at(i)
        if mention is not None and mention.kind not in {"Adjective", "Pair"}:
            return None
        noun = _noun(analysis, i)
        if (
            noun in analysis.words.outlets - analysis.words.companies
            and not _of_news(analysis, i, start)
            and noun != "agence"
        ):
            return None  # « un site d’assemblage du français X »
        if (noun in analysis.words.outlets or noun in analysis.words.companies) and _is_head(analysis, i):
            return i
        if mention is not None or token.pos_ == "ADJ" or (token.text in _QUOTES | {",", "-"} and i >= start - 2):
            continue
        if word in _DE or (word in {"en", "a"} and complement):
            complement = False
        elif token.pos_ in {"NOUN", "PROPN"} and token.text.islower():
            complement = True
        elif not (word in {"l", "la"} or token.text in "-'’"):
            return None
    return None


def _is_head(analysis: Analysis, i: int) -> bool:
    """Whether the word is a noun here: « le pétrolier Shell » is an oil company, « le terminal pétrolier » is none."""
    if analysis.doc[i].pos_ in {"VERB", "AUX"} or i in analysis.heads:
        return False  # « chef d’état-major de l’Armée » names no oil major
    return analysis.doc[i].pos_ != "ADJ" or (i > 0 and analysis.folds[i - 1] in _ARTICLES)


def _nationality_before(analysis: Analysis, start: int) -> bool:
    """« l’espagnol Talgo », « aux turcs Summa et Limak »: an adjective in small letters between article and name."""
    mention = analysis.at(start - 1) if start else None
    if (
        mention is None
        or mention.kind not in {"Adjective", "Pair"}
        or not analysis.doc[mention.start].text[0].islower()
    ):
        return False
    return mention.start > 0 and analysis.folds[mention.start - 1] in _ARTICLES


def _head_of(analysis: Analysis, start: int) -> bool:
    """« le PDG de Thales », « directeur général de MYA Energy »."""
    if start < 2 or analysis.folds[start - 1] not in _DE:
        return False
    before = [analysis.folds[i] for i in (start - 3, start - 2) if i >= 0]
    return before[-1] in analysis.words.company_heads or " ".join(before) in analysis.words.company_heads


def _apposed(analysis: Analysis, end: int) -> bool:
    """« Baykar, fabricant turc de drones », « MYA Energy (une société marocaine) », « X, filiale de Y »."""
    doc, folds = analysis.doc, analysis.folds
    if end + 1 >= len(doc) or doc[end].text not in {",", "("}:
        return False
    i = end + 1
    while i < len(doc) and (
        folds[i] in {"une", "un", "la", "le", "l"}
        or (doc[i].pos_ == "ADJ" and i == end + 1)
        or folds[i] in {"premier", "premiere"}
    ):
        i += 1
    return i < len(doc) and _noun(analysis, i) in analysis.words.companies and i <= end + 4


def _add(analysis: Analysis, start: int, end: int, kind: str, outer: int) -> Mention:
    first = analysis.sentence_of(start)[0]
    country = next(
        (
            m.country
            for m in reversed(analysis.between(max(first, start - _FARTHEST), start))
            if m.end <= start and m.kind == "Adjective" and m.country
        ),
        None,
    )
    draft = analysis.met(kind, analysis.text(start, end), country)
    draft.country = draft.country or country
    found = acronym(analysis, end)
    last = end
    if found:
        last, short = found
        if short not in draft.names:
            draft.names.append(short)
        analysis.acronyms[fold(short)] = draft
    analysis.drop(*[m for m in analysis.between(start, last) if m.end <= last])
    mention = Mention(outer, last, (start, end), kind, draft, draft.country, via="grammar")
    analysis.mentions.append(mention)
    analysis.sort()
    return mention


def _listed(analysis: Analysis) -> None:
    """« les groupes turcs Summa et Limak »: a name that a comma or « et » joins to a company that was just introduced."""
    made = {m.end: m for m in analysis.mentions if m.kind == "Company"}
    for start, end in runs(analysis):
        before = start - 1
        if before < 1 or not (analysis.folds[before] == "et" or analysis.doc[before].text == ","):
            continue
        neighbour = made.get(before)
        if neighbour is None or analysis.doc[start].ent_type_ == "PER" or honorific(analysis, start) < start:
            continue
        plural = analysis.folds[before] == "et" and _several(analysis, neighbour.start)
        if plural:
            made[end] = _add(analysis, start, end, "Company", start)


def _several(analysis: Analysis, start: int) -> bool:
    head = _kind_before(analysis, start)
    if head is not None:
        return analysis.folds[head].endswith("s")
    mention = analysis.at(start - 1) if start else None
    return mention is not None and mention.kind == "Adjective" and analysis.folds[mention.start].endswith("s")
