"""Abbreviations that a text coins for a corridor."""

from __future__ import annotations

import pytest
from catalogues import PLACES, corridor, name, two

from corridors import find
from corridors.mentions import Finder
from corridors.model import Kind

KNOWN = two() | {"grand": corridor("grand", name("Grand Inland Way", Kind.NAME), parties=("KEN",), order=3)}


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder(KNOWN, places=PLACES)


def found(finder: Finder, text: str) -> list[tuple[str, str | None, str]]:
    return [(m.exact, m.corridor, str(m.kind)) for m in finder.find(text)]


def test_initials_in_brackets_stand_for_the_name_before_them(finder):
    text = (
        "Freight fills the Grand Inland Way (GIW). Kenya wants the GIW to grow; write to giw@GIW.example or GIW-test."
    )
    assert found(finder, text) == [
        ("Grand Inland Way", "grand", "name"),
        ("GIW", "grand", "abbreviation"),
        ("GIW", "grand", "abbreviation"),
    ]


@pytest.mark.parametrize("bracket", ["(GIW)", "(“GIW”)", "(the GIW)", "(GIW;", "(GIWs)"])
def test_ways_of_writing_the_bracket(finder, bracket):
    assert len(found(finder, f"Freight fills the Grand Inland Way {bracket} again.")) == 2


@pytest.mark.parametrize("bracket", ["(Kenya)", "(KPA)", "(I)", "[GIW]", "(GI)"])
def test_other_words_in_brackets_are_none(finder, bracket):
    assert len(found(finder, f"Freight fills the Grand Inland Way {bracket} again.")) == 1


def test_the_letters_stand_for_what_the_shared_name_means(finder):
    text = "Kenya and Uganda send freight by the Northern Corridor (NC). Lorries on the NC wait."
    assert [key for _, key, _ in found(finder, text)] == ["african"] * 3


def test_the_letters_mean_something_else_where_their_sentence_says_so(finder):
    text = "The Grand Inland Way (GIW) carries freight. GIW shares fell, investors of the chip firm told the court."
    assert [exact for exact, _, _ in found(finder, text)] == ["Grand Inland Way", "GIW"]


def test_letters_that_are_listed_for_another_corridor_mean_the_one_they_stand_beside():
    text = "Freight fills the Ayport Yellow Crossing (AYC). The AYC is long."
    known = KNOWN | {"yellow": corridor("yellow", name("Ayport Yellow Crossing", Kind.NAME), order=4)}
    assert [m.corridor for m in Finder(known, places=PLACES).find(text)] == ["yellow"] * 3


def test_letters_of_a_body_are_its_own():
    known = KNOWN | {"body": corridor("body", name("Ayport Yellow Initiative", Kind.NAME), order=4)}
    found = Finder(known, places=PLACES).find("Freight fills the Ayport Yellow Initiative (AYI). The AYI met.")
    assert [m.exact for m in found] == ["Ayport Yellow Initiative"]


def test_letters_in_cyrillic():
    text = "Транскаспийский транспортный коридор (ТТК) становится главным путём в Европу."
    assert [(m.exact, m.corridor) for m in find(text)] == [
        ("Транскаспийский транспортный коридор", "middle-corridor"),
        ("ТТК", "middle-corridor"),
    ]


def test_a_noun_with_a_capital_belongs_to_the_letters(finder):
    text = "Freight fills the Grand Inland Way (GIW). Ministers of the GIW Corridor met on the GIW corridor."
    assert [exact for exact, *_ in found(finder, text)] == ["Grand Inland Way", "GIW", "GIW Corridor", "GIW"]
