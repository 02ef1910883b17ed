"""Files become documents; bad ones are told of in one sentence."""

from __future__ import annotations

import io
import os
import sys
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors import documents
from corridors._errors import DocumentError
from corridors.documents import DocumentWarning, from_text, read, read_all
from corridors.model import Document


@pytest.fixture
def errors() -> list[str]:
    return []


def tell(errors: list[str]):
    return lambda error: errors.append(str(error))


def test_text_is_the_file_decoded_and_unchanged(tmp_path):
    text = "\ufeffa\r\nb\rc\u2028\u0301\0x".replace("\0", "") + "\n\n"
    (tmp_path / "A Text.txt").write_bytes(text.encode())
    document = read(tmp_path / "A Text.txt")
    assert document.text == text
    assert document.id == "a-text"
    assert document.path == str(tmp_path / "A Text.txt")


@given(st.text(min_size=1).filter(lambda t: t.strip("\ufeff \t\r\n") and "\0" not in t).map("Text: ".__add__))
def test_any_utf8_comes_back(tmp_path_factory, text):
    file = tmp_path_factory.mktemp("any") / "x.txt"
    file.write_bytes(text.encode())
    assert read(file).text == text


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_one_sentence(tmp_path_factory, raw):
    file = tmp_path_factory.mktemp("raw") / "x.txt"
    file.write_bytes(raw)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DocumentWarning)
        (document,) = read_all([file], on_error=(told := []).append) or [None]
    assert (document is None) == (len(told) == 1)
    assert document is None or document.text.strip()
    assert all(str(file) in str(error) and "\n" not in str(error) for error in told)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        ("\u00a0\u2028 ".encode(), "only white space"),
        (b"%PDF-1.7 ...", "is a broken PDF file"),
        (b"PK\x03\x04abc", "is a broken ZIP or Word file"),
        (b"\x89PNG\r\n", "is a picture"),
        (b"text\x00more", "the byte at offset 4 is a NUL"),
        (b"abc\xff\xfe\x00\x01\x02\x03\x04", "the byte at offset 3 cannot be decoded"),
        (b"\xff\xfea\x00b", "byte 4 breaks off its UTF-16-LE"),
    ],
)
def test_bad_files_are_refused(tmp_path, raw, words):
    (tmp_path / "bad.txt").write_bytes(raw)
    with pytest.raises(DocumentError, match=words) as caught:
        read(tmp_path / "bad.txt")
    assert str(tmp_path / "bad.txt") in str(caught.value)


def test_missing_file_and_folder_say_what_to_do(tmp_path):
    with pytest.raises(DocumentError, match=r"cannot be read \(no such file or directory\); check the path"):
        read(tmp_path / "none.txt")
    with pytest.raises(DocumentError, match="is a folder where a file is wanted"):
        read(tmp_path)
    with pytest.raises(DocumentError, match="is no path"):
        read("a\0b")


def test_too_large_a_file_is_refused_without_being_read_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "LIMIT_BYTES", 1_000_000)
    (tmp_path / "large.txt").write_bytes(b"x" * 1_000_001)
    with pytest.raises(DocumentError, match="larger than 1 MB; split it"):
        read(tmp_path / "large.txt")
    (tmp_path / "fits.txt").write_bytes(b"x" * 1_000_000)
    assert len(read(tmp_path / "fits.txt").text) == 1_000_000


@pytest.mark.parametrize(
    ("text", "encoding", "guessed"),
    [
        ("He said: “The Northern Sea Route—open.” Café, naïve.", "windows-1252", "windows-1252"),
        ("Северный морской путь открыт круглый год", "windows-1251", "windows-1251"),
    ],
)
def test_older_encodings_are_read_with_a_warning(tmp_path, text, encoding, guessed):
    (tmp_path / "old.txt").write_bytes(text.encode(encoding))
    with pytest.warns(DocumentWarning, match=rf"old.txt' is not UTF-8 \(first at byte \d+\): it was read as {guessed}"):
        assert read(tmp_path / "old.txt").text == text


def test_a_few_bad_bytes_in_utf8_become_replacement_signs(tmp_path):
    (tmp_path / "x.txt").write_bytes("Škoda – Łódź".encode() + b"\xff ok")
    with pytest.warns(DocumentWarning, match="1 undecodable places became U"):
        assert read(tmp_path / "x.txt").text == "Škoda – Łódź\ufffd ok"


