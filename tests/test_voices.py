"""Who speaks where a mention stands: figures on labelled passages, and the rules one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from scoring import passages, scored

from corridors.mentions import find
from corridors.quotes import Reader

TEXTS = Path(__file__).parent / "data" / "texts"


def heard(text: str, word: str = "NSR") -> tuple[str | None, bool]:
    start = text.index(word)
    reading = Reader(text).read(start, start + len(word))
    return reading.speaker, reading.direct


@pytest.mark.parametrize(("name", "least"), [("voices", 0.9), ("world", 0.9), ("speakers", 0.8)])
def test_speakers_of_labelled_passages(name, least):
    score = scored(passages(TEXTS / f"{name}.toml"))
    assert score.counts["has speaker"] > 40
    assert score.speakers >= least
    assert score.direct >= 0.97


@pytest.mark.parametrize("name", ["voices", "world", "news"])
def test_author_keeps_his_own_words(name):
    given = labelled = 0
    for passage in passages(TEXTS / f"{name}.toml"):
        found = {(m.start, m.end): m for m in find(passage.text)}
        own = [found.get((label.start, label.end)) for label in passage.mentions if not label.speaker]
        labelled += len(own)
        given += sum(mention is not None and mention.speaker is not None for mention in own)
    assert given <= 0.08 * labelled


@pytest.mark.parametrize(
    ("text", "speaker", "direct"),
    [
        ("Ann Lee stressed one thing. The NSR is long. She also spoke of ice.", "Ann Lee", False),
        ("Ann Lee stressed one thing. The NSR is long. Ice is cold.", None, False),
        ("The director of the line, Admiral Ann Lee, avoids comparisons: “The NSR is a way.”", "Ann Lee", True),
        ("Angola had announced the tender for the NSR.", None, False),
        ("Angola announced that the NSR is open.", "Angola", False),
        ("Minister Ann Lee announced the NSR today.", "Ann Lee", False),
        ("What soldiers call the NSR is a road.", "soldiers", False),
        ("According to plan, the NSR opens in May.", None, False),
        ("According to a note by Harbour Lane, the NSR opens.", "a note by Harbour Lane", False),
        ("THE MINISTRY OF FINANCE WARNS THAT THE NSR IS DEAR.", "THE MINISTRY OF FINANCE", False),
        ("The road is long; the planner Ann Lee said “the NSR is longer than that”.", "Ann Lee", True),
        ("The NSR is long; the planner Ann Lee said “it is longer than that”.", None, False),
        ("It is said that lines prefer the NSR.", None, False),
        ("You ask about the NSR.", None, False),
        ("On Tuesday Ann wrote:\n> We like the NSR.", "Ann", True),
        ("Q: Why?\n\nA: The NSR is long.\n\nQ: And?\n\nA: No.", None, True),
        ("cat_1: hello there\n\ndog: the NSR works\n\ncat_1: no it does not", "dog", True),
        ("We met Ann Lee.\n\n— Does it work?\n\n— The NSR works.\n\n— Thanks.", "Ann Lee", True),
    ],
)
def test_speaker_of_a_short_text(text, speaker, direct):
    assert heard(text) == (speaker, direct)


def test_he_is_not_she():
    text = "Ann Lee came. She spoke. She turned to the bank’s vice president. He said that the NSR works."
    assert heard(text) == ("the bank’s vice president", False)


def test_office_means_who_was_named_right_before():
    text = "Ann Lee came to Riga. The deputy governor had an hour. The NSR, she said, is long."
    assert heard(text) == ("Ann Lee", False)
