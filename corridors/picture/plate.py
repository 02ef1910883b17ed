"""
A static picture of the map, for papers: PNG or SVG by matplotlib, with the page's land, marks and colours.

The picture is made from the page's payload, so both show the same. Equal payloads give equal bytes with one version
of matplotlib.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from corridors._errors import UnknownNameError
from corridors.page.codec import decode_line
from corridors.picture.captions import write_captions
from corridors.picture.legend import MARGIN, Legend
from corridors.picture.marks import Pen, draw_break, draw_casing, draw_leg, draw_limit, draw_mark
from corridors.picture.spread import spread
from corridors.picture.text import font, size_of
from corridors.picture.view import (
    POLAR_EDGE,
    POLAR_RADIUS,
    Points,
    Space,
    View,
    frame,
    mercator,
    polar,
    thinned,
    walk,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

VIEWS = ("auto", "mercator", "polar")
WIDTH = 1280.0
HEIGHTS = (460.0, 980.0, 90.0, 60.0)
BAND = 17.0
SHARPNESS = 192
PLACE_ZOOM = (0.0, 2.4, 3.4, 4.4)
SEA_ZOOM = (0.0, 1.0, 2.3, 3.3, 4.4, 5.6)
BREAK_ZOOM = 4.2
ANTARCTIC = -80.0


def picture(payload: Mapping[str, Any], *, kind: str = "png", view: str = "auto") -> bytes:
    """
    Draw the map of a payload and return the file's bytes.

    Parameters
    ----------
    payload
        What `corridors.page.build_payload` returned.
    kind
        ``png`` or ``svg``.
    view
        ``mercator``, ``polar``, or ``auto``: polar when every corridor with a line lies mostly beyond 60° N.

    Raises
    ------
    UnknownNameError
        When there is no such kind or view.
    """
    if kind not in ("png", "svg"):
        raise UnknownNameError("kind of picture", kind, ("png", "svg"))
    if view not in VIEWS:
        raise UnknownNameError("view", view, VIEWS)
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update({"svg.hashsalt": "corridors", "lines.scale_dashes": False})
        figure = _figure(_Given.of(payload, view))
        out = io.BytesIO()
        metadata = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
        figure.savefig(out, format=kind, dpi=SHARPNESS, metadata=metadata, facecolor=figure.get_facecolor())
    return out.getvalue()


@dataclass(frozen=True)
class _Given:
    """A payload with what is worked out of it: the view, the lines on the plane, the style sheet's colours."""

    payload: Mapping[str, Any]
    view: View
    lines: Sequence[Points]
    style: Mapping[str, str]

    @classmethod
    def of(cls, payload: Mapping[str, Any], asked: str) -> _Given:
        drawn = [corridor for corridor in payload["corridors"] if corridor["branches"]]
        is_polar = asked == "polar" or (asked == "auto" and bool(drawn) and all(c["polar"] for c in drawn))
        project = polar if is_polar else mercator
        steps = payload["lines"]["steps"]
        lines = [project(np.array(decode_line(text, steps_per_degree=steps))) for text in payload["lines"]["encoded"]]
        shown = [lines[leg["line"]] for leg in payload["legs"]]
        size = (HEIGHTS[0], HEIGHTS[1], HEIGHTS[2], HEIGHTS[3])
        return cls(payload, frame(shown, project, width=WIDTH - 2 * BAND, heights=size), lines, read_style())

    @property
    def zoom(self) -> float:
        """The view's scale as the page counts it."""
        return float(np.log2(self.view.scale / 256))


def read_style() -> dict[str, str]:
    """Return the colours of light ground by their names in the page's style sheet."""
    text = files("corridors.page").joinpath("css", "base.css").read_text(encoding="utf-8")
    return dict(re.findall(r"--([\w-]+): (#\w{6});", text.split("@media")[0]))


def _figure(given: _Given) -> Figure:
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    view, style = given.view, given.style
    legend = Legend(given.payload, WIDTH)
    height = view.height + 2 * BAND + legend.height
    figure = Figure(figsize=(WIDTH / 96, height / 96), facecolor=style["paper"])
    sheet = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0), frameon=False)
    sheet.set_axis_off()
    plate = figure.add_axes(
        (BAND / WIDTH, 1 - (BAND + view.height) / height, view.width / WIDTH, view.height / height),
        xlim=(0, view.width), ylim=(view.height, 0), frameon=False,
    )  # fmt: skip
    plate.set_axis_off()
    clip = Rectangle((0, 0), view.width, view.height, transform=plate.transData)
    _draw_plate(Pen(plate, clip), given)
    pen = Pen(sheet, Rectangle((0, 0), WIDTH, height, transform=sheet.transData))
    corners = np.array([[0, 0], [view.width, 0], [view.width, view.height], [0, view.height]]) + BAND
    pen.shape(corners, fill=None, edge=style["coast"], width=1.0)
    if not view.is_polar:
        _write_degrees(pen, given)
    legend.draw(pen, style, top=view.height + 2 * BAND)
    return figure


