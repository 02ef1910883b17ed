import csv
import io
import itertools
import json
import stat

import geopandas as gpd
import pytest
from geojson_validator import validate_structure

from corridors import export
from corridors._errors import OutputError
from corridors.atlas import trace
from corridors.model import Document


@pytest.fixture(scope="module")
def written(bundled, tmp_path_factory):
    folder = tmp_path_factory.mktemp("written")
    bundled.write(folder)
    return folder


@pytest.fixture(scope="module")
def features(written):
    return {
        name: json.loads((written / f"{name}.geojson").read_text(encoding="utf-8")) for name in ("corridors", "places")
    }


def numbers(value):
    if isinstance(value, list):
        for item in value:
            yield from numbers(item)
    else:
        yield value


@pytest.mark.parametrize("name", ["corridors", "places"])
def test_geojson_has_the_structure_of_rfc_7946(features, name):
    assert validate_structure(features[name]) == {}
    assert "crs" not in features[name]
    ids = [f["id"] for f in features[name]["features"]]
    assert len(set(ids)) == len(ids)
    for feature in features[name]["features"]:
        for number in numbers(feature["geometry"]["coordinates"]):
            assert number == round(number, 6)
        lons = list(numbers(feature["geometry"]["coordinates"]))[::2]
        assert all(-180 <= lon <= 180 for lon in lons)


def test_no_line_jumps_over_the_antimeridian(features):
    for feature in features["corridors"]["features"]:
        shape = feature["geometry"]
        lines = [shape["coordinates"]] if shape["type"] == "LineString" else shape["coordinates"]
        for line in lines:
            assert all(abs(a[0] - b[0]) < 180 for a, b in itertools.pairwise(line)), feature["id"]


def test_geopandas_opens_the_legs_with_every_attribute(written, bundled):
    table = gpd.read_file(written / "corridors.geojson")
    assert len(table) == len(bundled.legs)
    assert set(bundled.legs.columns) <= set(table.columns)
    assert list(table["from"]) == list(bundled.legs["from"])
    assert list(table["id"]) == list(bundled.legs["id"])


def test_mentions_are_one_json_record_a_line(written, bundled):
    lines = (written / "mentions.jsonl").read_text(encoding="utf-8").split("\n")
    assert lines[-1] == ""
    records = [json.loads(line) for line in lines[:-1]]
    assert records == [m.to_dict() for m in bundled.records]
    texts = {d.id: d.text for d in bundled.documents}
    for record in records:
        text = texts[record["document"]]
        assert text[record["start"] : record["end"]] == record["exact"]
        assert text[record["quote"]["start"] : record["quote"]["end"]] == record["quote"]["exact"]


def test_tables_have_one_header_and_a_row_for_each_leg_and_mention(written, bundled):
    for name, count in (("legs.csv", len(bundled.legs)), ("mentions.csv", len(bundled.records))):
        rows = list(csv.reader(io.StringIO((written / name).read_bytes().decode("utf-8"), newline="")))
        assert len(rows) == count + 1
        assert {len(row) for row in rows} == {len(rows[0])}
    table = csv.DictReader(io.StringIO((written / "mentions.csv").read_bytes().decode("utf-8"), newline=""))
    assert [row["quote"] for row in table] == [m.quote.exact for m in bundled.records]


def test_a_cell_that_a_spreadsheet_would_run_is_disarmed():
    text = '=HYPERLINK("https://example.org") and the INSTC'
    atlas = trace([Document(id="note", text=text, title="+1")])
    row = next(csv.DictReader(io.StringIO(export.mention_csv(atlas), newline="")))
    assert row["quote"] == "'" + text
    assert row["title"] == "'+1"
    assert row["exact"] == "INSTC"


def test_lone_surrogates_and_controls_survive_in_json(tmp_path):
    atlas = trace([Document(id="odd", text="\ud800 The INSTC \x00 ran.")])
    atlas.write(tmp_path)
    record = json.loads((tmp_path / "mentions.jsonl").read_bytes())
    assert record["quote"]["exact"] == atlas.records[0].quote.exact


def test_a_failed_write_leaves_the_old_file_whole_and_no_scratch(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("old")

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export.os, "replace", refuse)
    with pytest.raises(OutputError, match=r"cannot write .*a\.txt: No space left on device"):
        export.write_file(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_written_file_can_be_read_by_others(tmp_path):
    path = export.write_file(tmp_path / "a.txt", "é")
    assert path.read_bytes() == "é".encode()
    assert stat.S_IMODE(path.stat().st_mode) & 0o444 == 0o444 & ~export._umask()


def test_a_folder_that_is_a_file_is_refused(tmp_path, bundled):
    (tmp_path / "taken").write_text("")
    with pytest.raises(OutputError, match="cannot make the folder"):
        bundled.write(tmp_path / "taken")


def test_the_committed_geojson_is_not_stale(written):
    from pathlib import Path

    output = Path(__file__).parents[1] / "output"
    for name in ("corridors.geojson", "places.geojson"):
        assert (output / name).read_bytes() == (written / name).read_bytes(), f"{name} is stale: run `make output`"
