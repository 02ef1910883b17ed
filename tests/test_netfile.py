from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors import _netfile

degrees = st.tuples(st.integers(-180_000, 180_000), st.integers(-90_000, 90_000))


@st.composite
def networks(draw) -> _netfile.NetworkFile:
    nodes = draw(st.lists(degrees, min_size=2, max_size=8))
    count = draw(st.integers(1, 6))
    ends = st.integers(0, len(nodes) - 1)
    tails = sorted(draw(st.lists(ends, min_size=count, max_size=count)))
    inner = draw(st.lists(st.integers(0, 4), min_size=count, max_size=count))
    vertices = draw(st.lists(degrees, min_size=sum(inner), max_size=sum(inner)))

    def integers(values, shape=None):
        array = np.array(values, dtype=np.int64)
        return array if shape is None else array.reshape(shape)

    return _netfile.NetworkFile(
        nodes=integers(nodes),
        tail=integers(tails),
        head=integers(draw(st.lists(ends, min_size=count, max_size=count))),
        track=integers(draw(st.lists(st.integers(1, 200_000), min_size=count, max_size=count))),
        gauge=integers(draw(st.lists(st.sampled_from([0, 1000, 1435, 1520]), min_size=count, max_size=count))),
        inner=integers(inner),
        vertices=integers(vertices, (-1, 2)),
        transfers=integers(draw(st.lists(st.tuples(ends, ends), max_size=3)), (-1, 2)),
        about={"mode": "rail"},
    )


@settings(max_examples=25)
@given(networks())
def test_what_is_packed_is_unpacked(stored):
    again = _netfile.decode(_netfile.encode(stored))
    for name in ("nodes", "tail", "head", "track", "gauge", "inner", "vertices", "transfers"):
        assert np.array_equal(getattr(again, name), getattr(stored, name)), name
    assert again.about == stored.about


@settings(max_examples=25)
@given(networks())
def test_equal_networks_give_equal_bytes(stored):
    assert _netfile.encode(stored) == _netfile.encode(_netfile.decode(_netfile.encode(stored)))


def test_other_files_are_refused():
    with pytest.raises(ValueError, match="does not begin with NET1"):
        _netfile.decode(b"PK\x03\x04")


def test_damage_is_noticed():
    with pytest.raises(ValueError, match="damaged"):
        _netfile.decode(b"NET1" + bytes(40))


def test_value_too_large_is_refused():
    one = np.array([1], dtype=np.int64)
    huge = _netfile.NetworkFile(
        nodes=np.array([[0, 0], [1, 1]], dtype=np.int64),
        tail=one * 0,
        head=one,
        track=one << 40,
        gauge=one * 0,
        inner=one * 0,
        vertices=np.empty((0, 2), dtype=np.int64),
        transfers=np.empty((0, 2), dtype=np.int64),
    )
    with pytest.raises(ValueError, match="does not fit"):
        _netfile.encode(huge)
