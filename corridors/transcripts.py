"""Whether labels of speakers open the paragraphs of a text: transcripts, minutes, interviews, chats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from corridors.labels import (
    BEFORE,
    CHAMBER,
    CLOCK,
    HELD,
    IN_BRACKETS,
    LINKED,
    RANKED,
    SPEAKS,
    STOPPED,
    TIME,
    WINDOW,
    is_initial,
    is_membership,
    is_outlet,
    is_person,
    is_uncommon,
    label,
    label_alone,
    seated,
)  # fmt: skip
from corridors.lexicon import lexicon
from corridors.people import persons_named
from corridors.phrases import is_office, known_words
from corridors.sentences import Span
from corridors.tokens import tokens
from corridors.world import world

_LONGEST_LABEL, _LONGEST_INTRODUCTION = 240, 2_000
_REPLIES = frozenset(("yes", "no", "thanks", "well", "right", "absolutely", "sure", "okay"))
_LABEL_LINE = re.compile(rf"\n[ \t]*(?=([*_>]{{0,6}}{BEFORE}[^\W\d_a-z][^:\n?!]{{0,110}}{CLOCK}:[*_]{{0,3}}\s))")
_ADDRESSED_LINE = re.compile(r"\n[ \t]*(?=(?:M\.|MM\.|Mme|Mlle)\s[^\n]{3,140}?\.\s?[–—-]\s)")
_CHAMBER_LINE = re.compile(rf"\n[ \t]*{CHAMBER}")
_STOPPED_LINE = re.compile(rf"\n[ \t]*{STOPPED}")
_HANDLE_LINE = re.compile(r"\n[ \t]*([^\W\d_][\w.-]{2,19}):[ \t]")
_ALONE_LINE = re.compile(rf"\n[ \t]*(?=[^\n]{{2,70}}(?:{TIME}:?|:)[*_]{{0,3}}[ \t]*(?:\n|$))")
_HELD_LINE = re.compile(rf"\n[ \t]*(?={HELD}[ \t]*\n)")
_MEMBER_LINE = re.compile(
    r"\n[ \t]*([^\W\d_a-z][^\n()]{4,60} \([^()\n]{3,90}\)(?: \([^()\n]{2,40}\))?"
    rf"{LINKED})(?=[ \t]*(?:\n|$))"
)
_ANSWERED_LINE = re.compile(
    r"(?i)\n[ \t]*(?=\((?:Shri|Smt|Shrimati)\.?\s[^()\n]{3,40}\)[ \t]*\n"
    r"|\[(?:Shri|Smt|Shrimati|Dr|Gen|Lt|Col|Capt)\b[^\[\]\n]{3,50}\][ \t]*\n)"
)
_RANKED_LINE = re.compile(rf"\n[ \t]*{RANKED}[ \t]*\n\s*(?=[^\n]{{30,}}[.?!:][\"”]?[ \t]*(?:\n|$))")
_WITHOUT_COLON = re.compile("|".join(p.pattern for p in (_ADDRESSED_LINE, _CHAMBER_LINE, _STOPPED_LINE, _RANKED_LINE)))
_HONOURABLE = re.compile(
    r"\b(?:(?:asked|[Tt]o ask) (?:the|Her|His) [A-Z]|My Lords|[Hh]on\. "
    r"|H[CL] Deb\b|Mr\.? Speaker|(?:Mr|Madam)\.? President)"
)
_SEAT_LINE = re.compile(r"(?<=\n)[ \t]*(?=[^\W\d_a-z][^\n.!?:;()]{12,100}\n)")
_HOUSE = (
    "Mr. Speaker",
    "Madam Speaker",
    "Mr. Chair",
    "Madam Chair",
    "Mr Speaker",
    "Madam Deputy Speaker",
    "The Chair ",
)
_NAME_LINE = re.compile(
    r"\n[ \t]*[*_]{0,3}([^\W\d_a-z][\w’'-]+(?: [\w’'-]+){0,3})\s?:[*_]{0,3}[ \t](?:\S+ ){4}"
    r"[^\n]*[.!?…][\"”’»)*_]*[ \t]*(?=\n|$)"
)
_MEETING = re.compile(
    r"(?i)\b(?:(?:press|news|media) (?:conference|availability)|briefing|interview|hearing"
    r"|entretien|entrevista|intervista|интервью|брифинг|пресс-конференци\w+|röportaj|söyleşi|conférence de presse"
    r"|(?:rueda|conferencia) de prensa|pressekonferenz|basın toplantısı)\b"
)
_SINGLE_LINE = re.compile(r"\n[ \t]*[*_]{0,3}([^\W\d_a-z][^\W\d_]{2,20}):[*_]{0,3}[ \t]")
_BOLD_LINE = re.compile(r"\n[ \t]*(?=\*\*[^\W\d_a-z][^\n*]{4,60}\*\*[^\n.?!:;]{0,60}(?:\n|$))")
_INITIALS_LINE = re.compile(
    r"\n[ \t]*[*_]{0,3}([A-Z]{2,4}|[A-Z][a-z]{2,15}):[*_]{0,3}[ \t][^\n]*?(\??)[*_]{0,3}[ \t]*(?=\n|$)"
)
_ENDED = frozenset(".!?…\"”’'»)]—–-:*_")
_FEWEST_HANDLES = 3
_SPEECH_WORDS, _FEWEST_SAID = 12, 5


class Transcript(NamedTuple):
    """
    Whether labels of speakers open paragraphs.

    `carries` says that paragraphs without one belong to the label before, `handles` that the labels are the names of
    users, such as "uzbek_driver", `members` that a name alone on its line is one, `apart` that a name and a colon are.
    """

    labelled: bool
    carries: bool
    handles: bool = False
    singles: frozenset[str] = frozenset()
    members: bool = False
    apart: bool = False


def transcript(text: str, offset: int) -> Transcript:
    """
    Tell whether labels of speakers open paragraphs near an offset.

    A label with an office or a form of address counts by itself; names count when one of them comes back or when
    several open long paragraphs, since "New Delhi:" and "Status:" look alike. Two speakers make a conversation, in
    which what has no label belongs to the last one.
    """
    start, end = max(0, offset - WINDOW), min(len(text), offset + WINDOW)
    near = "\n" + text[start:end].replace("\r", "\n")
    without_colon = _WITHOUT_COLON.search(near) is not None  # one look instead of four, since most texts have none
    if without_colon:
        addressed = _ADDRESSED_LINE.search(near) or _CHAMBER_LINE.search(near)
        if addressed or (_STOPPED_LINE.search(near) and SPEAKS.search(near)):
            return Transcript(True, True)
    if _may_be_lettered(text) and "\nQ. " in near and "\nA. " in near:
        return Transcript(True, True)
    colons = _lines(near, ":", _LONGEST_LABEL)
    alone, members = _alone(text, near, start, colons, ranked=len(_RANKED_LINE.findall(near)) if without_colon else 0)
    if alone or members:
        return Transcript(True, True, members=members, apart=alone)
    heard = _heard(text, near, start, colons)
    if len(heard.told) > 1 or (heard.asked and (heard.told | heard.long_turns) - heard.asked):
        singles = frozenset(name for name in _singles(near) if near.find(f"\n{name}: ") >= 0)
        return Transcript(True, True, False, singles)
    opened = "".join(near[line : _line_end(near, line + 1)] for line in colons)
    if introduced := _introduced(text, near, start, colons):
        return Transcript(True, len(introduced) > 1 or _MEETING.search(near) is not None, False, introduced)
    asks = any(name.lower() in lexicon().words("people.questions") for name in heard.names)
    interview = _is_interview(opened)
    singles = _singles(opened) if asks or interview else frozenset[str]()
    if singles:
        return Transcript(True, True, False, singles)
    several = len(heard.names) > 1
    again = any(count > 1 for count in heard.names.values())
    labelled = heard.titled > 0 or heard.long > 1 or (asks and several) or interview or again
    if not labelled and _has_handles(opened):
        return Transcript(True, False, True)
    return Transcript(labelled, labelled and (several or heard.greets))


@dataclass(slots=True)
class _Heard:
    """The labels near a place: how often each comes, which ask, answer and speak long, and how many are sure."""

    names: dict[str, int] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    long_turns: set[str] = field(default_factory=set)
    long: int = 0
    titled: int = 0
    greets: bool = False


def _heard(text: str, near: str, start: int, colons: Sequence[int]) -> _Heard:
    """Read the labels that open lines; `near` is the text from `start` on, behind a line break."""
    heard = _Heard()
    for match in _matches(_LABEL_LINE, near, colons):
        line = Span(start - 1 + match.start(1), start - 1 + _line_end(near, match.end()))
        if not (found := label(text, line)):
            continue
        name, behind = found
        heard.names[name] = heard.names.get(name, 0) + 1
        said = tokens(text, behind, line.end)
        long = len(said) >= _SPEECH_WORDS
        asks = "?" in text[line.start : line.end]
        if asks and is_outlet(name):
            heard.asked |= {name}  # "Xinhua News Agency: What is the news?"
        elif is_person(name) and is_uncommon(text, line, name):
            heard.asked |= {name} if asks else set()
            heard.told |= {name} if SPEAKS.search(text, *line) is not None else set()
            heard.long_turns |= {name} if long else set()
        heard.long += name.upper() == name and long and not world().named(name)  # "NEW DELHI: …", "LUANDA: …"
        seat = IN_BRACKETS.search(text[line.start : behind].rstrip(":*_ "))
        titled = any(is_office(t) or t.low in known_words().titles for t in tokens(name, 0, len(name)))
        titled |= seat is not None and is_membership(seat[0].strip(" ()"))
        greeting = lexicon().words("speech.salutations") | _REPLIES
        opens = not text[: line.start].strip() and is_uncommon(text, line, name) and not world().named(name)
        opens &= is_person(name) and SPEAKS.search(text, *line) is not None  # "Ann Lee: Madam Speaker, I rise …"
        greets = (titled or opens) and bool(said) and said[0].is_capital and said[0].low in greeting
        heard.greets |= greets  # "President Ann Lee: Colleagues, good evening."
        full = text[line.end - 1] in _ENDED and (len(said) >= _FEWEST_SAID or name.endswith(")"))
        heard.titled += greets or (titled and full)
    return heard


def _introduced(text: str, near: str, start: int, colons: Sequence[int]) -> frozenset[str]:
    """Return the labels that name whom the text names with an office before: "spokesman Bo Dahl" and "Bo Dahl: Yes."""
    found = _matches(_NAME_LINE, near, colons)
    if not found:
        return frozenset()
    before = min(found[0].start(1) + start - 1, start + _LONGEST_INTRODUCTION)
    named = persons_named(text, start, before)
    meets = _MEETING.search(text, start, before) is not None
    holders = [set(known.name.casefold().split()) for known in named if known.office or (meets and " " in known.name)]
    return frozenset(match[1] for match in found if any(set(match[1].casefold().split()) <= name for name in holders))


