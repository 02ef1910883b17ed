"""Great circles over the sea."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors import land, sight
from corridors.gates import unit


def rows(*points: tuple[float, float]) -> np.ndarray:
    return np.array(points, dtype=float)


def taut(corners: np.ndarray, fixed: np.ndarray, **more: Any) -> np.ndarray:
    return sight.taut(corners, unit(corners), fixed, np.full(len(corners), 1000.0), **more)


def test_distance():
    assert sight.distance_m(rows((0, 0)), rows((90, 0)))[0] == pytest.approx(np.pi / 2 * sight.RADIUS_M)


def test_in_sight():
    start = rows((-10.0, 40.0), (-10.0, 40.0), (179.0, 0.0), (170.0, 68.0))
    end = rows((-30.0, 40.0), (5.0, 41.0), (-179.0, 0.0), (-170.0, 68.0))
    assert sight.in_sight(start, end).tolist() == [True, False, True, False]


def test_margin_is_kept():
    start, end = rows((-9.6, 38.0)), rows((-9.6, 40.0))
    assert sight.in_sight(start, end, margin_m=np.array([5_000.0]))[0]
    assert not sight.in_sight(start, end, margin_m=np.array([15_000.0]))[0]


def test_first_land():
    share = sight.first_land(rows((-12.0, 40.0), (-40.0, 30.0)), rows((-6.0, 40.0), (-39.0, 30.0)))
    assert share[1] == 1.0
    assert -12 + 6 * share[0] == pytest.approx(-8.85, abs=0.1)


def test_taut_drops_what_it_can():
    corners = rows((-40, 30), (-35, 32), (-30, 30), (-25, 31))
    assert taut(corners, np.zeros(4, bool)).tolist() == [0, 3]
    assert taut(corners, np.ones(4, bool)).tolist() == [0, 1, 2, 3]


def test_taut_keeps_clear_of_land():
    corners = rows((-20, 38), (-10.5, 35.5), (-7.0, 35.7), (-5.8, 35.95))
    line = corners[taut(corners, np.zeros(4, bool))]
    assert sight.in_sight(line[:-1], line[1:]).all()


def test_what_is_known_of_a_corner_is_not_asked_again(monkeypatch):
    corners = rows((-40, 30), (-35, 32), (-30, 30))
    assert taut(corners, np.zeros(3, bool), known=lambda three: np.full(len(three), -1)).tolist() == [0, 2]
    monkeypatch.setattr(sight, "in_sight", lambda *_, **__: pytest.fail("asked again"))
    assert taut(corners, np.zeros(3, bool), known=lambda three: np.full(len(three), 1)).tolist() == [0, 2]
    assert taut(corners, np.zeros(3, bool), known=lambda three: np.full(len(three), 0)).tolist() == [0, 1, 2]


def test_a_corner_is_spare_from_either_end_alike():
    corners = rows((-9.6, 38.0), (-9.9, 39.0), (-9.6, 40.0))
    margin = np.array([5_000.0, 20_000.0, 5_000.0])
    for three in (np.array([[0, 1, 2]]), np.array([[2, 1, 0]])):
        assert sight.is_spare(corners, unit(corners), three, margin)[0]
        assert not sight.is_spare(corners, unit(corners), three, margin + 10_000)[0]


positions = st.tuples(st.floats(-180, 179.99), st.floats(-75, 80))


@given(positions, positions)
def test_dense_lines_are_continuous_and_fine(a, b):
    start, end = rows(a), rows(b)
    if sight.distance_m(start, end)[0] > 0.98 * np.pi * sight.RADIUS_M:
        return
    points = sight.dense(np.vstack([start, end]), np.vstack([unit(start), unit(end)]))
    steps = sight.distance_m(points[:-1], points[1:])
    assert steps.max() <= sight.STEP_M * 1.001
    assert steps.sum() == pytest.approx(sight.distance_m(start, end)[0], rel=1e-6, abs=1)
    assert np.abs(np.diff(points[:, 0])).max() <= 180
    assert land.within_180(points[-1, 0] - b[0]) == pytest.approx(0, abs=1e-6)
