"""
Great circles over the sea: lengths, points between, and whether land is in the way.

Positions are rows of longitude and latitude in degrees; the globe is a sphere here, which moves no line by more than
the land's own rounding over the short pieces that are tested.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray

from corridors._data import geodata
from corridors.land import land_rings, land_tree, on_land, within_180
from corridors.passages import unit

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
RADIUS_M = 6_371_008.8
PIECE_M = 25_000.0
STEP_M = 60_000.0
BEND_M = 60.0
ROUNDS = 4
LEAST_GAIN_M, LEAST_GAIN = 50.0, 0.0008
CELL_DEG = 0.25
COLUMNS, ROWS = 1440, 720


@lru_cache(maxsize=1)
def open_sea() -> Bools:
    """Return a grid of cells of a quarter degree, true where no land is within half a piece of any point."""
    with np.load(geodata("networks", "sea-network.npz")) as file:
        cells = np.unpackbits(file["open_sea"], count=ROWS * COLUMNS).astype(bool)
    return cells.reshape(ROWS, COLUMNS)


def angle(a: Floats, b: Floats) -> Floats:
    """Return the angles between rows of unit vectors, in radians."""
    chord = np.sqrt(((a - b) ** 2).sum(axis=-1))
    return np.asarray(2 * np.arcsin(np.minimum(chord / 2, 1.0)))


def distance_m(start: Floats, end: Floats) -> Floats:
    """Return the great-circle distances between rows of positions, in metres."""
    return angle(unit(start), unit(end)) * RADIUS_M


def between(a: Floats, b: Floats, share: Floats) -> Floats:
    """
    Return positions on great circles, longitudes within ±180.

    Parameters
    ----------
    a, b
        Unit vectors of the ends, one row a point asked for.
    share
        How far along each, from 0 to 1.
    """
    return _between(a, b, np.maximum(angle(a, b), 1e-9), np.arange(len(a)), share)


def _between(a: Floats, b: Floats, arc: Floats, line: NDArray[np.int64], share: Floats) -> Floats:
    """Return positions on some lines: which line and how far along; arcs in radians and not nought."""
    wide = arc[line]
    sine = np.sin(arc)[line]
    v = (np.sin((1 - share) * wide) / sine)[:, None] * a[line] + (np.sin(share * wide) / sine)[:, None] * b[line]
    out = np.empty((len(v), 2))
    np.arctan2(v[:, 1], v[:, 0], out=out[:, 0])
    np.arctan2(v[:, 2], np.hypot(v[:, 0], v[:, 1]), out=out[:, 1])
    return np.degrees(out, out=out)


def pieces(start: Floats, end: Floats) -> tuple[Floats, Floats, NDArray[np.int64]]:
    """Return great circles cut into short pieces: both ends of each, and the number of the line it is from."""
    a, b = unit(start), unit(end)
    arc = angle(a, b)
    count = np.maximum(np.ceil(arc * (RADIUS_M / PIECE_M)).astype(np.int64), 1)
    if count.max(initial=1) == 1:
        return start, end, np.arange(len(start))
    line = np.repeat(np.arange(len(count)), count + 1)
    last = np.cumsum(count + 1) - 1
    step = np.arange(len(line)) - np.repeat(last - count, count + 1)
    points = _between(a, b, np.maximum(arc, 1e-9), line, step / count[line])
    points[last - count], points[last] = start, end
    low = np.ones(len(line), bool)
    high = np.ones(len(line), bool)
    low[last], high[last - count] = False, False
    return points[low], points[high], line[low]


def in_sight(start: Floats, end: Floats, *, margin_m: Floats | None = None) -> Bools:
    """
    Tell for each great circle whether no land touches it.

    Parameters
    ----------
    start, end
        Positions in degrees, one row a line.
    margin_m
        How far off the land each line must stay, in metres.
    """
    low, high, line = pieces(start, end)
    middle = (low + high) / 2
    middle[:, 0] = low[:, 0] + within_180(high[:, 0] - low[:, 0]) / 2
    column = np.floor((middle[:, 0] + 180) / CELL_DEG).astype(np.int64) % COLUMNS
    row = np.minimum((middle[:, 1] + 90) // CELL_DEG, ROWS - 1).astype(np.int64)
    near = np.nonzero(~open_sea()[row, column])[0]
    clear = np.ones(len(start), bool)
    _blot(clear, low[near], high[near], line[near], margin_m)
    return clear


def _blot(clear: Bools, low: Floats, high: Floats, line: NDArray[np.int64], margin_m: Floats | None) -> None:
    """Mark the lines one of whose pieces meets land."""
    if not len(line):
        return
    ends = np.stack([low, high], axis=1)
    ends[:, 1, 0] = low[:, 0] + within_180(high[:, 0] - low[:, 0])
    over = np.nonzero(np.abs(ends[:, 1, 0]) > 180)[0]
    if len(over):
        turn = np.where(ends[over, 1, 0] > 180, -360.0, 360.0)
        ends = np.concatenate([ends, ends[over] + np.stack([turn, 0 * turn], axis=-1)[:, None, :]])
        line = np.concatenate([line, line[over]])
    segments = shapely.linestrings(ends)
    if margin_m is not None:
        squeeze = np.cos(np.radians(np.minimum(np.abs(ends[:, :, 1]).max(axis=1), 85.0)))
        hit = land_tree().query(segments, predicate="dwithin", distance=margin_m[line] / 111_195.0 / squeeze)[0]
    else:
        hit = land_tree().query(segments, predicate="intersects")[0]
    clear[line[hit]] = False


def first_land(start: Floats, end: Floats) -> Floats:
    """
    Return how far along straight lines in degrees the first land is met, from 0 to 1; 1 where none is.

    Lines are short; longitudes of the ends differ by less than 180.
    """
    shares = np.ones(len(start))
    run = np.column_stack([within_180(end[:, 0] - start[:, 0]), end[:, 1] - start[:, 1]])
    lines = shapely.linestrings(np.stack([start, start + run], axis=1))
    line, piece = land_tree().query(lines, predicate="intersects")
    if len(line):
        corners, first = land_rings()
        count = first[piece + 1] - first[piece] - 1
        side = np.repeat(first[piece] - np.r_[0, np.cumsum(count)[:-1]], count) + np.arange(count.sum())
        line = np.repeat(line, count)
        out, along = corners[side] - start[line], corners[side + 1] - corners[side]
        turn = _turn(run[line], along)
        turn[turn == 0] = np.inf  # parallel to the shore: met at its corners by the sides next to it
        share, at = _turn(out, along) / turn, _turn(out, run[line]) / turn
        met = (share >= 0) & (share <= 1) & (at >= 0) & (at <= 1) & np.isfinite(turn)
        np.minimum.at(shares, line[met], share[met])
        shares[on_land(start[:, 0], start[:, 1])] = 0.0
    return shares


def _turn(a: Floats, b: Floats) -> Floats:
    return np.asarray(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0])


def taut(corners: Floats, fixed: Bools, margin_m: Floats) -> Floats:
    """
    Leave out corners that the line can do without.

    A corner goes when the great circle between its neighbours keeps clear of land by the least margin of the three;
    several rounds, the greatest gain first.

    Parameters
    ----------
    corners
        Vertices of the line in degrees.
    fixed
        Which must stay, beside the ends.
    margin_m
        How far from land the line at each corner keeps, in metres.
    """
    keep = np.arange(len(corners))
    at = unit(corners)
    blocked: set[tuple[int, int]] = set()
    for _ in range(ROUNDS):
        here = at[keep]
        steps, straight = angle(here[:-1], here[1:]), angle(here[:-2], here[2:])
        gain = (steps[:-1] + steps[1:] - straight) * RADIUS_M
        wanted = np.nonzero(~fixed[keep[1:-1]] & (gain > LEAST_GAIN_M + LEAST_GAIN * RADIUS_M * straight))[0]
        ends = zip(wanted.tolist(), keep[wanted].tolist(), keep[wanted + 2].tolist(), strict=True)
        tried = np.array([i for i, low, high in ends if (low, high) not in blocked], dtype=np.int64)
        if not len(tried):
            break
        first, second, third = keep[tried], keep[tried + 1], keep[tried + 2]
        margin = np.minimum(np.minimum(margin_m[first], margin_m[second]), margin_m[third])
        free = in_sight(corners[first], corners[third], margin_m=margin)
        blocked.update(zip(first[~free].tolist(), third[~free].tolist(), strict=True))
        tried = tried[free]
        gone: set[int] = set()
        for i in tried[np.lexsort((tried, -np.round(gain[tried])))].tolist():
            if i - 1 not in gone and i + 1 not in gone:
                gone.add(i)
        if not gone:
            break
        keep = np.delete(keep, np.array(sorted(gone)) + 1)
    return corners[keep]


def dense(corners: Floats) -> Floats:
    """
    Put vertices on the great circles between corners, so that straight segments in degrees stay near them.

    Longitudes of the result are continuous. Segments are shorter towards the poles, where a great circle leaves the
    straight segment sooner, and never longer than sixty kilometres.
    """
    a, b = unit(corners[:-1]), unit(corners[1:])
    middle = between(a, b, np.full(len(a), 0.5))[:, 1]
    steep = np.tan(np.radians(np.clip(np.abs(np.stack([corners[:-1, 1], middle, corners[1:, 1]])), 1, 88).max(axis=0)))
    step = np.minimum(STEP_M, np.sqrt(8 * RADIUS_M * BEND_M / steep))
    count = np.maximum(np.ceil(angle(a, b) * RADIUS_M / step).astype(np.int64), 1)
    line = np.repeat(np.arange(len(count)), count)
    share = (np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count)) / count[line]
    points = between(a[line], b[line], share)
    points[share == 0] = corners[:-1]
    points = np.vstack([points, corners[-1:]])
    points[1:, 0] = points[0, 0] + np.cumsum(within_180(np.diff(points[:, 0])))
    return points
