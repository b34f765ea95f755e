"""Finds the catalogs that sessions were made with, where they are still on this machine."""

from __future__ import annotations

import re

from fwwizard.core.model import Catalog
from fwwizard.storage.compiled import cached_catalog

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


def remembered(digest: str) -> Catalog | None:
    """The catalog of a digest, None where it is not on this machine or cannot be read any more."""
    if not _DIGEST.fullmatch(digest):  # a session file may say anything, a path for example
        return None
    return cached_catalog(digest)
