"""Static pictures: what is in them, where it lies, and that they are the same each time."""

from __future__ import annotations

import io
import itertools
import re
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors._errors import UnknownNameError
from corridors.atlas import Atlas, draw
from corridors.catalogues import catalogue
from corridors.model import Document
from corridors.page import build_payload
from corridors.picture import picture
from corridors.picture.legend import credit_lines
from corridors.picture.plate import read_style
from corridors.picture.spread import GAP, spread
from corridors.picture.text import font, legible, size_of
from corridors.picture.view import Space, View, frame, mercator, polar, thinned, walk

SIGNATURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def payload(bundled: Atlas) -> dict:
    return build_payload(bundled)


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(SIGNATURE)
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def pixels(png: bytes) -> np.ndarray:
    from matplotlib.image import imread

    return (imread(io.BytesIO(png))[..., :3] * 255).round().astype(int)


def share_of(image: np.ndarray, colour: str) -> float:
    """Return how much of a picture is of a colour."""
    wanted = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return float((np.abs(image - wanted).max(axis=2) <= 6).mean())


def test_a_picture_shows_land_sea_and_every_corridor(payload: dict) -> None:
    png = picture(payload)
    assert size(png)[0] == 2560
    image, style = pixels(png), read_style()
    assert share_of(image, style["sea"]) > 0.2
    assert share_of(image, style["land"]) > 0.2
    for corridor in payload["corridors"]:
        assert share_of(image, corridor["colours"]["light"]) > 0.0005


def test_a_picture_is_the_same_each_time_and_says_nothing_of_when_or_by_what(payload: dict) -> None:
    for kind in ("png", "svg"):
        first = picture(payload, kind=kind)
        assert picture(payload, kind=kind) == first
        assert not re.search(rb"20\d\d-\d\d-\d\dT|tIME|Matplotlib v", first)


def test_svg_is_well_formed_and_asks_for_nothing(payload: dict) -> None:
    root = ElementTree.fromstring(picture(payload, kind="svg"))
    assert root.tag.endswith("}svg")
    links = [value for element in root.iter() for name, value in element.attrib.items() if name.endswith("href")]
    assert all(link.startswith("#") for link in links)
    assert not list(root.iter("{http://www.w3.org/2000/svg}image"))


def test_the_view_suits_the_corridors_unless_one_is_asked_for() -> None:
    known = catalogue()
    arctic = build_payload(draw([known["northern-sea-route"]]))
    assert picture(arctic) == picture(arctic, view="polar") != picture(arctic, view="mercator")
    both = build_payload(draw([known["northern-sea-route"], known["instc"]]))
    assert picture(both) == picture(both, view="mercator")


def test_nothing_to_draw_is_a_picture_too() -> None:
    assert size(picture(build_payload(draw([]))))[0] == 2560


@pytest.mark.parametrize(
    ("options", "text"),
    [({"kind": "pdf"}, "no kind of picture is called .pdf."), ({"view": "globe"}, "no view is called .globe.")],
)
def test_unknown_kinds_and_views_are_refused(payload: dict, options: dict[str, str], text: str) -> None:
    with pytest.raises(UnknownNameError, match=text):
        picture(payload, **options)


def test_hostile_names_are_text(bundled: Atlas) -> None:
    titles = ["$\\frac{1}{0}$ <script>", "走廊", "\x00\ud800", "", "A", "B", "C"]
    documents = tuple(Document(id=str(i), text="", publisher=title) for i, title in enumerate(titles))
    odd = build_payload(replace(bundled, documents=documents, records=()))
    ElementTree.fromstring(picture(odd, kind="svg"))
    first = credit_lines(odd)[0]
    assert first == "Corridors named in: $\\frac{1}{0}$ <script>; 1; 2; 3; and 3 more."


def test_credits_name_the_sources_and_the_documents(payload: dict) -> None:
    text = " ".join(credit_lines(payload))
    for name in ("Natural Earth", "© OpenStreetMap contributors", "GeoNames", "Deccan Herald", "Not for navigation"):
        assert name in text


def test_legible_leaves_what_the_font_has() -> None:
    assert legible("Näme – Пример") == "Näme – Пример"
    assert legible("a\x00b\n走 c") == "a b c"


def test_a_longer_text_is_wider() -> None:
    assert size_of("mmm", font(12))[0] > size_of("mm", font(12))[0] > 0
    assert size_of("mm", font(24))[0] == pytest.approx(2 * size_of("mm", font(12))[0], rel=0.02)


# --- the plane ------------------------------------------------------------------------------------------------


def test_projections_agree_with_the_globe() -> None:
    at = np.array([[0.0, 0.0], [180.0, 85.0511287798], [100.0, 90.0]])
    assert mercator(at)[0] == pytest.approx([0.5, 0.5])
    assert mercator(at)[1] == pytest.approx([1.0, 0.0], abs=1e-9)
    assert polar(at)[2] == pytest.approx([0.5, 0.5])
    assert polar(np.array([[100.0, 0.0]]))[0] == pytest.approx([0.5, 0.5 + np.sqrt(0.5) / np.pi])


