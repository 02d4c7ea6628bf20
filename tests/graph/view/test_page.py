"""What the page is before a browser opens it: one file that may ask for nothing, whose texts cannot become anything else."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import networkx as nx
import pytest
from fixtures.pages import content
from hypothesis import given
from hypothesis import strategies as st

from dragoman.graph.network import build
from dragoman.graph.records import KINDS, Record, Tenure
from dragoman.graph.store import Store
from dragoman.graph.view import page, write_page
from dragoman.graph.view.page import digest, embedded, messages
from dragoman.graph.view.picture import FAMILIES, SHAPES
from dragoman.ontology.errors import OutputError
from dragoman.ontology.terms import terms


class Outline(HTMLParser):
    """The page's elements with their attributes, and the texts of its scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if not self.elements or self.elements[-1][0] not in ("script", "style"):
            return
        if self.inside and self.inside[-1][1] is self.elements[-1][1]:  # a long text comes in several parts
            data = self.inside.pop()[2] + data
        self.inside.append((*self.elements[-1], data))

    def handle_endtag(self, tag: str) -> None:
        self.elements.append((f"/{tag}", {}))


def test_the_page_names_nothing_outside_itself(builtin_store: Store) -> None:
    html = page(build(builtin_store))
    for tag, attrs in Outline(html).elements:
        assert tag not in ("link", "iframe", "object", "embed", "base", "img")
        assert not {"src", "srcset", "href", "action", "data", "style"} & set(attrs), (tag, attrs)
        assert not [name for name in attrs if name.startswith("on")]
    assert "sourceMappingURL" not in html
    assert "@import" not in html


def test_its_policy_allows_exactly_its_own_script_and_style(builtin_store: Store) -> None:
    outline = Outline(page(build(builtin_store)))
    (policy,) = [a["content"] for t, a in outline.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag, attrs, text in outline.inside:
        if attrs.get("type") != "application/json":
            assert f"{tag}-src '{digest(text)}'" in policy


def test_the_page_of_the_built_in_article_weighs_less_than_1_2_megabytes(builtin_store: Store) -> None:
    assert len(page(build(builtin_store)).encode()) < 1_200_000


def test_the_page_is_the_same_bytes_under_any_hash_seed(tmp_path: Path) -> None:
    program = (
        "import sys; from fixtures.builtin import reading; from dragoman.graph.store import Store\n"
        "from dragoman.graph.network import build; from dragoman.graph.view import write_page\n"
        "s = Store.memory(); s.put(reading()); write_page(build(s), sys.argv[1])"
    )
    found = set()
    for seed in ("0", "1", "999"):
        path = tmp_path / seed
        subprocess.run(
            [sys.executable, "-c", program, str(path)],
            check=True,
            cwd=Path(__file__).parents[2],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ".", "LC_ALL": "C"},
        )
        found.add(path.read_bytes())
    assert len(found) == 1


def test_every_statement_comes_with_its_quotation_speaker_and_article(builtin_store: Store) -> None:
    held = content(page(build(builtin_store)))
    statements, nodes, articles = held["statements"], held["nodes"], held["articles"]
    assert all(one["quotes"] and articles[one["article"]]["url"].startswith("https://") for one in statements)
    said = {nodes[who]["labels"]["fr"] for one in statements for who in one["speakers"]}
    assert said == {"Victor Evtuhov", "Conseil de sécurité de Russie"}


@given(st.text())
def test_any_text_survives_inside_the_script_element_and_cannot_leave_it(text: str) -> None:
    written = embedded({"text": text})
    assert not re.search("[<>&\u2028\u2029]", written)
    assert json.loads(written)["text"] == text.encode("utf-8", "replace").decode()


def test_the_title_is_text(builtin_store: Store) -> None:
    html = page(build(builtin_store), title="</title><script>window.harmed=1</script>{{ 7*7 }}")
    assert "<script>window.harmed" not in html
    assert "&lt;/title&gt;" in html
    assert "{{ 7*7 }}" in html


def test_an_empty_graph_gives_a_page_that_says_so_and_how_to_fill_it() -> None:
    with Store.memory() as store:
        html = page(build(store))
    assert "Ce graphe est encore vide." in html
    assert "dragoman read" in html


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not Tenure])
def test_a_kind_of_record_is_called_as_in_the_vocabulary(kind: type[Record]) -> None:
    (labels,) = (term.labels for term in terms() if term.name == kind.__name__)
    for language, words in messages().items():
        assert words["kind"][kind.__name__] == labels[language]


def test_an_unwritable_path_is_said_in_a_sentence(builtin_store: Store, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="does not exist"):
        write_page(build(builtin_store), tmp_path / "nowhere" / "graph.html")


def test_the_page_speaks_every_language_in_the_same_words() -> None:
    numbers = {"zero", "one", "two", "few", "many", "other"}

    def outline(value: object) -> object:
        if not isinstance(value, dict):
            return None
        if value.keys() <= numbers:  # how a language counts is its own affair, as long as it can
            assert {"one", "many"} <= value.keys()
            return "counted"
        return {key: outline(held) for key, held in value.items()}

    words = messages()
    assert {repr(outline(words[lang])) for lang in words} == {repr(outline(words["fr"]))}
    for lang in words:
        assert set(FAMILIES) <= set(words[lang]["kind"])
        assert set(SHAPES) == set(words[lang]["family"])


@pytest.mark.parametrize("lang", ["fr", "en", "ar", "ru"])
def test_statuses_and_certainties_are_called_as_in_the_vocabulary(lang: str) -> None:
    called = {term.name: dict(term.labels)[lang].casefold() for term in terms() if lang in dict(term.labels)}
    words = messages()[lang]
    own = {("fr", "Held"): "a eu lieu"}  # said of visits and meetings alike
    for name, word in {**words["status"], **words["certainty"]}.items():
        assert word.casefold() == own.get((lang, name), called[name]), name


def test_a_title_that_no_file_can_hold_is_mended(builtin_store: Store, tmp_path: Path) -> None:
    html = write_page(build(builtin_store), tmp_path / "graph.html", title="Half \ud800").read_text(encoding="utf-8")
    assert "<title>Half ? · Dragoman</title>" in html


def test_a_network_of_somebody_else_and_a_language_without_words_are_refused(builtin_store: Store) -> None:
    other: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    other.add_edge("a", "b")
    with pytest.raises(OutputError, match=r"network\.build"):
        page(other)
    with pytest.raises(OutputError, match="take one of fr, en, ar, ru"):
        page(build(builtin_store), lang="de")
