import itertools
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiLineString, mapping, shape

from corridors import geometry

DATA = Path(__file__).parent / "data"
GOLDEN = sorted(path.stem for path in (DATA / "input").glob("cut-*.json"))

lonlat = st.tuples(
    st.floats(-179.9, 179.9, allow_nan=False).map(lambda x: round(x, 4)),
    st.floats(-80, 84, allow_nan=False).map(lambda x: round(x, 4)),
)


@st.composite
def walks(draw):
    lon, lat = draw(lonlat)
    points = [(lon, lat)]
    for _ in range(draw(st.integers(1, 12))):
        lon += draw(st.floats(-60, 60).map(lambda x: round(x, 3)))
        lat = min(84.0, max(-80.0, lat + draw(st.floats(-10, 10).map(lambda x: round(x, 3)))))
        points.append((lon, lat))
    return LineString(points)


def wrap(line):
    return LineString([((lon + 180) % 360 - 180, lat) for lon, lat in line.coords])


@pytest.mark.parametrize("name", GOLDEN)
def test_cut_matches_the_golden_file(name):
    given_line = shape(json.loads((DATA / "input" / f"{name}.json").read_text()))
    wanted = json.loads((DATA / "output" / f"{name}.json").read_text())
    got = mapping(geometry.rounded(geometry.cut_at_antimeridian(given_line)))
    assert json.loads(json.dumps(got)) == wanted


def test_there_are_golden_files():
    assert len(GOLDEN) >= 4


@given(walks())
def test_cutting_keeps_the_length(line):
    cut = geometry.cut_at_antimeridian(line)
    assert geometry.length_m(cut) == pytest.approx(geometry.length_m(line), rel=2e-3, abs=0.01)


@given(walks())
def test_cutting_a_densified_line_keeps_the_length_to_a_metre_in_a_thousand_kilometres(line):
    dense = geometry.densify(line, step_m=20_000)
    cut = geometry.cut_at_antimeridian(dense)
    assert geometry.length_m(cut) == pytest.approx(geometry.length_m(dense), rel=1e-6, abs=0.01)


@given(walks())
def test_stored_lines_stay_within_the_world_and_pieces_meet_at_its_edge(line):
    lines = geometry.parts(geometry.cut_at_antimeridian(line))
    for piece in lines:
        assert np.abs(geometry.coordinates(piece)[:, 0]).max() <= 180 + 1e-9
    for before, after in itertools.pairwise(lines):
        (lon_a, lat_a), (lon_b, lat_b) = before.coords[-1], after.coords[0]
        assert lon_a == -lon_b
        assert abs(lon_a) == 180
        assert lat_a == lat_b


@given(walks())
def test_unwrapping_undoes_wrapping(line):
    again = geometry.unwrap(wrap(line))
    turns = (geometry.coordinates(again) - geometry.coordinates(line))[:, 0]
    assert np.allclose(turns, turns[0], atol=1e-9)
    assert np.isclose(turns[0] % 360, 0, atol=1e-9) or np.isclose(turns[0] % 360, 360, atol=1e-9)


@given(lonlat, lonlat)
def test_a_great_circle_has_the_geodesic_length_both_ways(a, b):
    there = geometry.length_m(geometry.great_circle(a, b))
    back = geometry.length_m(geometry.great_circle(b, a))
    straight = geometry.geod().inv(*a, *b)[2]
    assert there == pytest.approx(straight, abs=0.01)
    assert back == pytest.approx(straight, abs=0.01)


@given(walks(), st.integers(-2, 2))
def test_a_line_shifted_by_whole_turns_is_cut_alike(line, turns):
    shifted = LineString([(lon + 360 * turns, lat) for lon, lat in line.coords])
    one, other = (geometry.parts(geometry.cut_at_antimeridian(x)) for x in (line, shifted))
    assert len(one) == len(other)
    assert geometry.length_m(MultiLineString(one)) == pytest.approx(geometry.length_m(MultiLineString(other)), abs=0.01)


def test_no_step_of_a_densified_line_is_longer_than_asked():
    line = geometry.great_circle((131.9, 43.1), (-122.4, 37.8), step_m=30_000)
    lon, lat = geometry.coordinates(line).T
    steps = geometry.geod().inv(lon[:-1], lat[:-1], lon[1:], lat[1:])[2]
    assert steps.max() <= 30_000 + 1e-3
    assert lon.min() >= 131.9
    assert lon.max() == pytest.approx(237.6)


def test_join_is_continuous_over_the_antimeridian_and_drops_the_shared_vertex():
    line = geometry.join([LineString([(170, 60), (179, 62)]), LineString([(179, 62), (-175, 63)])])
    assert list(line.coords) == [(170, 60), (179, 62), (185, 63)]


def test_the_box_of_a_cut_line_has_its_west_east_of_its_east():
    line = LineString([(170, 60), (190, 65), (200, 50)])
    assert geometry.bbox(geometry.cut_at_antimeridian(line)) == (170, 50, -160, 65)
    assert geometry.bbox(LineString([(-170, 1), (170, 2)])) == (-170, 1, 170, 2)


def test_a_line_that_ends_on_the_antimeridian_stays_whole():
    cut = geometry.cut_at_antimeridian(LineString([(170, 10), (180, 20)]))
    assert cut.geom_type == "LineString"
    assert list(cut.coords) == [(170, 10), (180, 20)]


def test_bad_arguments_are_refused():
    with pytest.raises(ValueError, match="step_m must be positive, got 0"):
        geometry.densify(LineString([(0, 0), (1, 1)]), step_m=0)
    with pytest.raises(ValueError, match="no line to join"):
        geometry.join([])
    with pytest.raises(TypeError, match="got Point"):
        geometry.length_m(LineString([(0, 0), (1, 1)]).centroid)


def test_simplifying_keeps_the_ends_and_stays_within_the_tolerance():
    line = geometry.great_circle((33.0, 69.0), (80.5, 73.5), step_m=5_000)
    thin = geometry.simplify(line, 500)
    assert thin.coords[0] == pytest.approx(line.coords[0])
    assert thin.coords[-1] == pytest.approx(line.coords[-1])
    assert 2 < len(thin.coords) < len(line.coords) / 4
    assert geometry.length_m(thin) == pytest.approx(geometry.length_m(line), rel=1e-3)
