"""
Who says it: verbs of saying and the noun phrases beside them.

Rules only: a verb of saying with a name, an office, a body or a pronoun before or after it, "according to" and "in
her view".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from corridors.letters import letter_runs
from corridors.lexicon import lexicon
from corridors.openings import is_agent
from corridors.people import People
from corridors.phrases import ARTICLES, LINKS, Phrase, Token, is_name_word, known_words, phrase_after, tokens
from corridors.sayings import speech
from corridors.sentences import Span
from corridors.subjects import subject
from corridors.terms import is_nationality

_ADVERBS = frozenset(["also", "not", "quite", "fairly", "equally", "less", "more", "far", "from", "very"])
_BEFORE_ADJECTIVES = frozenset(("this", "that", "these", "newly", "so", "long", "much", "some", "any", "of", "for"))
_OBJECT_PRONOUNS = frozenset(("her", "him", "them"))
_OWNERS = frozenset(("his", "her", "their", "my", "our"))
_VAGUE = frozenset(("a", "an", "one", "another", "some", "many", "most", "two", "several", "other", "his", "my"))
_CITING = frozenset(("cite", "cites", "cited", "quote", "quotes", "quoted"))
_FUTURE = frozenset(("will", "would", "shall", "may", "could"))
_CREDITS = frozenset(("reports", "reported", "report", "writes", "wrote", "informs", "informed"))
_SEEING = frozenset(("see", "sees", "saw", "view", "views", "viewed", "regard", "regards", "regarded"))
_CHOOSY = _SEEING | frozenset(("write", "writes", "wrote", "report", "reports", "reported", "put", "puts", "continue"))
_CHOOSY |= frozenset(("continues", "continued", "advise", "advises", "advised"))
_SUBJECTS = frozenset(("the", "this", "it", "that", "these", "a", "an", "there"))
_MOST_SOURCE, _LONGEST_CREDIT, _LONGEST_SITE, _BESIDE = 14, 6, 12, 3


class Attribution(NamedTuple):
    """
    A verb of saying (or "according to") with who says it.

    `start` and `end` are the stretch, `phrase` names the speaker at `at` and is of a `kind` (name, office, body,
    joint, pronoun); `whole` is the subject with its titles; `deed` marks a verb that may tell of a deed only.
    """

    start: int
    end: int
    phrase: str
    at: int
    kind: str
    according: bool = False
    whole: str = ""
    deed: bool = False


@lru_cache(maxsize=1)
def _according() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon().pattern('speech.according')}\s+", re.IGNORECASE)


_Phrases = dict[str, tuple[tuple[str, ...], ...]]


def _by_first(phrases: frozenset[str]) -> _Phrases:
    """Return the words of phrases by their first word, the longest phrase first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda p: (-len(p.split()), p)):
        found.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return {first: tuple(listed) for first, listed in found.items()}


@lru_cache(maxsize=1)
def _phrases() -> _Phrases:
    """Return the verbs of saying that are phrases."""
    return _by_first(speech().phrasal)


@lru_cache(maxsize=1)
def _source_phrases() -> _Phrases:
    """Return "according to" and its like."""
    return _by_first(lexicon().words("speech.according"))


def _may_hold(words: frozenset[str], phrases: _Phrases) -> bool:
    """Tell whether all words of one of some phrases are among the words of a stretch."""
    begun = (phrase for first in words & phrases.keys() for phrase in phrases[first])
    return any(words.issuperset(phrase) for phrase in begun)


