"""The ways a listed name is written: in another word order, declined, or without the noun it shares with a second."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import permutations
from typing import NamedTuple

from corridors.fold import fold_name
from corridors.lexicon import lexicon
from corridors.model import Kind, Name, Place

_MOST_MODIFIERS = 4
_COMPOUND = re.compile(r"\w[-\u2010-\u2015]\w")
_NO_SPACES = ((0x0E00, 0x0EFF), (0x1780, 0x17FF), (0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))


class Variant(NamedTuple):
    """A folded name to look for; a `stem` lacks its last noun and counts only where that noun follows later."""

    folded: str
    text: str
    kind: Kind
    stem: bool = False


def variants(name: Name) -> Iterator[Variant]:
    """
    Yield a name and what else it may look like, the name itself first.

    Parameters
    ----------
    name
        A name of the catalogue.
    """
    text = re.sub(r"(?i)^the\s+", "", name.text.strip())
    folded = fold_name(text)
    if not folded:
        return
    yield Variant(folded, text, name.kind)
    if name.kind is Kind.ABBREVIATION:
        return
    if name.language.split("-")[0] == "ru":
        for form in _declined(folded):
            yield Variant(form, text, name.kind)
    words = [fold_name(word) for word in text.split()]
    if len(words) < 2 or words[-1] not in _heads():
        return
    for order in _orders(words, [bool(_COMPOUND.search(word)) for word in text.split()]):
        yield Variant(order, text, Kind.ALIAS)
    stem = " ".join(words[:-1])
    if len(stem.split()) > 1:
        yield Variant(stem, text, Kind.ALIAS, stem=True)


def place_names(place: Place) -> tuple[str, ...]:
    """Return the folded names of a place: the name itself, without what stands in brackets or behind a slash."""
    plain = re.sub(r"\s*\([^)]*\)", "", place.name)
    return tuple(dict.fromkeys(name for part in plain.split("/") if (name := fold_name(part))))


def is_bounded(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch begins and ends between words; scripts without spaces have no such boundaries."""
    return not (_joined(text, start - 1, text[start]) or _joined(text, end, text[end - 1]))


def same_case(exact: str, name: str) -> bool:
    """Tell whether the letters of an abbreviation are written as in the catalogue."""
    letters = unicodedata.normalize("NFKC", exact)
    return [c for c in letters if c.isalnum()] == [c for c in name if c.isalnum()]


def _joined(text: str, at: int, edge: str) -> bool:
    """Tell whether the character at `at` belongs to the same word as `edge` beside it."""
    if not 0 <= at < len(text) or any(first <= ord(edge) <= last for first, last in _NO_SPACES):
        return False
    return text[at].isalnum() or unicodedata.category(text[at])[0] == "M"


def _orders(words: list[str], compound: list[bool]) -> Iterator[str]:
    """
    Yield other word orders of a name that holds a compound such as "North-South".

    The words before the last noun in any order, and the compound behind it: "International Transport Corridor
    North-South".
    """
    modifiers = list(zip(words[:-1], compound[:-1], strict=True))
    if not any(compound) or len(modifiers) > _MOST_MODIFIERS:
        return
    for order in permutations(modifiers):
        yield " ".join([*(word for word, _ in order), words[-1]])
    rest = [word for word, joined in modifiers if not joined]
    behind = [word for word, joined in modifiers if joined]
    for order_of_rest in permutations(rest):
        yield " ".join([*order_of_rest, words[-1], *behind])


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return lexicon().words("routes.heads")


def _declined(folded: str) -> Iterator[str]:
    """Yield the oblique cases of a Russian name: the adjectives before its first noun and that noun."""
    words = folded.split()
    nouns, adjectives = lexicon().lists["russian.nouns"], lexicon().lists["russian.adjectives"]
    paradigms = {noun.split()[0]: noun.split()[1:] for noun in nouns}
    endings = {ending.split()[0]: ending.split()[1:] for ending in adjectives}
    at = next((n for n, word in enumerate(words) if word in paradigms), None)
    if at is None:
        return
    for case, noun in enumerate(paradigms[words[at]]):
        before = []
        for word in words[:at]:
            ending = next((e for e in endings if word.endswith(e)), None)
            before.append(word if ending is None else word[: -len(ending)] + endings[ending][case])
        yield " ".join([*before, noun, *words[at + 1 :]])
