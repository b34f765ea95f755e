"""Writes what is made from sessions: records, plans, pictures. They can be made again at any time."""

from __future__ import annotations

import os
from pathlib import Path

from fwwizard.errors import SaveError
from fwwizard.storage.atomic import real_path, write_text


def write_report(path: Path, text: str, session: Path | None = None) -> Path:
    """Write a report; a file that stands there is replaced, whole or not at all.

    Args:
        path: where to; `~` is the home directory, and the directory must exist.
        text: what to write.
        session: the file that it was made from, which must not be replaced by it.

    Returns:
        The file that was written.

    Raises:
        SaveError: it could not be written, or would take the place of the session.
    """
    target = real_path(Path(os.path.expanduser(path)))  # noqa: PTH111  # Path's own fails for an unknown user
    if session is not None and target == real_path(session):
        raise SaveError("not written, this is the file of the session itself", file=path)
    write_text(target, text, keep=False)
    return target
