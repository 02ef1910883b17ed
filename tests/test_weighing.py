"""What speaks for a possible mention."""

from __future__ import annotations

import pytest
from catalogues import PLACES, two

from corridors.candidates import Candidate
from corridors.collecting import Collector
from corridors.fold import fold
from corridors.quotes import Reader
from corridors.terms import Gazette, reach
from corridors.weighing import SAME, Knowledge, Weighing

KNOWN = two()
COLLECTOR = Collector(KNOWN, PLACES)


def weighed(text: str, corridor: str = "african") -> tuple[Weighing, list[Candidate]]:
    found = [c for c in COLLECTOR.collect(fold(text)).found if c.corridor == corridor]
    countries = reach(KNOWN, {})
    return Weighing(Knowledge(KNOWN, Gazette(KNOWN, PLACES), countries, countries, {}), Reader(text)), found


def test_a_row_of_a_table_is_the_sentence_of_its_names():
    text = "Name              Port\nNorthern Corridor Ayport  Kenya\nOther Corridor    Eeton   Russia\n"
    weighing, (found, *_) = weighed(text)
    sentence, paragraph = weighing._spans(found)
    folded = found.folded.text
    assert "ayport" in folded[sentence.start : sentence.end]
    assert "eeton" not in folded[sentence.start : sentence.end]
    assert "eeton" in folded[paragraph.start : paragraph.end]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("They sang “Northern Corridor,” again.", True),
        ("They sang “The Northern Corridor” again.", True),
        ("« Northern Corridor »", True),
        ("the “old Northern Corridor”", False),
        ("the Northern Corridor", False),
    ],
)
def test_quotation_marks_around_a_name(text, quoted):
    weighing, (found, *_) = weighed(text)
    assert weighing._is_quoted(found) is quoted


def test_mention_in_brackets_says_the_same():
    text = "the Northern Corridor (Ayport Corridor)"
    weighing, found = weighed(text)
    common = next(c for c in found if c.shared)
    assert weighing._support(common) == 0.0
    sure = next(c for c in found if not c.shared)
    weighing._known.add(sure.start, sure.end, sure.corridor)
    assert weighing._support(common) == SAME
    assert weighing._any_near(common)
