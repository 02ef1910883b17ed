"""
Words that tell where a text is about: countries, regions, and what the catalogue says speaks for a corridor.

They are looked up block by block around the few names that need them, and each block is read once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from corridors._data import geodata
from corridors._errors import DataError
from corridors.fold import Folded, fold_name
from corridors.model import Corridor, Place
from corridors.scripts import has_no_spaces
from corridors.variants import place_names

_TOKEN = re.compile(r"[^\W_]+")
_BLOCK = 2_048
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
    """The words of `geodata/countries.toml`: by country, by region, and the countries of each region."""

    words: Mapping[str, tuple[str, ...]]
    regions: Mapping[str, tuple[str, ...]]
    members: Mapping[str, frozenset[str]]


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
        return Countries(words, regions, {name: frozenset(tables["region_countries"][name]) for name in regions})
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise DataError([f"{path}: {error}"]) from error


def is_nationality(word: str) -> bool:
    """Tell whether a single word, in small letters, is the name of a country or a people."""
    whole, begun = _national_words()
    return word in whole or any(word.startswith(prefix) for prefix in begun if prefix[0] == word[0])


@lru_cache(maxsize=1)
def _national_words() -> tuple[frozenset[str], tuple[str, ...]]:
    words = [word for listed in countries().words.values() for word in listed if " " not in word]
    return (
        frozenset(word for word in words if not word.endswith("*")),
        tuple(sorted(word[:-1] for word in words if word.endswith("*"))),
    )


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
        self._phrases: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        self._prefixes: dict[str, Term] = {}
        self._unspaced: dict[str, Term] = {}
        self._longest_prefix = 0
        known = countries()
        for code, words in known.words.items():
            self._add(words, Term(frozenset((code,))))
        for name, words in known.regions.items():
            self._add(words, Term(known.members[name], region=True))
        spoken: dict[str, set[str]] = {}
        for key, corridor in catalogue.items():
            for word in (*corridor.cues, *_places_of(corridor, places)):
                spoken.setdefault(fold_name(word), set()).add(key)
        for word, keys in spoken.items():
            if len(word) >= _SHORTEST_WORD or (word and has_no_spaces(word[0])):
                self._add((word,), Term(frozenset(keys), corridor=True))

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
            folded = fold_name(word.removesuffix("*"))
            if folded and any(map(has_no_spaces, folded)):
                self._unspaced[folded] = term
            elif word.endswith("*"):
                self._prefixes[folded] = term
                self._longest_prefix = max(self._longest_prefix, len(folded))
                if " " in folded:
                    first, *rest = _TOKEN.findall(folded)
                    self._phrases.setdefault(first, []).append(((first, *rest), term))
            elif tokens := tuple(_TOKEN.findall(folded)):
                self._phrases.setdefault(tokens[0], []).append((tokens, term))

    def _read(self, text: str, start: int) -> Iterator[Occurrence]:
        """Yield the terms that begin in the block at `start`."""
        end = min(start + _BLOCK, len(text))
        while start > 0 and start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
            start += 1
        block = text[start : end + _LONGEST_PHRASE]
        tokens = [(match[0], start + match.start(), start + match.end()) for match in _TOKEN.finditer(block)]
        for number, (word, first, last) in enumerate(tokens):
            if first >= end:
                break
            for phrase, term in self._phrases.get(word, ()):
                following = tokens[number : number + len(phrase)]
                if len(following) == len(phrase) and all(
                    mine[0] == asked or (at == len(phrase) - 1 > 0 and mine[0].startswith(asked))
                    for at, (mine, asked) in enumerate(zip(following, phrase, strict=True))
                ):
                    yield Occurrence(first, following[-1][2], " ".join(phrase), term)
            for length in range(_SHORTEST_PREFIX, min(len(word), self._longest_prefix) + 1):
                if (prefixed := self._prefixes.get(word[:length])) is not None:
                    yield Occurrence(first, last, word[:length], prefixed)
        if not block.isascii():
            for word, term in self._unspaced.items():
                if (at := block.find(word, 0, end - start + len(word))) >= 0:
                    yield Occurrence(start + at, start + at + len(word), word, term)


def _places_of(corridor: Corridor, places: Mapping[str, Place]) -> Iterator[str]:
    """Yield the names of the places on a corridor's branches."""
    for branch in corridor.branches:
        for leg in branch.legs:
            for key in (leg.start, *leg.via, leg.end):
                if key in places:
                    yield from place_names(places[key])
