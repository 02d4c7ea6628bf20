"""Says where something is to be built: « à Kénitra », « près de Tanger », « dans le royaume », « au large de Bergen ».

The place must stand with the act or its thing; where the paper was signed is another matter. A name behind « à » that
nobody knows is a place, since nothing else stands there.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Draft
from dragoman.graph.reading.deals.acts import Acts
from dragoman.graph.reading.deals.kernels import Kernel
from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.products import Product

_AT = frozenset({"a", "en", "dans", "pres"})


def site(
    acts: Acts, kernel: Kernel, made: Product, remembered: tuple[Draft, int, int] | None = None
) -> tuple[Draft, int, int] | None:
    """Return the place where a product is built, with the tokens that name it."""
    for mention in made.places:
        if mention.draft and mention.kind == "Place" and mention.draft.country is None and not mention.draft.iri:
            continue
        if mention.draft and mention.kind in {"Place", "Country"}:
            return mention.draft, *mention.core
    start = min(kernel.head, made.lead)
    if kernel.verb is not None and "y" in kernel.verb.clitics:
        return _there(acts, kernel.verb.start) or remembered
    for chunk in acts.chunks.after(start, _limit(acts, kernel, made)):
        found = _place(acts, chunk)
        if found and not _behind_other(acts, kernel, chunk):
            return found
    if made.named is not None and acts.is_plant(made):
        return place_named(acts, *made.named), *made.named
    left = [c for c in acts.chunks.all if c.end <= start and c.lead <= acts.scene.first + 1]
    return _place(acts, left[0]) if left else None


def place_named(acts: Acts, start: int, end: int) -> Draft:
    """Return the place of a name that only its position explains."""
    return acts.analysis.met("Place", acts.analysis.text(start, end))


def _there(acts: Acts, before: int) -> tuple[Draft, int, int] | None:
    """« à Tarma …, qui y projetait »: the place that « y » takes up."""
    for chunk in reversed([c for c in acts.chunks.all if c.end <= before]):
        found = _place(acts, chunk)
        if found:
            return found
    return None


def _limit(acts: Acts, kernel: Kernel, made: Product) -> int:
    verb = kernel.verb
    if verb is not None and verb.start >= made.lead:
        return acts.clause_end(verb)
    for other in acts.verbs:
        if other.start >= max(kernel.end, made.last) and (other.finite or other.tense == "infinitive"):
            return other.start
    return acts.scene.last


def _behind_other(acts: Acts, kernel: Kernel, chunk: Chunk) -> bool:
    """Whether another verb is nearer to the place: « un contrat pour une usine, signé à Rabat »."""
    for verb in acts.verbs:
        if verb is kernel.verb or verb.start < kernel.head:
            continue
        if verb.end <= chunk.lead and verb.lemma in acts.trade.concluding:
            return True
        if (
            verb.end <= chunk.lead
            and verb.finite
            and verb is not kernel.verb
            and verb.start >= kernel.end
            and not kernel.verb
        ):
            return True
    return False


def _place(acts: Acts, chunk: Chunk) -> tuple[Draft, int, int] | None:
    analysis = acts.analysis
    if chunk.role not in _AT:
        return None
    if chunk.phrase:
        mention = chunk.phrase.mentions[0]
        if mention.draft and mention.kind in {"Place", "Country"}:
            return mention.draft, *mention.core
        return None
    thing = chunk.thing
    if thing is None or not thing.proper or thing.figure:
        return None
    located = analysis.doc[thing.head].ent_type_ == "LOC"
    if chunk.role == "dans" and located and thing.determiner in {"le", "la", "l"}:
        return place_named(acts, thing.begin, thing.end), thing.begin, thing.end
    if thing.determiner or chunk.role == "dans":
        return None
    word = analysis.doc[chunk.lead].text.lower()
    if (word not in {"à", "près"} and chunk.role != "pres") or any(
        analysis.doc[i].text[0].isdigit() for i in range(thing.begin, thing.end)
    ):
        return None
    return place_named(acts, thing.begin, thing.end), thing.begin, thing.end
