"""
The graph of a land network while it is being built: read, thin, write.

Read from the PyPI package scgraph-data 2.0.0, whose modules hold one literal list of neighbours and one of
positions, in thousandths of a degree; its code is never run.
"""

from __future__ import annotations

import itertools
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corridors._netfile import PER_DEGREE, TRACK_STEP_M, NetworkFile

EARTH_M = 6_371_008.8
TURN = 360 * PER_DEGREE
SAME_GAUGE = {1524: 1520, 1668: 1676}

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass
class LandGraph:
    """Nodes in thousandths of a degree, undirected edges tail < head with their surveyed length and gauge."""

    nodes: Integers
    tail: Integers
    head: Integers
    track_m: Floats
    gauge: Integers

    @property
    def degree(self) -> Integers:
        """How many edges meet at each node."""
        return np.bincount(np.concatenate([self.tail, self.head]), minlength=len(self.nodes))

    @property
    def chord_m(self) -> Floats:
        """Length of each edge as drawn, in metres."""
        places = on_sphere(self.nodes)
        return arc_m(places[self.tail], places[self.head])


def on_sphere(nodes: NDArray[np.generic]) -> Floats:
    """Return positions on the unit sphere of nodes given in thousandths of a degree."""
    lon, lat = np.radians(np.asarray(nodes, dtype=np.float64).T / PER_DEGREE)
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def arc_m(here: Floats, there: Floats) -> Floats:
    """Return metres along the great circle between points of the unit sphere."""
    half = np.linalg.norm(np.asarray(here) - np.asarray(there), axis=-1) / 2
    return 2 * EARTH_M * np.arcsin(np.clip(half, 0, 1))


def read_package(source: Path, module: str) -> LandGraph:
    """Read one module of scgraph-data, from the wheel or from its unpacked folder."""
    text = module_text(source, f"{module}.py")
    found = re.search(r"^graph=(.*)$", text, re.MULTILINE)
    positions = re.search(r"^nodes=(.*)$", text, re.MULTILINE)
    if found is None or positions is None:
        raise ValueError(f"{source}: {module}.py holds no graph and nodes")
    latlon = np.array(re.findall(r"-?\d+(?:\.\d*)?(?:e-?\d+)?", positions[1]), dtype=np.float64).reshape(-1, 2)
    rows = np.array(list(neighbours(found[1])), dtype=np.float64)
    ends, length_m = rows[:, :2].astype(np.int64), rows[:, 2] * 1000
    nodes = np.round(latlon[:, ::-1] * PER_DEGREE).astype(np.int64)
    return tidy(LandGraph(nodes, ends[:, 0], ends[:, 1], length_m, np.zeros(len(ends), np.int64)))


def module_text(source: Path, name: str) -> str:
    if source.is_file():
        with zipfile.ZipFile(source) as archive:
            return archive.read(f"scgraph_data/{name}").decode()
    inside = source / "scgraph_data" / name
    return (inside if inside.is_file() else source / name).read_text(encoding="utf-8")


def neighbours(literal: str) -> Iterator[tuple[float, float, float]]:
    for node, row in enumerate(re.finditer(r"\{([^}]*)\}", literal)):
        for other, kilometres in re.findall(r"(\d+): ([\d.e+-]+)", row[1]):
            yield node, float(other), float(kilometres)


def tidy(graph: LandGraph) -> LandGraph:
    """Drop loops and nodes without an edge, keep the shortest of parallel edges, order edges tail < head."""
    low, high = np.minimum(graph.tail, graph.head), np.maximum(graph.tail, graph.head)
    order = np.lexsort((graph.track_m, high, low))
    low, high = low[order], high[order]
    first = np.append(True, (np.diff(low) != 0) | (np.diff(high) != 0)) & (low != high)
    used = np.zeros(len(graph.nodes), bool)
    used[low[first]] = used[high[first]] = True
    renamed = np.cumsum(used) - 1
    kept = order[first]
    return LandGraph(
        graph.nodes[used], renamed[low[first]], renamed[high[first]], graph.track_m[kept], graph.gauge[kept]
    )


