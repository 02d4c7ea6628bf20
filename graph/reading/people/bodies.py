"""Reads the institution that an office belongs to, after the title's « de ».

« du conseil de sécurité russe », « de la DGSN », « du renseignement militaire », « de Sonagaz », « de la même agence », « de l’Office »,
« de celle-ci »; a plain noun (« de campagne ») names none.
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, TitleUse
from dragoman.graph.reading.people.homonyms import belongs
from dragoman.graph.reading.people.institutions import acronym, read_institution
from dragoman.graph.reading.people.name_runs import run_from
from dragoman.graph.reading.people.unexplained_names import company_left

_ARTICLES = frozenset({"la", "l", "les", "le", "un", "une"})
_DE = frozenset({"de", "du", "des", "d"})
_LONGEST_NAME = 14
_REACH = 2_000
"""Tokens back to which an institution may be taken up by a word of its name."""
_INSTITUTIONS = frozenset({"Agency", "Organization", "Company", "Outlet"})


def body(analysis: Analysis, use: TitleUse, i: int, j: int, limit: int) -> int:
    """Read the complement whose preposition stands at token `i` and whose noun at `j`; return the token after it, or `i`."""
    folds = analysis.folds
    if folds[j] in {"un", "une"} and j + 1 < limit:
        j += 1
    mention = analysis.at(j)
    if mention and mention.kind in _INSTITUTIONS and mention.draft:
        end = mention.end
        after = analysis.at(end) if end < limit else None
        if after and after.kind == "Adjective" and after.country:
            belongs(analysis, mention, after.country)
            use.country, use.country_span = after.country, (after.start, after.end)
            end = after.end
        elif end + 1 < limit and folds[end] in _DE:
            end = _whose(analysis, use, end, limit)
            if use.country and end > mention.end:
                belongs(analysis, mention, use.country)
        use.agencies.append((mention.draft, mention.start, mention.end))
        return _explained(analysis, use, mention.draft, end, limit)
    back = _back(analysis, j, limit)
    if back is not None:
        use.agencies.append((back[0], j, back[1]))
        return back[1]
    if folds[j] in {"meme", "ladite", "dite"} and j + 1 < limit:
        known = _partial(analysis, j + 1, same=True)
        if known:
            use.agencies.append((known, j + 1, j + 2))
            return j + 2
        return _plain(analysis, use, i, j + 1, limit)
    known = _partial(analysis, j)
    if known and not _goes_on(analysis, j + 1, limit):
        use.agencies.append((known, j, j + 1))
        return j + 1
    if folds[j] in analysis.words.institutions | analysis.terms.bodies and analysis.doc[j].pos_ not in {"VERB", "AUX"}:
        return _institution(analysis, use, j, limit)
    if mention is None and analysis.doc[j].text[:1].isupper():
        return _proper(analysis, use, i, j, limit)
    return _plain(analysis, use, i, j, limit)


def _back(analysis: Analysis, j: int, limit: int) -> tuple[Draft, int] | None:
    """« la présidente de cette dernière », « de celle-ci », « de cette Union »: the institution named last, and where the words end."""
    folds = analysis.folds
    if folds[j].split()[:1] in (["celle"], ["celui"]):
        end = j + 1 if " " in folds[j] else j + 2 if j + 1 < limit and folds[j + 1] else j + 3
        head = None
    elif folds[j] in {"cette", "ce", "cet"} and j + 1 < limit:
        end, head = j + 2, None if folds[j + 1] in {"dernier", "derniere"} else folds[j + 1]
    else:
        return None
    known = [
        m
        for m in [*analysis.between(j - _REACH, j), *(b for b in analysis.bodies[-_REACH:] if b.start > j - _REACH)]
        if m.end <= j
        and m.kind in _INSTITUTIONS
        and m.kind != "Outlet"
        and m.draft is not None
        and (head is None or any(fold(n).split()[:1] == [head] for n in m.draft.names))
    ]
    nearest = max(known, key=lambda m: m.start, default=None)
    return (nearest.draft, end) if nearest is not None and nearest.draft is not None else None


def _whose(analysis: Analysis, use: TitleUse, i: int, limit: int) -> int:
    """« de la Chambre des représentants de Jordanie »: the state after an institution's name."""
    j = i + 1
    while j < limit and analysis.folds[j] in _ARTICLES:
        j += 1
    mention = analysis.at(j) if j < limit else None
    if mention is None or mention.kind != "Country":
        return i
    use.country, use.country_span = mention.country, (mention.start, mention.end)
    return mention.end


