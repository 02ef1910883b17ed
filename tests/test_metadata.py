"""Values that are known of a document are checked; a sidecar file gives some."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.metadata import KEYS, checked, is_date, is_web_address, read_sidecar


def test_usable_values_are_kept_and_the_others_told_of():
    found = checked({"title": " T ", "date": "2023-13-01", "url": "http://example.org", "language": "", "other": 1})
    assert found.values == {"title": "T", "url": "http://example.org"}
    assert found.problems == ("date = '2023-13-01' is no date; write YYYY, YYYY-MM or YYYY-MM-DD",)


def test_a_long_value_is_told_of_in_short():
    (problem,) = checked({"url": "x" * 10_000}).problems
    assert len(problem) < 200


@pytest.mark.parametrize("text", ["2023", "2023-02", "2024-02-29"])
def test_dates_as_exact_as_known(text):
    assert is_date(text)


@pytest.mark.parametrize("text", ["2023-02-29", "٢٠٢٣", "23", "2023-1-1", "0000", "2023-02-01T00:00"])
def test_what_is_no_date(text):
    assert not is_date(text)


@pytest.mark.parametrize("text", ["javascript:alert(1)", "https://", "http://[", "http://a b", "//example.org"])
def test_what_is_no_web_address(text):
    assert not is_web_address(text)


def test_an_unreadable_sidecar_is_told_of(tmp_path):
    (tmp_path / "a.toml").write_bytes(b"\xff")
    (tmp_path / "b.toml").write_text("a = " + "[" * 10_000, encoding="utf-8")
    for name in ("a.toml", "b.toml", "none.toml"):
        found = read_sidecar(tmp_path / name)
        assert found.values == {}
        assert "is no readable TOML" in found.problems[0]


@given(st.dictionaries(st.sampled_from(KEYS), st.text() | st.integers() | st.none() | st.lists(st.text())))
def test_every_value_is_kept_or_told_of_or_empty(record):
    found = checked(record)
    assert all(value and value == value.strip() for value in found.values.values())
    given_values = [
        value for value in record.values() if value is not None and not (isinstance(value, str) and not value.strip())
    ]
    assert len(found.values) + len(found.problems) == len(given_values)
