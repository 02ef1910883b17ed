"""What the words around a name say."""

from __future__ import annotations

import pytest
from catalogues import PLACES, corridor, name, two

from corridors.context import Context
from corridors.fold import fold
from corridors.model import Kind
from corridors.sentences import Span
from corridors.terms import Gazette, reach

KNOWN = two()
GAZETTE = Gazette(KNOWN, PLACES)
REACH = reach(KNOWN, {})


def context(text: str) -> Context:
    return Context(fold(text), GAZETTE, REACH)


def place(read: Context, word: str) -> tuple[int, int]:
    at = read.folded.text.index(word)
    return at, at + len(word)


def whole(read: Context) -> Span:
    return Span(0, len(read.folded.text))


def weighed(text: str, word: str = "northern corridor") -> tuple[float, float, float]:
    read = context(text)
    found = read.evidence(place(read, word), whole(read), whole(read), ["african", "asian"])
    return found.own["african"], found.own["asian"], found.elsewhere


def test_places_speak_for_the_corridors_that_reach_them():
    african, asian, elsewhere = weighed("Kenya widens the Northern Corridor to Midtown")
    assert african > asian == elsewhere == 0
    african, asian, _ = weighed("Kazakh wagons on the Northern Corridor")
    assert asian > african == 0


def test_nearer_words_weigh_more():
    beside, _, _ = weighed("Kenya's Northern Corridor")
    apart, _, _ = weighed("Kenya is far away from the Northern Corridor")
    assert beside > apart > 0


def test_countries_on_no_corridor_speak_for_another_one():
    assert weighed("Ghana's Northern Corridor") == (0, 0, pytest.approx(2.1))


def test_country_of_many_says_less_than_a_country_of_few():
    read = context("Kenya and the Northern Corridor")
    many = Context(read.folded, GAZETTE, REACH | {"african": frozenset(("KEN", "AAA", "BBB", "CCC"))})
    at = place(read, "northern corridor")
    few, lots = (c.evidence(at, whole(read), whole(read), ["african"]).own["african"] for c in (read, many))
    assert few > lots > 0


def test_goods_and_other_things_are_counted():
    read = context("Trains carry cargo on the polar route. Pilots fly.")
    sense = read.sense(place(read, "polar route"), Span(0, 38))
    assert (sense.goods, sense.others) == (2, 0)
    assert not read.is_about_others(place(read, "polar route"), sense, friends=False)
    read = context("The polar route is closed. Pilots fly planes. Airlines wait.")
    sense = read.sense(place(read, "polar route"), Span(0, 26))
    assert read.is_about_others(place(read, "polar route"), sense, friends=True)


def test_acronyms_of_parties_and_courts():
    read = context("The opposition NSR held a congress")
    assert read.is_acronym_elsewhere(place(read, "nsr"), whole(read))
    read = context("Ships of the opposition took the NSR")
    assert not read.is_acronym_elsewhere(place(read, "nsr"), whole(read))


def test_words_right_beside():
    read = context("ships along the NSR; a polar route; the CKU railway")
    assert read.is_along(place(read, "nsr"))
    assert read.is_along(place(read, "cku"))
    assert read.is_indefinite(place(read, "polar route"))
    assert not read.is_indefinite(place(read, "nsr"))


def test_reach_is_of_parties_places_or_members():
    known = {
        "a": corridor("a", name("A", Kind.NAME), parties=("IND",)),
        "b": corridor("b", name("B", Kind.NAME)),
        "c": corridor("c", name("C", Kind.NAME)).__class__(
            "c", "C", "", (name("C", Kind.NAME),), (), umbrella=True, members=("a", "b")
        ),
    }
    found = reach(known, {"b": frozenset(("RUS",))})
    assert found == {"a": {"IND"}, "b": {"RUS"}, "c": {"IND", "RUS"}}


def test_related_corridors_share_countries():
    read = context("")
    assert read.related("african", "asian") == 0
    assert read.related("african", "african") == 1
