"""Names in texts of other languages: inflected, respelled and abbreviated ones, and what only looks like one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from corridors import find

_LANGUAGES = tomllib.loads((Path(__file__).parent / "data" / "languages.toml").read_text(encoding="utf-8"))
_FOUND = [(text, tuple(want)) for rows in _LANGUAGES.values() for text, *want in rows["found"]]
_NONE = [text for rows in _LANGUAGES.values() for text in rows["none"]]


@pytest.mark.parametrize(("text", "corridors"), _FOUND)
def test_names_are_found_in_the_forms_a_language_gives_them(text: str, corridors: tuple[str, ...]):
    mentions = find(text)
    assert tuple(mention.corridor for mention in mentions) == corridors
    assert all(text[mention.start : mention.end] == mention.exact for mention in mentions)


@pytest.mark.parametrize("text", _NONE)
def test_look_alikes_are_left_alone(text: str):
    assert [mention.exact for mention in find(text) if mention.corridor] == []


def test_letters_said_to_mean_something_else_do_so_for_the_rest_of_the_sentence():
    text = (
        "Грузы идут по Северному морскому пути (СМП). "
        "Бригада СМП (скорой медицинской помощи) приняла больного; машина СМП № 2 в ремонте."
    )
    assert [m.exact for m in find(text)] == ["Северному морскому пути", "СМП"]


def test_an_abbreviation_with_one_capital_is_read_behind_or():
    text = "Le corridor économique Inde-Moyen-Orient-Europe, ou Imec, avance. Le projet Imec plaît à Marseille."
    assert [m.exact for m in find(text)][1:] == ["Imec", "Imec"]


def test_two_ends_of_a_foreign_name_are_found_without_its_noun():
    text = "طرح ریلی رشت-آستارا به کریدور شمال-جنوب می‌پیوندد و بار روسیه را به بندر می‌رساند."
    assert [m.exact for m in find(text)] == ["رشت-آستارا", "کریدور شمال-جنوب"]
