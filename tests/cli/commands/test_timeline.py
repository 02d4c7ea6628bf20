"""dragoman timeline: the events in order."""

from __future__ import annotations

import csv
import io

from fixtures.commands import Run, refused


def test_the_timeline_is_in_the_order_of_dates_and_keeps_to_its_period(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("timeline", "-f", "csv").stdout)))
    dated = [row["when"] for row in rows if row["when"]]
    assert dated == sorted(dated)
    april = list(
        csv.DictReader(io.StringIO(run("timeline", "--since", "2016-04", "--until", "2016-04", "-f", "csv").stdout))
    )
    assert april
    assert all(row["when"].startswith("2016-04") for row in april)
    refused(run("timeline", "--since", "avril"), 2, "avril", "2016-04")
