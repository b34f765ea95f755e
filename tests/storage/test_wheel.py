from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FROM_WHEEL = """
import sys
from fwwizard.storage.compiled import load_catalog
from fwwizard.storage.shipped import shipped_catalog
catalog = load_catalog()
print(shipped_catalog().relative_to(sys.path[1] if sys.path[0] == "" else sys.path[0]).as_posix())
print(len(catalog.frameworks), "pydantic" in sys.modules)
"""


@pytest.mark.slow
def test_a_wheel_carries_the_compiled_catalog_and_finds_it(tmp_path: Path, home: Path) -> None:
    checkout, place = tmp_path / "checkout", tmp_path / "site"
    checkout.mkdir()
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(ROOT / name, checkout)
    (checkout / "README.md").write_text("# fwwizard\n")
    for name in ("src", "data"):
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
    build = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(tmp_path),
        str(checkout),
    ]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    environment = {**os.environ, "PYTHONPATH": str(place)}
    told = subprocess.run(
        [sys.executable, "-c", FROM_WHEEL],
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    frameworks = len(list((ROOT / "data" / "frameworks").glob("*.toml")))
    assert told.stdout.splitlines() == ["fwwizard/data", f"{frameworks} False"]
    assert not (home / "cache").exists()
    assert not (place / "hatch_build.py").exists()
    assert (place / "fwwizard" / "report" / "templates" / "record.md.jinja").is_file()