def _draw_plate(pen: Pen, given: _Given) -> None:
    view = given.view
    space = Space((4.0, 4.0, view.width - 4.0, view.height - 4.0))
    _draw_ground(pen, given)
    ways = _draw_legs(pen, given, space)
    _draw_limits(pen, given, space)
    _draw_breaks(pen, given, space)
    marked = _draw_marks(pen, given, space, ranks=(0, 1))
    _label_places(pen, given, space, marked)
    write_captions(pen, given.payload, ways, given.style, space)
    marked = _draw_marks(pen, given, space, ranks=(2, 3))
    _label_places(pen, given, space, marked)
    _name_seas(pen, given, space)


def _draw_ground(pen: Pen, given: _Given) -> None:
    view, style, land = given.view, given.style, given.payload["land"]
    corners = np.array([[0, 0], [view.width, 0], [view.width, view.height], [0, view.height]], dtype=float)
    disc = _disc(view) if view.is_polar else corners
    pen.shape(disc, fill=style["sea"])
    for line in _graticule(view, given.zoom):
        for run in view.shown(view.project(line)):
            pen.line([run], style["grid"], 0.75)
    coasts: list[Points] = []
    seamed: list[Points] = []
    for text in land["rings"].split(" "):
        degrees = np.array(decode_line(text, steps_per_degree=land["steps"]))
        south = degrees[:, 1].min() < ANTARCTIC
        if south and view.is_polar:
            continue
        for run in view.shown(view.project(degrees), margin=0):
            if np.ptp(run, axis=0).max() > 0.8:
                (seamed if south else coasts).append(thinned(np.vstack([run, run[:1]]), 0.7))
    if seamed:
        pen.area(seamed, fill=style["land"])
    if coasts:
        pen.area(coasts, fill=style["land"], edge=style["coast"], width=0.6)
    if view.is_polar:
        pen.shape(disc, fill=None, edge=style["coast"], width=1.0)


def _disc(view: View) -> Points:
    turns = np.linspace(0, 2 * np.pi, 361)
    return view.pixels(0.5 + POLAR_RADIUS * np.column_stack([np.cos(turns), np.sin(turns)]))


def _step(zoom: float) -> int:
    return next((step for least, step in ((7.5, 1), (6, 2), (5, 5), (3, 10), (2, 20)) if zoom >= least), 30)


def _graticule(view: View, zoom: float) -> list[Points]:
    step = _step(zoom)
    low, high = (POLAR_EDGE, 90.0 - step) if view.is_polar else (-80.0, 85.0)
    meridians = [np.column_stack([np.full(41, lon), np.linspace(low, high, 41)]) for lon in range(-180, 180, step)]
    rows = range(int(np.ceil(low / step)) * step, 90, step)
    parallels = [np.column_stack([np.linspace(-180, 180, 181), np.full(181, lat)]) for lat in rows]
    return [line.astype(float) for line in (*meridians, *parallels)]


def _draw_legs(pen: Pen, given: _Given, space: Space) -> dict[str, list[Points]]:
    """Draw every leg once and return the runs of each corridor."""
    payload, style = given.payload, given.style
    keys = ("corridor", "line", "mode", "status", "certainty")
    legs = list({tuple(leg[key] for key in keys): leg for leg in reversed(payload["legs"])}.values())[::-1]
    orders = {corridor["id"]: order for order, corridor in enumerate(payload["corridors"])}
    found = [(leg, run) for leg in legs for run in given.view.shown(given.lines[leg["line"]])]
    found = [(leg, thinned(run, 0.5)) for leg, run in found]
    runs = spread([(orders[leg["corridor"]], run) for leg, run in found])
    ways: dict[str, list[Points]] = {}
    for corridor in payload["corridors"]:
        own = [(leg, run) for (leg, _), run in zip(found, runs, strict=True) if leg["corridor"] == corridor["id"]]
        colours = {
            "line": corridor["colours"]["light"], "ground": style["halo"], "ink": style["ink"], "grey": style["grey"],
        }  # fmt: skip
        for leg, run in own:
            draw_casing(pen, [run], leg, style["halo"])
        for leg, run in own:
            draw_leg(pen, [run], leg, colours, turn=corridor["colours"]["turn"])
            space.pass_by(walk(run, 6.0)[0])
        ways[corridor["id"]] = [run for _, run in own]
    return ways


def _draw_limits(pen: Pen, given: _Given, space: Space) -> None:
    written = font(10.5, italic=True)
    limits = chain.from_iterable(corridor["limits"] for corridor in given.payload["corridors"])
    drawn = [
        (limit["name"], run)
        for limit in limits
        for run in given.view.shown(given.view.project(np.array(limit["line"], dtype=float)))
    ]
    for _, run in drawn:
        draw_limit(pen, run, given.style["ink"])
        space.pass_by(walk(run, 6.0)[0])
    for name, run in drawn:
        wide, _ = size_of(name, written)
        for x, y in sorted(run[[0, -1]].tolist(), key=lambda end: end[1]):
            box = space.place(x, y, (wide + 4, 14), gap=5, tolerance=2)
            if box is not None:
                _write_in(pen, box, name, written, given.style["ink"], given.style["halo"])
                break


