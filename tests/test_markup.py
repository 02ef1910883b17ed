"""Addresses, link targets and tags are no words."""

from __future__ import annotations

import pytest

from corridors.markup import Markup


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("see https://example.org/NSR-map now", True),
        ("see www.example.org/NSR", True),
        ("write to NSR@example.org", True),
        ("write to x@NSR.example", True),
        ("follow @NSR", True),
        ("[map](maps/NSR.html)", True),
        ('[map](x.html "the NSR")', True),
        ("[map][NSR]", True),
        ("[1]: https://example.org/NSR", True),
        ('<a href="NSR.html">', True),
        ('<img\n alt="NSR">', True),
        ("<!-- the NSR -->", True),
        ("NSR.org is down", True),
        ("open NSR_map.pdf", True),
        ("the NSR", False),
        ("[NSR](https://example.org)", False),
        ("https://example.org and the NSR", False),
        ("<b>NSR</b>", False),
        ("5 < 6, NSR > 4", False),
        ("<!-- x --> NSR", False),
        ("The NSR.Next sentence", False),
        ("a@example.org, NSR", False),
        ("(NSR)", False),
    ],
)
def test_markup(text, inside):
    start = text.index("NSR")
    assert Markup(text).holds(start, start + 3) is inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("mine are from maps.example/nsr-line/x.html", True),
        ("nothing called /nsr-line/final_v3", True),
        ("the nsr-line is open", False),
    ],
)
def test_paths(text, inside):
    start = text.index("nsr-line")
    assert Markup(text).holds(start, start + 8) is inside
