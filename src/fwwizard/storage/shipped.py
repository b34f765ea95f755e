"""Finds the catalog that comes with the program."""

from __future__ import annotations

from pathlib import Path

from fwwizard.errors import InputError

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped_catalog(package: Path = _PACKAGE) -> Path:
    """The directory of the shipped catalog: the checkout's `data/`, or the one inside the package.

    Beside `src/` the checkout wins: an editable install may leave a copy of the data that goes stale.

    Args:
        package: the directory of the installed `fwwizard` package.

    Raises:
        InputError: neither is there.
    """
    checkout = package.parents[1]
    is_checkout = package.parent.name == "src" and (checkout / "pyproject.toml").is_file()
    data = (checkout if is_checkout else package) / "data"
    if not data.is_dir():
        raise InputError("the shipped catalog is missing", file=data, hint="install fwwizard again")
    return data
