"""The last line: the keys that work here. One widget, drawn anew where Textual's footer is rebuilt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from fwwizard.tui.commands import FIRST_KEYS


@dataclass(frozen=True, slots=True)
class Key:
    """One entry."""

    key: str
    """As Textual spells it."""
    shown: str
    label: str
    enabled: bool
    last: bool
    """True for what stands at the right end and is never left out."""

    @property
    def width(self) -> int:
        """The columns that it takes."""
        return len(self.shown) + 1 + len(self.label)


GAP = 2


def fitting(keys: list[Key], width: int) -> tuple[list[Key], list[Key]]:
    """The entries for the left and the right end that fit into the width."""
    right = [key for key in keys if key.last]
    room = width - sum(key.width + GAP for key in right)
    left: list[Key] = []
    for key in keys:
        if not key.last and key.width <= room:
            left.append(key)
            room -= key.width + GAP
    return left, right


class KeyBar(Widget):
    """Keys and what they do; a click on one is a press of it."""

    DEFAULT_CSS = """
    KeyBar {
        height: 1;
        padding: 0 1;
        background: $panel;
        text-wrap: nowrap;
    }
    """

    ALLOW_SELECT = False

    LAST = ("app.help", "app.quit")
    """The ids of bindings that stand at the right end."""

    keys: reactive[tuple[Key, ...]] = reactive(())
    """What works here, the nearest to the focus first."""

    def on_mount(self) -> None:
        """Follows the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self.follow)
        self.follow(self.screen)

    def follow(self, screen: Screen[Any]) -> None:
        """Shows what works now; called by who cannot wait until the screen is told of another focus."""
        if not self.is_attached or screen is not self.screen:
            return
        shown: dict[str, Key] = {}
        for _, binding, enabled, _ in screen.active_bindings.values():
            entry = self._entry(binding, enabled)
            before = shown.get(binding.action)
            # Of several keys for one thing the one that the table names first is shown.
            if binding.show and (before is None or (binding.id, binding.key) in FIRST_KEYS):
                shown[binding.action] = entry
        self.keys = tuple(shown.values())

    def _entry(self, binding: Binding, enabled: bool) -> Key:
        display = self.app.get_key_display(binding)
        return Key(binding.key, display, binding.description, enabled, binding.id in self.LAST)

    def render(self) -> Content:
        """Both ends."""
        left, right = fitting(list(self.keys), self.content_size.width)
        gap = Content(" " * GAP)
        start, end = gap.join([_entry(key) for key in left]), gap.join([_entry(key) for key in right])
        between = self.content_size.width - start.cell_length - end.cell_length
        return Content.assemble(start, " " * max(0, between), end)

    def on_click(self, event: events.Click) -> None:
        """Presses the key under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        left, right = fitting(list(self.keys), self.content_size.width)
        start = 0
        for key in left:
            if start <= offset.x < start + key.width:
                self.app.simulate_key(key.key)
            start += key.width + GAP
        start = self.content_size.width
        for key in reversed(right):
            start -= key.width
            if start <= offset.x < start + key.width:
                self.app.simulate_key(key.key)
            start -= GAP


def _entry(key: Key) -> Content:
    if not key.enabled:
        return Content.styled(f"{key.shown} {key.label}", "$text-disabled")
    return Content.assemble(
        (key.shown, "bold $footer-key-foreground"), " ", (key.label, "$footer-description-foreground")
    )
