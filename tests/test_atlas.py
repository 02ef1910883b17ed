import itertools
from pathlib import Path

import numpy as np
import pytest
from shapely.geometry import shape

import corridors
from corridors import geometry
from corridors._errors import DocumentError
from corridors.atlas import Atlas, trace
from corridors.catalogues import Catalogue, catalogue
from corridors.model import Document, Status

CONTRACT = {
    "corridor", "corridor_name", "branch", "seq", "mode", "status", "from", "to", "length_km", "countries", "passages",
    "gauge_mm", "certainty", "sources", "mentions",
}  # fmt: skip


def test_the_bundled_articles_name_the_three_corridors_eight_times(bundled):
    assert list(bundled.corridors["id"]) == ["instc", "chennai-vladivostok", "northern-sea-route"]
    assert list(bundled.corridors["mentions"]) == [3, 3, 2]
    assert len(bundled.mentions) == len(bundled.records) == 8


def test_tables_are_in_wgs_84_and_hold_what_the_contract_lists(bundled):
    assert set(bundled.legs.columns) >= CONTRACT
    for table in (bundled.legs, bundled.corridors, bundled.places):
        assert table.crs.to_epsg() == 4326
        assert table.geometry.is_valid.all()
        assert not table.geometry.is_empty.any()
    assert bundled.legs["id"].is_unique
    assert bundled.places["id"].is_unique


def test_stored_and_drawn_geometry_have_the_length_of_the_table(bundled):
    for row in bundled.legs.itertuples():
        drawn = bundled.routes[row.id].geometry
        assert geometry.length_m(row.geometry) == pytest.approx(geometry.length_m(drawn), rel=1e-4, abs=20)
        assert row.length_km == pytest.approx(geometry.length_m(drawn) / 1000, abs=0.051)
        assert np.abs(np.diff(geometry.coordinates(drawn)[:, 0])).max() < 180
        assert all(np.abs(geometry.coordinates(p)[:, 0]).max() <= 180 for p in geometry.parts(row.geometry))


def test_the_polar_route_crosses_the_antimeridian_whole(bundled):
    own = bundled.legs[bundled.legs["corridor"] == "northern-sea-route"]
    crossing = [row for row in own.itertuples() if row.geometry.geom_type == "MultiLineString"]
    assert crossing
    for row in crossing:
        lons = geometry.coordinates(bundled.routes[row.id].geometry)[:, 0]
        assert np.floor((lons.min() + 180) / 360) != np.floor((lons.max() + 180) / 360)
        west, _, east, _ = geometry.bbox(row.geometry)
        assert west > east


def test_consecutive_legs_meet(bundled):
    through = bundled.legs[bundled.legs["variant"] == ""]
    for (corridor, branch), legs in through.groupby(["corridor", "branch"]):
        rows = legs.sort_values("seq").to_dict("records")
        for before, after in itertools.pairwise(rows):
            assert before["to_id"] == after["from_id"], (corridor, branch, after["seq"])
            a = bundled.routes[before["id"]].geometry.coords[-1]
            b = bundled.routes[after["id"]].geometry.coords[0]
            assert geometry.geod().inv(*a, *b)[2] < 40_000, (corridor, branch, after["seq"])


def test_what_is_not_built_is_drawn_as_uncertain_and_says_so(bundled):
    unbuilt = bundled.legs[bundled.legs["status"].isin([Status.PLANNED, Status.UNDER_CONSTRUCTION])]
    assert len(unbuilt) >= 2
    assert set(unbuilt["certainty"]) == {"uncertain"}
    assert unbuilt["note"].str.contains("no alignment is drawn").all()


def test_rail_and_road_legs_are_alignments_not_straight_lines(bundled):
    built = bundled.legs[bundled.legs["mode"].isin(["rail", "road"]) & (bundled.legs["status"] == "operating")]
    assert len(built) > 10
    assert not (built["certainty"] == "uncertain").any()
    drawn = built[(built["certainty"] == "certain") & (built["length_km"] > 100)]
    assert len(drawn) > 8
    for row in drawn.itertuples():
        lon, lat = geometry.coordinates(bundled.routes[row.id].geometry).T
        steps = geometry.geod().inv(lon[:-1], lat[:-1], lon[1:], lat[1:])[2]
        assert np.median(steps) < 10_000, row.id
        assert steps.max() < max(125_000, 300 * row.length_km), row.id  # long straights of the steppe


def test_places_are_those_of_the_legs_and_never_shape_points(bundled):
    named = set(bundled.legs["from_id"]) | set(bundled.legs["to_id"])
    assert named <= set(bundled.places["id"])
    assert "waypoint" not in set(bundled.places["kind"])


def test_text_itself_can_be_traced():
    atlas = corridors.trace(["The INSTC was praised."])
    assert list(atlas.mentions["exact"]) == ["INSTC"]
    assert atlas.documents[0].text == "The INSTC was praised."


def test_documents_can_be_traced():
    atlas = trace([Document(id="note", text="They met.\nThe Polar Route came up.")])
    assert list(atlas.mentions["document"]) == ["note"]
    assert list(atlas.corridors["id"]) == ["northern-sea-route"]


def test_a_text_without_corridors_gives_empty_tables_of_the_same_columns(bundled):
    atlas = trace(["Nothing of the kind was said."])
    assert len(atlas.legs) == len(atlas.corridors) == len(atlas.mentions) == len(atlas.places) == 0
    assert list(atlas.legs.columns) == list(bundled.legs.columns)
    assert list(atlas.places.columns) == list(bundled.places.columns)


