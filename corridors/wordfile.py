"""
Word files (DOCX) become text: paragraphs, lists, tables, text boxes, then footnotes and endnotes.

What was deleted under change tracking is left out, what was inserted is in. Works within bounds on what the archive
holds; bounds on time and memory are those of the process it runs in.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from corridors._extract import Extract, Unreadable, joined, one_line

LIMIT_PARTS = 10_000
LIMIT_UNPACKED_BYTES = 300_000_000
LIMIT_XML_BYTES = 100_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH = f"{_W}p"
_GONE = {f"{_W}del", f"{_W}moveFrom", _FALLBACK}
_SIGNS = {
    f"{_W}tab": "\t", f"{_W}ptab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}  # fmt: skip


def extract(raw: bytes) -> Extract:
    """
    Read a DOCX file.

    Raises
    ------
    Unreadable
        When it is broken, encrypted, too large once unpacked, or holds no text.
    """
    from docx.package import Package

    try:
        _check_sizes(raw)
        package = Package.open(io.BytesIO(raw))
        text = joined(paragraph for root in _roots(package) for paragraph in _paragraphs(root))
        title, language = _named(package)
    except (Unreadable, MemoryError):
        raise
    except Exception as error:  # a broken file makes the library raise whatever its parts lead to
        reason = (one_line(str(error)) or type(error).__name__).rstrip(".")[:120]
        raise Unreadable(f"is a broken Word file ({reason}); open it, save it anew and give that file.") from error
    if not text:
        raise Unreadable("is a Word file without text; give a file with text in it.")
    return Extract(text, title=title, language=language)


def _check_sizes(raw: bytes) -> None:
    """Refuse what would unpack to too much; reading stops at the sizes the archive declares."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("is encrypted; remove its password and save it again.")
    xml = max((part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels"))), default=0)
    total = sum(part.file_size for part in parts)
    if len(parts) > LIMIT_PARTS or total > LIMIT_UNPACKED_BYTES or xml > LIMIT_XML_BYTES:
        raise Unreadable(f"unpacks to {total // 1_000_000:,} MB in {len(parts):,} parts, too much; split it.")


def _roots(package: Any) -> Iterator[Any]:
    """Yield the roots of the document and of its notes."""
    from docx.oxml import parse_xml

    main = package.main_document_part
    yield parse_xml(main.blob)
    for ending in ("/footnotes", "/endnotes"):
        for relation in main.rels.values():
            if not relation.is_external and relation.reltype.endswith(ending):
                yield parse_xml(relation.target_part.blob)


def _paragraphs(root: Any) -> Iterator[str]:
    for paragraph in root.iter(_PARAGRAPH):
        if not any(above.tag in _GONE for above in paragraph.iterancestors()):
            yield "".join(_pieces(paragraph))


def _pieces(paragraph: Any) -> Iterator[str]:
    """Yield the text of a paragraph without what was deleted and without the paragraphs of text boxes within it."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in _SIGNS:
            yield _SIGNS[element.tag]
        elif element.tag != _PARAGRAPH and element.tag not in _GONE and element.tag != f"{_W}pPr":
            waiting.extend(reversed(element))


def _named(package: Any) -> tuple[str, str]:
    """Return the title and the language that the file gives itself."""
    try:
        if not any(relation.reltype.endswith("/core-properties") for relation in package.rels.values()):
            return "", ""
        known = package.core_properties
        return one_line(known.title), one_line(known.language)
    except MemoryError:
        raise
    except Exception:  # as above; the text is sound without them
        return "", ""
