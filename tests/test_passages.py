"""The table of named passages and the gates in it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors import _errors, land, passages

CONTRACT = [
    "suez-canal",
    "panama-canal",
    "kiel-canal",
    "bosporus",
    "dardanelles",
    "strait-of-gibraltar",
    "strait-of-dover",
    "oresund",
    "great-belt",
    "kerch-strait",
    "strait-of-messina",
    "bab-el-mandeb",
    "strait-of-hormuz",
    "palk-strait",
    "ten-degree-channel",
    "great-channel",
    "strait-of-malacca",
    "singapore-strait",
    "sunda-strait",
    "lombok-strait",
    "makassar-strait",
    "taiwan-strait",
    "luzon-strait",
    "korea-strait",
    "tsugaru-strait",
    "la-perouse-strait",
    "torres-strait",
    "bass-strait",
    "cook-strait",
    "strait-of-magellan",
    "drake-passage",
    "cape-of-good-hope",
    "cape-horn",
    "windward-passage",
    "florida-strait",
    "bering-strait",
    "kara-gate",
    "yugorsky-shar",
    "matochkin-shar",
    "vilkitsky-strait",
    "sannikov-strait",
    "dmitry-laptev-strait",
    "long-strait",
    "northern-sea-route",
    "northwest-passage",
    "volga-don-canal",
    "volga-river",
    "saint-lawrence-seaway",
]


def test_every_id_of_the_contract_is_there():
    assert set(CONTRACT) <= set(passages.passages())


@pytest.mark.parametrize("key", CONTRACT)
def test_record(key):
    one = passages.passages()[key]
    assert one.id == key
    assert one.name
    assert one.source
    assert one.kind in passages.KINDS
    assert one.gates
    assert all(len(gate) >= 2 for gate in one.gates)


@pytest.mark.parametrize("key", [k for k in CONTRACT if passages.passages()[k].kind == "strait"])
def test_gates_of_straits_reach_from_shore_to_shore(key):
    for gate in passages.passages()[key].gates:
        ends = np.array([gate[0], gate[-1]])
        assert land.on_land(ends[:, 0], ends[:, 1]).all()
        line = np.array(gate)
        share = np.linspace(0, len(line) - 1, 200)
        lon, lat = (np.interp(share, np.arange(len(line)), line[:, i]) for i in (0, 1))
        assert not land.on_land(lon, lat).all()


def test_closed_by_default():
    closed = {key for key, one in passages.passages().items() if not one.open_by_default}
    assert {"palk-strait", "northern-sea-route", "northwest-passage", "volga-don-canal"} <= closed
    assert "suez-canal" not in closed


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("Suez", "suez-canal"),
        ("ADAM'S BRIDGE", "palk-strait"),
        ("Øresund", "oresund"),
        ("kara gate", "kara-gate"),
    ],
)
def test_lookup_forgives(query, key):
    assert passages.passage(query).id == key


def test_lookup_suggests():
    with pytest.raises(_errors.UnknownNameError) as caught:
        passages.passage("suez-canel")
    assert caught.value.near == ("suez-canal",)


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
    assert passages.sailed(line) == ("bab-el-mandeb", "suez-canal", "strait-of-gibraltar")
    assert passages.sailed(line[::-1]) == ("strait-of-gibraltar", "suez-canal", "bab-el-mandeb")


def test_sailed_across_the_antimeridian():
    line = np.array([(165.0, 70.3), (178.9, 69.9), (181.0, 70.2), (189.0, 67.0), (191.2, 65.0)])
    assert passages.sailed(line) == ("northern-sea-route", "long-strait", "bering-strait")
    assert passages.sailed(line - (360, 0)) == passages.sailed(line)


def test_gate_on_the_far_side_of_the_globe_is_not_crossed():
    line = np.array([(180 - 5.6 - 3, -36.0), (180 - 5.6 + 3, -36.0)])
    assert "strait-of-gibraltar" not in passages.sailed(line)


degrees = st.tuples(st.floats(-179, 179), st.floats(-85, 85))


@given(degrees, degrees)
def test_crossing_does_not_depend_on_direction(a, b):
    arcs = np.concatenate([passages.gate_arcs(one) for one in passages.passages().values()])
    start, end = np.array([a]), np.array([b])
    if np.linalg.norm(passages.unit(start) + passages.unit(end)) < 1e-3:
        return
    assert passages.crosses(start, end, arcs)[0] == passages.crosses(end, start, arcs)[0]


def test_area_is_entered_from_either_side_of_180():
    nsr = passages.passages()["northern-sea-route"]
    start, end = np.array([(175.0, 71.0), (-175.0, 69.0)]), np.array([(178.0, 71.0), (-172.0, 68.0)])
    assert passages.enters(start, end, nsr).all()
    assert not passages.enters(np.array([(20.0, 72.0)]), np.array([(30.0, 72.0)]), nsr).any()
