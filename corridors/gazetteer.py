"""
Places by name: the nodes checked by hand that corridors run through, then the ports and cities of the world.

The table of nodes is ``geodata/places.csv``. Places of kind ``waypoint`` are shape points at sea or on a river; they
can be had by id but answer to no name.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from corridors._data import geodata
from corridors._errors import DataError, UnknownNameError
from corridors._validate import ALPHA3, SLUG, lookup_key, nearest
from corridors.letters import letter_key
from corridors.model import Mode, Place
from corridors.namesakes import Candidate, best_chain, distance_km
from corridors.world import Entry, World, world

COLUMNS = ("id", "name", "kind", "country", "lon", "lat", "unlocode", "geonames", "source", "note")
KINDS = (
    "port", "station", "border", "strait", "cape", "city", "junction", "canal", "island", "waypoint",
)  # fmt: skip
_UNLOCODE = re.compile(r"[A-Z]{2}[A-Z2-9]{3}")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_HINTED = (
    re.compile(r"(?P<name>[^,]+),\s*(?P<hint>[^,]+)"),
    re.compile(r"(?P<name>[^()]+)\s\((?P<hint>[^()]+)\)"),
    re.compile(r"(?P<hint>.+)[’']s?\s+(?P<name>.+)"),
)
_PORT_OF = re.compile(r"(?:(?:sea)?port|city|town) of (?P<after>.+)|(?P<before>.+) (?:sea)?port", re.IGNORECASE)
_SUGGESTED = 3
_SAME_KM = 50.0
_CLEAR = 0.5  # powers of ten in population by which one place is clearly larger than its namesake


class Gazetteer(Mapping[str, Place]):
    """
    Places by id, with a lookup by name that forgives case, accents, spaces, dashes and dots.

    Iterating yields the places checked by hand; those of the world can be had by id and by name too.

    Parameters
    ----------
    places
        The places checked by hand; ids must differ.
    world
        The ports and cities of the world; none by default.
    """

    def __init__(self, places: Iterable[Place], *, world: World | None = None) -> None:
        self._places = {place.id: place for place in places}
        self._world = world
        self._exact: dict[str, tuple[str, ...]] = {}
        self._loose: dict[str, tuple[str, ...]] = {}
        named = [place for place in self._places.values() if place.kind != "waypoint"]
        self._same = {code: place for place in named for code in (place.geonames, place.unlocode) if code}
        for place in named:
            _file(self._exact, place.id, (place.id, place.name, place.unlocode))
            inside = re.findall(r"\(([^()]*)\)", place.name)
            _file(self._loose, place.id, (_BRACKETS.sub("", place.name), *inside))

    def __getitem__(self, place_id: str) -> Place:
        if place_id not in self._places and self._world is not None and (place := self._world.get(place_id)):
            return place
        return self._places[place_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def lookup(
        self,
        name: str,
        *,
        near: Place | None = None,
        countries: Collection[str] = (),
        mode: Mode | None = None,
    ) -> Place:
        """
        Return the place of that id, name or UN/LOCODE, or else of that name before or within brackets.

        A country or region may follow the name behind a comma ("Houston, Texas") or precede it ("Oman's Salalah").
        Of several places the one checked by hand is meant, else the largest; what the context tells goes before.

        Parameters
        ----------
        name
            What the place is called.
        near
            A place named together with it, which is likely to lie near.
        countries
            ISO 3166-1 alpha-3 codes of countries that are spoken of.
        mode
            How one goes there: at sea ports are preferred.

        Raises
        ------
        UnknownNameError
            When no place is called so, or several checked by hand are; `near` holds the names to choose from.

        Examples
        --------
        >>> gazetteer().lookup("nhava sheva").unlocode
        'INNSA'
        >>> gazetteer().lookup("Hyderabad, Pakistan").country
        'PAK'
        """
        if name in self._places:
            return self._places[name]
        found = self.candidates(name)
        if near is None and not countries and (rivals := _rivals(found, mode)):
            raise UnknownNameError("place", name, [c.place.name for c in rivals])
        chain = [[Candidate(near)], found] if near is not None else [found]
        return best_chain(chain, mode=mode, countries=countries)[-1].place

    def resolve(
        self, names: Sequence[str | Place], *, mode: Mode | None = None, countries: Collection[str] = ()
    ) -> tuple[Place, ...]:
        """
        Return the places that names along one way mean together.

        Parameters
        ----------
        names
            Names as for `lookup`, or places, in the order in which one passes them.
        mode, countries
            As for `lookup`.

        Raises
        ------
        UnknownNameError
            When a name is unknown, or the only one and that of several places checked by hand.

        Examples
        --------
        >>> [place.country for place in gazetteer().resolve(["Tripoli", "Beirut"])]
        ['LBN', 'LBN']
        """
        if all(isinstance(name, Place) for name in names):
            return tuple(name for name in names if isinstance(name, Place))
        if len(names) == 1 and isinstance(names[0], str):
            return (self.lookup(names[0], mode=mode, countries=countries),)
        options = [
            [Candidate(name)] if isinstance(name, Place)
            else [Candidate(self._places[name])] if name in self._places
            else self.candidates(name)
            for name in names
        ]  # fmt: skip
        return tuple(candidate.place for candidate in best_chain(options, mode=mode, countries=countries))

    def candidates(self, name: str) -> list[Candidate]:
        """
        Return every place a name may mean.

        Raises
        ------
        UnknownNameError
            When no place is called so.
        """
        for bare, hint in _readings(name):
            found = self.bearers(bare)
            if hint and found:
                found = self._within(found, hint)
            if found:
                return found
        raise UnknownNameError("place", name, self.near(name))

    def extended(self, places: Iterable[Place], *, name: str = "places.csv") -> Gazetteer:
        """
        Return a gazetteer with these places besides; `name` is the table they come from, for messages.

        Raises
        ------
        DataError
            When ids are taken already, with one sentence for each.
        """
        added = tuple(places)
        if taken := [place.id for place in added if place.id in self._places]:
            raise DataError([f"{name}: {key!r} is the id of another place already; choose another id" for key in taken])
        return Gazetteer([*self._places.values(), *added], world=self._world)

    def near(self, query: str) -> tuple[str, ...]:
        """Return the names most like the query, best first, at most three."""
        own = (place.name for place in self._places.values() if place.kind != "waypoint")
        found = nearest(query, own)
        if self._world is not None and (others := self._world.near(query)):
            found = nearest(query, dict.fromkeys((*found, *others)))
        return found[:_SUGGESTED]

    def bearers(self, name: str) -> list[Candidate]:
        """
        Return the places of exactly this name, without those of the world that are one checked by hand.

        A place checked by hand whose name holds more in brackets, such as "Hyderabad (Pakistan)", has namesakes; it
        weighs as much as the same place of the world does.
        """
        key = lookup_key(name)
        hand = [self._places[place_id] for place_id in self._exact.get(key) or self._loose.get(key, ())]
        twins: dict[str, int] = {}
        found: list[Candidate] = []
        for entry in () if self._world is None else self._world.named(name):
            twin = min(hand, key=lambda place: _apart(place, entry.place), default=None)
            if twin is None or _apart(twin, entry.place) > _SAME_KM:
                same = self._same.get(entry.place.geonames) or self._same.get(entry.place.unlocode)
                found.append(_candidate(entry, same))
            elif key in self._exact or lookup_key(_BRACKETS.sub("", twin.name)) == key:
                twins[twin.id] = max(entry.population, twins.get(twin.id, 0))
            else:  # a terminal whose name holds that of the town in brackets
                hand.remove(twin)
                found.append(_candidate(entry, None))
        return found + [
            Candidate(place, twins.get(place.id, 0), hand=key in self._exact or place.id not in twins, table=True)
            for place in hand
        ]

    def _within(self, found: list[Candidate], hint: str) -> list[Candidate]:
        """Keep the places in the country or region that a hint names."""
        if self._world is None:
            return []
        country = self._world.countries.get(letter_key(hint))
        regions = self._world.regions(hint)
        return [c for c in found if (country and c.place.country == country.code) or c.region in regions]


def _candidate(entry: Entry, same: Place | None) -> Candidate:
    """Make a candidate of a place of the world, or of the same place in the table that bears another name there."""
    table = same is not None
    return Candidate(same or entry.place, entry.population, entry.own, region=entry.region_code, table=table)


def _apart(checked: Place, other: Place) -> float:
    """Return how far places lie apart in km, so that of two towns at a border each finds its own country's."""
    return distance_km(checked.lonlat, other.lonlat) + (_SAME_KM / 2 if checked.country != other.country else 0.0)


