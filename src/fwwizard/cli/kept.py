"""The way back for a session that cannot be read: its version before the last save, if that can be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote

from fwwizard.errors import FwwizardError, InputError


@contextmanager
def offering_kept(path: Path | None) -> Iterator[None]:
    """Adds to a refusal of a broken session how to go back; for whatever reads it within.

    Raises:
        FwwizardError: what was raised within, with the hint.
    """
    try:
        yield
    except InputError as error:
        if path is not None and _recoverable(path):
            way = f"fwwizard sessions recover {quote(str(path))} tells of the version before"
            error.hint = f"{error.hint}; {way}" if error.hint else way
        raise


def _recoverable(path: Path) -> bool:
    from fwwizard.storage.recovery import recoverable

    try:
        recoverable(path)
    except FwwizardError:
        return False
    return True
