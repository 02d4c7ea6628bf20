"""dragoman path: how two are connected."""

from __future__ import annotations

import csv
import io

from fixtures.commands import Run


def test_a_path_leads_from_one_to_the_other_and_quotes_each_step(run: Run) -> None:
    rows = list(
        csv.DictReader(io.StringIO(run("path", "Abdellatif Hammouchi", "Nikolaï Patrouchev", "-f", "csv").stdout))
    )
    assert [(row["begin"], row["end"]) for row in rows] == [("Abdellatif Hammouchi", "Nikolaï Patrouchev")]
    assert rows[0]["quotation"].startswith("Abdellatif Hammouchi a été reçu")
    drawn = run("path", "Mohammed VI", "Victor Evtuhov", "-f", "table").stdout.splitlines()
    assert (drawn[0], drawn[-1]) == ("Mohammed VI", "Victor Evtuhov")
    assert run("path", "Maroc", "Fidji").exit_code == 1
