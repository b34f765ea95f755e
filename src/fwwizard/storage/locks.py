"""Keeps two programs from writing one session. Readers take no lock."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir

from fwwizard.errors import SaveError
from fwwizard.storage.atomic import real_path, reason
from fwwizard.storage.places import places

PATIENCE = 5.0
"""Seconds to wait for another writer."""

_LOOKS_AGAIN = 0.01
"""Seconds after which a lock that was taken is tried again; a save takes about as long."""


class LockedError(SaveError):
    """Another program is writing this session."""


@contextmanager
def writing(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Be the only one that writes a session, on this machine; may be nested within a thread.

    The lock is named after the real path, and dies with its holder.

    Args:
        path: the session's file, which need not exist.
        patience: seconds to wait for another writer.

    Raises:
        LockedError: another program kept the lock for longer.
        SaveError: there can be no lock in the state directory.
    """
    # Imported here: it costs 30 ms, and only writers need it.
    from filelock import FileLock, Timeout

    name = sha256(os.fsencode(real_path(path))).hexdigest()[:32]
    directory = _directory()
    holder = directory / f"{name}.holder"
    try:
        directory.mkdir(parents=True, exist_ok=True)
        lock = FileLock(directory / f"{name}.lock", is_singleton=True)
        lock.acquire(timeout=patience, poll_interval=_LOOKS_AGAIN)
    except Timeout:
        message = f"another program{_who(holder)} is writing it"
        raise LockedError(message, file=path) from None
    except NotImplementedError:
        message = "nothing can be locked in the state directory, its file system knows no locks"
        raise SaveError(message, file=directory) from None
    except OSError as error:
        message = f"nothing can be locked in the state directory, {reason(error)}"
        raise SaveError(message, file=directory) from error
    try:
        _sign(holder)
        yield
    finally:
        lock.release()


def _directory() -> Path:
    """Where locks stand: in the state directory, or below that of temporary files where it is read-only.

    Every program of this user finds the same of the two; else a session could not even be saved to
    another disk.
    """
    directory = places().locks
    try:
        directory.mkdir(parents=True, exist_ok=True)
        writable = os.access(directory, os.W_OK)
    except OSError as error:
        if error.errno not in {errno.EROFS, errno.EACCES, errno.EPERM}:
            return directory
        writable = False
    if writable:
        return directory
    own = Path(gettempdir()) / f"fwwizard-{os.getuid()}"
    with suppress(OSError):
        own.mkdir(mode=0o700, exist_ok=True)
        if own.lstat().st_uid == os.getuid() and not own.is_symlink():
            return own
    return directory


def _sign(holder: Path) -> None:
    name = f"process {os.getpid()} on {os.uname().nodename}"
    # Most often it stands there already, and emptying a file costs as much as a flush on some disks.
    if _signed(holder) != name:
        with suppress(OSError):  # the name is a courtesy, the lock holds without it
            holder.write_text(name, encoding="utf-8")


def _who(holder: Path) -> str:
    name = _signed(holder)[:80]
    return f" ({name})" if name else ""


def _signed(holder: Path) -> str:
    try:
        return holder.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