def test_a_missing_file_raises_unless_errors_are_taken():
    with pytest.raises(DocumentError, match=r"nowhere\.txt"):
        trace(["nowhere.txt"])
    taken: list[DocumentError] = []
    atlas = trace(["nowhere.txt", "The INSTC, at least."], on_error=taken.append)
    assert len(taken) == 1
    assert len(atlas.records) == 1


def test_explore_gives_a_folium_map(bundled):
    import folium

    page = bundled.explore()
    assert isinstance(page, folium.Map)
    assert "<iframe" in page._repr_html_()


def test_every_branch_is_compared_with_what_is_published(bundled):
    words = {}
    for entry in bundled.entries:
        for branch in entry.branches:
            first, *_ = bundled.compare(entry, branch)
            words[entry.id, branch.id] = first.words
            assert "This line measures" in first.words
    sea = next(text for (corridor, _), text in words.items() if corridor == "chennai-vladivostok")
    assert "5,647 nm" in sea
    assert "4,587 nm" in sea
    assert "disagree" in sea


def test_writing_gives_the_six_files_with_the_same_bytes_twice(bundled: Atlas, tmp_path: Path):
    first = bundled.write(tmp_path / "one")
    second = trace([*bundled.documents]).write(tmp_path / "two")
    assert [p.name for p in first] == [
        "corridors.geojson", "places.geojson", "mentions.jsonl", "legs.csv", "mentions.csv", "map.html",
    ]  # fmt: skip
    for a, b in zip(first, second, strict=True):
        assert a.read_bytes() == b.read_bytes(), a.name
    assert sorted(p.name for p in (tmp_path / "one").iterdir()) == sorted(p.name for p in first)


def test_the_shapes_of_the_table_are_those_of_the_file(bundled, tmp_path):
    import json

    bundled.write(tmp_path)
    features = json.loads((tmp_path / "corridors.geojson").read_text(encoding="utf-8"))["features"]
    for feature, line in zip(features, bundled.legs.geometry, strict=True):
        assert shape(feature["geometry"]).equals_exact(line, 1e-9)


UNLISTED = (
    "The Mombasa–Nairobi railway is busy. A shipping route between Hamburg and Santos was opened for cargo.\n\n"
    "The Nairobi–Mombasa railway and the INSTC. The Manila–Cebu railway is a dream. Containers are moved from Chongqing"
    " to Duisburg via Almaty by rail."
)


@pytest.fixture(scope="module")
def unlisted():
    known = Catalogue([catalogue()["instc"]])  # so that no corridor added later claims these places
    return trace([Document(id="u", text=UNLISTED)], catalogue=known)


def test_routes_outside_the_catalogue_are_listed_apart_behind_it(unlisted):
    assert list(unlisted.corridors["id"]) == [
        "instc", "route-mombasa-nairobi-rail", "route-hamburg-santos-sea", "route-chongqing-almaty-duisburg-rail",
    ]  # fmt: skip
    assert list(unlisted.corridors["listed"]) == [True, False, False, False]
    assert list(unlisted.corridors["mentions"])[1:] == [2, 1, 1]
    assert list(unlisted.corridors["name"])[1:] == [
        "Mombasa–Nairobi by rail", "Hamburg–Santos by sea", "Chongqing–Duisburg via Almaty by rail",
    ]  # fmt: skip
    assert [m.corridor for m in unlisted.records] == [None, None, None, "instc", None, None]


def test_such_routes_are_drawn_by_the_network_and_uncertain(unlisted):
    legs = unlisted.legs[unlisted.legs["corridor"] != "instc"]
    assert list(legs["mode"]) == ["rail", "sea", "rail"]
    assert set(legs["certainty"]) == {"uncertain"}
    assert all("named in a text" in note for note in legs["note"])
    assert 450 < legs.iloc[0]["length_km"] < 700
    assert legs.iloc[1]["passages"] == ["strait-of-dover"]
    assert len(geometry.coordinates(unlisted.routes[legs.iloc[2]["id"]].geometry)) > 100
    places = unlisted.places[unlisted.places["id"] == legs.iloc[1]["from_id"]]
    assert list(places["source"]) == ["GeoNames"]


def test_a_route_without_geometry_stays_a_mention_and_is_told_in_a_sentence(unlisted):
    assert [m.exact for m in unlisted.records if m.entry == "route-cebu-city-manila-rail"] == ["Manila–Cebu railway"]
    (sentence,) = unlisted.undrawn
    assert sentence.startswith("Manila–Cebu City by rail is named but not drawn: ")
    assert "\n" not in sentence


def test_the_page_gets_such_routes_as_corridors_that_are_not_listed(unlisted):
    from corridors.page import build_payload

    payload = build_payload(unlisted)
    assert [c["listed"] for c in payload["corridors"]] == [True, False, False, False]
    assert all("not in the catalogue" in c["summary"] for c in payload["corridors"] if not c["listed"])
    assert [m["corridor"] for m in payload["mentions"]] == [
        "route-mombasa-nairobi-rail", "route-hamburg-santos-sea", "route-mombasa-nairobi-rail", "instc", None,
        "route-chongqing-almaty-duisburg-rail",
    ]  # fmt: skip


def test_a_catalogue_corridor_is_drawn_as_before_beside_them(unlisted, bundled):
    ours = unlisted.legs[unlisted.legs["corridor"] == "instc"].set_index("id")
    theirs = bundled.legs[bundled.legs["corridor"] == "instc"].set_index("id")
    assert list(ours["certainty"]) == list(theirs["certainty"])
    assert list(ours["length_km"]) == list(theirs["length_km"])
