"""Other ways of writing a listed name."""

from __future__ import annotations

import pytest

from corridors.model import Kind, Name, Place
from corridors.variants import is_bounded, place_names, same_case, variants


def forms(text: str, kind: Kind = Kind.NAME, language: str = "en", *, stem: bool = False) -> list[str]:
    return [v.folded for v in variants(Name(text, kind, language)) if v.stem is stem]


def test_name_comes_first_without_its_article():
    assert forms("The Grey Gate")[0] == "grey gate"
    assert [v.kind for v in variants(Name("The Grey Gate", Kind.NAME))] == [Kind.NAME]


def test_word_orders_of_a_name_with_a_compound():
    found = forms("Great East-West Trade Corridor")
    assert "east west great trade corridor" in found
    assert "great trade corridor east west" in found
    assert len(set(found)) == 1 + 6 - 1 + 2


def test_names_without_a_compound_keep_their_order():
    assert forms("Great Bay Trade Route") == ["great bay trade route"]


def test_stem_lacks_the_last_noun():
    assert forms("Great Bay Route", stem=True) == ["great bay"]
    assert forms("Bay Route", stem=True) == []
    assert forms("Great Bay Agreement", stem=True) == []


def test_abbreviation_stands_as_it_is():
    assert forms("GBR", Kind.ABBREVIATION) == ["gbr"]


def test_russian_cases():
    assert forms("Северный морской путь", language="ru") == [
        "северныи морскои путь",
        "северного морского пути",
        "северному морскому пути",
        "северным морским путем",
        "северном морском пути",
    ]


@pytest.mark.parametrize(
    ("text", "bounded"),
    [("a NSR b", True), ("(NSR)", True), ("aNSR", False), ("NSRb", False), ("NSR\u0301", False), ("1NSR", False)],
)
def test_word_boundaries(text, bounded):
    start = text.index("NSR")
    assert is_bounded(text, start, start + 3) is bounded


def test_scripts_without_spaces_have_no_boundaries():
    assert is_bounded("在北方航道上", 1, 5)


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


def test_names_of_a_place():
    assert place_names(Place("x", "Bandar Abbas (Shahid Rajaee)", "port", "IRN", 0, 0)) == ("bandar abbas",)
    assert place_names(Place("x", "Mumbai / Nhava Sheva", "port", "IND", 0, 0)) == ("mumbai", "nhava sheva")
