"""How far an attribution reaches: which of those around a mention tells who says it."""

from __future__ import annotations

import re
from functools import lru_cache

from corridors.lexicon import lexicon
from corridors.phrases import is_body, is_office, known_words
from corridors.sayings import Attribution, speech
from corridors.sentences import Span
from corridors.terms import is_nationality
from corridors.tokens import Token, tokens
from corridors.world import world

_LONGEST_LEAD, _LONGEST_OPENING = 8, 40
_TELLING = frozenset(
    ("told", "tells", "assured", "assures", "reminded", "informed", "asked", "warned", "urged", "thanked")
)
_DAYS = frozenset(("next", "same", "previous", "day", "following", "other", "week"))
_RELATIVE = frozenset(("what", "which", "that", "who", "whom", "how", "why", "where", "whether", "whose"))
_OPENING_MARKS = tuple("\"“‘«„'")
_OPENS_CLAUSE = frozenset(
    ("and", "but", "as", "which", "while", "because", "when", "if", "that", "who", "after", "with")
)

_TOPIC = re.compile(  # "said in reply to a question about the corridor": what he was asked or told
    r"[^,;:]*\b(?:in (?:reply|response|answer) to|(?:when|after being) asked|asks?) (?:[^,;:“”\"]{0,80}?\b)?"
    r"(?:about|on|regarding|concerning|over|whether|of)\b(?![^,;:“”\"]*\bthat\b)[^,;:“”\"]*[“\"‘']?$"
)


def outer(text: str, earlier: list[Attribution], later: list[Attribution]) -> Attribution:
    """
    Return which of the attributions around a mention tells who says it.

    The last one before it does, but for a document within what a person says ("the declaration names it, Lee said"),
    and for what was told to somebody whom the sentence begins with ("According to Roy, the minister had told him").
    """
    if not earlier:
        return later[0]
    closing = next((a for a in later if not a.according), None)
    toks = tokens(earlier[-1].phrase, 0, len(earlier[-1].phrase))
    document = any(is_body(token) for token in toks) and not any(is_office(token) for token in toks)
    if closing and is_nationality(earlier[-1].phrase.lower()) and closing.kind in ("name", "office"):
        return closing  # "Москва рассчитывает, что коридор откроется, заявил Иван Петров"
    if closing and document and closing.kind in ("name", "office", "pronoun"):
        return closing
    if closing and earlier[-1].deed and closing.kind in ("name", "office", "body") and not closing.deed:
        return closing  # "both sides agreed on it, the minister said"
    if len(earlier) > 1 and earlier[-1].deed and not earlier[-2].deed and earlier[-2].phrase != earlier[-1].phrase:
        return earlier[-2]  # "the ministry said both sides wanted it"
    if len(earlier) > 1 and text[earlier[-2].end : earlier[-1].start].strip() == "that":
        capital = earlier[-1].kind == "name" and world().named(earlier[-1].whole)
        if capital or is_nationality(earlier[-1].phrase.lower()):
            return earlier[-2]  # "the ministry added that Oslo regards it as its own"
    if len(earlier) > 1 and _passes_on(earlier[-2], earlier[-1], document=document):
        return earlier[-2]  # "According to her, the countries are confident in it"
    if len(earlier) > 1 and document and earlier[-2].kind in ("name", "office", "pronoun"):
        between = text[earlier[-2].end : earlier[-1].start].split(None, 1)
        if between[:1] == ["that"] and not earlier[-2].according:
            return earlier[-2]  # "the minister recalled that according to the declaration, …"
    told = " had " in text[earlier[-1].start : earlier[-1].end]
    return earlier[0] if told and earlier[0].according and not earlier[-1].according else earlier[-1]


def _passes_on(source: Attribution, teller: Attribution, *, document: bool) -> bool:
    """Tell whether "according to" names who tells what another, or a document, hopes or says."""
    if not source.according or teller.according or teller.phrase == source.phrase:
        return False
    if document and source.kind == "body":
        toks = tokens(source.phrase, 0, len(source.phrase))
        return any(is_office(t) or t.low in lexicon().words("people.official") for t in toks)
    person = source.kind in ("name", "office", "pronoun")
    return person and (document or teller.deed or teller.kind in ("body", "joint"))


