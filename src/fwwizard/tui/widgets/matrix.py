"""A list whose rows have cells: the cursor has a row and a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from fwwizard.tui.widgets.marks import MUTED, column
from fwwizard.tui.widgets.row_list import GUTTER, Row, RowList, line

LEAST = 5
"""The cells below which a cell shows its first glyph alone."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands where a row and a column meet."""

    content: Content
    mark: Content
    """What follows it, and is not cropped."""


@dataclass(frozen=True, slots=True)
class MatrixRow(Row):
    """A row with cells behind its own content."""

    cells: tuple[Cell, ...] = ()


def column_widths(width: int, columns: int, label: int) -> tuple[int, ...]:
    """The width of the label's column and of each cell; what is left over goes to the first cells."""
    if not columns:
        return (max(0, width),)
    room = max(columns, width - label)
    each, rest = divmod(room, columns)
    return (label, *(each + (1 if i < rest else 0) for i in range(columns)))


def cell_shown(cell: Cell, width: int, selected: bool) -> Content:
    """A cell in its column, in brackets where the cursor is."""
    space = " " if cell.mark else ""
    room = max(0, width - 2 - len(space) - cell.mark.cell_length)
    # A word of which little is left says less than its glyph alone.
    shown = cell.content.truncate(room) if room >= LEAST else cell.content[:1]
    inner = Content.assemble(shown, space, cell.mark)
    before, after = (("[", "bold"), ("]", "bold")) if selected else ((" ", ""), (" ", ""))
    return column(Content.assemble(before, inner, after), width)


class Matrix(RowList):
    """Rows by columns. `headings` name the columns; `head` shows them above."""

    columns: reactive[int] = reactive(0, init=False)
    """How many cells a row has."""

    at: reactive[int] = reactive(0, init=False)
    """The index of the column under the cursor."""

    label_width: reactive[int] = reactive(18, init=False)
    """The width of the column of labels, without the gutter."""

    class ColumnChanged(RowList.RowMessage):
        """The cursor came to another column."""

    class Measured(RowList.RowMessage):
        """The columns have other widths."""

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths of label and cells."""
        width = self.scrollable_content_region.width
        return column_widths(width, self.columns, GUTTER + self.label_width)

    def draw(self, row: Row, width: int, selected: bool) -> Content:
        """Label and cells; the cell of the cursor in brackets."""
        if not isinstance(row, MatrixRow):
            return line(row, width, selected)
        label, *cells = column_widths(width, len(row.cells), GUTTER + self.label_width)
        before = line(Row(row.id, row.content), label, selected)
        shown = [
            cell_shown(cell, cell_width, selected and index == self.at)
            for index, (cell, cell_width) in enumerate(zip(row.cells, cells, strict=True))
        ]
        return Content.assemble(before, *shown).truncate(width, pad=True)

    def validate_at(self, at: int) -> int:
        """Keeps the cursor on a column."""
        return max(0, min(at, self.columns - 1))

    def watch_at(self) -> None:
        """Draws the cursor's row anew."""
        self._forget()
        self.refresh_line(self.cursor_index - self.scroll_offset.y)
        self.post_message(self.ColumnChanged(self, self.cursor_id))

    def on_resize(self) -> None:
        """Tells that the columns have other widths; the list has drawn itself."""
        self.post_message(self.Measured(self, self.cursor_id))

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor on the column of the mouse; the list, called next, on the row."""
        offset = event.get_content_offset(self)
        if offset is None or self.index_at(event) is None:
            return
        ends = list(accumulate(self.widths))
        at = next((i for i, end in enumerate(ends[1:]) if offset.x < end), self.at)
        if offset.x >= ends[0] and at != self.at:
            self.at = at
            if self.index_at(event) == self.cursor_index:
                # Another cell of the same row: nothing is chosen yet.
                event.prevent_default()


class MatrixHead(Widget):
    """The names of the columns, above a matrix."""

    DEFAULT_CSS = """
    MatrixHead {
        height: 1;
    }
    """

    def __init__(self, matrix: Matrix, label: str) -> None:
        super().__init__()
        self._matrix = matrix
        self._label = label
        self._names: Sequence[Sequence[str]] = ()

    def name_columns(self, names: Sequence[Sequence[str]]) -> None:
        """Takes the names of each column, the fullest first: the first that fits is shown."""
        self._names = names
        self.refresh()

    def render(self) -> Content:
        """One line over the columns; the column of the cursor stands out."""
        label, *cells = self._matrix.widths
        parts = [column(Content.styled("  " + self._label, MUTED), label)]
        for index, (names, width) in enumerate(zip(self._names, cells, strict=False)):
            shown = next((name for name in names if len(name) <= width - 2), names[-1] if names else "")
            style = "bold" if index == self._matrix.at else MUTED
            parts.append(column(Content.styled(f" {shown}", style), width))
        return Content.assemble(*parts)
