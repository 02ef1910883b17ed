"""In which language a paragraph is written, and the words by which that language tells who says what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corridors.letters import letter_runs
from corridors.lexicon import Lexicon, lexicon
from corridors.sentences import Span

_LATIN = ("german", "french", "spanish", "portuguese", "italian", "turkish", "polish")
_WITH_CAPITALS = frozenset((*_LATIN, "russian"))
_WITH_AUXILIARIES = frozenset(("french", "italian", "spanish", "portuguese"))
_SAMPLE = 400
_FEWEST_MARKS, _MOST_GENERIC = 2, 2
_NOUN_FIRST = frozenset(("french", "spanish", "portuguese", "italian", "arabic", "persian"))
_SCRIPTS = {
    "cyrillic": re.compile(r"[\u0400-\u04ff]"),
    "arabic": re.compile(r"[\u0600-\u06ff]"),
    "hindi": re.compile(r"[\u0900-\u097f]"),
    "chinese": re.compile(r"[\u4e00-\u9fff]"),
}
_IN_OTHER_SCRIPTS = re.compile("[\u0400-\u04ff\u0600-\u06ff\u0900-\u097f\u4e00-\u9fff]")
_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")
_PERSIAN, _ARABIC = re.compile("[پچژگکی]"), re.compile("[يكةىإأ]")
_TURKISH = re.compile("[ığşİəƏ]")
_SYLLABLES_A_WORD = 2
_FRENCH_HAVE = re.compile(r"(?<=[(|])(a|ont)\\s\+")  # "a-t-il indiqué"
_APOSTROPHE = re.compile("['’]")


def _listed() -> Lexicon:
    return lexicon("tongues.toml")


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: its verbs of saying, its words for "according to" and "in his view", its pronouns and small words."""

    name: str
    verbs: re.Pattern[str]
    sources: re.Pattern[str]
    views: re.Pattern[str]
    pronouns: frozenset[str]
    pauses: frozenset[str]
    stops: frozenset[str]
    openers: frozenset[str]
    again: frozenset[str]
    parted: re.Pattern[str] | None

    @property
    def has_capitals(self) -> bool:
        """Whether names are told by their capitals."""
        return self.name in _WITH_CAPITALS


@lru_cache(maxsize=16)
def known(name: str) -> Tongue:
    """Return what the lexicon says of a language."""
    words = _listed()

    def spoken(key: str, lead: str = "") -> re.Pattern[str]:
        body = words.pattern(f"{name}.{key}")
        body = _APOSTROPHE.sub("['’]", body)
        if key == "verbs" and name in _WITH_AUXILIARIES:
            body = body.replace(r"\s+", rf"\s+(?:{words.pattern('all.adverbs')}\s+)?")
        if key == "verbs" and name == "german":  # "wie das Ministerium mitteilte"
            joined = {"".join(verb.split()[::-1]) for verb in words.words("german.parted")}
            body = f"(?:{body}|{'|'.join(sorted(joined))})"
        if key == "verbs" and name == "french":
            body = _FRENCH_HAVE.sub(r"\1(?:-t-(?:il|elle|on)|-(?:ils|elles))?\\s+", body)
        bounded = body if name == "chinese" else rf"(?<![\w\u0900-\u0963]){lead}{body}(?![\w\u0900-\u0963])"
        return re.compile(bounded, re.IGNORECASE)

    return Tongue(
        name=name,
        verbs=spoken("verbs", "[وف]?" if name == "arabic" else ""),
        sources=spoken("sources")
        if name != "arabic"
        else re.compile(words.pattern("arabic.sources") + r"(?:\s|(?<=ل))"),
        views=spoken("views"),
        pronouns=words.words(f"{name}.pronouns"),
        pauses=words.words(f"{name}.pauses"),
        stops=words.words(f"{name}.stops"),
        openers=words.words(f"{name}.openers"),
        again=words.words(f"{name}.again"),
        parted=_parted() if name == "german" else _parted_french() if name == "french" else None,
    )


@lru_cache(maxsize=1)
def _parted() -> re.Pattern[str]:
    """Return German verbs whose second part stands behind the subject: "fügte der Minister hinzu"."""
    pairs = sorted(verb.split() for verb in _listed().words("german.parted"))
    spoken = "|".join(rf"{first}(?=[^,;:.!?]{{2,90}}\b{last}\b)" for first, last in pairs)
    spoken += rf"|(?:hat|haben|hatte|hatten)(?=[^;:.!?]{{2,240}}\b{_listed().pattern('german.participles')}\b)"
    return re.compile(rf"(?<!\w)(?:{spoken})(?!\w)", re.IGNORECASE)


