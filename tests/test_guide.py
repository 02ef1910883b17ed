"""The page that teaches how to add a corridor, followed to the letter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click import Context

from corridors.catalogues import catalogue
from corridors.checks import check
from corridors.cli.main import group
from corridors.gazetteer import gazetteer
from corridors.mentions import Finder

PAGE = Path(__file__).parents[1] / "docs" / "catalogue.md"


def blocks(language: str) -> list[str]:
    """Return the page's examples in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), flags=re.M | re.S)


@pytest.fixture
def folder(tmp_path):
    """What the page tells its reader to save."""
    (corridor,) = blocks("toml")
    (places,) = blocks("csv")
    (tmp_path / "beira-corridor.toml").write_text(corridor, encoding="utf-8")
    (tmp_path / "places.csv").write_text(places, encoding="utf-8")
    return tmp_path


def test_the_example_is_sound_and_its_railway_is_in_the_network(folder):
    report = check(folder, draw=True)
    assert (report.problems, report.corridors, report.places, report.legs_drawn) == ((), 1, 3, 2)


def test_the_example_is_found_by_its_names_and_its_ends(folder):
    text = "Tobacco goes down the Machipanda line. The Beira Corridor is busy. So is the railway from Beira to Mutare."
    found = [(m.corridor, str(m.kind), m.exact) for m in Finder(catalogue([folder])).find(text)]
    assert [kind for _, kind, _ in found] == ["alias", "name", "endpoints"]
    assert {corridor for corridor, _, _ in found} == {"beira-corridor"}


def test_the_example_is_not_in_the_package():
    assert "beira-corridor" not in catalogue()
    assert not {"beira", "machipanda", "mutare"} & set(gazetteer())


def test_the_python_example_prints_an_id_of_the_form_named(capsys):
    (code,) = blocks("python")
    exec(compile(code, str(PAGE), "exec"), {})
    told = capsys.readouterr().out.strip()
    assert told == "geonames-1052373"
    assert f"`{told}`" in PAGE.read_text(encoding="utf-8")


def test_commands_of_the_page_have_the_options_it_names():
    lines = [line.split() for line in "\n".join(blocks("sh")).splitlines() if line.startswith("corridors ")]
    assert {words[1] for words in lines} == {"check", "show", "find", "map"}
    for words in lines:
        command = group.get_command(Context(group), words[1])
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("-")} <= known
