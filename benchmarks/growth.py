"""Measures how whatever looks at the whole graph grows with it, and writes benchmarks/GROWTH.md.

The network, a dossier, the links and validation over 10,000 to 1,000,000 triples of the corpus, beside what their peers take
for the least of the same work; and every question with all that it takes, over stores of the corpus and over stores in which
all articles tell of one story, where a question that compares tellings with each other would show it.

    python benchmarks/growth.py
    python benchmarks/growth.py --quick     # a few triples, written nowhere
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyoxigraph as ox
from corpus_telling import tellings
from given import most, words
from graphs import SEED, filled
from measuring import QUICK, SIZES, by_turns, exponent, publish, seconds, shown

from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.linking.links import links
from dragoman.graph.network import build
from dragoman.graph.network.rows import question
from dragoman.graph.store import Store
from dragoman.graph.validation import comparable, validate
from dragoman.queries import catalogue
from dragoman.queries.asking import ask
from dragoman.queries.dossier import dossier

VALIDATED = 20
"""How many articles are validated, in a graph of each size."""
SMALL = (10_000, 100_000)
Acts = dict[str, Callable[[], object]]


def network_alone(store: Store, made: Any) -> object:
    """Ask the engine what the network is made of, and let networkx make one of the same nodes and edges."""
    import networkx

    for name in ("records", "happenings", "mentions", "passages", "articles"):
        for _ in store.engine.query(question(name), use_default_graph_as_union=True):  # type: ignore[union-attr]
            pass
    bare: Any = networkx.MultiDiGraph()
    bare.add_nodes_from(made)
    bare.add_edges_from(made.edges(keys=True))
    return bare


def shapes_alone(graphs: list[Any], shapes: Any) -> None:
    """Validate graphs with pyshacl alone."""
    import pyshacl

    for graph in graphs:
        pyshacl.validate(graph, shacl_graph=shapes, inference="none", advanced=False)


def prepared(store: Store, names: list[str]) -> list[Any]:
    """Return the graphs of articles with what is known of whom they name, as rdflib's."""
    import rdflib

    made = []
    for name in names:
        quads = list(store.quads(name))
        about = {str(getattr(term, "value", "")) for q in quads for term in (q.subject, q.object)}
        known = [q for iri in sorted(about) if iri.startswith("https://w3id.org/") for q in _known(store, iri)]
        data: Any = ox.serialize((q.triple for q in [*quads, *known]), format=ox.RdfFormat.N_TRIPLES)
        made.append(comparable(rdflib.Graph().parse(data=data, format="nt")))
    return made


def _known(store: Store, iri: str) -> list[ox.Quad]:
    graphs = {*store.lexicons(), *(g for g in store.graphs() if g.endswith("/links"))}
    found = store.engine.quads_for_pattern(ox.NamedNode(iri), None, None)
    return [q for q in found if str(getattr(q.graph_name, "value", "")) in graphs]


def whole(store: Store) -> dict[str, dict[str, float]]:
    """Return the times of what looks at a whole store, and of its peers."""
    import rdflib

    names = store.articles()[:VALIDATED]
    state = most(store, "?v dgm:destination ?it")
    made: list[Any] = []
    found: dict[str, dict[str, float]] = {}
    taken = seconds(lambda: made.append(build(store)))
    found["the network"] = {"ours": taken, "peer": seconds(lambda: network_alone(store, made[0]))}
    made.clear()
    found["a country's dossier"] = {"ours": seconds(lambda: dossier(store.query, state, "fr"))}
    articles = set(store.articles())
    known = load_lexicon().entries
    quads = [q for q in store.quads() if str(getattr(q.graph_name, "value", "")) in articles]
    found["all links anew"] = {"ours": seconds(lambda: links(quads, known))}
    shapes = rdflib.Graph().parse(data=files("dragoman.ontology").joinpath("shapes.ttl").read_text(encoding="utf-8"))
    list(validate(store, names[:1]))  # whatever is made once is made
    acts: Acts = {
        "ours": lambda: list(validate(store, names)),
        "peer": partial(shapes_alone, prepared(store, names), shapes),
    }
    found["an article validated"] = {who: taken / len(names) for who, taken in by_turns(acts, 1).items()}
    return found


def asked(store: Store) -> Acts:
    """Return each question with all that it takes."""

    def act(name: str, said: dict[str, str]) -> object:
        return list(ask(store.query, catalogue()[name], said).rows)  # type: ignore[union-attr]

    return {name: partial(act, name, words(store, one, everything=True)) for name, one in catalogue().items()}


def main() -> None:
    """Measure, print and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="TRIPLES")
    parser.add_argument("--quick", action="store_true", help="a few triples, to see that it runs; writes nothing")
    given = parser.parse_args()
    sizes = QUICK if given.quick else tuple(given.sizes)
    small = QUICK if given.quick else SMALL
    figures: dict[str, Any] = {}
    times: list[dict[str, dict[str, float]]] = []
    every: dict[str, list[dict[str, float]]] = {"the corpus": [], "one story": []}
    with TemporaryDirectory() as folder:
        for size in sorted({*sizes, *small}):
            with filled(Path(folder) / f"corpus{size}", size) as store:
                if size in sizes:
                    times.append(whole(store))
                if size in small:
                    every["the corpus"].append(by_turns(asked(store), 1 if given.quick else 2))
        for size in small:
            with filled(Path(folder) / f"story{size}", size, tellings(SEED, 10**9)) as store:
                every["one story"].append(by_turns(asked(store), 1 if given.quick else 2))
    lines = []
    for name in times[0]:
        ours = [one[name]["ours"] for one in times]
        last = times[-1][name]
        over = last["ours"] / last["peer"] if "peer" in last else None
        figures[name] = {"exponent": exponent(sizes, ours), "seconds": ours, "over": over}
        cells = [
            *(f"{t:.3f}" for t in ours),
            f"{figures[name]['exponent']:.2f}",
            shown(last.get("peer"), ".3f"),
            shown(over),
        ]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    rows = []
    for name in catalogue():
        cells = []
        for told in every.values():
            few, many = (one[name] for one in told)
            cells += [f"{few:.3f}", f"{many:.3f}", f"{exponent(small, [few, many]):.2f}"]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    figures["sizes"] = sizes
    kinds = [f"{kind}, {n:,}" if n else "exponent" for kind in every for n in (*small, 0)]
    page = f"""# How what looks at the whole graph grows

Seconds of the processor over articles of so many triples, and the exponent between: 1 is in proportion to the triples, 2 to their
square. Beside the largest stands a peer, where there is one for the least of the same work: the engine with the same SPARQL and
networkx with the same nodes and edges but nothing said of them; pyshacl with the same shapes over the same graphs. An article
is validated with what is known of whom it names, so its time should not grow at all.

| what | {" | ".join(f"{n:,}" for n in sizes)} | exponent | peer, {sizes[-1]:,} | ratio |
|---|{"---|" * (len(sizes) + 3)}
{os.linesep.join(lines)}

## Questions with all that they take

Each question asked about whoever and whatever the articles tell of most often, with every parameter: over the corpus, in which
stories are told by one to twelve articles, and over articles that all tell of one story.

| question | {" | ".join(kinds)} |
|---|{"---|" * len(kinds)}
{os.linesep.join(rows)}
"""
    publish("GROWTH", page, figures, given.quick)


if __name__ == "__main__":
    main()
