"""Which abbreviations of a text stand for a corridor."""

from __future__ import annotations

import pytest
from catalogues import PLACES, corridor, name, two

from corridors.catalogues import catalogue
from corridors.mentions import Finder, find
from corridors.model import Kind

KNOWN = two() | {
    "own": corridor("own", name("Grey Gate Corridor", Kind.NAME), name("GGC", Kind.ABBREVIATION), parties=("KEN",)),
}


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder(KNOWN, places=PLACES)


def short(finder: Finder, text: str) -> list[str]:
    return [m.exact for m in finder.find(text) if m.kind is Kind.ABBREVIATION]


def test_abbreviation_in_brackets_beside_its_name_is_known_from_there_on(finder):
    text = "The Grey Gate Corridor (GGC) is old. Investors and lenders met. A school for the GGC was built."
    assert short(finder, text) == ["GGC", "GGC"]


def test_initials_of_a_name_in_the_text_bear_more_than_other_abbreviations_do(finder):
    assert short(finder, "Lorries use the Grey Gate Corridor. The school of economics likes the GGC.") == ["GGC"]


@pytest.mark.parametrize(
    "text",
    [
        "The Grey Gate Corridor is old. The letters GGC also stand for trams.",
        "The Grey Gate Corridor is old. Mr GGC is old too.",
        "The Grey Gate Corridor is old. We slept at the GGC-Hotel.",
        "The Grey Gate Corridor is old. GGC!",
        "The Grey Gate Corridor is old. GGC Holdings is a firm.",
    ],
)
def test_other_things_of_those_letters(finder, text):
    assert short(finder, text) == []


def test_abbreviation_beside_a_name_of_another_corridor_is_that_ones():
    text = (
        "Cambodia and Thailand send freight by the GMS Southern Economic Corridor from Bangkok to Phnom Penh. "
        "Meanwhile Thailand’s NESDC wants factories in Chumphon and Ranong: a Southern Economic Corridor (SEC) like "
        "the EEC in Rayong and Chonburi, with a petrochemical estate near Surat Thani."
    )
    assert [m.exact for m in find(text)] == ["GMS Southern Economic Corridor"]


def test_letters_that_a_paragraph_without_the_name_spells_out_otherwise_are_others(finder):
    text = "The Grey Gate Corridor (GGC) is old.\n\nThe GGC met. The Green Grocers Club (GGC) sells fruit."
    assert short(finder, text) == ["GGC"]


def test_letters_that_act_like_people_are_a_party(finder):
    text = "The Grey Gate Corridor (GGC) is old. Asked about the land where the GGC had called a strike, he sighed."
    assert short(finder, text) == ["GGC"]


def test_a_programme_needs_no_goods_where_its_country_is_named():
    assert [m.corridor for m in find("China's BRI turned ten.")] == ["belt-and-road"]
    assert find("The BRI turned ten.") == []
    assert find("Bank Rakyat Indonesia (BRI) turned ten.") == []


def test_a_hospital_on_a_corridor_does_not_make_letters_of_it():
    assert [m.corridor for m in find("A hospital and a school were built under CPEC in Gwadar.")] == ["cpec"]
    assert find("A hospital and a school were built under CPEC in Ohio.") == []


def test_letters_of_another_corridor_stay_that_ones():
    text = (
        "Southern Thai villagers oppose the Southern Economic Corridor (SEC) bills and the Land Bridge megaproject "
        "in Ranong.\n\nThey met in Bangkok and want the SEC bills withdrawn."
    )
    assert "gms-southern" not in {m.corridor for m in find(text)}


def test_a_research_institute_beside_the_corridor_of_the_same_letters():
    text = (
        "IMEC makes chips in Leuven.\n\nIMEC, the India–Middle East–Europe Economic Corridor, makes speeches. "
        "IMEC will carry containers by rail."
    )
    assert [m.start for m in find(text) if m.exact == "IMEC"] == [text.index("IMEC, the"), text.index("IMEC will")]


def test_letters_behind_a_name_that_ends_in_a_common_one():
    text = "Ferries are an alternative to the New Eurasian Land Bridge (NELB) that crosses Russia."
    assert [m.exact for m in find(text)] == ["New Eurasian Land Bridge", "NELB"]


def test_letters_that_mean_a_corridor_in_most_places_mean_it_in_the_others_too():
    text = "CPEC brings freight to Pakistan. CPEC links Gwadar with China. Third parties and entities may join CPEC."
    assert [m.exact for m in find(text)] == ["CPEC"] * 3
    assert find("Third parties and entities may join CPEC.") == []


def test_long_letters_spelt_out_otherwise_in_a_text_without_the_corridors_name():
    meeting = "The International Nuclear Safety Training Conference (INSTC) met. INSTC ended on Friday."
    assert find(meeting) == []
    named = "Freight took the International North-South Transport Corridor. "
    assert [m.exact for m in find(named + meeting)][1:] == ["INSTC"]


def test_a_name_whose_letters_follow_in_brackets_needs_no_other_witness():
    text = 'The so-called "Trump Route" (TRIPP) has split the town, and its mayor dislikes TRIPP.'
    assert [m.exact for m in find(text)] == ["Trump Route", "TRIPP", "TRIPP"]


def test_letters_with_the_countries_of_their_name_in_brackets_are_its():
    text = "Scholars met on BCIM (Bangladesh–China–India–Myanmar) in Dhaka."
    assert [m.exact for m in find(text)] == ["BCIM", "Bangladesh–China–India–Myanmar"]


def test_the_route_of_letters_speaks_for_them():
    text = "Islamabad promised jobs. The western route of the CPEC, long neglected, comes first."
    assert short(Finder(catalogue()), text) == ["CPEC"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The seller keeps a net smelter return royalty (the “NSR”). Ore leaves by the Northern Sea Route. Banks "
            "like the NSR.",
            ["Northern Sea Route"],
        ),
        (
            "Bank Rakyat Indonesia lent more. BRI has no part in the railway, a project of China’s Belt and Road.",
            ["Belt and Road"],
        ),
        ("The port of LAPSSET has berths. Lapset of Finland sent swings by ship.", ["LAPSSET"]),
        ("Lapset, the port project, has berths in Lamu.", ["Lapset"]),
        ("Bidders offer CFB boilers to burn bagasse; parts go by the Benguela Railway.", ["Benguela Railway"]),
    ],
)
def test_letters_that_a_text_explains_otherwise(text, names):
    assert [m.exact for m in find(text)] == names
