"""The catalogue of corridors: one TOML file each, all of them checked before any is used."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from corridors._corridorfile import read_corridor
from corridors._data import geodata
from corridors._errors import DataError, UnknownNameError
from corridors._validate import lookup_key, nearest
from corridors.gazetteer import Gazetteer, gazetteer, read_places
from corridors.model import Corridor, Name


class Catalogue(Mapping[str, Corridor]):
    """
    Corridors by id, in the order of their `order` and then of their id.

    Parameters
    ----------
    corridors
        The corridors; ids must differ.
    places
        The places their legs run through, by default the package's.

    Examples
    --------
    >>> list(catalogue())[:2]
    ['instc', 'chennai-vladivostok']
    """

    def __init__(self, corridors: Iterable[Corridor], *, places: Gazetteer | None = None) -> None:
        self.places = gazetteer() if places is None else places
        ordered = sorted(corridors, key=lambda corridor: (corridor.order, corridor.id))
        self._corridors = {corridor.id: corridor for corridor in ordered}
        self._keys: dict[str, dict[str, None]] = {}
        self._words: dict[tuple[str, ...], set[str]] = {}
        for corridor in ordered:
            for text in (corridor.id, *(name.text for name in corridor.names)):
                self._keys.setdefault(lookup_key(text), {})[corridor.id] = None
                self._words.setdefault(_words(text), set()).add(corridor.id)

    def __getitem__(self, corridor_id: str) -> Corridor:
        return self._corridors[corridor_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._corridors)

    def __len__(self) -> int:
        return len(self._corridors)

    def lookup(self, query: str) -> Corridor:
        """
        Return the corridor of that id, name, alias or abbreviation.

        Case, accents, spaces, dashes, dots and the order of the words do not matter.

        Raises
        ------
        UnknownNameError
            When no corridor is called so, or several are; `near` holds the nearest names, or the ids to choose from.

        Examples
        --------
        >>> catalogue().lookup("north south itc").id
        'instc'
        """
        key = lookup_key(query)
        found = list(self._keys.get(key, ())) if key else []
        found = found or sorted(self._words.get(_words(query), ()))
        if len(found) > 1:
            raise UnknownNameError("single corridor", query, found)
        if not found:
            raise UnknownNameError("corridor", query, self.near(query))
        return self._corridors[found[0]]

    def near(self, query: str) -> tuple[str, ...]:
        """Return the ids and names most like the query, best first, at most three."""
        texts = [*self._corridors, *(n.text for c in self._corridors.values() for n in c.names)]
        return nearest(query, texts)


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text in alphabetical order, without "the"."""
    words = (lookup_key(word) for word in re.split(r"[\s\-\u2010-\u2015\u2212/_]+", text))
    return tuple(sorted(word for word in words if word and word != "the"))


def _check_clashes(read: Sequence[tuple[Path, Corridor]]) -> list[str]:
    """Report ids used twice, members that are none, and names that serve twice without saying so."""
    problems: list[str] = []
    ids: dict[str, Path] = {}
    names: dict[str, tuple[Path, Name]] = {}
    known = {corridor.id for _, corridor in read}
    for path, corridor in read:
        first = ids.setdefault(corridor.id or path.name, path)
        if first is not path:
            problems.append(f"{path.name}: id: {corridor.id!r} is used already by {first}")
            continue
        for number, name in enumerate(corridor.names, 1):
            key = lookup_key(name.text)
            if key in names:
                at, other = names[key]
                if at != path and name.shared and other.shared:
                    continue
                problems.append(
                    f"{path.name}: names[{number}].text: {name.text!r} reads like {other.text!r} in {at.name}; "
                    "a name belongs to one corridor, once, unless every bearer says shared = true"
                )
            else:
                names[key] = (path, name)
        problems += [
            f"{path.name}: members: {member!r} is no corridor of the catalogue; add its file or delete it"
            for member in corridor.members
            if member not in known
        ]
    return problems


def _read(folders: Sequence[Path], places: Collection[str]) -> tuple[list[Corridor], list[str]]:
    """Read every file of the folders, in order of name; return what could be read and every problem."""
    read: list[tuple[Path, Corridor]] = []
    problems: list[str] = []
    for folder in folders:
        if not folder.is_dir():
            problems.append(f"{folder}: is not a folder of corridor files")
            continue
        for path in sorted(folder.glob("*.toml")):
            corridor, found = read_corridor(path, places)
            problems += found
            if corridor is not None:
                read.append((path, corridor))
    return [corridor for _, corridor in read], problems + _check_clashes(read)


def validate(folders: Path | Sequence[Path], places: Collection[str]) -> list[str]:
    """
    Check every corridor file of a folder, or of folders that make one catalogue.

    Parameters
    ----------
    folders
        What holds the TOML files.
    places
        The place ids they may name, for example a `Gazetteer`.

    Returns
    -------
    list of str
        Every problem as ``file: key.path: what is wrong, what is accepted``; empty when all is well.
    """
    return _read([folders] if isinstance(folders, Path) else folders, places)[1]


def _places(folders: Sequence[Path]) -> Gazetteer:
    """Return the package's places and those of the folders' own tables."""
    known = gazetteer()
    for table in (folder / "places.csv" for folder in folders):
        if table.is_file():
            known = known.extended(read_places(table), name=table.name)
    return known


@lru_cache(maxsize=1)
def _shipped() -> Catalogue:
    return _load([geodata("corridors")], gazetteer())


def _load(folders: Sequence[Path], places: Gazetteer) -> Catalogue:
    corridors, problems = _read(folders, places)
    if problems:
        raise DataError(problems)
    return Catalogue(corridors, places=places)


def catalogue(folders: Sequence[str | Path] = (), *, shipped: bool = True) -> Catalogue:
    """
    Return the shipped catalogue, read once, with the corridors of folders of your own.

    Parameters
    ----------
    folders
        Folders of corridor files, which may hold a ``places.csv`` with further places in the columns of the shipped
        table. Ids must be new.
    shipped
        Whether the shipped corridors are among them; the shipped places always are.

    Raises
    ------
    DataError
        When a file breaks the schema, with every problem of every file.
    """
    own = [Path(folder) for folder in folders]
    if not own and shipped:
        return _shipped()
    return _load([*([geodata("corridors")] if shipped else []), *own], _places(own))
