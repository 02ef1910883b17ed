"""
The file a land network is kept in: a text header and packed integers, compressed.

Layout: the four bytes ``NET1``, then a zlib stream of one line of JSON (sizes, mode, source, licence) followed by the
arrays in the order of `COLUMNS`. Every array is a series of signed integers, stored as differences where that is
smaller, the sign folded into the lowest bit, low bytes first and each byte rank in a run of its own. Equal arrays
give equal bytes.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]

MAGIC = b"NET1"
PER_DEGREE = 1000
TRACK_STEP_M = 10.0
COLUMNS = ("node_x", "node_y", "tail", "head", "track", "gauge", "inner", "step_x", "step_y", "transfer")
WIDTH = 4


@dataclass(frozen=True, slots=True)
class NetworkFile:
    """
    The contents of a network file, in integers.

    `nodes` are thousandths of a degree (longitude, latitude). Edge i runs from node `tail[i]` to node `head[i]` past
    `inner[i]` vertices, which stand one after the other in `vertices`; longitudes of an edge are continuous with
    those of its tail. `track` is the surveyed length in steps of ten metres, `gauge` the track gauge in millimetres
    or 0. `transfers` are pairs of nodes at one spot between which goods change gauge.
    """

    nodes: Integers
    tail: Integers
    head: Integers
    track: Integers
    gauge: Integers
    inner: Integers
    vertices: Integers
    transfers: Integers
    about: Mapping[str, Any] = field(default_factory=dict)


def encode(network: NetworkFile) -> bytes:
    """Pack a network into bytes."""
    steps = network.vertices - _before(network)
    columns = {
        "node_x": _differences(network.nodes[:, 0]),
        "node_y": _differences(network.nodes[:, 1]),
        "tail": _differences(network.tail),
        "head": network.head - network.tail,
        "track": network.track,
        "gauge": _differences(network.gauge),
        "inner": network.inner,
        "step_x": steps[:, 0],
        "step_y": steps[:, 1],
        "transfer": network.transfers.ravel(),
    }
    sizes = {name: len(columns[name]) for name in COLUMNS}
    header = json.dumps({"about": dict(network.about), "sizes": sizes}, sort_keys=True, ensure_ascii=False)
    body = b"".join(_planes(columns[name]) for name in COLUMNS)
    return MAGIC + zlib.compress(header.encode() + b"\n" + body, 9)


def decode(data: bytes) -> NetworkFile:
    """
    Unpack what `encode` packed.

    Raises
    ------
    ValueError
        When the bytes are no network file, or a damaged one.
    """
    if data[:4] != MAGIC:
        raise ValueError("not a network file: it does not begin with NET1")
    try:
        header, _, body = zlib.decompress(data[4:]).partition(b"\n")
    except zlib.error as error:
        raise ValueError(f"a damaged network file: {error}") from None
    facts = json.loads(header)
    sizes = [facts["sizes"][name] for name in COLUMNS]
    if sum(sizes) * WIDTH != len(body):
        raise ValueError("a damaged network file: its arrays do not have the size its header gives")
    starts = np.cumsum([0, *sizes]) * WIDTH
    series = {name: _integers(body[a:b]) for name, a, b in zip(COLUMNS, starts[:-1], starts[1:], strict=True)}
    tail = np.cumsum(series["tail"])
    network = NetworkFile(
        nodes=np.column_stack([np.cumsum(series["node_x"]), np.cumsum(series["node_y"])]),
        tail=tail,
        head=series["head"] + tail,
        track=series["track"],
        gauge=np.cumsum(series["gauge"]),
        inner=series["inner"],
        vertices=np.column_stack([series["step_x"], series["step_y"]]),
        transfers=series["transfer"].reshape(-1, 2),
        about=facts["about"],
    )
    network.vertices[:] = _running_sums(network)
    return network


def read(path: Path) -> NetworkFile:
    """
    Read a network file.

    Raises
    ------
    FileNotFoundError
        When it is not there.
    ValueError
        When it is no network file, or a damaged one.
    """
    return decode(path.read_bytes())


def _before(network: NetworkFile) -> Integers:
    """Return the vertex before each inner vertex: the one listed before it, or the edge's tail."""
    before = np.empty_like(network.vertices)
    before[1:] = network.vertices[:-1]
    first = np.cumsum(network.inner) - network.inner
    bent = network.inner > 0
    before[first[bent]] = network.nodes[network.tail[bent]]
    return before


def _running_sums(network: NetworkFile) -> Integers:
    """Turn steps, held in place of the vertices, into vertices."""
    total = np.cumsum(network.vertices, axis=0)
    first = np.cumsum(network.inner) - network.inner
    bent = network.inner > 0
    offset = network.nodes[network.tail[bent]] - (total[first[bent]] - network.vertices[first[bent]])
    sums: Integers = total + np.repeat(offset, network.inner[bent], axis=0)
    return sums


def _differences(values: Integers) -> Integers:
    return np.diff(values, prepend=np.int64(0))


def _planes(values: Integers) -> bytes:
    folded = (values << 1) ^ (values >> 63)
    if len(folded) and int(folded.max()) >= 1 << 8 * WIDTH:
        raise ValueError(f"a value of {int(np.abs(values).max())} does not fit a network file")
    return folded.astype("<u4").view(np.uint8).reshape(-1, WIDTH).T.tobytes()


def _integers(planes: bytes) -> Integers:
    raw = np.frombuffer(planes, dtype=np.uint8).reshape(WIDTH, -1)
    folded = np.ascontiguousarray(raw.T).view("<u4").ravel().astype(np.int64)
    values: Integers = (folded >> 1) ^ -(folded & 1)
    return values
