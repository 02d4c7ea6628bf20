"""Measures how well and how fast articles are read, and writes benchmarks/READING.md.

python benchmarks/reading.py [--quick]    # --quick: the shortest of each set, no timing, nothing written
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

from baselines import co_occurrence
from gold import BUILT_IN, Figures, figures, sets, write
from pace import first_record, growth, pace

from dragoman.graph.article import Article
from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.reading.pipeline import pipeline
from dragoman.graph.reading.understanding import COMPONENTS, understand
from dragoman.graph.records import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

PAGE = Path(__file__).with_name("READING.md")
STATISTICS = ("parser", "ner")
"""The model's own components of which it is shown what the figures are without them."""


def documents(articles: Mapping[str, Article], *, without: tuple[str, ...] = ()) -> dict[str, Doc]:
    """Return the model's documents, made with our sentence boundaries unless these are left out."""
    nlp = pipeline("fr")
    with nlp.select_pipes(disable=["dragoman_frames", *without]):
        return {name: nlp(article.text) for name, article in articles.items()}


def readings(
    articles: Mapping[str, Article], docs: Mapping[str, Doc], without: frozenset[str] = frozenset()
) -> dict[str, Reading]:
    """Read documents with every component but some."""
    lexicon = load_lexicon()
    return {n: understand(a, docs[n], lexicon, "fr", without=without) for n, a in articles.items()}


def scored(made: Mapping[str, Reading]) -> Figures:
    """Score readings together."""
    with tempfile.TemporaryDirectory() as name:
        write(made, Path(name))
        return figures(made, Path(name))


def row(name: str, found: Figures, base: Figures | None = None) -> str:
    """Return a row of a table of figures."""
    change = f" {found.f1 - base.f1:+.3f} |" if base else ""
    return (
        f"| {name} | {found.precision:.3f} | {found.recall:.3f} | {found.f1:.3f} |{change} "
        f"{found.evidence:.3f} | {found.attribution:.3f} | {found.fills} |"
    )


HEAD = "| {0} | precision | recall | F1 |{1} evidence | attribution F1 | fills |\n|---|---|---|---|{2}---|---|---|"


BARE = frozenset({"gazetteer", "references", "sentences"})


def short(pipe: str) -> str:
    """Return what a component of ours is called in the table."""
    return pipe.removeprefix("dragoman_")


def ablation(articles: Mapping[str, Article], docs: Mapping[str, Doc], whole: Figures) -> list[str]:
    """Return a row for each component, with the figures without it, and one for each baseline."""
    rows = [row("everything", whole, whole)]
    ours = ("dragoman_sentences", "dragoman_captions")
    # what is left out: components of the pipeline, then of the reader
    left: list[tuple[str, tuple[str, ...], frozenset[str]]] = [(f"without {c}", (), frozenset({c})) for c in COMPONENTS]
    left += [(f"without our {short(c)}", (c,), frozenset({short(c)})) for c in ours]
    left += [(f"without the model's {c}", (c,), frozenset()) for c in STATISTICS]
    left.append(("baseline: model and frames, without our sentences, gazetteer and references", ours, BARE))
    for name, pipes, components in left:
        made = readings(articles, documents(articles, without=pipes) if pipes else docs, components)
        rows.append(row(name, scored(made), whole))
    naive = {
        n: co_occurrence(a, d)
        for (n, a), d in zip(articles.items(), documents(articles, without=ours).values(), strict=True)
    }
    rows.append(row("baseline: names of the model that stand in one sentence", scored(naive), whole))
    return rows


def main() -> None:
    """Read every article alone, score it, time it, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument(
        "--quick", action="store_true", help="the shortest article of each set, nothing timed or written"
    )
    quick = parser.parse_args().quick
    known = {name: found for name, found in sets().items() if found}
    if quick:
        known = {name: dict([min(found.items(), key=lambda one: len(one[1].text))]) for name, found in known.items()}
    whole: dict[str, Reading] = {}
    docs: dict[str, Doc] = {}
    for found in known.values():
        fresh = {n: a for n, a in found.items() if n not in whole}
        docs |= documents(fresh)
        whole |= readings(fresh, docs)
    everything = {name: scored({n: whole[n] for n in found}) for name, found in known.items()}
    each = {n: scored({n: whole[n]}) for n in whole}
    text = ["# How well and how fast articles are read", "", _INTRODUCTION, ""]
    text += [
        HEAD.format("articles", "", ""),
        *(row(f"{name} ({len(known[name])})", found) for name, found in everything.items()),
        "",
    ]
    macro = [f"{name}: {fmean(each[n].f1 for n in found):.3f}" for name, found in known.items()]
    text += [f"Macro F1, the mean over articles: {'; '.join(macro)}.", ""]
    for name in known:
        text += [f"## By record: {name}", "", "```", everything[name].table, "```", ""]
    text += ["## By article", "", HEAD.format("article", "", ""), *(row(n, each[n]) for n in each), ""]
    articles = {n: a for n, a in known["development"].items() if n != BUILT_IN}
    text += [
        "## What each component is worth",
        "",
        _ABLATION,
        "",
        HEAD.format("development articles", " change |", "---|"),
    ]
    text += [*ablation(articles, docs, everything["development"]), ""]
    if not quick:
        text += [*speed(list(articles.values())), ""]
    cores = len(os.sched_getaffinity(0))
    text.append(
        f"Measured by `make bench-reading` on {datetime.date.today().isoformat()}: "
        f"Python {platform.python_version()}, {cores} cores, {platform.machine()}."
    )
    page = "\n".join(text) + "\n"
    if not quick:
        PAGE.write_text(page, encoding="utf-8")
    sys.stdout.write(page)


def speed(articles: list[Article]) -> list[str]:
    """Return the part of the page about time and memory."""
    measured = pace(articles)
    rows = ["## How fast", "", _SPEED, "", "| what | measured |", "|---|---|"]
    rows.append(
        f"| words a second with our components, {measured.documents} documents of {measured.words // measured.documents} words | {measured.ours:,.0f} |"
    )
    rows.append(f"| the same without them, in the same run | {measured.bare:,.0f} |")
    rows.append(f"| ratio (at least 0.75 is asked) | {measured.ratio:.2f} |")
    rows.append(
        f"| seconds from `dragoman read --example`, cold, to its first record (at most 2.5 is asked) | {first_record():.2f} |"
    )
    rows += [
        f"| {count} articles: seconds, peak memory in MiB | {seconds:.1f}, {memory:.0f} |"
        for count, seconds, memory in growth()
    ]
    return rows


_INTRODUCTION = """Slot fills against gold (MUC-4, all templates, micro averages; `score.py` beside this page says how), the share of
paired records whose passages cover the gold's quotation, and who states it. The rules were made on what was worked with; what was kept unseen
was looked at by nobody who made a rule. The development articles report public events; the further ones, about other pairs of states, are invented."""
_ABLATION = (
    """The same articles read without one component, everything else as it is; the last rows are the two baselines."""
)
_SPEED = """`nlp.pipe` with and without our components by turns in one process: same model, batch size and components kept."""

if __name__ == "__main__":
    main()
