"""
Routes at sea: from positions to a line through the sea network, pulled taut.

A journey starts at a berth: its own position where that lies at sea, else the nearest water that belongs to the
network. The line begins there, and the gap is reported as a connector. Lines follow great circles between points off
the capes; see `docs/sea.md`. Not for navigation.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString

from corridors._errors import NoRouteError
from corridors.berths import berths, words
from corridors.gates import BARRIER, met, sails, unit
from corridors.land import within_180
from corridors.passages import TRANSIT, passage, passages
from corridors.search import Berth, Found, sea_network
from corridors.sight import RADIUS_M, dense, taut

Floats = NDArray[np.float64]
SEVERAL = 2.0
BERING = (-168.9, 65.8)
ARCTIC_GATES = ((104.3, 77.8), (-95.0, 74.0))  # Cape Chelyuskin, Barrow Strait
DRAWN_M = 25_000.0  # longest connector that is drawn as part of the line
BERTH_MARGIN_M = 100.0
MOST_PLANS = 5_000


@dataclass(frozen=True, slots=True)
class SeaPath:
    """
    A route at sea.

    `line` has continuous longitudes near the first position's; straight segments between its vertices stay within
    some sixty metres of the great circle. `passages` are the ids of the passages sailed, in order. `connectors_m`
    are the gaps between the asked positions and the ends of the line, `note` says what deserves saying.
    """

    line: LineString
    passages: tuple[str, ...]
    connectors_m: tuple[float, float]
    note: str = ""

    @property
    def length_m(self) -> float:
        """Geodesic length of the line on WGS 84, in metres."""
        from corridors.geometry import length_m

        return length_m(self.line)


def sea_path(
    points: Sequence[tuple[float, float]],
    *,
    require: Sequence[str] = (),
    avoid: Sequence[str] = (),
    max_connector_m: float = 100_000,
) -> SeaPath:
    """
    Route a ship through positions in the given order.

    Parameters
    ----------
    points
        Two or more positions, longitude and latitude in degrees.
    require
        Ids or names of passages that must be sailed, in any order; this opens those closed by default.
    avoid
        Ids or names of passages that must not be sailed.
    max_connector_m
        Farthest that navigable water may be from a position, in metres.

    Raises
    ------
    NoRouteError
        When there is no way; the message says what stood in it.
    UnknownNameError
        When a passage is not known.
    ValueError
        When there are fewer than two positions, one is off the globe, or a passage is both required and avoided.

    Examples
    --------
    >>> path = sea_path([(72.85, 18.93), (56.3, 27.1)])
    >>> path.passages
    ('strait-of-hormuz',)
    """
    wanted, unwanted = _wishes(require, avoid)
    places = [_position(point) for point in points]
    if len(places) < 2:
        raise ValueError(f"a route needs two positions or more, got {len(places)}")
    ends = berths(places, max_connector_m=max_connector_m)
    lines = _lines([_Leg(a, b) for a, b in pairwise(ends)], wanted, unwanted)
    line = dense(*_joined(lines, ends[0], ends[-1]))
    line[:, 0] += 360 * round((points[0][0] - line[0, 0]) / 360)
    gaps = (ends[0].connector_m, ends[-1].connector_m)
    sailed = tuple(dict.fromkeys(key for one in lines for key in one.sailed))
    return SeaPath(shapely.linestrings(line), sailed, gaps, _note(places, gaps))


@dataclass(frozen=True, slots=True)
class _Line:
    """A leg's line: its corners in degrees and as unit vectors, its cost in metres and the passages it sails."""

    corners: Floats
    at: Floats
    cost: float
    sailed: tuple[str, ...]


def _joined(lines: Sequence[_Line], start: Berth, end: Berth) -> tuple[Floats, Floats]:
    """
    Return the corners of lines put together, in degrees and as unit vectors.

    They begin and end at the positions asked for, where these are near enough to be drawn to.
    """
    first, last = (
        np.array([one.place] if 0 < one.connector_m <= DRAWN_M else []).reshape(-1, 2) for one in (start, end)
    )
    corners = [first, *(one.corners[min(i, 1) :] for i, one in enumerate(lines)), last]
    at = [unit(first), *(one.at[min(i, 1) :] for i, one in enumerate(lines)), unit(last)]
    return np.concatenate(corners), np.concatenate(at)


