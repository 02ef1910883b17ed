"""
The tables: the only place where corridors and mentions meet.

`trace` goes the whole way from documents to an `Atlas`; the atlas hands its tables to `export` and to the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd
from shapely.geometry import LineString, MultiLineString, Point

from corridors import lengths
from corridors._errors import DocumentError, NoRouteError
from corridors.catalogues import Catalogue, catalogue
from corridors.documents import from_text, read_all
from corridors.gazetteer import Gazetteer, gazetteer
from corridors.geometry import cut_at_antimeridian, parts, rounded
from corridors.mentions import Finder, findings
from corridors.model import Baseline, Branch, Corridor, Document, Leg, Mention, Mode, Route, Source, UnknownName
from corridors.routes import leg_route, named_route

if TYPE_CHECKING:
    import folium

WGS84 = "EPSG:4326"
UNLISTED = "A route named in the text, not in the catalogue; drawn between its ends as the network carries it."
LEG_COLUMNS = (
    "id", "corridor", "corridor_name", "branch", "branch_name", "seq", "mode", "status", "from", "to", "from_id",
    "to_id", "length_km", "countries", "passages", "gauge_mm", "certainty", "variant", "season", "note", "sources",
    "mentions",
)  # fmt: skip
CORRIDOR_COLUMNS = (
    "id", "name", "summary", "modes", "statuses", "parties", "branches", "length_km", "mentions", "listed",
)  # fmt: skip
PLACE_COLUMNS = ("id", "name", "kind", "country", "lon", "lat", "unlocode", "geonames", "source", "corridors", "shown")
MENTION_COLUMNS = (
    "document", "corridor", "kind", "exact", "start", "end", "prefix", "suffix", "quote", "speaker", "direct",
    "certainty", "sha256", "route",
)  # fmt: skip


@dataclass(frozen=True)
class Atlas:
    """
    Corridors, legs, places and mentions as tables (WGS 84, stored geometry cut at ±180).

    `routes` maps the id of a leg to its `Route`, whose geometry is the drawn one, and that of each leg of a baseline
    likewise; `entries` are the catalogue's records of the corridors shown, behind them the routes that the texts name
    by their ends and no catalogue lists.
    `records` are the mentions behind the table, in document order; `undrawn` says of each route without geometry why;
    `unknown` are names of corridors that no catalogue holds; `gazetteer` holds the places that legs name.
    """

    documents: tuple[Document, ...]
    entries: tuple[Corridor, ...]
    records: tuple[Mention, ...]
    corridors: gpd.GeoDataFrame
    legs: gpd.GeoDataFrame
    places: gpd.GeoDataFrame
    mentions: pd.DataFrame
    routes: Mapping[str, Route] = field(repr=False)
    gazetteer: Gazetteer = field(repr=False)
    undrawn: tuple[str, ...] = ()
    unknown: tuple[UnknownName, ...] = ()

    def compare(self, corridor: Corridor, branch: Branch) -> tuple[lengths.Comparison, ...]:
        """Set measured beside published lengths of a branch shown in this atlas."""
        ids = {leg: leg_id(corridor, branch, seq) for seq, leg in enumerate(branch.legs, 1)}
        return lengths.compare(corridor, branch, lambda leg: self.routes[ids[leg]].length_m)

    def explore(self, *, language: str = "en", tiles: str = "") -> folium.Map:
        """
        Return the annotated map, which shows itself in a notebook.

        Parameters
        ----------
        language
            Of the words around the map: ``en`` or ``ru``.
        tiles
            Name of an online tile provider of xyzservices to lay over the land; none by default.

        Raises
        ------
        UnknownNameError
            When no provider has that name or it needs a key.
        """
        from corridors.page import build_map, build_payload

        return build_map(build_payload(self, language=language), tiles=tiles)

    def write(
        self,
        folder: str | Path = "output",
        *,
        language: str = "en",
        tiles: str = "",
        pictures: Sequence[str] = (),
        view: str = "auto",
    ) -> list[Path]:
        """
        Write the map, the GeoJSON files and the tables into a folder and return their paths.

        Parameters
        ----------
        folder
            Made where it is missing.
        language, tiles
            As for `explore`.
        pictures
            Static pictures to write as well: ``png``, ``svg`` or both.
        view
            That of the pictures: ``mercator``, ``polar``, or ``auto`` for what suits the corridors.

        Raises
        ------
        OutputError
            When the folder or a file cannot be written; files already there stay whole.
        UnknownNameError
            When no tile provider has that name or it needs a key, or there is no such picture or view.
        """
        from corridors.export import write

        return write(self, Path(folder), language=language, tiles=tiles, pictures=pictures, view=view)


def trace(
    sources: Iterable[str | Path | Document],
    *,
    catalogue: Catalogue | None = None,
    on_error: Callable[[DocumentError], None] | None = None,
) -> Atlas:
    """
    Read documents, find the corridors they name, draw them and join both into tables.

    Parameters
    ----------
    sources
        Files, folders, ``-`` for standard input, documents, or the text itself: a string that is no existing path
        and does not look like one.
    catalogue
        The corridors to look for, such as ``corridors.catalogue(["my-corridors"])``; the shipped ones by default.
    on_error
        Called with each document that cannot be read, which is then left out. By default the first one raises.

    Raises
    ------
    DocumentError
        When a document cannot be read and `on_error` is not given.

    Examples
    --------
    >>> list(trace(["They spoke of the INSTC."]).corridors["id"])
    ['instc']
    """
    documents = read_all([_as_source(s, i) for i, s in enumerate(sources, 1)], on_error=on_error or _raise)
    known = _default_catalogue() if catalogue is None else catalogue
    look = findings if catalogue is None else Finder(known).read
    found = [look(document) for document in documents]
    mentions = [mention for each in found for mention in each.mentions]
    named = {mention.corridor for mention in mentions}
    entries = [entry for key, entry in known.items() if key in named]
    entries += unlisted_entries(mentions, known.places)
    atlas = draw(entries, documents=documents, mentions=mentions, places=known.places)
    return replace(atlas, unknown=tuple(name for each in found for name in each.unknown))


def draw(
    entries: Sequence[Corridor],
    *,
    documents: Sequence[Document] = (),
    mentions: Sequence[Mention] = (),
    places: Gazetteer | None = None,
) -> Atlas:
    """
    Draw corridors, with the mentions of them where there are any; `places` are those their legs name.

    A route that no catalogue lists and no network carries is left out, with a sentence in `Atlas.undrawn`.
    """
    known = gazetteer() if places is None else places
    routes, undrawn = _drawn(entries, known)
    shown = [entry for entry in entries if entry.id not in undrawn]
    counts = {entry.id: sum(mention.entry == entry.id for mention in mentions) for entry in shown}
    legs = _leg_table(shown, routes, counts)
    return Atlas(
        documents=tuple(documents),
        entries=tuple(shown),
        records=tuple(mentions),
        corridors=_corridor_table(shown, legs, counts),
        legs=legs,
        places=_place_table(shown, known),
        mentions=_mention_table(mentions),
        routes=routes,
        gazetteer=known,
        undrawn=tuple(undrawn.values()),
    )


def unlisted_entries(mentions: Iterable[Mention], places: Gazetteer) -> list[Corridor]:
    """Return an entry for each route that mentions name by its places and no catalogue lists, in document order."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        if mention.corridor is None and mention.route and mention.entry:
            first.setdefault(mention.entry, mention)
    return [_unlisted(key, mention, places) for key, mention in first.items()]


