"""
Places by name: the nodes checked by hand that corridors run through.

The table is ``geodata/places.csv``. Places of kind ``waypoint`` are shape points at sea or on a river; they can be
had by id but answer to no name.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from corridors._data import geodata
from corridors._errors import DataError, UnknownNameError
from corridors._validate import ALPHA3, SLUG, lookup_key, nearest
from corridors.model import Place

COLUMNS = ("id", "name", "kind", "country", "lon", "lat", "unlocode", "geonames", "source", "note")
KINDS = (
    "port", "station", "border", "strait", "cape", "city", "junction", "canal", "island", "waypoint",
)  # fmt: skip
_UNLOCODE = re.compile(r"[A-Z]{2}[A-Z2-9]{3}")
_BRACKETS = re.compile(r"\s*\([^()]*\)")


class Gazetteer(Mapping[str, Place]):
    """
    Places by id, with a lookup by name that forgives case, accents, spaces, dashes and dots.

    Parameters
    ----------
    places
        The places; ids must differ.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = {place.id: place for place in places}
        self._exact: dict[str, tuple[str, ...]] = {}
        self._loose: dict[str, tuple[str, ...]] = {}
        for place in self._places.values():
            if place.kind != "waypoint":
                _file(self._exact, place.id, (place.id, place.name, place.unlocode))
                inside = re.findall(r"\(([^()]*)\)", place.name)
                _file(self._loose, place.id, (_BRACKETS.sub("", place.name), *inside))

    def __getitem__(self, place_id: str) -> Place:
        return self._places[place_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def lookup(self, name: str) -> Place:
        """
        Return the place of that id, name or UN/LOCODE, or else of that name before or within brackets.

        Raises
        ------
        UnknownNameError
            When no place is called so, or several are; `near` holds the names to choose from.

        Examples
        --------
        >>> gazetteer().lookup("nhava sheva").unlocode
        'INNSA'
        """
        if name in self._places:
            return self._places[name]
        key = lookup_key(name)
        found = self._exact.get(key) or self._loose.get(key, ())
        if len(found) == 1:
            return self._places[found[0]]
        raise UnknownNameError("place", name, [self._places[i].name for i in found] or self.near(name))

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
        return Gazetteer([*self._places.values(), *added])

    def near(self, query: str) -> tuple[str, ...]:
        """Return the names most like the query, best first, at most three."""
        return nearest(query, (place.name for place in self._places.values() if place.kind != "waypoint"))


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
    return Gazetteer(read_places(geodata("places.csv")))


def gazetteer(path: Path | None = None) -> Gazetteer:
    """
    Return the gazetteer of the shipped table, read once, or of another table.

    Raises
    ------
    DataError
        When the table breaks its schema, with every problem.
    """
    return _shipped() if path is None else Gazetteer(read_places(path))
