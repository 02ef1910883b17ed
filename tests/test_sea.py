"""Routes at sea: lengths, wishes, invariants."""

from __future__ import annotations

import json
import random

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors import _errors, geometry, land, passages, sea

NM = 1852
CHENNAI, VLADIVOSTOK = (80.3, 13.1), (131.9, 43.1)
MUMBAI, BANDAR_ABBAS, CHABAHAR = (72.85, 18.93), (56.21, 27.1), (60.62, 25.29)
MURMANSK, ARKHANGELSK, ROTTERDAM, YOKOHAMA = (33.05, 68.97), (40.52, 64.53), (4.1, 51.97), (139.66, 35.44)
ANZALI, OLYA, ASTRAKHAN, MAKHACHKALA, AMIRABAD = (
    (49.47, 37.48),
    (47.55, 45.78),
    (48.03, 46.35),
    (47.51, 42.99),
    (53.37, 36.86),
)
ST_PETERSBURG, ISTANBUL, NEW_YORK, CHICAGO = (30.2, 59.88), (28.98, 41.01), (-74.0, 40.6), (-87.6, 41.88)

# Published lengths, nautical miles: NGA Pub. 151, Distances Between Ports, 11th edition (2001).
PUBLISHED = [
    (CHENNAI, VLADIVOSTOK, 4587),
    (MUMBAI, (44.98, 12.79), 1657),
    ((128.98, 71.66), (-173.29, 64.37), 1500),
    ((-122.4, 37.81), (-157.87, 21.31), 2091),
    ((115.74, -32.05), (31.03, -29.87), 4244),
    ((-9.13, 38.7), (-43.18, -22.89), 4219),
]


def clear_of_land(path: sea.SeaPath) -> bool:
    return land.over_land_km(path.line, ignore=passages.channel_area()) == 0


@pytest.mark.parametrize(("start", "end", "miles"), PUBLISHED)
def test_length_is_near_the_published(start, end, miles):
    path = sea.sea_path([start, end])
    assert path.length_m / NM == pytest.approx(miles, rel=0.03)
    assert clear_of_land(path)


def test_length_is_that_of_the_line():
    path = sea.sea_path([CHENNAI, VLADIVOSTOK])
    assert path.length_m == pytest.approx(geometry.length_m(path.line), rel=1e-9)


def test_the_chennai_route():
    path = sea.sea_path([CHENNAI, VLADIVOSTOK])
    for key in ("strait-of-malacca", "singapore-strait", "korea-strait"):
        assert key in path.passages
    assert path.passages.index("strait-of-malacca") < path.passages.index("korea-strait")


@pytest.mark.parametrize(
    ("end", "miles"), [(BANDAR_ABBAS, 1060), (CHABAHAR, 800), (ROTTERDAM, 6351), (ST_PETERSBURG, 7350)]
)
def test_from_mumbai(end, miles):
    path = sea.sea_path([MUMBAI, end])
    assert path.length_m / NM == pytest.approx(miles, rel=0.06)
    assert clear_of_land(path)


@pytest.mark.parametrize("end", [OLYA, ASTRAKHAN, MAKHACHKALA, AMIRABAD])
def test_the_caspian_is_sailed_but_not_left(end):
    path = sea.sea_path([ANZALI, end])
    west, south, east, north = path.line.bounds
    assert 46 < west < east < 55
    assert 36 < south < north < 47
    assert clear_of_land(path)


def test_astrakhan_lies_on_the_volga():
    assert sea.sea_path([ANZALI, ASTRAKHAN]).passages == ("volga-river",)


def test_the_caspian_opens_on_request_only():
    with pytest.raises(_errors.NoRouteError, match="volga-don-canal"):
        sea.sea_path([ANZALI, ISTANBUL])
    path = sea.sea_path([ANZALI, ISTANBUL], require=["volga-don-canal"])
    assert path.passages == ("volga-river", "volga-don-canal", "kerch-strait", "bosporus")


def test_the_great_lakes_are_reached_by_the_seaway_on_request_only():
    with pytest.raises(_errors.NoRouteError, match="but by saint-lawrence-seaway, closed unless required"):
        sea.sea_path([CHICAGO, ROTTERDAM])
    assert "saint-lawrence-seaway" in sea.sea_path([CHICAGO, ROTTERDAM], require=["saint-lawrence-seaway"]).passages


