"""Which edges of the finished network sail which passage, so that nobody has to work it out at run time."""

from __future__ import annotations

import numpy as np

from corridors.gates import gate_arcs, sails, unit
from corridors.passages import TRANSIT, passages, tag_keys
from corridors.search import SeaNetwork


def tags(network: SeaNetwork) -> tuple[np.ndarray, np.ndarray]:
    """Return how many edges sail each key of `tag_keys`, and the numbers of these edges, key by key, rising."""
    ends, _ = network.edges()
    edges = _circles(network.at[ends[:, 0]], network.at[ends[:, 1]])
    found = [_sailing(network.lonlat, ends, edges, key) for key in tag_keys()]
    return np.array([len(one) for one in found]), np.concatenate(found)


def _sailing(lonlat: np.ndarray, ends: np.ndarray, edges: tuple[np.ndarray, np.ndarray], key: str) -> np.ndarray:
    """Return the edges that sail a passage; where gates count, only those near one are tried."""
    one = passages()[key.removesuffix(TRANSIT)]
    near = np.arange(len(ends))
    if key.endswith(TRANSIT) or not one.area:
        arcs = gate_arcs(one)
        middles, reach = _circles(unit(arcs[:, :2]), unit(arcs[:, 2:]))
        widest = np.minimum(edges[1][:, None] + reach + 1e-6, np.pi)
        near = np.nonzero((edges[0] @ middles.T >= np.cos(widest)).any(axis=1))[0]
    return near[sails(lonlat[ends[near, 0]], lonlat[ends[near, 1]], key)]


def _circles(start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the circles about great circles from start to end: middles as unit vectors, radii in radians."""
    middle = start + end
    middle /= np.linalg.norm(middle, axis=1, keepdims=True)
    return middle, np.arccos(np.clip((middle * start).sum(axis=1), -1.0, 1.0))
