"""
Lengths of the shipped corridors, measured on their drawn lines when the data was built.

Drawing the whole catalogue takes some fifteen seconds; a list of it needs the lengths only. They are kept with a digest
of what a branch is drawn from, so that a branch that was edited since, or a user's own, is drawn again.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from corridors._data import geodata
from corridors._errors import DataError
from corridors.model import Branch, Corridor, Place

COLUMNS = ("corridor", "branch", "digest", "length_km")
_DIGITS = 12


def kept_lengths(corridor: Corridor, places: Mapping[str, Place]) -> dict[str, float] | None:
    """
    Return the length of each branch of a corridor in kilometres, None where one must be measured first.

    Parameters
    ----------
    corridor
        Shipped or not.
    places
        Places by id, those of the corridor's legs among them.

    Raises
    ------
    DataError
        When the file of lengths is broken.
    """
    known = _lengths(geodata("lengths.csv"))
    found = {branch.id: known.get((corridor.id, branch.id, digest(branch, places))) for branch in corridor.branches}
    return None if None in found.values() else {key: length for key, length in found.items() if length is not None}


def digest(branch: Branch, places: Mapping[str, Place]) -> str:
    """Return twelve hexadecimal digits that change with whatever a branch is drawn from."""
    parts = [
        (
            str(leg.mode), str(leg.status), leg.gauge_mm, bool(leg.variant), leg.passages, leg.avoid,
            [(key, places[key].kind, places[key].lon, places[key].lat) for key in (leg.start, *leg.via, leg.end)],
        )
        for leg in branch.legs
    ]  # fmt: skip
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:_DIGITS]


@lru_cache(maxsize=1)
def _lengths(path: Path) -> dict[tuple[str, str, str], float]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [tuple(row[column] for column in COLUMNS) for row in csv.DictReader(file)]
        return {(corridor, branch, made_of): float(length) for corridor, branch, made_of, length in rows}
    except (OSError, KeyError, ValueError) as error:
        raise DataError([f"{path}: {error}; make it anew with geodata/build/lengths.py"]) from error
