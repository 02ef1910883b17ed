"""
Paths through the sea network that sail some passages and keep out of others.

Dijkstra's algorithm over the whole network, closed passages included; slower than the hierarchy, and exact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import dijkstra

from corridors.passages import TRANSIT, gate_arcs, passages, sails, unit
from corridors.search import Berth, Found, sea_network, trace, with_source

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


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
        matrix = with_source(graph.first, graph.target, cost, (nodes, prices))
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
        part = trace(layers[held].before, node, len(sea_network().at))
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
