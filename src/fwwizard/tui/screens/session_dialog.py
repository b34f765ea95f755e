"""Asks for another session, to compare the open one with."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from fwwizard.errors import FwwizardError, printable
from fwwizard.tui.commands import bindings
from fwwizard.tui.store import Context, Listed
from fwwizard.tui.when import ago
from fwwizard.tui.widgets.row_list import Row, RowList

MOST_ROWS = 12


class SessionDialog(ModalScreen[Path | None]):
    """The readable sessions but one; None where the person turned away."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("choice.leave", "app.suspend")

    row_list = query_one(RowList)
    hint = query_one(".dialog--hint", Static)

    class ListRead(Message):
        """The sessions were read, or cannot be."""

        def __init__(self, listed: list[Listed], error: str = "") -> None:
            self.listed = listed
            self.error = error
            super().__init__()

    def __init__(self, context: Context, but: Path) -> None:
        """A question.

        Args:
            context: where the sessions are.
            but: the one that is open.
        """
        super().__init__()
        self._world, self._but = context, but

    def compose(self) -> ComposeResult:
        """Question, sessions, keys."""
        with Vertical(classes="dialog"):
            yield Static("Compare with which session?", classes="dialog--title", markup=False)
            yield RowList()
            yield Static("reading the sessions…", classes="dialog--hint", markup=False)
            yield Static("enter  compare    esc  leave it", classes="dialog--keys", markup=False)

    def on_mount(self) -> None:
        """Reads the sessions."""
        self.row_list.styles.height = 1
        self.read()

    @work(thread=True)
    def read(self) -> None:
        """Reads the sessions; in a thread."""
        try:
            self.post_message(self.ListRead(self._world.store.listed()))
        except FwwizardError as error:
            self.post_message(self.ListRead([], str(error)))

    @on(ListRead)
    def take_list(self, event: ListRead) -> None:
        """Shows what was read."""
        now = self._world.clock()
        others = [one for one in event.listed if one.session is not None and one.path != self._but]
        rows = [
            Row(
                str(one.path),
                Content(printable(one.name)),
                right=Content.styled(ago(one.session.updated, now), "$text-muted"),
            )
            for one in others
            if one.session is not None
        ]
        self.row_list.styles.height = min(MOST_ROWS, max(1, len(rows)))
        self.row_list.set_rows(rows)
        nothing = event.error or "There is no other session to compare with."
        self.hint.update(Content("" if rows else printable(nothing)))

    @on(RowList.Chosen)
    def take(self, event: RowList.Chosen) -> None:
        """Takes the session."""
        self.dismiss(Path(event.row_id))

    def action_leave(self) -> None:
        """Turns away."""
        self.dismiss(None)
