"""Who is the subject of a verb of saying: the noun phrase before it, behind it or at the head of the sentence."""

from __future__ import annotations

from corridors.inversions import AUXILIARIES, before_aside, behind, behind_at_once, inverted_verbs, named_twice, plain
from corridors.openings import described_name, is_agent, named_before, opening, whole_phrase
from corridors.phrases import ARTICLES, Phrase, is_body, is_office, known_words, phrase_after, phrase_before
from corridors.sayings import speech
from corridors.tokens import Token

_MOST_QUOTED = 16
_MOST_LOOSE, _MOST_CALLED = 12, 6
_DASHES = ",–—-"
_MOST_CLAUSES = 3
_OFTEN = frozenset(
    ("also", "now", "still", "then", "both", "not", "first", "often", "sometimes", "always", "never", "only")
)
_NAMING = frozenset(("called", "termed", "dubbed", "labelled", "labeled"))
_REPORTING, _CORRESPONDENTS = frozenset(("reports", "reported")), frozenset(("correspondent", "reporter"))
_NEAR = 4
_AMONG = frozenset(("one", "among"))  # "One of the plans announced by Ann Lee is"
_PRIVY = frozenset(("aware", "familiar", "close", "privy", "briefed"))  # "officials aware of the matter"
_VAGUE = frozenset(("some", "others", "many", "most", "several", "few", "another", "one"))
_AT = ("at", "of", "for", "with")
_NEVER_TO = frozenset(("projected", "estimated"))
_RECENT = frozenset(("today", "yesterday"))
_ENDS = frozenset((";", ":", "."))


def subject(text: str, toks: list[Token], verb: int, after: int, earlier: Phrase | None) -> Phrase | None:
    """
    Return who is the subject of the verb of saying at token `verb`.

    Parameters
    ----------
    text, toks
        The text and the words and signs of the stretch that is read.
    verb, after
        The verb's token and the one behind the verb.
    earlier
        The subject of the verb of saying before, which a participle may share.
    """
    low = toks[verb].low
    if auxiliary := before_aside(toks, verb):  # "Ann Lee had, at a meeting in Oslo, said that"
        return _subject_before(text, toks, auxiliary)
    while after < len(toks) - 1 and toks[after].low in speech().days | _RECENT:
        after += 1  # "said Monday the secretary-general"
    if low.endswith("ing") and not (verb and toks[verb - 1].low in ("is", "are", "was", "were", "been")):
        return _participle_subject(text, toks, verb, earlier)
    if (
        low in plain()
        and (verb == 0 or toks[verb - 1].word in ',”"’»')
        and (told := behind(text, toks, after) or behind_at_once(text, toks, after))
        and toks[told.end - 1].low not in known_words().routes  # "the report, seen by us, says the corridor “…”"
    ):
        return told
    if earlier and verb > 1 and toks[verb - 1].low == "and" and toks[verb - 1].word.islower():
        return earlier._replace(first=verb, end=verb)  # "He recalled that it came from Ann Lee, and added that"
    if earlier and verb > 1 and toks[verb - 1].low == "who" and earlier.end == verb - 2:
        return earlier  # "said the head of state, who added"
    passive = _is_passive(toks, verb)
    phrase = None if passive else _subject_before(text, toks, verb)
    if phrase and (at := _governed(toks, phrase)):
        if toks[at - 1].low in ("has", "had", "have"):
            return _subject_before(text, toks, at - 1)  # "General Lee had in his report to the House voiced concern"
        if low in inverted_verbs() and toks[verb - 1].word == "," and (told := behind(text, toks, after)):
            return told  # "it completes the link with Europe, highlighted Ann Lee, director"
        if low in _REPORTING and any(token.low in _CORRESPONDENTS for token in toks[max(0, at - _NEAR) : at]):
            return None  # "our special correspondent sent to Baku reports"
        if opened := _opening_subject(text, toks, verb):
            return opened
        aged = _subject_before_commas(text, toks, at) if toks[at - 1].word == "," else None
        if aged and aged.kind == "name" and " " in aged.text:
            return aged  # "Ann Lee, 56, from Oslo fears"
        governing = phrase_before(text, toks, at)
        if governing and is_body(toks[at - 1]) and (not governing.first or not toks[governing.first - 1].is_word):
            return governing
    if phrase and phrase.kind == "pronoun" and (told := named_twice(text, toks, after)):
        return told
    at_once = behind_at_once(text, toks, after) if low in plain() and verb > 2 and not passive else None
    if at_once and (phrase is None or any(t.low in AUXILIARIES for t in toks[phrase.first : phrase.end])):
        return at_once
    if phrase and not (phrase.text.lower() == "it" and toks[verb - 1].low in ("is", "was", "been")):
        return phrase
    for at in range(after, min(after + 5, len(toks))):  # "was announced on Friday by the prime minister"
        passives = verb and toks[verb - 1].low in ("was", "were", "is", "are", "be", "been", "as")
        if toks[at].low == "by" and (passives or (at == after and toks[0].low in _AMONG)):
            return phrase_after(text, toks, at + 1)
        if not toks[at].is_word:
            break
    inverted = low in inverted_verbs() and (
        verb == 0 or not toks[verb - 1].is_word or toks[verb - 1].low in ("as", "so", "thus")
    )
    told = described_name(text, toks, after) or phrase_after(text, toks, after) if inverted else None
    if told or (inverted and (told := behind(text, toks, after))):
        return told
    return None if passive else _opening_subject(text, toks, verb)


