"""The ways a listed name is written: respelled, in another word order, declined, or without its last noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import permutations
from typing import NamedTuple

from corridors.fold import DASHES, fold_name
from corridors.inflections import abbreviation_endings, inflected
from corridors.lexicon import lexicon
from corridors.model import Kind, Name, Place
from corridors.renaming import ends, renamed

_MOST_MODIFIERS, _PAIR = 4, 2
_SHORTEST_REST, _SHORTEST_ALONE = 5, 3
_SPOKEN = 6
_FILE = "endnames.toml"
_COMPOUND = re.compile(r"\w[-\u2010-\u2015]\w")
_DASH = re.compile(rf"\s*[{DASHES}]\s*")
_CLIPPED = re.compile(r"(?<![\w-])([^\W\d_]{2,4})-([^\W\d_]{2,4})(?![\w-])")
_GERMAN = re.compile(r"([^\W\d_]{3,} ?)(passage|route|korridor)")
_NUMBERED = re.compile(r"(.* corridor) (\d+[a-z]?)")
_NUMBER_SIGNS = ("#", "# ", "no ", "no. ", "no.", "number ")


class Variant(NamedTuple):
    """A folded name to look for, the name it stands for and its kind."""

    folded: str
    text: str
    kind: Kind


class Stem(NamedTuple):
    """
    A folded name without its last noun, which may follow later or be another one: "lobito" of "Lobito Corridor".

    A shortened one lacks words of kind too: "china pakistan" of "China-Pakistan Economic Corridor".
    """

    folded: str
    head: str
    shortened: bool = False


def variants(name: Name) -> Iterator[Variant]:
    """
    Yield a name and what else it may look like, the name itself first.

    Parameters
    ----------
    name
        A name of the catalogue.
    """
    text = plain_name(name.text)
    folded = fold_name(text)
    if not folded:
        return
    yield Variant(folded, text, name.kind)
    if match := _NUMBERED.fullmatch(folded):  # "CAREC Corridors 1 and 2", "CAREC Corridor No. 2"
        for form in (f"{match[1]}s {match[2]}", *(f"{match[1]} {sign}{match[2]}" for sign in _NUMBER_SIGNS)):
            yield Variant(form, text, name.kind)
    if name.kind is Kind.ABBREVIATION:
        for ending in abbreviation_endings(text, name.language):
            yield Variant(folded + ending, text + ending, name.kind)
        if len(text) >= _SPOKEN and text.isascii() and text.isalpha() and not name.shared:
            yield from (Variant(fold_name(slip), slip, name.kind) for slip in slips(text))
        return
    seen = {folded}
    renames = tuple(renamed(text, name.language, shared=name.shared))
    for base in dict.fromkeys((folded, *_respelled(folded), *renames, *_closed_up(text))):
        compounds = _compounds(base) if name.language == "de" else ()
        for form in (base, *compounds, *inflected(base, name.language, plurals=base == folded)):
            if form not in seen:
                seen.add(form)
                yield Variant(form, text, name.kind)
    for form in _reordered(text):
        for spelling in (form, *_respelled(form)):
            if spelling not in seen:
                seen.add(spelling)
                yield Variant(spelling, text, Kind.ALIAS)
    for form in _enumerated(name) if name.language == "en" else ():
        if form not in seen:
            seen.add(form)
            yield Variant(form, text, Kind.ALIAS)
    for form in _turned_ends(renames, text, name.language):
        for case in (form, *inflected(form, name.language, plurals=False)):
            if case not in seen:
                seen.add(case)
                yield Variant(case, text, Kind.ALIAS)


def stems(name: Name) -> Iterator[Stem]:
    """Yield what a name is without its last noun and the words of kind before it, with and without the latter."""
    if name.kind is Kind.ABBREVIATION:
        return
    folded = fold_name(plain_name(name.text))
    for spelling in (folded, *_respelled(folded)):
        for head in _heads_by_end().get(spelling.rsplit(" ", 1)[-1], ()):
            if not spelling.endswith(" " + head):
                continue
            words = spelling[: -len(head) - 1].split()
            yield Stem(" ".join(words), head)
            shorter = len(words)
            while shorter > 1 and words[shorter - 1] in _modifiers():
                if shorter == _PAIR and _sides() & {*words[:_PAIR]}:
                    break  # all corridors of the GMS have sides, and "Southern" alone is none of "Southern Transport"
                shorter -= 1
            if shorter < len(words) and words[shorter - 1] not in _small_words():
                yield Stem(" ".join(words[:shorter]), head, shortened=True)


def plain_name(text: str) -> str:
    """Return a name without a leading article and without what the catalogue adds in brackets behind it."""
    return re.sub(r"(?i)^the\s+", "", text.strip())


def slips(word: str) -> Iterator[str]:
    """Yield a word with a letter left out, doubled, put for its neighbour or changed with the next; the first stays."""
    for at in range(1, len(word)):
        if at + 1 < len(word):
            yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        if at + 1 < len(word) and word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            yield word[:at] + 2 * word[at + 1] + word[at + 2 :]
            yield word[:at] + 2 * word[at] + word[at + 2 :]


def place_names(place: Place) -> tuple[str, ...]:
    """
    Return the folded names of a place: its own, without what stands in brackets or behind a slash, and the others.

    The others are those of `geodata/endnames.toml`, such as "Calcutta" for Kolkata.
    """
    plain = re.sub(r"\s*\([^)]*\)", "", place.name)
    others = lexicon(_FILE).lists.get(f"names.{place.id}", ())
    return tuple(dict.fromkeys(name for part in (*plain.split("/"), *others) if (name := fold_name(part))))


def _respelled(folded: str) -> Iterator[str]:
    """Yield other spellings: prefixes joined or set apart, and words that the lexicon lists as the same."""
    words = folded.split()
    apart, joined = [], []
    at = 0
    while at < len(words):
        word = words[at]
        shortest = _SHORTEST_REST if len(words) > 1 else _SHORTEST_ALONE
        prefix = next((p for p in _prefixes() if word.startswith(p) and len(word) - len(p) >= shortest), "")
        if word in _prefixes() and at + 1 < len(words) and len(words[at + 1]) >= _SHORTEST_REST:
            apart += [word, words[at + 1]]
            joined.append(word + words[at + 1])
            at += 2
            continue
        apart += [prefix, word[len(prefix) :]] if prefix and word not in _modifiers() else [word]
        joined.append(word)
        at += 1
    for form in (" ".join(apart), " ".join(joined)):
        if form != folded:
            yield form
    if "," in folded:
        yield folded.replace(",", "")
    padded = f" {folded} "
    for old, new in _same_words() if folded.isascii() else ():
        if old in padded and new not in padded:
            yield padded.replace(old, new).strip()
    for old, new in _instead():
        if folded.endswith(old) and not set(words) <= _common() and new[1:] not in words:
            yield folded.removesuffix(old) + new


def _turned_ends(renames: Sequence[str], text: str, language: str) -> Iterator[str]:
    """Yield the names of another language with their ends put otherwise: "corridor Lagos-Abidjan"."""
    told = ends(text, language)
    if told is None:
        return
    for form in renames:
        if told.alone in form:
            for other in (told.turned, *told.joined(language)):
                yield form.replace(told.alone, other)


def _enumerated(name: Name) -> Iterator[str]:
    """Yield "Bangladesh, China, India and Myanmar Economic Corridor" for the name with dashes between the countries."""
    *parts, last = (fold_name(part) for part in _DASH.split(plain_name(name.text)))
    if len(parts) < _PAIR or _prefixes() & set(parts):
        return
    yield f"{' '.join(parts)}, {last}"
    for joint in (", ", " and ", ", and "):
        yield f"{', '.join(parts)}{joint}{last}"


def _closed_up(text: str) -> Iterator[str]:
    """Yield "ScanMed corridor" for "Scan-Med corridor": a compound of clipped words written as one; and "Rail2Sea"."""
    if re.fullmatch(r"\w+(?:-\w+)+|(?:Rail|Via) \w+", text):
        yield fold_name(re.sub(r"[- ]", "", text))
    for match in _CLIPPED.finditer(text):
        if not {fold_name(match[1]), fold_name(match[2])} <= _common():
            yield fold_name(text[: match.start()] + match[1] + match[2] + text[match.end() :])


def _compounds(folded: str) -> Iterator[str]:
    """Yield "nordost passage" for "Nordostpassage", which German writes with a hyphen too, and the other way round."""
    if match := _GERMAN.fullmatch(folded):
        first, noun = match[1].rstrip(), match[2]
        yield first + noun if match[1].endswith(" ") else f"{first} {noun}"


def _reordered(text: str) -> Iterator[str]:
    """
    Yield other word orders of a name that holds a compound such as "North-South" before its last noun.

    The words before the noun in any order, the compound behind it ("International Transport Corridor North-South")
    and the parts of a compound the other way round ("Pakistan-China Economic Corridor").
    """
    units = _units(text)
    words = [word for word, _ in units]
    if len(words) < 2 or words[-1] not in _heads() or not any(is_joined for _, is_joined in units):
        return
    if turned := _turned(text):
        yield turned
    modifiers = units[:-1]
    if len(modifiers) > _MOST_MODIFIERS:
        return
    for order in permutations(modifiers):
        yield " ".join([*(word for word, _ in order), words[-1]])
    rest = [word for word, is_joined in modifiers if not is_joined]
    behind = [word for word, is_joined in modifiers if is_joined]
    for order_of_rest in permutations(rest):
        before = [*order_of_rest, words[-1]]
        yield " ".join([*before, *behind])
        if len(before) > 1:  # "International Transport Corridor (ITC) North-South"
            initials = "".join(word[0] for word in " ".join(before).split())
            yield " ".join([*before, f"({initials})", *behind])


def _units(text: str) -> list[tuple[str, bool]]:
    """Return the words of a name, folded, with a mark for compounds; "India-Middle East-Europe" is one of them."""
    units: list[tuple[str, bool]] = []
    for word in text.split():
        is_joined = bool(_COMPOUND.search(word))
        if is_joined and units and units[-1][1]:
            units[-1] = (f"{units[-1][0]} {fold_name(word)}", True)
        else:
            units.append((fold_name(word), is_joined))
    return units


def _turned(text: str) -> str:
    """Return a name with the parts of its one compound the other way round, folded; empty without such a compound."""
    words = fold_name(text).split()
    tail = len(words)
    while tail > 1 and (words[tail - 1] in _heads() or words[tail - 1] in _modifiers()):
        tail -= 1
    parts = [fold_name(part) for part in _DASH.split(text)]
    if len(parts) < 2 or tail == len(words) or parts[0].split()[-1] in _common():
        return ""
    ending = " " + " ".join(words[tail:])
    parts[-1] = parts[-1].removesuffix(ending)
    if not all(parts) or _prefixes() & set(parts) or " ".join(parts) + ending != " ".join(words):
        return ""
    return " ".join(reversed(parts)) + ending


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return lexicon().words("routes.heads")


@lru_cache(maxsize=1)
def _heads_by_end() -> dict[str, tuple[str, ...]]:
    """Return the nouns by their last word, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for head in sorted(_heads(), key=lambda head: (-len(head), head)):
        last = head.rsplit(" ", 1)[-1]
        found[last] = (*found.get(last, ()), head)
    return found


@lru_cache(maxsize=1)
def _modifiers() -> frozenset[str]:
    return lexicon().words("routes.modifiers") | lexicon().words("routes.heads")


@lru_cache(maxsize=1)
def _instead() -> tuple[tuple[str, str], ...]:
    """Return the nouns that end a name, and what may be put for each, behind a space."""
    pairs = (line.split("|") for line in sorted(lexicon().words("spellings.instead")))
    return tuple((f" {old}", f" {new}") for old, new in pairs)


@lru_cache(maxsize=1)
def _sides() -> frozenset[str]:
    return lexicon().words("routes.sides")


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return lexicon().words("routes.common")


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    return lexicon().words("routes.small_words")


@lru_cache(maxsize=1)
def _prefixes() -> frozenset[str]:
    return lexicon().words("spellings.prefixes")


@lru_cache(maxsize=1)
def _same_words() -> tuple[tuple[str, str], ...]:
    """Return what spelling lets stand for what, each between spaces."""
    pairs = [line.split("|") for line in lexicon().lists["spellings.same"]]
    both = [(first, second) for pair in pairs for first, second in (pair, pair[::-1])]
    return tuple((f" {fold_name(old)} ", f" {fold_name(new)} ") for old, new in both)
