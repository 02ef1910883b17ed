"""Names that hashtags write as one word."""

from __future__ import annotations

import pytest

from corridors.mentions import find


@pytest.mark.parametrize(
    ("text", "corridor", "exact"),
    [
        ("Off to Murmansk for the #NorthernSeaRoute season", "northern-sea-route", "NorthernSeaRoute"),
        ("Freight is back on #lobitocorridor, says the port of Lobito.", "lobito-corridor", "lobitocorridor"),
        ("News on rail freight: #InternationalNorthSouthTransportCorridor!", "instc", None),
        ("Posted from Hanoi: #Northern_Sea_Route", "northern-sea-route", "Northern_Sea_Route"),
        ("Today in Baku: (#MiddleCorridor)", "middle-corridor", "MiddleCorridor"),
        ("В порту Мурманск: #СеверныйМорскойПуть", "northern-sea-route", "СеверныйМорскойПуть"),
    ],
)
def test_a_hashtag_is_a_name_without_its_spaces(text: str, corridor: str, exact: str | None) -> None:
    (mention,) = find(text)
    assert mention.corridor == corridor
    assert text[mention.start : mention.end] == mention.exact == (exact or "InternationalNorthSouthTransportCorridor")


@pytest.mark.parametrize(
    "text",
    [
        "See example.org/#NorthernSeaRoute for the timetable.",
        "The page news.html#MiddleCorridor is gone.",
        "Join the #PolarExpress quiz and the #SeaRouteRunners.",
        "Our ship, the NorthernSeaRoute, is a model.",
    ],
)
def test_an_anchor_of_an_address_and_other_words_are_none(text: str) -> None:
    assert find(text) == []
