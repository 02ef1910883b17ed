"""
Which corners of the usual ways of ships a line can do without, so that it need not be found out at every journey.

The ways are those between nodes near the coast, drawn at random from a fixed seed.
"""

from __future__ import annotations

import random

import numpy as np
from sea_land import planes

from corridors.search import Berth, SeaNetwork
from corridors.sight import is_spare, open_sea, taut

WAYS = 12_000
SEED = 1
COASTAL_M = 1_800.0  # nodes nearer to land than this are near the coast
NONE = {
    "corner": planes(np.zeros(0, np.int64)),
    "corner_before": planes(np.zeros(0, np.int64)),
    "corner_after": planes(np.zeros(0, np.int64)),
    "corner_spare": np.zeros(0, np.uint8),
}


def corner_arrays(network: SeaNetwork) -> dict[str, np.ndarray]:
    """Return the arrays that hold the corners; the land and the network without them are written already."""
    open_sea.cache_clear()
    before, at, after = usual_corners(network).T
    found = [
        is_spare(network.lonlat, network.at, part, network.sight_m)
        for part in np.array_split(np.column_stack([before, at, after]), max(len(at) // 10_000, 1))
    ]
    return {
        "corner": planes(np.diff(at, prepend=0)),
        "corner_before": planes(before - at),
        "corner_after": planes(after - at),
        "corner_spare": np.packbits(np.concatenate(found)),
    }


def usual_corners(network: SeaNetwork) -> np.ndarray:
    """Return rows of a node before, at and after a corner, sorted by the one at the corner, that before the lesser."""
    chance = random.Random(SEED)
    coast = np.nonzero(network.sight_m <= COASTAL_M)[0].tolist()
    met: set[tuple[int, int, int]] = set()
    for _ in range(WAYS):
        start, end = chance.sample(coast, 2)
        found = network.default_path(_at(network, start), _at(network, end))
        if found is not None:
            nodes = np.array(found.nodes)
            asked: list[np.ndarray] = []

            def known(three: np.ndarray, asked: list[np.ndarray] = asked) -> np.ndarray:
                asked.append(three)
                return np.full(len(three), -1)

            taut(network.lonlat[nodes], network.at[nodes], network.channel[nodes], network.sight_m[nodes], known=known)
            for three in asked:
                met.update(tuple(row) for row in nodes[three].tolist())
    once = {(at, min(a, b), max(a, b)) for a, at, b in met}
    return np.array(sorted(once), dtype=np.int64).reshape(-1, 3)[:, [1, 0, 2]]


def _at(network: SeaNetwork, node: int) -> Berth:
    lonlat = tuple(network.lonlat[node].tolist())
    return Berth(lonlat, np.array([node]), np.zeros(1), lonlat)
