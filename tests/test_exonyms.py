"""Names of places in other languages and scripts."""

from __future__ import annotations

import csv

import pytest

from corridors._data import geodata
from corridors.exonyms import exonyms
from corridors.fold import fold_name
from corridors.gazetteer import gazetteer
from corridors.inflections import russian_town
from corridors.lexicon import lexicon


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("warsaw", ["Warschau", "Varsovie", "Varsovia", "Varşova", "Варшаву", "华沙"]),
        ("rasht", ["Rascht", "Reşt", "Решта", "رشت", "拉什特"]),
        ("chennai", ["Ченнаи", "चेन्नई", "تشيناي", "金奈"]),
        ("djibouti", ["Dschibuti", "Джибути", "جيبوتي", "吉布提"]),
    ],
)
def test_a_place_has_names_in_other_languages(place: str, names: list[str]) -> None:
    assert {fold_name(name) for name in names} <= set(exonyms(place))


def test_an_unknown_place_has_none() -> None:
    assert exonyms("nowhere") == ()


def test_every_name_belongs_to_a_place() -> None:
    with geodata("endnames.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    hand = {key.partition(".")[2] for key in lexicon("endnames.toml").lists}
    known = gazetteer()
    assert [key for key in sorted(hand | {row["id"] for row in rows}) if key not in known] == []
    assert all(name == name.strip() and fold_name(name) for row in rows for name in row["names"].split("|"))
    assert len({(row["id"], row["script"]) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Ташкент", {"Ташкента", "Ташкенту", "Ташкентом", "Ташкенте"}),
        ("Варшава", {"Варшаву", "Варшавы", "Варшаве", "Варшавой"}),
        ("Шанхай", {"Шанхая", "Шанхаю", "Шанхаем", "Шанхае"}),
        ("Астрахань", {"Астрахани", "Астраханью"}),
        ("Аддис-Абеба", {"Аддис-Абебу", "Аддис-Абебы"}),
        ("Венеция", {"Венеции", "Венецию"}),
    ],
)
def test_russian_names_of_towns_take_their_cases(name: str, forms: set[str]) -> None:
    assert forms <= set(russian_town(name))


@pytest.mark.parametrize("name", ["Баку", "Токио", "Тбилиси"])
def test_other_russian_names_take_none(name: str) -> None:
    assert list(russian_town(name)) == []
