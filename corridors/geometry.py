"""
Lines on the globe: densify, unwrap, cut at the antimeridian, measure.

A *drawn* line has continuous longitudes that may leave ±180, so that a map draws it whole; a *stored* line is cut at
±180 as RFC 7946 section 3.1.9 asks. Both have the same geodesic length. Functions are pure and take and return
shapely objects in WGS 84 (longitude, latitude in degrees); lengths are in metres on the WGS 84 ellipsoid, by the
inverse solution of Karney (2013) that pyproj carries.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod
from shapely.geometry import LineString, MultiLineString
from shapely.geometry.base import BaseGeometry

STEP_M = 50_000.0
DECIMALS = 6


@cache
def geod() -> Geod:
    """Return the WGS 84 ellipsoid."""
    return Geod(ellps="WGS84")


def coordinates(line: LineString) -> NDArray[np.float64]:
    """Return the vertices of a line as an array of shape (n, 2): longitude, latitude in degrees."""
    return np.asarray(line.coords, dtype=np.float64)[:, :2]


def parts(geometry: BaseGeometry) -> list[LineString]:
    """
    Return the lines of a LineString or MultiLineString, in order.

    Raises
    ------
    TypeError
        When the geometry is neither.
    """
    if isinstance(geometry, LineString):
        return [geometry]
    if isinstance(geometry, MultiLineString):
        return list(geometry.geoms)
    raise TypeError(f"expected a LineString or MultiLineString, got {geometry.geom_type}")


def length_m(geometry: BaseGeometry) -> float:
    """Measure the geodesic length of a line or of several, in metres."""
    total = 0.0
    for line in parts(geometry):
        lon, lat = coordinates(line).T
        total += float(geod().line_length(lon, lat))
    return total


def unwrap(line: LineString) -> LineString:
    """
    Make longitudes continuous, so that no step exceeds 180 degrees.

    The first vertex keeps its longitude.
    """
    points = coordinates(line).copy()
    steps = np.diff(points[:, 0])
    points[1:, 0] -= 360.0 * np.cumsum(np.round(steps / 360.0))
    return LineString(points)


def shift_near(line: LineString, lon: float) -> LineString:
    """Shift a line by whole turns so that its first vertex lies within 180 degrees of a longitude."""
    points = coordinates(line).copy()
    points[:, 0] += 360.0 * round((lon - points[0, 0]) / 360.0)
    return LineString(points)


def great_circle(start: tuple[float, float], end: tuple[float, float], *, step_m: float = STEP_M) -> LineString:
    """
    Draw the geodesic between two points with a vertex at least every `step_m` metres.

    Longitudes are continuous and begin with the first point's.
    """
    return densify(LineString([start, end]), step_m=step_m)


def densify(line: LineString, *, step_m: float = STEP_M) -> LineString:
    """
    Put vertices on the geodesics between the vertices of a line, at most `step_m` metres apart.

    The given vertices stay. Longitudes of the result are continuous.

    Raises
    ------
    ValueError
        When `step_m` is not positive.
    """
    if not step_m > 0:
        raise ValueError(f"step_m must be positive, got {step_m!r}")
    points = coordinates(line)
    dense: list[tuple[float, float]] = [tuple(points[0])]
    for (lon, lat), (next_lon, next_lat) in itertools.pairwise(points):
        gap = geod().inv(lon, lat, next_lon, next_lat)[2]
        count = math.ceil(gap / step_m) - 1
        if count > 0:
            dense.extend(geod().npts(lon, lat, next_lon, next_lat, count))
        dense.append((next_lon, next_lat))
    return unwrap(LineString(dense))


def join(lines: Sequence[LineString]) -> LineString:
    """
    Join lines into one with continuous longitudes.

    A vertex that repeats the one before it is left out.

    Raises
    ------
    ValueError
        When there is no line.
    """
    if not lines:
        raise ValueError("no line to join")
    points = coordinates(unwrap(lines[0]))
    for line in lines[1:]:
        more = coordinates(shift_near(unwrap(line), points[-1, 0]))
        skip = 1 if np.allclose(more[0], points[-1], rtol=0, atol=1e-9) else 0
        points = np.vstack([points, more[skip:]])
    return LineString(points)


def cut_at_antimeridian(line: LineString) -> LineString | MultiLineString:
    """
    Cut a line where it crosses ±180 degrees, as RFC 7946 section 3.1.9 asks.

    The cut lies on the great circle between the two vertices. A line that only touches the antimeridian stays
    whole. Longitudes of the result are within ±180.
    """
    points = coordinates(unwrap(line))
    pieces: list[list[tuple[float, float]]] = [[tuple(points[0])]]
    worlds = [_world(points[0, 0], points[min(1, len(points) - 1), 0])]
    for here, there in itertools.pairwise(points):
        while _leaves(worlds[-1], there[0]):
            east = there[0] > here[0]
            edge = worlds[-1] * 360.0 + (180.0 if east else -180.0)
            crossing = (edge, _latitude_at(here, there, edge))
            pieces[-1].append(crossing)
            pieces.append([crossing])
            worlds.append(worlds[-1] + (1 if east else -1))
        pieces[-1].append(tuple(there))
    lines = []
    for world, piece in zip(worlds, pieces, strict=True):
        kept = [p for i, p in enumerate(piece) if i == 0 or p != piece[i - 1]]
        if len(kept) > 1:
            lines.append(LineString([(lon - 360.0 * world, lat) for lon, lat in kept]))
    if not lines:
        return LineString([(lon - 360.0 * worlds[0], lat) for lon, lat in points])
    return lines[0] if len(lines) == 1 else MultiLineString(lines)


def _world(lon: float, next_lon: float) -> int:
    """Return the number of the copy of the world a line sets out in; on the edge itself, the one it moves into."""
    world = math.floor((lon + 180.0) / 360.0)
    on_edge = (lon + 180.0) % 360.0 == 0.0
    return world - 1 if on_edge and next_lon < lon else world


def _leaves(world: int, lon: float) -> bool:
    return lon > world * 360.0 + 180.0 or lon < world * 360.0 - 180.0


def _latitude_at(here: NDArray[np.float64], there: NDArray[np.float64], lon: float) -> float:
    """Latitude at which the great circle through two points meets a meridian (spherical, degrees)."""
    lon_a, lat_a, lon_b, lat_b = np.radians([here[0], here[1], there[0], there[1]])
    at = math.radians(lon)
    turn = math.sin(lon_b - lon_a)
    if abs(turn) < 1e-12:
        return float(here[1])
    tangent = math.tan(lat_a) * math.sin(lon_b - at) + math.tan(lat_b) * math.sin(at - lon_a)
    return math.degrees(math.atan(tangent / turn))


def bbox(geometry: BaseGeometry) -> tuple[float, float, float, float]:
    """
    Return west, south, east, north as RFC 7946 section 5 asks: west exceeds east where ±180 is crossed.

    `geometry` is in the stored form.
    """
    lines = parts(geometry)
    south, north = geometry.bounds[1], geometry.bounds[3]
    lons = [coordinates(line)[:, 0] for line in lines]
    crosses = any(abs(a[-1]) == 180.0 and abs(b[0]) == 180.0 and a[-1] != b[0] for a, b in itertools.pairwise(lons))
    if not crosses:
        return (geometry.bounds[0], south, geometry.bounds[2], north)
    every = np.sort(np.unique(np.concatenate(lons) % 360.0))
    gaps = np.diff(np.append(every, every[0] + 360.0))
    widest = int(np.argmax(gaps))
    west, east = every[(widest + 1) % len(every)], every[widest]
    return (_signed(west), south, _signed(east), north)


def _signed(lon: float) -> float:
    return float(lon - 360.0) if lon > 180.0 else float(lon)


def rounded(geometry: BaseGeometry, decimals: int = DECIMALS) -> BaseGeometry:
    """Round coordinates, keeping at least two vertices and leaving out vertices that become equal."""
    lines = []
    for line in parts(geometry):
        points = np.round(coordinates(line), decimals) + 0.0
        keep = np.append(True, np.any(np.diff(points, axis=0) != 0, axis=1))
        kept = points[keep] if keep.sum() > 1 else points[:2]
        lines.append(LineString(kept))
    return lines[0] if isinstance(geometry, LineString) else MultiLineString(lines)


def simplify(line: LineString, tolerance_m: float) -> LineString:
    """
    Leave out vertices that lie within about `tolerance_m` metres of the line (Douglas-Peucker).

    Distances are taken on a cylinder that is true at the line's mean latitude, which is good enough to thin a line
    for display; the ends stay.
    """
    points = coordinates(line)
    squeeze = max(math.cos(math.radians(float(points[:, 1].mean()))), 0.05)
    flat = LineString(points * [squeeze, 1.0]).simplify(tolerance_m / 111_195.0)
    return LineString(coordinates(flat) / [squeeze, 1.0])
