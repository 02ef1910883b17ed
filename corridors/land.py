"""
The land of the world, for telling whether a point or a line is at sea.

The shape is Natural Earth 1:10m land, cut into small pieces by `geodata/build/sea_land.py` and rounded to
ten-thousandths of a degree (11 m). Lakes are land, except the Caspian Sea.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import ArrayLike, NDArray
from shapely.geometry.base import BaseGeometry

from corridors._data import geodata

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
_GRID = 1e-4


def unplane(planes: NDArray[np.uint8]) -> NDArray[np.int32]:
    """Return the signed integers stored as byte planes, low bytes first, with the sign in the lowest bit."""
    folded = planes[0].astype(np.uint32)
    for row, plane in enumerate(planes[1:], 1):
        part = plane.astype(np.uint32)
        part <<= np.uint32(8 * row)
        folded |= part
    sign = (folded & np.uint32(1)).view(np.int32)
    folded >>= np.uint32(1)
    return np.asarray(folded.view(np.int32) ^ -sign, dtype=np.int32)


@lru_cache(maxsize=1)
def land_tree() -> Any:
    """
    Return the pieces of land in a `shapely.STRtree`, longitudes within ±180.

    Raises
    ------
    FileNotFoundError
        When the land file is missing from the installation.
    """
    points, first = land_rings()
    polygon = shapely.GeometryType.POLYGON
    return shapely.STRtree(shapely.from_ragged_array(polygon, points, (first, np.arange(len(first)))))


@lru_cache(maxsize=1)
def land_rings() -> tuple[Floats, NDArray[np.int64]]:
    """Return the outlines of the pieces: their corners in degrees, closed, and where each piece's begin."""
    with np.load(geodata("networks", "sea-land.npz")) as file:
        first = np.r_[0, np.cumsum(file["sizes"], dtype=np.int64)]
        points = np.column_stack([np.cumsum(unplane(file[axis])) for axis in "xy"])
    return np.asarray(points * _GRID, dtype=np.float64), np.asarray(first, dtype=np.int64)


def within_180(lon: ArrayLike) -> Floats:
    """Return longitudes brought into -180 (included) to 180 (excluded)."""
    return np.asarray((np.asarray(lon, dtype=float) + 180.0) % 360.0 - 180.0)


def on_land(lon: ArrayLike, lat: ArrayLike) -> Bools:
    """
    Tell for each point whether it lies on land; any longitude is accepted.

    Parameters
    ----------
    lon, lat
        Degrees, scalars or arrays of one shape.
    """
    lons, lats = np.broadcast_arrays(within_180(lon), np.asarray(lat, dtype=float))
    answer = np.zeros(lons.size, bool)
    points = shapely.points(lons.ravel(), lats.ravel())
    answer[land_tree().query(points, predicate="intersects")[0]] = True
    return answer.reshape(lons.shape)


def over_land_km(
    line: BaseGeometry,
    *,
    skip_ends_m: float = 25_000,
    step_m: float = 2_000,
    ignore: BaseGeometry | None = None,
) -> float:
    """
    Measure how much of a line runs over land.

    The geodesics between the vertices are cut into steps; a step counts when its middle is on land.

    Parameters
    ----------
    line
        A LineString in WGS 84; longitudes may leave ±180.
    skip_ends_m
        Metres at either end that do not count, since ports lie within the land of a small-scale map.
    step_m
        Longest step, in metres.
    ignore
        An area that does not count, such as ship canals; longitudes within ±180.

    Returns
    -------
    float
        Kilometres.
    """
    geod = pyproj.Geod(ellps="WGS84")
    corners = shapely.get_coordinates(line)
    if len(corners) < 2:
        return 0.0
    points = [corners[:1]]
    for (west, south), (east, north) in pairwise(corners.tolist()):
        steps = int(np.ceil(geod.inv(west, south, east, north)[2] / step_m))
        if steps > 1:
            points.append(np.array(geod.npts(west, south, east, north, steps - 1)))
        points.append(np.array([[east, north]]))
    lon, lat = np.concatenate(points).T
    lengths = geod.inv(lon[:-1], lat[:-1], lon[1:], lat[1:])[2]
    along = np.cumsum(lengths) - lengths / 2
    middle = within_180(lon[:-1] + (within_180(lon[1:] - lon[:-1])) / 2)
    level = (lat[:-1] + lat[1:]) / 2
    counts = on_land(middle, level) & (along > skip_ends_m) & (along < lengths.sum() - skip_ends_m)
    if ignore is not None:
        counts &= ~shapely.contains_xy(ignore, middle, level)
    return float(lengths[counts].sum() / 1000)
