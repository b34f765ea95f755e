"""The sessions in a list: name, when, step, who leads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from fwwizard.errors import printable
from fwwizard.tui.commands import bindings
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


def session_line(entry: Entry, width: int) -> Content:
    """The entry in columns; what does not fit is left out from the middle: step, then when."""
    name = Content(printable(entry.name))
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

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self.entries: dict[str, Entry] = {}

    def show(self, entries: Iterable[Entry]) -> None:
        """Shows other sessions."""
        self.entries = {entry.id: entry for entry in entries}
        self.set_rows(Row(entry.id, Content("")) for entry in self.entries.values())

    def draw(self, row: Row, width: int, selected: bool) -> Content:
        """The line of a session."""
        return line(Row(row.id, session_line(self.entries[row.id], width - GUTTER)), width, selected)
