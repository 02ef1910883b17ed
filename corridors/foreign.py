"""
Who says it in languages other than English: verbs of saying and "according to" with their subjects.

A subject stands before the verb or behind it; in Turkish it opens the sentence that the verb ends, in Arabic it
follows the verb, and in Chinese nothing but the verb parts it from what is said.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corridors.lexicon import lexicon
from corridors.phrases import known_words
from corridors.speakers import Attribution
from corridors.tongues import Tongue, participles

HIDDEN = "\x00"
_EDGE = re.compile(r"[,;:.!?–—«»“”„\"()\[\]\x00…|*]|\s-\s|\n\s*\n")
_CLAUSE_EDGE = re.compile(r"[;:.!?؟؛–—«»“”„\"()\[\]\x00…।。！？；：「」『』|*]|\s-\s|\n\s*\n")
_COMMA = re.compile(r"[,،]")
_HAN_EDGE = re.compile(r"[。！？；;!?\s“”「」『』\x00，,、：:（）()]")
_WORD = re.compile(r"[^\W_][\w’'\u200c\u0900-\u0963\u064b-\u0652-]*")
_PRONOUN_BEHIND = re.compile(r"(?:-t)?-(?:il|elle|ils|elles|on)\b")
_FOR_HIM = re.compile(r"(?:^|[—–:]\s)\s*(?:Pour|Para|Für|Per|Для)\s+((?:[^\W\d_a-zа-яё][\w’'-]+\s?){2,4})(?=,)")
_ADVERBIAL = re.compile(
    r"(?:\d+[日月年])?(?:上午|下午)?(?:在[^，。,]{2,20}(?:上|时|中|后|间|里|会))?(?:就[^，。,]{2,20})?(?:回答[^，。,]{0,8}时)?$"
)
_INSERTED = re.compile(r"(?:,|[,.!?…]?\s?[—–])\s?$")
_INSERTION_END = re.compile(r"[.,]?\s?[—–]|,")
_RELATIVES = frozenset(("который", "которая", "которые", "qui", "que", "quien", "der", "die", "che"))
_LINKS_HINDI = frozenset(("के", "की", "का", "में", "से", "और"))
_MOST_WORDS, _MOST_SIGNS, _REACH = 8, 22, 90


@lru_cache(maxsize=1)
def _articles() -> frozenset[str]:
    return lexicon().words("speech.foreign_articles") | lexicon().words("speech.determiners")


def said(local: str, base: int, tongue: Tongue) -> list[Attribution]:
    """
    Return who says what in a sentence of another language, in order.

    Parameters
    ----------
    local
        The sentence, what stands in quotation marks hidden.
    base
        Its offset in the text.
    tongue
        Its language.
    """
    found: list[Attribution] = []
    for match in tongue.verbs.finditer(local):
        if made := _by_verb(local, match, tongue):
            found.append(_placed(made, base))
    if tongue.name == "turkish" and not found:
        found += [_placed(made, base) for made in _turned(local)]
    for match in tongue.parted.finditer(local) if tongue.parted else ():
        if made := _by_verb(local, match, tongue):
            found.append(_placed(made, base))
    if tongue.has_capitals and (named := _FOR_HIM.search(local)) and named[1].istitle():
        at = base + named.start(1)
        found.append(Attribution(base, base + named.end(1), named[1], at, "name", True, named[1]))
    for match in tongue.views.finditer(local):
        found.append(Attribution(base + match.start(), base + match.end(), "", base + match.start(), "pronoun", True))
    taken = [(a.start, a.end) for a in found if a.according]
    for match in tongue.sources.finditer(local):
        if any(start <= base + match.start() < end for start, end in taken):
            continue
        if made := _by_source(local, match, tongue):
            found.append(_placed(made, base))
    return sorted(found)


def hidden(inner: str, tongue: Tongue) -> str:
    """Hide the words of a quotation but for what is put between them: "…, — сказал министр. — …"."""
    shown = [False] * len(inner)
    for match in tongue.verbs.finditer(inner):
        before = _INSERTED.search(inner[max(0, match.start() - 8) : match.start()])
        end = _INSERTION_END.search(inner, match.end(), match.end() + _REACH)
        if before and end and (before[0].strip() != "," or end[0][0] == ","):
            shown[match.start() - len(before[0]) : end.end()] = [True] * (end.end() - match.start() + len(before[0]))
    return "".join(sign if seen else HIDDEN for sign, seen in zip(inner, shown, strict=True))


def _placed(made: Attribution, base: int) -> Attribution:
    return made._replace(start=made.start + base, end=made.end + base, at=made.at + base)


def _by_verb(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    if tongue.name == "chinese":
        return _chinese(local, match, tongue)
    if tongue.name == "turkish":
        return _turkish(local, match, tongue)
    if tongue.name == "arabic":
        return _behind(local, match, tongue)
    if tongue.name in ("persian", "hindi"):
        return _before_last(local, match, tongue)
    if match[0].lower() != "so" and (made := _before(local, match, tongue)):
        if not _is_adverbial(made, tongue):
            return made if made.phrase or made.whole else None
        behind = _behind(local, match, tongue)
        return behind if behind and behind.phrase else _at_the_verb(made, match, tongue) or behind
    return _behind(local, match, tongue)


def _is_adverbial(made: Attribution, tongue: Tongue) -> bool:
    """Tell whether what stands before the verb says when or where: "Об этом на заседании заявил"."""
    return bool(made.whole) and made.whole.split()[0].lower() in tongue.openers


def _at_the_verb(made: Attribution, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read "На форуме в Баку министр Алиев заявил": the capitalised words right before the verb."""
    words = _stripped(_words(made.whole, 0, len(made.whole)), tongue)
    last = next((n for n in range(len(words), 0, -1) if not words[n - 1][0][0].isupper()), 0)
    name = [word for word, _ in words[last:]]
    if not name or last < 2 or words[last - 1][0].lower() in tongue.openers:
        return None
    return Attribution(match.start(), match.end(), " ".join(name), match.start(), "name", False, made.whole)


