"""
The words by which two places are read as a route, and the places they name.

A noun such as "railway" may stand behind the places ("the A–B railway") or before them ("a railway from A to B by way
of C"); "by rail" needs "from A to B" beside it. What the words leave open, such as how one travels, is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from corridors.fold import DASHES
from corridors.lexicon import lexicon
from corridors.model import Mode
from corridors.placenames import WORDS, Named, PlaceNames, Token, tokens

_LEFT, _RIGHT, _AHEAD = 130, 230, 30
_MOST_MODIFIERS, _MOST_RUNNING, _MOST_FILLERS, _MOST_ASIDE, _MOST_RUN, _MOST_VIA = 6, 9, 9, 7, 22, 4
_CLOSE = 2  # words between the places and "by rail"
_SIGNS = frozenset((",", "(", ")"))
_STOPS = frozenset((".", ";", ":", "!", "?", "\n"))
_CAPITAL = "[A-Z\u00c0-\u00de\u0100-\u024f\u0400-\u042f\u1e00-\u1eff]"
# A single set of signs or letters comes first, which is looked for several times as fast as alternatives are.
_JOINED = re.compile(
    rf"""(?x) [-\u2010-\u2015\u2212/\s] (?:
        (?<=[-\u2010-\u2015\u2212/]) (?: (?<=\w.) | (?<=\w\s.) ) \s? (?:al-)?
        | (?<=\s) to\s
    ) {_CAPITAL}"""
)
_OPENING = re.compile(
    rf"""(?x) [bfclju] (?:
        (?<=\bb)etween | (?<=\bf)rom | (?<=\bc)onnect | (?<=\bl)ink | (?<=\bj)oin | (?<=\bu)nit
    ) [^.;:!?]{{1,90}} {_CAPITAL}"""
)
_FOLLOWED = re.compile(rf"\s{_CAPITAL}")
_JOINED_BEHIND = re.compile(r"[^,;:!?()]{2,}?[-\u2010-\u2015\u2212/]")
_NEXT = re.compile(r"\s+([^\W\d_]+)(?!['’ʼ.\w])")
_JOINS = frozenset(f"{DASHES}/")
_HYPHENED = re.compile("[-\u2010-\u2015]")


class Sort(StrEnum):
    """How much a noun says by itself."""

    FIRM = "firm"
    """It is a route whatever stands around it, such as a railway."""
    OPEN = "open"
    """It is one unless the sentence speaks of something else, such as a corridor or a road."""
    LOOSE = "loose"
    """It may be something else, such as a line; other words must speak for the carriage of goods."""
    MEANS = "means"
    """It is no noun but "by rail": something must be carried."""


class Line(NamedTuple):
    """A route read in a text: its places in order, how one travels where the words say it, and how firmly."""

    start: int
    end: int
    stops: tuple[Named, ...]
    mode: Mode | None
    sort: Sort


class RouteWords:
    """
    Reads what stands beside the nouns of routes.

    Parameters
    ----------
    names
        The names of places.
    """

    def __init__(self, names: PlaceNames) -> None:
        self._names = names
        words = lexicon(WORDS)
        self._heads = {head: kind for kind in _HEADS for head in words.words(f"heads.{kind}")}
        self._means = {means: Mode(mode) for mode in _MODES for means in words.words(f"means.{mode}")}
        modifiers = {kind: words.words(f"modifiers.{kind}") for kind in (*_MODES, "goods", "plain")}
        self._kinds = {word: frozenset(kind for kind in modifiers if word in modifiers[kind])
                       for word in frozenset().union(*modifiers.values())}  # fmt: skip
        compounds = sorted({word for word in self._kinds if "_" in word})
        pattern = "|".join("[-\u2010-\u2015]".join(map(re.escape, word.split("_"))) for word in compounds)
        self._compound = re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
        self._grammar = {key: words.words(f"grammar.{key}") for key in _GRAMMAR}
        self._behind = words.words("behind.words")
        self._particles = words.words("grammar.particles")
        self._leading = self._grammar["linking"] | self._grammar["running"] | {"between", "from"}

    @property
    def cues(self) -> list[str]:
        """The folded words to look for: the nouns, and "by rail" and its like."""
        return sorted([*self._heads, *(f"by {means}" for means in self._means)])

    def around(self, text: str, cue: str, start: int, end: int) -> Iterator[Line]:
        """
        Yield the routes named around a cue.

        Parameters
        ----------
        text
            The text.
        cue
            The word or words, one of `cues`.
        start, end
            Where it stands in the text, a plural's s included.
        """
        if cue in self._heads:
            yield from self._at_head(text, cue, start, end)
        else:
            yield from self._at_means(text, cue, start, end)

    def _at_head(self, text: str, cue: str, start: int, end: int) -> Iterator[Line]:
        """Yield the routes named around a noun."""
        low, high = max(0, start - _LEFT), min(len(text), end + _RIGHT)
        before = self._may_name(text, start) and _JOINED.search(text, low, start) is not None
        behind = self._may_lead(text, end)
        if not (before or behind):
            return
        around = text[low:high]
        if _HYPHENED.search(around):
            around = self._compound.sub(lambda match: _HYPHENED.sub("_", match[0]), around)
        left = tokens(around, 0, start - low, low)
        modifiers = self._modifiers(left)
        kinds = [token.low for token in left[modifiers:]]
        if kinds and kinds[-1] in self._heads and text[start:end].endswith("s"):
            return  # "the railway links the port with the mine" is no railway link
        mode, sort = self._meaning(cue, kinds)
        if sort is None:
            return
        if before and not self._goes_on(tokens(around, end - low, end - low + _AHEAD)):
            found = list(self._before(left[:modifiers], end, mode, sort))
            yield from found
            if found:
                return
        if behind and not _is_named(text, start, left) and (sort is Sort.FIRM or self._is_plain(left[:modifiers])):
            first = next((t.start for t in left[modifiers:] if self._kinds[t.low] != {"plain"}), start)
            if stops := self._behind_noun(tokens(around, end - low, high - low, low)):
                yield Line(first, max(stop.end for stop in stops), stops, mode, sort)

    def _at_means(self, text: str, cue: str, start: int, end: int) -> Iterator[Line]:
        """Yield the route of "from A to B by rail", "from A by rail to B" or "by rail from A to B"."""
        mode = self._means[cue.removeprefix("by ")]
        around = tokens(text, max(0, start - _RIGHT), min(len(text), end + _RIGHT))
        after = next((n for n, token in enumerate(around) if token.start >= end), len(around))
        if after < len(around) and around[after].low == "from" and (stops := self._from_to(around, after)):
            yield Line(start, max(stop.end for stop in stops), stops, mode, Sort.MEANS)
            return
        for number in range(after - 1, -1, -1):
            if around[number].text[0] in _STOPS:
                return
            if around[number].low == "from":
                stops = self._from_to(around, number)
                last = max((stop.end for stop in stops), default=0)
                if stops and (last > end or len(tokens(text, last, start)) <= _CLOSE):
                    yield Line(around[number].start, max(last, end), stops, mode, Sort.MEANS)
                return

    def _may_name(self, text: str, start: int) -> bool:
        """Tell whether the word before a noun may be part of a name or a word of kind; a quick look."""
        words = text[max(0, start - _AHEAD) : start].split()
        last = words[-1].lstrip("\"'“‘(") if words else ""
        if not last.isalpha():
            return bool(last) and (last[-1].isalnum() or last[-1] in _JOINS)
        return last[0].isupper() or last in self._kinds or last in self._particles or len(words) == 1

    def _may_lead(self, text: str, end: int) -> bool:
        """Tell whether what stands behind a noun may lead to two places; a quick look."""
        word = _NEXT.match(text, end)
        if word and word[1].lower() not in self._leading and not word[1].isupper():
            return word[1][0].isupper() and _JOINED_BEHIND.match(text, end, end + _LEFT) is not None
        return _FOLLOWED.match(text, end) is not None or _OPENING.search(text[end : end + _LEFT]) is not None

    def _modifiers(self, left: Sequence[Token]) -> int:
        """Return where the words of kind before the noun begin."""
        number = len(left)
        while number and len(left) - number < _MOST_MODIFIERS and left[number - 1].low in self._kinds:
            number -= 1
        return number

    def _meaning(self, head: str, modifiers: Sequence[str]) -> tuple[Mode | None, Sort | None]:
        """Return how one travels on what noun and words of kind name, and how firm they are; nothing for no route."""
        kind = self._heads[head]
        kinds = [kind for word in modifiers for kind in self._kinds[word]]
        said = next((Mode(mode) for mode in _MODES if mode in kinds), None)
        if kind in ("rail", "road"):
            return Mode(kind), Sort.FIRM
        if kind == "track":
            return Mode.ROAD, Sort.OPEN if said in (None, Mode.ROAD) else None
        if kind == "train":
            return Mode.RAIL, Sort.FIRM if "goods" in kinds else None
        if kind == "corridor":
            return said, Sort.FIRM if said or "goods" in kinds else Sort.OPEN
        if said is None and head in _OF_CARRIERS and "container" in modifiers:
            return Mode.SEA, Sort.OPEN
        return said, Sort.FIRM if said else Sort.OPEN if "goods" in kinds else Sort.LOOSE

    def _goes_on(self, right: Sequence[Token]) -> bool:
        """Tell whether the noun only begins a longer one, such as "road race"."""
        ahead = [token.low for token in right[:2]]
        return bool(ahead) and (ahead[0] in self._behind or " ".join(ahead) in self._behind)

    def _before(self, left: list[Token], end: int, mode: Mode | None, sort: Sort) -> Iterator[Line]:
        """Yield the routes of "A–B railway", "A to B railway" and "A–B and C–D railways"."""
        run = self._run(left)
        if any(token.joins for token in run):
            while stops := self._names.chain(run):
                yield Line(stops[0].start, end, tuple(stops), mode, sort)
                rest = [token for token in left if token.end <= stops[0].start]
                if not (rest and rest[-1].low in ("and", "or", ",")):
                    return
                run = self._run(rest[:-1])
                left = rest[:-1]
                end = run[-1].end if run else 0
            return
        rest = left[: len(left) - len(run)]
        if sort is not Sort.FIRM or not run or not rest or rest[-1].low != "to":
            return
        origin, target = self._run(rest[:-1]), self._names.begins(run)
        if origin and target and target[1] == len(run) and (named := self._names.ends(origin)):
            opening = [token.low for token in rest if token.end <= named.start][-1:]
            if opening != ["from"]:
                yield Line(named.start, end, (named, target[0]), mode, sort)

    def _run(self, left: Sequence[Token]) -> list[Token]:
        """Return the words of names and the dashes that tokens end with."""
        number = len(left)
        while number and len(left) - number < _MOST_RUN:
            if not (self._names.is_part(left[number - 1]) or left[number - 1].joins):
                break
            number -= 1
        return list(left[number:])

    def _is_plain(self, left: Sequence[Token]) -> bool:
        """Tell whether nothing before the noun gives it a sense of its own, as in "telephone line"."""
        last = left[-1] if left else None
        return last is None or last.low in self._grammar["before"] or not last.text[0].isalnum() or last.possessive

    def _behind_noun(self, right: Sequence[Token]) -> tuple[Named, ...]:
        """Read "from A to B", "between A and B", "connecting A with B" or "A–B" behind a noun."""
        for number, token in enumerate(right[: _MOST_RUNNING + 1]):
            if token.low == "between":
                return self._ends(right, number + 1, ("and",))
            if token.low == "from":
                return self._from_to(right, number)
            if token.low in self._grammar["linking"]:
                return self._ends(right, number + 1, ("with", "to", "and"))
            if token.capital and number == 0:
                return self._chain_behind(right)
            if not (token.low in self._grammar["running"] or token.text in _SIGNS or token.text.isupper()):
                break
        return ()

    def _chain_behind(self, right: Sequence[Token]) -> tuple[Named, ...]:
        """Read "A–B" right behind the noun."""
        limit = next((n for n, t in enumerate(right) if not (self._names.is_part(t) or t.joins)), len(right))
        run = right[: min(limit, _MOST_RUN)]
        while any(token.joins for token in run):
            stops = self._names.chain(run)
            if stops and stops[0].start == run[0].start and stops[-1].end == run[-1].end:
                return tuple(stops)
            small = (n for n in range(len(run) - 1, -1, -1) if not (run[n].capital or run[n].joins))
            run = run[: next(small, 0)]  # "Odesa–Constanța in May"
        return ()

    def _from_to(self, found: Sequence[Token], number: int) -> tuple[Named, ...]:
        return self._ends(found, number + 1, ("to",))

    def _ends(self, found: Sequence[Token], number: int, separators: Sequence[str]) -> tuple[Named, ...]:
        """Read two places and those on the way: "the port of A in B, via C, to D via E and F"."""
        origin = self._place(found, number)
        if origin is None:
            return ()
        named, number = origin
        on_the_way: list[Named] = []
        for _ in range(_MOST_ASIDE):
            if number >= len(found) or found[number].text[0] in _STOPS:
                return ()
            if found[number].low in self._grammar["via"]:
                passed, number = self._way(found, number + 1)
                on_the_way += passed
            elif found[number].low in separators:
                break
            elif "and" in separators and found[number].text == "," and (listed := self._place(found, number + 1)):
                on_the_way.append(listed[0])
                number = listed[1]
            else:
                number += 1
        else:
            return ()
        if not (target := self._place(found, number + 1)):
            return ()
        number = target[1]
        goes_on = "with" in separators and number < len(found) and found[number].low == "with"
        if goes_on and (last := self._place(found, number + 1)):  # "joining A, B and C with D"
            on_the_way.append(target[0])
            target = last
        number = target[1] + (target[1] < len(found) and found[target[1]].text == ",")
        if not on_the_way and number < len(found) and found[number].low in self._grammar["via"]:
            on_the_way, _ = self._way(found, number + 1)
        return (named, *on_the_way, target[0])

    def _way(self, found: Sequence[Token], number: int) -> tuple[list[Named], int]:
        """Read the places behind "via": one, or several with commas and "and"; and where the tokens go on."""
        way: list[Named] = []
        while len(way) < _MOST_VIA and (place := self._place(found, number)):
            way.append(place[0])
            number = place[1]
            if number >= len(found) or found[number].low not in (",", "and"):
                break
            if self._place(found, number + 1) is None:
                break
            number += 1
        return way, number

    def _place(self, found: Sequence[Token], number: int) -> tuple[Named, int] | None:
        """Read a place behind words such as "the Iranian port of"; and where the tokens go on."""
        for at in range(number, min(number + _MOST_FILLERS, len(found))):
            token = found[at]
            if token.capital and (begun := self._names.begins(found[at:])):
                named, after = begun[0], at + begun[1]
                while after < len(found) and found[after].capital and found[after].low in self._grammar["titles"]:
                    after += 1
                following = found[after] if after < len(found) else None
                if following and (following.joins or (following.capital and named.end == found[after - 1].end)):
                    return None  # the beginning of a longer name
                return named, after
            if not (token.capital or token.low in self._grammar["fillers"]):
                return None
        return None


_MODES = ("rail", "road", "sea")
_OF_CARRIERS = ("line", "service")
_HEADS = ("rail", "road", "track", "corridor", "any", "train")
_GRAMMAR = ("linking", "running", "via", "fillers", "before", "titles")


def _is_named(text: str, start: int, left: Sequence[Token]) -> bool:
    """Tell whether the noun ends a proper name, such as "North-South Corridor"."""
    return text[start].isupper() and bool(left) and left[-1].capital and not text[left[-1].end : start].strip()
