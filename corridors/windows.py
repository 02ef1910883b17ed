"""Runs of capitalised words that end in "Corridor" or the like: names misspelt, and names of no catalogue."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from corridors.entries import Entry
from corridors.fold import DASHES, Folded
from corridors.lexicon import lexicon
from corridors.model import Kind
from corridors.terms import is_nationality

_WORD_AT_END, _MOST_WORDS = re.compile(r"[^\W_]+(?:['’&.][^\W_]+)*\Z"), 7
_REACH = 110
_LIKENESS = 85
_SHORTEST_MISSPELT, _SHORTEST_NAME, _SHORTEST_HEAD = 4, 9, 7
_EDITS = ((10, 3), (7, 2), (0, 1))
_LONG = 9
_COMMONEST, _VOWELS = "corridor", "aeiou"
_COMPOUND = re.compile(rf"[^\W_][{DASHES}](?:[^\W\d_]+ )?$")
_REMEMBERED = 4_096
_TITLE_SHARE, _FEW_WORDS = 0.7, 3
_AND = ("and", "or")
_APART = frozenset(("the", "on", "in", "to", "for", "de", "s"))
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LINE = 200


class Window(NamedTuple):
    """A run of words before a head noun, in the folded text; `words` are folded, the noun is the last."""

    start: int
    end: int
    words: tuple[str, ...]


class Windows:
    """
    Compares runs of capitalised words with the names of a catalogue.

    Parameters
    ----------
    names
        The catalogue's names by their folded form.
    words
        Words that are spelt rightly though they stand in no name: places, countries.
    """

    def __init__(self, names: Mapping[str, list[Entry]], words: Collection[str]) -> None:
        self._names = names
        self._known = set(words) | lexicon().words("routes.common") | lexicon().words("routes.modifiers")
        self._choices: dict[tuple[int, str], list[str]] = {}
        self._nearest: dict[tuple[str, str], str | None] = {}
        heads = set(_plural(lexicon().words("routes.heads")))
        for name, entries in names.items():
            parts = name.split()
            self._known.update(parts)
            written = any(entry.kind is not Kind.ABBREVIATION for entry in entries)
            if written and name.isascii() and parts[-1] in heads and len(parts) > 1 and len(name) >= _SHORTEST_NAME:
                self._choices.setdefault((len(parts), parts[-1]), []).append(name)
        self._heads = {head for _, head in self._choices} | _plural(lexicon().words("routes.reported"))

    def looks_at(self, head: str) -> bool:
        """Tell whether some name ends in a noun, or names of no catalogue are told by it."""
        return head in self._heads

    def misspelt(
        self, folded: Folded, words: Sequence[Word], at: int, to: int, head: str
    ) -> tuple[Window, list[Entry]] | None:
        """
        Return the name that the words before a noun are a misspelling of.

        Parameters
        ----------
        folded, words
            The text and, of it, `words_before` the noun.
        at, to
            Where the noun stands in the folded text.
        head
            The noun, spelt rightly.
        """
        for first in range(len(words)):
            if not words[first].capital or _is_second_half(folded, words[first].start):
                continue
            spelt = [word.text for word in words[first:]]
            if (name := self._near([*spelt, folded.text[at:to]], head)) is not None:
                return Window(words[first].start, to, (*spelt, head)), self._names[name]
        return None

    def unknown(self, folded: Folded, words: Sequence[Word], at: int, to: int) -> Window | None:
        """
        Return a name of no catalogue: capitalised words, one of them its own, before "Corridor" or "Route".

        Parameters
        ----------
        folded, words
            The text and, of it, `words_before` the noun.
        at, to
            Where the noun stands in the folded text.
        """
        if folded.text[at:to].removesuffix("s") not in lexicon().words("routes.reported"):
            return None
        words = words[_begun(words) :]
        while words and (not words[0].capital or words[0].text in _pointing()):
            words = words[1:]
        spelt = [word.text for word in words]
        if not _own(words) or set(spelt) & lexicon().words("routes.not_transport") or is_headline(folded, at):
            return None
        return Window(words[0].start, to, (*spelt, folded.text[at:to]))

    def _near(self, words: list[str], head: str) -> str | None:
        """Return the name that a run of words comes near enough to, word by word."""
        query = " ".join([*words[:-1], head])
        spelt = " ".join(words)
        key = (spelt, head)
        if key not in self._nearest:
            if len(self._nearest) >= _REMEMBERED:
                self._nearest.clear()
            choices = self._choices.get((len(words), head), [])
            found = process.extractOne(query, choices, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
            near = found is not None and spelt != found[0] and self._is_slip(words[:-1], found[0])
            self._nearest[key] = found[0] if found is not None and near else None
        return self._nearest[key]

    def _is_slip(self, words: list[str], name: str) -> bool:
        """Tell whether words differ from those of a name by slips of the pen only, not by being other words."""
        for word, meant in zip(words, name.split(), strict=False):
            if word == meant:
                continue
            if len(meant) < _SHORTEST_MISSPELT or word in self._known:
                return False
            edits = next(edits for length, edits in _EDITS if max(len(word), len(meant)) >= length)
            if word[0] != meant[0]:
                edits = int(len(meant) >= _LONG)
            if OSA.distance(word, meant) > edits:
                return False
        return True


@lru_cache(maxsize=1)
def _pointing() -> frozenset[str]:
    """Return the words that may open a sentence before a noun and begin no name: "This", "Ce"."""
    return lexicon().words("people.not_names") | lexicon().words("speech.foreign_determiners")


def _own(words: Sequence[Word]) -> list[Word]:
    """Return the words of a name that are neither words of kind nor peoples."""
    return [w for w in words if w.capital and w.text not in generic() and not is_nationality(w.text)]


def _begun(words: Sequence[Word]) -> int:
    """Return where a name begins, behind "Namibia's" and behind the name that "and" joins to it."""
    begun = 0
    for number, word in enumerate(words):
        joined = word.text in _AND and number and words[number - 1].text in lexicon().words("routes.reported")
        owner = word.text.endswith("'s") and _own(words[number + 1 :])
        if word.text in _APART or joined or owner:
            begun = number + 1
    return begun


def ends_compound(folded: Folded, start: int) -> bool:
    """Tell whether what begins at a place of the folded text goes on a compound: "India-Mynamar-Thailand | Highway"."""
    origin = folded.origin(start)
    return bool(_COMPOUND.search(folded.source, max(0, origin - _REACH), origin))


def _is_second_half(folded: Folded, start: int) -> bool:
    """Tell whether a dash joins a word to the one before it: "Mahananda–Kolabari"."""
    origin = folded.origin(start)
    before = folded.source[max(0, origin - 2) : origin]
    return before[-1:] in DASHES and before[:1].isalpha()


class Word(NamedTuple):
    """A word in folded text, its place there and whether it is written with a capital or a digit."""

    text: str
    start: int
    capital: bool


def words_before(folded: Folded, at: int) -> list[Word]:
    """
    Return the run of capitalised words, words of kind and small words before a noun.

    Parameters
    ----------
    folded
        The text.
    at
        Where the noun stands in the folded text.
    """
    begin = folded.text.rfind(" ", max(0, at - _REACH), at - 1) + 1
    nearest = folded.text[begin : at - 1]
    if nearest.isalpha() and nearest not in generic() and folded.source[folded.origin(begin)].islower():
        return []  # as most do
    found: deque[Word] = deque()
    for start, word in _backwards(folded.text, max(0, at - _REACH), at):
        first = folded.source[folded.origin(start)]
        if first.isupper() or first.isdigit():
            found.appendleft(Word(word, start, True))
        elif word in generic():
            found.appendleft(Word(word, start, False))
        else:
            break
    while found and found[0].text in lexicon().words("people.not_names"):
        found.popleft()
    return list(found)


def _backwards(text: str, low: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the words with single spaces behind them, each with its place, from `end` back to a sign or to `low`."""
    end -= text[low:end].endswith("\n")
    for _ in range(_MOST_WORDS):
        if end <= low or text[end - 1] != " ":
            return
        space = text.rfind(" ", low, end - 1)
        start = low if space < 0 else space + 1
        match = _WORD_AT_END.search(text, start, end - 1)
        if match is None:
            return
        yield match.start(), match[0]
        if match.start() > start or space < 0:
            return
        end = start


