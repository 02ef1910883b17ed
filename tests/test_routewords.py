"""What the nouns of routes say of the places beside them."""

from __future__ import annotations

import pytest

from corridors.gazetteer import gazetteer
from corridors.model import Mode
from corridors.placenames import PlaceNames
from corridors.routewords import RouteWords, Sort

WORDS = RouteWords(PlaceNames(gazetteer()))


def read(text, cue, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.lower().index(cue, start + 1)
    end = start + len(cue)
    end += text[end : end + 1] == "s"
    return [
        (text[line.start : line.end], [text[stop.start : stop.end] for stop in line.stops], line.mode, line.sort)
        for line in WORDS.around(text, cue, start, end)
    ]


@pytest.mark.parametrize(
    ("text", "cue", "mode", "sort"),
    [
        ("the Moscow–Kazan railway", "railway", Mode.RAIL, Sort.FIRM),
        ("the Moscow–Kazan high-speed line", "line", Mode.RAIL, Sort.FIRM),
        ("the Moscow–Kazan motorway", "motorway", Mode.ROAD, Sort.FIRM),
        ("the Moscow–Kazan road", "road", Mode.ROAD, Sort.OPEN),
        ("the Moscow–Kazan corridor", "corridor", None, Sort.OPEN),
        ("the Moscow–Kazan transit corridor", "corridor", None, Sort.FIRM),
        ("the Moscow–Kazan trade route", "route", None, Sort.OPEN),
        ("the Moscow–Kazan line", "line", None, Sort.LOOSE),
        ("the Hamburg–Santos shipping lane", "lane", Mode.SEA, Sort.FIRM),
        ("the Hamburg–Santos container service", "service", Mode.SEA, Sort.OPEN),
        ("the Moscow–Kazan freight train", "train", Mode.RAIL, Sort.FIRM),
    ],
)
def test_noun_and_words_of_kind_tell_the_mode_and_how_sure_it_is(text, cue, mode, sort):
    places = text.removeprefix("the ").split(" ")[0].split("–")
    assert read(text, cue) == [(text.removeprefix("the "), places, mode, sort)]


@pytest.mark.parametrize(
    ("text", "cue", "exact", "places"),
    [
        ("a railway from Moscow to Kazan", "railway", "railway from Moscow to Kazan", ["Moscow", "Kazan"]),
        ("a new rail line between Moscow and Kazan opened", "line", "rail line between Moscow and Kazan",
         ["Moscow", "Kazan"]),
        ("a railway that will connect the port of Bandar Abbas in Iran with Kerman", "railway",
         "railway that will connect the port of Bandar Abbas in Iran with Kerman", ["Bandar Abbas", "Kerman"]),
        ("the highway from Tashkent via Samarkand to Termez", "highway",
         "highway from Tashkent via Samarkand to Termez", ["Tashkent", "Samarkand", "Termez"]),
        ("a road from Tashkent to Termez via Samarkand and Qarshi.", "road",
         "road from Tashkent to Termez via Samarkand and Qarshi", ["Tashkent", "Samarkand", "Qarshi", "Termez"]),
        ("a shipping line linking Jeddah, Djibouti and Berbera", "line",
         "shipping line linking Jeddah, Djibouti and Berbera", ["Jeddah", "Djibouti", "Berbera"]),
        ("the railway Moscow–Kazan was closed", "railway", "railway Moscow–Kazan", ["Moscow", "Kazan"]),
        ("the Mombasa to Nairobi railway", "railway", "Mombasa to Nairobi railway", ["Mombasa", "Nairobi"]),
        ("the highway linking Hunchun and Russia’s Slavyanka Port", "highway",
         "highway linking Hunchun and Russia’s Slavyanka", ["Hunchun", "Slavyanka"]),
    ],
)  # fmt: skip
def test_places_are_read_on_either_side_of_the_noun(text, cue, exact, places):
    assert [(found[0], found[1]) for found in read(text, cue)] == [(exact, places)]


@pytest.mark.parametrize(
    ("text", "cue", "exact", "places"),
    [
        ("from Moscow to Kazan by rail", "by rail", "from Moscow to Kazan by rail", ["Moscow", "Kazan"]),
        ("by sea from Hamburg to Santos", "by sea", "by sea from Hamburg to Santos", ["Hamburg", "Santos"]),
        ("from Baku by rail to Kars", "by rail", "from Baku by rail to Kars", ["Baku", "Kars"]),
        ("from Moscow via Kazan to Ufa entirely by rail", "by rail", "from Moscow via Kazan to Ufa entirely by rail",
         ["Moscow", "Kazan", "Ufa"]),
    ],
)  # fmt: skip
def test_a_means_of_transport_needs_from_and_to(text, cue, exact, places):
    (found,) = read(text, cue)
    assert (found[0], found[1], found[3]) == (exact, places, Sort.MEANS)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("the North-South Corridor joins Kunming with Bangkok", "corridor"),
        ("a telephone line between Moscow and Washington", "line"),
        ("the Moscow–Kazan road race", "road"),
        ("the Moscow–Kazan passenger train", "train"),
        ("the Genoa–Milan railway links the port with the plain", "link"),
        ("a railway from Paris Agreement states to Rome", "railway"),
        ("a railway from Moscow. To Kazan they went", "railway"),
        ("a railway between Moscow and the sea", "railway"),
        ("trains between them by rail", "by rail"),
        ("from here to eternity by sea", "by sea"),
        ("the Moscow–Kazan sea road", "road"),
    ],
)
def test_what_is_no_route_is_left(text, cue):
    assert read(text, cue) == []
