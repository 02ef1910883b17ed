"""
Distance to the coast, and sight along great circles, as compiled loops for the build.

Distances are kilometres on a sphere of 6371.0088 km. `Coast` holds the coastline in small cells for exact distances
up to twenty kilometres, and a coarse field of lower bounds beyond that.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely
from numba import njit, prange
from scipy.spatial import cKDTree
from sea_land import subdivide

RADIUS_KM = 6371.0088
DEGREE_KM = np.pi * RADIUS_KM / 180
CELL = 0.1  # degrees, of the coastline cells
COLUMNS, ROWS = 3600, 1800
FIELD = 0.25  # degrees, of the field of lower bounds
FIELD_COLUMNS, FIELD_ROWS = 1440, 720
REACH = 2  # cells looked at to either side
NEAR_KM = 20.5  # exact distances reach this far, which is less than that many cells


class Coast(NamedTuple):
    """The coastline as segments sorted into cells, the field of lower bounds in km, and which of its cells are land."""

    segments: np.ndarray
    first: np.ndarray
    field: np.ndarray
    solid: np.ndarray


def unit(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """Return unit vectors of positions in degrees."""
    a, b = np.radians(lon), np.radians(lat)
    return np.stack([np.cos(b) * np.cos(a), np.cos(b) * np.sin(a), np.sin(b)], axis=-1)


def coast_of(polygons: np.ndarray) -> Coast:
    """Return the searchable coastline of polygons; edges along ±180 and the south pole are no coast."""
    rings = shapely.segmentize(shapely.get_rings(polygons), CELL)
    points, owner = shapely.get_coordinates(rings, return_index=True)
    same = owner[1:] == owner[:-1]
    a, b = points[:-1][same], points[1:][same]
    seam = (np.abs(a[:, 0]) > 179.9999) & (np.abs(b[:, 0]) > 179.9999) | (a[:, 1] < -89) & (b[:, 1] < -89)
    a, b = a[~seam], b[~seam]
    low, high = np.minimum(a, b), np.maximum(a, b)
    x0, x1 = (np.clip(((v[:, 0] + 180) / CELL).astype(int), 0, COLUMNS - 1) for v in (low, high))
    y0, y1 = (np.clip(((v[:, 1] + 90) / CELL).astype(int), 0, ROWS - 1) for v in (low, high))
    cells, which = [], []
    for dx in (0, 1):
        for dy in (0, 1):
            hit = (x0 + dx <= x1) & (y0 + dy <= y1)
            cells.append((y0 + dy)[hit] * COLUMNS + (x0 + dx)[hit])
            which.append(np.nonzero(hit)[0])
    cell, index = np.concatenate(cells), np.concatenate(which)
    order = np.lexsort((index, cell))
    segments = np.hstack([a, b])[index[order]]
    first = np.r_[0, np.cumsum(np.bincount(cell, minlength=COLUMNS * ROWS))]
    field = field_of(np.vstack([a, b]))
    return Coast(segments, first, field, solid_of(polygons, field))


def solid_of(polygons: np.ndarray, field: np.ndarray) -> np.ndarray:
    """Return which cells of the field are land throughout."""
    lon = -180 + FIELD * (np.arange(FIELD_COLUMNS) + 0.5)
    lat = -90 + FIELD * (np.arange(FIELD_ROWS) + 0.5)
    points = shapely.points(*(axis.ravel() for axis in np.meshgrid(lon, lat)))
    inside = np.zeros(field.size, bool)
    inside[shapely.STRtree(subdivide(polygons)).query(points, predicate="intersects")[0]] = True
    return inside.reshape(field.shape) & (field > 0)


def field_of(vertices: np.ndarray) -> np.ndarray:
    """Return for each field cell a lower bound of the distance from any of its points to the coast, in km."""
    tree = cKDTree(unit(vertices[:, 0], vertices[:, 1]))
    lon = -180 + FIELD * (np.arange(FIELD_COLUMNS) + 0.5)
    lat = -90 + FIELD * (np.arange(FIELD_ROWS) + 0.5)
    grid = unit(*np.meshgrid(lon, lat)).reshape(-1, 3)
    chord = tree.query(grid, workers=2)[0]
    distance = 2 * RADIUS_KM * np.arcsin(chord / 2).reshape(FIELD_ROWS, FIELD_COLUMNS)
    half = FIELD / 2 * DEGREE_KM
    reach = np.hypot(half, half * np.cos(np.radians(np.maximum(np.abs(lat) - FIELD / 2, 0))))
    between = CELL / 2 * DEGREE_KM * 1.5  # a coast segment may pass nearer than its vertices do
    return np.maximum(distance - reach[:, None] - between, 0)


@njit
def clearance(segments, first, field, lon, lat):
    """Return the distance to the coast in km: exact below twenty, a lower bound above."""
    column, row = int((lon + 180) / FIELD) % FIELD_COLUMNS, min(int((lat + 90) / FIELD), FIELD_ROWS - 1)
    bound = field[row, column]
    if bound > NEAR_KM:
        return bound
    squeeze = np.cos(np.radians(lat))
    wide = min(int(np.ceil(REACH / max(squeeze, 0.02))), 40 * REACH)
    cx, cy = int((lon + 180) / CELL), int((lat + 90) / CELL)
    best = NEAR_KM * NEAR_KM
    kx, ky = DEGREE_KM * squeeze, DEGREE_KM
    for y in range(max(cy - REACH, 0), min(cy + REACH + 1, ROWS)):
        for x in range(cx - wide, cx + wide + 1):
            cell = y * COLUMNS + x % COLUMNS
            for s in range(first[cell], first[cell + 1]):
                ax = segments[s, 0] - lon
                shift = 360.0 if ax < -180 else (-360.0 if ax > 180 else 0.0)
                ax, bx = (ax + shift) * kx, (segments[s, 2] - lon + shift) * kx
                ay, by = (segments[s, 1] - lat) * ky, (segments[s, 3] - lat) * ky
                dx, dy = bx - ax, by - ay
                size = dx * dx + dy * dy
                t = 0.0 if size == 0 else min(max(-(ax * dx + ay * dy) / size, 0.0), 1.0)
                px, py = ax + t * dx, ay + t * dy
                best = min(best, px * px + py * py)
    return max(np.sqrt(best), bound)


@njit
def separation(a, b):
    """Return the angle between unit vectors, in radians."""
    x = a[1] * b[2] - a[2] * b[1]
    y = a[2] * b[0] - a[0] * b[2]
    z = a[0] * b[1] - a[1] * b[0]
    return np.arctan2(np.sqrt(x * x + y * y + z * z), a[0] * b[0] + a[1] * b[1] + a[2] * b[2])


@njit
def march(segments, first, field, solid, a, b, margin):
    """
    Follow the great circle from a to b and return its cost in km, or -1 where it comes nearer than the margin.

    No step is longer than the distance to the coast, so that no land is skipped. The cost counts kilometres near
    the coast up to half as much again.
    """
    angle = separation(a, b)
    total = angle * RADIUS_KM
    if total < 1e-6:
        return 0.0
    sine = np.sin(angle)
    if total > 40 and strikes_land(solid, a, b, angle, sine):
        return -1.0
    t, cost = 0.0, 0.0
    while True:
        u, v = np.sin(angle - t / RADIUS_KM) / sine, np.sin(t / RADIUS_KM) / sine
        x, y, z = u * a[0] + v * b[0], u * a[1] + v * b[1], u * a[2] + v * b[2]
        lon, lat = np.degrees(np.arctan2(y, x)), np.degrees(np.arctan2(z, np.hypot(x, y)))
        d = clearance(segments, first, field, lon, lat)
        if d < margin:
            return -1.0
        if t >= total:
            return cost
        step = min(max(d - margin / 2, margin / 2), total - t)
        if d < 20:
            step = min(step, 1.0 if d < 5 else 2.5)
        cost += step * (1 + surcharge(d))
        t += step


@njit
def strikes_land(solid, a, b, angle, sine):
    """Tell by a few points of a great circle whether it crosses the inside of land: a quick way to say no."""
    count = 8
    while count <= 64 and count * 12 < angle * RADIUS_KM * 8:
        for k in range(1, count, 1 if count == 8 else 2):
            u, v = np.sin(angle * (1 - k / count)) / sine, np.sin(angle * k / count) / sine
            x, y, z = u * a[0] + v * b[0], u * a[1] + v * b[1], u * a[2] + v * b[2]
            column = int((np.degrees(np.arctan2(y, x)) + 180) / FIELD) % FIELD_COLUMNS
            row = min(int((np.degrees(np.arctan2(z, np.hypot(x, y))) + 90) / FIELD), FIELD_ROWS - 1)
            if solid[row, column]:
                return True
        count *= 2
    return False


@njit
def surcharge(d):
    """Return what a kilometre costs more at a distance of d km from the coast."""
    if d >= 20:
        return 0.0
    if d >= 10:
        return 0.05 * (20 - d) / 10
    if d >= 5:
        return 0.05 + 0.08 * (10 - d) / 5
    if d >= 2:
        return 0.13 + 0.12 * (5 - d) / 3
    if d >= 0.7:
        return 0.25 + 0.15 * (2 - d) / 1.3
    return 0.4 + 0.1 * (0.7 - d) / 0.7


@njit(parallel=True)
def costs(segments, first, field, solid, a, b, margin):
    """Return the cost of many great circles, -1 where one is blocked."""
    out = np.empty(len(a))
    for i in prange(len(a)):
        out[i] = march(segments, first, field, solid, a[i], b[i], margin[i])
    return out
