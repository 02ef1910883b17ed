"""
The sea network on disk and the shortest paths in it.

The file is made by `geodata/build/sea.py`. With the default passages a path is found in a contraction hierarchy
(Geisberger et al. 2008): a search climbs from either end through ever fewer nodes. Shortcuts that another way nearly
equals are left out when it is built, so its paths are cheapest to within about a percent.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

from corridors._data import geodata
from corridors.land import unplane
from corridors.passages import unit

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
COST_UNIT_M = 20.0
SIGHT_M: Floats = np.array([12_000.0, 5_000.0, 1_500.0, 400.0, 100.0])


@dataclass(frozen=True, slots=True)
class Found:
    """A path: the nodes passed in order and its cost in metres, the ways to and from the network included."""

    nodes: tuple[int, ...]
    cost: float


@dataclass(frozen=True, slots=True)
class Berth:
    """
    Where a journey joins the network: a position, nodes in reach and the cost of reaching each, in metres.

    `bends` holds the position at which the way to a node bends, for nodes that are not in sight. `place` is the
    position asked for and `connector_m` how far it lies from the berth.
    """

    lonlat: tuple[float, float]
    nodes: Ints
    cost: Floats
    place: tuple[float, float]
    connector_m: float = 0.0
    bends: Mapping[int, tuple[float, float]] = field(default_factory=dict)

    def way(self, node: int) -> list[tuple[float, float]]:
        """Return the corners from the berth to one of its nodes, without the node."""
        bend = self.bends.get(node)
        return [self.lonlat] if bend is None else [self.lonlat, bend]


class SeaNetwork:
    """
    The network of the seas; read only.

    Attributes
    ----------
    lonlat, at
        Positions of the nodes in degrees, and as unit vectors.
    channel
        Which nodes lie in a channel, where the map may show land.
    sight_m
        How far from land a line to a node keeps, in metres.
    tree
        The nodes' unit vectors for nearest-neighbour queries.
    """

    def __init__(self, file: Mapping[str, NDArray[Any]]) -> None:
        steps = np.column_stack([unplane(file["x"]), unplane(file["y"])])
        self.lonlat: Floats = np.cumsum(steps, axis=0) / 10_000
        self.at = unit(self.lonlat)
        self.tree = cKDTree(self.at, balanced_tree=False)
        count = len(self.at)
        self.channel: Bools = np.unpackbits(file["channel"], count=count).astype(bool)
        self.sight_m: Floats = SIGHT_M[file["level"]]
        degree = file["degree"].astype(np.int64)
        self._first: NDArray[np.int32] = np.r_[0, np.cumsum(degree)].astype(np.int32)
        lower = np.repeat(np.arange(count, dtype=np.int32), degree)
        self._upper = _targets(unplane(file["upper"]), self._first, lower)
        self._cost: Floats = np.asarray(unplane(file["cost"]) * COST_UNIT_M, dtype=np.float64)
        middle = unplane(file["middle"])
        self._middle = np.where(middle == 0, -1, middle + lower).astype(np.int32)
        self._closed = file["closed"].astype(np.int64)
        self._core: Bools = np.unpackbits(file["core"], count=count).astype(bool)
        self._starts: list[int] = self._first.tolist()
        self._upper_view, self._cost_view = self._upper.data, self._cost.data
        self._core_flags = self._core.tobytes()
        self._core_nodes = np.nonzero(self._core)[0]
        self._core_first, self._core_target, self._core_cost = self._core_graph(lower)

    def nearest(self, at: Floats, count: int) -> Ints:
        """Return the nodes nearest to a unit vector, nearest first."""
        return np.asarray(self.tree.query(at, count)[1], dtype=np.int64)

    def _core_graph(self, lower: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32], Floats]:
        """Return the edges among the nodes left uncontracted, both ways, under numbers of their own."""
        inner = np.nonzero(self._core[lower])[0]
        number = np.cumsum(self._core) - 1
        a, b = number[lower[inner]], number[self._upper[inner]]
        start, target = np.r_[a, b], np.r_[b, a]
        order = np.lexsort((target, start))
        first = np.r_[0, np.cumsum(np.bincount(start, minlength=len(self._core_nodes)))].astype(np.int32)
        return first, target[order].astype(np.int32), np.tile(self._cost[inner], 2)[order]

    def default_path(self, start: Berth, end: Berth) -> Found | None:
        """Return the cheapest path through the passages open by default, or None where there is none."""
        rise, fall = self._climb(start), self._climb(end)
        meeting = [(rise[node][0] + fall[node][0], node) for node in rise.keys() & fall.keys()]
        best, top = min(meeting, default=(np.inf, -1))
        across = [top]
        entries, exits = self._in_core(rise), self._in_core(fall)
        if len(entries[0]) and len(exits[0]):
            matrix = with_source(self._core_first, self._core_target, self._core_cost, entries)
            dist, before = dijkstra(matrix, indices=len(self._core_nodes), return_predecessors=True)
            total = dist[exits[0]] + exits[1]
            if total.min() < best:
                best, last = float(total.min()), int(exits[0][np.argmin(total)])
                across = self._core_nodes[trace(before, last, len(self._core_nodes))[::-1]].tolist()
        if not np.isfinite(best):
            return None
        way = [*_descent(rise, across[0])[::-1], *across[1:], *_descent(fall, across[-1])[1:]]
        return Found(tuple(self._unpacked(way)), best)

    def _climb(self, berth: Berth) -> dict[int, tuple[float, int]]:
        """
        Return the nodes met going up from a berth, the core's included: cost, and the node before or -1.

        A node that a higher one reaches at less cost is not climbed from.
        """
        first, upper, cost, core = self._starts, self._upper_view, self._cost_view, self._core_flags
        met = {node: (price, -1) for node, price in zip(berth.nodes.tolist(), berth.cost.tolist(), strict=True)}
        queue = [(price, node) for node, (price, _) in met.items()]
        heapq.heapify(queue)
        while queue:
            price, node = heapq.heappop(queue)
            if price > met[node][0] or core[node]:
                continue
            low, high = first[node], first[node + 1]
            steps = zip(upper[low:high].tolist(), cost[low:high].tolist(), strict=True)
            climbs = []
            for target, step in steps:
                known = met.get(target)
                if known is None or price + step < known[0]:
                    climbs.append((price + step, target))
                elif known[0] + step < price:
                    break
            else:
                for way in climbs:
                    met[way[1]] = (way[0], node)
                    heapq.heappush(queue, way)
        return met

    def _in_core(self, met: Mapping[int, tuple[float, int]]) -> tuple[Ints, Floats]:
        nodes = np.fromiter(met, np.int64, len(met))
        prices = np.fromiter((price for price, _ in met.values()), np.float64, len(met))
        inside = self._core[nodes]
        return np.searchsorted(self._core_nodes, nodes[inside]), prices[inside]

    def _unpacked(self, nodes: Sequence[int]) -> list[int]:
        """Return a path of hierarchy edges with every shortcut replaced by the nodes it passes."""
        found = list(nodes[:1])
        waiting = list(pairwise(nodes))[::-1]
        while waiting:
            a, b = waiting.pop()
            middle = self._between(a, b)
            if middle < 0:
                found.append(b)
            else:
                waiting += [(middle, b), (a, middle)]
        return found

    def _between(self, a: int, b: int) -> int:
        for low, high in ((a, b), (b, a)):
            last = self._starts[low + 1]
            at = bisect_left(self._upper_view, high, self._starts[low], last)
            if at < last and self._upper_view[at] == high:
                return int(self._middle[at])
        raise KeyError((a, b))

    def edges(self) -> tuple[Ints, Floats]:
        """Return every edge of the network, closed ones included: rows of two nodes, and costs in metres."""
        plain = self._middle < 0
        lower = np.repeat(np.arange(len(self.at)), np.diff(self._first))
        ends = np.vstack([np.column_stack([lower[plain], self._upper[plain]]), self._closed[:, :2]])
        return ends.astype(np.int64), np.r_[self._cost[plain], self._closed[:, 2] * COST_UNIT_M]


@lru_cache(maxsize=1)
def sea_network() -> SeaNetwork:
    """
    Return the shipped network.

    Raises
    ------
    FileNotFoundError
        When the network file is missing from the installation.
    """
    with np.load(geodata("networks", "sea-network.npz")) as file:
        return SeaNetwork(file)


def with_source(
    first: NDArray[np.int32], target: NDArray[np.int32], cost: Floats, reached: tuple[Ints, Floats]
) -> csr_array:
    """Return a graph with one node more, from which some nodes are reached at given costs."""
    nodes, prices = reached
    pointers = np.r_[first, np.int32(first[-1] + len(nodes))].astype(np.int32)
    targets = np.concatenate([target, nodes.astype(np.int32)])
    return csr_array((np.concatenate([cost, prices]), targets, pointers), shape=(len(first), len(first)))


def _targets(steps: NDArray[np.int32], first: NDArray[np.int32], lower: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return upper nodes from steps that start anew from the lower node at each row."""
    running = np.cumsum(steps, dtype=np.int64)
    before = np.r_[0, running][first[:-1]]
    return np.asarray(running - np.repeat(before, np.diff(first)) + lower, dtype=np.int32)


def _descent(met: Mapping[int, tuple[float, int]], node: int) -> list[int]:
    """Return the nodes from one back down to the first."""
    nodes = [node]
    while (earlier := met[nodes[-1]][1]) >= 0:
        nodes.append(earlier)
    return nodes


def trace(before: NDArray[np.int32], node: int, source: int) -> list[int]:
    """Return the nodes from one back to the first after the source."""
    nodes = [node]
    while (earlier := int(before[nodes[-1]])) != source:
        nodes.append(earlier)
    return nodes
