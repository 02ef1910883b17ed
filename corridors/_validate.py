"""Reading tables of unknown content: every value is checked and every problem is kept, so that all are told at once."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from corridors.letters import letter_key

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ALPHA3 = re.compile(r"[A-Z]{3}")
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MISSING: Any = object()


def lookup_key(text: str) -> str:
    """
    Reduce a name to what is compared: letters and digits without case, accents, spaces, dashes, dots or quotes.

    Examples
    --------
    >>> lookup_key("North–South I.T.C.")
    'northsouthitc'
    """
    return letter_key(text)


def nearest(query: str, options: Iterable[str], *, limit: int = 3) -> tuple[str, ...]:
    """Return the options whose spelling is closest to the query, best first, at most `limit`."""
    by_key: dict[str, str] = {}
    for option in options:
        by_key.setdefault(lookup_key(option), option)
    wanted = lookup_key(query)
    close = difflib.get_close_matches(wanted, list(by_key), n=limit, cutoff=0.6)
    if len(wanted) > 2:
        close += [key for key in sorted(by_key, key=len) if wanted in key and key not in close]
    return tuple(by_key[key] for key in close[:limit])


def is_iso_date(text: str) -> bool:
    """Tell whether a text is a year, a month or a day of ISO 8601 that the calendar knows."""
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def is_web_address(text: str) -> bool:
    """Tell whether a text is an http or https address with a host and without blanks."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", text)


class Table:
    """
    One table of a data file, read key by key.

    Each getter returns a usable value whatever it finds and appends what is wrong to `problems`, as
    ``file: key.path: what is wrong, what is accepted``. `finish` reports the keys that nobody asked for.
    Entries of a list are named by their `id` where they have one, else counted from 1.

    Parameters
    ----------
    values
        The table as read from the file.
    file
        What the file is called in messages.
    path
        Where the table stands in the file; empty for the top.
    problems
        The list that collects the problems of the whole file.
    """

    def __init__(self, values: Mapping[str, Any], file: str, path: str, problems: list[str]) -> None:
        self.values, self.file, self.path, self.problems = values, file, path, problems
        self._asked: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def report(self, key: str, wrong: str) -> None:
        """Keep a problem of the value under a key, or of the table itself when the key is empty."""
        where = ".".join(part for part in (self.path, key) if part)
        self.problems.append(f"{self.file}: {where}: {wrong}" if where else f"{self.file}: {wrong}")

    def _take(self, key: str, required: bool) -> Any:
        self._asked.add(key)
        if key not in self.values:
            if required:
                self.report(key, "missing; the key is required")
            return _MISSING
        return self.values[key]

    def text(self, key: str, *, required: bool = False, empty: bool = False, shape: re.Pattern[str] | None = None,
             accepted: str = "") -> str:  # fmt: skip
        """Return a text, which must not be blank when required unless `empty` allows it, and has the given shape."""
        value = self._take(key, required)
        if value is _MISSING:
            return ""
        if not isinstance(value, str):
            self.report(key, f"{value!r} is not a text")
            return ""
        if not value.strip():
            if required and not empty:
                self.report(key, "is empty; a text is required")
            return ""
        if value != value.strip():
            self.report(key, f"{value!r} has blanks at its ends; write it without")
        if shape is not None and not shape.fullmatch(value):
            self.report(key, f"{value!r} is not accepted; {accepted}")
        return value.strip()

    def choice(self, key: str, options: Sequence[str], *, required: bool = False, default: str = "") -> str:
        """Return one of the given words."""
        value = self._take(key, required)
        if value is _MISSING:
            return default or options[0]
        if value not in options:
            self.report(key, f"{value!r} is not accepted; one of {', '.join(options)}")
            return default or options[0]
        return str(value)

    def number(self, key: str, *, required: bool = False, low: float = 0.0, high: float = math.inf) -> float | None:
        """Return a finite number within bounds, or nothing."""
        value = self._take(key, required)
        if value is _MISSING:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            self.report(key, f"{value!r} is not a finite number")
            return None
        if not low <= value <= high:
            bounds = f"at least {low:g}" if high == math.inf else f"from {low:g} to {high:g}"
            self.report(key, f"{value!r} is out of range; {bounds}")
            return None
        return float(value)

    def whole(self, key: str, *, required: bool = False, low: int = 0, high: int) -> int | None:
        """Return a whole number within bounds, or nothing."""
        value = self._take(key, required)
        if value is _MISSING:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.report(key, f"{value!r} is not accepted; a whole number from {low} to {high}")
            return None
        return value

    def flag(self, key: str) -> bool:
        """Return true or false; false when the key is missing."""
        value = self._take(key, required=False)
        if value is _MISSING:
            return False
        if not isinstance(value, bool):
            self.report(key, f"{value!r} is not accepted; true or false")
            return False
        return value

    def texts(self, key: str, *, required: bool = False, shape: re.Pattern[str] | None = None,
              accepted: str = "") -> tuple[str, ...]:  # fmt: skip
        """Return a list of texts, each of the given shape."""
        value = self._take(key, required)
        if value is _MISSING:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.report(key, f"{value!r} is not a list of texts")
            return ()
        for number, item in enumerate(value, 1):
            if not item.strip() or (shape is not None and not shape.fullmatch(item)):
                self.report(f"{key}[{number}]", f"{item!r} is not accepted; {accepted or 'a text is required'}")
        return tuple(value)

    def plain_list(self, key: str, *, required: bool = False) -> list[Any]:
        """Return a list of anything, for the caller to check."""
        value = self._take(key, required)
        if value is _MISSING:
            return []
        if not isinstance(value, list):
            self.report(key, f"{value!r} is not a list")
            return []
        return value

    def tables(self, key: str, *, required: bool = False) -> Iterator[Table]:
        """Yield the tables of an array of tables."""
        items = self.plain_list(key, required=required)
        if required and key in self.values and not items:
            self.report(key, "is empty; at least one is required")
        for number, item in enumerate(items, 1):
            if not isinstance(item, dict):
                self.report(f"{key}[{number}]", f"{item!r} is not a table")
                continue
            name = item.get("id")
            label = name if isinstance(name, str) and SLUG.fullmatch(name) else number
            yield Table(item, self.file, self._join(f"{key}[{label}]"), self.problems)

    def table_of_tables(self, key: str) -> Iterator[tuple[str, Table]]:
        """Yield name and table of each table within a table."""
        value = self._take(key, required=False)
        if value is _MISSING:
            return
        if not isinstance(value, dict):
            self.report(key, f"{value!r} is not a table")
            return
        for name, item in value.items():
            if isinstance(item, dict):
                yield name, Table(item, self.file, self._join(f"{key}.{name}"), self.problems)
            else:
                self.report(f"{key}.{name}", f"{item!r} is not a table")

    def _join(self, part: str) -> str:
        return f"{self.path}.{part}" if self.path else part

    def finish(self) -> None:
        """Report every key that no getter asked for, with the accepted key closest to it."""
        for key in self.values:
            if key not in self._asked:
                near = difflib.get_close_matches(str(key), sorted(self._asked), n=1)
                hint = f"did you mean {near[0]!r}?" if near else f"one of {', '.join(sorted(self._asked))}"
                self.report(str(key), f"is not a known key; {hint}")
