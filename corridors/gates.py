"""
What a line at sea crosses: the gates of passages, their areas, and the ice barrier.

A passage is sailed where a line crosses one of its gates, which are short lines from shore to shore, or enters its
area. Lines are great circles between vertices; see `corridors.passages` for the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from corridors.passages import TRANSIT, Passage, barrier, passages

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
ARCTIC = 60.0  # degrees north, south of which no area reaches
BARRIER = "barrier"  # stands for the ice barrier among the keys of what a line crosses


@dataclass(frozen=True, slots=True)
class Met:
    """
    What a line meets.

    `keys` are the ids of the passages whose gates it crosses (areas marked with `TRANSIT`), the ids of the areas it
    enters, and `BARRIER`. `sailed` are the ids of the passages sailed, in the order in which they are met.
    """

    keys: frozenset[str]
    sailed: tuple[str, ...]


def unit(lonlat: Floats) -> Floats:
    """Return unit vectors of rows of longitude and latitude in degrees."""
    angles = np.radians(lonlat)
    sine, cosine = np.sin(angles), np.cos(angles)
    out = np.empty((len(lonlat), 3))
    np.multiply(cosine[:, 1], cosine[:, 0], out=out[:, 0])
    np.multiply(cosine[:, 1], sine[:, 0], out=out[:, 1])
    out[:, 2] = sine[:, 1]
    return out


def met(lonlat: Floats, at: Floats) -> Met:
    """
    Tell what a line meets.

    Parameters
    ----------
    lonlat
        Vertices of the line in degrees, joined by great circles; longitudes may leave ±180.
    at
        The same as unit vectors.
    """
    line, gate, share = _crossed(at[:-1], at[1:], _all_gates())
    ids = _gate_ids()
    first: dict[str, float] = {}
    for where, key in zip((line + share).tolist(), (ids[i] for i in gate.tolist()), strict=True):
        first[key] = min(first.get(key, np.inf), where)
    if lonlat[:, 1].max() > ARCTIC:
        for one in filter(lambda one: one.area, passages().values()):
            inside = enters(lonlat[:-1], lonlat[1:], one)
            if inside.any():
                first[one.id] = float(np.argmax(inside))
    order = sorted((where, key) for key, where in first.items() if key in passages())
    return Met(frozenset(first), tuple(key for _, key in order))


def sailed(lonlat: Floats) -> tuple[str, ...]:
    """
    Return the ids of the passages a line sails, in the order in which it meets them.

    Parameters
    ----------
    lonlat
        Vertices of the line in degrees, joined by great circles; longitudes may leave ±180.
    """
    return met(lonlat, unit(lonlat)).sailed


def sails(start: Floats, end: Floats, key: str) -> Bools:
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


def crosses(start: Floats, end: Floats, arcs: Floats) -> Bools:
    """Tell for each great circle whether it crosses any of some arcs (rows of two positions in degrees)."""
    answer = np.zeros(len(start), bool)
    answer[_crossed(unit(start), unit(end), _poles(arcs))[0]] = True
    return answer


def gate_arcs(one: Passage) -> Floats:
    """Return the gates of a passage as rows of two positions in degrees."""
    return _arcs(one.gates)


def barrier_arcs() -> Floats:
    """Return the arcs no route crosses, as rows of two positions in degrees."""
    return _arcs(barrier())


def enters(start: Floats, end: Floats, one: Passage) -> Bools:
    """Tell for each line from start to end whether it enters the area of a passage."""
    answer = np.zeros(len(start), bool)
    ring = _ring(one.id)
    west, south, east, _ = ring.bounds
    index = np.nonzero(np.maximum(start[:, 1], end[:, 1]) > south)[0]
    if not len(index):
        return answer
    middle = (west + east) / 2
    first = middle + (start[index, 0] - middle + 180) % 360 - 180
    last = first + (end[index, 0] - start[index, 0] + 180) % 360 - 180
    pairs = np.stack([np.column_stack([first, start[index, 1]]), np.column_stack([last, end[index, 1]])], axis=1)
    answer[index] = shapely.intersects(ring, shapely.linestrings(pairs))
    return answer


@dataclass(frozen=True, slots=True)
class _Arcs:
    """Arcs of great circles: unit vectors of both ends, and the poles of the circles as columns."""

    p: Floats
    q: Floats
    across: Floats


def _poles(arcs: Floats) -> _Arcs:
    p, q = unit(arcs[:, :2]), unit(arcs[:, 2:])
    return _Arcs(p, q, _cross(p, q).T)


def _crossed(a: Floats, b: Floats, arcs: _Arcs) -> tuple[Ints, Ints, Floats]:
    """
    Return which great circles from a to b cross which arcs: both ends of each lie on both sides of the other.

    For each crossing come the number of the line, the number of the arc, and about how far along the line it is.
    """
    s, t = a @ arcs.across, b @ arcs.across
    line, arc = np.nonzero((s >= 0) != (t >= 0))
    normal = _cross(a[line], b[line])
    u, v = (normal * arcs.p[arc]).sum(axis=1), (normal * arcs.q[arc]).sum(axis=1)
    out, into = s[line, arc], t[line, arc]
    hit = ((u >= 0) != (v >= 0)) & (u * into > 0)
    return line[hit], arc[hit], out[hit] / (out[hit] - into[hit])


def _cross(a: Floats, b: Floats) -> Floats:
    out = np.empty_like(a)
    for i, j, k in ((0, 1, 2), (1, 2, 0), (2, 0, 1)):
        out[:, i] = a[:, j] * b[:, k] - a[:, k] * b[:, j]
    return out


@lru_cache(maxsize=1)
def _all_gates() -> _Arcs:
    return _poles(np.concatenate([*(gate_arcs(one) for one in passages().values()), barrier_arcs()]))


@lru_cache(maxsize=1)
def _gate_ids() -> tuple[str, ...]:
    """Return for each of all gates what it stands for among the keys of what a line meets."""
    ids = [key + (TRANSIT if one.area else "") for key, one in passages().items() for _ in range(len(gate_arcs(one)))]
    return (*ids, *[BARRIER] * len(barrier_arcs()))


@lru_cache(maxsize=16)
def _ring(key: str) -> Any:
    ring = shapely.Polygon(passages()[key].area)
    shapely.prepare(ring)
    return ring


def _arcs(lines: Sequence[Sequence[tuple[float, float]]]) -> Floats:
    return np.array([(*p, *q) for line in lines for p, q in pairwise(line)], dtype=float)
