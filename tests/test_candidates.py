"""Overlapping candidates."""

from __future__ import annotations

from corridors.candidates import Candidate, leftmost_longest
from corridors.fold import fold
from corridors.model import Certainty, Kind

FOLDED = fold("x" * 40)


def candidate(start: int, end: int, corridor: str = "a", kind: Kind = Kind.ALIAS) -> Candidate:
    return Candidate(start, end, FOLDED, (start, end), corridor, kind, "name")


def test_first_then_longest_then_listed_name():
    found = [candidate(5, 9), candidate(0, 6), candidate(0, 4), candidate(0, 6, kind=Kind.NAME), candidate(7, 9)]
    assert [(c.start, c.end, c.kind) for c in leftmost_longest(found)] == [(0, 6, Kind.NAME), (7, 9, Kind.ALIAS)]


def test_same_place_for_two_corridors_is_uncertain():
    (both,) = leftmost_longest([candidate(0, 4, "b"), candidate(0, 4, "a")])
    assert (both.corridor, both.others, both.certainty) == ("a", ("b",), Certainty.UNCERTAIN)


def test_certainty_only_falls():
    assert candidate(0, 1).less(Certainty.UNCERTAIN).less(Certainty.CERTAIN).certainty is Certainty.UNCERTAIN


def test_small_letters():
    text = fold("abc Def")
    assert Candidate(0, 3, text, (0, 3), "a", Kind.ALIAS, "abc").is_lower
    assert not Candidate(4, 7, text, (4, 7), "a", Kind.ALIAS, "def").is_lower
