"""Reads a file, each failure in one sentence."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISDIR, S_ISREG

from fwwizard.errors import InputError
from fwwizard.storage.atomic import reason


class NoFileError(InputError):
    """There is no file of that name."""


def read_bytes(file: Path) -> bytes:
    """The content of an ordinary file.

    Raises:
        NoFileError: it is not there.
        InputError: it is something else than a file, or cannot be read.
    """
    try:
        # Asked first: opening a pipe would wait for a writer.
        mode = file.stat().st_mode
        if not S_ISREG(mode):
            raise InputError("is a directory" if S_ISDIR(mode) else "is not an ordinary file", file=file)
        return file.read_bytes()
    except FileNotFoundError:
        raise NoFileError("there is no such file", file=file) from None
    except OSError as error:
        raise InputError(f"cannot be read, {reason(error)}", file=file) from error
