"""
Names of other languages than English written otherwise: with other nouns, letters, or the ends the other way round.

What may stand for what is kept in `geodata/renaming.toml`, language by language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from corridors.fold import DASHES, fold_name
from corridors.lexicon import lexicon
from corridors.scripts import has_no_spaces

_FILE = "renaming.toml"
_MOST, _MOST_JOINED = 80, 4
_JOINER = "\u200c"  # half a space in Persian, which folding takes away
_SPACED = re.compile(rf"\s+[{DASHES}]\s*|\s*[{DASHES}]\s+")
_DASH = re.compile(rf"\s*[{DASHES}]\s*")
_SHORTEST, _TWO = 3, 2
_BETWEEN, _AND = "بين", "و"

_Rules = tuple[tuple[str, str], ...]


class Ends(NamedTuple):
    """The ends that a name is made of, folded."""

    parts: tuple[str, ...]

    @property
    def alone(self) -> str:
        """The ends without the words of kind around them."""
        return " ".join(self.parts)

    @property
    def turned(self) -> str:
        """The ends the other way round."""
        return " ".join(reversed(self.parts))

    def joined(self, language: str) -> Iterator[str]:
        """Yield two ends with "between" before and "and" between them, where a language writes names so: Arabic."""
        if len(self.parts) == _TWO and language == "ar":
            yield f"{_BETWEEN} {self.parts[0]} {_AND}{self.parts[1]}"


def renamed(text: str, language: str, *, shared: bool = False) -> Iterator[str]:
    """
    Yield what a name in a language is written like too, folded, the name itself first.

    Parameters
    ----------
    text
        The name.
    language
        A BCP 47 tag.
    shared
        Whether other corridors bear the name; then no word of it may be left out.
    """
    tag = language.split("-")[0].lower()
    starts = _with_spaces(text) if _JOINER in text else (fold_name(text),)
    starts = (*starts, *(form for start in starts for form in _joined(start, tag)))
    whole = shared or not (tag == "zh" or _DASH.search(text))
    groups = [*_same(tag), *(() if whole else _dropped(tag))]
    found: dict[str, None] = dict.fromkeys(starts)
    queue = [(form, frozenset[int]()) for form in found]
    for form, used in queue:
        for number, rules in enumerate(groups):
            for other in _replaced(form, rules, tag) if number not in used else ():
                if other not in found and len(found) < _MOST:
                    found[other] = None
                    queue.append((other, used | {number}))
    yield from found


def _replaced(form: str, rules: _Rules, tag: str) -> Iterator[str]:
    """Yield a folded name with one of the words that a group of rules holds put for another."""
    padded = form if tag == "zh" else f" {form} "
    for old, new in rules:
        if old in padded and (len(new) <= len(old) or new not in padded):
            yield padded.replace(old, new).strip()


def ends(text: str, language: str) -> Ends | None:
    """
    Return the ends that a name is made of, None where it is made otherwise: "Решт - Астара" of the railway.

    Parameters
    ----------
    text
        The name.
    language
        A BCP 47 tag; a language without rules has none.
    """
    tag = language.split("-")[0].lower()
    kinds = _kinds(tag)
    dash = _SPACED if _SPACED.search(text) else _DASH
    parts = [fold_name(part) for part in dash.split(text)]
    if not kinds or len(parts) < 2:
        return None
    parts[0] = _without_front(parts[0], kinds)
    while parts and not (last := _without_end(parts[-1], kinds)):
        parts.pop()
    if len(parts) < 2:
        return None
    parts[-1] = last
    return Ends(tuple(parts)) if all(_is_end(part, tag) for part in parts) else None


def _is_end(part: str, tag: str) -> bool:
    """Tell whether a part of a name may be a place: it is no adjective, nor made of words of direction and kind."""
    adjectives = tuple(map(fold_name, lexicon(_FILE).lists.get(f"adjectives.{tag}", ())))
    long_enough = len(part) >= _SHORTEST or (len(part) > 1 and has_no_spaces(part[0]))
    return long_enough and not part.endswith(adjectives) and not set(part.split()) <= _common(tag)


def _without_front(part: str, kinds: Sequence[str]) -> str:
    words = part.split()
    while words and words[0] in kinds:
        words = words[1:]
    return " ".join(words)


def _without_end(part: str, kinds: Sequence[str]) -> str:
    while part and (kind := next((kind for kind in kinds if _ends_in(part, kind)), "")):
        part = part[: -len(kind)].rstrip()
    return part


def _ends_in(part: str, kind: str) -> bool:
    return part == kind or part.endswith(kind if has_no_spaces(kind[0]) else f" {kind}")


def _with_spaces(text: str) -> tuple[str, ...]:
    """Return a name with each half space left out or written as a whole one."""
    pieces = text.split(_JOINER, _MOST_JOINED)
    signs = product((_JOINER, " "), repeat=len(pieces) - 1)
    return tuple(fold_name(pieces[0] + "".join(map("".join, zip(some, pieces[1:], strict=True)))) for some in signs)


def _joined(folded: str, tag: str) -> Iterator[str]:
    """Yield a name with its words written together, or apart, where its language does either."""
    if tag == "zh":
        for form in dict.fromkeys((folded, folded.replace(" ", ""))):
            yield from (form, *_in_characters(form))
    rest, _, last = folded.rpartition(" ")
    for noun in map(fold_name, lexicon(_FILE).lists.get(f"compounds.{tag}", ())):
        if last == noun and rest and not rest.endswith("e"):
            yield rest + noun
        elif last.endswith(noun) and len(last) - len(noun) > _SHORTEST:
            yield f"{rest} {last.removesuffix(noun)} {noun}".strip()


def _in_characters(folded: str) -> Iterator[str]:
    """Yield a Chinese name in traditional and in simplified characters."""
    pairs = lexicon(_FILE).lists["characters.zh"]
    for one, other in ((0, 1), (1, 0)):
        yield folded.translate({ord(pair[one]): pair[other] for pair in pairs})


@lru_cache(maxsize=64)
def _same(tag: str) -> tuple[_Rules, ...]:
    """Return what may be put for what in a language, group by group."""
    lines = [line.split("|") for line in lexicon(_FILE).lists.get(f"same.{tag}", ())]
    groups = [list(dict.fromkeys(_spaced(word, tag) for word in words)) for words in lines]
    return tuple(tuple((old, new) for old in words for new in words if old != new) for words in groups)


@lru_cache(maxsize=64)
def _dropped(tag: str) -> tuple[_Rules, ...]:
    nothing = "" if tag == "zh" else " "
    return tuple(((_spaced(word, tag), nothing),) for word in lexicon(_FILE).lists.get(f"dropped.{tag}", ()))


@lru_cache(maxsize=64)
def _kinds(tag: str) -> tuple[str, ...]:
    words = {fold_name(word) for word in lexicon(_FILE).lists.get(f"kinds.{tag}", ())}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=64)
def _common(tag: str) -> frozenset[str]:
    directions = lexicon(_FILE).lists.get(f"directions.{tag}", ())
    return frozenset(map(fold_name, (*lexicon().words("routes.common"), *directions)))


def _spaced(word: str, tag: str) -> str:
    return fold_name(word) if tag == "zh" else f" {fold_name(word)} "
