"""
Distances among the nodes that the hierarchy leaves uncontracted, as hub labels.

Every node of this core knows its distance to a few hubs, chosen so that any two nodes share one on a shortest path
between them: pruned landmark labelling of Akiba, Iwata and Yoshida (2013), with weights. The nodes that most shortest
paths of a sample pass come first as hubs.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra
from sea_edges import pop, push

SAMPLE = 600  # nodes whose shortest-path trees rank the hubs
AT_ONCE = 50
MOST = 2_000  # hubs of one node


def core_graph(count: int, a: np.ndarray, b: np.ndarray, cost: np.ndarray) -> csr_array:
    """Return the edges both ways, each row sorted by target."""
    graph = csr_array((np.r_[cost, cost], (np.r_[a, b], np.r_[b, a])), shape=(count, count))
    graph.sort_indices()
    return graph


def by_importance(graph: csr_array) -> np.ndarray:
    """Return the nodes, those first that lie on most shortest paths of a sample."""
    count = graph.shape[0]
    score = np.zeros(count)
    sample = np.arange(0, count, max(count // SAMPLE, 1))
    for start in range(0, len(sample), AT_ONCE):
        dist, before = dijkstra(graph, indices=sample[start : start + AT_ONCE], return_predecessors=True)
        for row, parents in zip(dist, before, strict=True):
            farthest = np.argsort(-row, kind="stable")
            score += below(farthest[np.isfinite(row[farthest])], parents)
    return np.argsort(-score, kind="stable")


@njit
def below(farthest, parents):
    """Return how many nodes of a shortest-path tree hang on each, itself included."""
    count = np.zeros(len(parents))
    for v in farthest:
        count[v] += 1
        if parents[v] >= 0:
            count[parents[v]] += count[v]
    return count


@njit
def label(first, target, cost, order, most):
    """
    Label every node.

    Returns for each label the rank of the hub, the distance, and by which of the node's edges one gets there, counted
    from 1 (0 at the hub itself); labels lie node by node, `counts` of them each, hubs by rising rank.
    """
    n = len(order)
    hubs = np.empty((n, most), np.int32)
    far = np.empty((n, most))
    toward = np.zeros((n, most), np.int32)
    counts = np.zeros(n, np.int64)
    dist = np.full(n, np.inf)
    parent = np.empty(n, np.int64)
    to_hub = np.full(n, np.inf)
    seen = np.empty(n, np.int64)
    heap = [(0.0, 0)]
    heap.clear()
    for rank in range(n):
        hub = order[rank]
        for k in range(counts[hub]):
            to_hub[hubs[hub, k]] = far[hub, k]
        dist[hub], parent[hub], seen[0], touched = 0.0, -1, hub, 1
        push(heap, (0.0, hub))
        while len(heap) > 0:
            d, u = pop(heap)
            if d > dist[u]:
                continue
            known = False
            for k in range(counts[u]):
                if to_hub[hubs[u, k]] + far[u, k] <= d:
                    known = True
                    break
            if known:
                continue
            at = counts[u]
            hubs[u, at], far[u, at] = rank, d
            for e in range(first[u], first[u + 1]):
                v = target[e]
                if v == parent[u]:
                    toward[u, at] = e - first[u] + 1
                if d + cost[e] < dist[v]:
                    if dist[v] == np.inf:
                        seen[touched] = v
                        touched += 1
                    dist[v], parent[v] = d + cost[e], u
                    push(heap, (d + cost[e], v))
            counts[u] += 1
        for k in range(touched):
            dist[seen[k]] = np.inf
        for k in range(counts[hub]):
            to_hub[hubs[hub, k]] = np.inf
    return counts, hubs, far, toward


def labels(count: int, a: np.ndarray, b: np.ndarray, cost: np.ndarray) -> tuple[np.ndarray, ...]:
    """
    Return the hub labels of a graph: number of labels of each node, then of each label hub, distance and edge.

    Parameters
    ----------
    count
        Number of nodes.
    a, b, cost
        The edges, each once.
    """
    graph = core_graph(count, a, b, cost)
    counts, hubs, far, toward = label(graph.indptr, graph.indices, graph.data, by_importance(graph), MOST)
    kept = np.arange(MOST) < counts[:, None]
    return counts, hubs[kept], far[kept], toward[kept]
