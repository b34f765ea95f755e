"""The invented catalog, for tests that must not change when a fact in the shipped one does."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from fwwizard.core.model import Catalog
from fwwizard.storage.catalog_files import catalog_files
from fwwizard.storage.catalogs import read_catalog

INVENTED = Path(__file__).parent / "data" / "catalog"
"""Twelve frameworks named after trees."""


@cache
def invented() -> Catalog:
    """The invented catalog."""
    return read_catalog(catalog_files(INVENTED))


def a_year_later(directory: Path) -> Path:
    """The invented catalog of the next year, in a directory that is made for it.

    Birch is gone and Yew has come, Hazel takes long to learn, and memory weighs less.
    """
    shutil.copytree(INVENTED, directory)
    model = directory / "model.toml"
    text = model.read_text().replace('version = "trees-1"', 'version = "trees-2"')
    model.write_text(
        text.replace(
            'id = "memory"\nfactor = "performance"\nshare = 0.3',
            'id = "memory"\nfactor = "performance"\nshare = 0.1',
        )
    )
    frameworks = directory / "frameworks"
    (frameworks / "birch.toml").unlink()
    willow = (frameworks / "willow.toml").read_text()
    (frameworks / "yew.toml").write_text(willow.replace('"willow"', '"yew"').replace('"Willow"', '"Yew"'))
    hazel = frameworks / "hazel.toml"
    hazel.write_text(
        hazel.read_text().replace("learning_curve = { value = 1,", "learning_curve = { value = 5,")
    )
    for figures in (directory / "figures").iterdir():
        lines = figures.read_text().splitlines(keepends=True)
        figures.write_text("".join(line for line in lines if '"birch"' not in line))
    return directory


@cache
def invented_later() -> Catalog:
    """The invented catalog of the next year."""
    with TemporaryDirectory() as directory:
        return read_catalog(catalog_files(a_year_later(Path(directory) / "later")))
