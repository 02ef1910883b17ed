"""Names written as one word behind a number sign, as in posts: "#NorthernSeaRoute", "#belt_and_road"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from corridors.candidates import Candidate
from corridors.entries import Entry
from corridors.fold import Folded, fold_name
from corridors.model import Kind

_TAG = re.compile(r"(?<![\w/.=&?#-])#([^\W_]+(?:_[^\W_]+)*)")


class Hashtags:
    """
    Finds the names of a catalogue that have lost their spaces.

    Parameters
    ----------
    names
        The catalogue's names by their folded form.
    """

    def __init__(self, names: Mapping[str, Sequence[Entry]]) -> None:
        self._names = names

    def named(self, folded: Folded) -> Iterator[Candidate]:
        """Yield what the hashtags of a text may mean; those of one word are found as words are."""
        if "#" not in folded.text:  # which is ASCII for the most part, and searched faster
            return
        for match in _TAG.finditer(folded.source):
            at = (folded.position(match.start(1)), folded.position(match.end(1)))
            for entry in self._joined.get(fold_name(match[1].replace("_", "")), ()):
                yield Candidate(
                    *match.span(1),
                    folded,
                    at,
                    entry.corridor,
                    entry.kind,
                    entry.variant.folded,
                    entry.trust,
                    entry.shared,
                )

    @cached_property
    def _joined(self) -> dict[str, list[Entry]]:
        """The names of several words without their spaces."""
        joined: dict[str, list[Entry]] = {}
        for name, entries in self._names.items():
            if " " in name:
                written = (entry for entry in entries if entry.kind is not Kind.ABBREVIATION)
                joined.setdefault(name.replace(" ", ""), []).extend(written)
        return joined
