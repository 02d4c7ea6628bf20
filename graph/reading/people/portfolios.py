"""Reads a ministry from the fields after a minister's title: « de l’industrie et du commerce » is one ministry.

Every field that the title lists belongs to it: « des Affaires étrangères, de la Coopération africaine et des Marocains résidant à
l’étranger », « au Commerce extérieur », « chargée de l’Environnement », « en charge du Numérique ». A state (« du Rwanda »), an
adjective of nationality, a person or another title ends them.
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, TitleUse

_DE = frozenset({"de", "du", "des", "d"})
_TO = frozenset({"a", "au", "aux"})
_ARTICLES = frozenset({"la", "l", "les", "le"})
_AND = frozenset({"et", "ainsi"})
_ABROAD = (("a", "l", "etranger"), ("a", "l", "exterieur"))
_WITH = frozenset({"relations", "rapports", "liaison", "concertation"})
_FAR = 14


def portfolio_of(analysis: Analysis, use: TitleUse, i: int, limit: int) -> int:
    """Read the fields from the preposition at token `i` on, give the title its ministry, and return the token after them.

    For a title in the plural the fields are kept apart, so that each may go to a holder of its own.
    """
    fields: list[tuple[int, int]] = []
    j = i
    while j < limit:
        head = _lead(analysis, j, limit)
        end = _field(analysis, use, head, limit)
        if end == head:
            break
        fields.append((j, end))
        following = _separator(
            analysis, end, limit, capital=analysis.doc[_noun(analysis, fields[0])].text[:1].isupper()
        )
        if following is None:
            break
        j = following
    if not fields:
        return i
    use.fields = fields
    use.agencies.append((ministry(analysis, use, fields[0][0], fields[-1][1]), i, fields[-1][1]))
    return fields[-1][1]


def ministry(analysis: Analysis, use: TitleUse, start: int, end: int) -> Draft:
    """Return the ministry whose fields stand from token `start`, with its preposition, to `end`."""
    words = analysis.text(start, end)
    bare = analysis.text(_lead(analysis, start, end), end)
    lead = analysis.folds[start]
    if lead in _TO:
        words = f"{_OF_TO.get(_first_words(analysis, start), 'de')} {bare}".replace("' ", "’").replace("’ ", "’")
    elif lead not in _DE:
        words = f"de {words}"
    label = fold(use.label)
    if label in {"secretaire", "secretaire adjoint"}:
        name = f"département {words}"
    elif label in analysis.terms.advisory or label.endswith("secretaire d etat"):
        name = bare
    else:
        name = f"ministère {words}"
    draft = Draft("Agency", list(dict.fromkeys([name, bare])), None, use.country, None, portfolio=words)
    if name.startswith("ministère"):
        draft.identity = foreign(words)
    return draft


_OF_TO = {"au": "du", "aux": "des", "a la": "de la", "a l": "de l’"}
_FOREIGN = (
    "affaires etrangeres",
    "affaire etrangeres",
    "relations exterieures",
    "affaires exterieures",
    "relations internationales",
)


def foreign(words: str) -> str:
    """Return the name by which every state's foreign ministry is known, or "" for another ministry.

    >>> foreign("de l’Europe et des Affaires étrangères"), foreign("de la Pêche")
    ('ministère des Affaires étrangères', '')
    """
    folded = fold(words)
    if folded in {"des a e", "des ae"}:
        return "ministère des Affaires étrangères"
    return "ministère des Affaires étrangères" if any(f in folded for f in _FOREIGN) else ""


def _first_words(analysis: Analysis, start: int) -> str:
    one, two = analysis.folds[start], analysis.folds[start + 1] if start + 1 < len(analysis.folds) else ""
    return f"{one} {two}" if one == "a" and two in {"la", "l"} else one


def _noun(analysis: Analysis, field: tuple[int, int]) -> int:
    return _lead(analysis, field[0], field[1])


def _lead(analysis: Analysis, i: int, limit: int) -> int:
    """Return the first token after the preposition and article at token `i`."""
    if i < limit and analysis.folds[i] in _DE | _TO:
        i += 1
    while i < limit and analysis.folds[i] in _ARTICLES:
        i += 1
    return i


def _field(analysis: Analysis, use: TitleUse, i: int, limit: int) -> int:
    """Return the token after the one field whose noun stands at token `i`, or `i`."""
    if i >= limit or not _opens(analysis, use, i):
        return i
    doc, folds, terms = analysis.doc, analysis.folds, analysis.terms
    mention = analysis.at(i)
    i = mention.end if mention else i + 1
    while i < limit:
        token, folded = doc[i], folds[i]
        if token.text in "-–&/" and i + 1 < limit:
            if token.text == "&" or not doc[i - 1].whitespace_:
                i += 2
                continue
            break
        if analysis.at(i) is not None or i in analysis.heads:
            break
        if token.text[:1].isupper():
            if not (folded in terms.field_adjectives or (folded.endswith(_endings(analysis)) and token.pos_ != "VERB")):
                break
            i += 1
        elif token.pos_ == "ADJ" or folded in terms.field_adjectives:
            if folded in terms.in_charge:
                break
            i += 1
        elif any(tuple(folds[i : i + 3]) == phrase for phrase in _ABROAD):
            i += 3
        elif folded == "avec" and folds[i - 1] in _WITH:
            i = _lead(analysis, i + 1, limit) + 1
        elif folded in _DE and i + 1 < limit:
            following = _lead(analysis, i, limit)
            if following >= limit or not _inner(analysis, following):
                break
            i = following + 1
        else:
            break
    return min(i, limit)


def _opens(analysis: Analysis, use: TitleUse, i: int) -> bool:
    """Whether a field can begin with the token: a noun, « l’Europe », « l’Union européenne », « des Sénégalais de l’extérieur »."""
    mention, token = analysis.at(i), analysis.doc[i]
    if i in analysis.heads:
        return False
    if mention is not None:
        if mention.kind == "Adjective" and analysis.folds[i - 1] == "des":
            if mention.country and not use.country:
                use.country, use.country_span = mention.country, (mention.start, mention.end)
            return True
        return mention.kind == "Organization" or (mention.kind == "Place" and mention.country is None)
    if analysis.folds[i] in analysis.terms.in_charge or analysis.folds[i] in {"gouvernement", "meme", "son", "sa"}:
        return False
    return token.pos_ in {"NOUN", "PROPN", "ADJ", "X"} or (token.pos_ == "VERB" and token.text[:1].isupper())


def _inner(analysis: Analysis, i: int) -> bool:
    """Whether a noun after « de » goes on with the field (« l’Aménagement du territoire ») rather than with the title."""
    if analysis.at(i) is not None or i in analysis.heads:
        return False
    folded, token = analysis.folds[i], analysis.doc[i]
    if folded in analysis.words.institutions or folded in {"gouvernement", "meme", "retour", "facon", "maniere"}:
        return False
    return token.pos_ in {"NOUN", "ADJ"} or (token.pos_ == "PROPN" and token.ent_type_ not in {"PER", "LOC"})


def _separator(analysis: Analysis, i: int, limit: int, *, capital: bool) -> int | None:
    """Return where the next field of the list begins, or None where the list ends at token `i`."""
    doc, folds = analysis.doc, analysis.folds
    if i + 1 >= limit:
        return None
    comma = doc[i].text == ","
    j = i + 1
    if comma and folds[j] == "et":
        j += 1
    elif not comma and folds[i] not in _AND:
        return None
    elif folds[i] == "ainsi":
        j += 1
    if j >= limit:
        return None
    head = _lead(analysis, j, limit)
    if head >= limit or head in analysis.heads:
        return None
    mention = analysis.at(head)
    if mention and mention.kind in {"Person", "Country", "Agency", "Company", "Outlet"}:
        return None
    if folds[j] in _DE | _TO:
        if mention and mention.kind == "Place" and mention.country:
            return None
        alike = doc[head].text[:1].isupper() == capital
        sure = folds[i + 1] == "et" or (capital and alike)
        return j if not comma or sure or _closed(analysis, head, limit) else None
    if comma and capital and folds[i + 1] != "et" and mention is None:
        return j if _bare_list(analysis, j, limit) else None
    if comma or folds[i] == "ainsi" or folds[j] in _ARTICLES:
        return None
    last = head + 1 >= limit or doc[head + 1].is_punct  # « des Eaux et forêts, »
    alike = doc[head].text[:1].isupper() == capital or (capital and last)
    bare = doc[head].pos_ in {"NOUN", "ADJ", "PROPN"} and alike
    named = doc[head].ent_type_ == "PER" or (head + 1 < limit and doc[head + 1].text[:1].isupper())
    return j if bare and mention is None and not named else None


def _bare_list(analysis: Analysis, i: int, limit: int) -> bool:
    """« aux Affaires politiques, Paix et Sécurité »: a noun in capitals that « et » joins to the last one."""
    noun = analysis.doc[i].pos_ == "NOUN" and analysis.doc[i].ent_type_ != "PER"
    for j in range(i + 1, min(limit - 1, i + 4)):
        if analysis.folds[j] == "et":
            return noun and analysis.doc[j + 1].text[:1].isupper() and analysis.doc[j + 1].pos_ == "NOUN"
    return False


def _closed(analysis: Analysis, i: int, limit: int) -> bool:
    """Whether a list in lower case goes on to an « et de »: « de l’énergie, des mines et de l’eau »."""
    for j in range(i + 1, min(limit - 1, i + _FAR)):
        if analysis.folds[j] == "et":
            return analysis.folds[j + 1] in _DE
        if analysis.doc[j].pos_ in {"VERB", "AUX"} or analysis.doc[j].text in "().;:":
            return False
    return False


def _endings(analysis: Analysis) -> tuple[str, ...]:
    return tuple(sorted(analysis.terms.field_endings))
