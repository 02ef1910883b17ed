"""
Make the pictures of docs/images: the page of the bundled articles as people meet it.

    python tools/pictures.py [--to docs/images]

Chromium is found as in the tests (CORRIDORS_CHROMIUM names another). Pictures are reduced to 256 colours, which keeps
them small; equal pages, browsers and fonts give equal pictures.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from corridors._data import geodata
from corridors.atlas import trace
from corridors.page import build_payload, render
from corridors.picture import picture

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from browser import NARROW, WIDE, find_chromium, until

WIDEST = 1440
PAPER = {"viewport": {"width": 794, "height": 1123}}  # A4 at 96 dots to the inch
SHOTS = {
    "map.png": ("", WIDE, "light"),
    "dark.png": ("#corridor=instc", WIDE, "dark"),
    "polar.png": ("#corridor=northern-sea-route", WIDE, "light"),
    "phone.png": ("#mention=3", NARROW, "light"),
    "print.png": ("", PAPER, "light"),
}


def shoot(browser: Browser, file: Path, name: str) -> bytes:
    """Open the page as the picture wants it and return a screenshot."""
    address, size, scheme = SHOTS[name]
    context = browser.new_context(offline=True, reduced_motion="reduce", color_scheme=scheme, **size)
    page = context.new_page()
    page.goto(file.as_uri() + address)
    until(page, "Boolean(globalThis.map && map.plate.work.isOver())")
    if name == "print.png":
        as_printed(page)
    shot = page.screenshot()
    context.close()
    return shot


def as_printed(page: Page) -> None:
    """Lay the page out as for paper, with the margins of a printer."""
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint')); document.body.style.padding = '48px'")
    until(page, "document.getElementById('print-map').naturalWidth > 0")


def reduced(png: bytes) -> bytes:
    """Return a PNG of at most 256 colours and not wider than a screen."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.thumbnail((WIDEST, 4 * WIDEST), Image.Resampling.LANCZOS)
        image.convert("RGB").quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
            out, "PNG", optimize=True
        )
    return out.getvalue()


def main() -> None:
    """Write the pictures and print their sizes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--to", type=Path, default=Path("docs/images"), help="folder for the pictures")
    folder = parser.parse_args().to
    folder.mkdir(parents=True, exist_ok=True)
    payload = build_payload(trace([geodata("sources")]))
    pictures = {"static.png": picture(payload)}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "map.html"
        file.write_text(render(payload), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=["--no-sandbox"])
        pictures |= {name: shoot(browser, file, name) for name in SHOTS}
        browser.close()
    for name, png in pictures.items():
        small = reduced(png)
        (folder / name).write_bytes(small)
        print(f"{folder / name}: {len(small) // 1000} kB")


if __name__ == "__main__":
    main()
