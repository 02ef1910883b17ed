"""Parts of a text that are addresses or markup rather than words: web and mail addresses, link targets, HTML tags."""

from __future__ import annotations

import re

_REACH = 2_000
_ADDRESS = re.compile(
    r"""(?ix)
    \b(?:[a-z][a-z0-9+.-]{1,9}://|www\.)[^\s<>"“”]+          # https://…, www.…
    | \b[\w.+-]+@[\w-]+(?:\.[\w-]+)+                          # name@example.org
    | \](?:\(\s*<?[^\s)]*(?:\s[^)\n]*)?\)|\[[^\]\n]*\])       # Markdown: ](target "title") and ][label]
    | ^\s{0,3}\[[^\]\n]+\]:\s*\S+                             # Markdown: [label]: target
    """,
    re.MULTILINE,
)
_DOMAIN = re.compile(r"(?<![\w@])(?:[\w-]+\.)+[a-z]{2,6}(?:/[^\s<>]*)?(?![\w-])")
_HANDLE = re.compile(r"@\w*$")
_TAG = re.compile(r"<!--|</?[A-Za-z][^<>]*$")


def is_markup(text: str, start: int, end: int) -> bool:
    """
    Tell whether a stretch of text is part of an address, a link's target or a tag rather than of the prose.

    Parameters
    ----------
    text
        The whole text.
    start, end
        Offsets, end exclusive.
    """
    low = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    high = text.find("\n", end, end + _REACH)
    line = text[low : high if high >= 0 else end + _REACH]
    for pattern in (_ADDRESS, _DOMAIN):
        for match in pattern.finditer(line):
            if match.start() + low < end and start < match.end() + low:
                return True
    return bool(_HANDLE.search(line, 0, start - low)) or _in_tag(text, start, end)


def _in_tag(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch lies between the brackets of an HTML tag or comment."""
    low = max(0, start - _REACH)
    opened = text.rfind("<", low, start)
    if opened < 0:
        return False
    if text.startswith("<!--", opened):
        return text.find("-->", opened, start) < 0
    return bool(_TAG.match(text, opened, start)) and text.find(">", end, end + _REACH) >= 0
