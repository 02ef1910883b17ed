"""Where words begin and end, and in which case they stand, script by script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from corridors.lexicon import lexicon

# Thai, Lao, Khmer; Chinese, Japanese; Korean, whose particles follow without a space.
_NO_SPACES = (
    (0x0E00, 0x0EFF), (0x1780, 0x17FF), (0x1100, 0x11FF), (0x2E80, 0x9FFF), (0xAC00, 0xD7FF), (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)  # fmt: skip
_ARABIC = (0x0600, 0x06FF)
_LONGEST_PROCLITIC = 4


def is_bounded(text: str, start: int, end: int) -> bool:
    """
    Tell whether a stretch begins and ends between words.

    Scripts without spaces have no such boundaries, nor is there one needed between two scripts of which one has
    none; in Arabic script "and", "in", "to" and the article are written together with the word behind them.
    """
    return not (
        (_joined(text, start - 1, text[start]) and not _is_proclitic(text, start)) or _joined(text, end, text[end - 1])
    )


def same_case(exact: str, name: str) -> bool:
    """Tell whether the letters of an abbreviation are written as in the catalogue."""
    letters = unicodedata.normalize("NFKC", exact)
    return [c for c in letters if c.isalnum()] == [c for c in name if c.isalnum()]


def title_case(exact: str, name: str) -> bool:
    """Tell whether an abbreviation is written like a word, as in "Lapsset": one capital, then small letters."""
    letters = [c for c in unicodedata.normalize("NFKC", exact) if c.isalpha()]
    return name.isalpha() and letters == [*name[:1].upper(), *name[1:].lower()]


def has_no_spaces(character: str) -> bool:
    """Tell whether a character belongs to a script that is written without spaces between words."""
    code = ord(character)
    return code >= 0x0E00 and any(first <= code <= last for first, last in _NO_SPACES)


def _joined(text: str, at: int, edge: str) -> bool:
    """Tell whether the character at `at` belongs to the same word as `edge` beside it."""
    if not 0 <= at < len(text):
        return False
    beside = text[at]
    if not beside.isalnum() and (beside < "\u0300" or unicodedata.category(beside)[0] != "M"):
        return False
    return not (has_no_spaces(edge) or has_no_spaces(beside))


def _is_proclitic(text: str, start: int) -> bool:
    """Tell whether what is written together with an Arabic word before it is an article, "and", "in" or "to"."""
    if not _ARABIC[0] <= ord(text[start]) <= _ARABIC[1]:
        return False
    first = start
    while first > 0 and start - first <= 2 * _LONGEST_PROCLITIC and (_joined(text, first - 1, text[start])):
        first -= 1
    return bool(_proclitics().fullmatch("".join(c for c in text[first:start] if c.isalpha() and c != "\u0640")))


@lru_cache(maxsize=1)
def _proclitics() -> re.Pattern[str]:
    return re.compile(lexicon().pattern("inflections.arabic_proclitics"))
