"""Measures how well articles are read against their gold, and writes benchmarks/READING.md.

python benchmarks/reading.py
python benchmarks/reading.py --quick      # the built-in article alone, written nowhere
"""

from __future__ import annotations

import argparse
import datetime
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

import pyoxigraph as ox
import yaml

from dragoman.graph.article import Article
from dragoman.graph.loading import example
from dragoman.graph.reading import read
from dragoman.graph.store import Store

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
BUILT_IN = "labass-2016-security"


def articles() -> dict[str, Article]:
    """Return every article that has gold, by the name of its gold file."""
    found = {BUILT_IN: example()}
    for text in sorted(ARTICLES.glob("*.txt")):
        gold = yaml.safe_load(text.with_suffix(".yaml").read_text(encoding="utf-8"))
        with text.open(encoding="utf-8", newline="") as handle:
            found[text.stem] = Article(handle.read(), title=text.stem, published=gold["published"])
    return found


def score(names: list[str], folder: Path) -> str:
    """Return the scorer's table for some articles."""
    pairs = [str(p) for n in names for p in (ARTICLES / f"{n}.yaml", folder / f"{n}.trig")]
    done = subprocess.run([sys.executable, str(HERE / "score.py"), *pairs], capture_output=True, text=True, check=True)
    return done.stdout.rstrip()


def main() -> None:
    """Read every article alone, score it, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="the built-in article alone, to see that it runs")
    quick = parser.parse_args().quick
    known = {BUILT_IN: example()} if quick else articles()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for stem, reading in zip(known, read(known.values()), strict=True):
            with Store.memory() as store:
                store.put(reading)
                store.publish()
                ox.serialize(store.quads(), folder / f"{stem}.trig", format=ox.RdfFormat.TRIG)
        if quick:
            print(score([BUILT_IN], folder))
            return
        development = [n for n in known if n != BUILT_IN]
        text = f"""# How well articles are read

Slot fills and records against gold (MUC-4, all templates; `score.py` beside this page says how). The built-in article is what the reader was made
for; the development articles are read with the same rules and no others.

## The built-in article

```
{score([BUILT_IN], folder)}
```

## The fourteen development articles

```
{score(development, folder)}
```

Measured by `python benchmarks/reading.py` on {datetime.date.today().isoformat()}: Python {platform.python_version()}, {platform.machine()}.
"""
    (HERE / "READING.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
