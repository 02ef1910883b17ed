"""Patterns in folded texts."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corridors.fold import fold
from corridors.matching import Matcher


def within_ten(table):
    """Tell which hits have another within ten characters."""
    gap = np.abs(table[:, None, 1] - table[None, :, 2])
    return ((gap <= 10) & ~np.eye(len(table), dtype=bool)).any(axis=0)


def found(
    text: str, patterns: list[str], weak: tuple[bool, ...] = (), companions: tuple[bool, ...] = ()
) -> list[tuple[str, str]]:
    matcher = Matcher(patterns, weak=weak, companions=companions, near=within_ten)
    return [(patterns[hit.number], text[hit.start : hit.end]) for hit in matcher.hits(fold(text))]


def test_hits_stand_between_words_and_overlap():
    assert found("the Grey Gate, greygate", ["grey", "grey gate", "gate"]) == [
        ("grey", "Grey"), ("grey gate", "Grey Gate"), ("gate", "Gate"),
    ]  # fmt: skip


def test_offsets_hold_beyond_ascii():
    assert found("Чад — “Grey–Gate” Ёж", ["grey gate", "еж"]) == [("grey gate", "Grey–Gate"), ("еж", "Ёж")]


def test_open_ended_patterns_take_the_whole_word():
    assert found("a Zambian road in Zambia", ["zambia*"]) == [("zambia*", "Zambian"), ("zambia*", "Zambia")]
    assert found("ein Überlandweg", ["uberland*"]) == [("uberland*", "Überlandweg")]


def test_weak_patterns_need_company():
    text = "aaaa bbbb " + "x " * 20 + "aaaa"
    assert found(text, ["aaaa", "bbbb"], (True, True)) == [("aaaa", "aaaa"), ("bbbb", "bbbb")]
    assert found(text, ["aaaa", "bbbb"], (True, False)) == [("bbbb", "bbbb")]
    assert found(text, ["aaaa", "bbbb"], (True, False), (False, True)) == [("aaaa", "aaaa"), ("bbbb", "bbbb")]


def test_short_weak_patterns_stand_behind_white_space():
    assert found("abb abb bab", ["abb", "bab"], (True, True)) == [("abb", "abb"), ("bab", "bab")]


@given(st.text(st.characters(codec=None), max_size=40), st.sampled_from(["grey gate", "走廊", "ممر"]))
def test_every_hit_folds_to_its_pattern(text, pattern):
    whole = f"{text} {pattern} {text}"
    for hit in Matcher([pattern]).hits(fold(whole)):
        assert fold(whole[hit.start : hit.end]).text.strip() == pattern


def test_cues_are_found_on_the_same_way_wherever_a_space_stands_before_them():
    text = "Über Grey Gate railways, by rail; railroad-railway"
    looked = Matcher(["grey gate"], cues=["railway", "by rail"]).look(fold(text))
    assert [text[hit.start : hit.end] for hit in looked.hits] == ["Grey Gate"]
    assert [(number, fold(text).text[at:to]) for number, at, to in looked.cues] == [
        (0, "railway"), (1, "by rail"), (0, "railway"),
    ]  # fmt: skip
    assert Matcher(["grey gate"]).look(fold(text)).cues == []


def test_patterns_beyond_ascii_are_found_wherever_they_stand_in_a_long_text():
    text = "走廊" + "plain words " * 500 + "走廊, " + "plain words " * 500 + "走廊"
    assert found(text, ["走廊", "words"])[0] == ("走廊", "走廊")
    assert [what for what, _ in found(text, ["走廊", "plain"])].count("走廊") == 3


def test_letters_beside_a_bracket_of_a_pattern_join_it():
    assert found("x(tripp) (tripp)", ["(tripp)"]) == [("(tripp)", "(tripp)")]