def _before(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read the subject that stands right before the verb; an empty phrase says that there is something else."""
    start = max((edge.end() for edge in _EDGE.finditer(local, 0, match.start())), default=0)
    words = _stripped(_words(local, start, match.start()), tongue)
    if not words:
        return None
    if words[0][0].lower() in _RELATIVES and len(words) == 1:
        return _apposition(local, match, tongue) or _nobody(match)
    made = _subject(words[-_MOST_WORDS:], tongue)
    if made is None:
        return _nobody(match)
    phrase, kind = made
    whole = local[start : match.start()].strip()
    return Attribution(words[0][1], match.end(), phrase, match.start(), kind, False, whole)


def _nobody(match: re.Match[str]) -> Attribution:
    return Attribution(match.start(), match.end(), "", match.start(), "pronoun")


def _behind(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read the subject behind the verb; without one it is whoever spoke last, or who is set off by commas before."""
    if tongue.name == "french" and _PRONOUN_BEHIND.match(local, match.end()):
        return Attribution(match.start(), match.end() + 2, "", match.start(), "pronoun")
    edge = (_EDGE if tongue.has_capitals else _CLAUSE_EDGE).search(local, match.end())
    comma = _COMMA.search(local, match.end())
    end = min((m.start() for m in (edge, comma) if m), default=len(local))
    stripped = _stripped(_words(local, match.end(), end), tongue, lead_only=True)
    if (
        stripped
        and stripped[0][0].lower() in tongue.openers
        and (farther := _behind_adverbial(stripped, match, tongue))
    ):
        return farther
    words = _until_stop(stripped, tongue)
    words = words[: _MOST_WORDS if tongue.has_capitals else 5]
    if match[0].lower() == "so" and (not words or not local[: match.start()].rstrip().endswith(",")):
        return None
    if not words:
        return _apposition(local, match, tongue) or _nobody(match)
    made = _subject(words, tongue)
    if made is None:
        return None
    phrase, kind = made
    last = words[-1][1] + len(words[-1][0])
    if kind != "pronoun" and local[last : last + 1] in (",", "،"):
        following = _words(
            local, last + 1, min((m.start() for m in _EDGE.finditer(local, last + 1)), default=len(local))
        )
        titled = not tongue.has_capitals and any(word in tongue.again for word, _ in words)
        if (
            (kind == "office" or words[0][0][0].islower() or titled)
            and 2 <= len(following) <= 4
            and (titled or _is_name([word for word, _ in following], tongue))
        ):
            phrase, kind = " ".join(word for word, _ in following), "name"
            last = following[-1][1] + len(following[-1][0])
    return Attribution(match.start(), last, phrase, match.start(), kind, False, local[match.end() : last].strip())


def _turned(local: str) -> list[Attribution]:
    """Read "açıklamalarda bulunan Uraloğlu" in a sentence whose verb is cut off."""
    found = []
    for match in participles().finditer(local):
        words = _words(local, match.end(), len(local))[:4]
        name = [word for word, _ in words][: next((n for n, (word, _) in enumerate(words) if not word[0].isupper()), 4)]
        at = match.start()
        if name:
            text = " ".join(name)
            found.append(Attribution(at, match.end(), text, at, "name", False, text))
    return found


def _behind_adverbial(words: list[tuple[str, int]], match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read "сообщил на совещании в Тынде вице-премьер Павел Корнеев": the last name of two words behind the verb."""
    joined = lexicon("tongues.toml").words("all.conjunctions")
    cut = next((n for n, (word, _) in enumerate(words) if word.lower() in joined), len(words))
    run = _name_run([word for word, _ in words[:cut]], tongue)
    if not run or len(run) < 2:
        return None
    first = next(n for n, (word, _) in enumerate(words) if word == run[0])
    if first == 0 or words[first - 1][0].lower() in tongue.openers:
        return None
    at, whole = match.start(), " ".join(word for word, _ in words[:cut])
    return Attribution(at, words[first][1] + len(" ".join(run)), " ".join(run), at, "name", False, whole)


def _apposition(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read "La directora de la cámara, Lucía Benítez, sostuvo que": what commas set off before the verb."""
    before = local[: match.start()].rstrip()
    if not before.endswith(","):
        return None
    start = max((edge.end() for edge in _CLAUSE_EDGE.finditer(local, 0, match.start())), default=0)
    at, pieces = start, []
    for piece in local[start : match.start()].split(","):
        pieces.append(_stripped(_words(local, at, at + len(piece)), tongue))
        at += len(piece) + 1
    whole = local[start : match.start()].strip(" ,")
    for words in [piece for piece in pieces if piece][::-1][:3]:
        run = _name_run([word for word, _ in words], tongue)
        if run and len(run) > 1:
            return Attribution(match.start(), match.end(), " ".join(run), match.start(), "name", False, whole)
    first = next((piece for piece in pieces if piece), None)
    made = _subject(first, tongue) if first and len(first) <= _MOST_WORDS else None
    return Attribution(match.start(), match.end(), made[0], match.start(), made[1], False, whole) if made else None


def _turkish(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read the subject that opens the sentence, up to a comma or as far as its capitals go."""
    start = max((edge.end() for edge in re.finditer(r"\s[–—-]\s|\n|:\s", local[: match.start()])), default=0)
    comma = local.find(",", start, match.start())
    turned = next(iter(reversed(list(participles().finditer(local, start, match.start())))), None)
    if turned:  # "…olacağını söyleyen Uraloğlu, …": the name behind the participle
        comma = local.find(",", turned.end(), match.end())
        named = _words(local, turned.end(), comma if comma > 0 else match.start())
        name = [word for word, _ in named][: next((n for n, (word, _) in enumerate(named) if not word[0].isupper()), 9)]
        if 0 < len(name) < 5:
            at = match.start()
            return Attribution(at, match.end(), " ".join(name), at, "name", False, " ".join(name))
    words = _words(local, start, comma if comma > 0 else match.start())
    hidden = local[: match.start()].rstrip(' ,”’"»').endswith(HIDDEN)
    if not words:
        return _nobody(match) if hidden else None
    if words[0][0].lower() in tongue.pronouns or not words[0][0][0].isupper():
        return _nobody(match)
    plain = [word for word, _ in words]
    if comma < 0 or len(words) > _MOST_WORDS:
        plain = plain[: next((n for n, word in enumerate(plain) if not word[0].isupper()), len(plain))]
        if len(plain) < 2 or HIDDEN in local[start : words[0][1]]:
            return _nobody(match) if hidden else None
    run = _name_run(plain, tongue) or []
    phrase = " ".join(run if len(run) > 1 else plain)
    at = match.start()
    return Attribution(
        at, match.end(), phrase, at, "name" if run or len(plain) == 1 else "office", False, " ".join(plain)
    )


def _before_last(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read the subject of a Persian or Hindi sentence, which stands before the verb and all its small words."""
    start = max((edge.end() for edge in _CLAUSE_EDGE.finditer(local, 0, match.start())), default=0)
    stretch = local[start : match.start()]
    if tongue.name == "hindi":
        cut = max(stretch.rfind(" ने "), stretch.rfind(" का ") if match[0] == "कहना" else -1)
        if cut < 0:
            alone = any(word in tongue.pronouns for word in stretch.split())
            return _nobody(match) if alone or not stretch.strip(" ,") else None
        stretch = stretch[: cut + 1]
    pieces = [_until_stop(_stripped(_words(piece, 0, len(piece)), tongue), tongue) for piece in _COMMA.split(stretch)]
    full = [[word for word, _ in piece] for piece in pieces if piece]
    if not full or full[0][0] in tongue.pronouns:
        return _nobody(match)
    chosen = next((piece for piece in full[1:] if 2 <= len(piece) <= 3), full[0])
    if tongue.name == "hindi" and len(chosen) > 3:  # "… मंत्रालय के प्रवक्ता रणधीर जयसवाल ने": the name ends it
        linked = max((n + 1 for n, word in enumerate(chosen) if word in _LINKS_HINDI), default=0)
        rest = chosen[linked:]
        chosen = rest[-2:] if len(rest) > 2 and rest[0] in tongue.again else rest or chosen
    if len(chosen) > _MOST_WORDS:
        return None
    return Attribution(match.start(), match.end(), " ".join(chosen), match.start(), "name", False, stretch.strip())


def _chinese(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read the subject between a mark and the verb, titles before a name left out."""
    behind = local[match.end() : match.end() + 1]
    if len(match[0]) == 1 and behind not in tuple("：:，,“「道\x00"):
        return None
    edges = [0, *(edge.end() for edge in _HAN_EDGE.finditer(local, 0, match.start()))]
    raw = local[edges[-1] : match.start()]
    phrase = _without_pauses(_ADVERBIAL.sub("", _without_pauses(raw, tongue)), tongue)
    if not phrase and raw and len(edges) > 1:
        phrase = _without_pauses(local[edges[-2] : max(edges[-2], edges[-1] - 1)], tongue)
    at = match.start()
    phrase = re.sub("^[据據]", "", phrase)
    if not phrase or phrase in tongue.pronouns or (phrase[:1] in tongue.pronouns and len(phrase) < 3):
        return _nobody(match)
    if len(phrase) > _MOST_SIGNS:
        return None
    name = re.sub(rf"^.*{lexicon('tongues.toml').pattern('chinese.offices')}(?=[\u4e00-\u9fff·]{{2,12}}$)", "", phrase)
    return Attribution(at, match.end(), name, at, "name", False, phrase)


def _without_pauses(piece: str, tongue: Tongue) -> str:
    cut = True
    while cut:
        cut = False
        for pause in tongue.pauses:
            if piece.endswith(pause):
                piece, cut = piece[: -len(pause)], True
    return piece.strip()


def _by_source(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read who follows "selon" or "по словам", or stands before "göre" and "के अनुसार"."""
    if tongue.name == "chinese":
        return None  # 据…介绍 ends in a verb
    if tongue.name in ("turkish", "hindi") or match[0].lower() == "zufolge":
        start = max((e.end() for e in re.finditer(r"[,.;:!?—–।\x00]", local[: match.start()])), default=0)
        words = _words(local, start, match.start())[-_MOST_WORDS:]
    else:
        edge, comma = _CLAUSE_EDGE.search(local, match.end()), _COMMA.search(local, match.end())
        end = min((m.start() for m in (edge, comma) if m), default=len(local))
        words = _until_stop(_words(local, match.end(), end), tongue)[:_MOST_WORDS]
    if not words or (made := _subject(words, tongue)) is None:
        return None
    start, end = min(words[0][1], match.start()), max(match.end(), words[-1][1] + len(words[-1][0]))
    return Attribution(start, end, made[0], match.start(), made[1], True, " ".join(word for word, _ in words))


def _words(local: str, start: int, end: int) -> list[tuple[str, int]]:
    return [(match[0], match.start()) for match in _WORD.finditer(local, start, end)]


def _stripped(words: list[tuple[str, int]], tongue: Tongue, *, lead_only: bool = False) -> list[tuple[str, int]]:
    """Leave out times and adverbs at the edges."""
    while words and (words[0][0].lower() in tongue.pauses or words[0][0][0].isdigit()):
        words = words[1:]
    while words and not lead_only and (words[-1][0].lower() in tongue.pauses or words[-1][0][0].isdigit()):
        words = words[:-1]
    return words


def _until_stop(words: list[tuple[str, int]], tongue: Tongue) -> list[tuple[str, int]]:
    at = next((n for n, (word, _) in enumerate(words) if word.lower().rstrip("’'") in tongue.stops), len(words))
    return words[:at]


def _subject(words: list[tuple[str, int]], tongue: Tongue) -> tuple[str, str] | None:
    """Return what names the speaker in a subject, and of what kind it is."""
    plain = [word for word, _ in words]
    if plain[0].lower() in tongue.pronouns:
        return "", "pronoun"
    if not tongue.has_capitals:
        return " ".join(plain), "name"
    run = _name_run(plain, tongue)
    if run:
        return " ".join(run), "name"
    while plain and plain[0].lower() in _articles():
        plain = plain[1:]
    if not plain or not any(len(word) > 2 for word in plain):
        return None
    if len(plain) == 1 and plain[0][0].isupper() and tongue.name != "german":
        return plain[0], "name"
    return " ".join(plain), "office"


def _name_run(plain: list[str], tongue: Tongue) -> list[str] | None:
    """Return the last run of two capitalised words or more; in German, where nouns have capitals, its last two."""
    particles = known_words().particles
    runs: list[list[str]] = [[]]
    for number, word in enumerate(plain):
        if (word[0].isupper() and not (number == 0 and word.lower() in _articles())) or (
            word.lower() in particles and runs[-1] and number + 1 < len(plain) and word not in ("de", "la", "der", "du")
        ):
            runs[-1].append(word)
        else:
            runs.append([])
    long = [run for run in runs if sum(word[0].isupper() for word in run) > 1]
    if not long:
        return None
    run = long[-1]
    if (
        tongue.name in ("german", "russian", "turkish")
        and len(run) > 2
        and not any(w.lower() in particles for w in run)
    ):
        run = run[-2:]
    return run


def _is_name(plain: list[str], tongue: Tongue) -> bool:
    return all(word[0].isupper() or word.lower() in known_words().particles for word in plain) and tongue.has_capitals
