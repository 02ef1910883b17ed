from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString

from corridors import _netfile, _search
from corridors._data import geodata
from corridors._errors import NoRouteError
from corridors.catalogues import catalogue
from corridors.geometry import length_m
from corridors.model import Mode, Status
from corridors.network import GaugeBreak, Network, network
from corridors.routes import leg_route

STATIONS = {
    "tehran": (51.40, 35.66),
    "mashhad": (59.63, 36.30),
    "tabriz": (46.26, 38.06),
    "bandar-abbas": (56.133, 27.197),
    "bafq": (55.42, 31.60),
    "badrud": (52.00, 33.69),
    "meybod": (53.99, 32.21),
    "rasht": (49.586, 37.194),
    "gorgan": (54.426, 36.859),
    "uzen": (52.93, 43.43),
    "bereket": (55.509, 39.247),
    "baku": (49.859, 40.383),
    "astrakhan": (48.064, 46.354),
    "moscow": (37.655, 55.776),
    "st-petersburg": (30.363, 59.929),
    "helsinki": (24.94, 60.172),
    "vladivostok": (131.881, 43.111),
    "mumbai": (72.819, 18.969),
    "delhi": (77.22, 28.642),
    "howrah": (88.342, 22.583),
    "omsk": (73.386, 54.939),
    "novosibirsk": (82.898, 55.035),
    "krasnoyarsk": (92.832, 56.006),
    "irkutsk": (104.26, 52.283),
    "hanoi": (105.841, 21.024),
    "saigon": (106.677, 10.782),
    "toronto": (-79.38, 43.645),
    "vancouver": (-123.098, 49.273),
    "beijing": (116.38, 39.865),
    "shanghai": (121.32, 31.195),
}


def build(nodes, edges, *, transfers=(), gauges=None) -> Network:
    """Make a network of nodes in degrees and edges (tail, head, track in metres, vertices between)."""
    inner = [np.array(edge[3] if len(edge) > 3 else [], dtype=float).reshape(-1, 2) for edge in edges]
    return Network(
        _netfile.NetworkFile(
            nodes=whole(nodes),
            tail=np.array([edge[0] for edge in edges]),
            head=np.array([edge[1] for edge in edges]),
            track=np.round(np.array([edge[2] for edge in edges]) / 10).astype(np.int64),
            gauge=np.array(gauges or [0] * len(edges), dtype=np.int64),
            inner=np.array([len(line) for line in inner]),
            vertices=whole(np.concatenate(inner)),
            transfers=np.array(transfers, dtype=np.int64).reshape(-1, 2),
        ),
        noun="railway",
    )


def whole(degrees) -> np.ndarray:
    return np.round(np.asarray(degrees, dtype=float).reshape(-1, 2) * 1000).astype(np.int64)


@pytest.fixture(scope="module")
def cross() -> Network:
    """A line along the equator from 0 to 4 degrees, a spur to the north at 2, and a line apart at 50."""
    nodes = [(0, 0), (2, 0), (4, 0), (2, 0.03), (50, 0), (51, 0)]
    edges = [(0, 1, 230_000), (1, 2, 223_000, [(3, 0)]), (1, 3, 3_340), (4, 5, 111_320)]
    return build(nodes, edges)


def test_way_between_vertices_starts_and_ends_beside_the_places(cross):
    path = cross.path([(0.5, 0.01), (3.5, -0.02)])
    assert np.allclose(path.line.coords, [(0.5, 0), (2, 0), (3, 0), (3.5, 0)])
    assert path.length_m == pytest.approx(3 * 111_319.5, rel=1e-4)
    assert path.track_m == pytest.approx(0.75 * 230_000 + 0.75 * 223_000)
    assert path.connectors_m == pytest.approx((1105.7, 2211.5), abs=1)


def test_both_ends_on_one_edge(cross):
    path = cross.path([(0.5, 0), (1.0, 0)])
    assert np.allclose(path.line.coords, [(0.5, 0), (1, 0)])
    assert path.track_m == pytest.approx(57_500)


def test_place_by_the_way_is_passed_without_a_spur(cross):
    path = cross.path([(0, 0), (2, 0.03), (4, 0)])
    assert max(lat for _, lat in path.line.coords) == 0
    assert path.connectors_m[1] == pytest.approx(3317, abs=5)


