"""
Noun phrases that can name a speaker: "Sergey Lavrov", "the EAM", "a spokesman for the Ministry of Ports".

Words are told by the lists of the lexicon and by their capitals; nothing is guessed from a model.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from corridors.lexicon import lexicon
from corridors.terms import is_nationality
from corridors.tokens import POSSESSIVE, Token

ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "my", "your"))
LINKS = frozenset(("of", "for", "at", "from", "to", "in", "and", "&"))
_PLACING = frozenset(("at", "in", "to", "from"))
_LONGEST, _LONGEST_NAME, _LONGEST_NAME_LIKE = 18, 4, 3
_COMPOUNDS = (
    "-based", "-born", "-led", "-backed", "-run", "-owned", "-speaking", "-made", "-funded", "-linked", "-wide",
    "-style", "-era",
)  # fmt: skip
_FIRMS = frozenset(("corporation", "institute", "university", "foundation", "institution", "centre", "center", "bank"))
_RETIRED = frozenset(("r", "retd", "ret", "rtd", "retired"))


class Phrase(NamedTuple):
    """
    A noun phrase: tokens `first` to `end` of a list, `text` what names the speaker in it, `start` its offset.

    `kind` is name, office, body, joint or pronoun.
    """

    text: str
    start: int
    kind: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists that noun phrases are told by."""

    pronouns: frozenset[str]
    offices: frozenset[str]
    bodies: frozenset[str]
    titles: frozenset[str]
    shortened: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    no_surnames: frozenset[str]
    routes: frozenset[str]
    said: frozenset[str]
    acts: frozenset[str]


@lru_cache(maxsize=1)
def known_words() -> Words:
    """Return the lists of the lexicon that concern people."""
    words = lexicon().words
    says = (verb for verb in words("speech.verbs") if verb.endswith("s") and len(verb) > _LONGEST_NAME_LIKE)
    acts = frozenset(says) - words("speech.plurals") - words("speech.nouns_alike")  # "Minister Reaffirms Importance"
    return Words(
        words("people.pronouns"), words("people.offices"), words("people.bodies"), words("people.titles"),
        words("people.shortened"), words("people.particles"), words("people.not_names"),
        words("people.no_surnames"), words("routes.heads"), words("speech.personal"), acts,
    )  # fmt: skip


def is_office(token: Token) -> bool:
    """Tell whether a token is a noun of office, alone or at the end of a compound."""
    low, offices = token.low, known_words().offices
    return low in offices or ("-" in low and low.rsplit("-", 1)[-1] in offices)


def is_body(token: Token) -> bool:
    """Tell whether a token is a noun for a body that speaks."""
    return token.low in known_words().bodies


def is_no_surname(token: Token) -> bool:
    """Tell whether a capitalised word ends the name of a body, a programme or a region rather than of a person."""
    return is_body(token) or token.low in known_words().no_surnames


def is_heading(token: Token) -> bool:
    """Tell whether a token may be the head of a phrase: a capital, an office or a body."""
    return token.is_word and (is_name_word(token) or is_office(token) or is_body(token))


def is_name_word(token: Token) -> bool:
    """Tell whether a capitalised word may be part of a name."""
    if not token.is_capital or token.word.endswith(_COMPOUNDS):
        return False
    words, low = known_words(), token.low
    return (low not in words.not_names and low not in words.acts) or low in words.titles


def phrase_before(text: str, toks: list[Token], end: int) -> Phrase | None:
    """Return the noun phrase that ends right before token `end`."""
    if end <= 0 or not toks[end - 1].is_word:
        return None
    last = toks[end - 1]
    if last.low in known_words().pronouns:
        return Phrase(last.word, last.start, "pronoun", end - 1, end)
    first = end - 1
    if not is_heading(last):
        first = _russian_office(toks, end)
        if first == end:
            return None
    while first > 0 and end - first < _LONGEST and (step := _step_back(toks, first, end)):
        first -= step
        held = first > 1 and toks[first - 1].low in ("of", "for") and is_office(toks[first - 2])
        if (toks[first].owns and not held) or (toks[first].low in ARTICLES and not _links_on(toks, first)):
            break  # but "the deputy head of Iran's Ports Organisation"
    while first < end - 1 and toks[first].low in LINKS:
        first += 1
    if first > 1 and toks[first].owns and toks[first - 1].low == "and" and is_name_word(toks[first - 2]):
        first -= 2  # "India and Russia's joint statement"
    return classified(text, toks, first, end)


