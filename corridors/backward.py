"""Sentences that only tell who said what stands before or behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corridors.phrases import known_words
from corridors.sayings import Attribution
from corridors.sentences import Span

_WHERE_SAID = re.compile(
    r"\s(?:(?:on|last|this) \w+\s)?(?:in|at|during|on|to|while|following|after) "
    r"(?:(?!\b(?:that|which|who|where|is|are|was|were|will|would|has|have|had|can|could|may|should|to)\b)"
    r"[^:;\n“”\"«»])*"
)
_WHOSE_WORDS = re.compile(
    r"((?:[^\W\d_a-z][\w.-]*[^\S\n]){1,3}[^\W\d_a-z][\w-]+)[’'](?:s|(?<=s[’']))[^\S\n]"
    r"(?:announcement|statement|remark|comment|revelation|disclosure|assessment)s?[^\S\n](?:was|were|came|comes?|follow(?:s|ed)?)\b"
)


def told_alone(text: str, sentence: Span, found: Sequence[Attribution]) -> Attribution | None:
    """Read "Minister Ann Lee said in an interview with the agency.": a sentence that only says who said it."""
    if len(found) != 1 or found[0].kind not in ("name", "office", "body") or found[0].according:
        return None
    rest = text[found[0].end : sentence.end]
    opens = text[sentence.start : found[0].start].strip()
    if text[found[0].start : found[0].end].split()[-1].lower() not in known_words().said:
        return None
    return found[0] if _WHERE_SAID.fullmatch(rest) and (not opens or opens.endswith(",")) else None


def whose_words(text: str, sentence: Span) -> Attribution | None:
    """Read "Ann Lee’s remarks came a day after …": a sentence that opens with whose words were told."""
    match = _WHOSE_WORDS.match(text, *sentence)
    return Attribution(match.start(), match.end(), match[1], match.start(), "name", whole=match[1]) if match else None
