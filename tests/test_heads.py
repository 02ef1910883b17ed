"""Nouns that complete a name from a distance."""

from __future__ import annotations

import pytest

from corridors.entries import Part
from corridors.fold import fold
from corridors.heads import (
    completed,
    head_words,
    is_of_other_kind,
    is_of_other_mode,
    listed,
    named_after,
    spelt_out,
    with_head,
)

STEMS = {
    "lobito": [Part("lobito", "corridor", False, False)],
    "northern": [Part("north", "corridor", True, True)],
    "central": [Part("centre", "corridor", True, True)],
    "grey gate": [Part("grey", "railway", False, False)],
    "northern sea": [Part("sea", "route", True, False)],
}


def items(text: str, noun: str) -> list[tuple[str, str]]:
    folded = fold(text).text
    at = folded.rindex(noun)
    return [(folded[i.start : i.end], i.parts[0].corridor) for i in listed(folded, (at, at + len(noun)), STEMS)]


def test_items_of_a_list_share_its_noun():
    assert items("links the Northern, Central and Lobito corridors", "corridors") == [
        ("lobito corridors", "lobito"), ("central", "centre"), ("northern", "north"),
    ]  # fmt: skip
    assert items("the Lobito/Northern corridors", "corridors") == [
        ("northern corridors", "north"),
        ("lobito", "lobito"),
    ]
    assert items("both the Central and the Northern Corridor", "corridor") == [
        ("northern corridor", "north"), ("central", "centre"),
    ]  # fmt: skip
    assert items("the Grey Gate and Northern Sea routes", "routes")[0] == ("northern sea routes", "sea")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("the wide corridors", "corridors"),
        ("northern corridors are cold", "corridors"),
        ("Lobito, 5 May. The railway", "railway"),
        ("Northern winds. Central corridors", "corridors"),
        ("the northern corridor", "corridor"),
        ("of Lobito and the great corridor", "corridor"),
    ],
)
def test_single_common_words_and_other_sentences_are_left_alone(text, noun):
    assert items(text, noun) == []


def completion(text: str, stem: str) -> str | None:
    found = completed(text, text.index(stem), text.index(stem) + len(stem), stem, STEMS[stem])
    return found and text[found.start : found.end]


def test_words_of_kind_may_stand_before_the_noun():
    assert completion("the lobito rail corridor opens", "lobito") == "lobito rail corridor"
    assert completion("grey gate line", "grey gate") == "grey gate line"
    assert completion("grey gate trade route", "grey gate") == "grey gate trade route"


def test_other_modes_and_other_words_do_not_complete():
    assert completion("the lobito road", "lobito") is None
    assert completion("grey gate highway", "grey gate") is None
    assert completion("lobito refinery corridor", "lobito") is None


def test_noun_behind_a_bare_name():
    assert with_head("grey gate corridor x", 9) == 18
    assert with_head("grey gate corridors", 9) == 9
    assert with_head("grey gate is", 9) == 9


def test_head_words_have_plurals():
    assert {"corridor", "corridors", "railway", "railways"} <= set(head_words())


def test_noun_behind_an_article_is_the_last_items_alone():
    assert items("the office of Lobito and the Central Corridor", "corridor") == [("central corridor", "centre")]
    assert items("the Northern and the Central Corridor", "corridor")[1:] == [("northern", "north")]


def test_other_kind_of_noun():
    assert is_of_other_kind("lobito atlantic railway", "corridor")
    assert not is_of_other_kind("lobito atlantic route", "corridor")
    assert not is_of_other_kind("nacala rail line", "railway")


def test_noun_of_another_mode_makes_another_name():
    parts = [Part("grey", "road", False, False), Part("grey", "corridor", False, False)]
    assert completed("the grey gate highway", 4, 13, "grey gate", parts) is not None
    assert completed("the grey gate railway", 4, 13, "grey gate", parts) is None


def test_items_stand_behind_a_colon_some_words_off():
    text = "four corridors running through kenya: northern, central and lobito."
    found = [(text[i.start : i.end], i.parts[0].corridor) for i in named_after(text, 14, STEMS, "corridor")]
    assert found == [("northern", "north"), ("central", "centre"), ("lobito", "lobito")]


def test_a_place_that_somebody_goes_to_shares_no_noun():
    assert items("from Ayport to the Lobito, and the northern corridor", "corridor") == [("northern corridor", "north")]


def test_a_noun_of_another_mode():
    assert is_of_other_mode("grey gate highway", "railway")
    assert not is_of_other_mode("grey gate line", "railway")
    assert not is_of_other_mode("grey gate railway", "corridor")


def test_the_words_of_letters_in_brackets_need_no_noun():
    telling = {"aland beland ceeland": (Part("own", "corridor", loose=False, shared=False),)}
    found = spelt_out("abc (aland beland ceeland) is", 3, telling)
    assert (found.start, found.end, found.stem) == (5, 25, "aland beland ceeland")
    assert spelt_out("abc (aland beland) is", 3, telling) is None
    assert spelt_out("abc, aland beland ceeland", 3, telling) is None
