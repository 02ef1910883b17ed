"""
Who says it: verbs of saying and the noun phrases beside them.

Rules only: a verb of saying with a name, an office, a body or a pronoun before or after it, "according to", labels
of transcripts and headings that end in a name. Offices and pronouns are led back to the persons of the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from corridors.lexicon import lexicon
from corridors.people import (
    People,
    Token,
    is_body,
    is_office,
    known_words,
    name_run_back,
    name_run_on,
    office_of,
    tokens,
)
from corridors.sentences import Span

_LABEL = re.compile(r"[*_>\s]{0,6}([^\W\d_][^:\n?!]{0,60}?)[*_]{0,3}:[*_]{0,3}(?=\s)")
_HEADING = re.compile(r"[^.?!\n]{12,200}:\s*([^\W\d_a-z][^\n:.?!]{1,48})$")
_LABEL_LINE = re.compile(r"(?:^|[\n\r])[ \t]*(?=([*_>]{0,6}[^\W\d_a-z][^:\n?!]{0,60}:[*_]{0,3}\s))")
_WINDOW = 40_000
_SPEECH_WORDS = 12
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "our"))
_LINKS = frozenset(("of", "for", "at", "from", "to", "in", "and"))


class Attribution(NamedTuple):
    """A verb of saying (or "according to") at `at` and the phrase of who says it, with its place."""

    at: int
    end: int
    phrase: str
    start: int
    kind: str
    according: bool = False


@lru_cache(maxsize=1)
def _verbs() -> tuple[frozenset[str], frozenset[str], frozenset[str], re.Pattern[str]]:
    words = lexicon()
    according = re.compile(rf"\b{words.pattern('speech.according')}\s+", re.IGNORECASE)
    strong = words.words("speech.verbs") | words.words("speech.others")
    return strong, words.words("speech.weak"), words.words("speech.between"), according


def attributions(text: str, span: Span) -> list[Attribution]:
    """Return every verb of saying in a stretch of text that has somebody beside it, in order."""
    toks = tokens(text, span.start, span.end)
    verbs, weak, _, according = _verbs()
    found: list[Attribution] = []
    for number, token in enumerate(toks):
        if token.low not in verbs or token.is_capital:
            continue
        if token.low.endswith("ing"):
            if subject := _participle_subject(text, toks, number, found):
                found.append(Attribution(token.start, token.end, *subject))
            continue
        before = _subject_before(text, toks, number)
        after = None if before else _subject_after(text, toks, number + 1, token.low in weak)
        if phrase := before or after:
            name, start, kind, first, last = phrase
            edges = (toks[first].start, token.end) if before else (token.start, toks[last - 1].end)
            found.append(Attribution(edges[0], edges[1], name, start, kind))
    for match in according.finditer(text, span.start, span.end):
        rest = [token for token in toks if token.start >= match.end()]
        if phrase := _phrase_on(text, rest, 0):
            name, start, kind, _, last = phrase
            found.append(Attribution(match.start(), rest[last - 1].end, name, start, kind, True))
    return sorted(found)


_Phrase = tuple[str, int, str, int, int]


def _participle_subject(
    text: str, toks: list[Token], verb: int, found: list[Attribution]
) -> tuple[str, int, str] | None:
    """Return who is meant by ", noting that …": the subject of the verb before, or what opens the sentence."""
    if verb == 0 or toks[verb - 1].word not in ",–—":
        return None
    if found:
        return found[-1].phrase, found[-1].start, found[-1].kind
    phrase = _phrase_on(text, toks, 0)
    return (phrase[0], phrase[1], phrase[2]) if phrase else None


def _subject_before(text: str, toks: list[Token], verb: int) -> _Phrase | None:
    """Return the phrase that is the subject of the verb at token `verb`, standing before it."""
    between = _verbs()[2]
    end = verb
    while end > 0 and toks[end - 1].low in between and not toks[end - 1].is_capital:
        end -= 1
    end = _without_date(toks, end)
    if end > 0 and toks[end - 1].word in ",–—-)":
        return _subject_before_commas(text, toks, end)
    return _phrase_back(text, toks, end)


def _without_date(toks: list[Token], end: int) -> int:
    """Step back over "on Wednesday", "in 2024" and the like between a subject and its verb."""
    at = end
    while at > 0 and (toks[at - 1].word[0].isdigit() or toks[at - 1].low in _days()):
        at -= 1
    if at < end and at > 0 and toks[at - 1].low in ("on", "in", "this", "last"):
        return at - 1
    return at if at < end and at > 0 and toks[at - 1].is_capital else end


@lru_cache(maxsize=1)
def _days() -> frozenset[str]:
    months_and_days = (
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
        "september october november december"
    )
    return frozenset(months_and_days.split())


def _subject_before_commas(text: str, toks: list[Token], end: int) -> _Phrase | None:
    """Read "Amina Yusuf, the Kenyan transport minister, said": the phrase in front of what commas set off."""
    office: _Phrase | None = None
    at = end - 1
    for _ in range(3):
        opened = next((n for n in range(at - 1, -1, -1) if toks[n].word in ",–—-("), None)
        phrase = _phrase_back(text, toks, at)
        if phrase and phrase[2] == "name" and (opened is None or phrase[3] == opened + 1):
            return phrase
        if phrase and phrase[2] == "office" and office is None and (opened is None or phrase[3] == opened + 1):
            office = phrase
        if opened is None:
            return office
        at = opened
    return office


def _phrase_back(text: str, toks: list[Token], end: int) -> _Phrase | None:
    """Return the noun phrase that ends right before token `end`."""
    if end <= 0 or not toks[end - 1].is_word:
        return None
    last = toks[end - 1]
    if last.low in known_words().pronouns:
        return (last.word, last.start, "pronoun", end - 1, end)
    first = name_run_back(toks, end)
    if first == end:
        first = end - 1
        if not (is_office(last) or is_body(last)):
            return None
    return _widened(text, toks, first, end)


def _widened(text: str, toks: list[Token], first: int, end: int) -> _Phrase | None:
    """Take in what belongs to a phrase on its left: an office in lower case, "a spokesman for", "the"."""
    start, at = first, first
    for _ in range(9):
        token = toks[at - 1] if at else None
        if token is None or not token.is_word:
            break
        if token.low in _LINKS and at > 1 and toks[at - 2].is_word and toks[at - 2].low not in _LINKS:
            if token.low == "and" and not (toks[at - 2].is_capital or is_office(toks[at - 2])):
                break
            at -= 1
            continue
        if token.low in _ARTICLES or _POSSESSIVE.search(token.word):
            at -= 1
            if is_office(toks[start - 1]) or at + 1 <= start:
                start = at
            start = at
            break
        if not (token.is_capital or is_office(token) or is_body(token) or _is_qualifier(toks, at - 1, end)):
            break
        at -= 1
        if token.is_capital or is_office(token) or is_body(token):
            start = at
    return _classified(text, toks, start, end)


def _is_qualifier(toks: list[Token], at: int, end: int) -> bool:
    """Tell whether a lower-case word may stand inside a phrase of office: the next word is one, or qualifies one."""
    return (
        any(is_office(token) or is_body(token) for token in toks[at + 1 : min(at + 4, end)]) and len(toks[at].word) > 2
    )


def _classified(text: str, toks: list[Token], first: int, end: int) -> _Phrase | None:
    """Say whether a phrase is a name, an office or a body, and cut it down to what names the speaker."""
    words = known_words()
    while first < end - 1 and (toks[first].low in words.not_names and toks[first].low not in _ARTICLES):
        first += 1
    run = first
    while run < end and not toks[run].is_capital:
        run += 1
    joint = any(token.low == "and" for token in toks[first:end])
    of = next((n for n in range(first + 1, end) if toks[n].low in ("of", "for", "at", "from", "to")), None)
    headed = of is not None and any(is_office(t) or is_body(t) for t in toks[first:of])
    if not joint and not is_office(toks[end - 1]) and not is_body(toks[end - 1]) and run < end:
        start = name_run_back(toks, end)
        if headed and of is not None and start > of:
            start = first
            kind = "office" if any(is_office(t) for t in toks[first:of]) else "body"
            name_at = office_of(toks, max(run, of + 1), end)
            return _made(text, toks, first, end, kind) if name_at <= of + 1 else _made(text, toks, name_at, end, "name")
        start = office_of(toks, start, end)
        if toks[start].low in words.not_names:
            return None
        return _made(text, toks, start, end, "name")
    if joint and run < end:
        return _made(text, toks, first, end, "joint")
    heads = [t for t in toks[first : of if headed and of else end] if is_office(t) or is_body(t)]
    if not heads:
        return None
    return _made(text, toks, first, end, "office" if is_office(heads[-1]) else "body")


def _made(text: str, toks: list[Token], first: int, end: int, kind: str) -> _Phrase:
    name = " ".join(text[toks[first].start : toks[end - 1].end].split())
    return (_POSSESSIVE.sub("", name), toks[first].start, kind, first, end)


def _subject_after(text: str, toks: list[Token], first: int, weak: bool) -> _Phrase | None:
    """Return the phrase right behind a verb, as in "said Lavrov" or "said the EAM"."""
    if weak or first >= len(toks):
        return None
    return _phrase_on(text, toks, first)


def _phrase_on(text: str, toks: list[Token], first: int) -> _Phrase | None:
    """Return the noun phrase that begins at token `first`."""
    if first >= len(toks) or not toks[first].is_word:
        return None
    if toks[first].low in known_words().pronouns and not toks[first].is_capital:
        return (toks[first].word, toks[first].start, "pronoun", first, first + 1)
    end = _phrase_end(toks, first)
    if end == first:
        return None
    phrase = _classified(text, toks, first, end)
    if phrase and phrase[2] == "office" and end + 1 < len(toks) and toks[end].word == ",":
        run = name_run_on(toks, end + 1)
        closed = run >= len(toks) or not toks[run].is_word
        if run - end - 1 >= 2 and closed and office_of(toks, end + 1, run) == end + 1:
            return _made(text, toks, end + 1, run, "name")
    return phrase


def _phrase_end(toks: list[Token], first: int) -> int:
    """Return where the noun phrase that begins at token `first` ends; `first` when there is none."""
    end, named = first, False
    if toks[end].low in _ARTICLES or toks[end].low in ("two", "both"):
        end += 1
    begun = end
    while end < len(toks) and toks[end].is_word and end - first < 12:
        token = toks[end]
        if token.is_capital:
            named = True
            end = name_run_on(toks, end)
        elif is_office(token) or is_body(token):
            end += 1
        elif end > begun and token.low in _LINKS and _goes_on(toks, end + 1):
            end += 2 if toks[end + 1].low in _ARTICLES else 1
        elif not named and _is_qualifier(toks, end, len(toks)) and token.low not in _LINKS:
            end += 1
        else:
            break
    return end if end > begun else first


def _goes_on(toks: list[Token], at: int) -> bool:
    """Tell whether a phrase goes on behind a link such as "of" with a capital or another noun of office."""
    if toks[at : at + 1] and toks[at - 1].low == "in":
        return False
    if toks[at : at + 1] and toks[at].low in _ARTICLES:
        at += 1
    return (
        bool(toks[at : at + 1])
        and toks[at].is_word
        and (toks[at].is_capital or is_office(toks[at]) or is_body(toks[at]))
    )


def named(attribution: Attribution, people: People) -> str | None:
    """Return the speaker as the text names him; None for a pronoun, which only what went before can tell."""
    if attribution.kind == "pronoun":
        return None
    if attribution.kind == "name":
        return people.full(attribution.phrase)
    if attribution.kind == "office":
        words = [token.low for token in tokens(attribution.phrase, 0, len(attribution.phrase)) if token.is_word]
        office = frozenset(word for word in words if word not in _ARTICLES and word not in _LINKS)
        plural = any(word.endswith("s") and word[:-1] in known_words().offices for word in words)
        if not plural and (who := people.holder(office, attribution.start)):
            return who
    phrase = attribution.phrase
    return phrase[4:] if phrase.startswith(("The ", "the ")) and phrase[4:5].isupper() else phrase


def label(text: str, paragraph: Span) -> tuple[str, int] | None:
    """Return the speaker's label that opens a paragraph of a transcript and where the words begin."""
    match = _LABEL.match(text, paragraph.start, paragraph.end)
    if not match:
        return None
    toks = tokens(match[1], 0, len(match[1]))
    words = [token for token in toks if token.is_word]
    if not words or len(words) > 7:
        return None
    if match[1].strip().lower().rstrip(" 0123456789") in lexicon().words("people.questions"):
        return match[1].strip(), match.end()
    titled = any(is_office(token) or token.low in known_words().titles for token in words[:-1]) or is_office(words[-1])
    plain = all(token.is_capital or token.low in known_words().particles | {"and", "for", "of"} for token in words)
    shouted = match[1].upper() == match[1] and len(words) <= 5
    if not plain or not (titled or shouted or len(words) in (2, 3)):
        return None
    return match[1].strip(), match.end()


