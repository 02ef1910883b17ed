"""Headings that quote whom the text below names, "علييف: …" above "قال إلهام علييف", or that end in a region."""

from __future__ import annotations

import re
from collections.abc import Callable

from corridors.arabic import kicker
from corridors.letters import letter_key
from corridors.quotations import QuotedText
from corridors.sayings import Attribution
from corridors.sentences import Span
from corridors.world import world

_NAME = "((?:[\u0621-\u06cc\u200c\u0900-\u0963]{2,16}\\s?){1,3}?)"
_OPENED = re.compile(rf"{_NAME}\s?:\s[^\n:]{{12,200}}(?<![.؟?!؛।])")
_CLOSED = re.compile(rf"[^\n:]{{12,200}}\s?:\s{_NAME}")
_SURNAME = re.compile(r"([А-ЯЁ][а-яё]{3,20}):\s[^\n:]{12,200}(?<![.?!;])")
_MOST_PARAGRAPHS = 4


def quoted_by(
    quoted: QuotedText, outside: Callable[[Span, Span], list[Attribution]], paragraph: Span, at: Span
) -> str | None:
    """
    Return who stands with a colon above a heading, or in it and is said below to say something.

    Parameters
    ----------
    quoted
        The text with its quotations.
    outside
        What tells who says what in a paragraph.
    paragraph, at
        The heading and the mention in it.
    """
    if above := kicker(quoted.text, quoted.layout.before(paragraph), paragraph):
        return above
    match = _OPENED.fullmatch(quoted.text, *paragraph) or _CLOSED.fullmatch(quoted.text, *paragraph)
    russian = None if match else _SURNAME.fullmatch(quoted.text, *paragraph)
    match = match or russian
    if match is None or match.start(1) <= at.start < match.end(1):
        return None
    name = frozenset(match[1].split())
    below = quoted.layout.after(paragraph)
    for _ in range(_MOST_PARAGRAPHS):
        if below is None:
            break
        said = [a.phrase for a in outside(below, below)]
        if russian and any(_stem(word).startswith(_stem(match[1])) for phrase in said for word in phrase.split()[-1:]):
            return match[1]
        if (who := next((phrase for phrase in said if name <= frozenset(phrase.split())), None)) is not None:
            return who
        below = quoted.layout.after(below)
    return None


def _stem(surname: str) -> str:
    """Return a Russian surname in small letters, without the ending that an adjective has in its first case."""
    return re.sub("(?:ий|ой|ая)$", "", surname.lower().replace("ё", "е"))


def is_region(text: str, paragraph: Span, heading: tuple[str, int]) -> bool:
    """Tell whether a heading ends in the name of a region behind a dash: "Key concerns - Queensland"."""
    if text[paragraph.start : heading[1]].rstrip().endswith(":"):
        return False
    return letter_key(heading[0]) in world().region_keys
