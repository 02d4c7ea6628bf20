from __future__ import annotations

import pytest

from dragoman.graph.records import KINDS, Cooperation, Deal, Meeting, Record, Span, Tenure, Visit
from dragoman.graph.titling import title
from dragoman.ontology.terms import terms

ANY = (Span(0, 1),)


def of(record: Record, language: str = "fr") -> str:
    return title(record, language, str.capitalize)


def test_a_meeting_is_titled_by_who_met_and_when_each_once() -> None:
    meeting = Meeting("m", ANY, participant=("anna",), guest=("anna",), host=("boris",), date="2016-04-05")
    assert of(meeting) == "Rencontre: Anna – Boris, 2016-04-05"
    assert of(meeting, "en") == "Meeting: Anna – Boris, 2016-04-05"


def test_a_visit_is_titled_by_who_went_where_and_from_when_to_when() -> None:
    visit = Visit("v", ANY, visitor=("anna",), destination=("utopie",), start_date="2016-04-05", end_date="2016-04-07")
    assert of(visit) == "Visite: Anna → Utopie, 2016-04-05/2016-04-07"


def test_an_office_is_titled_by_its_holder_and_its_words() -> None:
    assert of(Tenure("t", ANY, holder="anna", title="directrice", agency="agence")) == "Anna, directrice, Agence"
    assert of(Tenure("t", ANY, holder="anna"), "en") == "Anna, Tenure"


def test_a_deal_names_its_product_even_where_it_names_nobody() -> None:
    assert of(Deal("d", ANY, product=("blé",))) == "Projet ou contrat: Blé"
    assert of(Deal("d", ANY, product=("blé",), supplier=("a",), recipient=("b",))) == "Projet ou contrat: A – B (Blé)"


def test_a_long_list_is_cut() -> None:
    assert of(Cooperation("c", ANY, topic=tuple("abcdef"))) == "Coopération: A, B, C, D …"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_says_nothing_is_titled_by_the_name_of_its_kind_in_the_vocabulary(
    kind: type[Record], language: str
) -> None:
    (label,) = (term.labels[language] for term in terms() if term.name == kind.__name__)
    assert of(kind("k", ANY), language) == label
