"""
Where a journey joins the sea network.

A position at sea joins at every node it sees. One on land, or in a pond the network does not reach, is taken to the
nearest water that a node sees, and the gap is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corridors._errors import NoRouteError
from corridors.gates import unit
from corridors.land import on_land, within_180
from corridors.search import Berth, sea_network
from corridors.sight import RADIUS_M, angle, distance_m, first_land, in_sight, run

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
NEAREST = 16
SHORES = 6
MOST = 4
APART_M = 100_000.0
STEEP = 75.0  # degrees, beyond which a straight line in degrees is no way to go
SECTORS = 24
SHORE_M = 150.0
ENOUGH, NEAR_M, MANY, AT_M = 2, 20_000.0, 8, 6_000.0
DIRECTIONS, FIRST_TRIED, FAN_M = 16, 3, (1_000.0, 3_000.0, 8_000.0, 16_000.0)
SHORE_SURCHARGE, SHORE_REACH_M = 0.1, 10_000.0


def berths(places: Sequence[tuple[float, float]], *, max_connector_m: float = 100_000) -> list[Berth]:
    """
    Find where ships bound for some positions join the network, each a berth of its own.

    Raises
    ------
    NoRouteError
        When navigable water is farther than `max_connector_m` from one of them.
    """
    network = sea_network()
    here = unit(np.array(places, dtype=np.float64))
    looks = [_Look(place, at, network.nearest(at, NEAREST)) for place, at in zip(places, here, strict=True)]
    straight = [one for one in looks if one.is_near() and abs(one.place[1]) < STEEP]
    _look_for_land(straight)
    _look_from_spots([one for one in straight if one.spot != one.place])
    return [_near_berth(one, max_connector_m) if one in straight else _far_berth(one, max_connector_m) for one in looks]


@dataclass(slots=True, eq=False)
class _Look:
    """
    What is found out about a position on the way to its berth.

    `at` is its unit vector and `nodes` the nearest nodes. Of the very nearest ones, `shares` tells how far along the
    straight lines from them the first land is met, and `seen` whether the `spot` on the shore sees them.
    """

    place: tuple[float, float]
    at: Floats
    nodes: Ints
    shares: Floats = field(default_factory=lambda: np.zeros(0))
    spot: tuple[float, float] = (0.0, 0.0)
    best: int = 0
    gap_m: float = 0.0
    seen: Bools = field(default_factory=lambda: np.zeros(0, bool))

    @property
    def few(self) -> Ints:
        """The very nearest nodes."""
        return self.nodes[:SHORES]

    def is_near(self) -> bool:
        """Tell whether the nearest node is not far away."""
        return bool(_apart_m(self.at, sea_network().at[self.nodes[:1]])[0] < APART_M)

    def go_ashore(self) -> None:
        """Find the spot off the shore nearest to the position, a little before land is met on the way from a node."""
        around = sea_network().lonlat[self.few]
        apart = _apart_m(self.at, sea_network().at[self.few])
        share = np.clip(self.shares - SHORE_M / np.maximum(apart, 1.0), 0.0, 1.0)
        spots = np.round(around + share[:, None] * run(around, np.array([self.place])), 6)
        gaps = _apart_m(self.at, unit(spots))
        self.best = int(gaps.argmin())
        lon, lat = spots[self.best].tolist()
        self.spot, self.gap_m = (float(within_180(lon)), lat), float(gaps[self.best])


def _look_for_land(looks: Sequence[_Look]) -> None:
    """Find the first land between positions and the nodes very near, and the spots on the shore."""
    if not looks:
        return
    network = sea_network()
    nodes, places = _pairs(looks, [one.place for one in looks])
    start = network.lonlat[nodes]
    ashore = network.channel[nodes]
    if ashore.any():
        ashore[ashore] = on_land(start[ashore, 0], start[ashore, 1])
    shares = np.where(ashore, 0.0, first_land(start, places))
    for one, part in zip(looks, _split(shares, looks), strict=True):
        one.shares, one.spot = part, one.place
        if not (part == 1.0).any():
            one.go_ashore()


def _look_from_spots(looks: Sequence[_Look]) -> None:
    """Find which of the nodes very near the spots on the shore see."""
    if looks:
        nodes, spots = _pairs(looks, [one.spot for one in looks])
        seen = in_sight(spots, sea_network().lonlat[nodes])
        for one, part in zip(looks, _split(seen, looks), strict=True):
            one.seen = part


def _pairs(looks: Sequence[_Look], spots: Sequence[tuple[float, float]]) -> tuple[Ints, Floats]:
    """Return the nodes very near positions, and beside each the spot it belongs to."""
    return np.concatenate([one.few for one in looks]), np.repeat(
        np.array(spots), [len(one.few) for one in looks], axis=0
    )


def _split(rows: NDArray[Any], looks: Sequence[_Look]) -> Iterator[NDArray[Any]]:
    """Return what belongs to each position."""
    last = 0
    for one in looks:
        first, last = last, last + len(one.few)
        yield rows[first:last]


def _near_berth(look: _Look, max_connector_m: float) -> Berth:
    """Return the berth of a place with nodes not far away."""
    place, nodes = look.place, look.nodes
    if look.spot != place:
        return _harbour(look, max_connector_m)
    direct = _directly(place, place, look.few[look.shares == 1.0])
    if direct is not None:
        return direct
    seen = _sees(place, nodes)
    if seen.any():
        return _joined(place, place, nodes, seen)
    look.go_ashore()
    _look_from_spots([look])
    return _harbour(look, max_connector_m)


def _far_berth(look: _Look, max_connector_m: float) -> Berth:
    """Return the berth of a place far out at sea, or where a straight line in degrees is no way to go."""
    if not look.is_near():
        look.nodes = _nodes_about(np.array([look.place]), look.nodes)
    seen = _sees(look.place, look.nodes)
    if seen.any():
        return _joined(look.place, look.place, look.nodes, seen)
    _look_for_land([look])
    if look.spot == look.place:
        look.go_ashore()
    _look_from_spots([look])
    return _harbour(look, max_connector_m)


def _harbour(look: _Look, max_connector_m: float) -> Berth:
    """Return the berth of a place that sees no node: where the way from one of them first meets land."""
    if look.gap_m > max_connector_m:
        raise NoRouteError(
            f"{words(look.place)} lies {look.gap_m / 1000:.0f} km from the nearest navigable water, "
            f"more than the {max_connector_m / 1000:g} km allowed"
        )
    direct = _directly(look.place, look.spot, look.few[look.seen])
    if direct is not None:
        return direct
    seen = np.concatenate([look.seen, _sees(look.spot, look.nodes[len(look.seen) :])])
    seen[look.best] = True
    return _joined(look.place, look.spot, look.nodes, seen)


def _sees(spot: tuple[float, float], nodes: Ints) -> Bools:
    return in_sight(np.repeat(np.array([spot]), len(nodes), axis=0), sea_network().lonlat[nodes])


def _directly(place: tuple[float, float], spot: tuple[float, float], nodes: Ints) -> Berth | None:
    """Return the berth at a spot with the nodes it sees, None where these are few or far."""
    if not len(nodes):
        return None
    here = unit(np.array([spot, place]))
    cost = _approach_cost(_apart_m(here[0], sea_network().at[nodes]))
    nearest = cost.min()
    if len(nodes) >= ENOUGH and nearest < NEAR_M:
        best = cost.argsort(kind="stable")[:MOST]
        nodes, cost = nodes[best], cost[best]
    elif len(nodes) < MANY and nearest >= AT_M:
        return None
    gap = 0.0 if place == spot else float(_apart_m(here[:1], here[1:])[0])
    return Berth(spot, nodes, cost, place, gap)


def _joined(place: tuple[float, float], spot: tuple[float, float], nodes: Ints, seen: Bools) -> Berth:
    """Return the berth at a spot that sees some nodes; where these are few or far, with ways that bend once."""
    direct = _directly(place, spot, nodes[seen])
    if direct is not None:
        return direct
    here, reached = np.array([spot]), nodes[seen]
    price = dict(zip(reached.tolist(), _approach_cost(_apart_m(unit(here), sea_network().at[reached])), strict=True))
    round_corners = _round_corners(here, nodes[~seen])
    price |= {node: cost for node, (cost, _) in round_corners.items()}
    joined = np.array(sorted(price))
    gap = 0.0 if place == spot else float(distance_m(here, np.array([place]))[0])
    bends = {node: bend for node, (_, bend) in round_corners.items()}
    return Berth(spot, joined, np.array([price[node] for node in joined.tolist()]), place, gap, bends)


def _round_corners(here: Floats, nodes: Ints) -> dict[int, tuple[float, tuple[float, float]]]:
    """Return for nodes out of sight the cost of the best way that bends once, and where it bends, if there is one."""
    fan = _fan(here)
    found: dict[int, tuple[float, tuple[float, float]]] = {}
    if not len(fan):
        return found
    network, at = sea_network(), unit(fan)
    whole = _approach_cost(_apart_m(unit(here), at))[:, None] + _apart_m(at[:, None], network.at[nodes])
    order = whole.argsort(axis=0, kind="stable")
    waiting = np.arange(len(nodes))
    for tried in (order[:FIRST_TRIED], order[FIRST_TRIED:]):
        bend = tried[:, waiting]
        if not bend.size or len(found) >= MOST:
            break
        node = np.broadcast_to(nodes[waiting], bend.shape)
        free = in_sight(fan[bend.ravel()], network.lonlat[node.ravel()]).reshape(bend.shape)
        best = bend[free.argmax(axis=0), np.arange(len(waiting))]
        for i in np.nonzero(free.any(axis=0))[0].tolist():
            lon, lat = fan[best[i]].tolist()
            found[int(nodes[waiting[i]])] = float(whole[best[i], waiting[i]]), (lon, lat)
        waiting = waiting[~free.any(axis=0)][:SHORES]
    return found


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


def _approach_cost(apart_m: Floats) -> Floats:
    return np.asarray(apart_m + SHORE_SURCHARGE * np.minimum(apart_m, SHORE_REACH_M))


def _apart_m(one: Floats, others: Floats) -> Floats:
    return angle(one, others) * RADIUS_M


def words(place: tuple[float, float]) -> str:
    """Return a position as a reader would write it, such as ``52.1 N 5.2 E``."""
    lon, lat = float(within_180(place[0])), place[1]
    return f"{abs(lat):.2f} {'N' if lat >= 0 else 'S'} {abs(lon):.2f} {'E' if lon >= 0 else 'W'}"