def _is_passive(toks: list[Token], verb: int) -> bool:
    """Tell whether a verb says what somebody is told or expected to do: "which the railway is expected to follow"."""
    near, low = verb - 1, toks[verb].low
    follows = [token.low for token in toks[verb + 1 : verb + 3]]
    if (low == "referred" and follows == ["to", "as"]) or (low in _NEVER_TO and follows[:1] == ["to"]):
        return True  # "with demand projected to double"
    while near > max(0, verb - 3) and (toks[near].low in _OFTEN or toks[near].low.endswith("ly")):
        near -= 1
    before = toks[near].low if verb else ""
    if low in _NAMING and near < verb - 1 and before not in ("has", "have", "had") and not toks[near].is_capital:
        return True  # "the railway, often called"
    if before in ("be", "been", "being"):
        return True
    if before not in ("is", "are", "was", "were") or low in speech().moods:
        return False
    return low.endswith("ed") or low in ("told", "said", "thought", "seen", "put", "read", "known")


def _participle_subject(text: str, toks: list[Token], verb: int, earlier: Phrase | None) -> Phrase | None:
    """Return who is meant by ", noting that …": the subject of the verb before, or what opens the sentence."""
    if verb == 0:
        return None
    if toks[verb - 1].word not in ",–—":
        quoted = next(
            (n for n in range(verb - 1, max(0, verb - _MOST_QUOTED), -1) if toks[n].low in ("quoted", "cited")), 0
        )
        if quoted and toks[quoted - 1].low in ("was", "were", "is", "are", "been"):
            return _subject_before(text, toks, quoted)  # "Ann Lee was quoted in the report saying"
        beside = phrase_before(text, toks, verb)
        if beside and beside.first and toks[beside.first - 1].low == "with" and beside.kind in ("name", "office"):
            return beside  # "with the director Ann Lee telling us that"
        if quoted or verb + 1 == len(toks) or toks[verb + 1].low != "that":
            return None
        if verb > 1 and toks[verb - 2].low in ("with", "amid") and toks[verb - 1].low in speech().plurals:
            return whole_phrase(text, toks, verb - 1, verb)  # "with reports indicating that"
    if earlier and any(token.low in ("citing", "quoting") for token in toks[earlier.end : verb]):
        return phrase_before(text, toks, verb - 1)  # "the site reports, citing Ann Lee, telling"
    if earlier:
        return earlier._replace(first=verb, end=verb)
    phrase = opening(text, toks) or phrase_after(text, toks, 0)
    return phrase._replace(first=verb, end=verb) if phrase else None


