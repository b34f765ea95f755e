"""Opens the wizard: the only module of the command line that knows it."""

from __future__ import annotations

import gc
import sys
from datetime import datetime
from pathlib import Path

from fwwizard.cli.place import Place
from fwwizard.errors import EXIT_DONE, NoTerminalError


def require_terminal(instead: str) -> None:
    """Refuses to go on without a terminal.

    Args:
        instead: the command that does the same without one.

    Raises:
        NoTerminalError: input or output is no terminal.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        raise NoTerminalError("the wizard needs a terminal", hint=f"without one use: {instead}")


def open_wizard(place: Place, first: Path | None = None) -> int:
    """Opens the wizard on the list of sessions, or on one session at once.

    Returns:
        The exit code.

    Raises:
        NoTerminalError: there is no terminal.
        FwwizardError: session or catalog cannot be used.
    """
    require_terminal("fwwizard new NAME --no-open, set, rank, explain")
    gc.enable()
    from fwwizard.storage.config import load_config

    config = load_config()
    from fwwizard.tui.app import WizardApp
    from fwwizard.tui.session_files import SessionFiles
    from fwwizard.tui.store import Context

    context = Context(
        store=SessionFiles(place.sessions),
        load_catalog=place.catalog,
        clock=lambda: datetime.now().astimezone(),
        new_id=_new_id,
        first=first,
        theme=config.theme,
        keymap=dict(config.keys),
        # The catalog and all code: the collector need not walk them again, which took 50 ms a time.
        settled=gc.freeze,
    )
    app = WizardApp(context)
    result = app.run()
    if app.failure is not None:
        raise app.failure
    if app.defect is not None:
        raise app.defect
    return EXIT_DONE if result is None else result


def _new_id() -> str:
    from fwwizard.storage.session_names import new_id

    return new_id()
