"""The few file operations that saving rests on, in one place where a test may record or fail them."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Protocol


class Files(Protocol):
    """The operations; each may raise OSError, `exists` apart."""

    def exists(self, path: Path) -> bool:
        """Whether the name is taken, by whatever it may be."""

    def regular(self, path: Path) -> bool:
        """Whether it is an ordinary file, not a directory, pipe or device."""

    def writable(self, path: Path) -> bool:
        """Whether the mode of the file lets this user write it."""

    def read(self, path: Path) -> bytes:
        """The content of a file."""

    def create(self, path: Path, like: Path | None) -> int:
        """Open a new file for writing, with mode and owner of `like`; FileExistsError if it exists."""

    def write(self, descriptor: int, data: bytes) -> int:
        """Write some of the data and return how many bytes."""

    def flush(self, descriptor: int) -> None:
        """Return when what was written is on the disk."""

    def close(self, descriptor: int) -> None:
        """Close the file."""

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name; FileExistsError if `target` exists."""

    def rename(self, source: Path, target: Path) -> None:
        """Give a file another name, replacing what had it."""

    def remove(self, path: Path) -> None:
        """Remove a name; FileNotFoundError if there is none."""

    def make_directory(self, path: Path) -> None:
        """Make a directory in one that exists; FileExistsError if the name is taken."""

    def listing(self, directory: Path) -> list[str]:
        """The names in a directory."""

    def flush_directory(self, directory: Path) -> None:
        """Return when the names in the directory are on the disk."""


class SystemFiles:
    """The operations as the operating system has them."""

    def exists(self, path: Path) -> bool:
        """Whether the name is taken, by whatever it may be."""
        return os.path.lexists(path)

    def regular(self, path: Path) -> bool:
        """Whether it is an ordinary file, not a directory, pipe or device."""
        return path.is_file()

    def writable(self, path: Path) -> bool:
        """Whether the mode of the file lets this user write it."""
        # A file system that is read-only shuts every file; the attempt to write says so in its own words.
        return os.access(path, os.W_OK) or bool(os.statvfs(path).f_flag & os.ST_RDONLY)

    def read(self, path: Path) -> bytes:
        """The content of a file."""
        return path.read_bytes()

    def create(self, path: Path, like: Path | None) -> int:
        """Open a new file for writing, with mode and owner of `like`; FileExistsError if it exists."""
        # A file that was private must not be readable for the moment before its mode is set.
        mode = 0o666 if like is None else 0o600
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        if like is not None:
            try:
                _take_after(descriptor, like)
            except OSError:
                os.close(descriptor)
                path.unlink(missing_ok=True)
                raise
        return descriptor

    def write(self, descriptor: int, data: bytes) -> int:
        """Write some of the data and return how many bytes."""
        return os.write(descriptor, data)

    def flush(self, descriptor: int) -> None:
        """Return when what was written is on the disk."""
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Close the file."""
        os.close(descriptor)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name; FileExistsError if `target` exists."""
        os.link(source, target)

    def rename(self, source: Path, target: Path) -> None:
        """Give a file another name, replacing what had it."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a name; FileNotFoundError if there is none."""
        path.unlink()

    def make_directory(self, path: Path) -> None:
        """Make a directory in one that exists; FileExistsError if the name is taken."""
        path.mkdir()

    def listing(self, directory: Path) -> list[str]:
        """The names in a directory."""
        return [entry.name for entry in os.scandir(directory)]

    def flush_directory(self, directory: Path) -> None:
        """Return when the names in the directory are on the disk."""
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _take_after(descriptor: int, like: Path) -> None:
    """Give an open file the owner and mode of another, as far as this user may."""
    status = like.stat()
    mine = os.fstat(descriptor)
    if (mine.st_uid, mine.st_gid) != (status.st_uid, status.st_gid):
        with suppress(PermissionError):  # only the owner changes; refusing to save would cost more
            os.fchown(descriptor, status.st_uid, status.st_gid)
    os.fchmod(descriptor, status.st_mode & 0o777)


SYSTEM_FILES = SystemFiles()
