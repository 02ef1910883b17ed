"""
Two ends that name a route in other languages than English: "die Bahnlinie zwischen Dakar und Bamako".

What stands before, between and behind the ends, and the nouns of routes, are kept language by language in
`geodata/pairings.toml`. A noun must stand beside the ends; without one, words that say themselves that something runs
from one end to the other need it in their sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from corridors.fold import Folded, fold_name
from corridors.lexicon import lexicon
from corridors.model import Mode
from corridors.pairhits import PairHit, PlaceHit

_FILE = "pairings.toml"
_BESIDE, _SENTENCE, _AROUND = 100, 160, 20
_LETTER = "[^\\s.,;:!?()|\"'/，。；：！？、（）।«»]"
_WORD = rf"{_LETTER}+(?:'{_LETTER}+)?"
_STOP = re.compile(r"[;!?\n。；！？।]|\.(?!\d)")
_SCRIPTS = (
    (re.compile("[\u0400-\u04ff]"), ("russian",)),
    (re.compile("[\u0600-\u06ff]"), ("arabic", "persian")),
    (re.compile("[\u0900-\u097f]"), ("hindi",)),
    (re.compile("[\u4e00-\u9fff]"), ("chinese",)),
)
_LATIN = ("german", "french", "spanish", "portuguese", "turkish")
_KINDS = ("rail", "road", "sea", "any")


class _Frame(NamedTuple):
    """What stands before the first end, between the two and behind the second."""

    opening: re.Pattern[str] | None
    gap: re.Pattern[str]
    closing: re.Pattern[str] | None
    says_so: bool


class _Noun(NamedTuple):
    """A noun of a route: where it begins and ends, and what kind it is."""

    start: int
    end: int
    kind: str


def told(folded: Folded, first: PlaceHit, second: PlaceHit) -> PairHit | None:
    """
    Read what joins two places as the languages of their script do, None where it tells no route.

    Parameters
    ----------
    folded
        The text.
    first, second
        Two places in it that do not overlap.
    """
    found = [
        hit
        for wording in _wordings(folded.text, first.start, second.end)
        if (hit := wording.read(folded.text, first, second))
    ]
    return min(found, key=lambda hit: not hit.sure, default=None)


def with_noun(folded: Folded, pair: PairHit) -> PairHit | None:
    """
    Return places joined by dashes with the noun beside them, as in "Bahnstrecke A-B" and "A-B-C demiryolu"; else None.

    Parameters
    ----------
    folded
        The text.
    pair
        The places alone.
    """
    wordings = _wordings(folded.text, pair.start, pair.end)
    found = [hit for wording in wordings if (hit := wording.beside(folded.text, pair))]
    return min(found, key=lambda hit: not hit.sure, default=None)


def _wordings(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield what reads the languages of the script around a place; those written in Latin letters where it is ASCII."""
    around = text[max(0, start - _AROUND) : end + _AROUND]
    names = () if around.isascii() else next((names for script, names in _SCRIPTS if script.search(around)), ())
    yield from map(_wording, names or _LATIN)


