"""The words of a subject in other languages: what of a noun phrase names the speaker, and of what kind it is."""

from __future__ import annotations

import re
from functools import lru_cache

from corridors.lexicon import lexicon
from corridors.phrases import known_words
from corridors.sayings import Attribution
from corridors.tongues import Tongue

HIDDEN = "\x00"
DOT = "\u2024"  # stands for the full stop of an initial
CLAUSE_EDGE = re.compile(r"[;:.!?؟؛–—«»“”„\"()\[\]\x00…।。！？；：「」『』|*]|\s[-_]\s|\n\s*\n")
COMMA = re.compile(r"[,،]")
MOST_WORDS = 8
_ADJECTIVAL = ("ого", "его", "ому", "ему", "ых", "их", "ым", "ими", "ыми", "ой", "ую")
_OF_PLACES, _OF_WOMEN = ("и", "ы", "а", "я"), ("ова", "ева", "ёва", "ина", "ына", "ая")
_INITIAL = 2
_PLACING = frozenset(("in", "nel", "nella", "nei", "en", "em", "no", "na", "au", "aux"))
_FARTHEST_NAME, _FEWEST_BEHIND_A_PLACE = 24, 3
_RUN_END = re.compile(
    r"[;:!?«»“”„\"()\[\]\x00…]|[–—]|\s-\s|,\s(?:что|котор\w+|чтобы|добавив|отметив|подчеркнув|пояснив|передает|пишет)\b|\.(?=\s|$)"
)
_GOING_ON = re.compile(
    r",\s(?:et\s|y\s|e\s)?(?:des?|du|de la|del|della|dell|de los|de las|do|da|dos|das)[\s’'][^.,;:()\n]{2,60}(?=,)"
)
_OF_THIS = re.compile(r"^(?:об этом|о чём|о чем)\s+", re.IGNORECASE)
_SURNAME = re.compile(r"[А-ЯЁ][а-яё]+(?:[оеё]в|[иы]н|ко|[сц]кий|[оеё]ва|[иы]на|[сц]кая)")
_FIRM = re.compile(r"""(?:^|[,.;:—–]\s)([^,.;:"«»„“”—–\n]{3,110}\s)["«„“][^"«»„“”\n\x00]{2,30}["»“”]\Z""")
_WORD = re.compile(r"[^\W_][\w’'\u2024\u200c\u0900-\u0963\u064b-\u0652-]*")


@lru_cache(maxsize=1)
def articles() -> frozenset[str]:
    """Return articles and the like, which are no part of what names a speaker."""
    return lexicon().words("speech.foreign_articles") | lexicon().words("speech.determiners")


@lru_cache(maxsize=1)
def told_to() -> re.Pattern[str]:
    """Return whom of the press something is told, right behind the verb: " lundi à l’AFP", " «Известиям»"."""
    whom = f"(?:{lexicon().pattern('people.agencies')}|{lexicon('tongues.toml').pattern('all.press')})"
    leads = r"(?:all[’']|(?:à|a|aux?|aos?|alla|agli|ai|al)\s)(?:l[’']|la\s|las\s|los\s|le\s|les\s)?"
    paper = r"(?:[^\W\d_a-z][\w’'-]*\s){0,2}[^\W\d_a-z][\w’'-]*(?=\s(?:son|sa|le|la|el|su|il|lo|o|a)\s[a-zé])"
    return re.compile(
        rf"(?:\s[^\W\d_A-Z]\w*)?\s{leads}(?:(?:agenc[ei]a?\s|agência\s|agenzia\s)?(?i:{whom})(?!\w)|{paper})"
        r"|\s[\"«„][^\"«»„“\n\x00]{2,30}(?:у|ю|ам|ям|РБК)[\"»“](?=\s[а-яё])"
    )


def words_of(local: str, start: int, end: int) -> list[tuple[str, int]]:
    """Return the words of a stretch and where each begins."""
    return [(match[0], match.start()) for match in _WORD.finditer(local, start, end)]


def trimmed(words: list[tuple[str, int]], tongue: Tongue, *, lead_only: bool = False) -> list[tuple[str, int]]:
    """Leave out times and adverbs at the edges."""
    while words and (words[0][0].lower() in tongue.pauses or words[0][0][0].isdigit()):
        words = words[1:]
    while words and not lead_only and (words[-1][0].lower() in tongue.pauses or words[-1][0][0].isdigit()):
        words = words[:-1]
    return words


