"""A folder of corridors is checked file by file and line by line, and added to the shipped ones."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import corridors
from corridors._data import geodata
from corridors._errors import DataError
from corridors.checks import check, summary

COLUMNS = "id,name,kind,country,lon,lat,unlocode,geonames,source,note"
PLACES = (
    f"{COLUMNS}\nvalhalla-port,Valhalla Port,port,NOR,10.70,59.90,,,a test,\n"
    "asgard,Asgard,city,NOR,10.75,59.91,,,a test,\ninland,Inland,city,MNG,103.0,46.0,,,a test,\n"
)
CORRIDOR = """
id = "mead-line"
name = "Mead Line"
summary = "Carries mead from Valhalla Port to Helsinki."
order = 500
parties = ["NOR", "FIN"]
colour = "#0072B2"
pairs = [["valhalla-port", "vuosaari"]]

[[names]]
text = "Mead Line"
kind = "name"
language = "en"

[[branches]]
id = "main"
name = "By sea"
[[branches.legs]]
mode = "sea"
from = "valhalla-port"
to = "vuosaari"
status = "operating"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = tmp_path / "own"
    own.mkdir()
    (own / "places.csv").write_text(PLACES, encoding="utf-8")
    (own / "mead-line.toml").write_text(CORRIDOR, encoding="utf-8")
    return own


def rewrite(folder: Path, *changes: tuple[str, str]) -> None:
    text = CORRIDOR
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "mead-line.toml").write_text(text, encoding="utf-8")


def test_the_shipped_catalogue_names_only_passages_that_there_are():
    report = check()
    assert report.problems == ()
    assert report.corridors == len(corridors.catalogue())
    assert report == check(geodata("corridors"))


def test_a_sound_folder_is_counted_and_drawn(folder, run):
    report = check(folder, draw=True)
    assert (report.problems, report.corridors, report.places, report.legs_drawn) == ((), 1, 3, 1)
    done = run("check", folder)
    assert (done.status, done.out, done.err) == (0, "1 corridor, 3 places: no problem found\n", "")
    assert run("check", folder, "--draw").out == "1 corridor, 3 places, 1 leg drawn: no problem found\n"


def test_every_problem_is_one_line_and_the_status_is_1(folder, run):
    rewrite(folder, ('"operating"', '"open"'), ('to = "vuosaari"', 'to = "atlantis"'))
    done = run("check", folder)
    assert done.status == 1
    lines = done.out.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("mead-line.toml: branches[main].legs[1].") for line in lines)
    assert "'open'" in done.out
    assert "'atlantis' is no place id" in done.out
    assert done.err == "corridors: 2 problems found\n"


def test_problems_of_places_and_of_corridors_come_together(folder):
    (folder / "places.csv").write_text(PLACES.replace("10.70", "1070"), encoding="utf-8")
    rewrite(folder, ('"operating"', '"open"'))
    problems = check(folder).problems
    assert len(problems) == 2
    assert problems[0].startswith("places.csv: row 2 (valhalla-port): lon: '1070' is not accepted")
    assert problems[1].startswith("mead-line.toml: branches[main].legs[1].status: 'open'")


def test_a_passage_that_is_none_is_a_problem(folder):
    rewrite(folder, ('status = "operating"', 'status = "operating"\npassages = ["kiel-canal", "bifrost"]'))
    assert check(folder).problems == (
        "mead-line.toml: branches[main].legs[1].passages[2]: 'bifrost' is no passage id; "
        "take one that `corridors passages` lists",
    )


@pytest.mark.parametrize("status", ["operating", "suspended"])
def test_a_built_line_that_is_only_straight_is_a_problem(folder, status):
    rewrite(folder, ('mode = "sea"', 'mode = "rail"'), ('to = "vuosaari"', 'to = "inland"'), ("operating", status))
    (problem,) = check(folder, draw=True).problems
    assert problem.startswith(
        f"mead-line.toml: branches[main].legs[1]: rail from valhalla-port to inland is {status} but"
    )
    assert check(folder).problems == ()
    rewrite(folder, ('mode = "sea"', 'mode = "rail"'), ('to = "vuosaari"', 'to = "inland"'), ("operating", "planned"))
    assert check(folder, draw=True).problems == ()


def test_a_sea_line_over_land_is_a_problem(folder):
    over = PLACES + "way,Way,waypoint,,15.0,60.5,,,a test,\n"
    (folder / "places.csv").write_text(over, encoding="utf-8")
    rewrite(folder, ('to = "vuosaari"', 'to = "vuosaari"\nvia = ["way"]'))
    overland, refused = check(folder, draw=True).problems
    found = re.search(r"sea from valhalla-port to vuosaari runs (\d+) km over land", overland)
    assert found
    assert 300 < int(found[1]) < 900
    assert "from the nearest navigable water" in refused


def test_an_empty_folder_says_what_it_needs(tmp_path, run):
    done = run("check", tmp_path)
    assert done.status == 1
    assert "holds no corridor; a corridor is a file such as" in done.out
    assert run("check", tmp_path / "none").status == 2


def test_ids_and_places_taken_already_are_refused(folder):
    (folder / "places.csv").write_text(PLACES + "mumbai,Mumbai,city,IND,72.8,18.9,,,a test,\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"^places.csv: 'mumbai' is the id of another place already; choose another"):
        corridors.catalogue([folder])
    (folder / "places.csv").write_text(PLACES, encoding="utf-8")
    (folder / "mead-line.toml").unlink()
    (folder / "instc.toml").write_text(CORRIDOR.replace("mead-line", "instc"), encoding="utf-8")
    (problem,) = check(folder).problems
    assert problem.startswith("instc.toml: id: 'instc' is used already by ")


def test_a_folder_adds_to_every_command(folder, run, tmp_path):
    text = tmp_path / "saga.txt"
    text.write_text("The Mead Line and the INSTC. The Valhalla Port–Helsinki route too.", encoding="utf-8")
    found = [json.loads(line)["corridor"] for line in run("find", text, "--catalogue", folder).out.splitlines()]
    assert found == ["mead-line", "instc", "mead-line"]
    assert "Valhalla Port - Helsinki (Vuosaari)" in run("list", "--catalogue", folder).out
    assert "Valhalla Port" in run("show", "mead line", "--catalogue", folder).out
    assert run("map", text, "--catalogue", folder, "-o", tmp_path / "out").status == 0
    places = json.loads((tmp_path / "out" / "places.geojson").read_text("utf-8"))
    assert "valhalla-port" in {feature["properties"]["id"] for feature in places["features"]}
    assert run("find", text).out.count("\n") == 1
    assert run("list", "--catalogue", tmp_path / "none").status == 2


def test_the_python_interface_takes_the_same(folder):
    known = corridors.catalogue([folder])
    assert set(known) == {*corridors.catalogue(), "mead-line"}
    assert list(corridors.catalogue([folder], shipped=False)) == ["mead-line"]
    assert [m.corridor for m in corridors.find("By the Mead Line.", catalogue=known)] == ["mead-line"]
    atlas = corridors.trace(["The Mead Line it is."], catalogue=known)
    assert list(atlas.legs["from"]) == ["Valhalla Port"]


def test_the_summary_counts_in_words():
    assert summary(check()).endswith(" places: no problem found")
