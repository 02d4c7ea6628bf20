"""Reads what follows a title of office: adjectives, countries, institutions, the portfolio of a ministry.

« du conseil de sécurité russe », « de l’Agriculture, de la Pêche maritime, du Développement rural et des Eaux et Forêts »,
« de la DGSN et de la DGST » (two offices), « du Maroc à Moscou », « chargée de l’Environnement ».
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, TitleUse
from dragoman.graph.reading.institutions import read_institution
from dragoman.graph.reading.portfolios import portfolio_of
from dragoman.graph.reading.title_forms import match_title

_DE = frozenset({"de", "du", "des", "d"})
_ARTICLES = frozenset({"la", "l", "les", "le"})
_FORMER = frozenset({"ancien", "ancienne", "anciens", "anciennes", "ex"})
_ADJOINED = frozenset(
    {
        "adjoint",
        "adjointe",
        "delegue",
        "deleguee",
        "general",
        "generale",
        "honoraire",
        "plenipotentiaire",
        "extraordinaire",
        "sortant",
        "sortante",
        "executif",
        "permanent",
        "permanente",
        "principal",
        "special",
        "speciale",
    }
)


def complement(analysis: Analysis, use: TitleUse, limit: int) -> tuple[int, int]:
    """Read what follows the title, fill in its country and agencies, and return the extent of the whole phrase."""
    start = use.start
    doc, folds = analysis.doc, analysis.folds
    while (
        start > 0
        and folds[start - 1] in _FORMER | {"actuel", "actuelle", "nouveau", "nouvelle", "futur", "premier", "premiere"}
    ) or (start > 1 and doc[start - 1].text == "-" and folds[start - 2] == "ex"):
        if folds[start - 1] in _FORMER or doc[start - 1].text == "-":
            use.former = True
            start -= 2 if doc[start - 1].text == "-" else 1
            use.text = analysis.text(start, use.end)
        else:
            start -= 1
    if start > 0 and (
        folds[start - 1]
        in _ARTICLES
        | {
            "un",
            "une",
            "du",
            "au",
            "aux",
            "des",
            "ce",
            "cet",
            "cette",
            "ces",
            "son",
            "sa",
            "ses",
            "leur",
            "leurs",
            "deux",
        }
    ):
        use.determiner = folds[start - 1]
        start -= folds[start - 1] not in {"du", "au", "aux", "des"}
    i = use.end
    while i < limit:
        mention = analysis.at(i)
        if mention and mention.kind == "Adjective":
            use.country, use.country_span = mention.country, (mention.start, mention.end)
            i = mention.end
        elif folds[i] in _ADJOINED and doc[i].pos_ in {"ADJ", "VERB", "NOUN"} and not doc[i].is_punct:
            use.end = i + 1
            use.text = (
                analysis.text(max(start, use.start - use.former), i + 1)
                if use.former
                else analysis.text(use.start, i + 1)
            )
            i += 1
        elif (
            folds[i] in {"charge", "chargee", "charges", "chargees"} and i + 1 < limit and folds[i + 1] in _DE | {"des"}
        ):
            i = _after_de(analysis, use, i + 1, limit, portfolio=True)
        elif folds[i] in _DE and i + 1 < limit:
            after = _after_de(analysis, use, i, limit)
            if after == i:
                break
            i = after
        elif folds[i] == "royal" or folds[i] == "royale":
            i += 1
        elif folds[i] in {"a", "en", "au", "aux", "aupres"} and use.label in {
            "ambassadeur",
            "consul",
            "représentant permanent",
            "chargé d'affaires",
            "directeur",
            "envoyé spécial",
        }:
            j = i + 1
            while j < limit and folds[j] in _ARTICLES | _DE:
                j += 1
            posting = analysis.at(j) if j < limit else None
            if posting is None or posting.kind not in {"Place", "Country", "Organization"}:
                break
            i = posting.end
        elif doc[i].text in {",", "et"} and use.agencies and _more_agencies(analysis, i, limit):
            i = _after_de(analysis, use, i + 1, limit)
        else:
            break
    return start, i


def _more_agencies(analysis: Analysis, i: int, limit: int) -> bool:
    """« et de la direction … » after a first agency: a second one, not more of the first one's name."""
    if i + 2 >= limit or analysis.folds[i + 1] not in _DE or analysis.folds[i] == ",":
        return False
    j = i + 2
    while j < limit and analysis.folds[j] in _ARTICLES:
        j += 1
    mention = analysis.at(j) if j < limit else None
    return bool(mention and mention.kind in {"Agency", "Organization", "Company"}) or (
        j < limit and analysis.folds[j] in analysis.words.institutions
    )


