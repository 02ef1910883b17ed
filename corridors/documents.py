"""
Files become documents: plain text and Markdown, with what a sidecar file says of them.

The text of a document is the file decoded and otherwise untouched: line ends, byte order marks and control
characters stay, since every offset counts its characters. UTF-8 is tried first, then UTF-16 where a byte order mark
says so, then windows-1251 or windows-1252 with a warning. Bytes that are no text at all are refused.

Beside ``article.txt`` may lie ``article.toml`` with any of the keys title, publisher, date, url, language and note.
"""

from __future__ import annotations

import codecs
import datetime as dt
import os
import re
import sys
import tomllib
import unicodedata
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from corridors._errors import DocumentError
from corridors.model import Document

SUFFIXES = (".txt", ".text", ".md", ".markdown")
LIMIT_BYTES = 50_000_000
STDIN = "-"

_SIDECAR_KEYS = ("title", "publisher", "date", "url", "language", "note")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_SIGNATURES = {
    b"%PDF": "a PDF file", b"PK\x03\x04": "a ZIP or Office file", b"\x1f\x8b": "a gzip file",
    b"\xd0\xcf\x11\xe0": "an old Office file", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture",
}  # fmt: skip


class DocumentWarning(UserWarning):
    """
    Something about a document had to be repaired or left out: its encoding, or a key of its sidecar file.

    Silence it with ``warnings.simplefilter("ignore", DocumentWarning)``.
    """


def from_text(text: str, *, id: str = "text", title: str = "") -> Document:  # noqa: A002 - the record's own word
    """
    Make a document of a string.

    Parameters
    ----------
    text
        The text, kept as it is.
    id
        The document's id in records and tables.
    title
        What it is called, if anything.
    """
    return Document(id=id, text=text, title=title)


def read(path: str | Path, *, id: str | None = None) -> Document:  # noqa: A002 - the record's own word
    """
    Read one file, or the standard input for ``-``.

    Parameters
    ----------
    path
        A text or Markdown file in UTF-8, or ``-``.
    id
        The document's id; by default made of the file's name.

    Raises
    ------
    DocumentError
        When the file is missing, empty, too large or no text; the message says where and what helps.

    Warns
    -----
    DocumentWarning
        When another encoding than UTF-8 was guessed, or the sidecar file holds something unusable.
    """
    if str(path) == STDIN:
        text = _decode(_bounded(sys.stdin.buffer.read, "the standard input"), "the standard input")
        return Document(id=id or "stdin", text=text, path=STDIN)
    file = Path(path)
    if file.is_dir():
        raise DocumentError(f"{str(path)!r} is a folder where a file is wanted; give a file, or use read_all.")
    try:
        with file.open("rb") as stream:
            raw = _bounded(stream.read, repr(str(path)))
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise DocumentError(f"{str(path)!r} cannot be read ({reason}); check the path and its permissions.") from error
    except ValueError as error:  # a NUL character in the path
        raise DocumentError(f"{str(path)!r} is no path ({error}); check its spelling.") from error
    document = Document(id=id or _slug(file.stem), text=_decode(raw, repr(str(path))), path=str(path))
    sidecar = file.with_suffix(".toml")
    return replace(document, **_metadata(sidecar)) if sidecar != file and sidecar.is_file() else document


def read_all(sources: Sequence[str | Path | Document], *, on_error: Callable[[DocumentError], None]) -> list[Document]:
    """
    Read every source, telling of bad ones and going on.

    Parameters
    ----------
    sources
        Files, folders (read with all they contain, in sorted order, hidden files left out), ``-`` for the standard
        input, or documents. A file named twice is read once.
    on_error
        Called with one `DocumentError` for each source that cannot be read.

    Returns
    -------
    list of Document
        In the order of the sources, with ids that are unique: a second ``report`` becomes ``report-2``.
    """
    found: list[Document] = []
    seen: set[str] = set()
    for source in sources:
        if isinstance(source, Document):
            found.append(source)
            continue
        try:
            files = list(_files(source))
        except DocumentError as error:
            on_error(error)
            continue
        for file in files:
            key = file if file == STDIN else os.path.realpath(file)
            if key in seen:
                continue
            seen.add(key)
            try:
                found.append(read(file))
            except DocumentError as error:
                on_error(error)
    return _with_unique_ids(found)


def _files(source: str | Path) -> Iterator[str]:
    """Yield the files a source stands for."""
    if str(source) == STDIN or "\0" in str(source) or not Path(source).is_dir():
        yield str(source)
        return
    count = 0
    for folder, subfolders, names in os.walk(source):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                count += 1
                yield os.path.join(folder, name)
    if not count:
        raise DocumentError(
            f"folder {str(source)!r} holds no document; it needs files ending in {', '.join(SUFFIXES)}."
        )


def _bounded(reader: Callable[[int], bytes], name: str) -> bytes:
    """Read at most the limit, so that an endless file cannot fill the memory."""
    parts, size = [], 0
    while size <= LIMIT_BYTES and (part := reader(min(1 << 20, LIMIT_BYTES + 1 - size))):
        parts.append(part)
        size += len(part)
    if size > LIMIT_BYTES:
        raise DocumentError(f"{name} is larger than {LIMIT_BYTES // 1_000_000} MB; split it into smaller files.")
    return b"".join(parts)


