"""Letters over everything one can go to: press one and be there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from string import ascii_lowercase, ascii_uppercase
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from fwwizard.tui.commands import bindings
from fwwizard.tui.widgets.row_list import RowList

LETTERS = ascii_lowercase + ascii_uppercase


@dataclass(frozen=True, slots=True)
class Target:
    """A place that a letter leads to."""

    at: Offset
    """Where its letter stands, in cells of the screen."""
    go: Callable[[], object]


def targets(screen: Screen[object]) -> list[Target]:
    """The rows of the list that has the focus, then every other place that can take it."""
    focused = screen.focused
    others = [widget for widget in screen.focus_chain if widget is not focused and widget.region.area]
    found = list(_rows(focused)) if isinstance(focused, RowList) else []
    return [*found[: len(LETTERS) - len(others)], *(_whole(screen, widget) for widget in others)]


def _rows(row_list: RowList) -> Iterator[Target]:
    region = row_list.scrollable_content_region
    top = row_list.scroll_offset.y
    for index, row in enumerate(row_list.rows[top : top + region.height], start=top):
        if not row.heading:
            yield Target(Offset(region.x, region.y + index - top), partial(row_list.move_to, row.id))


def _whole(screen: Screen[object], widget: Widget) -> Target:
    region = widget.content_region
    line = 0
    if isinstance(widget, RowList):
        line = min(max(0, widget.cursor_index - widget.scroll_offset.y), max(0, region.height - 1))
    return Target(Offset(region.x, region.y + line), partial(screen.set_focus, widget))


class JumpScreen(ModalScreen[Target]):
    """Shows the letters over the screen below; any other key takes them away."""

    CSS_PATH = "jump.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("jump")

    def __init__(self, places: list[Target]) -> None:
        super().__init__()
        self._places = dict(zip(LETTERS, places, strict=False))
        self._laid_out_for: Size | None = None

    def compose(self) -> ComposeResult:
        """A letter at each place."""
        for letter, place in self._places.items():
            label = Static(letter, classes="jump--letter", markup=False)
            label.absolute_offset = place.at
            yield label

    def on_key(self, event: events.Key) -> None:
        """Goes where the letter leads."""
        if event.key == "escape":
            return
        event.stop()
        self.dismiss(self._places.get(event.character or ""))

    def on_click(self) -> None:
        """Takes the letters away."""
        self.dismiss(None)

    def on_resize(self, event: events.Resize) -> None:
        """After the first one, the places are no longer where the letters are."""
        if self._laid_out_for is None:
            self._laid_out_for = event.size
        elif event.size != self._laid_out_for and self.is_current:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Takes the letters away."""
        self.dismiss(None)
