"""The keys of where one is, then all others: from the one table of commands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Static

from fwwizard.tui.commands import COMMANDS, GROUPS, Command, bindings, key_name
from fwwizard.tui.widgets.key_bar import KeyBar
from fwwizard.tui.widgets.paragraphs import entry, paragraph, section
from fwwizard.tui.widgets.reading import Reading

KEYS = 20
MARKS = (
    ("~73", "unknown facts could move the score"),
    ("?", "conditional: something that you made a must is not known"),
    ("●", "runs today"),
    ("◈", "something of it, or all of it, is from your overlay"),
    ("▲2 ▼1", "places won or lost by the last change"),
    ("71%", "first under that share of the weightings your ranking allows, unknown facts drawn evenly"),
    ("⚑2 ⚐2", "raised warning signs that you have not reviewed, and that you have"),
    ("◷", "most of what is known of it is more than a year older than the catalog"),
    ("bar", "full up to what is certain, lighter up to what is possible"),
)


def help_text(here: Iterable[str], about: str, shown: Mapping[str, str], width: int) -> Content:
    """The help.

    Args:
        here: ids of the commands that work where the person is.
        about: what this place is for, empty for nothing.
        shown: the keys of each command as they are shown, by its id.
        width: of a line.
    """
    at_hand = set(here)
    lines = paragraph(about, width) if about else []
    for others in (False, True):
        for group, title in GROUPS.items():
            commands = [c for c in COMMANDS if c.group == group and (c.id not in at_hand) == others]
            if commands:
                lines += section(title + (" (not here)" if others else ""), width)
                lines += [part for c in commands for part in _command(c, shown, width)]
        if not others:
            lines += section("Marks in the ranking", width)
            lines += [part for mark, text in MARKS for part in entry(mark, text, width, KEYS)]
    return Content("\n").join(lines)


def _command(command: Command, shown: Mapping[str, str], width: int) -> list[Content]:
    keys = Content.styled(shown.get(command.id, ""), "bold $footer-key-foreground")
    return entry(keys, command.help, width, KEYS)


class HelpScreen(ModalScreen[None]):
    """Shows the help."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("help", "app.suspend")

    reading = query_one(Reading)

    def __init__(self, here: Iterable[str], about: str, shown: Mapping[str, str]) -> None:
        super().__init__()
        self._here, self._about, self._shown = frozenset(here), about, dict(shown)

    def compose(self) -> ComposeResult:
        """Heading and text."""
        with Vertical(id="help"):
            yield Static("Help", id="help-title", markup=False)
            yield Reading()
            yield KeyBar()

    def on_mount(self) -> None:
        """Lays the text out."""
        self.reading.show(lambda width: help_text(self._here, self._about, self._shown, width))

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss(None)


def shown_keys(keymap: Mapping[str, str]) -> dict[str, str]:
    """The keys of every command as they are shown, by its id.

    Args:
        keymap: the person's own keys, by the ids of commands.
    """
    found = {}
    for command in COMMANDS:
        keys = keymap.get(command.id, command.keys).split(",")
        found[command.id] = " ".join(key_name(key.strip()) for key in keys)
    return found
