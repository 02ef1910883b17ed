"""Shortest paths in the sea network: the hierarchy against plain search."""

from __future__ import annotations

import random

import numpy as np
import pytest
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from corridors import gates, passages
from corridors.search import Berth, sea_network
from corridors.sight import is_spare
from corridors.wishes import wished_path

CLOSED = tuple(
    one.id + (passages.TRANSIT if one.area else "") for one in passages.passages().values() if not one.open_by_default
)


def at_node(node: int) -> Berth:
    lonlat = tuple(sea_network().lonlat[node].tolist())
    return Berth(lonlat, np.array([node]), np.array([0.0]), lonlat)


@pytest.mark.parametrize("seed", range(12))
def test_the_hierarchy_finds_what_a_plain_search_finds(seed):
    chance = random.Random(seed)
    count = len(sea_network().at)
    first = chance.randrange(count)
    reach = 60 if seed % 3 == 0 else count  # every third pair is close together and meets below the core
    a, b = at_node(first), at_node((first + chance.randrange(1, reach)) % count)
    fast = sea_network().default_path(a, b)
    slow = wished_path(a, b, require=(), forbidden=CLOSED)
    assert (fast is None) == (slow is None)
    if fast and slow:
        assert fast.cost == pytest.approx(slow.cost, abs=1e-3)
        assert fast.nodes[0] == slow.nodes[0]
        assert fast.nodes[-1] == slow.nodes[-1]


def test_a_path_is_a_chain_of_edges():
    ends, _ = sea_network().edges()
    known = {(int(a), int(b)) for a, b in ends} | {(int(b), int(a)) for a, b in ends}
    path = sea_network().default_path(at_node(1000), at_node(60_000))
    assert path is not None
    assert all(pair in known for pair in zip(path.nodes[:-1], path.nodes[1:], strict=True))


def test_the_waters_hang_together():
    ends, _ = sea_network().edges()
    count = len(sea_network().at)
    graph = csr_array((np.ones(len(ends)), ends.T), shape=(count, count))
    sizes = np.bincount(connected_components(graph, directed=False)[1])
    assert sizes.max() > 0.99 * count


def test_no_edge_crosses_the_ice():
    ends, _ = sea_network().edges()
    lonlat = sea_network().lonlat
    assert not gates.crosses(lonlat[ends[:, 0]], lonlat[ends[:, 1]], gates.barrier_arcs()).any()


@pytest.mark.parametrize("key", passages.tag_keys())
def test_the_tags_are_what_the_gates_say(key):
    ends, _ = sea_network().edges()
    lonlat = sea_network().lonlat
    tagged = np.zeros(len(ends), bool)
    tagged[sea_network().sailing(key)] = True
    assert tagged.any()
    some = np.unique(np.r_[np.nonzero(tagged)[0][::5], np.arange(0, len(ends), 97)])
    assert (gates.sails(lonlat[ends[some, 0]], lonlat[ends[some, 1]], key) == tagged[some]).all()


def test_edges_stay_off_the_land():
    from corridors.sight import in_sight

    ends, _ = sea_network().edges()
    channel = sea_network().channel
    dry = ~(channel[ends[:, 0]] | channel[ends[:, 1]])
    some = np.nonzero(dry)[0][::40]
    lonlat = sea_network().lonlat
    assert in_sight(lonlat[ends[some, 0]], lonlat[ends[some, 1]]).all()


def test_what_is_known_of_corners_holds():
    network = sea_network()
    count = len(network.at)
    keys = network._corners[:: max(len(network._corners) // 400, 1)]
    assert len(keys) > 300
    three = np.column_stack([keys // count % count, keys // count**2, keys % count])
    known = network.spare(three)
    assert set(known.tolist()) == {0, 1}
    assert (known == is_spare(network.lonlat, network.at, three, network.sight_m)).all()
    assert (network.spare(three[:, ::-1]) == known).all()


def test_of_other_corners_nothing_is_known():
    assert sea_network().spare(np.array([[-1, 5, 7], [5, 5, 5]])).tolist() == [-1, -1]
