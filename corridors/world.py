"""
The ports and cities of the world by name, from one compact file that is read piece by piece.

`geodata/world.places` is made by `geodata/build/gazetteer.py`. It begins with a line and the length of its header;
header and blocks are deflated text. The header (JSON) holds the countries, names of regions, and where each block
begins. A block of records holds one column after the other, parted by U+001E, in order of id. A block of names holds
lines in order of the alphabet: the key of a name (`letter_key`), a tab and the numbers of the records that bear it;
a key of "=" and five letters is a UN/LOCODE. Opening the file reads the header only.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from corridors._data import geodata
from corridors._errors import DataError
from corridors.letters import letter_key
from corridors.model import Place

MAGIC = b"corridors-world 1\n"
_STEPS_PER_DEGREE = 1_000
_BLOCKS_KEPT = 48
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 4


class Country(NamedTuple):
    """A country; `code` is ISO 3166-1 alpha-3."""

    code: str
    name: str
    capital: str


@dataclass(frozen=True, slots=True)
class Entry:
    """
    A place of the world and what tells it from its namesakes.

    `region` is the state or province where it is known, `own` whether the place was asked for by its main name.
    """

    place: Place
    population: int
    region: str
    region_code: str
    own: bool = True


class World:
    """
    The places of one such file.

    Parameters
    ----------
    path
        The file.

    Raises
    ------
    DataError
        When it is not such a file.
    """

    def __init__(self, path: Path) -> None:
        try:
            data = path.read_bytes()
            if not data.startswith(MAGIC):
                raise ValueError("it does not begin as one")
            start = len(MAGIC) + 4
            end = start + int.from_bytes(data[start - 4 : start], "little")
            header = json.loads(zlib.decompress(data[start:end]))
        except (OSError, ValueError, zlib.error) as error:
            raise DataError([f"{path.name}: is no file of places ({error}); install the package again"]) from error
        self._body = memoryview(data)[end:]
        self._countries = {code: Country(*row) for code, row in header["countries"].items()}
        self._regions: dict[str, str] = header["regions"]
        self._size: int = header["per"]
        self._records: list[tuple[str, int, int]] = header["records"]
        self._names: list[tuple[str, int, int]] = header["names"]
        self._first_ids = [order_of(row[0]) for row in self._records]
        self._first_names = [row[0] for row in self._names]
        self._record_block = lru_cache(maxsize=_BLOCKS_KEPT)(self._read_records)
        self._name_block = lru_cache(maxsize=_BLOCKS_KEPT)(self._read_names)

    def named(self, name: str) -> tuple[Entry, ...]:
        """
        Return the places that bear a name, or a UN/LOCODE, in the order of the file.

        Examples
        --------
        >>> [entry.place.country for entry in world().named("Rotterdam")]
        ['NLD', 'USA']
        """
        key = letter_key(name)
        if not key:
            return ()
        numbers = self._bearers(key) or (self._bearers(f"={key}") if len(key) == 5 and name.isupper() else ())
        return tuple(self._entry(number, key) for number in numbers)

    def get(self, place_id: str) -> Place | None:
        """Return the place with an id such as ``geonames-2911298`` or ``unlocode-aejea``."""
        block = bisect_right(self._first_ids, order_of(place_id)) - 1
        if block < 0:
            return None
        ids = self._record_block(block)[0]
        return self._entry(block * self._size + ids.index(place_id), "").place if place_id in ids else None

    def near(self, query: str, *, limit: int = 3) -> tuple[str, ...]:
        """
        Return the names of places whose spelling is closest to the query, the larger first.

        Looked at are names one letter off, and those with the same first letters.
        """
        key = letter_key(query)
        if len(key) < _SHORTEST:
            return ()
        found = {other for other in _one_off(key) if self._bearers(other)}
        if len(found) < limit:
            import difflib

            alike = [other for other in self._beginning(key[:3]) if abs(len(other) - len(key)) <= 2]
            found.update(difflib.get_close_matches(key, alike, n=limit, cutoff=0.8))
        entries = {e.place.id: e for other in found for e in self.named(other)}
        own = [entry for entry in entries.values() if entry.own]
        ranked = sorted(own or entries.values(), key=lambda e: (-e.population, e.place.id))
        return tuple(dict.fromkeys(entry.place.name for entry in ranked))[:limit]

    @cached_property
    def countries(self) -> dict[str, Country]:
        """The countries by the key of their name."""
        return {letter_key(country.name): country for country in self._countries.values()}

    @cached_property
    def country_names(self) -> dict[str, str]:
        """The names of the countries by their codes, ISO 3166-1 alpha-3."""
        return {country.code: country.name for country in self._countries.values()}

    @cached_property
    def region_keys(self) -> frozenset[str]:
        """The keys of the regions' names."""
        return frozenset(map(letter_key, self._regions.values()))

    def regions(self, hint: str) -> frozenset[str]:
        """Return the regions, as ``alpha-2.code``, that a hint such as ``Texas``, ``TX`` or ``Ontario`` may mean."""
        key = letter_key(hint)
        by_name = (c for c, name in self._regions.items() if len(key) > 3 and letter_key(name).startswith(key))
        by_code = [f"US.{hint.strip()}"] if f"US.{hint.strip()}" in self._regions else []
        return frozenset((*by_name, *by_code))

    def __len__(self) -> int:
        return (len(self._records) - 1) * self._size + len(self._record_block(len(self._records) - 1)[0])

    def entries(self) -> Iterator[Entry]:
        """Yield every place, in order of id."""
        return (self._entry(number, "") for number in range(len(self)))

    def _entry(self, number: int, key: str) -> Entry:
        block, row = divmod(number, self._size)
        ids, names, countries, regions, lons, lats, populations, codes = (c[row] for c in self._record_block(block))
        country = self._countries.get(countries)
        port = bool(codes) and not codes.startswith("-")
        from_geonames = ids.startswith("geonames-")
        place = Place(
            ids, names, "port" if port else "city", country.code if country else "",
            int(lons) / _STEPS_PER_DEGREE, int(lats) / _STEPS_PER_DEGREE,
            unlocode=countries + codes.lstrip("-") if codes else "",
            geonames=ids.removeprefix("geonames-") if from_geonames else "",
            source="GeoNames" if from_geonames else "UN/LOCODE",
        )  # fmt: skip
        region = f"{countries}.{regions}"
        return Entry(
            place, int(populations), self._regions.get(region, ""), region, not key or letter_key(names) == key
        )

    def _bearers(self, key: str) -> list[int]:
        block = bisect_right(self._first_names, key) - 1
        if block < 0:
            return []
        lines = self._name_block(block)
        at = lines.find(f"\n{key}\t")
        if at < 0:
            return []
        start = at + len(key) + 2
        return [int(number) for number in lines[start : lines.index("\n", start)].split(" ")]

    def _beginning(self, letters: str) -> Iterator[str]:
        """Yield the keys that begin with some letters."""
        block = max(0, bisect_right(self._first_names, letters) - 1)
        while block < len(self._names) and self._first_names[block][: len(letters)] <= letters:
            for line in self._name_block(block).split("\n"):
                if line.startswith(letters):
                    yield line.partition("\t")[0]
            block += 1

    def _read_names(self, block: int) -> str:
        return f"\n{self._text(self._names[block])}\n"

    def _read_records(self, block: int) -> list[list[str]]:
        steps, *columns = (column.split("\n") for column in self._text(self._records[block]).split("\x1e"))
        numbers = accumulate(map(int, steps))
        codes, countries = columns[-1], columns[1]
        ids = [
            f"geonames-{number}" if step != "0" else f"unlocode-{(country + code).lower()}"
            for step, number, country, code in zip(steps, numbers, countries, codes, strict=True)
        ]
        return [ids, *columns]

    def _text(self, row: tuple[str, int, int]) -> str:
        return zlib.decompress(self._body[row[1] : row[1] + row[2]]).decode()


def order_of(place_id: str) -> tuple[str, int, str]:
    """Return what places are sorted by: those of GeoNames first, numbers by size."""
    return place_id[:1], len(place_id), place_id


@lru_cache(maxsize=1)
def world() -> World:
    """
    Return the shipped places of the world.

    Raises
    ------
    DataError
        When the file is missing from the installation or damaged.
    """
    return World(geodata("world.places"))


def _one_off(key: str) -> Iterator[str]:
    """Yield the keys that one letter more, less, other or exchanged with its neighbour makes of a key."""
    letters = _LETTERS if key.isascii() else "".join(sorted(set(key)))
    for at in range(len(key) + 1):
        head, tail = key[:at], key[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
