"""Who signs a quotation: behind it and a dash, behind it in brackets, or with a label between the marks."""

from __future__ import annotations

import re

from corridors.labels import label
from corridors.openings import is_agent, opening
from corridors.phrases import is_office
from corridors.quotations import Quotation, QuotedText
from corridors.sayings import Attribution
from corridors.sentences import Span
from corridors.tokens import tokens

_SIGNATURE = re.compile(r"\s*(?:[–—:]|--?)\s*([^\W\d_][^.!?\n]{2,90})\.?$")
_BRACKETED = re.compile(r"\s*[(]([^\W\d_][^()\n]{3,80})[)]\s*\.?$")
_MOST_WORDS, _FARTHEST, _LONGEST_OFFICE = 8, 8, 8


def signed(quoted: QuotedText, paragraph: Span, end: int) -> Attribution | None:
    """
    Read the name behind a quotation: "“We are ready.” – Ann Lee, minister", "“No queues.” (driver, Lusaka)".

    It stands in the same paragraph, or alone in the next one behind a dash.

    Parameters
    ----------
    quoted, paragraph
        The text and the paragraph of the quotation.
    end
        Where the quotation ends.
    """
    text = quoted.text
    match = _SIGNATURE.match(text, end, paragraph.end) or _BRACKETED.match(text, end, paragraph.end)
    if match is None and not text[end : paragraph.end].strip(" .") and (after := quoted.layout.after(paragraph)):
        match = _SIGNATURE.fullmatch(text, *after)
    if not match:
        return None
    words = match[1].split(",")[0].strip()
    toks = tokens(text, match.start(1), match.start(1) + len(words))
    found = opening(text, toks)
    if found and found.kind == "name":
        return Attribution(end, match.end(), found.text, found.start, "name")
    spoken = bool(toks) and (is_agent(toks[-1]) or is_office(toks[-1]) or not words.isascii())
    made = Attribution(end, match.end(), words, match.start(1), "office", False, words)
    return made if spoken and len(toks) <= _MOST_WORDS else None


def shouted_within(quoted: QuotedText, paragraph: Span, quotation: Quotation) -> str | None:
    """Return whose label opens a quotation, or one before it that is not closed: “PRESIDENT LEE: We came.”."""
    here: Span | None = paragraph
    for _ in range(_FARTHEST):
        found = label(quoted.text, quotation.inner)
        if found and found[0].isupper() and len(found[0]) > _LONGEST_OFFICE:
            return found[0]
        here = quoted.previous(here) if here and quotation.start == here.start else None
        marks = quoted.marks(here) if here else ()
        if here is None or not marks or marks[0].closed:
            return None
        quotation = marks[0]
    return None
