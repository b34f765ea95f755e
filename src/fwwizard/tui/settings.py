"""What the settings of the person name that there is not."""

from __future__ import annotations

from typing import Any

from textual.app import App

from fwwizard.tui.commands import COMMANDS
from fwwizard.tui.store import Context


def tell_unknown_settings(app: App[Any], context: Context) -> None:
    """Says which settings name nothing that there is: a theme, commands."""
    if context.theme and context.theme not in app.available_themes:
        app.notify(f"There is no theme “{context.theme}”.", severity="warning", markup=False)
    known = {command.id for command in COMMANDS}
    unknown = [command for command in context.keymap or {} if command not in known]
    if unknown:
        app.notify(f"No such command: {', '.join(unknown)}.", severity="warning", markup=False)
