"""One document a line; bad lines are told of by their number."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.jsonlines import lines


def only(text: str):
    (line,) = lines(text)
    return line


def test_a_line_gives_text_and_what_is_known_of_it():
    record = {"text": "The\nINSTC.", "title": "T", "date": "2023-12-27T10:00:00Z", "url": "https://example.org/1"}
    line = only(json.dumps(record | {"other": [1], "publisher": None}))
    assert (line.number, line.text, line.problem, line.remarks) == (1, "The\nINSTC.", "", ())
    assert line.values == {"title": "T", "date": "2023-12-27", "url": "https://example.org/1"}


def test_lines_are_counted_as_in_the_file():
    found = list(lines('\ufeff\n{"text": "a"}\r\n\n  \n{"text": "b\u2028c"}'))
    assert [(line.number, line.text) for line in found] == [(2, "a"), (5, "b\u2028c")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is no JSON (Expecting property name"),
        ("text", "is no JSON (Expecting value at column 1)"),
        ("[1]", "is no object but list"),
        ('{"title": "x"}', "has no string under 'text'"),
        ('{"text": 5}', "has no string under 'text'"),
        ('{"text": " \\n"}', "has an empty 'text'"),
        ('{"a": ' * 100_000, "holds a number too long or lists too deep"),
        ('{"a": ' + "9" * 10_000 + "}", "holds a number too long or lists too deep"),
    ],
)
def test_a_bad_line_says_what_is_wrong(text, words):
    assert only(text).problem.startswith(words)


def test_unusable_values_are_left_out_and_told_of():
    line = only('{"text": "x", "date": "yesterday", "url": "ftp://x", "title": {"a": 1}, "language": "en"}')
    assert line.values == {"language": "en"}
    assert len(line.remarks) == 3


def test_lines_beyond_the_limit_are_told_of_once():
    found = list(lines('{"text": "a"}\n' * 5, limit=3))
    assert [line.text for line in found] == ["a", "a", "a", ""]
    assert found[-1].problem == "is beyond the 3 lines that are read; split the file."


@given(st.text())
def test_any_text_gives_lines_with_a_text_or_a_problem(text):
    for line in lines(text):
        assert bool(line.text) != bool(line.problem)


@given(
    st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.dictionaries(st.text(), inner))
)
def test_any_record_gives_a_text_or_a_problem(record):
    for value in (record, {"text": record}, {"text": "x", "date": record, "url": record}):
        line = only(json.dumps(value))
        assert bool(line.text) != bool(line.problem)
        assert set(line.values) <= {"title", "publisher", "date", "url", "language", "note"}
