"""
Great circles over the sea: lengths, points between, and whether land is in the way.

Positions are rows of longitude and latitude in degrees; the globe is a sphere here, which moves no line by more than
the land's own rounding over the short pieces that are tested.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from corridors._data import geodata
from corridors.gates import unit
from corridors.land import land_rings, land_tree, within_180

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
RADIUS_M = 6_371_008.8
PIECE_M = 25_000.0
STEP_M = 60_000.0
BEND_M = 60.0
STEEPNESS = (math.tan(math.radians(1.0)), math.tan(math.radians(88.0)))  # of latitudes, as tangents
ROUNDS = 3
LEAST_GAIN_M, LEAST_GAIN = 50.0, 0.0008
CELL_DEG = 0.25
FEW = 20  # pieces that are sooner tried against land than looked up in the grid
COLUMNS, ROWS = 1440, 720


@lru_cache(maxsize=1)
def open_sea() -> Bools:
    """Return a grid of cells of a quarter degree, true where no land is within half a piece of any point."""
    with np.load(geodata("networks", "sea-network.npz")) as file:
        cells = np.unpackbits(file["open_sea"], count=ROWS * COLUMNS).astype(bool)
    return cells.reshape(ROWS, COLUMNS)


def angle(a: Floats, b: Floats) -> Floats:
    """Return the angles between rows of unit vectors, in radians."""
    apart = a - b
    half = np.sqrt(np.einsum("...i,...i->...", apart, apart)) / 2
    return np.asarray(2 * np.arcsin(np.minimum(half, 1.0)))


def distance_m(start: Floats, end: Floats) -> Floats:
    """Return the great-circle distances between rows of positions, in metres."""
    return angle(unit(start), unit(end)) * RADIUS_M


def _between(a: Floats, b: Floats, arc: Floats, line: Ints, share: Floats) -> Floats:
    """Return positions on some lines: which line and how far along; arcs in radians and not nought."""
    wide = arc[line]
    sine = np.sin(arc)[line]
    v = (np.sin((1 - share) * wide) / sine)[:, None] * a[line] + (np.sin(share * wide) / sine)[:, None] * b[line]
    out = np.empty((len(v), 2))
    np.arctan2(v[:, 1], v[:, 0], out=out[:, 0])
    np.arctan2(v[:, 2], np.hypot(v[:, 0], v[:, 1]), out=out[:, 1])
    return np.degrees(out, out=out)


def pieces(start: Floats, end: Floats, a: Floats, b: Floats) -> tuple[Floats, Floats, Ints]:
    """
    Return great circles cut into short pieces: both ends of each, and the number of the line it is from.

    Parameters
    ----------
    start, end
        Positions in degrees, one row a line.
    a, b
        The same as unit vectors.
    """
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


def in_sight(
    start: Floats, end: Floats, *, margin_m: Floats | None = None, at: tuple[Floats, Floats] | None = None
) -> Bools:
    """
    Tell for each great circle whether no land touches it.

    Parameters
    ----------
    start, end
        Positions in degrees, one row a line.
    margin_m
        How far off the land each line must stay, in metres.
    at
        Start and end as unit vectors, where they are known already.
    """
    low, high, line = pieces(start, end, *(at or (unit(start), unit(end))))
    clear = np.ones(len(start), bool)
    if len(low) <= FEW:
        _blot(clear, low, high, line, margin_m)
        return clear
    middle = (low + high) / 2
    middle[:, 0] = low[:, 0] + within_180(high[:, 0] - low[:, 0]) / 2
    column = np.floor((middle[:, 0] + 180) / CELL_DEG).astype(np.int64) % COLUMNS
    row = np.minimum((middle[:, 1] + 90) // CELL_DEG, ROWS - 1).astype(np.int64)
    near = np.nonzero(~open_sea()[row, column])[0]
    _blot(clear, low[near], high[near], line[near], margin_m)
    return clear


def _blot(clear: Bools, low: Floats, high: Floats, line: Ints, margin_m: Floats | None) -> None:
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

    Lines start at sea and are short; longitudes of the ends differ by less than 180.
    """
    shares = np.ones(len(start))
    way = run(start, end)
    lines = _segments(start, start + way)
    line, piece = land_tree().query(lines, predicate="intersects")
    if len(line):
        corners, first = land_rings()
        count = first[piece + 1] - first[piece] - 1
        last = np.cumsum(count)
        side = np.repeat(first[piece] - last + count, count) + np.arange(last[-1])
        line = np.repeat(line, count)
        out, along = corners[side] - start[line], corners[side + 1] - corners[side]
        turn = _turn(way[line], along)
        turn[turn == 0] = np.inf  # parallel to the shore: met at its corners by the sides next to it
        share, at = _turn(out, along) / turn, _turn(out, way[line]) / turn
        met = (share >= 0) & (share <= 1) & (at >= 0) & (at <= 1) & np.isfinite(turn)
        np.minimum.at(shares, line[met], share[met])
    return shares


