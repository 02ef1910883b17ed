"""
Who says it, in languages other than English and Russian.

Coarser than the rules for English: a verb of saying, and the name nearest to it on the side where the language puts
the speaker. A noun of office without a name, and a pronoun, are left to what went before.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from corridors._data import geodata
from corridors._errors import DataError
from corridors.lexicon import lexicon
from corridors.phrases import Token, tokens
from corridors.sentences import Span
from corridors.speakers import Attribution

_FEWEST_MARKS = 2
_SAMPLE = 600
_REACH = 12
_ARABIC_NAME, _CHINESE_NAME = 4, 24
_ARABIC = re.compile(r"[\u0620-\u06d3]")
_DROPPED = frozenset(("es", "pt", "it", "tr"))  # languages that leave a pronoun out
_TURKISH = "ığş"
_PERSIAN = re.compile("[\u067e\u0686\u0698\u06af\u06cc\u06a9]")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = (" the ", " of ")
_ENGLISH = frozenset(
    ("the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "it", "as", "by", "at", "said", "has")
)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The words of one language by which speakers are told."""

    code: str
    marks: frozenset[str]
    verbs: frozenset[str]
    according: tuple[str, ...]
    behind: frozenset[str]
    pronouns: tuple[str, ...]
    articles: frozenset[str]
    offices: frozenset[str]


@lru_cache(maxsize=1)
def _tongues() -> Mapping[str, Tongue]:
    path = geodata("tongues.toml")
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return {
            code: Tongue(
                code, frozenset(t["marks"]), frozenset(t["verbs"]), tuple(t["according"]), frozenset(t["behind"]),
                tuple(t["pronouns"]), frozenset(t["articles"]), frozenset(t["offices"]),
            )
            for code, t in tables.items()
        }  # fmt: skip
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise DataError([f"{path}: {error}"]) from error


@lru_cache(maxsize=1)
def _routes() -> frozenset[str]:
    return lexicon().words("routes.heads") | {
        "corredor",
        "corridoio",
        "korridor",
        "koridor",
        "ruta",
        "rota",
        "passage",
        "seeweg",
    }


def tongue(text: str, span: Span) -> Tongue | None:
    """
    Return the language of a stretch of text, None for English, Russian and those without rules here.

    Parameters
    ----------
    text
        The whole text.
    span
        The stretch, usually a paragraph.
    """
    sample = text[span.start : min(span.end, span.start + _SAMPLE)]
    if all(sample.count(word) > 1 for word in _PLAIN):
        return None
    if not sample.isascii():
        if len(_CHINESE.findall(sample)) > len(sample) // 4:
            return _tongues()["zh"]
        if len(_ARABIC.findall(sample)) > len(sample) // 4:
            return _tongues()["fa" if _PERSIAN.search(sample) else "ar"]
    counts = Counter(_WORD.findall(sample.lower()))
    english = sum(counts[word] for word in _ENGLISH)
    if 3 * english > counts.total() // 2:
        return None
    marks = {code: sum(counts[word] for word in known.marks) for code, known in _tongues().items()}
    marks["tr"] += _FEWEST_MARKS * any(letter in sample for letter in _TURKISH)
    best = max(sorted(marks), key=lambda code: marks[code])
    return _tongues()[best] if marks[best] >= max(_FEWEST_MARKS, 2 * english + 1) else None


def attributions(text: str, span: Span, known: Tongue) -> list[Attribution]:
    """Return every verb of saying in a stretch of text with who stands beside it, in order."""
    if known.code == "zh":
        return _chinese(text, span, known)
    if known.code in ("ar", "fa"):
        return _arabic(text, span, known) if known.code == "ar" else _persian(text, span, known)
    return _latin(text, span, known)


