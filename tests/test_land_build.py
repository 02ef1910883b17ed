from __future__ import annotations

import csv
import importlib
import json
import sys
from pathlib import Path

import numpy as np
import pytest

from corridors._data import geodata

HERE = Path(__file__).resolve().parents[1] / "geodata" / "build"


@pytest.fixture(scope="module", autouse=True)
def _build_scripts_are_importable():
    before = list(sys.path)
    sys.path.insert(0, str(HERE))
    yield
    sys.path[:] = before


def module(name: str):
    return importlib.import_module(name)


def graph(nodes, edges, gauges=None):
    """Make a graph of nodes in degrees and edges between them, as long as they are drawn."""
    land = module("land_graph")
    points = np.round(np.array(nodes) * 1000).astype(np.int64)
    tail, head = np.array(edges, dtype=np.int64).T
    places = land.on_sphere(points)
    gauge = np.array(gauges or [0] * len(edges), dtype=np.int64)
    return land.LandGraph(points, tail, head, land.arc_m(places[tail], places[head]), gauge)


def seams_of(nodes, edges):
    seams = module("seams")
    return seams.SeamFinder(graph(nodes, edges), seams.Limits()).seams()


def test_package_is_read_without_being_run(tmp_path):
    (tmp_path / "world_railways.py").write_text(
        "raise SystemExit('never run')\n"
        "graph=[{1: 2.5, 0: 0.0}, {0: 2.5, 2: 1.0}, {1: 1.0}, {}]\n"
        "nodes=[[10.0, 20.0], [10.5, -20.001], [1e-3, 3], [0, 0]]\n"
    )
    found = module("land_graph").read_package(tmp_path, "world_railways")
    assert found.nodes.tolist() == [[20000, 10000], [-20001, 10500], [3000, 1]]
    assert list(zip(found.tail.tolist(), found.head.tolist(), found.track_m.tolist(), strict=True)) == [
        (0, 1, 2500.0),
        (1, 2, 1000.0),
    ]


def test_ends_that_face_each_other_are_joined():
    found = seams_of([(0, 0), (1, 0), (1.04, 0), (2, 0)], [(0, 1), (2, 3)])
    assert {seam.node for seam in found} == {1, 2}
    assert all(seam.kind == "ends" and 4400 < seam.gap_m < 4500 for seam in found)


def test_ends_that_look_away_are_not_joined():
    assert seams_of([(0, 0), (1, 0), (1, 0.04), (2, 1)], [(0, 1), (2, 3)]) == []


def test_ends_too_far_apart_are_not_joined():
    assert seams_of([(0, 0), (1, 0), (1.1, 0), (2, 0)], [(0, 1), (2, 3)]) == []


def test_end_on_a_line_is_joined_to_its_nearest_point():
    (seam,) = seams_of([(0, 0), (1, 0), (1.01, -1), (1.01, 1)], [(0, 1), (2, 3)])
    assert (seam.node, seam.kind) == (1, "line")
    assert seam.part == pytest.approx(0.5, abs=0.01)


def test_siding_beside_its_own_line_is_left_alone():
    nodes = [(0, 0), (1, 0), (1.02, 0.001), (2, 0)]
    assert seams_of(nodes, [(0, 1), (1, 2), (1, 3)]) == []


def test_joined_graph_has_one_part():
    seams = module("seams")
    land = module("land_graph")
    whole = graph([(0, 0), (1, 0), (1.01, -1), (1.01, 1)], [(0, 1), (2, 3)])
    both = seams.joined(whole, seams.SeamFinder(whole, seams.Limits()).seams())
    stored = land.contract(both, {})
    assert sorted(np.bincount(np.concatenate([stored.tail, stored.head])).tolist()) == [1, 1, 1, 3]


def test_contraction_keeps_lengths_bends_and_order():
    chain = graph([(0, 0), (1, 1), (2, 0), (3, 1)], [(0, 1), (1, 2), (2, 3)])
    stored = module("land_graph").contract(chain, {"mode": "rail"})
    assert stored.nodes.tolist() == [[0, 0], [3000, 1000]]
    assert stored.vertices.tolist() == [[1000, 1000], [2000, 0]]
    assert stored.track[0] * 10 == pytest.approx(chain.track_m.sum(), abs=10)


def test_loops_and_twins_are_cut_so_that_no_two_edges_join_the_same_nodes():
    ring = graph(
        [(0, 0), (1, 0), (2, 0), (0.5, 1), (0.5, -1), (3, 1), (3, -1)],
        [(0, 3), (3, 1), (0, 4), (4, 1), (1, 2), (2, 5), (5, 6), (6, 2)],
    )
    stored = module("land_graph").contract(ring, {})
    ends = [tuple(sorted(pair)) for pair in zip(stored.tail.tolist(), stored.head.tolist(), strict=True)]
    assert len(set(ends)) == len(ends)
    assert all(a != b for a, b in ends)
    assert stored.track.sum() * 10 == pytest.approx(ring.track_m.sum(), abs=60)


def test_gauges_part_at_a_node_of_their_own():
    line = graph([(0, 0), (1, 0), (2, 0), (3, 0)], [(0, 1), (1, 2), (2, 3)], [1435, 1520, 1524])
    stored = module("land_graph").contract(line, {})
    ((a, b),) = stored.transfers.tolist()
    assert stored.nodes[a].tolist() == stored.nodes[b].tolist() == [1000, 0]


