"""Who follows "according to" and its like, whom somebody cites, and whose view "in her view" is."""

from __future__ import annotations

import re
from functools import lru_cache

from corridors.lexicon import lexicon
from corridors.openings import is_agent
from corridors.phrases import ARTICLES, Phrase, is_name_word, is_no_surname, known_words, phrase_after
from corridors.sayings import Attribution, Phrases, by_longest, may_hold, speech
from corridors.sentences import Span
from corridors.terms import is_nationality
from corridors.tokens import Token

_CITING = re.compile(r"(?i)(?:citing|quoting)\b")
CITING = frozenset(("cite", "cites", "cited", "quote", "quotes", "quoted"))
OBJECT_PRONOUNS = frozenset(("her", "him", "them"))
_ADVERBS = frozenset(["also", "not", "quite", "fairly", "equally", "less", "more", "far", "from", "very"])
_OWNERS = frozenset(("his", "her", "their", "my", "our"))
_SUBJECTS = frozenset(("the", "this", "it", "that", "these", "a", "an", "there"))
_PRESS = frozenset(("news", "press", "newspaper", "magazine", "portal", "website", "weekly", "daily"))
_HELD_BY = frozenset(("of", "from", "by", "at", "among"))
_VOICED = frozenset(("made", "voiced", "issued", "expressed", "raised", "repeated", "echoed", "put"))
_MOST_SOURCE = 14


@lru_cache(maxsize=1)
def _according() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon().pattern('speech.according')}\s+", re.IGNORECASE)


@lru_cache(maxsize=1)
def source_phrases() -> Phrases:
    """Return "according to" and its like, by their longest words."""
    return by_longest(lexicon().words("speech.according"))


@lru_cache(maxsize=1)
def _opinion() -> re.Pattern[str]:
    nouns = lexicon().pattern("speech.opinions")
    begun = r"[IiBbOo](?:(?<=\b[IiOo])n|(?<=\b[Bb])y)"  # one set of letters first: it is looked for fast
    return re.compile(rf"{begun}\s+((?:[^\W\d_][\w.’'-]*\s+){{1,4}}?)(?:own\s+)?{nouns}\b")


def sources(text: str, span: Span, toks: list[Token], words: frozenset[str]) -> list[Attribution]:
    """Return who follows "according to", and whose view "in her view" is; `words` are all words in small letters."""
    found: list[Attribution] = []
    for match in _according().finditer(text, span.start, span.end) if may_hold(words, source_phrases()) else ():
        rest = next((n for n, token in enumerate(toks) if token.start >= match.end()), len(toks))
        if rest < len(toks) and toks[rest].low in OBJECT_PRONOUNS:
            pronoun = toks[rest]
            found.append(Attribution(match.start(), pronoun.end, pronoun.word, pronoun.start, "pronoun", True))
        elif (phrase := _source(text, toks, rest)) and not (_CITING.match(match[0]) and _is_reason(toks, phrase)):
            end = toks[phrase.end - 1].end
            kind = "body" if _is_press(toks, phrase) else phrase.kind
            found.append(Attribution(match.start(), end, phrase.text, phrase.start, kind, True, phrase.text))
    found += _cited(text, toks) if words & CITING else ()
    found += _for_whom(text, span, toks)
    found += _voiced_by(text, toks) if not words.isdisjoint(_VOICED) else ()
    found += _views(text, toks) if words & speech().opinions else ()
    for match in _opinion().finditer(text, span.start, span.end) if words & speech().opinions else ():
        owner = match[1].split()
        at = match.start(1)
        if len(owner) == 1 and owner[0].lower() in _OWNERS:
            kind, who = "pronoun", {"my": "i", "our": "we"}.get(owner[0].lower(), owner[0])
            found.append(Attribution(match.start(), match.end(), who, at, kind, True))
        elif owner[-1].endswith(("’s", "'s", "s’", "s'")) and (phrase := phrase_after(text, toks, _at(toks, at))):
            found.append(
                Attribution(match.start(), match.end(), phrase.text, phrase.start, phrase.kind, True, phrase.text)
            )
    return found


def _is_press(toks: list[Token], phrase: Phrase) -> bool:
    """Tell whether "news agency" or the like stands behind a name, which is nobody's then."""
    behind = toks[phrase.end].low if phrase.end < len(toks) else ""
    return phrase.kind == "name" and (behind in _PRESS or behind in known_words().bodies)


def is_copula(toks: list[Token], at: int) -> bool:
    """Tell whether "is", "was" or "remains" stands here, adverbs aside."""
    while at > 0 and toks[at].low in _ADVERBS:
        at -= 1
    return at >= 0 and toks[at].low in ("is", "are", "was", "were", "remains", "remained", "sounded", "seemed", "grew")


def _views(text: str, toks: list[Token]) -> list[Attribution]:
    """Read "the minister's view is that …", "the view of Ann Lee is that …", "Ann Lee's claim that …"."""
    found: list[Attribution] = []
    for number in range(1, len(toks) - 1):
        if toks[number].low != "that":
            continue
        equated = is_copula(toks, number - 1)
        first = number - 2 if equated else number - 1
        last = max(-1, number - 12) if equated else number - 2
        noun = next((n for n in range(first, last, -1) if toks[n].low in speech().opinions), None)
        if noun is None or not all(token.is_word for token in toks[noun:number]):
            continue
        phrase = phrase_after(text, toks, noun + 2) if toks[noun + 1].low in _HELD_BY else None
        if phrase is None and noun and toks[noun - 1].owns:
            first = noun - 1
            while first and (is_name_word(toks[first - 1]) or toks[first - 1].low in ARTICLES):
                first -= 1
            phrase = phrase_after(text, toks, first)
        if phrase:
            start, end = toks[min(noun, phrase.first)].start, toks[number if equated else noun].end
            found.append(Attribution(start, end, phrase.text, phrase.start, phrase.kind, equated, phrase.text))
    return found


