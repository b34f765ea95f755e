"""A file layer that does what it is asked, and tells a model of the disk after each call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fwwizard.storage.files import SystemFiles
from tests.storage.disk_model import Disk


class RecordingFiles(SystemFiles):
    """The system's files below one directory; `noted` is called after each change, with its name.

    Nothing is flushed for real: what a flush is worth is the model's to say.
    """

    def __init__(self, root: Path, noted: Callable[[str], None] = lambda _: None) -> None:
        self.disk = Disk()
        self._noted = noted
        self._numbers: dict[int, int] = {}
        for path in sorted(root.rglob("*")):
            self.disk.holding(path, path.read_bytes() if path.is_file() else None)

    def create(self, path: Path, like: Path | None) -> int:
        descriptor = super().create(path, like)
        self._numbers[descriptor] = self.disk.create(path)
        self._noted("create")
        return descriptor

    def write(self, descriptor: int, data: bytes) -> int:
        written = super().write(descriptor, data)
        self.disk.write(self._numbers[descriptor], data[:written])
        self._noted("write")
        return written

    def flush(self, descriptor: int) -> None:
        self.disk.flush(self._numbers[descriptor])
        self._noted("flush")

    def link(self, source: Path, target: Path) -> None:
        super().link(source, target)
        self.disk.link(source, target)
        self._noted("link")

    def rename(self, source: Path, target: Path) -> None:
        super().rename(source, target)
        self.disk.rename(source, target)
        self._noted("rename")

    def remove(self, path: Path) -> None:
        super().remove(path)
        self.disk.remove(path)
        self._noted("remove")

    def make_directory(self, path: Path) -> None:
        super().make_directory(path)
        self.disk.make_directory(path)
        self._noted("make_directory")

    def flush_directory(self, directory: Path) -> None:
        self.disk.flush_directory(directory)
        self._noted("flush_directory")
