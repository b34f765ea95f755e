"""Which columns the comparison table shows: all there are, in groups, with ticks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from fwwizard.core.columns import Column
from fwwizard.errors import printable
from fwwizard.tui.commands import IN_FRONT, bindings
from fwwizard.tui.widgets.key_bar import KeyBar
from fwwizard.tui.widgets.line_prompt import LinePrompt
from fwwizard.tui.widgets.marks import tick
from fwwizard.tui.widgets.row_list import Row, RowList


class ColumnList(RowList):
    """The columns. Enter takes the choice, as in every question; a click ticks."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("columns")


class ColumnPicker(ModalScreen[tuple[str, ...] | None]):
    """Ends with the ids of the ticked columns, or with None where they are to stay as they were."""

    CSS_PATH = "column_picker.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(*IN_FRONT)

    rows = query_one(ColumnList)
    summary = query_one("#columns-title", Static)
    prompt = query_one(LinePrompt)

    def __init__(self, columns: Sequence[Column], chosen: Sequence[str], first: Sequence[str]) -> None:
        """A choice.

        Args:
            columns: all there are, group after group.
            chosen: the ids of those shown now.
            first: the ids of those that the catalog shows first.
        """
        super().__init__()
        self._columns, self._first = tuple(columns), tuple(first)
        there = {column.id for column in columns}
        self.chosen = dict.fromkeys(one for one in chosen if one in there)
        self._text = ""

    def compose(self) -> ComposeResult:
        """Title, columns, keys."""
        with Vertical(id="columns"):
            yield Static(id="columns-title", markup=False)
            yield ColumnList()
            yield LinePrompt()
            yield KeyBar()

    def on_mount(self) -> None:
        """Shows the columns."""
        self._draw()
        self.rows.focus()

    def _draw(self) -> None:
        of = f"{len(self.chosen)} of {len(self._columns)} chosen"
        looked = f" · with “{printable(self._text)}”" if self._text else ""
        self.summary.update(Content.assemble(("Columns", "bold"), (f"  {of}{looked}", "$text-muted")))
        rows, group = [], None
        for column in self._columns:
            if not self._fits(column):
                continue
            if column.group != group:
                group = column.group
                rows.append(Row("", Content(printable(group)), heading=True))
            on_ = column.id in self.chosen
            content = Content.assemble(tick(on_), " ", printable(column.name))
            rows.append(Row(column.id, content, style_class="" if on_ else "-muted"))
        self.rows.set_rows(rows)

    def _fits(self, column: Column) -> bool:
        wanted = self._text.casefold()
        return any(wanted in text.casefold() for text in (column.name, column.group, column.id))

    @on(RowList.Chosen)
    def toggle(self, event: RowList.Chosen) -> None:
        """A click on the row: ticks it."""
        event.stop()
        self.action_tick()

    def action_tick(self) -> None:
        """Ticks the column under the cursor, or takes the tick away; one stays."""
        column = self.rows.cursor_id
        if column in self.chosen and len(self.chosen) > 1:
            del self.chosen[column]
        elif column and column not in self.chosen:
            self.chosen[column] = None
        self._draw()

    def action_reset(self) -> None:
        """The columns that the catalog shows first."""
        self.chosen = dict.fromkeys(self._first)
        self._draw()

    def action_filter(self) -> None:
        """Looks for a column by its name or group."""
        self.prompt.ask("Only with:", self._look_for, value=self._text, placeholder="part of a name or group")

    @on(Input.Changed)
    def look_while_typing(self, event: Input.Changed) -> None:
        """Shows what fits so far."""
        event.stop()
        if self.prompt.asking:
            self._look_for(event.value.strip())

    def _look_for(self, text: str) -> str:
        self._text = text
        self._draw()
        return ""

    def action_take(self) -> None:
        """Shows the ticked columns."""
        self.dismiss(tuple(self.chosen))

    def action_leave(self) -> None:
        """Leaves the columns as they were; a filter goes first."""
        if self._text:
            self._look_for("")
        else:
            self.dismiss(None)
