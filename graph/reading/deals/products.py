"""Names what a deal is about: « une flotte de 12 à 20 avions de ligne de type X » is « avions de ligne de type X », 12 to 20.

Containers, acts and projects before the thing are stepped over, so that the name is the thing's and not the act's; its
complements are joined while they say of what sort it is (« usine de batteries », « train à grande vitesse »), not where it
stands, how large it is, what it costs or whose it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dragoman.graph.reading.analysis import Analysis, Mention
from dragoman.graph.reading.deals.chunks import Chunks
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.phrases import Chunk, Thing
from dragoman.graph.reading.deals.quantities import Count, bounded_after
from dragoman.graph.reading.people.institutions import acronym

_MOST_COMPLEMENTS = 4
_LONGEST = 11
_BOUND_TO = frozenset({"de", "a", "en"})


@dataclass(frozen=True, eq=False)
class Product:
    """A product as named.

    Attributes:
        start, end: the tokens of its name; `head` its head noun.
        figure: how many.
        lead: where the whole phrase begins, acts and figures included; `last` the token after all that belongs to it.
        places: places that its name or the acts before it mention.
        owners: actors that stand as its possessors (« l’usine du groupe X »).
        short: an acronym behind the name (« gaz naturel liquéfié (GNL) »).
        determiner: of the name, folded.
        earlier: the thing that a pronoun takes up and counts anew (« en a reçu six »).
        named: the tokens of a name behind « de », as of « la cimenterie de Tarma ».
    """

    start: int
    end: int
    head: int
    lead: int
    last: int
    figure: Count | None = None
    measured: bool = False
    proper: bool = False
    determiner: str = ""
    short: str | None = None
    named: tuple[int, int] | None = None
    places: list[Mention] = field(default_factory=list)
    owners: list[Chunk] = field(default_factory=list)
    earlier: Product | None = None


def product(chunks: Chunks, chunk: Chunk) -> Product | None:
    """Return the product that begins with a chunk, or None where it holds no thing but a size, a sum or an actor."""
    lead, figure = chunk.lead, None
    places: list[Mention] = []
    for _ in range(5):
        thing = chunk.thing
        if thing is None or thing.sized or thing.amount:
            return None
        if thing.figure:
            figure = thing.figure
        inner = _inside(chunks, chunk, places)
        if inner is None:
            break
        if not thing.figure and among(chunks.analysis, thing.head, chunks.trade.of("parts")):
            return _uncounted(chunks, inner, lead, places)
        chunk = inner
    thing = chunk.thing
    if thing is None or thing.sized or thing.amount:
        return None
    return _joined(chunks, chunk, thing, lead, figure, places)


def _uncounted(chunks: Chunks, chunk: Chunk, lead: int, places: list[Mention]) -> Product | None:
    """« la moitié des 40 blindés », « le premier de ses dix appareils »: a part of a count is no count."""
    made = product(chunks, chunk)
    return replace(made, figure=None, lead=lead, places=[*places, *made.places]) if made else None


def _inside(chunks: Chunks, chunk: Chunk, places: list[Mention]) -> Chunk | None:
    """« une flotte | de 12 avions », « l’implantation | dans le royaume | d’une usine »: the chunk that is the thing itself."""
    analysis, thing = chunks.analysis, chunk.thing
    if thing is None:
        return None
    act = chunks.listed(chunk, chunks.trade.act_nouns)
    holder = among(analysis, thing.head, chunks.trade.of("holders")) or chunks.listed(chunk, chunks.trade.stage_nouns)
    if not act and not holder:
        return None
    i = chunk.end
    while i < chunks.scene.last:
        following = chunks.at(i)
        if following is None or following.lead != i:
            return None
        if following.role == "de" and following.thing and not following.thing.amount:
            return None if following.thing.sized else following
        if following.role in {"a", "en", "dans", "pres"} and following.phrase and act:
            places += [m for m in following.phrase.mentions if m.kind in {"Place", "Country"}]
            i = following.end
            continue
        return None
    return None


def _joined(
    chunks: Chunks,
    chunk: Chunk,
    thing: Thing,
    lead: int,
    figure: Count | None,
    places: list[Mention],
) -> Product:
    """Join the complements that say of what sort the thing is, and step over those that say how large or whose."""
    analysis = chunks.analysis
    end, last, joined = thing.end, chunk.end, 0
    owners: list[Chunk] = []
    short = None
    named: tuple[int, int] | None = None
    i = chunk.end
    while i < chunks.scene.last:
        found = acronym(analysis, i) if analysis.doc[i].text == "(" and short is None and i == last else None
        if found:
            short, i = found[1], found[0]
            last = i
            continue
        following = chunks.at(i)
        if following is None or following.lead != i or following.role not in _BOUND_TO:
            break
        if following.phrase:
            mention = following.phrase.mentions[0]
            if (
                following.role == "de"
                and mention.kind == "Place"
                and joined < _MOST_COMPLEMENTS
                and len(following.phrase.mentions) == 1
            ):
                places.append(mention)
                end = last = i = following.end
                joined += 1
                continue
            if following.role == "de" and mention.kind in {"Company", "Country", "Agency", "Organization"}:
                owners.append(following)
                last = i = following.end
                continue
            break
        inner = following.thing
        if inner is None:
            break
        if (
            following.role == "de"
            and among(analysis, inner.head, chunks.trade.of("company_groups"))
            and _told(chunks, following)
        ):
            owners.append(following)  # « deux transformateurs du même fournisseur »
            last = i = following.end
            continue
        sized = inner.sized or inner.amount is not None or among(analysis, inner.head, chunks.trade.of("dimensions"))
        if following.role == "de" and sized:
            last = i = following.end
            if among(analysis, inner.head, chunks.trade.of("dimensions")):  # « d’une capacité de 300 MW »
                after = chunks.at(i)
                if (
                    after
                    and after.lead == i
                    and after.thing
                    and (after.thing.sized or after.thing.amount or after.thing.figure)
                ):
                    last = i = after.end
            continue
        if (
            not _sort(analysis, following, inner)
            or joined >= _MOST_COMPLEMENTS
            or following.end - thing.begin > _LONGEST
        ):
            break
        end = last = i = inner.end
        last = i = following.end
        joined += 1
        if following.role == "de" and inner.proper and not inner.determiner:
            named = (inner.begin, inner.end)
    bound = bounded_after(analysis, chunks.trade, last, chunks.scene.last) if figure else None
    if figure and bound:
        figure = Count(
            figure.least if bound[0] == "least" else None,
            figure.most if bound[0] == "most" else None,
            figure.start,
            figure.end,
        )
        last = bound[1]
    measured = figure is not None and any(
        among(analysis, k, chunks.trade.of("measures")) for k in range(figure.end, max(figure.end, thing.begin))
    )
    return Product(
        thing.begin,
        end,
        thing.head,
        lead,
        last,
        figure,
        measured,
        thing.proper,
        thing.determiner,
        short,
        named,
        places,
        owners,
    )


def _told(chunks: Chunks, chunk: Chunk) -> bool:
    """Whether a complement speaks of somebody told of: it has an article, or « de » holds one (« du »)."""
    assert chunk.thing is not None
    return bool(chunk.thing.determiner) or chunks.analysis.folds[chunk.lead] == "du"


def _sort(analysis: Analysis, chunk: Chunk, thing: Thing) -> bool:
    """Whether a complement says of what sort the thing is: « de batteries », « à grande vitesse », « en eau profonde »."""
    if chunk.role == "de":
        return not (thing.figure and not analysis.doc[thing.begin].text[0].isupper()) and thing.determiner not in {
            "un",
            "une",
        }
    plain = analysis.folds[chunk.lead] in {"a", "en"} and not thing.determiner and not thing.figure
    return plain and not thing.proper and analysis.doc[thing.begin].pos_ in {"NOUN", "ADJ"}
