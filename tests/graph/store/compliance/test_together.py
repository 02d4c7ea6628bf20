"""Several processes at one store: two that write, killed at any moment and begun again, and three that read meanwhile."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from fixtures.rounds import at_last

from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.linking.links import links
from dragoman.graph.store import Store
from dragoman.graph.triples import describe
from dragoman.ontology.namespaces import LINKS_GRAPH

TESTS: Final = Path(__file__).parents[3]
ROUNDS, AT_ONCE = 2, 4

WRITE = """
import sys
sys.path.insert(0, sys.argv[1])
import time
from dragoman.graph.store import Store
from fixtures.rounds import told
place, name, first = sys.argv[2], sys.argv[3], int(sys.argv[4])
for start in range(first, first + 6, 2):
    with Store.open(place, write=True, wait=120) as store:
        for number in (start, start + 1):
            store.put(told(name, number, whole=number % 2 == 0))
            if number % 3 == 0:  # and what was read just now is read otherwise
                store.put(told(name, number, whole=number % 2 == 1))
            print(number, flush=True)
    time.sleep(0.2)  # the other's turn
"""
READ = """
import sys
sys.path.insert(0, sys.argv[1])
import select
import time
from dragoman.graph.store import Store
from fixtures.rounds import sizes
HALF = (
    "ASK { ?record dgm:evidence ?passage FILTER NOT EXISTS { ?record dgm:happening ?one } }",
    "ASK { ?record dgm:happening ?one FILTER NOT EXISTS { ?record dgm:evidence ?passage } }",
)
allowed = sizes()
print("reading", flush=True)
times = 0
while not select.select([sys.stdin], [], [], 0)[0]:
    with Store.open(sys.argv[2]) as store:
        for question in HALF:
            assert not bool(store.query(question)), question
        for article in store.articles()[-5:]:
            assert sum(1 for _ in store.quads(article)) in allowed, article
    times += 1
    time.sleep(0.2)
print(times, flush=True)
"""


def started(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, str(TESTS), *arguments]
    # where a process is told nothing, `communicate` also returns what was fetched beyond the lines that were read
    told = subprocess.PIPE if code == READ else None
    return subprocess.Popen(command, stdin=told, stdout=subprocess.PIPE, text=True)


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline()


def ended(writer: subprocess.Popen[str], before: int) -> int:
    """Return the last article that a writer has said it stored."""
    said = writer.communicate()[0].split("\n")[:-1]
    return max([before, *map(int, said)])


def test_nothing_is_lost_or_doubled_and_no_reader_meets_a_half_written_store(lasting_place: str) -> None:
    Store.open(lasting_place, write=True).close()
    chance = random.Random(20160405)
    readers = [started(READ, lasting_place) for _ in range(3)]
    assert [line(reader) for reader in readers] == ["reading\n"] * 3
    writers = {name: started(WRITE, lasting_place, name, "0") for name in "ab"}
    stored: dict[str, int] = dict.fromkeys(writers, -1)
    try:
        for _ in range(ROUNDS):
            for name, process in writers.items():
                for _ in range(chance.randint(1, AT_ONCE)):
                    stored[name] = int(line(process))
                time.sleep(chance.uniform(0, 0.05))
                process.kill()
                stored[name] = ended(process, stored[name])
                writers[name] = started(WRITE, lasting_place, name, str(stored[name] + 1))
    finally:
        for name, process in writers.items():
            process.kill()
            stored[name] = ended(process, stored[name])
        answers = [reader.communicate("enough\n")[0] for reader in readers]
    assert [reader.returncode for reader in readers] == [0] * 3
    assert all(int(answer) > 0 for answer in answers)
    with Store.open(lasting_place, write=True) as store:
        articles = set(store.articles())
        for name, last in stored.items():
            for reading in (at_last(name, number) for number in range(last + 1)):
                assert set(store.quads(reading.article.iri)) == set(describe(reading))
                articles.remove(reading.article.iri)
        assert len(articles) <= len(stored)  # what each was at when it was killed
        stated = [quad for iri in store.articles() for quad in store.quads(iri)]
        assert set(store.quads(LINKS_GRAPH)) == set(links(stated, load_lexicon().entries))