def _after_de(analysis: Analysis, use: TitleUse, i: int, limit: int, *, portfolio: bool = False) -> int:
    """Read one complement with « de » at token `i`; return the token after it, or `i` where it is none."""
    folds, _doc = analysis.folds, analysis.doc
    j = i + 1
    while j < limit and (folds[j] in _ARTICLES):
        j += 1
    if j >= limit:
        return i
    mention = analysis.at(j)
    if mention and mention.kind == "Country":
        use.country, use.country_span = mention.draft.iri if mention.draft else None, (mention.start, mention.end)
        return mention.end
    if mention and mention.kind in {"Agency", "Organization", "Company", "Outlet"} and mention.draft:
        use.agencies.append((mention.draft, mention.start, mention.end))
        use.country = use.country or mention.draft.country
        end = mention.end
        after = analysis.at(end) if end < limit else None
        if after and after.kind == "Adjective":
            use.country, use.country_span = after.country, (after.start, after.end)
            mention.draft.country = mention.draft.country or after.country
            end = after.end
        return end
    if (
        mention
        and mention.kind == "Place"
        and use.label in {"chef", "patron"}
        and mention.draft
        and mention.draft.stands_for
    ):
        use.country, use.country_span = mention.draft.stands_for, (mention.start, mention.end)
        use.label, use.scope = "président", "state"
        return mention.end
    if mention and mention.kind in {"Person", "Place"}:
        return i
    if folds[j] in {"meme", "ladite"} and j + 1 < limit:
        known = _partial(analysis, j + 1)
        if known:
            use.agencies.append((known, j + 1, j + 2))
            return j + 2
    if _royal_house(folds, j):
        return j + 1
    if folds[j] == "diplomatie" and use.label == "chef":
        return i
    if match_title(analysis, j, limit) and use.scope == "agency" and not use.label.endswith("ministre"):
        inner = match_title(analysis, j, limit)
        assert inner is not None
        _, end = complement(analysis, inner, limit)
        use.country = use.country or inner.country
        return end
    if folds[j] in analysis.words.institutions and not portfolio and "ministre" not in use.label:
        made = read_institution(analysis, j, limit)
        if made and made.draft:
            use.agencies.append((made.draft, made.start, made.end))
            use.country = use.country or made.country
            return made.end
        known = _partial(analysis, j)
        if known:
            use.agencies.append((known, j, j + 1))
            return j + 1
        return j + 1 if use.scope == "state" else i
    known = _partial(analysis, j)
    if known and "ministre" not in use.label:
        use.agencies.append((known, j, j + 1))
        return j + 1
    if (
        portfolio
        or "ministre" in use.label
        or use.label
        in {"secrétaire d'État", "commissaire", "homologue", "collègue", "successeur", "chef de la diplomatie"}
    ):
        return portfolio_of(analysis, use, i, limit)
    return _loose(analysis, use, i, limit)


def _royal_house(folds: list[str], j: int) -> bool:
    return folds[j] in {"gouvernement", "etat"}


def _partial(analysis: Analysis, i: int) -> Draft | None:
    """« l’Office », « la Ligue »: a capitalised head noun that begins one institution named before."""
    if not analysis.doc[i].text[:1].isupper():
        return None
    known = [
        m.draft
        for m in analysis.mentions
        if m.draft
        and m.end <= i
        and m.kind in {"Agency", "Organization", "Company"}
        and any(fold(n).split()[:1] == [analysis.folds[i]] and len(fold(n).split()) > 1 for n in m.draft.names)
    ]
    return known[-1] if known else None


def _loose(analysis: Analysis, use: TitleUse, i: int, limit: int) -> int:
    """A complement that names no institution (« de cabinet », « d’un centre fédéral russe … »)."""
    folds = analysis.folds
    j = i + 1
    if (
        j < limit
        and folds[j] in {"un", "une"}
        and j + 1 < limit
        and folds[j + 1] in analysis.words.institutions | analysis.words.companies
    ):
        made = read_institution(analysis, j + 1, limit)
        if made and made.draft:
            use.agencies.append((made.draft, made.start, made.end))
            return made.end
    if (
        use.scope in {"state", "royal"}
        and folds[j] in _ARTICLES
        and j + 1 < limit
        and analysis.doc[j + 1].text[:1].isupper()
    ):
        return j + 2
    return i
