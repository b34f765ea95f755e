"""The comparison table: frameworks by chosen columns, from anywhere."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Input, Static

from fwwizard.core import comparison_table
from fwwizard.core.cells import Cells
from fwwizard.core.columns import SESSION_KINDS, Column, columns_of, first_columns
from fwwizard.core.comparison_table import ENOUGH_TO_COMPARE, Table, TableRow, TableView, arranged
from fwwizard.core.evaluation import Evaluation
from fwwizard.tui.commands import bindings
from fwwizard.tui.screens.links import copy_source, open_link
from fwwizard.tui.screens.sized import SizedScreen, TooSmall
from fwwizard.tui.screens.table_rows import (
    cell_explained,
    grid_columns,
    grid_rows,
    label_width,
    legend,
    row_explained,
    summed_up,
)
from fwwizard.tui.widgets.detail import DetailArea
from fwwizard.tui.widgets.grid import Grid, GridHead
from fwwizard.tui.widgets.key_bar import KeyBar
from fwwizard.tui.widgets.line_prompt import LinePrompt
from fwwizard.tui.widgets.row_list import RowList
from fwwizard.tui.widgets.title_bar import TitleBar


class TableGrid(Grid):
    """The frameworks; enter opens the card of one."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("table.card")


class TableScreen(SizedScreen[TableView]):
    """Shows the table; it ends with what was chosen to be seen, so that it can be remembered."""

    CSS_PATH = "table.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("table", "detail")
    HELP: ClassVar[str] = (
        "Frameworks side by side. Every column that the catalog has can be shown (c), sorted (s), moved "
        "and taken away; what is not known is marked and always sorted last. Below stands the cell under "
        "the cursor at length, with its source and day. With differences only (d) columns are left out in "
        "which all rows agree; something unknown agrees with nothing known."
    )

    title_bar = query_one(TitleBar)
    summary = query_one("#table-summary", Static)
    head = query_one(GridHead)
    grid = query_one(Grid)
    detail = query_one(DetailArea)
    prompt = query_one(LinePrompt)

    def __init__(self, evaluation: Evaluation, view: TableView | None, *, with_session: bool) -> None:
        """A table.

        Args:
            evaluation: of a session, or of one in which nothing was said.
            view: what was last chosen to be seen; None for the first time.
            with_session: whether there is a session, so that ranks and scores mean something.
        """
        super().__init__()
        self._cells = Cells(evaluation)
        self._with_session = with_session
        every = columns_of(evaluation.catalog)
        self._columns = {c.id: c for c in every if with_session or c.kind not in SESSION_KINDS}
        first = tuple(column.id for column in first_columns(evaluation.catalog))
        self._first_view = TableView(first, only_in=with_session and bool(evaluation.candidates))
        self.view = replace(view or self._first_view, by_name=not with_session)
        self.table = self._arranged()

    def compose(self) -> ComposeResult:
        """Title, what is shown, the table, the cell at length, keys."""
        yield TitleBar()
        with Vertical(id="table"):
            yield Static(id="table-summary", markup=False)
            grid = TableGrid()
            yield GridHead(grid, "framework")
            yield grid
            yield Static(legend(), id="table-legend", markup=False)
            with Vertical(id="table-detail"):
                yield LinePrompt()
                yield DetailArea()
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Shows the first rows."""
        session = self._cells.evaluation.session
        self.title_bar.subject = session.name if self._with_session else "the catalog"
        self.title_bar.state = "comparison table"
        self._draw()
        self.grid.focus()

    # ── what is shown ────────────────────────────────────────────────────────

    def _arranged(self) -> Table:
        return arranged(self._cells, tuple(self._columns.values()), self.view)

    def see(self, view: TableView) -> None:
        """Shows what another view asks for."""
        if view == self.view:
            return
        self.view = view
        self.table = self._arranged()
        self._draw()
        self.refresh_bindings()

    def _draw(self) -> None:
        if not self.query(DetailArea):  # closed before it was drawn
            return
        table, view = self.table, self.view
        self.grid.show(grid_columns(table, view), grid_rows(table), label_width(table, self.size.width))
        self._draw_around()

    def _draw_around(self) -> None:
        """Everything that follows the cursor and the columns in sight."""
        if not self.query(DetailArea):
            return
        shown = self.grid.shown
        seen = (shown[0][0] + 1, shown[-1][0] + 1) if shown else (0, 0)
        self.summary.update(summed_up(self.table, self.view, self._columns, seen))
        self.head.refresh()
        row, column = self._row, self._column
        if row is not None and column is not None:
            self.detail.show(cell_explained(self._cells, row, column))
        else:
            self.detail.show(row_explained(row, self.view))

    def on_resize(self, event: events.Resize) -> None:
        """Gives the first column its share of the width."""
        self.set_class(event.size.height < 30, "-low")
        self.call_after_refresh(self._draw)

    @on(Grid.ColumnChanged)
    @on(RowList.Highlighted)
    def follow_cursor(self, event: RowList.RowMessage) -> None:
        """Explains the cell that the cursor came to."""
        event.stop()
        self._draw_around()
        self.refresh_bindings()

    @property
    def _row(self) -> TableRow | None:
        return next((row for row in self.table.rows if row.framework.id == self.grid.cursor_id), None)

    @property
    def _column(self) -> Column | None:
        return self.table.columns[self.grid.at] if self.grid.at < len(self.table.columns) else None

    # ── columns ──────────────────────────────────────────────────────────────

    def action_move_column(self, by: int) -> None:
        """The cursor to the column beside it."""
        self.grid.at += by

    def action_sort(self) -> None:
        """Sorted by the column under the cursor; again: the other way; again: as they are ranked."""
        if self._column is not None:
            self.see(comparison_table.sorted_next(self.view, self._column))

    @on(GridHead.Chosen)
    def sort_by(self, event: GridHead.Chosen) -> None:
        """A click on the name of a column: sorted by it."""
        self.grid.at = event.column
        self.action_sort()

    def action_shift_column(self, by: int) -> None:
        """The column under the cursor changes its place with the one beside it."""
        if self._column is not None:
            self.see(comparison_table.moved(self.view, self._column.id, by, self.table.columns))

    def action_remove_column(self) -> None:
        """Takes the column under the cursor away."""
        if self._column is not None:
            self.see(comparison_table.without(self.view, self._column.id))

    def action_choose_columns(self) -> None:
        """Opens the list of all columns."""
        from fwwizard.tui.screens.column_picker import ColumnPicker

        columns = tuple(self._columns.values())
        self.app.push_screen(ColumnPicker(columns, self.view.columns, self._first_view.columns), self._take)

    def _take(self, chosen: tuple[str, ...] | None) -> None:
        if chosen is not None:
            self.see(comparison_table.with_columns(self.view, chosen))

    # ── rows ─────────────────────────────────────────────────────────────────

    def action_filter(self) -> None:
        """Asks for a text, and shows only rows in which it stands while it is typed."""
        before = self.view.text
        self.prompt.ask(
            "Only with:", self._accept, value=before, placeholder="part of a name or cell",
            left=partial(self._look_for, before),
        )  # fmt: skip

    def _accept(self, text: str) -> str:
        self._look_for(text)
        return ""

    @on(Input.Changed)
    def look_while_typing(self, event: Input.Changed) -> None:
        """Shows what fits so far."""
        event.stop()
        if self.prompt.asking:
            self._look_for(event.value.strip())

    def _look_for(self, text: str) -> None:
        self.see(replace(self.view, text=text))

    def action_toggle_all(self) -> None:
        """All frameworks, or only those still in."""
        self.see(replace(self.view, only_in=not self.view.only_in))

    def action_toggle_differences(self) -> None:
        """Only columns in which the rows differ, or all."""
        self.see(replace(self.view, only_differences=not self.view.only_differences))

    def action_mark(self) -> None:
        """Marks the row under the cursor, or no longer."""
        if self._row is not None:
            self.see(comparison_table.mark_toggled(self.view, self._row.framework.id))

    def action_toggle_marked(self) -> None:
        """Only the marked rows, or all."""
        self.see(replace(self.view, only_marked=not self.view.only_marked))

    @on(RowList.Chosen)
    def open_card(self, event: RowList.Chosen) -> None:
        """Everything about the framework."""
        from fwwizard.tui.screens.card import FrameworkCard

        event.stop()
        evaluation = self._cells.evaluation
        self.app.push_screen(FrameworkCard(evaluation, event.row_id, with_session=self._with_session))

    # ── the cell ─────────────────────────────────────────────────────────────

    def action_scroll_detail(self, pages: int) -> None:
        """Scrolls the cell at length."""
        self.detail.scroll_by(pages)

    def action_open_source(self) -> None:
        """Opens the source of the cell in the browser."""
        open_link(self, *self._source)

    def action_copy_source(self) -> None:
        """Copies the source of the cell."""
        copy_source(self, *self._source)

    @property
    def _source(self) -> tuple[str, str]:
        row, column = self._row, self._column
        if row is None or column is None:
            return "", ""
        told = self._cells.told(column, row.framework)
        return told.link, told.source

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dims what is not possible now."""
        if action in {"sort", "shift_column", "remove_column"}:
            return True if self._column is not None else None
        if action == "toggle_all":
            return self._with_session
        if action == "toggle_marked":
            return True if len(self.view.marked) >= ENOUGH_TO_COMPARE else None
        if action in {"open_source", "copy_source"}:
            link, source = self._source
            return True if link or (source and action == "copy_source") else None
        return True

    def action_close(self) -> None:
        """Back to where one was; a filter goes first."""
        if self.view.text:
            self._look_for("")
        else:
            self.dismiss(self.view)
