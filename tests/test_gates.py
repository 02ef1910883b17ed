"""What lines cross: gates, areas and the ice."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corridors import gates, passages


def test_sailed_in_order():
    line = np.array(
        [
            (50, 12.0),
            (45, 12),
            (43.3, 12.6),
            (40, 18),
            (33, 28.5),
            (32.5, 30),
            (32.3, 31.5),
            (20, 35),
            (-6, 36),
        ]
    )
    assert gates.sailed(line) == ("bab-el-mandeb", "suez-canal", "strait-of-gibraltar")
    assert gates.sailed(line[::-1]) == ("strait-of-gibraltar", "suez-canal", "bab-el-mandeb")


def test_sailed_across_the_antimeridian():
    line = np.array([(165.0, 70.3), (178.9, 69.9), (181.0, 70.2), (189.0, 67.0), (191.2, 65.0)])
    assert gates.sailed(line) == ("northern-sea-route", "long-strait", "bering-strait")
    assert gates.sailed(line - (360, 0)) == gates.sailed(line)


def test_gate_on_the_far_side_of_the_globe_is_not_crossed():
    line = np.array([(180 - 5.6 - 3, -36.0), (180 - 5.6 + 3, -36.0)])
    assert "strait-of-gibraltar" not in gates.sailed(line)


degrees = st.tuples(st.floats(-179, 179), st.floats(-85, 85))


@given(degrees, degrees)
def test_crossing_does_not_depend_on_direction(a, b):
    arcs = np.concatenate([gates.gate_arcs(one) for one in passages.passages().values()])
    start, end = np.array([a]), np.array([b])
    if np.linalg.norm(gates.unit(start) + gates.unit(end)) < 1e-3:
        return
    assert gates.crosses(start, end, arcs)[0] == gates.crosses(end, start, arcs)[0]


def test_area_is_entered_from_either_side_of_180():
    nsr = passages.passages()["northern-sea-route"]
    start, end = np.array([(175.0, 71.0), (-175.0, 69.0)]), np.array([(178.0, 71.0), (-172.0, 68.0)])
    assert gates.enters(start, end, nsr).all()
    assert not gates.enters(np.array([(20.0, 72.0)]), np.array([(30.0, 72.0)]), nsr).any()


def test_met_tells_gates_areas_and_the_ice():
    line = np.array([(165.0, 70.3), (178.9, 69.9), (181.0, 70.2), (189.0, 67.0), (191.2, 65.0)])
    found = gates.met(line, gates.unit(line))
    assert {"northern-sea-route", "long-strait", "bering-strait"} <= found.keys
    assert gates.BARRIER not in found.keys
    west, south, east, north = gates.barrier_arcs()[0]
    middle = np.array([[(west + east) / 2, (south + north) / 2]])
    turned = np.array([[north - south, west - east]]) / 10
    over = np.vstack([middle - turned, middle + turned])
    assert gates.BARRIER in gates.met(over, gates.unit(over)).keys


def test_an_area_crossed_by_its_gate_is_marked():
    one = passages.passages()["northwest-passage"]
    west, south, east, north = gates.gate_arcs(one)[0]
    middle = np.array([[(west + east) / 2, (south + north) / 2]])
    turned = np.array([[north - south, west - east]]) / 100 + [[0.01, 0.0]]
    line = np.vstack([middle - turned, middle + turned])
    assert one.id + passages.TRANSIT in gates.met(line, gates.unit(line)).keys