def _wishes(require: Sequence[str], avoid: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of required and forbidden passages, each once, in the order of the table."""
    wanted, unwanted = ({passage(query).id for query in queries} for queries in (require, avoid))
    both = [key for key in passages() if key in wanted & unwanted]
    if both:
        raise ValueError(f"{', '.join(both)} cannot be both required and avoided")
    return tuple(k for k in passages() if k in wanted), tuple(k for k in passages() if k in unwanted)


def _position(point: tuple[float, float]) -> tuple[float, float]:
    lon, lat = float(point[0]), float(point[1])
    if not (math.isfinite(lon) and abs(lat) <= 90):
        raise ValueError(f"position {point!r} is off the globe: longitude then latitude, in degrees")
    return (round(float(within_180(lon)), 9), lat)


def _note(places: Sequence[tuple[float, float]], gaps: tuple[float, float]) -> str:
    far = [
        f"{words(place)} lies {gap / 1000:.0f} km from where the line meets navigable water"
        for place, gap in zip((places[0], places[-1]), gaps, strict=True)
        if gap > 10_000
    ]
    return "; ".join(far)


@lru_cache(maxsize=1)
def _shut() -> tuple[str, ...]:
    """Return what is closed by default: ids, with a mark on areas that are closed to transit only."""
    found = [one for one in passages().values() if not one.open_by_default]
    return tuple(one.id + (TRANSIT if one.area else "") for one in found)


def _opened(require: tuple[str, ...]) -> set[str]:
    """Return the required passages and the areas that hold one of them."""
    gates = [np.array(gate) for key in require for gate in passages()[key].gates]
    areas = [one for one in passages().values() if one.area]
    return set(require) | {one.id for one in areas if any(sails(g[:-1], g[1:], one.id).any() for g in gates)}


def _lines(legs: Sequence[_Leg], require: tuple[str, ...], avoid: tuple[str, ...]) -> list[_Line]:
    """
    Return the corners of every leg so that together they sail what is required at the least cost.

    Only what the cheapest lines miss is asked for, and more as long as something is missed: the first plan that
    misses nothing is the cheapest of all.
    """
    opened = frozenset(_opened(require))
    asked: tuple[str, ...] = ()
    while True:
        lines = _plan(legs, asked, avoid, opened)
        met = {key for line in lines for key in line.sailed}
        if set(require) <= met:
            return lines
        asked = tuple(key for key in require if key in asked or key not in met)


def _plan(
    legs: Sequence[_Leg], require: tuple[str, ...], avoid: tuple[str, ...], opened: frozenset[str]
) -> list[_Line]:
    """Return the corners of every leg, the required passages shared out among them at the least cost."""
    if len(legs) ** len(require) > MOST_PLANS:
        raise ValueError(f"too many required passages ({len(require)}) for {len(legs)} legs")
    best: tuple[float, list[_Line]] | None = None
    known: dict[tuple[int, tuple[str, ...]], _Line | None] = {}
    for plan in itertools.product(range(len(legs)), repeat=len(require)):
        found = []
        for i, leg in enumerate(legs):
            share = tuple(key for key, at in zip(require, plan, strict=True) if at == i)
            if (i, share) not in known:
                known[i, share] = leg.line(share, avoid, opened)
            found.append(known[i, share])
        cost = sum(one.cost if one else math.inf for one in found)
        if math.isfinite(cost) and (best is None or cost < best[0]):
            best = (cost, [one for one in found if one])
    if best is not None:
        return best[1]
    stuck = next((leg for leg in legs if leg.line((), avoid, opened) is None), legs[0])
    raise NoRouteError(stuck.why_not(require, avoid))


class _Leg:
    """
    One stretch between two berths, and its cheapest line under given wishes.

    It is worked out in the same direction whichever berth comes first, so that there and back are equally long.
    """

    def __init__(self, start: Berth, end: Berth) -> None:
        self.turned = start.lonlat > end.lonlat
        self.start, self.end = (end, start) if self.turned else (start, end)

    def line(self, require: tuple[str, ...], avoid: tuple[str, ...], opened: frozenset[str]) -> _Line | None:
        """Return the cheapest line, or None where there is none."""
        shut = [key for key in _shut() if key.removesuffix(TRANSIT) not in opened]
        best = self._under(require, (*avoid, *shut))
        last = [key for key in shut if key.endswith(TRANSIT) and key.removesuffix(TRANSIT) not in avoid]
        if last and (best is None or best.cost >= SEVERAL * self._arctic_bound()):
            rest = tuple(key for key in shut if key not in last)
            other = self._under(require, (*avoid, *rest))
            if other and (best is None or best.cost >= SEVERAL * other.cost):
                return other
        return best

    def _under(self, require: tuple[str, ...], forbidden: tuple[str, ...]) -> _Line | None:
        if not require and set(_shut()) <= set(forbidden):
            found = sea_network().default_path(self.start, self.end)
            if found is None:
                return None
            line = self._taut(found, forbidden)
            if line is not None:
                return line
        from corridors.wishes import wished_path

        found = wished_path(self.start, self.end, require=require, forbidden=forbidden)
        return None if found is None else self._taut(found, forbidden, require)

    def _taut(self, found: Found, forbidden: tuple[str, ...], require: tuple[str, ...] = ()) -> _Line | None:
        """Return the line of a path with needless corners left out, or None where it breaks the wishes."""
        network = sea_network()
        nodes = np.array(found.nodes)
        out, into = self.start.way(found.nodes[0]), self.end.way(found.nodes[-1])[::-1]
        ends = np.array(out), np.array(into)
        corners = np.concatenate([ends[0], network.lonlat[nodes], ends[1]])
        at = np.concatenate([unit(ends[0]), network.at[nodes], unit(ends[1])])
        inner = slice(len(out), len(out) + len(nodes))
        fixed = np.zeros(len(corners), bool)
        fixed[inner] = network.channel[nodes]
        margin = np.full(len(corners), BERTH_MARGIN_M)
        margin[inner] = network.sight_m[nodes]
        names = np.full(len(corners), -1)
        names[inner] = nodes
        keep = taut(corners, at, fixed, margin, known=lambda three: network.spare(names[three]))
        for kept in (keep, slice(None)):
            line, vectors = corners[kept], at[kept]
            if self.turned:
                line, vectors = line[::-1], vectors[::-1]
            meets = met(line, vectors)
            if meets.keys.isdisjoint((*forbidden, BARRIER)) and meets.keys.issuperset(require):
                return _Line(line, vectors, found.cost, meets.sailed)
        return None

    def _arctic_bound(self) -> float:
        """Return a length that no way through an Arctic area can undercut, in metres."""
        return min(sum(_to_gate(one.lonlat, gate) for one in (self.start, self.end)) for gate in ARCTIC_GATES)

    def why_not(self, require: tuple[str, ...], avoid: tuple[str, ...]) -> str:
        """Return a sentence that names what stands in the way of a line."""
        ends = f"between {words(self.start.place)} and {words(self.end.place)}"
        free = self._under(require, ())
        if free is None and require:
            return f"no way {ends} sails {' and '.join(require)}"
        if free is None:
            return f"no way {ends}: they share no sea"
        met = [key for key in free.sailed if key in avoid]
        if met:
            return f"no way {ends} but by {' and '.join(met)}, which is to be avoided"
        closed = [key for key in free.sailed if not passages()[key].open_by_default]
        if closed:
            return f"no way {ends} but by {' and '.join(closed)}, closed unless required"
        return f"no way {ends} keeps to {', '.join((*require, *avoid))}"


def _to_gate(point: tuple[float, float], gate: tuple[float, float]) -> float:
    """Return a lower bound of the way from a position to an Arctic gate: Pacific waters lie behind Bering Strait."""
    lon, lat = point
    pacific = lat < 65.5 and (lon > 100 or lon < -100)
    return _apart_m(point, BERING) + _apart_m(BERING, gate) if pacific else _apart_m(point, gate)


def _apart_m(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two positions (haversine formula), in metres."""
    east, low, high = math.radians(other[0] - one[0]), math.radians(one[1]), math.radians(other[1])
    chord = math.sin((high - low) / 2) ** 2 + math.cos(low) * math.cos(high) * math.sin(east / 2) ** 2
    return 2 * RADIUS_M * math.asin(min(math.sqrt(chord), 1.0))
