"""Kills a reading at random moments and reads again, until nothing is left to read; then compares what there is.

What is killed in turn: the command (SIGKILL, SIGINT, SIGTERM), one of its workers, the scheduler of a cluster, one of
the cluster's workers. Each run takes up what the one before left. Whenever a run comes to its end, the graph must be,
byte for byte, that of a reading which nobody disturbed, and a new store is begun.

    python benchmarks/kills.py                              # twenty kills
    python benchmarks/kills.py --kills 3 --articles 60      # a few
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from dragoman.graph.loading import load

DRAGOMAN = str(Path(sys.executable).with_name("dragoman"))
ARTICLES = Path(__file__).with_name("articles")
WAYS = ("command SIGKILL", "worker", "command SIGINT", "scheduler", "command SIGTERM", "cluster's worker")
LONGEST = 600


def corpus(folder: Path, number: int) -> Path:
    """Write so many articles, each another mixture of the paragraphs of those with gold; a third of them as lines of JSON."""
    sources = [load(path) for path in sorted(ARTICLES.glob("*.txt"))]
    chance, lines = random.Random(7), []
    for n in range(number):
        one, other = sources[n % len(sources)], chance.choice(sources).text.splitlines()
        lines_of_one = [line for line in one.text.splitlines() if line.strip()]
        text = "\n".join([*lines_of_one[:2], *chance.sample(other, min(2, len(other)))]) + "\n"
        said = {"title": f"Article {n}", "url": f"https://example.org/{n}", "published": str(one.published or "")}
        if n % 3:
            head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in said.items())
            (folder / f"{n:06}.txt").write_text(f"---\n{head}---\n{text}", encoding="utf-8")
        else:
            lines.append(json.dumps({"text": text, **said}))
    (folder / "some.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def read(articles: Path, store: Path, *how: str) -> subprocess.Popen[str]:
    """Start reading, in a group of processes of its own, as a terminal does."""
    command = [DRAGOMAN, "read", str(articles), "--store", str(store), "-f", "csv", *how]
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def exported(store: Path) -> bytes:
    """Return the whole graph of a store."""
    done = subprocess.run([DRAGOMAN, "export", "--store", str(store), "-f", "nq"], capture_output=True, check=True)
    return done.stdout


def children(parent: int) -> Iterator[tuple[int, str]]:
    """Yield the processes that one has started, with their command lines."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                if int((entry / "stat").read_text().rpartition(")")[2].split()[1]) == parent:
                    yield int(entry.name), (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()


def workers(parent: int) -> list[int]:
    """Return the processes that read for one."""
    return sorted(number for number, command in children(parent) if "spawn_main" in command)


class Cluster:
    """A scheduler and two workers of it, on this machine's own address."""

    def __init__(self, folder: Path) -> None:
        where = folder / "scheduler.json"
        where.unlink(missing_ok=True)
        dask = [str(Path(sys.executable).with_name("dask"))]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        file = ["--scheduler-file", str(where), "--host", "127.0.0.1", "--no-dashboard"]
        self.scheduler = subprocess.Popen([*dask, "scheduler", "--port", "0", *file], **quiet)  # type: ignore[call-overload]
        for _ in range(600):
            if where.exists() and where.stat().st_size:
                break
            time.sleep(0.1)
        self.address = json.loads(where.read_text(encoding="utf-8"))["address"]
        self.nanny = subprocess.Popen([*dask, "worker", *file, "--nworkers", "2", "--nthreads", "1"], **quiet)  # type: ignore[call-overload]

    def end(self) -> None:
        """End its processes."""
        for process in (self.nanny, self.scheduler):
            process.terminate()
        for process in (self.nanny, self.scheduler):
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def wait(process: subprocess.Popen[str], report: Path, lines: int, seconds: float) -> None:
    """Wait until so much is done, and a moment longer."""
    while process.poll() is None and (not report.exists() or report.read_bytes().count(b"\n") < lines):
        time.sleep(0.02)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)


def disturb(
    way: str, articles: Path, store: Path, folder: Path, lines: int, seconds: float
) -> tuple[int, int, list[str]]:
    """Start a reading and kill what the way says once so many articles are done, and a moment later.

    Return its status, how many articles it had done, and what it said.
    """
    report = folder / "report.jsonl"
    report.unlink(missing_ok=True)
    cluster = Cluster(folder) if way in ("scheduler", "cluster's worker") else None
    try:
        process = read(
            articles,
            store,
            *(["--cluster", cluster.address] if cluster else ["--workers", "2"]),
            "--report",
            str(report),
        )
        wait(process, report, lines, seconds)
        if way == "scheduler" and cluster:
            cluster.scheduler.kill()
        elif way.endswith("worker"):
            found = workers(cluster.nanny.pid if cluster else process.pid)
            if found:
                os.kill(random.Random(lines).choice(found), signal.SIGKILL)
        elif process.poll() is None:
            kill = getattr(signal, way.split()[1])
            # Ctrl-C reaches everybody who was started from the terminal
            os.killpg(process.pid, kill) if kill == signal.SIGINT else process.send_signal(kill)
        _, said = process.communicate(timeout=LONGEST)
        # each line is whole, however the run ended
        done = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()] if report.exists() else []
        # what Python's own watcher of killed processes says is indented, or begins with the file of its code
        told = [line for line in said.splitlines() if line.strip() and not line.startswith((" ", "/"))]
        return process.returncode, len(done), told
    finally:
        if cluster:
            cluster.end()


def kept(store: Path) -> int:
    """Return how many articles a reader of the store sees."""
    command = [DRAGOMAN, "articles", "--store", str(store), "-f", "csv"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return max(0, len(done.stdout.splitlines()) - 1)


def main() -> int:
    """Kill, read again, compare; return 0 where nothing was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=20160405)
    chosen = parser.parse_args()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what is started in the background would ignore it
    chance = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        articles = corpus(folder / "articles", chosen.articles)
        process = read(articles, folder / "whole")
        process.communicate(timeout=LONGEST)
        assert process.returncode == 0
        expected = exported(folder / "whole")
        store, completed, before = folder / "store", 0, 0
        print("| kill | what | from article | done | status | seen then | said |\n|---|---|---|---|---|---|---|")
        for number in range(1, chosen.kills + 1):
            way, moment = WAYS[(number - 1) % len(WAYS)], chance.uniform(0, 0.5)
            lines = chance.randrange(before, chosen.articles)  # among those that are left to read
            status, before, said = disturb(way, articles, store, folder, lines, moment)
            last = said[-1].replace(str(folder), "…") if said else ""
            print(f"| {number} | {way} | {lines} | {before} | {status} | {kept(store)} | {last} |", flush=True)
            if status == 0 or before == chosen.articles or number == chosen.kills:
                if status:
                    process = read(articles, store)
                    process.communicate(timeout=LONGEST)
                    assert process.returncode == 0
                if exported(store) != expected:
                    print("The graph is not that of an undisturbed reading.")
                    return 1
                completed, before = completed + 1, 0
                shutil.rmtree(store)
        print(f"\n{chosen.kills} kills; {completed} readings came to their end, each with the same bytes.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