def _alone(text: str, near: str, start: int, colons: Sequence[int], *, ranked: int) -> tuple[bool, bool]:
    """Tell whether speakers stand on lines of their own, and whether members of a house do, so many with a rank."""
    members = 0
    for match in _matches(_MEMBER_LINE, near, _lines(near, "(", _LONGEST_LABEL)):
        begin = start - 1 + match.start(1)
        members += label_alone(text, Span(begin, begin + len(match[1]))) is not None
    members += len(_matches(_ANSWERED_LINE, near, _lines(near, "(", _LONGEST_LABEL)))
    members += len(_matches(_ANSWERED_LINE, near, _lines(near, "[", _LONGEST_LABEL)))
    members += ranked if ranked > 1 or (ranked and _HONOURABLE.search(near)) else 0
    house = _may_be_house(text) and any(sign in near for sign in _HOUSE)
    for match in _SEAT_LINE.finditer(near) if house else ():
        span = Span(start - 1 + match.end(), start - 1 + near.find("\n", match.end()))
        members += seated(text, span) is not None
    ending = sorted({*colons, *(near.rfind("\n", 0, line) for line in colons if line)})  # a time may stand below
    bold = _lines(near, "**", _LONGEST_LABEL)
    found = (
        *_matches(_ALONE_LINE, near, ending),
        *_matches(_HELD_LINE, near, colons),
        *_matches(_BOLD_LINE, near, bold),
    )
    spans = (Span(start - 1 + match.end(), start - 1 + _line_end(near, match.end())) for match in found)
    return any(label_alone(text, span) is not None for span in spans), members > 0


