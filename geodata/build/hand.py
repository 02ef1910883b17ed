"""
What was added to the land networks by hand: joins of seams, lines the source lacks, bends it left out.

`joins.csv` holds joins to make (``join``) and joins never to make (``never``), each with a reason. `lines.geojson`
holds lines to add (``add``) and lines that take the place of one straight edge (``bend``), each with its sources.
Where they lie is kept in the network file, so that a route along them can say so.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from land_graph import (
    EARTH_M,
    PER_DEGREE,
    Floats,
    Integers,
    LandGraph,
    arc_m,
    on_sphere,
    split_edges,
    tidy,
    with_edges,
)
from scipy.spatial import cKDTree
from seams import Seam, samples

from corridors._netfile import NetworkFile

NEAR_M = 1000.0
SAMPLE_M = 250.0


@dataclass(frozen=True)
class HandJoins:
    """The joins of one mode, as arrays of four columns: longitude and latitude of both ends."""

    joins: Floats
    never: Floats

    @classmethod
    def read(cls, path: Path, mode: str) -> HandJoins:
        """Read the joins of a mode."""
        with path.open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["mode"] == mode]
        ends: dict[str, list[list[float]]] = {"join": [], "never": []}
        for row in rows:
            ends[row["action"]].append([float(row[key]) for key in ("lon", "lat", "to_lon", "to_lat")])
        return cls(*(np.array(ends[action]).reshape(-1, 4) for action in ("join", "never")))

    def add(self, graph: LandGraph) -> LandGraph:
        """Join what is to be joined; an end with no line within a kilometre is a fault."""
        here = attach(graph, self.joins[:, :2])
        there = attach(here[0], self.joins[:, 2:])
        grown, a, b = there[0], here[1], there[1]
        places = on_sphere(grown.nodes)
        return tidy(with_edges(grown, a, b, arc_m(places[a], places[b])))

    def allows(self, graph: LandGraph, seam: Seam) -> bool:
        """Tell whether a seam found by rule is none of those never to be joined."""
        ends = on_sphere(graph.nodes[[seam.node, graph.tail[seam.edge], graph.head[seam.edge]]])
        there = ends[1] * (1 - seam.part) + ends[2] * seam.part
        for lon, lat, to_lon, to_lat in self.never:
            a, b = on_sphere(np.array([[lon, lat], [to_lon, to_lat]]) * PER_DEGREE)
            for one, other in ((a, b), (b, a)):
                if arc_m(ends[0], one) < NEAR_M and arc_m(there, other) < NEAR_M:
                    return False
        return True


def attach(graph: LandGraph, lonlat: Floats) -> tuple[LandGraph, Integers]:
    """Return the graph with a node at its point nearest to each position, and those nodes."""
    points, edge, part = samples(graph, SAMPLE_M)
    gap, near = cKDTree(points).query(on_sphere(lonlat * PER_DEGREE))
    if (gap * EARTH_M > NEAR_M).any():
        raise ValueError(f"no line within {NEAR_M:g} m of {lonlat[gap * EARTH_M > NEAR_M].tolist()}")
    return split_edges(graph, edge[near], part[near])


@dataclass(frozen=True)
class HandLine:
    """A line drawn by hand: its name and its vertices, in thousandths of a degree."""

    name: str
    vertices: Integers


def with_hand_lines(graph: LandGraph, path: Path, mode: str) -> tuple[LandGraph, list[HandLine]]:
    """Add the lines of a mode and bend its straight edges; return also where the lines run."""
    drawn = []
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        facts = feature["properties"]
        if facts["mode"] == mode:
            line = np.array(feature["geometry"]["coordinates"], dtype=np.float64)
            graph, stops = bend(graph, line, facts) if facts["action"] == "bend" else add(graph, line, facts)
            drawn.append(HandLine(facts["name"], graph.nodes[stops]))
    return tidy(graph), drawn


def nearest_node(graph: LandGraph, lonlat: Floats, facts: dict[str, Any]) -> int:
    gap = arc_m(on_sphere(graph.nodes), on_sphere(lonlat[None] * PER_DEGREE)[0])
    if gap.min() > NEAR_M:
        raise ValueError(f"{facts['name']}: no node within {NEAR_M:g} m of {lonlat.tolist()}")
    return int(gap.argmin())


def bend(graph: LandGraph, line: Floats, facts: dict[str, Any]) -> tuple[LandGraph, Integers]:
    """Lead the edge between the ends of a line along the line; its surveyed length stays."""
    a, b = nearest_node(graph, line[0], facts), nearest_node(graph, line[-1], facts)
    found = np.flatnonzero(((graph.tail == a) & (graph.head == b)) | ((graph.tail == b) & (graph.head == a)))
    if len(found) != 1:
        raise ValueError(f"{facts['name']}: no edge joins {line[0].tolist()} and {line[-1].tolist()}")
    length = float(graph.track_m[found[0]])
    keep = np.arange(len(graph.tail)) != found[0]
    rest = LandGraph(graph.nodes, graph.tail[keep], graph.head[keep], graph.track_m[keep], graph.gauge[keep])
    return chain(rest, a, line[1:-1], b, length)


def add(graph: LandGraph, line: Floats, facts: dict[str, Any]) -> tuple[LandGraph, Integers]:
    """Add a line that begins, and where `joined_at_end` says so ends, on the network."""
    ends = line[[0, -1]] if facts["joined_at_end"] else line[[0]]
    graph, made = attach(graph, ends)
    places = on_sphere(np.vstack([graph.nodes[made[:1]], line[1:] * PER_DEGREE]))
    length = float(arc_m(places[:-1], places[1:]).sum())
    inner = line[1:-1] if facts["joined_at_end"] else line[1:]
    return chain(graph, int(made[0]), inner, int(made[1]) if facts["joined_at_end"] else None, length)


def chain(graph: LandGraph, start: int, inner: Floats, end: int | None, length: float) -> tuple[LandGraph, Integers]:
    """Add a chain of edges over new nodes, their lengths in proportion and `length` metres in all; return its nodes."""
    fresh = np.round(inner * PER_DEGREE).astype(np.int64)
    count = len(graph.nodes)
    nodes = np.concatenate([graph.nodes, fresh])
    stops = np.array([start, *range(count, count + len(fresh)), *([] if end is None else [end])])
    places = on_sphere(nodes[stops])
    chords = arc_m(places[:-1], places[1:])
    grown = LandGraph(nodes, graph.tail, graph.head, graph.track_m, graph.gauge)
    return with_edges(grown, stops[:-1], stops[1:], chords * (length / chords.sum())), stops


def located(stored: NetworkFile, drawn: list[HandLine]) -> list[dict[str, Any]]:
    """
    Return for each line its name and the numbers of its segments, each the number of the vertex it begins at.

    Vertices count through all edges in their order, both ends of each included.
    """
    numbers: dict[frozenset[tuple[int, ...]], int] = {}
    inner, number = np.split(stored.vertices, np.cumsum(stored.inner)[:-1]), 0
    for tail, head, vertices in zip(stored.nodes[stored.tail], stored.nodes[stored.head], inner, strict=True):
        line = [tail.tolist(), *vertices.tolist(), head.tolist()]
        numbers.update((between(*pair), number + step) for step, pair in enumerate(pairwise(line)))
        number += len(line)
    rows = []
    for by_hand in drawn:
        pairs = []
        for a, b in pairwise(by_hand.vertices):
            stops = np.array([a, b]) if between(a, b) in numbers else with_junctions(a, b, stored.nodes)
            pairs += [between(*pair) for pair in pairwise(stops)]
        if not numbers.keys() >= set(pairs):
            raise ValueError(f"{by_hand.name}: the line drawn by hand is not whole in the network")
        rows.append({"name": by_hand.name, "segments": [numbers[pair] for pair in pairs]})
    return rows


def between(a: Iterable[int], b: Iterable[int]) -> frozenset[tuple[int, ...]]:
    """Return what names the segment between two positions either way round."""
    return frozenset((tuple(map(int, a)), tuple(map(int, b))))


def with_junctions(a: Integers, b: Integers, nodes: Integers) -> Integers:
    """Return the ends of a segment and the nodes between that it was split at, in order."""
    way = (b - a).astype(np.float64)
    along = (nodes - a) @ way / (way @ way)
    aside = np.abs((nodes - a) @ np.array([-way[1], way[0]])) / np.hypot(*way)
    between = np.flatnonzero((along > 0) & (along < 1) & (aside <= 1.0))
    return np.vstack([a, nodes[between[np.argsort(along[between])]], b])
