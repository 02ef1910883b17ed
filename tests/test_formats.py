"""What a file holds decides what it is; its name where that leaves a doubt."""

from __future__ import annotations

import gzip

import bombs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors._extract import Unreadable
from corridors.formats import GZIP, SUFFIXES, Kind, is_readable_name, kind_of, mismatch, name_parts, unpacked

PAGE = b"<!DOCTYPE html><html><body><p>The INSTC.</p></body></html>"
LINE = b'{"text": "The INSTC."}\n'


@pytest.mark.parametrize("suffix", ["", *SUFFIXES])
@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (bombs.one_page(bombs.stream(bombs.shown(b"text"))), Kind.PDF),
        (bombs.word(), Kind.DOCX),
        (PAGE, Kind.HTML),
        (b"\xef\xbb\xbf\r\n<?xml version='1.0'?>\n<!-- a > b --><HTML lang='en'>", Kind.HTML),
        (PAGE.decode().encode("utf-16"), Kind.HTML),
        (LINE, Kind.JSON_LINES),
        (b"\xef\xbb\xbf \n" + LINE * 2, Kind.JSON_LINES),
        (b"The INSTC < the rest.", Kind.TEXT),
        (b"A note on %PDF-1.7 headers.", Kind.TEXT),
    ],
)
def test_what_it_holds_goes_before_its_name(raw, kind, suffix):
    if raw.startswith(b"A note"):
        kind = Kind.PDF if suffix in ("", ".pdf") else kind  # such a file may begin with other bytes
    assert kind_of(raw, suffix) is kind


@pytest.mark.parametrize(
    ("raw", "suffix", "kind"),
    [
        (b"<p>The INSTC.</p>", "", Kind.HTML),
        (b"<p>The INSTC.</p>", ".md", Kind.TEXT),
        (b"The <b>INSTC</b>.", ".html", Kind.HTML),
        (b"The <b>INSTC</b>.", "", Kind.TEXT),
        (b"The INSTC.", ".html", Kind.TEXT),
        (b'{"title": "x"}', ".jsonl", Kind.JSON_LINES),
        (b"{broken", ".jsonl", Kind.JSON_LINES),
        (b'{"title": "x"}', "", Kind.TEXT),
        (b"{broken", "", Kind.TEXT),
        (b"[" * 100_000, "", Kind.TEXT),
        (b'{"a":' * 100_000, "", Kind.TEXT),
        (b"The INSTC.", ".pdf", Kind.TEXT),
    ],
)
def test_its_name_decides_where_there_is_a_doubt(raw, suffix, kind):
    assert kind_of(raw, suffix) is kind


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"\xd0\xcf\x11\xe0 old", "is an old Office file; save it as DOCX"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "is encrypted; remove its password"),
        (b"{\\rtf1 The INSTC.}", "is an RTF file"),
        (b"7z\xbc\xaf\x27\x1c", "is packed with 7z"),
        (b"PK\x03\x04 broken", "is a broken ZIP or Word file"),
    ],
)
def test_what_is_not_read_is_refused_by_name(raw, words):
    with pytest.raises(Unreadable, match=f"^{words}"):
        kind_of(raw, ".txt")


@pytest.mark.parametrize(
    ("member", "words"), [("xl/workbook.xml", "an Excel file"), ("mimetype", "an ODF"), ("a.txt", "a ZIP file; unpack")]
)
def test_other_archives_are_refused_by_name(tmp_path, member, words):
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(member, "x")
    with pytest.raises(Unreadable, match=f"is {words}"):
        kind_of((tmp_path / "a.zip").read_bytes())


def test_many_comments_before_a_page_take_no_time():
    assert kind_of(b"<!---->" * 500 + b"x", ".txt") is Kind.TEXT


def test_a_name_that_promises_something_else_is_told_of():
    assert mismatch(Kind.TEXT, ".pdf") == ("is called .pdf but holds plain text; it was read as plain text, rename it.")
    assert mismatch(Kind.PDF, ".pdf") == mismatch(Kind.PDF, "") == mismatch(Kind.TEXT, ".log") == ""


def test_names_are_taken_apart_without_gz():
    assert name_parts("a/b.c/News.2024.JSONL.GZ") == ("News.2024", ".jsonl")
    assert name_parts("report") == ("report", "")
    assert [is_readable_name(n) for n in ("a.TXT.gz", "a.gz", "a.csv", "a.htm", "gz")] == [
        True,
        False,
        False,
        True,
        False,
    ]


@given(st.binary(max_size=500))
def test_gzip_is_unpacked_and_the_rest_left_alone(raw):
    if raw.startswith(GZIP):
        return
    assert unpacked(raw) == raw
    assert unpacked(gzip.compress(raw)) == raw
    assert unpacked(gzip.compress(raw) + gzip.compress(b"more")) == raw + b"more"


def test_broken_doubled_and_bursting_gzip_is_refused():
    packed = gzip.compress(b"The INSTC. " * 1000)
    for broken in (packed[:-20], packed[:30] + b"\xff" * 20 + packed[50:], GZIP, packed + b"junk"):
        with pytest.raises(Unreadable, match=r"^is a broken gzip file \(.+\); fetch it again\.$"):
            unpacked(broken)
    with pytest.raises(Unreadable, match="is packed with gzip twice"):
        unpacked(gzip.compress(packed))
    with pytest.raises(Unreadable, match="holds more than 1 MB once unpacked"):
        unpacked(gzip.compress(bytes(2_000_000)), limit=1_000_000)


@given(st.binary(max_size=200), st.sampled_from(["", *SUFFIXES]))
def test_any_bytes_have_a_kind_or_are_refused(raw, suffix):
    found: object
    try:
        found = kind_of(raw, suffix)
    except Unreadable as error:
        found = str(error)
    assert isinstance(found, Kind) or str(found).endswith(".")
