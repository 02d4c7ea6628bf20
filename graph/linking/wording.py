"""Words as they are compared: two articles seldom name one product or subject in the same words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from dragoman.ontology.folding import fold


def words(name: str) -> str:
    """Return the words of a name as they are compared: folded, without function words, singular, cut to five letters.

    >>> words("protection de la pêche maritime"), words("12 avions Sukhoi Superjet 100")
    ('prote peche marit', '12 avion sukho super 100')
    """
    found = [_cut(word) for word in fold(name).split() if word not in _function_words()]
    return " ".join(found) or fold(name)


def _cut(word: str) -> str:
    return (word[:-1] if len(word) > 3 and word[-1] in "sx" else word)[:5] if word.isalpha() else word


@cache
def _function_words() -> frozenset[str]:
    import yaml

    text = files("dragoman.graph.linking").joinpath("function-words.yaml").read_text(encoding="utf-8")
    return frozenset(word for listed in yaml.safe_load(text).values() for word in map(str, listed))


def is_name(words_: str) -> bool:
    """Say whether the words for a product are, or hold, a name of its own.

    >>> is_name("Sukhoi Superjet 100"), is_name("camions Kamaz"), is_name("GNL"), is_name("Blé russe")
    (True, True, False, False)
    """
    tokens = words_.split()
    capital = any(token[0].isupper() and not token.isupper() for token in tokens[1:])
    return (
        capital
        or any(any(c.isdigit() for c in token) and not token.isdigit() for token in tokens)
        or (len(tokens) > 1 and tokens[-1].isdigit())
    )


def goods_keys(words_: str) -> set[str]:
    """Return keys of which two words for one product share one: head, last word, numbers, initials.

    >>> sorted(goods_keys("gaz natur liqui")), sorted(goods_keys("gnl"))
    (['gaz', 'gnl', 'liqui'], ['gnl'])
    """
    tokens = words_.split()
    found = {tokens[0], tokens[-1], *(t for t in tokens if any(c.isdigit() for c in t))}
    return found | ({initials(tokens)} if len(tokens) > 2 else set())


def initials(tokens: Sequence[str]) -> str:
    """Return the first letters of words, as an acronym has them."""
    return "".join(token[0] for token in tokens)
