import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def command(*words, stdin=b"", **more):
    return subprocess.run(
        [sys.executable, "-m", "corridors", *map(str, words)], input=stdin, capture_output=True, timeout=120,
        check=False, cwd=ROOT, **more,
    )  # fmt: skip


def test_help_opens_with_a_sentence_and_examples_and_imports_no_geopandas():
    code = (
        "import sys; sys.argv = ['corridors', '--help']\nfrom corridors.cli.main import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "assert not {'geopandas', 'shapely', 'numpy', 'pandas'} & set(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT, timeout=60
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[2].strip().startswith("Find the transport corridors")
    assert "Examples:" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("name", ["map", "find", "list", "show", "route", "passages"])
def test_each_command_helps_with_examples(run, name):
    for flag in ("-h", "--help"):
        done = run(name, flag)
        assert done.status == 0
        assert "Examples:" in done.out


def test_version(run):
    from importlib.metadata import version

    assert run("--version").out == f"corridors {version('corridors')}\n"


def test_a_mistyped_command_is_answered_with_the_nearest(run):
    done = run("shwo", "instc")
    assert done.status == 2
    assert "no command is called 'shwo'. Did you mean 'show'?" in done.err


def test_map_writes_the_files_and_names_them(run, article, tmp_path):
    done = run("map", article, "-o", tmp_path / "out")
    assert done.status == 0
    paths = done.out.split()
    assert [Path(p).name for p in paths] == [
        "corridors.geojson", "places.geojson", "mentions.jsonl", "legs.csv", "mentions.csv", "map.html",
    ]  # fmt: skip
    assert all(Path(p).stat().st_size for p in paths)
    assert "2 mentions in 1 document:" in done.err
    corridors = {f["properties"]["corridor"] for f in json.loads(Path(paths[0]).read_text("utf-8"))["features"]}
    assert corridors == {"chennai-vladivostok", "instc"}


def test_map_in_russian_and_with_tiles(run, article, tmp_path):
    assert run("map", article, "-o", tmp_path, "--lang", "ru", "--tiles", "OpenStreetMap.Mapnik").status == 0
    page = (tmp_path / "map.html").read_text("utf-8")
    assert '<html lang="ru"' in page
    policy = re.search(r'content="(default-src[^"]*)"', page)
    assert policy is not None
    assert "openstreetmap.org" in policy[1]
    plain = run("map", article, "-o", tmp_path)
    assert plain.status == 0
    assert "openstreetmap.org/{z}" not in (tmp_path / "map.html").read_text("utf-8")


def test_an_unknown_tile_provider_is_refused(run, article, tmp_path):
    done = run("map", article, "-o", tmp_path / "out", "--tiles", "Nowhere.Tiles")
    assert done.status == 1
    assert "'Nowhere.Tiles'" in done.err
    assert not (tmp_path / "out").exists()


def test_map_without_documents_takes_the_bundled_ones(run, tmp_path, bundled):
    done = run("map", "-o", tmp_path)
    assert done.status == 0
    records = [json.loads(line) for line in (tmp_path / "mentions.jsonl").read_text("utf-8").splitlines()]
    assert records == [m.to_dict() for m in bundled.records]


def test_a_bad_document_is_one_sentence_and_the_others_go_through(run, article, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    done = run("map", empty, article, tmp_path / "missing.txt", "-o", tmp_path / "out")
    assert done.status == 1
    complaints = [line for line in done.err.splitlines() if " in 1 document" not in line]
    assert len(complaints) == 2
    assert "empty.txt" in complaints[0]
    assert "missing.txt" in complaints[1]
    assert (tmp_path / "out" / "map.html").exists()
    assert "Traceback" not in done.err


def test_only_bad_documents_write_nothing(run, tmp_path):
    done = run("map", tmp_path / "missing.txt", "-o", tmp_path / "out")
    assert done.status == 1
    assert done.out == ""
    assert not (tmp_path / "out").exists()


def test_an_output_that_is_a_file_is_wrong_usage(run, article):
    done = run("map", article, "-o", article)
    assert done.status == 2
    assert "is a file" in done.err


def test_find_prints_json_lines_where_there_is_no_terminal(run, article):
    done = run("find", article)
    assert done.status == 0
    assert done.err == ""
    text = article.read_text("utf-8")
    records = [json.loads(line) for line in done.out.splitlines()]
    assert [r["corridor"] for r in records] == ["chennai-vladivostok", "instc"]
    assert all(text[r["start"] : r["end"]] == r["exact"] for r in records)
    assert records[0]["direct"] is True
    assert "Petrova" in records[0]["speaker"]


def test_find_reads_standard_input(run):
    done = run("find", "-", stdin="The Polar Route again.")
    assert [json.loads(line)["exact"] for line in done.out.splitlines()] == ["Polar Route"]


def test_find_as_csv_table_and_geojson(run, article):
    rows = list(csv.DictReader(io.StringIO(run("find", article, "--format", "csv").out, newline="")))
    assert [row["exact"] for row in rows] == ["Chennai-Vladivostok Maritime Corridor", "INSTC"]
    lines = run("find", article, "--format", "table").out.splitlines()
    assert lines[0].split() == ["document", "start", "corridor", "kind", "speaker", "direct", "exact"]
    assert len(lines) == 3
    shapes = json.loads(run("find", article, "--format", "geojson").out)["features"]
    assert [f["properties"]["exact"] for f in shapes] == [row["exact"] for row in rows]
    assert {f["geometry"]["type"] for f in shapes} <= {"LineString", "MultiLineString"}


def test_find_needs_a_document(run):
    done = run("find")
    assert done.status == 2
    assert "name a document" in done.err
    assert done.out == ""


def test_nothing_found_is_an_empty_answer(run):
    done = run("find", "-", stdin="Nothing here.")
    assert (done.status, done.out) == (0, "")


def test_list_has_the_three_first(run):
    rows = json.loads(run("list", "--format", "json").out)
    assert [row["id"] for row in rows][:3] == ["instc", "chennai-vladivostok", "northern-sea-route"]
    assert rows[1]["modes"] == ["sea"]
    assert {"Chennai", "Vladivostok"} == set(rows[1]["ends"])
    assert rows[1]["length_km"] == pytest.approx(4587 * 1.852, rel=0.03)
    table = run("list").out.splitlines()
    assert table[0].split()[:2] == ["id", "name"]
    assert len(table) == len(rows) + 1
    assert len(list(csv.reader(io.StringIO(run("list", "--format", "csv").out)))) == len(rows) + 1


@pytest.mark.parametrize("words", [["instc"], ["INSTC"], ["International", "North", "South", "Transport", "Corridor"]])
def test_show_forgives_the_way_a_name_is_written(run, words):
    done = run("show", *words)
    assert done.status == 0
    assert done.out.startswith("International North-South Transport Corridor  [instc]")


def test_show_prints_branches_legs_a_map_and_the_disagreement_in_words(run):
    text = run("show", "chennai-vladivostok").out
    assert re.search("[⠁-⣿]{3}", text)
    assert "o Vladivostok" in text
    flat = " ".join(text.split())
    assert "5,647 nm" in flat
    assert "4,587 nm" in flat
    assert "Sources disagree" in flat
    assert "This line measures" in flat


def test_show_tells_todays_road_from_the_railway_to_come(run):
    record = json.loads(run("show", "instc", "--format", "json").out)
    western = next(b for b in record["branches"] if b["id"] == "western")
    between = [leg for leg in western["legs"] if {leg["from"], leg["to"]} == {"Rasht", "Astara (Iran)"}]
    road, rail = sorted(between, key=lambda leg: leg["mode"], reverse=True)
    assert (road["mode"], road["status"], road["variant"]) == ("road", "operating", "")
    assert rail["mode"] == "rail"
    assert rail["status"] in ("under-construction", "planned")
    assert rail["variant"]
    measured = western["lengths"][0]["measured_km"]
    assert measured == pytest.approx(sum(leg["length_km"] for leg in western["legs"] if not leg["variant"]), abs=1)


def test_show_geojson_is_a_collection_of_its_legs(run):
    features = json.loads(run("show", "northern-sea-route", "--format", "geojson").out)["features"]
    assert {f["properties"]["corridor"] for f in features} == {"northern-sea-route"}


def test_show_of_an_unknown_name_suggests_the_nearest(run):
    done = run("show", "instcc")
    assert done.status == 1
    assert done.out == ""
    assert "'instcc'" in done.err
    assert "instc" in done.err.split("?")[0].split("Did you mean")[1]


def test_hostile_names_cannot_drive_the_terminal(run, tmp_path):
    path = tmp_path / "evil\x1b[31m.txt"
    path.write_text("")
    done = run("find", path)
    assert done.status == 1
    assert "\x1b" not in done.err
    shown = run("find", "-", "--format", "table", stdin="\x1b[2J The INSTC\x1b]0;x\x07 ran.").out
    assert "\x1b" not in shown
    assert "\x07" not in shown


def test_a_closed_pipe_ends_quietly():
    with subprocess.Popen(
        [sys.executable, "-m", "corridors", "show", "instc"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


def test_bytes_that_are_not_text_do_not_break_the_command():
    done = command("find", "-", stdin=b"\xff\xfe\x00\x01 INSTC")
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 1)


def test_output_that_the_terminal_cannot_encode_is_escaped():
    done = command("find", "-", stdin="The INSTC – “again”.".encode(), env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert json.loads(done.stdout)["exact"] == "INSTC"


def test_route_prints_a_feature(run):
    done = run("route", "80.29,13.10", "Vladivostok")
    feature = json.loads(done.out)
    assert feature["type"] == "Feature"
    properties = feature["properties"]
    assert properties["length_km"] == pytest.approx(4587 * 1.852, rel=0.03)
    assert properties["mode"] == "sea"
    assert "strait-of-malacca" in properties["passages"]
    assert feature["geometry"]["type"] == "LineString"


def test_route_over_the_antimeridian_is_cut(run):
    feature = json.loads(run("route", "--", "-122.6,37.7", "139.8,35.2").out)
    assert feature["geometry"]["type"] == "MultiLineString"
    west, _, east, _ = feature["bbox"]
    assert west > east


def test_route_joins_any_ports_of_the_world(run):
    feature = json.loads(run("route", "Hamburg", "Santos", "--mode", "sea").out)
    assert (feature["properties"]["from"], feature["properties"]["to"]) == ("Hamburg", "Santos")
    assert 9_800 < feature["properties"]["length_km"] < 11_000  # the great circle crosses Africa in 9,760 km
    missed = run("route", "Hambrug", "Santos")
    assert (missed.status, missed.out) == (1, "")
    assert missed.err.startswith("corridors: no place is called 'Hambrug'. Did you mean ")
    assert "'Hamburg'" in missed.err


def test_route_refusals_are_sentences(run):
    nowhere = run("route", "Utopia Parva", "Vladivostok")
    assert (nowhere.status, nowhere.out) == (1, "")
    assert "'Utopia Parva'" in nowhere.err
    off = run("route", "10,95", "Vladivostok")
    assert off.status == 2
    assert "off the globe" in off.err
    by_rail = run("route", "Moscow", "Vladivostok", "--mode", "rail", "--avoid", "suez-canal")
    assert by_rail.status == 2
    unknown = run("route", "Chennai", "Vladivostok", "--avoid", "suez-cannal")
    assert unknown.status == 1
    assert "suez-canal" in unknown.err


def test_passages_lists_the_ids(run):
    rows = json.loads(run("passages", "--format", "json").out)
    ids = {row["id"] for row in rows}
    assert {"suez-canal", "strait-of-malacca", "kara-gate", "northern-sea-route", "volga-river"} <= ids
    assert len(run("passages").out.splitlines()) == len(rows) + 1


def test_names_of_no_catalogue_are_told_on_standard_error(run, tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Trains use the Suwalki Corridor and the INSTC. The Suwalki corridor is short.", "utf-8")
    done = run("find", path, "--format", "jsonl")
    assert [json.loads(line)["corridor"] for line in done.out.splitlines()] == ["instc"]
    assert re.search(
        r"no catalogue holds “Suwalki Corridor”, named in \S*notes\S* at character 15 and 1 more time", done.err
    )
