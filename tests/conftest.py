"""Every test has a home of its own, so that none reads or writes the person's files."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The directory below which everything of the program lies."""
    path = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("FWWIZARD_HOME", str(path))
    return path
