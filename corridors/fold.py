"""
Text made comparable, with the way back to the original.

Case, accents, dashes, white space, quotation marks, soft hyphens and ligatures are levelled code point by code
point, so that every character of the folded text knows the character of the original it came from. Lower-casing a
whole string would shift offsets (``İ``, ``ß``, ``ﬃ``), which is why a table does the work.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corridors.letters import MARKS, levelled

Codes = NDArray[Any]
Offsets = NDArray[np.int64]

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
_APOSTROPHE = ord("'")
UNKNOWN = 0x1A  # stands for signs that occur in no name, so that most folded text is ASCII
# Texts are folded in single bytes: ASCII as it is, then classes; `_LETTER` stands for a letter beyond ASCII.
_LETTER = 0x1C
_REMOVED, _BREAK, _CARRIAGE, _LONG, _GONE = 0x80, 0x81, 0x82, 0xFE, 0xFF
_SPACE = 0x20
_PICTURES = (0x1F000, 0x1FAFF)
_CHUNK, _LOOKED_AT, _TORN = 1 << 18, 60, 3
_DOUBLE_QUOTES = '"“”„‟«»〝〞＂「」『』'
_SINGLE_QUOTES = "‘’‚‛ʻʼ＇`´"
_SPACES = "\t \xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_BREAKS = "\n\x0b\x0c\x85\u2028\u2029"
_INVISIBLE = (
    (0xAD, 0xAD), (0x61C, 0x61C), (0x640, 0x640), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F),
    (0xFEFF, 0xFEFF),
)  # fmt: skip
_LETTERS = (
    (0x0000, 0x077F), (0x0900, 0x097F), (0x10A0, 0x10FF), (0x1E00, 0x21FF), (0x2C00, 0x2DDF), (0xA640, 0xA69F),
    (0xA720, 0xA7FF), (0xFB00, 0xFB06), (0xFE70, 0xFEFF), (0xFF00, 0xFFEF),
)  # fmt: skip
_WRAPPED = re.compile(r"[-\u2010\xad][ \t]*(?:\r\n|[\n\r\x0b\x85\u2028])[ \t]*(?=[^\W\d_])")
_PLAIN_NAME, _BREAKING = re.compile(r"[A-Za-z0-9 .,&()/-]*"), re.compile(r"[_\[\0\n\r\x0b\x0c\x85\u2028\u2029>]")
_LOOSE_QUOTE = re.compile(r"(?<![a-z0-9\x80-\U0010ffff])'|'(?![a-z0-9\x80-\U0010ffff])")
_CASED = (*range(0x80, 0x370), *range(0x2C60, 0x2C80), *range(0xA720, 0xA800))  # Latin letters with capitals
_HYPHENS, _QUOTE_MARKS = "-\u2010\xad", re.compile(r"(?:>[ \t]?)+")


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """
    A folded text and where each of its characters comes from.

    Runs of white space and dashes are one space; a blank line is a line feed, which no name contains. `steps` and
    `shifts` say from which folded character on how many characters of the original were skipped. `hyphens` are the
    places in the original where a hyphen at a line's end may split a word: hyphen, break and indent.
    """

    text: str
    source: str
    steps: Offsets
    shifts: Offsets
    hyphens: tuple[tuple[int, int], ...] = ()

    _reached: Offsets = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_reached", self.steps + self.shifts)

    def origin(self, position: int) -> int:
        """Return the offset, in the text as read, of the character that gave `text[position]`."""
        step = self.steps.searchsorted(position, side="right")
        return position + int(self.shifts[step - 1]) if step else position

    def origins(self, positions: Offsets) -> Offsets:
        """Return `origin` of many positions at once."""
        steps = np.searchsorted(self.steps, positions, side="right")
        return positions + np.concatenate((np.zeros(1, np.int64), self.shifts))[steps]

    def position(self, origin: int) -> int:
        """Return the first folded character that comes from `origin` (an offset in the text as read) or later."""
        step = self._reached.searchsorted(origin, side="left")
        found = origin - int(self.shifts[step - 1]) if step else origin
        if step < len(self.steps):
            found = min(found, int(self.steps[step]))
        return min(max(found, 0), len(self.text))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the text as read of a stretch of the folded text, end exclusive."""
        return self.origin(start), self.with_marks(self.origin(end - 1) + 1)

    def is_torn(self) -> bool:
        """Tell whether empty lines stand inside the sentences of a text, as where every line is a paragraph."""
        torn = blank = 0
        at = self.text.find("\n")
        while at >= 0 and blank < _LOOKED_AT:
            blank += 1
            torn += self.text[at - 1 : at].isalpha() and self._begins_small(at + 1)
            at = self.text.find("\n", at + 1)
        return torn >= _TORN and torn * 4 > blank

    def _begins_small(self, position: int) -> bool:
        start = self.origin(position)
        return self.source[start : start + 1].islower()

    def on_one_line(self) -> Folded:
        """Return the folded text without its empty lines."""
        return replace(self, text=self.text.replace("\n", " "))

    def with_marks(self, end: int) -> int:
        """Return an offset in the text as read moved behind the combining marks that stand there."""
        while end < len(self.source) and is_mark(self.source[end]):
            end += 1
        return end


