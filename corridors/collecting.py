"""
Where a text may name a corridor.

One automaton finds every listed name, every place that a pair may be made of and every noun that completes a name;
what is left are few candidates: names, names completed by a noun, misspelt names, and pairs of ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from corridors.candidates import Candidate, Trust, with_quotes
from corridors.ends import Ends, Keys
from corridors.entries import Entries, Entry, is_directions
from corridors.fold import Folded, without
from corridors.hashtags import Hashtags
from corridors.heads import (
    Completed,
    closes_list,
    completed,
    head_words,
    is_of_other_kind,
    is_of_other_mode,
    kinds_before,
    listed,
    named_after,
    spelt_out,
    with_head,
)
from corridors.lexicon import lexicon
from corridors.markup import Markup
from corridors.matching import Hit, Matcher
from corridors.model import Certainty, Corridor, Kind, Place
from corridors.neighbours import Neighbours
from corridors.numbered import Numbered
from corridors.pairhits import PairHit, PlaceHit
from corridors.pairs import pairs
from corridors.scripts import same_case, title_case
from corridors.sharing import shared_before
from corridors.stretches import Taken
from corridors.windows import Windows, Word, ends_compound, generic, misspelt_heads, words_before
from corridors.world import world

_LEAST_TITLE, _SPOKEN = 4, 6
_WHOLE = 0.9
_ARTICLE = re.compile(r"(?<![^\W_])an? $")
_LONGEST_WORD = 40
_BRACKETS = 3
_IN = re.compile(r"([^\W\d_][\w']*),? in (?:the )?$")


class _Role(IntEnum):
    NAME = 0
    STEM = 1
    HEAD = 2
    PLACE = 3


class Unknown(NamedTuple):
    """A name of a corridor that the catalogue does not hold, with its offsets in the text."""

    start: int
    end: int
    exact: str


class Collected(NamedTuple):
    """What may be a mention, names of no catalogue, and number, start and end in the folded text of each cue."""

    found: list[Candidate]
    unknown: list[Unknown]
    cues: list[tuple[int, int, int]]


class Collector:
    """
    Collects the possible mentions of a text.

    Parameters
    ----------
    catalogue
        Corridors by id, in the order in which they are preferred.
    places
        Places by id.
    cues
        Other words, to be looked for on the same way through the text.
    """

    def __init__(
        self, catalogue: Mapping[str, Corridor], places: Mapping[str, Place], *, cues: Sequence[str] = ()
    ) -> None:
        self._catalogue = catalogue
        self._entries = Entries(catalogue)
        self._hashtags = Hashtags(self._entries.names)
        self._numbers = Numbered(self._entries.names)
        self._ends = Ends(catalogue, places)
        self._windows = Windows(self._entries.names, {word for name in self._ends.names for word in name.split()})
        self._slips = misspelt_heads()
        self._closing = {stem.rpartition(" ")[2] for stem in self._entries.stems}
        self._before_head = generic() - lexicon().words("routes.small_words")
        heads = set(head_words()) | self._slips.keys()
        roles: dict[str, set[_Role]] = {}
        for role, words in (
            (_Role.NAME, self._entries.names), (_Role.STEM, self._entries.telling), (_Role.HEAD, heads),
            (_Role.PLACE, self._ends.names), (_Role.PLACE, self._ends.broad),
        ):  # fmt: skip
            for word in words:
                roles.setdefault(word, set()).add(role)
        self._patterns = list(roles)
        self._roles = [sorted(roles[pattern]) for pattern in self._patterns]
        self._places = [self._ends.names.get(pattern) or self._ends.broad.get(pattern) for pattern in self._patterns]
        self._matcher = Matcher(
            self._patterns, weak=[only == [_Role.PLACE] for only in self._roles],
            companions=[_Role.PLACE in some for some in self._roles],
            near=Neighbours(self._ends, self._places).near, cues=cues,
        )  # fmt: skip

    @property
    def ends(self) -> Ends:
        """Which corridors lie between which places."""
        return self._ends

    @property
    def names(self) -> Mapping[str, Sequence[Entry]]:
        """The names of the catalogue by their folded form."""
        return self._entries.names

    def collect(self, folded: Folded) -> Collected:
        """Look every name up, also where a hyphen at a line's end or an empty line splits it."""
        found, unknown, cues = self._candidates(folded)
        if gaps := folded.hyphens:
            closed, strange, _ = self._candidates(without(folded, gaps))
            found += [c for c in closed if _holds_gap(c.start, c.end, gaps)]
            unknown += [u for u in strange if _holds_gap(u.start, u.end, gaps)]
        if folded.is_torn():
            whole, _, _ = self._candidates(folded.on_one_line())
            found += [c for c in whole if c.name and "\n" in folded.text[slice(*c.at)]]
        taken = Taken((c.start, c.end) for c in found)
        unknown = [u for u in unknown if not taken.touches(u.start, u.end)]
        return Collected(found, unknown, cues)

    def _candidates(self, folded: Folded) -> Collected:
        hits, cues = self._matcher.look(folded)
        found = list(self._hashtags.named(folded))
        if not (hits or found):
            return Collected([], [], cues)
        heads: list[Hit] = []
        places: list[PlaceHit] = []
        for hit in hits:
            pattern = self._patterns[hit.number]
            for role in self._roles[hit.number]:
                if role is _Role.NAME:
                    found += self._named(folded, hit, self._entries.names[pattern])
                    found += self._numbers.following(folded, hit.to, pattern)
                    found += self._sharing(folded, hit, pattern)
                    found += self._spelt_out(folded, hit, pattern)
                elif role is _Role.STEM:
                    found += self._stem(folded, hit, pattern)
                elif role is _Role.HEAD:
                    heads.append(hit)
                elif keys := self._places[hit.number]:
                    places.append(PlaceHit(hit.at, hit.to, keys))
        if len(places) > 1:
            found += list(self._pairs(folded, places, found))
        found += self._numbers.alone(folded, heads)
        markup = Markup(folded.source)
        found = [c for c in found if not markup.holds(c.start, c.end)]
        unknown = self._around_heads(folded, heads, found, markup)
        return Collected(found, unknown, cues)

    def _named(self, folded: Folded, hit: Hit, entries: Sequence[Entry]) -> Iterator[Candidate]:
        """Yield what a listed name may mean, if its case is right."""
        exact = folded.source[hit.start : hit.end]
        one = exact.startswith("new ") and _ARTICLE.search(folded.text, max(0, hit.at - 3), hit.at)
        if one or exact.endswith(" est"):
            return  # "described as a “new Silk Road”", "la route du Nord est longue"
        for entry in entries:
            trust = entry.trust
            if entry.kind is Kind.ABBREVIATION:
                if not same_case(exact, entry.variant.text):
                    if len(exact) < _LEAST_TITLE or not title_case(exact, entry.variant.text):
                        continue
                    trust = Trust.LOOSE if len(exact) < _SPOKEN else trust  # "Tazara" is written like a word
            elif not _capitals_kept(exact, entry.variant.text):
                continue
            at, end = (hit.at, hit.to), hit.end
            if entry.bare and " " not in entry.variant.text and self._goes_on_as_name(folded, hit):
                continue
            if entry.bare and (longer := with_head(folded.text, hit.to)) > hit.to:
                if is_directions(entry.variant.folded):
                    continue  # with its noun it is another name
                whole = folded.text[hit.at : longer]
                if is_of_other_mode(whole, self._catalogue[entry.corridor].name.lower().rpartition(" ")[2]):
                    continue  # "Trans-Siberian Highway"
                if not (entry.clipped and is_of_other_kind(whole, "corridor")):
                    at, end = (hit.at, longer), folded.span(hit.at, longer)[1]
                    entry, trust = self._whole(entry, whole, trust)
            start, end = with_quotes(folded.source, hit.start, end)
            yield Candidate(
                start, end, folded, at, entry.corridor, entry.kind, entry.variant.folded, trust,
                entry.shared, bare=entry.bare, clipped=entry.clipped,
            )  # fmt: skip

    def _whole(self, entry: Entry, whole: str, trust: Trust) -> tuple[Entry, Trust]:
        """Return a clipped name with its noun behind it, "Rhine-Danube corridor", as the listed one with that noun."""
        if not entry.clipped or not whole.endswith(" corridor"):
            return entry, trust
        full = (
            e for e in self._entries.names.get(f"{entry.variant.folded} corridor", ()) if e.corridor == entry.corridor
        )
        return next(((e._replace(variant=entry.variant), e.trust) for e in full), (entry, trust))

    def _sharing(self, folded: Folded, hit: Hit, pattern: str) -> Iterator[Candidate]:
        """Yield the name before one with which it shares its noun: "Северный и Средний коридоры"."""
        for first, last, name in shared_before(folded.text, hit.at, pattern, self._entries.names):
            start, end = folded.span(first, last)
            for e in self._entries.names[name]:
                yield Candidate(
                    start, end, folded, (first, last), e.corridor, e.kind, e.variant.folded, e.trust, e.shared
                )

    def _spelt_out(self, folded: Folded, hit: Hit, pattern: str) -> Iterator[Candidate]:
        """Yield the name that letters stand for, where it stands in brackets behind them without its noun."""
        short = {e.corridor for e in self._entries.names[pattern] if e.kind is Kind.ABBREVIATION}
        words = spelt_out(folded.text, hit.to, self._entries.telling) if short else None
        if words:
            yield from self._completed(
                folded, words._replace(parts=tuple(p for p in words.parts if p.corridor in short))
            )

    def _goes_on_as_name(self, folded: Folded, hit: Hit) -> bool:
        """Tell whether a word without a noun is part of another name: "Trans-Siberian Orchestra"."""
        behind = folded.source[hit.end : hit.end + 3]
        if (
            not (behind[:1] == " " and behind[1:2].isupper() and not behind[2:].isupper())
            or folded.source[hit.start : hit.end].isupper()
        ):
            return False
        return with_head(folded.text, hit.to) == hit.to

    def _stem(self, folded: Folded, hit: Hit, stem: str) -> Iterator[Candidate]:
        """Yield what a stem means with the noun behind it, where the two are no listed name anyway."""
        found = completed(folded.text, hit.at, hit.to, stem, self._entries.telling[stem])
        if not found or folded.text[found.start : found.end] in self._entries.names:
            return
        if any(entry.clipped for entry in self._entries.names.get(stem, ())):
            return  # the name without its noun is listed and takes one in itself
        last = folded.text.rindex(" ", found.start, found.end) + 1
        if (
            folded.source[folded.origin(last)].isupper()
            and not folded.source[folded.origin(found.start) :][:2].isupper()
        ):
            name = folded.text[found.start : found.end]
            parts = tuple(part for part in found.parts if not is_of_other_kind(name, part.head))
            found = found._replace(parts=parts)
        yield from self._completed(folded, found)

    def _completed(self, folded: Folded, found: Completed) -> Iterator[Candidate]:
        start, end = with_quotes(folded.source, *folded.span(found.start, found.end))
        for part in found.parts:
            name = f"{found.stem} {part.head}"
            trusts = [e.trust for e in self._entries.names.get(name, ()) if e.corridor == part.corridor]
            trust = trusts[0] if trusts else Trust.LOOSE if part.loose or part.shared else Trust.SURE
            yield Candidate(
                start, end, folded, (found.start, found.end), part.corridor, Kind.ALIAS, name, trust, part.shared
            )

    def _around_heads(
        self, folded: Folded, heads: Sequence[Hit], found: list[Candidate], markup: Markup
    ) -> list[Unknown]:
        """Read what stands before head nouns: lists that share one, misspelt names, names of no catalogue."""
        unknown: list[Unknown] = []
        taken = Taken(c.at for c in found)
        for hit in heads:
            pattern = self._patterns[hit.number]
            looked_at = self._windows.looks_at(self._slips.get(pattern, pattern))
            if not (pattern.endswith("s") or self._may_be_named(folded, hit.at, looked_at=looked_at)):
                continue
            new = list(self._listed(folded, hit))
            held = taken.start(hit.at)
            if not new and (held < 0 or ends_compound(folded, held)):
                words = words_before(folded, hit.at) if looked_at else ()
                new = list(self._misspelt(folded, hit, words)) if words else []
                strange = self._strange(folded, hit, words) if words and not new and held < 0 else None
                if strange is not None and not markup.holds(strange.start, strange.end):
                    unknown.append(strange)
            found += [c for c in new if not markup.holds(c.start, c.end)]
        return unknown

    def _may_be_named(self, folded: Folded, at: int, *, looked_at: bool) -> bool:
        """Tell whether the word before a noun may end a name; a quick look, since most do not."""
        first = folded.text.rfind(" ", max(0, at - _LONGEST_WORD), at - 1) + 1
        word = folded.text[first : at - 1]
        if not word.isalpha() or word in self._closing or word in kinds_before():
            return True
        return looked_at and (word in self._before_head or not folded.source[folded.origin(first)].islower())

    def _listed(self, folded: Folded, hit: Hit) -> Iterator[Candidate]:
        """Yield the names of a list that shares a noun; they are written with capitals, or the noun is."""
        word = self._patterns[hit.number]
        if word.endswith("s"):
            for item in named_after(folded.text, hit.to, self._entries.stems, word[:-1]):
                if folded.source[folded.origin(item.start)].isupper():
                    yield from self._completed(folded, item)
        if word not in self._slips and closes_list(folded.text, (hit.at, hit.to), self._closing):
            items = list(listed(folded.text, (hit.at, hit.to), self._entries.stems))
            written = [folded.source[folded.origin(item.start)] for item in items]
            if any(letter.isupper() for letter in written) or not folded.source[hit.start].islower():
                for item in items:
                    yield from self._completed(folded, item)

    def _misspelt(self, folded: Folded, hit: Hit, words: Sequence[Word]) -> Iterator[Candidate]:
        word = self._patterns[hit.number]
        slip = self._windows.misspelt(folded, words, hit.at, hit.to, self._slips.get(word, word))
        if slip is not None:
            window, entries = slip
            start, end = folded.span(window.start, window.end)
            for e in entries:
                yield Candidate(
                    start, end, folded, (window.start, window.end), e.corridor, e.kind, e.variant.folded, e.trust,
                    e.shared, Certainty.LESS_CERTAIN,
                )  # fmt: skip

    def _strange(self, folded: Folded, hit: Hit, words: Sequence[Word]) -> Unknown | None:
        """Return a name that no catalogue holds."""
        if self._patterns[hit.number] in self._slips:
            return None
        window = self._windows.unknown(folded, words, hit.at, hit.to)
        if window is None:
            return None
        start, end = folded.span(window.start, window.end)
        return Unknown(start, end, folded.source[start:end])

    def _pairs(self, folded: Folded, hits: list[PlaceHit], names: Sequence[Candidate]) -> Iterator[Candidate]:
        """Yield a candidate for each two places that name a route together; `names` are those of the text."""
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        apart: list[PlaceHit] = []
        for hit in hits:
            if (not apart or hit.start >= apart[-1].end) and not self._is_aside(folded, hit, apart):
                apart.append(hit)
        for pair, meant in pairs(folded, apart, self._ends):
            start, end = folded.span(pair.start, pair.end)
            kind = Kind.ALIAS if pair.named and meant[0].listed else Kind.ENDPOINTS
            best = meant[0].corridor
            if pair.behind_name and not _is_behind(pair.start, best, names):
                continue
            certainty = Certainty.CERTAIN if len(meant) == 1 else Certainty.UNCERTAIN
            known = all(map(self._ends.name, (pair.origin, pair.destination)))
            if len(meant) == 1 and not meant[0].listed and not (known and meant[0].share >= _WHOLE):
                certainty = Certainty.LESS_CERTAIN
            yield Candidate(
                start, end, folded, (pair.start, pair.end), best, kind, "", Trust.SURE if pair.sure else Trust.LOOSE,
                False, certainty, self._route(pair, best) if kind is Kind.ENDPOINTS else (),
                tuple(m.corridor for m in meant[1:]),
            )  # fmt: skip

    def _is_aside(self, folded: Folded, hit: PlaceHit, before: Sequence[PlaceHit]) -> bool:
        """Tell whether a country only says where the place before it lies: "Tamanrasset in Algeria", "Kars, Turkey"."""
        if self._ends.name(hit.keys):
            return False
        if place := _IN.search(folded.text, max(0, hit.start - _LONGEST_WORD), hit.start):
            return folded.source[folded.origin(place.start(1))].isupper() and place[1] not in self._before_head
        near = bool(before) and folded.text[before[-1].end : hit.start] in (", ", " (")
        return near and self._ends.lies_in(before[-1].keys, hit.keys)

    def _route(self, pair: PairHit, corridor: str) -> tuple[tuple[str, str], ...]:
        """Return the ends and the mode that the words tell, else the first of the corridor's modes."""
        modes = self._catalogue[corridor].modes
        mode = str(pair.mode or (modes[0] if modes else ""))
        return (("from", self._end(pair.origin)), ("to", self._end(pair.destination)), ("mode", mode))

    def _end(self, keys: Keys) -> str:
        """Return the name of the place or country that keys mean."""
        if name := self._ends.name(keys):
            return name
        names = world().country_names
        return next((names[key] for key in sorted(keys) if key in names), "")


def _is_behind(at: int, corridor: str, names: Sequence[Candidate]) -> bool:
    """Tell whether a name of a corridor, or what stands in brackets behind it, ends right before a place."""
    return any(c.corridor == corridor and 0 < at - c.at[1] <= _BRACKETS for c in names)


def _holds_gap(start: int, end: int, gaps: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a word within a stretch was closed up at a line's end."""
    following = bisect_right(gaps, (start, end))
    return following < len(gaps) and gaps[following][1] < end


def _capitals_kept(exact: str, name: str) -> bool:
    """Tell whether an abbreviation that a name begins with ("CAREC Corridor 2") is not written in small letters."""
    first = name.split()[0]
    return not (len(first) > 1 and first.isupper() and first.isalpha() and exact[:1].islower())
