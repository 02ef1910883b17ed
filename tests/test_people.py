"""Persons, their offices and their surnames."""

from __future__ import annotations

import pytest

from corridors.people import People, persons_named


def test_people_lead_offices_and_surnames_back():
    text = "External Affairs Minister S Jaishankar met Sergey Lavrov, the Russian foreign minister, and Ann Lee."
    people = People(text)
    assert people.holder(frozenset({"eam"}), len(text)) == "S Jaishankar"
    assert people.holder(frozenset({"russian", "minister"}), len(text)) == "Sergey Lavrov"
    assert people.holder(frozenset({"king"}), len(text)) is None
    assert people.full("Jaishankar", 0) == "S Jaishankar"
    assert people.full("Nobody", 0) == "Nobody"


def test_surname_of_two_people_stays_as_it_is():
    assert People("Ann Lee met Bo Lee.").full("Lee", 0) == "Lee"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Foreign Minister Ann Lee came. Lee sat down.", "Ann Lee"),
        ("Foreign Minister Ann Lee came. Growth was slow.", None),
        ("Foreign Minister Ann Lee came. Shipping analyst Bo Dahl disagreed.", "Bo Dahl"),
    ],
)
def test_subject_of_a_sentence(text, subject):
    assert People(text).subject(text.index(". ") + 2, len(text)) == subject


def test_one_person_of_a_stretch():
    text = "It was opened by Foreign Minister Ann Lee."
    assert People(text).only(0, len(text)) == "Ann Lee"
    both = text + " President Bo Dahl looked on."
    assert People(both).only(0, len(both)) is None


def test_last_speaker_may_hold_an_office():
    text = "Indian Foreign Minister Ann Lee met Russian Foreign Minister Bo Dahl."
    people = People(text)
    assert people.may_hold("Ann Lee", frozenset({"minister"}), len(text))
    assert people.may_hold("Bo Dahl", frozenset({"russian", "minister"}), len(text))
    assert not people.may_hold("Ann Lee", frozenset({"russian", "minister"}), len(text))


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("the Ambassador of Oman to Iran Ann Lee said", ("ambassador", "oman")),
        ("the Permanent Representative of Oman to the UN Ann Lee said", ("permanent", "representative", "oman")),
        ("the Iranian ambassador to Armenia Ann Lee said", ("iranian", "ambassador")),
        ("Consul General of Oman in Tabriz Ann Lee said", ("consul", "general", "oman")),
        ("CEO of the Norwegian corporation Nordline Ann Lee said", ("nordline",)),
        ("A train of ministers went to New Ann Lee", ()),
    ],
)
def test_where_somebody_is_posted_is_no_part_of_the_name(text, office):
    known = persons_named(text, 0, len(text))[-1]
    assert known.office == office
    assert known.name == ("Ann Lee" if office else "New Ann Lee")


def test_a_possessive_is_no_office():
    text = "Her Danish colleague was brief. Our Minister Ann Lee was not."
    assert [known.name for known in persons_named(text, 0, len(text))] == ["Ann Lee"]


def test_initials_are_part_of_a_longer_form():
    text = "Governor Anna Lee came. B. Lee did not. Later A. Lee spoke."
    assert People(text).full("A. Lee", text.index("A. Lee")) == "Anna Lee"
    assert People(text).full("B. Lee", text.index("B. Lee")) == "B. Lee"


def test_a_family_name_that_comes_first_is_led_to_the_whole_name():
    text = "Spokesperson Zhou Anli spoke. Zhou said no. Bo Dahl came, and Bo left."
    assert People(text).full("Zhou", text.index("Zhou said")) == "Zhou Anli"
    assert People(text).full("Bo", text.index("Bo left")) == "Bo"  # no office tells that he is meant
    text = "Zhou Anli, the ministry's spokesperson, came. Later Zhou said no."
    assert People(text).full("Zhou", text.index("Zhou said")) == "Zhou Anli"
