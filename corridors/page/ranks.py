"""Which places of a map matter most: whose mark and name shows first, and wins where there is room for one only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import Any

from corridors.model import Corridor, Leg, Status
from corridors.world import world

NEAR_DEGREES = 0.6
LARGE, GREAT = 250_000, 2_000_000
WATER = ("strait", "canal", "cape", "island")


class Part(IntEnum):
    """What a place is to the corridors through it."""

    END = 0
    CHANGE = 1
    STOP = 2
    WAY = 3


def parts(entries: Iterable[Corridor]) -> dict[str, Part]:
    """Return what each place is: where a branch ends, where the mode changes, another stop; the rest lie on the way."""
    found: dict[str, Part] = {}

    def note(place: str, part: Part) -> None:
        found[place] = min(part, found.get(place, part))

    for branch in (branch for entry in entries for branch in entry.branches):
        through = _through(branch.legs)
        for leg in branch.legs:
            note(leg.start, Part.STOP)
            note(leg.end, Part.STOP)
        for before, after in pairwise(through):
            if before.mode != after.mode:
                note(before.end, Part.CHANGE)
        if through:
            note(through[0].start, Part.END)
            note(through[-1].end, Part.END)
    return found


def rank(part: Part, kind: str, population: int) -> int:
    """
    Return how soon a place shows, from 0 to 3.

    Ports and large cities where a branch ends come first, with the largest cities in which it stops; a small station
    does not, though a branch end there.

    Examples
    --------
    >>> rank(Part.STOP, "city", 10_000_000), rank(Part.END, "station", 76_000), rank(Part.END, "port", 0)
    (0, 1, 0)
    """
    if part is Part.END:
        return 0 if population >= LARGE or kind == "port" else 1
    if part is Part.WAY or kind in WATER:
        return 2 if population >= GREAT else 3 if part is Part.WAY else 2
    if population >= GREAT:
        return 0
    return 1 if part is Part.CHANGE or population >= LARGE else 2


def population(place: Mapping[str, Any]) -> int:
    """Return how many people live in the town of a place's name, 0 where none is near."""
    short = re.sub(r" (\(.*\)|railway|port)$", "", place["name"])
    found = [
        entry.population
        for entry in world().named(short)
        if abs(entry.place.lat - place["lat"]) < NEAR_DEGREES
        and abs((entry.place.lon - place["lon"] + 180) % 360 - 180) < 2 * NEAR_DEGREES
    ]
    return max(found, default=0)


def _through(legs: Sequence[Leg]) -> list[Leg]:
    return [leg for leg in legs if not leg.variant and leg.status is not Status.PLANNED] or list(legs)
