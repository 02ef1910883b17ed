"""How lines and places look in a static picture: the page's marks (`js/strokes.js`, `js/marks.js`) in matplotlib."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from corridors.picture.view import Points, walk

if TYPE_CHECKING:
    from matplotlib.axes import Axes

POINTS_PER_PIXEL = 0.75
SLEEPER_GAP = 7.0
ALIKE = {"city": "station", "junction": "station", "canal": "strait", "island": "cape"}
SHAPES = ("port", "station", "border", "cape", "strait")


class Pen:
    """Draws on axes measured in pixels; everything is cut at `clip`, and later marks lie over earlier ones."""

    def __init__(self, axes: Axes, clip: Any) -> None:
        self.axes = axes
        self.clip = clip
        self.order = 1.0

    def line(
        self,
        runs: Sequence[Points],
        colour: str,
        width: float,
        *,
        dash: Sequence[float] = (),
        cap: str = "round",
        alpha: float = 1.0,
    ) -> None:
        """Stroke runs of pixels; `dash` gives the lengths of strokes and gaps in pixels."""
        from matplotlib.patches import PathPatch

        style: Any = (0, tuple(length * POINTS_PER_PIXEL for length in dash)) if dash else "solid"
        self._add(
            PathPatch(
                _path(runs), fill=False, edgecolor=colour, linewidth=width * POINTS_PER_PIXEL, linestyle=style,
                capstyle=cap, joinstyle="round", alpha=alpha,
            )
        )  # fmt: skip

    def shape(self, corners: Points, *, fill: str | None, edge: str = "none", width: float = 0.0) -> None:
        """Fill and outline a closed shape."""
        from matplotlib.patches import Polygon

        self._add(
            Polygon(
                corners, closed=True, fill=fill is not None, facecolor=fill or "none", edgecolor=edge,
                linewidth=width * POINTS_PER_PIXEL, joinstyle="round",
            )
        )  # fmt: skip

    def area(self, rings: Sequence[Points], *, fill: str, edge: str = "none", width: float = 0.0) -> None:
        """Fill rings as one area; holes run the other way round."""
        from matplotlib.patches import PathPatch

        self._add(PathPatch(_path(rings), facecolor=fill, edgecolor=edge, linewidth=width * POINTS_PER_PIXEL))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        font: Any,
        *,
        ink: str,
        halo: str | None,
        align: str = "left",
        angle: float = 0.0,
    ) -> None:
        """Write text about its middle height, with a halo in the ground's colour, turned by `angle` degrees."""
        from matplotlib.patheffects import withStroke

        effects = [withStroke(linewidth=3 * POINTS_PER_PIXEL, foreground=halo)] if halo else []
        written = self.axes.text(
            x, y, text, fontproperties=font, color=ink, ha=align, va="center_baseline" if angle == 0 else "center",
            rotation=angle, rotation_mode="anchor", zorder=self._next(), path_effects=effects, parse_math=False,
        )  # fmt: skip
        written.set_clip_path(self.clip)

    def _add(self, patch: Any) -> None:
        patch.set_zorder(self._next())
        self.axes.add_patch(patch)
        patch.set_clip_path(self.clip)

    def _next(self) -> float:
        self.order += 1.0
        return self.order


def draw_leg(
    pen: Pen, runs: Sequence[Points], leg: Mapping[str, Any], colours: Mapping[str, str], *, turn: int = 0
) -> None:
    """
    Draw runs of a leg: colour says which corridor, pattern mode and status.

    Parameters
    ----------
    leg
        With `mode`, `status` and `certainty`.
    colours
        `line`, `ground`, `ink` and `grey`.
    turn
        How often the set of colours was used up before this corridor; bars or dots on its line tell it.
    """
    hollow = leg["status"] in ("planned", "under-construction")
    colour = colours["grey"] if leg["status"] == "suspended" else colours["line"]
    if hollow:
        _hollow(pen, runs, leg, colour, colours["ground"])
    elif leg["certainty"] == "uncertain":
        pen.line(runs, colour, 2.8, dash=(0.01, 5.6))
    elif leg["mode"] == "rail":
        pen.line(runs, colour, 2.0)
        pen.line(runs, colour, 6.6, dash=(1.4, SLEEPER_GAP - 1.4), cap="butt")
    elif leg["mode"] == "road":
        pen.line(runs, colour, 3.0, dash=(6.0, 3.5), cap="butt")
    elif leg["mode"] == "river":
        pen.line([_wave(run) for run in runs], colour, 2.0)
    else:
        pen.line(runs, colour, 2.6)
    for run in runs if turn else ():
        points, directions = walk(run, 52.0)
        draw_turns(pen, points[1:], directions[1:], turn, colours["ink"])


