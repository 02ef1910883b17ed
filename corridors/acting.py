"""Whom a pronoun or an office means in another language where nobody spoke before: whose deed is told, who is named."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

from corridors.eastern import before_last
from corridors.lexicon import lexicon
from corridors.namings import articles, is_person, name_run, words_of
from corridors.quotations import QuotedText
from corridors.sentences import Span
from corridors.tongues import Tongue
from corridors.world import world

_MOST_SENTENCES, _MOST_WORDS, _SHORTEST, _REACH = 3, 16, 2, 3_000
_APART = re.compile(r"[^\s.\u2024«»“”„\"]")  # what parts "Север - Юг" and leaves "Иван И. Краснов" whole
_DONE = re.compile(r"(?<=\sने\s)\S")  # Hindi marks the subject of what was done
_VERB = re.compile(r"\w+(?:[аеиоуыяё]л(?:а|и|ся|ась|ись)?|[еиую]т|ится|ется)")


def acting_before(quoted: QuotedText, tongue: Callable[[Span], Tongue | None], offset: int) -> str | None:
    """
    Return the person whose deed one of the last sentences before a place tells, of its paragraph or the one before.

    Parameters
    ----------
    quoted
        The text with its quotations.
    tongue
        Returns the language of a paragraph, None for English.
    offset
        Where the pronoun stands.
    """
    paragraph = quoted.layout.paragraph(offset)
    for here in (paragraph, quoted.previous(paragraph)):
        if here is None or (language := tongue(here)) is None:
            return None
        sentences = quoted.layout.sentences(here)
        for sentence in reversed(sentences[: bisect_left(sentences, (offset, 0))][-_MOST_SENTENCES:]):
            if sentence.end <= offset and (who := acting(quoted.text[sentence.start : sentence.end], language)):
                return who
    return None


def titled_before(text: str, office: str, offset: int) -> str | None:
    """
    Return the name that an office of one word was followed by at once where it stood last.

    Examples
    --------
    >>> titled_before("Gürcü Bakan Davit Beridze geldi. Bakan konuştu.", "Bakan", 33)
    'Davit Beridze'
    """
    named = rf"(?<!\w){re.escape(office)}[^\W\d_A-Z]{{0,3}}\s((?:[^\W\d_a-zа-яё][^\W\d_]+[ ]?){{2,3}})(?![\w'’])"
    found = re.findall(named, text[max(0, offset - _REACH) : offset])
    return found[-1].strip() if found else None


def is_several(phrase: str) -> bool:
    """Tell whether a subject is several, whom no "he" means: "दोनों पक्षों", "обе стороны"."""
    return phrase.lower().startswith(tuple(lexicon("tongues.toml").words("all.both")))


def acting(sentence: str, tongue: Tongue) -> str | None:
    """
    Return the person whose deed a sentence tells, where its form shows one.

    Examples
    --------
    >>> from corridors.tongues import known
    >>> acting("В марте министр Олег Краснов провёл совещание в Омске.", known("russian"))
    'Олег Краснов'
    >>> acting("В марте прошла встреча с Олегом Красновым в Омске.", known("russian"))
    """
    if tongue.name == "hindi":
        done = _DONE.search(sentence)
        made = before_last(sentence, done, tongue) if done else None
        named = made is not None and made.kind == "name" and " " in made.phrase and not is_several(made.phrase)
        return made.phrase if made and named else None
    if not tongue.has_capitals or tongue.name == "turkish":
        return None
    placed = words_of(sentence, 0, len(sentence))[:_MOST_WORDS]
    words = [word for word, _ in placed]
    joined = [
        False,
        *(_APART.search(sentence, at + len(word), then) is None for (word, at), (_, then) in pairwise(placed)),
    ]
    first = 0
    while first < len(words):
        last = first
        while last < len(words) and words[last][0].isupper() and (last == first or joined[last]):
            last += 1
        run = name_run(words[first:last], tongue) if last - first >= _SHORTEST and last < len(words) else None
        lead = words[last - len(run) - 1].lower() if run and last > len(run) else ""
        if run and lead not in articles() and _acts(run, words[last], tongue):
            return " ".join(run)
        first = max(first + 1, last)
    return None


def _acts(name: list[str], behind: str, tongue: Tongue) -> bool:
    """Tell whether a name is followed by what may be its verb."""
    if tongue.name == "russian":
        return is_person(name[0]) and _VERB.fullmatch(behind) is not None
    if world().named(" ".join(name)):
        return False  # "New York wächst"
    return behind.isalpha() and behind not in tongue.stops | tongue.openers | tongue.pauses