def _institution(analysis: Analysis, use: TitleUse, j: int, limit: int) -> int:
    """A name that begins with its kind: « de la police turque », « du parti communiste », « de la présidence »."""
    introduced = _introduced(analysis, use, j, limit)
    if introduced > j:
        return introduced
    made = read_institution(analysis, j, limit, bare=True)
    if made is None or made.draft is None or (made.end == j + 1 and _some_company(analysis, j)):
        return j + 1
    use.agencies.append((made.draft, made.start, made.end))
    if made.country_at and not use.country:
        use.country, use.country_span = made.country, made.country_at
    end = made.end
    return _whose(analysis, use, end, limit) if end + 1 < limit and analysis.folds[end] in _DE else end


def _some_company(analysis: Analysis, j: int) -> bool:
    """« du groupe »: which company is meant, nothing tells."""
    return analysis.folds[j] in analysis.words.companies and analysis.doc[j].text[:1].islower()


def _explained(analysis: Analysis, use: TitleUse, draft: Draft, end: int, limit: int) -> int:
    """« de la JICA (Agence japonaise de coopération internationale) »: what an acronym stands for, and whose it is."""
    if end + 2 >= limit or analysis.doc[end].text != "(" or not analysis.doc[end - 1].text.isupper():
        return end
    close = next((k for k in range(end + 3, min(limit, end + _LONGEST_NAME)) if analysis.doc[k].text == ")"), None)
    if close is None or analysis.folds[end + 1] not in analysis.words.institutions:
        return end
    draft.names.append(analysis.text(end + 1, close))
    adjective = next(
        (m for m in analysis.between(end, close) if m.kind in {"Adjective", "Country"} and m.country), None
    )
    if adjective is None:
        adjective = next((m for m in analysis.between(end, close) if m.country_at), None)
    if adjective is not None and not use.country:
        use.country, use.country_span = adjective.country, adjective.country_at or (adjective.start, adjective.end)
    return close + 1


def _introduced(analysis: Analysis, use: TitleUse, j: int, limit: int) -> int:
    """« de la société pétrolière Agrivex », « du groupe »: a company by its name, or one that was named before."""
    words = analysis.words
    if analysis.folds[j] not in words.companies and analysis.folds[j] not in words.outlets:
        return j
    k = j + 1
    country: tuple[str, tuple[int, int]] | None = None
    while k < limit and analysis.doc[k].text[:1].islower():
        mention = analysis.at(k)
        if mention and mention.kind == "Adjective" and mention.country:
            country = (mention.country, (mention.start, mention.end))
        elif mention or analysis.doc[k].pos_ != "ADJ":
            break
        k += 1
    if k < limit and analysis.doc[k].text in {"«", "“", '"'}:
        k += 1
    end = k
    while end < limit and (analysis.doc[end].text[:1].isupper() or (end > k and analysis.doc[end].text in "-&")):
        if end in analysis.heads or analysis.folds[end] in analysis.terms.address:
            break
        mention = analysis.at(end)
        if mention and mention.kind in {"Person", "Adjective"}:
            break
        end += 1
    if end > k:
        kind = "Outlet" if analysis.folds[j] in words.outlets else "Company"
        draft = analysis.met(kind, analysis.text(k, end), country[0] if country else None)
        analysis.drop(
            *{id(m): m for i in range(k, end) if (m := analysis.at(i)) and k <= m.start and m.end <= end}.values()
        )
        if country:
            draft.country = draft.country or country[0]
            use.country, use.country_span = use.country or country[0], use.country_span or country[1]
        use.agencies.append((draft, k, end))
        analysis.companies.append((draft, k))
        return end + (end < limit and analysis.doc[end].text in {"»", "”", '"'})
    known = (
        _named_before(analysis, j, country[0] if country else None)
        if k < limit and analysis.folds[k] not in _DE
        else None
    )
    if (
        known is None
        and fold(use.label) in analysis.terms.business
        and k == j + 1
        and analysis.folds[j] in words.companies
    ):
        first = analysis.sentence_of(j)[0]  # « Au siège de X, le PDG du groupe », « X recrute. Le PDG du groupe … »
        known = company_left(analysis, first, use.start)
        known = known or company_left(analysis, analysis.sentence_of(max(0, first - 1))[0], first)
    if known is None:
        return j
    if country:
        known.country = known.country or country[0]
        use.country, use.country_span = use.country or country[0], use.country_span or country[1]
    use.agencies.append((known, j, k))
    return k


