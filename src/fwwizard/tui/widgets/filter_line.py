"""A line in which one types a part of a name; hidden while it is empty and not in use."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from fwwizard.tui.commands import bindings
from fwwizard.tui.widgets.text_line import TextLine


class FilterLine(TextLine):
    """Tells every change of its text; enter keeps the filter, escape takes it away."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("filter")

    DEFAULT_CSS = """
    FilterLine {
        display: none;
        width: 1fr;
        &.-filtering {
            display: block;
        }
    }
    """

    class Filtered(Message):
        """The text is another one."""

    class Left(Message):
        """The person is done with typing."""

    def __init__(self) -> None:
        super().__init__(placeholder="part of a name", compact=True)

    @property
    def wanted(self) -> str:
        """What names must have, in small letters; empty for all."""
        return self.value.strip().casefold()

    def ask(self) -> None:
        """Comes into sight and takes the next keys."""
        self.add_class("-filtering")
        self.focus()

    def clear_filter(self) -> None:
        """Shows everything again."""
        self.value = ""
        self.remove_class("-filtering")

    @on(Input.Changed)
    def tell(self, event: Input.Changed) -> None:
        """Passes the text on."""
        event.stop()
        self.post_message(self.Filtered())

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Goes back to the list, with the filter as it is."""
        self.set_class(bool(self.value), "-filtering")
        self.post_message(self.Left())

    def action_clear(self) -> None:
        """Goes back to the whole list."""
        self.clear_filter()
        self.post_message(self.Left())
