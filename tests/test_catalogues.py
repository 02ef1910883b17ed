"""The shipped catalogue record by record, the lookup, and what a broken file is told."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors._data import geodata
from corridors._errors import UnknownNameError
from corridors.catalogues import Catalogue, catalogue, validate
from corridors.gazetteer import gazetteer
from corridors.model import Branch, Corridor, Fact, Kind, Leg, Mode, Name, Status
from corridors.routes import leg_route

THREE = ("instc", "chennai-vladivostok", "northern-sea-route")


def legs(corridor: Corridor) -> list[tuple[str, Leg]]:
    ways: list[Branch] = list(corridor.branches)
    return [(branch.id, leg) for branch in ways for leg in branch.legs]


def facts(corridor: Corridor) -> list[Fact]:
    return [*corridor.facts, *(fact for baseline in corridor.baselines for fact in baseline.facts)]


# ---------------------------------------------------------------- the shipped data


def test_the_shipped_files_break_no_rule():
    assert validate(geodata("corridors"), gazetteer()) == []


def test_the_three_come_first_in_their_order_and_are_read_once():
    assert tuple(catalogue())[:3] == THREE
    assert catalogue() is catalogue()


@pytest.mark.parametrize("corridor", catalogue().values(), ids=lambda c: c.id)
def test_every_through_leg_and_fact_names_a_source_with_an_address(corridor):
    for where, leg in legs(corridor):
        assert leg.sources, f"{where}: {leg.start} to {leg.end}"
    for fact in facts(corridor):
        assert fact.source.url.startswith("http")
        assert fact.source.publisher
        assert fact.value > 0


def test_passages_are_those_of_the_table():
    table = json.loads(geodata("passages.geojson").read_text(encoding="utf-8"))
    known = {feature["properties"].get("id", feature.get("id")) for feature in table["features"]}
    ways = [way for corridor in catalogue().values() for way in (*corridor.branches, *corridor.baselines)]
    used = {passage for way in ways for leg in way.legs for passage in (*leg.passages, *leg.avoid)}
    assert used
    assert used <= known


def test_rasht_to_astara_goes_by_road_beside_the_railway_in_construction():
    western = next(b for b in catalogue()["instc"].branches if b.id == "western")
    road, rail = (leg for leg in western.legs if (leg.start, leg.end) == ("rasht", "astara-ir"))
    assert (road.mode, road.status, road.variant) == (Mode.ROAD, Status.OPERATING, "")
    assert (rail.mode, rail.status, rail.gauge_mm) == (Mode.RAIL, Status.UNDER_CONSTRUCTION, 1435)
    assert rail.variant
    assert "20 km" in rail.note


def test_the_gauge_breaks_at_astara_and_on_the_turkmen_border():
    for branch, border in (
        ("western", "astara-ir"),
        ("eastern", "incheh-borun"),
        ("eastern-sarakhs", "sarakhs"),
    ):
        way = next(b for b in catalogue()["instc"].branches if b.id == branch)
        through = [leg for leg in way.legs if leg.mode is Mode.RAIL and not leg.variant]
        at = next(n for n, leg in enumerate(through) if leg.start == border)
        before = {leg.gauge_mm for leg in through[:at]}
        after = {leg.gauge_mm for leg in through[at + 1 :]}
        assert (before, after) == ({1435}, {1520})
        assert "break of gauge" in through[at].note


def test_each_leg_of_the_chabahar_line_has_its_own_status():
    line = next(b for b in catalogue()["instc"].branches if b.id == "chabahar")
    assert [leg.status.value for leg in line.legs] == [
        "operating", "under-construction", "under-construction", "operating", "planned",
    ]  # fmt: skip


def test_contradicting_lengths_of_chennai_vladivostok_are_kept():
    published = {(f.value, f.unit, f.official) for f in catalogue()["chennai-vladivostok"].facts if not f.start}
    assert {(5647.0, "nm", True), (4587.0, "nm", False), (5647.0, "mi", False)} <= published
    nm = sum(leg_route(leg).length_m for _, leg in legs(catalogue()["chennai-vladivostok"])) / 1852
    assert nm == pytest.approx(4587, rel=0.01)


@pytest.mark.parametrize(
    ("branch", "start", "end", "value", "within"),
    [
        ("kara-gate", "murmansk", "dikson", 1025, 0.02),
        ("kara-gate", "murmansk", "vilkitsky-strait", 1510, 0.04),
        ("north-about", "murmansk", "vilkitsky-strait", 1260, 0.03),
        ("arkhangelsk", "arkhangelsk", "dikson", 1105, 0.02),
    ],
)
def test_the_polar_route_measures_what_is_published(branch, start, end, value, within):
    corridor = catalogue()["northern-sea-route"]
    assert any((f.start, f.end, f.value) == (start, end, value) for f in corridor.facts)
    through = [leg for leg in next(b for b in corridor.branches if b.id == branch).legs if not leg.variant]
    ends = [leg.end for leg in through]
    total = sum(leg_route(leg).length_m for leg in through[: ends.index(end) + 1])
    assert through[0].start == start
    assert total / 1852 == pytest.approx(value, rel=within)


def test_the_limits_of_the_northern_sea_route_lie_where_the_law_puts_them():
    limits = {limit.name: limit for limit in catalogue()["northern-sea-route"].limits}
    assert len(limits) == 6
    boundary = next(v for k, v in limits.items() if "United States" in k)
    assert {round(lon, 6) for lon, _ in boundary.line} == {-168.976944}  # 168°58'37" W
    parallel = next(v for k, v in limits.items() if "Dezhnev" in k)
    assert len({lat for _, lat in parallel.line}) == 1
    assert parallel.line[-1] == boundary.line[0]
    meridian = next(v for k, v in limits.items() if "Zhelaniya" in k)
    assert {lon for lon, _ in meridian.line} == {68.58}


def test_the_three_do_not_take_the_names_of_other_routes():
    written = {name.text.casefold() for key in THREE for name in catalogue()[key].names}
    assert written.isdisjoint(
        {
            "northeast passage",
            "polar silk road",
            "northern sea",
            "emc",
            "arctic route",
        }
    )


def test_only_chennai_vladivostok_is_named_by_its_ends():
    assert {c.id: c.pairs for c in catalogue().values() if c.id in THREE} == {
        "instc": (),
        "chennai-vladivostok": (("chennai", "vladivostok"),),
        "northern-sea-route": (),
    }


# ---------------------------------------------------------------- lookup


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("INSTC", "instc"),
        ("i.n.s.t.c.", "instc"),
        ("north south itc", "instc"),
        ("North–South International Transport Corridor", "instc"),
        ("мтк север юг", "instc"),
        ("chennai vladivostok", "chennai-vladivostok"),
        ("Vladivostok—Chennai Maritime Corridor", "chennai-vladivostok"),
        ("the polar route", "northern-sea-route"),
        ("SEVMORPUT", "northern-sea-route"),
        ("северный морской путь", "northern-sea-route"),
    ],
)
def test_lookup_forgives(query, found):
    assert catalogue().lookup(query).id == found


def test_a_miss_names_the_query_and_what_is_near():
    with pytest.raises(UnknownNameError, match=r"no corridor is called 'instk'\. Did you mean 'instc'") as caught:
        catalogue().lookup("instk")
    assert "instc" in caught.value.near


@pytest.mark.parametrize("query", ["", "  ", "—", "corridor of nowhere at all"])
def test_nothing_matches_nothing(query):
    with pytest.raises(UnknownNameError):
        catalogue().lookup(query)


@given(st.data())
def test_case_dashes_dots_and_spaces_never_matter(data):
    entries = [(c.id, n.text) for c in catalogue().values() for n in c.names if not n.shared]
    found, text = data.draw(st.sampled_from(entries))
    marks = st.sampled_from([" ", "-", "–", "  ", ". ", "_"])
    words = re.split(r"[\s\-–—]+", text)
    written = words[0] + "".join(data.draw(marks) + word for word in words[1:])
    case = data.draw(st.sampled_from([str.upper, str.lower, str.title, str]))
    assert catalogue().lookup(case(written)).id == found


def test_a_catalogue_sorts_by_order_then_id():
    some = next(iter(catalogue().values()))
    given_in = [replace(some, id=name, order=number) for number, name in ((2, "b"), (1, "c"), (2, "a"))]
    assert list(Catalogue(given_in)) == ["c", "a", "b"]


def test_a_name_that_several_corridors_bear_asks_which():
    one, two = (
        Corridor(key, key, "", (Name("North Corridor", Kind.ALIAS, shared=True),), (), order=order)
        for key, order in (("b", 1), ("a", 2))
    )
    with pytest.raises(UnknownNameError) as caught:
        Catalogue([one, two]).lookup("north corridor")
    assert caught.value.near == ("b", "a")
