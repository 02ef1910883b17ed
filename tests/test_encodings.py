"""Bytes become text as their mark, their shape or a guess says."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors._extract import Unreadable
from corridors.encodings import MARKS, decode

RUSSIAN = "Северный морской путь открыт круглый год. Министр сообщил, что грузооборот вырос на 12 процентов."
GERMAN = "Der Nördliche Seeweg verkürzt die Strecke, sagte der Minister. „Für Güterzüge fehlt es an Gleisen.“"
POLISH = "Korytarz północny łączy Indie z Rosją, a żegluga na Wiśle wróci. Minister powiedział, że będzie gotów."
TURKISH = "Orta Koridor, Türkiye üzerinden Çin ile Avrupa'yı bağlıyor. Işık, ağaç, göğüs, şehir, söyledi."
CHINESE = "中欧班列运行线路不断增加。国际南北运输走廊连接印度、伊朗和俄罗斯。外交部发言人表示合作。"
ARABIC = "ممر النقل الدولي بين الشمال والجنوب يربط الهند وإيران وروسيا. وقال الوزير إن الخط سيكتمل."
JAPANESE = "北極海航路は、日本とヨーロッパを結ぶ最短の航路である。国土交通省は、利用が増えたと発表した。"


@pytest.mark.parametrize(("mark", "encoding"), MARKS, ids=[encoding for _, encoding in MARKS])
def test_a_byte_order_mark_decides_and_stays(mark, encoding):
    found = decode(mark + RUSSIAN.encode(encoding))
    assert found == ("\ufeff" + RUSSIAN, encoding, "")


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "cp866", "cp866"),
        (RUSSIAN, "iso8859-5", "iso-8859-5"),
        ("Мурманск: Северный морской путь.", "koi8-r", "koi8-r"),
        ("Мурманск: Северный морской путь.", "cp1251", "windows-1251"),
        ("Президент сказал, что коридор «Север — Юг» открыт.", "cp1251", "windows-1251"),
        ("Президент сказал, что коридор «Север — Юг» открыт.", "mac-cyrillic", "mac-cyrillic"),
        ("Ο Βόρειος Θαλάσσιος Δρόμος μειώνει την απόσταση, δήλωσε ο υπουργός.", "cp1253", "windows-1253"),
        (GERMAN, "cp1252", "windows-1252"),
        (POLISH, "cp1250", "windows-1250"),
        (POLISH, "iso8859-2", "iso-8859-2"),
        (TURKISH, "cp1254", "windows-1254"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "gbk", "gb18030"),
        (ARABIC, "cp1256", "windows-1256"),
        (JAPANESE, "shift_jis", "shift-jis"),
        (JAPANESE, "euc_jp", "euc-jp"),
        ("In the north, he said: “The corridor is open—at last.” " * 3, "cp1252", "windows-1252"),
    ],
)
def test_older_encodings_are_guessed_and_told_of(text, encoding, named):
    for copies in (1, 200):
        found = decode((text * copies).encode(encoding))
        assert found.text == text * copies
        assert f"it was read as {named}; save it as UTF-8 to be sure." in found.remark


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_seen_by_its_zero_bytes(encoding):
    found = decode(RUSSIAN.encode(encoding))
    assert (found.text, found.encoding) == (RUSSIAN, encoding)
    assert encoding in found.remark


def test_a_mark_of_utf32_is_not_taken_for_one_of_utf16():
    assert decode("a\0b".encode("utf-16")).text == "\ufeffa\0b"
    assert decode(codecs.BOM_UTF32_LE + "ab".encode("utf-32-le")).text == "\ufeffab"


def test_a_long_line_of_ascii_does_not_hide_the_telling_bytes():
    text = "x" * 300_000 + " " + RUSSIAN + "y" * 300_000
    assert decode(text.encode("cp1251")).text == text


@given(
    st.text(min_size=1).filter(lambda text: text.strip("\ufeff\x1c\x1d\x1e\x1f\x85 \t\r\n\v\f") and "\0" not in text)
)
def test_utf8_comes_back_as_it_is(text):
    text = f"{text} said"
    assert decode(text.encode()) == (text, "utf-8", "")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused_in_a_sentence(raw):
    said = ""
    try:
        said = f"{decode(raw).text} said."
    except Unreadable as error:
        said = str(error)
    assert said.endswith(".")
    assert said.strip() != "said."
