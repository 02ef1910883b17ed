"""
Find where the lines of a land network were cut apart, and join them.

The source was put together from tiles: at their edges, and at many stations, the two halves of a line end some
hundred metres or a few kilometres apart. A dead end is joined to what lies near it when the network offers no other
way or an absurd one, under the limits in `Limits`; farther joins are made by hand, each with a reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush

import numpy as np
from land_graph import EARTH_M, Floats, Integers, LandGraph, arc_m, on_sphere, split_edges, tidy, with_edges
from scipy.sparse import coo_matrix, csr_matrix
from scipy.spatial import cKDTree


@dataclass(frozen=True)
class Limits:
    """How far a dead end is joined, in metres, and how it must lie."""

    touching_m: float = 400.0
    to_line_m: float = 2000.0
    near_m: float = 6000.0
    to_end_m: float = 10_000.0
    turn_deg: float = 60.0
    far_turn_deg: float = 35.0
    detour: float = 10.0
    detour_m: float = 6000.0
    sample_m: float = 500.0


@dataclass(frozen=True)
class Seam:
    """A join from the dead end `node` to the point at `part` of `edge`."""

    node: int
    edge: int
    part: float
    gap_m: float
    turn_deg: float
    kind: str


def matrix(graph: LandGraph) -> csr_matrix:
    count = len(graph.nodes)
    weight = np.maximum(graph.track_m, 1.0)
    ends = (np.r_[graph.tail, graph.head], np.r_[graph.head, graph.tail])
    return coo_matrix((np.r_[weight, weight], ends), (count, count)).tocsr()


def samples(graph: LandGraph, step_m: float) -> tuple[Floats, Integers, Floats]:
    """Return points along all edges with the edge and the part of its way each stands for."""
    places, chord = on_sphere(graph.nodes), graph.chord_m
    pieces = np.maximum(1, np.ceil(chord / step_m).astype(np.int64))
    edge = np.repeat(np.arange(len(chord)), pieces + 1)
    step = np.arange(len(edge)) - np.repeat(np.cumsum(pieces + 1) - pieces - 1, pieces + 1)
    part = step / pieces[edge]
    points = places[graph.tail[edge]] * (1 - part)[:, None] + places[graph.head[edge]] * part[:, None]
    return points / np.linalg.norm(points, axis=1, keepdims=True), edge, part


def outward(graph: LandGraph, ends: Integers) -> Floats:
    """Return for each dead end the unit vector in which its line points, judged over its last kilometre."""
    places = on_sphere(graph.nodes)
    beside: dict[int, list[int]] = {}
    degree = graph.degree
    near_chain = degree <= 2
    for a, b in zip(graph.tail.tolist(), graph.head.tolist(), strict=True):
        if near_chain[a] or near_chain[b]:
            beside.setdefault(a, []).append(b)
            beside.setdefault(b, []).append(a)
    out = np.zeros((len(ends), 3))
    for row, end in enumerate(ends.tolist()):
        before, here = end, beside[end][0]
        while float(arc_m(places[end], places[here])) < 1000 and degree[here] == 2:
            step = [n for n in beside[here] if n != before]
            if not step or step[0] == end:
                break
            before, here = here, step[0]
        way = places[end] - places[here]
        out[row] = way / max(float(np.linalg.norm(way)), 1e-12)
    return out


def angle_deg(way: Floats, other: Floats) -> float:
    length = float(np.linalg.norm(way) * np.linalg.norm(other))
    return float(np.degrees(np.arccos(np.clip(float(way @ other) / length, -1, 1)))) if length else 0.0


class SeamFinder:
    """Looks for the join to make at each dead end of a graph."""

    def __init__(self, graph: LandGraph, limits: Limits) -> None:
        self.graph, self.limits = graph, limits
        self.places = on_sphere(graph.nodes)
        self.ends = np.flatnonzero(graph.degree == 1)
        self.pointing = dict(zip(self.ends.tolist(), outward(graph, self.ends), strict=True))
        self.points, self.edge, self.part = samples(graph, limits.sample_m)
        self.tree, self.matrix = cKDTree(self.points), matrix(graph)

    def seams(self) -> list[Seam]:
        """Return one seam for each dead end that has one, nearest first."""
        found = [seam for end in self.ends.tolist() if (seam := self.seam(end)) is not None]
        return sorted(found, key=lambda seam: (seam.gap_m, seam.node))

    def seam(self, end: int) -> Seam | None:
        """Return the nearest seam at a dead end that closes an absurd way round."""
        near = np.array(self.tree.query_ball_point(self.places[end], self.limits.to_end_m / EARTH_M))
        near = near[(self.graph.tail[self.edge[near]] != end) & (self.graph.head[self.edge[near]] != end)]
        if not len(near):
            return None
        gap_m = arc_m(self.points[near], self.places[end])
        order = np.lexsort((self.edge[near], gap_m))
        _, first = np.unique(self.edge[near[order]], return_index=True)
        ranked = [(int(near[order[rank]]), float(gap_m[order[rank]])) for rank in np.sort(first)]
        allowed = [seam for sample, gap in ranked if (seam := self.judge(end, sample, gap)) is not None]
        if not allowed:
            return None
        away = self.away(end, max(self.absurd_m(seam) for seam in allowed))
        for seam in allowed:
            tail, head = int(self.graph.tail[seam.edge]), int(self.graph.head[seam.edge])
            if min(away.get(tail, np.inf), away.get(head, np.inf)) > self.absurd_m(seam):
                return seam
        return None

    def absurd_m(self, seam: Seam) -> float:
        """Return the length of way round, in metres, beyond which a seam is worth closing."""
        return max(self.limits.detour * seam.gap_m, self.limits.detour_m)

    def away(self, end: int, reach_m: float) -> dict[int, float]:
        """Return the ways in metres from a dead end to all nodes within reach, by Dijkstra's method."""
        start, other, length = self.matrix.indptr, self.matrix.indices, self.matrix.data
        settled: dict[int, float] = {}
        waiting = [(0.0, end)]
        while waiting:
            so_far, node = heappop(waiting)
            if node in settled:
                continue
            settled[node] = so_far
            for at in range(start[node], start[node + 1]):
                beyond = so_far + float(length[at])
                if beyond <= reach_m and int(other[at]) not in settled:
                    heappush(waiting, (beyond, int(other[at])))
        return settled

    def judge(self, end: int, sample: int, gap_m: float) -> Seam | None:
        """Return the seam from a dead end to a sample of another line, if its gap and directions allow it."""
        limits, edge, part = self.limits, int(self.edge[sample]), float(self.part[sample])
        tail, head = int(self.graph.tail[edge]), int(self.graph.head[edge])
        there = tail if part == 0 else head if part == 1 else -1
        gap = self.points[sample] - self.places[end]
        turn = angle_deg(self.pointing[end], gap)
        if gap_m <= limits.touching_m:
            return Seam(end, edge, part, gap_m, turn, "touching")
        if there in self.pointing:
            turn = max(turn, angle_deg(self.pointing[there], -gap))
        elif gap_m > limits.to_line_m:
            return None
        if turn > (limits.turn_deg if gap_m <= limits.near_m else limits.far_turn_deg):
            return None
        return Seam(end, edge, part, gap_m, turn, "ends" if there in self.pointing else "line")


def joined(graph: LandGraph, seams: list[Seam]) -> LandGraph:
    """Return the graph with the seams closed by edges of the gaps' length."""
    edges = np.array([seam.edge for seam in seams], dtype=np.int64)
    grown, there = split_edges(graph, edges, np.array([seam.part for seam in seams]))
    here = np.array([seam.node for seam in seams], dtype=np.int64)
    places = on_sphere(grown.nodes)
    return tidy(with_edges(grown, here, there, arc_m(places[here], places[there])))
