"""The page in a real browser, opened from disk with the network off."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from browser import CARD, CHOSEN, NARROW, WIDE, chosen, opened, pick, sample, settle, until, write
from playwright.sync_api import Browser, Page

from corridors.atlas import Atlas, draw
from corridors.catalogues import catalogue
from corridors.model import Document
from corridors.page import build_payload, render

pytestmark = pytest.mark.browser

THREE = ["chennai-vladivostok", "instc", "northern-sea-route"]
HOSTILE = (
    "<script>window.hit=1</script></script><img src=x onerror='window.hit=1'> ${window.hit=1} `+(window.hit=1)+` "
    "{{7*7}} \\u0027 \u2028\u2029 \x00 \u202e evil \ud800 ]]> --> &lt;b&gt;"
)


def pixel(page: Page, lon: float, lat: float) -> tuple[float, float]:
    x, y = page.evaluate(
        "([lon, lat]) => { const p = map.latLngToContainerPoint([lat, lon]); "
        "const b = map.getContainer().getBoundingClientRect(); return [p.x + b.x, p.y + b.y]; }",
        [lon, lat],
    )
    return x, y


def test_opens_whole_and_quietly(browser: Browser, file: Path, bundled: Atlas) -> None:
    with opened(browser, file, **WIDE) as page:
        assert sorted(page.eval_on_selector_all("[data-corridor]", "all => all.map(e => e.dataset.corridor)")) == THREE
        shown = page.eval_on_selector_all(
            "[data-mention]",
            "all => all.map(e => [Number(e.dataset.mention), e.querySelector('mark').textContent, "
            "e.querySelector('blockquote').textContent])",
        )
        assert sorted(map(tuple, shown)) == [(n, m.exact, m.quote.exact) for n, m in enumerate(bundled.records, 1)]
        assert page.locator("#map").count() == 1
        assert page.title() == "Three transport corridors and the words that name them"
        assert page.locator("html").get_attribute("lang") == "en"


def test_every_quote_names_speaker_and_source(browser: Browser, file: Path, bundled: Atlas) -> None:
    titles = {d.id: d.title or d.publisher or d.id for d in bundled.documents}
    with opened(browser, file, **WIDE) as page:
        for n, mention in enumerate(bundled.records, 1):
            caption = page.locator(f"[data-mention='{n}'] figcaption").inner_text()
            assert (mention.speaker or "own words") in caption
            assert titles[mention.document] in caption


def test_lengths_stand_beside_published_ones_with_a_link(browser: Browser, file: Path) -> None:
    with opened(browser, file, **WIDE) as page:
        entry = page.locator("[data-corridor='chennai-vladivostok']")
        words = entry.locator(".lengths").inner_text().replace("\u202f", " ")
        assert "5 647 nm (official)" in words
        assert "longer than this line" in words
        links = entry.locator(".facts a").evaluate_all("all => all.map(a => a.href)")
        assert links
        assert all(link.startswith(("http://", "https://")) for link in links)


@pytest.mark.parametrize("corridor", THREE)
def test_address_opens_a_corridor(browser: Browser, file: Path, corridor: str) -> None:
    with opened(browser, file, f"#corridor={corridor}", **WIDE) as page:
        assert chosen(page, "corridor") == [corridor]
        assert page.locator(f"[data-corridor='{corridor}'] h2").is_visible()
        polar = page.locator(".tool-polar").get_attribute("aria-pressed") == "true"
        assert polar == (corridor == "northern-sea-route")


def test_address_opens_a_quote(browser: Browser, file: Path, bundled: Atlas) -> None:
    with opened(browser, file, "#mention=5", **WIDE) as page:
        assert chosen(page, "mention") == ["5"]
        assert chosen(page, "corridor") == [bundled.records[4].corridor]
        assert page.locator("[data-mention='5']").is_visible()


def test_address_sets_the_view(browser: Browser, file: Path) -> None:
    with opened(browser, file, "#map=6/38.500/50.000", **WIDE) as page:
        zoom, lat, lon = page.evaluate("[map.getZoom(), map.getCenter().lat, map.getCenter().lng]")
        assert (zoom, round(lat, 2), round(lon, 2)) == (6, 38.5, 50)


def test_embedded_it_is_the_map_alone(browser: Browser, file: Path) -> None:
    with opened(browser, file, "?embed", viewport={"width": 800, "height": 500}) as page:
        assert not page.locator("#panel").is_visible()
        box = page.locator("#map").bounding_box()
        assert box is not None
        assert box["width"] == 800


def test_quotes_are_walked_in_document_order(browser: Browser, file: Path, bundled: Atlas) -> None:
    with opened(browser, file, **WIDE) as page:
        seen = []
        for _ in bundled.records:
            page.get_by_role("button", name="Next quote").click()
            seen += chosen(page, "mention")
        assert seen == [str(n) for n in range(1, len(bundled.records) + 1)]
        page.get_by_role("button", name="Previous quote").click()
        assert chosen(page, "mention") == [str(len(bundled.records) - 1)]
        assert page.evaluate("location.hash") == f"#mention={len(bundled.records) - 1}"


def test_a_line_on_the_map_finds_its_entry_and_the_entry_its_line(browser: Browser, file: Path, bundled: Atlas) -> None:
    leg = "chennai-vladivostok.main.1"
    lon, lat = bundled.routes[leg].geometry.interpolate(0.35, normalized=True).coords[0]
    with opened(browser, file, "#corridor=chennai-vladivostok", **WIDE) as page:
        pick(page, lambda: pixel(page, lon, lat), CARD)
        assert page.locator(".card h2").inner_text().startswith("Chennai")
        page.keyboard.press("Escape")
        assert page.locator(".card").is_hidden()
        page.locator("[data-corridor='chennai-vladivostok'] .legs summary").first.click()
        page.locator(f"[data-leg='{leg}']").click()
        assert page.locator(".card h2").inner_text().startswith("Chennai")


def test_a_line_over_the_antimeridian_is_whole_in_every_copy(browser: Browser, tmp_path: Path) -> None:
    atlas = sample("xSample")
    line = atlas.routes["sample.main.1"].geometry
    lon, lat = line.interpolate(0.97, normalized=True).coords[0]
    assert lon > 180
    with opened(browser, write(tmp_path, atlas), **WIDE) as page:
        for shift in (0, -360):
            page.evaluate("at => map.setView(at, 3, {animate: false})", [lat, lon + shift])
            settle(page)
            pick(page, lambda at=lon + shift: pixel(page, at, lat), CHOSEN)
            assert chosen(page, "corridor") == ["sample"]
            page.keyboard.press("Escape")
            page.keyboard.press("Escape")
            assert chosen(page, "corridor") == []


def test_polar_view_keeps_the_line_under_the_pointer(browser: Browser, file: Path, bundled: Atlas) -> None:
    lon, lat = bundled.routes["northern-sea-route.kara-gate.2"].geometry.interpolate(0.5, normalized=True).coords[0]
    with opened(browser, file, "#corridor=northern-sea-route", **WIDE) as page:
        pick(page, lambda: pixel(page, lon, lat), CARD)
        assert chosen(page, "corridor") == ["northern-sea-route"]
        page.get_by_role("button", name="Polar view").click()
        assert page.evaluate("map.options.crs.code") == "EPSG:3857"


def test_search_and_filter_leave_what_fits(browser: Browser, file: Path) -> None:
    with opened(browser, file, **WIDE) as page:
        page.get_by_role("searchbox").fill("polar route")
        visible = page.eval_on_selector_all("[data-corridor]:not([hidden])", "all => all.map(e => e.dataset.corridor)")
        assert "northern-sea-route" in visible
        page.get_by_role("searchbox").fill("no such words anywhere")
        assert page.locator("[data-corridor]:visible").count() == 0
        assert "0" in page.locator(".result").inner_text()
        page.get_by_role("searchbox").fill("")
        page.locator(".filter summary").click()
        page.get_by_label("Road").check()
        assert page.eval_on_selector_all(
            "[data-corridor]:not([hidden])", "all => all.map(e => e.dataset.corridor)"
        ) == ["instc"]


def test_tables_sort_and_download(browser: Browser, file: Path, bundled: Atlas) -> None:
    with opened(browser, file, accept_downloads=True, **WIDE) as page:
        page.get_by_role("button", name="Attribute table").click()
        column = page.get_by_role("button", name="Length, km")
        column.click()
        lengths = [
            float(text.replace("\u202f", "")) for text in page.locator("tbody tr td:nth-child(8)").all_inner_texts()
        ]
        assert lengths == sorted(lengths)
        assert len(lengths) == len(bundled.legs)
        rows = list(csv.DictReader(io.StringIO(downloaded(page, "Legs CSV"))))
        assert [row["id"] for row in rows] == list(bundled.legs["id"])
        rows = list(csv.DictReader(io.StringIO(downloaded(page, "Mentions CSV"))))
        assert [row["exact"] for row in rows] == [mention.exact for mention in bundled.records]
        features = json.loads(downloaded(page, "GeoJSON"))["features"]
        assert [feature["id"] for feature in features] == list(bundled.legs["id"])
        for feature in features:
            lines = feature["geometry"]["coordinates"]
            lines = [lines] if feature["geometry"]["type"] == "LineString" else lines
            longitudes = [lon for line in lines for lon, _ in line]
            assert max(map(abs, longitudes)) <= 180
            assert all(abs(a - b) < 180 for line in lines for (a, _), (b, _) in pairwise(line))


def downloaded(page: Page, button: str) -> str:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return Path(waiting.value.path()).read_text(encoding="utf-8")


def test_hostile_documents_are_shown_as_text(browser: Browser, tmp_path: Path) -> None:
    atlas = sample(HOSTILE, title=HOSTILE, publisher=HOSTILE, url="javascript:window.hit=1", date="<b>")
    file = tmp_path / "map.html"
    file.write_text(render(build_payload(atlas, title=HOSTILE)), encoding="utf-8")
    with opened(browser, file, **WIDE) as page:
        assert page.evaluate("window.hit") is None
        assert page.locator("#panel img:not(.swatch):not(#print-map)").count() == 0
        text = page.locator("[data-mention='1'] blockquote").evaluate("e => e.textContent")
        assert text == HOSTILE or text == HOSTILE.replace("\ud800", "\ufffd")
        assert page.locator("[data-mention='1'] a").count() == 0
        page.get_by_role("button", name="Next quote").click()
        assert chosen(page, "mention") == ["1"]


def test_a_paragraph_of_a_megabyte_does_not_break_it(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, write(tmp_path, sample("x" + "word " * 200_000)), **WIDE) as page:
        page.get_by_role("button", name="Next quote").click()
        assert chosen(page, "mention") == ["1"]
        box = page.locator("[data-mention='1']").bounding_box()
        assert box is not None
        assert box["height"] < 900


def test_text_from_right_to_left_runs_that_way(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, write(tmp_path, sample("ממר הצפון־דרום")), **WIDE) as page:
        assert page.locator("[data-mention='1'] blockquote").evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_nothing_found_says_what_was_read_and_what_is_known(browser: Browser, tmp_path: Path) -> None:
    atlas = draw([], documents=[Document(id="d", text="Nothing.", title="A quiet day")])
    with opened(browser, write(tmp_path, atlas), **WIDE) as page:
        panel = page.locator("#panel").inner_text()
        assert "A quiet day" in panel
        assert all(entry.name in panel for entry in catalogue().values())
        assert page.locator("[data-corridor], [data-mention]").count() == 0


def test_a_route_outside_the_catalogue_is_listed_too(browser: Browser, tmp_path: Path) -> None:
    atlas = sample("xSample")
    atlas = replace(atlas, records=tuple(replace(mention, corridor=None) for mention in atlas.records))
    with opened(browser, write(tmp_path, atlas), "#mention=1", **WIDE) as page:
        assert chosen(page, "mention") == ["1"]
        assert page.locator(".loose [data-mention='1']").is_visible()


def test_narrow_screens_get_a_sheet_with_three_heights(browser: Browser, file: Path) -> None:
    with opened(browser, file, **NARROW) as page:
        page.locator("#handle").focus()
        heights = []
        for key in ("ArrowDown", "ArrowUp", "ArrowUp"):
            page.keyboard.press(key)
            box = page.locator("#panel").bounding_box()
            assert box is not None
            heights.append(box["height"])
        assert heights == sorted(heights)
        assert len(set(heights)) == 3
        assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_stand_out_from_land_and_sea(browser: Browser, file: Path, scheme: str) -> None:
    with opened(browser, file, color_scheme=scheme, **WIDE) as page:
        style = "getComputedStyle(document.documentElement).getPropertyValue"
        grounds = [page.evaluate(f"{style}('--{name}').trim()") for name in ("sea", "land", "paper")]
        for corridor in THREE:
            entry = page.locator(f"[data-corridor='{corridor}']")
            hue = entry.evaluate("e => getComputedStyle(e).getPropertyValue('--hue').trim()")
            assert min(contrast(hue, ground) for ground in grounds) >= 3


def contrast(a: str, b: str) -> float:
    """The contrast ratio of WCAG 2."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def test_paper_gets_map_legend_and_full_quotes(browser: Browser, file: Path) -> None:
    with opened(browser, file, **WIDE) as page:
        page.emulate_media(media="print")
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        until(page, "document.getElementById('print-map').naturalWidth >= 1600")
        assert page.locator(".printed .legend").is_visible()
        assert page.locator("[data-mention]:visible").count() == 8
        assert not page.locator("#stage").is_visible()


