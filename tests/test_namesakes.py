"""Which of several places of one name is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors._errors import UnknownNameError
from corridors.gazetteer import Gazetteer, gazetteer
from corridors.model import Mode, Place
from corridors.namesakes import Candidate, best_chain, distance_km


def countries(*names, mode=None, spoken=()):
    return [place.country for place in gazetteer().resolve(names, mode=mode, countries=spoken)]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["Tripoli", "Beirut"], ["LBN", "LBN"]),
        (["Karachi", "Hyderabad"], ["PAK", "PAK"]),
        (["Hyderabad", "Chennai"], ["IND", "IND"]),
        (["Cordoba", "Madrid"], ["ESP", "ESP"]),
        (["Cordoba", "Buenos Aires"], ["ARG", "ARG"]),
        (["Birmingham", "London"], ["GBR", "GBR"]),
        (["Georgetown", "Linden"], ["GUY", "GUY"]),
        (["Newcastle", "Sydney"], ["AUS", "AUS"]),
        (["Astara", "Rasht"], ["IRN", "IRN"]),
        (["San Jose", "Limon"], ["CRI", "CRI"]),
        (["St. Louis", "Dakar"], ["SEN", "SEN"]),
    ],
)
def test_places_named_together_lie_together(names, found):
    assert countries(*names) == found


def test_ships_go_to_the_large_port_far_off():
    assert countries("Liverpool", "Boston", mode=Mode.SEA) == ["GBR", "USA"]
    assert countries("Hamburg", "Santos", mode=Mode.SEA) == ["DEU", "BRA"]


def test_countries_spoken_of_decide():
    assert countries("Hyderabad", "Chennai")[:1] == ["IND"]
    assert countries("Hyderabad", spoken=["PAK"]) == ["PAK"]
    assert gazetteer().lookup("Valencia", countries=["VEN"]).country == "VEN"
    assert gazetteer().lookup("Georgetown", countries=["GUY"]).country == "GUY"


@pytest.mark.parametrize(
    ("name", "country", "place"),
    [
        ("Houston, Texas", "USA", "Houston"),
        ("Paris, TX", "USA", "Paris"),
        ("London, Ontario", "CAN", "London"),
        ("Valencia, Venezuela", "VEN", "Valencia"),
        ("Georgetown (Guyana)", "GUY", "Georgetown"),
        ("Oman’s Salalah", "OMN", "Şalālah"),
        ("Port of Santos", "BRA", "Santos"),
        ("Hamburg port", "DEU", "Hamburg"),
        ("Port of Spain", "TTO", "Port of Spain"),
    ],
)
def test_a_country_or_region_beside_the_name_decides(name, country, place):
    found = gazetteer().lookup(name)
    assert (found.country, found.name) == (country, place)


def test_a_country_without_such_a_place_is_a_miss():
    with pytest.raises(UnknownNameError):
        gazetteer().lookup("Hamburg, Japan")


def test_what_was_checked_by_hand_stands_for_the_same_place_of_the_world():
    found = gazetteer().candidates("Astrakhan")
    assert [c.place.id for c in found if c.table] == ["astrakhan"]
    assert all(distance_km(c.place.lonlat, gazetteer()["astrakhan"].lonlat) > 50 for c in found if not c.table)
    assert gazetteer().lookup("Astrakhan").id == "astrakhan"


def test_a_table_of_ones_own_knows_nothing_of_the_world():
    mine = Gazetteer([Place("q", "Q", "city", "IND", 0, 0)])
    assert mine.lookup("Q").id == "q"
    with pytest.raises(UnknownNameError):
        mine.lookup("Hamburg")
    with pytest.raises(KeyError):
        mine["geonames-2911298"]


def test_places_of_the_world_are_had_by_id_and_do_not_count_among_the_checked():
    assert gazetteer()["geonames-2911298"].name == "Hamburg"
    assert "geonames-2911298" in gazetteer()
    assert "geonames-2911298" not in list(gazetteer())
    assert "geonames-0" not in gazetteer()


def test_a_miss_suggests_names_of_the_world():
    with pytest.raises(UnknownNameError, match="Did you mean 'Hamburg'"):
        gazetteer().lookup("Hambrug")


PLACES = st.builds(
    Place, st.text("abc", min_size=1, max_size=3), st.just("X"), st.sampled_from(["port", "city", "station"]),
    st.sampled_from(["IND", "IRN"]), st.floats(-180, 180), st.floats(-90, 90),
)  # fmt: skip
OPTIONS = st.lists(
    st.lists(st.builds(Candidate, PLACES, st.integers(0, 10**7), st.booleans(), st.booleans()), min_size=1, max_size=5),
    min_size=1,
    max_size=4,
)


@given(OPTIONS, st.sampled_from([None, *Mode]))
def test_one_place_is_chosen_for_each_name(options, mode):
    chosen = best_chain(options, mode=mode, countries=["IND"])
    assert len(chosen) == len(options)
    assert all(candidate in each for candidate, each in zip(chosen, options, strict=True))
    if all(len(each) == 1 for each in options):
        assert [candidate.place for candidate in chosen] == [each[0].place for each in options]


@given(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), st.tuples(st.floats(-180, 180), st.floats(-90, 90)))
def test_distances_are_the_same_both_ways(a, b):
    assert 0 <= distance_km(a, b) <= 20_040
    assert distance_km(a, b) == pytest.approx(distance_km(b, a), abs=1e-6)
