"""Misspelt names and names of no catalogue."""

from __future__ import annotations

import re

import pytest
from catalogues import corridor, name, two
from hypothesis import given
from hypothesis import strategies as st

from corridors.entries import Entries
from corridors.fold import fold
from corridors.mentions import findings
from corridors.model import Kind
from corridors.windows import Windows, _backwards, ends_compound, misspelt_heads, words_before

KNOWN = two() | {
    "blue": corridor("blue", name("Trans-Caspian International Transport Route", Kind.NAME)),
    "south": corridor("south", name("Zangezur Corridor", Kind.NAME)),
}


@pytest.fixture(scope="module")
def windows() -> Windows:
    return Windows(Entries(KNOWN).names, {"ayport", "bayport"})


def read(windows: Windows, text: str, noun: str, head: str) -> str | None:
    folded = fold(text)
    at = folded.text.rindex(noun)
    found = windows.misspelt(folded, words_before(folded, at), at, at + len(noun), head)
    return found and found[1][0].variant.folded


@pytest.mark.parametrize(
    ("text", "noun", "head", "meant"),
    [
        ("the Zangezour Coridor", "coridor", "corridor", "zangezur corridor"),
        ("the Zangezure corridor", "corridor", "corridor", "zangezur corridor"),
        (
            "by Trans-Caspain International Transport Route",
            "route",
            "route",
            "trans caspian international transport route",
        ),
        ("the Great Stepe Railwy", "railwy", "railway", "great steppe railway"),
        ("the Great Steppe Railwy", "railwy", "railway", "great steppe railway"),
    ],
)
def test_slips_of_the_pen(windows, text, noun, head, meant):
    assert read(windows, text, noun, head) == meant


@pytest.mark.parametrize(
    "text",
    ["the Southern Corridor", "the Bayport Corridor", "the zangezour corridor", "the Zangezur Corridor", "a corridor"],
)
def test_other_words_are_no_slips(windows, text):
    assert read(windows, text, "corridor", "corridor") is None


def strange(windows: Windows, text: str) -> str | None:
    folded = fold(text)
    at = folded.text.rindex("corridor")
    found = windows.unknown(folded, words_before(folded, at), at, at + 8)
    return found and folded.text[found.start : found.end]


def test_names_of_no_catalogue(windows):
    assert strange(windows, "trains on the Suwalki Freight Corridor were late") == "suwalki freight corridor"
    assert strange(windows, "near the Grey Gate corridor we met") == "grey gate corridor"


@pytest.mark.parametrize(
    "text",
    [
        "the New Transport Corridor is late",
        "the Delhi-Mumbai Industrial Corridor is late",
        "a wide corridor",
        "MINISTER OPENS GREY GATE CORRIDOR TODAY",
        "Minister Opens Grey Gate Corridor Today",
    ],
)
def test_common_words_other_things_and_headlines_are_no_names(windows, text):
    assert strange(windows, text) is None


def test_slips_in_heads_lead_back_to_the_noun():
    slips = misspelt_heads()
    assert slips["coridor"] == slips["corrridor"] == slips["corrdior"] == "corridor"
    assert slips["railwy"] == "railway"
    assert slips["corrider"] == slips["coriodor"] == slips["corriodor"] == "corridor"
    assert "corredor" not in slips
    assert "corridor" not in slips
    assert "corridors" not in slips


@given(st.text("ab c.'&(\n_é1", max_size=24), st.integers(0, 24), st.integers(0, 24))
def test_words_before_a_noun_are_those_of_one_pattern(text, low, end):
    match = re.compile(r"(?:[^\W_]+(?:['’&.][^\W_]+)* ){1,7}$").search(text, low, end)
    words = [(match.start() + word.start(), word[0]) for word in re.finditer(r"\S+", match[0])] if match else []
    assert list(_backwards(text, low, min(end, len(text))))[::-1] == words


def test_what_goes_on_a_compound():
    folded = fold("the Oldland-Newlnad Grey Highway and the Grey Highway")
    assert ends_compound(folded, folded.text.index("grey"))
    assert not ends_compound(folded, folded.text.rindex("grey"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Oman’s Trans-Oranje corridor and Cunene corridor grow.", ["Trans-Oranje corridor", "Cunene corridor"]),
        ("Amtrak’s Northeast Corridor carries trains.", ["Northeast Corridor"]),
        ("The King’s Highway Corridor carries trucks.", ["King’s Highway Corridor"]),
    ],
)  # fmt: skip
def test_names_of_no_catalogue_begin_behind_their_owner(text, names):
    assert [name.exact for name in findings(text).unknown] == names


def test_a_determiner_of_another_language_begins_no_name():
    assert not findings("Ce corridor, qui reliera la région à la mer, est long.").unknown
