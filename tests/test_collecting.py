"""Where a text may name a corridor."""

from __future__ import annotations

import pytest
from catalogues import PLACES, corridor, name, two

from corridors.candidates import with_quotes
from corridors.catalogues import catalogue
from corridors.collecting import Collector
from corridors.fold import fold
from corridors.mentions import Finder, find
from corridors.model import Certainty, Kind

KNOWN = two() | {
    "lapsset": corridor("lapsset", name("LAPSSET", Kind.ABBREVIATION), name("LAPSSET Corridor"), parties=("KEN",)),
    "one": corridor("one", name("CAREC Corridor 1", Kind.NAME), name("CAREC 1")),
}


@pytest.fixture(scope="module")
def collector() -> Collector:
    return Collector(KNOWN, PLACES)


def collected(collector: Collector, text: str) -> set[tuple[str, str]]:
    return {(text[c.start : c.end], c.corridor) for c in collector.collect(fold(text))[0]}


def test_names_stems_lists_slips_and_ends(collector):
    text = (
        "The Ayport rail corridor, the Ayport and Northern corridors, the Great Stepe Railway and the railway from "
        "Ceeford to Eeton."
    )
    assert collected(collector, text) >= {
        ("Ayport rail corridor", "african"),
        ("Ayport", "african"),
        ("Northern corridors", "african"),
        ("Northern corridors", "asian"),
        ("Great Stepe Railway", "asian"),
        ("railway from Ceeford to Eeton", "asian"),
    }


def test_slips_are_less_certain(collector):
    (slip,) = collector.collect(fold("the Great Stepe Railway"))[0]
    assert slip.certainty is Certainty.LESS_CERTAIN


def test_case_of_abbreviations(collector):
    text = "LAPSSET, Lapsset, lapsset; CAREC 1, carec-1"
    assert collected(collector, text) == {("LAPSSET", "lapsset"), ("Lapsset", "lapsset"), ("CAREC 1", "one")}


def test_names_over_line_ends(collector):
    assert collected(collector, "the Great\nSteppe Rail-\n  way")
    assert ("Great\nSteppe Rail-\n  way", "asian") in collected(collector, "the Great\nSteppe Rail-\n  way")


def test_addresses_hold_no_names(collector):
    assert collected(collector, "see https://example.org/ayport-corridor and [x](ayport-corridor.html)") == set()


def test_strange_names_do_not_overlap_known_ones(collector):
    found, unknown, _ = collector.collect(fold("The Ayport Corridor and the Suwalki Corridor."))
    assert [u.exact for u in unknown] == ["Suwalki Corridor"]
    assert len(found) > 0


@pytest.mark.parametrize(
    ("text", "name", "taken"),
    [
        ("the “North-South” Corridor", "North-South” Corridor", "“North-South” Corridor"),
        ("the ‘Belt and Road’ Initiative", "Belt and Road’ Initiative", "‘Belt and Road’ Initiative"),
        ('Corridor "North-South" x', 'Corridor "North-South', 'Corridor "North-South"'),
        ("the “Polar Route” x", "Polar Route", "Polar Route"),
    ],
)
def test_quotation_marks_inside_a_name_have_their_partner(text, name, taken):
    start = text.index(name)
    low, high = with_quotes(text, start, start + len(name))
    assert text[low:high] == taken


def test_abbreviation_in_brackets_before_the_noun_belongs_to_the_name(collector):
    assert ("Ayport (AYC) rail corridor", "african") in collected(collector, "the Ayport (AYC) rail corridor")


@pytest.mark.parametrize(
    ("text", "corridor", "route"),
    [
        (
            "A railway from Santos to Antofagasta by way of Campo Grande is talked of.",
            "capricorn-bioceanic-corridor",
            {"from": "Santos", "to": "Antofagasta", "mode": "rail"},
        ),
        (
            "They want a highway between Kolkata and Kunming.",
            "bcim",
            {"from": "Kolkata", "to": "Kunming", "mode": "road"},
        ),
        (
            "A sea route between Chennai and Vladivostok will carry coal.",
            "chennai-vladivostok",
            {"from": "Chennai", "to": "Vladivostok", "mode": "sea"},
        ),
    ],
)
def test_the_route_of_two_ends_is_that_of_the_words(text, corridor, route):
    (mention,) = Finder(catalogue()).find(text)
    assert (mention.corridor, mention.route) == (corridor, route)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Chennai Gold Corridor from Chennai to Vladivostok carries freight.", []),
        (
            "The Vladivostok-Chennai Maritime Corridor from Chennai to Vladivostok carries freight.",
            ["Vladivostok-Chennai Maritime Corridor", "from Chennai to Vladivostok"],
        ),
    ],
)
def test_ends_behind_a_name_of_its_own_are_those_of_that_name(text, found):
    assert [m.exact for m in Finder(catalogue()).find(text)] == found


def test_a_french_verb_is_no_point_of_the_compass():
    found = [(m.exact, m.corridor) for m in find("La route maritime du Nord est longue, celle du Nord-Est aussi.")]
    assert found[0] == ("route maritime du Nord", "northern-sea-route")
    assert find("La route du Nord-Est est longue.")[0].corridor == "northeast-passage"


def test_one_of_many_new_silk_roads_is_not_the_initiative():
    assert [m.exact for m in find("It was hailed as a “new Silk Road” for goods. China’s new Silk Road grew.")] == [
        "new Silk Road"
    ]
    assert find("China’s new Silk Road grew.")[0].corridor == "belt-and-road"
