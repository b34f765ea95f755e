"""A list whose rows are put in order by the mouse: a row follows the mouse until it is dropped."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from fwwizard.tui.commands import bindings
from fwwizard.tui.widgets.row_list import Row, RowList


class PriorityList(RowList, inherit_bindings=False):
    """Rows that can be dragged; a heading parts those in force from those below the line."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")

    class Dropped(Message):
        """A row was dropped somewhere else."""

        def __init__(self, row_id: str, before: str | None, *, below_line: bool) -> None:
            """Where it was dropped.

            Args:
                row_id: the row.
                before: the row in force that it now stands before; None for none.
                below_line: whether it was dropped below the line.
            """
            self.row_id = row_id
            self.before = before
            self.below_line = below_line
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._dragged = ""
        self._before_drag: tuple[Row, ...] = ()

    # Textual calls the handlers of the base class too.

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Takes hold of a row."""
        index = self.index_at(event) if event.button == 1 else None
        if index is not None:
            self._dragged = self.rows[index].id
            self._before_drag = self.rows
            self.move_to(self._dragged)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Lets the row follow the mouse."""
        if not self._dragged:
            return
        offset = event.get_content_offset_capture(self)
        target = min(max(0, offset.y + self.scroll_offset.y), len(self.rows) - 1)
        rest = [row for row in self.rows if row.id != self._dragged or row.heading]
        held = next(row for row in self.rows if row.id == self._dragged and not row.heading)
        if self.rows[target] is not held:
            self.set_rows([*rest[:target], held, *rest[target:]])

    def on_mouse_up(self) -> None:
        """Drops the row."""
        if not self._dragged:
            return
        self.release_mouse()
        dragged, self._dragged = self._dragged, ""
        if [row.id for row in self.rows] == [row.id for row in self._before_drag]:
            return
        at = next(i for i, row in enumerate(self.rows) if row.id == dragged)
        line = next((i for i, row in enumerate(self.rows) if row.heading), len(self.rows))
        following = self.rows[at + 1 : line]
        before = following[0].id if following else None
        # What the drop means is decided elsewhere; until then everything stands as it did.
        self.set_rows(self._before_drag)
        self.post_message(self.Dropped(dragged, before, below_line=at > line))
