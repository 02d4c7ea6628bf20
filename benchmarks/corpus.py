"""Makes a corpus of invented French newswire, as large as wanted, with its own gold: the same one for the same seed.

The people, the companies and what happens are invented; the sentences come from `corpus/grammar.yaml`. Several articles tell
of one event, with more or less of it, some of them years later; some sentences and a few articles tell of nothing.

    python benchmarks/corpus.py -n 10000 --seed 1 -o DIR           # NAME.txt, with front matter, beside NAME.yaml
    python benchmarks/corpus.py -n 10000 --seed 1 -o DIR --jsonl   # articles.jsonl and gold.jsonl
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus_telling import Told, articles


def main() -> None:
    """Write the corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", "--number", type=int, default=1_000, help="how many articles")
    parser.add_argument("--seed", type=int, default=1, help="another number gives another corpus")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR", help="the folder to write to")
    parser.add_argument("--jsonl", action="store_true", help="one line an article, not one file")
    given = parser.parse_args()
    given.output.mkdir(parents=True, exist_ok=True)
    (write_lines if given.jsonl else write_files)(articles(given.seed, given.number), given.output)


def write_files(told: Iterable[Told], folder: Path) -> None:
    """Write each article as text with front matter, and its gold beside it."""
    for one in told:
        head = "".join(f"{name}: {_quoted(value)}\n" for name, value in publication(one).items())
        (folder / f"{one.name}.txt").write_text(f"---\n{head}---\n{one.text}\n", encoding="utf-8")
        (folder / f"{one.name}.yaml").write_text(gold(one), encoding="utf-8")


def write_lines(told: Iterable[Told], folder: Path) -> None:
    """Write all articles into one file of JSON Lines, and all their gold into another."""
    with (
        (folder / "articles.jsonl").open("w", encoding="utf-8") as texts,
        (folder / "gold.jsonl").open("w", encoding="utf-8") as golds,
    ):
        for one in told:
            texts.write(_quoted({"text": one.text, **publication(one)}) + "\n")
            golds.write(_quoted({"article": one.name, "url": one.url, "records": one.records}) + "\n")


def publication(one: Told) -> dict[str, str]:
    """Return what an article's front matter says."""
    return {"title": one.title, "outlet": one.outlet, "url": one.url, "language": "fr",
            "published": one.published.isoformat()}  # fmt: skip


def gold(one: Told) -> str:
    """Return an article's gold as YAML, in the format of `articles/*.yaml`."""
    lines = [f"article: {_quoted(one.name)}", f"url: {one.url}", "language: fr", f"published: {one.published}"]
    lines.append("records:" if one.records else "records: []")
    for record in one.records:
        # JSON's strings and lists are YAML's, too
        written = [f"{name}: {_quoted(value)}" for name, value in record.items()]
        lines.append("- " + "\n  ".join(written))
    return "\n".join(lines) + "\n"


def _quoted(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    main()