def test_suez_and_cape():
    suez = sea.sea_path([MUMBAI, ROTTERDAM])
    cape = sea.sea_path([MUMBAI, ROTTERDAM], avoid=["suez-canal"])
    assert "suez-canal" in suez.passages
    assert "cape-of-good-hope" in cape.passages
    assert cape.length_m > 1.5 * suez.length_m


def test_the_arctic_is_a_last_resort():
    assert "suez-canal" in sea.sea_path([ROTTERDAM, YOKOHAMA]).passages
    assert "panama-canal" in sea.sea_path([NEW_YORK, YOKOHAMA]).passages
    assert "northern-sea-route" in sea.sea_path([MURMANSK, VLADIVOSTOK]).passages
    north = sea.sea_path([ROTTERDAM, YOKOHAMA], require=["northern-sea-route"])
    assert "bering-strait" in north.passages
    assert north.length_m / NM == pytest.approx(7000, rel=0.05)


def test_the_arctic_can_be_forbidden():
    assert "suez-canal" in sea.sea_path([MURMANSK, VLADIVOSTOK], avoid=["northern-sea-route"]).passages
    with pytest.raises(_errors.NoRouteError, match="northern-sea-route"):
        sea.sea_path([MURMANSK, (80.47, 73.5)], avoid=["northern-sea-route"])


STRAITS = ("kara-gate", "vilkitsky-strait", "sannikov-strait", "long-strait", "bering-strait")


@pytest.mark.parametrize("start", [MURMANSK, ARKHANGELSK])
def test_the_polar_route_through_its_straits(start):
    path = sea.sea_path([start, (-173.3, 64.37), VLADIVOSTOK], require=STRAITS)
    assert [key for key in path.passages if key in STRAITS] == list(STRAITS)
    assert np.abs(np.diff(np.array(path.line.coords)[:, 0])).max() < 20
    assert clear_of_land(path)


ALONE = {
    "palk-strait": (MUMBAI, CHENNAI),
    "ten-degree-channel": (CHENNAI, (103.8, 1.2)),
    "great-channel": (CHENNAI, (103.8, 1.2)),
    "sunda-strait": (MUMBAI, YOKOHAMA),
    "lombok-strait": (MUMBAI, YOKOHAMA),
    "makassar-strait": (MUMBAI, YOKOHAMA),
    "matochkin-shar": (MURMANSK, (80.47, 73.5)),
    "yugorsky-shar": (MURMANSK, (80.47, 73.5)),
    "dmitry-laptev-strait": (MURMANSK, VLADIVOSTOK),
    "northwest-passage": (NEW_YORK, YOKOHAMA),
    "torres-strait": (MUMBAI, (153.2, -27.3)),
    "bass-strait": ((115.7, -32.0), (151.3, -33.9)),
    "cook-strait": ((151.3, -33.9), (-71.6, -33.0)),
    "strait-of-magellan": (NEW_YORK, (-71.6, -33.0)),
    "drake-passage": (NEW_YORK, (-71.6, -33.0)),
    "oresund": (ROTTERDAM, ST_PETERSBURG),
    "great-belt": (ROTTERDAM, ST_PETERSBURG),
    "kiel-canal": (ROTTERDAM, ST_PETERSBURG),
    "strait-of-messina": (ISTANBUL, (8.9, 44.4)),
}


@pytest.mark.parametrize("key", ALONE)
def test_required_passage_is_passed(key):
    path = sea.sea_path(list(ALONE[key]), require=[key])
    assert key in path.passages
    assert clear_of_land(path)


@pytest.mark.parametrize(
    "key", ["suez-canal", "strait-of-malacca", "singapore-strait", "korea-strait", "taiwan-strait"]
)
def test_forbidden_passage_is_not_sailed(key):
    assert key not in sea.sea_path([ROTTERDAM, VLADIVOSTOK], avoid=[key]).passages


def test_forbidding_the_only_way_is_no_route():
    with pytest.raises(_errors.NoRouteError, match="dardanelles"):
        sea.sea_path([ISTANBUL, ROTTERDAM], avoid=["dardanelles"])


def test_wishes_that_contradict():
    with pytest.raises(ValueError, match="suez-canal"):
        sea.sea_path([MUMBAI, ROTTERDAM], require=["suez-canal"], avoid=["Suez"])


