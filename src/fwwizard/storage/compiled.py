"""The catalog as one JSON file that loads without TOML and without validation; the one way to load it.

The file holds the digest of what it was made from, and is used only where that is what lies there
now. A wheel carries it beside its data; every other catalog gets one in the cache.
"""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from zlib import crc32

from fwwizard import __version__
from fwwizard.core.model import Catalog
from fwwizard.errors import InputError
from fwwizard.storage.catalog_files import CatalogFile, catalog_files, digest_of_files, overlay_files
from fwwizard.storage.decoding import StaleError, decoded
from fwwizard.storage.places import Places, places
from fwwizard.storage.shipped import shipped_catalog

COMPILED = "catalog.json"
"""The name of the compiled form beside the data of a wheel."""

_ENCODING = 1
_SEPARATOR = b',"tables":'
_KEPT = 8
"""So many compiled catalogs stay in the cache."""


def load_catalog(catalog_dir: Path | None = None, overlays: Sequence[Path] = ()) -> Catalog:
    """The catalog to decide with.

    Args:
        catalog_dir: a catalog that replaces the shipped one.
        overlays: directories laid over it, the later over the earlier. Below them lies the user's
            own overlay directory, where it exists; it belongs to the shipped catalog alone.

    Raises:
        InputError: a file of the catalog or of an overlay cannot be used.
    """
    here = places()
    directory = catalog_dir or shipped_catalog()
    layers = _layers(directory, _with_own(catalog_dir, overlays, here))
    digest = digest_of_files(layers)
    cached = cached_path(digest)
    for form in (directory / COMPILED, cached):
        catalog = _read_form(form, digest)
        if catalog is not None:
            return catalog
    catalog = _read_layers(layers)
    with suppress(OSError):  # without a cache the next start is slower, that is all
        _store(compiled_form(catalog), cached)
    return catalog


def cached_path(digest: str) -> Path:
    """Where the compiled form of the catalog with a digest that we made stands in the cache."""
    return places().cache / f"catalog-{digest.removeprefix('sha256:')[:32]}.json"


def check_catalog(
    catalog_dir: Path | None = None, overlays: Sequence[Path] = ()
) -> tuple[Catalog | None, tuple[InputError, ...]]:
    """The catalog as `load_catalog` gives it, read afresh whatever was compiled before, and all its mistakes.

    Raises:
        InputError: there is no such directory, or a file of it cannot be read at all.
    """
    from fwwizard.storage.catalogs import examine_catalog

    own = _with_own(catalog_dir, overlays, places())
    layers = _layers(catalog_dir or shipped_catalog(), own)
    return examine_catalog(layers[0], layers[1:])


def compiled_form(catalog: Catalog) -> str:
    """The compiled form of a catalog: one JSON object, in one line."""
    from fwwizard.storage.encoding import encoded

    tables = json.dumps(encoded(catalog), ensure_ascii=False, separators=(",", ":"))
    head = {**_stamp(catalog.digest), "crc": crc32(tables.encode())}
    return json.dumps(head, separators=(",", ":"))[:-1] + _SEPARATOR.decode() + tables + "}"


def former_catalog(form: bytes, digest: str) -> Catalog | None:
    """The catalog in a compiled form, which an earlier program may have made, to compare with.

    Returns:
        None where the form is damaged, is of another catalog, or holds what today has no place for.
    """
    try:
        head, tables = _parts(form)
        if (head["encoding"], head["digest"], head["crc"]) != (_ENCODING, digest, crc32(tables)):
            return None
        with _no_collection():
            return decoded(json.loads(tables), of_older_shape=True)
    except (KeyError, TypeError, ValueError, RecursionError, StaleError):
        return None


def compile_directory(directory: Path) -> str:
    """The compiled form of the catalog in a directory, after full validation.

    Raises:
        InputError: a file of the catalog cannot be used.
    """
    return compiled_form(_read_layers(_layers(directory, ())))


def _with_own(catalog_dir: Path | None, overlays: Sequence[Path], here: Places) -> Sequence[Path]:
    if catalog_dir is not None or not os.path.lexists(here.overlay):
        return overlays
    # The program may have made it, and the person emptied it again: that is no mistake.
    return [here.overlay, *overlays] if not _is_empty(here.overlay) else overlays


def _is_empty(directory: Path) -> bool:
    return directory.is_dir() and not any(directory.rglob("*.toml"))


def _layers(directory: Path, overlays: Sequence[Path]) -> list[tuple[CatalogFile, ...]]:
    return [catalog_files(directory), *map(overlay_files, overlays)]


def _read_layers(layers: Sequence[Sequence[CatalogFile]]) -> Catalog:
    # Imported here: validation costs more than everything else together.
    from fwwizard.storage.catalogs import read_catalog

    return read_catalog(layers[0], layers[1:])


def _stamp(digest: str) -> dict[str, object]:
    # The version stands for the rules by which the catalog was checked.
    return {"encoding": _ENCODING, "program": __version__, "digest": digest}


def _read_form(file: Path, digest: str) -> Catalog | None:
    """The catalog in a compiled form, or None where it is absent, damaged or made from something else."""
    try:
        head, tables = _parts(file.read_bytes())
        if head != {**_stamp(digest), "crc": crc32(tables)}:
            return None
        with _no_collection():
            return decoded(json.loads(tables))
    except (OSError, ValueError, RecursionError, StaleError):
        return None


def _parts(form: bytes) -> tuple[dict[str, object], bytes]:
    head, _, rest = form.partition(_SEPARATOR)
    return json.loads(head + b"}"), rest.removesuffix(b"}")


@contextmanager
def _no_collection() -> Iterator[None]:
    """Thousands of new objects and no garbage: looking for it costs as much as making them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _store(form: str, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.stem}-{os.urandom(4).hex()}.tmp")
    try:
        fresh.write_text(form, encoding="utf-8")
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
    forms = sorted(file.parent.glob("catalog-*.json"), key=lambda form: form.stat().st_mtime, reverse=True)
    for old in forms[_KEPT:]:
        old.unlink(missing_ok=True)
