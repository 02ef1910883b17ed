"""Two places that name a route, and two that do not."""

from __future__ import annotations

import re

import pytest
from catalogues import PLACES, two

from corridors.ends import Ends
from corridors.fold import fold
from corridors.model import Mode
from corridors.pairs import PlaceHit, pairs

ENDS = Ends(two(), PLACES)
NAMES = "|".join([*ENDS.names, "kenya", "rwanda", "uganda", "russia"])


def found(text: str) -> list[tuple[str, bool, bool, str]]:
    folded = fold(text)
    hits = [
        PlaceHit(m.start(), m.end(), ENDS.names.get(m[0]) or ENDS.broad[f"{m[0]}*"])
        for m in re.finditer(NAMES, folded.text)
    ]
    return [
        (folded.text[h.start : h.end], h.named, h.sure, meant[0].corridor) for h, meant in pairs(folded, hits, ENDS)
    ]


def read(text: str) -> list[tuple[str, bool, bool]]:
    return [row[:3] for row in found(text)]


@pytest.mark.parametrize(
    ("text", "span", "named", "sure"),
    [
        ("the Ayport-Beeville route", "ayport beeville route", True, True),
        ("the Beeville–Ayport (Southern) Rail Corridor", "beeville ayport (southern) rail corridor", True, True),
        ("Ayport Beeville freight rail link opened", "ayport beeville freight rail link", True, True),
        ("the Ayport-Beeville and Other routes", "ayport beeville", True, True),
        ("from Ayport to Beeville", "from ayport to beeville", False, False),
        ("trade route from Ayport to Beeville", "trade route from ayport to beeville", False, True),
        (
            "from the port of Ayport via Third Town to Beeville",
            "from the port of ayport via third town to beeville",
            False,
            False,
        ),
        ("Ayport to Beeville freight lane", "ayport to beeville freight lane", False, True),
        (
            "a railway that will link Ayport with the town of Beeville",
            "railway that will link ayport with the town of beeville",
            False,
            True,
        ),
        ("a corridor between Ayport and Beeville", "corridor between ayport and beeville", False, True),
        ("tracks that are being laid between Ayport and Beeville", "between ayport and beeville", False, False),
        (
            "corridor (AYC) between Ayport in Some Part, Kenya, and Beeville",
            "corridor (ayc) between ayport in some part, kenya, and beeville",
            False,
            True,
        ),
        ("shipping between Ayport and Beeville", "between ayport and beeville", False, False),
        ("Ayport is now linked by rail with Beeville", "ayport is now linked by rail with beeville", False, False),
        ("Ayport-Beeville", "ayport beeville", False, False),
    ],
)
def test_pairs_that_name_a_route(text, span, named, sure):
    assert read(text) == [(span, named, sure)]


@pytest.mark.parametrize(
    "text",
    [
        "Ayport and Beeville",
        "Ayport Beeville",
        "Ayport, Beeville",
        "a road with ten gates between Ayport and Beeville",
        "talks between Ayport and Beeville",
        "power lines between Ayport and Beeville",
        "from Ayport. To Beeville",
        "Ayport\n\nto Beeville",
        "from Ayport to Ayport",
        "Ayport " + "x " * 60 + "to Beeville",
    ],
)
def test_pairs_that_name_none(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "span", "corridor"),
    [
        (
            "by rail from Ayport through Midtown to Beeville",
            "by rail from ayport through midtown to beeville",
            "african",
        ),
        ("railway from Ceeford by Deeham to Eeton", "railway from ceeford by deeham to eeton", "asian"),
        ("goods from Kenya to Rwanda via Uganda", "from kenya to rwanda", "african"),
        ("goods from Kenya to Rwanda via a Ugandan corridor", "from kenya to rwanda", "african"),
        ("a railway linking Ceeford with Eeton", "railway linking ceeford with eeton", "asian"),
    ],
)
def test_ends_on_a_corridor_tell_it(text, span, corridor):
    assert (span, corridor) in [(row[0], row[3]) for row in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "goods from Kenya to Rwanda",
        "goods from Kenya to Russia via Uganda",
        "he went from Ceeford to Eeton",
        "a road linking Ayport with Eeton",
    ],
)
def test_ends_that_tell_no_corridor(text):
    assert found(text) == []


def test_chain_of_places_is_one_line():
    assert found("by Ceeford–Deeham–Eeton") == [("ceeford deeham eeton", False, True, "asian")]
    assert found("the Ceeford – Deeham – Eeton railway")[0] == ("ceeford deeham eeton railway", True, True, "asian")


@pytest.mark.parametrize("text", ["Ayport – Elsewhere – Beeville – Otherton", "Elsewhere – Ayport – Beeville"])
def test_two_places_of_a_longer_chain_are_no_line(text):
    assert found(text) == []


def test_noun_of_another_name_describes_another_route():
    assert found("the Elsewhere railway linking Ceeford with Eeton") == []
    assert found("the Kenyan railway linking Ceeford with Eeton")[0][3] == "asian"
    assert found("Railway linking Ceeford with Eeton")[0][3] == "asian"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("railway from Ayport to Beeville", Mode.RAIL),
        ("a highway that will link Ayport with Beeville", Mode.ROAD),
        ("from Ayport by train to Beeville", Mode.RAIL),
        ("the Ayport-Beeville freight rail link", Mode.RAIL),
        ("corridor from the sea port of Ayport to Beeville", None),
        ("rail and road link between Ayport and Beeville", None),
    ],
)
def test_the_noun_of_the_ends_tells_the_mode(text, mode):
    folded = fold(text)
    hits = [PlaceHit(m.start(), m.end(), ENDS.names[m[0]]) for m in re.finditer("ayport|beeville", folded.text)]
    assert [pair.mode for pair, _ in pairs(folded, hits, ENDS)] == [mode]


@pytest.mark.parametrize("text", ["a shipping lane from Ayport to Beeville", "by ship from Ayport to Beeville"])
def test_a_railway_is_no_way_of_ships(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "back to Ayport to see the Beeville railway",
        "from Ayport to Cross by way of Beeville",
    ],
)
def test_a_place_behind_other_words_is_no_end(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "link Ayport, the capital of Some Province, with Beeville",
            "link ayport, the capital of some province, with beeville",
        ),
        (
            "connect the commercial city, Ayport with the capital of Rwanda, Beeville",
            "connect the commercial city, ayport with the capital of rwanda, beeville",
        ),
        (
            "starts from Ayport in the land of Kenya and goes up to Beeville",
            "from ayport in the land of kenya and goes up to beeville",
        ),
        ("link Ayport on the Green Sea with Beeville", "link ayport on the green sea with beeville"),
        ("from Ayport, Kenya, to Beeville", "from ayport, kenya, to beeville"),
        ("from Ayport port (AYP) to Beeville", "from ayport port (ayp) to beeville"),
        ("from Ayport (AYP) to Beeville", "from ayport (ayp) to beeville"),
        ("links Ayport or Other Harbour to Beeville", "links ayport or other harbour to beeville"),
    ],
)
def test_words_may_stand_beside_an_end(text, span):
    assert [row[0] for row in read(text)][:1] == [span]


@pytest.mark.parametrize("way", ["via the Suez Canal", "in 40 days around the Cape"])
def test_ends_reached_by_a_way_of_ships_are_none_of_a_listed_corridor(way):
    assert found(f"goods go from Ayport to Beeville {way}") == []


@pytest.mark.parametrize("kind", ["humanitarian", "wildlife", "evacuation", "industrial"])
def test_ways_of_other_kinds(kind):
    assert read(f"They opened a {kind} corridor from Ayport to Beeville.") == []
