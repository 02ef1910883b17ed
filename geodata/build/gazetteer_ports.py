"""
Read the ports and border crossings of UN/LOCODE and find each among the towns of GeoNames.

UN/LOCODE writes coordinates as degrees.minutes (80.17 is 80°17'), and 91, 91 for none; some are wrong. A code is that
of a town when both bear one name in one country and lie within 60 km, or when the code has no position and only one
town bears the name. A port without such a town stands alone, with its own position, when that is at the sea.
A port is one for ships only when the sea is near, which is not so of most inland places with that function.
"""

from __future__ import annotations

import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyproj

from corridors.land import on_land
from corridors.letters import letter_key

NONE = 91.0
NEAR_M = 60_000.0
LARGE = 100_000
_PARTS = re.compile(r"\s*[/(),]\s*|\s*\bex\b\s*")
_PORT = re.compile(r"\b(?:Pt|Port|Terminal|Harbour|Hbr)\b\.?", re.IGNORECASE)

Town = Mapping[str, Any]


class Code(NamedTuple):
    """A port or border crossing of UN/LOCODE; `at` is its longitude and latitude in degrees where it has one."""

    code: str
    name: str
    region: str
    at: tuple[float, float] | None
    port: bool


def read_codes(wheel: Path) -> list[Code]:
    """Return what has the function of a port or border crossing, in order of code."""
    rows = _rows(
        wheel,
        "select country_code || location_code, name, subdivision, longitude, latitude, is_port from location"
        " where (is_port or is_border_cross) and status not in ('RR', 'XX') order by 1",
    )
    return [Code(code, name, region, position(lon, lat), bool(port)) for code, name, region, lon, lat, port in rows]


def read_regions(wheel: Path) -> dict[tuple[str, str], str]:
    """Return the names of the subdivisions of countries."""
    rows = _rows(wheel, "select country_code, subdivision_code, name from subdivision order by 1, 2")
    return {(country, code): name for country, code, name in rows}


def _rows(wheel: Path, query: str) -> list[Any]:
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel) as archive:
        base = sqlite3.connect(archive.extract("pyunlocode/unlocode.db", folder))
        rows = base.execute(query).fetchall()
        base.close()
    return rows


def position(lon: float, lat: float) -> tuple[float, float] | None:
    """Return decimal degrees of degrees.minutes, None where there are none or minutes reach sixty."""
    found = []
    for number in (lon, lat):
        whole, minutes = divmod(round(abs(number) * 100), 100)
        if minutes >= 60:
            return None
        found.append((-1 if number < 0 else 1) * (whole + minutes / 60))
    if (lon, lat) == (NONE, NONE) or abs(found[1]) > 90 or abs(found[0]) > 180:
        return None
    return found[0], found[1]


class Towns:
    """The towns of GeoNames by country and name."""

    def __init__(self, towns: Iterable[Town], names: Mapping[int, Iterable[str]]) -> None:
        self._by_name: dict[tuple[str, str], list[Town]] = {}
        for town in towns:
            for key in names[town["geonameid"]]:
                self._by_name.setdefault((town["countrycode"], key), []).append(town)
        self._geod = pyproj.Geod(ellps="WGS84")

    def of(self, code: Code) -> tuple[Town | None, bool]:
        """Return the town a code belongs to, and whether a large namesake far off makes its position doubtful."""
        country = code.code[:2]
        bearers = {t["geonameid"]: t for key in keys_of(code.name) for t in self._by_name.get((country, key), ())}
        if country == "US":
            bearers = {n: t for n, t in bearers.items() if t["admin1code"] == code.region}
        found = list(bearers.values())
        if code.at is None:
            return (found[0] if len(found) == 1 else None), bool(found)
        apart = [self._geod.inv(*code.at, t["longitude"], t["latitude"])[2] for t in found]
        near = [t for t, metres in zip(found, apart, strict=True) if metres < NEAR_M]
        if near:
            return max(near, key=lambda t: (t["population"], -t["geonameid"])), False
        return None, any(t["population"] >= LARGE for t in found)


def keys_of(name: str) -> Iterator[str]:
    """Yield the keys of a name of UN/LOCODE: whole, by its parts, and each without the word for a port."""
    for part in (name, *_PARTS.split(name)):
        for text in (part, _PORT.sub("", part)):
            if len(key := letter_key(text)) > 2:
                yield key


def parts_of(name: str) -> list[str]:
    """Return the names within a name of UN/LOCODE, the first being what the place is called."""
    parts = [re.sub(r"(?<=\w) (?:Pt|Port)$", "", part).strip() for part in _PARTS.split(name)]
    return list(dict.fromkeys(part for part in parts if len(letter_key(part)) > 2))


def near_sea(places: Sequence[tuple[float, float]], metres: float) -> list[bool]:
    """Tell which places have the sea within so many metres, looked for in 24 directions at six distances."""
    geod = pyproj.Geod(ellps="WGS84")
    turns, steps = np.meshgrid(np.arange(0.0, 360.0, 15.0), np.linspace(0.0, metres, 6))
    lon, lat = np.repeat(np.array(places, dtype=float).reshape(-1, 2), turns.size, axis=0).T
    around = geod.fwd(lon, lat, np.tile(turns.ravel(), len(places)), np.tile(steps.ravel(), len(places)))
    found: list[bool] = (~on_land(around[0], around[1]).reshape(-1, turns.size)).any(axis=1).tolist()
    return found
