"""
Routes named by their two ends: "Chennai-Vladivostok route", "from Chennai to Vladivostok", "linking A with B".

Place names are found like any other name; this module looks at two that stand near each other, at what joins them
and at what stands on either side. All of it works on the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from corridors.ends import Ends, Keys, Meant
from corridors.english import english
from corridors.fold import DASHES, Folded
from corridors.lexicon import lexicon
from corridors.model import Mode
from corridors.neighbours import REACH, REACH_VIA
from corridors.pairhits import PairHit, PlaceHit
from corridors.terms import is_nationality
from corridors.wordings import told, with_noun

_MOST_BETWEEN = 6
_BESIDE = 80
_NO_WAY = re.compile(
    r"\b(?:power|telephone|telegraph|transmission|electricity|voltage|data|fibre|fiber|gas|oil|air|flight|border"
    r"|humanitarian|evacuation|refugee|aid|wildlife|animal|elephant|ecological|biological|industrial|growth|energy|digital"
    r"|hydrogen|innovation|heritage|pilgrim|pilgrimage|trekking|tourism"
    r"|bus|coach|cycling|cycle|bicycle|hiking|walking|cruise|tourist|migration|migrant|smuggling|trafficking|drug) $"
)
_JOINING = (" to ", " and ", " with ")
_NO_CHAIN = re.compile(r"[\n,;:.()]| (?:to|from|via|through|with) ")
_BESIDE_NOUN = re.compile(r"\b([^\W\d_]+) (?:and|or) (?:an? )?$")  # "a railway and a motorway between A and B"
_FILE = "pairs.toml"


def pairs(folded: Folded, hits: Sequence[PlaceHit], ends: Ends) -> Iterator[tuple[PairHit, tuple[Meant, ...]]]:
    """
    Yield each pair of places that names a route, with the corridors it may stand for, the likeliest first.

    Parameters
    ----------
    folded
        The text.
    hits
        Place names in it, in order, without overlaps.
    ends
        What corridors lie between which places.
    """
    for number, first in enumerate(hits):
        between: list[PlaceHit] = []
        for second in hits[number + 1 : number + 2 + _MOST_BETWEEN]:
            if second.start - first.end > (REACH_VIA if between else REACH):
                break
            chain = _chain(folded, first, second) if between else None
            if chain and (meant := ends.between(first.keys, second.keys, [hit.keys for hit in between])):
                chain = with_noun(folded, chain) or chain
                mode = chain.mode or _mode(folded, chain, first, second)
                if meant := ends.by(mode, meant):
                    yield replace(chain, mode=mode), meant
            direct = ends.between(first.keys, second.keys)
            found = _found(folded, first, second, direct) if direct or between or _goes_on(folded, second) else None
            if found:
                via = [hit.keys for hit in between] + _via_behind(folded, second, hits, number + 1)
                listed = tuple(meant for meant in direct if meant.listed)
                meant = listed or (ends.between(first.keys, second.keys, via) or direct if found.sure else ())
                if _goes_elsewhere(folded, second):
                    meant = tuple(m for m in meant if not m.listed)
                mode = found.mode or _mode(folded, found, first, second)
                if meant := ends.by(mode, meant):
                    yield replace(found, mode=mode), meant
            between.append(second)


def _found(folded: Folded, first: PlaceHit, second: PlaceHit, direct: Sequence[Meant]) -> PairHit | None:
    """Read two places that name a route: as English does, else as other languages of their script do."""
    found = _pair(folded, first, second)
    if found is None:
        return told(folded, first, second)
    if _is_of_other_way(folded.text, found.start):
        return None
    if not (found.named or found.sure) and folded.text[first.end : second.start] == " ":
        plain = folded.text[first.start : second.end].isascii()
        return with_noun(folded, found) or (found if plain else None)
    if not found.named and _has_own_name(folded, found.start, first.start):
        return _behind_name(folded.text, found, first) if any(meant.listed for meant in direct) else None
    return found


def _is_of_other_way(text: str, start: int) -> bool:
    """Tell whether the noun right before two ends is that of another way: "the bus route from Tallinn to Warsaw"."""
    before = text[max(0, start - _BESIDE) : start]
    noun = english().head_left.search(before)
    return noun is not None and _NO_WAY.search(before, 0, noun.start(1)) is not None


def _mode(folded: Folded, pair: PairHit, first: PlaceHit, second: PlaceHit) -> Mode | None:
    """Return how one travels by the noun before or behind two places or by "by rail"; None for several ways or none."""
    text = folded.text
    noun = None if _ends_compound(folded, pair.start) else english().noun_before.match(text, pair.start, first.start)
    by = english().by.search(text, first.end, second.start)
    beside = _BESIDE_NOUN.search(text, max(0, pair.start - _BESIDE), pair.start)
    words = {*beside.groups()} if beside and noun else set()
    words |= {*(noun[0] if noun else "").split(), *(by[0] if by else "").split(), *text[second.end : pair.end].split()}
    told = {mode for mode in _mode_words() for word in words if word in _mode_words()[mode]}
    return told.pop() if len(told) == 1 else None


def _ends_compound(folded: Folded, start: int) -> bool:
    """Tell whether a dash joins a word to the one before it: "Rail-2-Sea line"."""
    origin = folded.origin(start)
    return folded.source[origin - 1 : origin] in tuple(DASHES)


@lru_cache(maxsize=1)
def _mode_words() -> dict[Mode, frozenset[str]]:
    """Return the single words of nouns and words of kind that tell a mode; "line" tells none."""
    words = lexicon(_FILE)
    lists = {
        Mode.RAIL: ("heads.rail", "modifiers.rail", "means.rail"),
        Mode.ROAD: ("heads.road", "heads.track", "modifiers.road", "means.road"),
        Mode.SEA: ("modifiers.sea", "means.sea"),
    }
    return {
        mode: frozenset(form for key in keys for word in words.words(key) for form in (word, f"{word}s"))
        for mode, keys in lists.items()
    }


def _has_own_name(folded: Folded, start: int, place: int) -> bool:
    """Tell whether the noun before two places ends a name of its own, as in "the Wakhan corridor from A to B"."""
    if start == place or not (before := english().word_before.search(folded.text, max(0, start - _BESIDE), start)):
        return False
    source, origin = folded.source, folded.origin(before.start(1))
    word = before[1]
    opens = not source[:origin].strip() or source[max(0, origin - 3) : origin].rstrip(' \t"“‘«(*')[-1:] in ".!?\n:"
    own = source[origin].isupper() and word not in _kinds() and not is_nationality(word)
    return own and not opens


def _behind_name(text: str, pair: PairHit, first: PlaceHit) -> PairHit | None:
    """Return two ends without the noun before them, which belongs to a name."""
    opening = english().opening.search(text, pair.start, first.start)
    return replace(pair, start=opening.start(), sure=False, behind_name=True) if opening else None


def _goes_on(folded: Folded, second: PlaceHit) -> bool:
    """Tell whether "via" or "through" follows the second place."""
    return bool(english().via_right.match(folded.text, second.end))


def _goes_elsewhere(folded: Folded, second: PlaceHit) -> bool:
    """Tell whether the second place is said to be reached by a way of ships, such as the Suez Canal."""
    return bool(english().elsewhere.match(folded.text, second.end))


def _via_behind(folded: Folded, second: PlaceHit, hits: Sequence[PlaceHit], first: int) -> list[Keys]:
    """Return the place, from hit `first` on, named behind "via" or "through" after the second place."""
    match = english().via_right.match(folded.text, second.end)
    if not match:
        return []
    for number in range(first, len(hits)):
        if hits[number].start >= match.end() - 1:
            return [hits[number].keys] if hits[number].start <= match.end() + 30 else []
    return []


def _pair(folded: Folded, first: PlaceHit, second: PlaceHit) -> PairHit | None:
    """Read what joins two places."""
    text, grammar = folded.text, english()
    gap = text[first.end : second.start]
    if gap != " " and not any(word in gap for word in _JOINING):
        return None
    left = text[max(0, first.start - _BESIDE) : first.start]
    base = first.start - len(left)
    right = text[second.end : second.end + _BESIDE]
    head = grammar.head_right.match(right)
    end = second.end + (head.end() if head else 0)

    def made(start: int, stop: int, named: bool, sure: bool) -> PairHit:
        return PairHit(start, stop, first.keys, second.keys, named, sure)

    if gap == " ":
        return _side_by_side(folded, first, second, bool(head), end, right)
    own = head is not None and grammar.own_noun.search(gap)  # "access from A to the B corridor"
    if (opening := grammar.from_.search(left)) and grammar.to_told.fullmatch(gap):
        start, headed = _with_head(left[: opening.start()], base + opening.start(), base)
        return made(start, second.end if own else end, False, headed or not (own or head is None))
    if not (own or grammar.linking.search(left)) and grammar.to.fullmatch(gap):
        return made(first.start, end, False, head is not None)
    if (opening := grammar.between.search(left)) and grammar.and_.fullmatch(gap):
        start, headed = _with_head(left[: opening.start()], base + opening.start(), base)
        if headed or grammar.traffic.search(left) or _is_built(text, first.start):
            return made(start, second.end, False, headed)
    if (opening := grammar.linking.search(left)) and grammar.with_.fullmatch(gap):
        start, headed = _with_head(left[: opening.start()], base + opening.start(), base)
        return made(start, second.end, False, headed)
    if grammar.passive.fullmatch(gap):
        return made(first.start, second.end, False, False)
    return None


def _is_built(text: str, at: int) -> bool:
    """Tell whether the words before "between" name a railway, a road or their track."""
    match = english().built.search(text, max(0, at - REACH_VIA), at)
    return bool(match and not _NO_WAY.search(text, max(0, match.start() - _BESIDE), match.start()))


def _chain(folded: Folded, first: PlaceHit, second: PlaceHit) -> PairHit | None:
    """Read "A–B–C–D", a line told by all of its places."""
    if _NO_CHAIN.search(folded.text, first.end, second.start):
        return None
    span = folded.span(first.start, second.end)
    if not english().chain.fullmatch(folded.source, *span) or _goes_on_by_dashes(folded, first, second):
        return None
    head = english().head_right.match(folded.text, second.end)
    end = head.end() if head else second.end
    return PairHit(first.start, end, first.keys, second.keys, head is not None, True)


def _goes_on_by_dashes(folded: Folded, first: PlaceHit, second: PlaceHit) -> bool:
    """Tell whether another place stands with a dash before the first or behind the second."""
    start, end = folded.span(first.start, second.end)
    grammar, source = english(), folded.source
    return bool(grammar.dash_before.search(source, max(0, start - 4), start) or grammar.dash_behind.match(source, end))


def _side_by_side(
    folded: Folded, first: PlaceHit, second: PlaceHit, headed: bool, end: int, right: str
) -> PairHit | None:
    """Read "A-B route", "A-B and C routes" and a bare "A-B"; two places of a longer chain are none of these."""
    if _goes_on_by_dashes(folded, first, second):
        return None
    if headed:
        return PairHit(first.start, end, first.keys, second.keys, True, True)
    if english().shared.match(right):
        return PairHit(first.start, second.end, first.keys, second.keys, True, True)
    between = folded.source[folded.origin(first.end - 1) + 1 : folded.origin(second.start)]
    if not any(dash in between for dash in DASHES):
        return None
    return PairHit(first.start, second.end, first.keys, second.keys, False, False)


def _with_head(left: str, start: int, base: int) -> tuple[int, bool]:
    """Take in "sea route", "maritime corridor that runs" or "by rail and ferry" right before "from A to B"."""
    if match := english().moved_left.search(left):
        return (base + match.start(1) if match[1] else start), True
    if (match := english().head_left.search(left)) and not _NO_WAY.search(left, 0, match.start(1)):
        return base + match.start(1), True
    return start, False


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    words = lexicon().words
    return words("routes.modifiers") | words("routes.heads") | words("routes.common")
