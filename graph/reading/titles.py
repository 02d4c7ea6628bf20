"""Reads titles of office with their complements, and whom they stand beside.

« le vice ministre russe de l’industrie et du commerce, Victor Evtuhov », « Nikolaï Patrouchev, le secrétaire général du
conseil de sécurité russe », « les ministres de l’Énergie Aziz Rebbah et Alexandre Novak », « Macky Sall, alors président de
la République », « Dmitri Medvedev, aujourd’hui ancien Premier ministre russe ». A title beside nobody is a description,
which `references` resolves.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dragoman.graph.iris import fold
from dragoman.graph.lexicon import Lexicon
from dragoman.graph.reading.analysis import Analysis, Draft, Mention, TitleUse
from dragoman.graph.reading.institutions import read_institution
from dragoman.graph.reading.names import add_person, runs

_DE = frozenset({"de", "du", "des", "d"})
_ARTICLES = frozenset({"la", "l", "les", "le"})
_FORMER = frozenset({"ancien", "ancienne", "anciens", "anciennes", "ex"})
_THEN = frozenset({"alors", "aujourd hui", "actuel", "actuelle", "desormais", "egalement", "le", "la", "l", "les", "son", "sa", "ses", "ancien", "ancienne", "ex", "-", "nouveau", "nouvelle", "futur", "future", "et", "premier", "toujours", "jusqu ici", "encore"})
_ADJOINED = frozenset({"adjoint", "adjointe", "delegue", "deleguee", "general", "generale", "honoraire", "plenipotentiaire", "extraordinaire", "sortant", "sortante", "executif", "permanent", "permanente", "principal", "special", "speciale"})


@lru_cache(maxsize=4)
def _tree(lexicon: Lexicon) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for title in lexicon.titles:
        for plural, forms in ((False, title.singular), (True, title.plural)):
            for form in forms:
                node = tree
                for word in fold(form).split():
                    node = node.setdefault(word, {})
                node.setdefault("", (title, plural))
    return tree


def _match(analysis: Analysis, start: int, limit: int) -> TitleUse | None:
    node, best = _tree(analysis.lexicon), None
    for i in range(start, limit):
        words = analysis.folds[i].split()
        if not words:
            if i > start and analysis.doc[i].text in "-–'’.":
                continue
            return best
        for word in words:
            node = node.get(word)
            if node is None:
                return best
        if "" in node:
            title, plural = node[""]
            best = TitleUse(start, i + 1, analysis.text(start, i + 1), title.label, title.scope, plural, epithet=title.epithet)
    return best


def find(analysis: Analysis) -> list[TitleUse]:
    """Return every use of a title, its complement read, in order."""
    found = []
    for first, last in analysis.sentences:
        i = first
        while i < last:
            use = _match(analysis, i, last)
            if use and not _verbal(analysis, use):
                covering = analysis.at(i)
                if covering and covering.kind not in {"Adjective", "Description"} and covering.end >= use.end and covering.start < use.start:
                    i = covering.end
                    continue
                use.outer = _complement(analysis, use, last)
                found.append(use)
                i = max(use.end, use.outer[1])
            else:
                i += 1
    return found


def _verbal(analysis: Analysis, use: TitleUse) -> bool:
    """« secrétaires » is no title in « que préside »; an adjective « patron » or verb form is none either."""
    token = analysis.doc[use.start]
    return token.pos_ in {"VERB", "AUX", "ADV"}


def _complement(analysis: Analysis, use: TitleUse, limit: int) -> tuple[int, int]:
    """Read what follows the title, fill in its country and agencies, and return the extent of the whole phrase."""
    start = use.start
    doc, folds = analysis.doc, analysis.folds
    while start > 0 and folds[start - 1] in _FORMER | {"actuel", "actuelle", "nouveau", "nouvelle", "futur", "premier", "premiere"} or (
        start > 1 and doc[start - 1].text == "-" and folds[start - 2] == "ex"
    ):
        if folds[start - 1] in _FORMER or doc[start - 1].text == "-":
            use.former = True
            start -= 2 if doc[start - 1].text == "-" else 1
            use.text = analysis.text(start, use.end)
        else:
            start -= 1
    if start > 0 and (folds[start - 1] in _ARTICLES | {"un", "une", "du", "au", "aux", "des", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "deux"}):
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
            use.text = analysis.text(max(start, use.start - use.former), i + 1) if use.former else analysis.text(use.start, i + 1)
            i += 1
        elif folds[i] in {"charge", "chargee", "charges", "chargees"} and i + 1 < limit and folds[i + 1] in _DE | {"des"}:
            i = _after_de(analysis, use, i + 1, limit, portfolio=True)
        elif folds[i] in _DE and i + 1 < limit:
            after = _after_de(analysis, use, i, limit)
            if after == i:
                break
            i = after
        elif folds[i] == "royal" or folds[i] == "royale":
            i += 1
        elif folds[i] in {"a", "en", "au", "aux", "aupres"} and use.label in {"ambassadeur", "consul", "représentant permanent", "chargé d'affaires", "directeur", "envoyé spécial"}:
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
    return bool(mention and mention.kind in {"Agency", "Organization", "Company"}) or (j < limit and analysis.folds[j] in analysis.words.institutions)


def _after_de(analysis: Analysis, use: TitleUse, i: int, limit: int, *, portfolio: bool = False) -> int:
    """Read one complement with « de » at token `i`; return the token after it, or `i` where it is none."""
    folds, doc = analysis.folds, analysis.doc
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
    if mention and mention.kind == "Place" and use.label in {"chef", "patron"} and mention.draft and mention.draft.stands_for:
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
    if _match(analysis, j, limit) and use.scope == "agency" and not use.label.endswith("ministre"):
        inner = _match(analysis, j, limit)
        assert inner is not None
        _, end = _complement(analysis, inner, limit)
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
    if portfolio or "ministre" in use.label or use.label in {"secrétaire d'État", "commissaire", "homologue", "collègue", "successeur", "chef de la diplomatie"}:
        return _portfolio(analysis, use, i, limit)
    return _loose(analysis, use, i, limit)


def _royal_house(folds: list[str], j: int) -> bool:
    return folds[j] in {"gouvernement", "etat"}


def _partial(analysis: Analysis, i: int) -> Draft | None:
    """« l’Office », « la Ligue »: a capitalised head noun that begins one institution named before."""
    if not analysis.doc[i].text[:1].isupper():
        return None
    known = [m.draft for m in analysis.mentions if m.draft and m.end <= i and m.kind in {"Agency", "Organization", "Company"}
             and any(fold(n).split()[:1] == [analysis.folds[i]] and len(fold(n).split()) > 1 for n in m.draft.names)]
    return known[-1] if known else None


def _portfolio(analysis: Analysis, use: TitleUse, i: int, limit: int) -> int:
    """« de l’Agriculture, de la Pêche maritime, du Développement rural et des Eaux et Forêts »: one ministry."""
    doc, folds = analysis.doc, analysis.folds
    end = j = i
    while j < limit:
        k = j + 1 if folds[j] in _DE else j
        while k < limit and folds[k] in _ARTICLES:
            k += 1
        first = k
        while k < limit and _field(analysis, k):
            k += 1
        if k == first:
            break
        end = k
        if k < limit and (folds[k] == "et" or doc[k].text == ",") and k + 1 < limit and folds[k + 1] in _DE:
            after = k + 2
            while after < limit and folds[after] in _ARTICLES:
                after += 1
            beyond = analysis.at(after) if after < limit else None
            if beyond and beyond.kind in {"Person", "Country"} or (after < limit and _match(analysis, after, limit)):
                break
            if doc[k].text == "," and not (doc[after].text[:1].isupper() and doc[first].text[:1].isupper()):
                break
            j = k + 1
            continue
        if k < limit and folds[k] == "et" and k + 1 < limit and doc[k + 1].pos_ in {"NOUN", "ADJ", "PROPN"} and doc[k + 1].text[:1].isupper() == doc[first].text[:1].isupper() \
                and not analysis.at(k + 1) and not _match(analysis, k + 1, limit):
            j = k + 1
            continue
        break
    if end == i:
        return i
    while end > i and analysis.at(end - 1) and analysis.at(end - 1).kind == "Adjective":  # type: ignore[union-attr]
        mention = analysis.at(end - 1)
        assert mention is not None
        if use.country is None:
            use.country, use.country_span = mention.country, (mention.start, mention.end)
        if any(a.kind == "Adjective" for a in [mention]) and mention.end == end:
            break
    words = analysis.text(i, end)
    draft = Draft("Agency", [f"ministère {words}"], None, use.country, None, portfolio=words)
    bare = analysis.text(i + 1 + (folds[i + 1] in _ARTICLES) if folds[i] in _DE else i, end)
    draft.names += [bare]
    use.agencies.append((draft, i, end))
    after = analysis.at(end) if end < limit else None
    if folds[end : end + 2] and after is None and end + 1 < limit and folds[end] in _DE:
        k = end + 1
        while k < limit and folds[k] in _ARTICLES:
            k += 1
        country = analysis.at(k) if k < limit else None
        if country and country.kind == "Country" and country.draft:
            use.country, use.country_span = country.draft.iri, (country.start, country.end)
            draft.country = draft.country or use.country
            end = country.end
    return end


def _field(analysis: Analysis, k: int) -> bool:
    """Whether a token can be part of a portfolio's field: a noun or adjective that no person or country covers."""
    mention = analysis.at(k)
    if mention and mention.kind in {"Person", "Country", "Place"}:
        return False
    if mention and mention.kind == "Adjective":
        return False
    token = analysis.doc[k]
    if token.text in "-–":
        return k + 1 < len(analysis.doc) and not analysis.doc[k - 1].whitespace_ and not token.whitespace_
    following = analysis.doc[k + 1] if k + 1 < len(analysis.doc) else None
    if token.pos_ == "PROPN" and token.text[:1].isupper() and analysis.doc[k - 1].text[:1].isupper() and (
        token.ent_type_ == "PER" or (following is not None and following.pos_ == "PROPN" and following.text[:1].isupper())
    ):
        return False
    return token.pos_ in {"NOUN", "ADJ", "PROPN"} or (token.pos_ == "VERB" and token.text[:1].isupper())