def _decode(raw: bytes, name: str) -> str:
    """Turn bytes into text, or say at which byte they stop being text."""
    if not raw.strip(b" \t\r\n\v\f\x1c\x1d\x1e\x1f\xef\xbb\xbf"):
        raise DocumentError(f"{name} is empty; give a file with text in it.")
    for signature, what in _SIGNATURES.items():
        if raw.startswith(signature):
            raise DocumentError(f"{name} is {what}, not text; save its text as UTF-8 and give that file.")
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if raw.startswith(mark):
            return _checked(_strict(raw, encoding, name), name)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _checked(_repaired(raw, error.start, name), name)
    if (place := raw.find(b"\0")) >= 0:
        raise DocumentError(_not_text(name, place, "is a NUL"))
    return _checked(text, name)


def _strict(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        place = f"byte {error.start} breaks off its {encoding.upper()}"
        raise DocumentError(f"{name} cannot be decoded: {place}; save it as UTF-8.") from error


def _checked(text: str, name: str) -> str:
    if not text.replace("\ufeff", "").strip():
        raise DocumentError(f"{name} holds only white space; give a file with text in it.")
    return text


def _not_text(name: str, place: int, what: str) -> str:
    return f"{name} is not text: the byte at offset {place} {what}; save it as UTF-8 text and try again."


def _repaired(raw: bytes, place: int, name: str) -> str:
    """Decode what is not UTF-8: an older encoding where one fits, else with a sign for each bad byte."""
    nul, controls = (
        raw.find(b"\0"),
        sum(raw.count(bytes([code])) for code in (*range(1, 9), *range(14, 27), *range(28, 32))),
    )
    if nul >= 0 or controls > len(raw) / 1000:
        first = min(nul, place) if nul >= 0 else place
        raise DocumentError(_not_text(name, first, "cannot be decoded" if first == place else "is a NUL"))
    patched = raw.decode("utf-8", "replace")
    bad = patched.count("\ufffd")
    well_formed = sum(c > "\x7f" for c in patched) - bad
    encoding = "utf-8" if well_formed > bad else _older_encoding(raw)
    if encoding == "utf-8":
        text, what = patched, f"{bad} undecodable places became U+FFFD"
    else:
        text, what = raw.decode(encoding, "replace"), f"it was read as {encoding}"
    message = f"{name} is not UTF-8 (first at byte {place}): {what}; save it as UTF-8 to be sure."
    warnings.warn(DocumentWarning(message), stacklevel=4)
    return text


def _older_encoding(raw: bytes) -> str:
    """Choose between the Cyrillic and the Western code page by what stands beside the bytes above ASCII."""
    words = re.findall(rb"[A-Za-z\x80-\xff]+", raw)
    high = [word for word in words if max(word) > 0x7F]
    wholly = sum(len(word) for word in high if len(word) > 1 and min(word) >= 0xA8)
    return "windows-1251" if 2 * wholly > sum(map(len, high)) else "windows-1252"


def _metadata(sidecar: Path) -> dict[str, str]:
    """Read a sidecar file; what is unusable in it is left out with a warning."""
    problems: list[str] = []
    try:
        table = tomllib.loads(sidecar.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        warnings.warn(DocumentWarning(f"{str(sidecar)!r} is no readable TOML ({error}); it is left out."), stacklevel=3)
        return {}
    values: dict[str, str] = {}
    for key, value in table.items():
        if key not in _SIDECAR_KEYS:
            problems.append(f"the key {key!r} is unknown; known are {', '.join(_SIDECAR_KEYS)}")
        elif isinstance(problem := _value(key, value), DocumentWarning):
            problems.append(str(problem))
        elif key != "note" and problem:
            values[key] = problem
    for text in problems:
        warnings.warn(DocumentWarning(f"{str(sidecar)!r}: {text}; left out."), stacklevel=3)
    return values


def _value(key: str, value: Any) -> str | DocumentWarning:
    """Return a sidecar value as text, or what is wrong with it."""
    if key == "date" and isinstance(value, dt.date):
        return (value.date() if isinstance(value, dt.datetime) else value).isoformat()
    if not isinstance(value, str):
        return DocumentWarning(f"{key} = {value!r} is not a string")
    text = value.strip()
    if text and key == "date" and not _is_date(text):
        return DocumentWarning(f"date = {value!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    if text and key == "url" and not _is_web_address(text):
        return DocumentWarning(f"url = {value!r} is no web address; it must begin with http:// or https://")
    if text and key == "language" and not _LANGUAGE.fullmatch(text):
        return DocumentWarning(f"language = {value!r} is no language tag; write en, ru, hi, …")
    return text


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if not match:
        return False
    try:
        dt.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s\x00-\x1f]", text)
    except ValueError:
        return False


def _slug(stem: str) -> str:
    """Make an id of a file's name: lower case, letters and digits, everything else one hyphen."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", stem).lower())
    return "-".join(words) or "document"


def _with_unique_ids(documents: list[Document]) -> list[Document]:
    """Append numbers to ids that occur more than once."""
    taken: set[str] = set()
    result = []
    for document in documents:
        name, number = document.id, 1
        while name in taken:
            number += 1
            name = f"{document.id}-{number}"
        taken.add(name)
        result.append(document if name == document.id else replace(document, id=name))
    return result
