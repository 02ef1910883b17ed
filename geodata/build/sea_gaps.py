"""Join waters that the outlines leave apart: finer points in the gap between a cut-off water and the rest."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.spatial import cKDTree
from sea_clearance import RADIUS_KM, Coast, costs, unit
from sea_network import FINEST, Graph, components
from sea_nodes import Plane, corners_of, land_in, points_along, rings_of

FEWEST = 4  # nodes of a water worth joining
GAP_KM = 25.0
ROOM_KM = 2.5  # around the gap
CLEAR_KM = (0.25, 0.1)
SPACING_KM = 3.0
REACH_KM = 4.0
SIGHT_KM = 0.04
BRIDGE_KM = 40.0
BRIDGE_SIGHT_KM = 0.03


def joined(graph: Graph, coast: Coast, polygons: np.ndarray) -> Graph:
    """Return the graph with points in the gaps beside cut-off waters and edges to all they see."""
    at = unit(graph.lonlat[:, 0], graph.lonlat[:, 1])
    label = components(graph)
    size = np.bincount(label)
    rest = np.nonzero(label == size.argmax())[0]
    tree, land = cKDTree(at[rest]), shapely.STRtree(polygons)
    found = []
    for water in np.nonzero((size >= FEWEST) & (size < size.max()))[0]:
        own = np.nonzero(label == water)[0]
        chord, nearest = tree.query(at[own])
        k = int(np.argmin(chord))
        if chord[k] * RADIUS_KM < GAP_KM:
            found.append(gap_points(land, graph.lonlat[own[k]], graph.lonlat[rest[nearest[k]]]))
    points = np.unique(np.round(np.concatenate(found), 4), axis=0)
    lonlat = np.vstack([graph.lonlat, points])
    at = unit(lonlat[:, 0], lonlat[:, 1])
    own = np.arange(len(graph.lonlat), len(lonlat))
    lists = cKDTree(at).query_ball_point(at[own], REACH_KM / RADIUS_KM, return_sorted=True)
    pairs = np.array([(i, j) for i, hits in zip(own, lists, strict=True) for j in hits if j < i])
    cost = costs(*coast, at[pairs[:, 0]], at[pairs[:, 1]], np.full(len(pairs), SIGHT_KM))
    return Graph(
        lonlat,
        np.vstack([graph.edges, pairs[cost > 0]]),
        np.concatenate([graph.cost, cost[cost > 0]]),
        np.r_[graph.channel, np.zeros(len(points), bool)],
        np.r_[graph.level, np.full(len(points), FINEST)],
    )


def gap_points(land: shapely.STRtree, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return fine outline points around the line between two positions, in degrees."""
    b = np.array([a[0] + (b[0] - a[0] + 180) % 360 - 180, b[1]])
    squeeze = max(np.cos(np.radians(max(abs(a[1]), abs(b[1])))), 0.05)
    pad = np.array([(ROOM_KM + 2) / squeeze, ROOM_KM + 2]) / 111.2
    low, high = np.minimum(a, b) - pad, np.maximum(a, b) + pad
    plane = Plane(*((a + b) / 2))
    parts = land_in(land, (*low, *high))
    if not len(parts):
        return np.empty((0, 2))
    shape = shapely.union_all(shapely.make_valid(shapely.transform(parts, plane.forward)))
    ends = plane.forward(np.vstack([a, b]))
    room = shapely.buffer(shapely.linestrings(ends), ROOM_KM)
    found = []
    for clear in CLEAR_KM:
        rings = rings_of(shapely.simplify(shapely.buffer(shape, clear, quad_segs=3), 0.4 * clear))
        xy = np.vstack([corners_of(rings)[0], points_along(rings, SPACING_KM)])
        found.append(plane.inverse(xy[shapely.contains_xy(room, xy)]))
    lonlat = np.concatenate(found)
    lonlat[:, 0] = (lonlat[:, 0] + 180) % 360 - 180
    return lonlat


def bridged(graph: Graph, coast: Coast) -> Graph:
    """Join separate waters by edges with hardly any margin, where such can be had."""
    at = unit(graph.lonlat[:, 0], graph.lonlat[:, 1])
    label = components(graph)
    largest = np.bincount(label).argmax()
    small = np.nonzero(label != largest)[0]
    lists = cKDTree(at).query_ball_point(at[small], BRIDGE_KM / RADIUS_KM, return_sorted=True)
    pairs = np.array([(i, j) for i, hits in zip(small, lists, strict=True) for j in hits if label[i] != label[j]])
    cost = costs(*coast, at[pairs[:, 0]], at[pairs[:, 1]], np.full(len(pairs), BRIDGE_SIGHT_KM))
    pairs, cost = np.sort(pairs, axis=1)[cost > 0], cost[cost > 0]
    pairs, first = np.unique(pairs, axis=0, return_index=True)
    return graph._replace(edges=np.vstack([graph.edges, pairs]), cost=np.concatenate([graph.cost, cost[first]]))
