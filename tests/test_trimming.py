"""Generic words around names that stand by themselves."""

from __future__ import annotations

import pytest

from corridors.mentions import find


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Freight waits for the GCC railway project in the Gulf.", "GCC railway"),
        ("The bridge belongs to the Via Carpatia road connection in Poland.", "Via Carpatia"),
        ("Poland finished a piece of the Via Carpatia route.", "Via Carpatia"),
        ("Barges on the Rhine-Danube waterway carry grain to Constanta.", "Rhine-Danube"),
        ("Containers went by the Middle Corridor route to Baku.", "Middle Corridor"),
        ("The Chabahar-Zahedan railway link opens to freight in spring.", "Chabahar-Zahedan railway"),
        ("共建“一带一路”倡议提出已有十年。", "一带一路"),
        ("В Баку обсудили проект «Север – Юг»: грузы пойдут из Ирана.", "Север – Юг"),
        ("О проекте «Север – Юг» говорили в Баку: грузы пойдут из Ирана.", "Север – Юг"),
        ("Kalkınma Yolu Projesi, Irak ile Türkiye arasında yük taşıyacak.", "Kalkınma Yolu"),
        ("مشروع طريق التنمية ينقل البضائع من العراق إلى تركيا.", "طريق التنمية"),
    ],
)
def test_generic_words_are_no_part_of_a_name(text, name):
    (mention,) = find(text)
    assert mention.exact == name
    assert text[mention.start : mention.end] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("India pays for the Kaladan Project in Myanmar.", "Kaladan Project"),
        ("The Belt and Road Initiative is ten years old.", "Belt and Road Initiative"),
        ("Kabul waits for the Trans-Afghan rail link to Peshawar.", "Trans-Afghan rail link"),
        ("Kabul joined the Trans-Afghan rail connectivity project.", "Trans-Afghan rail"),
        ("Freight on the Trans-Siberian Railway rose.", "Trans-Siberian Railway"),
        ("Cargo on the Northern Sea Route rose.", "Northern Sea Route"),
        ("Armenia borrows for the North-South road to Iran.", "North-South road"),
        ("Trucks use the Chabahar route to Afghanistan.", "Chabahar route"),
    ],
)
def test_nouns_that_belong_to_a_name_stay(text, name):
    assert name in [mention.exact for mention in find(text)]


def test_apostrophe_inside_a_word_closes_no_quotation():
    text = "They call it the 'Chicken's Neck' of India, and goods for Assam go through the Siliguri Corridor."
    assert "Chicken's Neck" in [mention.exact for mention in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ethio-Djibouti Railway Company carried cars for the first time.",
        "Dedicated Freight Corridor Corporation of India Limited pays for the wagons.",
    ],
)
def test_companies_called_after_a_corridor_are_none(text):
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "corridor"),
    [
        (
            "Saudi Arabia talks to start the Landbridge project between Jeddah and Riyadh.",
            "saudi-landbridge",
        ),
        ("Thailand wants the Land Bridge to carry cargo through Ranong.", "thai-land-bridge"),
    ],
)
def test_one_name_of_two_corridors_follows_the_places_beside_it(text, corridor):
    assert [mention.corridor for mention in find(text)] == [corridor]


def test_a_railway_that_has_rail_in_its_name_needs_no_second_noun():
    assert [m.exact for m in find("The Rail Baltica railroad project needs money.")] == ["Rail Baltica"]
    assert [m.exact for m in find("The Trans-Siberian railroad needs money.")] == ["Trans-Siberian railroad"]


def test_quotation_marks_show_where_a_name_ends():
    assert [m.exact for m in find("the official “Trans-Siberian” main line route")] == ["Trans-Siberian"]
    text = "Russia and Iran send freight from India by the “North-South” Corridor."
    assert [m.exact for m in find(text)] == ["“North-South” Corridor"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("India may join the “One Belt, One Road” initiative, he said.", "One Belt, One Road"),
        ("Armenia and Azerbaijan want goods on the TRIPP route.", "TRIPP route"),
        ("India and Iran want goods on the INSTC route.", "INSTC"),
    ],
)
def test_quotation_marks_close_a_name_and_letters_keep_their_own_noun(text, name):
    assert [m.exact for m in find(text)] == [name]
