"""What the readers of the formats hand over, and how they say that a file is no use; no file names, no input."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LIMIT_CHARACTERS = 50_000_000


class Unreadable(Exception):  # noqa: N818 - a verdict on a file rather than a fault of the program
    """A file that cannot be read; the message goes on from the file's name: "is empty; give …"."""


@dataclass(frozen=True, slots=True)
class Extract:
    """
    The text of one file and what the file says of itself; unknown metadata is empty.

    `pages` holds the offset at which each page begins, `remarks` what was repaired or left out, each a sentence that
    goes on from the file's name.
    """

    text: str
    title: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    language: str = ""
    pages: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()


def joined(blocks: Iterable[str]) -> str:
    """
    Join blocks of text with a blank line between them, without NULs and lone surrogates.

    Raises
    ------
    Unreadable
        When the whole grows beyond the longest text that is read.
    """
    kept: list[str] = []
    size = 0
    for block in blocks:
        if clean := well_formed(block).strip():
            kept.append(clean)
            size += len(clean)
        if size > LIMIT_CHARACTERS:
            raise Unreadable(f"holds more than {LIMIT_CHARACTERS:,} characters of text; split it into smaller files.")
    return "\n\n".join(kept)


def well_formed(text: str) -> str:
    """Return a text without NULs, each lone surrogate as U+FFFD."""
    return text.replace("\0", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def one_line(text: object) -> str:
    """Return a piece of metadata on one line, or nothing when it is no text."""
    return " ".join(well_formed(text).split())[:1000] if isinstance(text, str) else ""
