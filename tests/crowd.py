"""A large map: many corridors and quotes, made of the catalogue's own entries moved apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle, islice

from shapely.affinity import translate

from corridors.atlas import Atlas, draw
from corridors.catalogues import catalogue
from corridors.model import Certainty, Document, Kind, Mention, Quote

WORDS = (
    "The ministers spoke of ports, wagons and customs and agreed that the railway along the coast, the road over the "
    "pass and the ships that wait at the strait belong together. They will meet again before the end of the year."
)
SPEAKERS = (None, "Anna Petrova", "S. Jaishankar", "the ministry", "Ali Rezaei")


def crowd(*, corridors: int, quotes: int) -> Atlas:
    """
    Draw as many corridors as asked for, each named by its share of the quotes.

    The catalogue's entries come first; when they are used up they come again under other ids, moved to the north.
    """
    known = list(catalogue().values())
    entries = []
    for index, entry in enumerate(islice(cycle(known), corridors)):
        turn = index // len(known)
        entries.append(
            replace(entry, id=f"{entry.id}-{turn}", name=f"{entry.name} {turn}", colour="") if turn else entry
        )
    documents, mentions = [], []
    for number in range(quotes // 10):
        sentences, start, found = [], 0, []
        for k in range(10):
            n = number * 10 + k
            entry = entries[n % len(entries)]
            head = f"In {n} words about the {entry.name}: "
            text = head + WORDS[: 120 + n * 37 % 90] + "."
            at = start + head.index(entry.name)
            found.append((entry, at, Quote(text, start, start + len(text))))
            sentences.append(text)
            start += len(text) + 1
        document = Document(
            id=f"report-{number}", text=" ".join(sentences), title=f"Report {number} on trade and transport",
            publisher="The Daily Courier", date=f"2024-{number % 12 + 1:02}-11",
            url=f"https://courier.example/2024/{number}/trade-and-transport",
        )  # fmt: skip
        documents.append(document)
        mentions += [_mention(document, number, *triple) for triple in found]
    atlas = draw(entries, documents=documents, mentions=mentions)
    turns = {entry.id: index // len(known) for index, entry in enumerate(entries)}
    routes = {
        key: replace(route, geometry=translate(route.geometry, 0.31 * turn, 0.17 * turn))
        for key, route in atlas.routes.items()
        for turn in [turns[key.split(".")[0]]]
    }
    return replace(atlas, routes=routes)


def _mention(document: Document, number: int, entry, at: int, quote: Quote) -> Mention:
    end = at + len(entry.name)
    speaker = SPEAKERS[(number + at) % len(SPEAKERS)]
    return Mention(
        document.id, entry.id, Kind.NAME, document.text[at:end], at, end, document.text[max(0, at - 32) : at],
        document.text[end : end + 32], quote, speaker, speaker is not None, Certainty.CERTAIN, "0" * 64,
    )  # fmt: skip
