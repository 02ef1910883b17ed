"""Places in a folded text, and two of them that name a route."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from corridors.ends import Keys
from corridors.model import Mode


class PlaceHit(NamedTuple):
    """A place name in the folded text and what it means."""

    start: int
    end: int
    keys: Keys


@dataclass(frozen=True, slots=True)
class PairHit:
    """
    Two places that name a route, as a stretch of the folded text.

    `named` is true for a pair with a noun such as "route" ("Chennai-Vladivostok route"), which is a name; otherwise
    it is a description by the ends. `sure` is false where only the context can tell that a route is meant.
    """

    start: int
    end: int
    origin: Keys
    destination: Keys
    named: bool
    sure: bool
    mode: Mode | None = None
    behind_name: bool = False
