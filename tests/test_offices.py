"""Whether an office may mean a person who is named with another one."""

from __future__ import annotations

import pytest

from corridors.offices import WORST_FIT, fit, gainsays, portfolio, written_out


@pytest.mark.parametrize(
    ("asked", "held", "expected"),
    [
        ("minister", "transport minister", False),
        ("transport minister", "finance minister", True),
        ("head state", "president", False),
        ("driver", "president", True),
        ("official", "deputy director", False),
        ("minister", "", False),
    ],
)
def test_gainsays(asked, held, expected):
    assert gainsays(frozenset(asked.split()), frozenset(held.split())) is expected


def test_fit_prefers_more_common_words():
    asked = frozenset(("transport", "minister"))
    assert fit(asked, ("transport", "minister")) > fit(asked, ("minister",)) > WORST_FIT - 1
    assert fit(asked, ("captain",)) == WORST_FIT - 1
    assert fit(frozenset(("eam",)), ("external", "affairs", "minister")) == 10


def test_portfolio_leaves_out_countries_and_ranks():
    assert portfolio(frozenset(("the", "deputy", "iranian", "transport", "minister"))) == {"transport"}


def test_abbreviations_of_offices_are_written_out():
    assert written_out(frozenset({"former", "pm"})) == {"former", "prime", "minister"}
    assert written_out(frozenset({"minister"})) == {"minister"}
