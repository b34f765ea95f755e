from __future__ import annotations

from pathlib import Path

import pytest

from fwwizard.errors import InputError
from fwwizard.storage.shipped import shipped_catalog


def test_from_a_checkout_the_data_beside_src_is_found() -> None:
    found = shipped_catalog()
    assert found.name == "data"
    assert (found / "model.toml").is_file()


def test_the_checkout_wins_over_a_copy_in_the_package(tmp_path: Path) -> None:
    package = tmp_path / "src" / "fwwizard"
    (package / "data").mkdir(parents=True)
    (tmp_path / "data").mkdir()
    (tmp_path / "pyproject.toml").touch()
    assert shipped_catalog(package) == tmp_path / "data"


def test_an_installed_package_has_its_own(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "fwwizard"
    (package / "data").mkdir(parents=True)
    (tmp_path / "data").mkdir()
    assert shipped_catalog(package) == package / "data"


def test_a_missing_catalog_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the shipped catalog is missing"):
        shipped_catalog(tmp_path / "site-packages" / "fwwizard")
