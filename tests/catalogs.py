"""The invented catalog, for tests that must not change when a fact in the shipped one does."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fwwizard.core.model import Catalog
from fwwizard.storage.catalog_files import catalog_files
from fwwizard.storage.catalogs import read_catalog

INVENTED = Path(__file__).parent / "data" / "catalog"
"""Twelve frameworks named after trees."""


@cache
def invented() -> Catalog:
    """The invented catalog."""
    return read_catalog(catalog_files(INVENTED))
