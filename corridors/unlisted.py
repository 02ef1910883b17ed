"""
Routes that a text names by two places and that are in no catalogue.

Every noun of a route is looked at, and what stands beside it is read for places that the gazetteer knows. A journey,
a flight, a border or a match is no route: where the words leave it open, the sentence must speak of the carriage of
goods and of nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from corridors._errors import NoRouteError
from corridors.fold import Folded
from corridors.gazetteer import Gazetteer, gazetteer
from corridors.letters import letter_key, levelled
from corridors.lexicon import lexicon
from corridors.markup import Markup
from corridors.model import Certainty, Document, Kind, Mention, Mode, Place
from corridors.namesakes import Candidate, best_chain, distance_km
from corridors.placenames import WORDS, Named, PlaceNames
from corridors.quotes import Reader
from corridors.routewords import Line, RouteWords, Sort
from corridors.senses import word_set
from corridors.sentences import Span
from corridors.stretches import Taken
from corridors.terms import countries
from corridors.world import world

_EDGE, _FAR = 32, 40_000
_NEAREST_KM, _FARTHEST_KM, _NEAR_WATER_M = 8.0, 14_000.0, 15_000.0
_TOWN, _CITY = 15_000, 100_000
_STEM = 4
_AROUND, _MANY = 600, 2
_WAYS = ("corridor", "corridors")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CLAUSE = re.compile(
    r"[,;:()\n–—]|\b(?:and|or|but|while|whereas|although|though|after|before|when|where|since|because|unlike|than|as)\b"
)
_WORDS = re.compile(r"[^\W_]+")
_BELTS = tuple(f"{kind} {noun}" for kind in ("ndustrial", "NDUSTRIAL") for noun in ("Corridor", "corridor", "CORRIDOR"))
_ENDS = re.compile(r"([A-Z][^\W\d_]+(?: ?[-\u2010-\u2015/] ?| )[A-Z][^\W\d_]+) [Ii]$")


class Way(NamedTuple):
    """A route as it is meant: its places and how one travels."""

    line: Line
    places: tuple[Place, ...]
    mode: Mode


class Unlisted:
    """
    Finds routes outside a catalogue in any number of texts.

    Parameters
    ----------
    places
        The gazetteer that knows their places.
    """

    def __init__(self, places: Gazetteer) -> None:
        self._words = RouteWords(PlaceNames(places))
        self._cue_words = self._words.cues

    @property
    def cues(self) -> Sequence[str]:
        """The folded words to look for."""
        return self._cue_words

    def lines(self, folded: Folded, cues: Sequence[tuple[int, int, int]]) -> list[Line]:
        """
        Return what may be a route in a text, in order, without overlaps.

        Parameters
        ----------
        folded
            The text.
        cues
            Of each of `cues` that stands behind a space in the folded text, in the order in which they end: its
            number, its start and its end.
        """
        text = folded.source
        found: list[Line] = []
        for cue, start, end in self._whole(folded, cues):
            found += self._words.around(text, cue, start, end)
        kept: list[Line] = []
        for line in sorted(found, key=lambda line: (line.start, -line.end)):
            if not kept or line.start >= kept[-1].end:
                kept.append(line)
        return kept

    def mentions(
        self,
        document: Document,
        lines: Sequence[Line],
        reader: Reader,
        digest: str,
        *,
        taken: Taken,
        claimed: Callable[[Sequence[Place], Mode], str | None],
    ) -> list[Mention]:
        """
        Return the lines that are routes by what is said around them, as mentions.

        Parameters
        ----------
        document, lines, reader
            The text, what `lines` found in it, and what reads its sentences.
        digest
            Of the text, for the records.
        taken
            Stretches of the text that name a corridor of the catalogue.
        claimed
            Tells which corridor of the catalogue, if any, runs between places by a mode.
        """
        made = []
        markup = Markup(document.text)
        for line in lines:
            if markup.holds(line.start, line.end) or taken.touches(line.start, line.end):
                continue
            sentence = reader.sentence(line.start, line.end)
            words = _WORD.findall(document.text[sentence.start : sentence.end].lower())
            way = self._meant(line, words, _clause(document.text, sentence, line))
            paragraph = reader.paragraph(line.start, line.end)
            if way and not (_is_among_animals(document.text, paragraph, line, words) or _is_belt(document.text, line)):
                made.append(_mention(document, way, reader, digest, claimed(way.places, way.mode)))
        return made

    def _whole(self, folded: Folded, cues: Sequence[tuple[int, int, int]]) -> Iterator[tuple[str, int, int]]:
        """Yield the cues that are whole words, each with its place in the text as read."""
        text = folded.text
        for number, at, to in cues:
            if to < len(text) and text[to] == "s":
                to += 1
            if to == len(text) or not text[to].isalnum():
                yield self._cue_words[number], folded.origin(at), folded.origin(to - 1) + 1

    def _meant(self, line: Line, words: Sequence[str], clause: Sequence[str]) -> Way | None:
        """Return the places and the mode of a line, nothing when the sentence speaks of something else."""
        sense = _sense(frozenset(words), frozenset(clause))
        if not sense.allows(line.sort):
            return None
        options = [[c for c in named.candidates if _is_large(c, line.sort)] for named in line.stops]
        if not all(options):
            return None
        mode = line.mode or sense.mode
        chosen = best_chain(options, mode=mode, countries=_countries(words))
        places = tuple(candidate.place for candidate in chosen)
        apart = [distance_km(a.lonlat, b.lonlat) for a, b in pairwise(places)]
        if min(apart) < _NEAREST_KM or (mode is not Mode.SEA and sum(apart) > _FARTHEST_KM):
            return None
        by_guess = line.sort in (Sort.OPEN, Sort.LOOSE)
        if by_guess and mode is Mode.SEA and not _are_on_water(places):
            mode = None
        return Way(line, places, mode or by_land(places))


class _Sense(NamedTuple):
    """What a sentence speaks of."""

    mode: Mode | None
    carriage: bool
    goods: bool
    journey: bool
    other: bool
    never: bool

    def allows(self, sort: Sort) -> bool:
        """Tell whether a line of this sort is a route in such a sentence."""
        if self.never or (sort is not Sort.FIRM and self.other):
            return False
        if sort is Sort.MEANS:
            return self.goods and not self.journey
        return sort is not Sort.LOOSE or self.carriage


def _sense(words: frozenset[str], clause: frozenset[str]) -> _Sense:
    """
    Weigh the words of a sentence.

    A railway or a road tells how one travels only in the clause that holds the places: elsewhere it is another one.
    """
    lists = lexicon(WORDS)
    ways = frozenset().union(*(lists.words(f"evidence.{kind}") for kind in ("railways", "roads")))
    near = words - (ways - clause)
    told = {
        Mode.RAIL: len((lists.words("evidence.rail") | lists.words("evidence.railways")) & near),
        Mode.ROAD: len((lists.words("evidence.road") | lists.words("evidence.roads")) & near),
        Mode.SEA: len(lists.words("evidence.sea") & near),
    }
    most = max(told.values())
    clear = [mode for mode, count in told.items() if count == most > 0]
    goods = bool(lists.words("evidence.goods") & words)
    return _Sense(
        mode=clear[0] if len(clear) == 1 else None,
        carriage=goods or most > 0 or bool(ways & words),
        goods=goods,
        journey=bool(lists.words("against.journeys") & words),
        other=bool(lists.words("against.loose") & words),
        never=bool(lists.words("against.always") & words),
    )


def _is_belt(text: str, line: Line) -> bool:
    """Tell whether a line is a belt of factories, which the text around calls "A-B Industrial Corridor"."""
    low, high, name = max(0, line.start - _FAR), line.end + _FAR, _joined(text[line.start : line.end])
    for belt in _BELTS:
        at = text.find(belt, low, high)
        while at >= 0:
            ends = _ENDS.search(text, max(0, at - _EDGE), at)
            if ends and _joined(f"{ends[1]} corridor") == name:
                return True
            at = text.find(belt, at + 1, high)
    return False


def _joined(name: str) -> str:
    return " ".join(_WORDS.findall(name.lower()))


def _is_among_animals(text: str, paragraph: Span, line: Line, words: Sequence[str]) -> bool:
    """Tell whether a paragraph is about animals, or the text around about corridors of theirs, and about no goods."""
    if not lexicon(WORDS).words("evidence.goods").isdisjoint(words):
        return False
    wild = word_set("wild").whole
    low, high = max(0, line.start - _AROUND), line.end + _AROUND
    around = _WORD.findall(text[low:high].lower())
    if any(noun in _WAYS and word in wild for word, noun in pairwise(around)):
        return True
    near = _WORD.findall(text[max(paragraph.start, low) : min(paragraph.end, high)].lower())
    return len(wild.intersection(near)) >= _MANY


def _clause(text: str, sentence: Span, line: Line) -> list[str]:
    """Return the words of the clause that a line stands in, small."""
    before = list(_CLAUSE.finditer(text, sentence.start, line.start))
    behind = _CLAUSE.search(text, line.end, sentence.end)
    start = before[-1].end() if before else sentence.start
    return _WORD.findall(text[start : behind.start() if behind else sentence.end].lower())


def _is_large(candidate: Candidate, sort: Sort) -> bool:
    """Tell whether a place is known well enough for what the noun says."""
    if candidate.table or sort is Sort.FIRM or (candidate.own and candidate.place.kind == "port"):
        return True
    return candidate.population >= (_TOWN if candidate.own else _CITY)


def _countries(words: Sequence[str]) -> frozenset[str]:
    """Return the ISO 3166-1 alpha-3 codes of the countries whose name or people a sentence names."""
    named, begun = _country_words()
    plain = [re.sub(r"['’]s?$", "", word) for word in words]
    keys = {*map(letter_key, plain), *(letter_key(a + b) for a, b in pairwise(plain))}
    found = {named[key] for key in keys & named.keys()}
    for word in plain:
        found.update(code for stem, code in begun.get(word[:_STEM], ()) if word.startswith(stem))
    return frozenset(found)


@lru_cache(maxsize=1)
def _country_words() -> tuple[dict[str, str], dict[str, list[tuple[str, str]]]]:
    """Return the codes of countries by the key of their name, and by how the names of their people begin."""
    named = {key: country.code for key, country in world().countries.items()}
    begun: dict[str, list[tuple[str, str]]] = {}
    for code, words in countries().words.items():
        for word in words:
            if word.endswith("*") and len(word) > _STEM:
                begun.setdefault(word[:_STEM], []).append((word[:-1], code))
    return named, begun


@lru_cache(maxsize=1024)
def by_land(places: tuple[Place, ...]) -> Mode:
    """Return rail where railways join the places, sea where nothing on land joins two ports, else road."""
    if _is_joined(places, Mode.RAIL):
        return Mode.RAIL
    of_ports = places[0].kind == places[-1].kind == "port"
    return Mode.SEA if of_ports and not _is_joined(places, Mode.ROAD) else Mode.ROAD


@lru_cache(maxsize=1024)
def _are_on_water(places: tuple[Place, ...]) -> bool:
    """Tell whether two ends are ports or so near to navigable water that ships call there."""
    from corridors.routes import route

    inland = [number for number in (0, -1) if places[number].kind != "port"]
    if not inland:
        return True
    try:
        sailed = route(places[0], places[-1], mode=Mode.SEA)
    except NoRouteError:
        return False
    return all(sailed.connectors_m[number] <= _NEAR_WATER_M for number in inland)


def _is_joined(places: Sequence[Place], mode: Mode) -> bool:
    from corridors.routes import route

    try:
        route(places[0], places[-1], mode=mode, via=places[1:-1])
    except NoRouteError:
        return False
    return True


def line_id(places: Sequence[Place], mode: Mode) -> str:
    """
    Return the id of a route between places, the same for both directions.

    Examples
    --------
    >>> from corridors.gazetteer import gazetteer
    >>> line_id([gazetteer().lookup("Santos"), gazetteer().lookup("Hamburg")], Mode.SEA)
    'route-hamburg-santos-sea'
    """
    parts = [_slug(place) for place in places]
    return "-".join(["route", *min(parts, parts[::-1]), str(mode)])


@lru_cache(maxsize=1024)
def _slug(place: Place) -> str:
    """Return the id of a place checked by hand, else its name, with the number if a namesake is better known."""
    if not place.id.startswith(("geonames-", "unlocode-")):
        return place.id
    name = "-".join(re.findall(r"[a-z0-9]+", "".join(map(levelled, re.sub(r"['’ʼ]", "", place.name)))))
    best = best_chain([gazetteer().candidates(place.name)])[0].place
    return name if name and best.id == place.id else f"{name}-{place.id.partition('-')[2]}".strip("-")


def _said(text: str, named: Named, place: Place) -> str:
    """Return the name of a place as the text has it, unless that is in capitals throughout."""
    name = " ".join(text[named.start : named.end].split())
    return re.sub(r"\s*\([^()]*\)", "", place.name) if name.isupper() else name


def _mention(document: Document, way: Way, reader: Reader, digest: str, corridor: str | None) -> Mention:
    text, (line, places, mode) = document.text, way
    start, end = line.start, line.end
    reading = reader.read(start, end)
    names = [_said(text, named, place) for named, place in zip(line.stops, places, strict=True)]
    extra: dict[str, object] = {}
    if corridor is None:
        extra = {"line": line_id(places, mode), "places": [place.id for place in places]}
    if page := document.page(start):
        extra["page"] = page
    return Mention(
        document=document.id, corridor=corridor, kind=Kind.ENDPOINTS, exact=text[start:end], start=start, end=end,
        prefix=text[max(0, start - _EDGE) : start], suffix=text[end : end + _EDGE], quote=reading.quote,
        speaker=reading.speaker, direct=reading.direct,
        certainty=Certainty.UNCERTAIN if corridor is None else Certainty.LESS_CERTAIN, sha256=digest,
        route={"from": names[0], "to": names[-1], "mode": str(mode)},
        extra=extra | ({"via": names[1:-1]} if names[1:-1] else {}),
    )  # fmt: skip
