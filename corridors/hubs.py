"""
Distances among the core of the sea network, read off instead of searched.

Every core node knows its distance to a few hubs, and any two nodes share a hub on a shortest path between them (hub
labels; Akiba, Iwata and Yoshida 2013). The labels are made by `geodata/build/sea_labels.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corridors.land import unplane

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class _Reach:
    """Labels of some nodes, one node's after another's: where each node's end, the hubs, what each costs to reach."""

    last: Ints
    hub: NDArray[np.int32]
    cost: Floats
    least: Floats

    def come_by(self, hub: int) -> int:
        """Return which of the nodes is the one that a hub is reached from at the least cost."""
        there = np.nonzero(self.hub == hub)[0]
        return int(np.searchsorted(self.last, there[self.cost[there].argmin()], side="right"))


class Hubs:
    """
    The labels of the core nodes, under numbers of their own from 0.

    Parameters
    ----------
    file
        The arrays `hub_count`, `hub`, `hub_far` and `hub_toward` of the network file.
    a, b
        The edges of the core, each once: two node numbers.
    """

    def __init__(self, file: Mapping[str, NDArray[Any]], a: NDArray[Any], b: NDArray[Any]) -> None:
        self._count = file["hub_count"].astype(np.int64)
        self._first = np.r_[0, np.cumsum(self._count)]
        self._hub = np.cumsum(unplane(file["hub"]), dtype=np.int32)
        self._hub -= np.repeat(np.r_[np.int32(0), self._hub][self._first[:-1]], self._count)
        self._far = unplane(file["hub_far"])
        self._toward = file["hub_toward"]
        self._edges = (a, b)
        self._next: tuple[list[int], list[int]] | None = None

    def between(
        self, entries: Sequence[int], prices: Sequence[float], exits: Sequence[int], costs: Sequence[float]
    ) -> tuple[float, list[int]]:
        """
        Return the cheapest way from any of some nodes to any of others: its cost in units and the nodes it passes.

        Parameters
        ----------
        entries, exits
            Core nodes the way may start from, and end at.
        prices, costs
            What reaching each of them costs already, in units.
        """
        out, into = self._reach(entries, prices), self._reach(exits, costs)
        whole = out.least + into.least
        hub = int(whole.argmin())
        if not np.isfinite(whole[hub]):
            return float("inf"), []
        there = self._way(entries[out.come_by(hub)], hub)
        back = self._way(exits[into.come_by(hub)], hub)
        return float(whole[hub]), there + back[-2::-1]

    def _reach(self, nodes: Sequence[int], prices: Sequence[float]) -> _Reach:
        """Return the labels of some nodes, and the least cost to each hub."""
        at = np.array(nodes, dtype=np.int64)
        count = self._count[at]
        last = np.cumsum(count)
        label = np.repeat(self._first[at] - last + count, count) + np.arange(last[-1])
        hub, cost = self._hub[label], self._far[label] + np.repeat(prices, count)
        least = np.full(len(self._count), np.inf)
        np.minimum.at(least, hub, cost)
        return _Reach(last, hub, cost, least)

    def _way(self, node: int, hub: int) -> list[int]:
        """Return the nodes from one to a hub it has a label of."""
        starts, targets = self._neighbours()
        way = [node]
        while True:
            low, high = int(self._first[node]), int(self._first[node + 1])
            step = int(self._toward[low + self._hub[low:high].searchsorted(hub)])
            if not step:
                return way
            node = targets[starts[node] + step - 1]
            way.append(node)

    def _neighbours(self) -> tuple[list[int], list[int]]:
        """Return for each node where its neighbours begin, and all neighbours, rising within a node."""
        if self._next is None:
            a, b = self._edges
            start, target = np.r_[a, b].astype(np.int64), np.r_[b, a]
            order = np.argsort(start * len(self._count) + target)
            begins = np.r_[0, np.cumsum(np.bincount(start, minlength=len(self._count)))]
            self._next = begins.tolist(), target[order].tolist()
        return self._next
