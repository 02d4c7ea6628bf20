"""Says how far a deal has come: from the tense of the act itself and from what stands over it.

The outermost word decides: « a renoncé à signer le contrat » is cancelled, « souhaite signer » is a wish, « un contrat
pour la livraison de » without more is signed. What is denied, only asked or bound to a condition is no deal, and says why.
"""

from __future__ import annotations

from dragoman.graph.reading.deals.chunks import Chunks
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.kernels import Kernel
from dragoman.graph.reading.deals.movements import Told, concluded, done, moved, reached, refuse
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.deals.products import Product
from dragoman.graph.reading.deals.rungs import Rung
from dragoman.graph.reading.deals.trade import STATUSES

_RANK = {status: i for i, status in enumerate(STATUSES)}
_OWN = frozenset({"sa", "son", "ses", "leur", "leurs", "la", "le", "l", "cette", "ce"})
_PRESUPPOSING = frozenset({"apres", "depuis", "lors", "par"})
_NO_PAPER_YET = frozenset(
    {
        "appel",
        "marche",
        "chantier",
        "permis",
        "licence",
        "concession",
        "bail",
        "partenariat",
        "coentreprise",
        "joint",
        "entente",
    }
)


def rank(status: str | None) -> int:
    """Return how far a status is; Cancelled is the farthest."""
    return _RANK.get(status or "", -1)


def told(chunks: Chunks, kernel: Kernel, rungs: list[Rung]) -> Told:
    """Return how far the kernel's deal has come."""
    found = _itself(chunks, kernel)
    if found.refused and not (kernel.verb is not None and kernel.verb.tense == "infinitive" and rungs):
        return found
    status, certainty, paper = found.status, found.certainty, kernel.paper
    decided = found.status is not None and kernel.verb is not None and kernel.verb.tense != "infinitive"
    under = any(r.kind == "under" for r in rungs)
    tender = chunks.analysis.lemmas[kernel.head] == "appel" or any(
        r.kind == "paper" and chunks.analysis.lemmas[r.at] == "appel" for r in rungs
    )
    for rung in rungs:
        verb = rung.verb
        if _without(rung):
            return refuse("none is said to exist")
        dead = verb is not None and rung.stage is not None and verb.lemma == "etre" and rung.stage.status == "Cancelled"
        litotes = verb is not None and verb.lemma in chunks.trade.of("litotes")
        if verb is not None and verb.negated and not dead and not litotes:
            if rung.subject_of and status in {"Interest", "Proposed", "Negotiation"} and rung.kind != "denying":
                continue  # « les négociations n’ont pas abouti »: they are still negotiations
            return refuse("it is negated")
        if rung.kind == "under":
            status, decided, paper = ("Signed" if rank(status) < rank("Signed") else status), True, True
            continue
        if rung.kind == "denying":
            return refuse("it is denied")
        if rung.kind == "paper":
            paper = True
            status, decided = ("Signed" if _assumed(chunks, rung) else status), decided or _assumed(chunks, rung)
        elif rung.kind == "stage" and rung.stage is not None:
            made = _staged(rung, status, kernel)
            if made.refused:
                return made
            status, decided = ("Signed" if under and made.status == "Agreed" else made.status), True
            certainty = made.certainty if made.certainty != "Asserted" else certainty
        elif rung.kind == "concluding":
            ordered = kernel.act is not None and kernel.act.name == "order"
            if not paper and rung.side == "both" and not _bare_signing(rung) and not ordered:
                return refuse("nothing is said to be signed")
            principle = any(r.stage and r.stage.name == "agrees" and r.chunk for r in rungs)
            status, certainty = concluded(verb, certainty)
            if status == "Signed" and principle:
                status = "Agreed"  # « ont conclu un accord de principe »
            if status == "Signed" and rung.side == "supplier" and tender:
                status = "Agreed"  # « a remporté l’appel d’offres »: chosen, but nothing is signed yet
            decided = True
        elif rung.kind == "scheduled":
            status = "Proposed" if kernel.act and kernel.act.built and not paper else "Agreed"
            decided = True
        elif rung.kind == "happened":
            status, decided = _happened(kernel, verb), True
        elif rung.kind == "reaching" and kernel.act is not None and not kernel.act.built:
            status, certainty = reached(verb)
            decided = status is not None
        elif rung.kind == "moving" and not decided and kernel.act is not None:
            going = moved(kernel, verb)
            if going.refused:
                return going
            status, certainty, decided = going.status, going.certainty, going.status is not None
        elif rung.kind == "stalled" and not decided:
            return refuse("it is only said to be put off")
        elif rung.kind == "telling" and litotes and kernel.act is not None:
            status, decided = "Interest", True  # « n’exclut pas d’acheter »
        elif rung.kind == "telling" and not decided and kernel.verb is None:
            status, decided = ("Proposed" if tender else _announced(kernel, verb)), True
    if not decided:
        return _bare(chunks, kernel)
    return Told(status, certainty)


