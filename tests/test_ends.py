"""Corridors told by two ends."""

from __future__ import annotations

from dataclasses import replace

import pytest
from catalogues import PLACES, corridor, name, two

from corridors.ends import Ends, Meant
from corridors.model import Kind, Mode


@pytest.fixture(scope="module")
def ends() -> Ends:
    return Ends(two(), PLACES)


def keys(ends: Ends, word: str) -> frozenset[str]:
    return ends.names.get(word) or ends.broad.get(word) or ends.broad[word + "*"]


def between(ends: Ends, one: str, other: str, *via: str) -> list[str]:
    return [m.corridor for m in ends.between(keys(ends, one), keys(ends, other), [keys(ends, v) for v in via])]


def test_listed_pairs_are_sure(ends):
    assert ends.between(keys(ends, "beeville"), keys(ends, "ayport")) == (Meant("african", 1.0, True),)


def test_places_far_apart_on_a_corridor_tell_it(ends):
    assert between(ends, "ceeford", "eeton") == ["asian"]
    assert between(ends, "ayport", "midtown") == ["african"]
    assert between(ends, "ayport", "eeton") == []
    assert between(ends, "ayport", "ayport") == []


def test_countries_need_a_place_on_the_way(ends):
    assert between(ends, "kenya", "rwanda") == []
    assert between(ends, "kenya", "rwanda", "uganda") == ["african"]
    assert between(ends, "kenya", "rwanda", "kazakh") == []
    assert between(ends, "ayport", "rwanda") == ["african"]


def test_short_stretch_is_not_the_corridor():
    places = PLACES | {"near": PLACES["ayport"].__class__("near", "Nearby", "city", "KEN", 39.5, -3.9)}
    known = corridor("long", name("Long Line", Kind.NAME), nodes=("ayport", "near", "midtown", "beeville"))
    found = Ends({"long": known}, places)
    assert found.between(found.names["ayport"], found.names["nearby"]) == ()
    assert [m.corridor for m in found.between(found.names["nearby"], found.names["beeville"])] == ["long"]


def test_halves_of_a_name_are_ends():
    found = Ends({"x": corridor("x", name("Ayland Gulf-Beeland Sea corridor", Kind.NAME))}, {})
    assert found.between(found.names["beeland sea"], found.names["ayland gulf"]) == (Meant("x", 1.0, True),)
    none = Ends({"x": corridor("x", name("China-Pakistan Economic Corridor", Kind.NAME))}, {})
    assert none.names == {}


def test_two_corridors_between_the_same_ends_are_both_named():
    known = two() | {"second": corridor("second", name("Second Line", Kind.NAME), nodes=("ceeford", "deeham", "eeton"))}
    assert between(Ends(known, PLACES), "ceeford", "eeton") == ["asian", "second"]


def test_two_ports_are_no_way_of_ships_unless_a_place_between_or_the_catalogue_tells_it():
    known = corridor("strait", name("Strait Route"), nodes=("ceeford", "ayport", "eeton"), mode=Mode.SEA)
    assert between(Ends({"strait": known}, PLACES), "ceeford", "eeton") == []
    assert between(Ends({"strait": known}, PLACES), "ceeford", "eeton", "ayport") == ["strait"]
    listed = replace(known, pairs=(("ceeford", "eeton"),))
    assert between(Ends({"strait": listed}, PLACES), "ceeford", "eeton") == ["strait"]


def test_corridors_along_which_a_place_or_its_country_lies(ends):
    assert ends.along(keys(ends, "midtown")) == {"african"}
    assert ends.along(keys(ends, "russia")) == {"asian"}


def test_a_short_branch_is_not_its_corridor():
    main = corridor("x", name("Grey Line"), nodes=("ceeford", "deeham", "eeton"))
    short = corridor("x", name("Grey Line"), nodes=("ayport", "midtown"))
    both = replace(main, branches=(*main.branches, *short.branches))
    assert between(Ends({"x": short}, PLACES), "ayport", "midtown") == ["x"]
    assert between(Ends({"x": both}, PLACES), "ayport", "midtown") == []
    assert between(Ends({"x": both}, PLACES), "ceeford", "eeton") == ["x"]


def test_the_highway_between_the_ends_of_a_railway_is_another_way():
    rail = corridor("x", name("Ayport Inland Rail"), nodes=("ayport", "beeville"), mode=Mode.RAIL)
    found = Ends({"x": replace(rail, name="Ayport Inland Rail")}, PLACES)
    meant = found.between(found.names["ayport"], found.names["beeville"])
    assert [m.corridor for m in found.by(Mode.RAIL, meant)] == ["x"]
    assert found.by(Mode.ROAD, meant) == ()