def _loose(analysis: Analysis, use: TitleUse, i: int, limit: int) -> int:
    """A complement that names no institution (« de cabinet », « d’un centre fédéral russe … »)."""
    folds = analysis.folds
    j = i + 1
    if j < limit and folds[j] in {"un", "une"} and j + 1 < limit and folds[j + 1] in analysis.words.institutions | analysis.words.companies:
        made = read_institution(analysis, j + 1, limit)
        if made and made.draft:
            use.agencies.append((made.draft, made.start, made.end))
            return made.end
    if use.scope in {"state", "royal"} and folds[j] in _ARTICLES and j + 1 < limit and analysis.doc[j + 1].text[:1].isupper():
        return j + 2
    return i


def attach(analysis: Analysis, uses: list[TitleUse]) -> None:
    """Join titles with the people beside them into one mention each, and note who holds what; the rest are descriptions."""
    for use in uses:
        people = _after(analysis, use) or _before(analysis, use)
        if not people:
            _describe(analysis, use)
            continue
        for mention in people:
            _join(analysis, mention, use)
            if mention.draft and not use.epithet:
                analysis.tenures.append((mention.draft, use))
    analysis.sort()


def _join(analysis: Analysis, mention: Mention, use: TitleUse) -> None:
    alone = not use.plural
    mention.titles.append(use)
    if alone or use.outer[0] > mention.end:
        inside = [m for m in analysis.mentions if m is not mention and min(mention.start, use.outer[0]) <= m.start and m.end <= max(mention.end, use.outer[1])
                  and m.kind not in {"Person", "Description"}]
        mention.start, mention.end = min(mention.start, use.outer[0]), max(mention.end, use.outer[1])
        for other in inside:
            analysis.mentions.remove(other)
    if use.country and mention.draft and not mention.draft.country:
        mention.draft.country = use.country
    mention.country = mention.draft.country if mention.draft else use.country