_THAT = re.compile(r"(?:\s(?:last|this|on|in|earlier|late)\s\w+(?:\s\w+)?)?,?\sthat\b")


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """Return the words that verbs of saying are or begin with."""
    return speech().verbs | _SEEING | _phrases().keys()


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Return words of which a stretch holds one if it tells who says something, phrases, "for" and "to" aside."""
    return speech().verbs | _SEEING | speech().opinions | _CITING


def _may_tell(words: list[str]) -> bool:
    """Tell whether the words of a stretch, in small letters, leave it open that it tells who says something."""
    if words[:1] in (["for"], ["to"]) or not _telling().isdisjoint(words):
        return True
    here = frozenset(words)
    return _may_hold(here, _phrases()) or _may_hold(here, _source_phrases())


@lru_cache(maxsize=1)
def _opinion() -> re.Pattern[str]:
    nouns = lexicon().pattern("speech.opinions")
    begun = r"[IiBbOo](?:(?<=\b[IiOo])n|(?<=\b[Bb])y)"  # one set of letters first: it is looked for fast
    return re.compile(rf"{begun}\s+((?:[^\W\d_][\w.’'-]*\s+){{1,4}}?)(?:own\s+)?{nouns}\b")


def attributions(text: str, span: Span) -> list[Attribution]:
    """Return every verb of saying in a stretch of text that has somebody beside it, in order."""
    words = letter_runs(text[span.start : span.end].lower())
    if not _may_tell(words):
        return []
    toks = tokens(text, span.start, span.end)
    found: list[Attribution] = []
    earlier: Phrase | None = None
    verbs = _first_words()
    for number, token in enumerate(toks):
        if token.low not in verbs or not _is_saying(toks, number):
            continue
        after = number + (_phrasal(toks, number) or 1)
        phrase = subject(text, toks, number, after, earlier)
        if phrase is None or phrase.text.lower() in ("you", "me") or _disagrees(toks, number, phrase):
            continue
        first, last = min(number, phrase.first), max(after, phrase.end if phrase.first >= number else 0)
        start = toks[first].start if phrase.first >= 0 else token.start
        if token.low.startswith("show") and phrase.kind != "body":
            continue
        that = _THAT.match(text, toks[after - 1].end, span.end) is not None
        deed = (token.low in speech().deeds or (number > 0 and toks[number - 1].low in _FUTURE)) and not that
        whole = text[toks[phrase.first].start : toks[phrase.end - 1].end] if phrase.end > phrase.first else phrase.text
        found.append(Attribution(start, toks[last - 1].end, phrase.text, phrase.start, phrase.kind, False, whole, deed))
        earlier = phrase
    found += _sources(text, span, toks, frozenset(words))
    cited = [a.start for a in found if a.according and text.startswith(("citing", "quoting"), a.start)]
    found = [a for a in found if a.according or not any(0 < start - a.end < _BESIDE for start in cited)]
    return sorted(found) if len(found) < 2 else sorted(a for a in found if not is_credit(text, a))


def _phrasal(toks: list[Token], number: int) -> int:
    """Return how many words a phrase such as "pointed out" or "let it be known" has here; 0 when there is none."""
    for phrase in _phrases().get(toks[number].low, ()):
        if len(phrase) <= len(toks) - number and all(toks[number + n].low == word for n, word in enumerate(phrase)):
            return len(phrase)
    return 0


def _is_saying(toks: list[Token], number: int) -> bool:
    """Tell whether a token is a verb of saying."""
    token, before = toks[number], toks[number - 1] if number else None
    low = token.low
    if low not in speech().verbs and low not in _SEEING and not _phrasal(toks, number):
        return False
    if before and _is_noun(toks, number):
        return False
    if token.is_capital and not (before and token.word.isupper() and before.word.isupper() and len(before.word) > 1):
        if number == 0 and low in ("said", "says", "adds", "added") and len(toks) > 1 and is_name_word(toks[1]):
            return True  # "Said Ann Lee: …"
        return number > 0 and low.endswith("s") and _is_title_case(toks)
    opens = number == 1 and before is not None and before.word in ("So", "Some")
    if before and not opens and (before.low in ARTICLES or before.low in _BEFORE_ADJECTIVES or before.owns):
        return False
    if low in _CITING and len(toks) > number + 1:
        return not (is_name_word(toks[number + 1]) or toks[number + 1].low in _OBJECT_PRONOUNS)
    if low not in _CHOOSY and low not in speech().tempers:
        return True
    after = [other.low for other in toks[number + 1 : number + 14]]
    if low in speech().tempers and not _is_copula(toks, number - 1):
        return False
    if low in ("write", "writes", "wrote", "report", "reports", "reported") and after[:1] == ["to"]:
        return "that" in after
    if low in ("advise", "advises", "advised"):  # "today he advises Rail Baltica"
        return bool({"that", "against", "to"} & set(after)) or not after or not toks[number + 1].is_word
    if low in _SEEING:  # "observers see the corridor as a push"
        return "as" in after and "that" not in after[:1]
    if low in ("continue", "continues", "continued"):
        return not after or not toks[number + 1].is_word or (before is not None and not before.is_word)
    if low in ("put", "puts") and after[:1] == ["it"]:
        return True
    if low in ("put", "puts"):  # "puts the cost at two billion"
        return bool(after) and after[0] in ("the", "its", "their", "this") and "at" in after
    return True


def _is_noun(toks: list[Token], number: int) -> bool:
    """Tell whether a form is a plural here: "three Baltic states and Poland", "railway projects are of interest"."""
    low, before, behind = toks[number].low, toks[number - 1].low, next((t.low for t in toks[number + 1 :][:1]), "")
    if low not in ("state", "states"):
        return low in speech().plurals and behind in speech().behind_plurals
    return (
        before in speech().kinds_of_states or is_nationality(before) or behind in ("of", "and", "have", "are", "were")
    )


def _sources(text: str, span: Span, toks: list[Token], words: frozenset[str]) -> list[Attribution]:
    """Return who follows "according to", and whose view "in her view" is; `words` are all words in small letters."""
    found: list[Attribution] = []
    for match in _according().finditer(text, span.start, span.end) if _may_hold(words, _source_phrases()) else ():
        rest = next((n for n, token in enumerate(toks) if token.start >= match.end()), len(toks))
        if rest < len(toks) and toks[rest].low in _OBJECT_PRONOUNS:
            pronoun = toks[rest]
            found.append(Attribution(match.start(), pronoun.end, pronoun.word, pronoun.start, "pronoun", True))
        elif phrase := _source(text, toks, rest):
            end = toks[phrase.end - 1].end
            found.append(Attribution(match.start(), end, phrase.text, phrase.start, phrase.kind, True, phrase.text))
    found += _cited(text, toks) if words & _CITING else ()
    found += _for_whom(text, span, toks)
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


def _disagrees(toks: list[Token], number: int, phrase: Phrase) -> bool:
    """Tell whether a verb's bare form behind one name is a noun, "under the Chinese flag", or nobody says it."""
    low, verbs = toks[number].low, speech().verbs
    if phrase.first > 0 and toks[phrase.first - 1].low == "no":
        return True  # "no one among them remembers"
    one = phrase.end > phrase.first >= 0 and toks[phrase.first].low in ("a", "an")  # "rejected a media report"
    if one and low == "called" and number + 1 < len(toks) and is_name_word(toks[number + 1]):
        return True  # "a welder called Gennady"
    near = toks[max(0, phrase.first - 1) : phrase.end]
    if low + "s" in verbs and any(t.low in verbs and t.low[-1] == "s" for t in near):
        return True  # "Ministry rejects media report"
    if not (phrase.kind == "name" or one) or phrase.end != number or low in ("put", "read"):
        return False
    if low.endswith(("s", "ed", "ing")) or (low + "s" not in verbs and low + "es" not in verbs):
        return False
    return not toks[number - 1].low.endswith("s") or toks[number - 1].word.isupper()


