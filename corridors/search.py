"""
The sea network on disk and the shortest paths in it.

The file is made by `geodata/build/sea.py`. With the default passages a path is found in a contraction hierarchy
(Geisberger et al. 2008): a search climbs from either end through ever fewer nodes. When passages are required or
forbidden, Dijkstra's algorithm searches the whole network instead; both are exact.
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
from corridors.passages import TRANSIT, gate_arcs, passages, sails, unit

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
            matrix = _with_source(self._core_first, self._core_target, self._core_cost, entries)
            dist, before = dijkstra(matrix, indices=len(self._core_nodes), return_predecessors=True)
            total = dist[exits[0]] + exits[1]
            if total.min() < best:
                best, last = float(total.min()), int(exits[0][np.argmin(total)])
                across = self._core_nodes[_trace(before, last, len(self._core_nodes))[::-1]].tolist()
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


@dataclass(frozen=True, slots=True)
class WholeGraph:
    """Every edge in both directions, sorted by start: row starts, targets, costs, and the edge each belongs to."""

    ends: Ints
    first: NDArray[np.int32]
    target: NDArray[np.int32]
    cost: Floats
    edge: Ints


@lru_cache(maxsize=1)
def whole_graph() -> WholeGraph:
    """Return the whole network as a graph for Dijkstra's algorithm."""
    network = sea_network()
    ends, cost = network.edges()
    start = np.r_[ends[:, 0], ends[:, 1]]
    target = np.r_[ends[:, 1], ends[:, 0]]
    edge = np.tile(np.arange(len(ends)), 2)
    order = np.lexsort((target, start))
    first = np.r_[0, np.cumsum(np.bincount(start, minlength=len(network.at)))].astype(np.int32)
    return WholeGraph(ends, first, target[order].astype(np.int32), np.r_[cost, cost][order], edge[order])


@lru_cache(maxsize=64)
def sailing_edges(key: str) -> Bools:
    """Tell which edges of the network sail a passage; only those near one of its gates are tried."""
    ends, lonlat = whole_graph().ends, sea_network().lonlat
    near = np.ones(len(ends), bool) if _by_area(key) else _near_gates(key)
    answer = np.zeros(len(ends), bool)
    answer[near] = sails(lonlat[ends[near, 0]], lonlat[ends[near, 1]], key)
    return answer


def _by_area(key: str) -> bool:
    return not key.endswith(TRANSIT) and bool(passages()[key].area)


def _near_gates(key: str) -> Bools:
    """Tell which edges come near enough to a gate of a passage to cross it: circles about both overlap."""
    arcs = gate_arcs(passages()[key.removesuffix(TRANSIT)])
    middles, reach = _circles(unit(arcs[:, :2]), unit(arcs[:, 2:]))
    edges, edge_reach = _edge_circles()
    apart = edges @ middles.T
    return np.asarray((apart >= np.cos(np.minimum(edge_reach[:, None] + reach + 1e-6, np.pi))).any(axis=1))


@lru_cache(maxsize=1)
def _edge_circles() -> tuple[Floats, Floats]:
    ends, at = whole_graph().ends, unit(sea_network().lonlat)
    return _circles(at[ends[:, 0]], at[ends[:, 1]])


def _circles(start: Floats, end: Floats) -> tuple[Floats, Floats]:
    """Return the circles about great circles from start to end: middles as unit vectors, radii in radians."""
    middle = start + end
    middle /= np.linalg.norm(middle, axis=1, keepdims=True)
    return middle, np.arccos(np.clip((middle * start).sum(axis=1), -1.0, 1.0))


