"""
Where in a folded text a pattern may begin, told by the first bytes of its words.

Nearly all words of a text begin no pattern. The first letters of every word are looked up in a table of what patterns
begin with, all words of a long stretch at once, and the first eight bytes of those that are left once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint8]
Integers = NDArray[np.int64]
Words = NDArray[np.uint64]

_EIGHT, _FOUR = 8, 4  # bytes that are looked at
_PIECE = 1 << 17
_GAP = 32  # stretches no farther apart are read as one
_BITS = 18
_SPREAD = 0x9E3779B97F4A7C15  # 2^64 over the golden ratio, Knuth's multiplier for hashing
_ANY: Codes = np.arange(0x100, dtype=np.uint8)
_NO_WORD: Codes = np.array([byte for byte in range(0x100) if not chr(byte).isalnum() or byte >= 0x80], dtype=np.uint8)
_MASKS: Words = np.array([(1 << 8 * length) - 1 for length in range(_EIGHT + 1)], dtype=np.uint64)


class Sieve:
    """
    Tells the stretches of a text in which patterns may stand.

    Parameters
    ----------
    patterns
        Folded patterns in ASCII.
    open_ended
        For each pattern, true if letters may follow it.
    """

    def __init__(self, patterns: Sequence[str], *, open_ended: Sequence[bool]) -> None:
        spelt = [(pattern, _lead(pattern), more) for pattern, more in zip(patterns, open_ended, strict=True)]
        self._has_signs = any(lead == len(pattern) for pattern, lead, _ in spelt)
        self._before = max((lead for _, lead, _ in spelt), default=0)
        self._fewest = min([_FOUR, *(len(pattern) - lead for pattern, lead, more in spelt if more)])
        self._first = np.zeros(1 << _BITS, dtype=bool)
        whole: dict[str, int] = {}
        long: dict[str, int] = {}
        starts: dict[str, int] = {}
        for pattern, lead, more in spelt:
            word = pattern[lead:]
            if len(word) >= _EIGHT:
                table, key = long, word[:_EIGHT]
            elif not more and (word.isalnum() or len(word) < self._fewest):
                table, key = whole, _first_word(word)
            else:
                table, key = starts, word[: self._fewest]
            table[key] = max(table.get(key, 0), len(word))
        for word, more in {(pattern[lead : lead + _FOUR], more) for pattern, lead, more in spelt}:
            self._first[_hashed(_continued(word.encode(), _ANY if more else _NO_WORD)) if len(word) > 1 else ...] = True
        self._whole, self._long, self._starts = map(_Beginnings, (whole, long, starts))

    def stretches(self, raw: bytes) -> list[tuple[int, int]]:
        """
        Return start and end, in order, of the stretches in which alone patterns stand between words.

        Parameters
        ----------
        raw
            The folded text, as UTF-8.
        """
        if self._has_signs or not raw:
            return [(0, len(raw))]
        pieces = [self._words(raw, start, min(start + _PIECE, len(raw))) for start in range(0, len(raw), _PIECE)]
        places, length, words = (np.concatenate(parts) for parts in zip(*pieces, strict=True))
        reach = self._whole.reach(words & _MASKS.take(length))
        reach = np.maximum(reach, self._long.reach(words))
        reach = np.maximum(reach, self._starts.reach(words & _MASKS[self._fewest]))
        kept = np.flatnonzero(reach)
        if not len(kept):
            return []
        start = np.maximum(places[kept] - self._before, 0)
        end = np.maximum.accumulate(places[kept] + reach[kept])
        first = np.flatnonzero(np.concatenate(([True], start[1:] > end[:-1] + _GAP)))
        last = np.concatenate((first[1:], [len(end)])) - 1
        return list(zip(start[first].tolist(), end[last].tolist(), strict=True))

    def _words(self, raw: bytes, start: int, end: int) -> tuple[Integers, Integers, Words]:
        """Return place, length and first bytes of the words in a piece of text whose first letters begin a pattern."""
        size = end - start + _EIGHT + 2  # so much further that a word cut off at the end shows its first bytes
        padded = (raw[start - 1 : start] or b" ") + raw[start : start + size].ljust(size + _EIGHT)
        codes = np.frombuffer(padded, dtype=np.uint8, count=size)
        letters = (codes - np.uint8(ord("a")) < 26) | (codes - np.uint8(ord("0")) < 10)
        letters[[0, -1]] = False  # so that each word has two edges
        edges = np.flatnonzero(letters[1:] != letters[:-1])
        count = int(np.searchsorted(edges[0::2], end - start))
        places, ends = edges[0 : 2 * count : 2], edges[1 : 2 * count : 2]
        four = np.ndarray((end - start,), np.dtype("<u4"), padded, 1, (1,)).take(places)
        maybe = np.flatnonzero(self._first.take(_hashed(four)))
        places = places[maybe]
        words = np.ndarray((end - start,), np.dtype("<u8"), padded, 1, (1,))[places]
        return places + start, np.minimum(ends[maybe] - places, _EIGHT), words


class _Beginnings:
    """What patterns begin with, at most eight bytes each, and the length of the longest that begins so."""

    def __init__(self, lengths: dict[str, int]) -> None:
        keys = _packed(lengths)
        order = np.argsort(keys)
        self._keys: Words = np.concatenate((keys[order], _MASKS[-1:]))
        self._lengths = np.concatenate((np.array(list(lengths.values()), dtype=np.int64)[order], [0]))
        self._hashes = np.zeros(1 << _BITS, dtype=bool)
        self._hashes[_hashed(keys)] = True

    def reach(self, words: Words) -> Integers:
        """Return the length of the longest pattern that begins like each word, 0 where none does."""
        found = np.zeros(len(words), dtype=np.int64)
        maybe = np.flatnonzero(self._hashes.take(_hashed(words)))  # nearly as good, and much faster than the search
        words = words[maybe]
        at = np.searchsorted(self._keys, words)
        found[maybe] = np.where(self._keys[at] == words, self._lengths[at], 0)
        return found


def _packed(words: Iterable[str]) -> Words:
    """Return words of at most eight bytes as numbers, as they are read from a text."""
    return np.frombuffer(b"".join(word.encode().ljust(_EIGHT, b"\0") for word in words), dtype="<u8")


def _lead(text: str) -> int:
    """Return how many signs stand before the first word."""
    return next((at for at, sign in enumerate(text) if sign.isalnum()), len(text))


def _first_word(text: str) -> str:
    return text[: next((at for at, sign in enumerate(text) if not sign.isalnum()), len(text))]


def _continued(word: bytes, endings: Codes) -> NDArray[np.uint32]:
    """Return all that the first four bytes can be where a word stands, with one of `endings` right behind it."""
    kept = np.frombuffer(word[:_FOUR].ljust(_FOUR, b"\0"), dtype="<u4")
    for at in range(len(word), _FOUR):
        kept = (kept[:, None] | ((endings if at == len(word) else _ANY).astype(np.uint32) << np.uint32(8 * at))).ravel()
    return kept


def _hashed(words: NDArray[Any]) -> NDArray[Any]:
    """Return numbers of `_BITS` bits that are far apart for words that are near to each other."""
    kind = words.dtype.type
    bits = 8 * words.dtype.itemsize
    found: NDArray[Any] = (words * kind(_SPREAD >> (64 - bits))) >> kind(bits - _BITS)
    return found
