"""Who is the subject of a verb of saying."""

from __future__ import annotations

import pytest

from corridors.openings import lead, opening
from corridors.sentences import Span
from corridors.speakers import attributions
from corridors.tokens import tokens


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("My brother-in-law, who loads ships, says that it works.", ["My brother-in-law"]),
        ("A think tank in Riga calculates that it works.", ["A think tank in Riga"]),
        ("It works, residents say.", ["residents"]),
        ("Two people familiar with the talks said so.", ["Two people familiar with the talks"]),
        ("He liked to say that it works.", ["He"]),
        ("asked my friend Annika, a Norwegian.", ["Annika"]),
        ("At the teahouse the owner, Ann Lee, pours and says that it works.", ["Ann Lee"]),
        ("Adviser Haider al-Jubouri said no.", ["Haider al-Jubouri"]),
        ("In her view it works.", ["her"]),
        ("In Ann Lee’s view it works.", ["Ann Lee"]),
        ("The report puts the cost at two billion.", ["The report"]),
        ("They put the wagons on the line.", []),
        ("The corridor says nothing.", []),
        ("Ann Lee, head of freight, said the Union of Shippers (UOS) will study it.", ["Ann Lee"]),
        ("It is growing, said the Union of Shippers (UOS) in a statement.", ["the Union of Shippers"]),
        ("Ann Lee, Director of Ports, Office for the Coordination of Trade, said it works.", ["Ann Lee"]),
        ("It completes the link with Georgia, highlighted Ann María Lee, head of the port.", ["Ann María Lee"]),
        ("It will double, said President Ann Lee as she addressed the Riga Summit in May.", ["Ann Lee"]),
        ("It will double by 2030, said shippers ahead of the 4th fair to be held in Riga.", ["shippers"]),
        ("Ann Lee, the minister, said shippers during the fair had praised it.", ["Ann Lee"]),
        ("Our correspondent sent to Riga reports.", []),
        ("It works, an Admiralty statement released today said.", ["an Admiralty statement"]),
        (
            "The Economic Community of Northern States (ECNS) said it works.",
            ["The Economic Community of Northern States"],
        ),
        ("The route gives added value to the ports.", []),
        ("Another noted that it works.", ["Another"]),
        ("The pilot added trade was growing.", ["The pilot"]),
        ("The ministers agreed that it works.", ["The ministers"]),
        ("It works, said union ports, shipping and waterways minister Ann Lee.", ["Ann Lee"]),
        ("Lee and Dahl (2014) argue that it works.", ["Lee and Dahl"]),
        ("A bank report (2023) on tolls says that it works.", ["A bank report (2023) on tolls"]),
        ("The minister later on added that it works.", ["The minister"]),
        ("As per the paper on proposed tolls, it works.", ["the paper on proposed tolls"]),
        ("Trade falls, with reports indicating that Ghana is leaving.", ["reports"]),
        ("Norwegian businesspeople say it works.", ["Norwegian businesspeople"]),
        ("Nobody heeds Ann Lee’s assertion that it works.", ["Ann Lee"]),
        ("The envoy spoke highly of it.", ["The envoy"]),
        ("The envoy listed tolls among its faults.", ["The envoy"]),
        ("Two firms listed in Riga built it.", []),
        ("The report was sent to Nordline, which said that it works.", ["Nordline"]),
        ("Bo Dahl of a Bergen club said it works.", ["Bo Dahl"]),
        ("Analyst Bo Dahl of a Bergen club said it works.", ["Bo Dahl"]),
        ("It is ours, he said Ann Lee.", ["Ann Lee"]),
        ("Demands to widen it were also made by hauliers from Riga.", ["hauliers from Riga"]),
        ("Demands to widen it were made by Friday.", []),
        ("The committee has found that it is dear.", ["The committee"]),
        ("It was found that it is dear.", []),
        ("Ships pass by the study report of the port.", []),
    ],
)
def test_subjects(sentence, who):
    assert [a.phrase for a in attributions(sentence, Span(0, len(sentence)))] == who


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Ann Lee came.", "Ann Lee"),
        ("The mayor listened.", "The mayor"),
        ("His neighbour Anahit left.", "Anahit"),
        ("Senators from Balochistan were doubtful.", "Senators from Balochistan"),
        ("The river rose.", None),
        ("", None),
    ],
)
def test_opening(sentence, text):
    found = opening(sentence, tokens(sentence, 0, len(sentence)))
    assert (found.text if found else None) == text


def test_lead_takes_the_name_behind_the_office():
    text = "The director of the line, Admiral Ann Lee, avoids comparisons"
    assert lead(text, tokens(text, 0, len(text))).text == "Ann Lee"
