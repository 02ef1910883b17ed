"""Russian names in their first case."""

from __future__ import annotations

import pytest

from corridors.inflected import nominative


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Олега Краснова", "Олег Краснов"),
        ("Сергея Краснова", "Сергей Краснов"),
        ("Игоря Краснова", "Игорь Краснов"),
        ("Марии Красновой", "Марии Красновой"),
        ("Ann Lee", "Ann Lee"),
    ],
)
def test_first_case(name, first):
    assert nominative("", name, 0) == first


def test_the_form_of_the_text_is_kept():
    text = "Олег Бельский пришёл. По словам Олега Бельска, путь открыт."
    assert nominative(text, "Олега Бельска", len(text)) == "Олег Бельский"


def test_the_fifth_case_of_a_name_is_led_back_too():
    assert nominative("", "Иваном Орловым", 0) == "Иван Орлов"
    assert nominative("", "Андреем Горским", 0) == "Андрей Горский"
    assert nominative("", "Максим", 0) == "Максим"
    assert nominative("", "Марией Орловой", 0) == "Марией Орловой"


def test_a_surname_alone_stays_as_the_text_has_it():
    assert nominative("По словам Орлова, порт растёт.", "Орлова", 10) == "Орлова"
    assert nominative("Орлов прибыл. По словам Орлова, порт растёт.", "Орлова", 24) == "Орлов"


def test_a_name_is_read_in_its_first_case_with_two_dots_or_without():
    assert nominative("Зелёнов: порт открыт. По словам Зеленова, грузы идут.", "Зеленова", 34) == "Зелёнов"
    assert (
        nominative("Олег Семёнов прибыл. По словам Олега Семенова, грузы идут.", "Олега Семенова", 30) == "Олег Семёнов"
    )
