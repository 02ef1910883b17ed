"""
Names that share a noun with the one behind them, where the noun stands once.

Russian and Turkish put it in the plural, "Северный и Средний коридоры", "Zengezur ve Laçin koridorları"; Chinese
writes it behind the last name, "中巴、孟中印缅经济走廊". All of it works on the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import NamedTuple

from corridors.fold import fold_name
from corridors.inflections import shared_plurals
from corridors.lexicon import lexicon
from corridors.scripts import has_no_spaces

_REACH, _MOST_WORDS = 90, 3
_JOINED = re.compile(r"((?:[^\W\d_]+ ){0,3}[^\W\d_]+)(?: и | ve | ile | və | hem de |, )$")
_JOINED_CHINESE = re.compile(r"([\u3400-\u9fff](?: ?[\u3400-\u9fff]){1,7})[、和与與及]$")
_FILE = "renaming.toml"


class Shared(NamedTuple):
    """A stretch of the folded text and the folded name that it stands for with the noun of the next."""

    start: int
    end: int
    name: str


def shared_before(text: str, at: int, name: str, known: Container[str]) -> Iterator[Shared]:
    """
    Yield the name right before another with which it shares the noun.

    Parameters
    ----------
    text
        The folded text.
    at, name
        Where the other name begins, and that name.
    known
        The folded names that count.
    """
    if name and has_no_spaces(name[-1]):
        noun = next((noun for noun in _chinese_nouns() if name.endswith(noun)), "")
        match = _JOINED_CHINESE.search(text, max(0, at - _REACH), at) if noun else None
        found = match[1] if match else ""
        names = ((found[first:], found[first:] + noun) for first in range(len(found)))
    else:
        noun = name.rpartition(" ")[2]
        match = _JOINED.search(text, max(0, at - _REACH), at) if noun in shared_plurals() else None
        words = match[1].split(" ") if match else []
        starts = range(max(0, len(words) - _MOST_WORDS), len(words))
        names = ((" ".join(words[first:]), " ".join((*words[first:], noun))) for first in starts)
    for part, whole in names:
        if match and whole in known:
            yield Shared(match.end(1) - len(part), match.end(1), whole)
            return


@lru_cache(maxsize=1)
def _chinese_nouns() -> tuple[str, ...]:
    words = {fold_name(word) for word in lexicon(_FILE).lists["kinds.zh"]}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
