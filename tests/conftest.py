"""Every test has a home of its own, so that none reads or writes the person's files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# No example has a time limit: a busy machine is no defect. Where a change is judged, the examples
# are always the same, so that the verdict is about the change; everywhere else they explore.
settings.register_profile("fwwizard", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("fwwizard")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The directory below which everything of the program lies."""
    path = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("FWWIZARD_HOME", str(path))
    return path


def pytest_configure(config: pytest.Config) -> None:
    """Pictures are only written with the version that every other run compares with."""
    import textual

    pinned = (Path(__file__).parents[1] / "constraints.txt").read_text()
    if config.getoption("--snapshot-update") and f"textual=={textual.__version__}\n" not in pinned:
        raise pytest.UsageError("snapshots are written with the textual of constraints.txt")
