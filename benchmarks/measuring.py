"""Medians of repeated runs, and how they are printed."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing: milliseconds, or MiB where the unit says so."""

    group: str
    what: str
    value: float | None
    """None where it could not be measured; the note says why."""
    unit: str = "ms"
    ratio: float | None = None
    """To what the group compares with."""
    goal: str = ""
    met: bool | None = None
    """None where there is no goal."""
    note: str = ""


def median_ms(
    work: Callable[[], object],
    runs: int = 9,
    budget: float = 4.0,
    clock: Callable[[], float] = time.perf_counter,
) -> float:
    """The median time of a piece of work.

    Args:
        work: called once untimed where it is quick, then up to `runs` times.
        runs: how often at most.
        budget: seconds after which no further run is begun.
        clock: tells seconds; `time.process_time` where other programs shall not count.
    """
    taken: list[float] = []
    begun = time.perf_counter()
    while len(taken) <= runs and (not taken or time.perf_counter() - begun < budget):
        start = clock()
        work()
        taken.append((clock() - start) * 1000)
    return statistics.median(taken[1:] or taken)


def met(value: float | None, at_most: float | None) -> bool | None:
    """Whether a goal is met; None where either is missing."""
    return None if value is None or at_most is None else value <= at_most


def table(figures: Iterable[Figure]) -> str:
    """Figures as a plain-text table, group by group."""
    head = ("what", "median", "ratio", "goal", "", "")
    rows = [("", *head)] + [(f.group, *_cells(f)) for f in figures]
    widths = [max(len(row[i]) for row in rows) for i in range(1, 7)]
    lines: list[str] = []
    group = ""
    for row in rows:
        if row[0] != group:
            group = row[0]
            lines += ["", group]
        cells = [
            cell.rjust(width) if i in (1, 2) else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row[1:], widths, strict=True))
        ]
        lines.append("  " + "  ".join(cells).rstrip())
    return "\n".join(lines)


def _cells(figure: Figure) -> Sequence[str]:
    shown = "-" if figure.value is None else f"{figure.value:,.2f} {figure.unit}"
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f} x"
    verdict = "" if figure.met is None else "met" if figure.met else "MISSED"
    return (figure.what, shown, ratio, figure.goal, verdict, figure.note)


def write_json(figures: Iterable[Figure], file: Path | None) -> None:
    """Writes every figure with full precision; does nothing without a file."""
    if file is not None:
        file.write_text(json.dumps([asdict(figure) for figure in figures], indent=1) + "\n")