class Wording:
    """
    How a language tells a route by its two ends.

    Parameters
    ----------
    language
        A section of `geodata/pairings.toml`.
    """

    def __init__(self, language: str) -> None:
        self._lists = {
            key.partition(".")[2]: words
            for key, words in lexicon(_FILE).lists.items()
            if key.partition(".")[0] == language
        }
        self._space = "" if "spaces" in self._lists.get("without", ()) else " "
        self._kinds = {kind: re.compile(_any(self._lists[kind])) for kind in _KINDS}
        nouns = _any(word for kind in _KINDS for word in self._lists[kind])
        led = rf"(?<!{_LETTER})(?:{_any(self._lists.get('proclitics', ()))})?" if self._space else ""
        ends = rf"(?!{_LETTER})" if self._space else ""
        self._noun = rf"{led}(?P<noun>{nouns}){ends}"
        self._anywhere = re.compile(self._noun)
        behind = _any(self._lists.get("behind", ()))
        self._means = re.compile(rf"(?<!{_LETTER})(?:{_any(self._lists.get('means', ()))}) $")
        self._before_opening = re.compile(rf"{self._noun}(?: {_WORD}){{0,5}}(?:,(?: {_WORD})?)? ?$")
        self._before_end = re.compile(rf"{self._noun}(?:,? (?:{behind})){{0,2}} ?$")
        between = rf"(?: {_WORD}){{0,3}}? " if self._space else rf"的?{_LETTER}{{0,4}}?"
        self._behind_end = re.compile(between + self._noun)
        self._right_behind = re.compile(self._space + self._noun)
        self._is_behind = "behind" in self._lists["noun"]
        self._works, self._against, self._wheels = (
            re.compile(rf"{led}(?:{_any(self._lists[key])}){ends}") for key in ("works", "against", "wheels")
        )
        self._rails = re.compile(rf"{led}(?:{_any(self._lists['rail'])}){ends}")
        joining = [word for line in self._lists["frames"] for word in _words(line.split("|")[1])]
        self._joins = re.compile(_closing(joining) if self._space else _any(joining))
        self._frames = [self._frame(line) for line in self._lists["frames"]]

    def read(self, text: str, first: PlaceHit, second: PlaceHit) -> PairHit | None:
        """Read what joins two places of a folded text; None where it tells no route."""
        gap = text[first.end : second.start]
        if not self._joins.search(gap):
            return None
        for frame in self._frames:
            if not frame.gap.fullmatch(gap):
                continue
            left = text[max(0, first.start - _BESIDE) : first.start]
            opening = frame.opening.search(left) if frame.opening else None
            closing = frame.closing.match(text, second.end) if frame.closing else None
            if (frame.opening and not opening) or (frame.closing and not closing):
                continue
            begins = first.start - len(left) + opening.start() if opening else first.start
            ends = closing.end() if closing else second.end
            if hit := self._framed(text, first, second, begins, ends, frame):
                return hit
        return None

    def _framed(
        self, text: str, first: PlaceHit, second: PlaceHit, begins: int, ends: int, frame: _Frame
    ) -> PairHit | None:
        """Return two ends between their prepositions, from `begins` to `ends`, with the noun beside them."""
        low = max(0, begins - _BESIDE)
        before = self._before_opening if frame.opening else self._before_end
        noun = self._found(before.search(text[low:begins]), low)
        if noun is None and self._is_behind:
            noun = self._found(self._behind_end.match(text, ends, ends + _BESIDE), 0)
        sentence = _sentence(text, begins, ends)
        if noun is None:
            if not frame.says_so:
                return None
            noun = self._found(self._anywhere.search(text, *sentence), 0)
            if noun is None or self._against.search(text, *sentence):
                return None
            return PairHit(begins, ends, first.keys, second.keys, False, False, mode=self._mode(text, noun, sentence))
        pair = PairHit(begins, ends, first.keys, second.keys, False, False)
        return self._with(text, noun, pair, (min(begins, noun.start), max(ends, noun.end)), named=False)

    def beside(self, text: str, pair: PairHit) -> PairHit | None:
        """Return places joined by dashes with the noun right before or behind them."""
        low = max(0, pair.start - _BESIDE)
        noun = self._found(self._before_end.search(text[low : pair.start]), low)
        noun = noun or self._found(self._right_behind.match(text, pair.end), 0)
        if noun is None:
            return None
        return self._with(text, noun, pair, (min(pair.start, noun.start), max(pair.end, noun.end)), named=True)

    def _with(self, text: str, noun: _Noun, pair: PairHit, span: tuple[int, int], *, named: bool) -> PairHit | None:
        """Return two ends with a noun beside them; one that tells no mode needs words of building in its sentence."""
        sentence = _sentence(text, *span)
        by_means = self._means.search(text, max(0, noun.start - _AROUND), noun.start)
        sure = noun.kind != "any" and by_means is None
        if self._against.search(text, *(span if sure else sentence)):
            return None
        sure = sure or self._works.search(text, *sentence) is not None
        return replace(pair, start=span[0], end=span[1], named=named, sure=sure, mode=self._mode(text, noun, sentence))

    def _mode(self, text: str, noun: _Noun, sentence: tuple[int, int]) -> Mode | None:
        """Return how one travels by the noun, or on wheels by the words of its sentence; None for no telling."""
        if noun.kind != "any":
            return Mode(noun.kind)
        by_road = self._wheels.search(text, *sentence) and not self._rails.search(text, *sentence)
        return Mode.ROAD if by_road else None

    def _found(self, match: re.Match[str] | None, base: int) -> _Noun | None:
        """Return the noun that a pattern found in a stretch of text that begins at `base`."""
        if match is None:
            return None
        kind = next(kind for kind in _KINDS if self._kinds[kind].fullmatch(match["noun"]))
        return _Noun(base + match.start("noun"), base + match.end("noun"), kind)

    def _frame(self, line: str) -> _Frame:
        says_so = line.startswith("!")
        before, between, behind = map(_words, f"{line.removeprefix('!')}|".split("|")[:3])
        every = [w for part in self._lists["frames"] for w in re.split(r"[|,!]", part)]
        plain = _any(w.strip() for w in every if w.strip() and "-" not in w)
        if not self._space:
            some = f"{_LETTER}{{0,6}}"
            return _Frame(
                re.compile(f"(?:{_any(before)}){some}$") if before else None,
                re.compile(f"{some}?(?:{_any(between)}){some}"),
                re.compile(_any(behind)) if behind else None,
                says_so,
            )
        filler = rf"(?:(?!(?:{plain}) ){_WORD} ){{0,3}}"
        beside = _any(self._lists.get("beside", ()))
        aside = (
            rf"(?: \([^()\n]{{1,40}}\))?(?:,? (?:{beside})(?: {_WORD}){{1,5}}?,?|(?:, {_WORD}(?: {_WORD})?){{1,2}},?)?"
        )
        return _Frame(
            re.compile(rf"(?<!{_LETTER})(?:{_joined(before, filler)})$") if before else None,
            re.compile(rf"{aside}(?:{_joined(between, filler, led=True)})"),
            re.compile(rf"(?:{_closing(behind)})(?!{_LETTER})") if behind else None,
            says_so,
        )


