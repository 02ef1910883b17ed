"""Hub labels: distances and ways read off a small graph against a plain search."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from corridors.hubs import Hubs

EDGES = ((0, 1, 4), (1, 2, 3), (2, 3, 2), (3, 4, 5), (0, 4, 9), (1, 3, 6), (5, 6, 1))  # 5 and 6 are a water apart
COUNT = 7


def plane(values: list[int]) -> np.ndarray:
    """Return small signed numbers as one byte plane, in the form of the network file."""
    whole = np.array(values, np.int64)
    return ((whole << 1) ^ (whole >> 63)).astype(np.uint8)[None, :]


def graph() -> csr_array:
    a, b, cost = (np.array(part) for part in zip(*EDGES, strict=True))
    return csr_array((np.r_[cost, cost].astype(float), (np.r_[a, b], np.r_[b, a])), shape=(COUNT, COUNT))


def full_labels() -> Hubs:
    """Return labels in which every node of a water is a hub of every other: complete, though not small."""
    dist, before = dijkstra(graph(), return_predecessors=True)
    neighbours = [sorted({a if b == v else b for a, b, _ in EDGES if v in (a, b)}) for v in range(COUNT)]
    count, hub, far, toward = [], [], [], []
    for v in range(COUNT):
        reached = [h for h in range(COUNT) if np.isfinite(dist[h, v])]
        count.append(len(reached))
        hub += np.diff(reached, prepend=0).tolist()
        far += [int(dist[h, v]) for h in reached]
        toward += [0 if h == v else neighbours[v].index(int(before[h, v])) + 1 for h in reached]
    file = {"hub_count": np.array(count), "hub": plane(hub), "hub_far": plane(far), "hub_toward": np.array(toward)}
    a, b, _ = (np.array(part) for part in zip(*EDGES, strict=True))
    return Hubs(file, a, b)


def test_the_way_between_two_nodes_is_the_shortest():
    hubs, dist = full_labels(), dijkstra(graph())
    costs = {frozenset(pair[:2]): pair[2] for pair in EDGES}
    for a in range(5):
        for b in range(5):
            cost, way = hubs.between([a], [0.0], [b], [0.0])
            assert cost == dist[a, b]
            assert (way[0], way[-1]) == (a, b)
            assert sum(costs[frozenset(step)] for step in itertools.pairwise(way)) == cost


def test_waters_that_do_not_meet_have_no_way():
    assert full_labels().between([0], [0.0], [5], [0.0]) == (float("inf"), [])


@settings(max_examples=60)
@given(
    st.dictionaries(st.integers(0, 4), st.integers(0, 20), min_size=1),
    st.dictionaries(st.integers(0, 4), st.integers(0, 20), min_size=1),
)
def test_of_many_entries_and_exits_the_cheapest_are_taken(entries, exits):
    dist = dijkstra(graph())
    best = min(p + dist[a, b] + c for a, p in entries.items() for b, c in exits.items())
    prices, costs = (list(map(float, some.values())) for some in (entries, exits))
    cost, way = full_labels().between(list(entries), prices, list(exits), costs)
    assert cost == best
    assert entries[way[0]] + dist[way[0], way[-1]] + exits[way[-1]] == best
