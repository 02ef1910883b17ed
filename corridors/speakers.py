"""
Who says it: verbs of saying and the noun phrases beside them.

Rules only: a verb of saying with a name, an office, a body or a pronoun before or after it, and "according to".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from corridors.lexicon import lexicon
from corridors.people import People
from corridors.phrases import (
    ARTICLES,
    LINKS,
    Phrase,
    Token,
    known_words,
    phrase_after,
    phrase_before,
    tokens,
)
from corridors.sentences import Span

_BEFORE_ADJECTIVES = frozenset(("this", "that", "these", "newly", "so", "long", "much", "some", "any", "of", "for"))
_PEOPLE = frozenset(("people", "everybody", "everyone", "police"))
_CLAUSES = frozenset(
    (
        "which",
        "that",
        "what",
        "who",
        "where",
        "when",
        "while",
        "and",
        "but",
        "as",
        "because",
        "if",
        "how",
        "some",
        "many",
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_OBJECT_PRONOUNS = frozenset(("her", "him", "them"))


class Attribution(NamedTuple):
    """A verb of saying (or "according to") with who says it: the stretch `start` to `end`, phrase and its kind."""

    start: int
    end: int
    phrase: str
    at: int
    kind: str
    according: bool = False


@dataclass(frozen=True, slots=True)
class _Speech:
    verbs: frozenset[str]
    phrasal: frozenset[str]
    between: frozenset[str]
    interposed: frozenset[str]
    personal: frozenset[str]
    inverted: frozenset[str]
    days: frozenset[str]
    according: re.Pattern[str]
    openers: frozenset[str]


@lru_cache(maxsize=1)
def _speech() -> _Speech:
    words = lexicon()
    verbs = words.words("speech.verbs") | words.words("speech.others")
    return _Speech(
        verbs=frozenset(verb for verb in verbs if " " not in verb),
        phrasal=frozenset(verb for verb in verbs if " " in verb),
        between=words.words("speech.between"),
        interposed=words.words("speech.interposed"),
        personal=words.words("speech.personal"),
        inverted=words.words("speech.inverted") | words.words("speech.others"),
        days=words.words("speech.days"),
        according=re.compile(rf"\b{words.pattern('speech.according')}\s+", re.IGNORECASE),
        openers=frozenset(phrase.split()[0] for phrase in (*verbs, *words.words("speech.according"))),
    )


def attributions(text: str, span: Span) -> list[Attribution]:
    """Return every verb of saying in a stretch of text that has somebody beside it, in order."""
    if not _may_say(text[span.start : span.end]):
        return []
    toks, speech = tokens(text, span.start, span.end), _speech()
    shouted = text[span.start : span.end].isupper()
    found: list[Attribution] = []
    for number, token in enumerate(toks):
        pair = f"{token.low} {toks[number + 1].low}" if number + 1 < len(toks) else ""
        if (token.is_capital and not shouted) or not (token.low in speech.verbs or pair in speech.phrasal):
            continue
        if number and (toks[number - 1].low in ARTICLES or toks[number - 1].low in _BEFORE_ADJECTIVES):
            continue
        after = number + (2 if pair in speech.phrasal else 1)
        subject = _subject(text, toks, number, after, found)
        if subject:
            first, last = min(number, subject.first), max(after, subject.end if subject.first >= number else 0)
            start = toks[first].start if subject.first >= 0 else token.start
            found.append(Attribution(start, toks[last - 1].end, subject.text, subject.start, subject.kind))
    for match in speech.according.finditer(text, span.start, span.end):
        rest = next((n for n, token in enumerate(toks) if token.start >= match.end()), len(toks))
        if rest < len(toks) and toks[rest].low in _OBJECT_PRONOUNS:
            pronoun = toks[rest]
            found.append(Attribution(match.start(), pronoun.end, pronoun.word, pronoun.start, "pronoun", True))
        elif phrase := phrase_after(text, toks, rest):
            end = toks[phrase.end - 1].end
            found.append(Attribution(match.start(), end, phrase.text, phrase.start, phrase.kind, True))
    return sorted(found) if len(found) < 2 else sorted(a for a in found if not _is_credit(text, a))


def _may_say(words: str) -> bool:
    """Tell whether a stretch of text holds a verb of saying or "according to" at all."""
    said = _speech()
    return not said.openers.isdisjoint(_WORD.findall(words.lower()))


def _is_credit(text: str, attribution: Attribution) -> bool:
    """Tell whether an attribution is a credit line such as ", Trend reports" rather than a speaker."""
    words = text[attribution.start : attribution.end].split()
    before = text[max(0, attribution.start - 3) : attribution.start].rstrip()
    return words[-1] in ("reports", "reported", "writes") and before.endswith(",") and len(words) < 5


def _subject(text: str, toks: list[Token], verb: int, after: int, found: list[Attribution]) -> Phrase | None:
    """Return who is the subject of the verb at token `verb`."""
    low = toks[verb].low
    if low.endswith("ing"):
        return _participle_subject(text, toks, verb, found)
    inverted = low in _speech().inverted and (verb == 0 or not toks[verb - 1].is_word or toks[verb - 1].low == "as")
    behind = phrase_after(text, toks, after) if inverted else None
    if behind and verb and behind.kind in ("name", "office") and _stands_alone(toks, behind):
        return behind
    if phrase := _subject_before(text, toks, verb):
        return phrase
    for at in range(after, min(after + 5, len(toks))):  # "was announced on Friday by the prime minister"
        if toks[at].low == "by" and verb and toks[verb - 1].low in ("was", "were", "is", "been", "as"):
            return phrase_after(text, toks, at + 1)
        if not toks[at].is_word:
            break
    return behind or _opening_subject(text, toks, verb)


def _stands_alone(toks: list[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase behind a verb is its subject rather than that of what is said: ", said Lee of Oslo"."""
    if phrase.end >= len(toks):
        return True
    token = toks[phrase.end]
    return (
        not token.is_word
        or token.low in LINKS - {"to"}
        or token.low in ("on", "during", "after", "last", "this", "who")
    )


