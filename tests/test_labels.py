"""Labels of transcripts and headings that end in a name."""

from __future__ import annotations

import pytest

from corridors.labels import heading_speaker, label
from corridors.sentences import Span
from corridors.transcripts import transcript


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("PRESIDENT LOURENÇO: We came.", "PRESIDENT LOURENÇO"),
        ("**Dr. Ivanova:** We came.", "Dr. Ivanova"),
        ("Q: Why?", "Q"),
        ("Status: planned", None),
        ("Note that: this", None),
    ],
)
def test_labels(line, who):
    found = label(line, Span(0, len(line)))
    assert (found[0] if found else None) == who


def test_a_dateline_makes_no_transcript():
    assert not transcript(
        "NEW DELHI: India and Russia have agreed on a good many things this week in Moscow.", 20
    ).labelled
    assert transcript("PRESIDENT LEE: We came to talk about ships.", 20).labelled


def test_heading_that_ends_in_a_name():
    text = "Northern route to open in May: Putin"
    assert heading_speaker(text, Span(0, len(text))) == ("Putin", text.index("Putin"))
    assert heading_speaker("It has three parts: ports.", Span(0, 26)) is None
