"""How everything here is measured: the processor's time, peers by turns, growth as an exponent, figures kept for SCALE.md."""

from __future__ import annotations

import json
import math
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FIGURES = HERE / "figures.json"
"""What the benchmarks measured last, by benchmark; `scale.py` reckons with it."""
SIZES = (10_000, 100_000, 1_000_000)
QUICK = (2_000, 4_000)


def seconds(act: Callable[[], object]) -> float:
    """Return how long something keeps the processor busy; what else the machine does is not counted."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


def by_turns(acts: Mapping[str, Callable[[], object]], turns: int, enough: float = math.inf) -> dict[str, float]:
    """Return the median time of each act, done one after the other, again and again.

    Args:
        acts: what is done, by name.
        turns: how often at most.
        enough: seconds that may go by before no further turn is begun.
    """
    taken: dict[str, list[float]] = {name: [] for name in acts}
    begun = time.process_time()
    for _ in range(turns):
        for name, act in acts.items():
            taken[name].append(seconds(act))
        if time.process_time() - begun > enough:
            break
    return {name: statistics.median(each) for name, each in taken.items()}


def exponent(sizes: Sequence[float], taken: Sequence[float]) -> float:
    """Return the slope of the line through times and sizes on logarithmic scales: 1 is in proportion, 2 the square.

    >>> round(exponent([10, 100, 1000], [1, 10, 100]), 2)
    1.0
    """
    xs, ys = [math.log(n) for n in sizes], [math.log(max(t, 1e-9)) for t in taken]
    return statistics.linear_regression(xs, ys).slope


def in_child(module: str, call: str) -> dict[str, float]:
    """Return what a function of a module here prints as JSON in a process of its own, with that process's peak memory.

    Args:
        module: its name.
        call: the call, as Python.
    """
    code = (
        f"import json, {module}; from measuring import peak; found = {module}.{call}; print(json.dumps(found | peak()))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def peak() -> dict[str, float]:
    """Return the peak memory of this process in MiB.

    Linux counts into a process's own figure of resources what its parent held when it was forked; its status does not.
    """
    status = Path("/proc/self/status")
    if status.exists():
        held = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return {"memory": int(held.split()[1]) / 1024}
    return {"memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def publish(page: str, text: str, figures: Mapping[str, Any], quick: bool) -> None:
    """Print a page and, unless the run was a quick one, write it and keep its figures.

    Args:
        page: the page's name without its ending, which the figures bear, too.
        text: the page without its last line, which says how it was measured.
        figures: what was measured.
        quick: whether this was only to see that it runs.
    """
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}"
    written = f"{text.rstrip()}\n\nMeasured by `make bench` on {date.today()}: {machine}.\n"
    print(written)
    if not quick:
        (HERE / f"{page}.md").write_text(written, encoding="utf-8")
        known = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
        known[page] = figures
        FIGURES.write_text(json.dumps(known, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def shown(value: float | None, form: str = ".2f") -> str:
    """Return a figure for a table, a dash where there is none."""
    return "–" if value is None else format(value, form)
