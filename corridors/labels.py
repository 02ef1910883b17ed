"""Speakers named by the layout: labels of a transcript, headings that end in a name."""

from __future__ import annotations

import re

from corridors.lexicon import lexicon
from corridors.namings import words_of
from corridors.phrases import is_office, known_words
from corridors.predicates import opening_name
from corridors.sayings import speech
from corridors.sentences import Span
from corridors.tokens import tokens
from corridors.tongues import Tongue, tongue
from corridors.world import world

BEFORE = r"(?:https?://\S{4,200}\s+)?(?:[\[(]?\d{1,2}(?::\d\d){1,2}[\])]?\s+)?(?:Q\d{1,4}\.?\s+[*_]{0,3})?"
BEFORE += r"(?:\*?\d{1,5}\.?\s+(?=(?:SHRI|Shri|SMT|Smt|DR|Dr|MR|Mr|MS|Ms|MRS|Mrs|PROF|Prof|SENATOR|Senator)\b))?"
CLOCK = r"(?:\s\(\d{1,2}[:.]\d\d\))?"  # "Senator LEE (Queensland) (14:52):"
_LABEL = re.compile(rf"[*_>\s]{{0,6}}{BEFORE}([^\W\d_][^:\n?!]{{0,110}}?)[*_]{{0,3}}{CLOCK}:[*_]{{0,3}}(?=\s|$)")
_ADDRESSED = re.compile(r"((?:M\.|MM\.|Mme|Mlle)\s[^\W\d_a-z][^\n.:;?!]{2,60}?)(?:,[^\n.:;?!]{3,80})?\.\s?[–—-]\s")
CHAMBER = (
    r"((?:(?:[^\W\d_a-z][\w.’'-]*|van|von|de|der|la|di|da|dos) ){1,4}[^\W\d_a-z][\w’'-]+)(?: \([^()\n]{2,30}\))?"
    r"(?:(?:, [^\n.:;?!]{3,80})?\. [–—-] (?=(?:Mr|Mister|Madam|Madame|Monsieur|Herr|Frau|Señor|Señora|Senhor|Senhora"
    r"|Signor|Signora|Thank|Dear|Honourable)\b)"
    r"|, (?:in writing|par écrit|por escrito|per iscritto|schriftlich)\. [–—-] )"
)  # "Ann Lee (PPE). – Mr President, …": the minutes of the European Parliament
_CHAMBER = re.compile(CHAMBER)
STOPPED = (
    r"((?:(?:Mr|Mrs|Ms|Dr)\.|Senator|Chair(?:man|woman)|Secretary|(?:Vice )?President|(?:Prime )?Minister|Chancellor"
    r"|Ambassador|Administrator|Commissioner)(?: (?:(?:de|van|von|al) )?[^\W\d_a-z][\w’'-]+){1,3}"
    r"(?: of [^\W\d_a-z][\w ]{2,20})?|The (?:CHAIR(?:MAN|WOMAN)|PRESIDENT|President))\.\s+(?=[\"“]?[^\W\d_a-z])"
)  # "Ms. LEE. I thank the Chair", "President Lee. Welcome": American hearings and remarks
_STOPPED = re.compile(STOPPED)
_INITIALLED = re.compile(r"(?:[^\W\d_a-z]\.\s?){1,2}[^\W\d_a-z][\w’'-]+")
IN_BRACKETS = re.compile(r"(?:\s\([^()]{2,90}\)){1,2}$")
_ASKED = re.compile(r"(Q)\s+(?=[\"“(]?[^\W\d_a-z])")  # "Q    Thank you, Madam Secretary.": American briefings
_LETTERED = re.compile(r"([QA])\.\s+(?=[\"“(]?[^\W\d_a-z])")  # "Q. Is it dear?" and "A. It is."
_HELD = re.compile(r"The [A-Z][^()]{3,80} \(((?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Hon)\.? [^()]{3,40})\)")
_SITE = re.compile(r"(?:[^\W\d_][\w-]*\.){1,3}[a-z]{2,4}")  # "Nordnews.no"
_HANDLE = re.compile(r"[^\W\d_][\w.-]{2,19}")
TIME = r"(?:\s+|\s*(?=[\[(]))[\[(]?\d{1,2}(?::\d\d){1,2}[\])]?"
_ALONE = re.compile(
    rf"[*_]{{0,3}}(?:\d{{1,5}}\.\s+)?([^\W\d_][^:\n?!()\[\]]{{1,48}}?)[*_]{{0,3}}(?:\s\([A-Z]{{2,8}}\))?(?:({TIME})\s*:?|:)[*_]{{0,3}}$"
)
HELD = r"[*_]{0,3}((?:[^\W\d_a-z][\w.’'-]*[ ]){1,3}[^\W\d_a-z][\w.’'-]*), ([^\n:?!]{3,140}):[*_]{0,3}"
_HELD_ALONE = re.compile(HELD)  # "Ann Lee, director of the port:"
_ANSWERED = re.compile(
    r"(?:[^.:;?!]{3,120}\s)?(?:\(((?:Shri|Smt|Shrimati|Mr|Ms|Mrs|Dr)\.?\s[^()\n]{3,40})\)"
    r"|\[((?:Shri|Smt|Shrimati|Mr|Ms|Mrs|Dr|Gen|Lt|Col|Capt|Prof)\b[^\[\]\n]{3,50})\])$",
    re.IGNORECASE,
)
_RANK = (
    r"(?:Mrs?|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Viscount(?:ess)?|Earl|Senator|Hon|Prof(?:essor)?|Colonel|Col|Major"
    r"|Captain|Capt|Commander|Brigadier|General|Admiral|Wing-Commander|Squadron-Leader|Lieut(?:enant)?\.?-Col(?:onel)?)"
)
RANKED = (
    rf"(?:\d{{1,5}}\.[ ]|(?:Asked|Tabled)[ ]by[ ])?((?:The[ ])?{_RANK}\.?"
    r"(?:[ ](?:of|de|van|[^\W\d_a-z][\w.’'-]*)){1,4})(?:[ ]\([^()\n]{2,40}\))?"
)
_TITLED = re.compile(rf"(?:{_RANK}|Shri|Smt|Shrimati|Sri|Sheikh|Sayyid|Hon)\b", re.IGNORECASE)
_RANKED = re.compile(RANKED)  # "Mr. Bo Dahl", "7. Squadron-Leader Lee": who speaks in the older minutes of a house
_PERSON = r"((?:[^\W\d_a-z][\w.’'-]*[ ]){1,3}[^\W\d_a-z][\w.’'-]*)"
LINKED = r"(?: [^\n.?!:|]{2,30}(?: \|(?: [^\n.?!:|]{2,30})?){1,3})?"  # "Share this | Hansard source"
_PICTURED = r"(?:Photo of ([^()\n]{3,40})(?=\1 \())?"  # "Photo of Ann LeeAnn Lee (…)"
_MEMBER = re.compile(rf"{_PICTURED}{_PERSON} \(([^()\n]{{3,90}})\)(?: \(([^()\n]{{2,40}})\))?{LINKED}")
_PERSON_ALONE = re.compile(_PERSON)
_BOLD = re.compile(r"\*\*((?:[^\W\d_a-z][\w.’'-]*[ ]){1,3}[^\W\d_a-z][\w’'-]*)\*\*(?:[ ][^\n.?!:;]{2,60})?")
_TOLD_BEHIND = re.compile(r"\s*[\"“]?[^\W\d_a-z][^\n]{60,}[.?!…][\"”’»)]*[ \t]*(?:\n|$)|\s*[^\n]{300}")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")
SPEAKS = re.compile(
    r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|[Yy]our|Thanks|[Tt]hank you|[Ll]adies and gentlemen"
    r"|[Gg]ood (?:morning|afternoon|evening)|[Nn]ous|[Nn]otre|[Ww]ir|[Uu]nsere?"
    r"|[Nn]osotros|[Nn]uestr[oa]s?|[Nn]oss[oa]s?|[Нн]ам|[Нн]ас|[Мм]ы|[Нн]аш\w*)\b"
)
_SMALL = frozenset(("and", "for", "of", "für", "und", "des", "pour", "et", "y", "e", "para", "dos", "das", "do"))
_SMALL |= frozenset(("señor", "señora", "sr", "sra", "signor", "signora"))
WINDOW, _FIRST_WORDS, _LONGEST_SEAT, _LONGEST_ANSWER = 15_000, 500, 110, 5_000
_MOST_WORDS, _MOST_WORDS_SHOUTED, _MOST_ALONE = 7, 18, 4
_HEADING = re.compile(r"(?:[^.?!;\n]|(?<=\d)\.(?=\d)){12,200}(?::|;| [–—-]{1,2})\s+([^\W\d_][^\n:;,.?!–—]{1,48})$")
_LAST_BRACKET = re.compile(r"\s*\([^()\n]{2,24}\)\s*$")
_LONGEST_BRACKET, _LONGEST_ACRONYM = 40, 5
_OPENED = re.compile(r"([^\W\d_a-z][^\n:;,?!–—]{1,60}): (?=[\"“‘'«]?[^\W_])[^\n]{12,200}(?<![;:])$")


