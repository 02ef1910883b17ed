"""Names that sign a quotation."""

from __future__ import annotations

import pytest

from corridors.quotations import QuotedText
from corridors.sentences import Span
from corridors.signatures import signed


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We are ready.” – Ann Lee, minister", "Ann Lee"),
        ("“We are ready.”\n— Ann Lee, minister", "Ann Lee"),
        ("“No queues here.” (driver, Lusaka)", "driver"),
        ("“No queues here.” (see page five)", None),
        ("“We are ready.”\n\nAnn Lee came.", None),
        ("“We are ready.” – That was all.", None),
    ],
)
def test_signatures(text, who):
    quoted = QuotedText(text)
    end = text.index("”") + 1
    found = signed(quoted, quoted.layout.paragraph(0), end)
    assert (found.phrase if found else None) == who


def test_a_signature_is_looked_for_only_behind_the_end():
    quoted = QuotedText("“One.” – Ann Lee\n\n“Two.” he said.")
    start = quoted.text.index("“Two")
    assert signed(quoted, Span(start, len(quoted.text)), start + 6) is None
