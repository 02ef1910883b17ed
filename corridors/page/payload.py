"""
Atlas tables to the page's payload: plain JSON, described in docs/payload.md.

Everything the page shows is in it. Figures stay numbers, texts stay texts; the page formats and translates. Strings
from documents are passed on unchanged and are never markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from shapely.geometry import LineString

from corridors import lengths
from corridors.catalogues import catalogue
from corridors.geometry import shift_near
from corridors.model import Baseline, Branch, Corridor, Fact, Leg, Limit, Mode, Source
from corridors.page import basemap, colours, gauges, quotations, ranks
from corridors.page.codec import encode_line
from corridors.page.words import read_words
from corridors.passages import passages

if TYPE_CHECKING:
    from corridors.atlas import Atlas

VERSION = 2
STEPS_PER_DEGREE = 10_000
TOLERANCE_DEGREES = {Mode.SEA: 0.002, Mode.RIVER: 0.0015, Mode.RAIL: 0.0015, Mode.ROAD: 0.0015}
POLAR_LATITUDE = 60.0
LENGTH_UNITS = ("km", "nm", "mi")
LEG_COLUMNS = (
    "id", "corridor", "branch", "seq", "mode", "status", "from", "to", "from_id", "to_id", "length_km", "certainty",
    "variant", "season", "note",
)  # fmt: skip


def build_payload(atlas: Atlas, *, title: str = "", language: str = "en") -> dict[str, Any]:
    """
    Return everything the page shows, as plain JSON.

    Parameters
    ----------
    atlas
        Tables and records of what was read and drawn.
    title
        Heading of the page; by default one that counts the corridors.
    language
        Language of the interface, ``en`` or ``ru``; texts from documents and the catalogue stay as they are.

    Raises
    ------
    UnknownNameError
        When there is no dictionary for the language.
    """
    rows = {row["id"]: row for row in atlas.legs.drop(columns="geometry").to_dict("records")}
    tables = _Tables(rows, colours.assign(atlas.entries))
    corridors = [_corridor(atlas, entry, tables) for entry in atlas.entries]
    places = _places(atlas)
    return {
        "version": VERSION,
        "language": language,
        "title": title,
        "words": read_words(language),
        "documents": [
            {
                "id": d.id, "title": d.title, "publisher": d.publisher, "date": d.date, "url": safe_url(d.url),
                "language": d.language, "mentions": sum(m.document == d.id for m in atlas.records),
            }
            for d in atlas.documents
        ],
        "corridors": corridors,
        "legs": tables.legs,
        "lines": {"steps": STEPS_PER_DEGREE, "encoded": list(tables.lines)},
        "places": places,
        "countries": _countries(corridors, tables.legs, places),
        "passages": {key: _passage_name(key) for key in sorted({p for leg in tables.legs for p in leg["passages"]})},
        "breaks": gauges.breaks(atlas.entries),
        "mentions": quotations.mentions(atlas),
        "undrawn": list(atlas.undrawn),
        "sources": [
            {"title": s.title, "publisher": s.publisher, "date": s.date, "url": safe_url(s.url)} for s in tables.sources
        ],
        "catalogue": [entry.name for entry in catalogue().values()],
        "land": basemap.read_land(),
        "seas": basemap.read_seas(language),
    }  # fmt: skip


def safe_url(url: str) -> str:
    """
    Return an address when it may become a link, else an empty string.

    Only absolute http and https addresses with a host and without control characters or spaces may.

    Examples
    --------
    >>> safe_url("https://example.org/a"), safe_url("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    if re.search(r"[\x00-\x20\x7f-\x9f\ud800-\udfff]", url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""


@dataclass
class _Tables:
    """Lists that other parts refer to by index, each entry once."""

    rows: Mapping[str, Mapping[str, Any]]
    colours: Mapping[str, colours.Colour]
    sources: dict[Source, int] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    legs: list[dict[str, Any]] = field(default_factory=list)

    def source(self, source: Source) -> int:
        return self.sources.setdefault(source, len(self.sources))

    def line(self, line: LineString, mode: Mode) -> int:
        thinned = line.simplify(TOLERANCE_DEGREES[mode]) if len(line.coords) > 2 else line
        encoded = encode_line(thinned.coords, steps_per_degree=STEPS_PER_DEGREE)
        return self.lines.setdefault(encoded, len(self.lines))


def _corridor(atlas: Atlas, entry: Corridor, tables: _Tables) -> dict[str, Any]:
    branches = [_branch(atlas, entry, branch, tables) for branch in entry.branches]
    colour = tables.colours[entry.id]
    return {
        "id": entry.id,
        "name": entry.name,
        "names": [{"text": n.text, "language": n.language} for n in entry.names if n.text != entry.name],
        "summary": entry.summary,
        "colours": {"light": colour.light, "dark": colour.dark, "turn": colour.turn},
        "listed": entry.listed,
        "umbrella": entry.umbrella,
        "members": [_member(member, atlas) for member in entry.members],
        "parties": list(entry.parties),
        "modes": [str(mode) for mode in entry.modes],
        "polar": _is_polar([leg for leg in tables.legs if leg["corridor"] == entry.id], atlas),
        "branches": branches,
        "facts": [_fact(fact, tables) for fact in entry.facts],
        "limits": [_limit(limit, tables) for limit in entry.limits],
        "baselines": [_baseline(atlas, entry, baseline, tables) for baseline in entry.baselines],
        "sources": [tables.source(source) for source in entry.sources],
    }


def _branch(atlas: Atlas, entry: Corridor, branch: Branch, tables: _Tables) -> dict[str, Any]:
    indices: list[int] = []
    end_lon: float | None = None
    for seq, leg in enumerate(branch.legs, 1):
        row = tables.rows[f"{entry.id}.{branch.id}.{seq}"]
        line = atlas.routes[row["id"]].geometry
        if end_lon is not None:
            line = shift_near(line, end_lon)
        if not leg.variant:
            end_lon = line.coords[-1][0]
        indices.append(len(tables.legs))
        tables.legs.append(_leg(row, leg, tables, line))
    compared = atlas.compare(entry, branch)
    return {
        "id": branch.id,
        "name": branch.name,
        "note": branch.note,
        "legs": indices,
        "length_km": _km(compared[0].measured_m),
        "lengths": [
            {
                "about": part.about,
                "measured_km": _km(part.measured_m),
                "facts": [entry.facts.index(fact) for fact in part.facts],
            }
            for part in compared
        ],
    }


def _km(length_m: float | None) -> float | None:
    return None if length_m is None else round(length_m / 1000, 1)


def _leg(row: Mapping[str, Any], leg: Leg, tables: _Tables, line: LineString) -> dict[str, Any]:
    return {name: row[name] for name in LEG_COLUMNS} | {
        "countries": list(row["countries"]),
        "passages": list(row["passages"]),
        "gauge_mm": leg.gauge_mm,
        "sources": [tables.source(source) for source in leg.sources],
        "line": tables.line(line, leg.mode),
    }


def _baseline(atlas: Atlas, entry: Corridor, baseline: Baseline, tables: _Tables) -> dict[str, Any]:
    from corridors.atlas import baseline_leg_id

    routes = [atlas.routes[baseline_leg_id(entry, baseline, seq)] for seq in range(1, len(baseline.legs) + 1)]
    lines: list[LineString] = []
    for route in routes:
        lines.append(shift_near(route.geometry, lines[-1].coords[-1][0]) if lines else route.geometry)
    return {
        "id": baseline.id,
        "name": baseline.name,
        "note": baseline.note,
        "at_sea": all(leg.mode is Mode.SEA for leg in baseline.legs),
        "length_km": round(sum(route.length_m for route in routes) / 1000, 1),
        "lines": [tables.line(line, leg.mode) for line, leg in zip(lines, baseline.legs, strict=True)],
        "facts": [_fact(fact, tables) for fact in baseline.facts],
    }


def _is_polar(legs: Iterable[Mapping[str, Any]], atlas: Atlas) -> bool:
    """Whether more than half of a corridor's length lies on legs north of where Mercator misleads."""
    north = total = 0.0
    for leg in legs:
        latitudes = [lat for _, lat in atlas.routes[leg["id"]].geometry.coords]
        total += leg["length_km"]
        north += leg["length_km"] * (sum(latitudes) / len(latitudes) > POLAR_LATITUDE)
    return north * 2 > total


def _fact(fact: Fact, tables: _Tables) -> dict[str, Any]:
    factor = lengths.METRES[fact.unit] if fact.unit in LENGTH_UNITS else None
    return {
        "what": fact.what, "about": fact.about, "value": fact.value, "value_to": fact.value_to, "unit": fact.unit,
        "km": None if factor is None else round(fact.value * factor / 1000, 1),
        "km_to": None if factor is None or fact.value_to is None else round(fact.value_to * factor / 1000, 1),
        "approximate": fact.approximate, "official": fact.official, "branch": list(fact.branch), "from_id": fact.start,
        "to_id": fact.end, "note": fact.note, "source": tables.source(fact.source),
    }  # fmt: skip


def _limit(limit: Limit, tables: _Tables) -> dict[str, Any]:
    return {
        "name": limit.name,
        "note": limit.note,
        "source": tables.source(limit.source),
        "line": [[round(lon, 4), round(lat, 4)] for lon, lat in limit.line],
    }


def _places(atlas: Atlas) -> list[dict[str, Any]]:
    known = ranks.parts(atlas.entries)
    people = {row["id"]: ranks.population(row) for row in atlas.places.sort_values("name").to_dict("records")}
    rows = [
        {
            "id": row["id"], "name": row["name"], "kind": row["kind"], "country": row["country"],
            "lon": round(float(row["lon"]), 4), "lat": round(float(row["lat"]), 4),
            "corridors": list(row["corridors"]),
            "rank": ranks.rank(known.get(row["id"], ranks.Part.WAY), row["kind"], people[row["id"]]),
        }
        for row in atlas.places.to_dict("records")
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row["rank"], -people[row["id"]], row["name"], row["id"]))


def _countries(
    corridors: Iterable[dict[str, Any]], legs: Iterable[dict[str, Any]], places: Iterable[dict[str, Any]]
) -> dict[str, str]:
    used = {code for corridor in corridors for code in corridor["parties"]}
    used |= {code for leg in legs for code in leg["countries"]} | {place["country"] for place in places}
    known = basemap.read_country_codes()
    return {code: known[code] for code in sorted(used) if code in known}


def _passage_name(key: str) -> str:
    known = passages()
    return known[key].name if key in known else key


def _member(key: str, atlas: Atlas) -> dict[str, Any]:
    """Return the id and the name of a corridor that an umbrella points to, and whether this map shows it."""
    shown = {entry.id: entry for entry in atlas.entries}
    known = shown.get(key) or catalogue().get(key)
    return {"id": key, "name": known.name if known else key, "shown": key in shown}
