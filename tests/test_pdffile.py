"""PDF files become text, page by page."""

from __future__ import annotations

import bombs
import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission

from corridors._extract import Unreadable
from corridors.mentions import find
from corridors.model import Document
from corridors.pdffile import extract

PAGES = (
    "It began with the North-",
    "The International North-South Transport\nCorridor opened.",
    "",
    "The INSTC again.",
)


def made(*pages: str, title: str = "", **protection) -> bytes:
    pdf = FPDF()
    pdf.set_font("helvetica", size=11)
    if title:
        pdf.set_title(title)
    if protection:
        pdf.set_encryption(**protection)
    for text in pages:
        pdf.add_page()
        pdf.multi_cell(0, 6, text)
    return bytes(pdf.output())


def test_pages_follow_each_other_and_keep_their_numbers():
    found = extract(made(*PAGES, title="A  Study"))
    assert found.text == "\n".join(PAGES)
    assert [found.text[start:].split("\n")[0] for start in found.pages] == [p.split("\n")[0] for p in PAGES]
    assert found.title == "A Study"
    document = Document(id="x", text=found.text, pages=found.pages)
    assert [(m.exact, m.to_dict()["page"]) for m in find(document)] == [
        ("International North-South Transport\nCorridor", 2), ("INSTC", 4),
    ]  # fmt: skip
    assert [document.page(offset) for offset in (0, found.pages[1] - 1, found.pages[1], len(found.text))] == [
        1,
        1,
        2,
        4,
    ]


def test_a_text_without_pages_has_no_page():
    assert Document(id="x", text="text").page(2) is None
    assert "page" not in find("The INSTC.")[0].to_dict()


@pytest.mark.parametrize("title", ["Microsoft Word - draft v3", "report_final.docx", "Untitled-1"])
def test_a_title_that_is_a_file_name_is_none(title):
    assert extract(made("text", title=title)).title == ""


@pytest.mark.parametrize("method", ["RC4", "AES_128", "AES_256"])
def test_a_file_locked_against_changes_is_read_and_one_with_a_password_is_not(method):
    from fpdf.enums import EncryptionMethod

    lock = {
        "owner_password": "o",
        "encryption_method": EncryptionMethod[method],
        "permissions": AccessPermission.none(),
    }
    assert extract(made("The INSTC.", **lock)).text == "The INSTC."
    with pytest.raises(Unreadable, match=r"^is encrypted; remove its password"):
        extract(made("The INSTC.", user_password="u", **lock))


def test_a_file_without_text_asks_for_recognition():
    with pytest.raises(Unreadable, match=r"without text, such as a scan; run text recognition"):
        extract(made(""))


@pytest.mark.parametrize("cut", [20, 200, 500, 900])
def test_a_broken_file_is_read_or_refused_in_one_sentence(cut):
    whole = made("The INSTC.")
    try:
        said = extract(whole[:cut] + whole[cut + 40 :]).text
    except Unreadable as error:
        said = str(error)
    assert said == "The INSTC." or said.startswith("is a ")
    assert "\n" not in said


def test_a_page_that_cannot_be_read_is_told_of_and_left_out():
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents %d 0 R /Resources << /Font << /F1 6 0 R >> >> >>"
    raw = bombs.pdf(
        bombs.CATALOG, b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>", (page % 5).encode(), (page % 7).encode(),
        bombs.stream(bombs.shown(b"The INSTC.")), bombs.FONT, bombs.stream(b" " * 21_000_000),
    )  # fmt: skip
    found = extract(raw)
    assert found.text == "The INSTC.\n"
    assert found.remarks == ("has pages that cannot be read: 2; they are left out.",)


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr("corridors.pdffile.LIMIT_PAGES", 3)
    with pytest.raises(Unreadable, match="has 4 pages, more than 3; split it"):
        extract(made(*PAGES))


def test_too_much_text_is_refused(monkeypatch):
    monkeypatch.setattr("corridors.pdffile.LIMIT_CHARACTERS", 30)
    with pytest.raises(Unreadable, match="holds more than 30 characters of text"):
        extract(made(*PAGES))
