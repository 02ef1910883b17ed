"""A possible mention, before its context and what overlaps it are looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from corridors.fold import Folded
from corridors.lexicon import lexicon
from corridors.model import Certainty, Kind

_RANKS = {Kind.NAME: 0, Kind.ABBREVIATION: 1, Kind.ALIAS: 2, Kind.ENDPOINTS: 3}
_LEAD = 12
_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")
_QUOTE = re.compile("[\\[\\]\"“”«»„‘’']")
CERTAINTIES = tuple(Certainty)


class Trust(IntEnum):
    """How much a name tells by itself: enough, enough unless the words around speak against it, or too little."""

    SURE = 0
    WEAK = 1
    LOOSE = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    A possible mention.

    `start` and `end` are offsets in the text as read, `at` is the place in the folded text `folded`; `name` is the
    folded name behind it, empty for two ends; others bear a `shared` one, a `bare` one lacks a noun such as
    "corridor", with which a `clipped` one is listed too. `others` are the corridors it may mean instead.
    """

    start: int
    end: int
    folded: Folded
    at: tuple[int, int]
    corridor: str
    kind: Kind
    name: str
    trust: Trust = Trust.SURE
    shared: bool = False
    certainty: Certainty = Certainty.CERTAIN
    route: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()
    bare: bool = False
    clipped: bool = False

    @property
    def is_lower(self) -> bool:
        """
        Whether it is written in small letters, but for a capital where a sentence begins.

        German nouns do not count, "corridor Atlantique" has its capital later.
        """
        source = self.folded.source
        if source[self.start : self.start + 1].islower():
            capitals = [word for word in _WORD.findall(source[self.start : self.end]) if word[0].isupper()]
            return {word.lower() for word in capitals} <= lexicon().words("routes.foreign_heads")
        before = source[max(0, self.start - _LEAD) : self.start].rstrip(' \t"“‘«(*_')
        rest = source[self.start : self.end].split(None, 1)[1:]
        return (not before or before[-1] in ".!?\n") and bool(rest) and rest[0].islower()

    def less(self, certainty: Certainty) -> Candidate:
        """Return the candidate no more certain than `certainty`."""
        return replace(self, certainty=max(certainty, self.certainty, key=CERTAINTIES.index))


def leftmost_longest(found: Iterable[Candidate]) -> list[Candidate]:
    """Keep, of candidates that overlap, the one that begins first, then the longest, then the listed name."""
    ordered = sorted(found, key=lambda c: (c.start, -c.end, _RANKS[c.kind], CERTAINTIES.index(c.certainty), c.corridor))
    chosen: list[Candidate] = []
    for candidate in ordered:
        if not chosen or candidate.start >= chosen[-1].end:
            chosen.append(candidate)
        elif (candidate.start, candidate.end) == (chosen[-1].start, chosen[-1].end):
            last = chosen[-1]
            if candidate.corridor != last.corridor and candidate.kind == last.kind and not last.others:
                chosen[-1] = replace(last, certainty=Certainty.UNCERTAIN, others=(candidate.corridor,))
    return chosen


def with_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the partner of a quotation mark that stands inside a name: “North-South” Corridor."""
    if not _QUOTE.search(text, start, end):  # most have none
        return start, end
    inside = _APOSTROPHE.sub(".", text[start:end])
    for opening, closing in (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"), ("‘", "’"), ("'", "'"), ("[", "]")):
        if (
            inside.count(closing) == 1
            and (opening == closing or opening not in inside)
            and text[start - 1 : start] == opening
        ):
            return start - 1, end
        if (
            inside.count(opening) == 1
            and opening != closing
            and closing not in inside
            and text[end : end + 1] == closing
        ):
            return start, end + 1
        if opening == closing and inside.count(opening) == 1 and text[end : end + 1] == closing:
            return start, end + 1
    return start, end
