"""
Read the countries of Natural Earth 1:10m from the npm package world-atlas 2.0.2 (TopoJSON, public domain).

Used while building only: to tell land from sea and which country, hence which track gauge, a line is in.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Countries:
    """Polygons by ISO 3166-1 numeric code; the code is "" where Natural Earth gives none."""

    def __init__(self, folder: Path) -> None:
        topology = json.loads((folder / "countries-10m.json").read_text(encoding="utf-8"))
        scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
        self._arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]
        self.codes: list[str] = []
        shapes = []
        for geometry in topology["objects"]["countries"]["geometries"]:
            nested = geometry.get("arcs", [])
            for rings in [nested] if geometry["type"] == "Polygon" else nested:
                shell, *holes = [self._ring(ring) for ring in rings]
                if len(shell) < 4:
                    continue
                self.codes.append(geometry.get("id", ""))
                holes = [hole for hole in holes if len(hole) > 3]
                shapes.append(shapely.make_valid(shapely.Polygon(shell, holes)))
        self._shapes = np.array(shapes, dtype=object)
        shapely.prepare(self._shapes)
        self._bounds = shapely.bounds(self._shapes)

    def _ring(self, indices: list[int]) -> Floats:
        parts = [self._arcs[i] if i >= 0 else self._arcs[~i][::-1] for i in indices]
        return np.concatenate([part if n == 0 else part[1:] for n, part in enumerate(parts)])

    def at(self, lon: Floats, lat: Floats) -> list[str | None]:
        """Return the code of the country at each position, None at sea."""
        codes: list[str | None] = [None] * len(lon)
        for code, shape, (west, south, east, north) in zip(self.codes, self._shapes, self._bounds, strict=True):
            near = np.flatnonzero((lon >= west) & (lon <= east) & (lat >= south) & (lat <= north))
            for i in near[shapely.contains_xy(shape, lon[near], lat[near])]:
                codes[i] = code
        return codes
