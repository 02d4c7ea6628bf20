"""What people talked about belongs to their meeting, wherever the article tells it."""

from __future__ import annotations

import pytest
from graph.reading.happenings import meetings

TALKS = "Le ministre malien Moussa Traoré a rencontré le ministre algérien Karim Benali"


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (f"{TALKS}. Les entretiens ont porté sur la pêche et l’énergie.", ("pêche", "énergie")),
        (f"{TALKS}. Leur échange a porté sur la paix et la stabilité au Sahel.", ("paix et la stabilité au Sahel",)),
        (f"{TALKS}. Les deux ministres ont passé en revue la coopération bilatérale.", ("coopération bilatérale",)),
        (f"{TALKS}. La Libye et la Syrie ont dominé l’entretien.", ("Libye", "Syrie")),
        (f"{TALKS}. L’énergie, l’industrie et le tourisme étaient au menu.", ("énergie", "industrie", "tourisme")),
        (f"{TALKS} pour parler de lutte antiterroriste.", ("lutte antiterroriste",)),
        (f"{TALKS}. Il y a été question de la pêche, de l’énergie et de la santé.", ("pêche", "énergie", "santé")),
        (
            "Le ministre malien Moussa Traoré s’est entretenu avec le ministre algérien Karim Benali de la situation au Soudan.",
            ("situation au Soudan",),
        ),
        (
            "Le ministre malien Moussa Traoré et le ministre algérien Karim Benali ont tenu une réunion consacrée à la pêche et à la lutte contre les passeurs.",
            ("pêche", "lutte contre les passeurs"),
        ),
        (f"{TALKS}. M. Traoré a ensuite évoqué la sécheresse devant la presse.", ()),
    ],
)
def test_topics_are_read_beside_a_meeting_or_further_on(text: str, topics: tuple[str, ...]) -> None:
    (meeting,) = meetings(text)
    assert meeting.topics == topics
