"""What the words around a name decide."""

from __future__ import annotations

import pytest

from corridors.context import Context, is_loose, own_words
from corridors.fold import fold
from corridors.model import Branch, Certainty, Corridor, Kind, Leg, Mode, Place


@pytest.mark.parametrize(
    ("text", "kind", "loose"),
    [
        ("NSR", Kind.ABBREVIATION, True),
        ("INSTC", Kind.ABBREVIATION, False),
        ("polar route", Kind.ALIAS, True),
        ("polar route", Kind.NAME, False),
        ("lobito corridor", Kind.ALIAS, False),
    ],
)
def test_loose_names(text, kind, loose):
    assert is_loose(text.lower(), text, kind) is loose


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("National Skills Register (NSR)", True),
        ("the Nominal Rate of the Skill (NSR)", False),
        ("NSR (Nominal Spike Rate)", True),
        ("NSR (see below)", False),
        ("Northern Shipping Route (NSR)", False),
        ("The NSR", False),
    ],
)
def test_abbreviation_defined_as_something_else(text, foreign):
    folded = fold(text)
    at = folded.text.index("nsr")
    assert Context(folded).defined_otherwise(at, at + 3) is foreign


def judged(text: str, friends: bool = False) -> Certainty | None:
    folded = fold(text)
    at = folded.text.index("polar route")
    own = frozenset({"murmansk"})
    return Context(folded).judge_name("polar route", (at, at + 11), (0, len(folded.text)), friends=friends, own=own)


def test_name_is_judged_by_the_words_around():
    assert judged("Cargo ships from Murmansk on the Polar Route") is Certainty.CERTAIN
    assert judged("Cargo ships on the polar route") is Certainty.LESS_CERTAIN
    assert judged("nothing but the polar route") is None
    assert judged("nothing but the polar route", friends=True) is Certainty.CERTAIN
    assert judged("pilots on flights over the Polar Route", friends=True) is None
    assert judged("ships on a polar route") is None


def test_own_words_are_places_and_parties():
    leg = Leg(Mode.SEA, "a", "b", via=("c",))
    corridor = Corridor("x", "X", "", (), (Branch("m", "M", (leg,)),), parties=("IND",))
    place = Place("a", "Nhava Sheva", "port", "IND", 0, 0)
    assert {"nhava", "sheva", "india", "indian"} <= own_words(corridor, {"a": place})
