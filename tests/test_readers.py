"""Every format through the front door: documents or one sentence, whatever the bytes; offsets that hold."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
import warnings
from importlib import import_module
from pathlib import Path

import bombs
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors import documents
from corridors._errors import DocumentError, DocumentWarning
from corridors._extract import Extract, Unreadable
from corridors.atlas import trace
from corridors.documents import read, read_all
from corridors.export import mention_csv
from corridors.formats import SUFFIXES
from corridors.mentions import find

BODY = f"<w:document {bombs.W}><w:body><w:p><w:r><w:t>They spoke of the INSTC.</w:t></w:r></w:p></w:body></w:document>"
PAGE = "<!DOCTYPE html><html><head><title>A page</title></head><body><p>They spoke of the INSTC.</p></body></html>"
LINES = '{"text": "They spoke of the INSTC.", "title": "One", "date": "2024-01-02T10:00:00Z"}\n'
SAMPLES = {
    "a.txt": b"They spoke of the INSTC.",
    "b.md": b"# A note\n\nThey spoke of the INSTC.",
    "c.html": PAGE.encode(),
    "d.pdf": bombs.one_page(bombs.stream(bombs.shown(b"They spoke of the INSTC."))),
    "e.docx": bombs.small_word(BODY),
    "f.jsonl": LINES.encode(),
}
READERS = {"c.html": "webpage", "d.pdf": "pdffile", "e.docx": "wordfile"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, raw in SAMPLES.items():
        (tmp_path / name).write_bytes(raw)
        (tmp_path / "packed").mkdir(exist_ok=True)
        (tmp_path / "packed" / f"{name}.GZ").write_bytes(gzip.compress(raw, mtime=0))
    return tmp_path


def test_a_folder_of_every_format_packed_and_not(folder):
    errors: list[DocumentError] = []
    found = read_all([folder], on_error=errors.append)
    assert errors == []
    assert [d.id for d in found] == [
        "a", "b", "c", "d", "e", "f-1", "a-2", "b-2", "c-2", "d-2", "e-2", "f-1-2",
    ]  # fmt: skip
    for document in found:
        (mention,) = find(document)
        assert mention.exact == "INSTC"
        assert document.text[mention.start : mention.end] == "INSTC"
        assert mention.to_dict().get("page") == (1 if document.id.startswith("d") else None)
    assert [d.title for d in found[2:6]] == ["A page", "", "", "One"]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("packed", [False, True])
def test_standard_input_is_told_apart_by_what_it_holds(monkeypatch, name, packed):
    raw = gzip.compress(SAMPLES[name], mtime=0) if packed else SAMPLES[name]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    (document,) = read_all(["-"], on_error=pytest.fail)
    assert document.id == ("stdin-1" if name == "f.jsonl" else "stdin")
    assert "They spoke of the INSTC." in document.text


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sidecar_goes_before_what_the_file_says(folder, name):
    (folder / f"{name[0]}.toml").write_text('title = "Told"\npublisher = "P"\nnote = "N"\n', encoding="utf-8")
    for path in (folder / name, folder / "packed" / f"{name}.GZ"):
        document = read(path)
        told = path.parent == folder
        assert document.note == ("N" if told else "")
        assert (document.title == "Told") == (told and name != "f.jsonl")  # a line's own title goes before


def test_the_page_reaches_the_tables(folder):
    atlas = trace([folder / "a.txt", folder / "d.pdf"])
    assert atlas.mentions["page"].tolist() == [pd.NA, 1]
    rows = list(csv.DictReader(io.StringIO(mention_csv(atlas), newline="")))
    assert [row["page"] for row in rows] == ["", "1"]


def test_a_name_that_promises_something_else_is_told_of_and_read_all_the_same(tmp_path):
    (tmp_path / "x.txt").write_bytes(SAMPLES["d.pdf"])
    with pytest.warns(DocumentWarning, match=r"x.txt' is called .txt but holds PDF; it was read as PDF, rename it\."):
        assert read(tmp_path / "x.txt").pages == (0,)
    (tmp_path / "y.pdf").write_bytes(b"They spoke of the INSTC.")
    with pytest.warns(DocumentWarning, match=r"is called .pdf but holds plain text"):
        assert read(tmp_path / "y.pdf").text == "They spoke of the INSTC."


def test_bad_lines_are_told_of_and_the_others_read(tmp_path):
    bad = ["{", "[]", '{"text": 1}'] * 5
    (tmp_path / "n.jsonl").write_text(LINES + "\n".join(bad) + "\n" + LINES, encoding="utf-8")
    errors: list[DocumentError] = []
    found = read_all([tmp_path / "n.jsonl"], on_error=errors.append)
    assert [d.id for d in found] == ["n-1", "n-17"]
    assert len(errors) == 11
    assert "n.jsonl', line 2, is no JSON" in str(errors[0])
    assert str(errors[-1]).endswith("n.jsonl' holds 5 more such lines; mend them likewise.")


def test_values_left_out_are_told_of_by_their_line(tmp_path):
    (tmp_path / "n.jsonl").write_text(json.dumps({"text": "x", "date": "soon"}) + "\n", encoding="utf-8")
    with pytest.warns(DocumentWarning, match="n.jsonl', line 1, date = 'soon' is no date; .*; left out"):
        assert read(tmp_path / "n.jsonl").date == ""


def test_lines_without_a_document_and_lines_with_several(tmp_path):
    (tmp_path / "n.jsonl").write_text(LINES * 2, encoding="utf-8")
    with pytest.raises(DocumentError, match="holds several documents; use read_all"):
        read(tmp_path / "n.jsonl")
    (tmp_path / "m.jsonl").write_text('{"a": 1}', encoding="utf-8")
    with pytest.raises(DocumentError, match=r"m.jsonl', line 1, has no string under 'text'"):
        read(tmp_path / "m.jsonl")


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("a.pdf", b"", "is empty"),
        ("b.pdf", SAMPLES["d.pdf"][:300], "is a broken PDF file"),
        ("c.docx", SAMPLES["e.docx"][:-60], "is a broken ZIP or Word file"),
        ("d.html", b"<html></html>", "is HTML without text"),
        ("e.jsonl.gz", gzip.compress(LINES.encode(), mtime=0)[:-8], "is a broken gzip file"),
        ("f.txt.gz", gzip.compress(b"", mtime=0), "is empty"),
        ("g.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "is encrypted; remove its password"),
    ],
)
def test_bad_files_are_one_sentence_and_the_others_go_through(tmp_path, run, name, raw, words):
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "z.txt").write_bytes(SAMPLES["a.txt"])
    done = run("find", tmp_path)
    assert done.status == 1
    assert done.err.count("\n") == 1
    assert f"{name}' {words}" in done.err
    assert json.loads(done.out)["exact"] == "INSTC"


def test_bounds_on_size_hold_for_every_format(tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "LIMIT_TEXT_BYTES", 1_000_000)
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"x " * 600_000, mtime=0))
    with pytest.raises(DocumentError, match="is larger than 1 MB; split it"):
        read(tmp_path / "a.txt.gz")
    monkeypatch.setattr(documents, "LIMIT_BYTES", 1_000_000)
    (tmp_path / "b.jsonl").write_bytes(LINES.encode() * 20_000)
    with pytest.raises(DocumentError, match="is larger than 1 MB; split it"):
        read(tmp_path / "b.jsonl")


# ---------------------------------------------------------------- whatever the bytes


@st.composite
def damaged(draw: st.DrawFn, name: str) -> bytes:
    """A sample with stretches replaced, doubled or cut out."""
    raw = SAMPLES[name]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(raw)))
        end = min(len(raw), at + draw(st.integers(0, 40)))
        other = draw(st.binary(max_size=20) | st.sampled_from([raw[at:end] * 3, b"", b"0", b"<", b"99999999", b">>"]))
        raw = raw[:at] + other + raw[end:]
    return raw


@pytest.mark.parametrize("name", READERS)
def test_a_damaged_file_gives_a_text_or_a_sentence(name):
    extract = import_module(f"corridors.{READERS[name]}").extract

    @settings(max_examples=60)
    @given(damaged(name))
    def check(raw: bytes) -> None:
        found: Extract | str
        try:
            found = extract(raw)
        except Unreadable as error:
            found = str(error)
        if isinstance(found, Extract):
            assert found.text.strip()
            found.text.encode()
            assert "\0" not in found.text
            assert list(found.pages) == sorted(found.pages)
        else:
            assert found.endswith(".")
            assert "\n" not in found

    check()


@settings(max_examples=40)
@given(st.sampled_from(sorted(SAMPLES)).flatmap(lambda name: damaged(name)), st.sampled_from(["", *SUFFIXES, ".gz"]))
def test_any_file_gives_documents_or_one_sentence_each(tmp_path_factory, raw, suffix):
    file = tmp_path_factory.mktemp("any") / f"x{suffix}"
    file.write_bytes(raw)
    told: list[DocumentError] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DocumentWarning)
        found = read_all([file], on_error=told.append)
    assert found or told
    assert all(document.text.strip() for document in found)
    assert all(str(file) in str(error) and "\n" not in str(error) for error in told)
