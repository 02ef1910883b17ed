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
from corridors.land import land_tree, within_180
from corridors.passages import unit

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
RADIUS_M = 6_371_008.8
PIECE_M = 25_000.0
STEP_M = 60_000.0
BEND_M = 60.0
ROUNDS = 5
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
    arc = angle(a, b)
    sine = np.where(arc > 1e-9, np.sin(arc), 1.0)
    p = np.where(arc > 1e-9, np.sin((1 - share) * arc) / sine, 1 - share)
    q = np.where(arc > 1e-9, np.sin(share * arc) / sine, share)
    v = p[:, None] * a + q[:, None] * b
    out = np.empty((len(v), 2))
    np.arctan2(v[:, 1], v[:, 0], out=out[:, 0])
    np.arctan2(v[:, 2], np.hypot(v[:, 0], v[:, 1]), out=out[:, 1])
    return np.degrees(out)


def pieces(start: Floats, end: Floats) -> tuple[Floats, Floats, NDArray[np.int64]]:
    """Return great circles cut into short pieces: both ends of each, and the number of the line it is from."""
    a, b = unit(start), unit(end)
    count = np.maximum(np.ceil(angle(a, b) * RADIUS_M / PIECE_M).astype(np.int64), 1)
    line = np.repeat(np.arange(len(count)), count)
    step = np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count)
    low = between(a[line], b[line], step / count[line])
    high = between(a[line], b[line], (step + 1) / count[line])
    return low, high, line


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
    east = low[:, 0] + within_180(high[:, 0] - low[:, 0])
    column = np.floor(((low[:, 0] + east) / 2 + 180) / CELL_DEG).astype(np.int64) % COLUMNS
    row = np.minimum(((low[:, 1] + high[:, 1]) / 2 + 90) // CELL_DEG, ROWS - 1).astype(np.int64)
    near = np.nonzero(~open_sea()[row, column])[0]
    clear = np.ones(len(start), bool)
    if not len(near):
        return clear
    ends = np.stack([low[near], np.column_stack([east, high[:, 1]])[near]], axis=1)
    line = line[near]
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
    return clear


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
        overlap = shapely.intersection(lines[line], land_tree().geometries[piece])
        reach = shapely.distance(shapely.points(start[line]), overlap)
        np.minimum.at(shares, line, reach / np.maximum(np.hypot(run[line, 0], run[line, 1]), 1e-12))
    return shares


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
    blocked: set[tuple[int, int]] = set()
    for _ in range(ROUNDS):
        at = corners[keep]
        steps, straight = distance_m(at[:-1], at[1:]), distance_m(at[:-2], at[2:])
        gain = steps[:-1] + steps[1:] - straight
        wanted = np.nonzero(~fixed[keep[1:-1]] & (gain > LEAST_GAIN_M + LEAST_GAIN * straight))[0].tolist()
        tried = np.array([i for i in wanted if (keep[i], keep[i + 2]) not in blocked], dtype=np.int64)
        if not len(tried):
            break
        three = np.stack([margin_m[keep[tried + k]] for k in range(3)]).min(axis=0)
        free = in_sight(at[tried], at[tried + 2], margin_m=three)
        blocked |= {(keep[i], keep[i + 2]) for i in tried[~free].tolist()}
        tried = tried[free]
        gone: set[int] = set()
        for i in tried[np.lexsort((tried, -np.round(gain[tried])))].tolist():
            if not {i - 1, i + 1} & gone:
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
