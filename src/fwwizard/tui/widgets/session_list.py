"""The sessions in a list: name, when, step, who leads."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from fwwizard.errors import printable
from fwwizard.tui.commands import bindings
from fwwizard.tui.widgets.marks import tick
from fwwizard.tui.widgets.row_list import GUTTER, Row, RowList, line

WHEN, STEP, LEADER = 15, 12, 20


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line of the list shows."""

    id: str
    name: str
    when: str = ""
    step: str = ""
    leader: str = ""
    error: str = ""
    """Why the file cannot be read, empty where it can."""


def session_line(entry: Entry, width: int, mark: Content | None = None) -> Content:
    """The entry in columns; what does not fit is left out from the middle: step, then when.

    Args:
        entry: what is shown.
        width: of the line.
        mark: stands before the name, where sessions are being marked.
    """
    name = Content.assemble(*((mark, " ") if mark else ()), printable(entry.name))
    if entry.error:
        error = Content.styled(f"▲ {printable(entry.error)}", "$text-error")
        columns = [(error, LEADER + (STEP if width >= 70 else 0) + (WHEN if width >= 52 else 0))]
    else:
        columns = [(Content(printable(entry.leader)), LEADER)]
        if width >= 70:
            columns.insert(0, (Content.styled(entry.step, "$text-muted"), STEP))
        if width >= 52:
            columns.insert(0, (Content.styled(entry.when, "$text-muted"), WHEN))
    room = max(8, width - sum(columns_width for _, columns_width in columns))
    name = name.truncate(room - 2, ellipsis=True)
    parts = [name.pad_right(room - name.cell_length)]
    for content, column in columns:
        cropped = content.truncate(column - 1, ellipsis=True)
        parts.append(cropped.pad_right(column - cropped.cell_length))
    return Content.assemble(*parts)


class SessionList(RowList, inherit_bindings=False):
    """The list of the first screen; enter is left to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list", "marks")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self.entries: dict[str, Entry] = {}
        self.marked: list[str] = []
        """The ids of marked sessions in the order in which they were marked."""

    def keep_marks(self, there: AbstractSet[str]) -> None:
        """Forgets the marks of sessions that are gone; a filter only hides them."""
        self.marked = [one for one in self.marked if one in there]

    def pair(self) -> list[str]:
        """The marked ones, and with a single one that under the cursor."""
        entry = self.entries.get(self.cursor_id)
        alone = len(self.marked) == 1 and entry is not None and not entry.error
        return list(dict.fromkeys([*self.marked, self.cursor_id])) if alone else list(self.marked)

    def action_toggle_mark(self) -> None:
        """Marks the session under the cursor, or no longer, and goes to the next; broken ones stay."""
        entry = self.entries.get(self.cursor_id)
        if entry is None or entry.error:
            return
        if entry.id in self.marked:
            self.marked.remove(entry.id)
        else:
            self.marked.append(entry.id)
        self.set_rows(self.rows)
        self.action_move_cursor(1)

    def show(self, entries: Iterable[Entry]) -> None:
        """Shows other sessions."""
        self.entries = {entry.id: entry for entry in entries}
        self.set_rows(Row(entry.id, Content("")) for entry in self.entries.values())

    def draw(self, row: Row, width: int, selected: bool) -> Content:
        """The line of a session."""
        mark = tick(row.id in self.marked) if self.marked else None
        return line(Row(row.id, session_line(self.entries[row.id], width - GUTTER, mark)), width, selected)
