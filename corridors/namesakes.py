"""
Which of several places of one name is meant.

Each place of a name has a weight: how large it is, whether that is its main name, whether it suits the mode, and
whether it was checked by hand. Places that are named together lie near each other as a rule, so of all ways of
reading a chain of names the one is taken whose weights, less what the distances between neighbours cost, are most.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corridors.model import Mode, Place

_HAND = 7.0  # a place checked by hand weighs as much as a city of ten million
_UNKNOWN = 500
_OWN_NAME = 0.5
_SUITED = 0.8
_COUNTRY = 1.0
_NEAR_KM = 100.0
_STEP_COST = {Mode.SEA: 0.25, Mode.RIVER: 0.5}
_LAND_COST = 0.9
_MOST = 8
_SUITABLE = {
    Mode.SEA: ("port",), Mode.RIVER: ("port", "city"), Mode.RAIL: ("station", "junction", "border", "city"),
    Mode.ROAD: ("city", "border"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    A place that a name may mean.

    `table` tells whether it was checked by hand, `hand` whether it therefore goes before its namesakes; `region` is
    ``alpha-2.code``.
    """

    place: Place
    population: int = 0
    own: bool = True
    hand: bool = False
    region: str = ""
    table: bool = False

    def weight(self, mode: Mode | None, countries: Collection[str]) -> float:
        """Return how likely the place is meant when nothing is known of its neighbours."""
        weight = _HAND if self.hand else math.log10(max(self.population, _UNKNOWN))
        weight += _OWN_NAME * self.own + _COUNTRY * (self.place.country in countries)
        if mode is not None:
            # A port that serves a mode on land is as good as a city; only ships need a harbour.
            weight += _SUITED * (self.place.kind in _SUITABLE[mode] or (mode is not Mode.SEA and not self.table))
        return weight


def best_chain(
    options: Sequence[Sequence[Candidate]], *, mode: Mode | None = None, countries: Collection[str] = ()
) -> tuple[Candidate, ...]:
    """
    Return one candidate for each name of a chain, those that go together best.

    Parameters
    ----------
    options
        The candidates of each name, at least one each.
    mode
        How one travels along the chain, where it is known.
    countries
        ISO 3166-1 alpha-3 codes of countries that are spoken of.
    """
    likely = [
        sorted(each, key=lambda c: (-c.weight(mode, countries), c.place.id))[:_MOST] for each in options
    ]  # fmt: skip
    scores = [[c.weight(mode, countries) for c in each] for each in likely]
    best = [scores[0]]
    before: list[list[int]] = []
    cost = _LAND_COST if mode is None else _STEP_COST.get(mode, _LAND_COST)
    for (earlier, later), own in zip(pairwise(likely), scores[1:], strict=True):
        reached, origin = [], []
        for number, candidate in enumerate(later):
            ways = [score - cost * _apart(c.place, candidate.place) for score, c in zip(best[-1], earlier, strict=True)]
            origin.append(ways.index(max(ways)))
            reached.append(max(ways) + own[number])
        best.append(reached)
        before.append(origin)
    at = best[-1].index(max(best[-1]))
    chain = [likely[-1][at]]
    for each, origin in zip(likely[-2::-1], before[::-1], strict=True):
        at = origin[at]
        chain.append(each[at])
    return tuple(chain[::-1])


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the distance of two positions on a sphere, which is near enough to compare places by."""
    (lon, lat), (other_lon, other_lat) = (map(math.radians, point) for point in (a, b))
    across = math.sin((lat - other_lat) / 2) ** 2
    along = math.cos(lat) * math.cos(other_lat) * math.sin((lon - other_lon) / 2) ** 2
    return 12_742.0 * math.asin(math.sqrt(min(1.0, across + along)))


def _apart(a: Place, b: Place) -> float:
    """Return how far two places lie apart, in powers of ten beyond 100 km; the same place twice is no way at all."""
    metres = distance_km(a.lonlat, b.lonlat)
    return math.log10(max(metres, _NEAR_KM) / _NEAR_KM) if metres > 1.0 else 10.0