def _subject_before(text: str, toks: list[Token], verb: int) -> Phrase | None:
    """Return the phrase that is the subject of the verb at token `verb`, standing before it."""
    end = verb
    if end > 1 and toks[end - 1].low == "to":  # "he used to say", "she went on to say", "he used the visit to say that"
        if verb + 1 < len(toks) and toks[verb + 1].low == "that" and _may_precede_purpose(toks[end - 2]):
            start = next((n + 1 for n in range(end - 1, -1, -1) if not toks[n].is_word), 0)
            opened = opening(text, toks, start)
            if opened and opened.kind in ("name", "office", "pronoun") and opened.end < end - 1:
                return opened
        back = end - (3 if toks[end - 2].low == "on" else 2)
        end = back if back > 0 and toks[back].low in speech().habits else end
    while end > 0 and toks[end - 1].low in speech().between and not toks[end - 1].is_capital:
        end -= 1
    end -= 2 if end > 2 and (toks[end - 2].low, toks[end - 1].low) == ("later", "on") else 0
    end = _without_date(toks, end)
    if end > 3 and toks[end - 1].low == "who" and toks[0].low == "it" and toks[1].low in ("is", "was"):
        return phrase_before(text, toks, end - 1)  # "It was Ann Lee who said"
    if end > 2 and toks[end - 1].low == "who" and toks[end - 2].word == ",":  # "visited the premier, who said"
        near = phrase_before(text, toks, end - 2)
        named = near is not None and near.kind == "name" and " " in near.text
        return near if named else _subject_before_commas(text, toks, end - 1)
    if end > 2 and toks[end - 1].low == "which" and toks[end - 2].word == ",":  # "it asked Maersk, which said"
        near = phrase_before(text, toks, end - 2)
        return near if near and near.kind in ("name", "body") else None
    if (vague := _vague(text, toks, end)) is not None:
        return vague
    if end > 2 and toks[end - 1].word == ")":  # "The Memorandum of Understanding (MoU) says"
        bracket = next((n for n in range(end - 2, max(0, end - _MOST_LOOSE), -1) if toks[n].word == "("), 0)
        if bracket and (phrase := phrase_before(text, toks, bracket) or _loose_before(text, toks, bracket, verb)):
            start = next((n + 1 for n in range(bracket - 1, -1, -1) if not toks[n].is_word), 0)
            opened = phrase_after(text, toks, start) if phrase.first and toks[phrase.first - 1].owns else None
            if opened and opened.kind == "name" and " " in opened.text:
                return opened
            return named_before(text, toks, phrase) or phrase
    if end > 0 and toks[end - 1].word in (",", "–", "—", "-", ")"):
        return _subject_before_commas(text, toks, end) or _relative_head(text, toks, end, verb)
    if end > 1 and toks[end - 1].low in ("and", "then") and toks[end - 1].word.islower():
        return _coordinated(text, toks, end - 1)
    phrase = phrase_before(text, toks, end)
    if phrase and phrase.first > 2 and [token.low for token in toks[phrase.first - 2 : phrase.first]] == ["led", "by"]:
        team = _loose_before(text, toks, phrase.first - 2, verb)
        return whole_phrase(text, toks, team.first, phrase.end) if team else phrase  # "analysts led by Ann Lee expect"
    loose = _loose_before(text, toks, end, verb)
    if loose and (phrase is None or (phrase.kind != "pronoun" and _heads(toks, loose) < phrase.first)):
        phrase = loose
    if phrase and phrase.end - phrase.first == 1 and phrase.first > 2 and toks[phrase.first - 1].word == ")":
        bracket = next((n for n in range(phrase.first - 2, max(0, phrase.first - 6), -1) if toks[n].word == "("), 0)
        if bracket and (before := phrase_before(text, toks, bracket)):  # "The Commonwealth (CIS) grouping said"
            return before
    return (named_before(text, toks, phrase) if phrase and phrase.kind == "office" else None) or phrase


def _may_precede_purpose(token: Token) -> bool:
    """Tell whether "to say that" may tell of a purpose behind this word: a noun, an adverb or a day."""
    return token.word.islower() or token.low in speech().days or token.word[0].isdigit()


def _vague(text: str, toks: list[Token], end: int) -> Phrase | None:
    """Read "Some fear", "Others say", "Many in Oslo hold": a pronoun for people that opens a clause."""
    first = end - 1
    if first > 1 and toks[first].is_capital and toks[first - 1].low in ("in", "at"):
        first -= 2
    opens = first == 0 or (first > 0 and (not toks[first - 1].is_word or toks[first - 1].low in speech().openers))
    if first < 0 or not opens or toks[first].low not in _VAGUE:
        return None
    return whole_phrase(text, toks, first, end)


def _heads(toks: list[Token], phrase: Phrase) -> int:
    """Return which token is the head of a loose noun phrase: the one before its first preposition."""
    tail = (n for n in range(phrase.first + 1, phrase.end) if toks[n].low in speech().prepositions)
    last = next(tail, phrase.end) - 1
    return last - (last > phrase.first and toks[last].low in _PRIVY)


