"""Dates of different precision are compared by what both of them say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.graph.chronology import after, disorder
from dragoman.ontology.namespaces import expand

DATES = st.dates().map(str)


@given(DATES, DATES, st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_a_date_lies_after_another_only_where_every_day_that_it_may_be_does(
    one: str, other: str, long: int, longer: int
) -> None:
    coarse, fine = one[:long], other[:longer]
    if after(coarse, fine):
        assert coarse + "-01-01"[long - 4 :] > fine + "-12-31"[longer - 4 :]
        assert not after(fine, coarse)
    assert not after(coarse, one)
    assert not after(one, coarse)


@pytest.mark.parametrize("day", ["2016-04-05", "2016-04", "2016"])
def test_what_has_no_year_is_before_and_after_nothing(day: str) -> None:
    assert not after("--04-05", day)
    assert not after(day, "--04-05")


def test_each_pair_in_disorder_is_told_with_its_property_and_pairs_of_days_are_left_to_the_shapes() -> None:
    start, end, earliest = (expand(f"dgm:{name}") for name in ("startDate", "endDate", "earliest"))
    assert [path for path, _, _ in disorder({start: ["2016"], end: ["2015-03"]})] == [end]
    assert [path for path, _, _ in disorder({start: ["2015"], earliest: ["2016-01-01"]})] == [start]
    assert list(disorder({start: ["2016-03-02"], end: ["2016-03-01"]})) == []
    assert list(disorder({})) == []
