"""Whether everybody can use the page: axe-core in every state, and the whole journey by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import NARROW, WIDE, chosen, opened, press, reach, until, write
from playwright.sync_api import Browser, Page

from corridors.atlas import Atlas, draw
from corridors.model import Corridor, Document

pytestmark = pytest.mark.browser

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong, with the elements."""
    until(page, "map.plate.work.isOver()")
    found = Axe().run(page, options={"runOnly": list(RULES)}).response
    assert len(found["passes"]) > 20, "axe-core looked at nothing"
    return [
        f"{v['id']}: {node['target']} {node.get('failureSummary')}" for v in found["violations"] for node in v["nodes"]
    ]


def as_it_opens(_: Page) -> None:
    """The page as it opens."""


def with_everything_unfolded(page: Page) -> None:
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")


def with_a_leg_chosen(page: Page) -> None:
    page.evaluate("document.querySelector(\"[data-corridor='instc'] .legs\").open = true")
    page.locator("[data-leg='instc.western.1']").click()
    assert page.locator(".card").is_visible()


def with_the_table(page: Page) -> None:
    page.get_by_role("button", name="Attribute table").click()
    page.get_by_role("button", name="Mentions", exact=True).click()
    page.get_by_role("button", name="Speaker").click()


def in_the_polar_view(page: Page) -> None:
    page.get_by_role("button", name="Polar view").click()
    assert page.locator(".tool-polar").get_attribute("aria-pressed") == "true"


def with_a_search(page: Page) -> None:
    page.get_by_role("searchbox").fill("polar")
    page.locator(".filter summary").click()


STATES = [as_it_opens, with_everything_unfolded, with_a_leg_chosen, with_the_table, in_the_polar_view, with_a_search]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_finds_nothing(browser: Browser, file: Path, state: Callable[[Page], None], scheme: str) -> None:
    with opened(browser, file, color_scheme=scheme, **WIDE) as page:
        state(page)
        assert violations(page) == []


@pytest.mark.parametrize("height", ["low", "half", "full"])
def test_axe_finds_nothing_on_a_telephone(browser: Browser, file: Path, height: str) -> None:
    with opened(browser, file, "#mention=3", **NARROW) as page:
        page.locator("#handle").focus()
        for key in {"low": ["ArrowDown"], "half": [], "full": ["ArrowUp"]}[height]:
            page.keyboard.press(key)
        assert page.locator("#panel").get_attribute("data-height") == height
        assert violations(page) == []


def test_axe_finds_nothing_on_odd_pages(browser: Browser, tmp_path: Path) -> None:
    umbrella = Corridor("plan", "The Plan", "A plan.", (), (), umbrella=True, members=("instc",))
    for atlas in (draw([umbrella]), draw([], documents=[Document(id="d", text="Nothing.", title="A quiet day")])):
        with opened(browser, write(tmp_path, atlas), **WIDE) as page:
            assert violations(page) == []


def test_axe_finds_nothing_in_russian_nor_in_a_frame(browser: Browser, bundled: Atlas, tmp_path: Path) -> None:
    page_file = write(tmp_path, bundled, language="ru")
    for address in ("", "?embed"):
        with opened(browser, page_file, address, **WIDE) as page:
            assert violations(page) == []


def focus(page: Page) -> str:
    """Return what has the focus, as a selector would name it."""
    return page.evaluate(
        "(e => e.dataset.leg ?? e.getAttribute('aria-label') ?? e.id ?? e.tagName)(document.activeElement)"
    )


def test_the_whole_journey_by_keyboard(browser: Browser, file: Path, bundled: Atlas) -> None:
    with opened(browser, file, accept_downloads=True, **WIDE) as page:
        reach(page, "#search")
        page.keyboard.type("polar route")
        press(page, "[data-mention='3'] .number")
        assert chosen(page, "mention") == ["3"]
        assert page.evaluate("location.hash") == "#mention=3"
        corridor = bundled.records[2].corridor
        assert chosen(page, "corridor") == [corridor]
        press(page, f"[data-corridor='{corridor}'] .legs summary")
        leg = next(iter(bundled.legs[bundled.legs["corridor"] == corridor]["id"]))
        press(page, f"[data-leg='{leg}']")
        assert page.locator(".card h2").is_visible()
        assert chosen(page, "leg") == [leg]
        page.keyboard.press("Escape")
        assert page.locator(".card").is_hidden()
        assert focus(page) == leg
        reach(page, "#search")
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        assert page.locator("[data-mention]:not([hidden])").count() == len(bundled.records)
        press(page, ".story [aria-label='Next quote']")
        following = chosen(page, "mention")
        page.keyboard.press("Enter")
        assert chosen(page, "mention") != following
        polar = page.locator(".tool-polar").get_attribute("aria-pressed")
        press(page, ".tool-polar", "Space")
        assert page.locator(".tool-polar").get_attribute("aria-pressed") != polar
        press(page, ".tool-table")
        press(page, ".drawer .tab[aria-pressed='false']")
        assert page.locator(".drawer tbody tr").count() == len(bundled.records)
        press(page, ".drawer .sort")
        assert page.locator("th[aria-sort='ascending']").count() == 1
        reach(page, ".drawer-bar .plain")
        with page.expect_download() as waiting:
            page.keyboard.press("Enter")
        assert Path(waiting.value.path()).read_text(encoding="utf-8").count("\n") == len(bundled.legs) + 1
        press(page, ".drawer .close")
        assert focus(page) == "Attribute table"
        press(page, "#map")
        before = page.evaluate("map.getCenter().lng")
        page.keyboard.press("ArrowRight")
        until(page, f"map.getCenter().lng > {before}")


def test_the_card_gives_the_focus_back(browser: Browser, file: Path) -> None:
    with opened(browser, file, "#corridor=instc", **WIDE) as page:
        press(page, "[data-corridor='instc'] .legs summary")
        press(page, "[data-leg='instc.western.2']")
        press(page, ".card .close")
        assert page.locator(".card").is_hidden()
        assert focus(page) == "instc.western.2"


def test_the_focus_is_never_hidden(browser: Browser, file: Path) -> None:
    with opened(browser, file, **WIDE) as page:
        seen = set()
        for _ in range(60):
            page.keyboard.press("Tab")
            hidden = page.evaluate(
                "(() => { const e = document.activeElement, b = e.getBoundingClientRect();"
                " const at = document.elementFromPoint(b.left + b.width / 2, b.top + Math.min(b.height / 2, 200));"
                " const seen = e === document.body || e.contains(at) || at?.contains(e);"
                " return seen ? null : e.outerHTML.slice(0, 120); })()"
            )
            assert hidden is None
            seen.add(focus(page))
        assert len(seen) > 20


def test_four_times_larger_the_page_still_fits(browser: Browser, file: Path) -> None:
    with opened(browser, file, viewport={"width": 360, "height": 225}) as page:  # 1440 × 900 at 400 %
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.locator("#handle").focus()
        page.keyboard.press("ArrowUp")
        press(page, "[data-mention='1'] .number")
        box = page.locator("[data-mention='1'] blockquote").bounding_box()
        assert box is not None
        assert box["width"] > 200
