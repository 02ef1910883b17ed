"""How far an attribution reaches."""

from __future__ import annotations

import pytest

from corridors.reach import closes, leads_up, outer
from corridors.sentences import Span
from corridors.speakers import attributions


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("The NSR is open, Ann Lee said.", True),
        ("The NSR is open, as Ann Lee put it.", True),
        ("The NSR, as Ann Lee put it, “is the key to the north”.", False),
        ("The NSR is open; in Oslo, Ann Lee said, it rains.", False),
        ("The NSR is open, which, Ann Lee said, “is good”.", False),
        ("The NSR is open, and Ann Lee said that it pays.", False),
    ],
)
def test_what_closes_a_sentence(text, reaches):
    whole, at = Span(0, len(text)), Span(4, 7)
    assert closes(text, attributions(text, whole)[0], at, whole) is reaches


def test_what_leads_up_to_the_verb():
    text = "Commenting on the NSR, Ann Lee said that it pays."
    whole = Span(0, len(text))
    assert leads_up(text, whole, Span(18, 21), attributions(text, whole)[0])
    assert not leads_up("Sailing" + text[10:], whole, Span(18, 21), attributions(text, whole)[0])


def test_a_person_stands_outside_a_document():
    text = "The declaration names the NSR, Ann Lee said."
    found = attributions(text, Span(0, len(text)))
    told = attributions("The declaration says so.", Span(0, 24))
    assert outer(text, told, [a for a in found if a.phrase == "Ann Lee"]).phrase == "Ann Lee"
    assert outer(text, told, []).kind == "body"
