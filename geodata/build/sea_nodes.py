"""
Where a taut line may bend: corners of the land grown by five clearances, and points along the same outlines.

The two widest outlines are used whole: far out for ocean passages, nearer in along coasts. A wide outline closes
narrow straits, so each narrower one is used inside the waters that the one before it closes. Each
tile of the world is worked on in its own stereographic plane, where growing by kilometres is true.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely
from numba import njit
from scipy.spatial import cKDTree
from sea_clearance import FIELD, FIELD_COLUMNS, RADIUS_KM, Coast, unit
from shapely.geometry.polygon import orient

LEVELS_KM = (15.0, 5.5, 2.0, 0.7, 0.25)  # clearances
SIGHT_KM = (4.0, 1.0, 0.5, 0.25, 0.08)  # least clearance of a line between nodes of a level
TOLERANCE = (
    0.5,
    0.6,
    0.6,
    0.5,
    0.5,
)  # of the outlines, as a share of the clearance; leaves more than the sight
SPACING_KM = (60.0, 60.0, 20.0, 10.0, 5.0)  # of points along an outline
LONG_KM = {5.5: 14.0, 2.0: 12.0, 0.7: 8.0}  # length from which a blind arm gets nodes, by the wider clearance
SEA_FROM_KM = 35.0  # least distance of a point of the open sea from land
SEA_GAP, SEA_GAPS_KM = 0.8, (110.0, 600.0)  # its distance from others: share of that distance, and bounds
SEA_REACH = 2.6  # how far it looks, in gaps
SOUTH, NORTH = -78.0, 84.0


class Nodes(NamedTuple):
    """
    Positions, clearance level, whether a corner, and the unit vectors of the neighbours on the outline.

    `reach` is how far a point of the open sea looks for others, in km, and 0 for a node on an outline.
    """

    lonlat: np.ndarray
    level: np.ndarray
    corner: np.ndarray
    before: np.ndarray
    after: np.ndarray
    reach: np.ndarray


class Plane:
    """A stereographic plane about a point, in kilometres."""

    def __init__(self, lon: float, lat: float) -> None:
        east = np.radians(lon)
        self.centre = unit(np.array(lon), np.array(lat))
        self.east = np.array([-np.sin(east), np.cos(east), 0.0])
        self.north = np.cross(self.centre, self.east)

    def forward(self, lonlat: np.ndarray) -> np.ndarray:
        """Return plane coordinates of degrees."""
        v = unit(lonlat[:, 0], lonlat[:, 1])
        scale = 2 * RADIUS_KM / (1 + v @ self.centre)
        return np.column_stack([scale * (v @ self.east), scale * (v @ self.north)])

    def inverse(self, xy: np.ndarray) -> np.ndarray:
        """Return degrees of plane coordinates."""
        square = (xy**2).sum(axis=1) / (4 * RADIUS_KM**2)
        up = (1 - square) / (1 + square)
        flat = xy / RADIUS_KM * ((1 + up) / 2)[:, None]
        v = up[:, None] * self.centre + flat[:, :1] * self.east + flat[:, 1:] * self.north
        return np.column_stack([np.degrees(np.arctan2(v[:, 1], v[:, 0])), np.degrees(np.arcsin(v[:, 2]))])


def tiles() -> list[tuple[float, float, float, float]]:
    """Return the tiles of the world as west, south, east, north."""
    found = []
    for south in np.arange(-80.0, 85.0, 5.0):
        wide = 20.0 if abs(south + 2.5) > 60 else 10.0
        found += [(west, south, west + wide, south + 5) for west in np.arange(-180.0, 180.0, wide)]
    return found


def land_in(tree: shapely.STRtree, box: tuple[float, float, float, float]) -> np.ndarray:
    """Return the land within a box, which may reach beyond ±180."""
    west, south, east, north = box
    parts = []
    for shift in (-360, 0, 360):
        piece = (west - shift, south, east - shift, north)
        hit = np.sort(tree.query(shapely.box(*piece)))
        clipped = shapely.clip_by_rect(tree.geometries[hit], *piece)
        parts.append(shapely.transform(shapely.get_parts(clipped), lambda p, s=shift: p + np.array([s, 0.0])))
    found = np.concatenate(parts)
    return found[(shapely.get_type_id(found) == 3) & ~shapely.is_empty(found)]


def rings_of(outline: shapely.Geometry) -> list[shapely.LinearRing]:
    """Return the rings of an outline with the land on their left."""
    return [ring for part in shapely.get_parts(outline) for ring in shapely.get_rings(orient(part))]


def corners_of(rings: list[shapely.LinearRing]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the vertices that bulge towards the sea, and the vertices before and after each."""
    found = [np.empty((0, 3, 2))]
    for ring in rings:
        p = shapely.get_coordinates(ring)[:-1]
        a, b = np.roll(p, 1, axis=0), np.roll(p, -1, axis=0)
        u, v = p - a, b - p
        found.append(np.stack([p, a, b], axis=1)[u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0] > 0])
    every = np.concatenate(found)
    return every[:, 0], every[:, 1], every[:, 2]