def _loose_before(text: str, toks: list[Token], end: int, verb: int) -> Phrase | None:
    """Read "one bosun", "residents", "a think tank in Tashkent", "what politicians call" before a verb of saying."""
    first = end
    while (
        first > 0
        and end - first < _MOST_LOOSE
        and toks[first - 1].is_word
        and toks[first - 1].low not in speech().openers
    ):
        first -= 1
        opens = toks[first].low in ("the", "a", "an") and first > 0 and toks[first - 1].is_word
        if opens and toks[first - 1].low not in speech().prepositions:
            break  # "at a hostel in Warsaw the receptionist"
    opener = toks[first - 1].low if first else ""
    while first < end and toks[first].low in known_words().not_names and not is_agent(toks[first]):
        if toks[first].low in speech().determiners:
            break
        first += 1
    if first >= end or end - first >= _MOST_LOOSE or toks[first].low in known_words().pronouns:
        return None
    whole = whole_phrase(text, toks, first, end)
    last = _heads(toks, whole)
    issued = last > first and toks[last].low in speech().interposed and is_body(toks[last - 1])
    if issued and toks[last + 1].low != "by":
        cut = whole_phrase(text, toks, first, last)
        return whole._replace(text=cut.text, kind="body")  # "a White House statement released today"
    head = toks[last]
    called = opener in ("what", "which", "whom") and toks[verb].low in ("call", "calls", "called")
    if (
        called
        and toks[first].low not in speech().between
        and end - first <= _MOST_CALLED
        and toks[end - 1].low not in speech().between
    ):
        return whole
    if not head.word[0].islower() and not (head.is_capital and first >= _heads(toks, whole) - 1 and is_agent(head)):
        return None
    determined = toks[first].low in speech().determiners or toks[first].owns
    if is_agent(head) and (
        determined or head.low.endswith(("s", "people", "body", "one", "men")) or toks[first].is_capital
    ):
        return whole
    plain = toks[verb].low in speech().personal and head.low not in speech().no_agents
    return whole if plain and determined and head.word.isalpha() and head.low not in speech().verbs else None


def _relative_head(text: str, toks: list[Token], end: int, verb: int) -> Phrase | None:
    """Read "My brother-in-law, who loads ships, says": the phrase before the first of the commas."""
    start = next((n + 1 for n in range(end - 2, -1, -1) if not toks[n].is_word and toks[n].word not in _DASHES), 0)
    comma = next((n for n in range(start, end - 1) if toks[n].word == ","), None)
    if comma is None or comma == start:
        return None
    stop = next((n for n in range(start + 1, comma) if toks[n].low == "who"), comma)  # "Ann Lee who came, too, said"
    return phrase_before(text, toks, stop) or _loose_before(text, toks, stop, verb)


_SAINTS = frozenset(("st", "ste", "mt", "ft", "no"))


def _coordinated(text: str, toks: list[Token], end: int) -> Phrase | None:
    """Read "the owner pours and says": the subject of the verb that "and" goes on from."""
    at = end
    while at > 0 and end - at < 6 and toks[at - 1].is_word and toks[at - 1].low not in speech().openers:
        at -= 1
    if at > 0 and toks[at - 1].word in (",", ")", "–", "—"):
        return _subject_before_commas(text, toks, at)
    start = next((n + 1 for n in range(end - 1, -1, -1) if not toks[n].is_word and not _abbreviates(toks, n)), 0)
    phrase = opening(text, toks, start)
    return phrase if phrase and phrase.end < end else None


def _abbreviates(toks: list[Token], at: int) -> bool:
    """Tell whether a point stands behind "St" or a title, and ends nothing."""
    return toks[at].word == "." and at > 0 and toks[at - 1].low in known_words().titles | _SAINTS


def _without_date(toks: list[Token], end: int) -> int:
    """Step back over "on Wednesday", "in 2024" and the like between a subject and its verb."""
    at = end
    while at > 0 and (toks[at - 1].word[0].isdigit() or toks[at - 1].low in speech().days):
        at -= 1
    if at < end and at > 0 and toks[at - 1].low in ("on", "in", "this", "last"):
        return at - 1
    return at if at < end and at > 0 and toks[at - 1].is_capital else end


def _subject_before_commas(text: str, toks: list[Token], end: int) -> Phrase | None:
    """Read "Amina Yusuf, the Kenyan transport minister, said": the phrase in front of what commas set off."""
    if represented := _represented(text, toks, end):
        return represented
    office: Phrase | None = None
    at = end - 1
    for _ in range(4):
        phrase = phrase_before(text, toks, at)
        first = phrase.first if phrase else at
        opened = next((n for n in range(first - 1, -1, -1) if toks[n].word in ",–—-("), None)
        whole = phrase is not None and opened in (None, first - 1)
        loose = phrase is not None and phrase.kind == "body" and toks[phrase.first].low in ("a", "an")
        if phrase and whole and phrase.kind in ("name", "body") and not loose:
            return _titled(text, toks, phrase) or phrase
        if phrase and whole and (phrase.kind == "office" or loose) and office is None:
            office = phrase
        if opened is None:
            return office or (phrase if phrase and phrase.kind == "name" and at < end - 1 else None)
        if phrase and not whole and phrase.kind == "name" and at < end - 1 and not _hangs(toks, phrase):
            return phrase
        at = opened
    return office


