"""Reads how much: « 12 à 20 », « entre 12 et 20 », « une vingtaine », « au plus 20 », « 650 000 tonnes », « 2,3 milliards ».

Numbers are composed as French composes them (« quatre-vingt-dix mille »); a bound before or after the figure says whether
it is the least, the most or both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.deals.trade import Trade

_RANGE = frozenset({"a", "ou"})
_HUNDREDS = frozenset({"cents", "vingts"})
_GROUPED = re.compile(r"\d{1,3}(?:[.\u202f\u00a0 ]\d{3})+")
_PLAIN = re.compile(r"\d+(?:,\d+)?")
_GLUED = re.compile(r"(\d+(?:,\d+)?)([^\W\d].*)")


@dataclass(frozen=True)
class Count:
    """A figure with its bounds: the least and the most that are said, and the tokens that say it."""

    least: int | None
    most: int | None
    start: int
    end: int


def number(analysis: Analysis, i: int, limit: int) -> tuple[float, int] | None:
    """Return the number that begins at token `i` and the token after it: « 12 », « 58 500 », « 1,5 million », « onze »."""
    if i >= limit:
        return None
    doc, folds, words = analysis.doc, analysis.folds, analysis.words
    text, end = analysis.texts[i], i + 1
    value: float
    figure = text[:1].isdigit()
    if not figure and folds[i].isalpha() and folds[i] not in words.numbers and folds[i] not in _HUNDREDS:
        return None  # nearly every word
    if figure and _GROUPED.fullmatch(text):
        value = int(re.sub(r"\D", "", text))
    elif figure and _PLAIN.fullmatch(text):
        value = float(text.replace(",", "."))
        while end < limit and re.fullmatch(r"\d{3}", doc[end].text) and re.fullmatch(r"\d{1,3}", doc[end - 1].text):
            value, end = value * 1000 + int(doc[end].text), end + 1
    elif folds[i] in {"un", "une"}:
        if end < limit and folds[end] in words.collectives:
            return words.collectives[folds[end]], end + 1
        if end >= limit or folds[end] not in words.multipliers:
            return None
        value = 1
    else:
        spelt = _spelt(analysis, i, limit)
        if spelt is None:
            return None
        value, end = spelt
    while end < limit and folds[end] in words.multipliers:
        value, end = value * words.multipliers[folds[end]], end + 1
    return value, end


def _spelt(analysis: Analysis, i: int, limit: int) -> tuple[int, int] | None:
    """« quatre-vingt-dix », « cent vingt », « deux cents »: the words of one number below a thousand."""
    numbers, doc = analysis.words.numbers, analysis.doc
    value, end, found = 0, i, False
    while end < limit:
        parts = analysis.folds[end].split()
        if not parts and doc[end].text in "-‑" and found:
            end += 1
            continue
        if parts == ["et"] and found and end + 1 < limit and analysis.folds[end + 1] in {"un", "une", "onze"}:
            end += 1
            continue
        plain = [p[:-1] if p in _HUNDREDS else p for p in parts]
        if not plain or any(p not in numbers for p in plain) or (not found and plain[0] in {"un", "une"}):
            break
        for word in plain:
            one = numbers[word]
            if one in {20, 100} and 0 < value % 100 < 10 and value:
                value = value * one if one == 100 else value - value % 100 + (value % 100) * 20
            else:
                value += one
        end, found = end + 1, True
    while end > i and not analysis.folds[end - 1]:
        end -= 1
    return (value, end) if found else None


def count(analysis: Analysis, trade: Trade, i: int, limit: int) -> Count | None:
    """Return the count that begins at token `i`, its bounds before the figure included."""
    start, side, between = i, "", False
    if i < limit and analysis.folds[i].isalpha() and not _opens(analysis, trade, analysis.folds[i]):
        return None  # nearly every word
    for _ in range(3):
        bound = _bound(analysis, trade, i, limit)
        if bound and i < limit:
            side, i = (bound[0] if bound[0] != "about" else side), bound[1]
        elif i < limit and analysis.folds[i] == "entre" and not between:
            between, i = True, i + 1
        elif i + 1 < limit and analysis.folds[i] == "de" and _range_from(analysis, i + 1, limit):
            i += 1
        else:
            break
    if i >= limit:
        return None
    one = number(analysis, i, limit)
    if one is None:
        return None
    value, end = one
    least: int | None = round(value)
    most: int | None = least
    if end + 1 < limit and analysis.folds[end] in (_RANGE | {"et"} if between else _RANGE):
        other = number(analysis, end + 1, limit)
        if other and other[0] > value:
            multiple = analysis.words.multipliers.get(analysis.folds[other[1] - 1], 1)
            if value < 1000 <= other[0] and multiple > 1 and analysis.folds[end - 1] not in analysis.words.multipliers:
                least = round(value * multiple)  # « entre 2 et 3 millions »
            most, end = round(other[0]), other[1]
    after = _bound(analysis, trade, end, limit)
    if after and after[0] != "about":
        side, end = after[0], after[1]
    if side == "least":
        most = None
    elif side == "most":
        least = None
    return Count(least, most, start, end)


def _opens(analysis: Analysis, trade: Trade, word: str) -> bool:
    """Whether a plain word can be the first of a count."""
    return (
        word in analysis.words.numbers
        or word in trade.bounds_by_opening
        or word in _HUNDREDS
        or word in {"un", "une", "entre", "de"}
    )


def _range_from(analysis: Analysis, i: int, limit: int) -> bool:
    """« de 250 000 à 300 000 »: a range that « de » opens."""
    one = number(analysis, i, limit)
    return (
        one is not None
        and one[1] + 1 < limit
        and analysis.folds[one[1]] == "a"
        and number(analysis, one[1] + 1, limit) is not None
    )


def _bound(analysis: Analysis, trade: Trade, i: int, limit: int) -> tuple[str, int] | None:
    """« plus de », « au moins », « jusqu’à », « environ »: which bound it is and the token after it."""
    for side, phrase in trade.bounds_by_opening.get(analysis.openings[i], ()) if i < limit else ():
        words: list[str] = []
        end = i
        while end < limit and len(words) < len(phrase):
            words += analysis.folds[end].split()
            end += 1
        if tuple(words) == phrase:
            return side, end
    return None


def bounded_after(analysis: Analysis, trade: Trade, i: int, limit: int) -> tuple[str, int] | None:
    """« 20 avions au plus », « 20 appareils maximum »: the bound that follows the thing counted."""
    found = _bound(analysis, trade, i, limit)
    return found if found and found[0] != "about" else None


def money(analysis: Analysis, i: int, limit: int) -> tuple[float, str, int] | None:
    """Return an amount, its currency and the token after it: « 2,3 milliards de dollars », « 120 M€ », « 500 millions d’euros »."""
    words, folds, doc = analysis.words, analysis.folds, analysis.doc
    if i >= limit:
        return None
    found = number(analysis, i, limit)
    if found is None:
        glued = _GLUED.fullmatch(doc[i].text)
        unit = _symbol(glued.group(2)) if glued else None
        return (float(glued.group(1).replace(",", ".")) * unit[0], unit[1], i + 1) if glued and unit else None
    value, end = found
    if end >= limit:
        return None
    unit = _symbol(doc[end].text)
    if unit:
        return value * unit[0], unit[1], end + 1
    if end + 1 < limit and doc[end].text in {"M", "Md", "Mds", "MM", "k"} and _symbol(doc[end + 1].text):
        symbol = _symbol(doc[end].text + doc[end + 1].text)
        return (value * symbol[0], symbol[1], end + 2) if symbol else None
    if end + 1 < limit and folds[end] in {"de", "d"}:
        end += 1
    if end < limit and folds[end] in words.currencies:
        return value, words.currencies[folds[end]], end + 1
    return None


def _symbol(text: str) -> tuple[float, str] | None:
    """« M€ », « Md$ », « € », « MDH »: how many times, and the currency."""
    match = re.fullmatch(r"(k|M|MM|Md|Mds)?(€|\$|£|¥|₽|USD|EUR|DH|MAD|FCFA|DA|DT)", text)
    if not match:
        return None
    currency = {
        "€": "EUR",
        "$": "USD",
        "£": "GBP",
        "¥": "CNY",
        "₽": "RUB",
        "DH": "MAD",
        "FCFA": "XOF",
        "DA": "DZD",
        "DT": "TND",
    }
    times = {"": 1.0, "k": 1e3, "M": 1e6, "MM": 1e6, "Md": 1e9, "Mds": 1e9}[match.group(1) or ""]
    return times, currency.get(match.group(2), match.group(2))