def _participle_subject(text: str, toks: list[Token], verb: int, found: list[Attribution]) -> Phrase | None:
    """Return who is meant by ", noting that …": the subject of the verb before, or what opens the sentence."""
    if verb == 0 or toks[verb - 1].word not in ",–—":
        return None
    if found:
        return Phrase(found[-1].phrase, found[-1].at, found[-1].kind, verb, verb)
    phrase = phrase_after(text, toks, 0)
    return phrase._replace(first=verb, end=verb) if phrase else None


def _subject_before(text: str, toks: list[Token], verb: int) -> Phrase | None:
    """Return the phrase that is the subject of the verb at token `verb`, standing before it."""
    end = verb
    while end > 0 and toks[end - 1].low in _speech().between and not toks[end - 1].is_capital:
        end -= 1
    end = _without_date(toks, end)
    if end > 0 and toks[end - 1].word in (",", "–", "—", "-", ")"):
        return _subject_before_commas(text, toks, end)
    phrase = phrase_before(text, toks, end)
    if phrase is None and toks[verb].low in _speech().personal:
        phrase = _anybody(text, toks, end, verb)
    if phrase is None:
        return _several(text, toks, end, verb)
    if phrase and phrase.kind == "office" and phrase.first > 1 and toks[phrase.first - 1].word == ",":
        name = phrase_before(text, toks, phrase.first - 1)  # "T. K. Rao, the Secretary of Ports said"
        if name and name.kind == "name" and " " in name.text and (name.first == 0 or not toks[name.first - 1].is_word):
            return name
    return phrase


def _anybody(text: str, toks: list[Token], end: int, verb: int) -> Phrase | None:
    """Read "one bosun told me": any noun with an article before a verb that only a person is the subject of."""
    if verb + 1 < len(toks) and toks[verb + 1].low in ("to", "that") and toks[verb].low != "told":
        return None
    for first in range(end - 2, max(-1, end - 5), -1):
        if toks[first].low in ("one", "a", "an", "the", "another"):
            return Phrase(text[toks[first].start : toks[end - 1].end], toks[first].start, "body", first, end)
        if not toks[first].is_word or not toks[first].word.islower():
            return None
    return None


