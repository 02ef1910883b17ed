"""The words and signs of a text, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

_TOKEN = re.compile(
    r"[^\W_]+(?=\s)"  # most are words that nothing joins
    r"|[^\W_]+(?:[-'’&][^\W_]+|\.(?:[^\W\d_]|com|org|net|[Aa]z|ru|kz)(?![^\W_]))*(?:(?<=\b[^\W\d_])\.|(?<=s)['’](?=\s[A-Z]))?"
    r"|\n[ \t\r]*\n|[^\w\s]"
)
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
STATE_BEFORE = re.compile(r"^[А-ЯЁ]{2,5}\s(?=[А-ЯЁ][а-яё-]+\s[А-ЯЁ])")  # "вице-премьер РФ Олег Краснов"
_JOINED = ("al-", "el-", "ad-", "ar-", "as-", "an-", "at-", "az-")
_REMEMBERED = 1 << 14


class Token(NamedTuple):
    """
    A word or a sign, its place in the text, and itself in lower case without a possessive ending.

    `is_word` tells it from a sign; `is_capital` that it is written with a capital, a joined article aside
    ("al-Jubouri"); `owns` that it has a possessive ending.
    """

    word: str
    start: int
    end: int
    low: str
    is_word: bool
    is_capital: bool
    owns: bool


@lru_cache(maxsize=_REMEMBERED)
def _shape(word: str) -> tuple[str, bool, bool, bool]:
    """Return what a token says of its word."""
    owns = word[-1] in "s'’" and POSSESSIVE.search(word) is not None
    low = (POSSESSIVE.sub("", word) if owns else word).lower().rstrip(".")
    capital = word[0].isupper() or (word[:3] in _JOINED and word[3:4].isupper())
    return low, word[0].isalnum(), capital, owns


def _made_of(matches: Iterable[re.Match[str]]) -> list[Token]:
    make = tuple.__new__  # what the class does, without its function in between: most of the time is spent here
    return [make(Token, ((word := m[0]), m.start(), m.end(), *_shape(word))) for m in matches]


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the words and signs of a stretch of text; a blank line is a sign."""
    return _made_of(_TOKEN.finditer(text, start, end))


def first_tokens(text: str, start: int, end: int, most: int) -> list[Token]:
    """Return the first so many words and signs of a stretch of text."""
    return _made_of(islice(_TOKEN.finditer(text, start, end), most))
