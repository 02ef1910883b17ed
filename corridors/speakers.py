"""
Who says it: verbs of saying and the noun phrases beside them.

Rules only: a verb of saying with a name, an office, a body or a pronoun before or after it, "according to" and "in
her view".
"""

from __future__ import annotations

import re
from functools import lru_cache

from corridors.inversions import AUXILIARIES
from corridors.letters import letter_runs
from corridors.lexicon import lexicon
from corridors.people import People
from corridors.phrases import ARTICLES, LINKS, Phrase, is_body, is_name_word, is_office, known_words
from corridors.sayings import Attribution, Phrases, by_first, by_longest, may_hold, speech
from corridors.sentences import Span
from corridors.sources import CITING, OBJECT_PRONOUNS, is_copula, source_phrases, sources
from corridors.subjects import subject
from corridors.terms import is_nationality
from corridors.tokens import Token, tokens

_BEFORE_ADJECTIVES = frozenset(("this", "that", "these", "newly", "so", "long", "much", "some", "any", "of", "for"))
_GOVERNING = frozenset(("on", "about", "under", "into", "regarding", "concerning"))
_VAGUE = frozenset(("a", "an", "one", "another", "some", "many", "most", "two", "several", "other", "his", "my"))
_POSTED = frozenset(("media", "blog", "facebook", "instagram", "telegram", "linkedin", "x", "twitter", "online"))
_PRESS = ("media", "news", "press", "newspaper")
_FUTURE = frozenset(("will", "would", "shall", "may", "could"))
_CREDITS = frozenset(("reports", "reported", "report", "writes", "wrote", "informs", "informed"))
_SEEING = frozenset(("see", "sees", "saw", "view", "views", "viewed", "regard", "regards", "regarded"))
_CHOOSY = _SEEING | frozenset(("write", "writes", "wrote", "report", "reports", "reported", "put", "puts", "continue"))
_CHOOSY |= frozenset(("answer", "answers", "answered", "continues", "continued", "advise", "advises", "advised"))
_BEHIND_ADDED = ARTICLES | {"that", "in", "on", "at", "when", "while", "during", "it", "this", "how", "as"}
_BEING = frozenset(("is", "are", "was", "were", "be", "been", "being", "it"))
_BEHIND_REPORT = frozenset(("of", "on", "by", "into", "for", "from", "about", "to"))
_PARTICIPLES = frozenset(("listed", "exposed"))
_BEHIND_PARTICIPLES = frozenset(("in", "on", "at", "by", "under", "as", "to", "above", "below", "here", "with", "from"))
_LONGEST_CREDIT, _LONGEST_SITE, _BESIDE, _YEAR = 6, 12, 3, 4
_CITES = re.compile(r"(?:citing|quoting)\b", re.IGNORECASE)
_DATED = re.compile(r"^(?:1[5-9]|20)\d\d (?=[^\W\d_])")
_OWN_TEXT = re.compile(
    r"(?i)\b(?:(?:this|our|the\spresent)\s(?:\w+\s)?(paper|article|thesis|essay|chapter|brief|dissertation|monograph)"
    r"|(?:our|the\spresent)\s(?:\w+\s)?(study|report|analysis|review|survey))\Z"
)
_LONGEST_OWN, _TOLD_BEFORE = 40, 600
THAT = re.compile(
    r"(?:\s(?:confidence|hope|concern|optimism|doubts?|fears?))?(?:\s(?:last|this|on|in|earlier|late)\s\w+(?:\s\w+)?)?,?\sthat\b"
)


@lru_cache(maxsize=1)
def _phrases() -> Phrases:
    """Return the verbs of saying that are phrases."""
    return by_first(speech().phrasal)


