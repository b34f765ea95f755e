"""What comparing sessions costs: `python -m benchmarks.comparing`."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import combinations
from pathlib import Path
from random import Random

from benchmarks.measuring import Figure, median_ms, met, table, write_json
from fwwizard.core.acceptability import FULL, LIVE
from fwwizard.core.comparison import Comparison
from fwwizard.core.evaluation import Evaluation, Evaluator
from fwwizard.core.model import Catalog
from fwwizard.core.new_session import new_session
from fwwizard.core.session import Priorities, Session
from fwwizard.core.team import team
from fwwizard.storage.catalog_files import catalog_files
from fwwizard.storage.catalogs import read_catalog
from fwwizard.storage.shipped import shipped_catalog

PEOPLE = 20
PAUSE = 1000.0
"""Milliseconds: a wait that breaks no thought (J. Nielsen, Usability Engineering, 1993)."""

GROUPS = ("two sessions", f"{PEOPLE} sessions")


def person(catalog: Catalog, number: int, differing: int) -> Session:
    """One of a team: a ranking, wishes and needs of its own, always the same ones.

    Args:
        catalog: the shipped one.
        number: which person; 0 says nothing but a ranking.
        differing: how many answers differ from those of person 0.
    """
    random = Random(f"person {number}, {differing}")
    factors = [factor.id for factor in catalog.model.factors]
    start = new_session(catalog, f"{number:08}", f"Person {number}", datetime(2026, 11, 21, 12, tzinfo=UTC))
    if number == 0:
        return replace(start, priorities=Priorities(tuple((f,) for f in factors), confirmed=True))
    random.shuffle(factors)
    requirements = [r.id for r in catalog.model.requirements if r.capability]
    needs = [need.id for need in catalog.model.needs]
    asked = random.sample(needs, min(len(needs), (differing - 1) // 3))
    wished = random.sample(requirements, min(len(requirements), differing - 1 - len(asked)))
    return replace(
        start,
        priorities=Priorities(tuple((f,) for f in factors), confirmed=True),
        project=replace(start.project, needs=tuple(asked)),
        checklist={r: "must" if i == 0 and number % 7 == 0 else "want" for i, r in enumerate(wished)},
    )


def pairs(evaluator: Evaluator) -> Iterator[Figure]:
    """Two sessions with more and more differing answers, everything that the screen asks for."""
    first = evaluator.evaluate(person(evaluator.catalog, 0, 0))
    for differing in (1, 5, 10, 11, 20, 40):
        other = evaluator.evaluate(person(evaluator.catalog, 1, differing))
        found = Comparison(first, other)
        exact = "drawn" if found.attribution.orders else "exact"
        what = f"{len(found.differing)} differing answers, shares {exact}"
        value = _median(partial(_whole, first, other))
        yield Figure(GROUPS[0], what, value, goal=f"<= {PAUSE:g} ms", met=met(value, PAUSE))


def _median(work: Callable[[], object], runs: int = 9) -> float:
    """Processor time: everything here computes in one thread, and waits for nothing."""
    return median_ms(work, runs, clock=time.process_time)


def _whole(a: Evaluation, b: Evaluation) -> object:
    return Comparison(a, b).moves


def groups(evaluator: Evaluator) -> Iterator[Figure]:
    """A whole team, and every pair of it."""
    people = [person(evaluator.catalog, i, 12) for i in range(1, PEOPLE + 1)]
    evaluations = [evaluator.evaluate(one) for one in people]
    for samples, where in ((LIVE, "on the screen"), (FULL, "printed")):
        value = _median(partial(team, people, evaluator, samples))
        goal = PAUSE if samples == LIVE else None
        shown = f"<= {goal:g} ms" if goal else ""
        what = f"the group view, {samples:,} samples a person ({where})"
        yield Figure(GROUPS[1], what, value, goal=shown, met=met(value, goal))
    every = list(combinations(evaluations, 2))
    value = _median(lambda: [Comparison(a, b).differing for a, b in every], runs=3)
    yield Figure(GROUPS[1], f"what differs in each of the {len(every)} pairs", value)
    value = _median(lambda: [Comparison(a, b).moves for a, b in every[: PEOPLE - 1]], runs=3)
    yield Figure(GROUPS[1], "one with everyone else, with the shares of every move", value)


def main() -> None:
    """Measures and prints; exit code 0 whatever the figures are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure there")
    options = parser.parse_args()
    evaluator = Evaluator(read_catalog(catalog_files(shipped_catalog())))
    figures = [*pairs(evaluator), *groups(evaluator)]
    print(f"{len(evaluator.catalog.frameworks)} frameworks of the shipped catalog.")
    print(table(figures))
    write_json(figures, options.json)


if __name__ == "__main__":
    main()
