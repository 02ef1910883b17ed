"""
The search for the shortest way through several points of a network.

Each asked point may be taken to any of its snaps. The legs are searched one after the other, each from all snaps of
its beginning at once, which start with what it costs to have come there; so one run of Dijkstra's algorithm per leg
finds the choice of snaps that is best for the whole.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from shapely.geometry import LineString

from corridors._errors import NoRouteError
from corridors.geometry import geod, length_m, unwrap

if TYPE_CHECKING:
    from corridors.network import Network

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

STUB_M = 5_000.0
SHORT_M = 5_000.0
END_WEIGHT = 3.0
VIA_WEIGHT = 1.5
FARTHER, FAR_M = 1.6, 200_000.0  # how far a way is first looked for, beside the distance as the crow flies
LEAST_M = 1e-3


@dataclass(frozen=True, slots=True)
class GaugeBreak:
    """A spot where a way passes from one track gauge to another, in millimetres."""

    lon: float
    lat: float
    from_mm: int
    to_mm: int


@dataclass(frozen=True, slots=True)
class Path:
    """
    A way along a network.

    `line` has continuous longitudes and keeps to the network from end to end; `connectors_m` are the gaps between
    each asked point and the line. `track_m` is the length of the lines as surveyed, before the source simplified
    them; `length_m` that of `line`. All are metres. `by_hand` names the stretches that were drawn by hand, through
    stations or towns and approximate between them.
    """

    line: LineString
    track_m: float
    connectors_m: tuple[float, ...]
    breaks: tuple[GaugeBreak, ...] = ()
    by_hand: tuple[str, ...] = ()

    @property
    def length_m(self) -> float:
        """Geodesic length of the drawn line, in metres."""
        return length_m(self.line)


@dataclass(frozen=True, slots=True)
class Snap:
    """A point of a network that an asked point may be taken to: `part` of the way along a segment, `gap_m` away."""

    segment: int
    part: float
    gap_m: float


class Search:
    """One search: a network with the snaps of the asked points put on it as nodes of their own."""

    def __init__(
        self,
        network: Network,
        asked: Sequence[tuple[float, float]],
        layers: Sequence[Sequence[Snap]],
        gauge_break_m: float,
    ) -> None:
        self.network, self.asked = network, asked
        snaps = [snap for layer in layers for snap in layer]
        self.edge = network.edge_of(np.array([snap.segment for snap in snaps]))
        self.position = np.array([snap.segment + snap.part for snap in snaps])
        self.gap_m = np.array([snap.gap_m for snap in snaps])
        self.base = len(network.nodes)
        starts = np.cumsum([0, *map(len, layers)])
        self.layers = [np.arange(a, b) for a, b in pairwise(starts)]
        self.graph = self._graph(gauge_break_m)

    def path(self) -> Path:
        """
        Return the best way.

        Raises
        ------
        NoRouteError
            When two of the points lie on separate parts of the network, or the gaps outweigh the way.
        """
        legs = self._legs()
        turns = [self._drop_stub(before, after) for before, after in pairwise(legs)]
        stops = [legs[0][0], *turns, legs[-1][-1]]
        nodes = [stops[0], *(node for leg in legs for node in leg[1:])]
        lines, track_m, breaks = [self._place(nodes[0])], 0.0, []
        drawn: dict[str, None] = {}
        for i, (node, other) in enumerate(pairwise(nodes)):
            edge = self._edge(node, other)
            if edge < 0:
                breaks.append(self._break(nodes, i))
                continue
            start, end = self._position(node, edge), self._position(other, edge)
            line, length = self.network.stretch(edge, start, end)
            lines.append(line)
            track_m += length
            drawn.update(dict.fromkeys(self.network.drawn_by_hand(start, end)))
        gaps = tuple(self._gap_to(stop, point) for stop, point in zip(stops, self.asked, strict=True))
        self._refuse_if_mostly_gap(gaps, track_m)
        return Path(_joined(lines), track_m, gaps, tuple(breaks), tuple(drawn))

    def _graph(self, gauge_break_m: float) -> csr_matrix:
        """Return the matrix of lengths; its last rows are one source per leg, to be filled as the legs are known."""
        begins, heads, lengths = self.network.matrix(gauge_break_m)
        legs = self.layers[:-1]
        a, b, pieces = self._links()
        row, column = np.concatenate([a, b]), np.concatenate([b, a])
        order = np.argsort(row, kind="stable")
        row, column, piece = row[order], column[order], np.tile(np.maximum(pieces, LEAST_M), 2)[order]
        known = int(np.searchsorted(row, self.base))
        at = begins[row[:known] + 1]
        sources = [np.full(len(leg), self.base + len(self.edge) + i) for i, leg in enumerate(legs)]
        ones = np.ones(sum(map(len, legs)))
        heads = np.concatenate(
            [np.insert(heads, at, column[:known]), column[known:], *(leg + self.base for leg in legs)]
        )
        lengths = np.concatenate([np.insert(lengths, at, piece[:known]), piece[known:], ones])
        count = self.base + len(self.edge) + len(legs)
        more = np.bincount(np.concatenate([row, *sources]), minlength=count)
        begins = np.concatenate([begins, np.full(count - self.base, begins[-1])])
        begins[1:] += np.cumsum(more)
        return csr_matrix((lengths, heads, begins), (count, count))

    def _links(self) -> tuple[Integers, Integers, Floats]:
        """Return the pieces of edge between snaps and ends of edges, with their lengths."""
        net = self.network
        rows: list[tuple[int, int, float]] = []
        order = np.lexsort((self.position, self.edge))
        for edge, group in itertools.groupby(order.tolist(), key=lambda i: int(self.edge[i])):
            inner = list(group)
            stops = [int(net.tail[edge]), *(self.base + i for i in inner), int(net.head[edge])]
            marks = [float(net.first[edge]), *self.position[inner].tolist(), float(net.first[edge + 1] - 1)]
            for (a, b), (p, q) in zip(pairwise(stops), pairwise(marks), strict=True):
                rows.append((a, b, net.track_between(edge, p, q)))
        table = np.array(rows)
        return table[:, 0].astype(np.int64), table[:, 1].astype(np.int64), table[:, 2]

    def _legs(self) -> list[list[int]]:
        """Return the nodes of the best way, leg by leg."""
        cost = self.gap_m[self.layers[0]] * END_WEIGHT
        before = []
        for i, there in enumerate(self.layers[1:]):
            source = self.base + len(self.edge) + i
            self.graph.data[self.graph.indptr[source] : self.graph.indptr[source + 1]] = np.maximum(cost, LEAST_M)
            weight = END_WEIGHT if i == len(self.layers) - 2 else VIA_WEIGHT
            reach = float(cost.min()) + FARTHER * geod().inv(*self.asked[i], *self.asked[i + 1])[2] + FAR_M
            for limit in (reach, np.inf):  # what is found within reach and costs no more is the best there is
                distance, previous = dijkstra(self.graph, indices=source, return_predecessors=True, limit=limit)
                cost = distance[there + self.base] + weight * self.gap_m[there]
                if cost.min() <= limit:
                    break
            if not np.isfinite(cost).any():
                raise NoRouteError(self._apart(i))
            before.append((source, previous))
        node = int(self.layers[-1][np.argmin(cost)]) + self.base
        legs = []
        for source, previous in reversed(before):
            leg = [node]
            while previous[leg[-1]] != source:
                leg.append(int(previous[leg[-1]]))
            legs.append(leg[::-1])
            node = leg[-1]
        return legs[::-1]

    def _refuse_if_mostly_gap(self, gaps: Sequence[float], track_m: float) -> None:
        """Refuse a way shorter than the gaps at its ends: it would show where the line is not."""
        if gaps[0] + gaps[-1] > max(track_m, SHORT_M):
            worst = 0 if gaps[0] >= gaps[-1] else -1
            lon, lat = self.asked[worst]
            noun = self.network.noun
            raise NoRouteError(
                f"the {noun} nearest to {lon:.4g}, {lat:.4g} is {gaps[worst] / 1000:.0f} km away,"
                f" which leaves more gap than {noun} on the way"
            )

    def _apart(self, leg: int) -> str:
        noun = self.network.noun
        places = " and ".join(f"{lon:.4g}, {lat:.4g}" for lon, lat in self.asked[leg : leg + 2])
        return f"no {noun} joins {places}: they lie on separate parts of the {noun} network"

    def _drop_stub(self, before: list[int], after: list[int]) -> int:
        """Cut a short spur, run out and back, from the end of a leg and the beginning of the next."""
        count = 0
        for out, back in zip(before[-2::-1], after[1:], strict=False):
            if out != back:
                break
            count += 1
        spur_m = self._track_m(before[len(before) - 1 - count :])
        if count and spur_m <= STUB_M and self._track_m(before) + self._track_m(after) > 2 * spur_m + 1:
            del before[-count:], after[:count]
        return before[-1]

    def _track_m(self, nodes: list[int]) -> float:
        """Return the surveyed length along nodes, in metres."""
        total = 0.0
        for node, other in pairwise(nodes):
            edge = self._edge(node, other)
            if edge >= 0:
                total += self.network.track_between(edge, self._position(node, edge), self._position(other, edge))
        return total

    def _edge(self, node: int, other: int) -> int:
        if max(node, other) >= self.base:
            return int(self.edge[max(node, other) - self.base])
        return self.network.edge_between(node, other)

    def _position(self, node: int, edge: int) -> float:
        if node >= self.base:
            return float(self.position[node - self.base])
        at_tail = self.network.tail[edge] == node
        return float(self.network.first[edge] if at_tail else self.network.first[edge + 1] - 1)

    def _place(self, node: int) -> Floats:
        if node < self.base:
            return self.network.nodes[[node]]
        position = self.position[node - self.base]
        return self.network.stretch(int(self.edge[node - self.base]), position, position)[0][:1]

    def _gap_to(self, node: int, point: tuple[float, float]) -> float:
        lon, lat = self._place(node)[0]
        return float(geod().inv(*point, lon, lat)[2])

    def _break(self, nodes: list[int], i: int) -> GaugeBreak:
        before, after = self._edge(nodes[i - 1], nodes[i]), self._edge(nodes[i + 1], nodes[i + 2])
        lon, lat = self._place(nodes[i])[0].tolist()
        return GaugeBreak(lon, lat, int(self.network.gauge[before]), int(self.network.gauge[after]))


def _joined(lines: list[Floats]) -> LineString:
    """Join stretches, each beginning where the one before ends, into a line with continuous longitudes."""
    points = np.concatenate(lines)
    keep = np.append(True, (np.abs(np.diff(points, axis=0)) > 1e-9).any(axis=1))
    kept = points[keep] if keep.sum() > 1 else points[:1].repeat(2, axis=0)
    return unwrap(LineString(kept))