def _words(part: str) -> list[str]:
    """Return the words of a part of a frame."""
    return [word.strip() for word in part.split(",") if word.strip()]


def _joined(words: Sequence[str], filler: str, *, led: bool = False) -> str:
    """Return words before an end as alternatives, `led` ones with what joins them to an end before them."""
    found = []
    for word in words:
        lead = "" if not led else "'" if word.startswith("-") else " "
        found.append(f"{lead}{_spelt(word)}" + ("" if word.endswith("-") else f" {filler}"))
    return "|".join(found)


def _closing(words: Iterable[str]) -> str:
    """Return words behind an end as alternatives."""
    return "|".join(("'" if word.startswith("-") else " ") + _spelt(word) for word in words)


def _any(words: Iterable[str]) -> str:
    """Return words as alternatives, the longest first; what nothing matches for no words."""
    return "|".join(map(_spelt, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"


def _spelt(word: str) -> str:
    """Return a folded word as a pattern; `*` stands for any letters."""
    plain = word.removeprefix("-").removesuffix("-")
    apostrophe = "'" * plain.endswith("'")
    parts = [[fold_name(piece) for piece in part.split("*")] for part in plain.split()]
    return " ".join(f"{_LETTER}*".join(map(re.escape, pieces)) for pieces in parts).replace("\\ ", " ") + apostrophe


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch around a place up to the next stops."""
    low = max(0, start - _SENTENCE)
    stops = [match.end() for match in _STOP.finditer(text, low, start)]
    behind = _STOP.search(text, end, end + _SENTENCE)
    return (stops[-1] if stops else low), (behind.start() if behind else min(len(text), end + _SENTENCE))


@lru_cache(maxsize=16)
def _wording(language: str) -> Wording:
    return Wording(language)
