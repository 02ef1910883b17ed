"""Headings that quote somebody in a script without capitals: "علييف: …" above "قال إلهام علييف"."""

from __future__ import annotations

import re
from collections.abc import Callable

from corridors.arabic import kicker
from corridors.quotations import QuotedText
from corridors.sayings import Attribution
from corridors.sentences import Span

_NAME = "((?:[\u0621-\u06cc\u200c\u0900-\u0963]{2,16}\\s?){1,3}?)"
_OPENED = re.compile(rf"{_NAME}\s?:\s[^\n:]{{12,200}}(?<![.؟?!؛।])")
_CLOSED = re.compile(rf"[^\n:]{{12,200}}\s?:\s{_NAME}")
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
    if match is None or match.start(1) <= at.start < match.end(1):
        return None
    name = frozenset(match[1].split())
    below = quoted.layout.after(paragraph)
    for _ in range(_MOST_PARAGRAPHS):
        if below is None:
            break
        named = (a.phrase for a in outside(below, below) if name <= frozenset(a.phrase.split()))
        if (who := next(named, None)) is not None:
            return who
        below = quoted.layout.after(below)
    return None