def points_along(rings: list[shapely.LinearRing], spacing: float) -> np.ndarray:
    """Return points along rings at an even spacing, half a step from the first vertex."""
    found = [np.empty((0, 2))]
    for ring in rings:
        count = max(round(ring.length / spacing), 1)
        at = (np.arange(count) + 0.5) / count
        found.append(shapely.get_coordinates(shapely.line_interpolate_point(ring, at, normalized=True)))
    return np.concatenate(found)


def narrows(land: shapely.Geometry, wider: float, clear: float) -> shapely.Geometry:
    """
    Return the waters that a disc of the wider radius cannot enter but one of about the clearance can.

    Kept are those with two mouths or more, which are straits, and the long ones.
    """
    closing = shapely.buffer(shapely.buffer(land, wider, quad_segs=4), -wider, quad_segs=4)
    core = shapely.get_parts(shapely.buffer(shapely.difference(closing, land), -0.5 * clear, quad_segs=3))
    if not len(core):
        return shapely.Polygon()
    coast = shapely.difference(shapely.boundary(closing), shapely.buffer(land, 0.02 * wider, quad_segs=1))
    mouths = shapely.get_parts(shapely.line_merge(shapely.union_all(coast)))
    mouths = mouths[shapely.length(mouths) > 0.5 * clear]
    part, _ = shapely.STRtree(mouths).query(core, predicate="dwithin", distance=0.7 * clear)
    west, south, east, north = shapely.bounds(core).T
    size = np.hypot(east - west, north - south)
    strait = np.bincount(part, minlength=len(core)) > 1
    keep = (strait & (size > 0.5 * clear)) | (size > LONG_KM[wider])
    return shapely.buffer(shapely.union_all(core[keep]), wider + 0.5 * clear, quad_segs=2)


def finest_level(west: float, south: float) -> int:
    """Return the finest level worth having in a tile: none of the icy shores without ports has narrow straits."""
    if south < -60:
        return 1
    if south >= 75:
        return 2
    return 2 if south >= 70 and -140 <= west < -10 else 4


def tile_nodes(tree: shapely.STRtree, tile: tuple[float, float, float, float]) -> Nodes | None:
    """Return the nodes of a tile."""
    west, south, east, north = tile
    squeeze = max(np.cos(np.radians(max(abs(south), abs(north)))), 0.08)
    pad = 0.35
    land = land_in(tree, (west - pad / squeeze, south - pad, east + pad / squeeze, min(north + pad, 89.9)))
    if not len(land):
        return None
    plane = Plane((west + east) / 2, (south + north) / 2)
    land = shapely.union_all(shapely.make_valid(shapely.transform(land, plane.forward)))
    found = []
    for level, clear in enumerate(LEVELS_KM):
        if level > finest_level(west, south):
            break
        outline = shapely.simplify(shapely.buffer(land, clear, quad_segs=4), TOLERANCE[level] * clear)
        region = narrows(land, LEVELS_KM[level - 1], clear) if level > 1 else None
        rings = rings_of(outline)
        corner, before, after = corners_of(rings)
        along = points_along(rings, SPACING_KM[level])
        xy = np.vstack([corner, along])
        is_corner = np.arange(len(xy)) < len(corner)
        keep = np.ones(len(xy), bool) if region is None else shapely.contains_xy(region, xy)
        lonlat = plane.inverse(xy)
        middle = (west + east) / 2
        lonlat[:, 0] = middle + (lonlat[:, 0] - middle + 180) % 360 - 180
        keep &= (lonlat[:, 0] >= west) & (lonlat[:, 0] < east) & (lonlat[:, 1] >= south) & (lonlat[:, 1] < north)
        sides = [np.vstack([plane.inverse(side), np.zeros((len(along), 2))]) for side in (before, after)]
        vectors = [unit(side[:, 0], side[:, 1])[keep] for side in sides]
        found.append(Nodes(lonlat[keep], np.full(keep.sum(), level), is_corner[keep], *vectors, np.zeros(keep.sum())))
    return Nodes(*(np.concatenate(part) for part in zip(*found, strict=True)))


