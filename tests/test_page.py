"""The page on Python's side: payload, lines as text, policy, bundle, figure."""

from __future__ import annotations

import base64
import hashlib
import html as html_module
import itertools
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import folium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors._data import geodata
from corridors._errors import DataError, UnknownNameError
from corridors.atlas import Atlas, draw
from corridors.gazetteer import gazetteer
from corridors.model import Baseline, Branch, Certainty, Corridor, Kind, Leg, Mention, Mode, Place, Quote
from corridors.page import AtlasMap, build_map, build_payload, bundle, render, safe_url
from corridors.page.basemap import read_country_codes, read_land, read_seas
from corridors.page.codec import decode_line
from corridors.page.gauges import breaks
from corridors.page.page import to_inline_json
from corridors.page.policy import content_policy
from corridors.page.quotations import parts

SIZE_LIMIT = 900_000


@pytest.fixture(scope="module")
def payload(bundled: Atlas) -> dict:
    return build_payload(bundled)


@pytest.fixture(scope="module")
def page(payload: dict) -> str:
    return render(payload)


class Reader(HTMLParser):
    """Collect elements with their attributes, and the text of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, dict[str, str | None], str]] = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.texts.append((tag, dict(attrs), ""))
            self.inside = True

    def handle_data(self, data):
        if self.inside:
            tag, attrs, text = self.texts[-1]
            self.texts[-1] = (tag, attrs, text + data)

    def handle_endtag(self, _tag):
        self.inside = False


# --- payload ------------------------------------------------------------------------------------------------


def test_payload_is_plain_json_and_numbers_mentions_like_the_file(payload: dict, bundled: Atlas) -> None:
    assert json.loads(json.dumps(payload)) == payload
    assert payload["version"] == 2
    assert [m["n"] for m in payload["mentions"]] == list(range(1, len(bundled.records) + 1))
    for record, mention in zip(payload["mentions"], bundled.records, strict=True):
        assert "".join(text for text, _ in record["parts"]) == mention.quote.exact
        assert [text for text, n in record["parts"] if n == record["n"]] == [mention.exact]
        assert payload["documents"][record["document"]]["id"] == mention.document


def test_payload_draws_every_leg_where_its_route_runs(payload: dict, bundled: Atlas) -> None:
    assert [leg["id"] for leg in payload["legs"]] == list(bundled.legs["id"])
    for leg in payload["legs"]:
        points = decode_line(payload["lines"]["encoded"][leg["line"]], steps_per_degree=payload["lines"]["steps"])
        ends = bundled.routes[leg["id"]].geometry.coords
        for (lon, lat), end in ((points[0], ends[0]), (points[-1], ends[-1])):
            assert (lon - end[0] + 180) % 360 - 180 == pytest.approx(0, abs=1e-3)
            assert lat == pytest.approx(end[1], abs=1e-3)
        assert all(abs(a[0] - b[0]) < 180 for a, b in itertools.pairwise(points))


def test_consecutive_through_legs_meet_without_a_jump_of_a_turn(payload: dict) -> None:
    lines = payload["lines"]
    for branch in (branch for corridor in payload["corridors"] for branch in corridor["branches"]):
        through = [leg for i in branch["legs"] if not (leg := payload["legs"][i])["variant"]]
        ends = [decode_line(lines["encoded"][leg["line"]], steps_per_degree=lines["steps"]) for leg in through]
        for before, after in itertools.pairwise(ends):
            assert abs(before[-1][0] - after[0][0]) < 180


def test_payload_refers_to_what_it_holds(payload: dict) -> None:
    places = {place["id"] for place in payload["places"]}
    for leg in payload["legs"]:
        assert 0 <= leg["line"] < len(payload["lines"]["encoded"])
        assert {leg["from_id"], leg["to_id"]} <= places
        assert set(leg["countries"]) <= set(payload["countries"])
        assert set(leg["passages"]) <= set(payload["passages"])
    for corridor in payload["corridors"]:
        used = [fact["source"] for fact in corridor["facts"]] + corridor["sources"]
        assert all(0 <= index < len(payload["sources"]) for index in used)
        own = [leg for leg in payload["legs"] if leg["corridor"] == corridor["id"]]
        for branch in corridor["branches"]:
            through = [leg["length_km"] for leg in own if leg["branch"] == branch["id"] and not leg["variant"]]
            assert branch["length_km"] == pytest.approx(sum(through), abs=0.6)
    assert {c["id"]: c["polar"] for c in payload["corridors"]}["northern-sea-route"] is True
    assert sum(c["polar"] for c in payload["corridors"]) == 1


def test_lengths_set_published_beside_measured(payload: dict) -> None:
    corridor = next(c for c in payload["corridors"] if c["id"] == "chennai-vladivostok")
    (whole, *_) = corridor["branches"][0]["lengths"]
    official = next(f for i in whole["facts"] if (f := corridor["facts"][i])["official"])
    assert (official["value"], official["unit"], official["km"]) == (5647, "nm", 10458.2)
    assert whole["measured_km"] == corridor["branches"][0]["length_km"]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JAVASCRIPT:x", " https://a.b", "https://a.b/\nx", "data:text/html,x", "//a.b", "https://",
     "http:/a.b", "file:///etc/passwd", "https://[", "https://a.b/\ud800", "", "vbscript:x", "java\tscript:x"],
)  # fmt: skip
def test_only_web_addresses_become_links(url: str) -> None:
    assert safe_url(url) == ""


@given(st.text())
def test_an_address_is_passed_unchanged_or_not_at_all(url: str) -> None:
    assert safe_url(url) in ("", url)
    if safe_url(url):
        assert url.lower().startswith(("http://", "https://"))


def mention(start: int, end: int, quote: Quote) -> Mention:
    exact = quote.exact[start - quote.start : end - quote.start]
    return Mention("d", "c", Kind.NAME, exact, start, end, "", "", quote, None, False, Certainty.CERTAIN, "")


def test_quotes_are_cut_at_their_mentions() -> None:
    quote = Quote("we name A and B.", 10, 26)
    a, b = mention(18, 19, quote), mention(24, 25, quote)
    both = [(1, a), (2, b)]
    assert parts(a, 1, both) == [["we name ", 0], ["A", 1], [" and ", 0], ["B", 2], [".", 0]]
    overlapping = [(1, mention(18, 25, quote)), (2, b)]
    assert parts(b, 2, overlapping) == [["we name A and ", 0], ["B", 2], [".", 0]]


@given(st.text(min_size=1), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=6))
def test_cutting_loses_nothing(text: str, spans: list[tuple[int, int]]) -> None:
    quote = Quote(text, 5, 5 + len(text))
    clipped = [sorted((min(a, len(text)), min(b, len(text)))) for a, b in spans]
    mentions = [(n, mention(5 + a, 5 + b, quote)) for n, (a, b) in enumerate(clipped, 1) if a < b]
    for n, own in mentions:
        pieces = parts(own, n, mentions)
        assert "".join(piece for piece, _ in pieces) == text
        assert [piece for piece, m in pieces if m == n] == [own.exact]


def test_a_route_compared_with_may_run_through_places_of_ones_own() -> None:
    places = gazetteer().extended([Place("my-port", "My Port", "port", "IND", 72.6, 18.6)])
    legs = (Leg(Mode.SEA, "my-port", "chennai"),)
    baseline = Baseline("round", "Round the cape", (Leg(Mode.SEA, "my-port", "mumbai"),))
    entry = Corridor("mine", "Mine", "", (), (Branch("b", "B", legs),), baselines=(baseline,))
    atlas = draw([entry], places=places)
    (corridor,) = build_payload(atlas)["corridors"]
    assert 20 < corridor["baselines"][0]["length_km"] < 100
    compared = atlas.routes["mine.baselines.round.1"]
    assert corridor["baselines"][0]["length_km"] == round(compared.length_m / 1000, 1)
    assert list(atlas.legs["id"]) == ["mine.b.1"]


def test_breaks_of_gauge_are_found_over_a_road_and_once() -> None:
    def rail(start: str, end: str, gauge: int) -> Leg:
        return Leg(Mode.RAIL, start, end, gauge_mm=gauge)

    direct = Branch("a", "A", (rail("p", "q", 1435), rail("q", "r", 1520)))
    over_road = Branch("b", "B", (rail("p", "s", 1435), Leg(Mode.ROAD, "s", "t"), rail("t", "r", 1520)))
    same = Branch("c", "C", (rail("x", "y", 1520), rail("y", "z", 1520)))
    entry = Corridor("k", "K", "", (), (direct, replace(direct, id="a2"), over_road, same))
    assert [(mark["place"], mark["gauges"]) for mark in breaks([entry])] == [
        ("q", [1435, 1520]),
        ("t", [1435, 1520]),
    ]


# --- ground -------------------------------------------------------------------------------------------------


def test_land_is_land_and_seas_are_sea() -> None:
    land = read_land()
    rings = [decode_line(text, steps_per_degree=land["steps"]) for text in land["rings"].split(" ")]

    def is_land(lon: float, lat: float) -> bool:
        inside = False
        for ring in rings:
            for (x0, y0), (x1, y1) in itertools.pairwise(ring):
                inside ^= (y0 > lat) != (y1 > lat) and lon < (x1 - x0) * (lat - y0) / (y1 - y0) + x0
        return inside

    assert [is_land(*at) for at in ((37.6, 55.7), (78.5, 17.4), (185.5, 66.5), (179.9, 71.1))] == [True] * 4
    assert [is_land(*at) for at in ((50.5, 42.0), (64.0, 15.0), (58.0, 70.45), (80.0, -40.0))] == [False] * 4
    steps = [abs(a[0] - b[0]) for ring in rings for a, b in itertools.pairwise(ring) if a[1] > -80]
    assert max(steps) < 20


def test_seas_have_a_name_a_place_and_a_rank_in_both_languages() -> None:
    english, russian = read_seas("en"), read_seas("ru")
    assert len(english) == len(russian) > 50
    assert all(sea["name"] and abs(sea["lon"]) <= 180 and abs(sea["lat"]) <= 90 for sea in english + russian)
    assert {sea["rank"] for sea in english} == {1, 2, 3, 4, 5}
    assert "Каспийское море" in [sea["name"] for sea in russian]


def test_country_codes_are_one_to_one() -> None:
    codes = read_country_codes()
    assert (codes["IND"], codes["RUS"], codes["IRN"]) == ("IN", "RU", "IR")
    assert len(codes) == len(set(codes.values())) == 249


def test_coasts_are_thinned_by_the_size_of_their_bends() -> None:
    import runpy

    import numpy as np

    build = runpy.run_path(str(geodata("build", "basemap.py")))
    ring = np.array([[0, 0], [1, 0.0001], [2, 0], [2, 2], [1, 2.5], [0, 2], [0, 0]], dtype=float)
    assert build["thin"](ring, 50.0).tolist() == [[0, 0], [2, 0], [2, 2], [1, 2.5], [0, 2], [0, 0]]
    seam = np.array([[179, 70], [-180, 70], [-179, 71], [180, 71.5], [179, 70]], dtype=float)
    assert build["mend_antimeridian"](seam)[:, 0].tolist() == [179, 180, 181, 180, 179]


# --- one file -----------------------------------------------------------------------------------------------


def test_page_is_small_and_the_same_each_time(page: str, bundled: Atlas) -> None:
    assert len(page.encode("utf-8")) <= SIZE_LIMIT
    assert render(build_payload(bundled)) == page


def test_page_asks_for_nothing(page: str) -> None:
    for tag, attributes in Reader(page).elements:
        assert not {"src", "href", "srcset", "action", "style"} & attributes.keys(), (tag, attributes)
        assert not [name for name in attributes if name.startswith("on")]
        assert tag not in ("link", "iframe", "object", "embed", "base", "form")
    assert "sourceMappingURL" not in page
    assert not re.search(r"url\((?!\))", "".join(text for tag, _, text in Reader(page).texts if tag == "style"))


def test_policy_allows_just_what_is_in_the_page(page: str) -> None:
    reader = Reader(page)
    policy = next(a["content"] for _, a in reader.elements if a.get("http-equiv") == "Content-Security-Policy")
    rules = {name: values.split() for name, _, values in (rule.strip().partition(" ") for rule in policy.split(";"))}
    assert rules["default-src"] == ["'none'"]
    assert rules["connect-src"] == rules["base-uri"] == rules["form-action"] == ["'none'"]
    assert rules["img-src"] == ["data:"]
    for tag in ("script", "style"):
        texts = [text for t, a, text in reader.texts if t == tag and a.get("type") != "application/json"]
        hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
        assert rules[f"{tag}-src"] == [f"'sha256-{value}'" for value in hashes]


def test_page_does_not_forbid_zooming_and_has_language_and_title(page: str) -> None:
    elements = Reader(page).elements
    viewport = next(a["content"] for _, a in elements if a.get("name") == "viewport")
    assert viewport == "width=device-width, initial-scale=1"
    assert dict(elements)["html"] == {"lang": "en"}
    assert "<title>Transport corridors and the words that name them</title>" in page
    assert [a["id"] for _, a in elements if a.get("id")] == [
        "panel",
        "handle",
        "panel-body",
        "stage",
        "map",
        "payload",
    ]


texts = st.recursive(
    st.none()
    | st.booleans()
    | st.text()
    | st.sampled_from(["</script>", "<!--", "\u2028\u2029", "\ud800", "\x00&amp;"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(texts)
def test_any_text_survives_inside_a_script_element(value: object) -> None:
    written = to_inline_json(value)
    assert not re.search("[<>&\u2028\u2029\x00]", written)
    assert json.loads(written.encode("utf-8")) == value


def test_title_is_text(payload: dict) -> None:
    text = render(payload | {"title": "</title><script>x\x00\ud800"})
    assert "<title>&lt;/title&gt;&lt;script&gt;x</title>" in text.replace(" </title>", "</title>")


# --- folium -------------------------------------------------------------------------------------------------


def test_map_is_a_folium_map_and_shows_itself_in_a_notebook(payload: dict) -> None:
    shown = build_map(payload)
    assert isinstance(shown, folium.Map)
    assert isinstance(shown, AtlasMap)
    frame = shown._repr_html_()
    inside = re.search(r'<iframe srcdoc="(.*?)"', frame, re.DOTALL)
    assert inside
    assert html_module.unescape(inside[1]) == render(payload)


def test_layers_of_folium_may_be_added(payload: dict) -> None:
    shown = build_map(payload)
    folium.CircleMarker((13.1, 80.3)).add_to(shown)
    folium.TileLayer("https://{s}.tiles.example.org/{z}/{x}/{y}.png", attr="Example").add_to(shown)
    text = shown.get_root().render()
    assert ".addTo(map)" in text
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert "img-src data: https://*.tiles.example.org" in html_module.unescape(policy[1])
    own = next(body for tag, _, body in reversed(Reader(text).texts) if tag == "script")
    digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
    assert f"sha256-{digest}" in html_module.unescape(policy[1])
    assert shown.get_root().render() == text


def test_tiles_open_the_policy_for_their_host_alone(payload: dict) -> None:
    text = render(payload, tiles="OpenStreetMap.Mapnik")
    policy = html_module.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1])
    assert "img-src data: https://tile.openstreetmap.org;" in policy
    assert policy.count("https://") == 1
    assert render(payload, tiles="OpenStreetMap.Mapnik") == text
    with pytest.raises(UnknownNameError, match=r"'OpenStreetMap\.Mapnick'.*Did you mean 'OpenStreetMap\.Mapnik'"):
        render(payload, tiles="OpenStreetMap.Mapnick")


def test_policy_admits_what_layers_bring_in_the_head() -> None:
    header = '<script src="https://cdn.example.org/a.js"></script><style>b{}</style><link rel="stylesheet" href="https://css.example.org/c.css">'
    policy = content_policy(scripts=["x"], styles=[], header=header)
    digest = base64.b64encode(hashlib.sha256(b"b{}").digest()).decode()
    assert "https://cdn.example.org" in policy.split("script-src")[1].split(";")[0]
    assert f"style-src 'sha256-{digest}' https://css.example.org;" in policy


# --- bundle and words ---------------------------------------------------------------------------------------


def modules() -> dict[str, str]:
    folder = Path(str(files("corridors.page").joinpath("js")))
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.js")}


def test_every_module_is_in_the_script_once_and_after_its_imports() -> None:
    script = bundle.read_script()
    starts = [match[1] for match in re.finditer(r"^modules\.(\w+) = ", script, re.MULTILINE)]
    assert sorted(starts) == sorted(modules())
    for name, text in modules().items():
        for other in re.findall(r'from "\./(\w+)\.js"', text):
            assert starts.index(other) < starts.index(name)


def test_modules_that_import_one_another_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "main.js").write_text('import { b } from "./b.js";\n')
    (tmp_path / "js" / "b.js").write_text('import { a } from "./main.js";\n')
    monkeypatch.setattr(bundle, "files", lambda _: tmp_path)
    bundle.read_script.cache_clear()
    with pytest.raises(DataError, match="circle: main → b → main"):
        bundle.read_script()
    bundle.read_script.cache_clear()


def test_modules_never_write_markup() -> None:
    for name, text in modules().items():
        found = re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", text)
        assert not found, name
