"""Keeps the catalogs that sessions were made with, so that later facts can be compared with theirs.

A catalog is remembered when a session is made with it, opened or changed under it, or takes it over.
The cache is no place for it: that may be emptied at any time, and keeps a few catalogs only. The
64 used last stay here, some 5 MB of the shipped catalog's size; a session whose catalog has gone
still opens, and says that it cannot be compared.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from zlib import compress, decompress, error

from fwwizard.core.model import Catalog
from fwwizard.storage.compiled import cached_path, compiled_form, former_catalog
from fwwizard.storage.places import places

KEPT = 64
"""So many catalogs are remembered, those used last."""

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


def remember(catalog: Catalog) -> None:
    """Keeps a catalog, or marks it as used now; what cannot be kept is only not there later."""
    file = _file(catalog.digest)
    with suppress(OSError):
        if file.exists():
            os.utime(file)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f".{file.stem}-{os.urandom(4).hex()}.tmp")
        try:
            fresh.write_bytes(compress(compiled_form(catalog).encode()))
            fresh.replace(file)
        finally:
            fresh.unlink(missing_ok=True)
        _forget(file.parent)


def remembered(digest: str) -> Catalog | None:
    """The catalog of a digest, None where it is not on this machine or cannot be read any more."""
    if not _DIGEST.fullmatch(digest):  # a session file may say anything, a path for example
        return None
    file = _file(digest)
    try:
        found = former_catalog(decompress(file.read_bytes()), digest)
    except (OSError, error):
        found = None
    if found is not None:
        with suppress(OSError):  # a read-only state directory only forgets sooner
            os.utime(file)
        return found
    try:
        return former_catalog(cached_path(digest).read_bytes(), digest)
    except OSError:
        return None


def _file(digest: str) -> Path:
    return places().state / "catalogs" / f"{cached_path(digest).stem}.zz"


def _forget(directory: Path) -> None:
    files = sorted(directory.glob("catalog-*.zz"), key=lambda file: file.stat().st_mtime, reverse=True)
    for old in files[KEPT:]:
        old.unlink(missing_ok=True)
