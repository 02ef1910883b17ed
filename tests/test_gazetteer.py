"""The places checked by hand, the lookup, and what a broken table is told."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pyproj
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors._data import geodata
from corridors._errors import DataError, UnknownNameError
from corridors.catalogues import catalogue
from corridors.fold import fold_name
from corridors.gazetteer import COLUMNS, KINDS, Gazetteer, gazetteer, read_places
from corridors.land import on_land
from corridors.lexicon import lexicon
from corridors.model import Place

ROW = {
    "id": "x", "name": "X", "kind": "port", "country": "IND", "lon": "1.5", "lat": "2.5", "unlocode": "INXXX",
    "geonames": "12", "source": "hand", "note": "",
}  # fmt: skip
INLAND = {"solyanka", "dudinka", "bremen", "ruse", "szczecin"}  # river ports that Natural Earth's land lies around


def table(folder: Path, *rows: dict[str, str]) -> Path:
    path = folder / "places.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


def near_water(place: Place, metres: float) -> bool:
    """Tell whether there is sea within so many metres, in any of 72 directions at any of 10 distances."""
    turns, steps = np.meshgrid(np.arange(0, 360, 5.0), np.linspace(metres / 10, metres, 10))
    flat = np.full(turns.size, place.lon), np.full(turns.size, place.lat)
    lon, lat, _ = pyproj.Geod(ellps="WGS84").fwd(*flat, turns.ravel(), steps.ravel())
    return not on_land(lon, lat).all()


# ---------------------------------------------------------------- the shipped table


def test_the_shipped_table_is_read_once_and_whole():
    assert gazetteer() is gazetteer()
    with geodata("places.csv").open(encoding="utf-8") as file:
        assert len(gazetteer()) == sum(1 for _ in file) - 1


@pytest.mark.parametrize("place", gazetteer().values(), ids=lambda place: place.id)
def test_every_place_is_used_and_says_where_it_comes_from(place):
    ways = [way for c in catalogue().values() for way in (*c.branches, *c.baselines)]
    stops = {key for way in ways for leg in way.legs for key in (leg.start, *leg.via, leg.end)}
    assert place.id in stops
    assert place.source in ("GeoNames", "UN/LOCODE", "NGA Pub. 151", "OpenStreetMap", "Natural Earth", "hand")
    if place.source == "GeoNames" and place.kind != "waypoint":
        assert place.geonames
    if place.source == "UN/LOCODE":
        assert place.unlocode
    assert bool(place.country) != (place.kind == "waypoint" or place.id in SHARED)


SHARED = {
    "bab-el-mandeb", "bering-strait", "davis-strait", "fram-strait", "korea-strait", "strait-of-gibraltar",
    "strait-of-malacca", "taiwan-strait",
}  # fmt: skip


@pytest.mark.parametrize(
    "place", [p for p in gazetteer().values() if p.kind == "port" and p.id not in INLAND], ids=lambda place: place.id
)
def test_ports_lie_at_the_water(place):
    assert near_water(place, 15_000)


@pytest.mark.parametrize(
    "place", [p for p in gazetteer().values() if p.kind == "strait"], ids=lambda place: place.id
)  # fmt: skip
def test_straits_lie_on_the_water_clear_of_land(place):
    ring = pyproj.Geod(ellps="WGS84").fwd([place.lon] * 36, [place.lat] * 36, np.arange(0, 360, 10), [3_000] * 36)
    assert not on_land(ring[0], ring[1]).any()
    assert not on_land([place.lon], [place.lat]).any()


def test_stations_and_towns_lie_on_land_or_at_its_edge():
    inland = [p for p in gazetteer().values() if p.kind in ("station", "junction", "city", "border")]
    assert len(inland) > 30
    for place in inland:
        ring = pyproj.Geod(ellps="WGS84").fwd([place.lon] * 36, [place.lat] * 36, np.arange(0, 360, 10), [1_000] * 36)
        assert on_land(ring[0], ring[1]).any(), place.id


@pytest.mark.parametrize(
    ("key", "lon", "lat", "within_km"),
    [
        ("chennai", 80.30, 13.10, 3),  # Pub. 151
        ("vladivostok", 131.8833, 43.1083, 3),
        ("murmansk", 33.05, 68.975, 3),
        ("tiksi", 128.9833, 71.6583, 5),
        ("provideniya", -173.2917, 64.3667, 8),
        ("dikson", 80.4667, 73.5, 3),
        ("bandar-abbas", 56.0667, 27.1167, 5),  # UN/LOCODE Shahid Rajaee
        ("nhava-sheva", 72.95, 18.95, 5),
        ("amirabad", 53.37, 36.86, 5),
    ],
)
def test_positions_agree_with_a_second_source(key, lon, lat, within_km):
    place = gazetteer()[key]
    assert pyproj.Geod(ellps="WGS84").inv(place.lon, place.lat, lon, lat)[2] / 1000 < within_km


# ---------------------------------------------------------------- lookup


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("nhava-sheva", "nhava-sheva"),
        ("NHAVA SHEVA", "nhava-sheva"),
        ("Jawaharlal Nehru Port", "nhava-sheva"),
        ("INNSA", "nhava-sheva"),
        ("St. Petersburg", "st-petersburg"),
        ("Astrakhan", "astrakhan"),
        ("bandar abbas", "bandar-abbas"),
        ("petropavlovsk kamchatsky", "petropavlovsk-kamchatsky"),
        ("off-bely-island", "off-bely-island"),
    ],
)
def test_lookup_forgives(query, found):
    assert gazetteer().lookup(query).id == found


def test_a_name_of_two_places_is_not_guessed():
    with pytest.raises(UnknownNameError) as caught:
        gazetteer().lookup("Astara")
    assert set(caught.value.near) == {"Astara (Iran)", "Astara (Azerbaijan)"}


@pytest.mark.parametrize("query", ["", "off jeju", "Atlantis on the Moon"])
def test_shape_points_and_nothing_answer_to_no_name(query):
    with pytest.raises(UnknownNameError):
        gazetteer().lookup(query)


@given(
    st.sampled_from([p for p in gazetteer().values() if p.kind != "waypoint"]), st.sampled_from([str.upper, str.lower])
)
def test_every_place_is_found_by_its_id_name_and_code(place, case):
    assert gazetteer().lookup(case(place.id)) is place
    assert gazetteer().lookup(case(place.name.replace(" ", "-"))) is place
    if place.unlocode:
        assert gazetteer().lookup(case(place.unlocode)) is place


def test_a_gazetteer_is_a_mapping_in_the_order_given():
    places = [Place(name, name.upper(), "city", "IND", 0, 0) for name in ("q", "p")]
    mine = Gazetteer(places)
    assert (list(mine), len(mine), mine["p"].name, "r" in mine) == (["q", "p"], 2, "P", False)


# ---------------------------------------------------------------- what a broken table is told


def test_a_good_row_is_read_as_written(tmp_path):
    place = read_places(table(tmp_path, ROW))[0]
    assert place == Place("x", "X", "port", "IND", 1.5, 2.5, "INXXX", "12", "hand", "")
    assert place.lonlat == (1.5, 2.5)
    assert gazetteer(tmp_path / "places.csv").lookup("x") == place


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        ("id", "X y", "row 2 (X y): id: 'X y' is not accepted; a slug"),
        ("id", "", "row 2 (): id: is empty; a text is required"),
        ("name", "", "row 2 (x): name: is empty; a text is required"),
        ("name", " X", "row 2 (x): name: ' X' has blanks at its ends"),
        ("kind", "harbour", f"row 2 (x): kind: 'harbour' is not accepted; one of {', '.join(KINDS)}"),
        ("country", "IN", "row 2 (x): country: 'IN' is not accepted; an ISO 3166-1 alpha-3 code"),
        ("lon", "181", "row 2 (x): lon: '181' is not accepted; degrees from -180 to 180"),
        ("lat", "-90.1", "row 2 (x): lat: '-90.1' is not accepted; degrees from -90 to 90"),
        ("lat", "nan", "row 2 (x): lat: 'nan' is not accepted"),
        ("lon", "east", "row 2 (x): lon: 'east' is not accepted"),
        ("unlocode", "IN XXX", "row 2 (x): unlocode: 'IN XXX' is not accepted; a UN/LOCODE of five characters"),
        ("geonames", "12a", "row 2 (x): geonames: '12a' is not accepted; a GeoNames id, digits only"),
        ("source", "", "row 2 (x): source: is empty; a text is required"),
    ],
)
def test_a_fault_is_told_by_row_column_and_what_is_accepted(tmp_path, column, text, told):
    with pytest.raises(DataError) as caught:
        read_places(table(tmp_path, ROW | {column: text}))
    assert any(problem.startswith(f"places.csv: {told}") for problem in caught.value.problems), caught.value.problems


def test_every_fault_is_told_at_once_and_doubles_too(tmp_path):
    path = table(tmp_path, ROW, ROW, ROW | {"id": "y", "unlocode": "", "lon": "x", "kind": "z"})
    with path.open("a", encoding="utf-8") as file:
        file.write("short,row\n")
    with pytest.raises(DataError) as caught:
        read_places(path)
    assert [problem.split(": ", 1)[1].split(";")[0] for problem in caught.value.problems] == [
        "row 3 (x): id: 'x' is used already in row 2",
        "row 3 (x): unlocode: 'INXXX' is used already in row 2",
        "row 4 (y): kind: 'z' is not accepted",
        "row 4 (y): lon: 'x' is not accepted",
        "row 5: has 2 cells",
    ]


@pytest.mark.parametrize("content", [b"", b"id,name\nx,X\n", b"\xff\xfe", b'id,"name'])
def test_what_is_no_such_table_is_told(tmp_path, content):
    path = tmp_path / "places.csv"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"places\.csv: (row 1: the columns must be id,name|cannot be read)"):
        read_places(path)
    with pytest.raises(DataError, match="cannot be read"):
        read_places(tmp_path / "none.csv")


def test_further_names_belong_to_places_of_the_table_and_are_no_other_places():
    listed = lexicon("endnames.toml").lists
    own = {fold_name(gazetteer()[key].name): key for key in gazetteer()}
    for key, names in listed.items():
        place = key.partition(".")[2]
        assert place in gazetteer()
        assert [own[fold_name(name)] for name in names if own.get(fold_name(name), place) != place] == []
