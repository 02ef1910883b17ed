"""Paragraphs and sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.sentences import Layout, LineStarts, Span, split


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mr. Rao met Dr. A. P. Singh on Jan. 5.", "They spoke."],
        ["It is 5.6 km, i.e. nothing.", "So what?", "Yes!"],
        ["The U.S. Navy left at 5 p.m. Monday.", "It came back."],
        ["He left the U.S.", "The rest stayed."],
        ["“Will it work?” he asked.", "“It will.”", "She smiled."],
        ["Trade grew... and grew.", "Nobody knew why…"],
        ["Ships came (No. 5 too).", "[See fig. 3.]"],
        ["Грузы выросли на 5 млн т. и более.", "«Путь открыт!» — сказал он."],
        ["भारत ने कहा।", "ठीक है।"],
        ["船来了。", "货走了。"],
        ["1. The first point.", "2. The second."],
        ["It ended.”", "Next."],
    ],
)
def test_sentences(sentences):
    text = " ".join(sentences)
    assert [text[s.start : s.end] for s in split(text, Span(0, len(text)))] == sentences


@given(st.text(st.sampled_from("aA .!?…\"“”'’)\n。\r"), max_size=40))
def test_sentences_cover_all_but_white_space(text):
    spans = split(text, Span(0, len(text)))
    assert "".join("".join(text[s.start : s.end].split()) for s in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))


def paragraphs(text: str) -> list[str]:
    layout, found, at = Layout(text), [], 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        span = layout.paragraph(at)
        found.append(text[span.start : span.end])
        at = span.end + 1
    return found


def test_paragraphs_by_blank_lines_and_wrapped_lines():
    wrapped = (
        "The ministers met in the town hall on the river and\nspoke for two hours about a railway nobody had seen."
    )
    assert paragraphs(wrapped + "\n\nNext.") == [wrapped, "Next."]


def test_paragraphs_by_single_line_breaks():
    long = "This paragraph runs on for a good deal more than any line would that somebody had wrapped by hand. " * 2
    lines = [long.strip(), "Heading", long.strip()]
    assert paragraphs("\n".join(lines)) == lines


def test_paragraphs_with_other_line_ends_and_list_items():
    assert paragraphs("A b\r\n\r\nC d\r- one\r- two\u2029E f") == ["A b", "C d", "- one", "- two", "E f"]


@given(st.text("ab\n", max_size=30), st.lists(st.integers(0, 30)))
def test_lines_begin_behind_the_last_line_feed_in_whatever_order_they_are_asked_for(text, offsets):
    lines = LineStarts(text)
    for offset in offsets:
        assert lines.start(offset) == text.rfind("\n", 0, offset) + 1


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("रास्ता खुला है. उन्होंने कहा कि हां.", 2),
        ("बैठक ए. वर्मा के साथ हुई।", 1),
        ("قال إن “الطريق مفتوح”.وافتتح الوزير الطريق.", 2),
        ("قال د.علي إن الطريق مفتوح.", 1),
    ],
)
def test_stops_of_other_scripts(text, sentences):
    assert len(split(text, Span(0, len(text)))) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Cargo grew, according to\nAnn Lee of the port.",
        "The Walvis Bay-Ndola-\nLubumbashi corridor grew.",
        "It rose from\n720 tons.",
    ],
)
def test_a_line_that_no_sentence_ends_with_goes_on(text):
    assert Layout(text).paragraph(0) == Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It links them to the Americas.The committee met.Lee said so.", 3),
        ("The minister spoke, Portal.Az reports, of Node.js and www.Oslo.no.", 1),
    ],
)
def test_stops_without_a_space_behind(text, sentences):
    assert len(split(text, Span(0, len(text)))) == sentences


def test_quotations_on_lines_of_their_own_are_paragraphs():
    text = "“We are ready for it” – Ann Lee, minister of ports\n“I live next to it” – Bo Dahl, farmer"
    assert Layout(text).paragraph(0).end == text.index("\n")
