"""A page of many corridors and quotes: small enough, with nothing missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import WIDE, chosen, opened, until, write
from playwright.sync_api import Browser

from corridors.atlas import Atlas

SIZE_LIMIT = 4_000_000
QUOTES = 2000


@pytest.fixture(scope="module")
def page_file(many: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("crowd"), many)


def test_sixty_corridors_and_two_thousand_quotes_fit_into_four_megabytes(page_file: Path) -> None:
    assert page_file.stat().st_size <= SIZE_LIMIT


@pytest.mark.browser
def test_everything_arrives_in_the_panel(browser: Browser, page_file: Path, many: Atlas) -> None:
    with opened(browser, page_file, **WIDE) as page:
        until(page, f"document.querySelectorAll('[data-mention]').length === {QUOTES}")
        until(page, f"document.querySelectorAll('[data-leg]').length === {len(many.legs)}")
        keys = page.eval_on_selector_all("[data-corridor]", "all => all.map(e => e.dataset.corridor)")
        assert keys == [entry.id for entry in many.entries]
        texts = page.eval_on_selector_all(
            "[data-mention]",
            "all => all.map(e => [Number(e.dataset.mention), e.querySelector('blockquote').textContent])",
        )
        assert sorted(map(tuple, texts)) == [(n, m.quote.exact) for n, m in enumerate(many.records, 1)]
        assert page.evaluate("window.find('In 1777 words about')")


@pytest.mark.browser
def test_a_quote_far_down_is_there_as_soon_as_it_is_asked_for(browser: Browser, page_file: Path) -> None:
    with opened(browser, page_file, "#mention=1777", **WIDE) as page:
        assert chosen(page, "mention") == ["1777"]
        until(
            page,
            "(() => { const box = document.querySelector('[data-mention=\"1777\"]').getBoundingClientRect();"
            " return box.top >= 0 && box.bottom <= innerHeight; })()",
        )
        page.get_by_role("searchbox").fill("1776 words")
        assert page.locator("[data-mention]:not([hidden])").count() == 1


@pytest.mark.browser
def test_the_map_is_drawn_whole_however_many_slices_it_takes(browser: Browser, page_file: Path, many: Atlas) -> None:
    with opened(browser, page_file, **WIDE) as page:
        drawn = page.evaluate("[...new Set(map.plate.found().strokes.map(s => s.stroke.corridor))]")
        assert sorted(drawn) == sorted(entry.id for entry in many.entries if entry.branches)
        page.evaluate("map.setView([55, 37], 6, {animate: false})")
        until(page, "map.plate.work.isOver() && map.plate.front.zoom === 6")
        assert page.locator(".leaflet-overlay-pane canvas").count() == 1
