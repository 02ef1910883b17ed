"""Readers of untrusted formats run in a process of their own, within bounds."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import bombs
import pytest

from corridors import _confined
from corridors._confined import Bounds, Confined
from corridors._extract import Unreadable

PAGE = b"<html><body><p>The INSTC.</p></body></html>"


def test_one_process_reads_one_document_after_another_and_is_ended():
    with Confined() as confined:
        first = confined.extract("webpage", PAGE)
        process = confined._process
        assert first.text == "The INSTC."
        assert (
            confined.extract(
                "wordfile",
                bombs.word(f"<w:document {bombs.W}><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>"),
            ).text
            == "x"
        )
        with pytest.raises(Unreadable, match="without text"):
            confined.extract("wordfile", bombs.word())
        assert confined._process is process
    assert process is not None
    assert process.returncode is not None
    Confined().close()


def test_a_reader_that_overruns_its_time_is_ended_and_the_next_document_read():
    with Confined(Bounds(seconds=2)) as confined:
        with pytest.raises(Unreadable, match="takes more than 2 seconds to read; split it"):
            confined.extract("webpage", bombs.page_of_attributes())
        confined._bounds = Bounds()  # however busy this machine is
        assert confined.extract("webpage", PAGE).text == "The INSTC."


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded where the system can")
def test_a_reader_that_wants_too_much_memory_is_refused_it():
    with Confined(Bounds(memory_bytes=300_000_000)) as confined:
        with pytest.raises(Unreadable, match=r"takes too much memory to read|makes its reader break down"):
            confined.extract("webpage", b"<html>" + b"<p>The INSTC.</p>" * 500_000)
        assert confined.extract("webpage", PAGE).text == "The INSTC."


def test_a_reader_that_dies_is_told_of():
    with Confined() as confined:
        with pytest.raises(Unreadable, match="makes its reader break down"):
            confined.extract("os", b"x")
        assert confined.extract("webpage", PAGE).text == "The INSTC."


def test_nothing_is_taken_from_the_working_directory(tmp_path, monkeypatch):
    (tmp_path / "lxml.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Confined() as confined:
        assert confined.extract("webpage", PAGE).text == "The INSTC."


def test_a_process_that_cannot_be_started_is_told_of(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with Confined() as confined, pytest.raises(Unreadable, match="needs a process of its own to be read"):
        confined.extract("webpage", PAGE)


def test_the_readers_are_loaded_only_where_one_is_needed(tmp_path):
    (tmp_path / "a.txt").write_text("The INSTC.", encoding="utf-8")
    code = (
        "import sys\nfrom corridors.documents import read\n"
        f"read({str(tmp_path / 'a.txt')!r})\n"
        "assert not {'pypdf', 'docx', 'lxml', 'trafilatura'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=os.environ)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_serving_side_answers_every_request(monkeypatch):
    monkeypatch.setattr(_confined, "_bound", lambda *_: None)  # it would bound this process
    answers = io.BytesIO()
    requests = io.BytesIO(
        b'{"reader": "webpage", "size": %d}\n%b{"reader": "webpage", "size": 3}\n<p>' % (len(PAGE), PAGE)
    )
    import logging

    try:
        _confined._serve(requests, answers, memory_bytes=0, seconds=0)
    finally:
        logging.disable(logging.NOTSET)
    first, second = answers.getvalue().splitlines()
    assert b'"text": "The INSTC."' in first
    assert b'"error": "is HTML without text' in second


# ---------------------------------------------------------------- bombs

MADE = {
    "pdf_inflating": "of which no page can be read",
    "pdf_inflating_twice": "of which no page can be read",
    "pdf_of_forms": "",
    "pdf_form_of_itself": "without text",
    "pdf_of_looping_pages": "is a broken PDF file",
    "pdf_of_many_pages": "is a broken PDF file|more than 5,000",
    "pdf_of_looping_tables": "",
    "pdf_of_nested_arrays": "is a broken PDF file",
    "pdf_of_operators": "without text|no page can be read",
    "word_inflating": "unpacks to 120 MB",
    "word_lying_about_its_size": "is a broken Word file",
    "word_of_entities": "is a broken Word file",
    "word_nested": "is a broken Word file",
    "page_nested": "nested too deep",
    "page_of_attributes": "",
    "page_of_entities": "",
    "page_of_paragraphs": "",
}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded and measured where the system can")
@pytest.mark.parametrize("name", MADE)
def test_a_bomb_is_read_or_refused_within_its_bounds(name):
    """Each made file ends in a text or a sentence; the process never grows beyond its bound."""
    reader = {"pdf": "pdffile", "word": "wordfile", "page": "webpage"}[name.split("_")[0]]
    with Confined(Bounds(seconds=4, memory_bytes=1_500_000_000)) as confined:
        try:
            said = confined.extract(reader, getattr(bombs, name)()).text
        except Unreadable as error:
            said = str(error)
            allowed = ("takes more than 4 seconds", "takes too much memory", *filter(None, MADE[name].split("|")))
            assert any(words in said for words in allowed)
        assert said.strip()
