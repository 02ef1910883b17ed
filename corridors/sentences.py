"""
Paragraphs and sentences of a text, found only where they are asked for.

A single line break is either the end of a paragraph or the fold of a wrapped line; the lines around it tell which.
Nothing is computed for the parts of a text that nobody asks about, so that long texts cost little.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from corridors.lexicon import lexicon

_WIDEST_WRAP, _SHORTEST_HUNG, _SHORTEST_SPACED = 130, 44, 24
_NEIGHBOURS = 6
_FIRST_HAN = "\u3400"
_LONGEST = 6_000
_LIST_ITEM = re.compile(
    r"\s*(?:[-*+•–—·▪‣>|]\s|\d{1,3}[.)]\s|#{1,6}\s|\(?[a-z0-9]{1,3}\)\s|[*_]{0,2}[^\W\d_a-z][^:\n]{0,48}:[*_]{0,2}(?:\s|$))"
)
LIST_MARKERS = re.compile(r"(?:[-*+•–—·▪‣>|]\s+|\d{1,3}[.)]\s+|#{1,6}\s+)+")
# A single set of signs comes first, which is looked for many times as fast as alternatives are.
_STOP = re.compile(
    r"""(?x) [.!?…。！？｡।۔؟] (?:
        (?<=[.!?…]) [.!?…]* (?: ["”“’»')\]*_]* (?=\s|$) | [”»](?=[^\W\d_a-z])
          | (?<=[a-z]{2}\.)(?=(?:[A-Z][a-z]{2,}|A|I[nt]|He|We|At|On)\s) | (?<=["”»]\.)(?=[\u0621-\u064a]) )
        | (?<=[。！？｡।۔؟]) [。！？｡।۔؟]* ["”’»」』)]*
    )"""
)
_WORD_BEFORE = re.compile(r"(?s)(?:.*[\s(\[\"“‘«])?([^\s(\[\"“‘«]+)$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*-?[^\W\d_][\u0900-\u0903\u093a-\u094f]?")
_NEXT_WORD = re.compile(r"[\s\"“‘'«(\[*_]*([^\W_]*)")
_OPENING = ('"', "“", "«", "„")
_UNENDED = (" a", " an", " the", " of", " to", " and", " from", " than", " with", " by")  # hardly any heading ends so
_LINE_BREAKS = {ord(mark): "\n" for mark in "\r\x0b\x0c\x85\u2028\u2029"}


class Span(NamedTuple):
    """A stretch of the text, end exclusive."""

    start: int
    end: int


class LineStarts:
    """
    Where the lines of one text begin; one that is as long as the text is looked through but once.

    Parameters
    ----------
    text
        Any string; only line feeds count.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = self._end = 0  # no line feed stands between

    def start(self, offset: int) -> int:
        """Return where the line around an offset begins."""
        if offset < self._start:
            self._start, self._end = self._text.rfind("\n", 0, offset) + 1, offset
        elif offset > self._end:
            self._start = max(self._start, self._text.rfind("\n", self._end, offset) + 1)
            self._end = offset
        return self._start


class Layout:
    """
    The paragraphs and sentences of one text.

    Parameters
    ----------
    text
        Any string; every kind of line break counts.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._plain = text
        if not text.isascii() or "\r" in text or "\x0b" in text or "\x0c" in text:
            self._plain = text.replace("\r\n", " \n").translate(_LINE_BREAKS) if _has_breaks(text) else text
        self._lines = LineStarts(self._plain)
        self._paragraphs: dict[int, Span] = {}
        self._sentences: dict[Span, tuple[Span, ...]] = {}

    def paragraph(self, offset: int) -> Span:
        """Return the paragraph around an offset, without white space at its ends; a very long one in parts."""
        start = self._lines.start(offset)
        if start not in self._paragraphs:
            self._read_paragraph(start)
        span = self._paragraphs[start]
        if span.end - span.start <= _LONGEST:
            return span
        part = max(0, offset - span.start) // _LONGEST
        first, last = (self._part(span, number) for number in (part, part + 1))
        if offset < first:
            first, last = self._part(span, part - 1), first
        return self._trimmed(first, last)

    def _part(self, span: Span, number: int) -> int:
        """Return where a part of a very long paragraph begins: at the first word behind an even division."""
        at = span.start + number * _LONGEST
        if number <= 0 or at >= span.end:
            return span.start if number <= 0 else span.end
        space = self._plain.find(" ", at, min(at + _LONGEST // 4, span.end))
        return at if space < 0 else space + 1

    def _read_paragraph(self, start: int) -> None:
        """Join the wrapped lines around the line that begins at `start` to a paragraph, within bounds."""
        first, end = start, self._line_end(start)
        lines = [start]
        while first > 0 and start - first < _LONGEST and not self._breaks(first - 1):
            first = self._plain.rfind("\n", 0, first - 1) + 1
            if first in self._paragraphs:  # another paragraph, cut short by the bounds
                first = lines[-1]
                break
            lines.append(first)
        while end < len(self._plain) and end - start < _LONGEST and not self._breaks(end):
            lines.append(end + 1)
            end = self._line_end(end + 1)
        span = self._trimmed(first, end)
        self._paragraphs.update((line, span) for line in lines)

    def _trimmed(self, start: int, end: int) -> Span:
        body = self._plain[start:end]
        return Span(start + len(body) - len(body.lstrip()), start + len(body.rstrip()))

    def before(self, paragraph: Span) -> Span | None:
        """Return the paragraph before one, or None at the start of the text."""
        end = paragraph.start
        while end > 0 and self._plain[end - 1].isspace():
            end -= 1
        return self.paragraph(end - 1) if end else None

    def after(self, paragraph: Span) -> Span | None:
        """Return the paragraph after one, or None at the end of the text."""
        start = paragraph.end
        while start < len(self._plain) and self._plain[start].isspace():
            start += 1
        return self.paragraph(start) if start < len(self._plain) else None

    def sentences(self, paragraph: Span) -> tuple[Span, ...]:
        """Return the sentences of a paragraph, in order, without white space at their ends."""
        if paragraph not in self._sentences:
            self._sentences[paragraph] = tuple(split(self.text, paragraph))
        return self._sentences[paragraph]

    def _line_end(self, offset: int) -> int:
        end = self._plain.find("\n", offset)
        return len(self._plain) if end < 0 else end

    def _breaks(self, newline: int) -> bool:
        """Tell whether the line break at `newline` ends a paragraph."""
        if self._stands_apart(newline):
            return True
        above = self._plain[self._plain.rfind("\n", 0, newline) + 1 : newline]
        below = self._plain[newline + 1 : self._line_end(newline + 1)]
        if self._is_spaced_out(newline, above, below):
            return False
        if (
            self.text[newline] == "\u2029"
            or not above.strip()
            or not below.strip()
            or _LIST_ITEM.match(below)
            or above.lstrip().startswith("#")
            or (above.lstrip().startswith(_OPENING) and below.lstrip().startswith(_OPENING))
        ):
            return True
        above = above.strip()
        if above[-1] in "。！？" or (above[-1] in "?!" and above[-2:-1] >= _FIRST_HAN):
            return True
        carries_on = below.lstrip()[0].islower() and above[-1] not in ".!?:;"
        carries_on |= above.endswith(_UNENDED) or (above[-1] == "-" and above[-2:-1].isalpha())
        width = self._width(newline)
        if width > _WIDEST_WRAP:
            return not carries_on
        word = below.split(None, 1)[0]
        return len(above) + 1 + len(word) <= width and not carries_on and not self._hangs(newline, above, width)

    def _stands_apart(self, newline: int) -> bool:
        """Tell at a glance what is true of most: a blank line, and a full stop before it or a capital behind it."""
        blank_above = newline == 0 or self._plain[newline - 1] == "\n"
        if blank_above == self._plain.startswith("\n", newline + 1):
            return False
        if blank_above:
            first = self._plain[newline + 1 : newline + 2]
            return first.isupper()
        return self._plain[newline - 1] in ".!?"

    def _is_spaced_out(self, newline: int, above: str, below: str) -> bool:
        """Tell whether a blank line stands within a sentence, as in texts set with a space between all lines."""
        if (not above or above.isspace()) == (not below or below.isspace()):
            return False
        if not above.strip():
            end = newline - len(above) - 1
            above = self._plain[self._plain.rfind("\n", 0, max(0, end)) + 1 : max(0, end)]
        else:
            start = newline + len(below) + 2
            below = self._plain[start : self._line_end(start)]
        last, first = above.rstrip()[-1:], below.lstrip()[:1]
        if below.split(None, 1)[:1] and below.split(None, 1)[0].endswith(":"):
            return False
        return len(above) > _SHORTEST_SPACED and (last.isalpha() or last == ",") and first.islower()

    def _hangs(self, newline: int, above: str, width: int) -> bool:
        """Tell whether a short line breaks off within a sentence: it ends in a comma or a dash, or is long enough."""
        if above[-1] in "–—-" and above[-2:-1].isalpha():
            return len(above) > _SHORTEST_SPACED
        if above[-1] == ",":
            return len(above) >= _SHORTEST_SPACED
        before = self._plain.rfind("\n", 0, newline)
        first = before < 0 or not self._plain[self._plain.rfind("\n", 0, before) + 1 : before].strip()
        return not first and above[-1].isalpha() and len(above) > max(_SHORTEST_HUNG, width // 2)

    def _width(self, newline: int) -> int:
        """Return the length of the longest line near a line break, within its block."""
        widest, at = 0, newline
        for _ in range(_NEIGHBOURS):
            start = self._plain.rfind("\n", 0, at) + 1
            line = self._plain[start:at].strip()
            if not line:
                break
            widest, at = max(widest, len(line)), start - 1
            if at < 0:
                break
        at = newline
        for _ in range(_NEIGHBOURS):
            end = self._line_end(at + 1)
            line = self._plain[at + 1 : end].strip()
            if not line:
                break
            widest, at = max(widest, len(line)), end
            if at >= len(self._plain):
                break
        return widest


def split(text: str, within: Span) -> list[Span]:
    """
    Split a stretch of text into sentences.

    Parameters
    ----------
    text
        The whole text.
    within
        The stretch to split, usually a paragraph.

    Returns
    -------
    list of Span
        Offsets in the whole text.

    Examples
    --------
    >>> text = "Mr. Rao met S. Jaishankar. They spoke."
    >>> [text[s.start:s.end] for s in split(text, Span(0, len(text)))]
    ['Mr. Rao met S. Jaishankar.', 'They spoke.']
    """
    found, start = [], within.start
    for stop in _STOP.finditer(text, within.start, within.end):
        if _ends_sentence(text, start, stop, within.end):
            found.append(Span(start, stop.end()))
            start = stop.end()
            while start < within.end and text[start].isspace():
                start += 1
    if start < within.end:
        found.append(Span(start, within.end))
    return found


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Tell whether a stop ends the sentence that began at `start`."""
    if stop.end() >= end or stop[0][0] in "。！？｡।۔؟":
        return True
    follows = _NEXT_WORD.match(text, stop.end(), end)
    word = follows[1] if follows else ""
    if not word:
        after = text[stop.end() : end].lstrip()[:2]
        if after[:1] in ("—", "–") and (after[1:].isupper() or after[1:] in ("¿", "¡", "«")):
            return True  # "Terminó. —Va muy bien"
        return after[:1] not in "-–—,;:" if after else True
    if word[0].islower():
        return False
    if stop[0] != ".":
        return True
    return not _is_abbreviation(text, start, stop.start(), word)


def _is_abbreviation(text: str, start: int, stop: int, follows: str) -> bool:
    """Tell whether the full stop at `stop` belongs to an abbreviation rather than to the sentence."""
    before = _WORD_BEFORE.match(text, max(start, stop - 24), stop)
    if not before:
        return False
    word = before[1]
    known, closing, starters = _abbreviations()
    if word.lower() in closing:
        return follows.lower() not in starters
    if word.lower() in known:
        return True
    initials = _INITIALS.fullmatch(word)
    if initials and (word[-1].isupper() or word.lower() == word.upper()) and word not in _whole_words():
        return follows.lower() not in starters
    return word.isdigit() and stop - len(word) == start


@lru_cache(maxsize=1)
def _whole_words() -> frozenset[str]:
    """Return words of one letter with a vowel sign, as in Hindi, that end sentences and are no initials."""
    return lexicon().words("sentences.whole_words")


@lru_cache(maxsize=1)
def _abbreviations() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    words = lexicon().words
    starters = (words("people.not_names") | words("people.pronouns")) - words("speech.days")
    starters |= words("sentences.starters")
    return words("sentences.abbreviations"), words("sentences.closing_abbreviations"), starters


def _has_breaks(text: str) -> bool:
    return any(mark in text for mark in "\r\x0b\x0c\x85\u2028\u2029")
