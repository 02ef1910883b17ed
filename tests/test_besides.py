"""Words right beside a name that make something else of it."""

from __future__ import annotations

from corridors import find
from corridors.besides import (
    goes_on,
    has_article,
    is_kind,
    is_made,
    is_of_body,
    is_of_other_use,
    is_of_others,
    is_second_half,
    is_undertaking,
    one_of_many,
)
from corridors.fold import Folded, fold


def placed(text: str, name: str) -> tuple[Folded, tuple[int, int]]:
    folded = fold(text)
    start = folded.text.index(name)
    return folded, (start, start + len(name))


def test_a_name_without_a_noun_that_is_one_of_many_things():
    assert one_of_many("a Great Thing of a spell", 13, indefinite=True)
    assert not one_of_many("a Great Thing station", 13, indefinite=True)
    assert one_of_many("by Great Thing Estonia, a firm", 14, indefinite=False)
    assert not one_of_many("on Great Thing, Estonia and Latvia agree", 14, indefinite=False)


def test_a_longer_name_that_begins_with_a_name():
    folded = fold("the Great Corridor Police Station. THE GREAT CORRIDOR. The Great Corridor Express and line.")
    assert goes_on(folded, (4, 18), 18)
    assert not goes_on(folded, (39, 53), 53)
    assert goes_on(folded, (59, 73), 73)


def test_the_end_of_a_longer_name():
    assert is_second_half(*placed("by the Middle East Corridor", "east corridor"))
    assert is_second_half(*placed("by the Ghana-East Corridor", "east corridor"))
    assert not is_second_half(*placed("by the East Corridor", "east corridor"))


def test_what_carries_no_goods():
    assert is_of_other_use(*placed("the Eastern Corridor bus line", "eastern corridor"))
    assert not is_of_other_use(*placed("the Eastern Corridor business", "eastern corridor"))


def test_what_kind_of_thing_a_noun_is():
    assert is_kind(*placed("a Grey-Gate horse race", "grey gate"))
    assert not is_kind(*placed("the Grey-Gate railway", "grey gate"))
    assert not is_kind(*placed("the Grey-Gate carries coal", "grey gate"))


def test_articles_before_a_name():
    assert has_article(*placed("by the “Grey Passage”", "grey passage"))
    assert has_article(*placed("Russia’s Grey Passage", "grey passage"))
    assert not has_article(*placed("call Grey Passage today", "grey passage"))


def test_undertakings():
    assert is_undertaking(*placed("the land bridge project", "land bridge project"), "land bridge project")
    assert is_undertaking(*placed("the inner rail project", "inner rail"))
    assert not is_undertaking(*placed("inner rail links", "inner rail"))


def test_the_last_word_of_a_firm_and_the_number_of_a_road():
    def on(text: str, name: str) -> bool:
        folded, at = placed(text, name)
        return goes_on(folded, at, folded.span(*at)[1])

    assert on("the operator Grey Gate Multimodal was founded", "grey gate")
    assert on("GREY International signed", "grey")
    assert not on("the Grey International Transport Corridor", "grey")
    assert on("on Grey Route 62 in autumn", "grey route")
    assert not on("on the Grey Route 62 ships sailed", "grey route")


def test_verbs_that_make_works():
    assert is_made(*placed("he wrote Grey Passage", "grey passage"))
    assert not is_made(*placed("he wrote of the Grey Passage", "grey passage"))


def test_bodies_that_are_called_after_a_corridor():
    def body(text: str) -> bool:
        folded, at = placed(text, "grey corridor")
        return is_of_body(folded, at, folded.span(*at)[1])

    assert body("ministers of six countries have told the Grey Corridor Transit and Transport Authority to wait")
    assert body("the Grey Corridor\nGroup")
    assert body("land was bought by the Ash-Beech Line (Grey Corridor) Development Authority in those years")
    assert body("the Liaison Committee of the Grey Corridor met")
    assert body("le Comité de liaison du Grey Corridor siège")
    assert not body("the Grey Corridor authority")
    assert not body("member states of the Grey Corridor met")
    assert not body("news of the Grey Corridor\nThe UN Security Council met")
    assert not body("Ministers Hail Grey Corridor As New Company Opens Routes")


def test_what_is_somebody_elses():
    assert is_of_others(*placed("their own grey neck", "grey neck"))
    assert not is_of_others(*placed("our grey neck", "grey neck"))


def test_a_name_without_a_noun_begins_the_name_of_a_firm():
    def firm(text: str) -> bool:
        folded, at = placed(text, "via lacustris")
        return is_of_body(folded, at, folded.span(*at)[1])

    assert firm("said Ann Lee, director of Via Lacustris Budowa.")
    assert firm("The contractor Via Lacustris Ehitus won the tender")
    assert not firm("The head of Via Lacustris Ann Lee said so")
    assert not firm("The head of Via Lacustris said so")
    assert not firm("The chairman of the Via Lacustris Project said so")
    assert not firm("Lorries of Via Lacustris Budowa waited")


def test_a_name_behind_a_direction_is_another_one():
    assert not find("Planes between Russia and America take the north polar route past Canada.")
    assert [m.corridor for m in find("Ships of Russia carry cargo by the polar route past Murmansk.")] == [
        "northern-sea-route"
    ]
