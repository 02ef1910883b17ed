"""Word boundaries and case, script by script."""

from __future__ import annotations

import pytest

from corridors.scripts import has_no_spaces, is_bounded, same_case, title_case


def bounded(text: str, name: str) -> bool:
    start = text.index(name)
    return is_bounded(text, start, start + len(name))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a NSR b", True), ("(NSR)", True), ("aNSR", False), ("NSRb", False), ("NSR\u0301", False), ("1NSR", False)],
)
def test_latin_words(text, expected):
    assert bounded(text, "NSR") is expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("在北方航道上", "北方航道"),
        ("在CPEC框架下", "CPEC"),
        ("「CPEC」", "CPEC"),
        ("북극항로를", "북극항로"),
        ("เส้นทางNSRใหม่", "NSR"),
    ],
)
def test_scripts_without_spaces_have_no_boundaries(text, name):
    assert bounded(text, name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وممر السلام", True),
        ("بالممر", True),
        ("والممر", True),
        ("للممر", True),
        ("قممر", False),
        ("ممرات", False),
    ],
)
def test_arabic_particles_are_written_with_the_word_behind_them(text, expected):
    assert bounded(text, "ممر") is expected


@pytest.mark.parametrize(
    ("exact", "name", "same"),
    [
        ("NSR", "NSR", True),
        ("nsr", "NSR", False),
        ("ＮＳＲ", "NSR", True),
        ("N-S\u00adR", "NSR", True),
        ("Nsr", "NSR", False),
    ],
)
def test_case_of_abbreviations(exact, name, same):
    assert same_case(exact, name) is same


def test_abbreviations_written_like_words():
    assert title_case("Lapsset", "LAPSSET")
    assert not title_case("lapsset", "LAPSSET")
    assert not title_case("Carec 1", "CAREC 1")


def test_signs_of_scripts_without_spaces():
    assert [has_no_spaces(sign) for sign in "走ไ국カaдم"] == [True, True, True, True, False, False, False]
