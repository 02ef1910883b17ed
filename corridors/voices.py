"""
Who speaks where a mention stands, and whether in his own words.

Only the paragraph of a mention is read, and those before it that a pronoun, an office or a quotation over several
paragraphs leads back to.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from corridors import tongues
from corridors.labels import Transcript, heading_speaker, label, transcript
from corridors.people import People
from corridors.phrases import ARTICLES, LINKS, is_office, tokens
from corridors.quotations import Quotation, QuotedText
from corridors.sentences import LIST_MARKERS, Span
from corridors.speakers import Attribution, attributions, named

_FARTHEST, _FARTHEST_PERSON, _MOST_SENTENCES = 8, 4, 10
_LONGEST_LEAD, _LONGEST_REACH, _LONGEST_TAIL, _LONGEST_INTRODUCTION = 8, 500, 30, 160
_NEIGHBOURHOOD = 20_000
_NOBODY = ""
_SEVERAL = re.compile(
    r"((?:[^\W\d_]+ )?[^\W\d_]{4,}s(?: (?:from|of|in) (?:the )?\w+)?) (?:were|have|had|are|did|will|would|\w+ed)\b"
)
_ITEM = re.compile(r"\(\w{1,3}\)")
_OPENS_CLAUSE = frozenset(("and", "but", "as", "which", "while", "because", "when", "if", "that", "who", "after"))


class Voices:
    """
    The speakers of one text.

    Parameters
    ----------
    quoted
        The text with its quotations.
    """

    def __init__(self, quoted: QuotedText) -> None:
        self.text = quoted.text
        self._quoted = quoted
        self._people = People(quoted.text)
        self._transcripts: dict[int, Transcript] = {}
        self._tongues: dict[Span, tongues.Tongue | None] = {}
        self._attributions: dict[Span, list[Attribution]] = {}

    def speaker(self, paragraph: Span, at: Span, inside: Quotation | None) -> tuple[str | None, bool]:
        """
        Return who says what stands at a place, None for the author, and whether in his own words.

        Parameters
        ----------
        paragraph, at
            The paragraph and the place in it.
        inside
            The quotation around the place, if any.
        """
        if inside:
            beside = self._beside(paragraph, inside)
            if self._quoted.is_speech(inside, beside is not None):
                return self._quotation_speaker(paragraph, inside, beside), True
        elif self._quoted.is_carried(paragraph):
            return self._earlier_speaker(paragraph), True
        if (who := self._transcript_speaker(paragraph, at)) is not None:
            return who or None, True
        if not inside and (introduced := self._introduced(paragraph)) is not None:
            return self._who(introduced), True
        heading = heading_speaker(self.text, paragraph)
        if heading and at.end <= heading[1]:
            return self._heading_name(heading[0], at.start), False
        return self._reporting_speaker(paragraph, at), False

    def _heading_name(self, name: str, offset: int) -> str:
        """Return the person that a heading's last words mean, an office led back to who holds it."""
        toks = tokens(name, 0, len(name))
        if is_office(toks[-1]) and (who := self._people.holder(frozenset(token.low for token in toks), offset)):
            return who
        return self._people.full(name, offset)

    def _beside(self, paragraph: Span, quotation: Quotation) -> Attribution | None:
        """Return the attribution in the sentence that a quotation opens or closes in."""
        text = self.text
        if quotation.opened:
            opening = self._quoted.sentence(paragraph, Span(quotation.start, quotation.start + 1))
            lead = max(opening.start, quotation.start - _LONGEST_REACH)
            before = self._outside(paragraph, Span(lead, quotation.start))
            if before:
                return before[-1]
            if (named_before := self._colon(opening, quotation)) is not None:
                return named_before
            if (found := label(text, Span(paragraph.start, quotation.start + 1))) and found[1] >= quotation.start - 2:
                return Attribution(paragraph.start, found[1], found[0], paragraph.start, "name")  # Ann Lee: “…”
        if not quotation.closed:
            return self._beside_unclosed(paragraph)
        closing = self._quoted.sentence(paragraph, Span(quotation.end - 1, quotation.end))
        if text[quotation.inner.end - 1] in "?!…" and closing.end == quotation.end:
            following = next((s for s in self._quoted.layout.sentences(paragraph) if s.start >= quotation.end), None)
            if following and len(tokens(text, following.start, following.end)) <= 9:
                closing = following
        after = self._outside(paragraph, Span(quotation.end, min(closing.end, quotation.end + _LONGEST_REACH)))
        return after[0] if after else None

    def _colon(self, sentence: Span, quotation: Quotation) -> Attribution | None:
        """Return the subject of a sentence without a verb of saying that ends in a colon before a quotation."""
        lead = self.text[sentence.start : quotation.start].rstrip()
        if not lead.endswith(":"):
            return None
        who = self._people.subject(sentence.start, quotation.start)
        if (who := who or self._people.only(sentence.start, quotation.start)) is None:
            return None
        return Attribution(sentence.start, quotation.start, who, sentence.start, "name")

    def _beside_unclosed(self, paragraph: Span) -> Attribution | None:
        """Return the attribution that ends a paragraph whose quotation was never closed, by a slip of the pen."""
        after = self._quoted.layout.after(paragraph)
        if after and (self._quoted.goes_on(after) or self._quoted.is_elision(after)):
            return None
        last = self._quoted.layout.sentences(paragraph)[-1]
        for attribution in reversed(self._said(last)):
            before = self.text[last.start : attribution.start].rstrip()
            if before.endswith(",") and len(self.text[attribution.end : last.end].strip(" .")) < _LONGEST_TAIL:
                return attribution
        return None

    def _said(self, span: Span) -> list[Attribution]:
        if span not in self._attributions:
            known = self._tongue(self._quoted.layout.paragraph(span.start))
            self._attributions[span] = (
                attributions(self.text, span) if known is None else tongues.attributions(self.text, span, known)
            )
        return self._attributions[span]

    def _tongue(self, paragraph: Span) -> tongues.Tongue | None:
        if paragraph not in self._tongues:
            self._tongues[paragraph] = tongues.tongue(self.text, paragraph)
        return self._tongues[paragraph]

    def _outside(self, paragraph: Span, span: Span) -> list[Attribution]:
        """Return the attributions of a stretch that stand outside quotation marks."""
        found: list[Attribution] = []
        start = span.start
        for quotation in self._quoted.from_mark(paragraph, start):
            if quotation.start >= span.end:
                break
            if self._quoted.is_speech(quotation, True):
                found += self._said(Span(start, max(start, quotation.start)))
                start = quotation.end
        if start < span.end:
            found += self._said(Span(start, span.end))
        return found

    def _quotation_speaker(self, paragraph: Span, quotation: Quotation, beside: Attribution | None) -> str | None:
        if beside:
            return self._who(beside)
        marks = self._quoted.marks(paragraph)
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
        before = self._quoted.previous(paragraph)
        if before is None:
            return False
        if self.text[before.end - 1] == ":":
            return True
        speech = any(self._quoted.is_speech(q, True) for q in self._quoted.marks(before))
        return speech or any(a.kind in ("name", "office", "pronoun") for a in self._outside(before, before))

    def _introduced(self, paragraph: Span) -> Attribution | None:
        """Return the attribution of "As he said:" where a paragraph without marks is set off behind it."""
        before = self._quoted.previous(paragraph)
        if before is None or self.text[before.end - 1] != ":" or LIST_MARKERS.match(self.text, paragraph.start):
            return None
        last = self._quoted.layout.sentences(before)[-1]
        found = self._outside(before, last)
        if not found or last.end - last.start > _LONGEST_INTRODUCTION:
            return None
        return found[-1] if len(self.text[found[-1].end : last.end].strip(" :")) < _LONGEST_TAIL else None

    def _later_speaker(self, paragraph: Span) -> str | None:
        """Return who is named where a quotation over several paragraphs ends."""
        after = self._quoted.layout.after(paragraph)
        for _ in range(_FARTHEST):
            if after is None:
                return None
            found = self._quoted.every_mark(after)
            elided = self._quoted.is_elision(after)
            if found and (found[0].start == after.start or not found[0].opened):
                if found[0].closed:
                    attribution = self._beside(after, found[0])
                    return self._who(attribution) if attribution else None
            elif found or not elided:
                return None
            after = self._quoted.layout.after(after)
        return None

    def _who(self, attribution: Attribution) -> str | None:
        """Return the speaker of an attribution, a pronoun led back to the person last speaking."""
        if attribution.kind == "office":
            words = frozenset(t.low for t in tokens(attribution.phrase, 0, len(attribution.phrase)) if t.is_word)
            last = self._last_person(attribution.at)
            if last and self._people.may_hold(last, words - ARTICLES - LINKS, attribution.at):
                return self._people.full(last, attribution.at)
        if attribution.kind != "pronoun":
            return named(attribution, self._people)
        if attribution.phrase.lower() in ("i", "we"):
            return None
        several = self._last_several(attribution.at) if attribution.phrase.lower() == "they" else None
        return several or self._last_person(attribution.at)

    def _last_several(self, offset: int) -> str | None:
        """Return the plural that opens the sentence before: "Senators from the north were doubtful. They …"."""
        paragraph = self._quoted.layout.paragraph(offset)
        found = self._quoted.layout.sentences(paragraph)
        here = bisect_left(found, (offset + 1, 0)) - 1
        match = _SEVERAL.match(self.text, *found[here - 1]) if here > 0 else None
        return match[1] if match else None

    def _last_person(self, offset: int) -> str | None:
        """Return who spoke last, or was the subject of a sentence last, before an offset."""
        paragraph: Span | None = self._quoted.layout.paragraph(offset)
        left = _MOST_SENTENCES
        for _ in range(_FARTHEST_PERSON):
            if paragraph is None or left <= 0:
                return None
            found = self._quoted.layout.sentences(paragraph)
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
            paragraph = self._quoted.previous(paragraph)
        return None

    def _earlier_speaker(self, paragraph: Span) -> str | None:
        """Return who speaks in the paragraphs before one whose quotation goes on or names nobody."""
        before = self._quoted.previous(paragraph)
        for _ in range(_FARTHEST):
            if before is None:
                return None
            if found := self._outside(before, before):
                return self._who(found[-1])
            before = self._quoted.previous(before)
        return None

    def _reporting_speaker(self, paragraph: Span, at: Span) -> str | None:
        """Return who is reported to have said the sentence that a mention stands in."""
        sentence = self._quoted.sentence(paragraph, at)
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
        if comma < 0 or ";" in before:
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
            self._transcripts[near] = transcript(self.text, near * _NEIGHBOURHOOD + _NEIGHBOURHOOD // 2)
        if not self._transcripts[near].labelled:
            return None
        here: Span | None = paragraph
        for _ in range(4 * _FARTHEST):
            if here is None or (self.text[here.start] in "#([" and not _ITEM.match(self.text, here.start)):
                return None
            if found := label(self.text, here):
                who, begin = found
                if who.lower() in ("q", "a"):
                    return _NOBODY if at.start >= begin else None
                return self._people.full(who, here.start) if at.start >= begin else None
            if not self._transcripts[near].carries:
                return None
            here = self._quoted.layout.before(here)
        return None
