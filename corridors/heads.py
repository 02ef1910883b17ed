"""
Nouns that complete a name from a distance: "the Lobito rail corridor", "the Northern, Central and Lobito corridors".

All of it works on the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from corridors.entries import Part, is_common
from corridors.lexicon import lexicon
from corridors.sentences import Span

_LONGEST_LIST = 240
_MOST_WORDS, _MOST_ITEMS, _MOST_STRANGERS = 10, 12, 2
_JOINED_WITHIN = 60
_GENERAL = "any"
_IN_BRACKETS = re.compile(r" \(([^()\n]{5,80})\)")
_STOPS = frozenset(".;:()\n!?")
_BEFORE_WORD = re.compile(r".*[^\w'&]")
_TOWARDS = (["to"], ["in"], ["into"], ["from"])
_JOINERS = frozenset(("and", "or", "as", "und", "et", "y", "e", "и"))


class Completed(NamedTuple):
    """A stem that a noun completes: its stretch with what counts as the name, and what it may mean."""

    start: int
    end: int
    stem: str
    parts: tuple[Part, ...]


def completed(text: str, start: int, end: int, stem: str, parts: Sequence[Part]) -> Completed | None:
    """
    Read "rail corridor" behind "Lobito": words of kind and a noun that goes with the name's own.

    Parameters
    ----------
    text
        The folded text.
    start, end
        Where the stem stands.
    stem, parts
        The stem and the corridors it tells.
    """
    match = _completing().match(text, end)
    if not match:
        return None
    head = match[1]
    fit = [part for part in parts if head == part.head or (" " in stem and _goes_with(head, part.head))]
    same = [part for part in fit if _family(part.head) == _family(head)]
    if " " not in stem:
        fit = same = [part for part in same if part.head == head == "corridor"]
    told = tuple({part.corridor: part for part in same or fit if not _is_strange(head, part, parts)}.values())
    return Completed(start, match.end(), stem, told) if told else None


def spelt_out(text: str, end: int, telling: Mapping[str, Sequence[Part]]) -> Completed | None:
    """
    Read a name without its noun in brackets behind its letters: "BCIM (Bangladesh-China-India-Myanmar)".

    Parameters
    ----------
    text
        The folded text.
    end
        Where the letters end.
    telling
        Stems of names that mean one corridor each, and what they mean.
    """
    match = _IN_BRACKETS.match(text, end)
    parts = telling.get(match[1], ()) if match and " " in match[1] else ()
    return Completed(match.start(1), match.end(1), match[1], tuple(parts)) if match and parts else None


def _is_strange(head: str, part: Part, parts: Sequence[Part]) -> bool:
    """Tell whether a noun is of another mode than those of a corridor's names: "Cape to Cairo railway" of a road."""
    own = {_family(other.head) for other in parts if other.corridor == part.corridor} - {_GENERAL}
    return bool(own) and _family(head) not in (_GENERAL, *own)


def is_of_other_kind(name: str, own: str) -> bool:
    """
    Tell whether a name ends in a noun of one mode where the corridor's own noun is of none or of another.

    "Lobito Atlantic Railway" is a firm that runs trains on the Lobito Atlantic Corridor.

    Parameters
    ----------
    name
        The folded name.
    own
        The corridor's own noun.
    """
    head = next((head for head in sorted(_heads(), key=len, reverse=True) if name.endswith(" " + head)), own)
    return _family(head) not in (_GENERAL, _family(own))


def is_of_other_mode(name: str, own: str) -> bool:
    """Tell whether a folded name ends in "highway" or the like where the corridor's own noun is "railway"."""
    return _family(own) != _GENERAL and is_of_other_kind(name, own)


def with_head(text: str, end: int) -> int:
    """Return the end of a name that has no noun of its own, moved behind one: "Scan-Med corridor"."""
    match = _completing().match(text, end)
    return match.end(1) if match and match.end(1) == match.end() else end


