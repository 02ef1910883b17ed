"""
Compare sea routes with searoute and, where it is installed, scgraph's marnet: accuracy, land crossed, time.

    pip install searoute scgraph
    python benchmarks/routes.py [--pairs 200] [--seed 7] [--format table|json]

Distances are those of `sea_distances.csv` (NGA Pub. 151, public domain); port pairs are drawn from searoute's own list.
Land is the package's copy of Natural Earth 1:10m; channels and 25 km at either end do not count.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from shapely.geometry import LineString

from corridors import passages
from corridors._errors import CorridorsError
from corridors.geometry import length_m
from corridors.land import over_land_km
from corridors.sea import sea_path

Point = tuple[float, float]
Router = Callable[[Point, Point], LineString]
VIA = {
    "Suez": "suez-canal",
    "Panama": "panama-canal",
    "Kiel Canal +": "kiel-canal",
    "Magellan": "strait-of-magellan",
    "The Sound": "oresund",
}


def ours(start: Point, end: Point) -> LineString:
    """Return the line of this package."""
    return sea_path([start, end]).line


def routers() -> dict[str, Router]:
    """Return the routers that are installed, ours first."""
    found: dict[str, Router] = {"corridors": ours}
    try:
        import searoute

        found["searoute"] = lambda a, b: LineString(searoute.searoute(a, b).geometry["coordinates"])
    except ImportError:
        pass
    try:
        from scgraph.geographs.marnet import marnet_geograph

        def by_marnet(a: Point, b: Point) -> LineString:
            answer = marnet_geograph.get_shortest_path(
                origin_node={"longitude": a[0], "latitude": a[1]},
                destination_node={"longitude": b[0], "latitude": b[1]},
            )
            return LineString([(lon, lat) for lat, lon in answer["coordinate_path"]])

        found["scgraph marnet"] = by_marnet
    except Exception:  # an optional peer, whose network may need a download
        pass
    return found


def distance_errors(router: Router, rows: list[dict[str, str]]) -> list[float]:
    """Return relative errors against the published distances; the peers take no wishes."""
    errors = []
    for row in rows:
        start = (float(row["origin_lon"]), float(row["origin_lat"]))
        end = (float(row["dest_lon"]), float(row["dest_lat"]))
        try:
            if router is ours:
                require = [key for word, key in VIA.items() if word in row["via"]]
                length = sea_path([start, end], require=require).length_m
            else:
                length = length_m(router(start, end))
        except CorridorsError:
            continue
        errors.append(length / 1852 / float(row["distance_nm"]) - 1)
    return errors


def port_pairs(count: int, seed: int) -> list[tuple[Point, Point]]:
    """Draw pairs of ports from searoute's list."""
    import searoute

    text = (Path(searoute.__file__).parent / "data" / "ports.geojson").read_text(encoding="utf-8")
    ports = [tuple(feature["geometry"]["coordinates"]) for feature in json.loads(text)["features"]]
    chance = random.Random(seed)
    return [tuple(chance.sample(ports, 2)) for _ in range(count)]


def timed(found: dict[str, Router], pairs: list[tuple[Point, Point]]) -> dict[str, tuple[list[LineString], float]]:
    """Return the lines of each router and its median time a pair in milliseconds of processor time, taken by turns."""
    lines: dict[str, list[LineString]] = {name: [] for name in found}
    times: dict[str, list[float]] = {name: [] for name in found}
    for start, end in pairs:
        for name, router in found.items():
            begun = time.process_time()
            lines[name].append(router(start, end))
            times[name].append(time.process_time() - begun)
    return {name: (lines[name], 1000 * statistics.median(times[name])) for name in found}


def measure(router: Router, rows: list[dict[str, str]], lines: list[LineString], median_ms: float) -> dict[str, Any]:
    """Return the figures of one router."""
    errors = np.array(distance_errors(router, rows))
    area = passages.channel_area()
    overland = [over_land_km(line, ignore=area) for line in lines]
    return {
        "distances": len(errors),
        "median_error_pct": round(100 * float(np.median(np.abs(errors))), 2),
        "p90_error_pct": round(100 * float(np.percentile(np.abs(errors), 90)), 2),
        "bias_pct": round(100 * float(np.median(errors)), 2),
        "routes_over_land_pct": round(100 * float((np.array(overland) > 1).mean()), 1),
        "land_km_per_route": round(statistics.mean(overland), 1),
        "median_ms": round(median_ms, 1),
    }


def first_route_s() -> float:
    """Return the seconds a first route takes from a cold process, imports included."""
    code = "import corridors; corridors.route((80.3, 13.1), (131.9, 43.1), mode='sea')"
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - begun


def main() -> None:
    """Print the comparison."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--pairs", type=int, default=200)
    cli.add_argument("--seed", type=int, default=7)
    cli.add_argument("--format", choices=("table", "json"), default="table")
    given = cli.parse_args()
    with (Path(__file__).parent / "sea_distances.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    ours((80.3, 13.1), (131.9, 43.1))
    drawn = port_pairs(given.pairs, given.seed)
    kept = []
    for pair in drawn:
        try:
            ours(*pair)
            kept.append(pair)
        except CorridorsError:
            continue
    found = routers()
    taken = timed(found, kept)
    figures = {name: measure(router, rows, *taken[name]) for name, router in found.items()}
    for name, (_, median_ms) in taken.items():
        figures[name]["times_as_fast_as_searoute"] = (
            round(taken["searoute"][1] / median_ms, 2) if "searoute" in taken else None
        )
        figures[name]["refused"] = len(drawn) - len(kept) if name == "corridors" else 0
    figures["corridors"]["first_route_s"] = round(min(first_route_s() for _ in range(3)), 2)
    if given.format == "json":
        print(json.dumps(figures, indent=1))
        return
    names = list(figures)
    print(f"| | {' | '.join(names)} |\n|---|{'---:|' * len(names)}")
    for key in figures["corridors"]:
        print(f"| {key.replace('_', ' ')} | {' | '.join(str(figures[name].get(key, '')) for name in names)} |")


if __name__ == "__main__":
    main()