def _person_at(analysis: Analysis, i: int, *, make: bool) -> Mention | None:
    """The person named from token `i` on; where `make`, a run of capitals beside a title is taken for one."""
    for mention in analysis.mentions:
        if mention.kind == "Person" and mention.start <= i < mention.end:
            return mention if mention.start == i or mention.core[0] == i else None
    if make and analysis.at(i) is None:
        for start, end in runs(analysis):
            if start == i and (end - start > 1 or analysis.doc[start].ent_type_ == "PER"):
                return add_person(analysis, start, end, "title")
    return None


def _after(analysis: Analysis, use: TitleUse) -> list[Mention]:
    """The people named after the title: at once, or after a comma; several after a plural."""
    limit = analysis.sentence_of(use.start)[1]
    i = use.outer[1]
    found: list[Mention] = []
    comma = i < limit and analysis.doc[i].text in {",", "("}
    if comma:
        if use.determiner in {"", "un", "une"} and not use.agencies and not use.country:
            return []
        i += 1
    while i < limit:
        mention = _person_at(analysis, i, make=True)
        if mention is None:
            break
        if comma and mention.start != i and mention.titles:
            break
        found.append(mention)
        i = mention.end
        if not use.plural:
            break
        if i < limit and (analysis.folds[i] == "et" or analysis.doc[i].text == ","):
            i += 1
        else:
            break
    if comma and found and not use.plural and i < limit and analysis.doc[i].text not in {",", ")", ".", ";", ":"} and analysis.folds[i] not in {"et", "a", "qui"} and analysis.doc[i].pos_ not in {"AUX", "VERB", "ADP", "PRON", "SCONJ", "CCONJ", "PUNCT"}:
        return []
    return found


