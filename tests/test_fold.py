"""Folded text and its way back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.fold import fold, fold_name, without

ANY = st.text(st.characters(codec=None), max_size=60)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Chennai–Vladivostok", "chennai vladivostok"),
        ("Chennai -\n Vladivostok", "chennai vladivostok"),
        ("Chennai\u2212\u00a0Vladivostok", "chennai vladivostok"),
        ("Cor\u00adri\u200bdor\ufeff", "corridor"),
        ("“North-South” corridor", "north south corridor"),
        ("İstanbul, Straße, traﬃc, ŁÓDŹ, Æsir", "istanbul, strasse, traffic, lodz, aesir"),
        ("e\u0301cole", "ecole"),
        ("Северный Ёж й", "северныи еж и"),
        ("ＮＳＲ", "nsr"),
        ("a\n\nb", "a\nb"),
        ("a \r\n \r\n b", "a\nb"),
        ("a\r\nb", "a b"),
        ("a\u2028b\u2029c", "a b c"),
        ("> Sea\n> Route", "> sea route"),
        ("minister’s ‘x’", "minister's x"),
        ("the sailors' ‘Polar’ Route", "the sailors polar route"),
        ("l’été des ‘Œuvres’", "l'ete des oeuvres"),
        ("x 😀 y", "x \x1a y"),
        ("x\ud800y", "x\ufffdy"),
        ("x𝐍y", "x𝐍y"),
        ("ɁxɂŊŋ", "ɂxɂŋŋ"),
        ("#خواف_هرات و a_b", "#خواف هرات و a_b"),
        ("", ""),
    ],
)
def test_fold(text, folded):
    assert fold(text).text == folded


def test_signs_that_are_no_letters_leave_only_ascii():
    assert fold("5 € …").text == "5 \x1a \x1a"


@given(
    st.text("aZ9 .,&()/-\t'é", max_size=12) | st.text("aß’‘'“ \u00ad\u0301Ж中ﬃ№😀𝐍–\ud800\n>\0\x1c_", max_size=12) | ANY
)
def test_names_fold_like_texts(name):
    assert fold_name(name) == fold(name).text.strip()


def test_low_lines_and_brackets_in_a_name_are_read_as_in_a_text():
    assert fold_name("Khaf_[Herat]") == fold("Khaf_[Herat]").text
    assert fold_name("[A]") == fold("[A]").text == "a"
    assert fold_name("ß_ß") == fold("ß_ß").text == "ss ss"


def test_name_has_no_white_space_at_its_ends():
    assert fold_name(" — Polar  Route ") == "polar route"


@given(ANY)
def test_every_folded_character_knows_its_origin(text):
    folded = fold(text)
    origins = [folded.origin(i) for i in range(len(folded.text))]
    assert origins == sorted(origins)
    assert all(0 <= origin < len(text) for origin in origins)
    for position, origin in enumerate(origins):
        alone = fold(text[origin]).text
        assert folded.text[position] in alone or folded.text[position] in " \n\x1a\ufffd" or alone in " \x1a>"


@given(ANY)
def test_position_undoes_origin(text):
    folded = fold(text)
    for i in range(len(folded.text)):
        first = folded.position(folded.origin(i))
        assert first <= i
        assert folded.origin(first) == folded.origin(i)


@given(ANY, ANY)
def test_folding_is_done_once(left, right):
    once = fold(left + "x" + right).text.replace("\x1a", "~").replace("\n", "").replace(">", "")
    assert fold(once).text.replace(" ", "") == once.replace(" ", "")


def test_span_takes_in_combining_marks():
    text = "Route\u0301\u0301 x"
    assert fold(text).span(0, 5) == (0, 7)


def test_line_end_hyphens_are_found_and_closed():
    text = "Corri-\r\n  dor, 5-\n6, a - \n b"
    gaps = fold(text).hyphens
    assert [text[start:end] for start, end in gaps] == ["-\r\n  "]
    closed = without(fold(text), gaps)
    assert closed.text.startswith("corridor, 5 6")
    assert closed.span(0, 8) == (0, text.index(","))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("the [Lachin] corridor", "the lachin corridor"),
        ("the [Northern] [Sea] Route", "the northern sea route"),
        ("Lobito Corridor[1] carries", "lobito corridor[1] carries"),
        ("[2] Lobito", "[2] lobito"),
        ("[Map](address)", "map](address)"),
    ],
)
def test_brackets_around_words_of_an_editor_are_dropped(text, folded):
    assert fold(text).text == folded


def test_the_apostrophe_of_uzbek_is_one_however_it_is_written():
    assert len({fold_name(name) for name in ("Oʻrta yoʻl", "O‘rta yo‘l", "O'rta yo'l", "O`rta yo`l")}) == 1


def test_an_underscore_between_spaces_is_a_dash_and_others_are_none():
    folded = fold("کریدور شمال _ جنوب")
    assert folded.text == fold("کریدور شمال - جنوب").text
    assert folded.source == "کریدور شمال _ جنوب"
    assert fold("north_south").text != fold("north-south").text
