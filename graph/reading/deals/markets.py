"""Reads the markets that a deal's product is meant for: « destinée aux marchés andins », « tournée vers l’Europe ».

They stand beside the product or where it is taken up again (« La production de la future usine … couvrir les besoins des
marchés andins »).
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.scenes import Event
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.trade import Trade

_REGIONS = frozenset({"Place", "Country"})
_BACK = 3


def markets(analysis: Analysis, trade: Trade, events: list[Event]) -> None:
    """Give a deal the markets that its product is meant for."""
    deals = [e for e in events if e.kind == "Deal"]
    if not deals:
        return
    if not deals:
        return
    order = {s: i for i, s in enumerate(analysis.sentences)}
    for sentence in analysis.sentences:
        first, last = sentence
        for i in range(first, last - 1):
            if analysis.folds[i] in trade.of("market_words"):
                _named_market(analysis, trade, deals, order, sentence, i)
            elif _bound(analysis, trade, i):
                _region(analysis, trade, deals, order, sentence, i)


def _named_market(
    analysis: Analysis,
    trade: Trade,
    deals: list[Event],
    order: dict[tuple[int, int], int],
    sentence: tuple[int, int],
    i: int,
) -> None:
    """« marchés européen et africain » are two, « marché local » is one, « le marché de 40 trains » is none."""
    ends = _adjectives(analysis, i, sentence[1])
    before = analysis.folds[max(sentence[0], i - 3) : i]
    if not ends or not (set(before) & {"a", "au", "aux", "vers", "le", "les", "des", "du", "sur"}):
        return
    deal = _deal_of(analysis, trade, deals, order, sentence, i)
    if deal is None:
        return
    word = analysis.doc[i].text
    for start, end in ends:
        name = analysis.text(i, end) if start == i + 1 else f"{word} {analysis.text(start, end)}"
        if len(ends) > 1:
            name = f"marché {analysis.text(start, end)}"
        deal.add("target_market", analysis.met("Place", name), i, end)
    deal.sentences.add(sentence)


def _adjectives(analysis: Analysis, i: int, last: int) -> list[tuple[int, int]]:
    found, j = [], i + 1
    while j < last and (
        analysis.doc[j].pos_ == "ADJ" or ((found_at := analysis.at(j)) is not None and found_at.kind == "Adjective")
    ):
        found.append((j, j + 1))
        if (
            j + 2 < last
            and (analysis.folds[j + 1] == "et" or analysis.doc[j + 1].text == ",")
            and analysis.doc[j + 2].pos_ == "ADJ"
        ):
            j += 2
        else:
            break
    return found


def _bound(analysis: Analysis, trade: Trade, i: int) -> bool:
    """« destinée à », « exporter vers », « à destination de »."""
    lemma = trade.forms.get(analysis.folds[i], analysis.lemmas[i])
    return lemma in {"destiner", "tourner", "orienter", "dedier", "exporter", "ecouler", "desservir"}


def _region(
    analysis: Analysis,
    trade: Trade,
    deals: list[Event],
    order: dict[tuple[int, int], int],
    sentence: tuple[int, int],
    i: int,
) -> None:
    """« tournée vers l’Europe », « exportée vers l’Afrique de l’Ouest »."""
    for j in range(i + 1, min(sentence[1], i + 5)):
        mention = analysis.at(j)
        if mention and mention.start == j and mention.kind in _REGIONS and mention.draft:
            lead = analysis.folds[i + 1 : j]
            deal = _deal_of(analysis, trade, deals, order, sentence, i)
            built = deal is not None and any(f.slot == "site" for f in deal.fills)
            if deal is not None and built and set(lead) & {"vers", "a", "au", "aux", "en"}:
                deal.add("target_market", mention.draft, *mention.core)
                deal.sentences.add(sentence)
            return


def _deal_of(
    analysis: Analysis,
    trade: Trade,
    deals: list[Event],
    order: dict[tuple[int, int], int],
    sentence: tuple[int, int],
    i: int,
) -> Event | None:
    """Return the deal told in this sentence before token `i`, or whose product this sentence takes up."""
    own = [d for d in deals if sentence in d.sentences]
    if own:
        earlier = [d for d in own if d.start <= i]
        return (earlier or own)[-1]
    here = order[sentence]
    for deal in reversed([d for d in deals if d.start < sentence[0]]):
        if here - max((order[s] for s in deal.sentences if s in order), default=here) > _BACK:
            continue
        heads = {
            analysis.lemmas[k]
            for f in deal.fills
            if f.slot == "product"
            for k in range(f.start, f.end)
            if analysis.doc[k].pos_ == "NOUN"
        }
        for k in range(sentence[0], sentence[1]):
            definite = any(
                analysis.folds[j] in {"la", "le", "l", "cette", "ce", "les"} for j in range(max(sentence[0], k - 2), k)
            )
            if definite and analysis.lemmas[k] in heads and among(analysis, k, trade.of("goods")):
                return deal
    return None