def _several(text: str, toks: list[Token], end: int, verb: int) -> Phrase | None:
    """Read "Turkish builders call it …", "residents say": a plural noun that begins a clause, before a plural verb."""
    if not end or not (toks[end - 1].word.islower() or (toks[end - 1].low == toks[end - 1].word.lower() and end == 1)):
        return None
    noun, low = toks[end - 1], toks[verb].low
    plural = (noun.low.endswith("s") and len(noun.low) > 4) or noun.low in _PEOPLE
    if not plural or noun.low in known_words().routes or noun.low.rstrip("s") in known_words().routes:
        return None
    if low.endswith("s") or (verb + 1 < len(toks) and toks[verb + 1].low in ("at", "on", "in", "for", "off", "into")):
        return None
    first = end - 1
    while first > 0 and end - first < 4 and toks[first - 1].is_word and not _begins_clause(toks[first - 1]):
        first -= 1
    if first > 0 and toks[first - 1].is_word and not _begins_clause(toks[first - 1]):
        return None
    return Phrase(text[toks[first].start : noun.end], toks[first].start, "body", first, end)


def _begins_clause(token: Token) -> bool:
    """Tell whether a word opens a clause or a noun phrase."""
    return token.low in ARTICLES or token.low in _CLAUSES


def _without_date(toks: list[Token], end: int) -> int:
    """Step back over "on Wednesday", "in 2024" and the like between a subject and its verb."""
    at = end
    while at > 0 and (toks[at - 1].word[0].isdigit() or toks[at - 1].low in _speech().days):
        at -= 1
    if at < end and at > 0 and toks[at - 1].low in ("on", "in", "this", "last"):
        return at - 1
    return at if at < end and at > 0 and toks[at - 1].is_capital else end


def _subject_before_commas(text: str, toks: list[Token], end: int) -> Phrase | None:
    """Read "Amina Yusuf, the Kenyan transport minister, said": the phrase in front of what commas set off."""
    office: Phrase | None = None
    at = end - 1
    for _ in range(4):
        phrase = phrase_before(text, toks, at)
        first = phrase.first if phrase else at
        opened = next((n for n in range(first - 1, -1, -1) if toks[n].word in ",–—-("), None)
        whole = phrase is not None and opened in (None, first - 1)
        if phrase and whole and phrase.kind in ("name", "body"):
            return phrase
        if phrase and whole and phrase.kind == "office" and office is None:
            office = phrase
        if opened is None:
            return office or (phrase if phrase and phrase.kind == "name" and at < end - 1 else None)
        if phrase and not whole and phrase.kind == "name" and at < end - 1:
            return phrase
        at = opened
    return office


def _opening_subject(text: str, toks: list[Token], verb: int) -> Phrase | None:
    """Read "Bazrpash while speaking at the event underlined": a sentence's first phrase with words put between."""
    start = next((n + 1 for n in range(verb - 1, -1, -1) if not toks[n].is_word), 0)
    phrase = phrase_after(text, toks, start)
    if phrase is None or phrase.end >= verb or toks[phrase.end].low not in _speech().interposed:
        return None
    if any(token.low in _speech().verbs for token in toks[phrase.end : verb]):
        return None
    return phrase if phrase.kind in ("name", "office", "body") else None


def named(attribution: Attribution, people: People) -> str | None:
    """Return the speaker as the text names him; None for a pronoun, which only what went before can tell."""
    if attribution.kind == "pronoun":
        return None
    if attribution.kind == "name":
        return people.full(attribution.phrase, attribution.at)
    phrase = attribution.phrase
    if attribution.kind == "office":
        words = [token.low for token in tokens(phrase, 0, len(phrase)) if token.is_word]
        office = frozenset(word for word in words if word not in ARTICLES and word not in LINKS)
        plural = any(word.endswith("s") and word[:-1] in known_words().offices for word in words)
        if not plural and (who := people.holder(office, attribution.at)):
            return who
    proper = attribution.kind != "office" and phrase[4:5].isupper()
    return phrase[4:] if proper and phrase.startswith(("The ", "the ")) else phrase
