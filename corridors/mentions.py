"""Where a text names a corridor, who says it, and what it names that no catalogue holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from corridors.bearers import bearers, by_name
from corridors.candidates import Candidate, leftmost_longest
from corridors.catalogues import Catalogue
from corridors.coined import coined
from corridors.collecting import Collector, Unknown
from corridors.fold import DASHES, fold
from corridors.gazetteer import Gazetteer
from corridors.judging import Judge
from corridors.model import Certainty, Corridor, Document, Kind, Mention, Mode, Place, UnknownName
from corridors.quotes import Reader
from corridors.routewords import Line
from corridors.stretches import Taken
from corridors.terms import Gazette, reach
from corridors.trimming import trimmed
from corridors.unlisted import Unlisted
from corridors.weighing import Knowledge

_EDGE = 32


class Findings(NamedTuple):
    """What a text names: the mentions, and names of corridors that the catalogue does not hold."""

    mentions: list[Mention]
    unknown: list[UnknownName]


class Finder:
    """
    Finds the corridors of one catalogue, and routes outside it, in any number of texts.

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
        self._unlisted = Unlisted(places) if isinstance(places, Gazetteer) else None
        self._short = {(n.text, c.id) for c in catalogue.values() for n in c.names if n.kind is Kind.ABBREVIATION}
        others = bearers(self._catalogue)
        cues = self._unlisted.cues if self._unlisted else ()
        self._collector = Collector(self._catalogue, places, cues=cues)
        everything = {**self._catalogue, **others}
        lines = {key: _countries(c, places) for key, c in everything.items()}
        self._knowledge = Knowledge(
            self._catalogue, Gazette(everything, places), reach(everything, lines), lines, by_name(others)
        )

    def find(self, text: str | Document) -> list[Mention]:
        """
        Return every mention in a text, in document order.

        Parameters
        ----------
        text
            A string or a document.
        """
        return self.read(text).mentions

    def read(self, text: str | Document) -> Findings:
        """
        Return every mention in a text and every corridor's name that the catalogue does not hold, in document order.

        Parameters
        ----------
        text
            A string or a document.
        """
        document = text if isinstance(text, Document) else Document(id="text", text=text)
        folded = fold(document.text)
        found, unknown, cues = self._collector.collect(folded)
        lines = self._unlisted.lines(folded, cues) if self._unlisted else []
        if not (found or lines):
            return Findings([], _named(document, unknown))
        found = [c for c in found if not _is_half(c, lines)]
        found += coined(found, self._short)
        reader = Reader(document.text)
        judge = Judge(self._knowledge, reader)
        chosen = [trimmed(c, self._collector.names) for c in leftmost_longest(judge.judged(found))]
        unknown += [Unknown(start, end, document.text[start:end]) for start, end in judge.strange]
        taken = Taken((c.start, c.end) for c in chosen)
        unknown = [u for u in sorted(unknown) if not taken.touches(u.start, u.end)]
        digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
        mentions = [_mention(document, candidate, reader, digest) for candidate in chosen]
        if self._unlisted and lines:
            mentions += self._unlisted.mentions(document, lines, reader, digest, taken=taken, claimed=self._claimed)
            refused = {(c.start, c.corridor) for c in found if c.name} - {(c.start, c.corridor) for c in chosen}
            mentions = [m for m in mentions if not (_is_repeated(m, judge) or (m.start, m.corridor) in refused)]
            mentions.sort(key=lambda mention: mention.start)
            taken = Taken((m.start, m.end) for m in mentions)
            unknown = [u for u in unknown if not taken.touches(u.start, u.end)]
        return Findings(mentions, _named(document, unknown))

    def _claimed(self, places: Sequence[Place], mode: Mode) -> str | None:
        """Return the one corridor of the catalogue that runs between places by a mode, if it is but one."""
        first, *via, last = (frozenset((place.id,)) for place in places)
        meant = [m.corridor for m in self._collector.ends.between(first, last, via)]
        return meant[0] if len(meant) == 1 and mode in self._catalogue[meant[0]].modes else None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where names may stand, in order, before context and overlaps are looked at; no quotes, no speakers."""
        return sorted({(candidate.start, candidate.end) for candidate in self._collector.collect(fold(text)).found})


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
    return findings(text, catalogue=catalogue).mentions


def findings(text: str | Document, *, catalogue: Mapping[str, Corridor] | None = None) -> Findings:
    """
    Find every mention of a corridor in a text, and the names of corridors that the catalogue does not hold.

    Parameters
    ----------
    text, catalogue
        As for `find`.

    Examples
    --------
    >>> [name.exact for name in findings("Trains use the Suwalki Corridor.").unknown]
    ['Suwalki Corridor']
    """
    finder = _default_finder() if catalogue is None else Finder(catalogue)
    return finder.read(text)


def unknown_sentences(unknown: Iterable[UnknownName]) -> list[str]:
    """Return a sentence for each name that no catalogue holds: where it stands first and how often it comes."""
    places: dict[str, list[UnknownName]] = {}
    for name in unknown:
        places.setdefault(" ".join(name.exact.split()).casefold(), []).append(name)
    return [
        f"no catalogue holds “{' '.join(first.exact.split())}”, named in {first.document} at character {first.start}"
        + (f" and {len(rest)} more {'times' if len(rest) > 1 else 'time'}" if rest else "")
        for first, *rest in places.values()
    ]


def _named(document: Document, unknown: Sequence[Unknown]) -> list[UnknownName]:
    return [UnknownName(document.id, u.exact, u.start, u.end) for u in unknown]


@lru_cache(maxsize=1)
def _default_finder() -> Finder:
    from corridors.catalogues import catalogue

    return Finder(catalogue())


def _gazetteer() -> Mapping[str, Place]:
    from corridors.gazetteer import gazetteer

    return gazetteer()


def _countries(corridor: Corridor, places: Mapping[str, Place]) -> frozenset[str]:
    """Return the countries of the places on a corridor."""
    keys = {key for branch in corridor.branches for leg in branch.legs for key in (leg.start, leg.end)}
    return frozenset(places[key].country for key in keys if key in places and places[key].country)


def _is_half(c: Candidate, lines: Sequence[Line]) -> bool:
    """Tell whether a name is only the second half of a route between two places: "Beira–Lobito Corridor"."""
    if not c.name or c.start == 0 or c.folded.source[c.start - 1] not in DASHES:
        return False
    return any(len(line.stops) == 2 and line.start < c.start and line.end == c.end for line in lines)


def _is_repeated(mention: Mention, judge: Judge) -> bool:
    """Tell whether a description by the ends only says where a corridor runs that the sentence names."""
    if mention.kind is not Kind.ENDPOINTS or mention.corridor is None:
        return False
    if mention.certainty is Certainty.CERTAIN:
        return False  # the ends of the whole corridor
    at = (mention.start, mention.end, mention.corridor)
    return judge.is_said_of_name(*at) or judge.is_near_name(*at)


def _mention(document: Document, c: Candidate, reader: Reader, digest: str) -> Mention:
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
