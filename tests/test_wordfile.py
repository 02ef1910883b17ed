"""Word files become text."""

from __future__ import annotations

import io
import zipfile

import bombs
import docx
import pytest

from corridors._extract import Unreadable
from corridors.wordfile import extract

HEAD = f'<w:document {bombs.W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def body(content: str) -> str:
    return extract(bombs.word(f"{HEAD}<w:body>{content}</w:body></w:document>")).text


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_headings_paragraphs_lists_and_tables_follow_in_order():
    document = docx.Document()
    document.core_properties.title = "A  study"
    document.core_properties.language = "en-GB"
    document.add_heading("Corridors", 1)
    document.add_paragraph("The INSTC, she said.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Chennai", "Vladivostok"
    document.add_paragraph("an item", style="List Bullet")
    found = extract(saved(document))
    assert found.text == "Corridors\n\nThe INSTC, she said.\n\nChennai\n\nVladivostok\n\nan item"
    assert (found.title, found.language, found.pages) == ("A study", "en-GB", ())


def test_signs_within_a_paragraph():
    text = f"<w:p>{run('Nor')}{run('thern')}<w:r><w:tab/><w:t>Sea</w:t><w:br/><w:t>Route</w:t></w:r></w:p>"
    assert body(text) == "Northern\tSea\nRoute"
    assert body(
        "<w:p><w:r><w:t>North</w:t><w:noBreakHyphen/><w:t>So</w:t><w:softHyphen/><w:t>uth</w:t></w:r></w:p>"
    ) == ("North\u2011So\u00aduth")


def test_what_was_deleted_is_out_and_what_was_inserted_is_in():
    text = (
        f"<w:p>{run('The ')}<w:del>{run('old ')}<w:r><w:delText>gone</w:delText></w:r></w:del>"
        f"<w:ins>{run('new ')}</w:ins><w:hyperlink>{run('INSTC')}</w:hyperlink>"
        f"<w:sdt><w:sdtContent>{run(' opened')}</w:sdtContent></w:sdt></w:p>"
    )
    assert body(text) == "The new INSTC opened"


def test_a_text_box_is_a_paragraph_of_its_own_and_stands_once():
    inner = f"<w:txbxContent><w:p>{run('boxed')}</w:p></w:txbxContent>"
    text = (
        f"<w:p>{run('before ')}<w:r><mc:AlternateContent><mc:Choice>{inner}</mc:Choice>"
        f"<mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent></w:r>{run('after')}</w:p>"
    )
    assert body(text) == "before after\n\nboxed"


def test_footnotes_come_last():
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    notes = f"<w:footnotes {bombs.W}><w:footnote><w:p>{run('The Polar Route.')}</w:p></w:footnote></w:footnotes>"
    raw = saved(docx.Document())
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/_rels/document.xml.rels":
                link = f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'
                content = content.replace(b"</Relationships>", link.encode())
            if name == "word/document.xml":
                content = f"{HEAD}<w:body><w:p>{run('Main.')}</w:p></w:body></w:document>".encode()
            if name == "[Content_Types].xml":
                part = '<Override PartName="/word/footnotes.xml" ContentType="application/xml"/></Types>'
                content = content.replace(b"</Types>", part.encode())
            target.writestr(name, content)
        target.writestr("word/footnotes.xml", notes)
    assert extract(out.getvalue()).text == "Main.\n\nThe Polar Route."


def test_an_empty_file_says_so():
    with pytest.raises(Unreadable, match="is a Word file without text"):
        extract(saved(docx.Document()))


@pytest.mark.parametrize("place", [40, 3000, 12_000, -200])
def test_a_broken_file_is_refused_in_one_sentence(place):
    raw = bytearray(bombs.word())
    raw[place : place + 30] = b"\xff" * 30
    try:
        said = extract(bytes(raw)).text
    except Unreadable as error:
        said = str(error)
    assert said.startswith(("is a ", "unpacks to "))
    assert "\n" not in said


def test_an_entity_never_reads_a_file():
    with pytest.raises(Unreadable, match="is a broken Word file"):
        extract(bombs.word_reading_a_file())