def _latin(text: str, span: Span, known: Tongue) -> list[Attribution]:
    toks = tokens(text, span.start, span.end)
    found = []
    for number, token in enumerate(toks):
        verb, _, suffix = token.low.partition("-")
        if verb not in known.verbs or (token.is_capital and number):
            continue
        if suffix:  # dit-elle
            found.append(Attribution(token.start, token.end, suffix, token.start, "pronoun"))
        elif speaker := _beside(text, toks, number, known):
            found.append(speaker)
        elif known.code in _DROPPED:
            found.append(Attribution(token.start, token.end, token.word, token.start, "pronoun"))
    return sorted([*found, *_according(text, span, toks, known)])


def _beside(text: str, toks: list[Token], verb: int, known: Tongue) -> Attribution | None:
    """Return who stands behind a verb, else before it; in Turkish at the start of the sentence."""
    start, end = toks[verb].start, toks[verb].end
    if known.code == "tr":
        stop = next((n for n, token in enumerate(toks[:verb]) if not token.is_word), verb)
        who = _read(text, toks[:stop], known, start, end) if stop else None
        return who._replace(according=True) if who else None
    behind = _until_sign(toks[verb + 1 : verb + 1 + _REACH])
    if after := _name_behind_comma(toks, verb + 1 + len(behind)):
        behind = after if any(token.low in known.offices for token in behind) else behind
    opens = bool(behind) and behind[0].low not in ("que", "dass", "che", "qu")
    if opens and (who := _read(text, behind, known, start, end)) is not None:
        return who
    before = _until_sign(toks[max(0, verb - _REACH) : verb][::-1])[::-1]
    return _read(text, before, known, start, end)


def _until_sign(toks: list[Token]) -> list[Token]:
    stop = next((n for n, token in enumerate(toks) if not token.is_word), len(toks))
    return toks[:stop]


def _name_behind_comma(toks: list[Token], comma: int) -> list[Token]:
    """Return "Verónica Salas" of "la ministra de Obras Públicas, Verónica Salas,"."""
    if comma >= len(toks) or toks[comma].word != ",":
        return []
    run = _until_sign(toks[comma + 1 : comma + 5])
    return run if len(run) > 1 and all(token.is_capital for token in run) else []


def _read(text: str, toks: list[Token], known: Tongue, start: int, end: int) -> Attribution | None:
    """Read a person, a body, an office or a pronoun in a run of words."""
    if any(token.low in known.pronouns for token in toks[:2]):
        return Attribution(start, end, toks[0].word, start, "pronoun")
    capital = [n for n, token in enumerate(toks) if token.is_capital and token.low not in known.articles]
    office = any(token.low in known.offices for token in toks)
    if not capital:
        return Attribution(start, end, toks[0].word, start, "pronoun") if office else None
    first, last = _first_run(toks, capital, known)
    name = toks[first : last + 1]
    if name[-1].low in known.offices:
        return Attribution(start, end, name[-1].word, start, "pronoun")
    if len(name) == 1 and not office and first and not toks[first - 1].is_capital:
        opened = next((n for n in range(first) if toks[n].low in known.articles), first)
        if any(token.low in _routes() for token in toks[opened:last]):
            return None
        return _made(text, toks[opened : last + 1], "body", start, end)
    return _made(text, name[-3:] if known.code != "de" else name[-2:], "name", start, end)


def _first_run(toks: list[Token], capital: list[int], known: Tongue) -> tuple[int, int]:
    """Return the first run of two capitalised words that are no office, else the first of one."""
    runs: list[list[int]] = []
    for number in capital:
        if toks[number].low in known.offices and number != capital[-1]:
            continue
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    office = max((n for n, token in enumerate(toks) if token.low in known.offices), default=-1)
    behind = [run for run in runs if run[0] > office] if known.code != "de" else []
    best = next((run for run in behind or runs if len(run) > 1), (behind or runs)[0])
    return best[0], best[-1]


def _made(text: str, toks: list[Token], kind: str, start: int, end: int) -> Attribution:
    words = " ".join(text[toks[0].start : toks[-1].end].split())
    return Attribution(min(start, toks[0].start), max(end, toks[-1].end), words, toks[0].start, kind)


