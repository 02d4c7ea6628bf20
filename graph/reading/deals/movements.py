"""Says what one verb over an act makes of it: « a conclu », « va augmenter ses livraisons », « ont atteint 4 millions de tonnes »."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.graph.reading.deals.kernels import Kernel
from dragoman.graph.reading.deals.predicates import Predicate


@dataclass(frozen=True)
class Told:
    """A status with its certainty; or, where `refused` says why, none."""

    status: str | None
    certainty: str = "Asserted"
    refused: str | None = None


def refuse(reason: str) -> Told:
    """Return that a candidate is no deal."""
    return Told(None, refused=reason)


def done(kernel: Kernel) -> str:
    """The status of an act that is told as done; a volume that was sold or bought was shipped."""
    if kernel.act is None:
        return "Signed"
    shipped = kernel.act.name in {"sell", "buy"} and not (kernel.verb and kernel.verb.reflexive)
    if shipped and any(p.measured for p in kernel.products):
        return "Delivered"
    return kernel.act.done


def concluded(verb: Predicate | None, certainty: str) -> tuple[str, str]:
    """Return how far a verb that concludes a paper has brought it, and how sure that is."""
    if verb is None or verb.tense in {"past", "present", "perfect", "participle", "infinitive", "gerund"}:
        return (
            ("Proposed", "Conditional")
            if verb is not None and "pouvoir" in verb.modals
            else ("Agreed", certainty)
            if verb is not None and "devoir" in verb.modals
            else ("Signed", certainty)
        )
    if verb.tense == "hearsay":
        return "Signed", "Conditional"
    if verb.tense == "conditional":
        return "Proposed", "Conditional"
    return "Agreed", certainty


def moved(kernel: Kernel, verb: Predicate | None) -> Told:
    """« va augmenter ses livraisons », « a repris ses achats »: an act that goes on, faster or again; a mere rate is statistics."""
    if verb is None or verb.tense in {"infinitive", "gerund", "participle"}:
        return Told(None)
    if verb.tense == "conditional" or "pouvoir" in verb.modals:
        return Told("Proposed", "Conditional")
    if verb.tense == "future" or "devoir" in verb.modals:
        return Told("Agreed")
    resumed = verb.lemma in {"reprendre", "relancer"}
    if resumed or any(p.figure for p in kernel.products):
        return Told(done(kernel), "Conditional" if verb.tense == "hearsay" else "Asserted")
    return refuse("only how much more is told")


def reached(verb: Predicate | None) -> tuple[str | None, str]:
    """« ont atteint 4 millions de tonnes » was shipped, « portera à 3 milliards » is to be."""
    if verb is None or verb.tense in {"infinitive", "gerund", "participle"}:
        return None, "Asserted"
    if verb.tense == "conditional" or "pouvoir" in verb.modals:
        return "Proposed", "Conditional"
    if verb.tense == "future" or "devoir" in verb.modals:
        return "Agreed", "Asserted"
    return "Delivered", "Conditional" if verb.tense == "hearsay" else "Asserted"
