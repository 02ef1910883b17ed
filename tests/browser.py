"""A headless Chromium for tests of the page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

from corridors.atlas import Atlas, draw
from corridors.model import Branch, Certainty, Corridor, Document, Kind, Leg, Mention, Mode, Quote, Status
from corridors.page import build_payload, render

WIDE = {"viewport": {"width": 1440, "height": 900}}
NARROW = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
CHOSEN = "Boolean(document.querySelector('[data-corridor].chosen'))"
CARD = "Boolean(document.querySelector('.card:not([hidden]) h2'))"
NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_chromium(playwright: Playwright) -> str:
    """Return the path of a Chromium, or fail: the page's tests are not to be skipped."""
    candidates = [
        os.environ.get("CORRIDORS_CHROMIUM"),
        *map(shutil.which, NAMES),
        playwright.chromium.executable_path,
    ]
    for candidate in candidates:
        if candidate and Path(candidate).exists():
            return candidate
    raise RuntimeError("no Chromium found: set CORRIDORS_CHROMIUM, or run 'playwright install chromium'")


@contextmanager
def opened(browser: Browser, file: Path, address: str = "", *, quiet: bool = True, **context: object) -> Iterator[Page]:
    """
    Open a file from disk with the network off.

    With `quiet` the test fails when the page says anything on its console, throws, or asks for anything but itself.
    """
    said: list[str] = []
    inside = browser.new_context(offline=True, reduced_motion="reduce", **context)  # type: ignore[arg-type]
    page = inside.new_page()
    page.on("console", lambda message: said.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
    page.on(
        "request",
        lambda request: said.append(f"request: {request.url}") if not own(request.url, file) else None,
    )
    try:
        page.goto(file.as_uri() + address)
        until(page, "Boolean(globalThis.map && document.querySelector('canvas'))")
        settle(page)
        yield page
    finally:
        inside.close()
    assert not (quiet and said), said


def until(page: Page, expression: str) -> None:
    """Wait until an expression is true; the page's own policy forbids Playwright to wait inside it."""
    for _ in range(300):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {expression}")


def settle(page: Page) -> None:
    """Wait until what was changed last is drawn; before that a click may miss it."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def pick(page: Page, place: Callable[[], tuple[float, float]], expression: str) -> None:
    """Click a place on the map until an expression is true: on a busy machine a page draws later than it says."""
    for _ in range(20):
        page.mouse.click(*place())
        for _ in range(10):
            if page.evaluate(expression):
                return
            page.wait_for_timeout(50)
        settle(page)
    raise AssertionError(f"never true, wherever the map was clicked: {expression}")


def own(url: str, file: Path) -> bool:
    return url.startswith((file.as_uri(), "data:", "blob:"))


def sample(text: str, **meta: str) -> Atlas:
    """An atlas of one planned, hence straight, sea corridor, named by the whole of `text` but its first letter."""
    legs = tuple(
        Leg(Mode.SEA, a, b, status=Status.PLANNED)
        for a, b in [("murmansk", "provideniya"), ("provideniya", "vladivostok")]
    )
    entry = Corridor("sample", "Sample", "A sample.", (), (Branch("main", "Main", legs),), colour="#0072B2")
    document = Document(id="d", text=text, **meta)
    mention = Mention(
        "d", "sample", Kind.NAME, text[1:], 1, len(text), "", "", Quote(text, 0, len(text)), meta.get("title"), False,
        Certainty.CERTAIN, "0" * 64,
    )  # fmt: skip
    return draw([entry], documents=[document], mentions=[mention])


def write(tmp_path: Path, atlas: Atlas, **options: str) -> Path:
    path = tmp_path / "map.html"
    path.write_text(render(build_payload(atlas, **options)), encoding="utf-8")
    return path


def chosen(page: Page, attribute: str) -> list[str]:
    return page.eval_on_selector_all(f"[data-{attribute}].chosen", f"all => all.map(e => e.dataset.{attribute})")


def reach(page: Page, selector: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(400):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {selector}")


def press(page: Page, selector: str, key: str = "Enter") -> None:
    """Go to an element with the Tab key and press it."""
    reach(page, selector)
    page.keyboard.press(key)
