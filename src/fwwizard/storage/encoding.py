"""Catalog values as tables that JSON can hold: written here, read by `decoding.py`.

All instances of a class form a table, equal ones once, and a table is stored by columns: a list of
the values of a field, or one value where all are the same. A reference is the number of a row.
How a column is to be read follows from its values, and is stored beside it as its plan:

| plan | a value of the column |
|---|---|
| `null` | a scalar, as it is |
| `"Name"` | the number of a row of that table, or null |
| `["tuple", plan]` | a list of values |
| `["map", plan]` | an object of values |
| `["any"]` | `[table, row]`, or a scalar |

Nothing is written for any single class, so that a new field or class needs no word here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from graphlib import TopologicalSorter
from itertools import chain
from typing import Any

from fwwizard.core.model import Catalog

Json = Any
"""What the `json` module reads and writes."""


def encoded(catalog: Catalog) -> Json:
    """The catalog as values that `json` can write; the same catalog always gives the same.

    Raises:
        TypeError: a value is of a type that no plan can hold.
    """
    tables = _Tables()
    tables.add(catalog)
    return [tables.encoded(name) for name in tables.order()]


class _Tables:
    """Every record in a catalog, by class, each distinct one once."""

    def __init__(self) -> None:
        self._records: dict[str, list[object]] = {}
        self._rows: dict[tuple[str, str], int] = {}
        self._needs: dict[str, set[str]] = {}

    def add(self, value: object) -> None:
        """Take up a value with everything in it."""
        if isinstance(value, tuple):
            for entry in value:
                self.add(entry)
        elif isinstance(value, Mapping):
            for entry in value.values():
                self.add(entry)
        elif _is_record(value):
            self._add_record(value)

    def order(self) -> Iterable[str]:
        """The names of the tables, each after those that it refers to."""
        return TopologicalSorter(
            {name: sorted(self._needs[name]) for name in sorted(self._needs)}
        ).static_order()

    def encoded(self, name: str) -> Json:
        """One table: name, names of its fields, their plans, number of rows, columns."""
        records = self._records[name]
        if isinstance(records[0], date):
            return [name, [], [], len(records), [[str(day) for day in records]]]
        names = _field_names(records[0])
        columns = [[getattr(record, field) for record in records] for field in names]
        plans = [_plan(column) for column in columns]
        written = [self._column(plan, column) for plan, column in zip(plans, columns, strict=True)]
        return [name, names, plans, len(records), written]

    def _add_record(self, record: object) -> None:
        name, key = type(record).__name__, _key(record)
        if key in self._rows:
            return
        needs = self._needs.setdefault(name, set())
        for field in _field_names(record):
            value = getattr(record, field)
            self.add(value)
            needs.update(type(found).__name__ for found in _records_in(value))
        rows = self._records.setdefault(name, [])
        self._rows[key] = len(rows)
        rows.append(record)

    def _column(self, plan: Json, values: Sequence[object]) -> Json:
        column = [self._value(plan, value) for value in values]
        # By repr, because True, 1 and 1.0 are equal and not the same.
        return {"all": column[0]} if len(set(map(repr, column))) == 1 else column

    def _value(self, plan: Json, value: object) -> Json:
        if isinstance(plan, str):
            return None if value is None else self._rows[_key(value)]
        if isinstance(value, tuple):
            return [self._value(plan[1], entry) for entry in value]
        if isinstance(value, Mapping):
            return {key: self._value(plan[1], entry) for key, entry in value.items()}
        if _is_record(value):
            return [type(value).__name__, self._rows[_key(value)]]
        return value


def _plan(values: Iterable[object]) -> Json:
    """How a column of these values is to be read."""
    values = list(values)
    given = [value for value in values if value is not None]
    kinds = {type(value) for value in given}
    if all(isinstance(value, str | int | float) for value in given):
        return None
    if all(isinstance(value, tuple) for value in values):
        return ["tuple", _plan(chain.from_iterable(value for value in given if isinstance(value, tuple)))]
    if all(isinstance(value, Mapping) for value in values):
        return ["map", _plan(chain.from_iterable(v.values() for v in given if isinstance(v, Mapping)))]
    if len(kinds) == 1 and _is_record(given[0]):
        return type(given[0]).__name__
    if all(_is_record(value) or isinstance(value, str | int | float) for value in given):
        return ["any"]
    raise TypeError(f"no plan for {sorted(kind.__name__ for kind in kinds)}")


def _records_in(value: object) -> Iterable[object]:
    if isinstance(value, tuple):
        return chain.from_iterable(map(_records_in, value))
    if isinstance(value, Mapping):
        return chain.from_iterable(map(_records_in, value.values()))
    return (value,) if _is_record(value) else ()


def _is_record(value: object) -> bool:
    return is_dataclass(value) or isinstance(value, date)


def _field_names(record: object) -> list[str]:
    return [field.name for field in fields(record)] if is_dataclass(record) else []


def _key(record: object) -> tuple[str, str]:
    return type(record).__name__, repr(record)
