"""Opens the wizard: the only module of the command line that knows it."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from fwwizard.cli.kept import offering_kept
from fwwizard.cli.place import Picture, Place
from fwwizard.errors import EXIT_DONE, FwwizardError, NoTerminalError

if TYPE_CHECKING:
    from fwwizard.core.model import Catalog
    from fwwizard.tui.app import WizardApp


def require_terminal(instead: str) -> None:
    """Refuses to go on without a terminal.

    Args:
        instead: the command that does the same without one.

    Raises:
        NoTerminalError: input or output is no terminal.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        raise NoTerminalError("the wizard needs a terminal", hint=f"without one use: {instead}")


def open_wizard(place: Place, first: Path | None = None, compared: tuple[Path, Path] | None = None) -> int:
    """Opens the wizard on the list of sessions, on one session at once, or on two side by side.

    Returns:
        The exit code.

    Raises:
        NoTerminalError: there is no terminal.
        FwwizardError: session or catalog cannot be used.
    """
    if place.picture is None:
        require_terminal("fwwizard new NAME --no-open, set, rank, explain, report")
    from fwwizard.storage.config import load_config

    config = load_config()
    from fwwizard.tui.app import WizardApp
    from fwwizard.tui.session_files import SessionFiles, SessionsForPicture, nothing_is_written
    from fwwizard.tui.store import Context

    watched = place.picture is None
    context = Context(
        store=SessionFiles(place.sessions) if watched else SessionsForPicture(place.sessions),
        load_catalog=place.catalog,
        clock=lambda: datetime.now().astimezone(),
        new_id=_new_id,
        first=first,
        compared=compared,
        theme=config.theme,
        keymap=dict(config.keys),
        settled=_settle,
        former_catalog=_former_catalog,
        remember=_remember,
    )
    if not watched:
        context = replace(
            context, write=nothing_is_written, unattended=True, remember=lambda _: None, look_every=0
        )
    app = WizardApp(context)
    result = app.run() if place.picture is None else _take(app, place.picture)
    if app.failure is not None:
        with offering_kept(first):
            raise app.failure
    if app.defect is not None:
        raise app.defect
    return EXIT_DONE if result is None else result


def _take(app: WizardApp, picture: Picture) -> int | None:
    """Lets the wizard open without a terminal, takes the picture of it and writes it."""
    from fwwizard.storage.reports import write_report
    from fwwizard.tui.picture import Photographer

    photographer = Photographer(picture.keys)
    size = (picture.columns, picture.rows)
    result = app.run(headless=True, size=size, auto_pilot=photographer.take)
    if app.failure is None and app.defect is None:
        if photographer.svg is None:
            raise FwwizardError("the screen did not come to rest, so that there is no picture of it")
        write_report(picture.file, photographer.svg)
    return result


def _settle() -> None:
    """Lets the collector work, but not on catalog and code: walking them again took 50 ms a time."""
    gc.freeze()
    gc.enable()


def _former_catalog(digest: str) -> Catalog | None:
    from fwwizard.storage.remembered import remembered

    return remembered(digest)


def _remember(catalog: Catalog) -> None:
    from fwwizard.storage.remembered import remember

    remember(catalog)


def _new_id() -> str:
    from fwwizard.storage.session_names import new_id

    return new_id()
