"""The checks that every data file goes through."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors._validate import Table, is_iso_date, is_web_address, lookup_key, nearest


def table(values: dict[str, object]) -> tuple[Table, list[str]]:
    problems: list[str] = []
    return Table(values, "f.toml", "top", problems), problems


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("North–South I.T.C.", "north south itc"),
        ("St. Petersburg", "ST PETERSBURG"),
        ("Gyzylgaýa", "gyzylgaya"),
        ("Ümit Burnu rotası", "ÜMIT BURNU ROTASI"),
        ("МТК «Север — Юг»", "мтк север-юг"),
    ],
)
def test_the_key_forgives(one, two):
    assert lookup_key(one) == lookup_key(two)


def test_the_key_keeps_the_vowel_signs_of_other_scripts():
    assert lookup_key("मार्ग") != lookup_key("मरग")


@given(st.text())
def test_the_key_of_a_key_is_itself(text):
    assert lookup_key(lookup_key(text)) == lookup_key(text)


def test_nearest_gives_the_best_first_and_few():
    options = ["Murmansk", "Arkhangelsk", "Astrakhan", "Astara (Iran)", "Astara (Azerbaijan)"]
    assert nearest("murmansq", options) == ("Murmansk",)
    assert {"Astara (Iran)", "Astara (Azerbaijan)"} <= set(nearest("astara", options))
    assert nearest("", options) == ()
    assert len(nearest("a", options * 3, limit=1)) <= 1


@pytest.mark.parametrize("text", ["2024", "2024-02", "2024-02-29", "1999-12-31"])
def test_dates_of_the_calendar_are_taken(text):
    assert is_iso_date(text)


@pytest.mark.parametrize("text", ["", "24", "2023-02-29", "2024-13", "2024-00", "2024-2-9", "2024-02-29T10:00", "0000"])
def test_other_dates_are_not(text):
    assert not is_iso_date(text)


@pytest.mark.parametrize("text", ["http://a.b", "https://пример.рф/x?y=1&z=%20"])
def test_web_addresses_are_taken(text):
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text", ["", "a.b", "ftp://a.b", "javascript:alert(1)", "http://", "https://a b.c", "http://[", "//a.b"]
)
def test_other_addresses_are_not(text):
    assert not is_web_address(text)


def test_values_are_given_back_and_asked_keys_are_known():
    top, problems = table({"t": "x", "n": 1, "w": 3, "b": True, "l": ["p", "q"], "c": "red"})
    assert (top.text("t", required=True), top.number("n"), top.whole("w", high=9), top.flag("b")) == ("x", 1.0, 3, True)
    assert (top.texts("l"), top.choice("c", ["red", "blue"])) == (("p", "q"), "red")
    assert (top.text("none"), top.number("none"), top.texts("none"), top.flag("none")) == ("", None, (), False)
    top.finish()
    assert problems == []


def test_faults_carry_file_path_value_and_what_is_accepted():
    top, problems = table({"t": 5, "n": "1", "b": "yes", "l": ["p", ""], "c": "green", "extra": 1, "s": " x "})
    top.text("t"), top.number("n"), top.flag("b"), top.texts("l"), top.choice("c", ["red", "blue"]), top.text("s")
    top.text("r", required=True)
    top.finish()
    assert problems == [
        "f.toml: top.t: 5 is not a text",
        "f.toml: top.n: '1' is not a finite number",
        "f.toml: top.b: 'yes' is not accepted; true or false",
        "f.toml: top.l[2]: '' is not accepted; a text is required",
        "f.toml: top.c: 'green' is not accepted; one of red, blue",
        "f.toml: top.s: ' x ' has blanks at its ends; write it without",
        "f.toml: top.r: missing; the key is required",
        "f.toml: top.extra: is not a known key; one of b, c, l, n, r, s, t",
    ]


def test_entries_of_a_list_are_named_by_id_or_counted_from_one():
    top, problems = table({"x": [{"id": "first"}, {"a": 1}, 7]})
    for entry in top.tables("x"):
        entry.report("a", "bad")
    assert problems == ["f.toml: top.x[first].a: bad", "f.toml: top.x[2].a: bad", "f.toml: top.x[3]: 7 is not a table"]


def test_a_shape_is_asked_of_the_whole_text():
    top, problems = table({"a": "abc", "b": "abc!"})
    for key in "ab":
        top.text(key, shape=re.compile("[a-z]+"), accepted="letters")
    assert problems == ["f.toml: top.b: 'abc!' is not accepted; letters"]
