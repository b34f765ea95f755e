"""Published figures as positions: each within its own set and test, on a log scale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from statistics import median

from fwwizard.core.catalog import Figure, FigureSet, FigureTest


@dataclass(frozen=True, slots=True)
class Positions:
    """Where a framework stands for one measure, by set; never empty."""

    by_set: Mapping[str, float]

    @property
    def low(self) -> float:
        """The worst position over the sets."""
        return min(self.by_set.values())

    @property
    def mid(self) -> float:
        """The median over the sets."""
        return median(self.by_set.values())

    @property
    def high(self) -> float:
        """The best position over the sets."""
        return max(self.by_set.values())


def log_position(value: float, worst: float, best: float) -> float:
    """(ln value - ln worst) / (ln best - ln worst), clipped to [0, 1], rounded to 12 digits.

    Rounding makes the position the same on every machine, whatever its logarithm's last digit.

    Raises:
        ValueError: a number is not above 0, or the ends are equal.
    """
    if min(value, worst, best) <= 0 or worst == best:
        raise ValueError("a log scale needs two different ends and numbers above 0")
    raw = (log(value) - log(worst)) / (log(best) - log(worst))
    return round(min(1.0, max(0.0, raw)), 12)


def positions(sets: Iterable[FigureSet], measure: str) -> dict[str, Positions]:
    """For each measured framework its position in each scored set that has tests of the measure.

    Within a set the median over the tests counts, each test by its best production variant.
    """
    by_framework: dict[str, dict[str, float]] = {}
    for figure_set in sets:
        if not figure_set.scored:
            continue
        for framework, values in _best_by_test(figure_set, measure).items():
            by_framework.setdefault(framework, {})[figure_set.id] = median(values)
    return {framework: Positions(found) for framework, found in by_framework.items()}


def _best_by_test(figure_set: FigureSet, measure: str) -> dict[str, list[float]]:
    tests = {test.id: test for test in figure_set.tests if test.measure == measure}
    best: dict[tuple[str, str], float] = {}
    for figure in figure_set.figures:
        test = tests.get(figure.test)
        if test is not None and figure.production:
            key = (figure.framework, figure.test)
            best[key] = max(best.get(key, 0.0), log_position(figure.value, test.worst, test.best))
    found: dict[str, list[float]] = {}
    for (framework, _), position in best.items():
        found.setdefault(framework, []).append(position)
    return found


def figures_of(sets: Iterable[FigureSet], framework: str) -> list[tuple[FigureSet, FigureTest, Figure]]:
    """Every published figure of a framework, claims included, with its set and test."""
    found = []
    for figure_set in sets:
        tests = {test.id: test for test in figure_set.tests}
        found += [(figure_set, tests[f.test], f) for f in figure_set.figures if f.framework == framework]
    return found