def until_stop(words: list[tuple[str, int]], tongue: Tongue) -> list[tuple[str, int]]:
    """Leave out what follows a word that ends a subject, as "that" and "in" do."""
    at = next((n for n, (word, _) in enumerate(words) if word.lower().rstrip("’'") in tongue.stops), len(words))
    return words[:at]


def subject_of(words: list[tuple[str, int]], tongue: Tongue) -> tuple[str, str] | None:
    """Return what names the speaker in a subject, and of what kind it is."""
    plain = [word for word, _ in words]
    if plain[0].lower() in tongue.pronouns:
        return "", "pronoun"
    if tongue.name == "turkish" and plain[-1].lower() in lexicon("tongues.toml").words("turkish.compared"):
        return None  # "deniz yoluna göre": compared with the sea
    if not tongue.has_capitals:
        return " ".join(plain), "name"
    if tongue.name == "german":
        plain = plain[: _origin(plain)]
    if tongue.name == "russian":
        addresses = lexicon("tongues.toml").words("russian.addresses")
        plain = [word for word in plain if word.lower() not in addresses] or plain
    run = name_run(plain, tongue)
    if tongue.name == "russian" and not run and any(word in tongue.pronouns for word in plain):
        return "", "pronoun"  # "Там он рассказал"
    if run:
        return " ".join(run), "name"
    while plain and plain[0].lower() in articles():
        plain = plain[1:]
    titled = len(plain) == 2 and tongue.name != "german" and plain[0].lower() in tongue.again and plain[1][0].isupper()
    if titled and (tongue.name != "russian" or not is_owned(plain[1])):
        return plain[1], "name"  # "le président Lourenço"
    if not plain or not any(len(word) > 2 for word in plain):
        return None
    if len(plain) == 1 and plain[0][0].isupper() and tongue.name != "german":
        return plain[0], "name"
    if tongue.name == "german":  # "das Ministerium am Montag in Oslo"
        plain = plain[: next((n for n, word in enumerate(plain) if n and word in tongue.stops), len(plain))]
    return " ".join(plain), "office"


_LINKS = frozenset(("für", "und", "der", "des", "von", "vom", "zu", "van", "de"))


_WITH, _ON = frozenset(("с", "со")), frozenset(("на", "в", "во", "по", "после", "перед", "при", "с", "со"))
_TOGETHER = frozenset(("вместе", "совместно", "наряду", "одновременно", "беседуя", "встречаясь"))


def before_company(words: list[tuple[str, int]], tongue: Tongue) -> list[tuple[str, int]]:
    """Leave out whom a Russian subject meets: "Алиев на встрече с Орбаном", "глава МИД по итогам беседы с"."""
    low = [word.lower() for word, _ in words] if tongue.name == "russian" else []
    first = next((n for n, word in enumerate(low) if word in _ON), 0)
    if not first or _WITH.isdisjoint(low[first:]) or low[0] in _TOGETHER:
        return words
    named = is_capital(words[first - 1][0]) or not tongue.again.isdisjoint(low[:first])
    return words[:first] if named else words


def before_verb(words: list[tuple[str, int]], tongue: Tongue) -> list[tuple[str, int]]:
    """Leave the German noun phrase that the verb follows at once: "Nach Angaben der Bahn kostet die Strecke"."""
    plain = [word for word, _ in words] if tongue.name == "german" else []
    verbs = (n for n in range(1, len(plain)) if plain[n - 1][0].isupper() and plain[n][0].islower())
    return words[: next((n for n in verbs if plain[n] not in _LINKS), len(words))]


def far_name(words: list[tuple[str, int]]) -> str | None:
    """Read the name in "der Botschafter Polens in Ghana Jan Nowak", "l’inviato nel Golfo Ugo Di Gay"."""
    plain = [word for word, _ in words][: MOST_WORDS + 2]
    for at in range(2, len(plain) - 2):
        end = at + 3 + (plain[at + 2].lower() in known_words().particles)
        full = (
            end <= len(plain) and plain[at][0].isupper() and plain[at + 1][0].isupper() and plain[end - 1][0].isupper()
        )
        if plain[at - 1] in _PLACING and full:
            return " ".join(plain[at + 1 : end])
    return None


