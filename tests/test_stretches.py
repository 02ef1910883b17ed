"""Stretches of a text."""

from __future__ import annotations

from corridors.stretches import Taken


def test_stretches_that_are_taken():
    taken = Taken([(5, 9), (0, 3), (2, 4), (20, 21)])
    assert [place for place in range(25) if taken.holds(place)] == [0, 1, 2, 3, 5, 6, 7, 8, 20]
    assert [place for place in range(25) if taken.touches(place, place + 2)] == [0, 1, 2, 3, 4, 5, 6, 7, 8, 19, 20]
