"""
What is shown with a mention: its sentence, who says it, and whether in his own words.

Only the paragraphs that hold a mention are read, and those before them that a pronoun, an office or a quotation
over several paragraphs leads back to.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from corridors.model import Quote
from corridors.people import People
from corridors.phrases import tokens
from corridors.quotations import Quotation, is_speech, quotations
from corridors.sentences import Layout, Span
from corridors.speakers import Attribution, attributions, heading_speaker, is_transcript, label, named

LONGEST_QUOTE = 1_000
_FARTHEST, _FARTHEST_PERSON, _MOST_SENTENCES = 8, 4, 24
_LONGEST_LEAD, _LONGEST_REACH = 8, 500
_LONGEST_TAIL = 30
_LONGEST_INTRODUCTION = 160
_OPENS_CLAUSE = frozenset(("and", "but", "as", "which", "while", "because", "when", "if", "that", "who", "after"))
_NEIGHBOURHOOD = 20_000
_ELISION = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\.\.")
_MARKERS = re.compile(r"(?:[-*+•–—·▪‣>|]\s+|\d{1,3}[.)]\s+|#{1,6}\s+)+")
_EDGES = ' \t\r\n,;"“”„«»'


@dataclass(frozen=True, slots=True)
class Reading:
    """The quote of a mention, its speaker (None for the author's voice) and whether the words are the speaker's own."""

    quote: Quote
    speaker: str | None
    direct: bool


class Reader:
    """
    Reads what surrounds the mentions of one text.

    Parameters
    ----------
    text
        The whole text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._layout = Layout(text)
        self._people = People(text)
        self._transcripts: dict[int, bool] = {}
        self._attributions: dict[Span, list[Attribution]] = {}
        self._speech: dict[tuple[Quotation, bool], bool] = {}
        self._all_marks: dict[Span, tuple[Quotation, ...]] = {}
        self._quotations: dict[Span, tuple[Quotation, ...]] = {}
        self._carried_on: dict[Span, bool] = {}

    def read(self, start: int, end: int) -> Reading:
        """
        Return quote, speaker and directness of the mention at `start` to `end`.

        Parameters
        ----------
        start, end
            Offsets in the text, end exclusive.
        """
        paragraph = self._layout.paragraph(start)
        if end > paragraph.end:
            paragraph = Span(paragraph.start, self._layout.paragraph(end - 1).end)
        marks = self._marks(paragraph)
        nearest = marks[bisect_right(marks, start, key=lambda q: q.end) :][:1]
        inside = nearest[0] if nearest and nearest[0].holds(start, end) else None
        shown = self._shown(paragraph, Span(start, end), inside)
        quote = Quote(self.text[shown.start : shown.end], shown.start, shown.end)
        speaker, direct = self._speaker(paragraph, Span(start, end), inside)
        return Reading(quote, speaker, direct)

    def sentence(self, start: int, end: int) -> Span:
        """Return the sentence or sentences around a stretch of text."""
        paragraph = self._layout.paragraph(start)
        if end > paragraph.end:
            paragraph = Span(paragraph.start, self._layout.paragraph(end - 1).end)
        return self._sentence(paragraph, Span(start, end))

    def _speaker(self, paragraph: Span, at: Span, inside: Quotation | None) -> tuple[str | None, bool]:
        if inside:
            beside = self._beside(paragraph, inside)
            if self._is_speech(inside, beside is not None):
                return self._quotation_speaker(paragraph, inside, beside), True
        elif self._is_carried(paragraph):
            return self._earlier_speaker(paragraph), True
        if (who := self._transcript_speaker(paragraph, at)) is not None:
            return who, True
        if not inside and (introduced := self._introduced(paragraph)) is not None:
            return self._who(introduced), True
        heading = heading_speaker(self.text, paragraph)
        if heading and at.end <= heading[1]:
            return self._people.full(heading[0], at.start), False
        return self._reporting_speaker(paragraph, at), False

    # Quotations

    def _marks(self, paragraph: Span) -> tuple[Quotation, ...]:
        if paragraph not in self._quotations:
            found = self._every_mark(paragraph)
            if found and not found[0].opened and not self._is_open_before(paragraph):
                found = found[1:]
            self._quotations[paragraph] = found
        return self._quotations[paragraph]

    def _every_mark(self, paragraph: Span) -> tuple[Quotation, ...]:
        """Return the quotations of a paragraph by itself, also one that closes without having been opened."""
        if paragraph not in self._all_marks:
            self._all_marks[paragraph] = quotations(self.text, paragraph)
        return self._all_marks[paragraph]

    def _is_open_before(self, paragraph: Span) -> bool:
        """Tell whether a quotation that began in an earlier paragraph has not ended there."""
        before = self._previous(paragraph)
        for _ in range(_FARTHEST):
            if before is None:
                return False
            found = self._every_mark(before)
            if found:
                return not found[-1].closed
            before = self._previous(before)
        return False

    def _is_carried(self, paragraph: Span) -> bool:
        if paragraph not in self._carried_on:
            self._carried_on[paragraph] = self._carried(paragraph)
        return self._carried_on[paragraph]

    def _carried(self, paragraph: Span) -> bool:
        """Tell whether a paragraph without marks stands inside a quotation that opens before and closes behind it."""
        if self._marks(paragraph) or not self._is_open_before(paragraph):
            return False
        after = self._layout.after(paragraph)
        for _ in range(_FARTHEST):
            if after is None:
                return False
            if found := self._every_mark(after):
                return not found[0].opened
            after = self._layout.after(after)
        return False

    def _previous(self, paragraph: Span) -> Span | None:
        """Return the paragraph before one, marks of elision left out."""
        before = self._layout.before(paragraph)
        while before and _ELISION.fullmatch(self.text, before.start, before.end):
            before = self._layout.before(before)
        return before

    def _beside(self, paragraph: Span, quotation: Quotation) -> Attribution | None:
        """Return the attribution in the sentence that a quotation opens or closes in."""
        text = self.text
        if quotation.opened:
            opening = self._sentence(paragraph, Span(quotation.start, quotation.start + 1))
            lead = max(opening.start, quotation.start - _LONGEST_REACH)
            before = self._outside(paragraph, Span(lead, quotation.start))
            if before:
                return before[-1]
        if not quotation.closed:
            return self._beside_unclosed(paragraph)
        closing = self._sentence(paragraph, Span(quotation.end - 1, quotation.end))
        if text[quotation.inner.end - 1] in "?!…" and closing.end == quotation.end:
            following = next((s for s in self._layout.sentences(paragraph) if s.start >= quotation.end), None)
            if following and len(tokens(text, following.start, following.end)) <= 9:
                closing = following
        after = self._outside(paragraph, Span(quotation.end, min(closing.end, quotation.end + _LONGEST_REACH)))
        return after[0] if after else None

    def _beside_unclosed(self, paragraph: Span) -> Attribution | None:
        """Return the attribution that ends a paragraph whose quotation was never closed, by a slip of the pen."""
        after = self._layout.after(paragraph)
        if after and (found := self._every_mark(after)) and (found[0].start == after.start or not found[0].opened):
            return None
        if after and _ELISION.fullmatch(self.text, after.start, after.end):
            return None
        last = self._layout.sentences(paragraph)[-1]
        for attribution in reversed(self._said(last)):
            before = self.text[last.start : attribution.start].rstrip()
            if before.endswith(",") and len(self.text[attribution.end : last.end].strip(" .")) < _LONGEST_TAIL:
                return attribution
        return None

    def _is_speech(self, quotation: Quotation, attributed: bool) -> bool:
        key = (quotation, attributed)
        if key not in self._speech:
            self._speech[key] = is_speech(self.text, quotation, attributed)
        return self._speech[key]

    def _said(self, span: Span) -> list[Attribution]:
        if span not in self._attributions:
            self._attributions[span] = attributions(self.text, span)
        return self._attributions[span]

    def _outside(self, paragraph: Span, span: Span) -> list[Attribution]:
        """Return the attributions of a stretch that stand outside quotation marks."""
        found: list[Attribution] = []
        start = span.start
        marks = self._marks(paragraph)
        for quotation in marks[bisect_right(marks, start, key=lambda q: q.end) :]:
            if quotation.start >= span.end:
                break
            if self._is_speech(quotation, True):
                found += self._said(Span(start, max(start, quotation.start)))
                start = quotation.end
        if start < span.end:
            found += self._said(Span(start, span.end))
        return found

    def _quotation_speaker(self, paragraph: Span, quotation: Quotation, beside: Attribution | None) -> str | None:
        if beside:
            return self._who(beside)
        marks = self._marks(paragraph)
        number = marks.index(quotation)
        for other in (*reversed(marks[:number]), *marks[number + 1 :]):
            if attribution := self._beside(paragraph, other):
                return self._who(attribution)
        if not quotation.closed and (who := self._later_speaker(paragraph)):
            return who
        if quotation.start == paragraph.start and self._follows_speech(paragraph):
            return self._earlier_speaker(paragraph)
        return None

    def _follows_speech(self, paragraph: Span) -> bool:
        """Tell whether the paragraph before one introduces a quotation, or is somebody's words itself."""
        before = self._previous(paragraph)
        if before is None:
            return False
        if self.text[before.end - 1] == ":":
            return True
        speech = any(self._is_speech(q, True) for q in self._marks(before))
        return speech or any(a.kind in ("name", "office", "pronoun") for a in self._outside(before, before))

    def _introduced(self, paragraph: Span) -> Attribution | None:
        """Return the attribution of "As he said:" where a paragraph without marks is set off behind it."""
        before = self._previous(paragraph)
        if before is None or self.text[before.end - 1] != ":" or _MARKERS.match(self.text, paragraph.start):
            return None
        last = self._layout.sentences(before)[-1]
        found = self._outside(before, last)
        if not found or last.end - last.start > _LONGEST_INTRODUCTION:
            return None
        return found[-1] if len(self.text[found[-1].end : last.end].strip(" :")) < _LONGEST_TAIL else None

    def _later_speaker(self, paragraph: Span) -> str | None:
        """Return who is named where a quotation over several paragraphs ends."""
        after = self._layout.after(paragraph)
        for _ in range(_FARTHEST):
            if after is None:
                return None
            found = self._every_mark(after)
            elided = _ELISION.fullmatch(self.text, after.start, after.end)
            if found and (found[0].start == after.start or not found[0].opened):
                if found[0].closed:
                    attribution = self._beside(after, found[0])
                    return self._who(attribution) if attribution else None
            elif found or not elided:
                return None
            after = self._layout.after(after)
        return None

    # Speakers

    def _who(self, attribution: Attribution) -> str | None:
        """Return the speaker of an attribution, a pronoun led back to the person last speaking."""
        if attribution.kind != "pronoun":
            return named(attribution, self._people)
        if attribution.phrase.lower() in ("i", "we"):
            return None
        return self._last_person(attribution.at)

    def _last_person(self, offset: int) -> str | None:
        """Return who spoke last, or was the subject of a sentence last, before an offset."""
        paragraph: Span | None = self._layout.paragraph(offset)
        left = _MOST_SENTENCES
        for _ in range(_FARTHEST_PERSON):
            if paragraph is None or left <= 0:
                return None
            found = self._layout.sentences(paragraph)
            earlier = found[: bisect_left(found, (offset, 0))][-left:]
            left -= len(earlier)
            for sentence in reversed(earlier):
                stretch = Span(sentence.start, min(sentence.end, offset))
                for attribution in reversed(self._outside(paragraph, stretch)):
                    if attribution.kind in ("name", "office") and attribution.at < offset:
                        return named(attribution, self._people)
                if (who := self._people.subject(*stretch)) is not None:
                    return who
            if earlier and (who := self._people.only(earlier[0].start, min(paragraph.end, offset))) is not None:
                return who
            paragraph = self._previous(paragraph)
        return None

    def _earlier_speaker(self, paragraph: Span) -> str | None:
        """Return who speaks in the paragraphs before one whose quotation goes on or names nobody."""
        before = self._previous(paragraph)
        for _ in range(_FARTHEST):
            if before is None:
                return None
            if found := self._outside(before, before):
                return self._who(found[-1])
            before = self._previous(before)
        return None

    def _reporting_speaker(self, paragraph: Span, at: Span) -> str | None:
        """Return who is reported to have said the sentence that a mention stands in."""
        sentence = self._sentence(paragraph, at)
        if sentence.end - sentence.start > 4 * _LONGEST_REACH:
            sentence = Span(max(sentence.start, at.start - _LONGEST_REACH), min(sentence.end, at.end + _LONGEST_REACH))
        found = self._outside(paragraph, sentence)
        earlier = [attribution for attribution in found if attribution.end <= at.start]
        if earlier:
            return self._who(earlier[-1])
        for attribution in found:
            if attribution.according or (attribution.start >= at.end and self._closes(attribution, at, sentence)):
                return self._who(attribution)
        return None

    def _closes(self, attribution: Attribution, at: Span, sentence: Span) -> bool:
        """Tell whether an attribution such as ", Lavrov said" follows, after a comma, what is said."""
        before = self.text[at.end : attribution.start]
        comma = max(before.rfind(mark) for mark in ',—–”"»')
        if comma < 0:
            return False
        words = tokens(before, comma + 1, len(before))
        follows = tokens(self.text, attribution.end, min(sentence.end, attribution.end + 40))
        if follows and follows[0].low == "that":
            return False
        return len(words) <= _LONGEST_LEAD and not (words and words[0].low in _OPENS_CLAUSE)

    def _transcript_speaker(self, paragraph: Span, at: Span) -> str | None:
        """Return the speaker whose label opens this paragraph of a transcript or the nearest before it."""
        near = at.start // _NEIGHBOURHOOD
        if near not in self._transcripts:
            self._transcripts[near] = is_transcript(self.text, near * _NEIGHBOURHOOD + _NEIGHBOURHOOD // 2)
        if not self._transcripts[near]:
            return None
        here: Span | None = paragraph
        for _ in range(4 * _FARTHEST):
            if here is None or self.text[here.start] in "#([":
                return None
            if found := label(self.text, here):
                who, begin = found
                return self._people.full(who, here.start) if at.start >= begin else None
            here = self._layout.before(here)
        return None

    # Sentences

    def _sentence(self, paragraph: Span, at: Span) -> Span:
        """Return the sentence or sentences that a stretch of a paragraph lies in."""
        found = self._layout.sentences(paragraph)
        first = max(0, bisect_right(found, (at.start, len(self.text))) - 1)
        last = max(first, bisect_left(found, (at.end, 0)) - 1)
        if not found or found[first].end <= at.start:
            return at
        return Span(min(at.start, found[first].start), max(at.end, found[last].end))

    def _shown(self, paragraph: Span, at: Span, inside: Quotation | None) -> Span:
        """Return the stretch shown as the quote: the sentence, cut where a quotation's edge runs through it."""
        start, end = self._sentence(paragraph, at)
        if inside:
            if inside.start < start or inside.end > end:
                start, end = max(start, inside.inner.start), min(end, inside.inner.end)
        else:
            for quotation in self._marks(paragraph):
                if quotation.start < start < quotation.end <= at.start:
                    start = quotation.end
                if at.end <= quotation.start < end < quotation.end:
                    end = quotation.start
        start, end = min(start, at.start), max(end, at.end)
        if end - start > LONGEST_QUOTE:
            room = max(0, LONGEST_QUOTE - (at.end - at.start)) // 2
            low, high = max(start, at.start - room), min(end, at.end + room)
            start = low if low == start else min(at.start, self._after_space(low, at.start))
            end = high if high == end else max(at.end, self.text.rfind(" ", at.end, high))
        return self._trimmed(start, end, at)

    def _after_space(self, low: int, high: int) -> int:
        space = self.text.find(" ", low, high)
        return low if space < 0 else space + 1

    def _trimmed(self, start: int, end: int, at: Span) -> Span:
        """Leave out list markers and what stands loose at the edges."""
        if marker := _MARKERS.match(self.text, start, at.start):
            start = marker.end()
        balanced = quotations(self.text, Span(start, end))
        loose = _EDGES if not any(q.opened and q.closed for q in balanced) else " \t\r\n,;"
        while start < at.start and self.text[start] in loose:
            start += 1
        while end > at.end and self.text[end - 1] in (loose if loose is _EDGES else " \t\r\n"):
            end -= 1
        return Span(start, end)
