"""A saved page gives the words of its article and what it says of their publication, the same on every day."""

from __future__ import annotations

import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from dragoman.graph.sources.files import file_sources
from dragoman.graph.sources.pages import LIMIT_PAGE, load_page
from dragoman.ontology.errors import ArticleError

PAGE = """<!doctype html><html lang="{lang}"><head><meta charset="{charset}"><title>Une visite | Exemple</title>
<meta property="og:title" content="Une visite"><meta property="og:site_name" content="Exemple">
<meta property="og:url" content="{url}"><meta property="article:published_time" content="{day}T10:00:00+01:00">
<script src="https://exemple.ma/a.js"></script></head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/monde">Monde</a></li></ul></nav>
<article><p>Le ministre ruritain, Anton Rassendyll, a été reçu mardi à Rabat. Les deux ministres ont évoqué « la pêche ».</p>
<p>Il est reparti mercredi, selon un communiqué du ministère, où l’on se dit satisfait de cette première visite.</p></article>
<footer>© 2031 Exemple, tous droits réservés</footer></body></html>"""


def page(
    charset: str = "utf-8", lang: str = "fr-FR", url: str = "https://exemple.ma/visite", day: str = "2016-04-06"
) -> bytes:
    written = {"utf-8": "utf-8", "iso-8859-1": "cp1252"}.get(charset, "utf-8")
    return PAGE.format(charset=charset, lang=lang, url=url, day=day).encode(written)


def test_a_page_gives_its_article_and_nothing_of_what_surrounds_it() -> None:
    article = load_page(page(), "a.html")
    assert article.text.startswith("Le ministre ruritain, Anton Rassendyll, a été reçu mardi à Rabat.")
    assert "mercredi" in article.text
    assert "Accueil" not in article.text
    assert "tous droits" not in article.text
    assert (article.title, article.outlet, article.url) == ("Une visite", "Exemple", "https://exemple.ma/visite")
    assert (article.language, article.published) == ("fr", date(2016, 4, 6))


def test_what_its_user_says_prevails() -> None:
    article = load_page(
        page(), "a.html", published="2016-04-07", title="Autre", url="https://exemple.ma/2", outlet="AFP"
    )
    assert (article.published, article.title) == (date(2016, 4, 7), "Autre")
    assert (article.url, article.outlet) == ("https://exemple.ma/2", "AFP")


def test_a_template_in_another_language_than_the_words_is_not_believed() -> None:
    article = load_page(page(lang="en-US"), "a.html")
    assert (article.language, article.language_guessed) == ("fr", True)


def test_an_address_or_day_that_is_none_is_as_if_it_were_not_there() -> None:
    article = load_page(page(url="/visite", day="0000-99-99"), "a.html")
    assert (article.url, article.published) == (None, None)


def test_a_day_to_come_is_taken_as_it_stands_so_that_no_clock_matters() -> None:
    assert load_page(page(day="2139-04-06"), "a.html").published == date(2139, 4, 6)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_a_page_is_decoded_as_it_declares_and_as_browsers_take_it(charset: str) -> None:
    text = load_page(page(charset), "a.html").text
    assert "« la pêche »" in text
    assert "où l’on se dit" in text


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "no article is found"),
        (b"<html><body></body></html>", "no article is found"),
        (b"<meta charset=utf-8><p>\xe9", "not in UTF-8"),
        (b"<meta charset=klingon><p>x", "“klingon”, which is none"),
        (b"<meta charset=base64><p>x", "which is none"),
    ],
)
def test_a_page_without_article_is_refused_in_a_sentence(raw: bytes, words: str) -> None:
    with pytest.raises(ArticleError, match=f"a.html .*{words}"):
        load_page(raw, "a.html")


def test_a_page_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b" " * (LIMIT_PAGE + 1))
    (source,) = file_sources(tmp_path / "a.html")
    with pytest.raises(ArticleError, match="too long"):
        source.load()


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert load_page(page(), "a.html").title == "Une visite"


def test_a_page_gives_the_same_article_whatever_the_hash_seed(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page())
    code = "import sys; from pathlib import Path; from dragoman.graph.sources.pages import load_page; print(load_page(Path(sys.argv[1]).read_bytes(), 'a'))"
    told = {
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "a.html")],
            env={"PYTHONHASHSEED": seed, **_environment()},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def _environment() -> dict[str, str]:
    import os

    return {key: value for key, value in os.environ.items() if key != "PYTHONHASHSEED"}
