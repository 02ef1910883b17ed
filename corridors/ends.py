"""
Which corridor a route between two places is, told by where the places lie along the corridors of a catalogue.

A place is a node of a corridor's branches, or a country that nodes lie in. The share of a corridor that lies between
the two decides: the railway from Moscow to Saint Petersburg is not the corridor from India to Russia.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from corridors.entries import is_common
from corridors.exonyms import exonyms
from corridors.fold import DASHES, fold_name
from corridors.lexicon import lexicon
from corridors.model import Branch, Corridor, Kind, Mode, Place
from corridors.terms import countries
from corridors.variants import place_names, plain_name, stems

_EARTH_KM = 6371.0
_EXACT, _HALF, _BROAD = 0.34, 0.6, 0.75
_CLOSE = 0.12
_LEAST_BRANCH = 0.5
_SHORTEST = 3
_LAND = frozenset((Mode.RAIL, Mode.ROAD))

_HALF_KEY = "half:"
_DASH = re.compile(rf"\s*[{DASHES}]\s*")

Keys = frozenset[str]


class Meant(NamedTuple):
    """A corridor that two ends may stand for; `listed` where the catalogue itself says so."""

    corridor: str
    share: float
    listed: bool = False


class _Line(NamedTuple):
    """A branch; `whole_km` is what ends on it are measured by: a short branch is not its corridor."""

    corridor: str
    nodes: tuple[Keys, ...]
    reached: tuple[float, ...]
    whole_km: float = 0.0


class Ends:
    """
    The places of a catalogue and the corridors between them.

    `names` are the folded names that may be an end and what each means: ids of places and codes of countries.

    Parameters
    ----------
    catalogue
        Corridors by id.
    places
        Places by id.
    """

    def __init__(self, catalogue: Mapping[str, Corridor], places: Mapping[str, Place]) -> None:
        self._places = places
        self._modes = {key: _modes(corridor) for key, corridor in catalogue.items()}
        self._oceanic = {key for key, corridor in catalogue.items() if corridor.modes == (Mode.SEA,)}
        self._lines = [line for corridor in catalogue.values() for line in _lines(corridor, places)]
        self._listed: dict[Keys, list[str]] = {}
        self._known: dict[tuple[Keys, Keys, tuple[Keys, ...]], tuple[Meant, ...]] = {}
        names: dict[str, set[str]] = {}
        known = dict.fromkeys(key for line in self._lines for node in line.nodes for key in node if key in places)
        for corridor in catalogue.values():
            for pair in corridor.pairs:
                if all(key in places for key in pair):
                    self._listed.setdefault(frozenset(pair), []).append(corridor.id)
                    known.update(dict.fromkeys(pair))
        for key in known:
            for name in (*place_names(places[key]), *exonyms(key)):
                names.setdefault(name, set()).add(key)
        for corridor in catalogue.values():
            for one, other in _halves(corridor):
                keys = (f"{_HALF_KEY}{one}", f"{_HALF_KEY}{other}")
                if corridor.id not in self._listed.setdefault(frozenset(keys), []):
                    self._listed[frozenset(keys)].append(corridor.id)
                for name, key in zip((one, other), keys, strict=True):
                    names.setdefault(name, set()).add(key)
        self.broad: dict[str, Keys] = {}
        for code, words in countries().words.items():
            for word in words:
                if len(word) > 3 and word.isascii() and (folded := fold_name(word.removesuffix("*"))) not in names:
                    self.broad[folded + "*" * word.endswith("*")] = frozenset((code,))
        self.names: dict[str, Keys] = {name: frozenset(keys) for name, keys in names.items()}
        self._through: dict[str, set[str]] = {}
        nodes = [(frozenset().union(*line.nodes), [line.corridor]) for line in self._lines]
        for places_of, corridors in (*nodes, *self._listed.items()):
            for key in places_of:
                self._through.setdefault(key, set()).update(corridors)

    def between(self, first: Keys, second: Keys, via: Sequence[Keys] = ()) -> tuple[Meant, ...]:
        """
        Return the corridors that two ends may stand for, the likeliest first; none or several when in doubt.

        Parameters
        ----------
        first, second
            The ends.
        via
            Places on the way.
        """
        key = (first, second, tuple(via))
        if key not in self._known:
            self._known[key] = self._between(first, second, via)
        return self._known[key]

    def by(self, mode: Mode | None, meant: tuple[Meant, ...]) -> tuple[Meant, ...]:
        """
        Return those of some corridors on which one travels so: the railway between two ends is no sea route.

        Parameters
        ----------
        mode
            What the words tell; None leaves all.
        meant
            The corridors.
        """
        return tuple(m for m in meant if mode is None or mode in self._modes[m.corridor])

    def along(self, keys: Keys) -> frozenset[str]:
        """Return the corridors that a place or its country lies on, and those of which it is a listed end."""
        wide = keys | self._wider(keys)
        return frozenset().union(*(self._through.get(key, ()) for key in wide))

    def name(self, keys: Keys) -> str:
        """Return the name of the place that keys mean, empty for a country."""
        return next((self._places[key].name for key in sorted(keys) if key in self._places), "")

    def lies_in(self, place: Keys, country: Keys) -> bool:
        """Tell whether what a place's name means lies in a country."""
        return bool(self.name(place)) and not self._wider(place).isdisjoint(country)

    def _between(self, first: Keys, second: Keys, via: Sequence[Keys]) -> tuple[Meant, ...]:
        listed = [
            corridor
            for one in sorted(first)
            for other in sorted(second)
            for corridor in self._listed.get(frozenset((one, other)), ())
        ]
        if listed:
            return tuple(Meant(corridor, 1.0, True) for corridor in dict.fromkeys(listed))
        if first & second:
            return ()
        return self._along(first, second, via) or (
            self._along(self._wider(first), self._wider(second), via) if via else ()
        )

    def _wider(self, keys: Keys) -> Keys:
        """Return the countries of places."""
        return frozenset(self._places[key].country if key in self._places else key for key in keys)

    def _along(self, first: Keys, second: Keys, via: Sequence[Keys]) -> tuple[Meant, ...]:
        exact = [any(key in self._places for key in keys) for keys in (first, second)]
        least = _EXACT if all(exact) else _HALF if any(exact) else _BROAD
        shares: dict[str, float] = {}
        for line in self._lines:
            if line.corridor in self._oceanic and not via:
                continue  # ships have the choice of the Cape, Suez and the Arctic
            share = _share(line, first, second, via)
            shares[line.corridor] = max(share, shares.get(line.corridor, 0.0))
        found = sorted(((share, key) for key, share in shares.items() if share >= least), key=lambda x: (-x[0], x[1]))
        if not found or (not any(exact) and not via):
            return ()
        close = [Meant(key, share) for share, key in found if share >= found[0][0] - _CLOSE]
        return tuple(close) if all(exact) or len(close) == 1 else ()


