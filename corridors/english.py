"""
The patterns by which English tells a route by its two ends, made of the words of `geodata/pairings.toml`.

What stands between the ends ("to", "and", "with"), before them ("from", "between", "linking"), and the nouns on either
side. All of it is matched in folded text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from corridors.fold import DASHES
from corridors.lexicon import lexicon

WORD = r"[^\W\d_][\w']*"
_FILE = "pairings.toml"


@dataclass(frozen=True, slots=True)
class English:
    """
    The patterns.

    `to`, `to_told`, `with_`, `and_` and `passive` stand between two ends; `from_`, `between` and `linking` right before
    the first; `head_left` and `moved_left` before those; `head_right`, `via_right` and `shared` behind the second.
    """

    to: re.Pattern[str]
    to_told: re.Pattern[str]
    with_: re.Pattern[str]
    and_: re.Pattern[str]
    passive: re.Pattern[str]
    from_: re.Pattern[str]
    between: re.Pattern[str]
    linking: re.Pattern[str]
    head_right: re.Pattern[str]
    head_left: re.Pattern[str]
    moved_left: re.Pattern[str]
    shared: re.Pattern[str]
    traffic: re.Pattern[str]
    built: re.Pattern[str]
    via_right: re.Pattern[str]
    chain: re.Pattern[str]
    dash_before: re.Pattern[str]
    dash_behind: re.Pattern[str]
    word_before: re.Pattern[str]
    noun_before: re.Pattern[str]
    by: re.Pattern[str]
    own_noun: re.Pattern[str]
    elsewhere: re.Pattern[str]
    opening: re.Pattern[str]


@lru_cache(maxsize=1)
def english() -> English:
    """Return the patterns, made once."""
    parts = _parts()
    return English(**_joining(parts), **_before(parts), **_behind(parts), **_dashes())


class _Parts(NamedTuple):
    """Pieces of patterns: words of the lists, and what may stand beside an end."""

    filler: str
    heads: str
    modifiers: str
    modes: str
    running: str
    linking: str
    passed: str
    via: str
    by: str
    inside: str
    beside: str
    named: str


def _parts() -> _Parts:
    words = lexicon()
    passed, modes, kinds = (words.pattern(f"grammar.{key}") for key in ("via", "by_modes", "place_nouns"))
    return _Parts(
        filler=rf"(?:the )?(?:(?!(?:{_own('stops')}|{passed})\b){WORD} ){{0,5}}",
        heads=words.pattern("routes.heads"),
        modifiers=words.pattern("routes.modifiers"),
        modes=modes,
        running=words.pattern("grammar.running"),
        linking=words.pattern("grammar.linking"),
        passed=passed,
        via=rf"(?:,? (?:by {modes} )?{passed} (?:{WORD},? ){{0,9}}?{WORD},?)?",
        by=rf"(?: by {modes}(?: (?:and|or) {modes})?)?",
        inside=rf"(?:,? in {WORD}(?: {WORD})?(?:, {WORD})?,?)?",
        beside=(  # "Kunming, the capital of Yunnan,", "Lamu port", "Dadri (Uttar Pradesh)", "Mumbai or Pune"
            rf"(?: {kinds})?(?:,? {_own('at')} {WORD}(?: {WORD}){{0,4}}(?:, {WORD})?,?|"
            rf", (?:the|an?) {WORD}(?: {WORD}){{0,6}},| \([^()\n]{{1,30}}\)| or {WORD}(?: {WORD})?)?"
        ),
        named=rf"(?:{kinds}(?: of {WORD}(?: {WORD})?)?, )?",  # "the capital of Algeria, Algiers"
    )


def _joining(p: _Parts) -> dict[str, re.Pattern[str]]:
    """Return what stands between two ends."""
    from_to, both, with_ = (_own(key) for key in ("to", "and", "with"))
    aside = rf"(?:, {WORD}(?: {WORD})?,?|{p.beside})"  # "Mombasa, Kenya,"
    on = rf"(?: {both}(?: {p.running}| {_own('onward')}){{1,3}})?"
    told = {
        "to": rf",?{p.inside}{p.by}{p.via},? {from_to} {p.filler}",
        "to_told": rf"{aside}{p.by}{p.via},?{on} {from_to} {p.filler}{p.named}",
        "with_": rf"(?:{aside}{p.by}{p.via},? {with_}|{p.beside}{p.by}{p.via},? {both}) {p.filler}{p.named}",
        "and_": rf"{p.beside},? {both} {p.filler}{p.named}",
        "passive": rf" (?:{WORD} ){{0,3}}{_own('joined')} (?:{WORD} ){{0,2}}{with_} {p.filler}",
        "by": rf"\bby {p.modes}",
        "own_noun": rf" {from_to} (?:[^ ]+ )*the (?!(?:port|city|town|capital) of )[^ ]*$",
    }
    return _compiled(told)


def _before(p: _Parts) -> dict[str, re.Pattern[str]]:
    """Return what stands before the first end, and nouns before that."""
    starts = rf"(?:{_own('from')}|{_own('between')}|{p.linking})"
    told = {
        "from_": rf"\b{_own('from')} {p.filler}{p.named}$",
        "between": rf"\b{_own('between')} {p.filler}{p.named}$",
        "linking": rf"\b{p.linking} {p.filler}{p.named}$",
        "opening": rf"\b{starts} ",
        "head_left": rf"(?:^|[^\w])((?:{p.modifiers} ){{0,4}}{p.heads}s?)(?: \({WORD}\))?(?: {p.running}){{0,3}} $",
        "moved_left": (
            rf"(?:^|[^\w])(?:(by {p.modes}(?:,? (?:and|or|then|and by) {p.modes}){{0,2}})|"
            rf"{lexicon().pattern('grammar.moved')}(?: {p.running})?) $"
        ),
        "traffic": rf"\b{lexicon().pattern('grammar.traffic')} (?:{WORD} ){{0,3}}{_own('between')} ",
        "built": (
            rf"\b(?:{lexicon().pattern('routes.rail_heads', 'routes.road_heads')}|corridor|track)s?\b"
            rf"(?:(?! with )[^.;:!?()\n])*\b{_own('between')} {p.filler}$"  # not "with ten bridges between"
        ),
        "word_before": rf"({WORD}) $",
        "noun_before": rf"(?:(?!(?:{starts}|{p.running}) ){WORD} )+",
    }
    return _compiled(told)


def _behind(p: _Parts) -> dict[str, re.Pattern[str]]:
    """Return what stands behind the second end."""
    phrase = rf"(?:{p.modifiers} ){{0,4}}{p.heads}"
    told = {
        "head_right": rf" (?:\((?:{p.modifiers} ?)+\) )?{phrase}s?\b",
        "shared": rf"(?:,? (?:and|or|as well as) |, )(?:[\w'().]+,? ){{1,8}}?(?:{p.modifiers} )?{p.heads}s\b",
        "via_right": rf",? {p.passed} (?:an? |the )?",
        "elsewhere": (
            rf"[^.;:!?\n]{{0,40}} (?:around|round|past|{p.passed}) (?:the )?"
            rf"{lexicon().pattern('grammar.other_ways')}\b"
        ),
    }
    return _compiled(told)


def _dashes() -> dict[str, re.Pattern[str]]:
    """Return what tells a run of ends joined by dashes; what follows "and" is another line."""
    part = rf"[^\W\d_](?:(?! (?:and|that) |['’]s? )[^{DASHES}\n,;:.()]){{0,30}}"
    told = {
        "chain": rf"{part}(?: ?[{DASHES}] ?{part}){{2,12}}",
        "dash_before": rf"[^\W\d_] ?[{DASHES}] ?$",
        "dash_behind": rf"(?: [{DASHES}] |[{DASHES}])[^\W\d_a-z]",
    }
    return _compiled(told)


def _compiled(patterns: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in patterns.items()}


def _own(key: str) -> str:
    """Return a list of English words of joining as alternatives."""
    return lexicon(_FILE).pattern(f"english.{key}")
