"""
Routes named by their two ends: "Chennai-Vladivostok route", "from Chennai to Vladivostok", "linking A with B".

Place names are found like any other name; this module looks at two that stand near each other, at what joins them
and at what stands on either side. All of it works on the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from corridors.fold import DASHES, Folded
from corridors.lexicon import lexicon

_REACH = 90
_BESIDE = 80
_WORD = r"[^\W\d_][\w']*"


class PlaceHit(NamedTuple):
    """A place name in the folded text."""

    start: int
    end: int
    place: str


@dataclass(frozen=True, slots=True)
class PairHit:
    """
    Two places that name a route, as a stretch of the folded text.

    `named` is true for a pair with a noun such as "route" ("Chennai-Vladivostok route"), which is a name; otherwise
    it is a description by the ends. `sure` is false where only the context can tell that a route is meant.
    """

    start: int
    end: int
    origin: str
    destination: str
    named: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class _Grammar:
    to: re.Pattern[str]
    with_: re.Pattern[str]
    and_: re.Pattern[str]
    passive: re.Pattern[str]
    from_: re.Pattern[str]
    between: re.Pattern[str]
    linking: re.Pattern[str]
    head_right: re.Pattern[str]
    head_left: re.Pattern[str]
    shared: re.Pattern[str]
    plural_right: re.Pattern[str]
    traffic: re.Pattern[str]


def pairs(
    folded: Folded, hits: Sequence[PlaceHit], known: Mapping[frozenset[str], Sequence[str]]
) -> Iterator[tuple[PairHit, Sequence[str]]]:
    """
    Yield each pair of places that names a route, with the ids of the corridors it stands for.

    Parameters
    ----------
    folded
        The text.
    hits
        Place names in it, in order, without overlaps.
    known
        The corridors by the two places that name them.
    """
    for number, first in enumerate(hits):
        for second in hits[number + 1 : number + 4]:
            if second.start - first.end > _REACH:
                break
            corridors = known.get(frozenset((first.place, second.place)))
            if corridors and first.place != second.place and (found := _pair(folded, first, second)):
                yield found, corridors


def shares_head(text: str, start: int, end: int) -> int | None:
    """
    Return where a name without its last noun ends if it shares the noun of another name; None if it does not.

    In "the North-South and East-West corridors" the first stops before "and"; in "the INSTC and Northern Sea
    routes" the second takes the noun in.
    """
    right = text[end : end + _BESIDE]
    if match := _grammar().plural_right.match(right):
        joined = re.search(r"(?:\b(?:and|or)|,) (?:the )?$", text[max(0, start - 12) : start])
        return end + match.end() if joined else None
    return end if _grammar().shared.match(right) else None


def _pair(folded: Folded, first: PlaceHit, second: PlaceHit) -> PairHit | None:
    """Read what joins two places."""
    text, grammar = folded.text, _grammar()
    gap = text[first.end : second.start]
    left = text[max(0, first.start - _BESIDE) : first.start]
    base = first.start - len(left)
    right = text[second.end : second.end + _BESIDE]
    head = grammar.head_right.match(right)
    end = second.end + (head.end() if head else 0)

    def made(start: int, stop: int, named: bool, sure: bool) -> PairHit:
        return PairHit(start, stop, first.place, second.place, named, sure)

    if gap == " ":
        return _side_by_side(folded, first, second, bool(head), end, right)
    if grammar.to.fullmatch(gap):
        if opening := grammar.from_.search(left):
            start, headed = _with_head(left[: opening.start()], base + opening.start(), base)
            return made(start, end, False, headed or head is not None)
        return made(first.start, end, False, head is not None)
    if (opening := grammar.between.search(left)) and grammar.and_.fullmatch(gap):
        start, headed = _with_head(left[: opening.start()], base + opening.start(), base)
        if headed or grammar.traffic.search(left):
            return made(start, second.end, False, headed)
    if (opening := grammar.linking.search(left)) and grammar.with_.fullmatch(gap):
        start, _ = _with_head(left[: opening.start()], base + opening.start(), base)
        return made(start, second.end, False, True)
    if grammar.passive.fullmatch(gap):
        return made(first.start, second.end, False, False)
    return None


def _side_by_side(
    folded: Folded, first: PlaceHit, second: PlaceHit, headed: bool, end: int, right: str
) -> PairHit | None:
    """Read "A-B route", "A-B and C routes" and a bare "A-B"."""
    if headed:
        return PairHit(first.start, end, first.place, second.place, True, True)
    if _grammar().shared.match(right):
        return PairHit(first.start, second.end, first.place, second.place, True, True)
    between = folded.source[folded.origin(first.end - 1) + 1 : folded.origin(second.start)]
    if not any(dash in between for dash in DASHES):
        return None
    return PairHit(first.start, second.end, first.place, second.place, False, False)


def _with_head(left: str, start: int, base: int) -> tuple[int, bool]:
    """Take in "sea route" or "maritime corridor that runs" right before "from A to B"."""
    if match := _grammar().head_left.search(left):
        return base + match.start(1), True
    return start, False


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    words = lexicon()
    filler = rf"(?:the )?(?:(?!(?:and|or|to|from|with|between)\b){_WORD} ){{0,5}}"
    heads, modifiers = words.pattern("routes.heads"), words.pattern("routes.modifiers")
    phrase = rf"(?:{modifiers} ){{0,4}}{heads}"
    plural = rf"{heads}s\b"
    return _Grammar(
        to=re.compile(rf",?(?: in {_WORD}(?: {_WORD})?,?)?(?: via {_WORD}(?: {_WORD}){{0,3}},?)? to {filler}"),
        with_=re.compile(rf",?(?: in {_WORD}(?: {_WORD})?,?)? (?:with|to|and) {filler}"),
        and_=re.compile(rf",?(?: in {_WORD}(?: {_WORD})?,?)? and {filler}"),
        passive=re.compile(rf" (?:{_WORD} ){{0,3}}(?:linked|connected|joined) (?:{_WORD} ){{0,2}}(?:with|to) {filler}"),
        from_=re.compile(rf"\bfrom {filler}$"),
        between=re.compile(rf"\bbetween {filler}$"),
        linking=re.compile(rf"\b{words.pattern('grammar.linking')} {filler}$"),
        head_right=re.compile(rf" (?:\((?:{modifiers} ?)+\) )?{phrase}s?\b"),
        head_left=re.compile(
            rf"(?:^|[^\w])((?:{modifiers} ){{0,4}}{heads})(?: {words.pattern('grammar.running')}){{0,3}} $"
        ),
        shared=re.compile(rf"(?:,? (?:and|or|as well as) |, )(?:[\w'().]+,? ){{1,8}}?(?:{modifiers} )?{plural}"),
        plural_right=re.compile(rf" (?:{modifiers} )?{plural}"),
        traffic=re.compile(rf"\b{words.pattern('grammar.traffic')} (?:{_WORD} ){{0,3}}between "),
    )
