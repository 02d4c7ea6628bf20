"""Holds which preposition gives a phrase which role: « au profit de » as « pour » does, « en provenance de » an origin.

The table is data (`prepositions` in deals.yaml), so that a language's prepositions are extended without touching code;
the roles are the code's own, and an entry for a role that nothing asks for is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from dragoman.graph.iris import fold
from dragoman.ontology.errors import LexiconError

ROLES = frozenset(
    [
        "a", "de", "par", "avec", "en", "dans", "entre", "sur", "pour", "chez", "contre", "selon", "depuis", "apres",
        "avant", "sous", "sans", "lors", "devant", "parmi", "envers", "sauf", "malgre", "pendant", "outre", "hors",
        "aupres", "compte", "provenance", "pres", "together", "cadre", "topic", "presence", "worth", "exchange",
        "time", "until", "terms", "field",
    ]
)  # fmt: skip


@dataclass(frozen=True)
class Roles:
    """The roles of prepositions, by their one word or by their several words, folded."""

    simple: dict[str, str]
    complex: dict[tuple[str, ...], str]
    openings: frozenset[str]


def parse_roles(raw: Any, node: Any, name: str) -> Roles:
    """Return the roles of a table from role to prepositions.

    Raises:
        LexiconError: a role is unknown, its prepositions are no list of phrases, or a preposition has two roles.

    >>> table = "a: [à, à destination de]"
    >>> parse_roles(yaml.safe_load(table), yaml.compose(table), "fr/deals.yaml").complex
    {('a', 'destination', 'de'): 'a'}
    """
    if not isinstance(raw, dict) or not isinstance(node, yaml.MappingNode):
        line = node.start_mark.line + 1
        raise LexiconError(f"{name}, line {line}: «prepositions» is a table from role to a list of prepositions.")
    said: dict[tuple[str, ...], str] = {}
    for (role, phrases), (key, _) in zip(raw.items(), node.value, strict=True):
        reason = _fault(role, phrases, said)
        if reason:
            raise LexiconError(f"{name}, line {key.start_mark.line + 1}: this entry is malformed: {reason}.")
        said |= {tuple(fold(p).split()): role for p in phrases}
    several = {words: role for words, role in said.items() if len(words) > 1}
    return Roles(
        {words[0]: role for words, role in said.items() if len(words) == 1},
        several,
        frozenset(words[0] for words in several),
    )


def _fault(role: Any, phrases: Any, said: dict[tuple[str, ...], str]) -> str | None:
    if role not in ROLES:
        return f"no role is called «{role}»"
    if not isinstance(phrases, list) or not all(isinstance(p, str) and 1 <= len(fold(p).split()) <= 4 for p in phrases):
        return f"«{role}» needs a list of prepositions of one to four words"
    twice = next((p for p in phrases if tuple(fold(p).split()) in said), None)
    return f"«{twice}» has a role already" if twice else None
