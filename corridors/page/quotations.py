"""Mentions as the page quotes them: each sentence cut where mentions begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from corridors.model import Mention, Quote

if TYPE_CHECKING:
    from corridors.atlas import Atlas


def mentions(atlas: Atlas) -> list[dict[str, Any]]:
    """Return the mentions in document order, numbered from 1 as in `mentions.jsonl`."""
    shown = {entry.id for entry in atlas.entries}
    order = {document.id: index for index, document in enumerate(atlas.documents)}
    numbered = list(enumerate(atlas.records, 1))
    by_quote: dict[tuple[str, Quote], list[tuple[int, Mention]]] = {}
    for n, mention in numbered:
        by_quote.setdefault((mention.document, mention.quote), []).append((n, mention))
    return [
        {
            "n": n,
            "document": order[mention.document],
            "corridor": mention.corridor or (mention.entry if mention.entry in shown else None),
            "kind": str(mention.kind),
            "exact": mention.exact,
            "parts": parts(mention, n, by_quote[mention.document, mention.quote]),
            "start": mention.start,
            "end": mention.end,
            "speaker": mention.speaker,
            "direct": mention.direct,
            "certainty": str(mention.certainty),
            "route": None if mention.route is None else dict(mention.route),
        }
        for n, mention in numbered
    ]


def parts(mention: Mention, number: int, others: Sequence[tuple[int, Mention]]) -> list[list[Any]]:
    """
    Cut a quote into pairs of text and the number of the mention it is, 0 for the words between.

    The quote's own mention is never cut; another mention that overlaps it is left out.
    """
    quote = mention.quote
    inside = [(mention.start, mention.end, number)]
    for n, other in others:
        apart = other.end <= mention.start or other.start >= mention.end
        if n != number and apart and quote.start <= other.start and other.end <= quote.end:
            inside.append((other.start, other.end, n))
    pieces: list[list[Any]] = []
    at = quote.start
    for start, end, n in sorted(inside):
        if start < at:
            continue
        if start > at:
            pieces.append([quote.exact[at - quote.start : start - quote.start], 0])
        pieces.append([quote.exact[start - quote.start : end - quote.start], n])
        at = end
    if at < quote.end:
        pieces.append([quote.exact[at - quote.start :], 0])
    return pieces
