"""Stretches of a text, asked what stands in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable


class Taken:
    """
    Stretches of a text, for asking whether a place lies in one.

    Parameters
    ----------
    spans
        The stretches, which may overlap.
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, place: int) -> bool:
        """Tell whether a place lies in one of the stretches."""
        return self.touches(place, place + 1)

    def start(self, place: int) -> int:
        """Return where the stretch begins that a place lies in, -1 if it lies in none."""
        before = bisect_left(self._starts, place + 1) - 1
        return self._starts[before] if before >= 0 and place < self._ends[before] else -1

    def touches(self, start: int, end: int) -> bool:
        """Tell whether a stretch has characters in common with one of the stretches."""
        before = bisect_left(self._starts, end) - 1
        return before >= 0 and start < self._ends[before]
