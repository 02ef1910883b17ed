"""The table of named passages and the gates in it."""

from __future__ import annotations

import numpy as np
import pytest

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
