"""A list of rows with as many columns as one likes: the first stays, the others scroll sideways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from fwwizard.tui.widgets.marks import MUTED, column
from fwwizard.tui.widgets.row_list import GUTTER, Row, RowList, line

SIDES = 2
"""The cells of a column that its text does not get: brackets or blanks."""
LEAST = 6
"""A column of which less is left is not begun."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: what stands above it and how wide its texts are."""

    id: str
    name: str
    mark: str
    """Stands behind the name and is not cropped: the direction of the sorting."""
    width: int


@dataclass(frozen=True, slots=True)
class GridCell:
    """A text with its style and a mark that is not cropped."""

    text: str
    style: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class GridRow(Row):
    """A row; its own content is the first column."""

    cells: tuple[GridCell, ...] = ()


def in_sight(widths: Sequence[int], left: int, room: int) -> list[tuple[int, int]]:
    """The columns that are shown, by index, each with its width.

    Args:
        widths: of all columns.
        left: the index of the first one shown.
        room: the cells that there are for them; the last column of all takes what is left over.
    """
    shown: list[tuple[int, int]] = []
    for index in range(left, len(widths)):
        last = index == len(widths) - 1
        width = room if last else min(widths[index], room)
        if width < min(LEAST, widths[index]):
            break
        shown.append((index, width))
        room -= width
    return shown


def scrolled(widths: Sequence[int], left: int, at: int, room: int) -> int:
    """The least scrolling by which the column `at` is shown whole, or as much of it as fits."""
    if at < left:
        return at
    while left < at:
        found = dict(in_sight(widths, left, room))
        if found.get(at, 0) >= min(widths[at], room):
            break
        left += 1
    return left


class Grid(RowList):
    """Rows by columns, with a cursor that has a row and a column."""

    at: reactive[int] = reactive(0, init=False)
    """The index of the column under the cursor."""

    class ColumnChanged(RowList.RowMessage):
        """The cursor came to another column, or the columns are others."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[GridColumn, ...] = ()
        self.label_width = 16
        self.left = 0

    def show(self, columns: Sequence[GridColumn], rows: Sequence[GridRow], label_width: int) -> None:
        """Shows other columns and rows; the cursor stays on its row and column where they are still there."""
        before = self.columns[self.at].id if self.at < len(self.columns) else ""
        self.columns, self.label_width = tuple(columns), label_width
        ids = [one.id for one in columns]
        self.set_reactive(Grid.at, ids.index(before) if before in ids else self.validate_at(self.at))
        self._scroll_sideways()
        self.set_rows(rows)

    @property
    def widths(self) -> list[int]:
        """The widths of the columns, sides included."""
        return [one.width + SIDES for one in self.columns]

    @property
    def room(self) -> int:
        """The cells that there are for columns."""
        return max(0, self.scrollable_content_region.width - GUTTER - self.label_width)

    @property
    def shown(self) -> list[tuple[int, int]]:
        """The columns in sight, by index, with their widths."""
        return in_sight(self.widths, self.left, self.room)

    def draw(self, row: Row, width: int, selected: bool) -> Content:
        """Label and cells; the cell of the cursor in brackets."""
        if not isinstance(row, GridRow):
            return line(row, width, selected)
        label = line(Row(row.id, row.content), GUTTER + self.label_width, selected)
        cells = [
            _drawn(row.cells[index], cell_width, selected and index == self.at)
            for index, cell_width in self.shown
        ]
        return Content.assemble(label, *cells).truncate(width, pad=True)

    def validate_at(self, at: int) -> int:
        """Keeps the cursor on a column."""
        return max(0, min(at, len(self.columns) - 1))

    def watch_at(self) -> None:
        """Brings the column into sight and draws anew."""
        self._scroll_sideways()
        self._forget()
        self.refresh()
        self.post_message(self.ColumnChanged(self, self.cursor_id))

    def on_resize(self) -> None:
        """Brings the column into sight; the list has drawn itself."""
        self._scroll_sideways()
        self._forget()
        self.post_message(self.ColumnChanged(self, self.cursor_id))

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor on the column of the mouse; the list, called next, on the row."""
        offset = event.get_content_offset(self)
        if offset is None or self.index_at(event) is None:
            return
        at = self.column_at(offset.x)
        if at is not None and at != self.at:
            self.at = at
            if self.index_at(event) == self.cursor_index:
                # Another cell of the same row: nothing is chosen yet.
                event.prevent_default()

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """One column to the right."""
        event.stop()
        self.at += 1

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """One column to the left."""
        event.stop()
        self.at -= 1

    def column_at(self, x: int) -> int | None:
        """The index of the column at a cell of the line, None where there is none."""
        start = GUTTER + self.label_width
        for index, width in self.shown:
            if start <= x < start + width:
                return index
            start += width
        return None

    def _scroll_sideways(self) -> None:
        if self.columns:
            left = min(self.left, len(self.columns) - 1)
            self.left = scrolled(self.widths, left, self.at, self.room)


ARROW = "bold $text-accent"


class GridHead(Widget):
    """The names of the columns in two lines; the one of the cursor stands out, arrows say what is hidden."""

    DEFAULT_CSS = """
    GridHead {
        height: 2;
    }
    """

    ALLOW_SELECT = False

    class Chosen(Message):
        """The name of a column was clicked."""

        def __init__(self, column: int) -> None:
            self.column = column
            super().__init__()

    def __init__(self, grid: Grid, label: str) -> None:
        super().__init__()
        self._grid = grid
        self._label = label

    def render(self) -> Content:
        """The names; an arrow at either end where there are more columns."""
        grid = self._grid
        shown = grid.shown
        before = GUTTER + grid.label_width
        more_left = ("‹" if grid.left else " ", ARROW)
        more_right = ("›" if shown and shown[-1][0] < len(grid.columns) - 1 else " ", ARROW)
        lines = [
            [column(Content.styled("  " + self._label, MUTED), before - 1), Content.assemble(more_left)],
            [Content(" " * before)],
        ]
        for index, width in shown:
            style = "bold underline" if index == grid.at else MUTED
            for at, part in enumerate(_named(grid.columns[index], width - SIDES)):
                lines[at].append(column(Content.assemble(" ", (part, style)), width))
        first, second = (Content.assemble(*parts) for parts in lines)
        width = self.size.width - 1
        return Content.assemble(first.truncate(width, pad=True), more_right, "\n", second)

    def on_click(self, event: events.Click) -> None:
        """Tells which name lies under the mouse."""
        at = self._grid.column_at(event.x)
        if at is not None:
            self.post_message(self.Chosen(at))


def _named(of: GridColumn, width: int) -> list[str]:
    """The name in two lines, the mark at its end."""
    mark = f" {of.mark}" if of.mark else ""
    words = Content(of.name).wrap(max(1, width - len(mark)))
    first = words[0].plain.rstrip() if words else ""
    rest = " ".join(part.plain.strip() for part in words[1:])
    if not rest:
        return [first + mark, ""]
    return [first, Content(rest).truncate(max(1, width - len(mark)), ellipsis=True).plain + mark]


def _drawn(cell: GridCell, width: int, selected: bool) -> Content:
    """A cell in its column, in brackets where the cursor is."""
    mark = Content(f" {cell.mark}" if cell.mark else "")
    room = max(0, width - SIDES - mark.cell_length)
    text = Content.styled(cell.text, cell.style).truncate(room, ellipsis=True)
    before, after = (("[", "bold"), ("]", "bold")) if selected else ((" ", ""), (" ", ""))
    return column(Content.assemble(before, text, mark, after), width)
