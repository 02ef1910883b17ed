"""The payload on its way into the page: lists of like records become tables, whose keys stand once."""

from __future__ import annotations

from typing import Any


def pack(value: Any) -> Any:
    """
    Return JSON in which every list of two or more records with the same keys is `columns` and `rows`.

    `js/packing.js` undoes it.

    Examples
    --------
    >>> pack({"legs": [{"id": 1, "km": 5}, {"id": 2, "km": 7}]})
    {'legs': {'columns': ['id', 'km'], 'rows': [[1, 5], [2, 7]]}}
    """
    if isinstance(value, dict):
        return {key: pack(inner) for key, inner in value.items()}
    if not isinstance(value, list):
        return value
    if len(value) > 1 and value[0] and all(isinstance(row, dict) and row.keys() == value[0].keys() for row in value):
        columns = list(value[0])
        return {"columns": columns, "rows": [[pack(row[name]) for name in columns] for row in value]}
    return [pack(inner) for inner in value]