def is_mark(character: str) -> bool:
    """Tell whether a character is a combining mark that belongs to the letter before it."""
    return character >= "\u0300" and unicodedata.category(character)[0] == "M"


def fold(text: str) -> Folded:
    r"""
    Fold a text, keeping the offset of every character.

    Parameters
    ----------
    text
        Any string, lone surrogates included; they become U+FFFD.

    Examples
    --------
    >>> fold("Chennai\u2013\nVladivostok").text
    'chennai vladivostok'
    """
    pieces: list[str] = []
    steps: list[Offsets] = []
    shifts: list[Offsets] = []
    hyphens: list[tuple[int, int]] = []
    done = start = shift = 0
    while start < len(text):
        end = _cut(text, start + _CHUNK)
        codes, letters, long = _translated(text[start:end])
        _drop_loose_marks(codes)
        codes, dropped, breaks = _collapsed(codes)
        hyphens += _hyphens(text, start + breaks)
        here, moved = _moves(dropped, long)
        steps.append(here + done)
        shifts.append(moved + shift)
        piece = _string(codes, letters, long)
        pieces.append(piece)
        done, start = done + len(piece), end
        shift = end - done
        if len(here):
            steps.append(np.array([done]))
            shifts.append(np.array([shift]))
    if not pieces:
        return Folded("", text, np.zeros(0, np.int64), np.zeros(0, np.int64))
    return Folded("".join(pieces), text, np.concatenate(steps), np.concatenate(shifts), tuple(hyphens))


def _hyphens(text: str, places: Offsets) -> list[tuple[int, int]]:
    """Return which of the runs at `places` are a hyphen between letters and a line break."""
    found = []
    for place in places.tolist():
        if text[place] in _HYPHENS and place and text[place - 1].isalpha() and (match := _WRAPPED.match(text, place)):
            found.append(match.span())
    return found


def _cut(text: str, at: int) -> int:
    """Return a place at or behind `at` between two letters, so that no run of white space is cut; else the end."""
    while at < len(text) and not (text[at - 1].isalnum() and text[at].isalnum()):
        at += 1
    return min(at, len(text))


@lru_cache(maxsize=1 << 14)
def fold_name(name: str) -> str:
    """Fold a name that is looked for, without white space at its ends."""
    if _PLAIN_NAME.fullmatch(name):  # the same without the way back
        return " ".join(name.lower().replace("-", " ").split())
    if _BREAKING.search(name):
        return fold(name).text.strip()
    signs = _LOOSE_QUOTE.sub("", "".join(map(_folded_sign, name)))
    return " ".join(filter(None, signs.replace("\0", "").split(" "))).strip()


@lru_cache(maxsize=4096)
def _folded_sign(sign: str) -> str:
    """Fold a single character; NUL stands for nothing, since what stands beside a quotation mark counts."""
    if sign.isascii():
        sign, found = chr(_bytes()[ord(sign)]), _bytes()[ord(sign)]
    else:
        found = int(_classes(np.array([ord(sign)], dtype=np.uint32))[0])
    if found == _LONG:
        return levelled(sign)
    if found == _LETTER:
        return chr(_table()[ord(sign)]) if ord(sign) < 0x10000 else sign
    return "\0" if found == _REMOVED else chr(found)


def without(folded: Folded, gaps: Sequence[tuple[int, int]]) -> Folded:
    """Return the folded text with nothing where `gaps` (offsets in the text as read) were, so that words close up."""
    origin = np.arange(len(folded.text))
    before = np.searchsorted(folded.steps, origin, side="right")
    origin += np.concatenate(([0], folded.shifts))[before]
    keep = np.ones(len(origin), dtype=bool)
    starts = np.searchsorted(origin, [start for start, _ in gaps])
    ends = np.searchsorted(origin, [end for _, end in gaps])
    for start, end in zip(starts, ends, strict=True):
        keep[start:end] = False
    codes = np.frombuffer(folded.text.encode("utf-32-le"), dtype=np.uint32)
    return Folded(codes[keep].tobytes().decode("utf-32-le"), folded.source, *_shifts(origin[keep]))