def test_spur_is_run_when_it_is_the_end(cross):
    assert cross.path([(0, 0), (2, 0.03)]).line.coords[-1] == pytest.approx((2, 0.03))


def test_place_beside_a_branch_is_no_spur_at_the_beginning_either():
    siding = build([(0, 0), (0.02, 0), (4, 0)], [(0, 1, 2_230), (0, 2, 445_280, [(0, 1)])])
    line = siding.path([(0.005, 0.001), (0.02, 0), (4, 0)]).line
    assert len(set(line.coords)) == len(line.coords)


def test_long_branch_is_visited_and_left_again():
    branch = build([(0, 0), (2, 0), (4, 0), (2, 1)], [(0, 1, 222_640), (1, 2, 222_640), (1, 3, 110_570)])
    path = branch.path([(0, 0), (2, 1), (4, 0)])
    assert path.track_m == pytest.approx(2 * 222_640 + 2 * 110_570)
    assert (2.0, 1.0) in list(path.line.coords)


def test_there_and_back_is_not_nothing(cross):
    assert cross.path([(0, 0), (0.03, 0), (0, 0)]).track_m == pytest.approx(2 * 0.015 * 230_000, rel=1e-6)


def test_separate_parts_are_no_way(cross):
    with pytest.raises(NoRouteError, match=r"no railway joins 0, 0 and 50\.5, 0: they lie on separate parts"):
        cross.path([(0, 0), (50.5, 0)])


def test_place_far_from_any_line_is_refused(cross):
    with pytest.raises(NoRouteError, match=r"no railway within 50 km of 1, 1$"):
        cross.path([(0, 0), (1, 1)])
    assert cross.path([(0, 0), (1.2, 1)], max_snap_m=150_000).connectors_m[1] == pytest.approx(110_574, rel=1e-3)


def test_way_shorter_than_its_gaps_is_refused(cross):
    with pytest.raises(NoRouteError, match="more gap than railway"):
        cross.path([(1, 0.3), (1.1, -0.3)])


def test_farther_line_serves_when_the_nearest_is_cut_off():
    siding = build([(0, 0), (4, 0), (2, 0.2), (2.01, 0.2)], [(0, 1, 445_280), (2, 3, 1_113)])
    path = siding.path([(0, 0), (2, 0.2)])
    assert path.line.coords[-1] == pytest.approx((2, 0))
    assert path.connectors_m[1] == pytest.approx(22_115, rel=1e-3)


def test_one_point_is_not_a_way(cross):
    with pytest.raises(ValueError, match="two points or more, got 1"):
        cross.path([(0, 0)])


def test_change_of_gauge_is_shunned_and_told():
    nodes = [(0, 0), (1, 0), (1, 0), (2, 0), (1, 2)]
    edges = [(0, 1, 111_320), (0, 4, 300_000), (2, 3, 111_320), (3, 4, 300_000)]
    both = build(nodes, edges, transfers=[(1, 2)], gauges=[1435, 1435, 1520, 1435])
    assert both.path([(0, 0), (2, 0)]).breaks == ()
    assert both.path([(0, 0), (2, 0)]).track_m == pytest.approx(600_000)
    over = both.path([(0, 0), (2, 0)], gauge_break_m=1_000)
    assert over.track_m == pytest.approx(222_640)
    assert over.breaks == (GaugeBreak(1, 0, 1435, 1520),)
    back = both.path([(2, 0), (0, 0)], gauge_break_m=1_000)
    assert back.breaks == (GaugeBreak(1, 0, 1520, 1435),)


def test_edge_over_the_antimeridian_keeps_longitudes_continuous():
    over = build([(179, 0), (-179, 0)], [(0, 1, 222_640, [(180, 0.5)])])
    line = over.path([(179.2, 0), (-179.2, 0)]).line
    assert max(abs(b[0] - a[0]) for a, b in itertools.pairwise(line.coords)) < 1
    assert np.allclose(line.coords[1], (180, 0.5))
    assert line.coords[-1][0] > 180.5


def test_shipped_networks_say_whose_data_they_are():
    for mode in (Mode.RAIL, Mode.ROAD):
        about = network(mode).about
        assert about["mode"] == str(mode)
        assert about["licence"] == "ODbL-1.0"
        assert "OpenStreetMap" in about["attribution"]
    assert sum(geodata("networks", f"{mode}.net").stat().st_size for mode in ("rail", "road")) < 8_000_000


