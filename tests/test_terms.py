"""Words that tell where a text is about."""

from __future__ import annotations

from catalogues import PLACES, two

from corridors.fold import fold
from corridors.terms import Gazette, countries


def terms(text: str) -> list[tuple[str, str]]:
    folded = fold(text)
    found = Gazette(two(), PLACES).within(folded, 0, len(folded.text), {})
    return sorted((folded.text[o.start : o.end], min(o.term.keys)) for o in found if not o.term.region)


def test_countries_peoples_and_towns():
    assert terms("Zambian copper, U.S. aid and Dar es Salaam") == [
        ("dar es salaam", "TZA"), ("u.s", "USA"), ("zambian", "ZMB"),
    ]  # fmt: skip
    assert terms("South Korean ships; в Казахстане; 中国和俄罗斯") == [
        ("korean", "KOR"), ("south korean", "KOR"), ("казахстане", "KAZ"), ("中国", "CHN"), ("俄罗斯", "RUS"),
    ]  # fmt: skip


def test_places_speak_for_their_corridors():
    assert terms("a train to Midtown and Deeham") == [("deeham", "asian"), ("midtown", "african")]


def test_words_are_found_wherever_a_block_ends():
    text = "x" * 2_040 + " Dar es Salaam " + "y" * 3_000 + " Zambia"
    assert terms(text) == [("dar es salaam", "TZA"), ("zambia", "ZMB")]


def test_only_the_stretch_asked_for_is_given():
    folded = fold("Zambia and Kenya")
    gazette = Gazette(two(), PLACES)
    assert [o.word for o in gazette.within(folded, 7, 16, {})] == ["kenya"]


def test_file_of_countries_is_whole():
    known = countries()
    assert set(known.regions) == set(known.members)
    assert all(len(code) == 3 and code.isupper() and words for code, words in known.words.items())
    assert all(codes <= known.words.keys() for codes in known.members.values())
    assert len({word for words in known.words.values() for word in words}) > 600
