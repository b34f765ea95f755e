"""Validates the shipped catalog while a wheel is built, and puts its compiled form beside it."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalog(BuildHookInterface):  # type: ignore[type-arg]  # the parameter differs between versions
    """Adds `fwwizard/data/catalog.json` to a wheel; an editable install reads the checkout's data."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalog; one that does not validate stops the build.

        Args:
            version: what is built, `standard` or `editable`.
            build_data: what hatchling will do, to which the compiled form is added.
        """
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from fwwizard.storage.compiled import COMPILED, compile_directory

        self._directory = TemporaryDirectory(prefix="fwwizard-")
        form = Path(self._directory.name) / COMPILED
        form.write_text(compile_directory(root / "data"), encoding="utf-8")
        build_data["force_include"][str(form)] = f"fwwizard/data/{COMPILED}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the compiled form once it is in the wheel."""
        if version != "editable":
            self._directory.cleanup()