def _translated(chunk: str) -> tuple[Codes, Codes, dict[int, str]]:
    """
    Look every code point of a chunk up.

    Returns the codes, the letters beyond ASCII in their order and, by their place in the chunk, the ligatures' letters.
    """
    if chunk.isascii():
        codes: Codes = np.frombuffer(bytearray(chunk.encode("ascii").translate(_bytes())), dtype=np.uint8)
        _drop_quoting(chunk, codes)
        return codes, np.zeros(0, np.uint32), {}
    points: Codes = np.array([chunk.replace(" _ ", " - ") if "_" in chunk else chunk]).view(np.uint32)  # Persian dashes
    beyond = np.flatnonzero(points >= 0x80)
    found = _classes(points[beyond])
    long = {at: levelled(chunk[at]) for at in beyond[found == _LONG].tolist()}
    found[found == _LONG] = _LETTER
    codes = np.frombuffer(bytearray(points.astype(np.uint8).tobytes().translate(_bytes())), dtype=np.uint8)
    codes[beyond] = found
    _drop_quoting(chunk, codes)
    letters = points[beyond[found == _LETTER]]
    return codes, np.where(letters < 0x10000, _table()[np.minimum(letters, 0xFFFF)], letters), long


def _drop_quoting(chunk: str, codes: Codes) -> None:
    """Make spaces of the marks before the lines of a quoted mail or Markdown block."""
    mark = chunk.find(">")
    while mark >= 0:
        end, before = mark + 1, mark
        while before and chunk[before - 1] in " \t":
            before -= 1
        if before and chunk[before - 1] in "\n\r" and (match := _QUOTE_MARKS.match(chunk, mark)):
            end = match.end()
            codes[mark:end] = _SPACE
        mark = chunk.find(">", end)


def _classes(points: Codes) -> Codes:
    """Return code points in single bytes: pictures are signs like others, letters beyond ASCII are `_LETTER`."""
    found = _class_table()[np.minimum(points, 0xFFFF)]
    return np.where((points >= _PICTURES[0]) & (points <= _PICTURES[1]), np.uint8(UNKNOWN), found)


def _drop_loose_marks(codes: Codes) -> None:
    """Remove quotation marks that are no apostrophe and brackets around words; "_" beyond ASCII is a space."""
    there = codes.tobytes()  # most texts lack some of the four, which is faster to tell than where they are
    marks, opening, closing, low = (np.flatnonzero(codes == mark if mark in there else ()) for mark in b"'[]_")
    bracketed = len(opening) > 0 and len(closing) > 0
    if len(marks) or len(low) or bracketed:
        padded = np.concatenate((codes[:1], codes, codes[-1:]))
        padded[[0, -1]] = _SPACE
        codes[low[(padded[low] == _LETTER) & (padded[low + 2] == _LETTER)]] = _SPACE
        codes[marks[~(_is_letter(padded[marks]) & _is_letter(padded[marks + 2]))]] = _REMOVED
    if bracketed:  # "the [Lachin] corridor"
        digits = padded - np.uint8(ord("0")) < 10
        letters = _is_letter(padded) & ~digits
        codes[opening[letters[opening + 2] & ~(letters | digits)[opening]]] = _REMOVED
        codes[closing[letters[closing] & (padded[closing + 2] == _SPACE)]] = _REMOVED


def _is_letter(codes: Codes) -> Codes:
    """Tell letters and digits of folded text from signs, white space and what is removed."""
    found: Codes = (codes - np.uint8(ord("a")) < 26) | (codes - np.uint8(ord("0")) < 10) | (codes == _LETTER)
    return found


def _collapsed(codes: Codes) -> tuple[Codes, Offsets, Offsets]:
    """
    Make one space of each run of white space and dashes, a line feed of a blank line; drop what is removed.

    Returns the new codes, the positions that were dropped and those where a run with one line break begins. A
    single space between words is left alone, so that the work beyond finding runs is done on few characters.
    """
    special = codes >= _REMOVED
    blank = (codes == _SPACE) | special
    beside = blank[1:] & blank[:-1]
    odd = special
    odd[1:] |= beside
    odd[:-1] |= beside
    where = np.flatnonzero(odd)
    if not len(where):
        return codes, where, where
    found = codes[where]
    run_starts = np.ones(len(where), dtype=bool)
    run_starts[1:] = np.diff(where) != 1
    first = np.flatnonzero(run_starts)
    run = np.cumsum(run_starts) - 1
    lines = (found == _BREAK) | (found == _CARRIAGE)
    lines[1:] &= ~((found[1:] == _BREAK) & (found[:-1] == _CARRIAGE) & ~run_starts[1:])
    stays = found != _REMOVED
    counts = np.cumsum(stays)
    keep = stays & (counts - (counts[first] - stays[first])[run] == 1)  # the first of each run that is not removed
    breaks = np.add.reduceat(lines.astype(np.int64), first)
    codes[where[keep]] = np.where(breaks[run][keep] > 1, ord("\n"), _SPACE)
    broken = where[first[(breaks == 1) & (np.diff(first, append=len(where)) > 1)]]
    dropped = where[~keep]
    if not len(dropped):
        return codes, dropped, broken
    codes[dropped] = _GONE
    return np.frombuffer(codes.tobytes().replace(bytes((_GONE,)), b""), dtype=np.uint8), dropped, broken


