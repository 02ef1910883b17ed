"""Patterns in folded texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corridors.fold import fold
from corridors.matching import Matcher


def found(
    text: str, patterns: list[str], weak: tuple[bool, ...] = (), companions: tuple[bool, ...] = ()
) -> list[tuple[str, str]]:
    matcher = Matcher(patterns, weak or [False] * len(patterns), near=10, companions=companions)
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
    for hit in Matcher([pattern], [False], near=5).hits(fold(whole)):
        assert fold(whole[hit.start : hit.end]).text.strip() == pattern


def test_cues_are_found_on_the_same_way_wherever_a_space_stands_before_them():
    text = "Über Grey Gate railways, by rail; railroad-railway"
    looked = Matcher(["grey gate"], [False], near=5, cues=["railway", "by rail"]).look(fold(text))
    assert [text[hit.start : hit.end] for hit in looked.hits] == ["Grey Gate"]
    assert [(number, fold(text).text[at:to]) for number, at, to in looked.cues] == [
        (0, "railway"), (1, "by rail"), (0, "railway"),
    ]  # fmt: skip
    assert Matcher(["grey gate"], [False], near=5).look(fold(text)).cues == []
