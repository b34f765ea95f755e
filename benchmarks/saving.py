"""What a save costs, beside the least that is safe on a disk: `python -m benchmarks.saving`."""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.measuring import Figure, table, write_json
from fwwizard.core.edits import LOG_LENGTH
from fwwizard.core.session import Change, Priorities, Project, Session
from fwwizard.storage.files import SYSTEM_FILES, Files, SystemFiles
from fwwizard.storage.session_text import dump
from fwwizard.storage.sessions import read, save

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
Work = Callable[[int], object]
"""Something to time, given the number of the run."""

SIZES = {"a new session": 1, "a full change log": LOG_LENGTH}
"""Changes in the log, which makes most of a file."""


class UnflushedFiles(SystemFiles):
    """Without waiting for the disk: what is left is our own work and the system's."""

    def flush(self, descriptor: int) -> None:
        pass

    def flush_directory(self, directory: Path) -> None:
        pass


def session(changes: int) -> Session:
    """A session with so many changes in its log."""
    log = (
        Change(NOON + timedelta(seconds=n), f"ranked factor {n} above performance", "fastapi")
        for n in range(changes)
    )
    priorities = Priorities((("team",), ("budget",), ("performance",)), confirmed=True)
    return Session(1, "3f0c1a2b", "Payments API", NOON, NOON, "fit", priorities, changes=tuple(log))


def in_turns(kinds: Mapping[str, Work], runs: int) -> dict[str, list[float]]:
    """Milliseconds of each run of each kind, one after the other in turns; the first warms up."""
    taken: dict[str, list[float]] = {what: [] for what in kinds}
    for number in range(runs + 1):
        for what, work in kinds.items():
            start = time.perf_counter()
            work(number)
            taken[what].append((time.perf_counter() - start) * 1000)
    return {what: times[1:] for what, times in taken.items()}


def saver(path: Path, of: Session, files: Files) -> Work:
    """Saves after each other as the wizard does, each with another answer."""
    expected = [save(of, path, files=files).digest]

    def work(number: int) -> None:
        edited = replace(of, project=Project(concurrent_users=number))
        expected[0] = save(edited, path, expected=expected[0], files=files).digest

    return work


def bare(path: Path, data: bytes) -> Work:
    """Writes a file beside, flushes it, renames it, flushes the directory: no lock, no version before."""

    def work(number: int) -> None:
        fresh = path.with_name("fresh")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(descriptor, data + b"%d" % number)
        os.fsync(descriptor)
        os.close(descriptor)
        fresh.replace(path)
        SYSTEM_FILES.flush_directory(path.parent)

    return work


def loader(path: Path) -> Work:
    """Reads a session."""
    return lambda _: read(path)


def figures(directory: Path, runs: int) -> Iterator[Figure]:
    """All lines, size by size."""
    for group, changes in SIZES.items():
        of = session(changes)
        place = directory / str(changes)
        place.mkdir()
        path = place / "choice.toml"
        taken = in_turns(
            {
                "write, flush, rename, flush": bare(place / "bare", dump(of).encode()),
                "save": saver(path, of, SYSTEM_FILES),
                "save, without the flushes": saver(place / "unflushed.toml", of, UnflushedFiles()),
                "load": loader(path),
            },
            runs,
        )
        base = statistics.median(taken["write, flush, rename, flush"])
        for what, times in taken.items():
            yield figure(f"{group}, {len(dump(of)) / 1024:.1f} KiB", what, times, base)


def figure(group: str, what: str, taken: list[float], base: float) -> Figure:
    """A line with median and worst."""
    median = statistics.median(taken)
    return Figure(group, what, median, ratio=median / base, note=f"worst {max(taken):,.2f} ms")


def main() -> None:
    """Measures and prints; see `--help`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=500, help="saves of each kind")
    parser.add_argument("--directory", type=Path, help="on the disk to measure")
    parser.add_argument("--json", type=Path, help="write the figures here too")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.directory) as directory:
        os.environ["FWWIZARD_HOME"] = directory
        found = list(figures(Path(directory), arguments.runs))
    print(f"{arguments.runs} of each; the ratio is to the least that is safe.")
    print(table(found))
    write_json(found, arguments.json)


if __name__ == "__main__":
    main()
