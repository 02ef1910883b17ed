"""In which sense a corridor is meant, told by the words around it."""

from __future__ import annotations

import re

import pytest

from corridors.fold import fold_name
from corridors.lexicon import lexicon
from corridors.mentions import find
from corridors.senses import (
    acting_behind,
    called_before,
    made,
    person_before,
    person_behind,
    sense,
    venue_behind,
    word_set,
    work_behind,
)

WORD = re.compile(r"[^\W\d_]+")


def counted(text: str, language: str = "english") -> tuple[int, int, int]:
    folded = fold_name(text)
    told = sense(set(WORD.findall(folded)), (folded,), language)
    return told.goods, told.others, told.rooms


def test_whole_words_beginnings_phrases_and_scripts_without_spaces():
    words = made(["ward", "palat*", "food court", "三楼"])
    assert words.among({"ward", "wards", "palata", "pala"}) == {"ward", "palata"}
    assert words.count({"food", "court"}, ("the food court",)) == 1
    assert words.count(set(), ("医院三楼的",)) == 1


def test_words_of_goods_rooms_and_other_things():
    assert counted("cargo ships wait at the quay") == (3, 0, 0)
    assert counted("the ward on the second floor") == (0, 2, 2)
    assert counted("груз в порту") == (2, 0, 0)


def test_latin_words_count_in_their_own_language_only():
    assert counted("rolling stock")[2] == 0
    assert counted("im zweiten stock", "german")[2] == 1


def test_words_are_written_folded_or_fold_to_something():
    for words in lexicon("senses.toml").lists.values():
        assert len(set(words)) == len(words)
        assert all(fold_name(word.removesuffix("*")) and word == word.lower() for word in words)


def test_sections_are_known():
    sections = {key.split(".")[0] for key in lexicon("senses.toml").lists}
    assert sections == {
        "bodies_beside", "campaigns", "players", "quoted", "subtitles", "smuggled", "titled", "voyages", "ways_do",
        "works_abroad", "goods", "others", "works", "works_named", "rooms", "called", "callable", "dedicated", "venues",
        "apart", "named_on", "named_on_noun", "plights", "acts", "followers", "uses", "wild", "air", "sport",
        "stretches", "firms", "houses", "persons_before", "persons_behind", "meaning", "named_last", "made", "bygone",
        "today", "afloat", "bodies_on", "companies", "events_on", "vessels",
        "bodies_abroad", "caravans", "firms_small", "flown", "urban", "pastimes", "verbs_alike",
        "roads_on", "silk", "pacts",
    }  # fmt: skip
    assert all(word_set(section).whole or word_set(section).inner for section in sections)


def test_deeds_of_people_behind_an_abbreviation():
    assert acting_behind().match(" had called a stay-away")
    assert acting_behind().match(" leader spoke")
    assert not acting_behind().match(" is called the shortest way")
    assert not acting_behind().match(" carried coal")


def test_what_stands_right_beside_a_name():
    assert called_before().search("she sailed on the steamer ")
    assert called_before().search("the museum of the ")
    assert called_before().search("a street called ")
    assert not called_before().search("they filmed the ")
    assert venue_behind().match(" street is long")
    assert venue_behind().match(" outfitters sell kayaks")
    assert venue_behind().match(" football cup")
    assert not venue_behind().match(" streets ahead")
    assert work_behind().match(", the 1940 film with")
    assert work_behind().match(" is the fourth album by")
    assert not work_behind().match(" is the shortest way")
    assert not work_behind().match(" is the single most important way")
    assert person_before().search("old mr. ")
    assert person_behind().match(" family moved")


@pytest.mark.parametrize(
    "text",
    [
        "The shopping mall has three arcades: shoes are in the Middle Corridor, toys in the Northern Corridor.",
        "Pupils lined up in the Central Corridor for lunch.",
        "医院三楼的中间走廊正在粉刷,病人请走东侧楼梯。",
        "В школе моют средний коридор: ученики бегут на второй этаж.",
        "Hastanede orta koridor boyanıyor; hastalar ikinci katta bekliyor.",
        "Dans l’école, le corridor Nord-Sud du deuxième étage est fermé et les élèves attendent dans la cour.",
        "Im Krankenhaus wird der mittlere Korridor im zweiten Stock gestrichen, und die Patienten warten.",
        "En el hospital pintaron el corredor central del tercer piso, y los pacientes esperan en la sala.",
        "Air traffic controllers said the Middle Corridor of airspace over the Caspian takes 200 flights a day.",
        "The shop is at 14 Development Road, opposite the pharmacy.",
        "The council’s plan puts 4,000 homes in the Northern Corridor, between the stadium and Moss Lane.",
        "As an encore somebody’s cousin sang “Northwest Passage” in the car park.",
        "Northwest Passage is the fourth album by a Canadian singer. Critics wrote that with Northwest Passage he won.",
        "They showed Spencer Tracy in Northwest Passage (1940).",
        "Room 412, East Corridor, 962 Krung Kasem Road.",
        "The bowler sent down a Trans-Siberian of a spell.",
        "Anyone staying at the Northern Corridor Inn?",
        "The Mahananda–Kolabari corridor is for elephants.",
        "Middle Corridor Logistics LLP of Almaty bought forty wagons.",
        "The director of IMEC srl, a firm from India, shipped freight to Europe.",
        "The port magazine of the Walvis Bay Corridor Group appears four times a year.",
        "Nobody knows who put the piano in the North–South Corridor of the ministry in Yerevan.",
        "The 9:12 to Northern Corridor station was late.",
        "The documentary Polar Silk Road was shown in Leipzig.",
        "Музей БАМа откроется после ремонта.",
        "On Wednesday the LAPSSET Police Station was handed over to the agencies on the corridor.",
        "Runners of the LAPSSET Half Marathon start at six.",
        "The first train “Northern Sea Route Express No. 1” left for the port of Arkhangelsk with containers.",
        "The lighter carrier Sevmorput is at Murmansk.",
        "A data cable called “Polar Route” is to join Tokyo and Helsinki.",
        "Via Baltica is a fishing schooner.",
        "The Benguela line of cosmetics sells well in the port.",
        "He listed insecurity from Lamu to Garissa among the causes that keep transporters away.",
        "Floods hit villages from Mombasa to Kampala.",
        "Northeast Passage founder Jill Gravink spoke of sled hockey. Please call the Northeast Passage office.",
        "He sang his father’s hauntingly beautiful Canadian classic, The Northwest Passage.",
        "The Meghri corridor for leopards joins two parks; camera traps caught two animals.",
        "Copa dropped the Panama route: its Boeing jets fly elsewhere.",
        "The Lachin corridor of the hospital is being painted.",
        "Via Baltica UAB of Kaunas makes furniture.",
        "House prices from Melbourne to Brisbane fell.",
        "Power lines between Rasht and Astara were cut by snow.",
        "Zim told the SEC that its ships wait; the SEC asked the container line for freight rates.",
        "Mr TRIPP of Ohio sold insurance. The TRIPP family had owned the firm.",
        "A consortium, known as Lobito Atlantic Railway, bids for the trains.",
        "The Panama Canal Railway offers a dome car.",
        "Researchers at IMEC in Leuven showed a transistor. The laboratory works with firms from Taiwan.",
    ],
)
def test_other_senses_are_left_alone(text):
    assert [m.exact for m in find(text) if m.corridor] == []


