"""
A map in characters, for terminals: land as dots, routes in Braille, the ends named.

The projection is Lambert's azimuthal equal-area one about the middle of the routes, so that the Arctic looks right
and a route over the antimeridian is whole.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from plotille import Canvas
from pyproj import Transformer
from shapely.geometry import LineString

from corridors.geometry import coordinates, densify
from corridors.land import on_land

BLANK = "\u2800"
LAND = "·"
MARGIN = 0.06


@dataclass(frozen=True, slots=True)
class Label:
    """A name to write at a position (longitude, latitude in degrees)."""

    text: str
    lon: float
    lat: float


def braille_map(lines: Sequence[LineString], labels: Sequence[Label] = (), *, width: int = 80, height: int = 24) -> str:
    """
    Draw lines on the land around them in a box of characters.

    Labels are written in the order given, each only where it covers no other label.

    Parameters
    ----------
    lines
        In drawn form, with continuous longitudes.
    width, height
        Of the box, in characters.

    Raises
    ------
    ValueError
        When there is no line or the box is smaller than 20 by 5.
    """
    if not lines:
        raise ValueError("no line to draw")
    if width < 20 or height < 5:
        raise ValueError(f"a map needs at least 20 by 5 characters, got {width} by {height}")
    there, back = _projection(lines)
    drawn = [np.column_stack(there.transform(*coordinates(densify(line, step_m=100_000)).T)) for line in lines]
    marks = [there.transform(label.lon, label.lat) for label in labels]
    west, south, east, north = _frame(np.vstack([*drawn, *map(np.atleast_2d, marks)]), width, height)
    canvas = Canvas(width, height, xmin=west, ymin=south, xmax=east, ymax=north)
    for line in drawn:
        for (x, y), (next_x, next_y) in itertools.pairwise(line):
            canvas.line(x, y, next_x, next_y)
    grid = [list(row.ljust(width, BLANK)[:width]) for row in canvas.plot().split("\n")]
    _put_land(grid, back, (west, south, east, north))
    _put_labels(grid, labels, marks, (west, south, east, north))
    return "\n".join("".join(row).replace(BLANK, " ").rstrip() for row in grid)


def _projection(lines: Sequence[LineString]) -> tuple[Transformer, Transformer]:
    """Project about the mean direction of all vertices, taken as vectors from the globe's centre."""
    lon, lat = np.radians(np.vstack([coordinates(densify(line)) for line in lines])).T
    x, y, z = (np.mean(v) for v in (np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))
    centre = f"+lon_0={math.degrees(math.atan2(y, x))} +lat_0={math.degrees(math.atan2(z, math.hypot(x, y)))}"
    plane = f"+proj=laea {centre} +datum=WGS84 +units=m"
    return (
        Transformer.from_crs("EPSG:4326", plane, always_xy=True),
        Transformer.from_crs(plane, "EPSG:4326", always_xy=True),
    )


def _frame(points: NDArray[np.float64], width: int, height: int) -> tuple[float, float, float, float]:
    """Find the box around the points with a margin, widened to the shape of the canvas (a dot is square)."""
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    scale = max((east - west) / (2 * width), (north - south) / (4 * height), 1.0) * (1 + 2 * MARGIN)
    x, y = (west + east) / 2, (south + north) / 2
    return x - scale * width, y - scale * 2 * height, x + scale * width, y + scale * 2 * height


def _put_land(grid: list[list[str]], back: Transformer, frame: tuple[float, float, float, float]) -> None:
    west, south, east, north = frame
    height, width = len(grid), len(grid[0])
    x = west + (np.arange(width) + 0.5) * (east - west) / width
    y = north - (np.arange(height) + 0.5) * (north - south) / height
    across, down = np.meshgrid(x, y)
    lon, lat = back.transform(across.ravel(), down.ravel())
    known = np.isfinite(lon) & np.isfinite(lat)
    land = np.zeros(len(lon), dtype=bool)
    land[known] = on_land(lon[known], lat[known])
    for row, column in zip(*np.nonzero(land.reshape(height, width)), strict=True):
        if grid[row][column] == BLANK:
            grid[row][column] = LAND


def _put_labels(
    grid: list[list[str]],
    labels: Sequence[Label],
    marks: Sequence[tuple[float, float]],
    frame: tuple[float, float, float, float],
) -> None:
    west, south, east, north = frame
    height, width = len(grid), len(grid[0])
    taken = np.zeros((height, width), dtype=bool)
    for label, (x, y) in zip(labels, marks, strict=True):
        column = min(int((x - west) / (east - west) * width), width - 1)
        row = min(int((north - y) / (north - south) * height), height - 1)
        text = f" {label.text} "
        for first in (column + 1, column - len(text)):
            last = first + len(text)
            if first >= 0 and last <= width and not taken[row, max(first - 1, 0) : last + 1].any():
                grid[row][first:last] = list(text)
                taken[row, min(first, column) : max(last, column + 1)] = True
                grid[row][column] = "o"
                break