@pytest.mark.parametrize("mode", [Mode.SEA, Mode.RIVER])
def test_no_land_network_carries_water(mode):
    with pytest.raises(ValueError, match="no land network carries"):
        network(mode)


@pytest.mark.parametrize(
    ("stops", "published_km", "tolerance"),
    [
        (("tehran", "mashhad"), 925, 0.10),
        (("tehran", "tabriz"), 742, 0.12),
        (("bafq", "bandar-abbas"), 626, 0.10),
        (("badrud", "meybod"), 254, 0.10),
        (("uzen", "bereket", "gorgan"), 928, 0.10),
        (("mumbai", "delhi"), 1386, 0.10),
        (("moscow", "st-petersburg"), 650, 0.05),
        (("omsk", "novosibirsk"), 627, 0.05),
        (("krasnoyarsk", "irkutsk"), 1088, 0.05),
        (("moscow", "vladivostok"), 9288, 0.10),
        (("hanoi", "saigon"), 1726, 0.05),
        (("toronto", "vancouver"), 4466, 0.10),
        (("beijing", "shanghai"), 1318, 0.05),
    ],
)
def test_surveyed_length_is_near_the_published_one(stops, published_km, tolerance):
    path = network(Mode.RAIL).path([STATIONS[stop] for stop in stops])
    assert path.track_m / 1000 == pytest.approx(published_km, rel=tolerance)
    assert path.length_m <= path.track_m * 1.02
    assert max(path.connectors_m) < 5_000


@pytest.mark.parametrize(
    ("stops", "published_km"),
    [
        (("bandar-abbas", "bafq", "badrud", "tehran"), 1340),
        (("tehran", "rasht"), 308),
        (("uzen", "bereket", "gorgan"), 928),
        (("mumbai", "delhi"), 1386),
        (("moscow", "vladivostok"), 9288),
    ],
)
def test_drawn_length_is_near_the_published_one(stops, published_km):
    path = network(Mode.RAIL).path([STATIONS[stop] for stop in stops])
    assert path.length_m / 1000 == pytest.approx(published_km, rel=0.10)


def test_way_along_a_line_drawn_by_hand_says_so():
    rail = network(Mode.RAIL)
    along = rail.path([STATIONS["uzen"], (53.5, 42.9)]).by_hand
    assert len(along) == 1
    assert "Bolashak" in along[0]
    assert rail.path([STATIONS["tehran"], STATIONS["mashhad"]]).by_hand == ()
    assert any("Astara" in name for name in network(Mode.ROAD).path([STATIONS["rasht"], (48.862, 38.416)]).by_hand)


