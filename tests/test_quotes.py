"""What is shown with a mention, who says it, and whether in his own words."""

from __future__ import annotations

import pytest

from corridors.quotes import Reader


def read(text: str, word: str = "NSR"):
    start = text.index(word)
    return Reader(text).read(start, start + len(word))


@pytest.mark.parametrize(
    ("text", "quote", "speaker", "direct"),
    [
        ("“The NSR works,” said Ann Lee.", "“The NSR works,” said Ann Lee.", "Ann Lee", True),
        ("“Hello. The NSR works. Bye,” said Ann Lee.", "The NSR works.", "Ann Lee", True),
        ("Ann Lee said: “The NSR works. Bye.”", "The NSR works.", "Ann Lee", True),
        ("“Bye,” said Ann Lee of the NSR.", "“Bye,” said Ann Lee of the NSR.", "Ann Lee", False),
        ("- the NSR, open", "the NSR, open", None, False),
        ("As Ann Lee said:\n\nThe NSR works.", "The NSR works.", "Ann Lee", True),
        ("“The NSR works, Ann Lee said.\n\nNothing else.", "The NSR works, Ann Lee said.", "Ann Lee", True),
        ("“One.\n\n“The NSR works.\n\n“Three,” said Ann Lee.", "The NSR works.", "Ann Lee", True),
        ("Ann Lee spoke.\n\n“The NSR works,” she said.", "“The NSR works,” she said.", "Ann Lee", True),
        ("Rain fell.\n\n“The NSR works,” she said.", "“The NSR works,” she said.", None, True),
        ("Minister Ann Lee spoke.\n\n“The NSR works,” she said.", "“The NSR works,” she said.", "Ann Lee", True),
        ("“I like it,” he said. The NSR works.", "The NSR works.", None, False),
    ],
)
def test_quote_speaker_and_directness(text, quote, speaker, direct):
    reading = read(text)
    assert (reading.quote.exact, reading.speaker, reading.direct) == (quote, speaker, direct)


def test_quote_never_runs_over_an_elision():
    text = "Before.\n\n[…]\n\n“The NSR\n\n[…]\n\nworks,” said Ann Lee."
    assert read(text).quote.exact == "The NSR"


def test_people_far_away_are_not_read():
    text = "Foreign Minister Ann Lee came. " + "x " * 60_000 + "“The NSR works for us all,” said the foreign minister."
    assert read(text).speaker == "the foreign minister"
