"""Telling land from sea."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from corridors import land

PARIS, CASPIAN, PACIFIC, HONOLULU_SEA = (2.35, 48.86), (51.0, 40.0), (-150.0, 10.0), (-158.0, 20.5)


@pytest.mark.parametrize(
    ("place", "dry"),
    [(PARIS, True), (CASPIAN, False), (PACIFIC, False), (HONOLULU_SEA, False), ((0.0, -85.0), True)],
)
def test_points(place, dry):
    assert bool(land.on_land(*place)) is dry


@given(st.floats(-180, 180), st.floats(-80, 84), st.integers(-2, 2))
def test_whole_turns_make_no_difference(lon, lat, turns):
    lon = round(lon, 3)
    assert bool(land.on_land(lon, lat)) == bool(land.on_land(lon + 360 * turns, lat))


def test_arrays_keep_their_shape():
    lon, lat = np.meshgrid([2.35, 51.0], [48.86, 40.0, 10.0])
    assert land.on_land(lon, lat).shape == (3, 2)


def test_over_land_counts_kilometres():
    line = shapely.LineString([(-10.5, 43.0), (-3.7, 40.4), (1.0, 38.5)])
    assert land.over_land_km(line, skip_ends_m=0) == pytest.approx(817, abs=40)
    assert land.over_land_km(line, skip_ends_m=0, ignore=shapely.box(-12, 35, 5, 45)) == 0
    assert land.over_land_km(shapely.LineString([(-150, 10), (-140, 12)])) == 0


def test_over_land_leaves_out_the_ends():
    line = shapely.LineString([(-8.7, 42.2), (-8.4, 42.2), (-12.0, 42.2)])
    assert land.over_land_km(line, skip_ends_m=0) > 5
    assert land.over_land_km(line, skip_ends_m=60_000) == 0


def test_over_land_across_the_antimeridian():
    line = shapely.LineString([(170.0, 68.0), (190.0, 66.5)])
    turned = shapely.LineString([(-190.0, 68.0), (-170.0, 66.5)])
    assert land.over_land_km(line) == pytest.approx(land.over_land_km(turned))
    assert land.over_land_km(line) > 300


@given(st.lists(st.integers(-2_000_000, 2_000_000), min_size=1, max_size=50))
def test_planes_are_read_back(numbers):
    values = np.array(numbers, dtype=np.int64)
    folded = ((values << 1) ^ (values >> 31)).astype("<u4")
    planes = np.ascontiguousarray(folded.view(np.uint8).reshape(-1, 4).T)
    assert land.unplane(planes).tolist() == numbers