def is_initial(name: str) -> bool:
    """Tell whether a label only says which is the question and which the answer, as "Q" and "A" do."""
    return name.lower() in lexicon().words("people.initials")


def is_question(name: str) -> bool:
    """Tell whether a label only says that the words are a question, as "Q" does."""
    return is_initial(name) and name.lower() in lexicon().words("people.questions")


def is_outlet(name: str) -> bool:
    """Tell whether a name is that of a newspaper, a channel or a news agency: "Associated Press of Oslo"."""
    words = frozenset(name.lower().split())
    known = bool(words & lexicon().words("people.reporters") or words & lexicon().words("people.agencies"))
    return known or _SITE.fullmatch(name) is not None


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
    if chamber := _CHAMBER.match(text, paragraph.start, paragraph.end):
        return chamber[1], chamber.end()
    if stopped := _STOPPED.match(text, paragraph.start, paragraph.end):
        return stopped[1], stopped.end()
    if asked := _ASKED.match(text, paragraph.start, paragraph.end):
        return asked[1], asked.end()
    if text.startswith(("Q. ", "A. "), paragraph.start) and (lettered := _LETTERED.match(text, *paragraph)):
        asked_before = text.rfind("Q. ", max(0, paragraph.start - _LONGEST_ANSWER), paragraph.start) >= 0
        return (lettered[1], lettered.end()) if lettered[1] == "Q" or asked_before else None
    match = _LABEL.match(text, paragraph.start, paragraph.end)
    if not match:
        return None
    if held := _HELD.fullmatch(match[1]):
        return held[1], match.end()  # "The Prime Minister (Mr. Lee):"
    if match[1] in singles or (handles and _HANDLE.fullmatch(match[1])):
        return match[1], match.end()
    if _INITIALLED.fullmatch(match[1]) or (text[paragraph.end - 1] == "?" and _SITE.fullmatch(match[1])):
        return match[1], match.end()  # "S.V. Lavrov:"
    if (bare := IN_BRACKETS.sub("", match[1])) != match[1] and not match[1].isupper():
        toks = tokens(bare, 0, len(bare))
        if 2 <= len(toks) <= 3 and all(token.is_word and token.is_capital for token in toks):
            return bare, match.end()  # "Ann Lee (head of the port):"
    whole = match[1] if "(spoke" not in match[1] else bare  # "Mr. Dahl (Norway) (spoke in French):"
    words = [token for token in tokens(whole, 0, len(whole)) if token.is_word]
    if not words or len(words) > (_MOST_WORDS_SHOUTED if match[1].isupper() and "(" in match[1] else _MOST_WORDS):
        return None
    if match[1].strip().lower().rstrip(" 0123456789") in lexicon().words("people.questions") | lexicon().words(
        "people.initials"
    ):
        return match[1].strip(), match.end()
    if words[-1].low in lexicon().words("people.no_labels"):
        return None
    titled = any(is_office(token) or token.low in known_words().titles for token in words)
    small = known_words().particles | _SMALL
    plain = all(t.is_capital or t.low in small or (t != words[0] and is_office(t)) for t in words)  # "Chief adviser:"
    titled |= text[paragraph.end - 1] == "?" and is_outlet(match[1])
    shouted = match[1].upper() == match[1] and len(words) <= 5
    if not plain or not (titled or shouted or len(words) in (2, 3)):
        return None
    name, comma, _ = whole.partition(",")
    return (name if comma and " " in name else whole).strip(), match.end()  # "Ann Lee, CFO:"


