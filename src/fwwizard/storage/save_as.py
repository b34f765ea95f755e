"""Writes a session where the person says, which may be anywhere."""

from __future__ import annotations

import os
from pathlib import Path

from fwwizard.core.session import Session
from fwwizard.errors import InputError
from fwwizard.storage.session_names import file_name_for, is_session_name
from fwwizard.storage.sessions import save


def create_at(session: Session, where: str, directory: Path) -> Path:
    """Write a session to a new file that a person names.

    Args:
        session: what to write.
        where: a path, from the home directory with `~`; a word without a separator names a file
            among the sessions. `.toml` is added where it is missing.
        directory: of the sessions.

    Raises:
        InputError: nothing was named, or something of that name is there already.
        SaveError: it could not be written.
    """
    if not where or "\0" in where:
        raise InputError("a file has to be named")
    named = Path(os.path.expanduser(where))  # noqa: PTH111  # Path's own fails for an unknown user
    path = named if os.sep in where else directory / where
    if os.path.isdir(path):  # noqa: PTH112  # Path's own fails for a name too long
        path = path / file_name_for(session.name, session.id)
    if not path.name.endswith(".toml"):
        path = path.with_name(f"{path.name}.toml")
    if not is_session_name(path.name):
        raise InputError("is no name for a session", file=path)
    if os.path.lexists(path):
        raise InputError("there is such a file already", file=path)
    save(session, path)
    return path.absolute()
