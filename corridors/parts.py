"""Whether a shared name is that of a part of another corridor: "the Eastern Corridor of IMEC"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from itertools import takewhile

from corridors.candidates import Candidate
from corridors.sentences import Span

_FARTHEST = 600
_OF = re.compile(r"\s+of\s+(?:the\s+)?[\"“‘']?")
_OWNED = re.compile(r"[\"”’']?['’]s?\s+(?:[a-z-]+\s+){0,2}[\"“‘']?")
_MADE_OF = re.compile(
    r"\b(?:compris|consist|divid|split|made up|ha(?:s|d|ve|ving)\b|includ|featur|contain|envisag|involv|form)"
    r"[^.;!?]{0,60}?\b(?:two|three|four|five|several|both|[2-5])\s(?:[a-z-]+\s){0,2}"
    r"(?:corridors|routes|branches|parts|sections|segments|legs|arms|components|stretches|alignments)\b"
)


class Wholes:
    """
    The names in a text of corridors that may have parts.

    Parameters
    ----------
    named
        Possible mentions, those of shared names left out.
    """

    def __init__(self, named: Iterable[Candidate]) -> None:
        self._starts = sorted({(c.start, c.end, c.corridor) for c in named})
        self._ends = sorted((end, start, key) for start, end, key in self._starts)

    def hold(self, c: Candidate, own: Collection[str], paragraph: Span) -> bool:
        """
        Tell whether a shared name is that of a part of one of them.

        Parameters
        ----------
        c
            The name.
        own
            What it may mean.
        paragraph
            The paragraph around it, in the text as read.
        """
        source = c.folded.source
        if (of := _OF.match(source, c.end)) and any(key not in own for key in self._at(of.end())):
            return True
        low = max(paragraph.start, c.start - _FARTHEST)
        before = self._ends[bisect_left(self._ends, (low, 0, "")) : bisect_right(self._ends, (c.start, 0, ""))]
        for end, _, key in reversed(before):
            if key in own:
                return False
            if _OWNED.fullmatch(source, end, c.start) or _MADE_OF.search(source, end, c.start):
                return True
        return False

    def _at(self, place: int) -> list[str]:
        """Return the corridors whose names begin at a place."""
        first = bisect_left(self._starts, (place, 0, ""))
        following = (self._starts[n] for n in range(first, len(self._starts)))
        return [key for _, _, key in takewhile(lambda name: name[0] == place, following)]