def label_alone(text: str, paragraph: Span, *, bare: bool = False, apart: bool = False) -> str | None:
    """
    Return the speaker whom a paragraph of its own names: "Tevan (00:03:10):", "4435. Dr. Ann Lee:".

    Parameters
    ----------
    text, paragraph
        The text and the paragraph in it.
    bare
        Whether a name alone is a label too.
    apart
        Whether other names and colons on lines of their own are labels.
    """
    if (member := _MEMBER.fullmatch(text, paragraph.start, paragraph.end)) and (
        is_membership(member[3]) or (member[4] and is_membership(member[4]))
    ):
        return member[2]
    if seat := seated(text, paragraph, sure=bare):
        return seat
    if bare and _PERSON_ALONE.fullmatch(text, *paragraph) and is_person(text[paragraph.start : paragraph.end]):
        return text[paragraph.start : paragraph.end]
    if (bold := _BOLD.fullmatch(text, paragraph.start, paragraph.end)) and _is_speaking(text, paragraph, bold[1]):
        return bold[1]
    if answered := _ANSWERED.fullmatch(text, paragraph.start, paragraph.end):
        return (answered[1] or answered[2]).strip()
    if bare and (ranked := _RANKED.fullmatch(text, *paragraph)):
        return ranked[1]
    if (held := _HELD_ALONE.fullmatch(text, *paragraph)) and _is_held(text, paragraph, held):
        return held[1]
    match = _ALONE.fullmatch(text, paragraph.start, paragraph.end)
    if not match:
        return None
    words = [token for token in tokens(match[1], 0, len(match[1])) if token.is_word]
    if not words or len(words) > _MOST_ALONE or not all(token.is_capital for token in words):
        return None
    who = match[1].strip()
    titled = _TITLED.match(who) is not None
    timed = match[2] and (len(words) > 1 or match[2].strip()[0] in "[(" or match[0].rstrip("*_").endswith(":"))
    return who if timed or titled or _is_turn(text, paragraph, who, apart) else None


