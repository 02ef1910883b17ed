"""What an abbreviation is said to stand for."""

from __future__ import annotations

import pytest

from corridors.definitions import defined_otherwise, means_otherwise


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the National Skills Registry (NSR)", 30),
        ("NSR (Nominal Spike Rate)", 0),
        ("NSR, nominal spike rate, is low", 0),
        ("The NSR is the National Skills Registry of the firms.", 15),
        ("the Northern Sea Route (NSR)", None),
        ("NSR (see below)", None),
        ("The NSR", None),
    ],
)
def test_words_with_the_initials_of_an_abbreviation(text, place):
    at = (text.index("NSR"), text.index("NSR") + 3)
    assert defined_otherwise(text, at, ()) == place


def test_names_of_the_corridor_are_no_other_meaning():
    assert defined_otherwise("Northern Spur of Rails (NSR)", (24, 27), ((0, 22),)) is None


def test_names_of_the_corridor_far_away_do_not_hide_another_meaning():
    text = "Northern Spur of Rails. " + "x " * 4_000 + "The NSR is a National Skills Register."
    at = text.index("NSR")
    assert defined_otherwise(text, (at, at + 3), ((0, 22),)) == text.index("National")


def test_a_capital_within_a_word_begins_no_meaning():
    assert defined_otherwise("The NSR is no MacNational Skills Register.", (4, 7), ()) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a net smelter return royalty (the “NSR”) of two per cent", 29),
        ("Numerical weather prediction (NWP) of fog", 29),
        ("the Northern Sea Route (NSR) in ice", None),
        ("NSR, a town", None),
    ],
)
def test_small_letters_in_front_of_brackets_mean_something_else(text, place):
    at = text.find("Northern Sea Route")
    own = [(at, at + 18)] if at >= 0 else []
    letters = "NWP" if "NWP" in text else "NSR"
    assert means_otherwise(text, letters, own) == place
