"""A malformed frame is refused with its file, line and reason."""

from __future__ import annotations

import pytest

from dragoman.graph.reading.frames import frames, parse
from dragoman.ontology.errors import LexiconError

GOOD = """- name: meets
  record: Meeting
  trigger: [rencontrer]
  construction: active
  slots: {participant: {roles: [subject, object], kinds: [Person]}}
  needs: [participant/2]
"""


def test_the_shipped_frames_are_well_formed() -> None:
    assert len(frames("fr")) > 10


def test_a_good_frame_is_read() -> None:
    assert parse(GOOD, "x.yaml")[0].trigger == ("rencontrer",)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (GOOD.replace("Meeting", "Encounter"), "no record is called «Encounter»"),
        (GOOD.replace("active", "sideways"), "no construction is called «sideways»"),
        (GOOD.replace("participant:", "visitor:"), "has no slot «visitor»"),
        (GOOD.replace("[Person]", "[Robot]"), "unknown kind «Robot»"),
        (GOOD.replace("needs: [participant/2]", "needs: [host]"), "which it does not declare"),
        (GOOD.replace("  trigger: [rencontrer]\n", ""), "lacks 'trigger'"),
        (GOOD + "  colour: red\n", "unknown key «colour»"),
        ("- name: [", "no valid YAML"),
        ("name: x", "a frame file is a list"),
    ],
)
def test_a_malformed_frame_is_refused_with_file_line_and_reason(broken: str, reason: str) -> None:
    with pytest.raises(LexiconError, match=r"x\.yaml, line \d+") as caught:
        parse(broken, "x.yaml")
    assert reason in str(caught.value)
