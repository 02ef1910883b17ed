"""Payloads keep to their schema, and the schema to them."""

from __future__ import annotations

import copy
import json
from importlib.resources import files
from typing import Any

import pytest
from browser import sample
from jsonschema import Draft202012Validator

from corridors.atlas import Atlas, draw, trace
from corridors.model import Document
from corridors.page import build_payload
from corridors.page.payload import VERSION

TEXT = "Goods will go by rail from Hamburg to Prague. The Belt and Road Initiative and the Kampala-Kigali railway wait."


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    text = files("corridors.page").joinpath("payload.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    Draft202012Validator.check_schema(found)
    return found


def faults(schema: dict[str, Any], payload: dict[str, Any]) -> list[str]:
    plain = json.loads(json.dumps(payload))
    return [f"{error.json_path}: {error.message[:200]}" for error in Draft202012Validator(schema).iter_errors(plain)]


def test_the_bundled_page_keeps_to_the_schema(schema: dict[str, Any], bundled: Atlas) -> None:
    for language in ("en", "ru"):
        assert faults(schema, build_payload(bundled, language=language)) == []


def test_a_page_of_many_corridors_keeps_to_the_schema(schema: dict[str, Any], many: Atlas) -> None:
    assert faults(schema, build_payload(many)) == []


def test_odd_pages_keep_to_the_schema(schema: dict[str, Any]) -> None:
    odd = [
        trace([Document(id="d", text=TEXT)]),
        sample("x\x00 \u2028 </script>", url="javascript:1", date="<b>"),
        draw([], documents=[Document(id="d", text="Nothing.")]),
    ]
    assert [faults(schema, build_payload(atlas)) for atlas in odd] == [[], [], []]


def test_the_schema_is_of_this_version_and_finds_faults(schema: dict[str, Any], bundled: Atlas) -> None:
    payload = build_payload(bundled)
    assert schema["properties"]["version"]["const"] == payload["version"] == VERSION

    def broken(change) -> int:
        other = copy.deepcopy(payload)
        change(other)
        return len(faults(schema, other))

    assert broken(lambda p: p.pop("land")) == 1
    assert broken(lambda p: p["legs"][0].update(mode="air")) == 1
    assert broken(lambda p: p["documents"][0].update(url="javascript:alert(1)")) == 1
    assert broken(lambda p: p["mentions"][0].update(extra=1)) == 1
    assert broken(lambda p: p["places"][0].update(lat=91)) == 1
