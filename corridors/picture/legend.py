"""What stands under a static picture: its legend and where everything in it comes from."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from corridors.picture.marks import Pen, draw_break, draw_leg, draw_limit, draw_mark, draw_turns, mark_kind
from corridors.picture.text import font, legible, size_of

MARGIN = 24.0
ROW = 20.0
SWATCH = 40.0
CREDIT_ROW = 14.0
MOST_DOCUMENTS = 4

Style = Mapping[str, str]
Item = tuple[str, Callable[[Pen, Style, float, float], None]]


class Legend:
    """
    The corridors, the marks that the picture really shows, and the credits, in rows of a given width.

    `height` is known before anything is drawn.
    """

    def __init__(self, payload: Mapping[str, Any], width: float) -> None:
        self._width = width - 2 * MARGIN
        self._font, self._small = font(12), font(10)
        corridors = [corridor for corridor in payload["corridors"] if corridor["branches"]]
        self._rows = [*self._flow([_corridor_item(c) for c in corridors]), *self._flow(_mark_items(payload))]
        self._credits = [line for text in credit_lines(payload) for line in self._wrap(text)]

    @property
    def height(self) -> float:
        """How much room the legend takes."""
        return len(self._rows) * ROW + len(self._credits) * CREDIT_ROW + 22

    def draw(self, pen: Pen, style: Style, *, top: float) -> None:
        """Draw legend and credits from `top` downwards."""
        y = top + ROW / 2
        for row in self._rows:
            x = MARGIN
            for text, swatch in row:
                swatch(pen, style, x, y)
                pen.text(x + SWATCH + 6, y, text, self._font, ink=style["ink"], halo=None)
                x += self._item_width(text)
            y += ROW
        y += 6
        for line in self._credits:
            pen.text(MARGIN, y, line, self._small, ink=style["muted"], halo=None)
            y += CREDIT_ROW

    def _item_width(self, text: str) -> float:
        return SWATCH + 6 + size_of(text, self._font)[0] + 22

    def _flow(self, items: Sequence[Item]) -> list[list[Item]]:
        rows: list[list[Item]] = []
        left = 0.0
        for item in items:
            wide = self._item_width(item[0])
            if not rows or left < wide:
                rows.append([])
                left = self._width
            rows[-1].append(item)
            left -= wide
        return rows

    def _wrap(self, text: str) -> list[str]:
        letters = int(self._width / max(1.0, size_of(text, self._small)[0]) * len(text))
        return textwrap.wrap(text, max(40, letters - 2))


def credit_lines(payload: Mapping[str, Any]) -> list[str]:
    """Return the credits: the sources of land, lines and places, and the documents that were read."""
    words = payload["words"]
    named = [_document(document) for document in payload["documents"]]
    shown = named[:MOST_DOCUMENTS]
    more = len(payload["documents"]) - len(shown)
    if more:
        shown.append(words["picture.more"].replace("{n}", str(more)))
    read = [words["picture.documents"].replace("{documents}", "; ".join(shown))] if named else []
    return [*read, words["credit"]]


def _document(document: Mapping[str, Any]) -> str:
    name = next(filter(None, (legible(document[key]) for key in ("publisher", "title", "id"))), "")
    return ", ".join(part for part in (name, legible(document["date"])) if part)


def _corridor_item(corridor: Mapping[str, Any]) -> Item:
    colours = corridor["colours"]
    leg = {"mode": "sea", "status": "operating", "certainty": "certain"}
    return legible(corridor["name"]), _line(leg, colours["light"], colours["turn"], width=5.0)


def _mark_items(payload: Mapping[str, Any]) -> list[Item]:
    """Return the marks of modes, states and places that this map shows, with their names."""
    words, legs = payload["words"], payload["legs"]
    modes = dict.fromkeys(leg["mode"] for leg in legs)
    items: list[Item] = [
        (words[f"mode.{mode}"], _line({"mode": mode, "status": "operating", "certainty": "certain"})) for mode in modes
    ]
    for status in ("under-construction", "planned", "suspended"):
        sample = next((leg for leg in legs if leg["status"] == status), None)
        if sample:
            items.append((words[f"status.{status}"], _line({**sample, "certainty": "certain"})))
    if any(leg["certainty"] == "uncertain" and leg["status"] in ("operating", "suspended") for leg in legs):
        sample = {"mode": "road", "status": "operating", "certainty": "uncertain"}
        items.append((words["line.uncertain"], _line(sample)))
    if any(corridor["limits"] for corridor in payload["corridors"]):
        items.append((words["limit"], lambda pen, style, x, y: draw_limit(pen, _run(x, y), style["ink"])))
    kinds = sorted({mark_kind(place["kind"]) for place in payload["places"]})
    items += [(words[f"kind.{kind}"], _mark(kind)) for kind in kinds]
    if payload["breaks"]:
        items.append((words["break"], _break))
    return items


def _line(leg: Mapping[str, Any], colour: str = "", turn: int = 0, *, width: float = 0.0) -> Callable[..., None]:
    def draw(pen: Pen, style: Style, x: float, y: float) -> None:
        colours = {"line": colour or style["ink"], "ground": style["paper"], "ink": style["ink"], "grey": style["grey"]}
        if width:
            pen.line([_run(x, y)], colours["line"], width)
        draw_leg(pen, [_run(x, y)], leg, colours, turn=0)
        if turn:
            draw_turns(pen, np.array([[x + SWATCH / 2, y]]), np.array([[1.0, 0.0]]), turn, style["ink"])

    return draw


def _mark(kind: str) -> Callable[..., None]:
    def draw(pen: Pen, style: Style, x: float, y: float) -> None:
        draw_mark(pen, x + SWATCH / 2, y, kind, ink=style["ink"], ground=style["paper"])

    return draw


def _break(pen: Pen, style: Style, x: float, y: float) -> None:
    draw_break(pen, x + SWATCH / 2, y, ink=style["ink"], ground=style["paper"])


def _run(x: float, y: float) -> Any:
    return np.array([[x + 2, y], [x + SWATCH - 2, y]])
