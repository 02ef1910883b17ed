"""
Tables to files: RFC 7946 GeoJSON, JSON Lines and CSV, each written whole or not at all.

The bytes depend on the tables alone: sorted keys, no time stamps. Text that came from a document goes to JSON as it
is; in CSV a cell that a spreadsheet would read as a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corridors._errors import OutputError

if TYPE_CHECKING:
    import geopandas as gpd

    from corridors.atlas import Atlas

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(
    atlas: Atlas,
    folder: Path,
    *,
    language: str = "en",
    tiles: str = "",
    pictures: Sequence[str] = (),
    view: str = "auto",
) -> list[Path]:
    """
    Write everything an atlas holds into a folder, which is made where it is missing.

    Raises
    ------
    OutputError
        When the folder or a file cannot be written. A file that was there before is then still whole.
    UnknownNameError
        When there is no such kind of picture or view, or no such tile provider.
    """
    from corridors.page import build_payload, render

    payload = build_payload(atlas, language=language)
    contents: dict[str, str | bytes] = {
        "corridors.geojson": geojson(atlas.legs),
        "places.geojson": geojson(atlas.places),
        "mentions.jsonl": json_lines(mention.to_dict() for mention in atlas.records),
        "legs.csv": leg_csv(atlas),
        "mentions.csv": mention_csv(atlas),
        "map.html": render(payload, tiles=tiles),
    }
    if pictures:
        from corridors.picture import picture

        contents |= {f"map.{kind}": picture(payload, kind=kind, view=view) for kind in dict.fromkeys(pictures)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot make the folder {folder}: {error.strerror}; name another with -o") from error
    return [write_file(folder / name, content) for name, content in contents.items()]


def write_file(path: Path, content: str | bytes) -> Path:
    """
    Put a text or bytes at a path in one step, so that a reader sees the old file or the new one and never a part.

    Raises
    ------
    OutputError
        When it cannot be written.
    """
    try:
        handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(encode(content) if isinstance(content, str) else content)
            os.chmod(scratch, 0o666 & ~_umask())
            os.replace(scratch, path)
        except BaseException:
            os.unlink(scratch)
            raise
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}") from error
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def encode(text: str) -> bytes:
    r"""Encode as UTF-8; a lone surrogate, which UTF-8 cannot hold, becomes its escape ``\udXXX``."""
    return text.encode("utf-8", "backslashreplace")


def feature(row: Mapping[str, Any], geometry: Any) -> dict[str, Any]:
    """Return one GeoJSON Feature with its id and, unless it is a point, its bbox."""
    from shapely.geometry import mapping

    from corridors.geometry import DECIMALS, bbox

    properties = {key: plain(value) for key, value in row.items()}
    record: dict[str, Any] = {"type": "Feature", "id": properties["id"], "properties": properties}
    if geometry.geom_type != "Point":
        record["bbox"] = [round(x, DECIMALS) for x in bbox(geometry)]
    return record | {"geometry": json.loads(json.dumps(mapping(geometry)))}


def geojson(table: gpd.GeoDataFrame) -> str:
    """Return a table as an RFC 7946 FeatureCollection, one feature a line."""
    columns = [name for name in table.columns if name != "geometry"]
    rows = table[columns].to_dict("records")
    return collection(feature(row, shape) for row, shape in zip(rows, table.geometry, strict=True))


def collection(features: Iterable[Mapping[str, Any]]) -> str:
    """Return features as the text of a FeatureCollection, one feature a line."""
    lines = ",\n".join(dump(record) for record in features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def json_lines(records: Iterable[Mapping[str, Any]]) -> str:
    """Return records as JSON Lines."""
    return "".join(dump(record) + "\n" for record in records)


def dump(record: Any) -> str:
    """Return JSON on one line with sorted keys."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, allow_nan=False)


def plain(value: Any) -> Any:
    """Return a table's cell as plain JSON: missing values as None, numpy numbers as Python's."""
    if isinstance(value, str | list | dict | tuple | bool):
        return value
    import pandas as pd

    if value is None or pd.isna(value):
        return None
    return value.item() if hasattr(value, "item") else value


def leg_csv(atlas: Atlas) -> str:
    """Return the legs without geometry as CSV; lists are joined by ``; ``."""
    columns = [name for name in atlas.legs.columns if name not in ("geometry", "sources")]
    rows = []
    for row in atlas.legs.to_dict("records"):
        cells = [_cell(plain(row[name])) for name in columns]
        rows.append([*cells, _cell([s["title"] for s in row["sources"]]), _cell([s["url"] for s in row["sources"]])])
    return table_csv([*columns, "source_titles", "source_urls"], rows)


def mention_csv(atlas: Atlas) -> str:
    """Return the mentions as CSV, one row each, numbered from 1 as in `mentions.jsonl`, with their document's data."""
    documents = {document.id: document for document in atlas.documents}
    names = {entry.id: entry.name for entry in atlas.entries}
    columns = [
        "n", "document", "title", "publisher", "date", "url", "corridor", "corridor_name", "kind", "exact", "start",
        "end", "page", "prefix", "suffix", "quote", "quote_start", "quote_end", "speaker", "direct", "certainty",
        "route_from", "route_to", "route_mode", "sha256",
    ]  # fmt: skip
    rows = []
    for n, m in enumerate(atlas.records, 1):
        document, way = documents[m.document], m.route or {}
        rows.append([_cell(value) for value in (
            n, m.document, document.title, document.publisher, document.date, document.url, m.corridor,
            names.get(m.entry or ""), m.kind, m.exact, m.start, m.end, m.extra.get("page"), m.prefix,
            m.suffix, m.quote.exact, m.quote.start, m.quote.end, m.speaker, m.direct, m.certainty,
            way.get("from"), way.get("to"), way.get("mode"), m.sha256,
        )])  # fmt: skip
    return table_csv(columns, rows)


def table_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV (RFC 4180) with one header row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
