"""Decides which party is supplier and which recipient once all are gathered.

What the act says goes first; a paper that only joins two parties is decided by what they are: a company supplies a public
buyer, whoever is at home where the thing is built receives it, whoever's adjective the product bears supplies it, and only
then the order in which they are named.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.reading.clauses.scenes import Event
from dragoman.graph.reading.deals.actor import Actor
from dragoman.graph.reading.deals.kernels import Kernel
from dragoman.graph.reading.deals.parties import Sides, is_public


@dataclass(frozen=True)
class Parties:
    """The suppliers and the recipients of a deal."""

    suppliers: list[Actor] = field(default_factory=list)
    recipients: list[Actor] = field(default_factory=list)


def parties(
    kernel: Kernel,
    sides: Sides,
    home: str | None,
    origin: str | None,
    names: frozenset[str],
    plant: bool = False,
    mutual: bool = False,
    called_off: bool = False,
) -> Parties:
    """Return who supplies and who receives.

    Args:
        kernel: the act, paper or stage.
        sides: the parties as gathered.
        home: the country of the site, where one is known.
        origin: the country whose adjective the product bears.
        names: what begins the names of public buyers.
        plant: the product stays where it is put up.
        called_off: the deal is called off or approved, which its owner does.
        mutual: the act is one that two sides do together: they negotiate, they agree.
    """
    suppliers, recipients = list(sides.supplier), list(sides.recipient)
    agent, counterpart, both = list(sides.agent), list(sides.counterpart), list(sides.both)
    act_side = kernel.act.agent if kernel.act else kernel.stage.direct if kernel.stage else None
    if act_side == "either":
        act_side = "supplier" if plant else None
    if (
        len(agent) > 1
        and not counterpart
        and not suppliers
        and not recipients
        and (_differ(agent) or (mutual and not _same_country(agent)))
    ):
        both, agent = [*agent, *both], []
    supplied = mutual and kernel.act is not None and kernel.act.agent == "supplier" and agent and counterpart
    buyer = all(is_public(a, names) for a in agent) and not any(is_public(a, names) for a in counterpart)
    if supplied and buyer:
        both, agent, counterpart = [*agent, *counterpart], [], []  # « l’Office discute avec X de la livraison de »
    owner = (
        kernel.act is not None
        and kernel.act.built
        and called_off
        and not counterpart
        and not suppliers
        and not recipients
    )
    if owner and agent and all(is_public(a, names) for a in agent):
        both, agent = [*agent, *both], []  # « Djibouti a résilié la concession du terminal »
    if (
        kernel.act is None
        and mutual
        and not kernel.paper
        and all(is_public(a, names) for a in [*agent, *counterpart, *both])
    ):
        return Parties(suppliers, recipients)  # « les négociations entre A et B » say not which
    if act_side in {"supplier", "recipient"}:
        ahead, other = (suppliers, recipients) if act_side == "supplier" else (recipients, suppliers)
        _add(ahead, [a for a in agent if not _among(a, other)])
        _add(other, [a for a in counterpart if not _among(a, ahead)])
    else:
        both = [*agent, *counterpart, *both]
    both = [a for a in both if not _among(a, suppliers) and not _among(a, recipients)]
    _settle(both, suppliers, recipients, act_side, home, origin, names)
    return Parties(suppliers, recipients)


def add_parties(event: Event, found: Parties) -> None:
    """Give a deal the parties found, to each side that nobody stands on yet."""
    for slot, actors in (("supplier", found.suppliers), ("recipient", found.recipients)):
        if event.drafts(slot):
            continue
        for actor in actors:
            if actor.draft not in event.drafts("supplier" if slot == "recipient" else "recipient"):
                event.add(slot, actor.draft, actor.start, actor.end, actor.basis)


def _settle(
    both: list[Actor],
    suppliers: list[Actor],
    recipients: list[Actor],
    act_side: str | None,
    home: str | None,
    origin: str | None,
    names: frozenset[str],
) -> None:
    """Give each party that only stands beside another its side."""
    if not both:
        return
    if suppliers and not recipients:
        _add(recipients, both)
        return
    if recipients and not suppliers:
        _add(suppliers, both)
        return
    if suppliers and recipients:
        return
    unique: list[Actor] = []
    _add(unique, both)
    if len(unique) == 1:
        one = unique[0]
        supplies = not is_public(one, names)
        _add(suppliers if supplies else recipients, unique)
        return
    left, right = _by_kind(unique, names) or _by_country(unique, home, origin) or (None, None)
    if left is None or right is None:
        first, rest = unique[:1], unique[1:]
        left, right = (rest, first) if act_side == "recipient" else (first, rest)
    _add(suppliers, left)
    _add(recipients, right)


def _by_kind(both: list[Actor], names: frozenset[str]) -> tuple[list[Actor], list[Actor]] | None:
    public = [a for a in both if is_public(a, names)]
    private = [a for a in both if not is_public(a, names)]
    return (private, public) if public and private else None


def _by_country(both: list[Actor], home: str | None, origin: str | None) -> tuple[list[Actor], list[Actor]] | None:
    for country, receives in ((home, True), (origin, False)):
        if country is None:
            continue
        there = [a for a in both if (a.draft.iri if a.draft.kind == "Country" else a.draft.country) == country]
        elsewhere = [a for a in both if a not in there]
        if there and elsewhere:
            return (elsewhere, there) if receives else (there, elsewhere)
    if home is not None:
        foreign = [a for a in both if (a.draft.country or home) != home]
        unknown = [a for a in both if a.draft.country is None]
        if foreign and unknown and len(foreign) + len(unknown) == len(both):
            return foreign, unknown  # whoever comes from abroad builds
    return None


def _same_country(actors: list[Actor]) -> bool:
    countries = {a.draft.country for a in actors}
    return len(countries) == 1 and None not in countries


def _differ(actors: list[Actor]) -> bool:
    countries = {a.draft.iri if a.draft.kind == "Country" else a.draft.country for a in actors}
    return len(countries - {None}) > 1 or (None in countries and len({is_public(a) for a in actors}) > 1)


def _among(actor: Actor, some: list[Actor]) -> bool:
    return any(actor.draft is other.draft for other in some)


def _add(some: list[Actor], more: list[Actor]) -> None:
    some += [a for i, a in enumerate(more) if not _among(a, some) and not _among(a, more[:i])]