@dataclass(frozen=True, slots=True)
class _Layer:
    """Costs from the origin after sailing some of the required passages, and how each node was come by."""

    dist: Floats
    before: NDArray[np.int32]
    seeds: Mapping[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Crossings:
    """The edges that sail a required passage: start, target, cost, and which passages as bits."""

    origin: Ints
    target: Ints
    cost: Floats
    bits: Ints


def wished_path(start: Berth, end: Berth, *, require: Sequence[str], forbidden: Sequence[str]) -> Found | None:
    """
    Return the cheapest path that sails every required passage and none of the forbidden, or None.

    The search runs over pairs of a node and the set of required passages sailed so far, one set at a time, so the
    order in which the passages are met comes out by itself.
    """
    graph, source = whole_graph(), len(sea_network().at)
    cost = graph.cost.copy()
    for key in forbidden:
        cost[sailing_edges(key)[graph.edge]] = np.inf
    crossings = _crossings(graph, cost, require)
    out, into = (_berth_bits(berth, require, forbidden) for berth in (start, end))
    full = (1 << len(require)) - 1
    layers: dict[int, _Layer] = {}
    for held in range(full + 1):
        seeds = _seeds(held, start, out, crossings, layers)
        if not seeds:
            continue
        nodes = np.array(sorted(seeds))
        prices = np.array([seeds[node][0] for node in nodes.tolist()])
        matrix = _with_source(graph.first, graph.target, cost, (nodes, prices))
        dist, before = dijkstra(matrix, indices=source, return_predecessors=True)
        layers[held] = _Layer(dist[:-1], before, {node: seed[1] for node, seed in seeds.items()})
    return _best_end(layers, end, into, full)


def _crossings(graph: WholeGraph, cost: Floats, require: Sequence[str]) -> _Crossings:
    tags = np.zeros(len(graph.ends), np.int64)
    for bit, key in enumerate(require):
        tags |= sailing_edges(key).astype(np.int64) << bit
    at = np.nonzero((tags[graph.edge] > 0) & np.isfinite(cost))[0]
    origin = np.searchsorted(graph.first, at, side="right") - 1
    return _Crossings(origin, graph.target[at].astype(np.int64), cost[at], tags[graph.edge[at]])


def _seeds(
    held: int, start: Berth, out: tuple[Ints, Floats], crossings: _Crossings, layers: Mapping[int, _Layer]
) -> dict[int, tuple[float, tuple[int, int]]]:
    """Return the nodes at which a set of passages becomes complete: cost, and the layer and node come from."""
    ways = [(start.nodes[out[0] == held], (start.cost + out[1])[out[0] == held], -1, start.nodes[:0])]
    for below, layer in layers.items():
        hit = ((crossings.bits | below) == held) & (below != held)
        price = layer.dist[crossings.origin[hit]] + crossings.cost[hit]
        ways.append((crossings.target[hit], price, below, crossings.origin[hit]))
    seeds: dict[int, tuple[float, tuple[int, int]]] = {}
    for nodes, prices, below, origins in ways:
        for i in np.lexsort((nodes, prices))[: np.isfinite(prices).sum()].tolist():
            node, price = int(nodes[i]), float(prices[i])
            if node not in seeds or price < seeds[node][0]:
                seeds[node] = (price, (below, int(origins[i]) if below >= 0 else -1))
    return seeds


def _best_end(layers: Mapping[int, _Layer], end: Berth, into: tuple[Ints, Floats], full: int) -> Found | None:
    best, held, node = np.inf, -1, -1
    for layer in layers:
        price = layers[layer].dist[end.nodes] + end.cost + into[1]
        price[(into[0] | layer) != full] = np.inf
        if len(price) and price.min() < best:
            best, held, node = float(price.min()), layer, int(end.nodes[int(np.argmin(price))])
    if not np.isfinite(best):
        return None
    path: list[int] = []
    while held >= 0:
        part = _trace(layers[held].before, node, len(sea_network().at))
        path += part
        held, node = layers[held].seeds[part[-1]]
    return Found(tuple(path[::-1]), best)


def _berth_bits(berth: Berth, require: Sequence[str], forbidden: Sequence[str]) -> tuple[Ints, Floats]:
    """Return which required passages each way to the network sails, and an infinite price where a forbidden one."""
    bits, price = np.zeros(len(berth.nodes), np.int64), np.zeros(len(berth.nodes))
    ways = [[*berth.way(node), sea_network().lonlat[node]] for node in berth.nodes.tolist()]
    owner = np.repeat(np.arange(len(ways)), [len(way) - 1 for way in ways])
    start = np.array([point for way in ways for point in way[:-1]])
    end = np.array([point for way in ways for point in way[1:]])
    for bit, key in enumerate(require):
        np.bitwise_or.at(bits, owner, sails(start, end, key).astype(np.int64) << bit)
    for key in forbidden:
        price[owner[sails(start, end, key)]] = np.inf
    return bits, price


def _with_source(
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


def _trace(before: NDArray[np.int32], node: int, source: int) -> list[int]:
    """Return the nodes from one back to the first after the source."""
    nodes = [node]
    while (earlier := int(before[nodes[-1]])) != source:
        nodes.append(earlier)
    return nodes
