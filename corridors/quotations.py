"""Quotation marks: which stretches of a paragraph are somebody's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from corridors.lexicon import lexicon
from corridors.sentences import Span

_MARK = re.compile(r"''|``|[\"“”„‟«»「」『』＂]|(?<!\w)['‘‚](?=[\w“\"«(])|['’‘](?!\w)")
_SAME = {"''": '"', "``": '"', "＂": '"', "‟": "„"}
_CLOSERS = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "‘": "’", "‚": "‘’", "'": "'"}
_BEFORE_OPENING = frozenset("([{—–-/|*_:>“‘«'\"")
_FEWEST_WORDS = 4


class Mark(NamedTuple):
    """A quotation mark in its plainest form, and its place."""

    sign: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """
    Words between quotation marks in one paragraph.

    `start` and `end` take in the marks, `inner` does not. A quotation that began in an earlier paragraph has
    `opened` false where no mark repeats it; one that goes on in the next has `closed` false.
    """

    start: int
    end: int
    inner: Span
    opened: bool
    closed: bool

    def holds(self, start: int, end: int) -> bool:
        """Tell whether a stretch of text lies between the marks."""
        return self.inner.start <= start and end <= self.inner.end


def quotations(text: str, paragraph: Span) -> tuple[Quotation, ...]:
    """
    Return the outer quotations of a paragraph, in order.

    Curly, straight, angle and corner marks are known, single marks too where they are no apostrophes. Marks inside
    a quotation belong to it.

    Examples
    --------
    >>> text = "“We know ‘Make in India’ well,” he said."
    >>> [text[q.inner.start:q.inner.end] for q in quotations(text, Span(0, len(text)))]
    ['We know ‘Make in India’ well,']
    """
    found: list[Quotation] = []
    stack: list[Mark] = []
    matches = _MARK.finditer(text, paragraph.start, paragraph.end)
    marks = [Mark(_SAME.get(match[0], match[0]), match.start(), match.end()) for match in matches]
    for number, mark in enumerate(marks):
        if stack and _closes(text, stack, marks, number):
            opener = stack.pop()
            if not stack:
                found.append(Quotation(opener.start, mark.end, Span(opener.end, mark.start), True, True))
        elif _opens(text, mark, paragraph, bool(stack)):
            stack.append(mark)
        elif not stack and not found and mark.sign in '”"»」』' and mark.start > paragraph.start:
            found.append(Quotation(paragraph.start, mark.end, Span(paragraph.start, mark.start), False, True))
    if stack and stack[0].sign not in "'‘‚":
        found.append(Quotation(stack[0].start, paragraph.end, Span(stack[0].end, paragraph.end), True, False))
    return tuple(found)


def is_speech(text: str, quotation: Quotation, attributed: bool) -> bool:
    """
    Tell whether a quotation is speech rather than a scare quote or a title.

    Parameters
    ----------
    text
        The whole text.
    quotation
        A quotation of it.
    attributed
        Whether a verb of saying stands right beside it.
    """
    inner = text[quotation.inner.start : quotation.inner.end].strip()
    words = re.findall(r"[^\W_]+(?:[-'’–.][^\W_]+)*", inner)
    if not words:
        return False
    if not quotation.closed or not quotation.opened:
        return True
    ended = inner[-1] in ",.!?…;—–"
    before = text[max(0, quotation.start - 40) : quotation.start].lower()
    if _title_before().search(before) and not (attributed and ended):
        return False
    if ended and (attributed or len(words) >= _FEWEST_WORDS):
        return True
    long_words = [word for word in words if len(word) > 3]
    if long_words and all(word[0].isupper() or word[0].isdigit() for word in long_words):
        return False
    return len(words) >= _FEWEST_WORDS


@lru_cache(maxsize=1)
def _title_before() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon().pattern('speech.titles_of_works')}[\s,:(*_]*$")


def _opens(text: str, mark: Mark, paragraph: Span, inside: bool) -> bool:
    """Tell whether a mark begins a quotation."""
    if mark.sign in "“„«「『‘‚":
        return True
    before = text[mark.start - 1] if mark.start > paragraph.start else " "
    after = text[mark.end] if mark.end < paragraph.end else " "
    if not (before.isspace() or before in _BEFORE_OPENING) or after.isspace():
        return False
    if mark.sign == '"':
        return not inside or after.isalnum()
    return mark.sign == "'" and not after.isdigit() and _has_end(text, mark.start, paragraph)


def _has_end(text: str, at: int, paragraph: Span) -> bool:
    """Tell whether a single straight mark has a partner, so that it is no apostrophe."""
    return bool(re.compile(r"[\w,.?!…]'(?!\w)").search(text, at + 1, paragraph.end))


def _closes(text: str, stack: list[Mark], marks: list[Mark], number: int) -> bool:
    """Tell whether a mark ends the innermost open quotation."""
    mark, opener = marks[number], stack[-1].sign
    before, after = text[mark.start - 1], text[mark.end : mark.end + 1]
    if mark.sign == '"' and opener in '"“':
        if opener == "“" and (before.isspace() or after.isalnum()):
            return False
        return not ((before.isspace() or before in "([") and after.isalnum() and len(stack) < 2)
    if mark.sign == "”" and opener == '"':
        return True
    if mark.sign not in _CLOSERS.get(opener, ""):
        return False
    if mark.sign in "'’‘" and before in "sS" and after == " " and text[mark.end + 1 : mark.end + 2].islower():
        return not any(later.sign in _CLOSERS[opener] for later in marks[number + 1 :])  # a plural's apostrophe
    return True
