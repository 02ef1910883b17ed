"""
JSON Lines become records: one object a line, with `text` and what else is known of the document.

Keys are those of a document: title, publisher, date, url, language and note; others are passed over. A date may be
followed by a time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from corridors.metadata import checked

LIMIT_LINES = 1_000_000
LIMIT_LINE = 20_000_000
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ].*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """
    One line of a file, counted from 1.

    Either `text` and the `values` known of it, or the `problem` that keeps it from being read; `remarks` say which
    of its values were left out.
    """

    number: int
    text: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    problem: str = ""
    remarks: tuple[str, ...] = ()


def lines(text: str, *, limit: int = LIMIT_LINES) -> Iterator[Line]:
    """
    Read every line that is not blank.

    Parameters
    ----------
    text
        The file.
    limit
        Lines that are read at most; one problem tells of the rest.
    """
    start = number = 0
    text = text.removeprefix("\ufeff")
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        number += 1
        if number > limit:
            yield Line(number, problem=f"is beyond the {limit:,} lines that are read; split the file.")
            return
        if line := text[start:end].strip():
            yield _line(number, line)
        start = end


def _line(number: int, line: str) -> Line:
    if len(line) > LIMIT_LINE:
        return Line(number, problem=f"is longer than {LIMIT_LINE:,} characters; split it.")
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        return Line(number, problem=f"is no JSON ({error.msg} at column {error.colno}); write one object a line.")
    except (ValueError, RecursionError):
        return Line(number, problem="holds a number too long or lists too deep; write one plain object a line.")
    if not isinstance(record, dict):
        return Line(number, problem=f"is no object but {type(record).__name__}; write one object a line.")
    text = record.get("text")
    if not isinstance(text, str):
        return Line(number, problem="has no string under 'text'; add it.")
    if not text.replace("\ufeff", "").strip():
        return Line(number, problem="has an empty 'text'; give it some or delete the line.")
    if isinstance(date := record.get("date"), str):
        record["date"] = _TIME.sub(r"\1", date.strip())
    found = checked(record)
    return Line(number, text, found.values, remarks=found.problems)