def _is_copula(toks: list[Token], at: int) -> bool:
    """Tell whether "is", "was" or "remains" stands here, adverbs aside."""
    while at > 0 and toks[at].low in _ADVERBS:
        at -= 1
    return at >= 0 and toks[at].low in ("is", "are", "was", "were", "remains", "remained", "sounded", "seemed", "grew")


def _is_title_case(toks: list[Token]) -> bool:
    """Tell whether a sentence is a heading in capitals: "Chirchir Reaffirms Commitment To The Northern Corridor"."""
    long = [token for token in toks if token.is_word and len(token.word) > 3]
    return len(long) > 3 and all(token.is_capital or token.word[0].isdigit() for token in long) and toks[-1].word != "."


def _views(text: str, toks: list[Token]) -> list[Attribution]:
    """Read "the minister's view is that …", "the view of Ann Lee is that …", "word from the ministry is that …"."""
    found: list[Attribution] = []
    for number in range(1, len(toks) - 1):
        if toks[number].low != "that" or not _is_copula(toks, number - 1):
            continue
        noun = next((n for n in range(number - 2, max(-1, number - 12), -1) if toks[n].low in speech().opinions), None)
        if noun is None or not all(token.is_word for token in toks[noun:number]):
            continue
        phrase = phrase_after(text, toks, noun + 2) if toks[noun + 1].low in ("of", "from", "by", "at") else None
        if phrase is None and noun and toks[noun - 1].owns:
            first = noun - 1
            while first and (is_name_word(toks[first - 1]) or toks[first - 1].low in ARTICLES):
                first -= 1
            phrase = phrase_after(text, toks, first)
        if phrase:
            start, end = toks[min(noun, phrase.first)].start, toks[number].end
            found.append(Attribution(start, end, phrase.text, phrase.start, phrase.kind, True, phrase.text))
    return found


