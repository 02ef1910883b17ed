"""What is shown with a mention: its sentence, who says it, and whether in his own words."""

from __future__ import annotations

from dataclasses import dataclass

from corridors.model import Quote
from corridors.quotations import Quotation, QuotedText, is_title, quotations
from corridors.sentences import LIST_MARKERS, Span
from corridors.voices import Voices

LONGEST_QUOTE = 1_000
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
        self._quoted = QuotedText(text)
        self._voices = Voices(self._quoted)
        self._sentences: dict[Span, Span] = {}

    def read(self, start: int, end: int) -> Reading:
        """
        Return quote, speaker and directness of the mention at `start` to `end`.

        Parameters
        ----------
        start, end
            Offsets in the text, end exclusive.
        """
        paragraph, at = self.paragraph(start, end), Span(start, end)
        nearest = self._quoted.from_mark(paragraph, start)[:1]
        inside = nearest[0] if nearest and nearest[0].holds(start, end) else None
        shown = self._shown(paragraph, at, inside)
        quote = Quote(self.text[shown.start : shown.end], shown.start, shown.end)
        return Reading(quote, *self._voices.speaker(paragraph, at, inside))

    def sentence(self, start: int, end: int) -> Span:
        """Return the sentence or sentences around a stretch of text."""
        at = Span(start, end)
        if at not in self._sentences:
            self._sentences[at] = self._quoted.sentence(self.paragraph(start, end), at)
        return self._sentences[at]

    def in_title(self, start: int, end: int) -> bool:
        """Tell whether a stretch is part of the title of a book, a song or the like, and not all of it."""
        for quotation in self._quoted.from_mark(self.paragraph(start, end), start)[:1]:
            inner = quotation.inner
            if quotation.holds(start, end) and end - start < len(self.text[inner.start : inner.end].strip(" ,.")):
                return is_title(self.text, quotation)
        return False

    def paragraph(self, start: int, end: int) -> Span:
        """Return the paragraph around a stretch of text."""
        paragraph = self._quoted.layout.paragraph(start)
        if end > paragraph.end:
            paragraph = Span(paragraph.start, self._quoted.layout.paragraph(end - 1).end)
        return paragraph

    def _shown(self, paragraph: Span, at: Span, inside: Quotation | None) -> Span:
        """Return the stretch shown as the quote: the sentence, cut where a quotation's edge runs through it."""
        start, end = self._quoted.sentence(paragraph, at)
        if inside:
            if inside.start < start or inside.end > end:
                start, end = max(start, inside.inner.start), min(end, inside.inner.end)
        else:
            for quotation in self._quoted.marks(paragraph):
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
        if marker := LIST_MARKERS.match(self.text, start, at.start):
            start = marker.end()
        balanced = quotations(self.text, Span(start, end))
        loose = _EDGES if not any(q.opened and q.closed for q in balanced) else " \t\r\n,;"
        while start < at.start and self.text[start] in loose:
            start += 1
        while end > at.end and self.text[end - 1] in (loose if loose is _EDGES else " \t\r\n"):
            end -= 1
        return Span(start, end)
