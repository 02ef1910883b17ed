"""Which places of a map matter most."""

from __future__ import annotations

from corridors.atlas import Atlas
from corridors.model import Branch, Corridor, Leg, Mode
from corridors.page import build_payload
from corridors.page.ranks import Part, parts, population, rank


def test_parts_of_a_branch() -> None:
    legs = (
        Leg(Mode.SEA, "a", "b"), Leg(Mode.RAIL, "b", "c"), Leg(Mode.RAIL, "c", "d"),
        Leg(Mode.RAIL, "c", "e", variant="siding"),
    )  # fmt: skip
    found = parts([Corridor("k", "K", "", (), (Branch("x", "X", legs),))])
    assert found == {"a": Part.END, "b": Part.CHANGE, "c": Part.STOP, "d": Part.END, "e": Part.STOP}


def test_ports_and_large_cities_come_before_small_stations() -> None:
    assert rank(Part.END, "port", 0) == rank(Part.STOP, "city", 5_000_000) == 0
    assert rank(Part.END, "station", 50_000) == rank(Part.STOP, "junction", 500_000) == 1
    assert rank(Part.END, "strait", 0) == 1
    assert rank(Part.STOP, "station", 50_000) == 2
    assert rank(Part.WAY, "station", 50_000) == 3


def test_population_is_that_of_the_town_of_the_name_nearby() -> None:
    assert population({"name": "Moscow", "lon": 37.65, "lat": 55.77}) > 5_000_000
    assert population({"name": "Moscow", "lon": -117.0, "lat": 46.7}) < 100_000
    assert population({"name": "Bandar Abbas railway", "lon": 56.2, "lat": 27.2}) > 100_000
    assert population({"name": "Nowhere at all", "lon": 0.0, "lat": 0.0}) == 0


def test_moscow_comes_before_chekhov(bundled: Atlas) -> None:
    places = [place["id"] for place in build_payload(bundled)["places"]]
    assert places.index("moscow") < places.index("chekhov")