def _rivals(found: Sequence[Candidate], mode: Mode | None) -> list[Candidate]:
    """Return the places checked by hand that are nearly as likely as the likeliest of them, if it has such rivals."""
    weights = {c: c.weight(mode, ()) for c in found}
    most = max(weights.values())
    rivals = [c for c, weight in weights.items() if c.table and weight > most - _CLEAR]
    return rivals if len(rivals) > 1 else []


def _readings(name: str) -> Iterator[tuple[str, str]]:
    """Yield a name as written, then without a country, region or word for a port beside it."""
    yield name, ""
    for pattern in _HINTED:
        if match := pattern.fullmatch(name.strip()):
            yield match["name"], match["hint"]
    if match := _PORT_OF.fullmatch(name.strip()):
        yield match["before"] or match["after"], ""


def _file(keys: dict[str, tuple[str, ...]], place_id: str, texts: Iterable[str]) -> None:
    """Add a place under each text it answers to."""
    for key in sorted({lookup_key(text) for text in texts} - {""}):
        keys[key] = (*keys.get(key, ()), place_id)


def _number(row: Mapping[str, str], column: str, limit: float, where: str, problems: list[str]) -> float:
    try:
        value = float(row[column])
    except ValueError:
        value = math.nan
    if not abs(value) <= limit:
        problems.append(f"{where}: {column}: {row[column]!r} is not accepted; degrees from -{limit:g} to {limit:g}")
        return 0.0
    return value


