"""A fingerprint changes with all that a reading depends on, and with nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dragoman.graph.article import Article
from dragoman.graph.reading import fingerprint as module
from dragoman.graph.reading.fingerprint import code_files, fingerprint, reader_version

ARTICLE = Article("Le roi est à Rabat.", "Titre", "exemple.ma", "https://exemple.ma/1", "fr", date(2016, 4, 6), "©")

LOADED = """
import sys
from dragoman.graph.article import Article
from dragoman.graph.reading.batches import read_batch
from dragoman.graph.triples import describe
for reading in read_batch([Article("Le ministre russe Sergueï Lavrov a été reçu mardi à Rabat par Nasser Bourita.")]):
    describe(reading)
print(*(name for name in sys.modules if name.startswith("dragoman.")))
"""


def test_it_is_that_of_the_same_words_however_often_it_is_taken() -> None:
    assert fingerprint(ARTICLE) == fingerprint(replace(ARTICLE, language_guessed=True))


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Le roi est à Rabat"},
        {"title": None},
        {"outlet": None},
        {"url": "https://exemple.ma/2"},
        {"language": "fr-ma"},
        {"published": None},
        {"rights": None},
    ],
    ids=lambda change: next(iter(change)),
)
def test_it_changes_with_the_words_and_with_what_is_known_of_them(change: dict[str, str | None]) -> None:
    assert fingerprint(replace(ARTICLE, **change)) != fingerprint(ARTICLE)  # type: ignore[arg-type]


def test_it_changes_with_what_a_lexicon_file_holds_and_not_with_its_place(tmp_path: Path) -> None:
    one, other = tmp_path / "a.ttl", tmp_path / "b.ttl"
    one.write_text("# a")
    other.write_text("# a")
    first = fingerprint(ARTICLE, [one])
    assert first != fingerprint(ARTICLE)
    assert fingerprint(ARTICLE, [other]) == first
    other.write_text("# another")
    assert fingerprint(ARTICLE, [other]) != first


def test_it_changes_with_the_reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "rule.py").write_text("# a rule\n")
    reader_version.cache_clear()
    before = reader_version()
    monkeypatch.setattr(module, "code_files", lambda: [*code_files(), ("rule", tmp_path / "rule.py")])
    reader_version.cache_clear()
    assert reader_version() != before
    monkeypatch.undo()
    reader_version.cache_clear()
    assert reader_version() == before


def test_every_module_that_is_loaded_to_read_and_describe_an_article_counts() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, env=os.environ)
    counted = {str(path) for _, path in code_files()}
    loaded = [sys.modules.get(name) or __import__(name, fromlist=["_"]) for name in done.stdout.split()]
    # the front door of `graph` and the limits of an article hold no rule
    apart = {"dragoman.graph", "dragoman.graph.decoding"}
    assert {m.__name__ for m in loaded if str(m.__file__) not in counted} - apart == set()


def test_all_data_of_the_reader_counts() -> None:
    names = {name for name, _ in code_files()}
    assert {"ontology/dragoman.ttl", "graph/triples"} <= names
    assert any(name.startswith("graph/reading/fr/") and name.endswith(".yaml") for name in names)
    assert any(name.startswith("graph/lexicon/") and name.endswith(".ttl") for name in names)
    assert len(names) == len(list(code_files()))
