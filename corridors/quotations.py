"""Quotation marks: which stretches of a paragraph are somebody's own words."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from corridors.lexicon import lexicon
from corridors.sentences import Layout, Span

# A single set of signs comes first, which is looked for many times as fast as alternatives are.
_MARK = re.compile(
    r"""(?x) ["“”„‟«»「」『』＂'‘‚’`<>] (?:
        (?<=["“”„‟«»「」『』＂]) | (?<=<)(?=[А-яЁё]) | (?<=[А-яЁё.,!?]>)(?=[\s.,]|$)
        | (?<=')' | (?<=’)’ | (?<=‘)‘ | (?<=`)`
        | (?<!\w['‘‚]) (?<=['‘‚]) (?=[\w“"«(])
        | (?<=['’‘]) (?!\w)
    )"""
)
_SAME = {"’’": "”", "‘‘": "“", "''": '"', "``": '"', "＂": '"', "‟": "„", "<": "«", ">": "»"}
_CLOSERS = {"“": "”“", "”": "”", "»": "«", "„": '“”"', "«": "»", "「": "」", "『": "』", "‘": "’", "‚": "‘’", "'": "'"}
_BEFORE_OPENING = frozenset("([{—–-/|*_:>“‘«'\"")
_SPOKEN_WORD = re.compile(
    r"[\u3040-\u9fff]{1,2}|[^\W_][^\W_\u0900-\u0963\u064b-\u0652]*(?:[\u0900-\u0963\u064b-\u0652][^\W_]*)*(?:[-'’–.][^\W_]+)*"
)
_EDITED = re.compile(r"[^()\n]*[—–-]\s?(?:прим\.|ред\.|[Ee]d\.|editor|«[^«»()\n]{2,30}»\))")
_ARTICLE = re.compile(r"\b[Tt]he\s$")
_FINITE = frozenset(("ist", "sind", "war", "hat", "wird", "kann", "muss", "soll", "est", "sont", "è"))
_FEWEST_WORDS, _SURELY_WORDS = 4, 7
_FEWEST_IN_NAME, _MOST_IN_NAME = 2, 6
_SIGNS = "\"“”„‟«»「」『』＂'‘‚’`"
_FARTHEST, _FAR = 8, 6_000  # paragraphs on, characters back
_SAID_BEFORE = re.compile(r"\b(?:said|says|added|adds|stated|told|noted|explained)\Z")  # he said” this is it”
_ELISION = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\.\.")


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


def quotations(text: str, paragraph: Span, *, carried: bool = False) -> tuple[Quotation, ...]:
    """
    Return the outer quotations of a paragraph, in order.

    Curly, straight, angle and corner marks are known, single marks too where they are no apostrophes. Marks inside
    a quotation belong to it.

    Parameters
    ----------
    text, paragraph
        The whole text and the paragraph in it.
    carried
        Whether a quotation that was opened with a curly mark before goes on at the start.

    Examples
    --------
    >>> text = "“We know ‘Make in India’ well,” he said."
    >>> [text[q.inner.start:q.inner.end] for q in quotations(text, Span(0, len(text)))]
    ['We know ‘Make in India’ well,']
    """
    found: list[Quotation] = []
    stack = [Mark("“", paragraph.start, paragraph.start)] if carried else []
    matches = _MARK.finditer(text, paragraph.start, paragraph.end)
    marks = [Mark(_SAME.get(match[0], match[0]), match.start(), match.end()) for match in matches]
    shared: Mark | None = None  # the end of an inner quotation, with which a careless writer ends the outer one too
    for number, mark in enumerate(marks):
        if stack and _closes(text, stack, marks, number):
            opener = stack.pop()
            shared = (shared or mark) if stack else None
            if not stack:
                opened = opener.end > opener.start
                found.append(Quotation(opener.start, mark.end, Span(opener.end, mark.start), opened, True))
        elif _opens(text, mark, paragraph, bool(stack)):
            stack.append(mark)
        elif not stack and not found and mark.sign in '”"»」』' and mark.start > paragraph.start:
            found.append(Quotation(paragraph.start, mark.end, Span(paragraph.start, mark.start), False, True))
    if shared and len(stack) == 1 and _is_within_clause(text, stack[0]):
        found.append(Quotation(stack[0].start, shared.end, Span(stack[0].end, shared.start), True, True))
        found += quotations(text, Span(shared.end, paragraph.end))
    elif stack and stack[0].sign not in "'‘‚":
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
    words = _SPOKEN_WORD.findall(inner)
    if not words:
        return False
    if not quotation.closed or not quotation.opened:
        return True
    if _is_name(inner, words) and follows_word(text, quotation.start):
        return False
    ended = inner[-1] in ",.!?…;—–。！？，；؟।"
    if is_title(text, quotation) and not (attributed and ended):
        return False
    if not ended and inner[0].isupper() and _ARTICLE.search(text, max(0, quotation.start - 8), quotation.start):
        return False  # the “Declaration on the Lobito Corridor” provides for
    if ended and (attributed or len(words) >= _FEWEST_WORDS):
        return True
    if attributed and (len(words) >= _SURELY_WORDS or (len(words) >= _FEWEST_WORDS and not _FINITE.isdisjoint(words))):
        return True  # „Der Korridor ist ein Signal“, so die Ministerin
    long_words = [word for word in words if len(word) > 3]
    if (
        2 * len(long_words) > len(words) - 2
        and long_words
        and all(word[0].isupper() or word[0].isdigit() for word in long_words)
    ):
        return False
    return len(words) >= _FEWEST_WORDS


def _is_name(inner: str, words: list[str]) -> bool:
    """Tell whether a quotation is no more than a name, with a comma set inside the marks as in America."""
    if inner[-1] not in ",." or len(words) > _MOST_IN_NAME or len(words) < _FEWEST_IN_NAME:
        return False
    heads = lexicon().words("routes.heads")
    return all(word[0].isupper() or len(word) < _FEWEST_WORDS or word in heads for word in words)


def is_edited(text: str, around: Span, at: Span) -> bool:
    """Tell whether a place in a stretch stands in brackets that an editor put there: "(… — Ed.)", "(… — «Эксперт»)"."""
    opened = text.rfind("(", around.start, at.start)
    return opened > text.rfind(")", around.start, at.start) and _EDITED.match(text, at.end, around.end) is not None


def follows_word(text: str, offset: int) -> bool:
    """Tell whether the last sign before an offset, spaces aside, is a letter, a figure or a vowel sign of one."""
    before = text[max(0, offset - 3) : offset].rstrip()[-1:]
    return before.isalnum() or unicodedata.category(before or " ")[0] == "M"


def is_title(text: str, quotation: Quotation) -> bool:
    """Tell whether a word such as "book" or "called" stands right before a quotation."""
    return bool(_title_before().search(text[max(0, quotation.start - 40) : quotation.start].lower()))


class QuotedText:
    """
    The quotations of one text, paragraph by paragraph, those that run over several included.

    Parameters
    ----------
    text
        The whole text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.layout = Layout(text)
        self._every: dict[Span, tuple[Quotation, ...]] = {}
        self._marks: dict[Span, tuple[Quotation, ...]] = {}
        self._carried: dict[Span, bool] = {}
        self._speech: dict[tuple[Quotation, bool], bool] = {}

    def marks(self, paragraph: Span) -> tuple[Quotation, ...]:
        """Return the quotations of a paragraph, one that goes on from an earlier paragraph included."""
        if paragraph not in self._marks:
            found = self.every_mark(paragraph)
            if found and not found[0].opened:
                found = found if self._is_open_before(paragraph) else found[1:]
            elif found and found[0].start > paragraph.start and self._is_open_before(paragraph):
                carried = quotations(self.text, paragraph, carried=True)  # “…” within what goes on from before
                across = any(q.start < carried[0].end <= q.end for q in found)
                fits = not across if carried[0].closed else self._closes_behind(paragraph)
                found = carried if fits else found
            self._marks[paragraph] = found
        return self._marks[paragraph]

    def every_mark(self, paragraph: Span) -> tuple[Quotation, ...]:
        """Return the quotations of a paragraph by itself, also one that closes without having been opened."""
        if paragraph not in self._every:
            self._every[paragraph] = quotations(self.text, paragraph)
        return self._every[paragraph]

    def from_mark(self, paragraph: Span, offset: int) -> tuple[Quotation, ...]:
        """Return the quotations of a paragraph that end behind an offset."""
        marks = self.marks(paragraph)
        return marks[bisect_right(marks, offset, key=lambda quotation: quotation.end) :]

    def is_speech(self, quotation: Quotation, attributed: bool) -> bool:
        """Tell whether a quotation is speech rather than a scare quote or a title."""
        key = (quotation, attributed)
        if key not in self._speech:
            self._speech[key] = is_speech(self.text, quotation, attributed)
        return self._speech[key]

    def is_carried(self, paragraph: Span) -> bool:
        """Tell whether a paragraph without marks stands inside a quotation that opens before and closes behind it."""
        if paragraph not in self._carried:
            self._carried[paragraph] = self._is_between(paragraph)
        return self._carried[paragraph]

    def previous(self, paragraph: Span) -> Span | None:
        """Return the paragraph before one, marks of elision left out."""
        before = self.layout.before(paragraph)
        while before and self.is_elision(before):
            before = self.layout.before(before)
        return before

    def is_elision(self, paragraph: Span) -> bool:
        """Tell whether a paragraph is no more than "[…]"."""
        return bool(_ELISION.fullmatch(self.text, paragraph.start, paragraph.end))

    def goes_on(self, paragraph: Span) -> bool:
        """Tell whether a paragraph begins with a quotation mark, or closes a quotation that it does not open."""
        found = self.every_mark(paragraph)
        return bool(found) and (found[0].start == paragraph.start or not found[0].opened)

    def sentence(self, paragraph: Span, at: Span) -> Span:
        """Return the sentence or sentences that a stretch of a paragraph lies in."""
        found = self.layout.sentences(paragraph)
        first = max(0, bisect_right(found, (at.start, len(self.text))) - 1)
        last = max(first, bisect_left(found, (at.end, 0)) - 1)
        if not found or found[first].end <= at.start:
            return at
        return Span(min(at.start, found[first].start), max(at.end, found[last].end))

    def _is_open_before(self, paragraph: Span) -> bool:
        """Tell whether a quotation that began in an earlier paragraph has not ended there."""
        end = paragraph.start
        low = max(0, end - _FAR)
        while (at := max(self.text.rfind(sign, low, end) for sign in _SIGNS)) >= 0:
            before = self.layout.paragraph(at)
            if (found := self.every_mark(before)) and not self._names_only(before, found):
                return not found[-1].closed
            end = min(before.start, at)
        return False

    def _is_between(self, paragraph: Span) -> bool:
        return not self.marks(paragraph) and self._is_open_before(paragraph) and self._closes_behind(paragraph)

    def _closes_behind(self, paragraph: Span) -> bool:
        """Tell whether a quotation that goes on in a paragraph closes in one of the next."""
        after = self.layout.after(paragraph)
        for _ in range(_FARTHEST):
            if after is None:
                return False
            if (found := self.every_mark(after)) and not self._names_only(after, found):
                return not found[0].opened
            after = self.layout.after(after)
        return False

    def _names_only(self, paragraph: Span, found: tuple[Quotation, ...]) -> bool:
        """Tell whether no more than names stand in marks within a paragraph: they open and close no speech."""
        within = found[0].opened and found[0].start > paragraph.start and found[-1].closed
        return within and not any(self.is_speech(quotation, False) for quotation in found)


@lru_cache(maxsize=1)
def _title_before() -> re.Pattern[str]:
    works = lexicon().pattern("speech.titles_of_works")
    return re.compile(rf"\b{works}(?: (?:on|about|of|for))?(?: the| an?| la| le| du| der| die| das| el)?[\s,:(*_]*$")


def _opens(text: str, mark: Mark, paragraph: Span, inside: bool) -> bool:
    """Tell whether a mark begins a quotation."""
    before = text[mark.start - 1] if mark.start > paragraph.start else " "
    after = text[mark.end] if mark.end < paragraph.end else " "
    if mark.sign in "“„«「『‘‚":
        return True
    if mark.sign in "”»" and not inside and before.isalpha() and after == " ":
        return _SAID_BEFORE.search(text, max(paragraph.start, mark.start - 12), mark.start) is not None
    if mark.sign in "”»":
        led = mark.start > paragraph.start or (after.isupper() and text.find(mark.sign, mark.end, paragraph.end) >= 0)
        return not inside and led and before.isspace() and after.isalnum()
    apart = mark.sign == '"' and mark.start == paragraph.start and text[mark.end + 1 : mark.end + 2].isupper()
    if not (before.isspace() or before in _BEFORE_OPENING) or (after.isspace() and (inside or not apart)):
        return False
    if mark.sign == '"':
        return not inside or after.isalnum()
    return mark.sign == "'" and not after.isdigit() and _has_end(text, mark.start, paragraph)


def _is_within_clause(text: str, opener: Mark) -> bool:
    """Tell whether a straight mark begins a few quoted words of a clause, which end with it: 'become a "bridge'."""
    before = text[max(0, opener.start - 2) : opener.start]
    return opener.sign == '"' and before[:1].islower() and before[1:].isspace() and text[opener.end].islower()


def _has_end(text: str, at: int, paragraph: Span) -> bool:
    """Tell whether a single straight mark has a partner, so that it is no apostrophe."""
    return bool(re.compile(r"[\w,.?!…]'(?!\w)").search(text, at + 1, paragraph.end))


def _closes(text: str, stack: list[Mark], marks: list[Mark], number: int) -> bool:
    """Tell whether a mark ends the innermost open quotation."""
    mark, opener = marks[number], stack[-1].sign
    before, after = text[mark.start - 1], text[mark.end : mark.end + 1]
    if mark.sign == '"' and opener in '"“„':
        if opener != '"' and (before.isspace() or after.isalnum()):
            return False
        return not ((before.isspace() or before in "([") and after.isalnum() and len(stack) < 2)
    if mark.sign == "”" and opener == '"':
        return True
    if mark.sign == "'" == opener and before.isspace() and after.isalnum():
        return False
    if mark.sign == "“" and opener == "“":
        return not before.isspace() and before not in _BEFORE_OPENING and not after.isalnum()
    if mark.sign not in _CLOSERS.get(opener, ""):
        return False
    if mark.sign in "'’‘" and before in "sS" and after == " " and text[mark.end + 1 : mark.end + 2].islower():
        return not any(later.sign in _CLOSERS[opener] for later in marks[number + 1 :])  # a plural's apostrophe
    return True
