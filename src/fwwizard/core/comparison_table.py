"""Frameworks by chosen columns: which rows and columns are shown, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from fwwizard.core.catalog import Framework
from fwwizard.core.cell import Cell
from fwwizard.core.cells import Cells
from fwwizard.core.columns import Column
from fwwizard.core.gates import Status

ENOUGH_TO_COMPARE = 2
"""How many frameworks must be marked to be shown alone."""


@dataclass(frozen=True, slots=True)
class TableView:
    """What a person wants to see."""

    columns: tuple[str, ...]
    """The ids of the chosen columns, from left to right."""
    sorted_by: str = ""
    """The id of a column; empty: as the evaluation ranks them."""
    descending: bool = False
    text: str = ""
    """Only frameworks in whose name or cells this stands, whatever its case."""
    only_in: bool = False
    only_differences: bool = False
    """Leaves columns out in which all that are shown agree."""
    marked: frozenset[str] = field(default_factory=frozenset)
    """The ids of marked frameworks."""
    only_marked: bool = False
    by_name: bool = False
    """Rows that nothing sorts stand by their names, where nothing is ranked."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One framework with its cells, in the order of the columns."""

    framework: Framework
    status: Status
    marked: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What is shown."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    alike: tuple[Column, ...]
    """Chosen columns that are left out, because all rows agree."""
    total: int
    """How many frameworks there are."""


def arranged(cells: Cells, columns: Sequence[Column], view: TableView) -> Table:
    """The rows and columns that a view asks for.

    Args:
        cells: the cells of an evaluation.
        columns: every column that there is.
        view: what is wanted; columns that there are not are left out.
    """
    by_id = {column.id: column for column in columns}
    chosen = tuple(by_id[one] for one in view.columns if one in by_id)
    rows = [row for row in _rows(cells, chosen, view) if _shown(row, view)]
    if view.sorted_by in by_id:
        rows = _sorted(cells, rows, by_id[view.sorted_by], view.descending)
    kept = [i for i in range(len(chosen)) if not (view.only_differences and _agree(rows, i))]
    if len(kept) < len(chosen):
        rows = [replace(row, cells=tuple(row.cells[i] for i in kept)) for row in rows]
    return Table(
        tuple(chosen[i] for i in kept),
        tuple(rows),
        tuple(column for i, column in enumerate(chosen) if i not in kept),
        len(cells.evaluation.catalog.frameworks),
    )


def sorted_next(view: TableView, column: Column) -> TableView:
    """Sorted by a column, its better end first; again: the other way; again: as they are ranked."""
    if view.sorted_by != column.id:
        return replace(view, sorted_by=column.id, descending=column.descending)
    if view.descending == column.descending:
        return replace(view, descending=not view.descending)
    return replace(view, sorted_by="", descending=False)


def moved(view: TableView, column: str, by: int, shown: Sequence[Column]) -> TableView:
    """A column in the place of the shown one beside it; unchanged at the ends."""
    ids = [one.id for one in shown]
    target = ids.index(column) + by
    if not 0 <= target < len(ids):
        return view
    order = list(view.columns)
    at = order.index(ids[target])
    order.remove(column)
    order.insert(at, column)
    return replace(view, columns=tuple(order))


def without(view: TableView, column: str) -> TableView:
    """Without a column; the last one stays."""
    rest = tuple(one for one in view.columns if one != column)
    return replace(view, columns=rest) if rest else view


def with_columns(view: TableView, chosen: Sequence[str]) -> TableView:
    """With these columns: those that stay keep their order, new ones follow."""
    kept = [one for one in view.columns if one in chosen]
    return replace(view, columns=(*kept, *(one for one in chosen if one not in kept)))


def mark_toggled(view: TableView, framework: str) -> TableView:
    """A framework marked, or no longer; below two marks all are shown again."""
    marked = view.marked ^ {framework}
    return replace(view, marked=marked, only_marked=view.only_marked and len(marked) >= ENOUGH_TO_COMPARE)


def _rows(cells: Cells, chosen: Sequence[Column], view: TableView) -> list[TableRow]:
    evaluation = cells.evaluation
    found = []
    standings = evaluation.standings
    if view.by_name:
        standings = tuple(sorted(standings, key=lambda s: (s.name.casefold(), s.framework)))
    for standing in standings:
        framework = evaluation.catalog.frameworks[evaluation.index(standing.framework)]
        own = tuple(cells.cell(column, framework) for column in chosen)
        found.append(TableRow(framework, standing.status, framework.id in view.marked, own))
    return found


def _shown(row: TableRow, view: TableView) -> bool:
    if view.only_marked and not row.marked:
        return False
    if view.only_in and row.status == "excluded":
        return False
    wanted = view.text.casefold()
    texts = (row.framework.name, *(cell.text for cell in row.cells))
    return not wanted or any(wanted in text.casefold() for text in texts)


def _sorted(cells: Cells, rows: Sequence[TableRow], by: Column, descending: bool) -> list[TableRow]:
    """By the keys of a column; equal ones stay as they were, and what is not known comes last."""
    keyed = [(cells.cell(by, row.framework).key, row) for row in rows]
    numbers = [(key, row) for key, row in keyed if isinstance(key, float | int)]
    texts = [(key, row) for key, row in keyed if isinstance(key, str)]
    numbers.sort(key=lambda pair: pair[0], reverse=descending)
    texts.sort(key=lambda pair: pair[0], reverse=descending)
    known = [row for _, row in numbers], [row for _, row in texts]
    unknown = [row for key, row in keyed if key is None]
    return [*known[0], *known[1], *unknown]


def _agree(rows: Sequence[TableRow], index: int) -> bool:
    """Whether all rows say the same in a column; what is not known agrees with nothing known."""
    return len({(row.cells[index].text, row.cells[index].known) for row in rows}) <= 1
