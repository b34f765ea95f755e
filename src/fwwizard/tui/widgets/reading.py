"""A text that is read and scrolled by keys and wheel, wrapped for its width."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from fwwizard.tui.commands import bindings

Text = Callable[[int], Content]
"""Lays the text out for a width."""

WIDEST = 110
"""Longer lines are hard to read."""


class Reading(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Shows a text; it keeps its place when the text changes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")

    DEFAULT_CSS = """
    Reading {
        height: 1fr;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        & > Static {
            width: 1fr;
            height: auto;
        }
    }
    """

    text = query_one(Static)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self._lay_out: Text = lambda _: Content("")

    def compose(self) -> ComposeResult:
        """The text alone."""
        yield Static(markup=False)

    def show(self, lay_out: Text, *, from_top: bool = False) -> None:
        """Shows another text, or the same anew."""
        self._lay_out = lay_out
        self._draw()
        if from_top:
            self.scroll_home(animate=False, immediate=True)

    def on_resize(self) -> None:
        """Wraps for the new width."""
        self._draw()

    def _draw(self) -> None:
        width = self.scrollable_content_region.width
        if width > 0:
            self.text.update(self._lay_out(min(WIDEST, width)))

    def action_move_cursor(self, by: int) -> None:
        """A line up or down."""
        self.scroll_relative(y=by, animate=False, immediate=True)

    def action_first(self) -> None:
        """To the beginning."""
        self.scroll_home(animate=False, immediate=True)

    def action_last(self) -> None:
        """To the end."""
        self.scroll_end(animate=False, immediate=True)

    def action_page_up(self) -> None:
        """A screen up."""
        self.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """A screen down."""
        self.scroll_page_down(animate=False)
