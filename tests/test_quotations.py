"""Quotation marks."""

from __future__ import annotations

import pytest

from corridors.quotations import QuotedText, is_speech, quotations
from corridors.sentences import Span


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ('"One," he said. "Two."', ["One,", "Two."]),
        ("“A ‘b’ c” d", ["A ‘b’ c"]),
        ('" À nous deux," dit Anne.', [" À nous deux,"]),
        ("“A “b” c” d", ["A “b” c"]),
        ('"A "b" c," d', ['A "b" c,']),
        ('It is a "bridge of the "Silk Road", he said.', ['bridge of the "Silk Road']),
        ("”Began my talks in Oslo. They were long,” she said.", ["Began my talks in Oslo. They were long,"]),
        ('It is a "bridge of the "Silk Road", he said at "Ports" in Oslo.', ['bridge of the "Silk Road', "Ports"]),
        ('He said: "It is the "Silk Road", and goes on', ['It is the "Silk Road", and goes on']),
        ("«А „б“ в», — г", ["А „б“ в"]),
        ("„Wir fahren“, sagte er.", ["Wir fahren"]),
        ("'We don't know,' said Ann. 'The ministers' plan.'", ["We don't know,", "The ministers' plan."]),
        ("It's 5 o'clock in the '90s for the boys' club.", []),
        ("「路が開く」と言った", ["路が開く"]),
        ("“Never closed", ["Never closed"]),
        ("goes on,” he said. “New", ["goes on,", "New"]),
        ('“mixed," he said', ["mixed,"]),
        ("''two strokes,'' he said", ["two strokes,"]),
        ('a 5" nail', []),
        ('„Wir fahren", sagte er.', ["Wir fahren"]),
        ("‘‘हम चलें’’ कहा", ["हम चलें"]),
    ],
)
def test_quotations(text, inner):
    found = quotations(text, Span(0, len(text)))
    assert [text[q.inner.start : q.inner.end] for q in found if q.opened or text.startswith("goes")] == inner


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("“We will build it,” he said", True),
        ("“Yes.”", False),
        ("the “Northern Gate”", False),
        ("called “the road that never was”", False),
        ("the report “Ways Across the Northern Seas”", False),
        ("praised “a railway of the future for all”", True),
    ],
)
def test_scare_quotes_and_titles_are_no_speech(text, speech):
    (quotation,) = quotations(text, Span(0, len(text)))
    assert is_speech(text, quotation, "said" in text) is speech


def test_names_in_marks_do_not_end_a_quotation_over_paragraphs():
    text = (
        'He said: "We came.\n\nThe word "TSR" was new to us. We learnt it.\n\nWe stay," and left.\n\nThe "NSR" is long.'
    )
    quoted = QuotedText(text)
    paragraph = quoted.layout.paragraph(text.index("word"))
    assert [text[q.start : q.end] for q in quoted.marks(paragraph)] == [text[paragraph.start : paragraph.end]]
    last = quoted.layout.paragraph(text.index("NSR"))
    assert [text[q.start : q.end] for q in quoted.marks(last)] == ['"NSR"']