def test_tiles_come_from_their_host_and_the_land_lies_under_them(
    browser: Browser, bundled: Atlas, tmp_path: Path
) -> None:
    file = tmp_path / "map.html"
    file.write_text(render(build_payload(bundled), tiles="OpenStreetMap.Mapnik"), encoding="utf-8")
    with opened(browser, file, quiet=False, **WIDE) as page:
        assert page.locator(".leaflet-ground-pane canvas").count() == 1
        assert "OpenStreetMap contributors" in page.locator(".credit").inner_text().split("navigation")[1]
        addresses = page.eval_on_selector_all(".leaflet-tile", "all => all.map(e => new URL(e.src).host)")
        assert set(addresses) == {"tile.openstreetmap.org"}
        page.get_by_role("button", name="Polar view").click()
        assert page.locator(".leaflet-tile-pane .leaflet-layer:visible").count() == 0
        assert page.locator(".leaflet-ground-pane canvas").count() == 0


def test_the_interface_speaks_russian(browser: Browser, bundled: Atlas, tmp_path: Path) -> None:
    with opened(browser, write(tmp_path, bundled, language="ru"), **WIDE) as page:
        assert page.locator("html").get_attribute("lang") == "ru"
        assert "3 транспортных коридора" in page.locator("h1").inner_text()
        assert page.get_by_role("button", name="Следующая цитата").is_visible()
