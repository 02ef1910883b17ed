"""Where the package's own data lies: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path


def geodata(*parts: str) -> Path:
    """
    Return the path of a file or folder of the shipped data.

    Raises
    ------
    FileNotFoundError
        When neither a wheel's nor a checkout's data folder is there, so the installation is broken.
    """
    here = Path(__file__).resolve().parent
    for root in (here / "geodata", here.parent / "geodata"):
        if root.is_dir():
            return root.joinpath(*parts)
    raise FileNotFoundError(f"no geodata folder in {here} or beside it; install the package again")
