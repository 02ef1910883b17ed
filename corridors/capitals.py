"""Where words with a capital stand in a text: an index, since a long text is asked for many of them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from corridors.sentences import Span

_KEYS = 3


class Capitals:
    """
    Finds words that begin with a capital.

    The text is read once, when it is first asked; what is beyond Latin-1 passes for a capital and is told apart by the
    text itself.

    Parameters
    ----------
    text
        The whole text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = self._openings = np.zeros(0, dtype=np.int64)

    def places(self, word: str, within: Span) -> Iterator[int]:
        """
        Yield where a word begins in a stretch of the text, also inside another word.

        Parameters
        ----------
        word
            The word as it is written, with a capital or in a script that has none.
        within
            The stretch that holds the whole word.

        Examples
        --------
        >>> list(Capitals("Lee met McLeer.").places("Lee", Span(0, 15)))
        [0, 10]
        """
        if not len(self._at):
            self._at, self._openings = _capitals(self._text)
        low, high = self._at.searchsorted((within.start, within.end - len(word) + 1))
        first = word[:_KEYS]
        length = len(first)
        wanted = int.from_bytes(first.encode("latin-1", "replace").ljust(_KEYS, b"\0"), "big")
        openings = self._openings[low:high] >> 8 * (_KEYS - length) << 8 * (_KEYS - length)
        for place in self._at[low:high][openings == wanted].tolist():
            if self._text.startswith(word, place):
                yield place


def _capitals(text: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where capitals stand, and each with the next characters as one number; the text's end counts as one."""
    codes = np.frombuffer(text.encode("latin-1", "replace") + bytes(_KEYS), dtype=np.uint8)
    # capitals of ASCII, letters with an accent, and what is beyond Latin-1, which is encoded as "?"
    capitals = (codes - np.uint8(ord("A")) < 26) | (codes >= 0xC0) | (codes == ord("?"))
    at = np.append(np.flatnonzero(capitals), len(text)).astype(np.int64)
    openings = np.zeros(len(at), dtype=np.int64)
    for behind in range(_KEYS):
        openings = openings << 8 | codes[at + behind].astype(np.int64)
    return at, openings


def written_anyhow(text: str, word: str, within: Span, most: int = 1_000) -> list[int]:
    """Return where a word stands, as it is written, in lower case, with a capital or in capitals."""
    found = []
    for form in {word, word.lower(), word.capitalize(), word.upper()}:
        at = text.find(form, within.start, within.end)
        for _ in range(most):
            if at < 0:
                break
            found.append(at)
            at = text.find(form, at + len(form), within.end)
    return sorted(found)[:most]
