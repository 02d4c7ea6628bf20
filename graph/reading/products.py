"""Reads products with their quantities: « la vente d’une flotte de 12 à 20 avions de ligne de type Sukhoi Superjet 100 »."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.graph.reading.analysis import Analysis, Mention

_DE = frozenset({"de", "du", "des", "d"})
_ARTICLES = frozenset(
    [
        "le",
        "la",
        "l",
        "les",
        "un",
        "une",
        "des",
        "ce",
        "cette",
        "ces",
        "cet",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "d'autres",
        "quelque",
        "quelques",
    ]
)
_ACTS = frozenset(
    [
        "vente",
        "achat",
        "acquisition",
        "livraison",
        "fourniture",
        "construction",
        "implantation",
        "installation",
        "creation",
        "realisation",
        "exportation",
        "importation",
        "mise",
        "production",
        "edification",
        "montage",
        "location",
        "cession",
        "achevement",
        "lancement",
        "developpement",
    ]
)
_STOPS = frozenset(
    [
        "avec",
        "sans",
        "pour",
        "dans",
        "par",
        "sur",
        "selon",
        "afin",
        "qui",
        "que",
        "qu",
        "dont",
        "ou",
        "si",
        "lors",
        "depuis",
        "apres",
        "avant",
        "chez",
        "vers",
        "contre",
        "entre",
        "tandis",
        "alors",
        "mais",
    ]
)


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
    elif (folds[i] in words.numbers and folds[i] not in {"un", "une"}) or (
        folds[i] in {"un", "une"} and i + 1 < limit and folds[i + 1] in words.multipliers
    ):
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
        while (
            i < limit
            and (folds[i] in _ARTICLES or folds[i] in {"quelque", "environ"} or doc[i].text in "«‘“\"'")
            and not quantity(analysis, i, limit)
        ):
            i += 1
        found = quantity(analysis, i, limit) if i < limit else None
        if found:
            least, most, end = found
            counted = (i, end)
            i = end + (end < limit and folds[end] in _DE)
            continue
        if (
            i < limit
            and folds[i] in analysis.words.containers | analysis.words.measures
            and i + 1 < limit
            and folds[i + 1] in _DE
        ):
            i += 2
            continue
        if i < limit and folds[i] in _ACTS | {a + "s" for a in _ACTS}:
            j = i + 1
            while j < limit and folds[j] not in _DE:
                mention = analysis.at(j)
                if (mention and mention.kind in {"Place", "Country"} and mention.start == j) or (
                    mention and mention.kind in {"Place", "Country"}
                ):
                    site, j = mention, mention.end
                    continue
                if (
                    folds[j] in {"dans", "a", "au", "en", "le", "la", "l", "pres", "aux"} | analysis.words.polities
                    or doc[j].pos_ == "ADJ"
                ):
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
        elif token.text in "’”»" or (token.text in "-–" and not doc[j - 1].whitespace_):
            j += 1
            end = j if token.text in "-–" else end
        elif (
            (
                token.is_punct
                or folds[j] in _STOPS
                or folds[j] in {"et", "ou", "a", "au", "aux", "en"}
                or token.pos_ in {"AUX", "SCONJ", "PRON", "ADV", "CCONJ"}
            )
            or (mention and mention.kind == "Country" and j > i and folds[j - 1] not in _DE | _ARTICLES)
            or (
                token.pos_ == "VERB"
                and end > i
                and not token.text[:1].isupper()
                and not (token.text.endswith(("é", "ée", "és", "ées")) and False)
            )
        ):
            break
        else:
            j += 1
            end = j
    return end