def _parted_french() -> re.Pattern[str]:
    """Return "a" and "ont" whose participle stands behind words set off by commas: "a, lundi à Lobito, vanté"."""
    said = _listed().pattern("french.participles")
    return re.compile(rf"(?<!\w)(?:a|ont)(?=,[^.;:!?]{{3,120}},\s{said}(?!\w))", re.IGNORECASE)


@lru_cache(maxsize=1)
def participles() -> re.Pattern[str]:
    """Return Turkish participles of saying before a name: "söyleyen Uraloğlu,"."""
    return re.compile(rf"(?<!\w){_listed().pattern('turkish.participles')}\s+(?=[^\W\d_a-zçğıöşüə])")


@lru_cache(maxsize=16)
def points_back(name: str) -> re.Pattern[str]:
    """Return what tells that a sentence names the speaker of the one before it: "said this", "Об этом"."""
    body = _listed().pattern(f"{name}.backward")
    if name == "english":
        return re.compile(rf"(?<!\w){body}(?!\w)", re.IGNORECASE)
    return re.compile(rf"\s*{body}", re.IGNORECASE)


def tongue(text: str, paragraph: Span) -> Tongue | None:
    """Return the language of a paragraph; None for English and for what cannot be told."""
    sample = text[paragraph.start : min(paragraph.end, paragraph.start + _SAMPLE)]
    if not sample.isascii() and _IN_OTHER_SCRIPTS.search(sample):
        counts = {script: len(pattern.findall(sample)) for script, pattern in _SCRIPTS.items()}
        counts["chinese"] *= _SYLLABLES_A_WORD
        script = max(counts, key=lambda key: counts[key])
        if counts[script] > len(_LETTER.findall(sample)):
            if script == "arabic":
                return known("persian" if len(_PERSIAN.findall(sample)) > len(_ARABIC.findall(sample)) else "arabic")
            return known("russian" if script == "cyrillic" else script)
    counts = dict.fromkeys(_LATIN, 0)
    counts["turkish"] = 0 if sample.isascii() else len(_TURKISH.findall(sample)) // 2
    counts["english"] = 0
    marks = _marks()
    for word in letter_runs(sample.lower()):
        for name in marks.get(word, ()):
            counts[name] += 1
    best = max(_LATIN, key=lambda name: counts[name])
    return known(best) if counts[best] >= max(_FEWEST_MARKS, counts["english"] + 1) else None


@lru_cache(maxsize=1)
def onward() -> re.Pattern[str]:
    """Return words that take up what was just reported: "Это позволит", "इससे", "Cela permettra"."""
    return re.compile(rf"{_listed().pattern('all.onward')}(?![\w\u0900-\u0963])", re.IGNORECASE)


@lru_cache(maxsize=1)
def said_on() -> re.Pattern[str]:
    """Return what leads on to the words of who is named: "Об этом сообщил министр, отметив, что"."""
    words = _listed().pattern("all.conjunctions")
    return re.compile(rf".*(?:[:«„“\"]|(?<!\w){words}(?!\w))", re.DOTALL | re.IGNORECASE)


def is_english(text: str, paragraph: Span) -> bool:
    """Tell whether a paragraph, however short, has one of the commonest small words of English."""
    english = _listed().words("english.marks")
    return not english.isdisjoint(letter_runs(text[paragraph.start : paragraph.end].lower()))


@lru_cache(maxsize=1)
def _marks() -> dict[str, tuple[str, ...]]:
    """Return the languages that each of the commonest small words belongs to."""
    words = {name: _listed().words(f"{name}.marks") for name in ("english", *_LATIN)}
    every = sorted(frozenset().union(*words.values()))
    return {word: tuple(name for name, marks in words.items() if word in marks) for word in every}


def is_reported(sentence: str, language: Tongue) -> bool:
    """Tell whether a sentence stands in a form that only reported speech has, as German "bleibe" and "sei"."""
    if language.name != "german" or sentence.lower().startswith("es sei "):
        return False
    words = frozenset(letter_runs(sentence.lower()))
    return bool(words & _listed().words("german.reported")) and not words & {"ich", "wenn"}


def is_generic(phrase: str, language: Tongue) -> bool:
    """Tell whether an office stands for whoever spoke last: "der lettische Minister", but not "министр транспорта"."""
    words = [word for word in phrase.casefold().split() if len(word) > 1]
    if any(" " in office and office in phrase.casefold() for office in language.again):
        return True
    if not 0 < len(words) <= _MOST_GENERIC:
        return False
    if language.name == "german":  # "des Präsidenten", "des Ministers"
        forms = (words[-1], words[-1].removesuffix("en"), words[-1].removesuffix("s"))
        return any(form.endswith(office) for form in forms for office in language.again)
    return words[-1] in language.again or (words[0] in language.again and language.name in _NOUN_FIRST)
