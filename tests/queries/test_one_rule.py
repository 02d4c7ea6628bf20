"""What articles give differently is one rule: the question and the page find the same, whatever the articles say."""

from __future__ import annotations

import re

from fixtures.asking import ask
from fixtures.press import article, record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.graph.network.happenings import COMPARED, contradictions, happenings
from dragoman.graph.network.rows import statements, things
from dragoman.graph.store import Store
from dragoman.queries.catalogue import question

PLACES = ("Rabat", "Fès", "Oujda")
DATES = ("2016-03", "2016-03-13", "2016-03-14", "2016-03-16", "2016-03-14/2016-03-15", "2016-03-17/2016-03-18")

VISIT = st.fixed_dictionaries(
    {},
    optional={
        "place": st.lists(st.sampled_from(PLACES), min_size=1, max_size=2, unique=True),
        "date": st.sampled_from(DATES),
        "status": st.sampled_from(["Planned", "Held"]),
        "certainty": st.sampled_from(["Asserted", "Denied"]),
    },
)
Found = set[tuple[str, str, frozenset[str]]]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(VISIT, min_size=2, max_size=4))
def test_the_question_and_the_page_find_the_same_differences(visits: list[dict[str, object]]) -> None:
    with Store.memory() as store:
        for number, told in enumerate(visits):
            visit = record("Visit", visitor="Awa Diop", destination="Maroc", **told)
            store.put(article(f"a{number}", visit, published="2016-03-20"))
        assert _asked(store) == _shown(store)


def test_the_question_compares_the_properties_that_the_page_compares() -> None:
    text = question("disagreements").text
    blocks = re.findall(r"VALUES \?property \{([^}]*)\}", text)
    assert [set(re.findall(r"dgm:(\w+)", block)) for block in blocks] == [set(COMPARED)] * 3 + [{"date"}]


def _asked(store: Store) -> Found:
    return {
        (row["happening"], row["differsIn"], frozenset((row["says"], row["otherSays"])))
        for row in ask(store, "disagreements")
    }


def _shown(store: Store) -> Found:
    stated = statements(store)
    named = {one.iri: one.labels["fr"] for one in things(store, {v for s in stated for v in s.slots.get("place", ())})}
    return {
        (one.iri, name, frozenset(named.get(value, value) for value in (given, other)))
        for one in happenings(stated)
        for name, (given, _), (other, _) in contradictions(one.statements)
    }
