"""Texts that are one person's words as a whole: a speech under a heading, an interview with its questions set apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from corridors.inflected import nominative
from corridors.letters import letter_runs
from corridors.lexicon import lexicon
from corridors.openings import phrases_for_persons
from corridors.people import persons_named
from corridors.phrases import known_words
from corridors.quotations import QuotedText
from corridors.sentences import Span
from corridors.tokens import tokens

_HEADINGS, _LONGEST_HEADING, _INTRODUCTION, _FIRST_WORDS, _LONGEST_GREETING = 3, 300, 6, 4, 80
_SAMPLE, _FEWEST_FIRST_PERSON, _LONGEST_SPEECH, _LONGEST_ANSWER = 6_000, 2, 80_000, 40_000
_QUOTED = re.compile(r"“[^”]{0,2000}”|\"[^\"]{0,2000}\"|«[^»]{0,2000}»")
_FIRST_PERSON = re.compile(
    r"\b(?:I|we|We|my|My|our|Our|ich|Ich|wir|Wir|uns|unsere?n?|[Jj]e|[Nn]ous|[Nn]otre|[Nn]osotros|[Nn]uestr[oa]s?|[Nn]oi"
    r"|[Nn]ostr[oaie]|[Nn]oss[oa]s?|[Мм]ы|[Нн]ас|[Нн]ам|[Нн]аш\w{0,3}|[Яя])\b"
)
_QUESTION = re.compile(r"(?:\*\*|__|#{1,6} ).{3,400}\?\s*(?:\*\*|__)?$", re.DOTALL)
_PLAIN_QUESTION = re.compile(r"(?:\d{1,2}[.)]\s)?[^\W\d_a-z][^\n“”\"«»]{8,300}\?$")
_INTERVIEW = re.compile(
    r"\b(?:[Ii]nterview|[Ee]ntrevista|[Ee]ntretien|[Ii]ntervista|[Ии]нтервью|im Gespräch mit"
    r"|INTERVIEW|Q ?& ?A|[Ii]n conversation with|[Aa]nswer(?:s|ed) (?:our|questions))\b"
)
_HEADING = (
    r"(?:(?:An?|The) )?(?:(?:[Ee]xclusive|[Ss]pecial|EXCLUSIVE) )?(?:[Ii]nterview|INTERVIEW) (?:of|with|by)\b"
    r"[^\n?!“”\"]{5,200}(?<![.])$"
)
_HEADED, _HEADED_LINE = re.compile(_HEADING, re.MULTILINE), re.compile(rf"^[ \t]*{_HEADING}", re.MULTILINE)
_FARTHEST_HEADING = 8_000
_THIS_INTERVIEW = re.compile(r"\b[Ii]n (?:this|an) (?:exclusive )?interview\b")
_BY_OFFICE = re.compile(
    r"\b[Bb]y ((?:[Tt]he |H\.?E\.? )?(?:[A-Z][\w’'-]+ (?:of |for |and |the )*){0,7}[A-Z][\w’'-]+)(?=[ .,]|$)"
)
_OWN_OFFICE = re.compile(r"((?:[Tt]he |THE )?(?:[A-Z][\w-]+ ){0,4}[A-Z][\w-]+)[’'][sS]\s")
_SUBJECT_OF_TALK = re.compile(  # "(Ann Lee, head of the port - On its plans)"
    r"[(]((?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+), [^()\n]{3,120} [–—-] (?:[Oo]n|[Aa]bout) [^()\n]{3,120}[)]"
)
_DATELINE = re.compile(r"[A-Z][^\n:]{2,60}\([A-Z][\w/-]{1,12}\): ")
_DASH = re.compile(r"[—–-]\s")
_ABOUT_HIM = re.compile(
    r"\b[Ss]?[Hh]e (?:also |then )?(?:said|says|told|added|adds|noted|stressed|stated|explained|called)\b"
)
_QUESTION_DASH, _LONGEST_QUESTION = re.compile(r"[—–-]\s?"), 200
_YOU = re.compile(
    r"\b(?:вы|вам|вас|ваш\w{0,3}|you|your|Sie|Ihnen|Ihre?|vous|votre|usted(?:es)?|você|lei|siz\w{0,4}"
    r"|monsieur|madame|herr|frau|señora?|senhora?|signora?|sayın)\b",
    re.IGNORECASE,
)
BY_FIRST_NAMES = re.compile(r"\W{1,3}([А-ЯЁ]\w{2,11}) [А-ЯЁ]\w+(?:вич|вна|ична|ич), ")  # "– Олег Петрович, как …?"
BY_TITLE = re.compile(  # "— Mr Dahl, is it late?"
    r"\W{1,3}(?:(?:And|But|So|Well|Now|Dear|Good \w+),? )?(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?|Minister|Ambassador|Professor"
    r"|Doctor|Director|Governor|Senator|President|Captain|General) ((?:[^\W\d_a-z][\w’'-]+ ){0,2}[^\W\d_a-z][\w’'-]+), "
)
_FARTHEST, _OPENING, _FEWEST_QUESTIONS = 12, 600, 2


class Setting(NamedTuple):
    """Whose words the paragraphs from `start` on are; None where the text names nobody."""

    name: str | None
    start: int


@lru_cache(maxsize=1)
def _speech_heading() -> re.Pattern[str]:
    nouns, abroad = lexicon().pattern("speech.speeches"), lexicon().pattern("speech.speeches_abroad")
    return re.compile(
        rf"(?:(?:the following is (?:an? |the )?)?(?:[\w-]+ ){{0,2}}(?:text|transcript) of\b.*\b{nouns}"
        rf"|(?:the following (?:is|are) )?(?:\w+ ){{0,2}}{nouns} "
        rf"(?:(?:as )?(?:delivered|given|made|prepared) )?(?:by|of|from)\b|{abroad}\b"
        rf"|.*[’']s (?:\w+ ){{0,2}}{nouns} (?:at|on|in|to|during|before)\b)",
        re.IGNORECASE | re.DOTALL,
    )


@lru_cache(maxsize=1)
def _speech_told() -> re.Pattern[str]:
    """Return what a plain sentence says before the text of a speech: "Ann Lee gave a long speech at the forum."."""
    nouns, held = lexicon().pattern("speech.speeches"), lexicon().pattern("speech.held")
    return re.compile(
        rf"\b(?:{held} (?:an? |the |his |her |their |this )?(?:following )?(?:[\w-]+ ){{0,3}}{nouns}\b"
        rf"|(?P<text>(?:[Bb]elow|[Hh]ere|[Ff]ollowing) (?:is|are) (?:[\w-]+ ){{0,4}}(?:text|transcript|{nouns})\b"
        r"|(?:in full|the following):?$)|\baddressed (?:the|an?) )"
    )


def _no_persons() -> frozenset[str]:
    """Return what "Spokesperson's Remarks" and the like end in."""
    return lexicon().words("speech.speeches") | lexicon().words("people.no_labels")


def _places() -> frozenset[str]:
    return known_words().no_surnames | known_words().bodies


def announced(text: str, heading: Span) -> str | None:
    """Return whom a heading names: with an office, "Spokesperson Ann Lee's Regular Press Conference", or else first."""
    holders = [k.name for k in persons_named(text, *heading) if k.office and k.last not in _no_persons()]
    known = next((name for name in holders if " " in name), next(iter(holders), None))
    found = phrases_for_persons(text, tokens(text, heading.start, heading.end), 0) if known is None else []
    others = _places() | _no_persons()
    named = next((p.text for p in found if p.kind == "name" and p.text.split()[-1].lower() not in others), None)
    by = _BY_OFFICE.search(text, *heading) or _OWN_OFFICE.match(text, *heading)
    if known is None and named is None and by is not None:
        return by[1]  # "Remarks by the President at the opening", "The President's address to the nation"
    return known or (nominative(text, named, heading.start) if named else None)


def speech(quoted: QuotedText) -> Setting | None:
    """Return who holds the speech that a text is, told by its heading or by a sentence at its head."""
    return _headed(quoted) or _told(quoted)


def _headed(quoted: QuotedText) -> Setting | None:
    """Read a speech under a heading: "I" and "we" stand outside quotation marks."""
    text, heading, name = quoted.text, _first_paragraph(quoted), None
    here = None
    for _ in range(_HEADINGS):
        if heading is None or (name is not None and " " in name and not name.startswith("the ")):
            break
        told = _SUBJECT_OF_TALK.fullmatch(text, *heading)
        if told or (heading.end - heading.start <= _LONGEST_HEADING and _is_speech_heading(text, heading)):
            name, here = (told[1] if told else announced(text, heading)) or name, heading
        heading = quoted.layout.after(heading)
    if here is None:
        return None
    plain = _QUOTED.sub("", text[here.end : here.end + _SAMPLE])
    after = quoted.layout.after(here)
    opens = [text[span.start : span.end] for span in (after, quoted.layout.after(after) if after else None) if span]
    begun = any(map(_greets, opens)) or (opens and _FIRST_PERSON.match(opens[0]))
    alone = opens and _greets(opens[0]) and len(opens[0]) < _LONGEST_GREETING
    least = 0 if alone else 1 if begun else _FEWEST_FIRST_PERSON
    if name is None or len(_FIRST_PERSON.findall(plain)) < least:
        return None
    for _ in range(_INTRODUCTION):
        if after is None:
            return None
        body = _QUOTED.sub("", text[after.start : after.end])
        if _FIRST_PERSON.search(body) or _greets(body):
            return Setting(name, after.start)
        after = quoted.layout.after(after)
    return None


def _told(quoted: QuotedText) -> Setting | None:
    """Read a speech whose text follows a plain sentence that tells of it, and that tells no more of the speaker."""
    text, here, name = quoted.text, _first_paragraph(quoted), None
    for _ in range(_HEADINGS):
        after = quoted.layout.after(here) if here is not None else None
        if here is None or after is None:
            return None
        short = here.end - here.start <= _LONGEST_HEADING
        name = (announced(text, here) if short else None) or name
        told = _speech_told().search(text, *here) if short else None
        if told is not None and name is not None and " " in name:
            plain = _QUOTED.sub("", text[here.end : here.end + _SAMPLE])
            about = name.split()[-1] in plain or _ABOUT_HIM.search(plain) is not None
            follows = told["text"] is not None or text[here.end - 1] == ":"
            start = None if about else _first_own(quoted, after, greeted=not follows)
            return Setting(name, start) if start is not None else None
        here = after
    return None


def _first_own(quoted: QuotedText, paragraph: Span | None, *, greeted: bool) -> int | None:
    """Return where the words of a speaker begin, told by a greeting or, where that is enough, by "I" and "we"."""
    for _ in range(_HEADINGS):
        if paragraph is None:
            return None
        body = _QUOTED.sub("", quoted.text[paragraph.start : paragraph.end])
        opening = " ".join(body.split()[:_FIRST_WORDS]).replace("!", ",")
        if _greets(opening) or (not greeted and _FIRST_PERSON.search(body)):
            return paragraph.start
        paragraph = quoted.layout.after(paragraph)
    return None


def _is_speech_heading(text: str, paragraph: Span) -> bool:
    """Tell whether a paragraph says whose speech follows, behind a news line or by itself."""
    line = _DATELINE.match(text, *paragraph)
    return _speech_heading().match(text[line.end() if line else paragraph.start : paragraph.end]) is not None


def _greets(body: str) -> bool:
    """Tell whether a paragraph begins as a greeting does: "A very good morning to you"."""
    return not lexicon().words("speech.salutations").isdisjoint(letter_runs(body.lower().split(",")[0]))


def _first_paragraph(quoted: QuotedText) -> Span | None:
    start = len(quoted.text) - len(quoted.text.lstrip())
    return quoted.layout.paragraph(start) if start < len(quoted.text) else None


def is_in_speech(setting: Setting, text: str, paragraph: Span) -> bool:
    """Tell whether a paragraph belongs to a speech: notes in brackets and what is far behind its beginning do not."""
    near = setting.start <= paragraph.start < setting.start + _LONGEST_SPEECH
    return near and text[paragraph.start] not in "([#*_|>"


def answer(quoted: QuotedText, paragraph: Span) -> Setting | None:
    """
    Return whose answer a paragraph is in an interview whose questions are set in bold type or as headings.

    An answer follows a question, or stands between two.
    """
    text = quoted.text
    question = _PLAIN_QUESTION if _is_interview(text) else _QUESTION
    asked = text.rfind("?", max(0, paragraph.start - _LONGEST_ANSWER), paragraph.start) >= 0
    if not asked or question.fullmatch(text, *paragraph):
        return None
    before, steps = quoted.layout.before(paragraph), 0
    while before is not None and steps < _FARTHEST and not question.fullmatch(text, *before):
        before, steps = quoted.layout.before(before), steps + 1
    if before is None or not question.fullmatch(text, *before):
        return None
    own = question is _PLAIN_QUESTION and _FIRST_PERSON.search(text, *paragraph)
    if steps and not own and not _DASH.match(text, paragraph.start) and not _is_followed(quoted, paragraph, question):
        return None
    introduction = before
    for _ in range(_FARTHEST):
        earlier = quoted.layout.before(introduction)
        if earlier is None:
            break
        introduction = earlier
        if _HEADED.match(text, earlier.start):
            held = [k.name for k in persons_named(text, *earlier) if k.office and " " in k.name]
            if held:
                return Setting(held[-1], earlier.start)  # "Interview of Nordnews with H.E. Mr. Bo Dahl,"
    firms = known_words().no_surnames | known_words().bodies | known_words().routes
    while introduction != before:
        found = phrases_for_persons(text, tokens(text, introduction.start, introduction.end), 0)
        names = [p.text for p in found if p.kind == "name" and p.text.split()[-1].lower().rstrip(".") not in firms]
        after = quoted.layout.after(introduction)
        if names or after is None:
            return Setting(nominative(text, names[0], introduction.start), introduction.start) if names else None
        introduction = after
    return None


@lru_cache(maxsize=2)
def _is_interview(text: str) -> bool:
    """Tell whether a text opens as an interview whose questions are paragraphs without any sign: "We" answers them."""
    opens = text[:_OPENING]
    headed = _HEADED_LINE.search(text, 0, _FARTHEST_HEADING) is not None
    if (_INTERVIEW.search(opens) is None and not headed) or _QUESTION.search(text) is not None:
        return False
    lines = [line.strip() for line in text[:_LONGEST_SPEECH].split("\n")]
    asked = sum(_PLAIN_QUESTION.fullmatch(line) is not None for line in lines)
    named = _THIS_INTERVIEW.search(opens) is not None and asked > 0
    if headed and asked:
        return True
    own = len(_FIRST_PERSON.findall(_QUOTED.sub("", text)))
    return (named or asked >= _FEWEST_QUESTIONS) and own >= _FEWEST_FIRST_PERSON


def _is_followed(quoted: QuotedText, paragraph: Span, question: re.Pattern[str]) -> bool:
    """Tell whether another question comes behind a paragraph."""
    after = quoted.layout.after(paragraph)
    for _ in range(_FARTHEST):
        if after is None:
            return False
        if question.fullmatch(quoted.text, *after):
            return True
        after = quoted.layout.after(after)
    return False


def asks(quoted: QuotedText, paragraph: Span) -> bool:
    """Tell whether a turn ends in a question, is a short one that opens with it, or turns to somebody by title."""
    if quoted.text[paragraph.end - 1] == "?" or BY_TITLE.match(quoted.text, *paragraph):
        return True
    short = paragraph.end - paragraph.start < _LONGEST_QUESTION
    dash = short and _QUESTION_DASH.match(quoted.text, paragraph.start) is not None
    return dash and quoted.text[quoted.layout.sentences(paragraph)[0].end - 1] == "?"


def is_addressed(quoted: QuotedText, paragraph: Span) -> bool:
    """Tell whether a turn is a question to somebody: "– Как вы оцениваете проект?"."""
    named = BY_FIRST_NAMES.match(quoted.text, *paragraph) or BY_TITLE.match(quoted.text, *paragraph)
    return asks(quoted, paragraph) and (named is not None or _YOU.search(quoted.text, *paragraph) is not None)
