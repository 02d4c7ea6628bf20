"""Reads what stands around a title of office: what it is called beside its noun, whose it is, where it is held.

To the left: « l’ancien », « le nouveau », « ses deux ». To the right, in any order: adjectives (« russe », « déléguée », « par intérim »),
states (« du Maroc »), institutions (`bodies`), fields of government (`portfolios`), postings (« à Moscou », « auprès de l’ONU »), and the
title of somebody else (« conseiller du président »). Each step takes what it can read and hands on the token after it; what none of
them takes ends the noun phrase.
"""

from __future__ import annotations

import re

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, TitleUse
from dragoman.graph.reading.people.bodies import body
from dragoman.graph.reading.people.name_runs import run_from
from dragoman.graph.reading.people.nationalities import adjectives, noun_after, states
from dragoman.graph.reading.people.portfolios import portfolio_of
from dragoman.graph.reading.people.title_forms import is_seat, titles_by_label
from dragoman.graph.reading.people.title_leads import leading, manner

_DE = frozenset({"de", "du", "des", "d"})
_TO = frozenset({"a", "au", "aux", "en"})
_NEAR = frozenset({"aupres", "pres"})
_ARTICLES = frozenset({"la", "l", "les", "le"})
_REGNAL = re.compile(r"[IVX]+|Ier")
_GOVERNMENT = frozenset({"gouvernement", "etat", "executif"})


def complement(analysis: Analysis, use: TitleUse, limit: int) -> tuple[int, int]:
    """Read what stands around the title, fill in its country and agencies, and return the extent of the whole phrase."""
    start = leading(analysis, use)
    i = use.end
    while i < limit:
        after = _step(analysis, use, i, limit)
        if after <= i:
            break
        i = after
    if not use.agencies and use.scope == "diplomacy":
        use.agencies.append((foreign_ministry(use.country), use.start, use.end))
    return start, i


def foreign_ministry(country: str | None) -> Draft:
    """Return the ministry that a « chef de la diplomatie » heads."""
    name = "ministère des Affaires étrangères"
    return Draft("Agency", [name], None, country, None, portfolio="des Affaires étrangères", identity=name)


def _step(analysis: Analysis, use: TitleUse, i: int, limit: int) -> int:
    """Return the token after the one thing that begins at token `i`, or `i`."""
    folds, doc, terms = analysis.folds, analysis.doc, analysis.terms
    mention = analysis.at(i)
    if mention and mention.kind == "Adjective":
        return adjectives(analysis, use, i, limit)
    if mention and mention.kind == "Country" and mention.start < use.end:
        use.country, use.country_span = mention.country, (mention.start, mention.end)
        return mention.end
    held = manner(analysis, i, limit)
    if held > i:
        return held
    if i == use.end and i + 2 < limit and doc[i].text == "(" and doc[i + 2].text == ")" and doc[i + 1].text.isupper():
        return i + 3  # « le Premier ministre (PM) »
    if (
        folds[i] in terms.adjoined
        and doc[i].pos_ in {"ADJ", "VERB", "NOUN"}
        and not _rank_of_a_name(analysis, i, limit)
    ):
        if i == use.end:
            begin = (
                use.start
                if not use.former
                else next(
                    k for k in range(max(0, use.start - 2), use.start + 1) if analysis.text(k, use.end) == use.text
                )
            )
            use.end = i + 1
            use.text = analysis.text(begin, use.end)
        return i + 1
    charged = i + 1 if doc[i].text == "," and i + 1 < limit and not use.inner else i
    if folds[charged] in terms.in_charge or (folds[charged] == "en" and folds[charged + 1 : charged + 2] == ["charge"]):
        if folds[charged] != "responsable" and _ministerial(analysis, use):
            field = charged + (2 if folds[charged] == "en" else 1)
            after = portfolio_of(analysis, use, field, limit) if field < limit and folds[field] in _DE else field
            if after > field:
                own = len(use.agencies) > 1 and not use.borrowed
                use.agencies = use.agencies[:1] if own else use.agencies[-1:]
                return after
        return i
    if folds[i] in _DE and i + 1 < limit:
        return _of(analysis, use, i, limit)
    if folds[i] in _NEAR:
        return _beside(analysis, use, i, limit)
    if folds[i] in _TO:
        return _at(analysis, use, i, limit)
    if folds[i] == "pour" and fold(use.label) in terms.posted | terms.business | terms.ministerial:
        return _for(analysis, i, limit)
    if mention and mention.kind in {"Place", "Country"} and i == use.end and fold(use.label) in terms.posted:
        return mention.end  # « directeur Afrique »
    if doc[i].text in {",", "et"} or folds[i] == "et":
        return _more(analysis, use, i, limit)
    if folds[i] in {"royal", "royale"}:
        return i + 1
    return i


