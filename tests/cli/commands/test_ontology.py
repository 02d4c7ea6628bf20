"""dragoman ontology: the vocabulary itself."""

from __future__ import annotations

import pytest
import rdflib
from fixtures.commands import Run


@pytest.mark.parametrize("options", [(), ("--shapes",), ("--alignments",)])
def test_the_vocabulary_is_printed_in_turtle(run: Run, options: tuple[str, ...]) -> None:
    assert len(rdflib.Graph().parse(data=run("ontology", *options).stdout, format="turtle")) > 10
