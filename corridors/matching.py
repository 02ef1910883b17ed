"""Many patterns looked up at once in a folded text, and which of the hits are words of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import ahocorasick_rs
import numpy as np
from numpy.typing import NDArray

from corridors.fold import Folded
from corridors.scripts import is_bounded


class Hit(NamedTuple):
    """A pattern in a text: its number, its place in the folded text and in the text as read."""

    number: int
    at: int
    to: int
    start: int
    end: int


class Matcher:
    """
    Finds patterns in folded texts.

    Parameters
    ----------
    patterns
        Folded patterns; their numbers are their places in this sequence.
    weak
        For each pattern, true if a hit counts only near another weak one or a companion; see `near`.
    near
        How many characters may lie between a weak hit and its company.
    companions
        For each pattern, true if its hits, though they count by themselves, are company for weak ones too.
    """

    def __init__(
        self, patterns: Sequence[str], weak: Sequence[bool], *, near: int, companions: Sequence[bool] = ()
    ) -> None:
        self._weak = np.array(weak, dtype=bool)
        self._company = self._weak | np.array(companions, dtype=bool) if companions else self._weak
        self._near = near
        self._open_ended = np.array([pattern.endswith("*") for pattern in patterns], dtype=bool)
        self._automaton = ahocorasick_rs.BytesAhoCorasick(
            [pattern.removesuffix("*").encode() for pattern in patterns],
            implementation=ahocorasick_rs.Implementation.DFA,
        )

    def hits(self, folded: Folded) -> list[Hit]:
        """Return the hits that stand between words, in the order in which they end."""
        raw = folded.text.encode()
        found = self._automaton.find_matches_as_indexes(raw, overlapping=True)
        if not found:
            return []
        table = np.array(found, dtype=np.int64)
        plain = len(raw) == len(folded.text)
        if plain:
            table = table[_between_words(raw, table, self._open_ended[table[:, 0]])]
        table = table[self._in_company(table)]
        if not plain and len(table):
            inside = np.flatnonzero(
                (np.frombuffer(raw, dtype=np.uint8) & 0xC0) == 0x80
            )  # bytes that begin no character
            table[:, 1:] -= np.searchsorted(inside, table[:, 1:])
        starts, ends = folded.origins(table[:, 1]), folded.origins(table[:, 2] - 1) + 1
        made = []
        text = folded.text
        for (number, at, to), start, last in zip(table.tolist(), starts.tolist(), ends.tolist(), strict=True):
            if self._open_ended[number]:
                while to < len(text) and text[to].isalnum():
                    to += 1
                last = folded.origin(to - 1) + 1
            end = folded.with_marks(last)
            if is_bounded(folded.source, start, end):
                made.append(Hit(number, at, to, start, end))
        return made

    def _in_company(self, table: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Tell which hits are strong, or weak with company close by."""
        keep = ~self._weak[table[:, 0]]
        places = np.flatnonzero(self._company[table[:, 0]])
        if len(places) > 1:
            order = places[np.argsort(table[places, 1], kind="stable")]
            close = table[order[1:], 1] - table[order[:-1], 2] <= self._near
            keep[order[1:]] |= close
            keep[order[:-1]] |= close
        return keep


def _between_words(raw: bytes, table: NDArray[np.int64], open_ended: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell which hits in plain ASCII have no letter or digit beside them; a rough sieve before the careful look."""
    codes = np.frombuffer(raw, dtype=np.uint8)
    before, after = table[:, 1] - 1, table[:, 2]
    joined = (before >= 0) & _is_letter(codes[before])
    joined |= (after < len(codes)) & _is_letter(codes[np.minimum(after, len(codes) - 1)]) & ~open_ended
    return ~joined


def _is_letter(codes: NDArray[np.uint8]) -> NDArray[np.bool_]:
    return ((codes >= ord("a")) & (codes <= ord("z"))) | ((codes >= ord("0")) & (codes <= ord("9")))