def _ministerial(analysis: Analysis, use: TitleUse) -> bool:
    return fold(use.label) in analysis.terms.ministerial


def _rank_of_a_name(analysis: Analysis, i: int, limit: int) -> bool:
    """« le président, général X »: a rank before a name is no part of the title."""
    return analysis.folds[i] in analysis.terms.ranks and i + 1 < limit and analysis.doc[i + 1].text[:1].isupper()


def _of(analysis: Analysis, use: TitleUse, i: int, limit: int) -> int:
    """Read one complement with « de » at token `i`; return the token after it, or `i` where it is none."""
    folds, terms = analysis.folds, analysis.terms
    j = noun_after(analysis, i, limit)
    if j >= limit:
        return i
    label = fold(use.label)
    mention = analysis.at(j)
    if folds[j] in analysis.words.numbers and use.plural and j + 1 < limit:
        return j + 2  # « les présidents des deux pays »
    if mention and mention.kind == "Country":
        return states(analysis, use, j, limit)
    if mention and mention.kind == "Place" and mention.via in {"grammar", "model"} and label in terms.business:
        analysis.drop(mention)  # « la directrice générale du Port autonome de Dakar »
        mention = None
    if mention and mention.kind == "Place" and mention.draft:
        if is_seat(analysis, mention.draft):
            return _palace(analysis, use, j)
        if mention.country is None and _ministerial(analysis, use):
            return portfolio_of(analysis, use, i, limit)
        use.town = True
        return mention.end
    if mention and mention.kind == "Person":
        if use.scope == "counterpart" or label in terms.advisory | terms.posted | {"porte parole", "assistant"}:
            use.possessor = mention.draft
            return mention.end
        return i
    if folds[j] in _GOVERNMENT:
        if use.scope == "agency" and folds[j] == "gouvernement":
            use.agencies.append((Draft("Agency", [analysis.text(j, j + 1)], None, None, shared=True), j, j + 1))
        return j + 1
    if j in analysis.heads and analysis.heads[j].start == j:
        return _other_title(analysis, use, j, limit)
    organization = mention is not None and mention.kind == "Organization"
    if _ministerial(analysis, use) and (mention is None or organization or mention.kind == "Adjective"):
        plain = label not in terms.advisory or use.scope == "counterpart"
        after = portfolio_of(analysis, use, i, limit) if plain else i
        if after > i:
            return after
    return body(analysis, use, i, j, limit)


def _palace(analysis: Analysis, use: TitleUse, j: int) -> int:
    """« le chef du Kremlin » is a president, « le porte-parole du Kremlin » speaks for an agency."""
    mention = analysis.at(j)
    assert mention is not None
    assert mention.draft is not None
    use.country, use.country_span = mention.draft.stands_for, (mention.start, mention.end)
    if fold(use.label) in analysis.terms.masters:
        use.title = titles_by_label(analysis.lexicon)["president"]
    elif use.scope == "agency":
        draft = Draft("Agency", [analysis.text(*mention.core)], None, mention.draft.stands_for)
        use.agencies.append((draft, mention.start, mention.end))
    return mention.end


def _other_title(analysis: Analysis, use: TitleUse, j: int, limit: int) -> int:
    """« le conseiller du président russe »: somebody else's title, whose country is this one's too."""
    inner = analysis.heads[j]
    inner.inner = True
    inner.outer = complement(analysis, inner, limit)
    use.country, use.country_span = use.country or inner.country, use.country_span or inner.country_span
    if not use.agencies and inner.scope == "agency" and _ministerial(analysis, use):
        use.agencies += inner.agencies[:1]
        use.borrowed = True
    analysis.nested.append(inner)
    return _named(analysis, inner, limit)