@lru_cache(maxsize=2)
def _may_be_house(text: str) -> bool:
    """Tell whether the chair of a house is addressed anywhere in a text."""
    return any(sign in text for sign in _HOUSE)


@lru_cache(maxsize=2)
def _may_be_lettered(text: str) -> bool:
    """Tell whether questions and answers may be marked "Q." and "A." anywhere in a text."""
    return "Q. " in text and "A. " in text


def _line_end(near: str, at: int) -> int:
    """Return where the line around a place ends."""
    end = near.find("\n", at)
    return len(near) if end < 0 else end


def _lines(near: str, sign: str, within: int) -> list[int]:
    """Return where the lines begin, at the break before them, that have a sign among their first characters."""
    found = []
    at = near.find(sign) if sign[0] in near else -1  # one character is found much faster than two
    while at >= 0:
        line = near.rfind("\n", 0, at)
        if at - line <= within:
            found.append(line)
        behind = near.find("\n", at)
        at = near.find(sign, behind) if behind >= 0 else -1
    return found


def _matches(pattern: re.Pattern[str], near: str, lines: Sequence[int]) -> list[re.Match[str]]:
    """Return the matches of a pattern that begin at one of the line breaks."""
    return [match for line in lines if (match := pattern.match(near, line))]


def _is_interview(near: str) -> bool:
    """Tell whether initials open lines, of which one asks and another answers."""
    ends: dict[str, set[str]] = {}
    for match in _INITIALS_LINE.finditer(near):
        ends.setdefault(match[1], set()).add(match[2])
    return len(ends) > 1 and any("?" in found and name.isupper() for name, found in ends.items())


def _singles(near: str) -> frozenset[str]:
    """Return names of one word that open lines beside the "Q:" of an interviewer."""
    return frozenset(match[1] for match in _SINGLE_LINE.finditer(near) if not is_initial(match[1]))


def _has_handles(near: str) -> bool:
    """Tell whether names of users open the lines: several of them, one twice, one with a digit or a stroke in it."""
    found = [match[1] for match in _HANDLE_LINE.finditer(near)]
    if len(found) < _FEWEST_HANDLES or len(set(found)) in (1, len(found)):
        return False
    return any(not name.isalpha() and found.count(name) > 1 for name in found)