def with_edges(graph: LandGraph, tail: Integers, head: Integers, track_m: Floats, gauge: int = 0) -> LandGraph:
    """Add edges between nodes that are there."""
    return LandGraph(
        graph.nodes,
        np.concatenate([graph.tail, tail]),
        np.concatenate([graph.head, head]),
        np.concatenate([graph.track_m, track_m]),
        np.concatenate([graph.gauge, np.full(len(tail), gauge, np.int64)]),
    )


def split_edges(graph: LandGraph, edges: Integers, parts: Floats) -> tuple[LandGraph, Integers]:
    """
    Put a new node on each of the edges, at the given part of its way; return the graph and the new nodes.

    A part that falls on an end of its edge gives that end. An edge may be split in several places.
    """
    nodes = graph.nodes.copy()
    ends_x = nodes[graph.head[edges], 0] - nodes[graph.tail[edges], 0]
    across = np.column_stack([(ends_x + TURN // 2) % TURN - TURN // 2, nodes[graph.head[edges], 1]])
    across[:, 1] -= nodes[graph.tail[edges], 1]
    spots = nodes[graph.tail[edges]] + np.round(across * parts[:, None]).astype(np.int64)
    at_tail = (spots == nodes[graph.tail[edges]]).all(axis=1)
    at_head = (spots == nodes[graph.tail[edges]] + across).all(axis=1)
    made = np.where(at_tail, graph.tail[edges], np.where(at_head, graph.head[edges], -1))
    fresh = np.flatnonzero(made < 0)
    order = fresh[np.lexsort((parts[fresh], edges[fresh]))]
    made[order] = len(nodes) + np.arange(len(order))
    tail, head, track_m = graph.tail.copy(), graph.head.copy(), graph.track_m.copy()
    more: list[tuple[int, int, float, int]] = []
    for edge in np.unique(edges[order]):
        here = order[edges[order] == edge]
        stops = [int(tail[edge]), *made[here].tolist(), int(head[edge])]
        shares = np.diff([0.0, *parts[here], 1.0]) * track_m[edge]
        head[edge], track_m[edge] = stops[1], shares[0]
        more += [(a, b, s, int(graph.gauge[edge])) for a, b, s in zip(stops[1:-1], stops[2:], shares[1:], strict=True)]
    extra = np.array(more, dtype=np.float64).reshape(-1, 4)
    spots[:, 0] = (spots[:, 0] + TURN // 2) % TURN - TURN // 2
    grown = LandGraph(
        np.concatenate([nodes, spots[order]]),
        np.concatenate([tail, extra[:, 0].astype(np.int64)]),
        np.concatenate([head, extra[:, 1].astype(np.int64)]),
        np.concatenate([track_m, extra[:, 2]]),
        np.concatenate([graph.gauge, extra[:, 3].astype(np.int64)]),
    )
    return grown, made


def contract(graph: LandGraph, about: dict[str, object]) -> NetworkFile:
    """Merge chains of edges through nodes of degree two and number what is left by place."""
    graph, transfers = split_by_gauge(tidy(graph))
    chains = chains_of(graph, set(transfers.ravel().tolist()))
    kept = sorted({end for chain, _ in chains for end in (chain[0], chain[-1])}, key=lambda n: cell(graph.nodes[n]))
    number = {node: i for i, node in enumerate(kept)}
    rows = []
    for chain, edges in chains:
        if number[chain[0]] > number[chain[-1]]:
            chain, edges = chain[::-1], edges[::-1]
        track = max(1, round(float(graph.track_m[edges].sum()) / TRACK_STEP_M))
        rows.append((number[chain[0]], number[chain[-1]], track, int(graph.gauge[edges[0]]), chain))
    rows.sort(key=lambda row: (row[0], row[1], row[2], row[4]))
    table = np.array([row[:4] for row in rows], dtype=np.int64)
    return NetworkFile(
        nodes=graph.nodes[kept],
        tail=table[:, 0],
        head=table[:, 1],
        track=table[:, 2],
        gauge=table[:, 3],
        inner=np.array([len(row[4]) - 2 for row in rows], dtype=np.int64),
        vertices=np.concatenate([unwrapped(graph.nodes[row[4]])[1:-1] for row in rows]),
        transfers=np.array(sorted([number[a], number[b]] for a, b in transfers), np.int64).reshape(-1, 2),
        about=about,
    )


def unwrapped(line: Integers) -> Integers:
    """Make longitudes continuous."""
    steps = np.diff(line[:, 0], prepend=line[0, 0])
    steps = (steps + TURN // 2) % TURN - TURN // 2
    return np.column_stack([line[0, 0] + np.cumsum(steps), line[:, 1]])


def cell(node: Integers) -> tuple[int, int, int]:
    """Return a key that puts near nodes near each other: rows of two degrees, then position along the row."""
    return int(node[1]) // (2 * PER_DEGREE), int(node[0]), int(node[1])


def split_by_gauge(graph: LandGraph) -> tuple[LandGraph, Integers]:
    """
    Give a node where tracks of two gauges meet one node per gauge; return also the pairs so made.

    Gauges a few millimetres apart count as one: trains run through.
    """
    ends = np.concatenate([graph.tail, graph.head])
    gauge = graph.gauge.copy()
    for narrow, wide in SAME_GAUGE.items():
        gauge[gauge == narrow] = wide
    gauges = np.tile(gauge, 2)
    pairs = np.unique(np.column_stack([ends, gauges])[gauges > 0], axis=0)
    twice = np.flatnonzero(np.diff(pairs[:, 0]) == 0) + 1
    nodes, transfers = [graph.nodes], []
    tail, head = graph.tail.copy(), graph.head.copy()
    count = len(graph.nodes)
    for node, other in pairs[twice].tolist():
        tail[(graph.tail == node) & (gauge == other)] = count
        head[(graph.head == node) & (gauge == other)] = count
        nodes.append(graph.nodes[[node]])
        transfers.append((node, count))
        count += 1
    split = LandGraph(np.concatenate(nodes), tail, head, graph.track_m, graph.gauge)
    return split, np.array(transfers, np.int64).reshape(-1, 2)


def chains_of(graph: LandGraph, fixed: set[int]) -> list[tuple[list[int], list[int]]]:
    """Return every chain as its nodes and its edges; no two chains join the same two nodes, none is a loop."""
    beside: list[list[tuple[int, int]]] = [[] for _ in graph.nodes]
    for edge, (a, b) in enumerate(zip(graph.tail.tolist(), graph.head.tolist(), strict=True)):
        beside[a].append((b, edge))
        beside[b].append((a, edge))
    gauge = graph.gauge.tolist()
    passed = [
        len(near) == 2 and node not in fixed and gauge[near[0][1]] == gauge[near[1][1]]
        for node, near in enumerate(beside)
    ]
    seen = np.zeros(len(graph.tail), bool)
    chains = []
    starts = [n for n, through in enumerate(passed) if not through]
    for start in [*starts, *range(len(beside))]:
        for follow, edge in beside[start]:
            if not seen[edge]:
                nodes, edges = [start, follow], [edge]
                while passed[nodes[-1]] and nodes[-1] != start:
                    follow, edge = next(step for step in beside[nodes[-1]] if step[1] != edges[-1])
                    nodes.append(follow)
                    edges.append(edge)
                seen[edges] = True
                chains.append((nodes, edges))
    return without_parallels(chains)


def without_parallels(chains: list[tuple[list[int], list[int]]]) -> list[tuple[list[int], list[int]]]:
    """Cut loops in three and chains that have a twin in two, at vertices, so that the graph is simple."""
    single: list[tuple[list[int], list[int]]] = []
    taken: set[tuple[int, int]] = set()
    for nodes, edges in sorted(chains, key=lambda chain: (len(chain[0]), chain[0])):
        ends = (min(nodes[0], nodes[-1]), max(nodes[0], nodes[-1]))
        cuts = [0, len(edges)]
        if ends[0] == ends[1]:
            cuts = [0, 1, 2, len(edges)]
        elif ends in taken:
            cuts = [0, 1, len(edges)]
        taken.add(ends)
        single += [(nodes[a : b + 1], edges[a:b]) for a, b in itertools.pairwise(cuts)]
    return single
