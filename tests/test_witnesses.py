"""Known mentions by where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corridors.witnesses import Witnesses

SPANS = st.lists(st.tuples(st.integers(0, 300), st.integers(1, 20), st.sampled_from("ab")), max_size=30)


def known(spans: list[tuple[int, int, str]]) -> Witnesses:
    witnesses = Witnesses()
    for start, length, corridor in spans:
        witnesses.add(start, start + length, corridor)
    return witnesses


@given(SPANS, st.integers(0, 300), st.integers(1, 50))
def test_near_gives_what_touches_a_stretch(spans, start, length):
    end = start + length
    expected = sorted({(s, s + n, c) for s, n, c in spans if s < end and s + n > start})
    assert list(known(spans).near(start, end)) == expected


def test_nearest_of_one_corridor_on_either_side():
    witnesses = known([(0, 5, "a"), (10, 5, "a"), (20, 5, "b"), (30, 5, "a"), (50, 5, "a")])
    assert witnesses.nearest("a", 20, 25) == [(10, 15), (30, 35)]
    assert witnesses.nearest("a", 10, 15) == [(0, 5), (30, 35)]
    assert witnesses.nearest("b", 20, 25) == []
    assert witnesses.of("b") == [(20, 25)]
