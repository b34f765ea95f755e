"""Catalogs in a temporary directory for tests: the invented one to change, and the smallest one."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from fwwizard.core.model import Catalog
from fwwizard.storage.catalog_files import catalog_files, overlay_files
from fwwizard.storage.catalogs import read_catalog

TREES = Path(__file__).parents[1] / "data" / "catalog"
"""The invented catalog; tests that change it copy it first."""

OFFICE_MODEL = """\
format = 1
version = "office-1"

[[factors]]
id = "closeness"
name = "Closeness to customers"

[[attributes]]
id = "closeness"
factor = "closeness"
share = 1.0
value = { kind = "direct" }

[[requirements]]
id = "open_source"
name = "Open source"
capability = "open_source"
"""
ADDISON = """\
id = "addison"
name = "Addison Square"

[facts]
closeness = 1.0

[capabilities.open_source]
level = "built-in"
"""


def trees(tmp_path: Path) -> Path:
    """A copy of the invented catalog."""
    return Path(shutil.copytree(TREES, tmp_path / "trees"))


def written(directory: Path, **files: str) -> Path:
    """A directory with files of these texts; `frameworks__oak` stands for `frameworks/oak.toml`."""
    directory.mkdir(exist_ok=True)
    for name, text in files.items():
        path = directory / f"{name.replace('__', '/')}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return directory


def office(tmp_path: Path) -> Path:
    """The smallest catalog of the format's description."""
    return written(tmp_path / "office", model=OFFICE_MODEL, frameworks__addison=ADDISON)


def catalog_in(directory: Path, overlays: Sequence[Path] = ()) -> Catalog:
    """What the TOML files say, read without the compiled form."""
    return read_catalog(catalog_files(directory), [overlay_files(overlay) for overlay in overlays])
