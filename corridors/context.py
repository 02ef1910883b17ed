"""
Whether a name that can mean several things means a corridor here.

A name made of words of direction and kind alone ("North-South Corridor", "polar route") and a short abbreviation
("NSR") are judged by the words around them and by the surer names of the same text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from corridors.fold import Folded
from corridors.lexicon import lexicon
from corridors.model import Certainty, Corridor, Kind, Place

_AROUND = 1_500
_WORDS = re.compile(r"[^\W\d_]+")
_SHORT = 4
_INDEFINITE = re.compile(r"\b(?:an?|another|one|any) $")
_JOINED = re.compile(r"\b(?:to|and|with)\b")
_SMALL_WORDS = frozenset(("of", "the", "and", "for", "in", "on", "to", "de", "s"))


@lru_cache(maxsize=1)
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    words = lexicon().words
    return (
        words("routes.common"), words("routes.transport"), words("routes.other_senses"), words("routes.journeys"),
        words("routes.heads") | {head + "s" for head in words("routes.heads")},
    )  # fmt: skip


def is_loose(folded_name: str, text: str, kind: Kind) -> bool:
    """
    Tell whether a name needs its context: a short abbreviation, or an alias of common words.

    Parameters
    ----------
    folded_name, text
        The name, folded and as written.
    kind
        Its kind; the names proper are sure by themselves.
    """
    if kind is Kind.ABBREVIATION:
        return len(text) <= _SHORT
    return kind is Kind.ALIAS and set(folded_name.split()) <= _lists()[0]


def own_words(corridor: Corridor, places: Mapping[str, Place]) -> frozenset[str]:
    """Return the words that speak for a corridor: its places and the countries that are party to it."""
    found: set[str] = set()
    for branch in corridor.branches:
        for leg in branch.legs:
            for key in (leg.start, *leg.via, leg.end):
                if key in places:
                    found.update(_WORDS.findall(places[key].name.lower()))
    countries = lexicon().lists
    for party in corridor.parties:
        found.update(countries.get(f"countries.{party}", ()))
    return frozenset(word for word in found if len(word) > 2)


class Context:
    """
    The words around the names of one text.

    Parameters
    ----------
    folded
        The text.
    """

    def __init__(self, folded: Folded) -> None:
        self._folded = folded

    def judge_name(
        self, name: str, at: tuple[int, int], sentence: tuple[int, int], *, friends: bool, own: frozenset[str]
    ) -> Certainty | None:
        """
        Return how sure a loose name is, None when something else is meant.

        Parameters
        ----------
        name
            The folded name.
        at
            Where it stands in the folded text.
        sentence
            The folded sentence around it.
        friends
            Whether a surer name of the corridor, or another corridor nearby, stands in the text.
        own
            The words that speak for the corridor.
        """
        _, transport, senses, _, heads = _lists()
        first = self._folded.source[self._folded.origin(at[0])]
        if first.islower() and _INDEFINITE.search(self._folded.text, max(0, at[0] - 12), at[0]):
            return None
        around = self._words(sentence, at)
        near = self._words((max(0, at[0] - _AROUND), at[1] + _AROUND), at)
        goods, others = len((around & transport) - heads), len(around & senses)
        wider, elsewhere = len((near & transport) - heads), len(near & senses)
        if others > goods or (not goods and elsewhere > max(1, wider)):
            return None
        if not friends and elsewhere > max(2, 2 * wider):
            return None
        rivals = frozenset(lexicon().lists.get(f"rivals.{name}", ()))
        against, for_it = len(near & rivals), len(near & own)
        if against > for_it and (not friends or against > 1):
            return None
        if rivals and not friends and for_it == 0:
            return Certainty.UNCERTAIN
        if friends:
            return Certainty.CERTAIN
        if first.islower() and not goods:
            return None
        return Certainty.CERTAIN if for_it and goods and not first.islower() else Certainty.LESS_CERTAIN

    def judge_abbreviation(self, at: tuple[int, int], sentence: tuple[int, int], *, friends: bool) -> Certainty | None:
        """Return how sure a short abbreviation is; without a friend or a word of transport it is something else."""
        if friends:
            return Certainty.CERTAIN
        around = self._words(sentence, at)
        return Certainty.LESS_CERTAIN if around & _lists()[1] else None

    def judge_pair(self, at: tuple[int, int], sentence: tuple[int, int], *, friends: bool) -> Certainty | None:
        """
        Return how sure it is that two ends name a route, None for a journey or a flight between them.

        A bare pair, "Chennai-Vladivostok" and no more, needs a word of transport or a surer name near it.
        """
        _, transport, senses, journeys, _ = _lists()
        around = self._words(sentence, at)
        goods = len(around & transport)
        if len(around & senses) > goods or (around & journeys and not goods):
            return None
        if goods or friends:
            return Certainty.CERTAIN
        return Certainty.LESS_CERTAIN if _JOINED.search(self._folded.text, *at) else None

    def defined_otherwise(self, start: int, end: int) -> bool:
        """Tell whether "(NSR)" follows, or "NSR (" precedes, other words with these initials."""
        source = self._folded.source
        first, last = self._folded.span(start, end)
        letters = [c.lower() for c in source[first:last] if c.isalnum()]
        if source[:first].endswith("(") and source[last : last + 1] == ")":
            words = _WORDS.findall(source[max(0, first - 120) : first - 1])[-len(letters) - 3 :]
            return _spell(words, letters, from_end=True)
        if match := re.compile(r"\s?\(([^()\n]{5,120})\)").match(source, last):
            return _spell(_WORDS.findall(match[1]), letters, from_end=False)
        return False

    def _words(self, within: tuple[int, int], without: tuple[int, int]) -> set[str]:
        """Return the words of a stretch of the folded text except those of the name itself."""
        text = self._folded.text
        return set(_WORDS.findall(text, within[0], max(within[0], without[0]))) | set(
            _WORDS.findall(text, without[1], max(without[1], within[1]))
        )


def _spell(words: list[str], letters: list[str], *, from_end: bool) -> bool:
    """Tell whether words have these initials and are no name of a route."""
    words = [word for word in words if word.lower() not in _SMALL_WORDS]
    words = words[-len(letters) :] if from_end else words[: len(letters)]
    if len(words) < len(letters) or words[-1].lower() in _lists()[4]:
        return False
    return [word[0].lower() for word in words] == letters
