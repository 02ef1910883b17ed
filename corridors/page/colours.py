"""
Which colour each corridor has on a map.

The set in `colours.csv` begins with that of Okabe and Ito. Each colour has one value for light ground and one for
dark ground, chosen so that it stands out from land and sea by 3:1 and from the others under the three common kinds of
colour blindness.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corridors.model import Corridor

UNDRAWN = ("#555C61", "#A9ADAE")


@dataclass(frozen=True, slots=True)
class Colour:
    """
    The colour of one corridor as `#RRGGBB` on light and on dark ground.

    `turn` counts how often the set was used up before; corridors of one colour and different turns are told apart by
    marks on their lines.
    """

    light: str
    dark: str
    turn: int = 0


def assign(entries: Iterable[Corridor]) -> dict[str, Colour]:
    """
    Return a colour for each corridor id: the catalogue's where it names one, else the first that is least used.

    No two corridors share one as long as the set lasts. An umbrella, which has no line, is grey.
    """
    entries = list(entries)
    known = {row.colour: row for row in _rows()}
    used: Counter[str] = Counter()
    found = {entry.id: Colour(*UNDRAWN) for entry in entries if not entry.branches}
    drawn = [entry for entry in entries if entry.branches]
    for entry in (entry for entry in drawn if entry.colour):
        own = entry.colour.upper()
        row = known.get(own, _Row(own, own, own))
        found[entry.id] = Colour(row.light, row.dark, used[own])
        used[own] += 1
    for entry in (entry for entry in drawn if not entry.colour):
        row = min(_rows(), key=lambda row: used[row.colour])
        found[entry.id] = Colour(row.light, row.dark, used[row.colour])
        used[row.colour] += 1
    return {entry.id: found[entry.id] for entry in entries}


@dataclass(frozen=True, slots=True)
class _Row:
    colour: str
    light: str
    dark: str


@cache
def _rows() -> tuple[_Row, ...]:
    with files("corridors.page").joinpath("colours.csv").open(encoding="utf-8") as file:
        return tuple(_Row(row["colour"].upper(), row["light"], row["dark"]) for row in csv.DictReader(file))
