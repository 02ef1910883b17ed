"""
What kind of file some bytes are: told by what they hold first, by the file's name second.

Bytes that are no text and no format that is read are refused by name.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable
from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple

from corridors._extract import Unreadable
from corridors.encodings import marked
from corridors.jsonlines import LIMIT_LINE

LIMIT_PACKED_BYTES = 200_000_000
GZIP = b"\x1f\x8b"
_HEAD = 4096
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF")
_PACKED = {b"BZh": "bzip2", b"\xfd7zXZ": "xz", b"\x28\xb5\x2f\xfd": "zstd", b"7z\xbc\xaf": "7z", b"Rar!": "RAR"}
_PAGE = re.compile(r"\s*+(?>(?:<\?xml[^>]*>|<!--.*?-->)\s*+)*+<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_ELEMENT = re.compile(
    r"\s*<(?:head|body|meta|title|link|script|style|article|main|section|header|nav|div|p|h[1-6]|table)\b[^<]*>",
    re.IGNORECASE,
)
_TAG = re.compile(rb"</?[A-Za-z!][^<>]*>")


class Kind(StrEnum):
    """A format that is read."""

    TEXT = "plain text"
    HTML = "HTML"
    PDF = "PDF"
    DOCX = "DOCX"
    JSON_LINES = "JSON Lines"


SUFFIXES = {
    ".txt": Kind.TEXT, ".text": Kind.TEXT, ".md": Kind.TEXT, ".markdown": Kind.TEXT, ".html": Kind.HTML,
    ".htm": Kind.HTML, ".xhtml": Kind.HTML, ".pdf": Kind.PDF, ".docx": Kind.DOCX, ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
}  # fmt: skip


class NameParts(NamedTuple):
    """A file's name taken apart: the stem and the suffix that tells the format, without ``.gz``."""

    stem: str
    suffix: str


def name_parts(path: str | PurePath) -> NameParts:
    """Take the name of a file apart."""
    name = PurePath(path).name
    if name.lower().endswith(".gz"):
        name = name[:-3]
    inner = PurePath(name)
    return NameParts(inner.stem, inner.suffix.lower())


def is_readable_name(name: str) -> bool:
    """Tell whether a file found in a folder is to be read, by its name."""
    return name_parts(name).suffix in SUFFIXES


def bounded(reader: Callable[[int], bytes], limit: int) -> bytes:
    """
    Read at most so many bytes, so that an endless file cannot fill the memory.

    Raises
    ------
    Unreadable
        When there are more.
    """
    parts, size = [], 0
    while size <= limit and (part := reader(min(1 << 20, limit + 1 - size))):
        parts.append(part)
        size += len(part)
    if size > limit:
        raise Unreadable(f"is larger than {limit // 1_000_000} MB; split it into smaller files.")
    return b"".join(parts)


def unpacked(raw: bytes, *, limit: int = LIMIT_PACKED_BYTES) -> bytes:
    """
    Return what a gzip file holds; other bytes come back as they are.

    Raises
    ------
    Unreadable
        When it is broken, packed twice, or holds more than `limit` bytes.
    """
    if not raw.startswith(GZIP):
        return raw
    import gzip
    import io

    try:
        with gzip.open(io.BytesIO(raw)) as stream:
            inner = bounded(stream.read, limit)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable(f"is a broken gzip file ({str(error).rstrip('.')}); fetch it again.") from error
    except Unreadable:
        raise Unreadable(
            f"holds more than {limit // 1_000_000} MB once unpacked; split it into smaller files."
        ) from None
    if inner.startswith(GZIP):
        raise Unreadable("is packed with gzip twice; unpack it once and give that file.")
    return inner


def kind_of(raw: bytes, suffix: str = "") -> Kind:
    """
    Tell what format bytes are.

    Parameters
    ----------
    raw
        The whole file, unpacked.
    suffix
        The end of its name with the dot, in lower case; empty for the standard input.

    Raises
    ------
    Unreadable
        When they are of a format that is not read.
    """
    named = SUFFIXES.get(suffix)
    if raw[:1024].lstrip().startswith(b"%PDF-") or (named in (None, Kind.PDF) and b"%PDF-" in raw[:1024]):
        return Kind.PDF
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(raw)
    _refuse(raw)
    head = raw[:_HEAD].decode(marked(raw) or "latin-1", "replace").lstrip("\ufeff")
    head = head.removeprefix("ï»¿")
    if _PAGE.match(head) or (named is not Kind.TEXT and _ELEMENT.match(head)):
        return Kind.HTML
    if _is_json_lines(raw, head, sure=named is Kind.JSON_LINES):
        return Kind.JSON_LINES
    if named is Kind.HTML and (marked(raw) not in ("", "utf-8") or _TAG.search(raw)):
        return Kind.HTML
    return Kind.TEXT


def mismatch(kind: Kind, suffix: str) -> str:
    """Return what is to be said of a file whose name promises another format, or nothing."""
    named = SUFFIXES.get(suffix)
    if named in (None, kind):
        return ""
    return f"is called {suffix} but holds {kind}; it was read as {kind}, rename it."


def _zip_kind(raw: bytes) -> Kind:
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except Exception as error:  # the directory of a broken archive raises many kinds
        raise Unreadable("is a broken ZIP or Word file; fetch it again, or open it and save it anew.") from error
    if "word/document.xml" in names or any(re.fullmatch(r"word/document\d*\.xml", name) for name in names):
        return Kind.DOCX
    for sign, what in (("xl/", "an Excel file"), ("ppt/", "a PowerPoint file"), ("mimetype", "an ODF or EPUB file")):
        if any(name.startswith(sign) for name in names):
            raise Unreadable(f"is {what}; save it as PDF, DOCX or text and give that file.")
    raise Unreadable("is a ZIP file; unpack it and give the folder.")


def _refuse(raw: bytes) -> None:
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        if _ENCRYPTED in raw:
            raise Unreadable("is encrypted; remove its password and save it again.")
        raise Unreadable("is an old Office file; save it as DOCX or text and give that file.")
    if raw.startswith(_PICTURES):
        raise Unreadable("is a picture or a sound; give a file with text in it.")
    for sign, what in _PACKED.items():
        if raw.startswith(sign):
            raise Unreadable(f"is packed with {what}; unpack it and give what it holds.")
    if raw.startswith(b"{\\rtf"):
        raise Unreadable("is an RTF file; save it as DOCX or text and give that file.")


def _is_json_lines(raw: bytes, head: str, *, sure: bool) -> bool:
    """Tell whether the first line is an object with a text; for a name that says so its brace is enough."""
    if not head.lstrip().startswith("{"):
        return False
    if sure:
        return True
    encoding = marked(raw) or "utf-8"
    start = next((n for n, byte in enumerate(raw[:_HEAD]) if byte == 0x7B), 0)
    first = raw[start : raw.find(b"\n", start) + 1 or len(raw)]
    if len(first) > LIMIT_LINE:
        return False
    try:
        record = json.loads(first.decode(encoding, "replace").strip("\ufeff \t\r\n\0"))
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and isinstance(record.get("text"), str)
