"""Where journeys join the sea network."""

from __future__ import annotations

import numpy as np
import pytest

from corridors import _errors, berths, land, sight
from corridors.search import sea_network


@pytest.mark.parametrize("place", [(-30.0, 40.0), (72.6, 18.9), (179.9, 0.0), (51.0, 40.0), (33.2, 69.1)])
def test_a_place_at_sea_is_its_own_berth(place):
    one = berths.berths([place])[0]
    assert one.lonlat == place
    assert one.connector_m == 0
    assert (one.cost > 0).all()


@pytest.mark.parametrize("place", [(4.47, 51.92), (100.52, 13.72), (88.34, 22.57), (-81.0, 27.0), (29.0, 41.1)])
def test_a_place_on_land_is_taken_to_water(place):
    assert land.on_land(*place)
    one = berths.berths([place])[0]
    assert 0 < one.connector_m < 100_000
    assert not land.on_land(*one.lonlat) or sea_network().channel[one.nodes].any()
    assert one.place == place


@pytest.mark.parametrize("place", [(2.35, 48.86), (37.62, 55.75), (-104.98, 39.74)])
def test_a_place_far_inland_is_refused(place):
    with pytest.raises(_errors.NoRouteError, match=r"lies \d+ km from the nearest navigable water"):
        berths.berths([place])[0]


def test_ways_to_the_network_are_clear():
    one = berths.berths([(37.7833, 44.7167)])[0]
    lonlat = sea_network().lonlat
    for node in one.nodes.tolist():
        way = np.array([*one.way(node), lonlat[node]])
        assert sight.in_sight(way[:-1], way[1:]).all()


def test_positions_in_words():
    assert berths.words((-5.25, 36.0)) == "36.00 N 5.25 W"