def draw_casing(pen: Pen, runs: Sequence[Points], leg: Mapping[str, Any], ground: str) -> None:
    """Clear the ground under a leg, so that crossings read."""
    hollow = leg["status"] in ("planned", "under-construction")
    pen.line(runs, ground, (5.2 if hollow else 2.6) + 2.6, alpha=0.85)


def _hollow(pen: Pen, runs: Sequence[Points], leg: Mapping[str, Any], colour: str, ground: str) -> None:
    if leg["mode"] == "rail":
        pen.line(runs, colour, 8.6, dash=(1.4, 9.6), cap="butt")
    pen.line(runs, colour, 4.8, dash=(9.0, 4.0) if leg["mode"] == "road" else (), cap="butt")
    pen.line(runs, ground, 2.4, cap="butt")
    if leg["status"] == "under-construction":
        pen.line(runs, colour, 2.6, dash=(6.0, 6.0), cap="butt")


def _wave(run: Points) -> Points:
    points, directions = walk(run, 1.5)
    swing = 2.6 * np.sin(np.arange(len(points)) * 1.5 / 11 * 2 * np.pi)
    normals = np.column_stack([-directions[:, 1], directions[:, 0]])
    out: Points = np.vstack([points + normals * swing[:, None], run[-1:]])
    return out


def draw_turns(pen: Pen, points: Points, directions: Points, turn: int, ink: str) -> None:
    """Mark a line, at points with its directions there, for how often the set of colours was used up."""
    count, is_round = (turn - 1) % 3 + 1, (turn - 1) % 6 > 2
    bars: list[Points] = []
    for at, way in zip(points, directions, strict=True):
        for i in range(count):
            middle = at + way * (i - (count - 1) / 2) * (7.0 if is_round else 4.0)
            if is_round:
                pen.shape(middle + _corners("port", 2.6), fill=ink)
            else:
                across = np.array([-way[1], way[0]]) * 5
                bars.append(np.array([middle - across, middle + across]))
    if bars:
        pen.line(bars, ink, 1.7, cap="butt")


def mark_kind(kind: str) -> str:
    """Return the kind whose mark a kind of place shares."""
    shape = ALIKE.get(kind, kind)
    return shape if shape in SHAPES else "station"


def draw_mark(pen: Pen, x: float, y: float, kind: str, *, ink: str, ground: str) -> None:
    """Draw the mark of a place: one small shape for each kind."""
    shape, at = mark_kind(kind), np.array([x, y])
    if shape == "strait":
        arcs = [at + arc for arc in _brackets()]
        pen.line(arcs, ground, 4.0)
        pen.line(arcs, ink, 1.4)
        return
    corners = at + _corners(shape, 2.4 if kind == "junction" else 3.3)
    pen.shape(corners, fill=ground, edge=ground, width=4.0)
    pen.shape(corners, fill=ground, edge=ink, width=1.5)
    if shape == "port":
        pen.shape(at + _corners("port", 1.3), fill=ink)


def _corners(shape: str, radius: float) -> Points:
    if shape == "port":
        turns = np.linspace(0, 2 * np.pi, 25)[:-1]
        return radius * np.column_stack([np.cos(turns), np.sin(turns)])
    corners = {
        "station": [(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)],
        "border": [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)],
        "cape": [(0, -1.15), (1.1, 0.85), (-1.1, 0.85)],
    }[shape]
    return radius * np.array(corners, dtype=float)


def _brackets() -> list[Points]:
    turns = np.linspace(-0.9, 0.9, 9)
    right = np.column_stack([4 * np.cos(turns) - 7.6, 4 * np.sin(turns)])
    return [right, right * (-1, 1)]


def draw_break(pen: Pen, x: float, y: float, *, ink: str, ground: str) -> None:
    """Draw the mark of a break of gauge: a narrow pair of rails meets a wide one."""
    at = np.array([x, y])
    pen.shape(at + _corners("port", 7.0), fill=ground, edge=ink, width=1.2)
    rails = [(-5.0, -0.8, 1.6), (0.8, 5.0, 3.0)]
    pen.line(
        [at + np.array([[a, side * half], [b, side * half]]) for a, b, half in rails for side in (-1, 1)], ink, 1.2
    )


def draw_limit(pen: Pen, run: Points, ink: str) -> None:
    """Draw a statutory limit."""
    pen.line([run], ink, 1.3, dash=(7.0, 3.0, 1.5, 3.0), cap="butt")


def _path(runs: Sequence[Points]) -> Any:
    from matplotlib.path import Path

    codes = [code for run in runs for code in (Path.MOVETO, *[Path.LINETO] * (len(run) - 1))]
    return Path(np.vstack(runs), codes)
