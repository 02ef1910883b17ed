"""The word lists and how they are read."""

from __future__ import annotations

import re

import pytest

from corridors import lexicon as module
from corridors._errors import DataError
from corridors.lexicon import lexicon


def test_lists_hold_words_without_blanks_at_their_ends():
    for key, words in lexicon().lists.items():
        assert words, key
        assert all(word == word.strip() for word in words), key


@pytest.mark.parametrize("key", ["speech.verbs", "people.offices", "routes.heads", "routes.transport", "people.titles"])
def test_lists_that_are_looked_up_are_in_lower_case(key):
    assert all(word == word.lower() for word in lexicon().words(key))


def test_pattern_takes_the_longest_word_and_any_white_space():
    pattern = re.compile(lexicon().pattern("routes.heads"))
    assert pattern.match("sea\n lane")[0] == "sea\n lane"
    assert pattern.match("sealink")[0] == "sealink"


def test_missing_list_is_named():
    with pytest.raises(DataError, match="'speech\\.nonsense' is missing"):
        lexicon().words("speech.nonsense")


@pytest.mark.parametrize(
    ("text", "words"),
    [("[a]\nb = 5", "a.b is no list of words"), ("[a]\nb = ['']", "a.b is no list of words"), ("[a", "Expected")],
)
def test_broken_file_is_refused(tmp_path, monkeypatch, text, words):
    (tmp_path / "lexicon.toml").write_text(text)
    monkeypatch.setattr(module, "geodata", lambda name: tmp_path / name)
    lexicon.cache_clear()
    try:
        with pytest.raises(DataError, match=words):
            lexicon()
    finally:
        monkeypatch.undo()
        lexicon.cache_clear()
