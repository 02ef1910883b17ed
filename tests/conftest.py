"""What several test files share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from browser import find_chromium, write
from click.testing import CliRunner
from crowd import crowd
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from corridors._data import geodata
from corridors.atlas import Atlas, trace
from corridors.cli.main import group


class Ran(NamedTuple):
    status: int
    out: str
    err: str


settings.register_profile("untimed", deadline=None)  # a busy machine is no failure
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def bundled() -> Atlas:
    """The atlas of the bundled articles."""
    return trace([geodata("sources")])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def file(bundled: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the bundled sources."""
    return write(tmp_path_factory.mktemp("page"), bundled)


@pytest.fixture(scope="session")
def many() -> Atlas:
    """Sixty corridors and two thousand quotes."""
    return crowd(corridors=60, quotes=2000)


@pytest.fixture
def run():
    """Run the command line in this process: `run("find", "a.txt", stdin="…")`."""

    def call(*words: object, stdin: str | bytes | None = None) -> Ran:
        result = CliRunner().invoke(group, [str(word) for word in words], input=stdin, prog_name="corridors")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article that names two corridors."""
    path = tmp_path / "article.txt"
    path.write_text(
        "Ports were discussed. “We back the Chennai-Vladivostok Maritime Corridor,” said Anna Petrova.\n\n"
        "The ministry also named the INSTC.\n",
        encoding="utf-8",
    )
    return path