def _check_texts(row: Mapping[str, str], where: str, problems: list[str]) -> None:
    for column in ("id", "name", "kind", "source"):
        if not row[column].strip():
            problems.append(f"{where}: {column}: is empty; a text is required")
    for column, text in row.items():
        if text != text.strip():
            problems.append(f"{where}: {column}: {text!r} has blanks at its ends; write it without")
    shapes = (
        ("id", SLUG, "a slug of a-z, 0-9 and single dashes"),
        ("country", ALPHA3, "an ISO 3166-1 alpha-3 code, or nothing at sea"),
        ("unlocode", _UNLOCODE, "a UN/LOCODE of five characters without a space"),
        ("geonames", re.compile(r"[1-9]\d*"), "a GeoNames id, digits only"),
    )
    for column, shape, accepted in shapes:
        if row[column] and not shape.fullmatch(row[column]):
            problems.append(f"{where}: {column}: {row[column]!r} is not accepted; {accepted}")
    if row["kind"] and row["kind"] not in KINDS:
        problems.append(f"{where}: kind: {row['kind']!r} is not accepted; one of {', '.join(KINDS)}")


def read_places(path: Path) -> tuple[Place, ...]:
    """
    Read a table of places.

    Raises
    ------
    DataError
        With every problem of the table, each as ``file: row (id): column: what is wrong, what is accepted``.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError([f"{path.name}: cannot be read: {error}"]) from error
    if not rows or tuple(rows[0]) != COLUMNS:
        raise DataError([f"{path.name}: row 1: the columns must be {','.join(COLUMNS)}"])
    problems: list[str] = []
    places: list[Place] = []
    seen: dict[tuple[str, str], int] = {}
    for number, cells in enumerate(rows[1:], 2):
        if len(cells) != len(COLUMNS):
            problems.append(f"{path.name}: row {number}: has {len(cells)} cells; {len(COLUMNS)} are required")
            continue
        row = dict(zip(COLUMNS, cells, strict=True))
        where = f"{path.name}: row {number} ({row['id']})"
        _check_texts(row, where, problems)
        for column in ("id", "unlocode"):
            first = seen.setdefault((column, row[column]), number)
            if row[column] and first != number:
                problems.append(f"{where}: {column}: {row[column]!r} is used already in row {first}")
        lon = _number(row, "lon", 180.0, where, problems)
        lat = _number(row, "lat", 90.0, where, problems)
        texts = {column: row[column] for column in COLUMNS if column not in ("lon", "lat")}
        places.append(Place(**texts, lon=lon, lat=lat))
    if problems:
        raise DataError(problems)
    return tuple(places)


@lru_cache(maxsize=1)
def _shipped() -> Gazetteer:
    return Gazetteer(read_places(geodata("places.csv")), world=world())


def gazetteer(path: Path | None = None) -> Gazetteer:
    """
    Return the gazetteer of the shipped table and the world, read once, or of another table alone.

    Raises
    ------
    DataError
        When the table breaks its schema, with every problem.
    """
    return _shipped() if path is None else Gazetteer(read_places(path))
