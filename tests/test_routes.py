import math
from functools import cache

import numpy as np
import pytest

from corridors import geometry
from corridors._errors import NoRouteError, UnknownNameError
from corridors.catalogues import catalogue
from corridors.land import over_land_km
from corridors.model import Certainty, Leg, Mode, Route, Status
from corridors.passages import channel_area
from corridors.routes import leg_route, locate, route


def legs(*modes):
    for entry in catalogue().values():
        for branch in entry.branches:
            for seq, leg in enumerate(branch.legs, 1):
                if leg.mode in modes:
                    yield pytest.param(leg, id=f"{entry.id}.{branch.id}.{seq}")


@cache
def drawn(leg: Leg) -> Route:
    """Draw a leg once for all tests."""
    return leg_route(leg)


@pytest.mark.parametrize("leg", list(legs(Mode.SEA)))
def test_no_sea_leg_of_the_catalogue_touches_land(leg):
    line = drawn(leg).geometry
    assert over_land_km(line, skip_ends_m=25_000, ignore=channel_area()) == 0


def test_the_caspian_legs_stay_on_the_caspian():
    branch = next(b for b in catalogue()["instc"].branches if b.id == "trans-caspian")
    caspian = [leg for leg in branch.legs if leg.mode is Mode.SEA and leg.start != "nhava-sheva"]
    assert len(caspian) >= 4
    for leg in caspian:
        lon, lat = geometry.coordinates(leg_route(leg).geometry).T
        assert lon.min() > 46.5
        assert lon.max() < 55
        assert lat.min() > 36
        assert lat.max() < 47


@pytest.mark.parametrize("leg", list(legs(Mode.RAIL, Mode.ROAD)))
def test_a_land_leg_is_routed_or_says_that_it_is_not(leg):
    got = drawn(leg)
    if got.certainty is not Certainty.UNCERTAIN:
        assert leg.status in (Status.OPERATING, Status.SUSPENDED)
        assert max(got.connectors_m) < 10_000
        assert ("by hand" in got.note) == (got.certainty is Certainty.LESS_CERTAIN)
    else:
        assert "drawn" in got.note


@pytest.mark.parametrize("leg", list(legs(*Mode)))
def test_no_leg_of_the_catalogue_but_unbuilt_ones_is_a_mere_line_between_places(leg):
    assert (drawn(leg).certainty is Certainty.UNCERTAIN) == (leg.status in (Status.UNDER_CONSTRUCTION, Status.PLANNED))


def test_a_leg_over_a_lake_is_not_said_to_follow_a_river():
    branch = catalogue()["islamabad-tehran-istanbul"].branches[0]
    (ferry,) = (leg for leg in branch.legs if leg.mode is Mode.RIVER)
    got = drawn(ferry)
    assert got.note == "drawn by hand along the inland waterway"
    assert got.certainty is Certainty.LESS_CERTAIN


def test_a_change_of_gauge_on_the_way_is_reported():
    assert "break of gauge, 1435 to 1520 mm" in route("Mashhad", "Bereket", mode="rail").note


def test_an_unbuilt_leg_is_the_geodesic_between_its_places():
    leg = Leg(Mode.RAIL, "rasht", "astara-ir", status=Status.PLANNED)
    got = leg_route(leg)
    a, b = locate("Rasht"), locate("Astara (Iran)")
    assert got.certainty is Certainty.UNCERTAIN
    assert got.length_m == pytest.approx(geometry.geod().inv(*a.lonlat, *b.lonlat)[2], abs=1)
    assert "planned" in got.note


def test_rail_is_the_same_length_both_ways():
    there = route("Tehran", "Bandar Abbas", mode="rail")
    back = route("Bandar Abbas", "Tehran", mode="rail")
    assert there.length_m == pytest.approx(back.length_m, rel=1e-3)
    assert there.start == "Tehran"
    assert there.geometry.coords[0] == pytest.approx(back.geometry.coords[-1], abs=0.02)


def test_via_points_are_passed_in_order():
    line = route("Baku", "Moscow", mode="rail", via=("Makhachkala", "Astrakhan")).geometry
    points = geometry.coordinates(line)
    nearest = []
    for name in ("Baku", "Makhachkala", "Astrakhan", "Moscow"):
        place = locate(name)
        count = len(points)
        away = geometry.geod().inv(*points.T, np.full(count, place.lon), np.full(count, place.lat))[2]
        assert away.min() < 20_000, name
        nearest.append(int(away.argmin()))
    assert nearest == sorted(nearest)


def test_positions_and_names_give_the_same_rail_route():
    by_name = route("Tehran", "Rasht", mode="rail")
    by_position = route(locate("Tehran").lonlat, locate("Rasht").lonlat, mode="rail")
    assert by_name.geometry.equals(by_position.geometry)


def test_islands_without_rails_are_refused_in_one_sentence():
    with pytest.raises(NoRouteError) as caught:
        route((-25.7, 37.7), "Moscow", mode="rail")
    assert "\n" not in str(caught.value)
    assert str(caught.value)


def test_two_rail_networks_that_do_not_meet_are_refused():
    with pytest.raises(NoRouteError):
        route((151.2, -33.87), "Moscow", mode="rail")


def test_unknown_places_suggest_the_nearest():
    with pytest.raises(UnknownNameError, match="Vladivostok"):
        locate("Vladivostock")


@pytest.mark.parametrize("bad", [(10, 91), (math.nan, 0), (math.inf, 0), ("a", "b"), (1, 2, 3)])
def test_positions_off_the_globe_are_refused(bad):
    with pytest.raises(ValueError, match=r"globe|pair"):
        locate(bad)


def test_unknown_modes_and_passages_on_land_are_refused():
    with pytest.raises(ValueError, match="unknown mode 'air'; known are sea, rail, road, river"):
        route("Moscow", "Tehran", mode="air")
    with pytest.raises(ValueError, match="at sea only"):
        route("Moscow", "Tehran", mode="rail", avoid=["suez-canal"])
