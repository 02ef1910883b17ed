"""Places with company in a text."""

from __future__ import annotations

import re

import numpy as np
import pytest
from catalogues import PLACES, two
from hypothesis import given
from hypothesis import strategies as st

from corridors.ends import Ends
from corridors.neighbours import REACH_VIA, Neighbours

ENDS = Ends(two(), PLACES)
PATTERNS = ["ayport", "midtown", "beeville", "ceeford", "deeham", "eeton", "kenya*", "rwanda*", "uganda*", "corridor"]
KEYS = [ENDS.names.get(pattern) or ENDS.broad.get(pattern) for pattern in PATTERNS]
NEIGHBOURS = Neighbours(ENDS, KEYS)
WORD = re.compile("|".join(pattern.removesuffix("*") for pattern in PATTERNS[:-1]))


def kept(text: str) -> list[str]:
    """Return the places of a text that have company."""
    stems = [pattern.removesuffix("*") for pattern in PATTERNS]
    table = np.array([(stems.index(m[0]), m.start(), m.end()) for m in WORD.finditer(text)], dtype=np.int64)
    return [text[start:end] for (_, start, end), near in zip(table, NEIGHBOURS.near(table), strict=True) if near]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("from ayport to beeville", ["ayport", "beeville"]),
        ("ayport and eeton", []),
        ("ayport, ayport and ayport", []),
        ("kenya and rwanda", []),
        ("from kenya to rwanda via uganda", ["kenya", "rwanda", "uganda"]),
        ("kenya" + " " * (REACH_VIA + 1) + "ayport", []),
        ("ceeford " + "x " * 60 + "eeton" + " y" * 60 + " ayport", ["ceeford", "eeton"]),
        ("ayport, eeton, midtown", ["ayport", "eeton", "midtown"]),
    ],
)
def test_places_need_another_on_their_corridor(text, places):
    found = kept(text)
    assert found[: len(places)] == places
    assert bool(found) == bool(places)


@given(
    st.lists(
        st.sampled_from(["ayport", "midtown", "ceeford", "eeton", "kenya", "rwanda", "uganda", "x " * 40]), min_size=1
    )
)
def test_no_two_ends_of_a_corridor_are_lost(words):
    text = " ".join(["ayport", *words])
    found = list(WORD.finditer(text))
    table = np.array([(PATTERNS.index(m[0] if m[0] in PATTERNS else f"{m[0]}*"), m.start(), m.end()) for m in found])
    near = NEIGHBOURS.near(table)
    for one, (number, _, end) in enumerate(table):
        for other in range(one + 1, min(one + 8, len(table))):
            if table[other][1] - end <= REACH_VIA and ENDS.between(KEYS[number], KEYS[table[other][0]]):
                assert near[one : other + 1].all()