class _OneCountry:
    """Stands for the borders: every position lies in one country."""

    def at(self, lon, _lat):
        return ["004"] * len(lon)


def test_railways_within_an_area_have_its_gauge_and_others_that_of_their_country():
    build = module("rail_road")
    lines = graph([(0, 0), (1, 0), (60, 34), (61, 34)], [(0, 1), (2, 3)])
    area = build.GaugeArea((60.2, 33.5, 62.0, 34.5), 1435)
    gauges = {"004": 1520}
    assert build.with_gauges(lines, _OneCountry(), gauges).gauge.tolist() == [1520, 1520]
    assert build.with_gauges(lines, _OneCountry(), gauges, [area]).gauge.tolist() == [1520, 1435]


def test_every_gauge_area_has_bounds_a_gauge_and_a_source():
    path = HERE / "gauge_areas.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    areas = module("rail_road").gauge_areas(path)
    assert len(rows) == len(areas) > 0
    for area in areas:
        west, south, east, north = area.bounds
        assert -180 <= west < east <= 180
        assert -90 <= south < north <= 90
        assert area.gauge_mm in (610, 914, 950, 1000, 1050, 1067, 1435, 1520, 1524, 1600, 1668, 1676)
    assert all(len(row["reason"]) > 8 and row["source"] for row in rows)


def test_straight_edge_is_bent_and_keeps_its_length():
    hand = module("hand")
    straight = graph([(0, 0), (2, 0)], [(0, 1)])
    straight.track_m[0] = 300_000
    bent, stops = hand.bend(straight, np.array([(0, 0), (1, 0.5), (2, 0)]), {"name": "bow"})
    assert bent.nodes[stops].tolist() == [[0, 0], [1000, 500], [2000, 0]]
    assert bent.nodes[-1].tolist() == [1000, 500]
    assert bent.track_m.tolist() == pytest.approx([150_000, 150_000])


def test_bend_of_an_edge_that_is_not_there_is_a_fault():
    hand = module("hand")
    apart = graph([(0, 0), (1, 0), (2, 0)], [(0, 1), (1, 2)])
    with pytest.raises(ValueError, match="bow: no edge joins"):
        hand.bend(apart, np.array([(0, 0), (1, 0.5), (2, 0)]), {"name": "bow"})


def test_forbidden_seam_is_not_closed():
    seams = module("seams")
    hand = module("hand")
    whole = graph([(0, 0), (1, 0), (1.04, 0), (2, 0)], [(0, 1), (2, 3)])
    found = seams.SeamFinder(whole, seams.Limits()).seams()
    never = hand.HandJoins(np.empty((0, 4)), np.array([[1.041, 0, 1, 0.001]]))
    assert [seam for seam in found if never.allows(whole, seam)] == []
    elsewhere = hand.HandJoins(np.empty((0, 4)), np.array([[5, 0, 6, 0]]))
    assert [seam for seam in found if elsewhere.allows(whole, seam)] == found


def test_every_hand_join_has_ends_and_a_reason():
    with (HERE / "joins.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 10
    for row in rows:
        assert row["mode"] in ("rail", "road")
        assert row["action"] in ("join", "never")
        assert len(row["reason"]) > 8, row
        ends = [float(row[key]) for key in ("lon", "lat", "to_lon", "to_lat")]
        assert abs(ends[0] - ends[2]) < 1
        assert abs(ends[1] - ends[3]) < 1


def test_every_hand_line_tells_why_and_from_what():
    features = json.loads((HERE / "lines.geojson").read_text(encoding="utf-8"))["features"]
    names = [feature["properties"]["name"] for feature in features]
    assert len(set(names)) == len(names)
    for feature in features:
        facts = feature["properties"]
        assert facts["action"] in ("add", "bend")
        assert ("joined_at_end" in facts) == (facts["action"] == "add")
        assert facts["reason"].endswith(".")
        assert facts["source"]
        assert len(feature["geometry"]["coordinates"]) >= (3 if facts["action"] == "bend" else 2)


def test_lines_drawn_by_hand_are_found_in_the_network_even_where_a_siding_joins_them():
    hand, land_graph = module("hand"), module("land_graph")
    row = graph([(0, 0), (1, 0), (0.5, 0), (0.5, 0.01)], [(0, 2), (2, 1), (2, 3)])
    line = hand.HandLine("row", np.array([[0, 0], [1000, 0]]))
    stored = land_graph.contract(row, {})
    (found,) = hand.located(stored, [line])
    assert found["name"] == "row"
    assert len(found["segments"]) == 2
    with pytest.raises(ValueError, match="bow: the line drawn by hand is not whole"):
        hand.located(stored, [hand.HandLine("bow", np.array([[0, 0], [1000, 1000]]))])


def test_every_gauge_is_known_and_sourced():
    with geodata("gauges.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["country"] for row in rows}) == len({row["numeric"] for row in rows}) == len(rows)
    assert all(len(row["country"]) == 3 and len(row["numeric"]) == 3 and row["source"] for row in rows)
    gauge = {row["country"]: int(row["gauge_mm"]) for row in rows}
    assert (gauge["IRN"], gauge["RUS"], gauge["IND"], gauge["TKM"], gauge["CHN"]) == (1435, 1520, 1676, 1520, 1435)
    assert set(gauge.values()) <= {610, 914, 950, 1000, 1050, 1067, 1435, 1520, 1524, 1600, 1668, 1676}