@lru_cache(maxsize=1)
def _of_what() -> tuple[str, ...]:
    """Return phrases such as "as for", which say of what somebody then speaks."""
    return tuple(sorted(f"{phrase} " for phrase in lexicon().words("speech.of_what")))


def leads_up(text: str, sentence: Span, at: Span, attribution: Attribution) -> bool:
    """Tell whether a mention stands in "Commenting on the corridor, the minister said that"."""
    first = text[sentence.start : at.start].split(None, 1)
    if not first or attribution.start < at.end:
        return False
    opens = text[sentence.start : sentence.start + _LONGEST_OPENING].lower().startswith(_of_what())
    if not opens and first[0].lower() not in lexicon().words("speech.leading"):
        return False
    between = text[at.end : attribution.start]
    return between.rstrip(" \"”’'»").endswith(",") and ";" not in between and ". " not in between


def is_topic(text: str, attribution: Attribution, at: Span) -> bool:
    """Tell whether a mention behind a verb of saying belongs to what somebody was asked, or told, rather than said."""
    between = text[attribution.end : at.start]
    return ("ask" in between or " to " in between) and _TOPIC.match(between) is not None


def closes(text: str, attribution: Attribution, at: Span, sentence: Span) -> bool:
    """Tell whether an attribution such as ", Lavrov said" follows, after a comma, what is said."""
    before = text[at.end : attribution.start]
    comma = max(before.rfind(mark) for mark in ',—–”"»')
    if comma < 0 and text[attribution.start : attribution.end].split()[0] in lexicon().words("speech.plain"):
        return ";" not in before and ". " not in before  # "opens in May said Minister Ann Lee"
    if comma < 0 or before.find(";", comma) >= 0 or before.find("; ") >= 0:
        return False
    words = tokens(before, comma + 1, len(before))
    follows = tokens(text, attribution.end, min(sentence.end, attribution.end + 40))
    if follows and follows[0].low == "that":
        return False
    if _is_occasion(text, sentence) and _says_more(text, attribution, follows):
        return False
    if len(words) == 1 and words[0].low == "as":  # ", as the minister put it", but not ", as he put it, “the key”"
        put = text.endswith("put it", attribution.start, attribution.end)
        return not (put and text[attribution.end : sentence.end].lstrip(" ,:–—").startswith(_OPENING_MARKS))
    opens = before[:comma].split(None)[-1:]
    if opens and not words and opens[0].strip(",").lower() in _OPENS_CLAUSE:
        return False  # ", which, Lavrov said, “…”"
    if words and words[-1].low in _RELATIVE:
        return False  # ", it is their right to begin what they consider legal"
    return len(words) <= _LONGEST_LEAD and not (words and words[0].low in _OPENS_CLAUSE)


def _is_occasion(text: str, sentence: Span) -> bool:
    """Tell whether a sentence begins with the occasion of what is said: "Chairing a meeting on it, he said"."""
    first = text[sentence.start : sentence.start + 24].split(None, 1)[0].lower()
    return first.endswith("ing") and first not in lexicon().words("speech.leading")


def _says_more(text: str, attribution: Attribution, follows: list[Token]) -> bool:
    """Tell whether a verb of saying begins what is said: "Chairing a meeting on it, he said both sides agree"."""
    if not follows or attribution.according:
        return False
    if follows[0].low not in speech().determiners | known_words().pronouns:
        return False
    lasts = len(follows) > 1 and follows[1].low in _DAYS
    told = text[attribution.start : attribution.end].rsplit(None, 1)[-1].lower() in _TELLING
    return not lasts and (not told or any(token.low == "that" for token in follows))


def inverted(text: str, sentence: Span, told: Attribution, at: Span) -> bool:
    """Tell whether a place stands behind who closes quoted words: "…», a dit Morel lors du sommet sur le corridor"."""
    before = text[sentence.start : told.start].rstrip(" ,—–-")
    return told.start == told.at and before[-1:] in ("»", "”", "“", '"') and "," not in text[told.end : at.start]
