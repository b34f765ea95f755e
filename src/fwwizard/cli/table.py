"""What `fwwizard catalog table` prints."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import click

from fwwizard.cli.options import print_json
from fwwizard.core.cells import Cells
from fwwizard.core.columns import SESSION_KINDS, Column, column_named, columns_of, first_columns
from fwwizard.core.comparison_table import TableView, arranged
from fwwizard.core.evaluation import Evaluation
from fwwizard.errors import InputError, printable
from fwwizard.report.table import table_csv, table_json, table_text
from fwwizard.report.tables import aligned

ALL = "all"


def listed_columns(evaluation: Evaluation) -> str:
    """The columns by id, name and group."""
    rows = [[printable(x) for x in (c.id, c.name, c.group)] for c in columns_of(evaluation.catalog)]
    return "".join(f"{line}\n" for line in aligned(rows))


def printed(evaluation: Evaluation, names: str, sort: str, output: str, *, with_session: bool) -> None:
    """Prints the table.

    Args:
        evaluation: of a session, or of one in which nothing was said.
        names: the columns, separated by commas; empty: those that the catalog shows first.
        sort: the column to sort by; empty: by rank, or without a session by name.
        output: text, csv or json.
        with_session: whether there is a session.

    Raises:
        InputError: there is no such column.
    """
    every = [c for c in columns_of(evaluation.catalog) if with_session or c.kind not in SESSION_KINDS]
    named = partial(_named, columns_of(evaluation.catalog), every)
    view = TableView(
        tuple(column.id for column in _chosen(evaluation, every, names, named)),
        only_in=with_session,
        by_name=not with_session,
    )
    if sort:
        by = named(sort)
        view = TableView(view.columns, by.id, by.descending, only_in=with_session, by_name=not with_session)
    cells = Cells(evaluation)
    table = arranged(cells, every, view)
    if output == "json":
        print_json(table_json(cells, table))
    else:
        click.echo((table_csv if output == "csv" else table_text)(table), nl=False)


def _chosen(
    evaluation: Evaluation, every: list[Column], names: str, named: Callable[[str], Column]
) -> list[Column]:
    if names.strip() == ALL:
        return every
    if not names.strip():
        return [column for column in first_columns(evaluation.catalog) if column in every]
    return list(dict.fromkeys(named(name) for name in names.split(",") if name.strip()))


def _named(there_are: tuple[Column, ...], usable: list[Column], given: str) -> Column:
    found = column_named(there_are, given)
    if not isinstance(found, Column):
        hint = (
            f"did you mean {' or '.join(found)}?" if found else "fwwizard catalog table --list has them all"
        )
        raise InputError(f'no column "{given.strip()}"', hint=hint)
    if found not in usable:
        raise InputError(f'the column "{found.id}" needs a session', hint="name it with --session SESSION")
    return found