def _unlisted(key: str, mention: Mention, places: Gazetteer) -> Corridor:
    stops: Sequence[str] = mention.extra["places"]
    mode = Mode((mention.route or {})["mode"])
    names = [re.sub(r"\s*\([^()]*\)", "", places[stop].name) for stop in stops]
    title = f"{names[0]}\u2013{names[-1]}"
    via = f" via {', '.join(names[1:-1])}" if names[1:-1] else ""
    leg = Leg(mode=mode, start=stops[0], end=stops[-1], via=tuple(stops[1:-1]))
    return Corridor(
        id=key, name=f"{title}{via} by {mode}", summary=UNLISTED, names=(), branches=(Branch("route", title, (leg,)),),
        listed=False,
    )  # fmt: skip


def _drawn(entries: Sequence[Corridor], places: Gazetteer) -> tuple[dict[str, Route], dict[str, str]]:
    """Return the routes by the id of their leg, and a sentence by the id of each entry that cannot be drawn."""
    drawn: dict[tuple[Leg, bool], Route] = {}
    routes: dict[str, Route] = {}
    undrawn: dict[str, str] = {}
    ways = [(entry, leg_id(entry, branch, seq), leg) for entry, branch, seq, leg in _legs(entries)]
    ways += [
        (entry, baseline_leg_id(entry, baseline, seq), leg)
        for entry in entries
        for baseline in entry.baselines
        for seq, leg in enumerate(baseline.legs, 1)
    ]
    for entry, name, leg in ways:
        key = (leg, entry.listed)
        try:
            if key not in drawn:
                drawn[key] = leg_route(leg, places=places) if entry.listed else named_route(leg, places=places)
        except NoRouteError as error:
            undrawn[entry.id] = f"{entry.name} is named but not drawn: {error}"
            continue
        routes[name] = drawn[key]
    return routes, undrawn


def leg_id(corridor: Corridor, branch: Branch, seq: int) -> str:
    """Return the stable id of the `seq`-th leg of a branch, counted from 1."""
    return f"{corridor.id}.{branch.id}.{seq}"


def baseline_leg_id(corridor: Corridor, baseline: Baseline, seq: int) -> str:
    """Return the stable id of the `seq`-th leg, counted from 1, of a route that a corridor is compared with."""
    return f"{corridor.id}.baselines.{baseline.id}.{seq}"


