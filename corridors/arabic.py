"""Subjects of Arabic: offices without a name, names set off by commas, and headings that put the subject first."""

from __future__ import annotations

import re
from itertools import takewhile

from corridors.lexicon import lexicon
from corridors.namings import words_of
from corridors.sayings import Attribution
from corridors.sentences import Span
from corridors.tongues import Tongue, known

_WAS = re.compile(r"(?:^|[.،؛]\s?)و?كانت?\s((?:[\w\u064b-\u0652]+\s){1,7}?)(?:قد\s)?\Z")
_MARKS = re.compile('["“”«»]')
_THAT = re.compile(r"\s(?:ب?أنّ?|إنّ?)\s")
_PRESENT = re.compile("[يت][\u0621-\u0652]{2,}")
_ARTICLES = ("ال", "وال", "لل", "بال", "ولل")
_MOST_BEFORE = 8
_MOST_IN_HEADING, _MOST_IN_OFFICE, _FEWEST_WITH_NAME, _FAR = 5, 14, 4, 3_000
# The name behind an envoy and the town he is in: السفير التركي لدى بغداد أنيل إنان
_POSTED = re.compile(
    r"\s(?:ال)?(?:سفير|قنصل|مندوب|مبعوث|ممثل)(?:\s[^\s،]+){1,3}?\s(?:لدى|في)\s[^\s،]+\s((?:[^\s،]+\s){1,3}[^\s،]+?)"
    r"(?=\s(?:إن|أن|أنّ|عن|خلال|أنه|على|إلى)\s|،)"
)
_LONGEST_NAME, _LONGEST_KICKER, _LONGEST_HEADING = 80, 60, 120
_EASTERN = re.compile("[\u0621-\u06cc\u200c ]{3,}")
_SET_OFF = re.compile(
    r"\s?،\s?((?:(?:السيد|السيدة|الدكتور|الدكتورة)\s)?(?:[\w\u064b-\u0652-]+\s){1,3}[\w\u064b-\u0652-]+)\s?(?=،)"
)


def subject_before(local: str, match: re.Match[str]) -> Attribution | None:
    """Read "كان رئيس الوزراء ذكر أن" and, in a heading, "بوتين يؤكد أهمية": a subject that stands before its verb."""
    at = match.start()
    if was := _WAS.search(local[:at]):
        return Attribution(at, match.end(), was[1].strip(), at, "name", False, was[1])
    known = lexicon("tongues.toml")
    told = [match.end() for match in _THAT.finditer(local, 0, at)]  # "أفادت وكالة مهر أن الوزير علي السعدي قال"
    begun = told[-1] if told else 0
    words = [word for word, _ in words_of(local, begun, at)]
    plain = " ".join(_MARKS.sub(" ", local[begun:at]).split())
    again = known.words("arabic.again")
    held = " ".join(words) == plain and 1 < len(words) <= _MOST_BEFORE and words[0].removeprefix("ال") in again
    if held and known.words("arabic.stops").isdisjoint(words):
        return Attribution(at, match.end(), plain, at, "name", False, plain)  # "وزير النقل علي السعدي أكد أن"
    if begun or not _PRESENT.fullmatch(match[0]) or not 1 <= len(words) <= _MOST_IN_HEADING or " ".join(words) != plain:
        return None
    if words[0] in known.words("arabic.leads") or words[-1] in known.words("arabic.leads"):
        return None
    return Attribution(0, match.end(), plain, at, "name", False, plain)


def kicker(text: str, above: Span | None, heading: Span) -> str | None:
    """Return who stands with a colon on the line above a Persian or Arabic heading: "استاندار خراسان:"."""
    if above is None or text[above.end - 1] != ":" or above.end - above.start > _LONGEST_KICKER:
        return None
    name, long = text[above.start : above.end - 1].strip(), heading.end - heading.start > _LONGEST_HEADING
    if long or text[heading.end - 1] in ".؟!؛:»" or not _EASTERN.fullmatch(name):
        return None
    return None if _verbs_of_saying(name) else name


def _verbs_of_saying(words: str) -> bool:
    """Tell whether words before a colon say that something is said: "وی گفت:"."""
    return any(known(name).verbs.search(words) for name in ("persian", "arabic"))


def behind_office(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read "أعلن وزير النقل والأشغال العامة، علي السعدي، عن": a name in commas behind a long office."""
    if posted := _POSTED.match(local, match.end()):
        at = match.start()
        return Attribution(at, posted.end(1), posted[1], at, "name", False, local[match.end() : posted.end(1)].strip())
    comma = local.find("،", match.end())
    words = [word for word, _ in words_of(local, match.end(), comma)] if comma > 0 else []
    named = _SET_OFF.match(local, comma) if words else None
    if named is None or words[0] not in tongue.again or len(words) > _MOST_IN_OFFICE:
        return None
    if not tongue.stops.isdisjoint(words) or not tongue.stops.isdisjoint(named[1].split()):
        return None
    at = match.start()
    return Attribution(at, named.end(1), named[1], at, "name", False, local[match.end() : named.end(1)].strip())


def is_office_alone(phrase: str, tongue: Tongue) -> bool:
    """
    Tell whether an Arabic phrase is an office without a name.

    The words of an office end in one with an article; a name begins behind it with one that has none.

    Examples
    --------
    >>> from corridors.tongues import known
    >>> is_office_alone("وزير النقل العراقي", known("arabic"))
    True
    >>> is_office_alone("وزير النقل علي السعدي", known("arabic"))
    False
    """
    words = phrase.split()
    if not words or (words[0].removeprefix("ال") not in tongue.again and words[0] not in tongue.again):
        return False
    inner = lexicon("tongues.toml").words("arabic.within_offices")
    has_article = [word.startswith(_ARTICLES) for word in words]
    for number in range(1, len(words)):
        if has_article[number - 1] and not has_article[number] and words[number] not in inner:
            return False
    return any(has_article) or len(words) < _FEWEST_WITH_NAME


def holder(text: str, office: str, offset: int, tongue: Tongue) -> str | None:
    """Return an Arabic office with the name that stands behind it elsewhere in the text, before it if it can be."""
    found: list[tuple[bool, int, str]] = []
    for match in re.compile(rf"(?<!\w)[وف]?({re.escape(office)})[\s،]+((?:[\w\u064b-\u0652-]+[ ]?){{2,4}})").finditer(
        text, max(0, offset - _FAR), offset + _FAR
    ):
        name: list[str] = []
        for word in match[2].split()[:3]:
            if word in tongue.stops or (word.startswith(("ال", "لل", "بال")) and not name) or word in tongue.pauses:
                break
            name.append(word)
        if len(name) > 1:
            found.append((match.start() > offset, abs(match.start() - offset), " ".join(name)))
    return min(found)[2] if found else None


def written_out(text: str, office: str, offset: int, tongue: Tongue) -> str | None:
    """Return an Arabic or Persian office with the name that follows it where it stands next."""
    at = text.find(f"{office} ", offset, offset + _FAR)
    words = text[at + len(office) : at + len(office) + _LONGEST_NAME].split()[:3] if at >= 0 else []
    name = list(takewhile(lambda word: word.isalpha() and word not in tongue.stops, words))
    return f"{office} {' '.join(name)}" if len(name) > 1 else None