def phrase_after(text: str, toks: list[Token], first: int) -> Phrase | None:
    """Return the noun phrase that begins at token `first`."""
    if first >= len(toks) or not toks[first].is_word:
        return None
    if toks[first].low in known_words().pronouns and not toks[first].is_capital:
        return Phrase(toks[first].word, toks[first].start, "pronoun", first, first + 1)
    end = first
    if toks[end].low in ARTICLES or toks[end].low in ("two", "both"):
        end += 1
    begun = end
    while end < len(toks) and end - first < _LONGEST and (step := _step_on(toks, first, end, begun)):
        end += step
    phrase = classified(text, toks, first, end) if end > begun else None
    return _named_behind(text, toks, phrase) if phrase else None


def classified(text: str, toks: list[Token], first: int, end: int) -> Phrase | None:
    """Say what kind of phrase tokens `first` to `end` are, and what in them names the speaker."""
    while first < end - 1 and toks[first].low in known_words().not_names and toks[first].low not in ARTICLES:
        first += 1
    name, origin = _origin(toks, first, end)
    if origin < end:  # "biologist Pavel Orekhov of the School of Economics"
        return _made(text, toks, first, name, origin, "name")._replace(end=end)
    linked = (n for n in range(first, end - 1) if toks[n + 1].low in LINKS - {"and"})
    head = next((n for n in linked if is_office(toks[n]) or is_body(toks[n])), None)
    if head is not None:
        name = name_in_portfolio(toks, head + 1, end) if is_office(toks[head]) else end
        if name < end:
            return _made(text, toks, first, name, end, "name")
        return _made(text, toks, first, first, end, "office" if is_office(toks[head]) else "body")
    last = toks[end - 1]
    if any(token.low in ("and", "&") for token in toks[first:end]) and not _is_one_person(toks, first, end):
        return _made(text, toks, first, first, end, "joint") if any(is_heading(t) for t in toks[first:end]) else None
    office = is_office(last) and not _is_surname_of_office(toks, first, end)
    if office or is_body(last) or not last.is_capital:
        heads = [token for token in toks[first:end] if is_office(token) or is_body(token)]
        return _made(text, toks, first, first, end, "office" if is_office(heads[-1]) else "body") if heads else None
    name = name_start(toks, first, end)
    if toks[name].low in known_words().not_names - known_words().particles or not (
        toks[name].is_capital or toks[name].low in known_words().particles
    ):
        return None
    return _made(text, toks, first, name, end, "name")


def _is_surname_of_office(toks: list[Token], first: int, end: int) -> bool:
    """Tell whether a phrase ends in a surname that is an office as well: "Transport Minister Catherine King"."""
    before = toks[end - 2] if end - first > 2 else None
    if before is None or toks[end - 1].low not in lexicon().words("people.surnames_of_office"):
        return False
    named = is_name_word(before) and not (is_office(before) or is_body(before) or before.low in _portfolios())
    return named and any(is_office(token) for token in toks[first : end - 2])


def _is_one_person(toks: list[Token], first: int, end: int) -> bool:
    """Tell whether the one "and" of a phrase joins what a single person is, or is in charge of."""
    joint = [n for n in range(first, end) if toks[n].low in ("and", "&")]
    return len(joint) == 1 and (
        _holds_offices(toks, first, joint[0], end) or _holds_portfolios(toks, first, joint[0], end)
    )


def _holds_offices(toks: list[Token], first: int, joint: int, end: int) -> bool:
    """Tell whether two offices without an article stand before one name: "Chairman and Managing Director Ann Lee"."""
    before = toks[joint - 1] if first < joint < end - 3 else None
    if before is None or not (is_office(before) and before.is_capital) or toks[first].low in ARTICLES:
        return False
    behind = [n for n in range(joint + 1, end - 2) if is_office(toks[n])]
    of_two = is_nationality(toks[joint + 1].low) or toks[joint + 1].owns
    named = bool(behind) and all(is_name_word(t) and not is_office(t) for t in toks[behind[-1] + 1 : end])
    return named and not of_two


def _holds_portfolios(toks: list[Token], first: int, joint: int, end: int) -> bool:
    """Tell whether "and" joins two fields of one office: "Roads and Transport Secretary Ann Lee"."""
    start = first + (toks[first].low in ARTICLES)
    fields = [*toks[start:joint], toks[joint + 1]] if joint + 1 < end else []
    return len(fields) > 1 and all(token.low in _portfolios() for token in fields)


@lru_cache(maxsize=1)
def _portfolios() -> frozenset[str]:
    return lexicon().words("people.portfolios")


