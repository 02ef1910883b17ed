"""
From two places and a mode to a line.

The only module that knows which network carries which mode, and what is drawn when none does: the geodesics between
the places, marked uncertain, never passed off as an alignment.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from shapely.geometry import LineString

from corridors._errors import NoRouteError, UnknownNameError
from corridors.gazetteer import Gazetteer, gazetteer
from corridors.geometry import great_circle, join
from corridors.model import Certainty, Leg, Mode, Place, Route, Status

if TYPE_CHECKING:
    from corridors.network import Path

UNBUILT = (Status.UNDER_CONSTRUCTION, Status.PLANNED)
STATION_REACH_M = 10_000.0
PLACE_REACH_M = 50_000.0

Where = str | Place | tuple[float, float]


def route(
    origin: Where,
    destination: Where,
    *,
    mode: Mode | str = Mode.SEA,
    via: Sequence[Where] = (),
    require: Sequence[str] = (),
    avoid: Sequence[str] = (),
) -> Route:
    """
    Route a line between two places.

    Parameters
    ----------
    origin, destination, via
        Place names, places, or longitude and latitude in degrees.
    mode
        sea, rail, road or river.
    require, avoid
        Ids of sea passages that must, or must not, be sailed.

    Raises
    ------
    NoRouteError
        When no line joins the places under these conditions.
    UnknownNameError
        When a place or a passage is not known.
    ValueError
        When a position is off the globe, the mode is unknown, or passages are given for a mode on land.

    Examples
    --------
    >>> round(route("Chennai", "Vladivostok", mode="sea").length_m / 1852, -2)
    4600.0
    """
    mode = _mode(mode)
    if mode not in (Mode.SEA, Mode.RIVER) and (require or avoid):
        raise ValueError(f"passages can be required or avoided at sea only, not by {mode}")
    asked = [where if isinstance(where, str) else locate(where) for where in (origin, *via, destination)]
    places = gazetteer().resolve(asked, mode=mode)
    return _by_network(mode, places, require=require, avoid=avoid, reach_m=PLACE_REACH_M)


def leg_route(leg: Leg, *, places: Gazetteer | None = None) -> Route:
    """
    Draw a leg of the catalogue.

    It is routed through its places and waypoints; a leg by river with waypoints follows them by hand. A leg that is
    planned or under construction, and one that no network carries, is drawn as the geodesics between its places and
    marked uncertain with a note that says so.

    Raises
    ------
    UnknownNameError
        When the leg names a place the gazetteer does not hold.
    """
    known = gazetteer() if places is None else places
    stops = [known[key] for key in (leg.start, *leg.via, leg.end)]
    if leg.status in UNBUILT:
        return _straight(leg.mode, stops, f"{leg.status}: no alignment is drawn, only the line between its places")
    if leg.mode is Mode.RIVER and any(stop.kind == "waypoint" for stop in stops):
        return _by_hand(leg, stops)
    try:
        found = _by_network(leg.mode, stops, require=leg.passages, avoid=leg.avoid, reach_m=STATION_REACH_M)
        return replace(found, passages=_with_ends(leg, found.passages))
    except NoRouteError as error:
        return _straight(leg.mode, stops, f"not in the network, drawn as the line between its places ({error})")


def named_route(leg: Leg, *, places: Gazetteer | None = None) -> Route:
    """
    Draw a route that a text names by its places: as the network carries it, and uncertain all the same.

    Raises
    ------
    NoRouteError
        When the network does not join the places.
    UnknownNameError
        When the leg names a place the gazetteer does not hold.
    """
    known = gazetteer() if places is None else places
    stops = [known[key] for key in (leg.start, *leg.via, leg.end)]
    found = _by_network(leg.mode, stops, require=(), avoid=(), reach_m=PLACE_REACH_M)
    note = "; ".join(filter(None, [f"the way by {leg.mode} between places named in a text", found.note]))
    return replace(found, certainty=Certainty.UNCERTAIN, note=note)


def locate(where: Where) -> Place:
    """
    Turn a name or a position into a place.

    Raises
    ------
    UnknownNameError
        When the gazetteer does not know the name.
    ValueError
        When a position is not a pair of degrees on the globe.
    """
    if isinstance(where, Place):
        return where
    if isinstance(where, str):
        return gazetteer().lookup(where)
    try:
        lon, lat = (float(number) for number in where)
    except (TypeError, ValueError):
        raise ValueError(f"expected a place name or a pair of longitude and latitude, got {where!r}") from None
    if not (math.isfinite(lon) and abs(lat) <= 90):
        raise ValueError(f"position {where!r} is off the globe: longitude then latitude, in degrees")
    return Place(id="", name=f"{lon:g},{lat:g}", kind="position", country="", lon=lon, lat=lat)


def _mode(mode: Mode | str) -> Mode:
    try:
        return Mode(mode)
    except ValueError:
        raise ValueError(f"unknown mode {mode!r}; known are {', '.join(Mode)}") from None


def _by_network(
    mode: Mode, stops: Sequence[Place], *, require: Sequence[str], avoid: Sequence[str], reach_m: float
) -> Route:
    points = [stop.lonlat for stop in stops]
    if mode in (Mode.SEA, Mode.RIVER):
        from corridors.sea import sea_path

        by_sea = sea_path(points, require=require, avoid=avoid)
        found = _between(mode, stops, by_sea.line)
        return replace(found, passages=by_sea.passages, connectors_m=by_sea.connectors_m, note=by_sea.note)
    from corridors.network import network

    on_land = network(mode).path(points, max_snap_m=reach_m)
    return replace(
        _between(mode, stops, on_land.line),
        connectors_m=(on_land.connectors_m[0], on_land.connectors_m[-1]),
        certainty=Certainty.LESS_CERTAIN if on_land.by_hand else Certainty.CERTAIN,
        note="; ".join(_remarks(on_land)),
    )


def _remarks(path: Path) -> Iterator[str]:
    for there in path.breaks:
        yield f"break of gauge, {there.from_mm} to {there.to_mm} mm, at {there.lat:.2f} N {there.lon:.2f} E"
    if path.by_hand:
        yield f"drawn by hand through stations and approximate between them: {', '.join(path.by_hand)}"


def _with_ends(leg: Leg, sailed: tuple[str, ...]) -> tuple[str, ...]:
    """Return the passages of a leg, those included in which it begins or ends."""
    if leg.mode not in (Mode.SEA, Mode.RIVER):
        return sailed
    from corridors.passages import passages

    first, last = ([key] if key in passages() else [] for key in (leg.start, leg.end))
    return tuple(dict.fromkeys([*first, *(key for key in sailed if key not in last), *last]))


def _by_hand(leg: Leg, stops: Sequence[Place]) -> Route:
    """Draw the geodesics between a leg's own waypoints along a river or over a lake."""
    line = _straight(leg.mode, stops, "drawn by hand along the inland waterway")
    return replace(line, certainty=Certainty.LESS_CERTAIN, passages=leg.passages)


def _straight(mode: Mode, stops: Sequence[Place], note: str) -> Route:
    line = join([great_circle(a.lonlat, b.lonlat) for a, b in pairwise(stops)])
    return replace(_between(mode, stops, line), certainty=Certainty.UNCERTAIN, note=note)


def _between(mode: Mode, stops: Sequence[Place], line: LineString) -> Route:
    countries = tuple(dict.fromkeys(stop.country for stop in stops if stop.country))
    return Route(line, mode, stops[0].name, stops[-1].name, countries=countries)


__all__ = ["NoRouteError", "UnknownNameError", "leg_route", "locate", "named_route", "route"]
