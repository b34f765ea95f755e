"""What a session that cannot be read may go back to; `session_store.recover` does it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fwwizard.core.session import Session
from fwwizard.errors import InputError, SaveError, SessionNotFoundError
from fwwizard.storage.atomic import kept_path
from fwwizard.storage.migrations import made_by_newer
from fwwizard.storage.sessions import kept_version, read
from fwwizard.storage.toml_text import read_document


@dataclass(frozen=True, slots=True)
class Recoverable:
    """A session that cannot be read, with what it can go back to."""

    kept: Session
    """The version before the last save."""
    written: datetime
    """When the broken file was written last, as the file system says."""


def recoverable(path: Path) -> Recoverable:
    """What `recover` would bring back.

    Raises:
        SessionNotFoundError: there is no such file.
        SaveError: the file can be read, or there is no version before that can.
    """
    try:
        read(path)
    except SessionNotFoundError:
        raise
    except InputError:
        if _made_by_newer(path):
            raise SaveError("was made by a newer fwwizard, there is nothing to recover", file=path) from None
        kept = kept_version(path)
        if kept is None:
            raise SaveError("there is no earlier version that can be read", file=kept_path(path)) from None
        return Recoverable(kept.session, datetime.fromtimestamp(path.stat().st_mtime, UTC))
    raise SaveError("can be read, there is nothing to recover", file=path)


def _made_by_newer(path: Path) -> bool:
    try:
        return made_by_newer(read_document(path))
    except InputError:
        return False
