"""Labelled passages on corridors of the whole world: that the labels hold, and how the reader scores on them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from scoring import Passage, passages, scored

from corridors.catalogues import catalogue
from corridors.mentions import find
from corridors.model import Certainty, Kind, Mention, Quote

PASSAGES = passages()


def as_labelled(passage: Passage) -> list[Mention]:
    """Give a passage's labels as if a reader had found them."""
    return [
        Mention(
            document=passage.id,
            corridor=label.corridor,
            kind=Kind(label.kind),
            exact=label.exact,
            start=label.start,
            end=label.end,
            prefix="",
            suffix="",
            quote=Quote(label.exact, label.start, label.end),
            speaker=label.speaker,
            direct=label.direct,
            certainty=Certainty.CERTAIN,
            sha256="",
        )
        for label in passage.mentions
    ]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.id)
def test_labels_hold(passage):
    spans = sorted((label.start, label.end) for label in (*passage.mentions, *passage.traps))
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    for label in (*passage.mentions, *passage.traps):
        assert passage.text[label.start : label.end] == label.exact == label.exact.strip()
    for label in passage.mentions:
        assert label.kind in set(Kind)
        assert label.corridor in catalogue()
        assert not label.exact.lower().startswith("the ")
        if label.speaker:
            assert label.speaker in passage.text


def test_ids_are_unique_and_some_passages_hold_no_corridor():
    assert len({p.id for p in PASSAGES}) == len(PASSAGES)
    assert any(not p.mentions and p.traps for p in PASSAGES)


def test_reader_keeps_offsets_on_every_passage():
    for passage in PASSAGES:
        for mention in find(passage.text):
            assert passage.text[mention.start : mention.end] == mention.exact


def test_score_of_the_labels_themselves_is_perfect():
    found = {p.text: as_labelled(p) for p in PASSAGES}
    score = scored(PASSAGES, found.__getitem__)
    assert (score.precision, score.recall, score.direct, score.speakers) == (1.0, 1.0, 1.0, 1.0)
    assert (score.errors, score.counts["trap"]) == ([], 0)


def test_score_counts_misses_and_traps():
    passage = next(p for p in PASSAGES if p.traps and any(not label.optional for label in p.mentions))
    needed = sum(not label.optional for label in passage.mentions)
    first = as_labelled(passage)[0]
    trap = passage.traps[0]
    score = scored([passage], lambda _: [replace(first, start=trap.start, end=trap.end)])
    assert (score.precision, score.recall) == (0.0, 0.0)
    assert (score.counts["missed"], score.counts["false"], score.counts["trap"]) == (needed, 1, 1)


def test_reader_is_scored(record_property):
    score = scored(PASSAGES)
    record_property("world", str(score))
    print(score)
    assert score.counts["labels"] == sum(not label.optional for p in PASSAGES for label in p.mentions)
