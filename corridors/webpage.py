"""
Web pages become their main text, with title, date, publisher and address as the page gives them.

The encoding is that of a byte order mark, else UTF-8 if the bytes are that, else the one the page declares. Bounds on
time and memory are those of the process it runs in.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any

from corridors._extract import Extract, Unreadable, joined, one_line, well_formed
from corridors.encodings import decode, marked

LIMIT_BYTES = 20_000_000
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""", re.I
)
_CODECS = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030",
    "gbk": "gb18030", "x-gbk": "gb18030", "shift-jis": "cp932", "x-sjis": "cp932", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "x-mac-cyrillic": "mac_cyrillic", "tis-620": "cp874",
}  # fmt: skip
_KNOWN = re.compile(
    r"utf-?(?:8|16|16le|16be)|windows-(?:125\d|874)|cp(?:125\d|866|932|949|874)|ibm866|iso-8859-\d{1,2}|koi8-[ru]|"
    r"gb18030|big5(?:-hkscs)?|euc-jp|shift_jis|iso-2022-jp|mac_cyrillic|macintosh"
)
_CONTROLS = dict.fromkeys((*range(9), 11, *range(14, 32)), " ")
_DROPPED = ("script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "select")
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "hi", "i",
    "ins", "kbd", "label", "mark", "nobr", "q", "ref", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
_BREAKS = ("br", "lb")


def extract(raw: bytes) -> Extract:
    """
    Read an HTML page.

    Raises
    ------
    Unreadable
        When it is too large, no HTML, or holds no text.
    """
    if len(raw) > LIMIT_BYTES:
        raise Unreadable(f"is HTML of more than {LIMIT_BYTES // 1_000_000} MB; save its text and give that.")
    source, remarks = _source(raw)
    try:
        return _extracted(source, remarks)
    except (Unreadable, MemoryError):
        raise
    except Exception as error:  # odd markup makes the library raise whatever it leads to
        reason = (one_line(str(error)) or type(error).__name__).rstrip(".")[:120]
        raise Unreadable(f"is HTML that cannot be read ({reason}); save its text and give that.") from error


def _extracted(source: str, remarks: tuple[str, ...]) -> Extract:
    from lxml import html
    from trafilatura import bare_extraction

    # the declared encoding no longer holds for what is decoded already
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, huge_tree=True)
    tree = html.document_fromstring(source.encode(), parser=parser)
    deep = any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)
    if deep:
        remarks = (*remarks, "has elements nested too deep; what stands in them is left out.")
    language = one_line(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))
    try:
        page: Any = bare_extraction(
            tree, with_metadata=True, include_comments=False, date_extraction_params={"extensive_search": False}
        )
    except (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError):
        page = None  # all of the page is better than none
    text = joined(_blocks(page.body)) if page is not None and page.body is not None else ""
    if not text:
        text = joined(_blocks(_whole(tree)))
    if not text:
        if deep:
            raise Unreadable("is HTML whose elements are nested too deep; give its text instead.")
        raise Unreadable("is HTML without text; save the page from a browser once it has loaded, or give its text.")
    if page is None:
        return Extract(text, title=one_line(tree.findtext(".//title")), language=language, remarks=remarks)
    return Extract(
        text, title=one_line(page.title), publisher=one_line(page.sitename), date=one_line(page.date),
        url=one_line(page.url), language=language, remarks=remarks,
    )  # fmt: skip


def _source(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode a page as it asks to be."""
    encoding = marked(raw) or _declared(raw)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        if not encoding:
            found = decode(raw)
            return found.text.translate(_CONTROLS), (found.remark,) if found.remark else ()
        text = raw.decode(encoding, "replace")
    return well_formed(text).removeprefix("\ufeff").translate(_CONTROLS), ()


def _declared(raw: bytes) -> str:
    """Return the Python name of the encoding that a page declares, where it is one that pages use."""
    match = _DECLARED.search(raw[:4096])
    name = match[1].decode("ascii").lower() if match else ""
    name = _CODECS.get(name, name)
    if name.startswith("utf") and name != "utf-8":  # it could not have been read as ASCII
        name = "utf-8"
    name = re.sub(r"^windows-", "cp", name)
    try:
        return codecs.lookup(name).name if _KNOWN.fullmatch(name) else ""
    except LookupError:  # a part of ISO 8859 that there is not
        return ""


def _whole(tree: Any) -> Any:
    """Return a page without what is never shown."""
    for element in tree.xpath("|".join(f"//{tag}" for tag in _DROPPED)):
        if element.getparent() is not None:
            element.drop_tree()
    return tree


def _blocks(root: Any) -> Iterator[str]:
    """Yield the text of one block after another: paragraphs, headings, items, cells."""
    from lxml import etree

    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if not isinstance(element.tag, str):
            pieces.append(_flat(element.tail))
            continue
        if element.tag in _BREAKS:
            pieces.append("\n" if event == "start" else _flat(element.tail))
            continue
        if element.tag not in _INLINE:
            yield _laid_out(pieces)
            pieces = []
        pieces.append(_flat(element.text if event == "start" else element.tail))
    yield _laid_out(pieces)


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _laid_out(pieces: list[str]) -> str:
    return re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", "".join(pieces))).strip()
