"""What somebody is asked is not what he says, and whom a sentence names beside "he added" is not who adds it."""

from __future__ import annotations

import pytest

from corridors.quotes import Reader


def speaker(text: str, word: str = "NSR") -> str | None:
    at = text.index(word)
    return Reader(text).read(at, at + len(word)).speaker


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Minister Ann Lee has said in response to a letter from Oslo on the so-called NSR.", None),
        ("The envoy, Ann Lee, told a briefing in reply to a question about the NSR.", None),
        ("Minister Ann Lee made no promises, she said when asked about the NSR.", None),
        ("Minister Ann Lee said in response to a question about ships that the NSR is open.", "Ann Lee"),
        ("Minister Ann Lee told reporters, when asked about the port, that the NSR is open.", "Ann Lee"),
        ("Minister Ann Lee said in answer to him that the NSR is open.", "Ann Lee"),
    ],
)
def test_what_is_asked_is_not_the_words_of_who_answers(text, who):
    assert speaker(text) == who


def test_a_name_set_off_before_he_added_is_somebody_else():
    text = "Minister Bo Dahl spoke on Sunday. “A new era begins,” he said.\n\nMr Wong, he added, had built the NSR."
    assert speaker(text) == "Bo Dahl"
