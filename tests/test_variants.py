"""Other ways of writing a listed name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corridors.fold import fold_name
from corridors.model import Kind, Name, Place
from corridors.variants import place_names, stems, variants


def forms(text: str, kind: Kind = Kind.NAME, language: str = "en") -> list[str]:
    return [v.folded for v in variants(Name(text, kind, language))]


def test_name_comes_first_without_its_article():
    assert forms("The Grey Gate")[0] == "grey gate"
    assert [v.kind for v in variants(Name("The Grey Gate", Kind.NAME))] == [Kind.NAME]


def test_word_orders_of_a_name_with_a_compound():
    found = forms("Great East-West Trade Corridor")
    assert {"east west great trade corridor", "great trade corridor east west"} <= set(found)
    assert "great trade corridor (gtc) east west" in found
    assert len(set(found)) == len(found) == 1 + 6 - 1 + 2 * 2


def test_parts_of_a_compound_the_other_way_round():
    assert "oldland newland economic corridor" in forms("Newland-Oldland Economic Corridor")
    assert "europe middle east india corridor" in forms("India-Middle East-Europe Corridor")
    assert not any(form.startswith("caspian trans") for form in forms("Trans-Caspian Route") if form.endswith("route"))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Trans-Grey Railway", "trans grey railroad"),
        ("Transgry", "trans gry"),
        ("One Gate, One Way", "one gate one way"),
        ("Grey Transport Corridor", "grey transportation corridor"),
        ("Trans-Kalahari Corridor", "transkalahari corridor"),
        ("Transkalahari Corridor", "trans kalahari corridor"),
        ("Interoceanic Corridor", "inter oceanic corridor"),
        ("Great Land Bridge", "great landbridge"),
        ("Belt and Road", "belt & road"),
        ("Scan-Med", "scanmed"),
        ("CAREC Corridor 2", "carec corridors 2"),
        ("CAREC Corridor 2", "carec corridor no. 2"),
        ("CAREC Corridor 2", "carec corridor #2"),
    ],
)
def test_spellings(name, form):
    assert form in forms(name)


def test_names_without_a_compound_keep_their_order():
    assert forms("Great Bay Trade Route") == ["great bay trade route"]


def test_stems_lack_the_last_noun_and_words_of_kind():
    assert [(s.folded, s.head, s.shortened) for s in stems(Name("Great Bay Trade Route", Kind.NAME))] == [
        ("great bay trade", "route", False),
        ("great bay", "route", True),
    ]
    assert list(stems(Name("Great Bay Agreement", Kind.NAME))) == []
    assert list(stems(Name("GBR", Kind.ABBREVIATION))) == []


def test_abbreviation_stands_as_it_is():
    assert forms("GBR", Kind.ABBREVIATION) == ["gbr"]


def test_other_languages_bring_their_endings():
    assert "среднему коридору" in forms("Средний коридор", language="ru")


def test_names_of_a_place():
    assert place_names(Place("x", "Bandar Abbas (Shahid Rajaee)", "port", "IRN", 0, 0)) == ("bandar abbas",)
    assert place_names(Place("x", "Mumbai / Nhava Sheva", "port", "IND", 0, 0)) == ("mumbai", "nhava sheva")


def test_russian_abbreviations_are_declined():
    assert [v.text for v in variants(Name("БАМ", Kind.ABBREVIATION, "ru"))][1:] == ["БАМа", "БАМу", "БАМом", "БАМе"]


def test_nouns_of_one_language_stand_for_each_other_in_it_only():
    assert "couloir de lobito" in forms("Corridor de Lobito", language="fr")
    assert "couloir de lobito" not in forms("Corridor de Lobito", language="en")


def test_abbreviations_that_are_spoken_as_words_are_misspelt_like_words():
    found = forms("LAPSSET", Kind.ABBREVIATION)
    assert {"lapset", "lappset", "laspset", "lapsseet"} <= set(found)
    assert all(form[0] == "l" for form in found)
    assert forms("INSTC", Kind.ABBREVIATION)[0] == "instc"
    assert "inst" not in forms("INSTC", Kind.ABBREVIATION)


def test_railway_may_be_called_a_rail_project_but_no_rail_project_a_railway():
    assert "eastville westburg rail link" in forms("Eastville-Westburg railway")
    assert "eastville westburg railway" not in forms("Eastville-Westburg rail link")
    assert "north south rail project" not in forms("North-South railway")


def test_a_railway_with_rail_in_its_name_is_not_called_so_twice():
    assert "eastville westburg rail" in forms("Eastville-Westburg railway")
    assert "rail oslovia rail" not in forms("Rail Oslovia railway")


def test_a_side_is_not_left_out_of_a_programmes_corridor():
    assert "gms" not in {stem.folded for stem in stems(Name("GMS Southern Economic Corridor", Kind.NAME))}


def test_a_side_alone_is_no_name_of_a_transport_corridor():
    assert "southern" not in {stem.folded for stem in stems(Name("Southern Transport Corridor", Kind.NAME))}


def test_places_have_the_other_names_of_the_list():
    place = Place("kolkata", "Kolkata (port)", "city", "IND", 88.4, 22.6)
    assert place_names(place) == ("kolkata", "calcutta")
    assert place_names(replace(place, id="nowhere")) == ("kolkata",)


def test_countries_may_be_told_as_a_list():
    found = forms("Aland-Beland-Ceeland Economic Corridor")
    assert {f"aland, beland{joint}ceeland economic corridor" for joint in (", ", " and ", ", and ")} <= {*found}
    assert "aland beland, ceeland transport" in forms("Aland-Beland-Ceeland Transport")
    assert not any("," in form for form in forms("Aland-Beland Economic Corridor"))


def test_russian_prefixes_may_stand_apart():
    assert fold_name("транс-ладожской магистрали") in forms("Трансладожская магистраль", language="ru")


@pytest.mark.parametrize(("text", "form"), [("Rail-2-Lake", "rail2lake"), ("Via Lacustris", "vialacustris")])
def test_bare_names_may_be_written_as_one_word(text, form):
    assert form in forms(text)


def test_german_compounds_with_and_without_a_hyphen():
    assert "grauost passage" in forms("Grauostpassage", language="de")
    assert "grauroute" in forms("Grau-Route", language="de")
    assert "grau route" not in forms("Grauroute", language="fr")
