"""
Measure how fast names are found, beside the plain ways of doing it.

    python benchmarks/find.py [--megabytes 5] [--seed 1] [--rare 0.4] [--text FILE]

The text is made up from a fixed vocabulary, so that anybody gets the same one: one paragraph in fifty names a
corridor, in one of the typographic disguises that names wear. Four words in ten are made up of syllables, the rarer
the more there are of their kind, so that a megabyte holds some fifteen thousand different words as prose does; with
`--rare 0` it has no more than 110, which flatters what remembers words, such as spaCy's tokeniser. With `--text` the
paragraphs are those of a file of yours, over and over; names of countries and of persons, of which the made-up text
has few, make up much of the work in news. Figures are processor time of one process, the best of five runs. spaCy's
PhraseMatcher joins in, on a blank English model, where spaCy is installed (the extra `peers`); an alternation of `re`
reads but the beginning.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Iterator
from itertools import count, cycle
from pathlib import Path

from corridors.catalogues import catalogue
from corridors.fold import fold
from corridors.mentions import Finder
from corridors.model import Kind

VOCABULARY = """
the of and to in is was for on with at by from it as this that have are or had not but what all were when we
there can an which their said if do will each about how up out them then many some these would other into has
more time could no make than first been who people over down only way find use may water long little very
after words just where most know ministers trade cargo harbour winter figures report officials agreement
season country region
"""
ONSETS = ("b", "br", "c", "d", "f", "g", "gl", "h", "j", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "v", "w")
RIMES = ("a", "an", "ar", "e", "el", "en", "i", "in", "ing", "o", "on", "or", "u", "um", "y")
RAREST = 50_000
SAMPLE = 100_000  # characters; an alternation of all names takes minutes for more
PEOPLE = ("Maria Lopez", "John Carter", "Ahmed Khan", "Anna Petrova", "Kofi Mensah")
FRAMES = (
    "“{name} matters to all of us here,” Minister {who} said on Monday.",
    "{who} said that {name} will cut costs for exporters.",
    "Ships and trains have moved coal on {name} for years.",
    "“We sail {name} every week,” he told reporters.",
)


def rare_word(chance: random.Random) -> str:
    """Return a word of made-up syllables, its rank in a list of words drawn as ranks in prose are spread (Zipf)."""
    rank = int(RAREST ** chance.random())
    syllables = random.Random(rank)
    return "".join(syllables.choice(ONSETS) + syllables.choice(RIMES) for _ in range(syllables.randint(2, 4)))


def sentence(chance: random.Random, rare: float) -> str:
    """Return a sentence of words that mean nothing."""
    vocabulary = VOCABULARY.split()
    words = [
        rare_word(chance) if rare and chance.random() < rare else chance.choice(vocabulary)
        for _ in range(chance.randint(8, 28))
    ]
    if chance.random() < 0.2:
        words.insert(len(words) // 2, chance.choice(PEOPLE))
    return " ".join(words).capitalize() + "."


def paragraph(chance: random.Random, rare: float) -> str:
    """Return a paragraph of such sentences."""
    return " ".join(sentence(chance, rare) for _ in range(chance.randint(3, 6)))


def disguised(name: str, chance: random.Random) -> str:
    """Return a name as a text might spell it."""
    ways = (
        lambda n: n,
        lambda n: n.replace("-", "–"),
        lambda n: n.replace("-", " "),
        lambda n: n.replace(" ", "\u00a0"),
        lambda n: n.replace(" ", "\n", 1),
        str.upper,
    )
    return name if name.isupper() else chance.choice(ways)(name)


def made_up(characters: int, names: list[str], chance: random.Random, paragraphs: Iterator[str]) -> tuple[str, int]:
    """Return a text of about so many characters and the number of names planted in it."""
    parts: list[str] = []
    size = planted = 0
    while size < characters:
        part = next(paragraphs)
        if len(parts) % 50 == 0:
            name = disguised(chance.choice(names), chance)
            frame = chance.choice(FRAMES).format(name=name, who=chance.choice(PEOPLE))
            part += f" {frame} {next(paragraphs)}"
            planted += 1
        parts.append(part)
        size += len(part) + 2
    return "\n\n".join(parts), planted


def paragraphs_of(path: Path | None, chance: random.Random, rare: float) -> Iterator[str]:
    """Yield the paragraphs of a file over and over, without one made-up ones without end."""
    own = [part.strip() for part in path.read_text(encoding="utf-8").split("\n\n")] if path else []
    own = [part for part in own if part]
    return cycle(own) if own else (paragraph(chance, rare) for _ in count())


def speed(run: Callable[[], object], characters: int) -> float:
    """Return millions of characters a second, the best of five runs."""
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return round(characters / 1e6 / max(best, 1e-9), 2)


def phrase_matcher(names: list[str], text: str) -> Callable[[], object] | None:
    """Return a run of spaCy's tokeniser and PhraseMatcher, None without spaCy."""
    try:
        import spacy
        from spacy.matcher import PhraseMatcher
    except ImportError:
        return None
    language = spacy.blank("en")
    language.max_length = len(text) + 1
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    matcher.add("corridor", [language.make_doc(name) for name in names])
    return lambda: matcher(language.make_doc(text))


def main() -> None:
    """Print the figures as JSON."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--megabytes", type=float, default=5.0)
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--rare", type=float, default=0.4)
    cli.add_argument("--text", type=Path)
    asked = cli.parse_args()
    known = catalogue()
    listed = [name for corridor in known.values() for name in corridor.names if name.language == "en"]
    names = sorted({name.text for name in listed})
    planted_names = sorted({name.text for name in listed if name.kind is Kind.NAME})
    chance = random.Random(asked.seed)
    paragraphs = paragraphs_of(asked.text, chance, asked.rare)
    text, planted = made_up(int(asked.megabytes * 1e6), planted_names, chance, paragraphs)
    finder = Finder(known)
    alternatives = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))), re.IGNORECASE)
    sample = text[:SAMPLE]
    names_speed = speed(lambda: finder.spans(text), len(text))
    figures: dict[str, object] = {
        "characters": len(text),
        "names planted": planted,
        "names found": len(finder.find(text)),
        "fold, MB/s": speed(lambda: fold(text), len(text)),
        "names, MB/s": names_speed,
        "names, quotes and speakers, MB/s": speed(lambda: finder.find(text), len(text)),
        "re alternation, MB/s": speed(lambda: alternatives.findall(sample), len(sample)),
    }
    matcher = phrase_matcher(names, text)
    if matcher:
        peer = speed(matcher, len(text))
        figures["spaCy PhraseMatcher, MB/s"] = peer
        figures["names, times as fast as spaCy"] = round(names_speed / peer, 1)
    else:
        figures["spaCy PhraseMatcher, MB/s"] = "not installed"
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