def _for_whom(text: str, span: Span, toks: list[Token]) -> list[Attribution]:
    """Read "For Professor Ann Lee the railway is a wager", "For Simonyan, it is a way out"."""
    view = phrase_after(text, toks, 1) if len(toks) > 3 and toks[0].word in ("For", "To") else None
    if view is None or view.end >= len(toks) or toks[view.end - 1].low in known_words().routes:
        return []
    follows = toks[view.end]
    alone = view.kind == "name" and " " not in view.text and view.start == toks[1].start
    words = [token for token in toks[view.first : view.end] if token.low not in ARTICLES]
    if is_nationality(words[0].low) and all(map(is_no_surname, words[1:])):
        return []  # "For Saudi Arabia the corridor is a way out"
    known = view.kind == "name" or (view.kind == "office" and toks[1].low == "the")
    if toks[0].word == "To" and (view.kind != "name" or alone or follows.word != ","):
        return []
    if not known or not (follows.word == "," or follows.low in _SUBJECTS) or (alone and follows.word != ","):
        return []
    end = toks[view.end - 1].end
    return [Attribution(span.start, end, view.text, view.start, view.kind, True, view.text, alone)]


def _voiced_by(text: str, toks: list[Token]) -> list[Attribution]:
    """Read "Calls to open the corridor were also made by Ann Lee and the port": who called stands behind "by"."""
    if not any(token.low in lexicon().words("speech.voiced") for token in toks[:3]):
        return []
    for number in range(2, len(toks) - 2):
        if toks[number].low not in _VOICED or toks[number + 1].low != "by" or not is_copula(toks, number - 1):
            continue
        phrase = _source(text, toks, number + 2)
        if phrase is None or phrase.kind == "pronoun" or toks[phrase.first].low in speech().days:
            continue
        if phrase.kind == "name" or any(map(is_agent, toks[phrase.first : phrase.end])):  # not "by 2030"
            end = toks[phrase.end - 1].end
            return [Attribution(toks[number].start, end, phrase.text, phrase.start, phrase.kind, True, phrase.text)]
    return []


def _cited(text: str, toks: list[Token]) -> list[Attribution]:
    """Read "the agency cited Maziar Yazdani, deputy head of it, as saying", "TASS quoted him": who is cited."""
    found: list[Attribution] = []
    for number in range(len(toks) - 1):
        if toks[number].low not in CITING:
            continue
        pronoun = toks[number + 1] if toks[number + 1].low in OBJECT_PRONOUNS else None
        phrase = None if pronoun else phrase_after(text, toks, number + 1)
        end = phrase.end if phrase else number + 2
        as_said = any(
            t.low == "as" and a.low.endswith("ing") for t, a in zip(toks[end:], toks[end + 1 :], strict=False)
        )
        if not as_said and end < len(toks) and toks[end].word not in (".", ","):
            continue
        stop = toks[end - 1].end
        if pronoun:
            found.append(Attribution(toks[number].start, stop, pronoun.word, pronoun.start, "pronoun", True))
        elif phrase and (phrase.kind in ("name", "office", "joint") or as_said):
            made = Attribution(toks[number].start, stop, phrase.text, phrase.start, phrase.kind, True, phrase.text)
            found.append(made)
    return found


def _at(toks: list[Token], offset: int) -> int:
    return next((n for n, token in enumerate(toks) if token.start >= offset), len(toks))


def _is_reason(toks: list[Token], phrase: Phrase) -> bool:
    """Tell whether what is cited is a reason rather than a source: "citing environmental risk"."""
    told = (is_agent(t) or t.is_capital for t in toks[phrase.first : phrase.end])
    return phrase.kind == "body" and not any(told)


def _source(text: str, toks: list[Token], first: int) -> Phrase | None:
    """Read who follows "according to": a name, an office, a body, or whatever noun reaches up to the next sign."""
    if first >= len(toks):
        return None
    end = first
    while end < len(toks) and toks[end].is_word and end - first < _MOST_SOURCE:
        end += 1
    run = toks[first:end]
    content = [token for token in run if token.low not in ARTICLES]
    if not content or any(token.low in speech().no_sources for token in content[:2]):
        return None
    phrase = phrase_after(text, toks, first)
    closed = end == len(toks) or toks[end].word in ",.;:()–—-"
    if closed and (behind := _named_behind(text, toks, end)) and not run[-1].is_capital:
        return behind
    if phrase and (phrase.kind in ("name", "office", "joint") or not closed):
        return phrase
    if not closed or end - first >= _MOST_SOURCE:
        return phrase
    if phrase or any(is_agent(token) or token.is_capital for token in run) or content[-1].word.islower():
        words = " ".join(text[toks[first].start : toks[end - 1].end].split())
        return Phrase(words, toks[first].start, "body", first, end)
    return None


def _named_behind(text: str, toks: list[Token], comma: int) -> Phrase | None:
    """Read "according to a leading intelligence service, Drewry": the name set off behind what it is."""
    if comma + 1 >= len(toks) or toks[comma].word != ",":
        return None
    end = comma + 1
    while end < len(toks) and is_name_word(toks[end]) and end - comma < 5:
        end += 1
    if end == comma + 1 or (end < len(toks) and toks[end].is_word):
        return None
    return phrase_after(text, toks, comma + 1)
