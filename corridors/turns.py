"""Speakers shown by the layout: labels of a transcript, quoted mail, dashes of a dialogue, "As he said:"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from corridors import han
from corridors.inflected import nominative
from corridors.labels import is_initial, is_person, is_question, label, label_alone
from corridors.openings import phrases_for_persons
from corridors.people import persons_named
from corridors.quotations import QuotedText
from corridors.sayings import Attribution
from corridors.sentences import LIST_MARKERS, Span
from corridors.settings import BY_FIRST_NAMES, BY_TITLE, announced, answer, asks, is_addressed, is_in_speech, speech
from corridors.tokens import tokens
from corridors.tongues import tongue
from corridors.transcripts import Transcript, transcript

_FARTHEST, _FARTHEST_LABEL, _FEWEST_TURNS, _MOST_PLAIN, _LONGEST_INITIALS = 8, 32, 3, 2, 5
_LONGEST_TAIL, _LONGEST_INTRODUCTION, _NEIGHBOURHOOD, _STEM, _NOT_FAR = 30, 160, 20_000, 4, 1_500
_POINT = re.compile(r"\(?[a-z0-9ivx]{1,4}\)\s")
_HAN_FIRST_PERSON = re.compile("我(?!国|國)|中方|咱们")
_HAN_SAID = re.compile("(?:说|表示|指出|称|認為|认为|強調|强调)[，：:,]")
_TURKISH = re.compile("[ığşİ]")
_MARKED = re.compile(rf"{_POINT.pattern}|[\[(]?\d{{1,2}}:\d\d")
_SPANISH = r"—(?=[¿¡«]?[^\W\d_a-z])"  # "—¿Está listo?"
_DASH = re.compile(rf"[—–]\s|{_SPANISH}|-\s?(?=[^\W\d_a-z])")
_DASH_BEFORE, _PARTING_DASH = re.compile(r"[\s,.!?…](?:[—–-]\s+|—)\Z"), re.compile(r"\s[—–-]\s|—[.,;:]?\s")
_ANY_DASH = re.compile(rf"[—–-]\s|{_SPANISH}")
_REMARK = re.compile(r"\[(?!End\b)[^\[\]\n]+\]\.?")  # "[The President spoke briefly to the interpreter.]"
_RULE = re.compile(r"(?m)^[ \t]*(?:[-*_=–—~#][ \t]?){3,}$")
_PRESS = re.compile(r"(?i)\b(?:(?:press|news|media) (?:conference|briefing|availability)|(?:daily|regular) briefing)")
_FAQ = re.compile(r"\bFAQs?\b|\b[Ff]requently [Aa]sked [Qq]uestions\b")
_TITLE = re.compile(r"[^\n]{20,140}[^\s.?!…:;,”\"»*_]")
_OWN = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b")
_ELSEWHERE = ("Elsewhere,", "Meanwhile,")


class Turn(NamedTuple):
    """
    Whose turn a paragraph is: a name as it stands in the text or an attribution to be led back; or nobody named.

    `asked` marks the question of an interviewer without a name, who is the author of the text, `press` that of one of
    many journalists, who is not.
    """

    name: str | None
    attribution: Attribution | None = None
    before: int = 0
    asked: bool = False
    press: bool = False


class Turns:
    """
    The turns of the speakers in one text, as far as its layout shows them.

    Parameters
    ----------
    quoted
        The text with its quotations.
    outside
        Returns the attributions of a stretch of a paragraph that stand outside quotation marks.
    """

    def __init__(self, quoted: QuotedText, outside: Callable[[Span, Span], list[Attribution]]) -> None:
        self._text, self._quoted, self._outside = quoted.text, quoted, outside
        self._transcripts: dict[int, Transcript] = {}
        self._speech = speech(quoted)

    def turn(self, paragraph: Span, at: Span, *, quoted: bool) -> Turn | None:
        """
        Return whose turn it is at a place, None where the layout does not tell.

        Parameters
        ----------
        paragraph, at
            The paragraph and the place in it.
        quoted
            Whether the place lies between quotation marks.
        """
        if (found := self._labelled(paragraph, at)) is not None:
            return found
        if (labelled := self._han(paragraph)) is not None:
            return None if self._is_reported(paragraph, at) else labelled
        if self._speech is not None and is_in_speech(self._speech, self._text, paragraph):
            return Turn(self._speech.name, None, self._speech.start)
        if quoted:
            return None
        if (introduced := self._introduced(paragraph) or self._asked(paragraph, at)) is not None:
            return Turn(None, introduced)
        if (answered := answer(self._quoted, paragraph)) is not None:
            return Turn(answered.name, None, answered.start)
        return self._parted_by_dashes(paragraph, at) or self._dashed(paragraph) or self._said_behind_dash(paragraph)

    def _is_reported(self, paragraph: Span, at: Span) -> bool:
        """Tell whether a Chinese journalist's question reports somebody's words: "有记者问：据报道，李文称，…"."""
        if not han.is_question(self._text, paragraph):
            return False
        found = self._outside(paragraph, self._quoted.sentence(paragraph, at))
        return any(a.end <= at.start and a.kind != "pronoun" for a in found)

    def _han(self, paragraph: Span) -> Turn | None:
        """Read the Chinese label of a paragraph, or of one before it: this one says "we", or an answer goes on."""
        here: Span | None = paragraph if han.stands_in(self._text, paragraph) else None
        plain = False
        for _ in range(_FARTHEST):
            if here is None:
                return None
            behind = self._quoted.layout.after(here) if here == paragraph else None
            if behind is not None and (signed := han.signature(self._text, behind)) is not None:
                return Turn(signed, None, behind.start)
            if (found := han.label(self._text, here)) is not None:
                if here == paragraph and (journalist := han.asking(self._text, here)) is not None:
                    return Turn(journalist, None, here.start)
                name = found.name or (None if found.asks else han.spokesperson(self._text, here.start))
                before = self._quoted.layout.before(here) if plain else None
                if plain and (found.asks or before is None or not han.is_question(self._text, before)):
                    return None
                return Turn(name, None, here.start, found.asks)
            if _HAN_SAID.search(self._text, *here) or han.is_told(self._text, here):
                return None
            plain |= _HAN_FIRST_PERSON.search(self._text, *here) is None
            here = self._quoted.layout.before(here)
        return None

    def _parted_by_dashes(self, paragraph: Span, at: Span) -> Turn | None:
        """Read "- We build a route. - said the Speaker Ann Lee. - It is long": who says it stands between dashes."""
        if not _ANY_DASH.match(self._text, paragraph.start):
            return None
        inserted: list[Attribution] = []
        for sentence in self._quoted.layout.sentences(paragraph):
            for found in self._outside(paragraph, sentence):
                opens = _DASH_BEFORE.search(self._text, max(paragraph.start + 2, found.start - 4), found.start)
                closes = _PARTING_DASH.search(self._text, found.end, sentence.end)
                end = closes.start() if closes else sentence.end
                if opens is None or found.according:
                    continue
                if found.start <= at.start < end:
                    return None
                inserted.append(found)
        return Turn(None, next((a for a in inserted if a.start > at.start), inserted[-1])) if inserted else None

    def _said_behind_dash(self, paragraph: Span) -> Turn | None:
        """Read "– We are ready, the President stated.": speech that a dash opens and its verb of saying closes."""
        if not _ANY_DASH.match(self._text, paragraph.start):
            return None
        around = (self._quoted.layout.before(paragraph), self._quoted.layout.after(paragraph))
        if any(other and _ANY_DASH.match(self._text, other.start) for other in around):
            return None
        abroad = self._text[paragraph.start] in "–—" and tongue(self._text, paragraph) is not None
        for sentence in self._quoted.layout.sentences(paragraph)[None if abroad else -1 :]:
            found = [a for a in self._outside(paragraph, sentence) if not a.according]
            if not found or self._text[sentence.start : found[-1].start].rstrip(" —–-")[-1:] not in tuple(",?!»"):
                continue
            if len(self._text[found[-1].end : sentence.end].strip(" .")) < _LONGEST_TAIL:
                return Turn(None, found[-1])
        return None

    def _is_behind_quote(self, paragraph: Span, begin: int, at: Span) -> bool:
        """Tell whether words in marks behind a label end before a place: "Minister Ann Lee: “We came.” She left"."""
        if self._text[begin : begin + 2].lstrip()[:1] not in ('"', "“", "«", "„"):
            return False
        first = next(iter(self._quoted.from_mark(paragraph, begin)), None)
        return first is not None and first.start <= begin + 1 and first.closed and first.end <= at.start

    def _labelled(self, paragraph: Span, at: Span) -> Turn | None:
        """Return the speaker whose label opens this paragraph of a transcript or the nearest before it."""
        shown = self._near(at)
        if not shown.labelled or self._text.startswith(_ELSEWHERE, paragraph.start):
            return None
        here: Span | None = paragraph
        for _ in range(_FARTHEST_LABEL):
            if here is None or (self._text[here.start] in "#([" and not _MARKED.match(self._text, here.start)):
                if here is None or here == paragraph or not _REMARK.fullmatch(self._text, *here):
                    return None
                here = self._quoted.layout.before(here)
                continue
            if here != paragraph and _RULE.search(self._text, here.end, at.start):
                return None  # what stands below a rule is another text
            if here != paragraph and (alone := label_alone(self._text, here, bare=shown.members, apart=shown.apart)):
                return Turn(alone, None, here.start, self._text.startswith("asked ", paragraph.start))
            if found := label(self._text, here, handles=shown.handles, singles=shown.singles):
                who, begin = found
                if self._quoted.layout.before(here) is None and _TITLE.fullmatch(self._text, *here):
                    return None  # "Ambassador: Norway backs the corridor", a heading
                if at.start < begin or (here == paragraph and self._is_behind_quote(paragraph, begin, at)):
                    return None
                asks = is_question(who)
                worded = asks and len(who) >= _LONGEST_INITIALS  # "Question:" is of a transcript, "Q:" of an article
                if is_initial(who):
                    name = who if worded and who.isupper() else None if asks else self._introduced_person(here)
                else:
                    name = self._written_out(who, here)
                if name is None and _FAQ.search(self._text, max(0, here.start - _NEIGHBOURHOOD), here.start):
                    return None  # nobody speaks
                asks &= not worded
                return Turn(name, None, here.start, asks, asks and self._meets_press(here))
            if not shown.carries:
                return None
            here = self._quoted.layout.before(here)
        return None

    def _near(self, at: Span) -> Transcript:
        """Return whether labels open the paragraphs around a place."""
        near = at.start // _NEIGHBOURHOOD
        if near not in self._transcripts:
            self._transcripts[near] = transcript(self._text, near * _NEIGHBOURHOOD + _NEIGHBOURHOOD // 2)
        return self._transcripts[near]

    def _meets_press(self, question: Span) -> bool:
        """Tell whether a question is one of those at a press conference, as "Q    Thank you" without a colon is."""
        return self._text.startswith("Q ", question.start) or any(
            _PRESS.search(self._text, *here) is not None for here in self._introduction(question)
        )

    def _written_out(self, who: str, answer: Span) -> str:
        """Return the name that a label such as "MHT" abbreviates, if it is that of the person introduced first."""
        if not 1 < len(who) < _LONGEST_INITIALS or not who.isalpha() or not who.isupper():
            return who
        spelt = r"(?:^|\n)[*_]{0,3}(" + r" ".join(rf"{letter}[\w’'-]+" for letter in who) + r")[*_]{0,3}:"
        named = re.search(spelt, self._text[max(0, answer.start - _NEIGHBOURHOOD) : answer.start])
        return self._introduced_person(answer, who) or (named[1] if named else who)

    def _introduced_person(self, answer: Span, initials: str = "") -> str | None:
        """Return the person, of certain initials if any, that the text names first before the turns begin."""
        names = [name for here in self._introduction(answer) for name in self._named(here, first=not initials)]
        return next((n for n in names if not initials or sorted(initials) == sorted(w[0] for w in n.split())), None)

    def _named(self, introducing: Span, *, first: bool) -> list[str]:
        """Return the persons that a paragraph before the turns names; the first with an office alone where asked."""
        heading = first and introducing.end - introducing.start < _LONGEST_INTRODUCTION
        if heading and (name := announced(self._text, introducing)) is not None:
            held = any(k.office and k.name == name for k in persons_named(self._text, *introducing))
            if held or " " in name:
                return [name]  # "Spokesperson Lee's answer to a question"
        found = phrases_for_persons(self._text, tokens(self._text, introducing.start, introducing.end), 0)
        return [phrase.text for phrase in found if phrase.kind == "name" and " " in phrase.text]

    def _introduction(self, turn: Span) -> list[Span]:
        """Return the paragraphs before the first label, those at the head of the text where the turns are many."""
        found: list[Span] = []
        here = self._quoted.layout.before(turn)
        for _ in range(_FARTHEST_LABEL):
            if here is None:
                return found
            found = [] if label(self._text, here) else [here, *found]
            here = self._quoted.layout.before(here)
        start = len(self._text) - len(self._text.lstrip())
        head, found = self._quoted.layout.paragraph(start), []
        for _ in range(_FARTHEST):
            if label(self._text, head) or (after := self._quoted.layout.after(head)) is None:
                break
            found, head = [*found, head], after
        return found

    def _introduced(self, paragraph: Span) -> Attribution | None:
        """Return the attribution of "As he said:" where a paragraph without marks, or quoted mail, is set off by it."""
        before = self._quoted.previous(paragraph)
        if self._text[paragraph.start] == ">":
            for _ in range(_FARTHEST):
                if before is None or self._text[before.start] != ">":
                    break
                before = self._quoted.previous(before)
        elif LIST_MARKERS.match(self._text, paragraph.start) or _POINT.match(self._text, paragraph.start):
            return None
        elif _TURKISH.search(self._text, *paragraph):
            before = self._colon_before(paragraph)
        elif self._text.rfind(":\n", max(0, paragraph.start - _NOT_FAR), paragraph.start) >= 0:
            before = self._colon_before(paragraph, own=True) or before
        if before is None or self._text[before.end - 1] != ":":
            return None
        last = self._quoted.layout.sentences(before)[-1]
        found = self._outside(before, last)
        if not found or last.end - last.start > _LONGEST_INTRODUCTION:
            return None
        return found[-1] if len(self._text[found[-1].end : last.end].strip(" :")) < _LONGEST_TAIL else None

    def _asked(self, paragraph: Span, at: Span) -> Attribution | None:
        """Read "A reporter asked: When will it open?" before an answer with a label: the words of a transcript too."""
        first = self._quoted.layout.sentences(paragraph)[0]
        colon = self._text.find(": ", first.start, min(at.start, first.end))
        after, shown = self._quoted.layout.after(paragraph), self._near(at)
        if colon < 0 or not shown.labelled or after is None or not label(self._text, after, singles=shown.singles):
            return None
        found = self._outside(paragraph, Span(first.start, colon))
        return found[-1] if found and found[-1].end > colon - _LONGEST_TAIL else None

    def _colon_before(self, paragraph: Span, *, own: bool = False) -> Span | None:
        """Return the paragraph that ends in a colon, behind which none names anybody who speaks, and each says "we"."""
        here: Span | None = paragraph
        for _ in range(_FARTHEST):
            if (
                here is None
                or (own and not _OWN.search(self._text, *here))
                or self._outside(here, here)
                or any(q.start == here.start for q in self._quoted.marks(here))
            ):
                return None
            here = self._quoted.previous(here)
            if here is not None and self._text[here.end - 1] == ":":
                return here
        return None

    def listed(self, paragraph: Span) -> Attribution | None:
        """Return the attribution of "The Parties agreed:" before the points of a list that a paragraph is one of."""
        before: Span | None = paragraph
        for _ in range(_FARTHEST):
            if before is None or not (
                LIST_MARKERS.match(self._text, before.start) or _POINT.match(self._text, before.start)
            ):
                break
            before = self._quoted.previous(before)
        if before is None or before == paragraph or self._text[before.end - 1] != ":":
            return None
        found = self._outside(before, self._quoted.layout.sentences(before)[-1])
        return found[-1] if found else None

    def _dashed(self, paragraph: Span) -> Turn | None:
        """Read a dialogue whose turns begin with dashes: who asks is not named, who answers was introduced before."""
        own = self._spoken(paragraph)
        if own is None or (own != paragraph and self._spoken_behind(paragraph) is None):
            return None
        asked, turns, first = asks(self._quoted, own), 1, own
        before, after = self._dash_before(own), self._spoken_behind(paragraph)
        for _ in range(_FARTHEST):
            if before is None:
                break
            asked, turns, first = asked or asks(self._quoted, before), turns + 1, before
            before = self._dash_before(before)
        for _ in range(_FEWEST_TURNS):
            if after is None:
                break
            asked, turns, after = asked or asks(self._quoted, after), turns + 1, self._spoken_behind(after)
        if not asked or (turns < _FEWEST_TURNS and not is_addressed(self._quoted, first)):
            return None
        if asks(self._quoted, own):
            return Turn(None, asked=True) if own == paragraph else None
        before, names = first, list[str]()
        for _ in range(_FEWEST_TURNS):  # "Here is the interview:" may stand between
            earlier = self._quoted.layout.before(before)
            if earlier is None or names:
                break
            before = earlier
            toks = tokens(self._text, before.start, before.end)
            held = [k.name for k in persons_named(self._text, *before) if k.office and " " in k.name]
            found = [phrase for phrase in phrases_for_persons(self._text, toks, 0) if phrase.kind == "name"]
            named = [p.text for p in found if is_person(p.text)]  # not "the Institute of Economic Policy"
            names = [next((h for h in held if n.endswith(f" {h}")), n) for n in named] or held
        if not names and (titled := BY_TITLE.match(self._text, *first)):
            names = [titled[1]]
        addressed = BY_FIRST_NAMES.match(self._text, *first)
        same = rf"\b{addressed[1][:_STEM]}\w{{0,6}} [А-ЯЁ]\w+" if addressed else ""
        met = re.search(same, self._text[before.start : first.start]) if same else None
        who = met[0] if met else next(iter(names), None)  # "… met Oleg Belov", asked as Oleg Petrovich
        return Turn(nominative(self._text, who, first.start) if who else None, None, first.start)

    def _spoken(self, paragraph: Span) -> Span | None:
        """Return the paragraph with a dash that one is, or that it goes on from."""
        here: Span | None = paragraph
        for _ in range(_MOST_PLAIN + 1):
            if here is None or _DASH.match(self._text, here.start):
                return here
            here = self._quoted.layout.before(here)
        return None

    def _dash_before(self, paragraph: Span) -> Span | None:
        before = self._quoted.layout.before(paragraph)
        return self._spoken(before) if before else None

    def _spoken_behind(self, paragraph: Span) -> Span | None:
        """Return the next paragraph with a dash, not far behind."""
        here = self._quoted.layout.after(paragraph)
        for _ in range(_MOST_PLAIN + 1):
            if here is None or _DASH.match(self._text, here.start):
                return here
            here = self._quoted.layout.after(here)
        return None
