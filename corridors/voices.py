"""
Who speaks where a mention stands, and whether in his own words.

Only the paragraph of a mention is read, and those before it that a pronoun, an office or a quotation over several
paragraphs leads back to.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from corridors import han
from corridors.going import GoingOn
from corridors.headings import is_region, quoted_by
from corridors.hearing import Hearing
from corridors.labels import heading_label, heading_speaker, label, leader
from corridors.offices import is_proper
from corridors.openings import lead
from corridors.phrases import is_office
from corridors.quotations import Quotation, QuotedText, follows_word, is_edited
from corridors.reach import closes, inverted, is_topic, leads_up, outer
from corridors.sayings import Attribution
from corridors.sentences import Span
from corridors.signatures import shouted_within, signed
from corridors.speakers import THAT
from corridors.tokens import tokens
from corridors.tongues import Tongue, is_reported, onward, points_back, said_on
from corridors.turns import Turns

_FARTHEST, _LONGEST_LEAD, _LONGEST_REACH, _LONGEST_TAIL = 8, 8, 500, 30
_FEWEST_TOKENS, _LONGEST_INTRODUCTION, _MOST_BEHIND, _MOST_BELOW = 9, 160, 2, 4
_SPOKEN_OF = re.compile(r"\s(?:को लेकर|के बारे में)\s")  # what a statement is about
_PAUSES = frozenset((",", ", —", ", –", "–", "—"))
_ASKED = ("Asked ", "When asked ")


class Voices:
    """
    The speakers of one text.

    Parameters
    ----------
    quoted
        The text with its quotations.
    """

    def __init__(self, quoted: QuotedText) -> None:
        self.text = quoted.text
        self._quoted = quoted
        self._hearing = Hearing(quoted)
        self._going_on = GoingOn(quoted, self._hearing)
        self._turns = Turns(quoted, self._hearing.outside)

    def speaker(self, paragraph: Span, at: Span, inside: Quotation | None) -> tuple[str | None, bool]:
        """
        Return who says what stands at a place, None for the author, and whether in his own words.

        Parameters
        ----------
        paragraph, at
            The paragraph and the place in it.
        inside
            The quotation around the place, if any.
        """
        if is_edited(self.text, paragraph, at):
            return None, False
        if inside and not self._is_all_of(inside, at):  # not the “Trump Route”
            beside = self._beside(paragraph, inside)
            if self._quoted.is_speech(inside, beside is not None) or self._is_broken(paragraph, inside, beside):
                around = self._turns.turn(paragraph, at, quoted=True) if beside is None else None
                if around and around.name and not around.name.startswith("the "):
                    return self._hearing.people.full(around.name, around.before), True
                who = self._quotation_speaker(paragraph, inside, beside)
                end = Span(inside.end - 1, inside.end)
                return who or self._stated_behind(paragraph, self._quoted.sentence(paragraph, end)), True
        elif not inside and self._quoted.is_carried(paragraph):
            return self._earlier_speaker(paragraph) or self._hearing.last(paragraph.start), True
        if (turn := self._turns.turn(paragraph, at, quoted=inside is not None)) is not None:
            if turn.attribution:
                return self._hearing.who(turn.attribution), True
            if turn.press:  # who asks is not named; whose words he takes up may be
                return self._reporting_speaker(paragraph, at, inside), True
            if turn.name and turn.name.startswith("the "):  # "Remarks by the President"
                who = self._heading_name(turn.name[4:], turn.before)
                return who if who != turn.name[4:] else turn.name, not turn.asked
            return self._hearing.people.full(turn.name, turn.before) if turn.name else None, not turn.asked
        heading = heading_speaker(self.text, paragraph)
        if heading and at.end <= heading[1] and not is_region(self.text, paragraph, heading):
            return self._heading_name(heading[0], at.start), False
        opened = None if self._fills(inside, at) else heading_label(self.text, paragraph)
        if opened and at.start >= opened[1] and (known := self._hearing.known_person(opened[0], at.start)) is not None:
            return known if "." in opened[0] else self._heading_name(opened[0], at.start), False
        if (who := quoted_by(self._quoted, self._hearing.outside, paragraph, at)) is not None:
            return self._heading_name(who, at.start), False
        if (office := han.heading(self.text, paragraph)) is not None:
            return self._hearing.holder_behind(paragraph, han.office_of(office)) or office, False
        return self._reporting_speaker(paragraph, at, inside), False

    def _is_all_of(self, inside: Quotation, at: Span) -> bool:
        """Tell whether a mention is all that stands between marks, within a sentence that goes on to it or from it."""
        behind = self.text[inside.end : inside.end + 2].lstrip(" ")[:1] if inside.closed else ""
        joined = inside.inner.end == at.end and (behind == "(" or (behind.isalpha() and not behind.isupper()))
        return self._fills(inside, at) and (joined or follows_word(self.text, inside.start))

    def _fills(self, inside: Quotation | None, at: Span) -> bool:
        """Tell whether a mention is all that stands between marks."""
        inner = self.text[inside.inner.start : inside.inner.end].strip(" ,.") if inside else ""
        return inner == self.text[at.start : at.end]

    def _is_broken(self, paragraph: Span, inside: Quotation, beside: Attribution | None) -> bool:
        """Tell whether a quotation goes on behind who says it: "„Die Passage“, sagt Natke, „war leer“"."""
        if beside is None or self.text[inside.end : beside.start].strip(" ,–—-") or beside.start < inside.end:
            return False
        following = next(iter(self._quoted.from_mark(paragraph, inside.end)), None)
        return following is not None and self.text[beside.end : following.start].strip() in _PAUSES

    def _heading_name(self, name: str, offset: int) -> str:
        """Return the person that a heading's last words mean, an office led back to who holds it."""
        toks = tokens(name, 0, len(name))
        if not name.isascii() and (written := self._hearing.written_out(name, offset)) is not None:
            return written
        office = frozenset(token.low for token in toks if token.is_word) if is_office(toks[-1]) else frozenset()
        if office and (who := self._hearing.people.holder(office, offset)):
            return who
        if office and (who := self._first_named(self._quoted.layout.paragraph(offset), office)):
            return who
        return self._hearing.people.full(name, offset)

    def _first_named(self, paragraph: Span, office: frozenset[str]) -> str | None:
        """Return who is named first as speaking behind a heading, if an office may mean him: "…: official"."""
        after = self._quoted.layout.after(paragraph)
        for _ in range(_MOST_BELOW):
            if after is None:
                return None
            sentences = self._quoted.layout.sentences(after)[:_MOST_BELOW]
            for attribution in (a for sentence in sentences for a in self._hearing.outside(after, sentence)):
                who = self._hearing.who(attribution) if attribution.kind in ("name", "office") else None
                named = who is not None and is_proper(who) and not is_office(tokens(who, 0, len(who))[-1])
                sure = named and not attribution.according
                if who is not None and sure and self._hearing.people.may_mean(who, office, attribution.at):
                    return who
            after = self._quoted.layout.after(after)
        return None

    def _beside(self, paragraph: Span, quotation: Quotation) -> Attribution | None:
        """Return the attribution in the sentence that a quotation opens or closes in."""
        if self._hearing.tongue(paragraph) is not None:
            return self._beside_abroad(paragraph, quotation)
        text = self.text
        if quotation.opened:
            opening = self._quoted.sentence(paragraph, Span(quotation.start, quotation.start + 1))
            lead_start = max(opening.start, quotation.start - _LONGEST_REACH)
            before = self._hearing.outside(paragraph, Span(lead_start, quotation.start))
            if before:
                return outer(text, before, [])
            if (found := label(text, Span(paragraph.start, quotation.start + 1))) and found[1] >= quotation.start - 2:
                kind = "office" if is_office(tokens(found[0], 0, len(found[0]))[-1]) else "name"  # Mayor: “…”
                return Attribution(paragraph.start, found[1], found[0], paragraph.start, kind)  # Ann Lee: “…”
            if introducing := self._lead(Span(lead_start, quotation.start)):
                return introducing
        if not quotation.closed:
            return self._beside_unclosed(paragraph)
        closing = self._quoted.sentence(paragraph, Span(quotation.end - 1, quotation.end))
        ended = text[quotation.inner.start : quotation.inner.end].rstrip(" ’'”»")
        if ended.endswith(("?", "!", "…")) and closing.end == quotation.end:
            following = next((s for s in self._quoted.layout.sentences(paragraph) if s.start >= quotation.end), None)
            if following and self._only_tells_who(following):
                closing = following
        after = self._hearing.outside(paragraph, Span(quotation.end, min(closing.end, quotation.end + _LONGEST_REACH)))
        return after[0] if after else signed(self._quoted, paragraph, quotation.end)

    def _only_tells_who(self, sentence: Span) -> bool:
        """Tell whether a sentence behind a quotation is short, or ends in its verb of saying."""
        if len(tokens(self.text, sentence.start, sentence.end)) <= _FEWEST_TOKENS:
            return True
        said = self._hearing.said(sentence)
        return bool(said) and said[0].end >= sentence.end - 1 and sentence.end - sentence.start < _LONGEST_INTRODUCTION

    def _lead(self, span: Span) -> Attribution | None:
        """Read who words that end in a colon tell of: "The director, Ann Lee, avoids comparisons: “…”"."""
        words = self.text[span.start : span.end].rstrip(" *_\n\t")
        if not words.endswith(":"):
            return None
        start = span.start + words.rfind("(") + 1
        found = lead(self.text, tokens(self.text, start, span.start + len(words) - 1))
        return Attribution(start, span.end, found.text, found.start, found.kind) if found else None

    def _beside_abroad(self, paragraph: Span, quotation: Quotation) -> Attribution | None:
        """Return the attribution nearest to a quotation in another language, its sentences read as a whole."""
        if (language := self._hearing.tongue(paragraph)) is None:
            return None
        first = self._quoted.sentence(paragraph, Span(quotation.start, quotation.start + 1))
        last = self._quoted.sentence(paragraph, Span(quotation.end - 1, quotation.end))
        stretch = Span(
            max(first.start, quotation.start - _LONGEST_REACH), min(last.end, quotation.end + _LONGEST_REACH)
        )
        found = self._hearing.abroad(paragraph, stretch, language)
        within = [a for a in found if quotation.start < a.start and a.end < quotation.end]
        if within:
            return within[0]
        after = next((a for a in found if a.end > quotation.end), None)
        before = [a for a in found if a.end <= quotation.start + 1]
        if after and (not before or after.start - quotation.end < _LONGEST_TAIL):
            return after
        if before:
            return before[-1]
        following = next((s for s in self._quoted.layout.sentences(paragraph) if s.start >= quotation.end), None)
        alone = following and following.end - following.start <= _LONGEST_TAIL and last.end <= quotation.end + 1
        if following and alone and (behind := self._hearing.abroad(paragraph, following, language)):
            return behind[0]  # “…。”李文说。
        if quotation.closed and (signature := signed(self._quoted, paragraph, quotation.end)):
            return signature
        words = self.text[stretch.start : quotation.start].strip()
        if words.endswith((":", "：")) and words.split()[0].lower() not in language.openers:
            name = leader(words.strip(" :："), language)
            return Attribution(stretch.start, quotation.start, name, stretch.start, "office", False, words)
        return None

    def _beside_unclosed(self, paragraph: Span) -> Attribution | None:
        """Return the attribution that ends a paragraph whose quotation was never closed, by a slip of the pen."""
        after = self._quoted.layout.after(paragraph)
        if after and (self._quoted.goes_on(after) or self._quoted.is_elision(after)):
            return None
        last = self._quoted.layout.sentences(paragraph)[-1]
        for attribution in reversed(self._hearing.said(last)):
            before = self.text[last.start : attribution.start].rstrip(' \n"“”')
            if before.endswith(",") and len(self.text[attribution.end : last.end].strip(" .")) < _LONGEST_TAIL:
                return attribution
        return None

    def _quotation_speaker(self, paragraph: Span, quotation: Quotation, beside: Attribution | None) -> str | None:
        if beside:
            return self._hearing.who(beside)
        if (shouted := shouted_within(self._quoted, paragraph, quotation)) is not None:
            return self._hearing.people.full(shouted, quotation.start)
        marks = self._quoted.marks(paragraph)
        number = marks.index(quotation)
        for other in (*reversed(marks[:number]), *marks[number + 1 :]):
            if attribution := self._beside(paragraph, other):
                return self._hearing.who(attribution)
        if not quotation.closed and (who := self._later_speaker(paragraph)):
            return who
        if quotation.start == paragraph.start and self._follows_speech(paragraph):
            return self._earlier_speaker(paragraph) or self._hearing.last(quotation.start)
        return self._hearing.last(quotation.start)

    def _follows_speech(self, paragraph: Span) -> bool:
        """Tell whether the paragraph before one introduces a quotation, or is somebody's words itself."""
        before = self._quoted.previous(paragraph)
        if before is None:
            return False
        if self.text[before.end - 1] == ":":
            return True
        speech = any(self._quoted.is_speech(q, True) for q in self._quoted.marks(before))
        return speech or any(a.kind != "joint" for a in self._hearing.outside(before, before))

    def _later_speaker(self, paragraph: Span) -> str | None:
        """Return who is named where a quotation over several paragraphs ends."""
        after = self._quoted.layout.after(paragraph)
        for _ in range(_FARTHEST):
            if after is None:
                return None
            found = self._quoted.marks(after)
            elided = self._quoted.is_elision(after) or self._quoted.is_carried(after)
            if found and (found[0].start == after.start or not found[0].opened):
                if found[0].closed:
                    attribution = self._beside(after, found[0])
                    return self._hearing.who(attribution) if attribution else None
            elif found or not elided:
                return None
            after = self._quoted.layout.after(after)
        return None

    def _earlier_speaker(self, paragraph: Span) -> str | None:
        """Return who speaks in the paragraphs before one whose quotation goes on or names nobody."""
        before = self._quoted.previous(paragraph)
        for _ in range(_FARTHEST):
            if before is None:
                return None
            found = [] if self._quoted.is_carried(before) else self._hearing.outside(before, before)
            if found:
                return self._hearing.who(found[-1])
            if introducing := self._lead(self._quoted.layout.sentences(before)[-1]):
                return self._hearing.who(introducing)
            before = self._quoted.previous(before)
        return None

    def _reporting_speaker(self, paragraph: Span, at: Span, inside: Quotation | None) -> str | None:
        """Return who is reported to have said the sentence that a mention stands in."""
        sentence = self._quoted.sentence(paragraph, at)
        if sentence.end - sentence.start > 4 * _LONGEST_REACH:
            sentence = Span(max(sentence.start, at.start - _LONGEST_REACH), min(sentence.end, at.end + _LONGEST_REACH))
        language = self._hearing.tongue(paragraph)
        if language is not None and language.name == "hindi" and _SPOKEN_OF.match(self.text, at.end):
            return None
        found = self._hearing.outside(paragraph, sentence)
        earlier = [attribution for attribution in found if attribution.end <= at.start]
        around = [a for a in found if not (a.start < at.start and at.end <= a.end)]  # "according to a study of the NSR"
        later = [a for a in around if a.according or (a.start >= at.end and closes(self.text, a, at, sentence))]
        if language is not None and language.name in ("turkish", "hindi", "persian"):  # the verb ends the sentence
            if language.name == "turkish":
                earlier = [attribution for attribution in earlier if attribution.according]
            later = [attribution for attribution in found if attribution.start >= at.end]
            if language.name == "persian":  # what stands before "گفت:" only tells where it was said
                later = [a for a in later if self.text[a.end : a.end + 2].strip()[:1] != ":"]
                later = [a for a in later if not self.text.startswith("با ", a.start)]
        elif language is not None:
            later = [a for a in found if a.start >= at.end and closes(self.text, a, at, sentence)]
        if not earlier and not later and found and language is None and leads_up(self.text, sentence, at, found[0]):
            later = found[:1]
        if not earlier and self.text.startswith(_ASKED, sentence.start):
            return None  # "Asked whether it pays, she replied": the question is not hers
        if earlier and language is None and is_topic(self.text, earlier[-1], at):
            return None
        if earlier and not later and self._names_only(sentence, at, earlier, language):
            return None
        if earlier or later:
            teller = outer(self.text, earlier, later)
            if language is not None and " " not in teller.phrase and (told := self._stated_behind(paragraph, sentence)):
                return told  # "Россия отмечает прогресс. Об этом заявил …"
            if teller.deed and (told := self._stated_behind(paragraph, sentence)):
                return told  # "Both sides hope to sail. This according to the minister"
            return self._hearing.who(teller)
        topic = inside and inside.end >= paragraph.end and self._fills(inside, at)  # "China: “Polar Silk Road”"
        if inside and not topic and (introducing := self._lead(Span(sentence.start, inside.start))):
            return self._hearing.who(introducing)
        if language is not None:
            if is_reported(self.text[sentence.start : sentence.end], language):
                return self._hearing.last(sentence.start)
            goes_on = self._going_on.behind_verb(paragraph, sentence) if language.name == "chinese" else None
            if language.name in ("persian", "arabic"):
                goes_on = self._going_on.behind_colon(paragraph, sentence)
            if goes_on is None and onward().match(self.text, *sentence):
                goes_on = self._going_on.right_behind(paragraph, sentence)  # "Это позволит …"
            return goes_on or self._stated_behind(paragraph, sentence)
        if (listed := self._turns.listed(paragraph)) is not None:
            return self._hearing.who(listed)
        return self._continued(paragraph, sentence) or self._stated_behind(paragraph, sentence)

    def _names_only(self, sentence: Span, at: Span, earlier: list[Attribution], language: Tongue | None) -> bool:
        """Tell whether a sentence only names who stated what stands before: "This was stated by Bo Dahl, who runs…"."""
        opens = points_back(language.name if language else "english").match(self.text, sentence.start) is not None
        if language and language.has_capitals:
            opens |= inverted(self.text, sentence, earlier[0], at)
        on = (said_on() if language else THAT).match(self.text, earlier[0].end, at.start)
        return opens and on is None and len(earlier) == 1

    def _stated_behind(self, paragraph: Span, sentence: Span) -> str | None:
        """Return who is said to have stated it in a sentence behind: "Minister Ann Lee said this in Baku"."""
        sentences = self._quoted.layout.sentences(paragraph)
        here = bisect_left(sentences, (sentence.end, 0))
        following = [(paragraph, span) for span in sentences[here : here + _MOST_BEHIND]]
        after = self._quoted.layout.after(paragraph)
        if len(following) < _MOST_BEHIND and after is not None:
            following.append((after, self._quoted.layout.sentences(after)[0]))
        if self.text[sentence.end - 1] == "," and len(following) == 1:  # the paragraph is cut in two
            told = self._hearing.outside(*following[0])
            return self._hearing.who(told[0]) if told and told[0].start == following[0][1].start else None
        for around, span in following:
            if (found := self._hearing.pointing_back(around, span)) is not None:
                return self._hearing.who(found)
            if self._hearing.outside(around, span):
                return None
        return None

    def _continued(self, paragraph: Span, sentence: Span) -> str | None:
        """
        Return who goes on speaking in a sentence without a verb of saying.

        He does when he is reported right before it and, by a pronoun, right behind it in the same paragraph.
        """
        sentences = self._quoted.layout.sentences(paragraph)
        here = bisect_left(sentences, (sentence.start, 0))
        if not here < len(sentences) or sentences[here] != sentence:
            return None
        if not 0 < here < len(sentences) - 1:
            return None
        behind = (self._hearing.outside(paragraph, s) for s in sentences[here + 1 : here + 3])
        before = (self._hearing.outside(paragraph, s) for s in reversed(sentences[max(0, here - 2) : here]))
        again = next((found[0] for found in behind if found), None) or self._also(sentences[here + 1])
        if not again or again.kind != "pronoun" or again.phrase.lower() not in ("he", "she"):
            return None
        first = next((found[-1] for found in before if found), None)
        who = self._hearing.who(first) if first else None
        return who if who is not None and who == self._hearing.who(again) else None

    def _also(self, sentence: Span) -> Attribution | None:
        """Read "He also spoke of ships" as a sign that he is still the speaker."""
        words = self.text[sentence.start : sentence.end].split(None, 2)
        if len(words) < 3 or words[0].lower() not in ("he", "she") or words[1] not in ("also", "further", "then"):
            return None
        return Attribution(sentence.start, sentence.start, words[0], sentence.start, "pronoun")
