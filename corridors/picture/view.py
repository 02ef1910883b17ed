"""
The plane of a static picture: projections, what part of the plane a picture shows, and room for labels.

The plane is a unit square, x to the right and y down, as in the page (`js/projections.js`); a picture is measured in
pixels of 1/96 inch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Box = tuple[float, float, float, float]

MERCATOR_LIMIT = 85.0511287798
DOWNWARD_MERIDIAN = 100.0
POLAR_EDGE = -12.0
CELL = 48.0
SPOTS = ((0, 0.5), (-1, 0.5), (-0.5, 1), (-0.5, 0), (0, 1), (0, 0), (-1, 1), (-1, 0))


def mercator(lonlat: Points) -> Points:
    """Project degrees by Web Mercator; longitudes may leave ±180."""
    sine = np.sin(np.radians(np.clip(lonlat[:, 1], -MERCATOR_LIMIT, MERCATOR_LIMIT)))
    return np.column_stack([lonlat[:, 0] / 360 + 0.5, 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)])


def polar(lonlat: Points) -> Points:
    """Project degrees by Lambert's azimuthal equal-area projection about the North Pole."""
    radius = np.sin(np.radians(90 - lonlat[:, 1]) / 2) / np.pi
    angle = np.radians(lonlat[:, 0] - DOWNWARD_MERIDIAN)
    return np.column_stack([0.5 + radius * np.sin(angle), 0.5 + radius * np.cos(angle)])


POLAR_RADIUS = float(np.sin(np.radians(90 - POLAR_EDGE) / 2) / np.pi)


@dataclass(frozen=True)
class View:
    """
    What a picture shows: pixel = (unit + copy) × scale - origin.

    `left` and `top` are the origin in pixels of the plane, `width` and `height` the picture's size.
    """

    project: Callable[[Points], Points]
    scale: float
    left: float
    top: float
    width: float
    height: float

    @property
    def is_polar(self) -> bool:
        """Whether the picture looks down on the Pole."""
        return self.project is polar

    @property
    def copies(self) -> range:
        """Which copies of the world may be in sight."""
        if self.is_polar:
            return range(1)
        return range(
            int(np.floor(self.left / self.scale)) - 1, int(np.floor((self.left + self.width) / self.scale)) + 2
        )

    def pixels(self, unit: Points, copy: int = 0) -> Points:
        """Return points of the unit square as pixels."""
        origin = np.array([self.left - copy * self.scale, self.top])
        out: Points = unit * self.scale - origin
        return out

    def point(self, lon: float, lat: float) -> Iterator[tuple[float, float]]:
        """Yield where a position lies in each copy of the world in sight."""
        unit = self.project(np.array([[lon, lat]]))
        for copy in self.copies:
            x, y = self.pixels(unit, copy)[0]
            if 0 <= x <= self.width and 0 <= y <= self.height:
                yield float(x), float(y)

    def shown(self, unit: Points, *, margin: float = 20) -> Iterator[Points]:
        """Yield a line in pixels for each copy of the world in which some of it is in sight."""
        for copy in self.copies:
            run = self.pixels(unit, copy)
            low, high = run.min(axis=0), run.max(axis=0)
            if (
                high[0] > -margin
                and high[1] > -margin
                and low[0] < self.width + margin
                and low[1] < self.height + margin
            ):
                yield run


def frame(lines: Sequence[Points], project: Callable[[Points], Points], *, width: float, heights: Box) -> View:
    """
    Return the view that shows lines whole.

    Parameters
    ----------
    lines
        On the unit square, longitudes continuous.
    width
        Of the picture.
    heights
        Least and greatest height of the picture, and room to leave at its sides and at top and bottom.
    """
    low, high, room_x, room_y = heights
    west, north, east, south = _around(lines, turns=project is mercator)
    scale = (width - 2 * room_x) / max(east - west, 1e-4)
    scale = min(scale, (high - 2 * room_y) / max(south - north, 1e-4), 256.0 * 2**9)
    height = min(high, max(low, (south - north) * scale + 2 * room_y))
    return View(
        project,
        scale,
        (west + east) / 2 * scale - width / 2,
        (north + south) / 2 * scale - height / 2,
        width,
        height,
    )


