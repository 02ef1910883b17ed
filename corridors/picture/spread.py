"""Corridors that run on the same line, drawn side by side as in the page (`js/parallel.js`)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corridors.picture.view import Points, walk

STEP = 4.0
CELL = 5.0
ALIKE = float(np.cos(0.4))
GAP = 5.0
SHORTEST = 9
EASE = 6

Passage = tuple[int, float, float]
Cells = dict[tuple[int, int], list[Passage]]


def spread(runs: Sequence[tuple[int, Points]]) -> list[Points]:
    """
    Move runs of pixels apart where corridors share them.

    Parameters
    ----------
    runs
        Each with a number that tells corridors apart and sorts them across the bundle.
    """
    if len({order for order, _ in runs}) < 2:
        return [run for _, run in runs]
    sampled = [_samples(run) for _, run in runs]
    cells: Cells = {}
    for (order, _), (points, ways) in zip(runs, sampled, strict=True):
        for (x, y), (dx, dy) in zip(points.tolist(), ways.tolist(), strict=True):
            there = cells.setdefault((int(x // CELL), int(y // CELL)), [])
            if all(other != order or abs(ox * dx + oy * dy) < ALIKE for other, ox, oy in there):
                there.append((order, dx, dy))
    out = []
    for (order, run), (points, ways) in zip(runs, sampled, strict=True):
        wanted = [
            _offset(cells, order, *point, *way) for point, way in zip(points.tolist(), ways.tolist(), strict=True)
        ]
        offsets = _eased(_lasting(np.array(wanted)))
        out.append(_moved(points, offsets) if offsets.any() else run)
    return out


def _samples(run: Points) -> tuple[Points, Points]:
    points, ways = walk(run, STEP)
    if not len(points):
        return run[:1], np.array([[1.0, 0.0]])
    return np.vstack([points, run[-1:]]), np.vstack([ways, ways[-1:]])


def _offset(cells: Cells, order: int, x: float, y: float, dx: float, dy: float) -> float:
    """Return how far to the right of its own direction a corridor is to move at a point."""
    company: dict[int, float] = {}
    column, row = int(x // CELL), int(y // CELL)
    for i in range(column - 1, column + 2):
        for j in range(row - 1, row + 2):
            for other, ox, oy in cells.get((i, j), ()):
                along = ox * dx + oy * dy
                if other not in company and abs(along) > ALIKE:
                    company[other] = 1.0 if along > 0 else -1.0
    if len(company) < 2:
        return 0.0
    orders = sorted(company)
    way = 1.0 if orders[0] == order else company[orders[0]]
    return way * (orders.index(order) - (len(orders) - 1) / 2) * GAP


def _lasting(offsets: np.ndarray) -> np.ndarray:
    """Return offsets without those that last for a short stretch only, such as at crossings."""
    out = offsets.copy()
    company = np.flatnonzero(np.diff(np.concatenate([[0], (offsets != 0).astype(int), [0]])))
    for start, end in zip(company[::2], company[1::2], strict=True):
        if end - start < SHORTEST and end - start < len(offsets):
            out[start:end] = 0.0
    return out


def _eased(offsets: np.ndarray) -> np.ndarray:
    """Return offsets that swing from one value to the next."""
    sums = np.concatenate([[0.0], np.cumsum(offsets)])
    index = np.arange(len(offsets))
    low, high = np.maximum(0, index - EASE), np.minimum(len(offsets), index + EASE + 1)
    out: np.ndarray = (sums[high] - sums[low]) / (high - low)
    out[np.abs(out) < 1e-9] = 0.0
    return out


def _moved(points: Points, offsets: np.ndarray) -> Points:
    """Return points moved sideways; the direction is taken over some steps, so that bends stay smooth."""
    index = np.arange(len(points))
    steps = points[np.minimum(len(points) - 1, index + 3)] - points[np.maximum(0, index - 3)]
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    lengths[lengths == 0] = 1.0
    out: Points = points + np.column_stack([-steps[:, 1], steps[:, 0]]) / lengths[:, None] * offsets[:, None]
    return out