def _according(text: str, span: Span, toks: list[Token], known: Tongue) -> list[Attribution]:
    """Read "selon le ministre", "laut Reuters", "Uzmanlara göre" and "ihrer Ansicht nach"."""
    found = []
    low = text[span.start : span.end].lower()
    for phrase in (*known.according, *(p for p in known.pronouns if " " in p)):
        for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", low):
            at = span.start + match.start()
            if phrase in known.pronouns:
                found.append(Attribution(at, at + len(phrase), phrase, at, "pronoun", True))
                continue
            behind = _until_sign([token for token in toks if token.start >= at + len(phrase)][:_REACH])
            if (who := _read(text, behind[:6], known, at, at + len(phrase))) is not None:
                found.append(who._replace(according=True))
    for number, token in enumerate(toks):
        if token.low in known.behind and number and toks[number - 1].is_word:
            found.append(_made(text, [toks[number - 1]], "body", token.start, token.end)._replace(according=True))
    return found


def _arabic(text: str, span: Span, known: Tongue) -> list[Attribution]:
    """Read "وقال المستشار علي السعدي: …": the words behind the verb, up to a sign or "that"."""
    toks = tokens(text, span.start, span.end)
    found = []
    for number, token in enumerate(toks):
        if token.word in known.verbs:
            behind = _until_sign(toks[number + 1 : number + 2 + 2 * _ARABIC_NAME])
            stop = next((n for n, word in enumerate(behind) if word.word in known.articles), None)
            name = behind[:_ARABIC_NAME] if stop is None else behind[:stop]
            if len(name) > _ARABIC_NAME and name[0].word in known.offices:
                name = name[1 - _ARABIC_NAME :]
            while len(name) > 1 and name[0].word in known.offices:
                name = name[1:]
            if name:
                kind = "pronoun" if name[0].word in known.pronouns else "name"
                found.append(_made(text, name, kind, token.start, token.end))
    return found


def _persian(text: str, span: Span, known: Tongue) -> list[Attribution]:
    """Read "معاون وزیر راه، مجید کریمی، روز شنبه گفت": the last part before the verb that is no time or place."""
    toks = tokens(text, span.start, span.end)
    found = []
    for number, token in enumerate(toks):
        if token.word not in known.verbs:
            continue
        begun = next((n + 1 for n in range(number - 1, -1, -1) if toks[n].word in ".:؛«»?؟!"), 0)
        parts: list[list[Token]] = [[]]
        for word in toks[begun:number]:
            if word.is_word:
                parts[-1].append(word)
            else:
                parts.append([])
        told = [part for part in parts if part and part[0].word not in known.articles]
        if told:
            name = told[-1][:_ARABIC_NAME]
            kind = "pronoun" if name[0].word in known.pronouns else "name"
            found.append(_made(text, name[:1] if kind == "pronoun" else name, kind, token.start, token.end))
    return found


def _chinese(text: str, span: Span, known: Tongue) -> list[Attribution]:
    """Read "该办公室负责人李文说:“…”": the words before the verb, without the office."""
    verbs = "|".join(sorted(known.verbs, key=len, reverse=True))
    pattern = re.compile(rf"([^,。:;“”!?,\s:;]{{1,{_CHINESE_NAME}}}?)(?:{verbs})(?=[,,::。“])")
    found = []
    for match in pattern.finditer(text, span.start, span.end):
        name, at = match[1], match.start(1)
        ends = [name.rfind(office) + len(office) for office in known.offices if office in name]
        cut = max(ends, default=0)
        if 0 < cut < len(name):
            name, at = name[cut:], at + cut
        kind = "pronoun" if name in known.pronouns else "name" if cut > 0 else "body"
        found.append(Attribution(match.start(), match.end(), name, at, kind))
    return found
