"""
The railways and the roads: shortest ways along lines that are on the ground.

A network is one file of `geodata/networks`. Places are taken to the nearest points on its lines, between vertices
too; a way is sought through all of them at once, so that a place beside a junction is passed and not called at by a
spur. Nothing is drawn where there is no line: that is `NoRouteError`.

Lengths of ways are those of the surveyed lines, which the simplified drawing of the source falls short of
(`docs/networks.md` measures by how much); the drawn line has a length of its own. A change of track gauge costs as
much as `GAUGE_BREAK_M` of line, since goods must change wagons or wagons their bogies.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from corridors import _netfile
from corridors._data import geodata
from corridors._errors import NoRouteError
from corridors._search import LEAST_M, GaugeBreak, Path, Search, Snap
from corridors.model import Mode

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

MAX_SNAP_M = 50_000.0
GAUGE_BREAK_M = 1_000_000.0
CHOICE_M = 3_000.0
MOST_CHOICES = 16
DEGREE_M = 111_195.0
LINES = {Mode.RAIL: "railway", Mode.ROAD: "road"}


@cache
def network(mode: Mode) -> Network:
    """
    Return the network of a mode, read once.

    Raises
    ------
    ValueError
        When no land network carries the mode.
    """
    return Network.load(mode)


class Network:
    """
    The lines of one mode and the search over them.

    Parameters
    ----------
    stored
        What a network file holds.
    noun
        What one of its lines is called in messages.
    """

    def __init__(self, stored: _netfile.NetworkFile, *, noun: str = "line") -> None:
        self.noun, self.about = noun, {key: fact for key, fact in stored.about.items() if key != "by_hand"}
        by_hand = {number: line["name"] for line in stored.about.get("by_hand", ()) for number in line["segments"]}
        self._by_hand = np.array(sorted(by_hand), dtype=np.int64)
        self._hand_names = [by_hand[number] for number in sorted(by_hand)]
        self.tail, self.head, self.transfers = stored.tail, stored.head, stored.transfers
        self.track_m = stored.track * _netfile.TRACK_STEP_M
        self.gauge = stored.gauge
        self.nodes = stored.nodes / _netfile.PER_DEGREE
        self.points, self.first = _polylines(stored)
        self._segments = np.delete(np.arange(len(self.points) - 1), self.first[1:-1] - 1)
        self._south = np.minimum(self.points[:-1, 1], self.points[1:, 1])[self._segments]
        self._north = np.maximum(self.points[:-1, 1], self.points[1:, 1])[self._segments]
        self._run_m = _running_lengths(self.points, self.first)
        self._matrices: dict[float, tuple[Integers, Integers, Floats]] = {}

    @classmethod
    def load(cls, mode: Mode) -> Network:
        """
        Read the shipped network of a mode.

        Raises
        ------
        ValueError
            When no land network carries the mode, or the file is damaged.
        FileNotFoundError
            When the installation lacks the file.
        """
        if mode not in LINES:
            raise ValueError(f"no land network carries {str(mode)!r}; known are {', '.join(LINES)}")
        return cls(_netfile.read(geodata("networks", f"{mode}.net")), noun=LINES[mode])

    def matrix(self, gauge_break_m: float) -> tuple[Integers, Integers, Floats]:
        """
        Return the network as a sparse matrix of lengths: where rows begin, the columns and the lengths in metres.

        Parameters
        ----------
        gauge_break_m
            What a change of track gauge costs, in metres of way.
        """
        if gauge_break_m not in self._matrices:
            tail = np.concatenate([self.tail, self.transfers[:, 0]]) if len(self.transfers) else self.tail
            head = np.concatenate([self.head, self.transfers[:, 1]]) if len(self.transfers) else self.head
            length = np.concatenate([self.track_m, np.full(len(self.transfers), gauge_break_m)])
            rows, columns = np.concatenate([tail, head]), np.concatenate([head, tail])
            data = np.maximum(np.tile(length, 2), LEAST_M)
            order = np.lexsort((columns, rows))
            begins = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=len(self.nodes)))])
            self._matrices = {gauge_break_m: (begins.astype(np.int32), columns[order].astype(np.int32), data[order])}
        return self._matrices[gauge_break_m]

    def path(
        self,
        points: Sequence[tuple[float, float]],
        *,
        max_snap_m: float = MAX_SNAP_M,
        gauge_break_m: float = GAUGE_BREAK_M,
    ) -> Path:
        """
        Find the shortest way along the network through points in the given order.

        Which of several near lines a point is taken to is decided by the whole: a metre between an end and the
        network counts as three metres of way, at a point on the way as one and a half. Lines farther off are tried
        only when the near ones are cut off from the rest. A point beside the way is passed without a spur of up to
        five kilometres to it and back.

        Parameters
        ----------
        points
            Longitude and latitude in degrees of two places or more.
        max_snap_m
            How far from the network, in metres, a place may lie.
        gauge_break_m
            What a change of track gauge costs, in metres of way.

        Raises
        ------
        NoRouteError
            When a place is too far from any line, or no lines join two places.
        ValueError
            When there are fewer than two points.

        Examples
        --------
        >>> round(network(Mode.RAIL).path([(37.66, 55.78), (30.36, 59.93)]).track_m / 1000, -1)
        640.0
        """
        if len(points) < 2:
            raise ValueError(f"a way needs two points or more, got {len(points)}")
        layers = [self.snaps(lon, lat, max_snap_m=max_snap_m) for lon, lat in points]
        try:
            return Search(self, points, layers, gauge_break_m).path()
        except NoRouteError:
            layers = [self.snaps(lon, lat, max_snap_m=max_snap_m, all_parts=True) for lon, lat in points]
            return Search(self, points, layers, gauge_break_m).path()

    def snaps(self, lon: float, lat: float, *, max_snap_m: float = MAX_SNAP_M, all_parts: bool = False) -> list[Snap]:
        """
        Return the points of the network a place may be taken to, nearest first.

        They are the nearest points of the edges hardly farther away than the nearest; with `all_parts`, also
        those of every separate part of the network within reach.

        Raises
        ------
        NoRouteError
            When there is no line within `max_snap_m` metres.
        """
        reach = max_snap_m / DEGREE_M
        near = self._segments[(self._south <= lat + reach) & (self._north >= lat - reach)]
        shrink = max(float(np.cos(np.radians(lat))), 1e-6)
        start = self.points[near] - [lon, lat]
        start[:, 0] = ((start[:, 0] + 180.0) % 360.0 - 180.0) * shrink
        way = (self.points[near + 1] - self.points[near]) * [shrink, 1.0]
        square = np.maximum((way**2).sum(axis=1), 1e-18)
        part = np.clip(-(start * way).sum(axis=1) / square, 0.0, 1.0)
        gap = np.hypot(*(start + way * part[:, None]).T) * DEGREE_M
        close = np.flatnonzero(gap <= max_snap_m)
        if not len(close):
            where = f"{lon:.4g}, {lat:.4g}"
            raise NoRouteError(f"there is no {self.noun} within {max_snap_m / 1000:g} km of {where}")
        order = close[np.argsort(gap[close], kind="stable")]
        chosen = self._choose(near[order], gap[order], all_parts)
        return [Snap(int(near[i]), float(part[i]), float(gap[i])) for i in order[chosen]]

    def _choose(self, segments: Integers, gap: Floats, all_parts: bool) -> Integers:
        """Return which of the segments, given nearest first, are worth a try."""
        edges = self.edge_of(segments)
        first = np.sort(np.unique(edges, return_index=True)[1])
        near: Integers = first[gap[first] <= gap[0] + CHOICE_M][:MOST_CHOICES]
        if not all_parts:
            return near
        parts = self.component[self.tail[edges]]
        separate: Integers = np.sort(np.unique(parts, return_index=True)[1])[:MOST_CHOICES]
        return np.union1d(near, separate).astype(np.int64)

    def edge_of(self, segments: Integers) -> Integers:
        """Return the edges that segments belong to."""
        edges: Integers = np.searchsorted(self.first, segments, side="right") - 1
        return edges

    def edge_between(self, node: int, other: int) -> int:
        """Return the edge that joins two nodes, or -1."""
        low, high = min(node, other), max(node, other)
        start, end = np.searchsorted(self.tail, [low, low + 1])
        found = np.flatnonzero(self.head[start:end] == high)
        return int(start + found[0]) if len(found) else -1

    def stretch(self, edge: int, start: float, end: float) -> tuple[Floats, float]:
        """
        Return the vertices of an edge between two positions, and the surveyed length between them in metres.

        A position is an index into `points`, whole at a vertex.
        """
        low, high = min(start, end), max(start, end)
        inner = self.points[int(np.floor(low)) + 1 : int(np.ceil(high))]
        line = np.vstack([self._at(low), inner, self._at(high)])
        return (line if start <= end else line[::-1]), self.track_between(edge, low, high)

    def drawn_by_hand(self, start: float, end: float) -> list[str]:
        """Return the names of the lines drawn by hand that lie between two positions on an edge."""
        low, high = np.floor(min(start, end)), np.ceil(max(start, end))
        first, last = np.searchsorted(self._by_hand, [low, high])
        return self._hand_names[first:last]

    def track_between(self, edge: int, start: float, end: float) -> float:
        """Return the surveyed length in metres between two positions on an edge."""
        whole = float(self._run_m[self.first[edge + 1] - 1])
        share = abs(self._run(end) - self._run(start)) / whole if whole else 0.0
        return share * float(self.track_m[edge])

    def _at(self, position: float) -> Floats:
        index = int(position)
        part = position - index
        here: Floats = self.points[index]
        return here if part == 0 else here * (1 - part) + self.points[index + 1] * part

    def _run(self, position: float) -> float:
        index = int(position)
        part = position - index
        run = float(self._run_m[index])
        return run if part == 0 else run + part * float(self._run_m[index + 1] - run)

    @cached_property
    def component(self) -> Integers:
        """The separate part each node belongs to, as a number."""
        ends = np.concatenate([np.column_stack([self.tail, self.head]), self.transfers])
        count = len(self.nodes)
        graph = csr_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), (count, count))
        labels: Integers = connected_components(graph, directed=False)[1]
        return labels


def _polylines(stored: _netfile.NetworkFile) -> tuple[Floats, Integers]:
    """Return the vertices of all edges, ends included, in degrees, and where each edge begins and the last ends."""
    first = np.concatenate([[0], np.cumsum(stored.inner + 2)])
    points = np.empty((first[-1], 2))
    ends = np.zeros(len(points), bool)
    ends[first[:-1]] = ends[first[1:] - 1] = True
    points[~ends] = stored.vertices
    points[first[:-1]] = stored.nodes[stored.tail]
    points[first[1:] - 1] = stored.nodes[stored.head]
    points /= _netfile.PER_DEGREE
    turn = np.round((points[first[1:] - 1, 0] - points[first[1:] - 2, 0]) / 360.0)
    points[first[1:] - 1, 0] -= 360.0 * turn
    return points, first


def _running_lengths(points: Floats, first: Integers) -> Floats:
    """Return the length in metres from the beginning of its edge to each vertex, on a sphere, for shares only."""
    step = np.diff(points, axis=0, prepend=points[:1])
    step[:, 0] *= np.cos(np.radians(points[:, 1]))
    run = np.cumsum(np.hypot(*step.T)) * DEGREE_M
    return run - np.repeat(run[first[:-1]], np.diff(first))


__all__ = ["GaugeBreak", "Network", "Path", "network"]