def all_nodes(polygons: np.ndarray, coast: Coast) -> Nodes:
    """Return the nodes of the world in ten-thousandths of a degree, without those that nearly coincide."""
    tree = shapely.STRtree(polygons)
    found = [nodes for tile in tiles() if (nodes := tile_nodes(tree, tile)) is not None]
    every = Nodes(*(np.concatenate(part) for part in zip(*found, strict=True)))
    every = every._replace(lonlat=np.round(every.lonlat, 4))
    inside = (every.lonlat[:, 1] > SOUTH) & (every.lonlat[:, 1] < NORTH)
    every = thinned(Nodes(*(part[inside] for part in every)))
    return Nodes(*(np.concatenate(both) for both in zip(every, sea_points(coast), strict=True)))


def sea_points(coast: Coast) -> Nodes:
    """
    Return points of the open sea, the farther apart the farther from land.

    Candidates are an even spiral on the globe; those farthest from land choose first.
    """
    count = 120_000
    k = np.arange(count) + 0.5
    lat = np.degrees(np.arcsin(1 - 2 * k / count))
    lon = (np.degrees(np.pi * (1 + 5**0.5) * k) + 180) % 360 - 180
    row, column = ((lat + 90) / FIELD).astype(int), ((lon + 180) / FIELD).astype(int) % FIELD_COLUMNS
    far = np.where(coast.solid[row, column], 0.0, coast.field[row, column])
    fit = np.nonzero((far > SEA_FROM_KM) & (lat > SOUTH) & (lat < NORTH))[0]
    fit = fit[np.argsort(-far[fit], kind="stable")]
    gap = np.clip(SEA_GAP * far[fit], *SEA_GAPS_KM)
    lonlat = np.round(np.column_stack([lon, lat])[fit], 4)
    at = unit(lonlat[:, 0], lonlat[:, 1])
    chosen = spread(at, 1 - np.cos(gap / RADIUS_KM))
    n = int(chosen.sum())
    no, zero = np.zeros(n, bool), np.zeros((n, 3))
    return Nodes(lonlat[chosen], np.zeros(n, int), no, zero, zero, SEA_REACH * gap[chosen])


@njit
def spread(at, gap):
    """Choose points one by one that keep their gap (one minus the cosine) from all chosen before."""
    chosen = np.zeros(len(at), np.bool_)
    held = np.empty(len(at), np.int64)
    count = 0
    for i in range(len(at)):
        free = True
        for k in range(count):
            j = held[k]
            if 1 - (at[i, 0] * at[j, 0] + at[i, 1] * at[j, 1] + at[i, 2] * at[j, 2]) < gap[i]:
                free = False
                break
        if free:
            chosen[i] = True
            held[count] = i
            count += 1
    return chosen


def thinned(nodes: Nodes) -> Nodes:
    """Leave out points along an outline that lie near a corner, or near an earlier such point, of their level."""
    keep = nodes.corner.copy()
    at = unit(nodes.lonlat[:, 0], nodes.lonlat[:, 1]) * RADIUS_KM
    for level, spacing in enumerate(SPACING_KM):
        points = np.nonzero(~nodes.corner & (nodes.level == level))[0]
        corners = cKDTree(at[nodes.corner & (nodes.level == level)])
        points = points[corners.query(at[points])[0] > 0.4 * spacing]
        later = {int(j) for i, j in sorted(cKDTree(at[points]).query_pairs(0.3 * spacing))}
        keep[np.delete(points, sorted(later))] = True
    return Nodes(*(part[keep] for part in nodes))
