"""
Which nodes see each other along a tangent great circle, what that costs, and which of these edges are needed.

Edges come from two sources. Near pairs need only see each other. Far pairs must also touch the land tangentially at
either end that is a corner, since a taut line bends nowhere else. A greedy spanner then drops every edge that a
path of edges already kept replaces at nearly the same cost.
"""

from __future__ import annotations

import numpy as np
from numba import njit, prange
from scipy.spatial import cKDTree
from sea_clearance import RADIUS_KM, Coast, costs, march, separation, unit
from sea_nodes import SIGHT_KM, Nodes

NEAR_KM = (80.0, 60.0, 25.0, 10.0, 5.0)  # pairs within reach need not be tangent
POINT_REACH_KM = (250.0, 200.0, 150.0, 60.0, 25.0)  # of points along an outline to corners farther away
CORNER_REACH_KM = (400.0, 300.0, 300.0, 250.0, 100.0)
BLOCK = 256
SLACK_KM = 0.1


def near_pairs(at: np.ndarray, level: np.ndarray) -> np.ndarray:
    """Return pairs of nodes of which one lies within the other's near reach, first below second."""
    found = []
    for coarse in range(len(NEAR_KM)):
        chord = 2 * np.sin(NEAR_KM[coarse] / RADIUS_KM / 2)
        mine = np.nonzero(level == coarse)[0]
        other = np.nonzero(level >= coarse)[0]
        lists = cKDTree(at[other]).query_ball_point(at[mine], chord, return_sorted=True, workers=2)
        counts = np.array([len(hits) for hits in lists])
        i = np.repeat(mine, counts)
        j = other[np.concatenate([np.asarray(hits, dtype=int) for hits in lists])]
        once = (level[j] > coarse) | (i < j)
        found.append(np.column_stack([np.minimum(i, j), np.maximum(i, j)])[once])
    return np.concatenate(found)


@njit(inline="always")
def touches(n, before, after):
    """Tell whether a great circle with normal n leaves both neighbours of a corner on one side."""
    p = n[0] * before[0] + n[1] * before[1] + n[2] * before[2]
    q = n[0] * after[0] + n[1] * after[1] + n[2] * after[2]
    return (p >= 0) == (q >= 0)


@njit(parallel=True)
def far_block(segments, first, field, solid, rows, at, corner, before, after, reach, near, sight, out):
    """Write the cost of the far edges from some nodes to all later ones, 0 where there is none."""
    for r in prange(len(rows)):
        i = rows[r]
        out[r, :] = 0
        normal = np.empty(3)
        for j in range(i + 1, len(at)):
            angle = 1 - (at[i, 0] * at[j, 0] + at[i, 1] * at[j, 1] + at[i, 2] * at[j, 2])
            if angle > min(reach[i], reach[j]) or angle < max(near[i], near[j]) or angle > 1.99:
                continue
            normal[0] = at[i, 1] * at[j, 2] - at[i, 2] * at[j, 1]
            normal[1] = at[i, 2] * at[j, 0] - at[i, 0] * at[j, 2]
            normal[2] = at[i, 0] * at[j, 1] - at[i, 1] * at[j, 0]
            if corner[i] and not touches(normal, before[i], after[i]):
                continue
            if corner[j] and not touches(normal, before[j], after[j]):
                continue
            out[r, j] = max(march(segments, first, field, solid, at[i], at[j], min(sight[i], sight[j])), 0)


def versine(km: np.ndarray) -> np.ndarray:
    """Return one minus the cosine of an arc given in km."""
    return 1 - np.cos(np.minimum(km / RADIUS_KM, np.pi))


def sea_pairs(at: np.ndarray, nodes: Nodes) -> np.ndarray:
    """Return pairs of a point of the open sea with every node in its reach, straits left out."""
    points = np.nonzero(nodes.reach > 0)[0]
    others = np.nonzero(nodes.level <= 1)[0]
    chords = 2 * np.sin(nodes.reach[points] / RADIUS_KM / 2)
    lists = cKDTree(at[others]).query_ball_point(at[points], chords, return_sorted=True, workers=2)
    i = np.repeat(points, [len(hits) for hits in lists])
    j = others[np.concatenate([np.asarray(hits, dtype=int) for hits in lists])]
    return np.unique(np.sort(np.column_stack([i, j])[i != j], axis=1), axis=0)