def test_a_line_over_the_antimeridian_is_whole() -> None:
    line = mercator(np.column_stack([np.linspace(160, 200, 50), np.linspace(60, 65, 50)]))
    other = mercator(np.array([[-165.0, 60.0], [-150.0, 55.0]]))
    view = frame([line, other], mercator, width=800, heights=(300, 600, 40, 40))
    (run,) = [run for run in view.shown(line) if run[:, 0].min() > 0 and run[:, 0].max() < 800]
    assert np.hypot(*np.diff(run, axis=0).T).max() < 30
    assert any(run[:, 0].min() > 0 and run[:, 0].max() < 800 for run in view.shown(other))


boxes = st.lists(
    st.tuples(st.floats(-180, 179), st.floats(-60, 60), st.floats(0.5, 60), st.floats(0.5, 15)), min_size=1, max_size=6
)


@given(boxes)
def test_a_frame_holds_every_line(drawn: list[tuple[float, float, float, float]]) -> None:
    lines = [mercator(np.array([[w, s], [w + width, s + height]])) for w, s, width, height in drawn]
    view = frame(lines, mercator, width=900, heights=(200, 700, 50, 40))
    assert 200 <= view.height <= 700
    for line in lines:
        inside = [
            run
            for run in view.shown(line)
            if run.min() >= -1e-6 and run[:, 0].max() <= 900 + 1e-6 and run[:, 1].max() <= view.height + 1e-6
        ]
        assert inside


def test_walking_visits_evenly_spaced_points() -> None:
    points, ways = walk(np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 0.0], [10.0, 10.0]]), 4)
    assert points.tolist() == [[0, 0], [4, 0], [8, 0], [10, 2], [10, 6]]
    assert ways[-1].tolist() == [0, 1]
    assert len(walk(np.array([[1.0, 1.0], [1.0, 1.0]]), 4)[0]) == 0


def test_thinning_keeps_the_ends() -> None:
    run = np.array([[0.0, 0.0], [0.1, 0.0], [5.0, 0.0], [5.1, 0.0]])
    assert thinned(run, 1.0).tolist() == [[0, 0], [5, 0], [5.1, 0]]


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 200)), max_size=40))
def test_labels_never_overlap_nor_leave_the_frame(points: list[tuple[float, float]]) -> None:
    space = Space((0.0, 0.0, 300.0, 200.0))
    placed = [box for x, y in points if (box := space.place(x, y, (40.0, 12.0), gap=5, tolerance=4))]
    for box in placed:
        assert box[0] >= 0
        assert box[1] >= 0
        assert box[2] <= 300
        assert box[3] <= 200
    for a, b in itertools.combinations(placed, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_a_view_repeats_the_world_in_mercator_only() -> None:
    flat = View(mercator, 100.0, -60.0, 0.0, 300.0, 100.0)
    assert len(list(flat.point(0.0, 0.0))) == 3
    assert len(list(View(polar, 100.0, 0.0, 0.0, 100.0, 100.0).point(0.0, 80.0))) == 1


# --- side by side -----------------------------------------------------------------------------------------------


def test_corridors_on_one_line_are_moved_apart_whichever_way_they_run() -> None:
    line = np.array([[0.0, 0.0], [400.0, 0.0]])
    first, second = spread([(0, line), (1, line[::-1])])
    middle = [run[np.abs(run[:, 0] - 200).argmin(), 1] for run in (first, second)]
    assert sorted(middle) == pytest.approx([-GAP / 2, GAP / 2])
    three = spread([(order, line) for order in range(3)])
    assert sorted(run[len(run) // 2, 1] for run in three) == pytest.approx([-GAP, 0, GAP])


def test_lines_that_cross_or_run_alone_stay() -> None:
    line, across = np.array([[0.0, 0.0], [400.0, 0.0]]), np.array([[200.0, -200.0], [200.0, 200.0]])
    assert [run.tolist() for run in spread([(0, line), (1, across)])] == [line.tolist(), across.tolist()]
    assert spread([(0, line), (0, line)])[1] is line


def test_the_command_draws_pictures_on_request(run, article, tmp_path) -> None:
    ran = run("map", article, "-o", tmp_path / "out", "--png", "--svg", "--view", "polar")
    assert ran.status == 0
    assert [line.rsplit("/", 1)[1] for line in ran.out.splitlines()][-2:] == ["map.png", "map.svg"]
    assert (tmp_path / "out" / "map.png").read_bytes().startswith(SIGNATURE)
    plain = run("map", article, "-o", tmp_path / "plain")
    assert plain.status == 0
    assert sorted(path.suffix for path in (tmp_path / "plain").iterdir()).count(".png") == 0
