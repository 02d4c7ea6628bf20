"""What one is called in a language that has no label: by a spelling in its letters."""

from __future__ import annotations

from fixtures.builtin import PATROUCHEV

from dragoman.graph.network import build
from dragoman.graph.network.labelling import labels
from dragoman.graph.store import Store

IVAN = [("fr", "Ivan Petrov")]


def test_a_spelling_in_the_letters_of_a_language_is_its_label_where_it_has_none() -> None:
    spelled = [("ar", "إيفان بتروف"), ("fr", "Yvan Petrov"), ("ru", "Иван Петров")]
    assert labels(IVAN, spelled, "") == {"ar": "إيفان بتروف", "fr": "Ivan Petrov", "ru": "Иван Петров"}
    assert labels([*IVAN, ("ru", "Иван П.")], spelled, "")["ru"] == "Иван П."


def test_the_spelling_with_as_many_words_as_the_label_is_taken_and_none_of_another_language() -> None:
    spelled = [("ru", "Иван Иванович Петров"), ("ru", "Петров"), ("ru", "Иван Петров"), ("uk", "Іван Петров")]
    assert labels(IVAN, spelled, "")["ru"] == "Иван Петров"
    assert "ru" not in labels(IVAN, [("uk", "Іван Петров")], "")


def test_who_has_no_name_is_called_by_what_the_address_says() -> None:
    assert labels([], [], "ivan") == {"": "ivan"}
    assert labels([], [("de", "Iwan")], "ivan") == {"de": "Iwan"}


def test_an_official_of_the_built_in_article_is_named_in_russian_and_arabic(builtin_store: Store) -> None:
    (known,) = [known for _, known in build(builtin_store).nodes(data=True) if known["labels"].get("fr") == PATROUCHEV]
    assert known["labels"]["ru"] == "Николай Патрушев"
    assert "ar" in known["labels"]
