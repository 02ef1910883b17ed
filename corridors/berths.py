"""
Where a journey joins the sea network.

A position at sea joins at every node it sees. One on land, or in a pond the network does not reach, is taken to the
nearest water that a node sees, and the gap is reported.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from corridors._errors import NoRouteError
from corridors.land import within_180
from corridors.passages import unit
from corridors.search import Berth, sea_network
from corridors.sight import distance_m, first_land, in_sight

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
NEAREST = 16
SHORES = 8
MOST = 4
APART_M = 100_000.0
STEEP = 75.0  # degrees, beyond which a straight line in degrees is no way to go
SECTORS = 24
SHORE_M = 150.0
ENOUGH, NEAR_M = 2, 20_000.0
DIRECTIONS, FAN_M = 16, (1_000.0, 3_000.0, 8_000.0, 16_000.0)
SHORE_SURCHARGE, SHORE_REACH_M = 0.1, 10_000.0


def berth(place: tuple[float, float], *, max_connector_m: float = 100_000) -> Berth:
    """
    Find where a ship bound for a position joins the network.

    Raises
    ------
    NoRouteError
        When navigable water is farther than `max_connector_m`.
    """
    here = np.array([place])
    nodes = sea_network().nearest(unit(here)[0], NEAREST)
    near = distance_m(here, sea_network().lonlat[nodes[:1]])[0] < APART_M
    if near and abs(place[1]) < STEEP:
        return _near_berth(place, nodes, max_connector_m)
    if not near:
        nodes = _nodes_about(here, nodes)
    seen = _sees(here, nodes)
    if seen.any():
        return _joined(place, place, nodes, seen)
    return _harbour(place, nodes, _shares_to(place, nodes), max_connector_m)


def _near_berth(place: tuple[float, float], nodes: Ints, max_connector_m: float) -> Berth:
    """Return the berth of a place with nodes not far away."""
    shares = _shares_to(place, nodes)
    if (shares == 1.0).any():
        direct = _directly(place, place, nodes[: len(shares)][shares == 1.0])
        if direct is not None:
            return direct
        seen = _sees(np.array([place]), nodes)
        if seen.any():
            return _joined(place, place, nodes, seen)
    return _harbour(place, nodes, shares, max_connector_m)


def _shares_to(place: tuple[float, float], nodes: Ints) -> Floats:
    """Return how far along the straight lines from the very nearest nodes to a place the first land is met."""
    around = sea_network().lonlat[nodes[:SHORES]]
    return first_land(around, np.repeat(np.array([place]), len(around), axis=0))


def _sees(here: Floats, nodes: Ints) -> Bools:
    return in_sight(np.repeat(here, len(nodes), axis=0), sea_network().lonlat[nodes])


def _joined_nearby(place: tuple[float, float], spot: tuple[float, float], nodes: Ints) -> Berth | None:
    """Return the berth at a spot that sees enough of the very nearest nodes, which is the usual case."""
    nodes = nodes[:SHORES]
    return _directly(place, spot, nodes[_sees(np.array([spot]), nodes)])


def _directly(place: tuple[float, float], spot: tuple[float, float], nodes: Ints) -> Berth | None:
    """Return the berth at a spot with the nodes it sees, None where these are few or far."""
    here = np.array([spot])
    cost = _approach_cost(here, sea_network().lonlat[nodes])
    if len(nodes) < ENOUGH or cost.min() >= NEAR_M:
        return None
    best = np.argsort(cost, kind="stable")[:MOST]
    return Berth(spot, nodes[best], cost[best], place, _gap_m(place, spot))


def _gap_m(place: tuple[float, float], spot: tuple[float, float]) -> float:
    return 0.0 if place == spot else float(distance_m(np.array([spot]), np.array([place]))[0])


def _harbour(place: tuple[float, float], nodes: Ints, shares: Floats, max_connector_m: float) -> Berth:
    """Return the berth of a place that sees no node: where the way from one of them first meets land."""
    around = sea_network().lonlat[nodes[:SHORES]]
    here = np.repeat(np.array([place]), len(around), axis=0)
    apart = distance_m(around, here)
    share = np.clip(shares - SHORE_M / np.maximum(apart, 1.0), 0.0, 1.0)
    run = np.column_stack([within_180(here[:, 0] - around[:, 0]), here[:, 1] - around[:, 1]])
    spots = np.round(around + share[:, None] * run, 6)
    gaps = distance_m(spots, here)
    best = int(np.argmin(gaps))
    if gaps[best] > max_connector_m:
        raise NoRouteError(
            f"{words(place)} lies {gaps[best] / 1000:.0f} km from the nearest navigable water, "
            f"more than the {max_connector_m / 1000:g} km allowed"
        )
    lon, lat = spots[best].tolist()
    spot = (float(within_180(lon)), lat)
    few = _joined_nearby(place, spot, nodes)
    if few is not None:
        return few
    seen = _sees(np.array([spot]), nodes)
    seen[best] = True
    return _joined(place, spot, nodes, seen)


def _joined(place: tuple[float, float], spot: tuple[float, float], nodes: Ints, seen: Bools) -> Berth:
    """Return the berth at a spot that sees some nodes; where these are few or far, with ways that bend once."""
    direct = _directly(place, spot, nodes[seen])
    if direct is not None:
        return direct
    here = np.array([spot])
    lonlat = sea_network().lonlat
    reached, cost = nodes[seen], _approach_cost(here, lonlat[nodes[seen]])
    price = dict(zip(reached.tolist(), cost.tolist(), strict=True))
    bends: dict[int, tuple[float, float]] = {}
    fan = _fan(here)
    if len(fan):
        i, k = (axis.ravel() for axis in np.meshgrid(np.arange(len(fan)), np.arange(len(nodes)), indexing="ij"))
        free = np.nonzero(in_sight(fan[i], lonlat[nodes[k]]))[0]
        first = _approach_cost(here, fan)
        whole = first[i[free]] + distance_m(fan[i[free]], lonlat[nodes[k[free]]])
        for at in np.lexsort((k[free], whole)).tolist():
            node = int(nodes[k[free[at]]])
            if whole[at] < price.get(node, np.inf):
                price[node] = float(whole[at])
                bends[node] = (float(fan[i[free[at]], 0]), float(fan[i[free[at]], 1]))
    joined = np.array(sorted(price))
    return Berth(spot, joined, np.array([price[node] for node in joined.tolist()]), place, _gap_m(place, spot), bends)


def _fan(here: Floats) -> Floats:
    """Return points about a position that it sees, the farthest tried in each direction."""
    angles = np.arange(DIRECTIONS) * 2 * np.pi / DIRECTIONS
    squeeze = max(np.cos(np.radians(here[0, 1])), 0.05)
    steps = np.array(FAN_M)[:, None] / 111_195.0
    points = here + np.stack([np.cos(angles) * steps / squeeze, np.sin(angles) * steps], axis=-1)
    flat = np.round(points.reshape(-1, 2), 6)
    free = in_sight(np.repeat(here, len(flat), axis=0), flat).reshape(len(FAN_M), DIRECTIONS)
    farthest = free.any(axis=0)
    last = len(FAN_M) - 1 - np.argmax(free[::-1], axis=0)
    found = flat.reshape(len(FAN_M), DIRECTIONS, 2)[last, np.arange(DIRECTIONS)]
    found[:, 0] = within_180(found[:, 0])
    return np.asarray(found[farthest], dtype=np.float64)


def _nodes_about(here: Floats, nearest: Ints) -> Ints:
    """Return the nearest nodes and, for places far out at sea, the nearest few in every direction as well."""
    network = sea_network()
    at = unit(here)[0]
    east = np.array([-np.sin(np.radians(here[0, 0])), np.cos(np.radians(here[0, 0])), 0.0])
    bearing = np.arctan2(network.at @ east, network.at @ np.cross(at, east))
    sector = ((bearing + np.pi) / (2 * np.pi) * SECTORS).astype(np.int64) % SECTORS
    order = np.lexsort((-(network.at @ at), sector))
    rank = np.arange(len(order)) - np.searchsorted(sector[order], sector[order])
    return np.asarray(np.r_[nearest, np.setdiff1d(order[rank < 4], nearest)], dtype=np.int64)


def _approach_cost(here: Floats, nodes: Floats) -> Floats:
    apart = distance_m(np.repeat(here, len(nodes), axis=0), nodes)
    return np.asarray(apart + SHORE_SURCHARGE * np.minimum(apart, SHORE_REACH_M))


def words(place: tuple[float, float]) -> str:
    """Return a position as a reader would write it, such as ``52.1 N 5.2 E``."""
    lon, lat = float(within_180(place[0])), place[1]
    return f"{abs(lat):.2f} {'N' if lat >= 0 else 'S'} {abs(lon):.2f} {'E' if lon >= 0 else 'W'}"
