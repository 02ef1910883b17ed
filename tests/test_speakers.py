"""Verbs of saying and who stands beside them."""

from __future__ import annotations

import pytest

from corridors.mentions import find
from corridors.sentences import Span
from corridors.speakers import attributions


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Lavrov said that it works.", ["Lavrov"]),
        ("It works, Lavrov told reporters on Monday.", ["Lavrov"]),
        ("It works, said the minister.", ["the minister"]),
        ("According to Ann Lee, it works.", ["Ann Lee"]),
        ("Amina Yusuf, the Kenyan transport minister, said no.", ["Amina Yusuf"]),
        ("Sergey Lavrov on Wednesday expressed hope, noting that it works.", ["Sergey Lavrov", "Sergey Lavrov"]),
        ("It was announced on Friday by Prime Minister Ann Lee.", ["Ann Lee"]),
        ("The meeting underlined several steps.", []),
        ("They discussed it.", []),
        ("Trade rose, which pleased everybody.", []),
        ("He pointed out that it works.", ["He"]),
        ("President Lee while thanking the guests underlined that it works.", ["Lee"]),
        ("Ann Lee, Senior Director Ports at Grey-Line, said that it works.", ["Ann Lee"]),
        ("Dr Ann Lee, Chair of the Port Bank (PB) in her remarks stressed that it works.", ["Ann Lee"]),
        ("Bo Dahl, head of the port in an address noted that it works.", ["Bo Dahl"]),
        ("At the forum, Ann Lee, head of operations for the High North, Nordline, noted that it works.", ["Ann Lee"]),
        ("It works, Nordnews reports, citing the minister, Ann Lee, telling so in Oslo.", ["Ann Lee", "Ann Lee"]),
        ("Ann Lee has worked on projects.", []),
        ("The bank closed the road, citing environmental risk: it is dear.", []),
        ("The bank closed the road, citing sources in the port: it is dear.", ["sources in the port"]),
        ("The bank deals with its railway projects to upgrade the line.", []),
        ("Ann Lee had, at a meeting in Oslo on Friday, said that it works.", ["Ann Lee"]),
        ("The ministry has, since May, insisted that it works.", ["The ministry"]),
        ("In 1868 engineers warned that it was dear.", ["engineers"]),
        ("More than 12,500 herders fear that it will come.", []),
        ("Results suggest that it works.", []),
        ("While Ann Lee of the Centre for Ports says that it works, Bo Dahl doubts it.", ["Ann Lee", "Bo Dahl"]),
        ("Foreign Minister Ann Lee who also chaired the session, for her part, said that it works.", ["Ann Lee"]),
        ("Ann Lee denied that it went to a firm called Northern Rail, saying it works.", ["Ann Lee", "Ann Lee"]),
    ],
)
def test_attributions(sentence, who):
    assert [a.phrase for a in attributions(sentence, Span(0, len(sentence)))] == who


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dr Okoro, citing the African Development Bank, said the Lobito Corridor would pay for itself.", "Okoro"),
        ("The minister, citing a World Bank study, said the Lobito Corridor would pay.", "The minister"),
        ("“The Lobito Corridor will pay,” Ann Lee said, citing the World Bank.", "Ann Lee"),
        ("Interfax, citing Transport Minister Ivan Orlov, said the Lobito Corridor would pay.", "Ivan Orlov"),
        ("The Lobito Corridor will pay, Reuters reported, citing Ann Lee.", "Ann Lee"),
        ("Citing the port, the minister noted that the Lobito Corridor would pay.", "the minister"),
    ],
)
def test_a_person_who_cites_a_body_speaks_and_an_agency_passes_on(text, speaker):
    assert [m.speaker for m in find(text)] == [speaker]


def test_an_office_that_ends_the_stretch_behind_a_quotation_speaks():
    text = "“The Lobito Corridor will be a model for transit,” said the U.S. Secretary of State."
    assert [m.speaker for m in find(text)] == ["the U.S. Secretary of State"]


def test_an_administrator_holds_an_office():
    text = "Ann Lee, Administrator of the Agency for Roads (AFR), wrote that the Lobito Corridor is open."
    assert [m.speaker for m in find(text)] == ["Ann Lee"]


def test_a_country_for_which_something_holds_says_nothing():
    assert [m.speaker for m in find("For Saudi Arabia, the Middle Corridor is more than a wager.")] == [None]
    assert [m.speaker for m in find("For Iran, the Middle Corridor is a rival.")] == [None]


def test_a_report_by_a_body_with_its_letters_in_brackets():
    text = "Freight on the Lobito Corridor doubled, according to a report by the Grey Bank (GB)."
    assert [m.speaker for m in find(text)] == ["a report by the Grey Bank"]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("This paper argues that the port pays.", []),
        ("The present study finds that the port pays.", []),
        ("Our second report notes that the port pays.", []),
        ("The bank published a white paper. This paper argues that the port pays.", ["paper"]),
        ("The paper argues that the port pays.", ["paper"]),
        ("This report finds that the port pays.", ["report"]),
    ],
)
def test_a_text_that_speaks_of_itself_is_no_speaker(sentence, who):
    assert [a.phrase.split()[-1] for a in attributions(sentence, Span(0, len(sentence)))] == who


def test_a_hope_that_is_said_by_a_name_alone():
    text = "Bo Dahl met Lee.\n\nOkoro expressed confidence that the Lobito Corridor would pay."
    assert [m.speaker for m in find(text)] == ["Okoro"]
