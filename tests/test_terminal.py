import pytest
from shapely.geometry import LineString

from corridors.geometry import great_circle
from corridors.terminal import Label, braille_map

ARCTIC = great_circle((33, 69), (190, 66), step_m=50_000)


def dots(text):
    return [(x, y) for y, row in enumerate(text.split("\n")) for x, c in enumerate(row) if "⠁" <= c <= "⣿"]


def test_the_box_is_never_exceeded_and_the_line_crosses_it():
    text = braille_map([ARCTIC], width=60, height=16)
    rows = text.split("\n")
    assert len(rows) == 16
    assert max(map(len, rows)) <= 60
    columns = [x for x, _ in dots(text)]
    assert min(columns) < 12
    assert max(columns) > 48


def test_land_and_sea_are_told_apart():
    north_sea = braille_map([LineString([(2, 56), (4, 56)])], width=40, height=10)
    sahara = braille_map([LineString([(2, 24), (4, 24)])], width=40, height=10)
    assert "·" not in north_sea
    assert sahara.count("·") > 300


def test_a_label_that_would_cover_another_is_left_out():
    line = LineString([(0, 0), (40, 0)])
    text = braille_map(
        [line], [Label("First", 20, 0), Label("Second", 20.2, 0), Label("Far", 0, 0)], width=60, height=10
    )
    assert "o First" in text
    assert "Far" in text
    assert "Second" not in text


def test_a_line_over_the_antimeridian_is_whole():
    text = braille_map([great_circle((170, 60), (190, 60), step_m=20_000)], width=40, height=10)
    columns = sorted({x for x, _ in dots(text)})
    assert columns == list(range(columns[0], columns[-1] + 1))
    assert len(columns) > 30


def test_nothing_to_draw_and_too_small_a_box_are_refused():
    with pytest.raises(ValueError, match="no line"):
        braille_map([])
    with pytest.raises(ValueError, match="20 by 5"):
        braille_map([ARCTIC], width=10, height=3)