def _named_before(analysis: Analysis, j: int, country: str | None) -> Draft | None:
    """« le PDG du groupe », « de la compagnie algérienne »: the company named last, of that state where one is said."""
    company = analysis.folds[j] in analysis.words.companies
    kind = "Company" if company else "Outlet"
    near = analysis.between(j - _REACH, j)
    named = [(m.start, m.draft) for m in near if m.end <= j and m.draft is not None and m.kind == kind]
    named += [(start, draft) for draft, start in analysis.companies[-_REACH:] if j - _REACH < start < j and company]
    own = [(start, d) for start, d in named if country is None or d.country == country]
    return max(own, key=lambda found: found[0])[1] if own else None


def _proper(analysis: Analysis, use: TitleUse, i: int, j: int, limit: int) -> int:
    """« de Sonagaz », « de l’OCP », « du Medef »: a name that nobody introduced; of a head of state it names no agency."""
    end = run_from(analysis, j, limit, named=True)
    if end == j:
        return i
    words = analysis.text(j, end)
    label = fold(use.label)
    article = analysis.folds[i] in {"du", "des"} or j - i > 1
    letters = words.isupper() and len(words) > 1
    names = letters or not article or analysis.doc[j].ent_type_ == "ORG"
    if label in analysis.terms.territorial or (use.scope in {"state", "royal"} and not names):
        use.town = True
        return end
    kind = "Company" if label in analysis.terms.business and use.scope != "state" else "Organization"
    draft = analysis.met(kind, words)
    found = acronym(analysis, end)
    outer = end
    if found:
        outer, short = found
        draft.names.append(short)
        analysis.acronyms[fold(short)] = draft
    use.agencies.append((draft, j, end))
    if kind == "Company":
        analysis.companies.append((draft, j))
    return _explained(analysis, use, draft, outer, limit)


def _plain(analysis: Analysis, use: TitleUse, i: int, j: int, limit: int) -> int:
    """A noun phrase that names no institution (« de cabinet », « des affaires politiques »), with whatever tells its country."""
    if analysis.doc[j].pos_ not in {"NOUN", "ADJ", "PROPN"} or j in analysis.heads:
        return i
    k = j
    while k < limit:
        mention = analysis.at(k)
        if mention and mention.kind == "Adjective" and k > j:
            use.country, use.country_span = (
                use.country or mention.country,
                use.country_span or (mention.start, mention.end),
            )
            k = mention.end
        elif mention is None and k not in analysis.heads and analysis.doc[k].pos_ in {"NOUN", "ADJ"}:
            if k > j and analysis.doc[k].text[:1].isupper() and not analysis.doc[j].text[:1].isupper():
                break
            k += 1
        elif k == j and mention is None and analysis.doc[k].text[:1].islower():
            k += 1
        else:
            break
    if k > j and k < limit and analysis.doc[k].text[:1].isupper() and fold(use.label) in analysis.terms.business:
        end = run_from(analysis, k, limit, named=True)
        if end > k and not any(t.ent_type_ == "PER" for t in analysis.doc[k:end]):
            draft = analysis.met("Company", analysis.text(k, end))  # « de l’équipementier Daeyang Wire »
            use.agencies.append((draft, k, end))
            analysis.companies.append((draft, k))
            return end
    return k if k > j else i


def _partial(analysis: Analysis, i: int, *, same: bool = False) -> Draft | None:
    """« l’Office », « la même agence »: a head noun, capitalised or said to be the same, that begins one named before."""
    if not same and not analysis.doc[i].text[:1].isupper():
        return None
    known = [
        m.draft
        for m in analysis.between(i - _REACH, i)
        if m.draft
        and m.end <= i
        and m.kind in {"Agency", "Organization", "Company"}
        and any(fold(n).split()[:1] == [analysis.folds[i]] and len(fold(n).split()) > 1 for n in m.draft.names)
    ]
    return known[-1] if known else None


def _goes_on(analysis: Analysis, i: int, limit: int) -> bool:
    """Whether a name goes on after its first word, so that it is no short form of an earlier one."""
    if i >= limit:
        return False
    token = analysis.doc[i]
    return token.pos_ == "ADJ" or token.text[:1].isupper() or analysis.folds[i] in _DE