def _is_held(text: str, paragraph: Span, held: re.Match[str]) -> bool:
    """Tell whether a name, an office and a colon on a line are a label: sentences come behind, nothing is said."""
    language = tongue(text, paragraph)
    again = language.again if language else frozenset[str]()
    office = tokens(text, *held.span(2))
    says = language.verbs.search(held[2]) is not None if language else any(t.low in speech().verbs for t in office)
    if says:
        return False  # "Ann Lee, head of the port, said:"
    holds = any(is_office(token) or token.low in again for token in office)
    return holds and is_person(held[1]) and _TOLD_BEHIND.match(text, paragraph.end) is not None


def _is_turn(text: str, paragraph: Span, name: str, apart: bool) -> bool:
    """
    Tell whether a name and a colon alone on a line are a label: "I", "we" or a question comes behind.

    Behind other labels, or at the head of an excerpt, the name of a person before a sentence or two is enough.
    """
    if apart and name.lower() in lexicon().words("people.agencies"):
        return True
    behind = text[paragraph.end : paragraph.end + _FIRST_WORDS]
    if " " not in name or not is_uncommon(text, paragraph, name):
        return False
    if "?" in behind or (SPEAKS.search(behind) is not None and is_person(name)):
        return True
    told = is_person(name) and not world().named(name) and _TOLD_BEHIND.match(behind) is not None
    return told and (apart or not text[: paragraph.start].strip())


def is_uncommon(text: str, paragraph: Span, name: str) -> bool:
    """Tell whether no word of a name stands in small letters nearby, as those of "Key findings" do."""
    words = [word.lower().replace("’", "'") for word in name.split()]
    if not lexicon().words("people.no_labels").isdisjoint(words) or (name.isupper() and len(name) > _LONGEST_ACRONYM):
        return False
    around = text[max(0, paragraph.start - WINDOW) : paragraph.end + WINDOW]
    return not any(around.find(f" {word.lower()}") >= 0 for word in name.split() if word[-1:].isalpha())


def _is_speaking(text: str, paragraph: Span, name: str) -> bool:
    """Tell whether a name in bold type is that of somebody whose own words follow: they have "I" or "we" in them."""
    return is_person(name) and _FIRST_PERSON.search(text, paragraph.end, paragraph.end + _FIRST_WORDS) is not None


def is_person(name: str) -> bool:
    """Tell whether no word of a name is one of bodies, places or routes."""
    no_persons = known_words().routes | known_words().bodies | known_words().no_surnames
    toks = tokens(name, 0, len(name))
    return not any(token.low in no_persons for token in toks) and toks[0].low not in known_words().not_names


def seated(text: str, paragraph: Span, *, sure: bool = False) -> str | None:
    """Return the name of "Ann Lee Conservative Calgary East, AB": a member with party and seat, who speaks behind."""
    if not 12 < paragraph.end - paragraph.start < _LONGEST_SEAT:
        return None
    words = text[paragraph.start : paragraph.end].split()
    at = next((n for n, word in enumerate(words[:5]) if word.lower() in lexicon().words("people.benches")), 0)
    if at < 2 or len(words) < at + 2 or not all(word[0].isupper() for word in words[: at + 2]):
        return None
    name = " ".join(words[at + 1 :] if words[:2] == ["The", "Chair"] else words[:at])
    return name if (sure and is_person(name)) or _is_speaking(text, paragraph, name) else None


def is_membership(words: str) -> bool:
    """Tell whether words in brackets say of which party or office somebody is: "Groom, Liberal Party"."""
    toks = tokens(words, 0, len(words))
    return any(token.low in lexicon().words("people.benches") or is_office(token) for token in toks)


def leader(words: str, language: Tongue) -> str:
    """Return the person with whom words before a colon and a quotation begin, or all of them."""
    placed = words_of(words, 0, len(words))
    name = opening_name(placed, language) if language.has_capitals and len(placed) > _MOST_ALONE else None
    return name if name and is_person(name) and not world().named(name) else words


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
    if words[-1].low in lexicon().words("people.no_labels") | known_words().routes or words[0].low in ("a", "an"):
        return None  # "Laçın Koridoru - Vikipedi", "The Passage: A New Route"
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
        or (token.word.lower() == token.word.upper() and not token.word[0].isdigit())  # no capitals in this script
        for token in words
    ):
        return None
    return match[1].strip(), match.end(1)
