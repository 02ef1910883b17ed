"""The names of corridors along their own lines in a static picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from corridors.picture.marks import Pen
from corridors.picture.text import font, legible, size_of
from corridors.picture.view import Points, Space, walk

STEP = 4.0
ASIDE = 12.0
MOST_BEND = 0.16
MOST_RUNS = 6


def write_captions(
    pen: Pen,
    payload: Mapping[str, Any],
    ways: Mapping[str, Sequence[Points]],
    style: Mapping[str, str],
    space: Space,
) -> None:
    """Write each corridor's name beside a straight stretch of its line, where one is long and free enough."""
    written = font(12, bold=True)
    for corridor in payload["corridors"]:
        name = legible(corridor["name"])
        wide = size_of(name, written)[0]
        runs = sorted((walk(run, STEP)[0] for run in ways[corridor["id"]]), key=len, reverse=True)
        spot = next((spot for run in runs[:MOST_RUNS] if (spot := _spot(run, wide, space)) is not None), None)
        if spot is None:
            continue
        x, y, angle = spot
        for cx, cy in _feet(x, y, angle, wide):
            space.take((cx - 6, cy - 6, cx + 6, cy + 6))
        ink = corridor["colours"]["light"]
        pen.text(x, y, name, written, ink=ink, halo=style["halo"], align="center", angle=float(-np.degrees(angle)))


def _spot(run: Points, wide: float, space: Space) -> tuple[float, float, float] | None:
    """Return middle and angle of the straightest free place beside a run of evenly spaced points."""
    needed = int(np.ceil(wide / STEP)) + 4
    stretches = []
    for start in range(0, len(run) - needed, 3):
        stretch = run[start : start + needed]
        chord = stretch[-1] - stretch[0]
        length = float(np.hypot(*chord))
        if length == 0:
            continue
        normal = np.array([-chord[1], chord[0]]) / length
        bend = float(np.abs((stretch - stretch[0]) @ normal).max()) / length
        away = abs(start + needed / 2 - len(run) / 2) / len(run)
        if bend < MOST_BEND:
            stretches.append((bend + away * 0.2, start, stretch, normal))
    for _, _, stretch, normal in sorted(stretches, key=lambda found: found[:2])[:24]:
        chord = stretch[-1] - stretch[0]
        angle = float(np.arctan2(chord[1], chord[0]))
        angle = angle - np.pi if angle > np.pi / 2 else angle + np.pi if angle <= -np.pi / 2 else angle
        sag = (stretch - stretch[0]) @ normal
        for offset in (float(sag.min()) - ASIDE, float(sag.max()) + ASIDE):
            x, y = (stretch[0] + stretch[-1]) / 2 + normal * offset
            if all(_is_open(cx, cy, space) for cx, cy in _feet(x, y, angle, wide)):
                return float(x), float(y), angle
    return None


def _feet(x: float, y: float, angle: float, wide: float) -> list[tuple[float, float]]:
    along = np.arange(-wide / 2, wide / 2 + 1, 8.0)
    return [(float(x + np.cos(angle) * a), float(y + np.sin(angle) * a)) for a in along]


def _is_open(x: float, y: float, space: Space) -> bool:
    box = (x - 5, y - 6, x + 5, y + 6)
    return space.is_free(box) and space.crossings(box) == 0
