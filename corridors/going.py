"""Who goes on speaking in a sentence of another language that names nobody, behind one that does."""

from __future__ import annotations

import re
from bisect import bisect_left

from corridors.han import is_question
from corridors.hearing import Hearing
from corridors.lexicon import lexicon
from corridors.quotations import QuotedText
from corridors.sentences import Span

_MOST_GOING_ON, _MOST_BEHIND, _OPENING = 5, 2, 30


class GoingOn:
    """
    The sentences of one text that go on with what was reported right before them.

    Parameters
    ----------
    quoted
        The text with its quotations.
    hearing
        Who says what in it.
    """

    def __init__(self, quoted: QuotedText, hearing: Hearing) -> None:
        self._text, self._quoted, self._hearing = quoted.text, quoted, hearing

    def right_behind(self, paragraph: Span, sentence: Span) -> str | None:
        """Return who is reported in the sentence right before one, in the same paragraph."""
        sentences = self._quoted.layout.sentences(paragraph)
        here = bisect_left(sentences, (sentence.start, 0))
        found = self._hearing.outside(paragraph, sentences[here - 1]) if here > 0 else []
        return self._hearing.who(found[-1]) if found else None

    def behind_colon(self, paragraph: Span, sentence: Span) -> str | None:
        """Return who speaks on behind "وی افزود:", which opens speech without marks up to the end of its paragraph."""
        sentences = self._quoted.layout.sentences(paragraph)
        for before in reversed(sentences[: bisect_left(sentences, (sentence.start, 0))]):
            if found := self._hearing.outside(paragraph, before):
                opens = self._text[found[-1].end : found[-1].end + 2].strip()[:1] == ":"
                quoted = [q for q in self._quoted.marks(paragraph) if found[-1].end <= q.start < before.end]
                marked = any(self._quoted.is_speech(q, True) for q in quoted)
                return self._hearing.who(found[-1]) if opens and not marked else None
        return None

    def behind_verb(self, paragraph: Span, sentence: Span) -> str | None:
        """Return who goes on speaking in a Chinese paragraph, farther on if it says "we" or "hope" from here."""
        listed = lexicon("tongues.toml")
        own = tuple(listed.words("chinese.author"))
        personal = re.search(listed.pattern("chinese.first_person"), self._text[sentence.start : paragraph.end])
        opening = self._text[sentence.start : min(sentence.end, sentence.start + _OPENING)]
        told = re.search(listed.pattern("chinese.background"), opening)
        if self._text.startswith(own, sentence.start) or (told and not personal):
            return None
        sentences = self._quoted.layout.sentences(paragraph)
        here = bisect_left(sentences, (sentence.start, 0))
        if here == 0 and self._text.startswith(tuple(listed.words("chinese.we")), sentence.start):
            return self._before(paragraph)
        most = _MOST_GOING_ON if personal else _MOST_BEHIND
        for before in reversed(sentences[max(0, here - most) : here]):
            if found := self._hearing.outside(paragraph, before):
                follows = self._text[found[-1].end : found[-1].end + 1]
                goes_on = ("，", ",", "：", ":") if personal else ("，", ",")
                return self._hearing.who(found[-1]) if follows in goes_on else None
            if self._text.startswith(own, before.start):
                return None
        return None

    def _before(self, paragraph: Span) -> str | None:
        """Return who spoke in the paragraphs right before one that opens with "中方" or "我们"."""
        before = self._quoted.previous(paragraph)
        for _ in range(_MOST_BEHIND):
            if before is None or is_question(self._text, before):
                return None
            if found := self._hearing.outside(before, before):
                return self._hearing.who(found[0])
            before = self._quoted.previous(before)
        return None
