"""Reads noun phrases that name things rather than actors: products with their quantities, and lists of topics.

« la vente d’une flotte de 12 à 20 avions de ligne de type Sukhoi Superjet 100 » is a product, a least and a most number;
« la situation sécuritaire en Afrique du Nord et au Moyen-Orient » is two topics; « la paix et la stabilité en
Méditerranée » is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.graph.reading.analysis import Analysis, Mention

_DE = frozenset({"de", "du", "des", "d"})
_ARTICLES = frozenset("le la l les un une des ce cette ces cet son sa ses leur leurs d'autres quelque quelques".split())
_ACTS = frozenset("vente achat acquisition livraison fourniture construction implantation installation creation realisation exportation "
                  "importation mise production edification montage location cession achevement lancement developpement".split())
_STOPS = frozenset("avec sans pour dans par sur selon afin qui que qu dont ou si lors depuis apres avant chez vers contre entre tandis alors mais".split())


@dataclass
class Product:
    """A product as named, with its quantity and site where they are stated with it."""

    start: int
    end: int
    least: int | None = None
    most: int | None = None
    quantity: tuple[int, int] | None = None
    site: Mention | None = None
    inner: list[Mention] = field(default_factory=list)


def number(analysis: Analysis, i: int, limit: int) -> tuple[int, int] | None:
    """Return the number that begins at token `i` and the token after it: « 12 », « 58 500 », « 1,5 million », « onze »."""
    doc, folds, words = analysis.doc, analysis.folds, analysis.words
    text, end = doc[i].text, i + 1
    value: float
    if re.fullmatch(r"\d{1,3}(?:[.\u202f\u00a0 ]\d{3})+", text):
        value = int(re.sub(r"\D", "", text))
    elif re.fullmatch(r"\d+(?:,\d+)?", text):
        value = float(text.replace(",", "."))
        while end < limit and re.fullmatch(r"\d{3}", doc[end].text) and re.fullmatch(r"\d{1,3}", doc[end - 1].text):
            value, end = value * 1000 + int(doc[end].text), end + 1
            while end < limit and doc[end].is_space:
                end += 1
    elif folds[i] in words.numbers and folds[i] not in {"un", "une"} or (folds[i] in {"un", "une"} and i + 1 < limit and folds[i + 1] in words.multipliers):
        value = words.numbers[folds[i]]
    elif folds[i] in {"un", "une"} and i + 1 < limit and folds[i + 1] in words.collectives:
        return words.collectives[folds[i + 1]], i + 2
    else:
        return None
    if end < limit and folds[end] in words.multipliers:
        value, end = value * words.multipliers[folds[end]], end + 1
    return round(value), end


def quantity(analysis: Analysis, i: int, limit: int) -> tuple[int, int, int] | None:
    """Return least, most and the token after a quantity at `i`: « 12 à 20 », « entre 12 et 20 », « une vingtaine »."""
    folds = analysis.folds
    start = i + 1 if folds[i] in {"entre", "quelque", "environ"} else i
    if start >= limit:
        return None
    one = number(analysis, start, limit)
    if one is None:
        return None
    value, end = one
    if end + 1 < limit and folds[end] in {"a", "et", "ou"} and (folds[end] != "et" or folds[i] == "entre"):
        other = number(analysis, end + 1, limit)
        if other:
            return value, other[0], other[1]
    return value, value, end


def product(analysis: Analysis, i: int, limit: int) -> Product | None:
    """Return the product named from token `i` on, acts and containers before it stepped over, or None."""
    doc, folds = analysis.doc, analysis.folds
    site: Mention | None = None
    least = most = None
    counted: tuple[int, int] | None = None
    while i < limit:
        while i < limit and (folds[i] in _ARTICLES or folds[i] in {"quelque", "environ"} or doc[i].text in "«‘“\"'") and not quantity(analysis, i, limit):
            i += 1
        found = quantity(analysis, i, limit) if i < limit else None
        if found:
            least, most, end = found
            counted = (i, end)
            i = end + (end < limit and folds[end] in _DE)
            continue
        if i < limit and folds[i] in analysis.words.containers | analysis.words.measures and i + 1 < limit and folds[i + 1] in _DE:
            i += 2
            continue
        if i < limit and folds[i] in _ACTS | {a + "s" for a in _ACTS}:
            j = i + 1
            while j < limit and not (folds[j] in _DE):
                mention = analysis.at(j)
                if mention and mention.kind in {"Place", "Country"} and mention.start == j or (mention and mention.kind in {"Place", "Country"}):
                    site, j = mention, mention.end
                    continue
                if folds[j] in {"dans", "a", "au", "en", "le", "la", "l", "pres", "aux"} | analysis.words.polities or doc[j].pos_ == "ADJ":
                    j += 1
                    continue
                break
            if j < limit and folds[j] in _DE and j + 1 < limit:
                i = j + 1
                continue
        break
    end = _extent(analysis, i, limit)
    if end <= i:
        return None
    inner = [m for m in analysis.mentions if i <= m.start and m.end <= end]
    return Product(i, end, least, most, counted, site or _site_after(analysis, end, limit), inner)


def _site_after(analysis: Analysis, end: int, limit: int) -> Mention | None:
    j = end
    while j < limit and analysis.folds[j] in {"a", "au", "en", "dans", "le", "la", "l", "aux", "pres", "de"}:
        j += 1
    mention = analysis.at(j) if end < j < limit else None
    return mention if mention and mention.kind in {"Place", "Country"} else None


def _extent(analysis: Analysis, i: int, limit: int) -> int:
    """Return the token after the noun phrase whose first word stands at `i`."""
    doc, folds = analysis.doc, analysis.folds
    end = j = i
    while j < limit:
        token, mention = doc[j], analysis.at(j)
        if mention and mention.kind in {"Person", "Description", "Pronoun"}:
            break
        if token.text in "«‘“\"'":
            j += 1
        elif folds[j] in _DE and j + 1 < limit and not doc[j + 1].is_punct:
            k = j + 1
            while k < limit and folds[k] in _ARTICLES:
                k += 1
            if k >= limit or folds[k] in _STOPS or doc[k].pos_ in {"VERB", "AUX"}:
                break
            j = k
        elif token.text in "’”»" or token.text in "-–" and not doc[j - 1].whitespace_:
            j += 1
            end = j if token.text in "-–" else end
        elif token.is_punct or folds[j] in _STOPS or folds[j] in {"et", "ou", "a", "au", "aux", "en"} or token.pos_ in {"AUX", "SCONJ", "PRON", "ADV", "CCONJ"}:
            break
        elif mention and mention.kind == "Country" and j > i and folds[j - 1] not in _DE | _ARTICLES:
            break
        elif token.pos_ == "VERB" and end > i and not token.text[:1].isupper() and not (token.text.endswith(("é", "ée", "és", "ées")) and False):
            break
        else:
            j += 1
            end = j
    return end


def topics(analysis: Analysis, i: int, limit: int) -> list[tuple[int, int, str]]:
    """Return the topics listed between two tokens as (start, end, words).

    A quoted topic that states an aim (« … afin de lutter contre le terrorisme ») is named by its aim.
    """
    found: list[tuple[int, int, str]] = []
    for start, end in _items(analysis, i, limit):
        start, end = _trim(analysis, start, end)
        if end <= start:
            continue
        aim = next((k for k in range(start, end - 2) if analysis.folds[k] in {"afin"} and analysis.folds[k + 1] in {"de", "d"}), None)
        if aim is not None:
            start = aim + 2
        shared = _shared_head(analysis, start, end)
        if shared:
            found += shared
        else:
            found.append((start, end, analysis.text(start, end)))
    return found


def _trim(analysis: Analysis, start: int, end: int) -> tuple[int, int]:
    doc, folds = analysis.doc, analysis.folds
    while start < end and (doc[start].is_punct or doc[start].is_space or folds[start] in _ARTICLES | _DE | {"sur", "a", "au", "en", "et", "matiere", "dans", "notamment"}):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return start, end


def _items(analysis: Analysis, i: int, limit: int) -> list[tuple[int, int]]:
    """Cut a list at its commas, and at its « et » where the list has commas or both sides are of one shape."""
    doc, folds = analysis.doc, analysis.folds
    quoted = _quoted(analysis, i, limit)
    commas = [k for k in range(i, limit) if doc[k].text in {",", ";"} and k not in quoted]
    ands = [k for k in range(i, limit) if folds[k] == "et" and k not in quoted and analysis.at(k) is None]
    cuts = set(commas)
    for k in ands:
        after = folds[k + 1] if k + 1 < limit else ""
        leads = folds[i - 1] if i else ""
        repeated = after == "sur" or folds[k + 1 : k + 3] == ["en", "matiere"] or (after in _DE | {"en"} and leads in _DE | {"en", "matiere"})
        plain = _plain(analysis, k + 1, limit)
        head = doc[k + 1].pos_ in {"ADP"} and after in {"a", "au", "aux", "en"}
        if repeated or (not head and (commas and (k - 1 in commas or plain or k > max(commas)) or (plain and not commas))):
            cuts.add(k)
    bounds = [i - 1, *sorted(cuts), limit]
    return [(a + 1, b) for a, b in zip(bounds, bounds[1:], strict=False) if b > a + 1]


def _quoted(analysis: Analysis, i: int, limit: int) -> set[int]:
    inside, depth = set(), 0
    for k in range(i, limit):
        text = analysis.doc[k].text
        depth += text in "«“" and text != ""
        if depth > 0:
            inside.add(k)
        depth -= text in "»”" and text != "" and depth > 0
    return inside


def _plain(analysis: Analysis, i: int, limit: int) -> bool:
    """Whether nothing but a noun with adjectives stands from token `i` to the list's end."""
    nouns = 0
    for k in range(i, limit):
        token = analysis.doc[k]
        if analysis.folds[k] in _ARTICLES or token.pos_ in {"ADJ", "PUNCT", "SPACE"} or token.is_punct:
            continue
        if token.pos_ in {"NOUN", "PROPN"} or analysis.at(k):
            nouns += 1
            if nouns > 1 and not (analysis.at(k) and analysis.at(k) is analysis.at(k - 1)):
                return False
            continue
        return False
    return True


def _shared_head(analysis: Analysis, start: int, end: int) -> list[tuple[int, int, str]]:
    """« la situation sécuritaire en Afrique du Nord et au Moyen-Orient »: one head, two complements."""
    folds = analysis.folds
    for k in range(start + 1, end - 1):
        if folds[k] == "et" and folds[k + 1] in {"a", "au", "aux", "en"}:
            first = next((j for j in range(k - 1, start, -1) if folds[j] in {"a", "au", "aux", "en", "dans"}), None)
            if first is None or first <= start:
                return []
            head = analysis.text(start, first)
            return [(start, k, analysis.text(start, k)), (k + 1, end, f"{head} {analysis.text(k + 1, end)}")]
    return []
