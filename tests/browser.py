"""A headless Chromium for tests of the page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

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
        page.wait_for_function("globalThis.map && document.querySelector('canvas')")
        yield page
    finally:
        inside.close()
    assert not (quiet and said), said


def own(url: str, file: Path) -> bool:
    return url.startswith((file.as_uri(), "data:", "blob:"))
