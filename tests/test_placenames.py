"""Which words of a text are the name of a place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.gazetteer import gazetteer
from corridors.placenames import PlaceNames, tokens

NAMES = PlaceNames(gazetteer())


def cut(text):
    return tokens(text, 0, len(text))


def chain(text, **options):
    return [text[named.start : named.end] for named in NAMES.chain(cut(text), **options)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Moscow–Kazan", ["Moscow", "Kazan"]),
        ("Ethiopia’s Addis Ababa–Djibouti", ["Addis Ababa", "Djibouti"]),
        ("Warsaw-Minsk-Moscow", ["Warsaw", "Minsk", "Moscow"]),
        ("Rostov-on-Don–Krasnodar", ["Rostov-on-Don", "Krasnodar"]),
        ("Rostov-on-Don-Krasnodar", ["Rostov-on-Don", "Krasnodar"]),
        ("Port-au-Prince–Cap-Haïtien", ["Port-au-Prince", "Cap-Haïtien"]),
        ("The Dar es Salaam – Dodoma", ["Dar es Salaam", "Dodoma"]),
        ("St. Petersburg/Moscow", ["St. Petersburg", "Moscow"]),
        ("Moscow–Kazan’s", ["Moscow", "Kazan"]),
        ("Moscow–Atlantis Deep", []),
        ("China–Pakistan", []),
        ("North–South", []),
        ("Rostov-on-Don", []),
        ("Moscow–", []),
        ("–Kazan", []),
        ("Moscow Kazan", []),
    ],
)
def test_a_chain_of_places_is_told_from_a_name_with_hyphens(text, places):
    assert chain(text) == places


def test_words_of_kind_may_stand_behind_a_chain_when_asked():
    assert chain("Mombasa–Nairobi Madaraka") == []
    assert chain("Mombasa–Nairobi Madaraka", spare=True) == ["Mombasa", "Nairobi"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bandar Abbas in Iran", ("Bandar Abbas", 2)),
        ("Dar es Salaam, Tanzania", ("Dar es Salaam", 3)),
        ("Ust-Luga and", ("Ust-Luga", 3)),
        ("Kazan's port", ("Kazan", 1)),
        ("kazan", None),
        ("Iran", None),
        ("Utopia Parva", None),
    ],
)
def test_the_longest_name_at_the_beginning_is_taken(text, found):
    got = NAMES.begins(cut(text))
    assert (got and (text[got[0].start : got[0].end], got[1])) == found


def test_the_longest_name_at_the_end_is_taken():
    run = cut("Kenya’s New Mombasa")
    assert NAMES.ends(run) is not None
    assert NAMES.ends(run).start == len("Kenya’s New ")


@pytest.mark.parametrize("name", ["Singapore", "Djibouti", "Luxembourg", "Moscow", "New York", "Santa Cruz"])
def test_towns_that_share_their_name_with_a_country_or_region_count(name):
    assert NAMES.of(name)


@pytest.mark.parametrize("name", ["India", "Georgia", "Peru", "Texas", "Atlantic", "North", "March", "", "-", "Port"])
def test_countries_regions_and_common_words_do_not(name):
    assert NAMES.of(name) == ()


@given(st.text(max_size=40))
def test_tokens_stand_where_they_say(text):
    found = cut(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.lists(st.sampled_from(["Moscow", "Kazan", "–", "-", "on", "Don", "Rostov", "’s", "al", "of"]), max_size=9))
def test_any_run_is_read_or_left(words):
    text = " ".join(words)
    for named in NAMES.chain(cut(text)):
        assert named.candidates
        assert text[named.start : named.end].strip() == text[named.start : named.end] != ""
