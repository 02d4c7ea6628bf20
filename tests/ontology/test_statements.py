"""The vocabulary's files are read in their own order, and importing what reads them costs nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dragoman.ontology.files import Name, turtle
from dragoman.ontology.statements import facts, members, names, texts
from dragoman.ontology.terms import terms


@pytest.mark.parametrize("name", ["dragoman", "shapes", "alignments"])
def test_each_file_is_text_that_can_be_read(name: Name) -> None:
    assert turtle(name).startswith("@prefix")
    assert facts(name)


def test_terms_stand_in_the_order_of_the_file() -> None:
    classes = [t.name for t in terms() if t.sort == "class"]
    assert classes.index("Actor") < classes.index("Country") < classes.index("Record") < classes.index("Mention")


def test_a_union_is_given_by_its_members() -> None:
    assert next(t for t in terms() if t.name == "host").domain == ("dgm:Visit", "dgm:Meeting")


def test_an_inverse_is_known_from_both_ends() -> None:
    named = {t.name: t for t in terms()}
    assert named["holder"].inverse == "dgm:tenure"
    assert named["tenure"].inverse == "dgm:holder"


def test_the_members_of_nothing_are_none() -> None:
    assert (
        members({}, next(iter(facts("dragoman").values()))["http://www.w3.org/1999/02/22-rdf-syntax-ns#type"][0]) == []
    )
    assert names({}, "nobody", "rdfs:label") == ()
    assert texts({}, "rdfs:label") == {}


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    modules = ", ".join(f"dragoman.ontology.{name}" for name in ("files", "statements", "terms", "page"))
    code = f"import sys, {modules}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert not {"rdflib", "jinja2", "pyoxigraph", "pyshacl", "spacy"} & set(done.stdout.split())
