"""The word lists of `geodata/lexicon.toml` and its like, ready for look-ups and patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from corridors._data import geodata
from corridors._errors import DataError


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists, by section and key, as sets and as alternatives of a regular expression (longest first)."""

    lists: dict[str, tuple[str, ...]]
    name: str = "lexicon.toml"
    _sets: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def words(self, key: str) -> frozenset[str]:
        """
        Return a list as a set; `key` is written ``section.name``.

        Raises
        ------
        DataError
            When the file has no such list.
        """
        if key not in self._sets:
            self._sets[key] = frozenset(self._list(key))
        return self._sets[key]

    def pattern(self, *keys: str) -> str:
        """Return lists as one group of alternatives, longest first, with any white space between words."""
        return _alternatives({word for key in keys for word in self._list(key)})

    def _list(self, key: str) -> tuple[str, ...]:
        if key not in self.lists:
            raise DataError([f"geodata/{self.name}: list {key!r} is missing"])
        return self.lists[key]


def _alternatives(phrases: Iterable[str]) -> str:
    """Return phrases as a group in which those that begin with the same word share it, so that few are tried."""
    begun: dict[str, list[str]] = {}
    for phrase in phrases:
        first, _, rest = phrase.partition(" ")
        begun.setdefault(first, []).append(rest)
    found = []
    for first in sorted(begun, key=lambda word: (-len(word), word)):
        behind = {rest for rest in begun[first] if rest}
        more = rf"\s+{_alternatives(behind)}" if behind else ""
        found.append(re.escape(first) + (f"(?:{more})?" if more and "" in begun[first] else more))
    return "(?:" + "|".join(found) + ")"


@lru_cache(maxsize=8)
def lexicon(name: str = "lexicon.toml") -> Lexicon:
    """
    Read the word lists of a file once.

    Parameters
    ----------
    name
        The file in `geodata/`.

    Raises
    ------
    DataError
        When the file is no TOML or holds something other than lists of words.
    """
    path = geodata(name)
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError([f"{path}: {error}"]) from error
    problems = []
    lists: dict[str, tuple[str, ...]] = {}
    for section, table in tables.items():
        for key, words in table.items():
            if isinstance(words, list) and words and all(isinstance(word, str) and word for word in words):
                lists[f"{section}.{key}"] = tuple(words)
            else:
                problems.append(f"{path}: {section}.{key} is no list of words")
    if problems:
        raise DataError(problems)
    return Lexicon(lists, name)
