"""Corridors known by a number of their programme."""

from __future__ import annotations

import pytest

from corridors.mentions import find


def found(text: str) -> list[tuple[str, str | None]]:
    for mention in (mentions := find(text)):
        assert text[mention.start : mention.end] == mention.exact
    return [(m.exact, m.corridor) for m in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the CAREC network, ministers agreed to lengthen Corridor 4 by a road.", [("Corridor 4", "carec-4")]),
        (
            "CAREC keeps six corridors. On Corridors 1, 3b and 5 lorries waited for hours.",
            [("Corridors 1", "carec-1"), ("3b", "carec-3"), ("5", "carec-5")],
        ),
        (
            "Speeds rose on CAREC Corridor 6 but fell on Corridor 2.",
            [("CAREC Corridor 6", "carec-6"), ("Corridor 2", "carec-2")],
        ),
    ],
)
def test_a_number_is_enough_where_the_programme_is_named_before(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The bank lends for Corridor 4 of the metro; freight and trade in China grew.",
        "CAREC officials walked down the hall to corridor 3 for coffee.",
        "CAREC carried goods. " + "Nothing was said of it for long. " * 30 + "Corridor 3 opened.",
        "CAREC carried goods through Corridor 8 and Corridor 2.5 km further.",
    ],
)
def test_numbers_of_others_are_none(text: str) -> None:
    assert found(text) == []
