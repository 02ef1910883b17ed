"""Names of other languages written otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.fold import fold_name
from corridors.lexicon import lexicon
from corridors.renaming import ends, renamed


def test_the_name_itself_comes_first():
    assert next(renamed("couloir de Grisport", "fr")) == "couloir de grisport"


@pytest.mark.parametrize(
    ("text", "language", "form"),
    [
        ("couloir de Grisport", "fr", "corridor de Grisport"),
        ("corridor économique Grise-Brune", "fr", "corridor Grise-Brune"),
        ("Grau-Braun-Korridor", "de", "Grau-Braun-Wirtschaftskorridor"),
        ("corridor de Grisport", "fr", "corridor ferroviaire de Grisport"),
        ("Серый коридор", "ru", "Серый транспортный коридор"),
        ("железная дорога Китай — Бурия", "ru", "железная дорога КНР — Бурия"),
        ("भूरा कॉरिडोर", "hi", "भूरा ट्रेड कॉरिडोर"),
        ("灰国走廊", "zh", "灰国铁路走廊"),
        ("железная дорога Сер - Бур", "ru", "железнодорожная линия Сер - Бур"),
        ("транспортный коридор Сер - Бур", "ru", "транспортный коридор (МТК) Сер - Бур"),
        ("Gri-Kahve Ekonomik Koridoru", "tr", "Gri-Kahve Koridoru"),
        ("راه آهن خاک - باد", "fa", "راه‌آهن خاک - باد"),
        ("راه آهن خاک - باد", "fa", "خط آهن خاک - باد"),
        ("کریدور شمال-جنوب", "fa", "کریدور شمالی - جنوبی"),
        ("کریدور بین‌المللی خاک - باد", "fa", "کریدور بین المللی خاک - باد"),
        ("ممر شمال-جنوب", "ar", "ممر الشمال - الجنوب"),
        ("भूरा-काला आर्थिक गलियारा", "hi", "भूरा-काला इकोनॉमिक कॉरिडोर"),
        ("灰国经济走廊", "zh-Hans", "灰国走廊"),
        ("灰国经济走廊", "zh-Hans", "灰國經濟走廊"),
        ("灰國鐵路", "zh-Hant", "灰国铁路"),
    ],
)
def test_words_and_letters_put_for_each_other(text: str, language: str, form: str):
    assert fold_name(form) in set(renamed(text, language))


def test_shared_names_and_those_without_a_compound_lose_no_word():
    assert "gri kahve koridoru" not in set(renamed("Gri-Kahve Ekonomik Koridoru", "tr", shared=True))
    assert "grisport koridoru" not in set(renamed("Grisport Ekonomik Koridoru", "tr"))
    assert "灰国走廊" not in set(renamed("灰国经济走廊", "zh", shared=True))


def test_other_languages_have_no_rules():
    assert list(renamed("Korytarz Szary", "pl")) == ["korytarz szary"]
    assert ends("Korytarz Szary - Bury", "pl") is None


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("железная дорога Сер - Бур", "ru", ("сер", "бур")),
        ("железная дорога Мазари-Сер - Бур", "ru", ("мазари сер", "бур")),
        ("autoroute Grise-Brune", "fr", ("grise", "brune")),
        ("Grau-Braun-Korridor", "de", ("grau", "braun")),
        ("灰城—褐城铁路", "zh-Hans", ("灰城", "褐城")),
        ("راه‌آهن خاک - باد", "fa", ("خاك", "باد")),
    ],
)
def test_ends_are_what_words_of_kind_leave(text: str, language: str, parts: tuple[str, ...]):
    told = ends(text, language)
    assert told is not None
    assert told.parts == parts
    assert told.turned.split() == " ".join(reversed(parts)).split()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("коридор «Север — Юг»", "ru"),
        ("Серо-бурский коридор", "ru"),
        ("Серо-Бурская магистраль", "ru"),
        ("Grau-Korridor", "de"),
        ("Baltisch-Adriatischer Korridor", "de"),
        ("corridor gris-polonais", "fr"),
        ("ممر الشمال - الجنوب", "ar"),
    ],
)
def test_directions_adjectives_and_single_places_are_no_ends(text: str, language: str):
    assert ends(text, language) is None


@given(st.text(max_size=40), st.sampled_from(["fr", "de", "ru", "tr", "ar", "fa", "hi", "zh", "pl"]))
def test_any_text_gives_few_forms_and_itself(text: str, language: str):
    forms = list(renamed(text, language))
    assert forms[0] == fold_name(text)
    assert len(forms) == len(set(forms)) <= 80


def test_half_spaces_without_end_give_few_forms():
    assert len(list(renamed("\u200c".join("خاکبادآب"), "fa"))) <= 80


def test_characters_are_pairs_of_two():
    pairs = lexicon("renaming.toml").lists["characters.zh"]
    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in pairs)
    assert len({pair[0] for pair in pairs}) == len(pairs)
