"""Names that give way to the words around them."""

from __future__ import annotations

import pytest

from corridors.mentions import find


@pytest.mark.parametrize(
    "text",
    [
        "Tazara Express were held to a goalless draw at Nkana Stadium, while Tazara Rangers lost in the league.",
        "The Trans-Siberian Orchestra came. The Trans-Siberian crowd ranged from toddlers to grandparents.",
        "The tape she plays on the tour bus is Stan Rogers’s “Northwest Passage.”",
        "Nacala Corridor Logistics board chairperson Renato Torres hopes for more.",
    ],
)
def test_sides_bands_songs_and_firms(text):
    assert find(text) == []


def test_the_same_names_among_goods_are_corridors():
    assert [m.corridor for m in find("Tazara carries copper for Zambia to Dar es Salaam.")] == ["tazara"]
    assert [m.corridor for m in find("Ships loaded ore and crossed Canada’s “Northwest Passage”.")] == [
        "northwest-passage"
    ]
