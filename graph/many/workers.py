"""Reads with many workers by Dask's scheduler, on this machine or elsewhere: one client, one way, whoever they are.

A bounded number of batches is on its way at any time. A batch whose worker dies is given to another by Dask; where
several die of it, its articles are read one by one, and the one that brings workers down is set aside. A scheduler that
is lost ends the run: what was stored is kept, and the next run reads the rest.
"""

from __future__ import annotations

import logging
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing import resource_tracker
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from dragoman.graph.many.jobs import Answer, Job, Reader
from dragoman.graph.many.task import Files, Found, read_there
from dragoman.graph.reading.batches import Unread
from dragoman.graph.reading.fingerprint import reader_version
from dragoman.graph.records import Reading
from dragoman.ontology.errors import ClusterError, DragomanError

if TYPE_CHECKING:
    from distributed import Client

AHEAD: Final = 2
"""Batches on their way for each worker: one that is read, and one that waits for it."""
PATIENCE: Final = 60.0
"""Seconds without any worker after which there is none to wait for."""
_TO_CONNECT: Final = 15
_PAUSE, _LOOK_AGAIN = 0.02, 2.0


@contextmanager
def local(number: int, lexicon: tuple[Path, ...] = ()) -> Iterator[Reader]:
    """Start workers on this machine, processes of one thread that nobody else can reach; yield who reads with them.

    Raises:
        ClusterError: they cannot be started.
    """
    import dask
    from distributed import Client, LocalCluster

    _hush()
    # neither dashboard nor any page: what listens is the scheduler and its workers, on this machine's own address
    unseen = dask.config.set({"distributed.scheduler.http.routes": [], "distributed.worker.http.routes": []})
    try:
        with _deaf_to_ctrl_c():
            cluster = LocalCluster(  # type: ignore[no-untyped-call]
                n_workers=number,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                dashboard_address=None,
                scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
                silence_logs=logging.CRITICAL,
            )
    except (OSError, RuntimeError, TimeoutError) as error:
        raise ClusterError(f"No workers could be started ({_words(error)}); read without --workers.") from error
    with unseen, cluster, Client(cluster) as client:  # type: ignore[no-untyped-call]
        yield partial(_spread, client, "the workers", _files(lexicon), lexicon)


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Have the threads and processes that are started meanwhile, and those that they start, not hear Ctrl-C.

    A terminal tells all of them; the one who reads is to end the others, which else would each say where they were.
    """
    # it would undo the mask of the thread that starts it
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def elsewhere(address: str, lexicon: tuple[Path, ...] = ()) -> Iterator[Reader]:
    """Join a scheduler that runs somewhere; yield who reads with its workers. Keys for TLS are taken from Dask's own settings.

    Raises:
        ClusterError: nobody answers there, or it is no scheduler's address.
    """
    from distributed import Client

    _hush()
    try:
        client = Client(address, timeout=_TO_CONNECT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError, TypeError, RuntimeError, ImportError) as error:
        raise ClusterError(
            f"No scheduler answers at {address} ({_words(error)}); see that dask scheduler runs there, and that the "
            "address is like tcp://host:8786, or tls:// with the keys in Dask's settings."
        ) from error
    with client:
        yield partial(_spread, client, address, _files(lexicon), lexicon)


def _spread(
    client: Client, name: str, files: Files, lexicon: tuple[Path, ...], jobs: Iterator[Job]
) -> Iterator[Answer]:
    """Keep the workers busy with jobs and yield the answers as they come."""
    run, number = uuid4().hex, 0
    version = reader_version()
    underway: dict[Any, Job] = {}
    apart: list[
        Job
    ] = []  # articles of batches that brought workers down, read with nothing else that could have done it
    room = _Room(client, name)
    exhausted = False
    try:
        while True:
            while len(underway) < (1 if apart else room.jobs()) and not (exhausted and not apart):
                job = apart.pop() if apart else next(jobs, None)
                if job is None:
                    exhausted = True
                    break
                number += 1
                future = client.submit(
                    read_there, job.articles, files, version, key=f"dragoman-{run}-{number}", pure=False
                )
                underway[future] = job
            if not underway:
                return
            done = [future for future in underway if future.done()]
            if not done:
                time.sleep(_PAUSE)
                room.jobs()  # which finds out where nobody is left to wait for
            for future in done:
                job = underway.pop(future)
                answer = _answer(future, job, name, lexicon)
                future.release()
                if answer is not None:
                    yield answer
                else:
                    apart += reversed([*job.single()])
    finally:
        for future in underway:
            future.release()


def _answer(future: Any, job: Job, name: str, lexicon: tuple[Path, ...]) -> Answer | None:
    """Return what a finished future brings; None where its batch is to be read one by one."""
    from distributed import KilledWorker

    if future.cancelled():
        raise _lost(name)
    try:
        found: list[Found] = future.result()
    except KilledWorker:
        if len(job.articles) > 1:
            return None
        return Answer(job, (Unread("every worker that read it died"),))
    except DragomanError:
        raise
    except Exception as error:
        if future.cancelled():
            raise _lost(name) from error
        raise ClusterError(
            f"The workers of {name} cannot read ({_words(error)}); see that Dragoman is installed there as it is here."
        ) from error
    return Answer(
        job,
        tuple(
            one if isinstance(one, Unread) else Reading(article, *one, lexicon=lexicon)
            for article, one in zip(job.articles, found, strict=True)
        ),
    )


class _Room:
    """How many jobs may be on their way, by how many workers there are; looked at anew every few seconds."""

    def __init__(self, client: Client, name: str) -> None:
        self._client, self._name = client, name
        self._threads, self._looked, self._seen = 0, -_LOOK_AGAIN, time.monotonic()

    def jobs(self) -> int:
        """Return the number.

        Raises:
            ClusterError: the scheduler is lost, or there has been no worker for long.
        """
        now = time.monotonic()
        if now - self._looked >= _LOOK_AGAIN:
            if self._client.status != "running":
                raise _lost(self._name)
            try:
                self._threads = sum(self._client.nthreads().values())  # type: ignore[no-untyped-call]
            except (OSError, TimeoutError) as error:
                raise _lost(self._name) from error
            self._looked = now
            if self._threads:
                self._seen = now
            elif now - self._seen > PATIENCE:
                raise ClusterError(f"There is no worker at {self._name}; start some with dask worker, and read again.")
        return AHEAD * max(self._threads, 1)


def _files(lexicon: tuple[Path, ...]) -> Files:
    return tuple((path.name, path.read_bytes()) for path in lexicon)


def _lost(name: str) -> ClusterError:
    return ClusterError(f"The scheduler of {name} was lost; what was read is kept, and reading again reads the rest.")


def _words(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


def _hush() -> None:
    """Keep Dask's own messages off the screen: what matters of them comes as an error or an outcome."""
    for name in ("distributed", "tornado", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