def _titled(text: str, toks: list[Token], last: Phrase) -> Phrase | None:
    """Read on before a body from "Ann Lee, Director of Operations, Office of Aid, said": the name with an office."""
    named = next((n for n in range(last.first, last.end) if toks[n].start >= last.start), last.first)
    if last.kind != "body" and not (named > last.first and toks[named - 1].low in _AT):
        comma = next((n for n in range(last.first - 2, -1, -1) if not toks[n].is_word), last.first)
        held = last.end - last.first == 1 and any(map(is_office, toks[comma + 1 : last.first - 1]))
        return named_before(text, toks, last._replace(first=comma + 1)) if held else None  # "Ann Lee, Head, Maersk,"
    start = next((n + 1 for n in range(last.first - 1, -1, -1) if not toks[n].is_word and toks[n].word != ","), 0)
    phrase = phrase_after(text, toks, start)
    if phrase is None or phrase.kind != "name" or " " not in phrase.text or toks[phrase.end].word != ",":
        return None
    return phrase if any(map(is_office, toks[phrase.end + 1 : last.end])) else None


def _governed(toks: list[Token], phrase: Phrase) -> int:
    """Return where the preposition of a phrase is, 0 for none: "the minister on Tuesday in Moscow said"."""
    at = phrase.first - 1
    while at > 0 and (toks[at].low in ARTICLES or toks[at].word[0].isdigit()):
        at -= 1  # "the statement after the 23rd Annual Summit said"
    doing = at > 0 and toks[at].low.endswith("ing") and toks[at - 1].low == "while"  # "while thanking the guests"
    return at if at > 0 and (doing or toks[at].low in speech().placing) else 0


def _represented(text: str, toks: list[Token], end: int) -> Phrase | None:
    """Read "Ann Lee, who was represented by the deputy director, Bo Dahl, said": what is read out is Lee's."""
    at = next((n for n in range(end - 1, 1, -1) if toks[n].low == "by" and toks[n - 1].low == "represented"), 0)
    if not at:
        return None
    first = at - 1
    while first > 0 and (toks[first - 1].low in ("was", "is", "who") or toks[first - 1].word == ","):
        first -= 1
    phrase = phrase_before(text, toks, first)
    return phrase if phrase and phrase.kind in ("name", "office") else None


def _hangs(toks: list[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase hangs on another: "the government formed by the Taliban (an armed group), said"."""
    return phrase.first > 0 and toks[phrase.first - 1].low in speech().placing | {"of"}


def _opening_subject(text: str, toks: list[Token], verb: int) -> Phrase | None:
    """
    Read a clause's first phrase with words put between it and its verb.

    "Bazrpash while speaking at the event underlined", "Prime Minister Modi on Tuesday at a dinner in Moscow said".
    """
    starts = [n + 1 for n in range(verb - 1, -1, -1) if not toks[n].is_word][:_MOST_CLAUSES]
    for start in starts if len(starts) == _MOST_CLAUSES else [*starts, 0]:
        phrase = phrase_after(text, toks, start)
        if phrase is None:
            continue
        issued = phrase.kind == "body" and phrase.end + 1 < verb and toks[phrase.end].low in ("issued", "released")
        if issued and toks[phrase.end + 1].low == "by" and (issuer := phrase_after(text, toks, phrase.end + 2)):
            return issuer._replace(first=phrase.first)  # "a press release issued by the bank said"
        if phrase.kind == "office" and phrase.end < verb and toks[phrase.end].low in speech().prepositions | {"("}:
            pass  # "Top officials from the partnership (NEPAD) and other agencies have said"
        elif phrase.end >= verb or toks[phrase.end].low not in speech().interposed:
            continue
        between = range(phrase.end, verb)  # "while replying to a question in the House"
        if any(
            toks[n].word in _ENDS or (toks[n].low in speech().verbs and toks[n - 1].low not in ARTICLES)
            for n in between
        ):
            continue
        if phrase.kind in ("name", "office", "body"):
            return (named_before(text, toks, phrase) if phrase.kind == "office" else None) or phrase
    return None
