"""
The named sea passages: straits, canals, capes and areas.

Read from `geodata/passages.geojson`, which is written by hand. Channels are lines along which ships pass where the map
of the land has no water; a barrier is never crossed. Whether a line sails a passage is told by `corridors.gates`.
"""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import shapely

from corridors._data import geodata
from corridors._errors import DataError, UnknownNameError

DEFAULTS = ("open", "closed", "last-resort")
TRANSIT = "/transit"  # appended to the id of an area: its gates only
KINDS = ("area", "canal", "cape", "channel", "passage", "river", "strait")


@dataclass(frozen=True, slots=True)
class Passage:
    """
    A named passage.

    `default` is ``open``, ``closed`` (sailed only on request) or ``last-resort`` (an area sailed from end to end on
    request, or where nothing else is nearly as short).
    `gates` are the lines whose crossing counts, `area` a polygon whose entering counts, `channels` the lines along
    its fairway: longitude and latitude in degrees.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    default: str
    gates: tuple[tuple[tuple[float, float], ...], ...]
    source: str
    note: str = ""
    area: tuple[tuple[float, float], ...] = ()
    channels: tuple[tuple[tuple[float, float], ...], ...] = ()

    @property
    def open_by_default(self) -> bool:
        """Whether routes use the passage without being asked to."""
        return self.default == "open"


@lru_cache(maxsize=1)
def passages() -> Mapping[str, Passage]:
    """
    Return every named passage by its id, in the order of the file.

    Raises
    ------
    DataError
        When the file breaks its schema; every fault is named.

    Examples
    --------
    >>> passages()["suez-canal"].name
    'Suez Canal'
    """
    features = _features()
    found: dict[str, Passage] = {}
    faults: list[str] = []
    for feature in features:
        record = feature["properties"]
        if record["role"] != "passage":
            continue
        areas = [f for f in features if f["properties"].get("passage") == record["id"]]
        faults += _faults(record, found)
        found[record["id"]] = Passage(
            id=record["id"],
            name=record["name"],
            aliases=tuple(record["aliases"]),
            kind=record["kind"],
            default=record["default"],
            gates=_lines(feature),
            source=record["source"],
            note=record["note"],
            area=_first(f for f in areas if f["properties"]["role"] == "area"),
            channels=tuple(_lines(f)[0] for f in areas if f["properties"]["role"] == "channel"),
        )
    if faults:
        raise DataError(faults)
    return MappingProxyType(found)


def passage(query: str) -> Passage:
    """
    Return the passage with an id, a name or an alias; case, accents, spaces and dashes do not matter.

    Raises
    ------
    UnknownNameError
        When there is none; the message suggests the nearest ids.
    """
    names = _names()
    found = names.get(_fold(query))
    if found is None:
        near = difflib.get_close_matches(_fold(query), names, n=6, cutoff=0.6)
        raise UnknownNameError("sea passage", query, list(dict.fromkeys(names[word] for word in near))[:3])
    return passages()[found]


def tag_keys() -> tuple[str, ...]:
    """Return the ids by which the network's edges are tagged: every passage, areas also by their gates alone."""
    return tuple(key for one in passages().values() for key in ((one.id, one.id + TRANSIT) if one.area else (one.id,)))


@lru_cache(maxsize=1)
def barrier() -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return the lines no route crosses: longitude and latitude in degrees."""
    return tuple(line for f in _features() if f["properties"]["role"] == "barrier" for line in _lines(f))


@lru_cache(maxsize=1)
def channel_area(reach_deg: float = 0.08) -> Any:
    """Return the surroundings of all channels, where the map of the land shows no water though ships pass."""
    lines = [shapely.LineString(line) for p in passages().values() for line in p.channels]
    return shapely.union_all(shapely.buffer(lines, reach_deg))


@lru_cache(maxsize=1)
def _features() -> list[Any]:
    features: list[Any] = json.loads(geodata("passages.geojson").read_text(encoding="utf-8"))["features"]
    return features


def _lines(feature: Any) -> tuple[tuple[tuple[float, float], ...], ...]:
    shape = feature["geometry"]
    lines = [shape["coordinates"]] if shape["type"] == "LineString" else shape["coordinates"]
    return tuple(tuple((float(lon), float(lat)) for lon, lat in line) for line in lines)


def _first(features: Iterable[Any]) -> tuple[tuple[float, float], ...]:
    for feature in features:
        return _lines(feature)[0]
    return ()


def _faults(record: Any, found: Mapping[str, Passage]) -> list[str]:
    where = f"passages.geojson: {record['id']}"
    faults = []
    if record["id"] in found:
        faults.append(f"{where}: id occurs twice")
    if record["kind"] not in KINDS:
        faults.append(f"{where}: kind {record['kind']!r} is none of {', '.join(KINDS)}")
    if record["default"] not in DEFAULTS:
        faults.append(f"{where}: default {record['default']!r} is none of {', '.join(DEFAULTS)}")
    return faults


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for one in passages().values():
        for word in (one.id, one.name, *one.aliases):
            names.setdefault(_fold(word), one.id)
    return MappingProxyType(names)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ø", "o").replace("æ", "ae"))
    return re.sub(r"[^a-z0-9]", "", plain)
