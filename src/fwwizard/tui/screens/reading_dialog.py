"""A choice that needs reading first: a text that scrolls, and below it what can be done."""

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
from textual.widgets import Static

from fwwizard.errors import printable
from fwwizard.tui.commands import bindings
from fwwizard.tui.widgets.paragraphs import bullets, entry, paragraph, section
from fwwizard.tui.widgets.reading import Reading
from fwwizard.tui.widgets.row_list import Row, RowList

LEAST_TEXT = 3
"""Lines of the text that are in sight at least."""
AROUND = 12
"""Lines of a dialog for border, title, keys and the space between, and of the screen around it."""

Entries = Sequence[tuple[str, str]]


class Choices(RowList, inherit_bindings=False):
    """A few rows; keys for whole screens are left to the text above."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list.up", "list.down", "choice.take")


class ReadingDialog(ModalScreen[str]):
    """Asks to choose one of a few things after reading; empty where the person turned away."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("detail", "reading", "choice.leave", "app.suspend")

    reading = query_one(Reading)
    choices = query_one(Choices)

    def __init__(
        self,
        title: str,
        lead: str,
        sections: Sequence[tuple[str, Entries]],
        choices: dict[str, str],
    ) -> None:
        """A text and a choice.

        Args:
            title: what happened.
            lead: what it comes to, in a sentence or two.
            sections: a title each, and pairs of a label, which may be empty, and a text.
            choices: what can be done, by its id, the first the safest.
        """
        super().__init__()
        self._title, self._lead, self._sections, self._choices = title, lead, sections, choices

    def compose(self) -> ComposeResult:
        """What happened, the text, and what can be done."""
        with Vertical(classes="dialog -reading"):
            yield Static(Content(printable(self._title)), classes="dialog--title")
            yield Reading()
            choices = Choices([Row(i, Content(printable(text))) for i, text in self._choices.items()])
            choices.styles.height = len(self._choices)
            yield choices
            keys = "enter  choose    J K  read on    esc  decide later"
            yield Static(keys, classes="dialog--keys", markup=False)

    def on_mount(self) -> None:
        """Lays the text out; the choice has the focus."""
        self.reading.show(self._text)
        self.choices.focus()

    def on_resize(self) -> None:
        """Leaves room for the choices, whatever the text is."""
        room = self.size.height - AROUND - len(self._choices)
        self.reading.styles.max_height = max(LEAST_TEXT, room)

    def _text(self, width: int) -> Content:
        lines = paragraph(self._lead, width)
        for title, entries in self._sections:
            lines += section(title, width) if title else [Content("")]
            indent = min(width * 2 // 5, max((len(label) for label, _ in entries), default=0) + 2)
            for label, text in entries:
                lines += entry(label, text, width, indent) if label else bullets([text], width)
        return Content("\n").join(lines)

    def action_scroll_detail(self, pages: int) -> None:
        """Scrolls the text by halves of its height."""
        step = max(1, self.reading.size.height // 2)
        self.reading.scroll_relative(y=pages * step, animate=False, immediate=True)

    @on(RowList.Chosen)
    def take(self, event: RowList.Chosen) -> None:
        """Takes the choice."""
        self.dismiss(event.row_id)

    def action_leave(self) -> None:
        """Turns away."""
        self.dismiss("")