def _moves(dropped: Offsets, long: Mapping[int, str]) -> tuple[Offsets, Offsets]:
    """Return where in the folded text the distance to the original changes, and to what."""
    more = np.repeat([at + 1 for at in long], [len(word) - 1 for word in long.values()]).astype(np.int64)
    places = np.concatenate((more, dropped))
    by = np.concatenate((np.full(len(more), -1), np.ones(len(dropped), dtype=np.int64)))
    order = np.argsort(places, kind="stable")
    moved = np.cumsum(by[order])
    return places[order] - moved + by[order], moved


def _shifts(origin: Offsets) -> tuple[Offsets, Offsets]:
    """Return where the distance between an offset and its origin changes, and to what."""
    distance = origin - np.arange(len(origin))
    steps = np.flatnonzero(np.diff(distance, prepend=0))
    return steps, distance[steps]


def _string(codes: Codes, letters: Codes, long: Mapping[int, str]) -> str:
    """Make a string, with the letters beyond ASCII where they stood and the ligatures spelt out."""
    if not len(letters):
        return codes.tobytes().decode("ascii")
    wide = int(letters.max()) > 0xFFFF
    points = codes.astype("<u4" if wide else "<u2")
    points[codes == _LETTER] = letters
    text = points.tobytes().decode("utf-32-le" if wide else "utf-16-le")
    return _ligatures().sub(lambda match: levelled(match[0]), text) if long else text


@lru_cache(maxsize=1)
def _ligatures() -> re.Pattern[str]:
    return re.compile(f"[{''.join(chr(code) for code, _ in _long_forms())}]")


@lru_cache(maxsize=1)
def _long_forms() -> tuple[tuple[int, str], ...]:
    """Return the ligatures and the letters they stand for, in order."""
    words = ((code, levelled(chr(code))) for first, last in _LETTERS for code in range(first, last + 1))
    return tuple((code, word) for code, word in words if len(word) > 1 and word.isalpha())


@lru_cache(maxsize=1)
def _bytes() -> bytes:
    """Return the table of the ASCII characters; what is beyond them is looked up by itself."""
    table = _class_table()[:0x80].tobytes() + bytes(0x80)
    return table.replace(bytes((_LETTER,)), bytes((UNKNOWN,)))


@lru_cache(maxsize=1)
def _class_table() -> NDArray[np.uint8]:
    """Return the table of the first 65,536 code points in single bytes."""
    table = _table()
    found = np.full(len(table), _LETTER, dtype=np.uint8)
    signs = (table >= 0x80) & ((table < 0x370) | ((table >= 0x2000) & (table < 0x2C00)))
    signs[[ord(low) for at in _CASED if (low := chr(at).lower()) != chr(at) and len(low) == 1]] = False
    found[signs & (table == np.arange(len(table)))] = UNKNOWN
    found[table < 0x80] = table[table < 0x80]
    found[[code for code, _ in _long_forms()]] = _LONG
    for first, last in (*MARKS, *_INVISIBLE):
        found[first : last + 1] = _REMOVED
    for marks, code in (
        (_DOUBLE_QUOTES, _REMOVED), (_SINGLE_QUOTES, _APOSTROPHE), (_SPACES, _SPACE), (DASHES, _SPACE),
        (_BREAKS, _BREAK), ("\r", _CARRIAGE),
    ):  # fmt: skip
        found[[ord(mark) for mark in marks]] = code
    found.setflags(write=False)
    return found


@lru_cache(maxsize=1)
def _table() -> NDArray[np.uint16]:
    """Build the table of the first 65,536 code points without case and accents, read-only, once."""
    table = np.arange(0x10000, dtype=np.uint16)
    table[0xD800:0xE000] = 0xFFFD
    for first, last in _LETTERS:
        for code in range(first, last + 1):
            if len(word := levelled(chr(code))) == 1:
                table[code] = ord(word)
    table.setflags(write=False)
    return table
