"""What an abbreviation is said to stand for: words with its initials beside it or elsewhere in a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from corridors.letters import letter_runs
from corridors.lexicon import lexicon

_WITHIN, _LONGEST = 4_000, 1_000
_BEFORE, _NAMED, _STRANGERS, _LEAST = 120, 40, 3, 2
_ASIDE = re.compile(r"\s?[,(–—:]\s?\(?([^(),;.\n]{5,80})")


def defined_otherwise(source: str, at: tuple[int, int], own: Sequence[tuple[int, int]]) -> int | None:
    """
    Return where the words are that an abbreviation stands for if they are no name of a corridor; else None.

    Parameters
    ----------
    source
        The text as read.
    at
        Where the abbreviation stands in it.
    own
        Where names of the corridor stand in it, in order.
    """
    first, last = at
    letters = [c for c in source[first:last] if c.isalnum()]
    low, high = max(0, first - _WITHIN), last + _WITHIN
    own = own[bisect_left(own, (low - _LONGEST, 0)) : bisect_left(own, (high + _LONGEST, 0))]
    if _beside(source, at, letters, own):
        return first
    if len(letters) < 2:
        return None
    heads = lexicon().words("routes.heads")
    found = [
        match.start()
        for match in _spelt("".join(letters)).finditer(source, low, high)
        if not any(start < match.end() and match.start() < end for start, end in own)
        and match[0].split()[-1].lower() not in heads
    ]
    return min(found, key=lambda place: (place > first, abs(place - first)), default=None)


def means_otherwise(source: str, letters: str, own: Sequence[tuple[int, int]]) -> int | None:
    """
    Return where an abbreviation first stands in brackets behind other words with its initials; else None.

    Unlike `defined_otherwise` it looks at small letters too, and at words that stand between: "a net smelter return
    royalty (the “NSR”)".

    Parameters
    ----------
    source
        The text as read.
    letters
        The abbreviation as written.
    own
        Where names of the corridor stand in it, in order.
    """
    low = [letter.lower() for letter in letters if letter.isalnum()]
    for match in re.finditer(rf"\((?:the )?[\"“‘']?{re.escape(letters)}[\"”’']?[),;]", source):
        first = match.start()
        if len(low) < _LEAST or any(first - _NAMED < end <= first for _, end in own):
            continue
        words = letter_runs(source[max(0, first - _BEFORE) : first])[-len(low) - _STRANGERS :]
        if any(_spell(words[: len(words) - more], low, from_end=True) for more in range(_STRANGERS)):
            return first
    return None


def _beside(source: str, at: tuple[int, int], letters: list[str], own: Sequence[tuple[int, int]]) -> bool:
    """Tell whether other words with these initials stand in brackets or between commas right beside."""
    first, last = at
    low = [letter.lower() for letter in letters]
    if source[first - 1 : first] == "(" and source[last : last + 1] == ")":
        if any(first - 3 <= end <= first for _, end in own):
            return False
        words = letter_runs(source[max(0, first - 120) : first - 1])[-len(letters) - 3 :]
        return _spell(words, low, from_end=True)
    if match := _ASIDE.match(source, last):
        if any(start < match.end() and match.start() < end for start, end in own):
            return False
        return _spell(letter_runs(match[1]), low, from_end=False)
    return False


def _spell(words: list[str], letters: list[str], *, from_end: bool) -> bool:
    """Tell whether words have these initials and are no name of a route."""
    small = lexicon().words("routes.small_words")
    words = [word for word in words if word.lower() not in small]
    words = words[-len(letters) :] if from_end else words[: len(letters)]
    if len(words) < len(letters) or words[-1].lower() in lexicon().words("routes.heads"):
        return False
    return [word[0].lower() for word in words] == letters


@lru_cache(maxsize=256)
def _spelt(letters: str) -> re.Pattern[str]:
    """Return a pattern of capitalised words with these initials, small words between them."""
    small = r"(?:(?:of|the|and|for|in|on|to|de|des|du|&)\s+)*"
    first, *rest = (re.escape(letter.upper()) for letter in letters)
    begun = rf"{first}(?<=\b{first})"  # the letter stands first, since single letters are looked for fast
    return re.compile(rf"[-\s]+{small}".join(rf"{letter}[^\W\d_]*[a-z][\w'’]*" for letter in (begun, *rest)))
