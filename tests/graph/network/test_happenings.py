"""What several articles tell of one happening, taken together."""

from __future__ import annotations

from dragoman.graph.network.happenings import happenings
from dragoman.graph.network.statements import Source, Statement


def told(article: str, kind: str = "Visit", happening: str = "h", **slots: str) -> Statement:
    held = {name: (value,) for name, value in slots.items()}
    return Statement(f"{article}#{kind}", kind, happening, held, (), Source(article))


def test_statements_of_one_happening_stand_together_and_offices_apart() -> None:
    found = happenings([told("a"), told("b"), told("a", happening="other"), told("a", "Tenure", "")])
    assert [(one.iri, len(one.statements)) for one in found] == [("h", 2), ("other", 1)]


def test_it_lies_between_the_first_and_the_last_day_that_any_article_gives() -> None:
    (one,) = happenings(
        [told("a", earliest="2016-03-10", latest="2016-03-12"), told("b", earliest="2016-03-01", latest="2016-03-11")]
    )
    assert (one.earliest, one.latest) == ("2016-03-01", "2016-03-12")
    (undated,) = happenings([told("a")])
    assert (undated.earliest, undated.latest) == ("", "")


def test_its_status_is_the_latest_and_its_certainty_the_firmest() -> None:
    (one,) = happenings(
        [told("a", status="Planned", certainty="Asserted"), told("b", status="Held", certainty="Denied")]
    )
    assert (one.status, one.certainty) == ("Held", "Asserted")


def test_values_that_articles_give_differently_stand_side_by_side_with_who_gives_them() -> None:
    a, b, c = told("a", place="Rabat", date="2016"), told("b", place="Fès", date="2016"), told("c", place="Rabat")
    (one,) = happenings([a, b, c])
    assert one.differing == {"place": ((("Rabat",), (a, c)), (("Fès",), (b,)))}


def test_what_one_article_leaves_out_is_no_difference_and_neither_are_two_values_in_one_article() -> None:
    (one,) = happenings([told("a", place="Rabat"), told("b")])
    assert one.differing == {}
    (one,) = happenings([told("a", place="Rabat"), told("a", "Meeting", place="Fès")])
    assert one.differing == {}
