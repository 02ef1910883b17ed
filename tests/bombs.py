"""Small files that grow when they are read; each function returns the bytes of one."""

from __future__ import annotations

import io
import zipfile
import zlib

import docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, with its table of references."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start))
    return out.getvalue()


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object, packed once."""
    packed = zlib.compress(content, 9)
    head = b"<< /Length %d /Filter /FlateDecode %b >>" % (len(packed), entries)
    return head + b"\nstream\n" + packed + b"\nendstream"


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def one_page(contents: bytes, *more: bytes, resources: bytes = b"") -> bytes:
    """A PDF of one page: object 4 is its content, 5 the font, the others follow."""
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> %b >> >>" % resources
    )
    return pdf(CATALOG, PAGES, page, contents, FONT, *more)


def shown(text: bytes) -> bytes:
    """The content of a page that shows a text."""
    return b"BT /F1 12 Tf 72 720 Td (%b) Tj ET" % text


def pdf_inflating(megabytes: int = 200) -> bytes:
    """A page whose content unpacks to so many megabytes."""
    packer = zlib.compressobj(9)
    blank = b" " * 1_000_000
    packed = b"".join(packer.compress(blank) for _ in range(megabytes)) + packer.flush()
    head = b"<< /Length %d /Filter /FlateDecode >>" % len(packed)
    return one_page(head + b"\nstream\n" + packed + b"\nendstream")


def pdf_inflating_twice() -> bytes:
    """A page whose content unpacks to what unpacks again."""
    inner = zlib.compress(zlib.compress(b" " * 120_000_000, 9), 9)
    head = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>" % len(inner)
    return one_page(head + b"\nstream\n" + inner + b"\nendstream")


def pdf_of_operators(count: int = 3_000_000) -> bytes:
    """A page with very many operators, below the bound on its size."""
    return one_page(stream(b"BT /F1 12 Tf " + b"(a)Tj " * count + b"ET"))


def pdf_of_forms(depth: int = 12, width: int = 10) -> bytes:
    """A form that draws the next one ten times, and so on: ten to the power of twelve texts."""
    forms = []
    for level in range(depth):
        following = 7 + level
        entries = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >>"
        if level < depth - 1:
            entries += b" /XObject << /X %d 0 R >>" % following
            forms.append(stream(b"/X Do " * width, entries + b" >>"))
        else:
            forms.append(stream(shown(b"boom"), entries + b" >>"))
    return one_page(stream(b"/X Do"), *forms, resources=b"/XObject << /X 6 0 R >>")


def pdf_form_of_itself() -> bytes:
    """A form that draws itself."""
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    return one_page(stream(b"/X Do"), stream(b"/X Do", entries), resources=b"/XObject << /X 6 0 R >>")


def pdf_of_looping_pages() -> bytes:
    """A tree of pages whose node is its own child."""
    return pdf(CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")


def pdf_of_many_pages(count: int = 100_000_000) -> bytes:
    """A tree that promises very many pages and names one again and again."""
    page = b"<< /Type /Page /Parent 2 0 R >>"
    return pdf(CATALOG, b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b"3 0 R " * 200_000, count), page)


def pdf_of_looping_tables() -> bytes:
    """A table of references that names itself as the one before."""
    raw = one_page(stream(shown(b"text")))
    place = raw.rindex(b"xref\n0")
    return raw.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % place)


def pdf_of_nested_arrays(depth: int = 100_000) -> bytes:
    """An object of lists within lists."""
    return pdf(CATALOG, b"<< /Type /Pages /Kids " + b"[" * depth + b"]" * depth + b" /Count 1 >>")


def word(document: str = "", *, extra: dict[str, bytes] | None = None) -> bytes:
    """A Word file with this content of its main part, and further members."""
    made = io.BytesIO()
    docx.Document().save(made)
    out = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name == "word/document.xml" and document:
                target.writestr(name, document)
            else:
                target.writestr(name, source.read(name))
        for name, content in (extra or {}).items():
            target.writestr(name, content)
    return out.getvalue()


def small_word(document: str) -> bytes:
    """The smallest Word file with this main part, not packed."""
    kinds, links = (
        "http://schemas.openxmlformats.org/package/2006/",
        "http://schemas.openxmlformats.org/officeDocument/2006/",
    )
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{kinds}content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{kinds}relationships"><Relationship Id="rId1" '
            f'Type="{links}relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", document)
    return out.getvalue()


def word_inflating(megabytes: int = 120) -> bytes:
    """A main part that unpacks to so many megabytes."""
    text = " " * (megabytes * 1_000_000)
    return word(f"<w:document {W}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>")


def word_lying_about_its_size() -> bytes:
    """The same, with a directory that says it is small."""
    raw = bytearray(word_inflating(40))
    at = raw.index(b"PK\x01\x02")
    while at >= 0:
        length = int.from_bytes(raw[at + 28 : at + 30], "little")
        if raw[at + 46 : at + 46 + length] == b"word/document.xml":
            raw[at + 24 : at + 28] = (1000).to_bytes(4, "little")
        at = raw.find(b"PK\x01\x02", at + 4)
    return bytes(raw)


def word_of_entities() -> bytes:
    """Entities that stand for ten of the next each."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return word(
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "boom">{entities}]>'
        f"<w:document {W}><w:body><w:p><w:r><w:t>before &e11; after</w:t></w:r></w:p></w:body></w:document>"
    )


def word_reading_a_file() -> bytes:
    """An entity that stands for a file of the system."""
    return word(
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        f"<w:document {W}><w:body><w:p><w:r><w:t>before &e; after</w:t></w:r></w:p></w:body></w:document>"
    )


def word_nested(depth: int = 200_000) -> bytes:
    """Elements within elements."""
    return word(f"<w:document {W}><w:body>{'<w:sdt>' * depth}{'</w:sdt>' * depth}</w:body></w:document>")


def page_nested(tag: str = "div", depth: int = 300_000) -> bytes:
    """A web page of elements within elements."""
    return f"<!DOCTYPE html><html><body>{f'<{tag}>' * depth}The INSTC.".encode()


def page_of_attributes(count: int = 500_000) -> bytes:
    """A web page whose one element has very many attributes."""
    return b"<!DOCTYPE html><html><body><p %b>The INSTC.</p>" % b" ".join(b"a%d=1" % n for n in range(count))


def page_of_entities(count: int = 1_000_000) -> bytes:
    """A web page of signs written by number."""
    return b"<!DOCTYPE html><html><body><p>The INSTC. %b</p>" % (b"&#120;" * count)


def page_of_paragraphs(count: int = 400_000) -> bytes:
    """A web page of very many short paragraphs."""
    return b"<!DOCTYPE html><html><body><article>%b</article>" % (b"<p>The INSTC opened, he said.</p>" * count)
