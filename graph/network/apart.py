"""Tells apart what bears the same name: four visits of one minister by where they led and when, ministries by their country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.graph.network.sentences import Things, named, slot, unmarked
from dragoman.graph.network.words import words


def tell_apart(nodes: Mapping[str, dict[str, Any]], things: Things) -> None:
    """Add in each language to the `labels` that several of `nodes` share, in brackets, as much as tells them apart.

    What that may be, and in which order, stands in `words.yaml`; nodes that nothing tells apart get all of it.
    """
    for lang in sorted({lang for node in nodes.values() for lang in node["labels"]}):
        for those in _alike(nodes.values(), lang):
            names = words()["apart"].get(those[0]["kind"], ("country",))
            for most in range(1, len(names) + 1):
                told = [
                    _bracketed(node["labels"][lang], _more(node, names[:most], things, lang), lang) for node in those
                ]
                if len(set(told)) == len(those):
                    break
            for node, label in zip(those, told, strict=True):
                node["labels"][lang] = label


def _alike(nodes: Iterable[Mapping[str, Any]], lang: str) -> list[list[Mapping[str, Any]]]:
    found: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for node in nodes:
        if lang in node["labels"]:
            found[node["kind"], node["labels"][lang]].append(node)
    return [those for those in found.values() if len(those) > 1]


def _more(node: Mapping[str, Any], names: Iterable[str], things: Things, lang: str) -> list[str]:
    if node["kind"] in words()["apart"]:
        return [text for name in names if (text := slot(node["statements"][-1], name, things, lang))]
    country = things.get(node["country"])
    return [named(country.labels, lang)] if country else []


def _bracketed(label: str, parts: Iterable[str], lang: str) -> str:
    new = [part for part in map(unmarked, parts) if part not in label]
    grammar = words()["grammar"].get(lang) or words()["grammar"]["fr"]
    return f"{label} ({grammar['comma'].join(new)})" if new else label