def run(start: Floats, end: Floats) -> Floats:
    """Return how far ends lie to the east and north of starts, in degrees, the short way round."""
    way = end - start
    way[:, 0] = within_180(way[:, 0])
    return way


def _segments(start: Floats, end: Floats) -> NDArray[Any]:
    """Return lines from start to end as shapely objects."""
    ends = np.empty((len(start), 2, 2))
    ends[:, 0], ends[:, 1] = start, end
    return np.asarray(shapely.linestrings(ends))


def _turn(a: Floats, b: Floats) -> Floats:
    return np.asarray(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0])


def taut(
    corners: Floats, at: Floats, fixed: Bools, margin_m: Floats, *, known: Callable[[Ints], Ints] | None = None
) -> Ints:
    """
    Tell which corners of a line stay when those it can do without are left out.

    A corner goes when the great circle between its neighbours keeps clear of land by the least margin of the three;
    several rounds, the greatest gain first.

    Parameters
    ----------
    corners, at
        Vertices of the line in degrees, and as unit vectors.
    fixed
        Which must stay, beside the ends.
    margin_m
        How far from land the line at each corner keeps, in metres.
    known
        Tells of rows of three corners whether the middle one is spare: 1, is not: 0, or nothing is known: -1.
    """
    keep = np.arange(len(corners))
    needed: set[tuple[int, int, int]] = set()
    for _ in range(ROUNDS):
        here = at[keep]
        steps, straight = angle(here[:-1], here[1:]), angle(here[:-2], here[2:])
        gain = (steps[:-1] + steps[1:] - straight) * RADIUS_M
        tried = np.nonzero(~fixed[keep[1:-1]] & (gain > LEAST_GAIN_M + LEAST_GAIN * RADIUS_M * straight))[0]
        three = keep[tried[:, None] + np.arange(3)]
        if needed:
            again = np.array([tuple(row) not in needed for row in three.tolist()], dtype=bool)
            tried, three = tried[again], three[again]
        if not len(tried):
            break
        spare = np.full(len(three), -1) if known is None else known(three)
        asked = np.nonzero(spare < 0)[0]
        if len(asked):
            spare[asked] = is_spare(corners, at, three[asked], margin_m)
        needed.update(tuple(row) for row in three[spare == 0].tolist())
        found = tried[spare == 1]
        stays = np.ones(len(keep), bool)
        for _, i in sorted(zip((-np.round(gain[found])).tolist(), found.tolist(), strict=True)):
            stays[i + 1] = not (stays[i] and stays[i + 2])
        if stays.all():
            break
        keep = keep[stays]
    return keep


def is_spare(corners: Floats, at: Floats, three: Ints, margin_m: Floats) -> Bools:
    """
    Tell whether lines can do without the middle one of three of their corners, the same from either end.

    Parameters
    ----------
    corners, at, margin_m
        As for `taut`.
    three
        Rows of three numbers of corners.
    """
    start, end = three[:, 0], three[:, 2]
    lon, lat = corners.T
    turned = (lon[start] > lon[end]) | ((lon[start] == lon[end]) & (lat[start] > lat[end]))
    start, end = np.where(turned, end, start), np.where(turned, start, end)
    return in_sight(corners[start], corners[end], margin_m=margin_m[three].min(axis=1), at=(at[start], at[end]))


def dense(corners: Floats, at: Floats) -> Floats:
    """
    Put vertices on the great circles between corners, so that straight segments in degrees stay near them.

    Longitudes of the result are continuous. Segments are shorter towards the poles, where a great circle leaves the
    straight segment sooner, and never longer than sixty kilometres.

    Parameters
    ----------
    corners, at
        Vertices of the line in degrees, and as unit vectors.
    """
    a, b = at[:-1], at[1:]
    x, y, z = np.abs(np.concatenate([at, a + b])).T
    slope = np.clip(z / np.maximum(np.hypot(x, y), 1e-9), *STEEPNESS)
    steep = np.maximum(np.maximum(slope[: len(a)], slope[1 : len(at)]), slope[len(at) :])
    step = np.minimum(STEP_M, np.sqrt(8 * RADIUS_M * BEND_M / steep))
    arc = angle(a, b)
    count = np.maximum(np.ceil(arc * RADIUS_M / step).astype(np.int64), 1)
    line = np.repeat(np.arange(len(count)), count)
    first = np.cumsum(count) - count
    points = _between(a, b, np.maximum(arc, 1e-9), line, (np.arange(len(line)) - first[line]) / count[line])
    points[first] = corners[:-1]
    points = np.concatenate([points, corners[-1:]])
    points[1:, 0] = points[0, 0] + np.cumsum(within_180(points[1:, 0] - points[:-1, 0]))
    return points
