"""Lengths of the shipped corridors, kept with the data."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

import corridors
from corridors.atlas import draw
from corridors.kept import digest, kept_lengths
from corridors.model import Branch, Leg, Mode


@pytest.fixture(scope="module")
def known():
    return corridors.catalogue()


def test_every_branch_is_kept_as_it_is_drawn(known):
    atlas = draw(list(known.values()), places=known.places)
    drawn = dict(zip((entry.id for entry in atlas.entries), atlas.corridors["length_km"], strict=True))
    for key, corridor in known.items():
        kept = kept_lengths(corridor, known.places)
        assert kept is not None, f"{key} has changed: run python geodata/build/lengths.py"
        assert kept == pytest.approx(drawn[key], abs=0.2), f"{key}: run python geodata/build/lengths.py"


@pytest.mark.parametrize(
    "change",
    [
        {"mode": Mode.ROAD}, {"end": "moscow"}, {"via": ("moscow",)}, {"variant": "old line"},
        {"avoid": ("suez-canal",)}, {"gauge_mm": 1000},
    ],
)  # fmt: skip
def test_a_branch_that_is_drawn_otherwise_has_another_digest(known, change):
    leg = Leg(Mode.RAIL, "mumbai", "bandar-abbas")
    before = digest(Branch("main", "Main", (leg,)), known.places)
    assert digest(Branch("main", "Main", (replace(leg, note="double track"),)), known.places) == before
    assert digest(Branch("main", "Main", (replace(leg, **change),)), known.places) != before


def test_a_corridor_that_is_not_shipped_is_measured(run, tmp_path, known):
    edited = known["khaf-herat-railway"]
    assert kept_lengths(replace(edited, id="mine"), known.places) is None
    tmp_path.joinpath("mead-line.toml").write_text(
        """
id = "mead-line"
name = "Mead Line"
summary = "A line for the test."
order = 500
parties = ["IND", "RUS"]
[[names]]
text = "Mead Line"
kind = "name"
language = "en"
[[branches]]
id = "main"
name = "Main"
[[branches.legs]]
mode = "sea"
from = "chennai"
to = "vladivostok"
status = "operating"
""",
        encoding="utf-8",
    )
    done = run("list", "--catalogue", tmp_path, "--format", "json")
    assert done.status == 0, done.err
    rows = {row["id"]: row["length_km"] for row in json.loads(done.out)}
    assert 8_000 < rows["mead-line"] < 9_500
    assert rows["khaf-herat-railway"] == max(kept_lengths(edited, known.places).values())
