"""Which stretches of a text patterns may stand in."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.sieve import _PIECE, Sieve

PATTERNS = ("grey", "grey gate", "oman*", "x y", "ab", "(tripp) road", "b&r", "international gate", "road 7", "7 seas")


def stretches(text: str, patterns: tuple[str, ...] = PATTERNS) -> list[str]:
    raw = text.encode()
    sieve = Sieve([p.removesuffix("*") for p in patterns], open_ended=[p.endswith("*") for p in patterns])
    return [raw[start:end].decode("utf-8", "replace") for start, end in sieve.stretches(raw)]


def between_words(text: str, patterns: tuple[str, ...] = PATTERNS) -> set[tuple[int, int]]:
    """Return where patterns stand between words of ASCII, found the plain way, in bytes."""
    raw = text.encode()
    found = set()
    for pattern in patterns:
        more = pattern.endswith("*")
        inner = re.escape(pattern.removesuffix("*").encode())
        behind = rb"" if more else rb"(?![a-z0-9])"
        before = rb"(?<![a-z0-9])" if pattern[0].isalnum() else rb""
        found |= {
            match.span(1) for match in re.finditer(rb"(?=" + before + rb"(" + inner + rb")" + behind + rb")", raw)
        }
    return found


def test_words_that_begin_no_pattern_are_passed_over():
    assert stretches("a greyish romance on internal stairs, aboard xylophones; 71 years " * 50) == []


def test_a_stretch_reaches_as_far_as_the_longest_pattern_that_begins_so():
    far = " that is as far as forty characters can be: "
    text = f"we meet on grey gates{far}in omani lands{far}no (tripp) roads"
    assert stretches(text) == [" grey gate", " oman", "(tripp) roads"]
    assert stretches("on grey gates in omani lands") == [" grey gates in oman"]  # near each other, they are read as one


def test_patterns_of_signs_alone_are_looked_for_everywhere():
    assert stretches("plain words", ("&",)) == ["plain words"]
    assert stretches("") == [""]


def test_a_word_on_the_edge_of_a_piece_is_seen():
    for before in range(_PIECE - 12, _PIECE + 2):
        text = "-" * before + "international gate"
        assert len(stretches(text)) == 1, before


def test_a_pattern_of_one_letter_leaves_all_words_in_question():
    assert stretches("say m or mm", ("m",)) == ["m"]


@pytest.mark.parametrize("sign", ["|", "?", ":", "й", "界", "\n", "~", "{", "'"])
def test_any_sign_or_letter_beyond_ascii_ends_a_word(sign):
    assert len(stretches(f"{sign}grey{sign}")) == len(stretches(f"{sign}ab{sign}")) == 1


@given(
    st.lists(
        st.sampled_from([*(p.removesuffix("*") for p in PATTERNS), "omani", "greys", "xab", "a", "é", "界", "|"]),
        max_size=12,
    ),
    st.lists(st.sampled_from(["", " ", "-", ", ", "7", "\n", "(", "é"]), min_size=12, max_size=12),
)
def test_no_pattern_between_words_is_lost(words, joints):
    text = "".join(word + joint for word, joint in zip(words, joints, strict=False))
    raw = text.encode()
    sieve = Sieve([p.removesuffix("*") for p in PATTERNS], open_ended=[p.endswith("*") for p in PATTERNS])
    held = sieve.stretches(raw)
    for start, end in between_words(text):
        assert any(low <= start and end <= high for low, high in held), (text, raw[start:end], held)
    assert all(low < high for low, high in held if raw)
    assert all(one[1] < other[0] for one, other in pairwise(held))
