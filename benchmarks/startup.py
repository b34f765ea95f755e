"""Whole processes and the wizard on the screen, as a person has them: `python -m benchmarks.startup`."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.installed import OPEN_TEAM, PYTHON_TEAM, Installed, install
from benchmarks.measuring import Figure, met, table, write_json
from benchmarks.wizard import wizard_figures

PROCESSES: Mapping[str, tuple[tuple[str, ...], float]] = {
    "--help": (("--help",), 5),
    "rank --samples 0, one language": (("rank", "Python team", "--samples", "0"), 18),
    "rank --json, 10,000 samples, one language": (("rank", "Python team", "--json"), 40),
    "rank --samples 0, all frameworks in": (("rank", "Open team", "--samples", "0"), 18),
    "rank --json, 10,000 samples, all frameworks in": (("rank", "Open team", "--json"), 40),
}
"""The arguments and how many times `python -c pass` they may take."""


def process_figures(made: Installed, runs: int) -> Iterator[Figure]:
    """Whole processes, all of them once a round, so that a busy moment meets all alike."""
    made.make_session("Python team", PYTHON_TEAM)
    made.make_session("Open team", OPEN_TEAM)
    base = "python -c pass"
    commands: dict[str, Sequence[str]] = {base: (str(made.python), "-c", "pass")}
    commands |= {name: (str(made.fwwizard), *words) for name, (words, _) in PROCESSES.items()}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs + 1):
        for name, command in commands.items():
            taken[name].append(_process_ms(command, made))
    medians = {name: statistics.median(times[1:]) for name, times in taken.items()}
    for name, value in medians.items():
        at_most = PROCESSES[name][1] if name in PROCESSES else None
        ratio = value / medians[base]
        goal = f"<= {at_most:g} x" if at_most else ""
        yield Figure("whole processes", name, value, ratio=ratio, goal=goal, met=met(ratio, at_most))


def _process_ms(command: Sequence[str], made: Installed) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=made.environment(), cwd=made.directory, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Measures and prints; exit code 0 whatever the figures are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=11, help="runs of every process (default 11)")
    parser.add_argument("--screens", type=int, default=5, help="runs of every screen (default 5; 0: none)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="fwwizard-benchmark-") as directory:
        made = install(Path(directory))
        figures = list(process_figures(made, options.runs))
        if options.screens:
            figures += wizard_figures(made, options.screens)
    print(table(figures))
    write_json(figures, options.json)


if __name__ == "__main__":
    main()
