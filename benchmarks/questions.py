"""Measures each question over 10,000 to 1,000,000 triples: Dragoman, the engine alone, and rdflib where it comes to an end.

The articles are the corpus's, as if they had been read without a fault (`graphs.py`). Each question is asked by the engine
alone, which writes its answer as TSV, and by Dragoman, which finds names, binds them and writes the same, by turns in one
process; rdflib's memory store is asked in a process of its own, of the smallest graph alone, and given up after some seconds.

    python benchmarks/questions.py
    python benchmarks/questions.py --quick      # a few triples, written nowhere
"""

from __future__ import annotations

import argparse
import os
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyoxigraph as ox
from given import terms, words
from graphs import filled
from measuring import QUICK, SIZES, by_turns, exponent, in_child, publish, shown

from dragoman.graph.store import Store
from dragoman.ontology.namespaces import PREFIXES
from dragoman.queries.asking import ask
from dragoman.queries.catalogue import catalogue
from dragoman.queries.question import Question
from dragoman.queries.results import serialise

TURNS = 5
ENOUGH = 1.5
"""Seconds after which a question is not asked again."""
LIMIT = 1.15
PATIENCE = 5
"""Seconds of the processor that rdflib has for one question."""


def engine(store: Store, one: Question, terms: dict[str, Any]) -> bytes:
    """Return the answer as the engine writes it."""
    solutions: Any = store.engine.query(
        one.text,
        prefixes=dict(PREFIXES),
        use_default_graph_as_union=True,
        substitutions={ox.Variable(name): term for name, term in terms.items()},
    )
    return solutions.serialize(format=ox.QueryResultsFormat.TSV) or b""


def dragoman(store: Store, one: Question, said: dict[str, str]) -> bytes:
    """Return the answer as Dragoman writes it."""
    return serialise(ask(store.query, one, said), "tsv")


def measure(store: Store, turns: int) -> dict[str, dict[str, float]]:
    """Return for each question how many rows it has, and the median times of the engine alone and of Dragoman."""
    found = {}
    for name, one in catalogue().items():
        said = words(store, one, everything=False)
        bound = terms(store, one, said)
        alone, ours = f"{name} alone", f"{name} ours"
        acts = {
            alone: partial(engine, store, one, bound),
            ours: partial(dragoman, store, one, said),
        }
        rows = engine(store, one, bound).count(b"\n") - 1
        taken = by_turns(acts, turns, ENOUGH)
        found[name] = {"rows": rows, "engine": taken[alone], "dragoman": taken[ours]}
    return found


def of_rdflib(folder: str) -> dict[str, float]:
    """Return the seconds that each question takes rdflib's memory store; those that it does not end in time are left out."""
    import signal

    import rdflib
    from measuring import seconds

    with Store.open(folder) as store:
        data = store.to_rdflib()
        bound = {name: terms(store, one, words(store, one, everything=False)) for name, one in catalogue().items()}

    def over(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, over)
    known = dict(PREFIXES)
    found = {}
    for name, one in catalogue().items():
        given: Any = {key: rdflib.util.from_n3(str(term)) for key, term in bound[name].items()}

        def act(one: Question = one, given: Any = given) -> object:
            return list(data.query(one.text, initNs=known, initBindings=given))

        signal.setitimer(signal.ITIMER_PROF, PATIENCE)
        try:
            found[name] = seconds(act)
        except Exception:  # whatever it stumbles over, it gives no answer
            continue
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    return found


def main() -> None:
    """Measure, print and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="TRIPLES")
    parser.add_argument("--quick", action="store_true", help="a few triples, to see that it runs; writes nothing")
    given = parser.parse_args()
    sizes = QUICK if given.quick else tuple(given.sizes)
    held, times = [], []
    with TemporaryDirectory() as folder:
        for size in sizes:
            with filled(Path(folder) / str(size), size) as store:
                held.append(len(store))
                times.append(measure(store, 1 if given.quick else TURNS))
        theirs = {} if given.quick else in_child("questions", f"of_rdflib({str(Path(folder) / str(sizes[0]))!r})")
    lines: list[str] = []
    figures: dict[str, Any] = {}
    for name in catalogue():
        each = [one[name] for one in times]
        slope = exponent(sizes, [one["engine"] for one in each])
        ratios = [one["dragoman"] / one["engine"] for one in each]
        figures[name] = {"exponent": slope, "engine": each[-1]["engine"], "ratio": ratios[-1]}
        cells = [f"{each[-1]['rows']:,}", *(f"{one['engine']:.3f}" for one in each), *(f"{r:.2f}" for r in ratios)]
        lines.append(f"| {name} | {' | '.join(cells)} | {slope:.2f} | {shown(theirs.get(name))} |")
    every = [sum(one[name]["engine"] for name in catalogue()) for one in times]
    over = [sum(one[name]["dragoman"] for name in catalogue()) / all_ for one, all_ in zip(times, every, strict=True)]
    lines.append(
        f"| all | | {' | '.join(f'{t:.3f}' for t in every)} | {' | '.join(f'{r:.2f}' for r in over)} | "
        f"{exponent(sizes, every):.2f} | |"
    )
    heads = [f"engine, {n:,}" for n in sizes] + [f"over it, {n:,}" for n in sizes]
    page = f"""# How long the questions take

Each question over articles of {", ".join(f"{n:,}" for n in sizes)} triples ({", ".join(f"{n:,}" for n in held)} with the lexicon and
the links), in seconds of the processor: the engine alone with the same SPARQL, from disk, and how many times that Dragoman
takes, from words to TSV (at most {LIMIT} is asked where there is anything to do). Medians of up to {TURNS} turns, one after the other in one
process. The exponent says how the engine's time grows: 1 is in proportion to the triples. rdflib's memory store answers the
same SPARQL over the smallest graph, where it does so within {PATIENCE} s. A question without whom it is about is asked of everything.

| question | rows | {" | ".join(heads)} | exponent | rdflib, {sizes[0]:,} |
|---|---{"|---" * (len(heads) + 2)}|
{os.linesep.join(lines)}
"""
    figures["all"] = {"exponent": exponent(sizes, every), "sizes": sizes, "seconds": every}
    publish("QUESTIONS", page, figures, given.quick)


if __name__ == "__main__":
    main()