def _itself(chunks: Chunks, kernel: Kernel) -> Told:
    """What the act's own verb says, where it is a verb: done, to come, perhaps."""
    act, verb = kernel.act, kernel.verb
    if verb is None:
        if kernel.chunk and kernel.chunk.thing and kernel.chunk.thing.determiner in {"aucun", "aucune"}:
            return refuse("none is said to exist")
        if kernel.paper:
            return Told("Signed" if not _no_paper(chunks, kernel) else None)
        return Told(kernel.stage.status if kernel.stage else None)
    if verb.negated:
        given_up = (
            act is not None
            and act.built
            and verb.tense == "future"
            and any(p.determiner in _OWN for p in kernel.products)
        )
        return Told("Cancelled") if given_up else refuse("it is negated")
    if act is None:
        status = kernel.stage.status if kernel.stage else None
        return Told(
            status, "Conditional" if verb.tense in {"conditional", "hearsay"} and status != "Interest" else "Asserted"
        )
    shipped = done(kernel)
    if verb.tense == "infinitive":
        return refuse("nothing says how far it has come")
    if verb.tense == "hearsay":
        return Told(shipped, "Conditional")
    if verb.tense == "conditional" or "pouvoir" in verb.modals:
        return Told("Proposed", "Conditional")
    if verb.tense == "future" or "devoir" in verb.modals:
        return Told("Agreed")
    if verb.tense == "present":
        return _now(chunks, kernel, shipped)
    if verb.tense == "gerund":
        return refuse("nothing says how far it has come")
    return Told(shipped)


def _now(chunks: Chunks, kernel: Kernel, shipped: str) -> Told:
    """« livre 12 hélicoptères » in a headline is done; « construit une centrale » is under way; « vend des armes » is a habit."""
    act = kernel.act

    def plant(made: Product) -> bool:
        return among(chunks.analysis, made.head, chunks.trade.of("plants")) is not None

    if act is not None and act.name in {"make", "run", "equip"}:
        return refuse("it tells a habit, not a deal")
    if act is not None and act.built and act.name != "put-in-service":
        return Told("Delivered" if kernel.verb and kernel.verb.passive else "Signed")
    counted = any(p.figure or p.proper or p.determiner in {"un", "une"} or plant(p) for p in kernel.products)
    return Told(shipped) if counted else refuse("it tells a habit, not a deal")


def _staged(rung: Rung, below: str | None, kernel: Kernel) -> Told:
    stage, verb = rung.stage, rung.verb
    assert stage is not None
    if stage.status == "Cancelled":
        if (
            verb is None
            or verb.tense in {"past", "present", "perfect", "participle"}
            or (verb.tense == "infinitive" and not verb.modals)
        ):
            return Told("Cancelled")
        if verb.tense == "hearsay":
            return Told("Cancelled", "Conditional")
        return refuse("calling it off is only spoken of")
    if stage.name == "under-way":
        if kernel.act and not kernel.act.built:
            return Told(done(kernel))
        return Told("Signed" if verb is None or verb.tense not in {"future", "conditional"} else "Agreed")
    if verb is not None and verb.lemma in {"appreter", "preparer"} and verb.tense == "conditional":
        return Told(stage.status, "Conditional")
    if verb is not None and verb.tense == "conditional" and stage.status not in {"Interest"}:
        return Told("Proposed" if stage.status == "Agreed" else stage.status, "Conditional")
    if verb is not None and verb.tense == "hearsay":
        return Told(stage.status, "Conditional")
    if stage.name == "plans" and below in {"Signed"} and verb is None and rung.chunk is None:
        return Told(below)
    return Told(stage.status)


def _happened(kernel: Kernel, verb: Predicate | None) -> str:
    if verb is not None and verb.tense in {"future", "conditional"}:
        return "Agreed"
    return done(kernel)


def _announced(kernel: Kernel, verb: Predicate | None) -> str | None:
    """« a annoncé la livraison de », « a effectué la livraison »: a purchase that is announced is agreed, a delivery is made."""
    if kernel.act is None:
        return kernel.stage.status if kernel.stage else "Signed"
    if verb is not None and verb.tense in {"future", "conditional"}:
        return "Agreed"
    if kernel.act.name in {"deliver", "import", "give", "order", "put-in-service"}:
        return kernel.act.done
    return "Agreed"


def _bare(chunks: Chunks, kernel: Kernel) -> Told:
    """A noun over which nothing stands: presupposed after « après », a headline of its own, or no statement at all."""
    chunk = kernel.chunk
    if kernel.paper and not _no_paper(chunks, kernel):
        return Told("Signed")
    if kernel.stage is not None and kernel.act is None:
        return Told(kernel.stage.status)
    if kernel.act is not None and kernel.act.name == "order" and kernel.products:
        return Told("Signed")
    if kernel.act is not None and chunk is not None:
        if chunk.role in _PRESUPPOSING and kernel.products:
            return Told(done(kernel))
        opens = chunk.lead <= chunks.scene.first + 1 or chunks.analysis.doc[chunk.lead - 1].text in {":", "–", "—"}
        if opens and not chunks.scene.verbs and kernel.products:
            return Told(done(kernel) if kernel.act.name != "build" else "Proposed")
    return refuse("nothing says how far it has come")


def _without(rung: Rung) -> bool:
    """« aucun contrat », « sans accord »."""
    if rung.chunk is None or rung.chunk.thing is None:
        return False
    return rung.chunk.thing.determiner in {"aucun", "aucune"} or rung.chunk.role == "sans"


def _assumed(chunks: Chunks, rung: Rung) -> bool:
    """Whether a paper that is named exists: a contract does, a call for tenders or a market need not."""
    return chunks.analysis.lemmas[rung.at] not in _NO_PAPER_YET and chunks.analysis.folds[rung.at] not in _NO_PAPER_YET


def _no_paper(chunks: Chunks, kernel: Kernel) -> bool:
    return chunks.analysis.lemmas[kernel.head] in _NO_PAPER_YET or chunks.analysis.folds[kernel.head] in _NO_PAPER_YET


def _bare_signing(rung: Rung) -> bool:
    """« vient de signer avec X pour une ligne »: a signing that names no paper."""
    return rung.verb is not None and rung.verb.lemma in {"signer", "conclure"}