def _for_whom(text: str, span: Span, toks: list[Token]) -> list[Attribution]:
    """Read "For Professor Ann Lee the railway is a wager", "For Simonyan, it is a way out"."""
    view = phrase_after(text, toks, 1) if len(toks) > 3 and toks[0].word in ("For", "To") else None
    if view is None or view.end >= len(toks) or toks[view.end - 1].low in known_words().routes:
        return []
    follows = toks[view.end]
    alone = view.kind == "name" and " " not in view.text and view.start == toks[1].start
    known = view.kind == "name" or (view.kind == "office" and toks[1].low == "the")
    if toks[0].word == "To" and (view.kind != "name" or alone or follows.word != ","):
        return []
    if not known or not (follows.word == "," or follows.low in _SUBJECTS) or (alone and follows.word != ","):
        return []
    end = toks[view.end - 1].end
    return [Attribution(span.start, end, view.text, view.start, view.kind, True, view.text, alone)]


def _cited(text: str, toks: list[Token]) -> list[Attribution]:
    """Read "the agency cited Maziar Yazdani, deputy head of it, as saying", "TASS quoted him": who is cited."""
    found: list[Attribution] = []
    for number in range(len(toks) - 1):
        if toks[number].low not in _CITING:
            continue
        pronoun = toks[number + 1] if toks[number + 1].low in _OBJECT_PRONOUNS else None
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
        elif phrase and phrase.kind in ("name", "office", "joint"):
            made = Attribution(toks[number].start, stop, phrase.text, phrase.start, phrase.kind, True, phrase.text)
            found.append(made)
    return found


def _at(toks: list[Token], offset: int) -> int:
    return next((n for n, token in enumerate(toks) if token.start >= offset), len(toks))


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
    closed = end == len(toks) or toks[end].word in ",.;:)–—-"
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


def is_credit(text: str, attribution: Attribution) -> bool:
    """Tell whether an attribution is a credit line such as ", Trend reports" rather than a speaker."""
    words = text[attribution.start : attribution.end].split()
    if attribution.according and lexicon().words("people.agencies") & {attribution.phrase.lower(), words[-1].lower()}:
        return True  # ", according to Reuters"
    if words[-1] not in _CREDITS or len(words) > _LONGEST_CREDIT or attribution.kind == "pronoun":
        return False
    before = text[max(0, attribution.start - _LONGEST_SITE) : attribution.start].rstrip(' \n"”»')
    return (before[:-1] if before.endswith(".") else before).rpartition(" ")[0].endswith(",") or before.endswith(",")


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
        vague = phrase.split()[0].lower() in _VAGUE
        if not plural and not vague and (who := people.holder(office, attribution.at)):
            return who
    proper = attribution.kind != "office" and phrase[4:5].isupper()
    return phrase[4:] if proper and phrase.startswith(("The ", "the ")) else phrase
