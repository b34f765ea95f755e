"""Reads the tables that `encoding.py` writes. Stands in the way of every start: keep it quick."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import repeat
from typing import Any

from fwwizard.core import advice_rules, catalog, model, plan, value_functions
from fwwizard.core.model import Catalog
from fwwizard.core.record import Record

Json = Any
"""What the `json` module reads and writes."""

_CLASSES: Mapping[str, type] = {
    name: kind
    for module in (advice_rules, catalog, model, plan, value_functions)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and issubclass(kind, Record)
}


class StaleError(Exception):
    """The tables are of another shape than today's classes, or damaged."""


def decoded(tables: Json, *, of_older_shape: bool = False) -> Catalog:
    """The catalog that was encoded.

    Args:
        tables: as they were written.
        of_older_shape: take tables that lack fields which have a default now.

    Raises:
        StaleError: a class has other fields now, or the tables are damaged.
    """
    try:
        return _decoded(tables, of_older_shape)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise StaleError(repr(error)) from error


def _decoded(encoded: Json, of_older_shape: bool) -> Catalog:
    tables: dict[str, list[object]] = {}
    for name, names, plans, count, columns in encoded:
        if name == "date":
            tables[name] = list(map(date.fromisoformat, columns[0]))
            continue
        kind = _CLASSES[name]
        same = list(kind.__match_args__) == names  # type: ignore[attr-defined]  # every dataclass has it
        if not same and not of_older_shape:
            raise StaleError(name)
        make = kind if same else _by_name(kind, names)
        read = [_column(plan, column, count, tables) for plan, column in zip(plans, columns, strict=True)]
        # A class without fields would make as many records as it has columns: none.
        tables[name] = list(map(make, *read)) if read else [kind() for _ in range(count)]
    result = tables["Catalog"][0]
    if not isinstance(result, Catalog):
        raise StaleError("Catalog")
    return result


def _by_name(kind: type, names: list[str]) -> Callable[..., object]:
    return lambda *values: kind(**dict(zip(names, values, strict=True)))


def _column(plan: Json, column: Json, count: int, tables: Mapping[str, list[object]]) -> Iterable[object]:
    read = _reader(plan, tables)
    if isinstance(column, dict):
        value = column["all"]
        return repeat(value if read is None else read(value), count)
    return column if read is None else map(read, column)


def _reader(plan: Json, tables: Mapping[str, list[object]]) -> Callable[[Json], object] | None:
    if plan is None:
        return None
    if isinstance(plan, str):
        rows = tables[plan]
        return lambda row: None if row is None else rows[row]
    if plan[0] == "any":
        return lambda value: tables[value[0]][value[1]] if isinstance(value, list) else value
    inner = _reader(plan[1], tables)
    if plan[0] == "tuple":
        return tuple if inner is None else lambda values: tuple(map(inner, values))
    return None if inner is None else lambda values: {key: inner(value) for key, value in values.items()}
