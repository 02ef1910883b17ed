"""Nearest points on the globe: points sorted into cells of one degree."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
COLUMNS, ROWS = 360, 180


class Buckets:
    """
    Points on the globe, to ask for the nearest to a position.

    Parameters
    ----------
    lonlat
        Positions in degrees, longitudes within ±180.
    at
        The same as unit vectors.
    """

    def __init__(self, lonlat: Floats, at: Floats) -> None:
        column = np.minimum((lonlat[:, 0] + 180.0).astype(np.int64), COLUMNS - 1)
        row = np.minimum((lonlat[:, 1] + 90.0).astype(np.int64), ROWS - 1)
        cell = row * COLUMNS + column
        self._order = np.argsort(cell, kind="stable")
        self._starts: list[int] = np.r_[0, np.cumsum(np.bincount(cell, minlength=ROWS * COLUMNS))].tolist()
        self._at = at

    def nearest(self, at: NDArray[Any], count: int) -> Ints:
        """
        Return the numbers of the points nearest to a unit vector, nearest first, ties cell by cell and by number.

        Parameters
        ----------
        at
            The unit vector.
        count
            How many to return; fewer when there are not as many points.
        """
        x, y, z = at.tolist()
        lon, lat = math.degrees(math.atan2(y, x)), math.degrees(math.asin(min(max(z, -1.0), 1.0)))
        reach = 1
        while True:
            near = self._within(lon, lat, reach)
            chord = ((self._at[near] - at) ** 2).sum(axis=1)
            order = chord.argsort(kind="stable")[:count]
            safe = 2 * math.sin(math.radians(reach) / 2)  # as far as the cells looked at reach in every direction
            if reach >= ROWS or (len(order) == count and chord[order[-1]] <= safe * safe):
                return np.asarray(near[order], dtype=np.int64)
            reach *= 2

    def _within(self, lon: float, lat: float, reach: int) -> Ints:
        """Return the points of every cell that a circle of so many degrees touches, and some more."""
        south, north = max(int(lat + 90.0) - reach, 0), min(int(lat + 90.0) + reach, ROWS - 1)
        polar = max(abs(lat - reach), abs(lat + reach))
        wide = COLUMNS if polar >= 89.0 else int(reach / math.cos(math.radians(polar))) + 1
        west = int(lon + 180.0) - wide
        spans = [(0, COLUMNS)] if 2 * wide + 1 >= COLUMNS else _wrapped(west, west + 2 * wide + 1)
        starts = self._starts
        parts = [
            self._order[starts[row * COLUMNS + low] : starts[row * COLUMNS + high]]
            for row in range(south, north + 1)
            for low, high in spans
        ]
        return np.concatenate(parts)


def _wrapped(low: int, high: int) -> list[tuple[int, int]]:
    """Return a range of columns as ranges within the grid."""
    if low < 0:
        return [(low + COLUMNS, COLUMNS), (0, high)]
    if high > COLUMNS:
        return [(low, COLUMNS), (0, high - COLUMNS)]
    return [(low, high)]