def _origin(toks: list[Token], first: int, end: int) -> tuple[int, int]:
    """Return where a person's name of two words or three begins and "of the School" behind it; `end` when none does."""
    while first < end - 1 and (toks[first].word.islower() or is_office(toks[first])) and toks[first].is_word:
        first += 1
    at = first
    while at < end and is_name_word(toks[at]) and not is_no_surname(toks[at]) and not is_office(toks[at]):
        at += 1
    if not 2 <= at - first <= 3 or at >= end - 1 or toks[at].low not in ("of", "from", "at"):
        return first, end
    return first, end if toks[at - 1].low in known_words().routes else at


def name_start(toks: list[Token], first: int, end: int) -> int:
    """Return where the name proper begins in a run that may open with offices and forms of address."""
    start = first
    for at in range(first, end - 1):
        token = toks[at]
        small = not token.is_capital and token.low not in known_words().particles
        if small or is_office(token) or not token.is_word or token.owns or token.low in known_words().titles | ARTICLES:
            start = at + 1
    body = next((n for n in range(end - 3, start - 1, -1) if toks[n].low in _FIRMS), None)
    if body is not None and body > start:
        return end - 2  # "the RAND Corporation William Courtney"
    if start > first and not toks[start - 1].word.isascii() and end - start > 2:
        return end - 2  # "Президент России Владимир Путин": a genitive between office and name
    return start


def name_in_portfolio(toks: list[Token], first: int, end: int) -> int:
    """
    Return where a person's name begins behind "Minister of …"; `end` when none does.

    Of three capitalised words or more behind the last link the last two are taken for the name, as in "Minister of
    Ports, Shipping and Waterways Sarbananda Sonowal".
    """
    words, start = known_words(), end
    while start > first and toks[start - 1].is_word and toks[start - 1].is_capital:
        start -= 1
    run = toks[start:end]
    beside = toks[start - 1] if start > first else None
    if beside and beside.word.islower() and is_body(beside) and len(run) == 2 and not is_no_surname(run[-1]):
        return start  # "Director of the news agency Ann Lee"
    routed = any(token.low in words.routes for token in run)
    if len(run) < 3 or routed or any(map(is_no_surname, run[-2:])) or is_office(run[-1]):
        return end  # "of the Energy Corporation Rosatom"
    titled = name_start(toks, start, end)
    back = range(end - 3, start - 1, -1)  # "of Transport Ann Lee", "to Armenia Ann Lee"
    whole = next((n + 1 for n in back if is_no_surname(toks[n]) or is_nationality(toks[n].low)), start)
    return max(titled, whole) if max(titled, whole) > start and end - whole < _LONGEST_NAME + 1 else end - 2


def _made(text: str, toks: list[Token], first: int, name: int, end: int, kind: str) -> Phrase:
    words = " ".join(text[toks[name].start : toks[end - 1].end].split())
    return Phrase(POSSESSIVE.sub("", words), toks[name].start, kind, first, end)


def _russian_office(toks: list[Token], end: int) -> int:
    """Return where "глава государства" begins: an office with a genitive behind it; `end` when it is none."""
    for at in range(end - 2, max(-1, end - 5), -1):
        if not toks[at].is_word or toks[at].word.isascii():
            break
        if is_office(toks[at]):
            return at
    return end


def _step_back(toks: list[Token], first: int, end: int) -> int:
    """Return how many tokens before `first` belong to the phrase too; none ends it."""
    token = toks[first - 1]
    if field := _field(toks, first - 1):
        return field
    if token.low in ARTICLES or (token.owns and token.is_capital) or is_heading(token):
        return 1
    before = toks[first - 2] if first > 1 else None
    listed = token.word == "," and any(later.low in ("and", "&") for later in toks[first:end])
    if listed and before and is_name_word(before) and _in_portfolio(toks, first - 2):
        return 2
    if token.word == "." and before and before.low in known_words().shortened:
        return 2
    if token.word == ")" and first > 3 and toks[first - 2].low in _RETIRED and toks[first - 3].word == "(":
        return 3  # "General (retd) Ann Lee"
    linked = token.low in LINKS or token.low in known_words().particles
    if token.low in LINKS and toks[first].low in ARTICLES and before and is_heading(before):
        return 2
    if linked and before and is_heading(before) and (token.low != "and" or is_heading(toks[first])):
        return 2
    particle = token.low in known_words().particles - LINKS and token.word.islower()
    if particle and (toks[first].is_capital or toks[first].low in known_words().particles):
        return 1  # "van de Camp", where no first name stands before
    return 1 if _qualifies(toks, first - 1, end) else 0


def _links_on(toks: list[Token], article: int) -> bool:
    """Tell whether a phrase goes on before an article, as in "a spokesman for the ministry"."""
    linked = article > 1 and toks[article - 1].low in LINKS
    return linked and (is_heading(toks[article - 2]) or _field(toks, article - 1) > 0)


