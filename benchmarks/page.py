"""
Measure the map page: its size, how soon a reader can use it, and how smoothly it moves.

    python benchmarks/page.py [--corridors 60] [--quotes 2000] [--runs 3] [--keep FILE]

Two pages are measured in a headless Chromium of 1440 × 900 pixels, from disk, with the network off: that of the
bundled articles and one of many corridors and quotes (tests/crowd.py). "Interactive" is the end of the last task of
50 ms or more after the start, seen from the start of navigation; "longest frame" is the longest time between two
frames while the map is dragged to and fro. The medians of the runs are printed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from corridors._data import geodata
from corridors.atlas import Atlas, trace
from corridors.page import build_payload, render

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from browser import find_chromium, until
from crowd import crowd

WATCH = """
globalThis.tasks = [];
new PerformanceObserver(list => tasks.push(...list.getEntries())).observe({type: 'longtask', buffered: true});
"""
FRAMES = """
globalThis.frames = [];
let last = performance.now();
const tick = now => { frames.push(now - last); last = now; globalThis.ticking = requestAnimationFrame(tick); };
globalThis.ticking = requestAnimationFrame(tick);
"""


def opening(page: Page, file: Path) -> float:
    """Open the page and return after how many milliseconds it is at rest."""
    page.add_init_script(WATCH)
    page.goto(file.as_uri())
    until(page, "globalThis.map && document.querySelector('canvas')")
    page.wait_for_timeout(2500)
    return float(page.evaluate("Math.max(0, ...tasks.map(t => t.startTime + t.duration))"))


def panning(page: Page) -> float:
    """Drag the map about and return the longest frame in milliseconds."""
    box = page.locator("#map").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2
    page.evaluate(FRAMES)
    for way in (-1, 1):
        page.mouse.move(x, y)
        page.mouse.down()
        for step in range(60):
            page.mouse.move(x + way * step * box["width"] * 0.6 / 60 * (1 if way < 0 else -1), y + step % 7 * 4)
            page.wait_for_timeout(16)
        page.mouse.up()
        page.wait_for_timeout(300)
    return float(page.evaluate("cancelAnimationFrame(ticking), Math.max(...frames.slice(1))"))


def measure(browser: Browser, file: Path, runs: int) -> tuple[float, float]:
    """Return the medians of both times."""
    found = []
    for _ in range(runs):
        context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
        page = context.new_page()
        found.append((opening(page, file), panning(page)))
        context.close()
    return statistics.median(a for a, _ in found), statistics.median(b for _, b in found)


def main() -> None:
    """Print one line for each page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--corridors", type=int, default=60)
    parser.add_argument("--quotes", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="write the large page here")
    asked = parser.parse_args()
    atlases: dict[str, Atlas] = {
        "bundled articles": trace([geodata("sources")]),
        f"{asked.corridors} corridors, {asked.quotes} quotes": crowd(corridors=asked.corridors, quotes=asked.quotes),
    }
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=["--no-sandbox"])
        for name, atlas in atlases.items():
            file = Path(folder) / "map.html"
            file.write_text(render(build_payload(atlas)), encoding="utf-8")
            if asked.keep:
                asked.keep.write_bytes(file.read_bytes())
            ready, longest = measure(browser, file, asked.runs)
            size = f"{file.stat().st_size:,} bytes"
            print(f"{name}: {size}, interactive after {ready:.0f} ms, longest frame {longest:.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