def _around(lines: Sequence[Points], *, turns: bool) -> Box:
    """Return the smallest box around lines; where the world `turns`, each may be taken from any copy of it."""
    boxes = np.array([[*line.min(axis=0), *line.max(axis=0)] for line in lines])
    if boxes.size == 0:
        return (0.0, 0.2, 1.0, 0.7)
    wests, widths = boxes[:, 0], boxes[:, 2] - boxes[:, 0]
    best = (float(wests.min()), float((wests + widths).max()))
    for start in wests if turns else ():
        east = float((start + (wests - start) % 1 + widths).max())
        if east - start < best[1] - best[0] - 1e-9:
            best = (float(start), east)
    return (best[0], float(boxes[:, 1].min()), best[1], float(boxes[:, 3].max()))


def walk(run: Points, step: float) -> tuple[Points, Points]:
    """Return points every `step` pixels along a run, from its beginning, and the directions there."""
    steps = np.diff(run, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    keep = lengths > 0
    steps, lengths, starts = steps[keep], lengths[keep], run[:-1][keep]
    if not len(lengths):
        return np.empty((0, 2)), np.empty((0, 2))
    ends = np.cumsum(lengths)
    at = np.arange(0, ends[-1], step)
    index = np.minimum(np.searchsorted(ends, at, side="right"), len(ends) - 1)
    directions = steps[index] / lengths[index, None]
    along = at - (ends - lengths)[index]
    return starts[index] + directions * along[:, None], directions


def thinned(run: Points, least: float) -> Points:
    """Leave out points that lie within `least` pixels of the one kept before; the ends stay."""
    kept = [0]
    for i in range(1, len(run) - 1):
        if abs(run[i, 0] - run[kept[-1], 0]) + abs(run[i, 1] - run[kept[-1], 1]) >= least:
            kept.append(i)
    kept.append(len(run) - 1)
    return run[kept]


@dataclass
class Space:
    """Remembers which boxes are taken and where lines pass, so that labels keep clear of both."""

    frame: Box
    _boxes: dict[tuple[int, int], list[Box]] = field(default_factory=dict)
    _points: dict[tuple[int, int], list[tuple[float, float]]] = field(default_factory=dict)

    def take(self, box: Box) -> None:
        """Take a box (left, top, right, bottom)."""
        for cell in _cells(box):
            self._boxes.setdefault(cell, []).append(box)

    def is_free(self, box: Box) -> bool:
        """Tell whether a box lies inside the frame and over no other."""
        inside = (
            box[0] >= self.frame[0] and box[1] >= self.frame[1] and box[2] <= self.frame[2] and box[3] <= self.frame[3]
        )
        return inside and not any(
            box[0] < other[2] and box[2] > other[0] and box[1] < other[3] and box[3] > other[1]
            for cell in _cells(box)
            for other in self._boxes.get(cell, ())
        )

    def pass_by(self, points: Iterable[Sequence[float]]) -> None:
        """Note that a line passes through points."""
        for x, y in points:
            self._points.setdefault((int(x // CELL), int(y // CELL)), []).append((float(x), float(y)))

    def crossings(self, box: Box) -> int:
        """Count how much line lies in a box."""
        return sum(
            box[0] < x < box[2] and box[1] < y < box[3] for cell in _cells(box) for x, y in self._points.get(cell, ())
        )

    def place(self, x: float, y: float, size: tuple[float, float], *, gap: float, tolerance: int) -> Box | None:
        """
        Find and take the best free box for a label beside a point.

        Parameters
        ----------
        x, y
            The point.
        size
            Width and height of the label.
        gap
            How far it stays from the point.
        tolerance
            How much line it may cover.
        """
        best, least = None, np.inf
        for index, (right, down) in enumerate(SPOTS):
            across = 0.0 if right == -0.5 else gap if right == 0 else -gap
            below = {1: -gap, 0.5: 0.0, 0: gap}[down] * (1 if right == -0.5 else 0.4)
            left, top = x + right * size[0] + across, y - down * size[1] + below
            box = (left, top, left + size[0], top + size[1])
            if not self.is_free(box):
                continue
            cost = self.crossings(box) * 2 + index * 0.5
            if cost < least:
                best, least = box, cost
        if best is None or least > tolerance * 2 + 4:
            return None
        self.take(best)
        return best


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for i in range(int(box[0] // CELL), int(box[2] // CELL) + 1):
        for j in range(int(box[1] // CELL), int(box[3] // CELL) + 1):
            yield i, j
