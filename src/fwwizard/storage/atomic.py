"""Writes a file so that after any crash it holds the text before or the text after, never neither."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from time import time
from zlib import crc32

from fwwizard.errors import SaveError
from fwwizard.storage.files import SYSTEM_FILES, Files


def real_path(path: Path) -> Path:
    """The file that a path leads to once every symbolic link is followed; it need not exist."""
    return Path(os.path.realpath(path))


def kept_path(path: Path) -> Path:
    """Where the version before the last write of a file is kept: `.NAME.bak` beside the real file."""
    target = real_path(path)
    return target.with_name(f".{target.name}.bak")


def write_text(path: Path, text: str, files: Files = SYSTEM_FILES, *, keep: bool = True) -> bool:
    """Replace the content of a file, or make it; the version before is kept at `kept_path`.

    Its directory must exist. Symbolic links are followed; mode and owner of the old file stay.

    Args:
        path: the file.
        text: what it is to hold, written as UTF-8.
        files: the operations on files, which tests make fail.
        keep: whether the version before is kept; what can be computed again need not be.

    Returns:
        Whether the disk confirmed the new name. False: the new text is in place for every reader,
        and might not outlive a power cut.

    Raises:
        SaveError: the text could not be written; the file holds what it held before.
    """
    target = real_path(path)
    try:
        old = _old(target, files)
        _replace(target, text.encode(), old, files, keep=keep)
    except UnicodeEncodeError:
        raise SaveError("the text holds half a character, which no file can hold", file=path) from None
    except OSError as error:
        raise SaveError(f"not saved, {reason(error)}", file=path) from error
    return flush_directories((target.parent,), files)


def keep_as(path: Path, other: Path, files: Files = SYSTEM_FILES) -> None:
    """Give the content of a file a second name that is on the disk on return.

    Raises:
        OSError: that could not be done.
    """
    fresh = _temporary(other)
    try:
        _double(path, fresh, files)
        files.rename(fresh, other)
    except BaseException:
        _discard(fresh, files)
        raise
    files.flush_directory(other.parent)


def make_directory(path: Path, files: Files = SYSTEM_FILES) -> None:
    """Make a directory and those above it, as far as they are missing.

    Raises:
        OSError: one could not be made.
    """
    if path.is_dir():
        return
    make_directory(path.parent, files)
    with suppress(FileExistsError):  # somebody else was quicker; what is no directory fails later
        files.make_directory(path)
    flush_directories((path.parent,), files)


def flush_directories(directories: Iterable[Path], files: Files = SYSTEM_FILES) -> bool:
    """Have the names in directories on the disk; whether the disk confirmed them all."""
    try:
        for directory in directories:
            files.flush_directory(directory)
    except OSError:
        return False
    return True


def sweep(path: Path, files: Files = SYSTEM_FILES) -> None:
    """Remove what interrupted writes of this one file left behind.

    Only for the holder of the file's lock: a writer at work would lose what it is writing.
    """
    target = real_path(path)
    with suppress(OSError):  # what cannot be swept harms nobody
        for name in files.listing(target.parent):
            if name.startswith(_prefix(target)):
                files.remove(target.with_name(name))


def sweep_abandoned(directory: Path, files: Files = SYSTEM_FILES) -> None:
    """Remove what interrupted writes of any file left in a directory a day ago or longer.

    So goes what a first save left that was killed: nobody writes a file of that name again. Where
    a writer is at work after all, its save fails aloud and is tried again.
    """
    oldest = time() - _DAY
    with suppress(OSError):
        for name in files.listing(directory):
            path = directory / name
            if _TEMPORARY.fullmatch(name) and path.lstat().st_mtime < oldest:
                files.remove(path)


def reason(error: OSError) -> str:
    """What an operating system's error means for the person, as one clause."""
    known = _REASONS.get(error.errno or 0)
    return known or (error.strerror or "the system gave no reason").lower()


_DAY = 24 * 60 * 60
_TEMPORARY = re.compile(r"\.fwwizard-[0-9a-f]{8}-[0-9a-f]{8}\.tmp")

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file would be too large",
    errno.EROFS: "the file system is read-only",
    errno.EACCES: "there is no permission",
    errno.EPERM: "there is no permission",
    errno.EIO: "the disk reported an error",
    errno.ENAMETOOLONG: "the file name is too long",
    errno.ENOENT: "there is no such file or directory",
    errno.ENOTDIR: "a part of the path is not a directory",
    errno.EISDIR: "it is a directory",
    errno.ELOOP: "its symbolic links lead in a circle",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.EXDEV: "it would have to move to another disk",
    errno.EBUSY: "it is in use",
    errno.ETXTBSY: "it is in use",
    errno.ESTALE: "the network disk has lost it",
}

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS, errno.EXDEV}


def _old(target: Path, files: Files) -> Path | None:
    """The file to replace, if there is one; refused where replacing would do harm."""
    if not files.exists(target):
        return None
    if not files.regular(target):
        raise SaveError("not saved, it is not an ordinary file", file=target)
    if not files.writable(target):
        raise SaveError("not saved, the file is read-only", file=target)
    return target


def _replace(target: Path, data: bytes, old: Path | None, files: Files, *, keep: bool) -> None:
    fresh = _temporary(target)
    try:
        _write_new(fresh, data, old, files)
        if old is not None and keep:
            _keep(old, files)
        files.rename(fresh, target)
    except BaseException:
        _discard(fresh, files)
        raise


def _write_new(path: Path, data: bytes, like: Path | None, files: Files) -> None:
    descriptor = files.create(path, like)
    try:
        view = memoryview(data)
        while view:
            view = view[files.write(descriptor, bytes(view)) :]
        files.flush(descriptor)
    finally:
        files.close(descriptor)


def _keep(old: Path, files: Files) -> None:
    """Keep the version before under its own name without the file ever being away."""
    second = _temporary(old)
    try:
        _double(old, second, files)
        files.rename(second, kept_path(old))
    finally:
        # Renaming does nothing, and leaves the second name, where both name one file already.
        _discard(second, files)


def _double(path: Path, other: Path, files: Files) -> None:
    """A second name for a file, or a copy where the file system knows no second names."""
    try:
        files.link(path, other)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _write_new(other, files.read(path), path, files)


def _discard(path: Path, files: Files) -> None:
    with suppress(OSError):
        files.remove(path)


def _prefix(target: Path) -> str:
    # Made from a checksum, so that a file name of the greatest length still has a temporary one.
    return f".fwwizard-{crc32(os.fsencode(target.name)):08x}-"


def _temporary(target: Path) -> Path:
    return target.with_name(f"{_prefix(target)}{os.urandom(4).hex()}.tmp")
