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
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from corridors.gates import sails
from corridors.search import Berth, Found, sea_network

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class WholeGraph:
    """
    Every edge in both directions, sorted by start: row starts, targets and costs.

    `place` holds in two rows where each edge stands, there and back.
    """

    first: NDArray[np.int32]
    target: NDArray[np.int32]
    cost: Floats
    place: Ints


@lru_cache(maxsize=1)
def whole_graph() -> WholeGraph:
    """Return the whole network as a graph for Dijkstra's algorithm."""
    network = sea_network()
    ends, cost = network.edges()
    start = np.r_[ends[:, 0], ends[:, 1]]
    target = np.r_[ends[:, 1], ends[:, 0]]
    order = np.argsort(start * len(network.at) + target)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    first = np.r_[0, np.cumsum(np.bincount(start, minlength=len(network.at)))].astype(np.int32)
    return WholeGraph(first, target[order].astype(np.int32), np.r_[cost, cost][order], place.reshape(2, -1))


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
        cost[graph.place[:, sea_network().sailing(key)]] = np.inf
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
    bits: dict[int, int] = {}
    for bit, key in enumerate(require):
        for at in graph.place[:, sea_network().sailing(key)].ravel().tolist():
            bits[at] = bits.get(at, 0) | 1 << bit
    places = np.array(sorted(at for at in bits if np.isfinite(cost[at])), dtype=np.int64)
    origin = np.searchsorted(graph.first, places, side="right") - 1
    tags = np.array([bits[at] for at in places.tolist()], dtype=np.int64)
    return _Crossings(origin, graph.target[places].astype(np.int64), cost[places], tags)


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


def _trace(before: NDArray[np.int32], node: int, source: int) -> list[int]:
    """Return the nodes from one back to the first after the source."""
    nodes = [node]
    while (earlier := int(before[nodes[-1]])) != source:
        nodes.append(earlier)
    return nodes
