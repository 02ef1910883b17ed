"""
The sea network on disk and the shortest paths in it.

The file is made by `geodata/build/sea.py`. With the default passages a path is found in a contraction hierarchy
(Geisberger et al. 2008): a search climbs from either end through ever fewer nodes up to a core, whose distances are
stored. Its paths are the cheapest there are.
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

from corridors._data import geodata
from corridors._errors import DataError
from corridors.buckets import Buckets
from corridors.gates import unit
from corridors.hubs import Hubs
from corridors.land import unplane

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
COST_UNIT_M = 20.0
SHORTCUTS = 20_000  # whose nodes are remembered
SIGHT_M: Floats = np.array([14_500.0, 5_300.0, 1_800.0, 500.0, 150.0])


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


@dataclass(frozen=True, slots=True)
class _Climb:
    """The nodes met going up from a berth: the cost of each in units, the node before (or -1), those of the core."""

    cost: Mapping[int, float]
    before: Mapping[int, int]
    core: Sequence[int]

    def down(self, node: int) -> list[int]:
        """Return the nodes from one back down to the first."""
        nodes = [node]
        while (earlier := self.before[nodes[-1]]) >= 0:
            nodes.append(earlier)
        return nodes


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
    """

    def __init__(self, file: Mapping[str, NDArray[Any]]) -> None:
        self.lonlat: Floats = np.column_stack([np.cumsum(unplane(file[axis])) for axis in "xy"]) / 10_000
        self.at = unit(self.lonlat)
        self._buckets = Buckets(self.lonlat, self.at)
        count = len(self.at)
        self.channel: Bools = np.unpackbits(file["channel"], count=count).astype(bool)
        self.sight_m: Floats = SIGHT_M[file["level"]]
        degree = file["degree"].astype(np.int64)
        self._first: NDArray[np.int32] = np.r_[0, np.cumsum(degree)].astype(np.int32)
        lower = np.repeat(np.arange(count, dtype=np.int32), degree)
        self._upper = _targets(unplane(file["upper"]), self._first, lower)
        self._units = unplane(file["cost"])
        self._middle = unplane(file["middle"])
        self._closed = file["closed"].astype(np.int64)
        self._core: Bools = np.unpackbits(file["core"], count=count).astype(bool)
        self._starts: list[int] = self._first.tolist()
        self._upper_view, self._units_view, self._middle_view = self._upper.data, self._units.data, self._middle.data
        self._core_flags = self._core.tobytes()
        self._core_nodes: list[int] = np.nonzero(self._core)[0].tolist()
        number = np.cumsum(self._core) - 1
        self._core_number: list[int] = number.tolist()
        inner = np.nonzero(self._core[lower])[0]
        self._hubs = Hubs(file, number[lower[inner]], number[self._upper[inner]])
        self._corners = _corner_keys(file, count)
        self._spare: Ints = np.unpackbits(file["corner_spare"], count=len(self._corners)).astype(np.int64)
        self._steps = lru_cache(maxsize=SHORTCUTS)(self._expanded)
        self._tags = {key: file[key] for key in ("tag_key", "tag_count", "tag_edge") if key in file}

    def nearest(self, at: Floats, count: int) -> Ints:
        """Return the nodes nearest to a unit vector, nearest first."""
        return self._buckets.nearest(at, count)

    def spare(self, three: Ints) -> Ints:
        """
        Tell which corners a line can do without: 1, those it cannot: 0, and those of which nothing is known: -1.

        Parameters
        ----------
        three
            Rows of a node before a corner, the corner's node and one after it; below nought for what is not a node.
        """
        if not len(self._corners):
            return np.full(len(three), -1)
        count = len(self.at)
        keys = (three[:, 1] * count + three[:, ::2].min(axis=1)) * count + three[:, ::2].max(axis=1)
        keys[three.min(axis=1) < 0] = -1
        at = np.minimum(self._corners.searchsorted(keys), len(self._corners) - 1)
        return np.where(self._corners[at] == keys, self._spare[at], -1)

    def default_path(self, start: Berth, end: Berth) -> Found | None:
        """Return the cheapest path through the passages open by default, or None where there is none."""
        rise, fall = self._climb(start), self._climb(end)
        meeting = [(rise.cost[node] + fall.cost[node], node) for node in rise.cost.keys() & fall.cost.keys()]
        best, top = min(meeting, default=(np.inf, -1))
        across = [top]
        if rise.core and fall.core:
            number = self._core_number
            cost, inner = self._hubs.between(
                [number[node] for node in rise.core], [rise.cost[node] for node in rise.core],
                [number[node] for node in fall.core], [fall.cost[node] for node in fall.core],
            )  # fmt: skip
            if cost < best:
                best, across = cost, [self._core_nodes[node] for node in inner]
        if not np.isfinite(best):
            return None
        way = [*rise.down(across[0])[::-1], *across[1:], *fall.down(across[-1])[1:]]
        return Found(tuple(self._unpacked(way)), best * COST_UNIT_M)

    def _climb(self, berth: Berth) -> _Climb:
        """Climb from a berth; a node that a higher one reaches at less cost is not climbed from."""
        first, upper, units, core = self._starts, self._upper_view, self._units_view, self._core_flags
        cost = dict(zip(berth.nodes.tolist(), (berth.cost / COST_UNIT_M).tolist(), strict=True))
        before = dict.fromkeys(cost, -1)
        known = cost.get
        queue = [(price, node) for node, price in cost.items() if not core[node]]
        heapq.heapify(queue)
        while queue:
            price, node = heapq.heappop(queue)
            if price > cost[node]:
                continue
            low, high = first[node], first[node + 1]
            climbs = []
            for target, step in zip(upper[low:high].tolist(), units[low:high].tolist(), strict=True):
                reach = price + step
                least = known(target)
                if least is None or reach < least:
                    climbs.append((reach, target))
                elif least + step < price:
                    break
            else:
                for way in climbs:
                    reach, target = way
                    cost[target], before[target] = reach, node
                    if not core[target]:
                        heapq.heappush(queue, way)
        return _Climb(cost, before, [node for node in cost if core[node]])

    def _unpacked(self, nodes: Sequence[int]) -> list[int]:
        """Return a path of hierarchy edges with every shortcut replaced by the nodes it passes."""
        found = list(nodes[:1])
        for a, b in pairwise(nodes):
            found += self._steps(a, b)
        return found

    def _expanded(self, a: int, b: int) -> tuple[int, ...]:
        """Return the nodes a hierarchy edge passes, the last included but not the first."""
        middle = self._middle_of(a, b)
        waiting = [(a, self._middle_of(b, a) if middle is None else middle, b)]
        found = []
        while waiting:
            a, middle, b = waiting.pop()
            if middle is None:
                raise KeyError((a, b))
            if middle < 0:
                found.append(b)
            else:
                waiting.append((middle, self._middle_of(middle, b), b))
                waiting.append((a, self._middle_of(middle, a), middle))
        return tuple(found)

    def _middle_of(self, lower: int, upper: int) -> int | None:
        """Return the node a hierarchy edge passes, -1 where it is an edge of the network, None where there is none."""
        last = self._starts[lower + 1]
        at = bisect_left(self._upper_view, upper, self._starts[lower], last)
        if at == last or self._upper_view[at] != upper:
            return None
        step = self._middle_view[at]
        return lower + step if step else -1

    def edges(self) -> tuple[Ints, Floats]:
        """Return every edge of the network, closed ones included: rows of two nodes, and costs in metres."""
        plain = self._middle == 0
        lower = np.repeat(np.arange(len(self.at)), np.diff(self._first))
        ends = np.vstack([np.column_stack([lower[plain], self._upper[plain]]), self._closed[:, :2]])
        return ends.astype(np.int64), np.r_[self._units[plain], self._closed[:, 2]] * COST_UNIT_M

    def sailing(self, key: str) -> Ints:
        """
        Return the numbers of the edges, in the order of `edges`, that sail a passage.

        Parameters
        ----------
        key
            One of `corridors.passages.tag_keys`.

        Raises
        ------
        DataError
            When the network was built before the passage was added.
        """
        keys = [name.decode() for name in self._tags["tag_key"].tolist()]
        if key not in keys:
            raise DataError([f"sea-network.npz: knows no passage {key!r}; build it anew with `make networks`"])
        last, at = np.cumsum(self._tags["tag_count"]), keys.index(key)
        edges = np.cumsum(unplane(self._tags["tag_edge"]), dtype=np.int64)
        return np.asarray(edges[last[at] - self._tags["tag_count"][at] : last[at]])


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


def _targets(steps: NDArray[np.int32], first: NDArray[np.int32], lower: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return upper nodes from steps that start anew from the lower node at each row."""
    running = np.cumsum(steps, dtype=np.int32)
    before = np.r_[np.int32(0), running][first[:-1]]
    running -= np.repeat(before, np.diff(first))
    running += lower
    return running


def _corner_keys(file: Mapping[str, NDArray[Any]], count: int) -> Ints:
    """Return the corners of which something is known, each as one number made of its node and the two beside it."""
    at = np.cumsum(unplane(file["corner"]), dtype=np.int64)
    return np.asarray((at * count + at + unplane(file["corner_before"])) * count + at + unplane(file["corner_after"]))
