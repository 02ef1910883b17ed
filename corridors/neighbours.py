"""
Which of the places in a text stand near another that may be the other end of a route.

Most places of a text have nothing to do with a corridor. A place may be an end only where another one near by lies on
the same corridor, and by itself that is not enough: the two must be ends of it, or a third place must tell the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from corridors.ends import Ends, Keys

REACH, REACH_VIA = 90, 170
_FARTHEST, _BEHIND = 12, 2
_BITS, _LENGTH_BITS = 64, 20

Bools = NDArray[np.bool_]
Integers = NDArray[np.int64]
Lines = NDArray[np.uint64]


class Neighbours:
    """
    Tells the places of a text that may be an end from those that may not.

    Parameters
    ----------
    ends
        Which corridors lie between which places.
    names
        What each pattern means as a place; nothing for one that is no place.
    """

    def __init__(self, ends: Ends, names: Sequence[Keys | None]) -> None:
        self._ends = ends
        meant = dict.fromkeys(keys for keys in names if keys)
        self._keys = list(meant)
        self._known: dict[tuple[int, ...], bool] = {}
        numbers = {keys: number for number, keys in enumerate(self._keys)}
        self._meaning = np.array([numbers[keys] if keys else 0 for keys in names], dtype=np.int64)
        along = [ends.along(keys) for keys in self._keys]
        corridors = sorted(frozenset().union(*along))
        bits = {corridor: divmod(number, _BITS) for number, corridor in enumerate(corridors)}
        self._lines = np.zeros((len(corridors) // _BITS + 1, len(self._keys)), dtype=np.uint64)
        for meaning, found in enumerate(along):
            for row, bit in map(bits.__getitem__, found):
                self._lines[row, meaning] |= np.uint64(1) << np.uint64(bit)

    def near(self, table: Integers) -> Bools:
        """
        Tell which places have another near by with which they may name a corridor.

        Parameters
        ----------
        table
            A row of pattern, start and end (characters of the folded text) for each place, in any order.

        Returns
        -------
        array of bool
            True for the places of each such two, for those between and right behind them, which may tell the way,
            and for those that overlap one of all these.
        """
        longest_first = (table[:, 1] << _LENGTH_BITS) + table[:, 1] - table[:, 2]
        order = np.argsort(longest_first, kind="stable")
        pattern, start, end = table[order].T
        first, second = self._two(self._meaning[pattern], start, end)
        inside = np.zeros(len(table) + 1, dtype=np.int64)  # +1 where such a stretch begins, -1 behind its end
        np.add.at(inside, first, 1)
        np.add.at(inside, np.minimum(second + 1 + _BEHIND, len(table)), -1)
        chosen = np.cumsum(inside[:-1]) > 0
        apart = np.ones(len(table), dtype=bool)
        apart[1:] = start[1:] >= np.maximum.accumulate(end)[:-1]
        group = np.cumsum(apart) - 1
        kept = np.zeros(len(table), dtype=bool)
        kept[order] = (np.bincount(group, weights=chosen) > 0)[group]
        return kept

    def _two(self, meaning: Integers, start: Integers, end: Integers) -> tuple[Integers, Integers]:
        """Return the numbers of the first and the second of each two places that may name a corridor."""
        lines = [row[meaning] for row in self._lines]
        firsts, seconds = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for step in range(1, min(_FARTHEST, len(meaning))):
            near = start[step:] - end[:-step] <= REACH_VIA
            if not near.any():
                break
            near &= meaning[step:] != meaning[:-step]
            near &= _any(line[step:] & line[:-step] for line in lines)
            firsts.append(np.flatnonzero(near))
            seconds.append(firsts[-1] + step)
        first, second = np.concatenate(firsts), np.concatenate(seconds)
        told = self._run(meaning[first], meaning[second])
        open_ = np.flatnonzero(~told)
        told[open_] = self._with_third(first[open_], second[open_], meaning, start, end, lines)
        return first[told], second[told]

    def _with_third(
        self, first: Integers, second: Integers, meaning: Integers, start: Integers, end: Integers, lines: list[Lines]
    ) -> Bools:
        """Tell which two places have a third between or behind them by which a corridor runs from one to the other."""
        shared = [line[first] & line[second] for line in lines]
        found = np.zeros(len(first), dtype=bool)
        last = len(meaning) - 1
        for step in range(1, min(2 * _FARTHEST, last - int(first.min()) + 1)) if len(first) else ():
            third = np.minimum(first + step, last)
            near = start[third] - end[second] <= REACH_VIA
            if not near.any():
                break
            there = near & (third != second) & ~found
            there &= (meaning[third] != meaning[first]) & (meaning[third] != meaning[second])
            there &= _any(line[third] & both for line, both in zip(lines, shared, strict=True))
            some = np.flatnonzero(there)
            found[some] = self._run(meaning[first[some]], meaning[second[some]], meaning[third[some]])
        return found

    def _run(self, *meanings: Integers) -> Bools:
        """Tell between which places, the first two, a corridor runs, by way of the third if there is one."""
        return np.array([self._runs(key) for key in zip(*(m.tolist() for m in meanings), strict=True)], dtype=bool)

    def _runs(self, key: tuple[int, ...]) -> bool:
        if key not in self._known:
            one, other, *via = (self._keys[meaning] for meaning in key)
            self._known[key] = bool(self._ends.between(one, other, via))
        return self._known[key]


def _any(parts: Iterable[Lines]) -> Bools:
    """Tell where one of the arrays is not zero."""
    found: Bools = np.bitwise_or.reduce(list(parts)) != 0
    return found