def _before(analysis: Analysis, use: TitleUse) -> list[Mention]:
    """The person whom the title follows in apposition: « Wang Yi, ministre … », « Abbas Azzouzi, alors directeur … »."""
    first = analysis.sentence_of(use.start)[0]
    i = use.outer[0] - 1
    while i > first and (analysis.folds[i] in _THEN or analysis.doc[i].text in {"-", "'", "’"}):
        i -= 1
    if i <= first or analysis.doc[i].text not in {",", "("}:
        previous = analysis.at(i) if i >= first else None
        if previous and previous.kind == "Person" and previous.titles and analysis.folds[i + 1 : use.outer[0]] == ["et"]:
            return [previous]
        return []
    person = analysis.at(i - 1)
    if person and person.kind == "Person" and person.end == i:
        return [person]
    for start, end in runs(analysis):
        if end == i and end - start > 1:
            return [add_person(analysis, start, end, "title")]
    return []


def _describe(analysis: Analysis, use: TitleUse) -> None:
    """Keep a title beside nobody as a description, to be resolved; an indefinite one (« un ministre ») stands for nobody."""
    analysis.mentions = [m for m in analysis.mentions
                         if not (use.outer[0] <= m.start and m.end <= use.outer[1] and m.kind not in {"Person", "Description"})]
    mention = Mention(use.outer[0], use.outer[1], (use.outer[0], use.outer[1]), "Description", None, use.country,
                      titles=[use], plural=use.plural, via="description")
    analysis.mentions.append(mention)
    analysis.sort()


def component(analysis: Analysis) -> None:
    """Read all titles."""
    analysis.titles = find(analysis)
    attach(analysis, analysis.titles)
