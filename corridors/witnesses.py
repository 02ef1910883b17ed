"""Mentions that are known already and bear witness for those judged later, found by where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator

_LONGEST, _MOST_TOUCHING = 200, 12

Witness = tuple[int, int, str]


class Witnesses:
    """Known mentions of one text: start, end and corridor of each, in order."""

    def __init__(self) -> None:
        self._all: list[Witness] = []
        self._of: dict[str, list[tuple[int, int]]] = {}

    def add(self, start: int, end: int, corridor: str) -> None:
        """Add a mention; one that is known is not added twice."""
        witness = (start, end, corridor)
        at = bisect_left(self._all, witness)
        if at == len(self._all) or self._all[at] != witness:
            self._all.insert(at, witness)
            insort(self._of.setdefault(corridor, []), (start, end))

    def near(self, start: int, end: int) -> Iterator[Witness]:
        """Yield the mentions that touch a stretch of the text, in order."""
        at = bisect_left(self._all, (start - _LONGEST, 0, ""))
        while at < len(self._all) and self._all[at][0] < end:
            if self._all[at][1] > start:
                yield self._all[at]
            at += 1

    def of(self, corridor: str) -> list[tuple[int, int]]:
        """Return the mentions of one corridor, in order."""
        return self._of.get(corridor, [])

    def nearest(self, corridor: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return the mentions of a corridor right before and right behind a stretch that they do not touch."""
        own = self.of(corridor)
        at = bisect_right(own, (start, end))
        before = next((own[n] for n in range(at - 1, max(-1, at - _MOST_TOUCHING), -1) if own[n][1] <= start), None)
        behind = next((own[n] for n in range(at, min(len(own), at + _MOST_TOUCHING)) if own[n][0] >= end), None)
        return [span for span in (before, behind) if span is not None]
