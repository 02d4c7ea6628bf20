"""Adds what the article says of an event in other words, further on: topics of talks, markets of a plant, who supplies.

« les entretiens … ont porté sur », « L’énergie et l’industrie étaient au menu », « La production de la future usine devrait
couvrir les besoins des marchés africains », « pour l’avion russe » (Russia is the supplier).
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.scenes import Event, Scene
from dragoman.graph.reading.topics import topics

_TALKS = frozenset(
    [
        "entretien",
        "entretiens",
        "echange",
        "echanges",
        "discussion",
        "discussions",
        "rencontre",
        "reunion",
        "audience",
        "pourparlers",
        "entrevue",
    ]
)
_BEARING = frozenset({"porter", "rouler", "tourner", "concentrer"})


def talk_topics(analysis: Analysis, events: list[Event]) -> None:
    """Give each meeting the topics of its talks, in its own sentence or in one that speaks of « leur échange »."""
    meetings = [e for e in events if e.kind == "Meeting"]
    for first, last in analysis.sentences:
        scene = Scene(analysis, first, last)
        for verb in scene.verbs:
            if verb.lemma not in _BEARING:
                continue
            noun = next((i for i in range(verb.start - 1, first - 1, -1) if analysis.folds[i] in _TALKS), None)
            begin = next((i for i in range(verb.end, min(last, verb.end + 4)) if analysis.folds[i] == "sur"), None)
            if noun is None or begin is None:
                continue
            own = [e for e in meetings if (first, last) in e.sentences and e.start <= verb.start]
            earlier = [e for e in meetings if e.start < first]
            candidates = own or earlier
            event = candidates[-1] if candidates else None
            if event is None:
                continue
            for start, end, words in topics(analysis, begin + 1, _end(scene, begin + 1)):
                event.add("topic", analysis.met("Topic", words), start, end)
                event.sentences.add((first, last))


def _end(scene: Scene, begin: int) -> int:
    """Where a list of topics ends: at a semicolon, or at a closing « , a précisé X »."""
    for i in range(begin, scene.last):
        if scene.analysis.doc[i].text == ";":
            return i
        if scene.analysis.doc[i].text == "," and any(v.start == i + 1 and not v.infinitive for v in scene.verbs):
            return i
    return scene.last


def markets(analysis: Analysis, events: list[Event]) -> None:
    """Give a deal the markets that its product is meant for, named beside it or where its product is taken up again."""
    deals = [e for e in events if e.kind == "Deal"]
    for first, last in analysis.sentences:
        for i in range(first, last - 1):
            if analysis.folds[i] not in {"marche", "marches"}:
                continue
            adjective = analysis.doc[i + 1]
            if adjective.pos_ != "ADJ" and not analysis.at(i + 1):
                continue
            deal = _deal_of(analysis, deals, first, last)
            if deal is not None:
                deal.add("target_market", analysis.met("Place", analysis.text(i, i + 2)), i, i + 2)
                deal.sentences.add((first, last))


def _deal_of(analysis: Analysis, deals: list[Event], first: int, last: int) -> Event | None:
    own = [d for d in deals if (first, last) in d.sentences]
    if own:
        return own[-1]
    for deal in reversed([d for d in deals if d.start < first]):
        heads = {analysis.lemmas[f.start] for f in deal.fills if f.slot == "product"}
        for i in range(first, last):
            definite = any(
                analysis.folds[j] in {"la", "le", "l", "cette", "ce", "les"} for j in range(max(first, i - 2), i)
            )
            if analysis.lemmas[i] in heads and definite:
                return deal
    return None


def suppliers(analysis: Analysis, events: list[Event]) -> None:
    """Name the state whose adjective the product bears as its supplier, where no supplier is stated."""
    for event in events:
        if event.kind != "Deal" or event.drafts("supplier"):
            continue
        for fill in [f for f in event.fills if f.slot == "product"]:
            for mention in analysis.mentions:
                if mention.kind == "Adjective" and mention.country and fill.start <= mention.start <= fill.end:
                    draft = analysis.known(mention.country)
                    if draft not in event.drafts("recipient"):
                        event.add("supplier", draft, mention.start, mention.end)


def one_product_each(events: list[Event]) -> list[Event]:
    """Part a deal over several products into one deal for each of them."""
    found: list[Event] = []
    for event in events:
        products = [f for f in event.fills if f.slot == "product"]
        if event.kind != "Deal" or len(products) < 2:
            found.append(event)
            continue
        for fill in products:
            part = Event(
                event.kind,
                event.frame,
                fill.start,
                event.end,
                set(event.sentences),
                [],
                event.status,
                event.certainty,
                event.when,
                [],
                list(event.stated_by),
            )
            part.fills = [f for f in event.fills if f.slot not in {"product", "quantity_min", "quantity_max"}] + [fill]
            found.append(part)
    return found
