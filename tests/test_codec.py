"""Lines as text, and records as tables."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.atlas import Atlas
from corridors.page import build_payload
from corridors.page.codec import decode_line, encode_line, encode_number
from corridors.page.packing import pack


def test_numbers_as_digits() -> None:
    assert [encode_number(n) for n in (0, -1, 1, 15, 16)] == ["0", "1", "2", "U", "W1"]


degrees = st.floats(-540, 540), st.floats(-90, 90)


@given(st.lists(st.tuples(*degrees), min_size=1, max_size=30), st.sampled_from([200, 10_000]))
def test_lines_survive_as_text_to_half_a_step(points: list[tuple[float, float]], steps: int) -> None:
    text = encode_line(points, steps_per_degree=steps)
    decoded = decode_line(text, steps_per_degree=steps)
    assert re.fullmatch(r"[\w-]+", text)
    assert encode_line(decoded, steps_per_degree=steps) == text
    for ends in ((points[0], decoded[0]), (points[-1], decoded[-1])):
        assert ends[0] == pytest.approx(ends[1], abs=0.5 / steps + 1e-9)


def unpack(value: object) -> object:
    """What js/packing.js does."""
    if isinstance(value, list):
        return [unpack(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"columns", "rows"}:
        return [dict(zip(value["columns"], map(unpack, row), strict=True)) for row in value["rows"]]
    return {key: unpack(inner) for key, inner in value.items()}


records = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=25,
)


@given(records)
def test_packing_loses_nothing(value: object) -> None:
    assert unpack(pack(value)) == value


def test_packing_saves_the_keys_of_like_records(bundled: Atlas) -> None:
    payload = build_payload(bundled)
    packed = json.dumps(pack(payload["legs"]))
    assert len(packed) < 0.7 * len(json.dumps(payload["legs"]))
    assert unpack(pack(payload)) == payload
