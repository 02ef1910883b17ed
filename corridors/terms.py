"""
Words that tell where a text is about: countries, regions, and what the catalogue says speaks for a corridor.

They are looked up block by block around the few names that need them, and each block is read once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import ahocorasick_rs

from corridors._data import geodata
from corridors._errors import DataError
from corridors.fold import Folded, fold_name
from corridors.model import Corridor, Kind, Place
from corridors.scripts import has_no_spaces
from corridors.variants import place_names

_BLOCK = 1_024
_LONGEST_PHRASE = 80
_SHORTEST_PREFIX, _SHORTEST_WORD = 3, 3


class Term(NamedTuple):
    """What a word stands for: the codes of countries or, with `corridor` true, the ids of corridors."""

    keys: frozenset[str]
    corridor: bool = False
    region: bool = False


class Occurrence(NamedTuple):
    """A term in a folded text; `word` tells occurrences of the same word from others."""

    start: int
    end: int
    word: str
    term: Term


@dataclass(frozen=True, slots=True)
class Countries:
    """
    The words of `geodata/countries.toml`: by country, by region, and the countries of each region.

    `abroad` are names of countries in other languages, their towns and statesmen, which are no country as the end of a
    route.
    """

    words: Mapping[str, tuple[str, ...]]
    regions: Mapping[str, tuple[str, ...]]
    members: Mapping[str, frozenset[str]]
    abroad: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def countries() -> Countries:
    """
    Read the words of countries and regions once.

    Raises
    ------
    DataError
        When the file is no TOML or lacks a table.
    """
    path = geodata("countries.toml")
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        words = {code: tuple(listed) for code, listed in tables["countries"].items()}
        regions = {name: tuple(listed) for name, listed in tables["regions"].items()}
        members = {name: frozenset(tables["region_countries"][name]) for name in regions}
        abroad = {code: tuple(listed) for code, listed in tables["abroad"].items()}
        return Countries(words, regions, members, abroad)
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise DataError([f"{path}: {error}"]) from error


def is_nationality(word: str) -> bool:
    """Tell whether a single word, in small letters, is the name of a country or a people."""
    whole, begun = _national_words()
    return word in whole or word.startswith(begun.get(word[:_SHORTEST_PREFIX], ()))


@lru_cache(maxsize=1)
def _national_words() -> tuple[frozenset[str], Mapping[str, tuple[str, ...]]]:
    """Return whole words, and the beginnings of others by their first letters."""
    known = countries()
    words = [w for table in (known.words, known.abroad) for listed in table.values() for w in listed if " " not in w]
    begun: dict[str, tuple[str, ...]] = {}
    for word in words:
        if word.endswith("*"):
            begun[word[:_SHORTEST_PREFIX]] = (*begun.get(word[:_SHORTEST_PREFIX], ()), word[:-1])
    return frozenset(word for word in words if not word.endswith("*")), begun


@lru_cache(maxsize=1 << 12)
def nations(words: frozenset[str]) -> frozenset[str]:
    """Return the codes of the countries that words in small letters name, two of them together in "south korean"."""
    found, left = set[str](), set(words)
    for code, first, second in _double_words():  # "north korean" before "korean"
        if first in left and (used := {word for word in left if _fits(word, second)}):
            found.add(code)
            left -= {first, *used}
    return frozenset(found).union(*(_codes(word) for word in left if is_nationality(word)))


@lru_cache(maxsize=1)
def _double_words() -> tuple[tuple[str, str, str], ...]:
    """Return the names of countries in two words, with their codes."""
    tables = (countries().words, countries().abroad)
    listed = [(code, word.split()) for table in tables for code, words in table.items() for word in words]
    return tuple((code, pair[0], pair[1]) for code, pair in listed if len(pair) == 2)


@lru_cache(maxsize=1 << 10)
def _codes(word: str) -> frozenset[str]:
    """Return the codes of the countries that one word names."""
    tables = (countries().words, countries().abroad)
    return frozenset(code for table in tables for code, ps in table.items() if any(_fits(word, p) for p in ps))


def _fits(word: str, pattern: str) -> bool:
    """Tell whether a word is a pattern, or begins as one that ends in a star does."""
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


class Gazette:
    """
    The terms of a catalogue, looked up in folded texts.

    Parameters
    ----------
    catalogue
        Corridors by id.
    places
        Places by id.
    """

    def __init__(self, catalogue: Mapping[str, Corridor], places: Mapping[str, Place]) -> None:
        self._terms: dict[str, list[Term]] = {}
        known = countries()
        for table in (known.words, known.abroad):
            for code, words in table.items():
                self._add(words, Term(frozenset((code,))))
        for name, words in known.regions.items():
            self._add(words, Term(known.members[name], region=True))
        spoken: dict[str, set[str]] = {}
        for key, corridor in catalogue.items():
            short = {name.text for name in corridor.names if name.kind is Kind.ABBREVIATION}
            for word in (*(cue for cue in corridor.cues if cue not in short), *_places_of(corridor, places)):
                spoken.setdefault(fold_name(word), set()).add(key)
        for word, keys in spoken.items():
            if len(word) >= _SHORTEST_WORD or (word and has_no_spaces(word[0])):
                self._add((word,), Term(frozenset(keys), corridor=True))
        self._patterns = list(self._terms)
        self._automaton = ahocorasick_rs.BytesAhoCorasick([word.removesuffix("*").encode() for word in self._patterns])

    def within(self, folded: Folded, start: int, end: int, blocks: dict[int, list[Occurrence]]) -> Iterator[Occurrence]:
        """
        Yield the terms of a stretch of a folded text.

        Parameters
        ----------
        folded
            The text.
        start, end
            The stretch, in the folded text.
        blocks
            What was read before of this text; grows.
        """
        for number in range(max(0, start) // _BLOCK, max(0, min(end, len(folded.text)) - 1) // _BLOCK + 1):
            if number not in blocks:
                blocks[number] = list(self._read(folded.text, number * _BLOCK))
            for found in blocks[number]:
                if start <= found.start and found.end <= end:
                    yield found

    def _add(self, words: Iterable[str], term: Term) -> None:
        for word in words:
            if folded := fold_name(word.removesuffix("*")):
                self._terms.setdefault(folded + "*" * word.endswith("*"), []).append(term)

    def _read(self, text: str, start: int) -> Iterator[Occurrence]:
        """Yield the terms that begin in the block at `start`."""
        block = text[start : start + _BLOCK + _LONGEST_PHRASE]
        raw = block.encode()
        plain = len(raw) == len(block)
        for number, first, last in self._automaton.find_matches_as_indexes(raw, overlapping=True):
            if not plain:
                first, last = len(raw[:first].decode()), len(raw[:last].decode())
            pattern = self._patterns[number]
            open_ended = pattern.endswith("*")
            if first < _BLOCK and _is_word(text, start + first, start + last, open_ended=open_ended):
                while open_ended and block[last : last + 1].isalnum():
                    last += 1
                for term in self._terms[pattern]:
                    yield Occurrence(start + first, start + last, pattern.removesuffix("*"), term)


def _is_word(text: str, start: int, end: int, *, open_ended: bool) -> bool:
    """Tell whether a stretch begins and ends between words; an open-ended one need not end there."""
    if has_no_spaces(text[start]):
        return True
    behind = text[end : end + 1]
    return not text[start - 1 : start].isalnum() and (open_ended or not behind.isalnum())


def _places_of(corridor: Corridor, places: Mapping[str, Place]) -> Iterator[str]:
    """Yield the names of the places on a corridor's branches."""
    for branch in corridor.branches:
        for leg in branch.legs:
            for key in (leg.start, *leg.via, leg.end):
                if key in places:
                    yield from place_names(places[key])


def reach(catalogue: Mapping[str, Corridor], countries: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Return the countries of each corridor: its parties, or else those of its places, or of its members."""
    own = {key: frozenset(c.parties) or countries.get(key, frozenset()) for key, c in catalogue.items()}
    for key, corridor in catalogue.items():
        if not own[key] and corridor.members:
            own[key] = frozenset().union(*(own.get(member, frozenset()) for member in corridor.members))
    return own
