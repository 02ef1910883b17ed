"""
Build the rail and road networks from OpenStreetMap data.

Usage: python geodata/build/rail_road.py SCGRAPH ATLAS

SCGRAPH is the wheel of the PyPI package scgraph-data 2.0.0 or the folder it was unpacked in, ATLAS the folder
`package` of the npm package world-atlas 2.0.2. Writes geodata/networks/rail.net and road.net; the same input gives
the same bytes. `docs/networks.md` tells what is done and why.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from countries import Countries
from hand import HandJoins, located, with_hand_lines
from land_graph import Floats, LandGraph, contract, read_package
from numpy.typing import NDArray
from seams import Limits, SeamFinder, joined

from corridors._netfile import encode

HERE = Path(__file__).resolve().parent
OUTPUT = HERE.parent / "networks"
MODULES = {"rail": "world_railways", "road": "world_highways"}
LIMITS = {
    "rail": Limits(),
    "road": Limits(touching_m=300, to_line_m=1000, near_m=3000, to_end_m=3000, turn_deg=45),
}
ABOUT = {
    "source": "OpenStreetMap, by the PyPI package scgraph-data 2.0.0",
    "attribution": "© OpenStreetMap contributors",
    "licence": "ODbL-1.0",
}


def gauges(path: Path) -> dict[str, int]:
    """Return the main track gauge of each country by its ISO 3166-1 numeric code."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["numeric"]: int(row["gauge_mm"]) for row in csv.DictReader(file)}


@dataclass(frozen=True)
class GaugeArea:
    """Bounds in degrees (west, south, east, north) in which all railways have another gauge than their country's."""

    bounds: tuple[float, float, float, float]
    gauge_mm: int

    def holds(self, lon: Floats, lat: Floats) -> NDArray[np.bool_]:
        """Tell which positions lie within the bounds."""
        west, south, east, north = self.bounds
        return (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)


def gauge_areas(path: Path) -> list[GaugeArea]:
    """Return the areas of `gauge_areas.csv`."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sides = ("west", "south", "east", "north")
    return [GaugeArea(tuple(float(row[side]) for side in sides), int(row["gauge_mm"])) for row in rows]  # type: ignore[arg-type]


def with_gauges(
    graph: LandGraph, countries: Countries, by_country: dict[str, int], areas: Sequence[GaugeArea] = ()
) -> LandGraph:
    """
    Give each edge the main gauge of the country its middle lies in; at sea and elsewhere, that of its neighbours.

    Within one of the areas it gets the gauge of the area.
    """
    here, there = graph.nodes[graph.tail], graph.nodes[graph.head]
    across = (there - here + [180_000, 0]) % [360_000, 1_000_000] - [180_000, 0]
    across[:, 1] = there[:, 1] - here[:, 1]
    middle = here + across / 2
    lon, lat = (middle[:, 0] + 180_000) % 360_000 / 1000 - 180, middle[:, 1] / 1000
    gauge = np.array([by_country.get(code or "", 0) for code in countries.at(lon, lat)], dtype=np.int64)
    for area in areas:
        gauge[area.holds(lon, lat)] = area.gauge_mm
    for _ in range(200):
        known = np.zeros(len(graph.nodes), np.int64)
        np.maximum.at(known, graph.tail, gauge)
        np.maximum.at(known, graph.head, gauge)
        spread = np.where(gauge == 0, np.maximum(known[graph.tail], known[graph.head]), gauge)
        if (spread == gauge).all():
            break
        gauge = spread
    return LandGraph(graph.nodes, graph.tail, graph.head, graph.track_m, gauge)


def build(mode: str, source: Path, countries: Countries) -> bytes:
    """Return the bytes of the network file of a mode."""
    by_hand = HandJoins.read(HERE / "joins.csv", mode)
    graph, drawn = with_hand_lines(read_package(source, MODULES[mode]), HERE / "lines.geojson", mode)
    graph = by_hand.add(graph)
    seams = [seam for seam in SeamFinder(graph, LIMITS[mode]).seams() if by_hand.allows(graph, seam)]
    graph = joined(graph, seams)
    if mode == "rail":
        graph = with_gauges(graph, countries, gauges(HERE.parent / "gauges.csv"), gauge_areas(HERE / "gauge_areas.csv"))
    stored = contract(graph, ABOUT | {"mode": mode})
    stored = replace(stored, about={**stored.about, "by_hand": located(stored, drawn)})
    print(f"{mode}: {len(seams)} seams, {len(stored.nodes)} nodes, {len(stored.tail)} edges", file=sys.stderr)
    return encode(stored)


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    countries = Countries(Path(sys.argv[2]))
    OUTPUT.mkdir(exist_ok=True)
    for mode in MODULES:
        target = OUTPUT / f"{mode}.net"
        target.write_bytes(build(mode, Path(sys.argv[1]), countries))
        print(f"{target.name}: {target.stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
