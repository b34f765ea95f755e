"""A file layer that fails, and one that tells what it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from fwwizard.storage.files import SystemFiles

CHANGING = ("create", "write", "flush", "link", "rename", "flush_directory", "remove")


class FaultyFiles(SystemFiles):
    """The system's files, where the operation of one name fails from its n-th call on."""

    def __init__(self, operation: str, error: OSError, after: int = 0) -> None:
        self.operation = operation
        self.error = error
        self.left = after

    def _may(self, operation: str) -> None:
        if operation != self.operation:
            return
        if self.left:
            self.left -= 1
            return
        raise self.error

    def create(self, path: Path, like: Path | None) -> int:
        self._may("create")
        return super().create(path, like)

    def write(self, descriptor: int, data: bytes) -> int:
        self._may("write")
        return super().write(descriptor, data)

    def flush(self, descriptor: int) -> None:
        self._may("flush")
        super().flush(descriptor)

    def read(self, path: Path) -> bytes:
        self._may("read")
        return super().read(path)

    def link(self, source: Path, target: Path) -> None:
        self._may("link")
        super().link(source, target)

    def rename(self, source: Path, target: Path) -> None:
        self._may("rename")
        super().rename(source, target)

    def remove(self, path: Path) -> None:
        self._may("remove")
        super().remove(path)

    def flush_directory(self, directory: Path) -> None:
        self._may("flush_directory")
        super().flush_directory(directory)


class RecordingFiles(SystemFiles):
    """The system's files, with the names of the operations in their order."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if name in CHANGING:
            calls: list[str] = super().__getattribute__("calls")
            return _noting(name, found, calls)
        return found


class UnflushedFiles(SystemFiles):
    """The system's files without the flushes, which only cost time where nothing crashes."""

    def flush(self, descriptor: int) -> None:
        pass

    def flush_directory(self, directory: Path) -> None:
        pass


class HalfFiles(SystemFiles):
    """The system's files, where a write takes three bytes at a time, as it may."""

    def write(self, descriptor: int, data: bytes) -> int:
        return super().write(descriptor, data[:3])


class ReadOnlyFiles(SystemFiles):
    """The system's files, for a user who may not write any that exists."""

    def writable(self, path: Path) -> bool:
        return False


def _noting(name: str, call: Callable[..., Any], calls: list[str]) -> Callable[..., Any]:
    def noted(*arguments: Any) -> Any:
        calls.append(name)
        return call(*arguments)

    return noted
