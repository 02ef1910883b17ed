"""
Which words of a text are the name of a place: capitalised words that the gazetteer knows.

Only stretches near the word of a route are looked at, so the text is read as it stands, token by token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from corridors.fold import DASHES
from corridors.gazetteer import Gazetteer
from corridors.letters import letter_key
from corridors.lexicon import lexicon
from corridors.namesakes import Candidate
from corridors.world import world

WORDS = "pairs.toml"
_HYPHENS = "-\u2010\u2011"
_TOKEN = re.compile(
    rf"(?:St|Ste|Mt|Ft)\.(?=\s?[^\W\d_])|\w+(?:['’ʼ.]\w+)*|[{re.escape(DASHES)}/]|\n[ \t]*\n|[^\s\w]"
)  # fmt: skip
_POSSESSIVE = re.compile(r"['’](?:s|S)$")
_MOST_PARTS, _MOST_WORDS = 8, 5
_TOWN, _CITY, _LARGE = 5_000, 50_000, 200_000


class Token(NamedTuple):
    """A word, a dash or another sign, and where it stands in the text."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The token in small letters, with the typewriter's apostrophe."""
        return self.text.lower().replace("’", "'")

    @property
    def joins(self) -> bool:
        """Whether it is a dash or slash, which may stand between two places."""
        return self.text in DASHES or self.text == "/"

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def possessive(self) -> bool:
        """Whether it is a word such as ``Kenya's``."""
        return bool(_POSSESSIVE.search(self.text))


class Named(NamedTuple):
    """A name in the text and the places it may mean."""

    candidates: tuple[Candidate, ...]
    start: int
    end: int


def tokens(text: str, start: int, end: int, offset: int = 0) -> list[Token]:
    """Cut a stretch of text into words and signs; white space falls away, a blank line is one; add to their places."""
    make = tuple.__new__  # what the class does, without its function in between
    return [make(Token, (m[0], m.start() + offset, m.end() + offset)) for m in _TOKEN.finditer(text, start, end)]


class PlaceNames:
    """
    Names of places in texts.

    Parameters
    ----------
    places
        The gazetteer to ask.
    """

    def __init__(self, places: Gazetteer) -> None:
        self._places = places
        words = lexicon(WORDS)
        self._never = frozenset(map(letter_key, words.words("names.never")))
        self._particles = words.words("grammar.particles")
        self._known = lru_cache(maxsize=4096)(self._looked_up)

    def of(self, name: str) -> tuple[Candidate, ...]:
        """Return the places a name may mean in running text; none for countries, regions and common words."""
        key = letter_key(name)
        return self._known(name, key) if len(key) > 1 and key not in self._never else ()

    def is_part(self, token: Token) -> bool:
        """Tell whether a token may stand within a name."""
        return token.capital or token.low in self._particles

    def chain(self, run: Sequence[Token], *, spare: bool = False) -> list[Named]:
        """
        Read "A–B–C" in a run of words and dashes; capitalised words may stand before A, and behind C if `spare`.

        Hyphens within a name are told from those between names by what the gazetteer knows; of several ways to read
        the run the one with the fewest places is taken.
        """
        parts = _parts(run)
        if not 2 <= len(parts) <= _MOST_PARTS:
            return []
        readings = (names for names in self._readings(run, parts, 0, spare) if len(names) > 1)
        return min(readings, key=len, default=[])

    def begins(self, run: Sequence[Token]) -> tuple[Named, int] | None:
        """Return the longest name of a place that tokens begin with, and how many tokens it takes."""
        limit = 0
        while limit < min(len(run), 2 * _MOST_WORDS):
            inside = run[limit].text in _HYPHENS and _is_tight(run, limit)
            if not (inside or (run[limit].text[0].isalnum() and self.is_part(run[limit]))):
                break
            limit += 1
        for count in range(limit, 0, -1):
            if found := self._named(run[:count]):
                return found, count
        return None

    def ends(self, run: Sequence[Token]) -> Named | None:
        """Return the longest name of a place that tokens end with; it does not begin at a dash."""
        lows = (low for low in range(len(run)) if not low or not run[low - 1].joins)
        return next((found for low in lows if (found := self._named(run[low:]))), None)

    def _readings(
        self, run: Sequence[Token], parts: Sequence[tuple[int, int]], at: int, spare: bool
    ) -> Iterator[list[Named]]:
        """Yield the ways of reading the parts from `at` on, each part alone or with those behind it by hyphens."""
        if at == len(parts):
            yield []
            return
        for last in range(len(parts), at, -1):
            if not all(run[parts[n][1]].text in _HYPHENS and _is_tight(run, parts[n][1]) for n in range(at, last - 1)):
                continue
            stretch = run[parts[at][0] : parts[last - 1][1]]
            named = self.ends(stretch) if at == 0 else self._named(stretch)
            if named is None and spare and last == len(parts) and (found := self.begins(stretch)):
                named = found[0]
            if named:
                for rest in self._readings(run, parts, last, spare):
                    yield [named, *rest]

    def _named(self, run: Sequence[Token]) -> Named | None:
        """Return the place that tokens name as a whole, a possessive ending apart."""
        first, last = run[0], run[-1]
        words = [token.text for token in run if not token.joins]
        if not (first.capital or (len(run) > 1 and run[1].text in _HYPHENS)) or len(words) > _MOST_WORDS:
            return None
        if last.joins or not (last.capital or (len(run) > 1 and run[-2].joins)):
            return None
        if found := self.of(" ".join(words)):
            return Named(found, first.start, last.end)
        if last.possessive and (found := self.of(" ".join(words)[:-2])):
            return Named(found, first.start, last.end - 2)
        return None

    def _looked_up(self, name: str, key: str) -> tuple[Candidate, ...]:
        found = [c for c in self._places.bearers(name.lower()) if _is_known(c)]  # never as a code
        country = world().countries.get(key)
        if country:  # only where the capital bears the country's name: Singapore, Djibouti
            capital = letter_key(country.capital) == key
            found = [c for c in found if capital and c.own and c.place.country == country.code]
        elif key in world().region_keys:
            found = [c for c in found if c.table or c.population >= (_CITY if c.own else _LARGE)]
        return tuple(found)


def _is_known(candidate: Candidate) -> bool:
    """Tell whether a place is known well enough under this name to be meant without a word that says so."""
    if candidate.table:
        return True
    if candidate.own:
        return candidate.population >= _TOWN or candidate.place.kind == "port"
    return candidate.population >= _CITY


def _parts(run: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the stretches between dashes, as places in the run; none when one of them is empty."""
    dashes = [number for number, token in enumerate(run) if token.joins]
    bounds = [-1, *dashes, len(run)]
    parts = [(low + 1, high) for low, high in pairwise(bounds)]
    return parts if dashes and all(low < high for low, high in parts) else []


def _is_tight(run: Sequence[Token], number: int) -> bool:
    """Tell whether a hyphen stands between two words without space."""
    return 0 < number < len(run) - 1 and run[number - 1].end == run[number].start == run[number + 1].start - 1