def far_edges(coast: Coast, nodes: Nodes, at: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the far pairs and their costs."""
    reach = np.where(nodes.corner, np.array(CORNER_REACH_KM)[nodes.level], np.array(POINT_REACH_KM)[nodes.level])
    reach = versine(np.where(nodes.reach > 0, 0.0, reach))
    near = versine(np.array(NEAR_KM)[nodes.level])
    sight = np.array(SIGHT_KM)[nodes.level]
    pairs, cost = [], []
    out = np.zeros((BLOCK, len(at)), np.float32)
    for start in range(0, len(at), BLOCK):
        rows = np.arange(start, min(start + BLOCK, len(at)))
        far_block(*coast, rows, at, nodes.corner, nodes.before, nodes.after, reach, near, sight, out)
        i, j = np.nonzero(out[: len(rows)])
        pairs.append(np.column_stack([rows[i], j]))
        cost.append(out[i, j].astype(float))
    return np.concatenate(pairs), np.concatenate(cost)


def visible(coast: Coast, at: np.ndarray, pairs: np.ndarray, margin: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the pairs that see each other with a margin, and their costs."""
    cost = costs(*coast, at[pairs[:, 0]], at[pairs[:, 1]], margin)
    seen = cost > 0
    return pairs[seen], cost[seen]


def all_edges(coast: Coast, nodes: Nodes) -> tuple[np.ndarray, np.ndarray]:
    """Return every edge and its cost in km, sorted by cost and then by node."""
    at = unit(nodes.lonlat[:, 0], nodes.lonlat[:, 1])
    sight = np.array(SIGHT_KM)[nodes.level]
    on_outline = np.nonzero(nodes.reach == 0)[0]
    pairs = on_outline[near_pairs(at[on_outline], nodes.level[on_outline])]
    pairs = np.concatenate([pairs, sea_pairs(at, nodes)])
    near, near_cost = visible(coast, at, pairs, sight[pairs].min(axis=1))
    far, far_cost = far_edges(coast, nodes, at)
    edges, cost = np.concatenate([near, far]), np.concatenate([near_cost, far_cost])
    order = np.lexsort((edges[:, 1], edges[:, 0], cost))
    return edges[order], cost[order]


def limits_km(cost: np.ndarray) -> np.ndarray:
    """Return the cost up to which a path may replace an edge: 0.5 % more for short edges, 1.5 % for long ones."""
    return cost * (1.005 + 0.01 * np.clip((cost - 30) / 100, 0, 1)) + SLACK_KM


@njit
def spanner(at, edges, cost, limits):
    """
    Mark the edges to keep, cheapest first: those no path of kept edges replaces at nearly the cost.

    A path replaces an edge up to the edge's limit. The search for it is A*, bounded by the great-circle distance, so
    it stays in a thin ellipse.
    """
    n, m = len(at), len(edges)
    keep = np.zeros(m, np.bool_)
    head = np.full(n, -1, np.int64)
    following = np.empty(2 * m, np.int64)
    target = np.empty(2 * m, np.int64)
    weight = np.empty(2 * m)
    used = 0
    best = np.full(n, np.inf)
    seen = np.empty(n, np.int64)
    for e in range(m):
        a, b = edges[e]
        limit = limits[e]
        best[a] = 0.0
        seen[0] = a
        count = 1
        heap = [(0.0, 0.0, a)]
        found = False
        while len(heap):
            _, g, u = pop(heap)
            if g > best[u]:
                continue
            if u == b:
                found = True
                break
            k = head[u]
            while k >= 0:
                v = target[k]
                d = g + weight[k]
                if d < best[v] and d <= limit:
                    f = d + separation(at[v], at[b]) * RADIUS_KM
                    if f <= limit + 1e-9:
                        if best[v] == np.inf:
                            seen[count] = v
                            count += 1
                        best[v] = d
                        push(heap, (f, d, v))
                k = following[k]
        for s in range(count):
            best[seen[s]] = np.inf
        if not found:
            keep[e] = True
            for u, v in ((a, b), (b, a)):
                target[used], weight[used], following[used] = v, cost[e], head[u]
                head[u] = used
                used += 1
    return keep


@njit
def push(heap, item):
    """Add an item to a binary heap."""
    heap.append(item)
    i = len(heap) - 1
    while i > 0:
        up = (i - 1) >> 1
        if heap[up] <= item:
            break
        heap[i] = heap[up]
        i = up
    heap[i] = item


@njit
def pop(heap):
    """Take the least item off a binary heap."""
    least, item = heap[0], heap.pop()
    size = len(heap)
    if size == 0:
        return least
    i = 0
    while True:
        child = 2 * i + 1
        if child >= size:
            break
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        if item <= heap[child]:
            break
        heap[i] = heap[child]
        i = child
    heap[i] = item
    return least
