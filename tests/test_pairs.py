"""Two places that name a route, and two that do not."""

from __future__ import annotations

import re

import pytest
from catalogues import PLACES, two

from corridors.ends import Ends
from corridors.fold import fold
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
        ("the Beeville–Ayport (Southern) Sea Corridor", "beeville ayport (southern) sea corridor", True, True),
        ("Ayport Beeville freight rail link opened", "ayport beeville freight rail link", True, True),
        ("the Ayport-Beeville and Other routes", "ayport beeville", True, True),
        ("from Ayport to Beeville", "from ayport to beeville", False, False),
        ("sea route from Ayport to Beeville", "sea route from ayport to beeville", False, True),
        (
            "from the port of Ayport via Third Town to Beeville",
            "from the port of ayport via third town to beeville",
            False,
            False,
        ),
        ("Ayport to Beeville shipping lane", "ayport to beeville shipping lane", False, True),
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
            "by road from Ayport through Midtown to Beeville",
            "by road from ayport through midtown to beeville",
            "african",
        ),
        ("railway from Ceeford by Deeham to Eeton", "railway from ceeford by deeham to eeton", "asian"),
        ("goods from Kenya to Rwanda via Uganda", "from kenya to rwanda", "african"),
        ("goods from Kenya to Rwanda via a Ugandan corridor", "from kenya to rwanda", "african"),
        ("a road linking Ceeford with Eeton", "road linking ceeford with eeton", "asian"),
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
