"""dragoman stats: what the graph holds."""

from __future__ import annotations

import csv
import io

from fixtures.commands import Run


def test_stats_counts_what_is_there(run: Run) -> None:
    counted = dict(csv.reader(io.StringIO(run("stats", "-f", "csv").stdout)))
    assert counted["articles"] == "1"
    assert counted["records: Deal"] == "4"
