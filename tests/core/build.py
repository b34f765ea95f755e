"""Small catalogs and sessions made in code, for tests of the core."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from fwwizard.core.catalog import Capability, Fact, Framework, Level
from fwwizard.core.model import Attribute, Catalog, Factor, FlagRule, Model, Need, Requirement
from fwwizard.core.session import Priorities, Project, Session
from fwwizard.core.value_functions import Direct

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
Cell = float | tuple[float, float] | None
"""A value, an interval, or unknown."""


def fact(cell: Cell) -> Fact:
    if isinstance(cell, tuple):
        return Fact(low=cell[0], high=cell[1])
    return Fact(cell)


def framework(framework_id: str, cells: Mapping[str, Cell] | None = None, **more: object) -> Framework:
    facts = {key: fact(cell) for key, cell in (cells or {}).items()}
    fields: dict[str, object] = {"name": framework_id.title(), "facts": facts, **more}
    return Framework(framework_id, **fields)  # type: ignore[arg-type]  # keywords are checked at run time


def capable(**levels: Level) -> dict[str, Capability]:
    return {key: Capability(level) for key, level in levels.items()}


def additive(
    values: Mapping[str, Sequence[Cell]],
    factors: Sequence[str] | None = None,
    *,
    requirements: Sequence[Requirement] = (),
    needs: Sequence[Need] = (),
    flags: Sequence[FlagRule] = (),
) -> Catalog:
    """A catalog of one direct attribute a factor; cells are given in the order of the factors."""
    count = len(next(iter(values.values())))
    names = factors or [f"c{i + 1}" for i in range(count)]
    return Catalog(
        Model(
            1,
            "test",
            tuple(Factor(name, name) for name in names),
            tuple(Attribute(name, name, Direct()) for name in names),
            as_of=date(2026, 11, 21),
            requirements=tuple(requirements),
            needs=tuple(needs),
            flags=tuple(flags),
        ),
        tuple(framework(key, dict(zip(names, cells, strict=True))) for key, cells in values.items()),
    )


def session(
    ranking: Sequence[Sequence[str]] = (), *, project: Project | None = None, **more: object
) -> Session:
    fields: dict[str, object] = {
        "format": 1,
        "id": "00000000-0000-4000-8000-000000000000",
        "name": "Test",
        "created": NOON,
        "updated": NOON,
        "step": "project",
        "priorities": Priorities(tuple(tuple(group) for group in ranking), confirmed=True),
        "project": project or Project(),
    } | more
    return Session(**fields)  # type: ignore[arg-type]  # keywords are checked at run time


def strict(catalog: Catalog) -> list[list[str]]:
    """The strict ranking of a catalog's factors in their own order."""
    return [[factor.id] for factor in catalog.model.factors]
