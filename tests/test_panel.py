"""Entries of the panel that are no ordinary corridor: umbrellas, routes outside the catalogue, shared colours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from browser import CHOSEN, WIDE, chosen, opened, pick, sample, settle, write
from playwright.sync_api import Browser

from corridors.atlas import draw
from corridors.model import Branch, Corridor, Leg, Mode, Status
from corridors.page import build_payload

pytestmark = pytest.mark.browser


def straight(key: str, start: str, end: str, **more: object) -> Corridor:
    """Make a corridor of one planned, hence straight, leg."""
    branch = Branch("main", "Main", (Leg(Mode.SEA, start, end, status=Status.PLANNED),))
    return Corridor(key, key.title(), f"About {key}.", (), (branch,), **more)  # type: ignore[arg-type]


def test_an_umbrella_points_to_its_corridors_and_keeps_them_in_sight(browser: Browser, tmp_path: Path) -> None:
    umbrella = Corridor("plan", "The Plan", "A plan.", (), (), umbrella=True, members=("one", "instc"))
    one, two = straight("one", "murmansk", "provideniya"), straight("two", "chennai", "vladivostok")
    with opened(browser, write(tmp_path, draw([umbrella, one, two])), "#corridor=plan", **WIDE) as page:
        entry = page.locator("[data-corridor='plan']")
        assert chosen(page, "corridor") == ["plan"]
        assert "without a line of its own" in entry.inner_text()
        assert "International North-South Transport Corridor" in entry.inner_text()
        assert entry.locator(".members button").all_inner_texts() == ["One"]
        bounds = "(at => map.getBounds().contains(at))"
        assert page.evaluate(f"{bounds}([68.97, 33.05])")
        faded = page.evaluate("Object.fromEntries(map.plate.found().strokes.map(s => [s.stroke.corridor, s.faded]))")
        assert faded == {"one": False, "two": True}
        entry.get_by_role("button", name="One").click()
        assert chosen(page, "corridor") == ["one"]


def test_routes_outside_the_catalogue_stand_apart(browser: Browser, tmp_path: Path) -> None:
    listed, found = straight("one", "murmansk", "provideniya"), straight("two", "chennai", "vladivostok", listed=False)
    with opened(browser, write(tmp_path, draw([found, listed])), **WIDE) as page:
        assert page.locator(".corridors [data-corridor]").evaluate_all("all => all.map(e => e.dataset.corridor)") == [
            "one"
        ]
        assert page.locator(".loose [data-corridor]").evaluate_all("all => all.map(e => e.dataset.corridor)") == ["two"]
        page.locator(".loose").get_by_role("button", name="Two").first.click()
        assert chosen(page, "corridor") == ["two"]
        assert page.locator(".lead").inner_text().startswith("One transport corridor and one route ")


def test_colours_are_given_and_told_apart_by_marks_when_used_up(browser: Browser, tmp_path: Path) -> None:
    entries = [straight(f"c{i}", "murmansk", "provideniya") for i in range(12)]
    atlas = draw(entries)
    colours = [corridor["colours"] for corridor in build_payload(atlas)["corridors"]]
    assert len({colour["light"] for colour in colours}) == 10
    assert [colour["turn"] for colour in colours] == [0] * 10 + [1] * 2
    with opened(browser, write(tmp_path, atlas), **WIDE) as page:
        assert page.locator(".corridor h2 .hue[data-marks]").count() == 2
        hues = page.locator(".corridor").evaluate_all(
            "all => all.map(e => getComputedStyle(e).getPropertyValue('--hue'))"
        )
        assert len(set(hues)) == 10


def test_a_dark_screen_prints_on_white(browser: Browser, tmp_path: Path) -> None:
    def print_map(scheme: str) -> str:
        with opened(browser, write(tmp_path, sample("xSample")), color_scheme=scheme, **WIDE) as page:
            page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
            return page.locator("#print-map").get_attribute("src") or ""

    assert print_map("dark") == print_map("light") != ""


def test_an_umbrella_alone_says_so_on_an_empty_map(browser: Browser, tmp_path: Path) -> None:
    umbrella = Corridor("plan", "The Plan", "A plan.", (), (), umbrella=True, members=("instc",))
    atlas = draw([umbrella])
    with opened(browser, write(tmp_path, replace(atlas, documents=())), **WIDE) as page:
        page.get_by_role("button", name="The Plan", exact=True).click()
        assert chosen(page, "corridor") == ["plan"]
        assert "without a line of its own" in page.locator("[data-corridor='plan']").inner_text()


def test_corridors_on_one_line_run_side_by_side_and_can_both_be_hit(browser: Browser, tmp_path: Path) -> None:
    one, two = straight("one", "chennai", "vladivostok"), straight("two", "vladivostok", "chennai")
    atlas = draw([one, two])
    lon, lat = atlas.routes["one.main.1"].geometry.interpolate(0.45, normalized=True).coords[0]
    with opened(browser, write(tmp_path, atlas), **WIDE) as page:
        page.evaluate("at => map.setView(at, 4, {animate: false})", [lat, lon])
        nearest = page.evaluate(
            "at => { const p = map.plate.toCanvas(map.latLngToContainerPoint(at));"
            " return map.plate.found().strokes.map(({ stroke, runs }) => { let best = null; for (const run of runs)"
            " for (let i = 0; i < run.length; i += 2) { const d = Math.hypot(run[i] - p.x, run[i + 1] - p.y);"
            " if (!best || d < best.d) best = { d, x: run[i] - p.x, y: run[i + 1] - p.y }; }"
            " return [stroke.corridor, best]; }); }",
            [lat, lon],
        )
        (first, a), (second, b) = nearest
        assert [first, second] == ["one", "two"]
        assert 4 < ((a["x"] - b["x"]) ** 2 + (a["y"] - b["y"]) ** 2) ** 0.5 < 8
        box = page.locator("#map").bounding_box()
        x, y = page.evaluate("at => { const p = map.latLngToContainerPoint(at); return [p.x, p.y]; }", [lat, lon])
        for key, place in nearest:
            settle(page)
            at = (box["x"] + x + 1.6 * place["x"], box["y"] + y + 1.6 * place["y"])
            pick(page, lambda at=at: at, CHOSEN)
            assert chosen(page, "corridor") == [key]
            page.keyboard.press("Escape")
            page.keyboard.press("Escape")


def test_a_line_alone_stays_where_it_is(browser: Browser, tmp_path: Path) -> None:
    crossing = [straight("one", "chennai", "vladivostok"), straight("two", "murmansk", "singapore")]
    with opened(browser, write(tmp_path, draw(crossing)), **WIDE) as page:
        steps = page.evaluate(
            "map.plate.found().strokes.flatMap(s => s.runs).map(run => run.length > 4 ?"
            " Math.hypot(run[2] - run[0], run[3] - run[1]) : 9)"
        )
        assert min(steps) != pytest.approx(4, abs=0.01), "a line without company was cut into steps"


def test_what_is_named_but_cannot_be_drawn_is_said(browser: Browser, tmp_path: Path) -> None:
    atlas = replace(draw([straight("one", "murmansk", "provideniya")]), undrawn=("A–B is named but not drawn: <b>",))
    with opened(browser, write(tmp_path, atlas), **WIDE) as page:
        assert "A–B is named but not drawn: <b>" in page.locator(".loose").inner_text()
