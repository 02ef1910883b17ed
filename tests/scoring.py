"""Precision and recall of a reader on labelled passages; `python tests/scoring.py` prints those of the package."""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corridors.mentions import find
from corridors.model import Mention

WORLD = Path(__file__).parent / "data" / "texts" / "world.toml"


@dataclass(frozen=True)
class Label:
    """A span of a passage with what a careful human says of it; without a corridor it is a trap."""

    start: int
    end: int
    exact: str
    corridor: str | None = None
    kind: str = ""
    speaker: str | None = None
    direct: bool = False
    optional: bool = False


@dataclass(frozen=True)
class Passage:
    """A text with its labels."""

    id: str
    text: str
    mentions: tuple[Label, ...]
    traps: tuple[Label, ...]


@dataclass
class Score:
    """What was found, counted. `errors` says each miss and each false find in a line."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def share(self, part: str, *whole: str) -> float:
        """Give one count as a share of the sum of others, 1 where there is nothing to count."""
        total = sum(self.counts[key] for key in whole)
        return self.counts[part] / total if total else 1.0

    @property
    def precision(self) -> float:
        return self.share("right", "right", "false")

    @property
    def recall(self) -> float:
        return self.share("right", "right", "missed")

    @property
    def direct(self) -> float:
        return self.share("direct", "right")

    @property
    def speakers(self) -> float:
        return self.share("speaker", "has speaker")

    def __str__(self) -> str:
        """Give the figures in a line."""
        shares = {name: getattr(self, name) for name in ("precision", "recall", "direct", "speakers")}
        parts = [f"{name} {share:.3f}" for name, share in shares.items()]
        return ", ".join([*parts, f"traps taken {self.counts['trap']}", f"mentions {self.counts['labels']}"])


def placed(text: str, rows: Iterable[dict[str, Any]]) -> tuple[Label, ...]:
    """Find the place of each label: the next occurrence after the label before, or the nth."""
    at, labels = 0, []
    for row in rows:
        for _ in range(row.get("nth", 1)):
            start = text.index(row["exact"], at)
            at = start + len(row["exact"])
        labels.append(Label(start, at, **{key: value for key, value in row.items() if key != "nth"}))
    return tuple(labels)


def passages(path: Path = WORLD) -> list[Passage]:
    """Read a file of labelled passages."""
    rows = tomllib.loads(path.read_text("utf-8"))["passages"]
    return [
        Passage(p["id"], p["text"], placed(p["text"], p["mentions"]), placed(p["text"], p.get("traps", ())))
        for p in rows
    ]


def overlap(label: Label, mention: Mention) -> float:
    """Give the common part of two spans as a share of the longer."""
    both = min(label.end, mention.end) - max(label.start, mention.start)
    return max(both, 0) / max(label.end - label.start, mention.end - mention.start)


def matches(label: Label, mention: Mention) -> bool:
    """Tell whether a mention is the labelled one; where a description of a route ends is a matter of taste."""
    enough = 0.3 if label.kind == "endpoints" else 0.6
    return label.corridor == mention.corridor and overlap(label, mention) >= enough


def words(name: str | None) -> set[str]:
    """Split a speaker's name for comparing: one word in common is enough."""
    bare = (name or "").replace("’s", "").lower()
    return {word.strip(".,()'’") for word in bare.split()} - {"the", "a", "of", ""}


def count(passage: Passage, found: list[Mention], score: Score) -> None:
    """Add one passage to a score."""
    left = list(found)
    for label in passage.mentions:
        mention = next((m for m in left if matches(label, m)), None)
        if mention:
            left.remove(mention)
        if label.optional:
            continue
        score.counts["labels"] += 1
        if not mention:
            score.counts["missed"] += 1
            score.errors.append(f"missed {passage.id}: {label.exact!r} ({label.corridor})")
            continue
        score.counts["right"] += 1
        score.counts["direct"] += label.direct == mention.direct
        if label.speaker:
            score.counts["has speaker"] += 1
            score.counts["speaker"] += bool(words(label.speaker) & words(mention.speaker))
    for mention in left:
        outside = mention.corridor is None and str(mention.kind) == "endpoints"
        if outside or any(label.optional and overlap(label, mention) for label in passage.mentions):
            continue
        score.counts["false"] += 1
        score.counts["trap"] += any(overlap(trap, mention) > 0 for trap in passage.traps)
        score.errors.append(f"false {passage.id}: {mention.exact!r} ({mention.corridor})")


def scored(texts: Iterable[Passage], reader: Callable[[str], list[Mention]] = find) -> Score:
    """Score a reader on passages."""
    score = Score()
    for passage in texts:
        count(passage, reader(passage.text), score)
    return score


if __name__ == "__main__":
    result = scored(passages(Path(sys.argv[1]) if len(sys.argv) > 1 else WORLD))
    print(*result.errors, result, sep="\n")
