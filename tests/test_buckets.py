"""The nearest points against a look at all of them."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.buckets import Buckets
from corridors.gates import unit

POINTS = st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=60)
PLACE = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@settings(max_examples=200)
@given(POINTS, PLACE, st.integers(1, 20))
def test_the_nearest_are_found_anywhere_on_the_globe(points, place, count):
    lonlat = np.array(points)
    at, here = unit(lonlat), unit(np.array([place]))[0]
    found = Buckets(lonlat, at).nearest(here, count)
    chord = ((at - here) ** 2).sum(axis=1)
    assert len(found) == len(set(found.tolist())) == min(count, len(points))
    assert np.allclose(np.sort(chord)[: len(found)], chord[found], atol=1e-12)


def test_ties_go_by_number():
    lonlat = np.array([(10.0, 0.5), (10.0, -0.5), (10.0, 0.5)])
    assert Buckets(lonlat, unit(lonlat)).nearest(unit(np.array([(10.0, 0.5)]))[0], 2).tolist() == [0, 2]
