"""Asks the dependency tree who does what, as one witness among several: « X, qui conduisait …, s’est envolé pour Y ».

The tree is Universal Dependencies' (de Marneffe et al. 2021). A subject is found along the path that the verb's own
construction prescribes (Bunescu & Mooney 2005 on shortest dependency paths): its own `nsubj`, the antecedent of « qui »,
the noun that a participle modifies, the subject of the verb that it is coordinated with or depends on. Whoever asks
weighs the answer against order and kinds of mention (`clauses`), since newswire is parsed wrong often.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.verb_groups import Verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus"})
_RELATIVES = frozenset({"qui", "lequel", "laquelle", "lesquels", "lesquelles"})
_SHARED = frozenset({"conj", "xcomp", "advcl", "parataxis"})
_DEEPEST = 5


def subject(analysis: Analysis, verb: Verb) -> int | None:
    """Return the token that heads the verb's subject, or None where the tree shows none."""
    tokens = analysis.doc
    for i in range(verb.head, verb.start - 1, -1):
        token = tokens[i]
        if token.pos_ in {"VERB", "AUX"}:
            found = _subject(analysis, token, _DEEPEST, frozenset(range(verb.start, verb.end)))
            if found is not None:
                return found.i
    return None


def _subject(analysis: Analysis, token: Token, depth: int, own: frozenset[int]) -> Token | None:
    for child in analysis.children[token.i]:
        if child.dep_ in _SUBJECTS and (child.i not in own or child.pos_ == "PRON"):
            if child.lower_ in _RELATIVES:
                return token.head if token.dep_.startswith("acl") else None
            return child
    if depth == 0 or token.dep_ == "ROOT":
        return None
    if token.dep_ in {"acl", "acl:relcl"} and "Part" in token.morph.get("VerbForm", []):
        return token.head
    if token.dep_ in _SHARED or token.head.i in own:
        return _subject(analysis, token.head, depth - 1, own) if token.head.pos_ in {"VERB", "AUX"} else None
    return None


def coordinated(analysis: Analysis, i: int) -> list[int]:
    """Return the tokens that the tree joins to token `i` with « et » or commas, in the order of the text."""
    found, waiting = [], [i]
    while waiting:
        token = analysis.doc[waiting.pop()]
        joined = [child.i for child in analysis.children[token.i] if child.dep_ == "conj"]
        found += joined
        waiting += joined
    return sorted(found)


def opening(analysis: Analysis, i: int) -> int:
    """Return the first token of what the tree hangs on token `i`, itself included."""
    first, waiting = i, [i]
    while waiting:
        token = waiting.pop()
        first = min(first, token)
        waiting += [child.i for child in analysis.children[token]]
    return first