@pytest.mark.parametrize(
    "stops",
    [
        ("bandar-abbas", "tehran", "rasht"),
        ("baku", "astrakhan", "moscow", "st-petersburg", "helsinki"),
        ("uzen", "bereket", "gorgan", "tehran"),
        ("moscow", "uzen"),
        ("tehran", "mashhad"),
    ],
)
def test_every_vertex_lies_on_the_network(stops):
    rail = network(Mode.RAIL)
    line = rail.path([STATIONS[stop] for stop in stops]).line
    points = np.array(line.coords)
    assert len(points) > 50
    for lon, lat in points[:: max(1, len(points) // 60)]:
        assert rail.snaps(lon, lat)[0].gap_m < 1


def test_moscow_to_vladivostok_stays_on_one_gauge():
    assert network(Mode.RAIL).path([STATIONS["moscow"], STATIONS["vladivostok"]]).breaks == ()


def test_break_of_gauge_between_iran_and_turkmenistan():
    (only,) = network(Mode.RAIL).path([STATIONS["bereket"], STATIONS["gorgan"]]).breaks
    assert (only.from_mm, only.to_mm) == (1520, 1435)
    assert only.lon == pytest.approx(54.6, abs=0.2)
    assert only.lat == pytest.approx(37.4, abs=0.2)


def test_finland_and_russia_run_through():
    assert network(Mode.RAIL).path([STATIONS["st-petersburg"], STATIONS["helsinki"]]).breaks == ()


def test_sicily_is_not_joined_across_the_strait():
    with pytest.raises(NoRouteError, match="separate parts"):
        network(Mode.RAIL).path([(12.5, 41.9), (13.37, 38.11)])


def test_line_north_of_gyzylgaya_stays_east_of_the_bay():
    line = network(Mode.RAIL).path([STATIONS["bereket"], STATIONS["uzen"]]).line
    assert not line.intersects(LineString([(53.0, 41.6), (54.4, 41.2)]))


@pytest.mark.parametrize(
    ("start", "end", "low_km", "high_km"),
    [
        ((49.586, 37.194), (48.862, 38.416), 160, 210),
        ((51.40, 35.66), (51.503, 36.66), 130, 260),
        ((60.61, 25.30), (60.873, 29.481), 550, 720),
    ],
)
def test_roads_of_iran(start, end, low_km, high_km):
    assert low_km < network(Mode.ROAD).path([start, end]).track_m / 1000 < high_km


pairs = st.lists(st.sampled_from(sorted(set(STATIONS) - {"toronto", "vancouver"})), min_size=2, max_size=2, unique=True)


@settings(max_examples=15)
@given(pair=pairs)
def test_length_there_is_length_back(pair):
    there, back = [network(Mode.RAIL).path([STATIONS[s] for s in way]) for way in (pair, pair[::-1])]
    assert there.track_m == pytest.approx(back.track_m, abs=20)
    assert there.connectors_m == pytest.approx(back.connectors_m[::-1], abs=1)


@settings(max_examples=15)
@given(pair=pairs, turns=st.integers(-2, 2))
def test_longitudes_a_turn_away_mean_the_same_place(pair, turns):
    points = [STATIONS[s] for s in pair]
    shifted = [(lon + 360 * turns, lat) for lon, lat in points]
    rail = network(Mode.RAIL)
    assert rail.path(shifted).track_m == pytest.approx(rail.path(points).track_m, abs=1)


@settings(max_examples=10)
@given(pair=pairs)
def test_point_on_the_way_does_not_change_it(pair):
    rail = network(Mode.RAIL)
    whole_way = rail.path([STATIONS[s] for s in pair])
    middle = list(whole_way.line.coords)[len(whole_way.line.coords) // 2]
    by_middle = rail.path([STATIONS[pair[0]], middle, STATIONS[pair[1]]])
    assert by_middle.track_m == pytest.approx(whole_way.track_m, rel=1e-4, abs=50)


def run_twice_km(line: LineString) -> float:
    """Measure what a line runs out and back."""
    seen, twice = set(), 0.0
    for step in itertools.pairwise(line.coords):
        twice += length_m(LineString(step)) / 1000 if frozenset(step) in seen else 0.0
        seen.add(frozenset(step))
    return twice


@pytest.mark.parametrize("key", list(catalogue()))
def test_routed_legs_of_the_catalogue_run_out_and_back_only_to_call_at_a_place(key):
    for branch in catalogue()[key].branches:
        for leg in branch.legs:
            if leg.mode in (Mode.RAIL, Mode.ROAD) and leg.status in (Status.OPERATING, Status.SUSPENDED):
                most = 60.0 if leg.via else 0.0
                assert run_twice_km(leg_route(leg).geometry) <= most, (leg.start, leg.end)


@pytest.mark.parametrize("reach", [(0.0, 0.0), (1.0, 1_000.0), (1e9, 1e9)])
def test_how_far_is_looked_first_does_not_change_the_way(monkeypatch, reach):
    stops = [STATIONS[name] for name in ("tehran", "mashhad", "bafq", "bandar-abbas")]
    usual = network(Mode.RAIL).path(stops)
    monkeypatch.setattr(_search, "FARTHER", reach[0])
    monkeypatch.setattr(_search, "FAR_M", reach[1])
    again = network(Mode.RAIL).path(stops)
    assert again.line.equals(usual.line)
    assert again.track_m == usual.track_m


def test_the_matrix_holds_every_edge_both_ways(cross):
    begins, columns, lengths = cross.matrix(7.0)
    rows = np.repeat(np.arange(len(begins) - 1), np.diff(begins))
    found = set(zip(rows.tolist(), columns.tolist(), np.round(lengths, 3).tolist(), strict=True))
    ends = zip(cross.tail.tolist(), cross.head.tolist(), np.round(cross.track_m, 3).tolist(), strict=True)
    assert found == {way for a, b, length in ends for way in ((a, b, length), (b, a, length))}
