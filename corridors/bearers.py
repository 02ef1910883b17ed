"""
Ways of transport that bear the name of a corridor of the catalogue and stand in no catalogue.

They are kept in `geodata/namesakes.toml` as names and the words that speak for them. The reader weighs them beside the
corridors of that name; where one of them is meant, the corridor is not.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache

from corridors._data import geodata
from corridors._errors import DataError
from corridors.fold import fold_name
from corridors.model import Corridor, Kind, Name

_MARK = "~"
_LAST = 10_000
_KEYS = {"id", "about", "names", "cues", "countries", "source", "against"}
_NEEDED = {"id", "about", "names", "cues"}


def is_bearer(key: str) -> bool:
    """Tell whether an id is that of a namesake rather than of a corridor of the catalogue."""
    return key.startswith(_MARK)


def bearers(catalogue: Mapping[str, Corridor]) -> dict[str, Corridor]:
    """
    Return the namesakes of a catalogue's corridors, each with the names that it shares with them.

    Parameters
    ----------
    catalogue
        Corridors by id.

    Raises
    ------
    DataError
        When the file is no TOML or an entry lacks something.
    """
    known = {fold_name(name.text) for corridor in catalogue.values() for name in corridor.names}
    found = {}
    for key, corridor in _listed().items():
        names = tuple(name for name in corridor.names if fold_name(name.text) in known)
        if names:
            found[key] = Corridor(
                key, corridor.name, corridor.summary, names, (), parties=corridor.parties, order=_LAST,
                cues=corridor.cues, members=corridor.members,
            )  # fmt: skip
    return found


def by_name(namesakes: Mapping[str, Corridor]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the ids of namesakes by their folded names and the corridor that they stand against, empty for any."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for key, corridor in namesakes.items():
        for name in corridor.names:
            for rival in corridor.members or ("",):
                place = (fold_name(name.text), rival)
                found[place] = (*found.get(place, ()), key)
    return found


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, Corridor]:
    path = geodata("namesakes.toml")
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("namesakes", [])
    except tomllib.TOMLDecodeError as error:
        raise DataError([f"{path}: {error}"]) from error
    problems, listed = [], {}
    for number, row in enumerate(rows, 1):
        strange, missing = row.keys() - _KEYS, _NEEDED - row.keys()
        if strange or missing:
            problems.append(f"{path}: entry {number} lacks {sorted(missing)} and has unknown keys {sorted(strange)}")
            continue
        key = _MARK + row["id"]
        names = tuple(Name(text, Kind.ALIAS, shared=True) for text in row["names"])
        listed[key] = Corridor(
            key, row["id"], row["about"], names, (), parties=tuple(row.get("countries", ())), cues=tuple(row["cues"]),
            members=tuple(row.get("against", ())),
        )  # fmt: skip
    if problems:
        raise DataError(problems)
    return listed
