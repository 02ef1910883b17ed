"""
Where a text names a corridor.

One pass folds the text, one automaton finds every listed name and every place that a pair may be made of; what is
left are few candidates, which are then checked one by one: word boundaries, case, markup, context, overlaps.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import ahocorasick_rs
import numpy as np

from corridors.catalogues import Catalogue
from corridors.context import Context, is_loose, own_words
from corridors.fold import Folded, fold, without
from corridors.markup import Markup
from corridors.model import Certainty, Corridor, Document, Kind, Mention, Place
from corridors.pairs import PlaceHit, pairs, shares_head
from corridors.quotes import Reader
from corridors.variants import Variant, is_bounded, place_names, same_case, variants

_EDGE = 32
_NEAR = 600
_RANKS = {Kind.NAME: 0, Kind.ABBREVIATION: 1, Kind.ALIAS: 2, Kind.ENDPOINTS: 3}


class _Entry(NamedTuple):
    """One way of writing a corridor's name, ready to be looked for."""

    corridor: str
    variant: Variant
    kind: Kind
    loose: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A possible mention; `at` is its place in the folded text `folded`."""

    start: int
    end: int
    folded: Folded
    at: tuple[int, int]
    corridor: str
    kind: Kind
    name: str
    loose: bool
    certainty: Certainty = Certainty.CERTAIN
    route: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()


class Finder:
    """
    Finds the corridors of one catalogue in any number of texts.

    Parameters
    ----------
    catalogue
        Corridors by id.
    places
        Places by id, for names such as "Chennai-Vladivostok route"; by default those of the catalogue.
    """

    def __init__(self, catalogue: Mapping[str, Corridor], *, places: Mapping[str, Place] | None = None) -> None:
        self._catalogue = dict(sorted(catalogue.items(), key=lambda item: (item[1].order, item[0])))
        if places is None:
            places = catalogue.places if isinstance(catalogue, Catalogue) else _gazetteer()
        self._places = places
        self._own = {key: own_words(corridor, places) for key, corridor in self._catalogue.items()}
        self._pairs: dict[frozenset[str], list[str]] = {}
        self._entries: dict[str, list[_Entry | str]] = {}
        self._add_names()
        self._add_pairs()
        self._patterns = list(self._entries)
        self._automaton = ahocorasick_rs.BytesAhoCorasick(
            [pattern.encode() for pattern in self._patterns], implementation=ahocorasick_rs.Implementation.DFA
        )

    def find(self, text: str | Document) -> list[Mention]:
        """
        Return every mention in a text, in document order.

        Parameters
        ----------
        text
            A string or a document.
        """
        document = text if isinstance(text, Document) else Document(id="text", text=text)
        if not (found := self._all_candidates(document.text)):
            return []
        reader = Reader(document.text)
        chosen = _leftmost_longest(self._judged(found, reader))
        digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
        return [_mention(document, candidate, reader, digest) for candidate in chosen]

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where names may stand, in order, before context and overlaps are looked at; no quotes, no speakers."""
        return sorted({(candidate.start, candidate.end) for candidate in self._all_candidates(text)})

    def _all_candidates(self, text: str) -> list[_Candidate]:
        """Look every name up, also where a hyphen at a line's end splits a word."""
        folded = fold(text)
        found = self._candidates(folded)
        if gaps := folded.hyphens:
            closed = without(folded, gaps)
            found += [c for c in self._candidates(closed) if _holds_gap(c, gaps)]
        return found

    def _add_names(self) -> None:
        for key, corridor in self._catalogue.items():
            for name in corridor.names:
                for variant in variants(name):
                    loose = is_loose(variant.folded, name.text, name.kind)
                    entry = _Entry(key, variant, variant.kind, loose)
                    known = self._entries.setdefault(variant.folded, [])
                    if not any(
                        isinstance(e, _Entry) and e.corridor == key and e.variant.stem == variant.stem for e in known
                    ):
                        known.append(entry)

    def _add_pairs(self) -> None:
        for key, corridor in self._catalogue.items():
            for pair in corridor.pairs:
                known = [place for place in pair if place in self._places]
                if len(known) < len(pair):
                    continue
                self._pairs.setdefault(frozenset(pair), []).append(key)
                for place in pair:
                    for name in place_names(self._places[place]):
                        entries = self._entries.setdefault(name, [])
                        if place not in entries:
                            entries.append(place)

    def _candidates(self, folded: Folded) -> list[_Candidate]:
        """Look every name up in a folded text."""
        found: list[_Candidate] = []
        place_hits: list[PlaceHit] = []
        source = folded.source
        for number, at, end in self._hits(folded.text):
            start, stop = folded.span(at, end)
            if not is_bounded(source, start, stop):
                continue
            for entry in self._entries[self._patterns[number]]:
                if isinstance(entry, str):
                    place_hits.append(PlaceHit(at, end, entry))
                elif candidate := self._candidate(folded, entry, (at, end), (start, stop)):
                    found.append(candidate)
        found += self._pair_candidates(folded, place_hits)
        markup = Markup(source)
        return [c for c in found if not markup.holds(c.start, c.end)]

    def _hits(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield every occurrence of a pattern: its number, start and end, counted in characters."""
        raw = text.encode()
        hits = self._automaton.find_matches_as_indexes(raw, overlapping=True)
        if len(raw) == len(text) or not hits:
            yield from hits
            return
        inside = np.flatnonzero((np.frombuffer(raw, dtype=np.uint8) & 0xC0) == 0x80)  # bytes that begin no character
        for number, start, end in hits:
            first = start - int(np.searchsorted(inside, start))
            yield number, first, end - int(np.searchsorted(inside, end))

    def _candidate(
        self, folded: Folded, entry: _Entry, at: tuple[int, int], span: tuple[int, int]
    ) -> _Candidate | None:
        """Check what only this name asks for: its case, or the noun it shares with another."""
        if entry.kind is Kind.ABBREVIATION and not same_case(folded.source[span[0] : span[1]], entry.variant.text):
            return None
        if entry.variant.stem:
            end = shares_head(folded.text, *at)
            if end is None:
                return None
            at, span = (at[0], end), (span[0], folded.span(at[0], end)[1])
        start, end = _with_quotes(folded.source, *span)
        return _Candidate(start, end, folded, at, entry.corridor, entry.kind, entry.variant.folded, entry.loose)

    def _pair_candidates(self, folded: Folded, hits: list[PlaceHit]) -> Iterable[_Candidate]:
        """Make a candidate of each two places that name a route together."""
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        apart = [hit for number, hit in enumerate(hits) if not number or hit.start >= hits[number - 1].end]
        for hit, corridors in pairs(folded, apart, self._pairs):
            start, end = folded.span(hit.start, hit.end)
            kind = Kind.ALIAS if hit.named else Kind.ENDPOINTS
            certainty = Certainty.CERTAIN if len(corridors) == 1 else Certainty.UNCERTAIN
            yield _Candidate(
                start, end, folded, (hit.start, hit.end), corridors[0], kind, "", not hit.sure, certainty,
                self._route(hit.origin, hit.destination, corridors[0]) if kind is Kind.ENDPOINTS else (),
                tuple(corridors[1:]),
            )  # fmt: skip

    def _route(self, origin: str, destination: str, corridor: str) -> tuple[tuple[str, str], ...]:
        modes = self._catalogue[corridor].modes
        mode = str(modes[0]) if modes else ""
        return (("from", self._places[origin].name), ("to", self._places[destination].name), ("mode", mode))

    def _judged(self, found: list[_Candidate], reader: Reader) -> list[_Candidate]:
        """Keep what the context bears out, with how sure it is."""
        sure = [c for c in found if not c.loose]
        sure_of = {c.corridor for c in sure}
        starts = [(c.start, c.end) for c in sure]
        contexts = {id(c.folded): Context(c.folded) for c in found}
        foreign = {
            c.name for c in found if c.kind is Kind.ABBREVIATION and contexts[id(c.folded)].defined_otherwise(*c.at)
        }
        kept = []
        for c in found:
            if c.kind is Kind.ABBREVIATION and c.name in foreign:
                continue
            if not c.loose:
                kept.append(c)
                continue
            near = any(
                start < c.end + _NEAR and c.start - _NEAR < end
                for start, end in starts
                if (start, end) != (c.start, c.end)
            )
            certainty = self._judge(c, contexts[id(c.folded)], reader, c.corridor in sure_of or near)
            if certainty is not None:
                kept.append(replace(c, certainty=max(certainty, c.certainty, key=list(Certainty).index)))
        return kept

    def _judge(self, c: _Candidate, context: Context, reader: Reader, friends: bool) -> Certainty | None:
        shown = reader.sentence(c.start, c.end)
        sentence = (c.folded.position(shown.start), c.folded.position(shown.end))
        if c.kind is Kind.ABBREVIATION:
            return context.judge_abbreviation(c.at, sentence, friends=friends)
        if c.kind is Kind.ENDPOINTS:
            return context.judge_pair(c.at, sentence, friends=friends)
        return context.judge_name(c.name, c.at, sentence, friends=friends, own=self._own[c.corridor])


def find(text: str | Document, *, catalogue: Mapping[str, Corridor] | None = None) -> list[Mention]:
    """
    Find every mention of a corridor in a text.

    Parameters
    ----------
    text
        A string or a document.
    catalogue
        Corridors by id; by default the package's catalogue. For many texts with a catalogue of your own make one
        `Finder` and use it for all.

    Returns
    -------
    list of Mention
        In document order; for each, ``text[mention.start:mention.end] == mention.exact``.

    Examples
    --------
    >>> [m.corridor for m in find("Ice closed the Northern Sea Route.")]
    ['northern-sea-route']
    """
    finder = _default_finder() if catalogue is None else Finder(catalogue)
    return finder.find(text)


@lru_cache(maxsize=1)
def _default_finder() -> Finder:
    from corridors.catalogues import catalogue

    return Finder(catalogue())


def _gazetteer() -> Mapping[str, Place]:
    from corridors.gazetteer import gazetteer

    return gazetteer()


def _holds_gap(candidate: _Candidate, gaps: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether a word within a candidate was closed up at a line's end."""
    following = bisect_right(gaps, (candidate.start, candidate.end))
    return following < len(gaps) and gaps[following][1] < candidate.end


def _with_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the partner of a quotation mark that stands inside a name: “North-South” Corridor."""
    for opening, closing in (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“")):
        inside = text[start:end]
        if (
            inside.count(closing) == 1
            and (opening == closing or opening not in inside)
            and text[start - 1 : start] == opening
        ):
            return start - 1, end
        if (
            inside.count(opening) == 1
            and opening != closing
            and closing not in inside
            and text[end : end + 1] == closing
        ):
            return start, end + 1
        if opening == closing and inside.count(opening) == 1 and text[end : end + 1] == closing:
            return start, end + 1
    return start, end


def _leftmost_longest(found: list[_Candidate]) -> list[_Candidate]:
    """Keep, of candidates that overlap, the one that begins first, then the longest, then the listed name."""
    ordered = sorted(found, key=lambda c: (c.start, -c.end, _RANKS[c.kind], list(Certainty).index(c.certainty)))
    chosen: list[_Candidate] = []
    for candidate in ordered:
        if not chosen or candidate.start >= chosen[-1].end:
            chosen.append(candidate)
        elif (candidate.start, candidate.end) == (chosen[-1].start, chosen[-1].end):
            last = chosen[-1]
            if candidate.corridor != last.corridor and candidate.kind == last.kind:
                chosen[-1] = replace(last, certainty=Certainty.UNCERTAIN, others=(*last.others, candidate.corridor))
    assert all(a.end <= b.start for a, b in pairwise(chosen))
    return chosen


def _mention(document: Document, c: _Candidate, reader: Reader, digest: str) -> Mention:
    text = document.text
    reading = reader.read(c.start, c.end)
    others = tuple(dict.fromkeys(key for key in c.others if key != c.corridor))
    extra: dict[str, Any] = {"candidates": [c.corridor, *others]} if others else {}
    if page := document.page(c.start):
        extra["page"] = page
    return Mention(
        document=document.id, corridor=c.corridor, kind=c.kind, exact=text[c.start : c.end], start=c.start, end=c.end,
        prefix=text[max(0, c.start - _EDGE) : c.start], suffix=text[c.end : c.end + _EDGE], quote=reading.quote,
        speaker=reading.speaker, direct=reading.direct, certainty=c.certainty, sha256=digest,
        route=dict(c.route) if c.route else None, extra=extra,
    )  # fmt: skip
