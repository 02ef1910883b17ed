"""Assemble the network: nodes and edges of the sea, channels drawn by hand, and what of it is worth keeping."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree
from sea_clearance import RADIUS_KM, Coast, costs, unit
from sea_edges import limits_km, spanner

from corridors import gates, passages

FINEST = 4  # level of nodes that lie on no outline
CHANNEL_STEP_KM = 20.0
MOUTH_KM = 40.0  # how far a channel's points reach for nodes they see
MOUTH_SIGHT_KM = 0.05
SMALLEST = 300  # nodes of the smallest water that is kept


class Graph(NamedTuple):
    """
    Positions in degrees, edges as rows of two node numbers, and their costs in km.

    `channel` tells which nodes lie in channels, `level` is the clearance level of each.
    """

    lonlat: np.ndarray
    edges: np.ndarray
    cost: np.ndarray
    channel: np.ndarray
    level: np.ndarray


def channel_points(line: tuple[tuple[float, float], ...]) -> np.ndarray:
    """Return the vertices of a channel with more between them, in degrees."""
    points = [np.array(line[:1])]
    for start, end in pairwise(line):
        a, b = unit(*np.array(start)), unit(*np.array(end))
        count = max(int(np.ceil(np.arccos(min(a @ b, 1.0)) * RADIUS_KM / CHANNEL_STEP_KM)), 1)
        part = np.arange(1, count + 1)[:, None] / count
        points.append(np.array(start) * (1 - part) + np.array(end) * part)
    return np.round(np.concatenate(points), 4)


def length_km(lonlat: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """Return the great-circle lengths of edges."""
    at = unit(lonlat[:, 0], lonlat[:, 1])
    chord = np.linalg.norm(at[edges[:, 0]] - at[edges[:, 1]], axis=1)
    return 2 * RADIUS_KM * np.arcsin(np.minimum(chord / 2, 1))


def with_channels(graph: Graph, coast: Coast) -> Graph:
    """Add the channels, joined to every node their points see nearby."""
    lines = [channel_points(line) for one in passages.passages().values() for line in one.channels]
    points, where = np.unique(np.concatenate(lines), axis=0, return_inverse=True)
    where = where.ravel() + len(graph.lonlat)
    ends = np.cumsum([len(line) for line in lines])
    chain = np.column_stack([where[:-1], where[1:]])
    chain = np.delete(chain, ends[:-1] - 1, axis=0)
    lonlat = np.vstack([graph.lonlat, points])
    at = unit(lonlat[:, 0], lonlat[:, 1])
    own = np.arange(len(graph.lonlat), len(lonlat))
    lists = cKDTree(at[: len(graph.lonlat)]).query_ball_point(at[own], MOUTH_KM / RADIUS_KM, return_sorted=True)
    mouth = np.array([(j, i) for i, hits in zip(own, lists, strict=True) for j in hits]).reshape(-1, 2)
    cost = costs(*coast, at[mouth[:, 0]], at[mouth[:, 1]], np.full(len(mouth), MOUTH_SIGHT_KM))
    edges = np.vstack([graph.edges, chain, mouth[cost > 0]])
    costs_km = np.concatenate([graph.cost, length_km(lonlat, chain), cost[cost > 0]])
    channel = np.arange(len(lonlat)) >= len(graph.lonlat)
    level = np.r_[graph.level, np.full(len(points), FINEST)]
    return Graph(lonlat, edges, costs_km, channel, level)


def components(graph: Graph) -> np.ndarray:
    """Return for each node the number of the water it belongs to."""
    n = len(graph.lonlat)
    ones = np.ones(len(graph.edges))
    return connected_components(coo_array((ones, graph.edges.T), shape=(n, n)), directed=False)[1]


def closed_edges(graph: Graph) -> tuple[np.ndarray, np.ndarray]:
    """Return which edges cross a gate that is closed by default, and which the barrier."""
    start, end = graph.lonlat[graph.edges[:, 0]], graph.lonlat[graph.edges[:, 1]]
    shut = [one for one in passages.passages().values() if not one.open_by_default]
    arcs = np.concatenate([gates.gate_arcs(one) for one in shut])
    return gates.crosses(start, end, arcs), gates.crosses(start, end, gates.barrier_arcs())


def kept_waters(graph: Graph) -> Graph:
    """Return the graph without waters of few nodes; nodes are renumbered along a curve that keeps neighbours near."""
    label = components(graph)
    big = np.bincount(label)[label] >= SMALLEST
    order = np.argsort(curve(graph.lonlat), kind="stable")
    order = order[big[order]]
    number = np.full(len(big), -1)
    number[order] = np.arange(len(order))
    keep = big[graph.edges[:, 0]]
    edges = np.sort(number[graph.edges[keep]], axis=1)
    return Graph(graph.lonlat[order], edges, graph.cost[keep], graph.channel[order], graph.level[order])


def curve(lonlat: np.ndarray) -> np.ndarray:
    """Return the place of positions on a Z-shaped curve."""
    x = ((lonlat[:, 0] + 180) / 360 * 65535).astype(np.uint64)
    y = ((lonlat[:, 1] + 90) / 180 * 65535).astype(np.uint64)
    place = np.zeros(len(lonlat), np.uint64)
    for bit in range(16):
        place |= ((x >> np.uint64(bit)) & np.uint64(1)) << np.uint64(2 * bit)
        place |= ((y >> np.uint64(bit)) & np.uint64(1)) << np.uint64(2 * bit + 1)
    return place


def thin(graph: Graph, closed: np.ndarray, barred: np.ndarray) -> tuple[Graph, np.ndarray]:
    """Return the graph without needless edges, and which of the rest are closed by default."""
    at = unit(graph.lonlat[:, 0], graph.lonlat[:, 1])
    order = np.lexsort((graph.edges[:, 1], graph.edges[:, 0], graph.cost, closed))
    order = order[~barred[order]]
    keep = order[spanner(at, graph.edges[order], graph.cost[order], limits_km(graph.cost[order]))]
    return graph._replace(edges=graph.edges[keep], cost=graph.cost[keep]), closed[keep]
