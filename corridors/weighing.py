"""What speaks for a possible mention: the words and the rows around it, and the mentions that are known already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corridors.bearers import is_bearer
from corridors.candidates import Candidate
from corridors.context import Context
from corridors.fold import Folded
from corridors.model import Corridor
from corridors.quotes import Reader
from corridors.sentences import Span
from corridors.terms import Gazette
from corridors.witnesses import Witness, Witnesses

NEAR, FAR = 600, 4_000
BRACKET, SAME = 3, 10.0
FIRM, SOME = 1.5, 0.25
MARGIN, LEAST_MARGIN = 1.35, 0.3
_OPENING, _CLOSING, _WITHIN = tuple("\"'“‘«„"), tuple("\"'”’»“"), tuple(",. \xa0\u202f")
_WIDEST_ROW, _COLUMNS = 300, re.compile(r"\t|\||[^\s.!?:] {2,}\S")
_ARTICLE, _LEAD = re.compile(r"(?i)(?<![^\W_])(?:(?:the|le|la|les|der|die|das|el|il) |[\s\xa0\u202f])$"), 8


@dataclass(frozen=True, slots=True)
class Knowledge:
    """
    What is known of a catalogue before any text is read.

    `catalogue` are corridors by id, in the order in which they are preferred; `gazette`, `reach` and `lines` the words
    and the countries that speak for them, and the countries that their lines run through; `bearers` their namesakes by
    folded name and corridor, empty for any.
    """

    catalogue: Mapping[str, Corridor]
    gazette: Gazette
    reach: Mapping[str, frozenset[str]]
    lines: Mapping[str, frozenset[str]]
    bearers: Mapping[tuple[str, str], Sequence[str]]


class Weighing:
    """
    Weighs the candidates of one text.

    Parameters
    ----------
    knowledge
        Of the catalogue.
    reader
        The text's sentences.
    """

    def __init__(self, knowledge: Knowledge, reader: Reader) -> None:
        self._order = {key: number for number, key in enumerate(knowledge.catalogue)}
        self._knowledge, self._reader = knowledge, reader
        self._contexts: dict[int, Context] = {}
        self._placed: dict[tuple[int, int, int], tuple[Span, Span]] = {}
        self._known = Witnesses()

    def _rank(self, candidate: Candidate) -> int:
        return self._order.get(candidate.corridor, len(self._order))

    def _context(self, folded: Folded) -> Context:
        if id(folded) not in self._contexts:
            self._contexts[id(folded)] = Context(
                folded, self._knowledge.gazette, self._knowledge.reach, self._knowledge.lines
            )
        return self._contexts[id(folded)]

    def _spans(self, c: Candidate) -> tuple[Span, Span]:
        """Return sentence and paragraph of a candidate in the folded text."""
        place = (id(c.folded), c.start, c.end)
        if place not in self._placed:
            spans = (self._row(c) or self._reader.sentence(c.start, c.end), self._reader.paragraph(c.start, c.end))
            sentence, paragraph = (Span(c.folded.position(s.start), c.folded.position(s.end)) for s in spans)
            self._placed[place] = sentence, paragraph
        return self._placed[place]

    def _row(self, c: Candidate) -> Span | None:
        """Return the row of a table that a candidate stands in, whose columns are set apart by bars or wide gaps."""
        source = c.folded.source
        start = source.rfind("\n", max(0, c.start - _WIDEST_ROW), c.start) + 1
        if c.start - start >= _WIDEST_ROW:
            return None
        end = source.find("\n", c.end, c.end + _WIDEST_ROW)
        span = Span(start, end if end >= 0 else min(len(source), c.end + _WIDEST_ROW))
        line = source[span.start : span.end]
        apart = "\t" in line or "|" in line or "  " in line
        return span if apart and _COLUMNS.search(line) else None

    def _is_quoted(self, c: Candidate) -> bool:
        """Tell whether quotation marks enclose a name and nothing else."""
        source = c.folded.source
        before = _ARTICLE.sub("", source[max(0, c.start - _LEAD) : c.start])
        behind = source[c.end : c.end + 2]
        return before.endswith(_OPENING) and behind[behind[:1] in _WITHIN :][:1] in _CLOSING

    def _score(self, c: Candidate, context: Context, sentence: Span, paragraph: Span) -> float:
        return context.evidence(c.at, sentence, paragraph, [c.corridor]).own[c.corridor]

    def _friend(self, c: Candidate, within: int) -> bool:
        """Tell whether a known mention of the same corridor stands so near, or, with 0, in the same sentence."""
        span = Span(c.start - within, c.end + within) if within else self._reader.sentence(c.start, c.end)
        return any(
            start < span.end and span.start < end for start, end in self._known.nearest(c.corridor, c.start, c.end)
        )

    def _support(self, c: Candidate) -> float:
        """
        Weigh the surer mentions around a name: of the same corridor, and of others with which it shares countries.

        One in the same sentence speaks less for the same corridor than one in the sentence before, since nobody
        says the same thing twice in a breath; one right beside, in brackets, says that they are the same.
        """
        shown = self._reader.sentence(c.start, c.end)
        paragraph = self._reader.paragraph(c.start, c.end)
        context = self._context(c.folded)
        own = 0.0
        for start, end in self._known.nearest(c.corridor, c.start, c.end):
            gap = start - c.end if start >= c.end else c.start - end
            if gap <= BRACKET and "(" in c.folded.source[min(end, c.end) : max(start, c.start)]:
                return SAME
            if shown.start <= start and end <= shown.end:
                weight = 1.5
            elif paragraph.start <= start and end <= paragraph.end:
                weight = 3.0
            else:
                weight = 2.0 if gap <= NEAR else 1.0 if gap <= FAR else 0.5
            own = max(own, weight)
        other = 0.0
        for start, end, key in self._beside(c, max(NEAR, c.start - paragraph.start, paragraph.end - c.end)):
            if key != c.corridor:
                inside = paragraph.start <= start and end <= paragraph.end
                other = max(other, context.related(c.corridor, key) * (1.2 if inside else 0.6))
        return own + other

    def _beside(self, c: Candidate, within: int) -> Iterator[Witness]:
        """Yield the known mentions near a candidate, but not where it stands."""
        for witness in self._known.near(c.start - within, c.end + within):
            if witness[0] >= c.end or witness[1] <= c.start:
                yield witness

    def _any_near(self, c: Candidate) -> bool:
        """Tell whether any known mention stands near, but not where the candidate does."""
        return any(not is_bearer(key) for *_, key in self._beside(c, NEAR))

    def _told(self, c: Candidate, context: Context, sentence: Span) -> int:
        """Return 1 if the sentence names places of the corridor, else 0."""
        return int(context.said(c.at, sentence, c.corridor) >= FIRM)
