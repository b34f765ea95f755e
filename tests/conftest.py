"""Every test has a home of its own, so that none reads or writes the person's files."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
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


class Tried:
    """Tells how many cases of a kind a test tried; the sums stand at the end of a run."""

    def __init__(self, record: Callable[[str, object], None]) -> None:
        self._record = record

    def __call__(self, what: str, number: int) -> None:
        """Adds a number of cases."""
        self._record(f"tried: {what}", number)


@pytest.fixture
def tried(record_property: Callable[[str, object], None]) -> Tried:
    """For tests that try many cases at once."""
    return Tried(record_property)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The cases that were tried, over all workers."""
    sums: Counter[str] = Counter()
    for report in terminalreporter.getreports("passed"):
        sums.update({what: number for what, number in report.user_properties if what.startswith("tried: ")})
    for what, number in sorted(sums.items()):
        terminalreporter.write_line(f"{what}: {number:,}")


def pytest_configure(config: pytest.Config) -> None:
    """Pictures are only written with the version that every other run compares with."""
    import textual

    pinned = (Path(__file__).parents[1] / "constraints.txt").read_text()
    if config.getoption("--snapshot-update") and f"textual=={textual.__version__}\n" not in pinned:
        raise pytest.UsageError("snapshots are written with the textual of constraints.txt")
