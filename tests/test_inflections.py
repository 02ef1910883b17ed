"""Endings of names in running text."""

from __future__ import annotations

import pytest

from corridors.fold import fold_name
from corridors.inflections import abbreviation_endings, inflected


@pytest.mark.parametrize(
    ("name", "language", "form"),
    [
        ("Северный морской путь", "ru", "Северного морского пути"),
        ("Северный морской путь", "ru", "Северным морским путём"),
        ("Средний коридор", "ru", "Среднему коридору"),
        ("Транссибирская магистраль", "ru", "Транссибирскую магистраль"),
        ("железная дорога Решт — Астара", "ru", "железной дороге Решт — Астара"),
        ("Транссиб", "ru", "Транссибом"),
        ("Nördlicher Seeweg", "de", "Nördlichen Seewegs"),
        ("Mittlerer Korridor", "de-AT", "Mittleren Korridor"),
        ("Graue Straße des 21. Jahrhunderts", "de", "Grauen Straße des 21. Jahrhunderts"),
        ("Orta Koridor", "tr", "Orta Koridoru"),
        ("Orta Koridor", "tr", "Orta Koridordan"),
        ("Gri Koridoru", "tr", "Gri Koridorunda"),
        ("Gri Koridoru", "tr", "Gri Koridorlarını"),
        ("Gri Hattı", "tr", "Gri Hattının"),
        ("Gri Rota", "tr", "Gri Rotaya"),
        ("Boz dəhlizi", "az", "Boz dəhlizinin"),
        ("Севморпуть", "ru", "Севморпути"),
        ("Севморпуть", "ru", "Севморпутём"),
        ("Транссибирская магистраль", "ru", "Транссибирская магистрали"),
        ("Транссибирская магистраль", "ru", "Транссибирской магистралей"),
        ("الممر الأوسط", "ar", "للممر الأوسط"),
    ],
)
def test_forms(name, language, form):
    assert fold_name(form) in set(inflected(fold_name(name), language))


def test_german_nouns_of_the_feminine_take_no_genitive():
    assert "transgraue bahns" not in set(inflected("transgraue bahn", "de"))


def test_hindi_noun_drops_its_vowel_sign():
    (form,) = inflected("गलियारा", "hi")
    assert "गलियारे".startswith(form)


@pytest.mark.parametrize(("name", "language"), [("grey gate", "en"), ("путь", "uk"), ("", "ru"), ("и", "ru")])
def test_languages_without_rules_and_words_without_endings_have_no_forms(name, language):
    assert list(inflected(name, language)) == []


def test_the_name_itself_is_not_repeated():
    assert "средний коридор" not in set(inflected("среднии коридор", "ru"))


def test_russian_abbreviations_in_a_consonant_take_endings():
    assert "е" in abbreviation_endings("БАМ", "ru")
    assert abbreviation_endings("ТРАСЕКА", "ru") == abbreviation_endings("BAM", "en") == ()
