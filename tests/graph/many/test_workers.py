"""Workers here and elsewhere read the same as this process, whatever becomes of them, and every failure is a sentence."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import dask
import psutil
import pytest
from fixtures import deadly

from dragoman.graph.article import Article
from dragoman.graph.many import workers
from dragoman.graph.many.jobs import Job, here
from dragoman.graph.many.task import read_there
from dragoman.graph.many.workers import elsewhere, local
from dragoman.graph.reading.batches import Unread
from dragoman.graph.records import Reading
from dragoman.ontology.errors import ClusterError

OWN = """
@prefix dgm: <https://w3id.org/dragoman/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://a.example/jean> a dgm:Person ; rdfs:label "Jean Exemple"@fr .
"""


def jobs(*texts: str, size: int = 2) -> Iterator[Job]:
    for n in range(0, len(texts), size):
        several = tuple(Article(text) for text in texts[n : n + size])
        yield Job(tuple(range(n, n + len(several))), tuple(f"{n}.txt" for _ in several), several)


TEXTS = [f"Jean Exemple a été reçu mardi {n} avril à Rabat par Nasser Bourita." for n in range(1, 6)]


@pytest.fixture
def lexicon(tmp_path: Path) -> tuple[Path, ...]:
    path = tmp_path / "own.ttl"
    path.write_text(OWN)
    return (path,)


def read(reader, *texts: str) -> dict[int, Reading | Unread]:  # type: ignore[no-untyped-def]
    return {
        number: one
        for answer in reader(jobs(*texts))
        for number, one in zip(answer.job.numbers, answer.found, strict=True)
    }


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The address of a scheduler with one worker, both on loopback."""
    where = tmp_path / "scheduler.json"
    file = ["--scheduler-file", str(where), "--host", "127.0.0.1", "--no-dashboard"]
    dask_ = str(Path(sys.executable).with_name("dask"))
    quiet = subprocess.DEVNULL
    started = [subprocess.Popen([dask_, "scheduler", "--port", "0", *file], stdout=quiet, stderr=quiet)]
    try:
        while not (where.exists() and where.stat().st_size):
            assert started[0].poll() is None
            time.sleep(0.1)
        started.append(subprocess.Popen([dask_, "worker", *file, "--nthreads", "2"], stdout=quiet, stderr=quiet))
        yield json.loads(where.read_text())["address"]
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(60)


def test_workers_of_a_cluster_read_what_this_process_reads_with_a_lexicon_of_ones_own(
    scheduler: str, lexicon: tuple[Path, ...]
) -> None:
    expected = read(here(lexicon), *TEXTS)
    with elsewhere(scheduler, lexicon) as reader:
        assert read(reader, *TEXTS) == expected
    assert any("jean" in entity.iri for one in expected.values() if isinstance(one, Reading) for entity in one.entities)


def test_workers_here_listen_to_nobody_else_and_an_article_that_brings_them_down_is_set_aside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "read_there", deadly.read_there)
    before = {process.pid for process in psutil.Process().children(recursive=True)}
    with dask.config.set({"distributed.scheduler.allowed-failures": 0}), local(1) as reader:
        ours = [psutil.Process(), *(p for p in psutil.Process().children() if p.pid not in before)]
        listening = [c for p in ours for c in p.net_connections("tcp") if c.status == psutil.CONN_LISTEN]
        assert listening
        assert {c.laddr.ip for c in listening} == {"127.0.0.1"}
        found = read(reader, "a", "b", "c", deadly.DEADLY, "e")
    assert found[3] == Unread("every worker that read it died")
    assert [n for n, one in found.items() if isinstance(one, Reading)] == [0, 1, 2, 4] or set(found) == {0, 1, 2, 3, 4}
    assert {
        p.pid
        for p in psutil.Process().children(recursive=True)
        if p.pid not in before and "spawn_main" in " ".join(p.cmdline())
    } == set()


def test_an_address_at_which_no_scheduler_answers_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_TO_CONNECT", 1)
    for address in ("tcp://127.0.0.1:9", "nonsense://x"):
        with pytest.raises(ClusterError, match=f"No scheduler answers at {address}"), elsewhere(address):
            pass


def test_a_worker_with_another_reader_is_refused() -> None:
    with pytest.raises(ClusterError, match="another version of Dragoman"):
        read_there([Article("a")], (), "0" * 32)