def is_transcript(text: str, offset: int) -> bool:
    """
    Tell whether labels of speakers open paragraphs near an offset.

    A label with an office or a form of address counts by itself; names count when one of them comes back or when
    several open long paragraphs, since "New Delhi:" and "Status:" look alike.
    """
    names: dict[str, int] = {}
    long = titled = 0
    start, end = max(0, offset - _WINDOW), min(len(text), offset + _WINDOW)
    for match in _LABEL_LINE.finditer(text, start, end):
        line_end = text.find("\n", match.end())
        line = Span(match.start(1), len(text) if line_end < 0 else line_end)
        if found := label(text, line):
            names[found[0]] = names.get(found[0], 0) + 1
            words = tokens(found[0], 0, len(found[0]))
            rest = len(tokens(text, found[1], line.end))
            long += found[0].upper() == found[0] and rest >= _SPEECH_WORDS
            titled += rest >= 5 and any(is_office(t) or t.low in known_words().titles for t in words)
    return titled > 0 or long > 1 or any(count > 1 for count in names.values())


def heading_speaker(text: str, paragraph: Span) -> tuple[str, int] | None:
    """Return who a heading such as "Northern route to open in May: Putin" quotes, and where the name begins."""
    match = _HEADING.fullmatch(text, paragraph.start, paragraph.end)
    if not match:
        return None
    words = [token for token in tokens(match[1], 0, len(match[1])) if token.is_word]
    if not 1 <= len(words) <= 4 or not all(token.is_capital for token in words):
        return None
    return match[1].strip(), match.start(1)
