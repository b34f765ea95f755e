"""The comparison table as text, CSV and JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from fwwizard.core.cells import Cells
from fwwizard.core.comparison_table import Table
from fwwizard.errors import printable
from fwwizard.report.json_value import JsonValue
from fwwizard.report.tables import aligned, spreadsheet_cell

WIDEST = 40
"""The cells beyond which a text is cut in the table for people; CSV and JSON have all of it."""
OWN = " (yours)"


def table_text(table: Table) -> str:
    """Columns that line up, one line a framework, with what is not known in words."""
    head = ["framework", *(_cut(column.name) for column in table.columns)]
    rows = [
        [_cut(_name(row.framework.name, row.framework.own)), *(_cut(_name(c.text, c.own)) for c in row.cells)]
        for row in table.rows
    ]
    return "".join(f"{line}\n" for line in aligned([head, *rows]))


def table_csv(table: Table) -> str:
    """One line a framework; the first line has the ids of the columns."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["id", "name", *(column.id for column in table.columns)])
    for row in table.rows:
        texts: Sequence[str] = [
            row.framework.id,
            row.framework.name,
            *(_name(c.text, c.own) for c in row.cells),
        ]
        writer.writerow([spreadsheet_cell(text) for text in texts])
    return out.getvalue()


def table_json(cells: Cells, table: Table) -> dict[str, JsonValue]:
    """Every cell with what it rests on: format 1."""
    columns: list[JsonValue] = [{"id": c.id, "name": c.name, "group": c.group} for c in table.columns]
    rows: list[JsonValue] = []
    for row in table.rows:
        found: dict[str, JsonValue] = {}
        for column, cell in zip(table.columns, row.cells, strict=True):
            told = cells.told(column, row.framework)
            found[column.id] = {
                "text": cell.text,
                "known": cell.known,
                "own": cell.own,
                "says": told.text,
                "ground": told.ground,
                "source": told.source,
                "as_of": str(told.as_of) if told.as_of else None,
            }
        rows.append({"id": row.framework.id, "name": row.framework.name, "cells": found})
    catalog = cells.evaluation.catalog
    return {
        "format": 1,
        "catalog": {"version": catalog.model.version, "digest": catalog.digest},
        "columns": columns,
        "frameworks": rows,
    }


def _name(text: str, own: bool) -> str:
    return text + OWN if own else text


def _cut(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= WIDEST else shown[: WIDEST - 1] + "…"
