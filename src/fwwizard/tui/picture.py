"""The screen as an SVG file."""

from __future__ import annotations

import re
from pathlib import Path
from time import monotonic
from typing import Any

from textual.app import App
from textual.command import CommandPalette
from textual.pilot import Pilot

from fwwizard.errors import FwwizardError
from fwwizard.tui.app import WizardApp
from fwwizard.tui.store import Context

PATIENCE = 60.0
"""Seconds after which a screen that does not come to rest is given up."""

LOOK = 0.02
"""Seconds between two looks."""

CALM = 3
"""Looks in a row that must find nothing at work."""

_FONTS = re.compile(r"@font-face\s*\{[^}]*\}\s*")


def svg_of(app: App[Any]) -> str:
    """What the screen shows as SVG that loads nothing from elsewhere: fonts are the viewer's own."""
    return _FONTS.sub("", app.export_screenshot())


class Photographer:
    """Presses keys in a wizard that nobody watches, and takes a picture once nothing moves."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        self._keys = keys
        self.svg: str | None = None
        """The picture; None while there is none."""

    async def take(self, pilot: Pilot[Any]) -> None:
        """Waits, presses, waits, takes the picture and ends the wizard."""
        app = pilot.app
        calm = await _at_rest(pilot)
        for key in self._keys:
            await pilot.press(key)
            calm = calm and await _at_rest(pilot)
        if calm:
            self.svg = svg_of(app)
        app.exit()


async def _at_rest(pilot: Pilot[Any]) -> bool:
    """Waits until everything is read, computed and painted; False where that never comes."""
    app = pilot.app
    assert isinstance(app, WizardApp)  # noqa: S101  nothing else is photographed
    end = monotonic() + PATIENCE
    calm = 0
    while calm < CALM and monotonic() < end and app.is_running and app.failure is None:
        await pilot.pause(LOOK)
        calm = 0 if app.busy else calm + 1
    return calm >= CALM


def save_picture(app: App[Any], context: Context) -> None:
    """Saves the screen in the current directory, named by the time, and says where it is."""
    if isinstance(app.screen, CommandPalette):  # it is about to go
        app.call_after_refresh(save_picture, app, context)
        return
    svg, path = svg_of(app), Path.cwd() / f"fwwizard-{context.clock():%Y-%m-%dT%H%M%S}.svg"

    def write() -> None:
        try:
            written = context.write(path, svg, None)
        except FwwizardError as error:
            app.call_from_thread(app.notify, str(error), severity="error", markup=False)
        else:
            app.call_from_thread(app.notify, f"The picture is in {written}.", markup=False)

    app.run_worker(write, thread=True, group="picture")
