"""
Files become documents: plain text, Markdown, HTML, PDF, DOCX and JSON Lines, each packed with gzip or not.

What a file holds decides how it is read, its name only where that leaves a doubt. The text of a plain-text file is
the file decoded and otherwise untouched, since every offset counts its characters; of other formats it is what their
reader makes of it.

Beside ``article.txt`` may lie ``article.toml`` with any of the keys title, publisher, date, url, language and note,
which go before what the file says of itself.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from corridors import formats
from corridors._confined import Confined
from corridors._errors import DocumentError, DocumentWarning
from corridors._extract import Extract, Unreadable
from corridors.encodings import decode
from corridors.formats import SUFFIXES, Kind, bounded, is_readable_name, kind_of, mismatch, name_parts
from corridors.jsonlines import lines
from corridors.metadata import checked, read_sidecar
from corridors.model import Document

LIMIT_BYTES = 200_000_000
LIMIT_TEXT_BYTES = 50_000_000
STDIN = "-"

_READERS = {Kind.PDF: "pdffile", Kind.DOCX: "wordfile", Kind.HTML: "webpage"}
_TOLD = 10

OnError = Callable[[DocumentError], None]


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
    Read one file that holds one document, or the standard input for ``-``.

    Parameters
    ----------
    path
        A file of a known format, or ``-``.
    id
        The document's id; by default made of the file's name.

    Raises
    ------
    DocumentError
        When the file is missing, empty, too large, encrypted, broken or of no known format, or holds several
        documents; the message says where and what helps.

    Warns
    -----
    DocumentWarning
        When an encoding was guessed, the name promises another format, something had to be left out, or the sidecar
        file holds something unusable.
    """
    with Confined() as confined:
        found = list(islice(_documents(path, confined, _raise), 2))
    if len(found) > 1:
        raise DocumentError(f"{_named(path)} holds several documents; use read_all.")
    return found[0] if id is None else replace(found[0], id=id)


def read_all(sources: Sequence[str | Path | Document], *, on_error: OnError) -> list[Document]:
    """
    Read every source, telling of bad ones and going on.

    Parameters
    ----------
    sources
        Files, folders (read with all they contain, in sorted order, hidden files left out), ``-`` for the standard
        input, or documents. A file named twice is read once.
    on_error
        Called with one `DocumentError` for each source, and each line of JSON Lines, that cannot be read.

    Returns
    -------
    list of Document
        In the order of the sources, with ids that are unique: a second ``report`` becomes ``report-2``. The lines of
        ``news.jsonl`` are ``news-1``, ``news-2`` and so on by their numbers.
    """
    found: list[Document] = []
    seen: set[str] = set()
    with Confined() as confined:
        for source in sources:
            if isinstance(source, Document):
                found.append(source)
                continue
            try:
                for file in _files(source):
                    key = file if file == STDIN else os.path.realpath(file)
                    if key not in seen:
                        seen.add(key)
                        _gather(found, file, confined, on_error)
            except DocumentError as error:
                on_error(error)
    return _with_unique_ids(found)


def _gather(found: list[Document], file: str, confined: Confined, on_error: OnError) -> None:
    try:
        found.extend(_documents(file, confined, on_error))
    except DocumentError as error:
        on_error(error)


def _raise(error: DocumentError) -> None:
    raise error


def _named(path: str | Path) -> str:
    return "the standard input" if str(path) == STDIN else repr(str(path))


def _files(source: str | Path) -> Iterator[str]:
    """Yield the files a source stands for."""
    if str(source) == STDIN or "\0" in str(source) or not Path(source).is_dir():
        yield str(source)
        return
    count = 0
    for folder, subfolders, names in os.walk(source):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and is_readable_name(name):
                count += 1
                yield os.path.join(folder, name)
    if not count:
        raise DocumentError(
            f"folder {str(source)!r} holds no document; it needs files ending in {', '.join(SUFFIXES)}."
        )


