"""Tests of the index of words with a capital."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corridors.capitals import Capitals
from corridors.sentences import Span

TEXTS = st.text(alphabet="AaBé Ößя北\U00010437?\n", max_size=60)
WORDS = st.text(alphabet="AaBéÖßя北\U00010437", min_size=1, max_size=4).filter(lambda word: word[0] not in "a")


@given(TEXTS, WORDS, st.integers(0, 60), st.integers(0, 60))
def test_places_are_those_where_the_word_is_written(text: str, word: str, start: int, end: int) -> None:
    there = [at for at in range(start, end - len(word) + 1) if text[at : at + len(word)] == word]
    assert list(Capitals(text).places(word, Span(start, end))) == there


def test_words_at_the_ends_of_the_text_are_found() -> None:
    assert list(Capitals("Li met Li").places("Li", Span(0, 9))) == [0, 7]


def test_an_empty_text_has_none() -> None:
    assert list(Capitals("").places("Li", Span(0, 0))) == []
