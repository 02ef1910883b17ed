"""The page in a second browser, where Firefox is installed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from firefox import Firefox, find_firefox, started

from corridors.atlas import Atlas

PROGRAM = find_firefox()
pytestmark = [pytest.mark.browser, pytest.mark.skipif(PROGRAM is None, reason="no Firefox is installed")]


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with started(PROGRAM or "", tmp_path_factory.mktemp("profile")) as firefox:
        firefox.send("WebDriver:SetWindowRect", width=1440, height=980)
        yield firefox


def until(firefox: Firefox, script: str) -> None:
    for _ in range(200):
        if firefox.run(script):
            return
        time.sleep(0.05)
    raise AssertionError(f"never true: {script}")


def opened(firefox: Firefox, file: Path, address: str = "") -> None:
    firefox.open("about:blank")
    firefox.open(file.as_uri() + address)
    until(firefox, "return Boolean(window.map && document.querySelector('canvas') && map.plate.work.isOver())")


def test_it_opens_whole_and_without_complaint(firefox: Firefox, file: Path, bundled: Atlas) -> None:
    opened(firefox, file)
    assert firefox.run("return document.querySelectorAll('[data-mention]').length") == len(bundled.records)
    assert firefox.run("return document.querySelectorAll('[data-corridor]').length") == len(bundled.entries)
    assert firefox.run("return map.plate.seen().strokes.length") > 50
    assert firefox.run("return performance.getEntriesByType('resource').length") == 0
    assert firefox.errors(file.as_uri()) == []


def test_errors_would_be_seen(firefox: Firefox, file: Path) -> None:
    opened(firefox, file)
    firefox.run("setTimeout(() => { throw new Error('deliberate'); })")
    for _ in range(100):
        if any("deliberate" in text for text in firefox.errors("deliberate")):
            return
        time.sleep(0.05)
    raise AssertionError("an error in the page was not seen")


def test_quotes_lead_to_the_map_and_the_polar_view_opens(firefox: Firefox, file: Path, bundled: Atlas) -> None:
    opened(firefox, file)
    for n, mention in enumerate(bundled.records, 1):
        firefox.run("document.querySelector(\"[aria-label='Next quote']\").click()")
        assert firefox.run("return location.hash") == f"#mention={n}"
        assert firefox.run("return document.querySelector('article.chosen').dataset.corridor") == mention.corridor
    firefox.run("document.querySelector('.tool-polar').click()")
    until(firefox, "return map.plate.work.isOver()")


def test_search_table_and_address(firefox: Firefox, file: Path, bundled: Atlas) -> None:
    opened(firefox, file, "#corridor=northern-sea-route")
    assert firefox.run("return map.options.crs.code") == "corridors:polar"
    firefox.run(
        "const box = document.getElementById('search'); box.value = 'polar route';box.dispatchEvent(new Event('input'))"
    )
    named = [m for m in bundled.records if "polar route" in m.quote.exact.lower()]
    assert firefox.run("return document.querySelectorAll('[data-mention]:not([hidden])').length") == len(named) > 0
    firefox.run("document.querySelector('.tool-table').click()")
    assert firefox.run("return document.querySelectorAll('.drawer tbody tr').length") == len(bundled.legs)


def test_lines_are_there_in_the_colours_of_their_corridors(firefox: Firefox, file: Path) -> None:
    opened(firefox, file)
    share = firefox.run(
        "const canvas = document.querySelector('.leaflet-overlay-pane canvas');"
        "const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);"
        "let hits = 0; for (let i = 0; i < data.length; i += 4)"
        " if (Math.abs(data[i] - 0xc4) + Math.abs(data[i + 1] - 0x56) + Math.abs(data[i + 2]) < 24) hits += 1;"
        "return hits / (data.length / 4)"
    )
    assert share > 0.0005
