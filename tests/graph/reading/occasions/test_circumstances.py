"""A date is given to the event that it belongs to, never to its neighbour."""

from __future__ import annotations

import pytest
from graph.reading.happenings import meetings, visits


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Arrivé mardi à Oslo, le ministre malien Moussa Traoré a rencontré mercredi le ministre norvégien Nils Berg.",
            "2024-05-15",
        ),
        ("Arrivé mardi à Oslo, le ministre malien Moussa Traoré a rencontré le ministre norvégien Nils Berg.", None),
        (
            "Le ministre malien Moussa Traoré a rencontré le ministre norvégien Nils Berg, avant de s’envoler vendredi pour Doha.",
            None,
        ),
        (
            "Le ministre malien Moussa Traoré a rencontré le ministre norvégien Nils Berg, qui arrivait lundi de Doha.",
            None,
        ),
        (
            "Le ministre malien Moussa Traoré a rencontré le ministre norvégien Nils Berg, signataire de l’accord du 5 mai.",
            None,
        ),
        ("Jeudi dernier, le ministre malien Moussa Traoré a rencontré le ministre norvégien Nils Berg.", "2024-05-09"),
    ],
)
def test_a_meetings_date_is_its_own(text: str, when: str | None) -> None:
    (meeting,) = meetings(text)
    assert meeting.when == when


def test_a_heading_dates_what_its_paragraph_tells_in_the_present() -> None:
    text = "Visites.\n\n7 septembre 2006. Le président malien Moussa Traoré se rend à Oslo.\n\nLe président malien Moussa Traoré a visité Doha."
    assert {v.place or str(v.to): v.when for v in visits(text)}["Oslo"] == "2006-09-07"


def test_a_dateline_is_no_date_of_what_is_reported() -> None:
    text = "OSLO, 15 mai (NTB) – Le ministre malien Moussa Traoré a rencontré le ministre norvégien Nils Berg."
    (meeting,) = meetings(text)
    assert meeting.when is None


def test_the_visit_during_which_something_was_concluded_is_of_that_month() -> None:
    text = "Un accord a été conclu en mars 2016 lors de la visite du président malien Moussa Traoré à Oslo."
    (visit,) = visits(text)
    assert visit.when == "2016-03"
