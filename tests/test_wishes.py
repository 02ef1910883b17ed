"""Paths that sail some passages and keep out of others."""

from __future__ import annotations

import numpy as np
import pytest

from corridors import gates
from corridors.berths import berths
from corridors.search import sea_network
from corridors.wishes import wished_path

ADEN, ROTTERDAM = (45.0, 12.6), (3.6, 52.1)
CLOSED = (
    "palk-strait",
    "northern-sea-route",
    "northwest-passage",
    "volga-don-canal",
    "saint-lawrence-seaway",
)


def sailed(nodes: tuple[int, ...]) -> tuple[str, ...]:
    return gates.sailed(sea_network().lonlat[np.array(nodes)])


@pytest.mark.parametrize(
    "require",
    [(), ("suez-canal",), ("cape-of-good-hope",), ("strait-of-messina", "cape-of-good-hope", "suez-canal")],
)
def test_what_is_required_is_sailed(require):
    path = wished_path(*berths([ADEN, ROTTERDAM]), require=require, forbidden=CLOSED)
    assert path is not None
    assert set(require) <= set(sailed(path.nodes))


def test_each_wish_costs_something():
    ends = berths([ADEN, ROTTERDAM])
    costs = []
    for require in ((), ("strait-of-messina",), ("strait-of-messina", "great-belt")):
        path = wished_path(*ends, require=require, forbidden=CLOSED)
        assert path is not None
        costs.append(path.cost)
    assert costs == sorted(costs)
    assert costs[0] < costs[-1]


def test_what_is_forbidden_is_not_sailed():
    path = wished_path(*berths([ADEN, ROTTERDAM]), require=(), forbidden=(*CLOSED, "suez-canal"))
    assert path is not None
    assert "cape-of-good-hope" in sailed(path.nodes)


def test_no_way_is_none():
    shut = (*CLOSED, "bab-el-mandeb", "suez-canal")
    assert wished_path(*berths([(40.0, 18.0), ROTTERDAM]), require=(), forbidden=shut) is None


def test_the_order_of_wishes_does_not_matter():
    ends = berths([ADEN, ROTTERDAM])
    wishes = ("great-belt", "strait-of-messina", "suez-canal")
    one, other = (wished_path(*ends, require=order, forbidden=CLOSED) for order in (wishes, wishes[::-1]))
    assert one is not None
    assert other is not None
    assert one.cost == pytest.approx(other.cost)


def test_every_edge_of_a_gate_crosses_it():
    ends = sea_network().edges()[0][sea_network().sailing("suez-canal")]
    assert 0 < len(ends) < 50
    assert sea_network().channel[ends].all()