def _modes(corridor: Corridor) -> frozenset[Mode]:
    """Return how one travels on a corridor: a road will do for a railway, unless its name says which of them it is."""
    own = frozenset(corridor.modes)
    name, words = fold_name(corridor.name), lexicon().words
    told = {mode for mode in _LAND if any(name.endswith(f" {head}") for head in words(f"routes.{mode}_heads"))}
    if "rail" in name.split():
        told.add(Mode.RAIL)
    return own | (told or _LAND) if own & _LAND else own


def _halves(corridor: Corridor) -> Iterator[tuple[str, str]]:
    """Yield the ends that a name such as "Persian Gulf-Black Sea corridor" is made of, where they are no countries."""
    known = {fold_name(word.removesuffix("*")) for words in countries().words.values() for word in words}
    for name in corridor.names:
        parts = _DASH.split(plain_name(name.text))
        if name.language != "en" or name.shared or name.kind is Kind.ABBREVIATION or len(parts) != 2:
            continue
        one, other = (fold_name(part) for part in parts)
        for stem in {stem.folded for stem in stems(name)}:
            end = stem.removeprefix(one + " ")
            telling = not {one, end} & known and not is_common(one) and not is_common(end)
            if end != stem and other.startswith(end + " ") and telling and min(len(one), len(end)) > _SHORTEST:
                yield one, end


def _lines(corridor: Corridor, places: Mapping[str, Place]) -> list[_Line]:
    """Return the branches of a corridor."""
    lines = [_line(corridor, branch, places) for branch in corridor.branches]
    longest = max((line.reached[-1] for line in lines), default=0.0)
    return [line._replace(whole_km=max(line.reached[-1], _LEAST_BRANCH * longest)) for line in lines]


def _line(corridor: Corridor, branch: Branch, places: Mapping[str, Place]) -> _Line:
    """Return the nodes of a branch, each with its country, and how far along the branch each lies, in kilometres."""
    ids: list[str] = []
    for leg in branch.legs:
        ids += [key for key in (leg.start, *leg.via, leg.end) if key in places and key not in ids]
    nodes = tuple(frozenset((key, places[key].country)) for key in ids)
    reached = [0.0]
    for one, other in pairwise(ids):
        reached.append(reached[-1] + _distance(places[one], places[other]))
    return _Line(corridor.id, nodes, tuple(reached))


def _share(line: _Line, first: Keys, second: Keys, via: Iterable[Keys]) -> float:
    """Return the greatest share of a line between nodes of two ends with a node of each place on the way between."""
    starts = [n for n, node in enumerate(line.nodes) if node & first]
    stops = [n for n, node in enumerate(line.nodes) if node & second] if starts else []
    best = 0.0
    for start in starts:
        for stop in stops:
            low, high = min(start, stop), max(start, stop)
            between = line.nodes[low : high + 1]
            if all(any(node & keys for node in between) for keys in via):
                best = max(best, line.reached[high] - line.reached[low])
    return best / line.whole_km if line.whole_km else 0.0


def _distance(one: Place, other: Place) -> float:
    """Return the distance of two places on a sphere, in kilometres (haversine formula)."""
    lat, lat_other = radians(one.lat), radians(other.lat)
    half = sin((lat_other - lat) / 2) ** 2 + cos(lat) * cos(lat_other) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))