def _draw_breaks(pen: Pen, given: _Given, space: Space) -> None:
    """Mark where the gauge changes, on maps large enough."""
    places = {place["id"]: place for place in given.payload["places"]}
    for mark in given.payload["breaks"] if given.zoom >= BREAK_ZOOM else ():
        place = places.get(mark["place"])
        for x, y in given.view.point(place["lon"], place["lat"]) if place else ():
            draw_break(pen, x + 14, y + 12, ink=given.style["ink"], ground=given.style["halo"])
            space.take((x + 6, y + 4, x + 22, y + 20))


def _draw_marks(
    pen: Pen, given: _Given, space: Space, *, ranks: tuple[int, ...]
) -> list[tuple[Mapping[str, Any], float, float]]:
    """Draw the marks of places of some ranks where there is room, and return them with their positions."""
    marked = []
    for place in given.payload["places"]:
        if place["rank"] not in ranks or given.zoom < PLACE_ZOOM[place["rank"]]:
            continue
        if given.view.is_polar and place["lat"] < POLAR_EDGE:
            continue
        for x, y in given.view.point(place["lon"], place["lat"]):
            if space.is_free((x - 3, y - 3, x + 3, y + 3)):
                space.take((x - 4, y - 4, x + 4, y + 4))
                draw_mark(pen, x, y, place["kind"], ink=given.style["ink"], ground=given.style["halo"])
                marked.append((place, x, y))
    return marked


def _label_places(
    pen: Pen, given: _Given, space: Space, marked: Sequence[tuple[Mapping[str, Any], float, float]]
) -> None:
    style = given.style
    for place, x, y in marked:
        water, first = place["kind"] in ("strait", "canal"), place["rank"] == 0
        written = font(13 if first else 11.5, bold=first and not water, italic=water, serif=water)
        name = re.sub(r" \([^)]*\)$", "", place["name"])
        size = (size_of(name, written)[0] + 4, 16.0 if first else 14.5)
        box = space.place(x, y, size, gap=9 if water else 7, tolerance=20 if first else 4)
        if box is not None:
            _write_in(pen, box, name, written, style["water-ink" if water else "ink"], style["halo"])


def _name_seas(pen: Pen, given: _Given, space: Space) -> None:
    for sea in given.payload["seas"]:
        if given.zoom < SEA_ZOOM[sea["rank"]] or (given.view.is_polar and sea["lat"] < POLAR_EDGE + 6):
            continue
        size = (15, 13, 12, 11.5, 11)[sea["rank"] - 1]
        written = font(size, italic=True, serif=True)
        wide = size_of(sea["name"], written)[0] / 2 + 3
        for x, y in given.view.point(sea["lon"], sea["lat"]):
            for shift in (0, -13, 13):
                box = (x - wide, y + shift - size * 0.7, x + wide, y + shift + size * 0.7)
                if space.is_free(box) and space.crossings(box) == 0:
                    space.take(box)
                    _write_in(pen, box, sea["name"], written, given.style["water-ink"], given.style["sea"])
                    break


def _write_in(pen: Pen, box: tuple[float, float, float, float], text: str, written: Any, ink: str, halo: str) -> None:
    pen.text((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, text, written, ink=ink, halo=halo, align="center")


def _write_degrees(pen: Pen, given: _Given) -> None:
    """Write the degrees of the graticule round the plate."""
    view, words, step = given.view, given.payload["words"], _step(given.zoom)
    written, ink = font(10), given.style["muted"]
    for lon in range(-180, 180, step):
        sign = "" if lon in (0, -180) else f"\u2009{words['compass.e' if lon > 0 else 'compass.w']}"
        for copy in view.copies:
            x = float((lon / 360 + 0.5 + copy) * view.scale - view.left)
            if MARGIN < x < view.width - MARGIN:
                for y in (BAND / 2, view.height + BAND * 1.5):
                    pen.text(x + BAND, y, f"{abs(lon)}°{sign}", written, ink=ink, halo=None, align="center")
    for lat in range(-90 + step, 90, step):
        sign = "" if lat == 0 else f"\u2009{words['compass.n' if lat > 0 else 'compass.s']}"
        y = float(view.pixels(view.project(np.array([[0.0, lat]])))[0, 1])
        if MARGIN < y < view.height - MARGIN:
            for x in (BAND / 2, view.width + BAND * 1.5):
                pen.text(x, y + BAND, f"{abs(lat)}°{sign}", written, ink=ink, halo=None, align="center", angle=90.0)
