"""
PDF files become text, page by page.

The text is what the file's own characters say, line by line as they are set; words divided at line ends stay so. A
page is joined to the next with one line break, since sentences run on. Works within bounds on pages and on the size
of one page; bounds on time and memory are those of the process it runs in.
"""

from __future__ import annotations

import io
import re
import warnings
from typing import Any

from corridors._extract import LIMIT_CHARACTERS, Extract, Unreadable, one_line, well_formed

LIMIT_PAGES = 5_000
LIMIT_PAGE_BYTES = 20_000_000
_FILE_NAME = re.compile(
    r"microsoft \w+ - .*|untitled.*|.*\.(?:docx?|pdf|indd|qxd|rtf|odt|tex|dvi|pptx?)", re.IGNORECASE
)


def extract(raw: bytes) -> Extract:
    """
    Read a PDF file.

    Raises
    ------
    Unreadable
        When it is broken, encrypted, too long, or holds no text.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader = _opened(raw)
        texts, left_out = _pages(reader)
        pages: list[int] = []
        offset = 0
        for text in texts:
            pages.append(offset)
            offset += len(text) + 1
        whole = "\n".join(texts)
        if len(left_out) == len(texts):
            raise Unreadable("is a PDF file of which no page can be read; print it to a new PDF and give that.")
        if not whole.strip():
            raise Unreadable("is a PDF file without text, such as a scan; run text recognition (OCR) on it first.")
        remarks = [f"has pages that cannot be read: {_listed(left_out)}; they are left out."] if left_out else []
        title, language = _named(reader)
    return Extract(whole, title=title, language=language, pages=tuple(pages), remarks=tuple(remarks))


def _opened(raw: bytes) -> Any:
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise Unreadable("is encrypted; remove its password and save it again.")
        count = len(reader.pages)
    except (Unreadable, MemoryError):
        raise
    except (DependencyError, NotImplementedError) as error:
        raise Unreadable("is encrypted in a way that is not known; remove its password and save it again.") from error
    except Exception as error:  # a broken file makes pypdf raise whatever its bytes lead to
        raise Unreadable(
            f"is a broken PDF file ({_reason(error)}); fetch it again, or print it to a new PDF."
        ) from error
    if count > LIMIT_PAGES:
        raise Unreadable(f"has {count:,} pages, more than {LIMIT_PAGES:,}; split it into smaller files.")
    if not count:
        raise Unreadable("is a PDF file without pages; fetch it again.")
    return reader


def _pages(reader: Any) -> tuple[list[str], list[int]]:
    """Return the text of every page, and the numbers of those that could not be read."""
    texts: list[str] = []
    left_out: list[int] = []
    size = 0
    for number in range(1, len(reader.pages) + 1):
        try:
            text = well_formed(_page_text(reader.pages[number - 1]))
        except MemoryError:
            raise
        except Exception:  # as above; the other pages may be sound
            text = ""
            left_out.append(number)
        texts.append(text)
        size += len(text)
        if size > LIMIT_CHARACTERS:
            raise Unreadable(f"holds more than {LIMIT_CHARACTERS:,} characters of text; split it into smaller files.")
    return texts, left_out


def _page_text(page: Any) -> str:
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > LIMIT_PAGE_BYTES:
        raise ValueError("the page is too large")
    text: str = page.extract_text()
    return text


def _named(reader: Any) -> tuple[str, str]:
    """Return the title and the language that the file gives itself, as far as they are of use."""
    try:
        title = one_line(reader.metadata.title if reader.metadata else "")
        language = one_line(reader.root_object.get("/Lang", ""))
    except MemoryError:
        raise
    except Exception:  # as above; the text is sound without them
        return "", ""
    return "" if _FILE_NAME.fullmatch(title) else title, language


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:10]))
    return f"{shown} and {len(numbers) - 10} more" if len(numbers) > 10 else shown


def _reason(error: Exception) -> str:
    return (one_line(str(error)) or type(error).__name__).rstrip(".")[:120]
