"""
Bytes become text.

A byte order mark decides; else the bytes are UTF-8, if they are; else the encoding is guessed and the guess told of.
The text is what the bytes say and nothing else: line ends, byte order marks and control characters stay, since
every offset counts its characters.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from corridors._extract import Unreadable

# UTF-32 before UTF-16: the mark of the one begins with that of the other
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)
_SAMPLE_BYTES = 32_768
_CONTROLS = bytes((*range(1, 9), *range(14, 27), *range(28, 32)))
_GUESSED = (
    "cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic", "gb18030", "big5", "shift_jis", "euc_jp",
    "cp949", "cp1252", "cp1250", "iso8859_2", "cp1254", "cp1256", "iso8859_6", "cp1253", "iso8859_7", "cp1255",
)  # fmt: skip
_CYRILLIC = ("cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic")
_COMMON = re.compile("[оеаинтсрвл]", re.IGNORECASE)  # two letters in three of Russian, in three of five of its kin
_TYPOGRAPHIC, _RARE = frozenset("«»—–“”„…№"), frozenset("ђѓѕјљњћќџЂЃЅЈЉЊЋЌЏ")  # letters of the Balkans
_TORN = re.compile("[а-яё][А-ЯЁ]|[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")  # a capital within a word, or two scripts
_LATIN = ("cp1252", "cp1250", "iso8859_2")
_HIGH = re.compile(rb"[\x80-\xff]")
_BESIDE_LETTERS = re.compile(r"(?<=[^\W\d_])[¡-©«-¿](?=[^\W\d_])|(?<=[^\W\d_])[¹²³¼½¾]|[¹²³¼½¾](?=[^\W\d_])|\ufffd")


class Decoded(NamedTuple):
    """A text, the encoding it was read as, and what is to be said of that, if anything."""

    text: str
    encoding: str
    remark: str = ""


def decode(raw: bytes) -> Decoded:
    """
    Turn bytes into text.

    Raises
    ------
    Unreadable
        When there is nothing to read, or at which byte it stops being text.
    """
    if not raw.strip(b" \t\r\n\v\f\x1c\x1d\x1e\x1f\xef\xbb\xbf"):
        raise Unreadable("is empty; give a file with text in it.")
    found = _decode(raw)
    if not found.text.replace("\ufeff", "").strip():
        raise Unreadable("holds only white space; give a file with text in it.")
    return found


def marked(raw: bytes) -> str:
    """Return the encoding that a byte order mark names, or nothing."""
    for mark, encoding in MARKS:
        if raw.startswith(mark) and not (encoding.startswith("utf-32") and len(raw) % 4):
            return encoding
    return ""


def _decode(raw: bytes) -> Decoded:
    encoding = marked(raw)
    if encoding not in ("", "utf-8"):
        return Decoded(_strict(raw, encoding), encoding)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _without_mark(raw) or _repaired(raw, error.start)
    if (place := raw.find(b"\0")) >= 0:
        if wide := _without_mark(raw):
            return wide
        raise Unreadable(_not_text(place, "is a NUL"))
    return Decoded(text, "utf-8")


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        place = f"byte {error.start} breaks off its {encoding.upper()}"
        raise Unreadable(f"cannot be decoded: {place}; save it as UTF-8.") from error


def _not_text(place: int, what: str) -> str:
    return f"is not text: the byte at offset {place} {what}; save it as UTF-8 text and try again."


def _without_mark(raw: bytes) -> Decoded | None:
    """Read UTF-16 that lacks its mark, told by the zero bytes of its spaces and line ends, all on one side."""
    head = raw[:_SAMPLE_BYTES]
    low, high = head[::2], head[1::2]
    for encoding, zeros, signs in (("utf-16-le", high, low), ("utf-16-be", low, high)):
        if len(raw) % 2 or len(head) < 16 or signs.count(0) or zeros.count(0) * 20 < len(zeros):
            continue
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(chr(code) in text[: len(head)] for code in _CONTROLS):
            return Decoded(text, encoding, _guess(0, encoding))
    return None


def _repaired(raw: bytes, place: int) -> Decoded:
    """Decode what is not UTF-8: an older encoding where one fits, else with a sign for each bad byte."""
    nul, controls = raw.find(b"\0"), len(raw) - len(raw.translate(None, _CONTROLS))
    if nul >= 0 or controls > len(raw) / 1000:
        first = min(nul, place) if nul >= 0 else place
        raise Unreadable(_not_text(first, "cannot be decoded" if first == place else "is a NUL"))
    patched = raw.decode("utf-8", "replace")
    bad = patched.count("\ufffd")
    if sum(c > "\x7f" for c in patched) - bad > bad:
        what = f"{bad} undecodable places became U+FFFD"
        return Decoded(patched, "utf-8", f"is not UTF-8 (first at byte {place}): {what}; save it as UTF-8 to be sure.")
    encoding = _older(raw)
    return Decoded(raw.decode(encoding, "replace"), encoding, _guess(place, encoding))


def _guess(place: int, encoding: str) -> str:
    name = re.sub(r"^cp(125\d|874)$", r"windows-\1", encoding).replace("_", "-").replace("iso8859", "iso-8859")
    return f"is not UTF-8 (first at byte {place}): it was read as {name}; save it as UTF-8 to be sure."


def _older(raw: bytes) -> str:
    """Guess which encoding a text is in that is not UTF-8."""
    from charset_normalizer import from_bytes

    sample = _telling(raw)
    found = max(_CYRILLIC, key=lambda encoding: _russian(sample, encoding))
    if not _russian(sample, found):
        best = from_bytes(sample, cp_isolation=list(_GUESSED)).best()
        found = best.encoding if best else _by_neighbours(sample)
    if found in _LATIN:
        found = "cp1252" if _odd(sample, "cp1252") < 0.1 else min(_LATIN, key=lambda encoding: _odd(sample, encoding))
    try:
        raw.decode(found)
    except UnicodeDecodeError:
        return found if found in ("cp1251", *_LATIN) else _by_neighbours(sample)
    return found


def _telling(raw: bytes) -> bytes:
    """Return the first lines that hold bytes above ASCII."""
    lines: list[bytes] = []
    size = end = 0
    while size < _SAMPLE_BYTES and (found := _HIGH.search(raw, end)):
        start = max(raw.rfind(b"\n", end, found.start()) + 1, end, found.start() - 200)
        end = raw.find(b"\n", found.start()) + 1 or len(raw)
        lines.append(raw[start : min(end, start + _SAMPLE_BYTES - size)])
        size += len(lines[-1])
    return b"".join(lines)


def _russian(sample: bytes, encoding: str) -> float:
    """Weigh how well bytes read as a language of Cyrillic letters: 0 where they do not."""
    text = sample.decode(encoding, "replace")
    signs = [c for c in text if c > "\x7f"]
    letters = sum("\u0400" <= c <= "\u04ff" or c in _TYPOGRAPHIC for c in signs) / len(signs)
    rare = sum(c in _RARE for c in signs) / len(signs)
    common = len(_COMMON.findall(text)) / len(signs)
    torn = len(_TORN.findall(text)) / len(signs)
    return letters + common - torn - rare if common >= 0.45 and letters >= 0.8 and torn < 0.05 else 0.0


def _odd(sample: bytes, encoding: str) -> float:
    """Return which share of the bytes above ASCII become signs that stand beside letters: few show the right one."""
    text = sample.decode(encoding, "replace")
    return len(_BESIDE_LETTERS.findall(text)) / sum(byte > 0x7F for byte in sample)


def _by_neighbours(raw: bytes) -> str:
    """Choose between the Cyrillic and the Western code page by what stands beside the bytes above ASCII."""
    words = re.findall(rb"[A-Za-z\x80-\xff]+", raw)
    high = [word for word in words if max(word) > 0x7F]
    wholly = sum(len(word) for word in high if len(word) > 1 and min(word) >= 0xA8)
    return "cp1251" if 2 * wholly > sum(map(len, high)) else "cp1252"
