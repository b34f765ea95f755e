"""Random but fixed decisions: a matrix of values, and the catalog and session that say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from fwwizard.core.catalog import Fact, Framework
from fwwizard.core.model import Attribute, Catalog, Factor, Model
from fwwizard.core.session import Priorities, Session
from fwwizard.core.value_functions import Direct
from fwwizard.core.weights import from_ranking

SIZES = ((32, 7), (200, 7), (1000, 12))
"""Alternatives and factors."""

_UNKNOWN = 0.1
"""The share of cells of which only an interval is known, a fifth of the range wide."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An additive decision with one direct attribute a factor and a strict ranking."""

    alternatives: int
    factors: int
    matrix: Sequence[Sequence[float]]
    """Values in (0, 1], with the middles of intervals, for peers that know no intervals."""
    catalog: Catalog
    session: Session

    @property
    def size(self) -> str:
        """As it is printed."""
        return f"{self.alternatives:,} x {self.factors}"

    @property
    def weights(self) -> list[float]:
        """By factor in the order of the matrix; they sum to 1."""
        return list(from_ranking(self.session.priorities.ranking).values())

    @property
    def reordered(self) -> Session:
        """The session with the first two priorities exchanged."""
        first, second, *rest = self.session.priorities.ranking
        return replace(self.session, priorities=Priorities((second, first, *rest), confirmed=True))


def problem(alternatives: int, factors: int, *, intervals: bool) -> Problem:
    """A problem of a size: the same in every run."""
    random = Random(f"{alternatives} x {factors}")
    names = [f"factor_{i}" for i in range(factors)]
    matrix, frameworks = [], []
    for i in range(alternatives):
        cells = [(random.uniform(0.1, 0.9), random.random() < _UNKNOWN) for _ in names]
        facts = {
            name: Fact(low=value - 0.1, high=value + 0.1) if unknown and intervals else Fact(value)
            for name, (value, unknown) in zip(names, cells, strict=True)
        }
        matrix.append([value for value, _ in cells])
        frameworks.append(Framework(f"alternative_{i}", f"Alternative {i}", facts=facts))
    model = Model(
        format=1,
        version="benchmark",
        factors=tuple(Factor(name, name) for name in names),
        attributes=tuple(Attribute(name, name, Direct()) for name in names),
    )
    return Problem(alternatives, factors, matrix, Catalog(model, tuple(frameworks)), _session(names))


def write_catalog(given: Problem, directory: Path) -> None:
    """The matrix of a problem as the smallest catalog of files that says it."""
    frameworks = directory / "frameworks"
    frameworks.mkdir(parents=True)
    model = ["format = 1", 'version = "benchmark"']
    for factor in given.catalog.model.factors:
        model += ["", "[[factors]]", f'id = "{factor.id}"', f'name = "{factor.name}"']
        model += ["", "[[attributes]]", f'id = "{factor.id}"', f'factor = "{factor.id}"']
        model += ['value = { kind = "direct" }']
    (directory / "model.toml").write_text("\n".join([*model, ""]))
    for framework, values in zip(given.catalog.frameworks, given.matrix, strict=True):
        facts = [
            f"{factor.id} = {value!r}"
            for factor, value in zip(given.catalog.model.factors, values, strict=True)
        ]
        lines = [f'id = "{framework.id}"', f'name = "{framework.name}"', "", "[facts]", *facts, ""]
        (frameworks / f"{framework.id}.toml").write_text("\n".join(lines))


def _session(names: Sequence[str]) -> Session:
    noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
    return Session(
        format=1,
        id="00000000-0000-4000-8000-000000000000",
        name="Benchmark",
        created=noon,
        updated=noon,
        step="verdict",
        priorities=Priorities(tuple((name,) for name in names), confirmed=True),
    )