def _field(toks: list[Token], of: int) -> int:
    """Return the length of "for the development of" behind an office, which ends with token `of`; else 0."""
    if of < 3 or toks[of].low != "of" or not toks[of - 1].word.islower():
        return 0
    link = of - 2 - (toks[of - 2].low in ARTICLES)
    return of - link + 1 if link > 0 and toks[link].low in ("for", "of") and is_office(toks[link - 1]) else 0


def _step_on(toks: list[Token], first: int, end: int, begun: int) -> int:
    """Return how many tokens from `end` on belong to the phrase too."""
    token = toks[end]
    after = toks[end + 1] if end + 1 < len(toks) else None
    if (token.is_word and token.is_capital) or is_office(token) or is_body(token):
        return 1
    for behind in range(end + 2, min(end + 4, len(toks) - 1)) if token.low in ("for", "of") else ():
        if end > begun and behind - _field(toks, behind) + 1 == end:
            return behind + 1 - end + (toks[behind + 1].low in ARTICLES)
    headed = token.low in ("and", "&") or any(is_office(t) or is_body(t) for t in toks[begun:end])
    linked = (token.low in LINKS and headed) or token.low in known_words().particles - LINKS
    if token.low in _PLACING and after and after.low in ARTICLES and _ends_in_name(toks, begun, end):
        return 0  # "Deputy Minister Ann Lee at a forum"
    if end > begun and linked and after and after.is_word:
        if is_heading(after) or after.is_capital:
            return 2
        third = toks[end + 2] if end + 2 < len(toks) else None
        return 3 if after.low in ARTICLES and third and is_heading(third) else 0
    if token.word == "." and after and end > begun and toks[end - 1].low in known_words().shortened:
        return 1
    if token.word == "," and after and is_name_word(after) and _lists_on(toks, first, end):
        return 2
    if end > begun and not token.word.isascii() and token.word.islower() and any(is_office(t) for t in toks[begun:end]):
        return 1 if end - begun < 4 else 0  # Russian: the genitive follows without a preposition
    named = any(is_name_word(t) and not t.owns and not is_nationality(t.low) for t in toks[begun:end])
    return 1 if not named and token.low not in LINKS and _qualifies(toks, end, len(toks)) else 0


def _ends_in_name(toks: list[Token], begun: int, end: int) -> bool:
    """Tell whether a person's name ends a run that opens with an office, nothing linked to it between."""
    last = toks[end - 1]
    if not is_name_word(last) or is_office(last) or is_no_surname(last) or last.low in known_words().routes:
        return False
    return any(map(is_office, toks[begun : end - 1])) and all(token.is_capital for token in toks[begun:end])


def _qualifies(toks: list[Token], at: int, end: int) -> bool:
    """Tell whether a lower-case word may stand in a phrase because a noun of office follows it closely."""
    token = toks[at]
    words = known_words()
    if len(token.word) < 3 or token.low in words.said or token.low in words.not_names - {"two", "three", "both"}:
        return False
    for later in toks[at + 1 : min(at + 4, end)]:
        if is_office(later) or is_body(later):
            return True
        if not later.is_word:
            return False
    return False


def _in_portfolio(toks: list[Token], at: int) -> bool:
    """Tell whether the capitalised word at `at` is in a list behind "Minister of"."""
    for number in range(at, max(0, at - 12), -1):
        token = toks[number]
        if token.low in ("of", "for") and is_office(toks[number - 1]):
            return True
        if not (token.is_capital or token.low in LINKS or token.low in ARTICLES or token.word == ","):
            return False
    return False


def _lists_on(toks: list[Token], first: int, comma: int) -> bool:
    """Tell whether the comma at `comma` goes on with a list of "Ports, Shipping and Waterways" behind an office."""
    if not _in_portfolio(toks, comma - 1) or comma <= first:
        return False
    for token in toks[comma + 1 : comma + 6]:
        if token.low in ("and", "&"):
            return True
        if not token.is_capital and token.word != ",":
            return False
    return False


def _named_behind(text: str, toks: list[Token], phrase: Phrase) -> Phrase:
    """Read on from "the ports minister, Ravi Menon": the name behind an office and a comma."""
    end = phrase.end
    if phrase.kind != "office" or end + 2 >= len(toks) or toks[end].word != ",":
        return phrase
    stop = end + 1
    while stop < len(toks) and (is_name_word(toks[stop]) or toks[stop].low in known_words().particles):
        stop += 1
    if stop - end - 1 < 2 or (stop < len(toks) and toks[stop].is_word):
        return phrase
    return _made(text, toks, phrase.first, name_start(toks, end + 1, stop), stop, "name")