def test_utf16_with_a_byte_order_mark(tmp_path):
    (tmp_path / "x.txt").write_bytes("путь".encode("utf-16"))
    assert read(tmp_path / "x.txt").text == "\ufeffпуть"


def test_sidecar_gives_metadata(tmp_path):
    (tmp_path / "article.txt").write_text("text")
    (tmp_path / "article.toml").write_text(
        'title = "A title"\npublisher = "P"\ndate = 2023-12-27\n'
        'url = "https://example.org/a?b=1"\nlanguage = "en-GB"\nnote = "n"\n'
    )
    document = read(tmp_path / "article.txt")
    assert document == Document(
        id="article", text="text", title="A title", publisher="P", date="2023-12-27",
        url="https://example.org/a?b=1", language="en-GB", path=str(tmp_path / "article.txt"), note="n",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('titel = "x"', "the key 'titel' is unknown"),
        ('date = "27 December"', "is no date"),
        ('date = "2023-13"', "is no date"),
        ('url = "javascript:alert(1)"', "is no web address"),
        ('url = "https:///path"', "is no web address"),
        ("title = 5", "is not a string"),
        ('language = "english please"', "is no language tag"),
        ("title = ", "is no readable TOML"),
    ],
)
def test_unusable_metadata_is_told_of_and_left_out(tmp_path, line, words):
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "a.toml").write_text(line)
    with pytest.warns(DocumentWarning, match=words):
        document = read(tmp_path / "a.txt")
    assert (document.title, document.date, document.url, document.language) == ("", "", "", "")


@pytest.mark.parametrize("date", ["2023", "2023-12", "2023-12-27", ""])
def test_dates_as_exact_as_known(tmp_path, date):
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "a.toml").write_text(f'date = "{date}"')
    assert read(tmp_path / "a.txt").date == date


def test_folder_is_read_in_order_without_hidden_files(tmp_path, errors):
    seen, unseen = (
        ("b.txt", "a.md", "sub/c.MARKDOWN", "sub/report.text", "report.txt"),
        (".h.txt", ".git/d.txt", "e.csv", "f.json", "article.toml", "archive.gz"),
    )
    for name in seen + unseen:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    found = read_all([tmp_path], on_error=tell(errors))
    assert [d.text for d in found] == ["a.md", "b.txt", "report.txt", "sub/c.MARKDOWN", "sub/report.text"]
    assert [d.id for d in found] == ["a", "b", "report", "c", "report-2"]
    assert errors == []


def test_bad_sources_are_told_of_and_the_others_go_through(tmp_path, errors):
    (tmp_path / "good.txt").write_text("good")
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad.txt").write_bytes(b"\0\0")
    extra = from_text("given", id="good")
    files = [tmp_path / name for name in ("none.txt", "empty", "bad.txt", "good.txt")]
    found = read_all([*files, extra, tmp_path / "good.txt"], on_error=tell(errors))
    assert [(d.id, d.text) for d in found] == [("good", "good"), ("good-2", "given")]
    assert len(errors) == 3
    assert "none.txt' cannot be read" in errors[0]
    assert "holds no document; it needs files ending in .txt" in errors[1]
    assert "bad.txt' is not text: the byte at offset 0 is a NUL" in errors[2]


def test_folder_that_holds_a_link_to_itself_ends(tmp_path, errors):
    (tmp_path / "a.txt").write_text("a")
    os.symlink(tmp_path, tmp_path / "again")
    assert [d.id for d in read_all([tmp_path], on_error=tell(errors))] == ["a"]


def test_standard_input(monkeypatch, errors):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("a\r\nö".encode())))
    (document,) = read_all(["-"], on_error=tell(errors))
    assert (document.id, document.text, document.path) == ("stdin", "a\r\nö", "-")


def test_empty_standard_input_is_told_of(monkeypatch, errors):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert read_all(["-"], on_error=tell(errors)) == []
    assert errors == ["the standard input is empty; give a file with text in it."]


def test_ids_keep_letters_of_any_script(tmp_path):
    (tmp_path / "Отчёт № 5.txt").write_text("x")
    assert read(tmp_path / "Отчёт № 5.txt").id == "отчёт-5"
    (tmp_path / "___.txt").write_text("x")
    assert read(tmp_path / "___.txt").id == "document"
