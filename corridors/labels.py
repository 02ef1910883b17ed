"""Speakers named by the layout: labels of a transcript, headings that end in a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corridors.lexicon import lexicon
from corridors.phrases import is_office, known_words, tokens
from corridors.sentences import Span
from corridors.world import world

_BEFORE = r"(?:[\[(]?\d{1,2}(?::\d\d){1,2}[\])]?\s+)?(?:Q\d{1,4}\.?\s+[*_]{0,3})?"
_LABEL = re.compile(rf"[*_>\s]{{0,6}}{_BEFORE}([^\W\d_][^:\n?!]{{0,110}}?)[*_]{{0,3}}:[*_]{{0,3}}(?=\s|$)")
_LABEL_LINE = re.compile(rf"\n[ \t]*(?=([*_>]{{0,6}}{_BEFORE}[^\W\d_a-z][^:\n?!]{{0,110}}:[*_]{{0,3}}\s))")
_ADDRESSED = re.compile(r"((?:M\.|MM\.|Mme|Mlle)\s[^\W\d_a-z][^\n.:;?!]{2,60}?)(?:,[^\n.:;?!]{3,80})?\.\s?[–—-]\s")
_ADDRESSED_LINE = re.compile(r"\n[ \t]*(?=(?:M\.|MM\.|Mme|Mlle)\s[^\n]{3,140}?\.\s?[–—-]\s)")
_INITIALLED = re.compile(r"(?:[^\W\d_a-z]\.\s?){1,2}[^\W\d_a-z][\w’'-]+")
_IN_BRACKETS = re.compile(r"\s\([^()]{3,90}\)$")
_HANDLE = re.compile(r"[^\W\d_][\w.-]{2,19}")
_HANDLE_LINE = re.compile(r"\n[ \t]*([^\W\d_][\w.-]{2,19}):[ \t]")
_TIME = r"\s*[\[(]?\d{1,2}(?::\d\d){1,2}[\])]?"
_ALONE = re.compile(
    rf"[*_]{{0,3}}(?:\d{{1,5}}\.\s+)?([^\W\d_][^:\n?!()\[\]]{{1,48}}?)[*_]{{0,3}}(?:\s\([A-Z]{{2,8}}\))?(?:({_TIME})\s*:?|:)[*_]{{0,3}}$"
)
_ALONE_LINE = re.compile(rf"\n[ \t]*(?=[^\n]{{2,70}}(?:{_TIME}:?|:)[*_]{{0,3}}[ \t]*(?:\n|$))")
_ANSWERED = re.compile(
    r"(?:[^.:;?!]{3,120}\s)?\(((?:Shri|Smt|Shrimati|Mr|Ms|Mrs|Dr)\.?\s[^()\n]{3,40})\)$", re.IGNORECASE
)
_PERSON = r"((?:[^\W\d_a-z][\w.’'-]*[ ]){1,3}[^\W\d_a-z][\w.’'-]*)"
_LINKED = r"(?: [^\n.?!:|]{2,30} \| [^\n.?!:|]{2,30})?"  # "Share this | Hansard source"
_MEMBER = re.compile(rf"{_PERSON} \(([^()\n]{{3,90}})\)(?: \(([^()\n]{{2,40}})\))?{_LINKED}")
_MEMBER_LINE = re.compile(
    r"\n[ \t]*([^\W\d_a-z][^\n()]{4,60} \([^()\n]{3,90}\)(?: \([^()\n]{2,40}\))?"
    rf"{_LINKED})(?=[ \t]*(?:\n|$))"
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
_PERSON_ALONE = re.compile(_PERSON)
_SINGLE_LINE = re.compile(r"\n[ \t]*[*_]{0,3}([^\W\d_a-z][^\W\d_]{2,20}):[*_]{0,3}[ \t]")
_BOLD = re.compile(r"\*\*((?:[^\W\d_a-z][\w.’'-]*[ ]){1,3}[^\W\d_a-z][\w’'-]*)\*\*(?:[ ][^\n.?!:;]{2,60})?")
_BOLD_LINE = re.compile(r"\n[ \t]*(?=\*\*[^\W\d_a-z][^\n*]{4,60}\*\*[^\n.?!:;]{0,60}(?:\n|$))")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")
_SPEAKS = re.compile(
    r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|[Yy]our|Thanks|[Tt]hank you|[Ll]adies and gentlemen"
    r"|[Gg]ood (?:morning|afternoon|evening))\b"
)
_INITIALS_LINE = re.compile(
    r"\n[ \t]*[*_]{0,3}([A-Z]{2,4}|[A-Z][a-z]{2,15}):[*_]{0,3}[ \t][^\n]*?(\??)[*_]{0,3}[ \t]*(?=\n|$)"
)
_ENDED = frozenset(".!?…\"”’'»)]—–-:*_")
_FEWEST_HANDLES = 3
_SMALL = frozenset(("and", "for", "of", "für", "und", "des", "pour", "et", "y", "e", "para", "dos", "das", "do"))
_SMALL |= frozenset(("señor", "señora", "sr", "sra", "signor", "signora"))
_WINDOW, _FIRST_WORDS, _LONGEST_SEAT, _LONGEST_LABEL = 15_000, 500, 110, 240
_SPEECH_WORDS = 12
_MOST_WORDS, _MOST_WORDS_SHOUTED, _MOST_ALONE = 7, 18, 4
_HEADING = re.compile(r"(?:[^.?!;\n]|(?<=\d)\.(?=\d)){12,200}(?::|;| [–—-]{1,2})\s+([^\W\d_][^\n:;,.?!–—]{1,48})$")
_LAST_BRACKET = re.compile(r"\s*\([^()\n]{2,24}\)\s*$")
_LONGEST_BRACKET, _LONGEST_ACRONYM = 40, 5
_OPENED = re.compile(r"([^\W\d_a-z][^\n:;,?!–—]{1,60}): (?=[\"“‘'«]?[^\W\d_])[^\n]{12,200}(?<![;:])$")


class Transcript(NamedTuple):
    """
    Whether labels of speakers open paragraphs.

    `carries` says that paragraphs without one belong to the label before, `handles` that the labels are the names of
    users, such as "uzbek_driver", `members` that a name alone on its line is one.
    """

    labelled: bool
    carries: bool
    handles: bool = False
    singles: frozenset[str] = frozenset()
    members: bool = False


def is_initial(name: str) -> bool:
    """Tell whether a label only says which is the question and which the answer, as "Q" and "A" do."""
    return name.lower() in lexicon().words("people.initials")


def is_question(name: str) -> bool:
    """Tell whether a label only says that the words are a question, as "Q" does."""
    return is_initial(name) and name.lower() in lexicon().words("people.questions")


def label(
    text: str, paragraph: Span, *, handles: bool = False, singles: frozenset[str] = frozenset()
) -> tuple[str, int] | None:
    """
    Return the speaker's label that opens a paragraph of a transcript and where the words begin.

    Parameters
    ----------
    text, paragraph
        The text and the paragraph in it.
    handles
        Whether any single word before a colon is a label.
    singles
        Names of one word that are labels.
    """
    if addressed := _ADDRESSED.match(text, paragraph.start, paragraph.end):
        return addressed[1], addressed.end()  # "M. Jean Morel. - Merci": the minutes of French chambers
    match = _LABEL.match(text, paragraph.start, paragraph.end)
    if not match:
        return None
    if match[1] in singles or (handles and _HANDLE.fullmatch(match[1])):
        return match[1], match.end()
    if _INITIALLED.fullmatch(match[1]):
        return match[1], match.end()  # "S.V. Lavrov:"
    if (bare := _IN_BRACKETS.sub("", match[1])) != match[1] and not match[1].isupper():
        toks = tokens(bare, 0, len(bare))
        if 2 <= len(toks) <= 3 and all(token.is_word and token.is_capital for token in toks):
            return bare, match.end()  # "Ann Lee (head of the port):"
    words = [token for token in tokens(match[1], 0, len(match[1])) if token.is_word]
    if not words or len(words) > (_MOST_WORDS_SHOUTED if match[1].isupper() and "(" in match[1] else _MOST_WORDS):
        return None
    if match[1].strip().lower().rstrip(" 0123456789") in lexicon().words("people.questions") | lexicon().words(
        "people.initials"
    ):
        return match[1].strip(), match.end()
    if words[-1].low in lexicon().words("people.no_labels"):
        return None
    titled = any(is_office(token) or token.low in known_words().titles for token in words)
    plain = all(token.is_capital or token.low in known_words().particles | _SMALL for token in words)
    shouted = match[1].upper() == match[1] and len(words) <= 5
    if not plain or not (titled or shouted or len(words) in (2, 3)):
        return None
    return match[1].strip(), match.end()


def label_alone(text: str, paragraph: Span, *, bare: bool = False) -> str | None:
    """
    Return the speaker whom a paragraph of its own names: "Tevan (00:03:10):", "4435. Dr. Ann Lee:".

    Parameters
    ----------
    text, paragraph
        The text and the paragraph in it.
    bare
        Whether a name alone is a label too.
    """
    if (member := _MEMBER.fullmatch(text, paragraph.start, paragraph.end)) and (
        _is_membership(member[2]) or (member[3] and _is_membership(member[3]))
    ):
        return member[1]
    if seat := _seated(text, paragraph, sure=bare):
        return seat
    if bare and _PERSON_ALONE.fullmatch(text, *paragraph) and _is_person(text[paragraph.start : paragraph.end]):
        return text[paragraph.start : paragraph.end]
    if (bold := _BOLD.fullmatch(text, paragraph.start, paragraph.end)) and _is_speaking(text, paragraph, bold[1]):
        return bold[1]
    if answered := _ANSWERED.fullmatch(text, paragraph.start, paragraph.end):
        return answered[1].strip()
    match = _ALONE.fullmatch(text, paragraph.start, paragraph.end)
    if not match:
        return None
    words = [token for token in tokens(match[1], 0, len(match[1])) if token.is_word]
    if not words or len(words) > _MOST_ALONE or not all(token.is_capital for token in words):
        return None
    titled = any(token.low in known_words().titles for token in words)
    who = match[1].strip()
    return who if match[2] or titled or _is_turn(text, paragraph, who) else None


def _is_turn(text: str, paragraph: Span, name: str) -> bool:
    """Tell whether a name and a colon alone on a line are a label: "I", "we" or a question comes behind."""
    behind = text[paragraph.end : paragraph.end + _FIRST_WORDS]
    if " " not in name or not _is_uncommon(text, paragraph, name):
        return False
    return "?" in behind or (_SPEAKS.search(behind) is not None and _is_person(name))


def _is_uncommon(text: str, paragraph: Span, name: str) -> bool:
    """Tell whether no word of a name stands in small letters nearby, as those of "Key findings" do."""
    words = [word.lower().replace("’", "'") for word in name.split()]
    if not lexicon().words("people.no_labels").isdisjoint(words) or (name.isupper() and len(name) > _LONGEST_ACRONYM):
        return False
    around = text[max(0, paragraph.start - _WINDOW) : paragraph.end + _WINDOW]
    return not any(around.find(f" {word.lower()}") >= 0 for word in name.split() if word[-1:].isalpha())


def _is_speaking(text: str, paragraph: Span, name: str) -> bool:
    """Tell whether a name in bold type is that of somebody whose own words follow: they have "I" or "we" in them."""
    return _is_person(name) and _FIRST_PERSON.search(text, paragraph.end, paragraph.end + _FIRST_WORDS) is not None


def _is_person(name: str) -> bool:
    """Tell whether no word of a name is one of bodies, places or routes."""
    no_persons = known_words().routes | known_words().bodies | known_words().no_surnames
    toks = tokens(name, 0, len(name))
    return not any(token.low in no_persons for token in toks) and toks[0].low not in known_words().not_names


def _seated(text: str, paragraph: Span, *, sure: bool = False) -> str | None:
    """Return the name of "Ann Lee Conservative Calgary East, AB": a member with party and seat, who speaks behind."""
    if not 12 < paragraph.end - paragraph.start < _LONGEST_SEAT:
        return None
    words = text[paragraph.start : paragraph.end].split()
    at = next((n for n, word in enumerate(words[:5]) if word.lower() in lexicon().words("people.benches")), 0)
    if at < 2 or len(words) < at + 2 or not all(word[0].isupper() for word in words[: at + 2]):
        return None
    name = " ".join(words[at + 1 :] if words[:2] == ["The", "Chair"] else words[:at])
    return name if (sure and _is_person(name)) or _is_speaking(text, paragraph, name) else None


def _is_membership(words: str) -> bool:
    """Tell whether words in brackets say of which party or office somebody is: "Groom, Liberal Party"."""
    toks = tokens(words, 0, len(words))
    return any(token.low in lexicon().words("people.benches") or is_office(token) for token in toks)


def transcript(text: str, offset: int) -> Transcript:
    """
    Tell whether labels of speakers open paragraphs near an offset.

    A label with an office or a form of address counts by itself; names count when one of them comes back or when
    several open long paragraphs, since "New Delhi:" and "Status:" look alike. Two speakers make a conversation, in
    which what has no label belongs to the last one.
    """
    names: dict[str, int] = {}
    long = titled = 0
    asked, told, long_turns = set[str](), set[str](), set[str]()
    start, end = max(0, offset - _WINDOW), min(len(text), offset + _WINDOW)
    near = "\n" + text[start:end].replace("\r", "\n")
    if _ADDRESSED_LINE.search(near):
        return Transcript(True, True)
    house = ("Speaker" in near or "Chair" in near) and any(sign in near for sign in _HOUSE)
    colons = _lines(near, ":", _LONGEST_LABEL)
    for match in _matches(_LABEL_LINE, near, colons):
        begin = start - 1 + match.start(1)
        line_end = near.find("\n", match.end())
        line = Span(begin, end if line_end < 0 else start - 1 + line_end)
        if found := label(text, line):
            names[found[0]] = names.get(found[0], 0) + 1
            words = tokens(found[0], 0, len(found[0]))
            rest = len(tokens(text, found[1], line.end))
            if _is_person(found[0]) and _is_uncommon(text, line, found[0]):
                asked |= {found[0]} if "?" in text[line.start : line.end] else set()
                spoken = _SPEAKS.search(text, *line) is not None
                told |= {found[0]} if spoken else set()
                long_turns |= {found[0]} if rest >= _SPEECH_WORDS else set()
            shouted = found[0].upper() == found[0] and rest >= _SPEECH_WORDS
            long += shouted and not world().named(found[0])  # "NEW DELHI: …", "LUANDA: …"
            seat = _IN_BRACKETS.search(text[begin : found[1]].rstrip(":*_ "))
            titled += (
                text[line.end - 1] in _ENDED
                and (rest >= 5 or found[0].endswith(")"))
                and (
                    any(is_office(t) or t.low in known_words().titles for t in words)
                    or (seat is not None and _is_membership(seat[0].strip(" ()")))
                )
            )
    alone = members = 0
    for match in _matches(_MEMBER_LINE, near, _lines(near, "(", _LONGEST_LABEL)):
        begin = start - 1 + match.start(1)
        members += label_alone(text, Span(begin, begin + len(match[1]))) is not None
    for match in _SEAT_LINE.finditer(near) if house else ():
        begin = start - 1 + match.end()
        members += _seated(text, Span(begin, start - 1 + near.find("\n", match.end()))) is not None
    ending = sorted({*colons, *(near.rfind("\n", 0, line) for line in colons if line)})  # a time may stand below
    bold = _lines(near, "**", _LONGEST_LABEL)
    for match in (*_matches(_ALONE_LINE, near, ending), *_matches(_BOLD_LINE, near, bold)):
        begin = start - 1 + match.end()
        line_end = near.find("\n", match.end())
        alone += label_alone(text, Span(begin, end if line_end < 0 else start - 1 + line_end)) is not None
    if alone or members:
        return Transcript(True, True, members=members > 0)
    if len(told) > 1 or (asked and (told | long_turns) - asked):
        singles = frozenset(name for name in _singles(near) if near.find(f"\n{name}: ") >= 0)
        return Transcript(True, True, False, singles)
    asks = any(name.lower() in lexicon().words("people.questions") for name in names)
    ends = (near.find("\n", line + 1) for line in colons)
    opened = "".join(
        near[line : behind if behind > 0 else len(near)] for line, behind in zip(colons, ends, strict=True)
    )
    interview = _is_interview(opened)
    singles = _singles(opened) if asks or interview else frozenset[str]()
    if singles:
        return Transcript(True, True, False, singles)
    labelled = (
        titled > 0 or long > 1 or (asks and len(names) > 1) or interview or any(count > 1 for count in names.values())
    )
    if not labelled and _has_handles(opened):
        return Transcript(True, False, True)
    return Transcript(labelled, labelled and len(names) > 1)


def _lines(near: str, sign: str, within: int) -> list[int]:
    """Return where the lines begin, at the break before them, that have a sign among their first characters."""
    found = []
    at = near.find(sign)
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


def heading_speaker(text: str, paragraph: Span) -> tuple[str, int] | None:
    """Return who a heading such as "Northern route to open in May: Putin" quotes, and where the name begins."""
    end = paragraph.end
    while bracket := _LAST_BRACKET.search(text, max(paragraph.start, end - _LONGEST_BRACKET), end):
        end = bracket.start()  # "… - secretary general (INTERVIEW) (PHOTO)"
    match = _HEADING.fullmatch(text, paragraph.start, end)
    if not match or match[0].isupper() or match[1][-1] in "'’”\"»":
        return None
    words = [token for token in tokens(match[1], 0, len(match[1])) if token.is_word]
    if not 1 <= len(words) <= 4 or not all(token.is_capital or is_office(token) for token in words):
        return None
    return match[1].strip(), match.start(1)


def heading_label(text: str, paragraph: Span) -> tuple[str, int] | None:
    """Return who may be quoted by a heading such as "Rouhani: the railway will be built", and where it goes on."""
    match = _OPENED.fullmatch(text, paragraph.start, paragraph.end)
    if not match or (match[0].isascii() and match[0].isupper()):
        return None
    words = [token for token in tokens(match[1], 0, len(match[1])) if token.is_word]
    if not 1 <= len(words) <= 5 or not all(
        token.is_capital
        or is_office(token)
        or token.low in known_words().particles
        or token.word.lower() == token.word.upper()  # no capitals in this script
        for token in words
    ):
        return None
    return match[1].strip(), match.end(1)