def _documents(path: str | Path, confined: Confined, on_error: OnError) -> Iterator[Document]:
    """Read the documents of one file."""
    name = _named(path)
    try:
        raw, sidecar = _bytes(path)
        stem, suffix = ("stdin", "") if str(path) == STDIN else name_parts(path)
        first = Document(id="stdin" if str(path) == STDIN else _slug(stem), text="", path=str(path))
        raw = formats.unpacked(raw)
        kind = kind_of(raw, suffix) if raw else Kind.TEXT
        if kind is Kind.JSON_LINES:
            yield from _lines(replace(first, **sidecar), _text(raw, name, limit=LIMIT_BYTES), name, on_error)
            return
        if kind is Kind.TEXT:
            known = {"text": _text(raw, name, limit=LIMIT_TEXT_BYTES)}
        else:
            known = _extracted(confined.extract(_READERS[kind], raw), name)
        if remark := mismatch(kind, suffix):
            _warn(f"{name} {remark}")
        yield replace(first, **known | sidecar)
    except Unreadable as error:
        raise DocumentError(f"{name} {error}") from error


def _bytes(path: str | Path) -> tuple[bytes, dict[str, Any]]:
    """Return what a file holds and what its sidecar file says of it."""
    if str(path) == STDIN:
        return bounded(sys.stdin.buffer.read, LIMIT_BYTES), {}
    file = Path(path)
    try:
        if file.is_dir():
            raise Unreadable("is a folder where a file is wanted; give a file, or use read_all.")
        with file.open("rb") as stream:
            raw = bounded(stream.read, LIMIT_BYTES)
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise Unreadable(f"cannot be read ({reason}); check the path and its permissions.") from error
    except ValueError as error:  # a NUL character in the path
        raise Unreadable(f"is no path ({error}); check its spelling.") from error
    sidecar = file.with_name(f"{name_parts(file).stem}.toml")
    if sidecar == file or not sidecar.is_file():
        return raw, {}
    found = read_sidecar(sidecar)
    for problem in found.problems:
        _warn(problem)
    return raw, found.values


def _text(raw: bytes, name: str, *, limit: int) -> str:
    if len(raw) > limit:
        raise Unreadable(f"is larger than {limit // 1_000_000} MB; split it into smaller files.")
    found = decode(raw)
    if found.remark:
        _warn(f"{name} {found.remark}")
    return found.text


def _extracted(extract: Extract, name: str) -> dict[str, Any]:
    """Return what a reader found under the names of a document; what is shaped wrong is left out."""
    for remark in extract.remarks:
        _warn(f"{name} {remark}")
    known = {key: getattr(extract, key) for key in ("title", "publisher", "date", "url", "language")}
    return checked(known).values | {"text": extract.text, "pages": extract.pages}


def _lines(first: Document, text: str, name: str, on_error: OnError) -> Iterator[Document]:
    """Read the documents of JSON Lines; the first bad lines are told of, then only their number."""
    bad = good = 0
    left_out: list[str] = []
    for line in lines(text):
        where = f"{name}, line {line.number},"
        if line.problem:
            bad += 1
            if bad <= _TOLD:
                on_error(DocumentError(f"{where} {line.problem}"))
            continue
        left_out += [f"{where} {remark}; left out." for remark in line.remarks]
        good += 1
        yield replace(first, id=f"{first.id}-{line.number}", text=line.text, **line.values)
    if bad > _TOLD:
        on_error(DocumentError(f"{name} holds {bad - _TOLD} more such lines; mend them likewise."))
    for message in left_out[:_TOLD]:
        _warn(message)
    if len(left_out) > _TOLD:
        _warn(f"{name} holds {len(left_out) - _TOLD} more such values.")
    if not good and not bad:
        raise Unreadable("holds no line with a document; write one JSON object a line, with its text under 'text'.")


def _warn(message: str) -> None:
    warnings.warn(DocumentWarning(message), stacklevel=2)


def _slug(stem: str) -> str:
    """Make an id of a file's name: lower case, letters and digits, everything else one hyphen."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", stem).lower())
    return "-".join(words) or "document"


def _with_unique_ids(documents: list[Document]) -> list[Document]:
    """Append numbers to ids that occur more than once."""
    taken: set[str] = set()
    last: dict[str, int] = {}
    result = []
    for document in documents:
        name, number = document.id, last.get(document.id, 1)
        while name in taken:
            number += 1
            name = f"{document.id}-{number}"
        taken.add(name)
        last[document.id] = number
        result.append(document if name == document.id else replace(document, id=name))
    return result
