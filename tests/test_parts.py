"""Parts of a corridor that bear a name which another corridor bears too."""

from __future__ import annotations

import pytest

from corridors import find


@pytest.mark.parametrize(
    "text",
    [
        "Goods from India reach the Gulf by the Eastern Corridor of the IMEC, a railway and ship link.",
        "IMEC comprises two corridors. The Eastern Corridor connects India to the Gulf, the other one is a railway.",
        "CPEC's Eastern Corridor carries freight past Lahore, and India watches the railway.",
        "The eastern corridor of the INSTC carries rail freight from Russia to India.",
    ],
)
def test_a_part_of_a_named_corridor_is_none_of_another(text: str) -> None:
    assert "dedicated-freight-corridors" not in {mention.corridor for mention in find(text)}


def test_a_shared_name_keeps_its_meaning_where_its_own_corridor_is_named() -> None:
    text = (
        "The Dedicated Freight Corridor takes trains off the main lines; IMEC has two parts as well. "
        "India opened the Eastern Corridor to freight from Ludhiana to Dankuni."
    )
    found = {mention.exact: mention.corridor for mention in find(text)}
    assert found["Eastern Corridor"] == "dedicated-freight-corridors"


def test_a_corridor_after_another_named_with_a_genitive_far_away_is_itself() -> None:
    text = "Kenya's ports serve the Northern Corridor to Kampala and Kigali, LAPSSET's ports serve Ethiopia."
    assert [m.corridor for m in find(text)][:1] == ["northern-corridor-africa"]


@pytest.mark.parametrize(
    "text", ["IMEC connects India with Europe.", "IMEC will be made of two corridors, from India to the Gulf."]
)
def test_letters_that_reach_from_place_to_place_are_a_corridor(text: str) -> None:
    assert [m.corridor for m in find(text)] == ["imec"]