def test_unknown_passage():
    with pytest.raises(_errors.UnknownNameError, match="suez"):
        sea.sea_path([MUMBAI, ROTTERDAM], avoid=["suez-kanal"])


def test_inland_is_refused():
    with pytest.raises(_errors.NoRouteError, match="km from the nearest navigable water"):
        sea.sea_path([(37.6, 55.75), ROTTERDAM])


def test_connector_is_reported():
    path = sea.sea_path([(88.34, 22.57), CHENNAI])
    assert 25_000 < path.connectors_m[0] < 100_000
    assert "km from where the line meets navigable water" in path.note
    with pytest.raises(_errors.NoRouteError, match="10 km allowed"):
        sea.sea_path([(88.34, 22.57), CHENNAI], max_connector_m=10_000)


def test_via_is_the_same_as_concatenation():
    via = (95.0, 5.9)
    whole = sea.sea_path([CHENNAI, via, VLADIVOSTOK])
    parts = [sea.sea_path([CHENNAI, via]), sea.sea_path([via, VLADIVOSTOK])]
    assert whole.length_m == pytest.approx(sum(part.length_m for part in parts), rel=1e-9)
    assert shapely.distance(whole.line, shapely.Point(via)) == pytest.approx(0, abs=1e-6)


def test_pulled_taut():
    start, end = (-124.0, 37.5), (-156.5, 22.5)
    path = sea.sea_path([start, end])
    assert path.length_m == pytest.approx(geometry.length_m(geometry.great_circle(start, end)), rel=0.0005)


def test_straight_segments_stay_near_the_great_circle():
    points = np.array(sea.sea_path([MURMANSK, VLADIVOSTOK]).line.coords)
    middle = (points[:-1] + points[1:]) / 2
    for (lon, lat), (lon_2, lat_2), (x, y) in zip(points[:-1], points[1:], middle, strict=True):
        true = geometry.geod().npts(lon, lat, lon_2, lat_2, 1)[0]
        assert geometry.geod().inv(x, y, *true)[2] < 150


def ports() -> list[tuple[float, float]]:
    """Some places on many coasts, drawn once from the catalogue's own network, so no file is needed."""
    from corridors.search import sea_network

    rng = random.Random(5)
    lonlat = sea_network().lonlat
    lonlat = lonlat[(np.abs(lonlat[:, 1]) < 66) & ~sea_network().channel]
    return [tuple(lonlat[rng.randrange(len(lonlat))].tolist()) for _ in range(40)]


indexes = st.integers(0, 39)


@settings(max_examples=25)
@given(indexes, indexes)
def test_both_directions_agree(i, j):
    a, b = ports()[i], ports()[j]
    if a == b:
        return
    try:
        there = sea.sea_path([a, b])
    except _errors.NoRouteError:
        with pytest.raises(_errors.NoRouteError):
            sea.sea_path([b, a])
        return
    back = sea.sea_path([b, a])
    assert there.length_m == pytest.approx(back.length_m, rel=1e-6)
    assert there.passages == back.passages[::-1] or set(there.passages) == set(back.passages)
    points = np.array(there.line.coords)[1:-1]
    wet = shapely.contains_xy(passages.channel_area(), land.within_180(points[:, 0]), points[:, 1])
    assert (~land.on_land(points[:, 0], points[:, 1]) | wet).all()
    assert clear_of_land(there)


@settings(max_examples=10)
@given(indexes, indexes, st.sampled_from([-360, 360]))
def test_whole_turns_make_no_difference(i, j, turn):
    a, b = ports()[i], ports()[j]
    if a == b:
        return
    try:
        one = sea.sea_path([a, b])
    except _errors.NoRouteError:
        return
    other = sea.sea_path([(a[0] + turn, a[1]), b])
    assert other.length_m == pytest.approx(one.length_m, rel=1e-9)
    assert other.line.coords[0][0] == pytest.approx(one.line.coords[0][0] + turn)


def test_the_table_file_is_geojson():
    from corridors._data import geodata

    table = json.loads(geodata("passages.geojson").read_text(encoding="utf-8"))
    assert table["type"] == "FeatureCollection"
    assert {f["properties"]["role"] for f in table["features"]} == {"passage", "area", "channel", "barrier"}
