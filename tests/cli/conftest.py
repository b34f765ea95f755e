"""The command line over an invented catalog and sessions of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Commands


@pytest.fixture
def fwwizard(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Commands:
    return Commands(capsys, tmp_path / "sessions")
