"""
Contract the network node by node, so that a search at run time climbs a few hundred nodes instead of all.

A contraction hierarchy in the manner of Geisberger et al. (2008): each contracted node leaves behind shortcuts
between its remaining neighbours where no other way was found to be as short. What is kept for a node are its edges to
nodes contracted later; a shortest path climbs from both ends and meets.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from sea_edges import pop, push

SETTLE = 60  # nodes a search for another way may settle, when only counting
SETTLE_FINAL = 200


@njit
def witness(head, following, target, weight, gone, source, banned, limit, most, dist, seen, heap):
    """Settle up to `most` nodes from a source without passing a banned one; return how many were touched."""
    heap.clear()
    dist[source] = 0.0
    seen[0] = source
    count, settled = 1, 0
    heap.append((0.0, source))
    while len(heap) > 0 and settled < most:
        d, u = pop(heap)
        if d > dist[u]:
            continue
        if d > limit:
            break
        settled += 1
        k = head[u]
        while k >= 0:
            v = target[k]
            if not gone[v] and v != banned:
                e = d + weight[k]
                if e < dist[v] and e <= limit:
                    if dist[v] == np.inf:
                        seen[count] = v
                        count += 1
                    dist[v] = e
                    push(heap, (e, v))
            k = following[k]
    return count


@njit
def neighbours(head, following, target, gone, v, out):
    """Write the edges from a node to nodes not yet contracted; return how many."""
    count = 0
    k = head[v]
    while k >= 0:
        if not gone[target[k]]:
            out[count] = k
            count += 1
        k = following[k]
    return count


@njit
def forget(head, following, target, gone, u):
    """Take the edges to contracted nodes out of a node's list."""
    while head[u] >= 0 and gone[target[head[u]]]:
        head[u] = following[head[u]]
    k = head[u]
    while k >= 0:
        while following[k] >= 0 and gone[target[following[k]]]:
            following[k] = following[following[k]]
        k = following[k]


@njit
def shortcuts(head, following, target, weight, gone, v, most, dist, seen, heap, edges, found):
    """Write the shortcuts that contracting a node needs, as pairs of its edges; return their number and its degree."""
    degree = neighbours(head, following, target, gone, v, edges)
    count = 0
    for i in range(degree - 1):
        longest = 0.0
        for j in range(i + 1, degree):
            longest = max(longest, weight[edges[j]])
        limit = weight[edges[i]] + longest
        touched = witness(head, following, target, weight, gone, target[edges[i]], v, limit, most, dist, seen, heap)
        for j in range(i + 1, degree):
            if dist[target[edges[j]]] > weight[edges[i]] + weight[edges[j]]:
                if count < len(found):
                    found[count, 0], found[count, 1] = edges[i], edges[j]
                count += 1
        for s in range(touched):
            dist[seen[s]] = np.inf
    return count, degree


@njit
def contract(n, a, b, cost, room, core):
    """
    Contract every node of an undirected graph.

    Returns the edges of the hierarchy as lower node, upper node, cost and the node a shortcut passes (-1 if none).
    """
    head = np.full(n, -1, np.int64)
    following = np.empty(room, np.int64)
    target = np.empty(room, np.int64)
    weight = np.empty(room)
    middle = np.full(room, -1, np.int64)
    used = 0
    for e in range(len(a)):
        for u, v in ((a[e], b[e]), (b[e], a[e])):
            target[used], weight[used], following[used] = v, cost[e], head[u]
            head[u] = used
            used += 1
    gone = np.zeros(n, np.bool_)
    depth = np.zeros(n, np.int64)
    dist = np.full(n, np.inf)
    seen = np.empty(n, np.int64)
    heap = [(0.0, 0)]
    heap.clear()
    edges = np.empty(n, np.int64)
    found = np.empty((400_000, 2), np.int64)
    queue = [(0.0, 0)]
    queue.clear()
    for v in range(n):
        count, degree = shortcuts(head, following, target, weight, gone, v, SETTLE, dist, seen, heap, edges, found)
        push(queue, (2.0 * count - degree, v))
    lower, upper = np.empty(room, np.int64), np.empty(room, np.int64)
    value, passes = np.empty(room), np.empty(room, np.int64)
    out = 0
    left = n
    while len(queue) > 0 and left > core:
        _, v = pop(queue)
        most = SETTLE_FINAL
        count, degree = shortcuts(head, following, target, weight, gone, v, most, dist, seen, heap, edges, found)
        rank = 2.0 * count - degree + depth[v]
        if len(queue) > 0 and rank > queue[0][0]:
            push(queue, (rank, v))
            continue
        gone[v] = True
        left -= 1
        for i in range(degree):
            k = edges[i]
            u = target[k]
            depth[u] = max(depth[u], depth[v] + 1)
            lower[out], upper[out], value[out], passes[out] = v, u, weight[k], middle[k]
            out += 1
        for i in range(degree):
            forget(head, following, target, gone, target[edges[i]])
        for s in range(count):
            first, second = found[s]
            u, x, w = target[first], target[second], weight[first] + weight[second]
            for p, q in ((u, x), (x, u)):
                k = head[p]
                while k >= 0 and target[k] != q:
                    k = following[k]
                if k < 0:
                    target[used], following[used] = q, head[p]
                    head[p] = used
                    k = used
                    used += 1
                weight[k], middle[k] = w, v
    for v in range(n):
        if not gone[v]:
            degree = neighbours(head, following, target, gone, v, edges)
            for i in range(degree):
                k = edges[i]
                lower[out], upper[out], value[out], passes[out] = v, target[k], weight[k], middle[k]
                out += 1
    return lower[:out], upper[:out], value[:out], passes[:out], ~gone