def closes_list(text: str, head: tuple[int, int], closing: Collection[str]) -> bool:
    """
    Tell whether the words before a noun may be the last item of a list that shares it; a quick look before `listed`.

    Parameters
    ----------
    text
        The folded text.
    head
        Where the noun stands.
    closing
        The last words of stems.
    """
    words = text[max(0, head[0] - _JOINED_WITHIN) : head[0]].split()
    while words and words[-1] in kinds_before() and words[-1] not in closing:
        words.pop()
    last = words[-1] if words else ""
    if last[-1:] == ")" or (last if last.isalnum() else _BEFORE_WORD.sub("", last)) in closing:
        return True
    if text[head[0] : head[1]] in _heads() or not any(
        word in _JOINERS or not word.isalnum() for word in words[-_MOST_STRANGERS - 1 : -1]
    ):
        return False
    return any(
        "/" in word or ((word[-1] in ",)" or behind in _JOINERS) and word.strip(",()") in closing)
        for word, behind in pairwise(text[max(0, head[0] - _LONGEST_LIST) : head[0]].split())
    )


def listed(text: str, head: tuple[int, int], stems: Mapping[str, Sequence[Part]]) -> Iterator[Completed]:
    """
    Read the items that share a noun: "the Northern, Central and Lobito corridors".

    The last item takes the noun in; the others stop before the comma or "and".

    Parameters
    ----------
    text
        The folded text.
    head
        Where the noun stands.
    stems
        Stems of names and what they may mean.
    """
    noun = text[head[0] : head[1]]
    plural = noun not in _heads()
    if not plural and not _joining().search(text, max(0, head[0] - _JOINED_WITHIN), head[0]):
        return
    noun = noun.removesuffix("s") if plural else noun
    low = max(0, head[0] - _LONGEST_LIST)
    end = head[0]
    while end > low and text[end - 1] == " ":
        end -= 1
    kinds = _kinds_before().search(text, max(low, end - _JOINED_WITHIN), end)
    ways = [
        list(_read_list(text, Span(low, last), head[1], noun, plural, stems))
        for last in dict.fromkeys((end, kinds.start() if kinds else end))
    ]
    told: set[str] = set()
    for item in max(ways, key=len):  # "the Red Sea and Suez Canal route" is one, named twice
        if plural or not told & {part.corridor for part in item.parts}:
            yield item
        told.update(part.corridor for part in item.parts)


def named_after(text: str, end: int, stems: Mapping[str, Sequence[Part]], noun: str) -> Iterator[Completed]:
    """
    Read the items behind a plural noun: "corridors such as Nacala and Maputo", "corridors: Atlantic, Rhine-Danube".

    Parameters
    ----------
    text
        The folded text.
    end
        Where the noun ends.
    stems
        Stems of names and what they may mean.
    noun
        The noun in the singular.
    """
    opening = _such_as().match(text, end)
    at = opening.end() if opening else len(text)
    for _ in range(_MOST_ITEMS):
        item = _item().match(text, at)
        if not item:
            return
        words = item[1].split(" ")
        tried = [" ".join(words[:count]) for count in range(len(words), 0, -1)]
        name = next((t for t in tried if any(part.head == noun for part in stems.get(t, ()))), "")
        if name:
            parts = {part.corridor: part for part in stems[name] if part.head == noun}
            yield Completed(item.start(1), item.start(1) + len(name), name, tuple(parts.values()))
        if name != item[1] and (name or len(words) > _MOST_STRANGERS + 1):
            return
        separator = _next_item().match(text, item.end())
        if not separator:
            return
        at = separator.end()


def _read_list(
    text: str, within: Span, whole_end: int, noun: str, plural: bool, stems: Mapping[str, Sequence[Part]]
) -> Iterator[Completed]:
    led = False
    for number, (first, last) in enumerate(_items(text, within)):
        words = text[first:last].split(" ")
        found = _longest(words[-_MOST_WORDS:], stems, noun)
        if found is not None and led and not plural:
            before = words[: -found[2]]
            if before[-1:] not in (["the"], ["both"], []) or before[-2:-1] in _TOWARDS:
                return  # "in Mombasa and the Central Corridor", "to the Gulf and": the noun is the last item's alone
        led = words[0] == "the"
        if found is None:
            if len(words) > _MOST_STRANGERS or (number == 0 and not plural):
                return
            continue
        stem, parts, count = found
        start = last - len(stem)
        alone = number == 0 and not _before().search(text, max(0, start - 16), start)
        if not (alone and (not plural or is_common(stem))):
            yield Completed(start, last if number else whole_end, stem, parts)
        if alone or count < len([word for word in words if word not in ("the", "both", "either", "")]):
            return