def is_headline(folded: Folded, at: int) -> bool:
    """Tell whether the line around a place in folded text is a headline: capitals throughout and no full stop."""
    origin, source = folded.origin(at), folded.source
    start = max(0, origin - _LINE)
    before = source[max(source.rfind("\n", start, origin) + 1, start) : origin]
    line = (before + source[origin : origin + _LINE].split("\n", 1)[0]).rstrip()
    words = _LONG_WORD.findall(line)
    return (
        line[-1:] not in ".!?;:"
        and ". " not in line
        and len(words) > _FEW_WORDS
        and sum(word[0].isupper() for word in words) / len(words) > _TITLE_SHARE
    )


def misspelt_heads() -> dict[str, str]:
    """
    Return slips in long head nouns, each with the noun: a letter left out, doubled, or changed with the next.

    The commonest noun of all is written with other vowels too, and with two slips: "corrider", "coriodor".
    """
    words = lexicon().words
    heads = [head for head in words("routes.heads") if len(head) >= _SHORTEST_HEAD and head.isalpha()]
    known = _plural(heads) | words("routes.foreign_heads")
    slips = {slip: head for head in sorted(heads) for slip in _slips(head)}
    for one in (_COMMONEST, *_slips(_COMMONEST)):
        slips |= dict.fromkeys((*_slips(one), *_other_vowels(one)), _COMMONEST)
    return {slip: head for slip, head in slips.items() if slip not in known}


def _slips(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        if at + 1 < len(word):
            yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _other_vowels(word: str) -> Iterator[str]:
    """Yield a word with one vowel too many or another one, behind its first letter."""
    for at in range(1, len(word)):
        for vowel in _VOWELS:
            yield word[:at] + vowel + word[at:]
            if word[at] in _VOWELS:
                yield word[:at] + vowel + word[at + 1 :]


def _plural(words: Collection[str]) -> set[str]:
    return {form for word in words for form in (word, f"{word}s")}


@lru_cache(maxsize=1)
def generic() -> frozenset[str]:
    """Return the words in small letters that may stand in a name: words of kind, small and common words."""
    words = lexicon()
    return words.words("routes.modifiers") | words.words("routes.small_words") | words.words("routes.common")
