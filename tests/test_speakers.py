"""Verbs of saying and who stands beside them."""

from __future__ import annotations

import pytest

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
    ],
)
def test_attributions(sentence, who):
    assert [a.phrase for a in attributions(sentence, Span(0, len(sentence)))] == who