def _is_portfolio(plain: list[str], run: list[str]) -> bool:
    """Tell whether the first word of a run stands behind an office and "of": "ministre des Transports Jean Morel"."""
    at = next(n for n in range(len(plain)) if plain[n : n + len(run)] == run)
    return at > 1 and plain[at - 1].lower() in _OF


def _is_place(plain: list[str], run: list[str], tongue: Tongue) -> bool:
    """Tell whether two words behind an office and "of" are its place or portfolio: "el alcalde de Puerto Montt"."""
    of = len(plain) - len(run) - 1
    titled = any(word.lower() in tongue.again for word in plain[:2])
    return titled and len(run) == _PAIR and plain[of + 1 :] == run and plain[of].lower() in _OF


_OF, _PAIR = frozenset(("de", "del", "du", "da", "do", "des", "di", "dei", "degli", "delle", "dos", "das")), 2
_NOBILIARY = frozenset(("von", "van", "de", "zu"))


def _origin(plain: list[str]) -> int:
    """Return where "von der Staatskorporation" begins behind a German name."""
    for at in range(2, len(plain)):
        links = plain[at] in ("vom", "der", "des", "beim") or (plain[at] == "von" and plain[at + 1 : at + 2] == ["der"])
        first = plain[at - 2]
        named = (first[0].isupper() and first.lower() not in articles()) or (at > 2 and first in _NOBILIARY)
        if links and plain[at - 1][0].isupper() and named:
            return at
    return len(plain)


def name_run(plain: list[str], tongue: Tongue) -> list[str] | None:
    """Return the last run of two capitalised words or more; in German, where nouns have capitals, its last two."""
    particles = known_words().particles
    runs: list[list[str]] = [[]]
    for number, word in enumerate(plain):
        if (is_capital(word) and not (number == 0 and word.lower() in articles())) or (
            word.lower() in particles and runs[-1] and number + 1 < len(plain) and word not in ("de", "la", "der", "du")
        ):
            runs[-1].append(word)
        else:
            runs.append([])
    long = [run for run in runs if sum(is_capital(word) for word in run) > 1]
    if not long:
        return None
    run = long[-1]
    while not is_capital(run[-1]):
        run = run[:-1]  # "Juan Gil el lunes"
    if len(run) > _PAIR and is_capital(run[1]) and run[0].lower() in tongue.again:
        run = run[1:]  # "le Président Jean Morel"
    if len(run) > _PAIR and is_capital(run[1]) and _is_portfolio(plain, run):
        run = run[1:]  # "il ministro degli Esteri Marco Bruni"
    if (
        tongue.name in ("german", "russian", "turkish")
        and len(run) > 2
        and not any(w.lower() in particles for w in run)
    ):
        run = run[-3 if run[-2].endswith(DOT) and len(run[-2]) <= _INITIAL else -2 :]
    return None if _is_place(plain, run, tongue) else run


def is_name(plain: list[str], tongue: Tongue) -> bool:
    """Tell whether words are all capitalised, particles aside."""
    return all(is_capital(word) or word.lower() in known_words().particles for word in plain) and tongue.has_capitals


def is_capital(word: str) -> bool:
    """Tell whether a word is written with a capital, an elided article aside ("d'Abreu")."""
    return word[0].isupper() or (word[1:2] in ("'", "’") and word[2:3].isupper())


def nobody(match: re.Match[str]) -> Attribution:
    """Return the attribution of a verb whose subject is whoever spoke last."""
    return Attribution(match.start(), match.end(), "", match.start(), "pronoun")


def bare(words: list[str]) -> list[str]:
    """Leave out articles in front."""
    while len(words) > 1 and words[0].lower() in articles():
        words = words[1:]
    return words


