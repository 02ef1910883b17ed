"""What is known of a document besides its text: checked values, and the sidecar file that may give them."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

KEYS = ("title", "publisher", "date", "url", "language", "note")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


class Checked(NamedTuple):
    """The usable values, and what is wrong with the others."""

    values: dict[str, Any]
    problems: tuple[str, ...]


def read_sidecar(path: Path) -> Checked:
    """Read a sidecar file; what is unusable in it is left out and told of."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        return Checked({}, (f"{str(path)!r} is no readable TOML ({error}); it is left out.",))
    unknown = [f"the key {key!r} is unknown; known are {', '.join(KEYS)}" for key in table if key not in KEYS]
    found = checked({key: value for key, value in table.items() if key in KEYS})
    return Checked(found.values, tuple(f"{str(path)!r}: {text}; left out." for text in (*unknown, *found.problems)))


def checked(record: Mapping[str, Any]) -> Checked:
    """Return what is usable of a record's values under the keys of a document; empty ones are left out."""
    values: dict[str, Any] = {}
    problems: list[str] = []
    for key in KEYS:
        value = record.get(key)
        if key == "date" and isinstance(value, dt.date):
            value = (value.date() if isinstance(value, dt.datetime) else value).isoformat()
        if value is None:
            continue
        text = value.strip() if isinstance(value, str) else ""
        if problem := _problem(key, value, text):
            problems.append(problem)
        elif text:
            values[key] = text
    return Checked(values, tuple(problems))


def _problem(key: str, value: Any, text: str) -> str:
    """Say what is wrong with a value, or nothing."""
    if not isinstance(value, str):
        return f"{key} = {_short(value)} is not a string"
    if text and key == "date" and not is_date(text):
        return f"date = {_short(value)} is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
    if text and key == "url" and not is_web_address(text):
        return f"url = {_short(value)} is no web address; it must begin with http:// or https://"
    if text and key == "language" and not is_language(text):
        return f"language = {_short(value)} is no language tag; write en, ru, hi, …"
    return ""


def _short(value: Any) -> str:
    words = repr(value) if not isinstance(value, dict | list) else type(value).__name__
    return words if len(words) <= 80 else words[:79] + "…"


def is_date(text: str) -> bool:
    """Tell whether a text is a date as exact as is known: year, month or day."""
    match = _DATE.fullmatch(text)
    if not match or not match[1].isascii():
        return False
    try:
        dt.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def is_web_address(text: str) -> bool:
    """Tell whether a text is an http or https address."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s\x00-\x1f]", text)
    except ValueError:
        return False


def is_language(text: str) -> bool:
    """Tell whether a text is shaped like a language tag."""
    return bool(_LANGUAGE.fullmatch(text))
