"""The files that a catalog or an overlay consists of, and the digest that stands for their bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fwwizard.errors import InputError
from fwwizard.storage.atomic import reason
from fwwizard.storage.reading import read_bytes

MODEL = "model.toml"
PLAN = "plan.toml"
FRAMEWORKS = "frameworks"
FIGURES = "figures"
ADVICE = "advice.toml"


@dataclass(frozen=True, slots=True)
class CatalogFile:
    """One file of a catalog."""

    name: str
    """The path below the catalog's directory, with slashes: `frameworks/django.toml`."""
    file: Path
    content: bytes


def catalog_files(directory: Path) -> tuple[CatalogFile, ...]:
    """Every file of a catalog, by name.

    Raises:
        InputError: there is no such directory, a file cannot be read, or `model.toml` or every
            framework is missing.
    """
    found = _files(directory)
    names = [file.name for file in found]
    if MODEL not in names:
        raise InputError(f"this catalog has no {MODEL}", file=directory)
    if not any(name.startswith(f"{FRAMEWORKS}/") for name in names):
        raise InputError(f"this catalog has no {FRAMEWORKS}/*.toml", file=directory)
    return found


def overlay_files(directory: Path) -> tuple[CatalogFile, ...]:
    """Every file of an overlay, by name; it may have any of the files of a catalog.

    Raises:
        InputError: there is no such directory, a file cannot be read, or there is nothing in it.
    """
    found = _files(directory)
    if not found:
        raise InputError(
            f"this overlay has no {MODEL}, {ADVICE}, {PLAN}, {FRAMEWORKS}/*.toml or {FIGURES}/*.toml",
            file=directory,
        )
    return found


def digest_of_files(layers: Sequence[Sequence[CatalogFile]]) -> str:
    """What identifies a catalog with its overlays: `sha256:` and 64 digits.

    It depends on names and bytes alone, and on the order of the overlays.
    """
    digest = sha256()
    for number, layer in enumerate(layers):
        for file in layer:
            digest.update(f"{number}/{file.name}\0{len(file.content)}\0".encode())
            digest.update(file.content)
    return f"sha256:{digest.hexdigest()}"


def _files(directory: Path) -> tuple[CatalogFile, ...]:
    names = _listing(directory)
    found = [name for name in (MODEL, ADVICE, PLAN) if name in names]
    for part in (FRAMEWORKS, FIGURES):
        if part in names:
            found += [f"{part}/{name}" for name in _listing(directory / part) if _is_data(name)]
    paths = [(name, directory / name) for name in sorted(found)]
    return tuple(CatalogFile(name, path, read_bytes(path)) for name, path in paths)


def _is_data(name: str) -> bool:
    # Editors leave hidden copies of what they have open.
    return name.endswith(".toml") and not name.startswith(".")


def _listing(directory: Path) -> set[str]:
    try:
        return {entry.name for entry in directory.iterdir()}
    except FileNotFoundError:
        raise InputError("there is no such directory", file=directory) from None
    except NotADirectoryError:
        raise InputError("is not a directory", file=directory) from None
    except OSError as error:
        raise InputError(f"cannot be read, {reason(error)}", file=directory) from error