@lru_cache(maxsize=1)
def _by_longest() -> Phrases:
    return by_longest(speech().phrasal)


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """Return the words that verbs of saying are or begin with."""
    return speech().verbs | _SEEING | _phrases().keys()


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Return words of which a stretch holds one if it tells who says something, phrases, "for" and "to" aside."""
    return speech().verbs | _SEEING | speech().opinions | CITING


def _may_tell(words: list[str]) -> bool:
    """Tell whether the words of a stretch, in small letters, leave it open that it tells who says something."""
    if words[:1] in (["for"], ["to"]) or not _telling().isdisjoint(words):
        return True
    return may_hold(words, _by_longest()) or may_hold(words, source_phrases())


def attributions(text: str, span: Span) -> list[Attribution]:
    """Return every verb of saying in a stretch of text that has somebody beside it, in order."""
    words = letter_runs(text[span.start : span.end].lower())
    if not _may_tell(words):
        return []
    toks = _without_brackets(tokens(text, span.start, span.end))
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
        phrase = phrase._replace(text=_DATED.sub("", phrase.text))  # "In 1868 engineers proposed"
        if _is_text_itself(text, toks, phrase) or phrase.text[:1].isdigit():
            continue  # "10,000 herders fear"
        first, last = min(number, phrase.first), max(after, phrase.end if phrase.first >= number else 0)
        start = toks[first].start if phrase.first >= 0 else token.start
        if token.low.startswith("show") and phrase.kind != "body":
            continue
        that = THAT.match(text, toks[after - 1].end, span.end) is not None
        deed = (token.low in speech().deeds or (number > 0 and toks[number - 1].low in _FUTURE)) and not that
        whole = text[toks[phrase.first].start : toks[phrase.end - 1].end] if phrase.end > phrase.first else phrase.text
        found.append(Attribution(start, toks[last - 1].end, phrase.text, phrase.start, phrase.kind, False, whole, deed))
        earlier = phrase
    found += sources(text, span, toks, frozenset(words))
    found = _one_of_cited(found, text, toks[0].start)
    return sorted(found) if len(found) < 2 else sorted(a for a in found if not is_credit(text, a))


def _is_text_itself(text: str, toks: list[Token], phrase: Phrase) -> bool:
    """Tell whether a subject is the text that is read: "This paper argues", "Our study finds"; its author speaks."""
    if phrase.kind not in ("body", "office") or not 0 <= phrase.first < phrase.end:
        return False
    end = toks[phrase.end - 1].end
    match = _OWN_TEXT.search(text, max(0, end - _LONGEST_OWN), end)
    if match is None:
        return False
    noun, earlier = (match[1] or match[2]).lower(), text[max(0, match.start() - _TOLD_BEFORE) : match.start()].lower()
    return re.search(rf"\b(?:an?|the|white|new)\s(?:[\w-]+\s){{0,3}}{noun}\b", earlier) is None


def _one_of_cited(found: list[Attribution], text: str, start: int) -> list[Attribution]:
    """Leave either those who cite somebody or those whom they cite: a person speaks, an agency passes on."""
    for cited in [a for a in found if a.according and _CITES.match(text, a.start)]:
        others = [a for a in found if not a.according]
        beside = [a for a in others if a.start < cited.start < a.end or 0 < cited.start - a.end < _BESIDE]
        if cited.start == start and others:  # "Citing the port, the minister noted"
            found = [a for a in found if a != cited]
        elif cited.kind == "body" and any(a.kind != "body" and " " in a.whole for a in beside):
            found = [a for a in found if a != cited]  # "Dr Ann Lee, citing the World Bank, said"
        else:
            found = [a for a in found if a not in beside or a.end > cited.start]
    return found


def _without_brackets(toks: list[Token]) -> list[Token]:
    """Leave out years of studies, "Lee and Dahl (2019) argue", and letters within names: "the Unity (UP) Party"."""
    left = {n for n in range(1, len(toks) - 1) if (toks[n - 1].word, toks[n + 1].word) == ("(", ")")}
    left = {n for n in left if _is_year(toks[n].word) or _is_within_name(toks, n)}
    return [t for n, t in enumerate(toks) if left.isdisjoint((n - 1, n, n + 1))] if left else toks


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == _YEAR


def _is_within_name(toks: list[Token], at: int) -> bool:
    """Tell whether letters in brackets stand between words with capitals: "Walvis Bay Group (WBCG) CEO Ann Lee"."""
    beside = (toks[at - 2], toks[at + 2]) if 1 < at < len(toks) - 2 else ()
    return toks[at].word.isupper() and bool(beside) and all(token.is_capital for token in beside)


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
    if (before and _is_noun(toks, number)) or _goes_on_doing(toks, number):
        return False
    if low == "concerned" and not is_copula(toks, number - 1):
        return False  # "with the states concerned, the Commission appointed"
    if token.is_capital and not (before and token.word.isupper() and before.word.isupper() and len(before.word) > 1):
        if number == 0 and low in ("said", "says", "adds", "added") and len(toks) > 1 and is_name_word(toks[1]):
            return True  # "Said Ann Lee: …"
        return number > 0 and low.endswith("s") and _is_title_case(toks)
    if before and low.endswith("ed") and before.low in _GOVERNING and toks[number - 2].low != "later":
        return False  # "the document on proposed corridors"
    opens = number == 1 and before is not None and before.word in ("So", "Some")
    if before and not opens and (before.low in ARTICLES or before.low in _BEFORE_ADJECTIVES or before.owns):
        return False
    if low == "found":  # "…, the auditors found.", but not "it was found."
        if before is not None and toks[number + 1 : number + 2] and toks[number + 1].low == "that":
            return before.low not in _BEING  # "the committee has found that it is dear"
        ends = number + 1 == len(toks) or toks[number + 1].word in ".,;"
        return before is not None and before.low not in AUXILIARIES and ends
    if low in CITING and len(toks) > number + 1:
        return not (is_name_word(toks[number + 1]) or toks[number + 1].low in OBJECT_PRONOUNS)
    if low in _PARTICIPLES and len(toks) > number + 1 and toks[number + 1].low in _BEHIND_PARTICIPLES:
        return False  # "two firms listed in Oslo", "drivers exposed to the cold"
    if low not in _CHOOSY and low not in speech().tempers and low != "added":
        return True
    after = [other.low for other in toks[number + 1 : number + 14]]
    if low.startswith("answer") and after and toks[number + 1].is_word:
        return "that" in after[:_BESIDE]  # "answered questions about the corridor"
    if low in speech().tempers and not is_copula(toks, number - 1):
        return False
    if low in ("write", "writes", "wrote", "report", "reports", "reported") and after[:1] == ["to"]:
        return "that" in after
    if low in ("advise", "advises", "advised"):  # "today he advises Rail Baltica"
        return bool({"that", "against", "to"} & set(after)) or not after or not toks[number + 1].is_word
    if low == "added":  # "gives added advantages"
        plain = before is not None and before.word.islower() and before.low not in known_words().pronouns
        speaks = before is not None and (is_office(before) or is_body(before) or before.low in speech().between)
        return not plain or speaks or not after or not after[0].isalpha() or after[0] in _BEHIND_ADDED
    if low in _SEEING:  # "observers see the corridor as a push"
        return "as" in after and "that" not in after[:1]
    if low in ("continue", "continues", "continued"):
        return not after or not toks[number + 1].is_word or (before is not None and not before.is_word)
    if low in ("put", "puts") and after[:1] == ["it"]:
        return True
    if low in ("put", "puts"):  # "puts the cost at two billion"
        return bool(after) and after[0] in ("the", "its", "their", "this") and "at" in after
    return True


def _goes_on_doing(toks: list[Token], number: int) -> bool:
    """Tell whether "goes on" has another verb behind it: "Armenia goes on delaying the railway"."""
    if toks[number].low not in ("go", "goes", "went", "going") or len(toks) < number + 3:
        return False
    behind = toks[number + 2].low
    return behind.endswith("ing") and behind not in speech().verbs


def _is_noun(toks: list[Token], number: int) -> bool:
    """Tell whether a form is a plural here: "three Baltic states and Poland", "railway projects are of interest"."""
    low, before, behind = toks[number].low, toks[number - 1].low, next((t.low for t in toks[number + 1 :][:1]), "")
    if low in ("post", "posts") and before in _POSTED:
        return True  # "said in a social media post that"
    if low in speech().plurals and before in (*_PRESS, *speech().verbs):
        return True  # "denied media reports that", "rejected claims that"
    if low == "report" and behind in _BEHIND_REPORT and not before.endswith("s"):
        return True  # "the study report of the corridor"
    ends = number + 1 < len(toks) and not toks[number + 1].is_word
    if low == "projects" and (ends or before in known_words().routes):
        return True  # "speeding up projects, especially", "its railway projects to upgrade"
    if low not in ("state", "states"):
        return low in speech().plurals and behind in speech().behind_plurals
    return (
        before in speech().kinds_of_states or is_nationality(before) or behind in ("of", "and", "have", "are", "were")
    )


def _disagrees(toks: list[Token], number: int, phrase: Phrase) -> bool:
    """Tell whether a verb's bare form behind one name is a noun, "under the Chinese flag", or nobody says it."""
    low, verbs = toks[number].low, speech().verbs
    if phrase.first > 0 and toks[phrase.first - 1].low == "no":
        return True  # "no one among them remembers"
    one = phrase.end > phrase.first >= 0 and toks[phrase.first].low in ("a", "an")  # "rejected a media report"
    way = phrase.kind == "body" and toks[phrase.end - 1].low in known_words().routes
    made = any(token.low in ("a", "an") for token in toks[max(0, phrase.first) : phrase.end])
    if (made or way) and low == "called" and number + 1 < len(toks) and not toks[number + 1].word[0].islower():
        return True  # "a welder called Gennady", "the railway called “Rail Baltica”"
    near = toks[max(0, phrase.first - 1) : phrase.end]
    if low + "s" in verbs and any(t.low in verbs and t.low[-1] == "s" for t in near):
        return True  # "Ministry rejects media report"
    if not (phrase.kind == "name" or one or made) or phrase.end != number or low in ("put", "read"):
        return False
    if low.endswith(("s", "ed", "ing")) or (low + "s" not in verbs and low + "es" not in verbs):
        return False
    return not toks[number - 1].low.endswith("s") or toks[number - 1].word.isupper()


def _is_title_case(toks: list[Token]) -> bool:
    """Tell whether a sentence is a heading in capitals: "Chirchir Reaffirms Commitment To The Northern Corridor"."""
    long = [token for token in toks if token.is_word and len(token.word) > 3]
    return len(long) > 3 and all(token.is_capital or token.word[0].isdigit() for token in long) and toks[-1].word != "."


def is_credit(text: str, attribution: Attribution) -> bool:
    """Tell whether an attribution is a credit line such as ", Trend reports" rather than a speaker."""
    words = text[attribution.start : attribution.end].split()
    if attribution.according and lexicon().words("people.agencies") & {attribution.phrase.lower(), words[-1].lower()}:
        return True  # ", according to Reuters"
    if words[-1] not in _CREDITS or len(words) > _LONGEST_CREDIT or attribution.kind == "pronoun":
        return False
    toks = tokens(attribution.phrase, 0, len(attribution.phrase))
    if attribution.kind == "body" and not any(token.low in lexicon().words("people.reporters") for token in toks):
        return False  # ", the Foreign Ministry reported"
    if attribution.kind == "name" and any(map(is_office, tokens(attribution.whole, 0, len(attribution.whole)))):
        return False  # ", Minister Ann Lee has informed parliament"
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
