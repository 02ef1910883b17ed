"""
Build the land of the page's map from Natural Earth.

Usage: python geodata/build/basemap.py FOLDER, where FOLDER is the unpacked npm package world-atlas 2.0.2 (Natural
Earth 5.1, 1:10m, as TopoJSON). Writes geodata/basemap/land.json. The same input gives the same bytes.

Land cut at the antimeridian is joined again, so that Chukotka and Wrangel Island have no seam; coasts are thinned
by the method of Visvalingam and Whyatt with areas on the ground, so that high latitudes keep no needless points.
"""

from __future__ import annotations

import heapq
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely.affinity import translate
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.polygon import orient
from shapely.ops import unary_union
from shapely.validation import make_valid

from corridors.page.codec import encode_line

Points = NDArray[np.float64]

OUTPUT = Path(__file__).resolve().parents[1] / "basemap" / "land.json"
KM_PER_DEGREE = 111.2
STEPS_PER_DEGREE = 200
SMALLEST_BEND_KM2 = 3.2
SMALLEST_ISLAND_KM2 = 12.0
NOTE = "Natural Earth 1:10m land, simplified; public domain; https://www.naturalearthdata.com"


def read_polygons(path: Path) -> list[Polygon]:
    topology = json.loads(path.read_text(encoding="utf-8"))
    scale, origin = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + origin for arc in topology["arcs"]]
    polygons = []
    for geometry in topology["objects"]["land"]["geometries"]:
        for rings in geometry["arcs"]:
            shell, *holes = [mend_antimeridian(join_arcs(arcs, ring)) for ring in rings]
            polygons.append(Polygon(shell, holes))
    return polygons


def join_arcs(arcs: list[Points], indices: list[int]) -> Points:
    parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
    return np.concatenate([part if n == 0 else part[1:] for n, part in enumerate(parts)])


def mend_antimeridian(ring: Points) -> Points:
    """Make longitudes continuous, with no step longer than half a turn, and their middle within ±180."""
    if is_antarctica(ring):
        return ring
    mended = ring.copy()
    mended[1:, 0] -= 360 * np.cumsum(np.round(np.diff(ring[:, 0]) / 360))
    mended[:, 0] -= 360 * np.round(mended[:, 0].mean() / 360)
    return mended


def is_antarctica(ring: Points) -> bool:
    return bool(ring[:, 1].min() < -80)


def join_over_antimeridian(polygons: list[Polygon]) -> list[Polygon]:
    """Bring what touches the antimeridian to its eastern side, past 180 degrees where need be, and unite it."""
    here, seam = [], []
    for polygon in polygons:
        west, south, east, _ = polygon.bounds
        if south < -80 or (west > -179.999 and east < 179.999):
            here.append(polygon)
        else:
            seam.append(make_valid(translate(polygon, 360 if west < -179.999 else 0)).buffer(1e-7))
    united = unary_union(seam)
    parts = united.geoms if isinstance(united, MultiPolygon) else [united]
    return here + [part for part in parts if isinstance(part, Polygon)]


def triangle_km2(a: Points, b: Points, c: Points) -> float:
    east = KM_PER_DEGREE * np.cos(np.radians(b[1]))
    return float(abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]))) / 2 * east * KM_PER_DEGREE


def thin(ring: Points, smallest_km2: float) -> Points:
    """Drop the points whose bend encloses the least, until every bend is at least so large."""
    count = len(ring) - 1
    before, after = [(i - 1) % count for i in range(count)], [(i + 1) % count for i in range(count)]
    area = [triangle_km2(ring[before[i]], ring[i], ring[after[i]]) for i in range(count)]
    heap = [(area[i], i) for i in range(count)]
    heapq.heapify(heap)
    gone = [False] * count
    left = count
    while heap and left > 4:
        value, i = heapq.heappop(heap)
        if gone[i] or value != area[i]:
            continue
        if value >= smallest_km2:
            break
        gone[i], left = True, left - 1
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            area[j] = max(value, triangle_km2(ring[before[j]], ring[j], ring[after[j]]))
            heapq.heappush(heap, (area[j], j))
    kept = ring[[i for i in range(count) if not gone[i]]]
    return np.concatenate([kept, kept[:1]])


def area_km2(ring: Points) -> float:
    latitude = np.radians(ring[:, 1].mean())
    return float(Polygon(ring).area) * KM_PER_DEGREE**2 * float(np.cos(latitude))


def build(folder: Path) -> dict[str, Any]:
    polygons = join_over_antimeridian(read_polygons(folder / "land-10m.json"))
    kept: list[tuple[float, str]] = []
    for polygon in map(orient, polygons):
        for part in (polygon.exterior, *polygon.interiors):
            ring = np.array(part.coords)
            if area_km2(ring) < SMALLEST_ISLAND_KM2:
                continue
            coarse = SMALLEST_BEND_KM2 * (20 if is_antarctica(ring) else 1)
            line = encode_line(thin(ring, coarse).tolist(), steps_per_degree=STEPS_PER_DEGREE)
            kept.append((-area_km2(ring), line))
    return {"source": NOTE, "steps": STEPS_PER_DEGREE, "rings": " ".join(line for _, line in sorted(kept))}


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(json.dumps(build(Path(sys.argv[1])), indent=0) + "\n", encoding="utf-8")
    print(f"{OUTPUT.name}: {OUTPUT.stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