def _items(text: str, within: Span) -> Iterator[Span]:
    """Yield the items of a list, the last first, back to where its sentence or bracket begins."""
    end = within.end
    separators = list(_separator().finditer(text, within.start, end))
    for found in (*reversed(separators), None)[:_MOST_ITEMS]:
        first = found.end() if found else within.start
        while first < end and text[first] == " ":
            first += 1
        if first < end:
            yield Span(first, end)
        if found is None or found[0].strip() in _STOPS:
            return
        end = found.start()


def _longest(
    words: Sequence[str], stems: Mapping[str, Sequence[Part]], noun: str
) -> tuple[str, tuple[Part, ...], int] | None:
    """Return the longest stem that the words end in, what it means and of how many words it is."""
    for first in range(len(words)):
        stem = " ".join(words[first:])
        common = is_common(stem)
        fit = [p for p in stems.get(stem, ()) if p.head == noun or (not common and _goes_with(noun, p.head))]
        if " " not in stem:
            fit = [part for part in fit if part.head == noun]
        parts = tuple({part.corridor: part for part in fit}.values())
        if parts:
            return stem, parts, len(words) - first
    return None


def _goes_with(head: str, own: str) -> bool:
    """Tell whether a noun may stand for a name's own: of the same mode, or one of them of none."""
    families = {_family(head), _family(own)}
    return len(families) == 1 or _GENERAL in families


@lru_cache(maxsize=256)
def _family(head: str) -> str:
    return next((mode for mode in ("rail", "road", "sea") if head in lexicon().words(f"routes.{mode}_heads")), _GENERAL)


def head_words() -> Collection[str]:
    """Return the nouns, singular and plural, that lists of names may share."""
    return sorted(_heads() | {f"{head}s" for head in _heads() if not head.endswith("s")})


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return lexicon().words("routes.heads")


@lru_cache(maxsize=1)
def _completing() -> re.Pattern[str]:
    words = lexicon()
    short = r"(?:\([^\W_][^()\n]{1,14}\) )?"  # "Transport (LAPSSET) corridor"
    kinds = rf"(?:{words.pattern('routes.modifiers')} ){{0,3}}"
    return re.compile(rf" {short}{kinds}({words.pattern('routes.heads')})s?(?![^\W_])")


@lru_cache(maxsize=1)
def _kinds_before() -> re.Pattern[str]:
    return re.compile(rf"(?: {lexicon().pattern('routes.modifiers')})+$")


@lru_cache(maxsize=1)
def kinds_before() -> frozenset[str]:
    """Return the words of the words of kind that may stand between a name and its noun."""
    return frozenset(word for words in lexicon().words("routes.modifiers") for word in words.split()) - _JOINERS


@lru_cache(maxsize=1)
def _such_as() -> re.Pattern[str]:
    return re.compile(r"(?:,? (?:such as|like|including|namely|are|were)|(?: (?!the\b)[^\W_]+){0,4}:) (?:the )?")


@lru_cache(maxsize=1)
def _item() -> re.Pattern[str]:
    return re.compile(r"((?:(?!(?:and|or)\b)[^\W_]+ ?){1,8}(?<! ))")


@lru_cache(maxsize=1)
def _next_item() -> re.Pattern[str]:
    return re.compile(r"(?:[,;]? (?:and|or) |[,;] )(?:the )?")


@lru_cache(maxsize=1)
def _joining() -> re.Pattern[str]:
    return re.compile(r" (?:and|or|und|et|y|e|и|&) |/")


@lru_cache(maxsize=1)
def _separator() -> re.Pattern[str]:
    return re.compile(r",? (?:and|or|as well as|und|et|y|e|и|&) |, ?| ?/ ?|[.;:()\n!?]")


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    return re.compile(r"(?:(?: (?:and|or|und|et|y|и|&)|,| as well as|/) ?)(?:the |both )?$")
