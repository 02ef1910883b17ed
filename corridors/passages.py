"""
The named sea passages: straits, canals, capes and areas, and whether a line sails them.

Read from `geodata/passages.geojson`, which is written by hand. A passage is sailed where a line crosses one of its
gates, which are short lines from shore to shore, or enters its area. Channels are lines along which ships pass where
the map of the land has no water; a barrier is never crossed.
"""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from corridors._data import geodata
from corridors._errors import DataError, UnknownNameError

Floats = NDArray[np.float64]
LAST_RESORT = "last-resort"
DEFAULTS = ("open", "closed", LAST_RESORT)
ARCTIC = 60.0  # degrees north, south of which no area reaches
BARRIER = "barrier"  # stands for the ice barrier among the keys of what a line crosses
TRANSIT = "/transit"  # appended to the id of an area: its gates only
KINDS = ("area", "canal", "cape", "channel", "passage", "river", "strait")


@dataclass(frozen=True, slots=True)
class Passage:
    """
    A named passage.

    `default` is ``open``, ``closed`` (sailed only on request) or ``last-resort``: an area sailed from end to end on
    request or where nothing else is nearly as short, a canal sailed on request or where there is no other way.
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
def barrier() -> Floats:
    """Return the arcs no route crosses, as rows of two positions in degrees."""
    lines = [line for f in _features() if f["properties"]["role"] == "barrier" for line in _lines(f)]
    return _arcs(lines)


@lru_cache(maxsize=1)
def channel_area(reach_deg: float = 0.08) -> Any:
    """Return the surroundings of all channels, where the map of the land shows no water though ships pass."""
    lines = [shapely.LineString(line) for p in passages().values() for line in p.channels]
    return shapely.union_all(shapely.buffer(lines, reach_deg))


def sailed(lonlat: Floats) -> tuple[str, ...]:
    """
    Return the ids of the passages a line sails, in the order in which it meets them.

    Parameters
    ----------
    lonlat
        Vertices of the line in degrees, joined by great circles; longitudes may leave ±180.
    """
    arcs, owner = _gates()
    a, b = unit(lonlat[:-1]), unit(lonlat[1:])
    met: dict[str, float] = {}
    ids = list(passages())
    step, gate = np.nonzero(crossings(a, b, arcs))
    for i, j in zip(step.tolist(), gate.tolist(), strict=True):
        one = passages()[ids[owner[j]]]
        if not one.area:
            met[one.id] = min(met.get(one.id, np.inf), i + _fraction(a[i], b[i], arcs[j]))
    if lonlat[:, 1].max() > ARCTIC:
        for key, one in passages().items():
            inside = enters(lonlat[:-1], lonlat[1:], one) if one.area else np.zeros(1, bool)
            if inside.any():
                met[key] = float(np.argmax(inside))
    return tuple(key for _, key in sorted((at, key) for key, at in met.items()))


def gates_met(lonlat: Floats) -> frozenset[str]:
    """
    Return what a line crosses: ids of passages by their gates, areas marked with `TRANSIT`, and `BARRIER`.

    Parameters
    ----------
    lonlat
        Vertices of the line in degrees.
    """
    arcs, keys = _lines_to_cross()
    hit = crossings(unit(lonlat[:-1]), unit(lonlat[1:]), arcs).any(axis=0)
    return frozenset(keys[i] for i in np.nonzero(hit)[0].tolist())


@lru_cache(maxsize=1)
def _lines_to_cross() -> tuple[Floats, tuple[str, ...]]:
    arcs, owner = _gates()
    ids = [key + (TRANSIT if one.area else "") for key, one in passages().items()]
    rows = barrier()
    ice = np.stack([unit(rows[:, :2]), unit(rows[:, 2:])], axis=1)
    return np.concatenate([arcs, ice]), (*(ids[i] for i in owner.tolist()), *[BARRIER] * len(ice))


def sails(start: Floats, end: Floats, key: str) -> NDArray[np.bool_]:
    """
    Tell for each great circle whether it sails a passage: crosses a gate, or enters the area if it has one.

    Parameters
    ----------
    start, end
        Rows of longitude and latitude in degrees.
    key
        Id of the passage; with `TRANSIT` appended only the gates count.
    """
    one = passages()[key.removesuffix(TRANSIT)]
    if one.area and not key.endswith(TRANSIT):
        return enters(start, end, one)
    return crosses(start, end, gate_arcs(one))


def crosses(start: Floats, end: Floats, arcs: Floats) -> NDArray[np.bool_]:
    """Tell for each great circle whether it crosses any of some arcs (rows of two positions in degrees)."""
    ends = np.stack([unit(arcs[:, :2]), unit(arcs[:, 2:])], axis=1)
    return np.asarray(crossings(unit(start), unit(end), ends).any(axis=1))


def gate_arcs(one: Passage) -> Floats:
    """Return the gates of a passage as rows of two positions in degrees."""
    return _arcs(one.gates)


def enters(start: Floats, end: Floats, one: Passage) -> NDArray[np.bool_]:
    """Tell for each line from start to end whether it enters the area of a passage."""
    ring = shapely.Polygon(one.area)
    west, south, east, _ = ring.bounds
    answer = np.zeros(len(start), bool)
    near = np.maximum(start[:, 1], end[:, 1]) > south
    index = np.nonzero(near)[0]
    if not len(index):
        return answer
    shapely.prepare(ring)
    middle = (west + east) / 2
    first = middle + (start[index, 0] - middle + 180) % 360 - 180
    last = first + (end[index, 0] - start[index, 0] + 180) % 360 - 180
    pairs = np.stack([np.column_stack([first, start[index, 1]]), np.column_stack([last, end[index, 1]])], axis=1)
    answer[index] = shapely.intersects(ring, shapely.linestrings(pairs))
    return answer


def unit(lonlat: Floats) -> Floats:
    """Return unit vectors of rows of longitude and latitude in degrees."""
    angles = np.radians(lonlat)
    sine, cosine = np.sin(angles), np.cos(angles)
    out = np.empty((len(lonlat), 3))
    np.multiply(cosine[:, 1], cosine[:, 0], out=out[:, 0])
    np.multiply(cosine[:, 1], sine[:, 0], out=out[:, 1])
    out[:, 2] = sine[:, 1]
    return out


def crossings(a: Floats, b: Floats, arcs: Floats) -> NDArray[np.bool_]:
    """
    Tell which great circles from a to b cross which arcs: both ends of each lie on both sides of the other.

    Parameters
    ----------
    a, b
        Unit vectors, one row a line.
    arcs
        Unit vectors of shape (arcs, 2, 3).
    """
    p, q = arcs[:, 0], arcs[:, 1]
    across = _cross(p, q).T
    s, t = a @ across, b @ across
    hit = np.asarray((s >= 0) != (t >= 0))
    line, arc = np.nonzero(hit)
    normal = _cross(a[line], b[line])
    u, v = (normal * p[arc]).sum(axis=1), (normal * q[arc]).sum(axis=1)
    hit[line, arc] = ((u >= 0) != (v >= 0)) & (u * t[line, arc] > 0)
    return hit


def _cross(a: Floats, b: Floats) -> Floats:
    out = np.empty_like(a)
    for i, j, k in ((0, 1, 2), (1, 2, 0), (2, 0, 1)):
        out[:, i] = a[:, j] * b[:, k] - a[:, k] * b[:, j]
    return out


def _fraction(a: Floats, b: Floats, arc: Floats) -> float:
    side = np.cross(arc[0], arc[1])
    s, t = float(a @ side), float(b @ side)
    return s / (s - t) if s != t else 0.0


@lru_cache(maxsize=1)
def _gates() -> tuple[Floats, NDArray[np.int64]]:
    arcs = [_arcs(one.gates) for one in passages().values()]
    owner = np.repeat(np.arange(len(arcs)), [len(rows) for rows in arcs])
    rows = np.concatenate(arcs)
    return np.stack([unit(rows[:, :2]), unit(rows[:, 2:])], axis=1), owner


def _arcs(lines: Sequence[Sequence[tuple[float, float]]]) -> Floats:
    return np.array([(*p, *q) for line in lines for p, q in pairwise(line)], dtype=float)


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
