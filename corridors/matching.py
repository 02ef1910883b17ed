"""Many patterns looked up at once in a folded text, and which of the hits are words of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

import ahocorasick_rs
import numpy as np
from numpy.typing import NDArray

from corridors.fold import Folded
from corridors.scripts import has_no_spaces, is_bounded
from corridors.sieve import Sieve

Bools = NDArray[np.bool_]
Integers = NDArray[np.int64]

_SHORT = 3
_SIEVED = 6_000  # bytes; a shorter text is read as fast whole
_APART = frozenset(" \n\t.,;:!?()[]\"'“”’/-–—")  # beside a word, these leave no doubt that it ends there


class Hit(NamedTuple):
    """A pattern in a text: its number, its place in the folded text and in the text as read."""

    number: int
    at: int
    to: int
    start: int
    end: int


class Found(NamedTuple):
    """What a matcher finds in a text: the hits, and number, start and end in the folded text of each cue."""

    hits: list[Hit]
    cues: list[tuple[int, int, int]]


class Matcher:
    """
    Finds patterns in folded texts.

    Patterns of ASCII are looked for only where a word begins like one of them, others around what is beyond ASCII.

    Parameters
    ----------
    patterns
        Folded patterns; their numbers are their places in this sequence. One that ends in ``*`` stands for every word
        that begins so.
    weak
        For each pattern, true if a hit counts only where `near` says so. Short weak ones count only behind white space,
        so that they are not looked at inside every word, but for those of scripts without spaces.
    companions
        For each pattern, true if its hits, though they count by themselves, are company for weak ones too.
    near
        Tells which hits have the company that weak ones need; it is given a row of pattern, start and end in the folded
        text for each weak hit and companion.
    cues
        Words that are looked for in the same passage over the text, found wherever a space stands before them.
    """

    def __init__(
        self,
        patterns: Sequence[str],
        *,
        weak: Sequence[bool] = (),
        companions: Sequence[bool] = (),
        near: Callable[[Integers], Bools] | None = None,
        cues: Sequence[str] = (),
    ) -> None:
        weak = weak or [False] * len(patterns)
        self._weak = np.array(weak, dtype=bool)
        self._company = self._weak | np.array(companions, dtype=bool) if companions else self._weak
        self._near = near
        self._open_ended = np.array([pattern.endswith("*") for pattern in patterns], dtype=bool)
        self._led = np.array(
            [
                alone and len(pattern) <= _SHORT and not has_no_spaces(pattern[0])
                for pattern, alone in zip(patterns, weak, strict=True)
            ],
            dtype=np.int64,
        )
        spelt = [" " * int(led) + pattern.removesuffix("*") for pattern, led in zip(patterns, self._led, strict=True)]
        self._first_cue = len(spelt)
        spelt += [f" {cue}" for cue in cues]
        self._led = np.concatenate((self._led, np.ones(len(cues), dtype=np.int64)))
        self._longest = max((len(pattern.encode()) for pattern in spelt), default=0)
        endless = [*self._open_ended.tolist(), *[True] * len(cues)]
        ascii_only = [number for number, pattern in enumerate(spelt) if pattern.isascii()]
        self._sieve = Sieve([spelt[n] for n in ascii_only], open_ended=[endless[n] for n in ascii_only])
        self._automata = []
        for plain in (True, False):
            numbers = [number for number, pattern in enumerate(spelt) if pattern.isascii() is plain]
            if numbers:
                automaton = ahocorasick_rs.BytesAhoCorasick(
                    [spelt[number].encode() for number in numbers],
                    implementation=ahocorasick_rs.Implementation.ContiguousNFA,  # what it reads is little
                )
                self._automata.append((plain, automaton, np.array(numbers, dtype=np.int64)))

    def hits(self, folded: Folded) -> list[Hit]:
        """Return the hits that stand between words, in the order in which they end."""
        return self.look(folded).hits

    def look(self, folded: Folded) -> Found:
        """Return the hits that stand between words, and the cues behind a space, in the order in which they end."""
        raw = folded.text.encode()
        plain = len(raw) == len(folded.text)
        table = self._found(raw, plain=plain)
        is_cue = table[:, 0] >= self._first_cue
        cues, table = table[is_cue], table[~is_cue]
        cues[:, 0] -= self._first_cue
        table = table[_between_words(raw, table, self._open_ended[table[:, 0]])]
        if not plain and len(table) + len(cues):
            inside = _begin_none(raw)
            for rows in (table, cues):
                rows[:, 1:] -= np.searchsorted(inside, rows[:, 1:])
        table = table[self._counting(table)]
        hits = list(self._bounded(folded, table)) if len(table) else []
        return Found(hits, [(number, at, to) for number, at, to in cues.tolist()])

    def _found(self, raw: bytes, *, plain: bool) -> Integers:
        """Return a row of pattern, start and end for each hit, in the order in which they end."""
        tables = [np.zeros((0, 3), dtype=np.int64)]
        for ascii_only, automaton, numbers in self._automata:
            if ascii_only:
                stretches = self._sieve.stretches(raw) if len(raw) > _SIEVED else [(0, len(raw))]
            else:
                stretches = [] if plain else _beyond_ascii(raw, self._longest)
            table = _read(automaton, raw, stretches)
            table[:, 0] = numbers[table[:, 0]]
            table[:, 1] += self._led[table[:, 0]]
            tables.append(table)
        table = np.concatenate(tables)
        return table[np.argsort(table[:, 2], kind="stable")] if len(tables) > 2 else table

    def _bounded(self, folded: Folded, table: Integers) -> Iterator[Hit]:
        """Yield the hits that stand between words in the text as read."""
        text, source = folded.text, folded.source
        sieved = source.isascii()  # the sieve before has seen all that may stand beside a word then
        starts, ends = folded.origins(table[:, 1]), folded.origins(table[:, 2] - 1) + 1
        open_ended = self._open_ended[table[:, 0]]
        rows = zip(*table.T.tolist(), starts.tolist(), ends.tolist(), open_ended.tolist(), strict=True)
        for number, at, to, start, last, more in rows:
            if sieved and not more:
                yield Hit(number, at, to, start, last)
                continue
            if more:
                while to < len(text) and text[to].isalnum():
                    to += 1
                last = folded.origin(to - 1) + 1
            before, behind = source[start - 1 : start], source[last : last + 1]
            if before in _APART and behind in _APART:  # most that are words
                yield Hit(number, at, to, start, last)
                continue
            if _runs_on(before, source[start]) or _runs_on(behind, source[last - 1]):  # most that are none
                continue
            end = folded.with_marks(last)
            if is_bounded(source, start, end):
                yield Hit(number, at, to, start, end)

    def _counting(self, table: Integers) -> Bools:
        """Tell which hits are strong, or weak with company close by."""
        keep = ~self._weak[table[:, 0]]
        places = np.flatnonzero(self._company[table[:, 0]])
        if len(places):
            keep[places] |= self._near(table[places]) if self._near else True
        return keep


def _read(automaton: Any, raw: bytes, stretches: Sequence[tuple[int, int]]) -> Integers:
    """Look for patterns in some stretches of a text at once; none crosses the line feeds put between them."""
    if not stretches:
        return np.zeros((0, 3), dtype=np.int64)
    joined = b"\n".join([raw[start:end] for start, end in stretches])
    found = automaton.find_matches_as_indexes(joined, overlapping=True)
    table = np.fromiter(chain.from_iterable(found), np.int64, 3 * len(found)).reshape(-1, 3)
    starts, ends = np.array(stretches, dtype=np.int64).T
    begins = np.concatenate(([0], np.cumsum(ends - starts + 1)[:-1]))  # of each stretch, in what was read
    table[:, 1:] += (starts - begins)[np.searchsorted(begins, table[:, 1], side="right") - 1, None]
    return table


def _between_words(raw: bytes, table: Integers, open_ended: Bools) -> Bools:
    """Tell which hits have no letter or digit of ASCII beside one of their own; a sieve before the careful look."""
    codes = np.frombuffer(raw, dtype=np.uint8)
    start, end = table[:, 1], table[:, 2]
    joined = (start > 0) & _is_letter(codes[start - 1]) & (codes[start] < 0x80)
    following = _is_letter(codes[np.minimum(end, len(codes) - 1)]) & (end < len(codes))
    joined |= following & (codes[end - 1] < 0x80) & ~open_ended
    return ~joined


def _is_letter(codes: NDArray[np.uint8]) -> Bools:
    return (codes - np.uint8(ord("a")) < 26) | (codes - np.uint8(ord("0")) < 10)


def _begin_none(raw: bytes) -> Integers:
    """Return the places of the bytes that begin no character."""
    return np.flatnonzero((np.frombuffer(raw, dtype=np.uint8) & 0xC0) == 0x80)


def _beyond_ascii(raw: bytes, longest: int) -> list[tuple[int, int]]:
    """Return start and end of the stretches in which something beyond ASCII of so many bytes may stand."""
    places = np.flatnonzero(np.frombuffer(raw, dtype=np.uint8) >= 0x80)
    cuts = np.flatnonzero(np.diff(places) > 2 * longest)
    starts = np.maximum(places[np.concatenate(([0], cuts + 1))] - longest, 0)
    ends = places[np.concatenate((cuts, [len(places) - 1]))] + longest
    return list(zip(starts.tolist(), np.minimum(ends, len(raw)).tolist(), strict=True))


def _runs_on(beside: str, edge: str) -> bool:
    """Tell whether two characters of ASCII, the first maybe missing, leave no doubt that they join."""
    return beside.isalnum() and beside.isascii() and edge.isascii()