def _named(analysis: Analysis, inner: TitleUse, limit: int) -> int:
    """« le porte-parole du président X »: return the token after a name right after somebody else's title.

    A king is not called so: « le conseiller du roi X » is X, save where the name is a king's (« Mohammed VI »).
    """
    i = inner.outer[1]
    mention = analysis.at(i) if i < limit else None
    end = (
        mention.end
        if mention and mention.kind == "Person" and mention.start == i
        else run_from(analysis, i, limit, named=True)
    )
    if end <= i or (inner.scope == "royal" and not _REGNAL.fullmatch(analysis.doc[end - 1].text)):
        return i
    return end


def _beside(analysis: Analysis, use: TitleUse, i: int, limit: int) -> int:
    """« auprès de l’Union africaine », « auprès du ministre de l’Économie », « près la République française »."""
    j = i + 1
    while j < limit and analysis.folds[j] in _ARTICLES | _DE:
        j += 1
    if j >= limit:
        return i
    if j in analysis.heads and analysis.heads[j].start == j:
        return _other_title(analysis, use, j, limit)
    mention = analysis.at(j)
    if mention and mention.kind in {"Country", "Place", "Organization", "Agency", "Company"}:
        return mention.end
    return _phrase(analysis, j, limit) if fold(use.label) in analysis.terms.posted else i


def _at(analysis: Analysis, use: TitleUse, i: int, limit: int) -> int:
    """« aux Affaires étrangères » for one who governs, « au Mali » for one who is posted."""
    j = noun_after(analysis, i, limit)
    if j >= limit:
        return i
    mention = analysis.at(j)
    label = fold(use.label)
    if mention and mention.via == "model" and mention.kind == "Place" and _ministerial(analysis, use):
        analysis.drop(mention)  # « le secrétaire au Trésor »
        mention = None
    if mention and mention.kind in {"Place", "Country", "Organization"}:
        return mention.end if label in analysis.terms.posted else i
    if analysis.folds[i] != "en" and _ministerial(analysis, use) and (i == use.end or not use.agencies):
        head = analysis.doc[j]
        if head.text[:1].isupper() or (label not in analysis.terms.advisory and _field_in_lower_case(analysis, j)):
            return portfolio_of(analysis, use, i, limit)
    return i


def _field_in_lower_case(analysis: Analysis, j: int) -> bool:
    """« le secrétaire d’État aux affaires étrangères » but not « le ministre à l’issue de »."""
    return (
        analysis.folds[j - 1] in {"au", "aux", "la"}
        and analysis.doc[j].pos_ == "NOUN"
        and (j + 1 < len(analysis.doc) and analysis.doc[j + 1].pos_ in {"ADJ", "PUNCT", "PROPN"})
    )


def _for(analysis: Analysis, i: int, limit: int) -> int:
    """« pour l’Afrique », « pour les affaires étrangères »."""
    j = noun_after(analysis, i, limit)
    mention = analysis.at(j) if j < limit else None
    if mention and mention.kind in {"Country", "Place", "Organization"}:
        return mention.end
    return _phrase(analysis, j, limit) if j > i + 1 else i


def _phrase(analysis: Analysis, j: int, limit: int) -> int:
    """Return the token after a plain noun phrase that begins at token `j`."""
    i = j
    while i < limit and analysis.doc[i].pos_ in {"NOUN", "ADJ"} and analysis.at(i) is None and i not in analysis.heads:
        i += 1
    return i


def _more(analysis: Analysis, use: TitleUse, i: int, limit: int) -> int:
    """« et de la direction … » after a first agency: a second one, not more of the first one's name."""
    if not use.agencies or use.agencies[-1][0].portfolio or i + 2 >= limit:
        return i
    if analysis.folds[i] != "et" or analysis.folds[i + 1] not in _DE:
        return i
    j = noun_after(analysis, i + 1, limit)
    mention = analysis.at(j) if j < limit else None
    known = mention is not None and mention.kind in {"Agency", "Organization", "Company"}
    if known or (j < limit and analysis.folds[j] in analysis.words.institutions):
        before = len(use.agencies)
        after = body(analysis, use, i + 1, j, limit)
        return after if len(use.agencies) > before else i
    return i