def person_behind(local: str, match: re.Match[str]) -> Attribution | None:
    """Read "сообщил консул Республики Индия во Владивостоке Сиддартх Гаурав": the first person behind the verb."""
    edge = _RUN_END.search(local, match.end())
    words = words_of(local, match.end(), edge.start() if edge else len(local))
    known, first = lexicon("tongues.toml"), 0
    if (surname := _surname_behind(local, words)) is not None:
        return Attribution(match.start(), surname[1], surname[0], match.start(), "name", False, surname[0])
    while first < len(words):
        last = first
        while last < len(words) and words[last][0][0].isupper() and _follows(local, words, first, last):
            last += 1
        run = [(word, at) for word, at in words[first:last] if not (word.isupper() and len(word) > 1)]
        governed = first and words[first - 1][0].lower() in known.words("russian.governing")
        governed = governed and len(run) < _FEWEST_BEHIND_A_PLACE
        if (
            len(run) > 1
            and not governed
            and is_person(run[-2][0])
            and not run[-1][0].endswith(_ADJECTIVAL[:4])
            and first < _FARTHEST_NAME
        ):
            name, end = f"{run[-2][0]} {run[-1][0]}", run[-1][1] + len(run[-1][0])
            at = match.start()
            return Attribution(at, end, name, at, "name", False, local[match.end() : end].strip())
        first = max(first + 1, last)
    return None


def _surname_behind(local: str, words: list[tuple[str, int]]) -> tuple[str, int] | None:
    """Read "сказал Савельев на совещании": a surname alone between the verb and a preposition, and where it ends."""
    if len(words) < 2 or words[0][0].isupper() or not words[0][0][0].isupper() or not _follows(local, words, 0, 1):
        return None
    known = lexicon("tongues.toml")
    apart = words[1][0] in known.words("russian.openers") | known.words("russian.stops")
    name, at = words[0]
    return (name, at + len(name)) if apart and is_person(name) else None


def is_owned(word: str) -> bool:
    """Tell whether a Russian word behind an office is a country or an acronym: "премьер-министр Армении"."""
    return (word.isupper() and len(word) > 1) or (word.endswith(_OF_PLACES) and not word.endswith(_OF_WOMEN))


def _follows(local: str, words: list[tuple[str, int]], first: int, last: int) -> bool:
    """Tell whether nothing but a space stands before a word of a run."""
    return last == first or not local[words[last - 1][1] + len(words[last - 1][0]) : words[last][1]].strip()


def is_person(first: str) -> bool:
    """Tell whether a Russian capitalised word may be a first name: no adjective in a case, no noun for a body."""
    low = first.lower()
    return not low.endswith(_ADJECTIVAL) and low not in lexicon("tongues.toml").words("russian.no_first_names")


def firm_before(local: str, start: int, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read "глава "Росатома" отмечал": an office and the name of its firm in marks, right before the verb."""
    firm = _FIRM.search(local[:start])
    words = trimmed(words_of(firm[1], 0, len(firm[1])), tongue) if firm else []
    placed = tongue.name == "russian" and words and firm and firm[1].lower().startswith(("в ", "во "))
    if firm and placed and match[0].lower().endswith("ли"):  # "В пресс-службе «Порта» сообщили"
        whole = " ".join(local[firm.start(1) + words[0][1] : start].split())
        return Attribution(match.start(), match.end(), whole, match.start(), "office", False, whole)
    if firm is None or not words or words[0][0].lower() not in tongue.again:
        return None
    place = next((n for n, (word, _) in enumerate(words) if word.lower() in tongue.openers), 0)
    if place and (run := name_run([word for word, _ in words[:place]], tongue)):  # "Олег Краснов в беседе с «Газетой»"
        return Attribution(match.start(), match.end(), " ".join(run), match.start(), "name", False, firm[1])
    begin = firm.start(1) + words[0][1]
    whole = " ".join(local[begin:start].split())
    return Attribution(begin, match.end(), whole, match.start(), "office", False, whole)


def told_of_this(made: Attribution, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read "Об этом министр рассказал на форуме": an office or a surname between "of this" and the verb."""
    words = _OF_THIS.sub("", made.whole).split()
    if not words or words == made.whole.split():
        return None
    named = len(words) == 1 and _SURNAME.fullmatch(words[0])
    if not named and words[0].lower() not in tongue.again:
        return None
    found = subject_of([(word, match.start()) for word in words], tongue)
    return made._replace(phrase=found[0], kind=found[1], whole=" ".join(words)) if found else None


def whole_office(local: str, comma: int) -> int:
    """Return the comma behind "du Transport, des Travaux publics et de l’Équipement," where an office goes on."""
    while further := _GOING_ON.match(local, comma):
        comma = further.end()
    return comma
