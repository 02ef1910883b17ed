"""Where goods must change wagons: breaks of gauge between consecutive railway legs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from corridors.model import Corridor, Mode


def breaks(entries: Iterable[Corridor]) -> list[dict[str, Any]]:
    """
    Return the places where the gauge changes, each once, with both gauges in millimetres.

    Legs without a gauge, a road in the gap included, do not hide a change: the last known gauge counts.
    """
    found: dict[tuple[str, frozenset[int]], dict[str, Any]] = {}
    for entry in entries:
        for branch in entry.branches:
            rails = [leg for leg in branch.legs if leg.mode is Mode.RAIL and leg.gauge_mm and not leg.variant]
            for before, after in pairwise(rails):
                if before.gauge_mm == after.gauge_mm or before.gauge_mm is None or after.gauge_mm is None:
                    continue
                place = before.end if before.end == after.start else after.start
                key = (place, frozenset((before.gauge_mm, after.gauge_mm)))
                mark = found.setdefault(
                    key, {"place": place, "gauges": [before.gauge_mm, after.gauge_mm], "corridors": []}
                )
                if entry.id not in mark["corridors"]:
                    mark["corridors"].append(entry.id)
    return list(found.values())
