"""Parts of a text that are addresses or markup rather than words: web and mail addresses, link targets, HTML tags."""

from __future__ import annotations

import re

from corridors.sentences import LineStarts, Span

_REACH = 2_000
_ADDRESS = re.compile(
    r"""(?ix)
    \b(?:[a-z][a-z0-9+.-]{1,9}://|www\.)[^\s<>"“”]+                   # https://…, www.…
    | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}      # name@example.org
    | \]\(\s?<?[^\s)]{0,500}(?:\s[^)\n]{0,200})?\)                     # Markdown: ](target "title")
    | \]\[[^\]\n]{0,200}\]                                            # Markdown: ][label]
    | ^\s{0,3}\[[^\]\n]{1,200}\]:\s*\S+                              # Markdown: [label]: target
    | @\w+                                                            # @name
    """,
    re.MULTILINE,
)
_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:[a-z]{2,6}(?:/[^\s<>]*)?(?![\w-])|[a-z]{7,12}/[^\s<>]*)")
_TAG = re.compile(r"<!--|</?[A-Za-z][^<>]*$")
_TO_LAST_EDGE, _NO_EDGE = re.compile(r'(?s).*[\s<>()\[\]"]'), re.compile(r'[^\s<>()\[\]"]*')


class Markup:
    """
    Tells addresses and markup of one text from its words.

    Parameters
    ----------
    text
        The whole text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = LineStarts(text)
        self._addresses: dict[Span, list[tuple[int, int]]] = {}

    def holds(self, start: int, end: int) -> bool:
        """
        Tell whether a stretch of text is part of an address, a link's target or a tag rather than of the prose.

        Parameters
        ----------
        start, end
            Offsets, end exclusive.
        """
        addresses = self._addresses_around(start)
        inside = any(low < end and start < high for low, high in addresses)
        return inside or self._in_domain(start, end) or self._in_tag(start, end)

    def _addresses_around(self, offset: int) -> list[tuple[int, int]]:
        """Return the addresses of the line around an offset, of a very long line those of its part."""
        line = self._lines.start(offset)
        part = (offset - line) // _REACH
        low, high = max(line, line + (part - 1) * _REACH), line + (part + 2) * _REACH
        end = self._text.find("\n", offset, high)
        span = Span(low, high if end < 0 else end)
        if span not in self._addresses:
            stretch = self._text[span.start : span.end]
            matches = _ADDRESS.finditer(stretch) if _may_hold_address(stretch) else ()
            self._addresses[span] = [(low + match.start(), low + match.end()) for match in matches]
        return self._addresses[span]

    def _in_domain(self, start: int, end: int) -> bool:
        """Tell whether a stretch is part of a bare address or a path, such as "northern-sea-route.example/map"."""
        text = self._text
        exact = text[start:end]
        if exact.split(None, 1) != [exact]:
            return False
        low = max(0, start - _REACH)
        low = edge.end() if (edge := _TO_LAST_EDGE.match(text, low, start)) else low
        inner = _NO_EDGE.match(text, end, end + _REACH)
        high = inner.end() if inner else end
        if text[start:end].islower() and "/" in (text[start - 1 : start], text[end : end + 1]):
            return True
        if "." not in text[low:high]:
            return False
        return any(match.start() < end and start < match.end() for match in _DOMAIN.finditer(text, low, high))

    def _in_tag(self, start: int, end: int) -> bool:
        """Tell whether a stretch lies between the brackets of an HTML tag or comment."""
        opened = self._text.rfind("<", max(0, start - _REACH), start)
        if opened < 0:
            return False
        if self._text.startswith("<!--", opened):
            return self._text.find("-->", opened, start) < 0
        return bool(_TAG.match(self._text, opened, start)) and self._text.find(">", end, end + _REACH) >= 0


def _may_hold_address(stretch: str) -> bool:
    """Tell whether a stretch of text has a sign that every address and link has; most have none."""
    return "@" in stretch or "]" in stretch or "://" in stretch or "www." in stretch or "WWW." in stretch
