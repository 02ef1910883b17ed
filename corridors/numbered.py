"""Corridors known by a number: "CAREC Corridors 1, 2 and 6", and "Corridor 2" where its programme is named before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from corridors.candidates import Candidate, Trust
from corridors.entries import Entry
from corridors.fold import Folded
from corridors.matching import Hit
from corridors.model import Kind

_NEXT_NUMBER = re.compile(r"(?:,? (?:and|or|&) |, ?| ?/ ?)(\d{1,2}[a-z]?)(?![^\W_]|[.,]\d| (?:km|[mb]illion|per)\b)")
_NAMED = re.compile(r"([^\W\d_]+) corridor \d")
_ALONE = re.compile(r"(?<![\w-])(?<!economic cooperation )corridors? (\d[a-z]?)(?![\w(]|[.,]\d| ?%)")
_WITHIN = 600


class Numbered:
    """
    Finds numbers of corridors whose names end in one.

    Parameters
    ----------
    names
        The catalogue's names by their folded form.
    """

    def __init__(self, names: Mapping[str, Sequence[Entry]]) -> None:
        self._names = names
        told = (match for name in names if (match := _NAMED.match(name)))
        self._programmes = sorted({match[1] for match in told})

    def following(self, folded: Folded, end: int, pattern: str) -> Iterator[Candidate]:
        """
        Yield what the further numbers behind a plural name mean.

        Parameters
        ----------
        folded, end
            The text and where, folded, the name ends in it.
        pattern
            The name, folded: "carec corridors 1".
        """
        base, _, number = pattern.rpartition(" ")
        if number[:1].isdigit() and base.endswith("s"):
            for at in _further(folded, end):
                for entry in self._names.get(f"{base} {folded.text[slice(*at)]}", ()):
                    yield _candidate(folded, at, entry, entry.trust)

    def alone(self, folded: Folded, nouns: Sequence[Hit]) -> Iterator[Candidate]:
        """Yield "Corridor 2" at those nouns behind which a number stands and shortly before which its programme."""
        text = folded.text
        for noun in nouns:
            match = _ALONE.match(text, noun.at)
            if match is None or folded.source[noun.start].islower():
                continue
            for programme in self._programmes:
                if text.rfind(programme, max(0, noun.at - _WITHIN), noun.at) < 0:
                    continue
                further = _further(folded, match.end()) if text.startswith("corridors", noun.at) else ()
                for at in (match.span(), *further):
                    number = match[1] if at == match.span() else text[slice(*at)]
                    for entry in self._names.get(f"{programme} corridor {number}", ()):
                        yield _candidate(folded, at, entry, Trust.LOOSE)


def _further(folded: Folded, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the further numbers of a list stand: ", 2 and 6"."""
    while match := _NEXT_NUMBER.match(folded.text, end):
        end = match.end()
        yield match.span(1)


def _candidate(folded: Folded, at: tuple[int, int], entry: Entry, trust: Trust) -> Candidate:
    start, end = folded.span(*at)
    return Candidate(start, end, folded, at, entry.corridor, Kind.ALIAS, entry.variant.folded, trust)
