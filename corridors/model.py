"""
The records that travel through the package.

Frozen dataclasses without input or output. Coordinates are longitude, latitude in WGS 84; lengths are in metres
unless a name says otherwise.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from shapely.geometry import LineString


class Mode(StrEnum):
    """How goods travel on a leg."""

    SEA = "sea"
    RAIL = "rail"
    ROAD = "road"
    RIVER = "river"


class Status(StrEnum):
    """Whether a leg can be used today."""

    OPERATING = "operating"
    UNDER_CONSTRUCTION = "under-construction"
    PLANNED = "planned"
    SUSPENDED = "suspended"


class Certainty(StrEnum):
    """How sure a reading or a line is."""

    CERTAIN = "certain"
    LESS_CERTAIN = "less-certain"
    UNCERTAIN = "uncertain"


class Kind(StrEnum):
    """In what manner a text names a corridor."""

    NAME = "name"
    ALIAS = "alias"
    ABBREVIATION = "abbreviation"
    ENDPOINTS = "endpoints"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact or an alignment comes from; `date` is ISO 8601, as exact as is known, or empty."""

    title: str
    publisher: str = ""
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A node of the gazetteer: a port, station, border crossing, strait, cape or waypoint."""

    id: str
    name: str
    kind: str
    country: str
    lon: float
    lat: float
    unlocode: str = ""
    geonames: str = ""
    source: str = ""
    note: str = ""

    @property
    def lonlat(self) -> tuple[float, float]:
        """Longitude and latitude in degrees."""
        return (self.lon, self.lat)


@dataclass(frozen=True, slots=True)
class Name:
    """One way of writing a corridor's name; `language` is a BCP 47 tag, `shared` says that others bear it too."""

    text: str
    kind: Kind
    language: str = "en"
    source: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """
    A published figure, which may contradict another.

    `what` is a slug such as ``length`` or ``transit-time``; `about` says in words what was measured. `branch` names
    the branches the figure is about; with `start` and `end` (place ids on such a branch) it is about that stretch
    only. Without a branch it is about the corridor as a whole.
    """

    what: str
    about: str
    value: float
    unit: str
    source: Source
    value_to: float | None = None
    approximate: bool = False
    official: bool = False
    branch: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Leg:
    """
    One stretch of a branch between two places by one mode.

    `start`, `end` and `via` are place ids. A leg with a `variant` text stands beside the through route (a railway
    being built next to today's road, say) and does not count towards the length of its branch.
    """

    mode: Mode
    start: str
    end: str
    via: tuple[str, ...] = ()
    status: Status = Status.OPERATING
    gauge_mm: int | None = None
    variant: str = ""
    season: str = ""
    note: str = ""
    passages: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """An ordered chain of legs."""

    id: str
    name: str
    legs: tuple[Leg, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """A line drawn across a corridor by law or convention, such as the western limit of the Northern Sea Route."""

    name: str
    line: tuple[tuple[float, float], ...]
    note: str
    source: Source


@dataclass(frozen=True, slots=True)
class Baseline:
    """The route a corridor is compared with, usually by the Suez Canal."""

    id: str
    name: str
    legs: tuple[Leg, ...]
    facts: tuple[Fact, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Corridor:
    """
    A named transport corridor of the catalogue.

    `cues` are words that speak for the corridor where its name alone could mean another. An `umbrella` is a
    programme without a line of its own; `members` are the ids of the corridors it points to. One that is not
    `listed` stands in no catalogue: a text named its ends.
    """

    id: str
    name: str
    summary: str
    names: tuple[Name, ...]
    branches: tuple[Branch, ...]
    pairs: tuple[tuple[str, str], ...] = ()
    parties: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    limits: tuple[Limit, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    sources: tuple[Source, ...] = ()
    colour: str = ""
    order: int = 1000
    cues: tuple[str, ...] = ()
    umbrella: bool = False
    members: tuple[str, ...] = ()
    listed: bool = True

    @property
    def aliases(self) -> tuple[str, ...]:
        """Every way of writing the name except the name itself, in catalogue order."""
        return tuple(n.text for n in self.names if n.text != self.name)

    @property
    def modes(self) -> tuple[Mode, ...]:
        """The modes used, in the order in which they first occur."""
        return tuple(dict.fromkeys(leg.mode for branch in self.branches for leg in branch.legs))


@dataclass(frozen=True, slots=True)
class Route:
    """
    A line between two places by one mode.

    `geometry` has continuous longitudes (they may leave ±180). `certainty` is uncertain where no network carries
    the line. `connectors_m` are the straight gaps between the asked places and the network at start and end.
    """

    geometry: LineString
    mode: Mode
    start: str
    end: str
    passages: tuple[str, ...] = ()
    certainty: Certainty = Certainty.CERTAIN
    connectors_m: tuple[float, float] = (0.0, 0.0)
    countries: tuple[str, ...] = ()
    note: str = ""

    @property
    def length_m(self) -> float:
        """Geodesic length of the line on WGS 84, in metres."""
        from corridors.geometry import length_m

        return length_m(self.geometry)


@dataclass(frozen=True, slots=True)
class Document:
    """
    A text that was read, with what is known of it; unknown metadata is empty.

    `pages` holds the offset at which each page begins, for a text that came in pages.
    """

    id: str
    text: str
    title: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    language: str = ""
    path: str = ""
    note: str = ""
    pages: tuple[int, ...] = ()

    def page(self, offset: int) -> int | None:
        """Return the number of the page that an offset lies on, counted from 1, or None for a text without pages."""
        return bisect_right(self.pages, offset) or None


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentence or sentences shown with a mention; `text[start:end] == exact`."""

    exact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class UnknownName:
    """The name of a corridor that no catalogue holds; `text[start:end] == exact`, counted in characters."""

    document: str
    exact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a text names a route; `text[start:end] == exact`, end exclusive, counted in characters."""

    document: str
    corridor: str | None
    kind: Kind
    exact: str
    start: int
    end: int
    prefix: str
    suffix: str
    quote: Quote
    speaker: str | None
    direct: bool
    certainty: Certainty
    sha256: str
    route: Mapping[str, str] | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def entry(self) -> str | None:
        """The id of what is drawn for it: the corridor, or the line of a route that is in no catalogue."""
        line = self.extra.get("line")
        return self.corridor or (line if isinstance(line, str) else None)

    def to_dict(self) -> dict[str, Any]:
        """Return the record written to `mentions.jsonl`, unknown keys last."""
        record: dict[str, Any] = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "extra"}
        record["kind"], record["certainty"] = str(self.kind), str(self.certainty)
        record["quote"] = {"exact": self.quote.exact, "start": self.quote.start, "end": self.quote.end}
        record["route"] = None if self.route is None else dict(self.route)
        return record | dict(self.extra)

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Mention:
        """
        Build a mention from such a record; keys this version does not know are kept in `extra`.

        Raises
        ------
        KeyError
            When a required key is missing.
        ValueError
            When `kind` or `certainty` is none of the known words.
        """
        known = {f.name for f in fields(cls)} - {"extra"}
        values = {key: record[key] for key in known if key in record}
        values["kind"], values["certainty"] = Kind(values["kind"]), Certainty(values["certainty"])
        values["quote"] = Quote(**{key: record["quote"][key] for key in ("exact", "start", "end")})
        return cls(**values, extra={key: record[key] for key in record if key not in known})
