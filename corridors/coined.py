"""
Abbreviations that a text itself coins for a corridor: "the Eastern Maritime Corridor (EMC)".

They are the initials of a name, in brackets right behind it. Wherever the letters stand they may mean the corridor;
the judge decides, as with the abbreviations of the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from corridors.candidates import Candidate, Trust
from corridors.lexicon import lexicon
from corridors.model import Kind

_BRACKET = re.compile(r"[\"”’']?\s{0,2}\((?:the )?[\"“‘']?([A-ZА-ЯЁÀ-Þ][A-Za-zА-Яа-яЁё&-]{1,9})[\"”’']?[),;]")
_UNIT, _WORD = re.compile(r"[^\W_]+(?:[-–—][^\W_]+)*"), re.compile(r"[^\W_]+")
_LEAST = 2


def coined(found: Sequence[Candidate], known: Collection[tuple[str, str]]) -> Iterator[Candidate]:
    """
    Yield where abbreviations stand that a text coins for the names in it.

    Parameters
    ----------
    found
        The possible mentions of a text.
    known
        Abbreviations that are listed anyway, as written, each with its corridor.
    """
    made: set[tuple[str, str]] = set()
    for c in found:
        if c.kind not in (Kind.NAME, Kind.ALIAS) or not c.name:
            continue
        source = c.folded.source
        match = _BRACKET.match(source, c.end)
        if not match or (match[1], c.corridor) in known or (match[1], c.corridor) in made:
            continue
        letters = "".join(letter for letter in match[1] if letter.isupper()).lower()
        if len(letters) >= _LEAST and not _is_body(c.name) and letters in _initials(source[c.start : c.end]):
            made.add((match[1], c.corridor))
            yield from _standing(c, match[1])


def _is_body(name: str) -> bool:
    """Tell whether a folded name is that of an initiative or a group, whose letters are its own."""
    return name.rsplit(" ", 1)[-1] in lexicon().words("routes.bodies")


def _standing(c: Candidate, letters: str) -> Iterator[Candidate]:
    """Yield each place where the letters stand as a word of their own."""
    base = re.escape(letters.removesuffix("s"))
    for match in re.finditer(rf"(?<![\w@./#-]){base}s?(?: Corridor)?(?![\w@/]|[.-]\w)", c.folded.source):
        start, end = match.span()
        at = (c.folded.position(start), c.folded.position(end))
        yield Candidate(start, end, c.folded, at, c.corridor, Kind.ABBREVIATION, letters.lower(), Trust.LOOSE, c.shared)


def _initials(name: str) -> set[str]:
    """Return the initials of a name, of every word and of every compound, with and without small words."""
    small = lexicon().words("routes.small_words")
    return {
        "".join(word[0] for word in words if keep or word.lower() not in small).lower()
        for words in (_UNIT.findall(name), _WORD.findall(name))
        for keep in (True, False)
    }
