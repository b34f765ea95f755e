"""Where a published claim turns an order around that was measured like for like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fwwizard.core.catalog import FigureSet, FigureTest, Framework
from fwwizard.core.model import Catalog

LEAST_RATIO = 1.5
"""Measured differences below this are no contradiction: runs differ by as much."""


@dataclass(frozen=True, slots=True)
class Measured:
    """By how much one framework was measured ahead of another in one set."""

    ratio: float
    """Greater than 1: so many times better, whichever way better points."""
    set_name: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim that puts one framework above another, against every set that measured both."""

    claim_set: FigureSet
    test: FigureTest
    above: str
    """Id of the framework that the claim puts above."""
    below: str
    above_value: float
    below_value: float
    stand_in: str
    """Id of the measured relative that stands in for the one put above; its own id where it was measured."""
    strongest: Measured
    weakest: Measured


def contradictions(catalog: Catalog, framework: str) -> list[Contradiction]:
    """For each claimed test that names the framework, the strongest contradiction it takes part in."""
    found: dict[tuple[str, str], Contradiction] = {}
    for one in _Claims(catalog).about(framework):
        key = (one.claim_set.id, one.test.id)
        if key not in found or one.strongest.ratio > found[key].strongest.ratio:
            found[key] = one
    return list(found.values())


def sentence(catalog: Catalog, found: Contradiction) -> str:
    """The contradiction in one line, to be read aloud."""
    unit = found.test.unit
    relative = f", the nearest measured relative of {_name(catalog, found.above)}"
    of = f"{_name(catalog, found.stand_in)}{relative if found.stand_in != found.above else ''}"
    strongest, weakest = found.strongest, found.weakest
    also = (
        f"; {_times(weakest.ratio)} in {weakest.set_name}" if weakest.set_name != strongest.set_name else ""
    )
    return (
        f"{found.claim_set.name} puts {_name(catalog, found.above)} above {_name(catalog, found.below)} "
        f"({found.above_value:,g} and {found.below_value:,g} {unit}); like for like "
        f"{_name(catalog, found.below)} was measured {_times(strongest.ratio)} better than {of} "
        f"(best variants, {strongest.set_name}{also})."
    )


def _times(ratio: float) -> str:
    return f"{ratio:.0f} times" if ratio >= 10 else f"{ratio:.1f} times"


def _name(catalog: Catalog, framework: str) -> str:
    found = catalog.framework(framework)
    return found.name if found else framework


class _Claims:
    """The figures of a catalog by set and test, each framework by its best production variant."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._best = {
            (figures.id, test.id): _best(figures, test)
            for figures in catalog.figures
            for test in figures.tests
            if test.measure
        }

    def about(self, framework: str) -> Iterator[Contradiction]:
        """Every contradicted claim that puts the framework above or below another one."""
        for claims in (figures for figures in self._catalog.figures if not figures.scored):
            for test in (test for test in claims.tests if test.measure):
                values = self._best[claims.id, test.id]
                for other in values if framework in values else ():
                    for above, below in ((framework, other), (other, framework)):
                        if _better(test, values[above], values[below]) > 1:
                            yield from self._against(claims, test, above, below)

    def _against(
        self, claims: FigureSet, test: FigureTest, above: str, below: str
    ) -> Iterator[Contradiction]:
        values = self._best[claims.id, test.id]
        for stand_in in self._stand_ins(above, test.measure):
            measured = list(self._measured(test.measure, below, stand_in))
            if measured and all(one.ratio >= LEAST_RATIO for one in measured):
                strongest = max(measured, key=lambda one: one.ratio)
                weakest = min(measured, key=lambda one: one.ratio)
                told = (above, below, values[above], values[below], stand_in)
                yield Contradiction(claims, test, *told, strongest, weakest)
                return

    def _scored(self, measure: str) -> Iterator[tuple[FigureSet, FigureTest]]:
        for figures in (figures for figures in self._catalog.figures if figures.scored):
            yield from ((figures, test) for test in figures.tests if test.measure == measure)

    def _stand_ins(self, framework: str, measure: str) -> list[str]:
        """The framework itself where it was measured, else its siblings on one foundation, else that."""
        measured = {
            name for figures, test in self._scored(measure) for name in self._best[figures.id, test.id]
        }
        if framework in measured:
            return [framework]
        own = self._catalog.framework(framework)
        foundations = own.builds_on if own else ()
        siblings = [f.id for f in self._catalog.frameworks if f.id != framework and _on(f, foundations)]
        return [one for one in (*siblings, *foundations) if one in measured]

    def _measured(self, measure: str, ahead: str, behind: str) -> Iterator[Measured]:
        """By how much one was measured ahead of the other in each scored set that holds both.

        Of the tests of a set the one with the smallest difference counts.
        """
        ratios: dict[str, list[float]] = {}
        for figures, test in self._scored(measure):
            values = self._best[figures.id, test.id]
            if ahead in values and behind in values:
                ratios.setdefault(figures.name, []).append(_better(test, values[ahead], values[behind]))
        return (Measured(min(found), name) for name, found in ratios.items())


def _on(framework: Framework, foundations: tuple[str, ...]) -> bool:
    return bool(foundations) and framework.builds_on == foundations


def _best(figures: FigureSet, test: FigureTest) -> dict[str, float]:
    """Each framework's figure by its best production variant."""
    best: dict[str, float] = {}
    for figure in figures.figures:
        if figure.test == test.id and figure.production:
            known = best.get(figure.framework)
            if known is None or _better(test, figure.value, known) > 1:
                best[figure.framework] = figure.value
    return best


def _better(test: FigureTest, value: float, other: float) -> float:
    """How many times better a figure is than another one of the test; below 1: worse."""
    return value / other if test.best > test.worst else other / value
