"""The attributions of a text that stand outside quotation marks, and whom each of them means."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from corridors.acting import acting_before, is_several, titled_before
from corridors.antecedents import Antecedents
from corridors.arabic import holder, is_office_alone, written_out
from corridors.backward import told_alone, whose_words
from corridors.foreign import hidden, said
from corridors.han import in_full, is_question
from corridors.held import fitting, held_before, honoured, initialled, named_with, recurs, with_particle, without_office
from corridors.inflected import nominative
from corridors.lexicon import lexicon
from corridors.offices import are_countries, is_country, is_elsewhere, is_nested, is_proper, is_unnamed
from corridors.openings import opening
from corridors.people import People
from corridors.phrases import ARTICLES, LINKS, is_body, is_office, known_words, phrase_after
from corridors.quotations import QuotedText
from corridors.sayings import Attribution
from corridors.sentences import Span
from corridors.speakers import attributions, is_credit, named
from corridors.terms import is_nationality
from corridors.tokens import POSSESSIVE, tokens
from corridors.tongues import Tongue, is_english, is_generic, points_back, tongue

_FARTHEST_PARAGRAPHS, _MOST_EARLIER = 4, 24
_STEM, _SHORTEST_HEAD, _SOON = 6, 4, 24
_BODY_ENDINGS = ("ence", "ance", "enz", "encia", "ência", "enza", "ство", "ium", "ère", "erio", "ério", "ero", "rat")
_SECRETARY, _HELD_ALONE = "secretary-general", frozenset(("arabic", "hindi", "persian"))
_LONGEST_OFFICE, _DEEPEST, _MOST_OPENING, _MOST_BEHIND = 6, 6, 4, 3
_INDEFINITE = frozenset(("ein", "eine", "einer", "un", "une", "uno", "una", "um", "uma", "bir"))
_INITIALLED = re.compile(r"(?:[^\W\d_a-zа-яё]\.\s?){1,2}([^\W\d_a-zа-яё][\w-]{2,})")
_SUBJECT_MATTER = re.compile(r"(?<=\w) (?:on|about|into) .*")
_QUOTED_FIRM = re.compile(r"""["«„“](\w{4,6})""")
_LONGEST_SOURCE, _TOO_SHORT_TO_TELL = 260, 160


