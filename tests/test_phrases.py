"""Noun phrases that name a speaker, or nobody."""

from __future__ import annotations

import pytest

from corridors import find
from corridors.phrases import phrase_after, phrase_before
from corridors.tokens import first_tokens, tokens


@pytest.mark.parametrize(
    ("text", "phrase", "kind"),
    [
        ("Russian Foreign Minister Sergey Lavrov", "Sergey Lavrov", "name"),
        ("India’s ports minister Ravi Menon", "Ravi Menon", "name"),
        ("Minister of Ports, Shipping and Waterways Ravi Menon", "Ravi Menon", "name"),
        ("the head of Rosatom", "the head of Rosatom", "office"),
        ("a spokesman for the Ministry of Ports", "a spokesman for the Ministry of Ports", "office"),
        ("the head of the development of the Far North", "the head of the development of the Far North", "office"),
        ("the EAM", "the EAM", "office"),
        ("the railway ministry", "the railway ministry", "body"),
        ("Ministry of External Affairs", "Ministry of External Affairs", "body"),
        ("Mr. Alves", "Alves", "name"),
        ("Sheikha Noor bint Rashid", "Noor bint Rashid", "name"),
        ("Ann Lee and Bo Dahl", "Ann Lee and Bo Dahl", "joint"),
        ("глава государства", "глава государства", "office"),
        ("he", "he", "pronoun"),
    ],
)
def test_phrases_that_name_a_speaker(text, phrase, kind):
    toks = tokens(text, 0, len(text))
    found = phrase_before(text, toks, len(toks))
    assert found is not None
    assert (found.text, found.kind) == (phrase, kind)


def test_fields_of_an_office_belong_to_it():
    text = "the minister for the growth of the Far North and Coast, who spoke"
    toks = tokens(text, 0, len(text))
    found = phrase_after(text, toks, 0)
    assert found is not None
    assert (found.text, found.kind) == ("the minister for the growth of the Far North and Coast", "office")


@pytest.mark.parametrize("text", ["The meeting", "growth", "", "On Monday", "the river"])
def test_phrases_that_name_nobody(text):
    toks = tokens(text, 0, len(text))
    assert phrase_before(text, toks, len(toks)) is None


def test_first_tokens_are_those_of_the_whole():
    text = "Mr. Rao's son said: Ports, al-Jubouri and others."
    assert first_tokens(text, 4, len(text), 6) == tokens(text, 4, len(text))[:6]


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        ("Transport minister Catherine King", "Catherine King"),
        ("Shadow transport and infrastructure minister Catherine King", "Catherine King"),
        ("Foreign Minister Julie Bishop", "Julie Bishop"),
        ("Roads and Transport Cabinet Secretary Ann Lee", "Ann Lee"),
        ("King Harald", "Harald"),
        ("The Roads and Transport Ministry", "Roads and Transport Ministry"),
        ("The Foreign and Defence Ministers", "The Foreign and Defence Ministers"),
        ("Deputy Prime Minister Ann Lee", "Ann Lee"),
        ("Chinese State Councilor and Foreign Minister Ann Lee", "Ann Lee"),
        ("Chairman and Managing Director Ravi Bose", "Ravi Bose"),
        ("President Bo Dahl and Foreign Minister Ann Lee", "President Bo Dahl and Foreign Minister Ann Lee"),
        ("The President and Foreign Minister Ann Lee", "President and Foreign Minister Ann Lee"),
    ],
)
def test_surnames_that_are_offices_and_ministers_of_two_fields(subject: str, speaker: str) -> None:
    assert [m.speaker for m in find(f"{subject} said the INSTC will grow.")] == [speaker]
