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
    a, b, c = told("a", place="Rabat"), told("b", place="Fès"), told("c", place="Rabat")
    (one,) = happenings([a, b, c])
    assert one.differing == {"place": (("Rabat", (a, c)), ("Fès", (b,)))}


def test_what_one_article_leaves_out_is_no_difference_and_neither_are_values_that_one_gives_together() -> None:
    (one,) = happenings([told("a", place="Rabat"), told("b")])
    assert one.differing == {}
    both = Statement("b#Visit", "Visit", "h", {"place": ("Fès", "Rabat")}, (), Source("b"))
    (one,) = happenings([told("a", place="Rabat"), both])
    assert one.differing == {}
    third = told("c", place="Oujda")
    (one,) = happenings([told("a", place="Rabat"), both, third])
    assert [value for value, _ in one.differing["place"]] == ["Rabat", "Fès", "Oujda"]


def test_times_differ_where_one_ends_before_the_other_begins() -> None:
    month = told("a", date="2016-03", earliest="2016-03-01", latest="2016-03-31")
    day = told("b", date="2016-03-16", earliest="2016-03-16", latest="2016-03-16")
    days = told("c", startDate="2016-05-14", endDate="2016-05-16", earliest="2016-05-14", latest="2016-05-16")
    (one,) = happenings([month, day])
    assert one.differing == {}
    (one,) = happenings([month, days])
    assert one.differing == {"date": (("2016-03-01/2016-03-31", (month,)), ("2016-05-14/2016-05-16", (days,)))}
