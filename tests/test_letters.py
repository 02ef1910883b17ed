"""Letters levelled one by one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.fold import fold_name
from corridors.letters import letter_key, letter_runs

# A folded text writes letters that occur in no name, such as those of phonetic script, as one sign.
LETTERS = [c for c in map(chr, range(0x41, 0x0700)) if fold_name(c).isalpha()]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Port-au-Prince", "portauprince"),
        ("Xi’an", "xian"),
        ("ŁÓDŹ", "lodz"),
        ("Sankt-Peterburg", "sanktpeterburg"),
        ("Архангельск", "архангельск"),
        ("بندرعبــاس", "بندرعباس"),
        ("آستارا", "استارا"),
        ("کراچی", "كراچي"),
        ("Lærdal", "laerdal"),
        ("İstanbul", "istanbul"),
        (" . ", ""),
    ],
)
def test_case_accents_spaces_and_variants_do_not_matter(text, key):
    assert letter_key(text) == key


@given(st.text(st.sampled_from(LETTERS), max_size=20))
def test_a_folded_name_has_the_same_key(text):
    assert letter_key(fold_name(text)) == letter_key(text)
    assert letter_key(letter_key(text)) == letter_key(text)


@given(st.text())
def test_runs_of_letters_hold_neither_digits_nor_signs(text):
    assert letter_runs(text) == re.findall(r"[^\W\d_]+", text)
    plain = text.encode("ascii", "ignore").decode()
    assert letter_runs(plain) == re.findall("[A-Za-z]+", plain)
