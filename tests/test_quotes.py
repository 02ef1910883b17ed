"""Paragraphs, sentences, quotation marks and who speaks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.labels import heading_speaker, label, transcript
from corridors.people import People
from corridors.phrases import phrase_before, tokens
from corridors.quotations import is_speech, quotations
from corridors.quotes import Reader
from corridors.sentences import Layout, Span, split
from corridors.speakers import attributions


def read(text: str, word: str = "NSR"):
    start = text.index(word)
    return Reader(text).read(start, start + len(word))


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


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ('"One," he said. "Two."', ["One,", "Two."]),
        ("“A ‘b’ c” d", ["A ‘b’ c"]),
        ("“A “b” c” d", ["A “b” c"]),
        ('"A "b" c," d', ['A "b" c,']),
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


@pytest.mark.parametrize(
    ("text", "phrase", "kind"),
    [
        ("Russian Foreign Minister Sergey Lavrov", "Sergey Lavrov", "name"),
        ("India’s ports minister Ravi Menon", "Ravi Menon", "name"),
        ("Minister of Ports, Shipping and Waterways Ravi Menon", "Ravi Menon", "name"),
        ("the head of Rosatom", "the head of Rosatom", "office"),
        ("a spokesman for the Ministry of Ports", "a spokesman for the Ministry of Ports", "office"),
        ("the EAM", "the EAM", "office"),
        ("the railway ministry", "the railway ministry", "body"),
        ("Ministry of External Affairs", "Ministry of External Affairs", "body"),
        ("Mr. Alves", "Alves", "name"),
        ("Sheikha Noor bint Rashid", "Noor bint Rashid", "name"),
        ("Ann Lee and Bo Dahl", "Ann Lee and Bo Dahl", "joint"),
        ("глава государства", "глава государства", "office"),
        ("he", "he", "pronoun"),
    ],
)
def test_phrases_that_name_a_speaker(text, phrase, kind):
    toks = tokens(text, 0, len(text))
    found = phrase_before(text, toks, len(toks))
    assert found is not None
    assert (found.text, found.kind) == (phrase, kind)


@pytest.mark.parametrize("text", ["The meeting", "growth", "", "On Monday", "the river"])
def test_phrases_that_name_nobody(text):
    toks = tokens(text, 0, len(text))
    assert phrase_before(text, toks, len(toks)) is None


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Lavrov said that it works.", ["Lavrov"]),
        ("It works, Lavrov told reporters on Monday.", ["Lavrov"]),
        ("It works, said the minister.", ["the minister"]),
        ("According to Ann Lee, it works.", ["Ann Lee"]),
        ("Amina Yusuf, the Kenyan transport minister, said no.", ["Amina Yusuf"]),
        ("Sergey Lavrov on Wednesday expressed hope, noting that it works.", ["Sergey Lavrov"]),
        ("It was announced on Friday by Prime Minister Ann Lee.", ["Ann Lee"]),
        ("The meeting underlined several steps.", []),
        ("They discussed it.", []),
        ("Trade rose, which pleased everybody.", []),
        ("He pointed out that it works.", ["He"]),
        ("«Путь», — сказал Лихачёв.", ["Лихачёв"]),
    ],
)
def test_attributions(sentence, who):
    assert [a.phrase for a in attributions(sentence, Span(0, len(sentence)))] == who


def test_people_lead_offices_and_surnames_back():
    text = "External Affairs Minister S Jaishankar met Sergey Lavrov, the Russian foreign minister, and Ann Lee."
    people = People(text)
    assert people.holder(frozenset({"eam"}), len(text)) == "S Jaishankar"
    assert people.holder(frozenset({"russian", "minister"}), len(text)) == "Sergey Lavrov"
    assert people.holder(frozenset({"king"}), len(text)) is None
    assert people.full("Jaishankar", 0) == "S Jaishankar"
    assert people.full("Nobody", 0) == "Nobody"


def test_surname_of_two_people_stays_as_it_is():
    assert People("Ann Lee met Bo Lee.").full("Lee", 0) == "Lee"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("PRESIDENT LOURENÇO: We came.", "PRESIDENT LOURENÇO"),
        ("**Dr. Ivanova:** We came.", "Dr. Ivanova"),
        ("Q: Why?", "Q"),
        ("Status: planned", None),
        ("Note that: this", None),
    ],
)
def test_labels(line, who):
    found = label(line, Span(0, len(line)))
    assert (found[0] if found else None) == who


def test_a_dateline_makes_no_transcript():
    assert not transcript(
        "NEW DELHI: India and Russia have agreed on a good many things this week in Moscow.", 20
    ).labelled
    assert transcript("PRESIDENT LEE: We came to talk about ships.", 20).labelled


def test_heading_that_ends_in_a_name():
    text = "Northern route to open in May: Putin"
    assert heading_speaker(text, Span(0, len(text))) == ("Putin", text.index("Putin"))
    assert heading_speaker("It has three parts: ports.", Span(0, 26)) is None


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
        ("Ann Lee spoke.\n\n“The NSR works,” she said.", "“The NSR works,” she said.", None, True),
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
