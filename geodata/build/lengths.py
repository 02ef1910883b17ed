"""
Measure every branch of the shipped corridors on its drawn line: geodata/lengths.csv.

    python geodata/build/lengths.py

Takes about fifteen seconds. Run it after a change of legs, of places or of the networks; the tests say when it is due.
"""

from __future__ import annotations

from pathlib import Path

from corridors.atlas import draw
from corridors.catalogues import catalogue
from corridors.export import table_csv
from corridors.kept import COLUMNS, digest

OUTPUT = Path(__file__).resolve().parents[1] / "lengths.csv"


def main() -> None:
    """Write the file."""
    known = catalogue()
    atlas = draw(list(known.values()), places=known.places)
    rows = [
        [entry.id, branch.id, digest(branch, known.places), str(lengths[branch.id])]
        for entry, lengths in zip(atlas.entries, atlas.corridors["length_km"], strict=True)
        for branch in entry.branches
    ]
    OUTPUT.write_text(table_csv(list(COLUMNS), sorted(rows)), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
