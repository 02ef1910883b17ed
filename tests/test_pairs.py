"""Two places that name a route, and two that do not."""

from __future__ import annotations

import re

import pytest

from corridors.fold import fold
from corridors.pairs import PlaceHit, pairs, shares_head

KNOWN = {frozenset(("ayport", "beeville")): ["corridor"]}


def read(text: str) -> list[tuple[str, bool, bool]]:
    folded = fold(text)
    hits = [PlaceHit(m.start(), m.end(), m[0]) for m in re.finditer("ayport|beeville", folded.text)]
    return [(folded.text[h.start : h.end], h.named, h.sure) for h, _ in pairs(folded, hits, KNOWN)]


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
        "from Ayport. To Beeville",
        "Ayport\n\nto Beeville",
        "from Ayport to Ayport",
        "Ayport " + "x " * 60 + "to Beeville",
    ],
)
def test_pairs_that_name_none(text):
    assert read(text) == []


def test_shared_noun():
    text = "the grey gate and blue bay corridors"
    assert shares_head(text, 4, 13) == 13
    assert shares_head(text, 18, 26) == len(text)
    assert shares_head("the blue bay corridors", 4, 12) is None
    assert shares_head("the blue bay is wide", 4, 12) is None
