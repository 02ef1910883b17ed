import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True,
        capture_output=True, timeout=120,
    )  # fmt: skip
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_the_data_and_nothing_of_the_workshop(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in ("corridors/geodata/corridors/instc.toml", "corridors/geodata/places.csv", "corridors/py.typed"):
        assert wanted in names
    assert any(name.startswith("corridors/geodata/sources/") for name in names)
    assert any(name.startswith("corridors/geodata/networks/") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "output/")) or "/build/" in name]
    assert wheel.stat().st_size < 15_000_000


def test_the_readme_commands_run_from_the_wheel_away_from_the_checkout(wheel, tmp_path):
    """
    Run the unpacked wheel by the base interpreter with the libraries of this environment.

    Only PYTHONPATH names them, so that the editable installation of the checkout is not seen.
    """
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    libraries = sysconfig.get_paths()["purelib"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path / "site"), libraries]), "HOME": str(tmp_path)}
    env.pop("VIRTUAL_ENV", None)
    base = getattr(sys, "_base_executable", sys.executable)

    def corridors(*words):
        return subprocess.run(
            [base, "-m", "corridors", *words], cwd=tmp_path, env=env, capture_output=True, text=True,
            timeout=180, check=False,
        )  # fmt: skip

    where = subprocess.run(
        [base, "-c", "import corridors; print(corridors.__file__)"], cwd=tmp_path, env=env, capture_output=True,
        text=True, check=True,
    ).stdout  # fmt: skip
    assert str(tmp_path) in where
    drawn = corridors("map")
    assert drawn.returncode == 0, drawn.stderr
    for name in ("corridors.geojson", "places.geojson"):
        assert (tmp_path / "output" / name).read_bytes() == (ROOT / "output" / name).read_bytes()
    shown = corridors("show", "instc")
    assert shown.returncode == 0, shown.stderr
    assert "International North-South Transport Corridor" in shown.stdout