class Hearing:
    """
    Who says what in one text, sentence by sentence.

    Parameters
    ----------
    quoted
        The text with its quotations.
    """

    def __init__(self, quoted: QuotedText) -> None:
        self.text = quoted.text
        self.people = People(quoted.text)
        self._quoted = quoted
        self._antecedents = Antecedents(quoted, self.people, self._told, self._holder)
        self._depth = 0
        self._pointing: dict[Span, Attribution | None] = {}
        self._said: dict[Span, list[Attribution]] = {}
        self._abroad: dict[Span, list[Attribution]] = {}
        self._tongues: dict[Span, Tongue | None] = {}

    def tongue(self, paragraph: Span) -> Tongue | None:
        """Return the language of a paragraph; None for English."""
        if paragraph not in self._tongues:
            found = tongue(self.text, paragraph)
            if found is None and paragraph.end - paragraph.start < _TOO_SHORT_TO_TELL:
                beside = self._quoted.layout.before(paragraph) or self._quoted.layout.after(paragraph)
                found = tongue(self.text, beside) if beside and not is_english(self.text, paragraph) else None
            self._tongues[paragraph] = found
        return self._tongues[paragraph]

    def said(self, span: Span) -> list[Attribution]:
        """Return the attributions of an English stretch of text."""
        if span not in self._said:
            self._said[span] = [a for a in attributions(self.text, span) if self._speaks(a)]
        return self._said[span]

    def outside(self, paragraph: Span, span: Span) -> list[Attribution]:
        """Return the attributions of a stretch of a paragraph that stand outside quotation marks."""
        if (language := self.tongue(paragraph)) is not None:
            return self.abroad(paragraph, span, language)
        found: list[Attribution] = []
        start = span.start
        for quotation in self._quoted.from_mark(paragraph, start):
            if quotation.start >= span.end:
                break
            if self._quoted.is_speech(quotation, True):
                found += self.said(Span(start, max(start, quotation.start)))
                start = quotation.end
        if start < span.end:
            found += self.said(Span(start, span.end))
        return found if len(found) < 2 else [a for a in found if not is_credit(self.text, a)]

    def _told(self, paragraph: Span, span: Span) -> list[Attribution]:
        """Return the attributions of a stretch, or who stated what stands before it: "The remark was made by …"."""
        found = self.outside(paragraph, span)
        back = None if found or self.tongue(paragraph) else self.pointing_back(paragraph, span)
        return [back] if back else found

    def abroad(self, paragraph: Span, span: Span, language: Tongue) -> list[Attribution]:
        """Return the attributions of a stretch in another language, read as a whole with its quotations hidden."""
        if span not in self._abroad:
            local = list(self.text[span.start : span.end])
            for quotation in self._quoted.from_mark(paragraph, span.start):
                if quotation.start >= span.end:
                    break
                if self._quoted.is_speech(quotation, True):
                    low, high = (min(max(at, span.start), span.end) - span.start for at in quotation.inner)
                    local[low:high] = hidden("".join(local[low:high]), language)
            self._abroad[span] = said("".join(local), span.start, language)
        return self._abroad[span]

    def who(self, attribution: Attribution) -> str | None:
        """Return the speaker of an attribution, a pronoun or an office led back to the person it means."""
        paragraph = self._quoted.layout.paragraph(attribution.at)
        if self.tongue(paragraph) is not None:
            return self._who_abroad(attribution)
        if attribution.kind == "office":
            return self._antecedents.both(attribution) or self._holder(attribution)
        if attribution.kind != "pronoun":
            return named(attribution, self.people)
        if attribution.phrase.lower() in ("i", "we"):
            return None
        who = self._antecedents.last(attribution.at, attribution.phrase)
        behind = who is None and attribution.phrase.lower() in ("he", "she")
        return self._next(attribution.at, _MOST_BEHIND if self._opens(attribution.at) else 0) if behind else who

    def _holder(self, attribution: Attribution) -> str | None:
        """Return who holds an office: who is named with it, or who spoke last where nothing gainsays it."""
        phrase, at = attribution.phrase, attribution.at
        every = [t.low.removeprefix("ex-") for t in tokens(phrase, 0, len(phrase)) if t.is_word]
        words = frozenset(part for word in every for part in (word.split("-") if word == _SECRETARY else (word,)))
        words -= ARTICLES | LINKS
        indefinite = is_unnamed(phrase)
        if self._depth >= _DEEPEST or is_nested(phrase):
            return (self._told_behind(at, words) if indefinite else None) or named(attribution, self.people)
        self._depth += 1
        last = self._antecedents.last(at)
        self._depth -= 1
        if last and is_elsewhere(words, last):
            last = None  # "Britain agreed. The Brazilian envoy said"
        if last and self.people.may_hold(last, words, at):
            return self.people.full(last, at)
        who = named(attribution, self.people)
        last = last or self._next(at)
        if indefinite and who in (phrase, phrase[2:], phrase[3:]):
            return self._told_behind(at, words) or who
        if who == phrase and phrase.lower().startswith("the ") and not (last and last[:1].isupper()):
            told = honoured(self.text, at) or self._told_behind(at, words)
            if told or last is None:
                return told or who
        alone = who in (phrase, phrase[4:]) and len(words) <= _LONGEST_OFFICE
        ends = " ".join(last.split()[:: max(1, len(last.split()) - 1)]) if last else ""  # its first and its last word
        if last is None or not alone or not (is_proper(ends) or words & set(last.split())):
            return who
        opens = phrase.split()[0].lower()
        definite = opens in ("the", "its", "their") or is_nationality(opens) or POSSESSIVE.search(opens)
        toks = tokens(phrase, 0, len(phrase))
        peoples = {t.low for t, after in pairwise(toks) if t.is_capital and t.start and is_office(after)}
        peoples = {word for word in peoples if not is_nationality(word)}  # which tell whose minister it is
        meant = "former" in words or self.people.may_mean(last, words - peoples, at)
        if definite and words & lexicon().words("people.again") and meant:
            return self.people.full(last, at)
        return who

    def _told_behind(self, offset: int, words: frozenset[str]) -> str | None:
        """Return whom "a ministry spokesperson" is: "Spokesperson Mao Ning made the remarks" stands behind."""
        after = self._quoted.layout.after(self._quoted.layout.paragraph(offset))
        if after is None:
            return None
        found = self.pointing_back(after, self._quoted.layout.sentences(after)[0])
        if found is None and self._opens(offset):
            found = next(iter(self.outside(after, after)), None)  # "…, an official said.", "Ann Lee, head of …, said"
            there = found and " " in found.phrase and found.phrase in self.text[after.start : found.end]
            found = found if there else None
        if found is None or found.kind != "name" or is_country(found.phrase):
            return None
        who = self.people.full(found.phrase, found.at)
        return who if self.people.may_mean(who, words, offset) else None

    def _opens(self, offset: int) -> bool:
        """Tell whether a place is in the first paragraphs of the text, headings included."""
        paragraph: Span | None = self._quoted.layout.paragraph(offset)
        for _ in range(_MOST_OPENING):
            paragraph = self._quoted.layout.before(paragraph) if paragraph else None
        return paragraph is None

    def _next(self, offset: int, within: int = 1) -> str | None:
        """Return who is named first as speaking behind, in the next sentence or paragraphs, where nobody is before."""
        after: Span | None = self._quoted.layout.paragraph(offset)
        sentences = self._quoted.layout.sentences(after) if after else ()
        here = bisect_left(sentences, (offset + 1, 0))
        told = self.outside(after, sentences[here]) if after and here < len(sentences) else []
        if told and told[0].kind == "name" and told[0].whole == told[0].phrase and " " in told[0].phrase:
            return told[0].phrase
        for _ in range(within):
            if after is None or (after := self._quoted.layout.after(after)) is None:
                break
            for sentence in self._quoted.layout.sentences(after):
                if names := [a for a in self.outside(after, sentence) if a.kind == "name" and not is_country(a.phrase)]:
                    return self.people.full(names[0].phrase, names[0].at)
        return None

    def last(self, offset: int) -> str | None:
        """Return the person last speaking, or last spoken of, before an offset."""
        abroad = self.tongue(self._quoted.layout.paragraph(offset)) is not None
        return next(map(self.who, self._earlier(offset)), None) if abroad else self._antecedents.last(offset, "he")

    def pointing_back(self, paragraph: Span, sentence: Span) -> Attribution | None:
        """Return the attribution of a sentence that says who stated what stands before it."""
        if sentence not in self._pointing:
            self._pointing[sentence] = self._pointing_back(paragraph, sentence)
        return self._pointing[sentence]

    def _pointing_back(self, paragraph: Span, sentence: Span) -> Attribution | None:
        language = self.tongue(paragraph)
        match = points_back(language.name if language else "english").search(self.text, *sentence)
        if match is None:
            if language is not None:
                return None
            return self._nothing_but(paragraph, sentence) or whose_words(self.text, sentence)
        if language is not None:
            found = self.abroad(paragraph, sentence, language)
            behind = [a for a in found if a.end > match.start()] or found  # "As TASS reports, the minister said this"
            behind = [a for a in behind if a.according] or behind  # "Об этом сообщает ТАСС со ссылкой на документ"
            return behind[-1 if language.name == "german" else 0] if behind else None
        found = self.outside(paragraph, sentence)
        behind = [a for a in found if a.end >= match.start()] or found
        if behind and behind[0].kind != "pronoun":
            return behind[0]
        toks = tokens(self.text, *sentence)
        lead, reach = ("from", -len("from")) if match[0].endswith(" from") else ("by", 0)
        by = next((n for n, t in enumerate(toks, 1) if t.low == lead and reach <= t.start - match.end() < _SOON), 0)
        phrase = phrase_after(self.text, toks, by) if by else opening(self.text, toks)  # "was given by Ann Lee"
        if phrase is None or phrase.text.lower() in ("it", "this", "that"):
            return None
        start, end = min(match.start(), phrase.start), max(match.end(), phrase.start)
        return Attribution(start, end, phrase.text, phrase.start, phrase.kind)

    def _nothing_but(self, paragraph: Span, sentence: Span) -> Attribution | None:
        if sentence.end - sentence.start > _LONGEST_SOURCE or self._quoted.marks(paragraph):
            return None
        return told_alone(self.text, sentence, self.outside(paragraph, sentence))

    def known_person(self, name: str, offset: int) -> str | None:
        """Return the full form of a name of whom the text around tells as of a person or a body; None for others."""
        if cut := _INITIALLED.fullmatch(name):  # "С.Лавров: …"
            return initialled(self.text, cut[1], offset) or name
        language = self.tongue(self._quoted.layout.paragraph(offset))
        full, again = self.people.full(name, offset), language.again if language else ()
        held = any(is_body(token) or is_office(token) or token.low in again for token in tokens(name, 0, len(name)))
        known = held or full != name or self.people.is_titled(name, offset) or recurs(self.text, name, offset)
        return full if known and not (language and language.verbs.search(name)) else None

    def holder_behind(self, heading: Span, office: str) -> str | None:
        """Return who speaks with a Chinese office in the paragraphs behind a heading that names but the office."""
        after = self._quoted.layout.after(heading)
        for _ in range(_FARTHEST_PARAGRAPHS if office else 0):
            if after is None:
                break
            held = [a for a in self.outside(after, after) if office in a.whole and office not in a.phrase]
            if held:
                return self.who(held[0])
            after = self._quoted.layout.after(after)
        return None

    def written_out(self, office: str, offset: int) -> str | None:
        """Return an Arabic or Persian office of a heading with the name that follows it where it stands next."""
        language = self.tongue(self._quoted.layout.paragraph(offset))
        known = language if language and language.name in ("arabic", "persian") else None
        return written_out(self.text, office, offset, known) if known else None

    def _speaks(self, attribution: Attribution) -> bool:
        """Tell whether a subject may speak: no railway does, and of deeds a place is no speaker."""
        last = (_SUBJECT_MATTER.sub("", attribution.phrase).split() or [""])[-1].casefold()  # "a report on the NSR"
        if attribution.kind in ("name", "office") and last in known_words().routes:
            return False
        if attribution.deed and are_countries(attribution.whole):
            return False  # "the corridor that Japan and India had envisioned"
        if not attribution.deed or attribution.kind != "name" or " " in attribution.whole.removeprefix("the "):
            return True
        return " " in self.people.full(attribution.phrase, attribution.at) or self.people.is_titled(
            attribution.phrase, attribution.at
        )

    def _who_abroad(self, attribution: Attribution) -> str | None:
        """Return whom an attribution in another language means."""
        if attribution.kind == "pronoun":
            found = next((a for a in self._earlier(attribution.at) if not is_several(a.phrase)), None)
            return self._who_abroad(found) if found else acting_before(self._quoted, self.tongue, attribution.at)
        source = attribution.according and attribution.kind == "name"
        phrase = nominative(self.text, attribution.phrase, attribution.at) if source else attribution.phrase
        if cut := _INITIALLED.fullmatch(phrase):  # "А.Оверчук"
            return initialled(self.text, cut[1], attribution.at) or phrase
        language = self.tongue(self._quoted.layout.paragraph(attribution.at))
        if language and language.name in _HELD_ALONE and (who := self._held_alone(attribution, language)):
            return who
        if attribution.kind == "name" and " " in phrase:
            return phrase
        if language and language.name == "chinese":
            named = (a for a in self._earlier(attribution.at) if a.phrase not in language.again)
            if phrase in language.again and (before := next(named, None)) is not None:
                return self._who_abroad(before)  # "发言人称"
            return in_full(self.text, phrase, attribution.at)
        if language and language.name == "german" and " " not in phrase and not is_generic(phrase, language):
            full = without_office(self.people.full(phrase, attribution.at), language.again)
            if " " in full or attribution.whole == phrase:
                return full  # without an article: "sagte Scholz"
        firm = quoted[1].casefold() if (quoted := _QUOTED_FIRM.search(phrase)) else ""
        heads = [word for word in phrase.casefold().split() if len(word) >= _SHORTEST_HEAD][: 1 if " " in phrase else 2]
        for earlier in fitting(attribution.whole, self._earlier(attribution.at)):
            held = earlier.whole.casefold().split()
            people = [head for head in heads if not head.endswith(_BODY_ENDINGS)]
            if earlier.kind == "name" and any(word.startswith(head[:_STEM]) for word in held for head in people):
                return self._who_abroad(earlier)
            if earlier.kind == "name" and firm and any(firm in word for word in held):
                return self._who_abroad(earlier)  # "гендиректор "Росатома" …", "глава "Росатома""
        indefinite = attribution.whole.split()[:1] and attribution.whole.split()[0].lower() in _INDEFINITE
        again = language is not None and not indefinite and is_generic(phrase, language)
        if again and (who := self._again(attribution, heads)):
            return who
        if attribution.kind == "name":
            written = with_particle(self.text, phrase, attribution.at) if " " not in phrase else None
            return written or self.people.full(phrase, attribution.at)
        titled = language is not None and not indefinite and next(iter(phrase.casefold().split()), "") in language.again
        if titled and (who := named_with(self.text, phrase, attribution.at) or self._behind(attribution)):
            return who
        alone = " " not in phrase and (not phrase[:1].isupper() or (language and is_generic(phrase, language)))
        return (held_before(self.text, heads, attribution.at) if alone else None) or phrase

    def _held_alone(self, attribution: Attribution, language: Tongue) -> str | None:
        """Return who holds an Eastern office without a name: who is named with it, or who spoke by name."""
        phrase, at = attribution.phrase, attribution.at
        if language.name != "arabic":
            if not (phrase.startswith(again := tuple(language.again)) or phrase.endswith(again)):
                return None
            named = [a for a in self._earlier(at) if phrase in a.whole and len(a.phrase) > len(phrase)]
            return named[0].phrase if named else self._behind(attribution)
        if not is_office_alone(phrase, language):
            return None
        if (who := holder(self.text, phrase, at, language)) is not None:
            return who
        earlier = [a for a in self._earlier(at) if a.phrase != phrase]
        if not earlier:
            return self._behind(attribution)
        one_word = phrase in language.again or " " not in earlier[0].phrase
        return self._who_abroad(earlier[0]) if one_word and not is_office_alone(earlier[0].phrase, language) else None

    def _behind(self, attribution: Attribution) -> str | None:
        """Return who is named without an office in the paragraph behind the first office of a text: "dijo Ana Gil"."""
        after = self._quoted.layout.after(self._quoted.layout.paragraph(attribution.at))
        if after is None or any(a.phrase != attribution.phrase for a in self._earlier(attribution.at)):
            return None
        first = next(iter(self.outside(after, after)), None)
        if first is None or first.kind != "name" or " " not in first.phrase:
            return None
        same = {word[:_STEM] for word in attribution.phrase.casefold().split() if len(word) > _STEM}
        shared = same & {word[:_STEM] for word in first.whole.casefold().split()}
        language = self.tongue(after)
        lead = self.text[after.start : first.end].split()
        bare = language and not language.has_capitals and language.again.isdisjoint(lead)
        return first.phrase if first.whole == first.phrase or shared or bare else None

    def _again(self, attribution: Attribution, heads: list[str]) -> str | None:
        """Return whom "the Latvian minister" means in another language: who holds it, else who spoke last by name."""
        held = held_before(self.text, heads, attribution.at) if " " not in attribution.phrase else None
        language = self.tongue(self._quoted.layout.paragraph(attribution.at))
        if held and language is not None and language.name != "turkish":
            return held
        for earlier in fitting(attribution.whole, self._earlier(attribution.at)):
            if earlier.phrase == attribution.phrase:
                continue
            full = self.people.full(earlier.phrase, attribution.at) if " " not in earlier.phrase else ""
            full = without_office(full, language.again) if language and language.name == "german" and full else full
            bare = earlier.whole == earlier.phrase and earlier.phrase[:1].isupper() and " " not in earlier.phrase
            if bare and " " not in full and earlier.kind == "office":
                return earlier.phrase
            if " " in full or earlier.kind == "name":
                return full if " " in full else self._who_abroad(earlier)
        titled = held or titled_before(self.text, attribution.phrase.split()[-1], attribution.at)
        alone = titled is None and not self._earlier(attribution.at)
        return acting_before(self._quoted, self.tongue, attribution.at) if alone else titled

    def _earlier(self, offset: int) -> list[Attribution]:
        """Return who was named as speaking before an offset, the last one first."""
        paragraph: Span | None = self._quoted.layout.paragraph(offset)
        found: list[Attribution] = []
        for _ in range(_FARTHEST_PARAGRAPHS):
            if paragraph is None or (language := self.tongue(paragraph)) is None:
                break
            if language.name == "chinese" and is_question(self.text, paragraph):
                paragraph = self._quoted.previous(paragraph)  # what a journalist quotes
                continue
            sentences = self._quoted.layout.sentences(paragraph)
            for sentence in reversed(sentences[: bisect_left(sentences, (offset, 0))][-_MOST_EARLIER:]):
                spoken = self.abroad(paragraph, sentence, language)
                found += [a for a in reversed(spoken) if a.at < offset and a.kind != "pronoun"]
            paragraph = self._quoted.previous(paragraph)
        return found