@pytest.mark.parametrize(
    ("text", "corridor"),
    [
        ("Tourists may ride the Trans-Siberian Railway again, and the hotel reopens in May.", "trans-siberian-railway"),
        (
            "The school in Lunga-Lunga stands beside the Northern Corridor; pupils cross between lorries for Uganda.",
            "northern-corridor-africa",
        ),
        ("The blockade of the Lachin corridor left patients in the hospital without medicine.", "lachin-corridor"),
        ("CPEC came up when the Chinese ambassador visited the hospital in Gwadar, Pakistan.", "cpec"),
        ("We also look at the Chennai-Bladivostok corridor.", "chennai-vladivostok"),
        ("Kenya plans the Lamu Port-South Sudan-Ethiopia Transport (Lapsset) corridor.", "lapsset"),
        (
            "Ports at Aktau and Baku are full of containers. There is room for improvement on the Middle Corridor, the "
            "president said. Freight grew.",
            "middle-corridor",
        ),
        ("Saudi Arabia wants a railway linking the Red Sea to the Arabian Gulf.", "saudi-landbridge"),
        ("Lamu’s share in the Lamu Port and Lamu-Southern Sudan-Ethiopia Transport project is small.", "lapsset"),
        ("Cattle lorries use the Trans Kalahari Economic Development Corridor.", "trans-kalahari-corridor"),
        ("Baku spoke for the Trans-Caspian East-West Corridor.", "middle-corridor"),
        ("India and Iran signed for the North - South multimodal transport corridor.", "instc"),
        ("The liner chose the route of the Cape of Good Hope.", "cape-route"),
        ("They met.\nThe Polar Route came up.", "northern-sea-route"),
        ("Le Rwanda préfère le corridor central par Dar es Salaam.", "central-corridor-africa"),
        ("China baut an der »Neuen Seidenstraße«.", "belt-and-road"),
        ("Für den Mittleren Korridor durch Kasachstan fehlen Züge.", "middle-corridor"),
        ("Средний коридор через Казахстан принял больше контейнеров.", "middle-corridor"),
    ],
)
def test_words_of_other_senses_do_not_outweigh_goods_and_places(text, corridor):
    assert [m.corridor for m in find(text)] == [corridor]


@pytest.mark.parametrize(
    "text",
    [
        "The Northwest Passage\n\nOn stage this Friday\n\nThe four play folk and sing of love, with haunting lyrics.",
        "NORTHWEST PASSAGE (1938) 120m\n\nThe novel is better than this film, says our critic. The director came late."
        "\n\nThe colours of Northwest Passage are a marvel.",
    ],
)
def test_a_heading_and_a_year_in_a_text_about_art_name_a_work(text):
    assert find(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Northwest Passage\n\nTwo cargo ships sailed it in summer, and a film crew sang songs aboard.",
        "Northwest Passage (2021)\n\nIce let freight through. More vessels sailed the Northwest Passage.",
    ],
)
def test_a_heading_over_a_text_about_ships_names_a_corridor(text):
    assert "northwest-passage" in [m.corridor for m in find(text)]


def test_a_website_is_named_after_a_corridor():
    assert venue_behind().match("网 来源")
    assert venue_behind().match("官网")
    assert not venue_behind().match("网络")


def test_letters_that_sign_papers_are_a_body():
    assert acting_behind().match(" and india signed")
    assert acting_behind().match(" lends")
    assert not acting_behind().match(" and india trade")
    assert not find("The DFC and India signed an agreement on ports in Sri Lanka.")


def test_trade_by_caravans_is_of_ages_past():
    assert not find("Timbuktu grew rich on the trans-Saharan trade routes.")
    assert [m.corridor for m in find("Algeria has tarred the trans-Saharan route to Niger for its trucks.")] == [
        "trans-saharan-highway"
    ]