def sources_of(sources: Iterable[Source]) -> list[dict[str, str]]:
    """Return sources as plain records."""
    return [{"title": s.title, "publisher": s.publisher, "date": s.date, "url": s.url} for s in sources]


def _default_catalogue() -> Catalogue:
    return catalogue()


def _raise(error: DocumentError) -> None:
    raise error


def _as_source(source: str | Path | Document, number: int) -> str | Path | Document:
    if not isinstance(source, str) or source == "-":
        return source
    try:
        is_path = Path(source).exists()
    except (OSError, ValueError):  # too long for a file name, or with a NUL: it can only be text
        is_path = False
    looks_like_path = not re.search(r"\s", source) or re.search(r"\.\w{1,8}$", source)
    return source if is_path or (looks_like_path and "\n" not in source) else from_text(source, id=f"text-{number}")


def _legs(entries: Iterable[Corridor]) -> Iterable[tuple[Corridor, Branch, int, Leg]]:
    for entry in entries:
        for branch in entry.branches:
            for seq, leg in enumerate(branch.legs, 1):
                yield entry, branch, seq, leg


def _leg_table(entries: Sequence[Corridor], routes: Mapping[str, Route], counts: Mapping[str, int]) -> gpd.GeoDataFrame:
    rows: list[dict[str, Any]] = []
    geometries: list[LineString | MultiLineString] = []
    for entry, branch, seq, leg in _legs(entries):
        key = leg_id(entry, branch, seq)
        line = routes[key]
        geometries.append(rounded(cut_at_antimeridian(line.geometry)))
        rows.append({
            "id": key, "corridor": entry.id, "corridor_name": entry.name, "branch": branch.id,
            "branch_name": branch.name, "seq": seq, "mode": str(leg.mode), "status": str(leg.status),
            "from": line.start, "to": line.end, "from_id": leg.start, "to_id": leg.end,
            "length_km": round(line.length_m / 1000, 1), "countries": list(line.countries),
            "passages": list(line.passages), "gauge_mm": leg.gauge_mm, "certainty": str(line.certainty),
            "variant": leg.variant, "season": leg.season,
            "note": ". ".join(filter(None, [leg.note.rstrip("."), line.note])),
            "sources": sources_of(leg.sources), "mentions": counts[entry.id],
        })  # fmt: skip
    table = pd.DataFrame(rows, columns=list(LEG_COLUMNS)).astype({"gauge_mm": "Int64"})
    return gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(geometries, crs=WGS84))


def _corridor_table(entries: Sequence[Corridor], legs: gpd.GeoDataFrame, counts: Mapping[str, int]) -> gpd.GeoDataFrame:
    rows, geometries = [], []
    for entry in entries:
        own = legs[legs["corridor"] == entry.id]
        length_km = own[own["variant"] == ""].groupby("branch")["length_km"].sum()
        rows.append({
            "id": entry.id, "name": entry.name, "summary": entry.summary, "modes": [str(m) for m in entry.modes],
            "statuses": list(dict.fromkeys(own["status"])), "parties": list(entry.parties),
            "branches": [branch.id for branch in entry.branches],
            "length_km": {branch.id: round(float(length_km.get(branch.id, 0.0)), 1) for branch in entry.branches},
            "mentions": counts[entry.id], "listed": entry.listed,
        })  # fmt: skip
        geometries.append(MultiLineString([line for shape in own.geometry for line in parts(shape)]))
    table = pd.DataFrame(rows, columns=list(CORRIDOR_COLUMNS))
    return gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(geometries, crs=WGS84))


def _place_table(entries: Sequence[Corridor], known: Gazetteer) -> gpd.GeoDataFrame:
    used: dict[str, set[str]] = {}
    for entry, _, _, leg in _legs(entries):
        for key in (leg.start, *leg.via, leg.end):
            used.setdefault(key, set()).add(entry.id)
    ends = {key for _, _, _, leg in _legs(entries) for key in (leg.start, leg.end)}
    shown = [known[key] for key in used if known[key].kind != "waypoint"]
    rows = [
        {
            "id": p.id, "name": p.name, "kind": p.kind, "country": p.country, "lon": p.lon, "lat": p.lat,
            "unlocode": p.unlocode, "geonames": p.geonames, "source": p.source, "corridors": sorted(used[p.id]),
            "shown": "end" if p.id in ends else "via",
        }
        for p in shown
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=list(PLACE_COLUMNS))
    return gpd.GeoDataFrame(table, geometry=gpd.GeoSeries([Point(p.lonlat) for p in shown], crs=WGS84))


def _mention_table(mentions: Sequence[Mention]) -> pd.DataFrame:
    extra = dict.fromkeys(key for mention in mentions for key in mention.extra)
    table = pd.DataFrame([mention.to_dict() for mention in mentions], columns=[*MENTION_COLUMNS, *extra])
    return table.astype({"page": "Int64"}) if "page" in extra else table
