"""
Compare the railway network with published distances; prints the table of docs/networks.md.

Usage: python benchmarks/rail.py
"""

from __future__ import annotations

import csv
import statistics
import time
from pathlib import Path

from corridors.model import Mode
from corridors.network import network

TABLE = Path(__file__).with_name("rail_distances.csv")


def stops(text: str) -> list[tuple[float, float]]:
    """Read positions such as ``51.4 35.66;59.63 36.3``: longitude and latitude in degrees."""
    pairs = [pair.split() for pair in text.split(";")]
    return [(float(lon), float(lat)) for lon, lat in pairs]


def main() -> None:
    """Print the comparison as a table and what it comes to."""
    begun = time.perf_counter()
    rail = network(Mode.RAIL)
    loaded = time.perf_counter() - begun
    surveyed, drawn, took = [], [], []
    print("| line | published km | surveyed km | | drawn km | | source |\n|---|---:|---:|---:|---:|---:|---|")
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            begun = time.perf_counter()
            path = rail.path(stops(row["stops"]))
            took.append(time.perf_counter() - begun)
            published = float(row["published_km"])
            surveyed.append(path.track_m / 1000 / published - 1)
            drawn.append(path.length_m / 1000 / published - 1)
            print(
                f"| {row['line']} | {published:,.0f} | {path.track_m / 1000:,.0f} | {surveyed[-1]:+.1%} "
                f"| {path.length_m / 1000:,.0f} | {drawn[-1]:+.1%} | {row['source']} |"
            )
    print(f"\nmedian: surveyed {statistics.median(surveyed):+.1%}, drawn {statistics.median(drawn):+.1%}")
    print(f"worst: surveyed {max(surveyed, key=abs):+.1%}, drawn {max(drawn, key=abs):+.1%}")
    print(f"read in {loaded:.2f} s; a way in {statistics.median(took) * 1000:.0f} ms (median)")


if __name__ == "__main__":
    main()
