"""What may be on a disk after a crash, given the file operations that were asked for before it.

The rules are what POSIX grants, and no kinder than the file systems in use:

1. `fsync` of a file: its content as written so far is on the disk (POSIX.1-2017, fsync()). Before
   that, of what was written since the last flush anything may have arrived: nothing, a beginning,
   all of it, a length without the bytes (zeros), the later bytes without the earlier, or what lay
   on the disk before. Nothing in POSIX orders it before or after any change of a name.
2. `fsync` of a directory: its names as they stand are on the disk (Linux, fsync(2): flushing a file
   does not flush the directory that names it). Before that, each name holds, independently of every
   other, any of the values it had since the last flush: POSIX orders no two changes of names.
3. `rename` replaces its target in one step (POSIX.1-2017, rename(): the target name exists throughout
   and leads to the old or to the new file), and where the old name is gone the new one is there;
   every file system with a journal, a log or soft updates holds to that across directories too. Both
   names may be found at once.
4. A file under a directory that is not there cannot be found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Literal

_GRAIN = 16
"""A write is taken to arrive in parts of so many bytes; disks write 512 at once, or 4,096."""

Entry = int | Literal["directory"] | None
"""What a name leads to: the number of a file, a directory, or nothing."""

State = Mapping[Path, bytes | None]
"""What a crash leaves, by path: the content of a file, or None for a directory."""


@dataclass
class _Content:
    """What a file may hold: the last is what a reader sees, the first what surely is on the disk."""

    possible: list[bytes] = field(default_factory=lambda: [b""])
    current: bytes = b""

    def write(self, data: bytes) -> None:
        """Appends, and notes everything that may come of it."""
        base, size, half = self.current, len(data), len(data) // 2
        beginnings = [data[:end] for end in range(0, size, _GRAIN)]
        torn = (data[:-1], bytes(size), bytes(half) + data[half:], b"\xa5" * size)
        self.possible += [base + part for part in (*beginnings, *torn)]
        self._is(base + data)

    def truncate(self) -> None:
        """Empties the file."""
        self._is(b"")

    def flush(self) -> None:
        """What is seen is on the disk."""
        self.possible = [self.current]

    def _is(self, content: bytes) -> None:
        self.current = content
        self.possible.append(content)


@dataclass
class _Name:
    """What a name may lead to, each with the moment since when."""

    values: list[tuple[int, Entry]]

    @property
    def current(self) -> Entry:
        """What a reader finds."""
        return self.values[-1][1]


class Disk:
    """A directory tree whose every possible state after a crash can be told."""

    def __init__(self) -> None:
        self._names: dict[Path, _Name] = {}
        self._contents: dict[int, _Content] = {}
        self._renames: list[tuple[int, Path, Path]] = []
        self._now = 0

    def holding(self, path: Path, content: bytes | None) -> None:
        """A file, or a directory for None, that is there and on the disk from the beginning."""
        entry: Entry = "directory"
        if content is not None:
            entry = len(self._contents)
            self._contents[entry] = _Content([content], content)
        self._names[path] = _Name([(0, entry)])

    def create(self, path: Path) -> int:
        """A new empty file; its number."""
        number = len(self._contents)
        self._contents[number] = _Content()
        self._set(path, number)
        return number

    def write(self, number: int, data: bytes) -> None:
        """Data at the end of a file."""
        self._contents[number].write(data)

    def truncate(self, path: Path) -> int:
        """An existing file emptied; its number."""
        number = self._names[path].current
        assert isinstance(number, int)
        self._contents[number].truncate()
        return number

    def flush(self, number: int) -> None:
        """A file's content on the disk."""
        self._contents[number].flush()

    def link(self, source: Path, target: Path) -> None:
        """A second name."""
        self._set(target, self._names[source].current)

    def rename(self, source: Path, target: Path) -> None:
        """Another name. Two names of one file both stay, as POSIX has it."""
        entry = self._names[source].current
        if target in self._names and self._names[target].current == entry:
            return
        self._set(target, entry)
        self._values(source).append((self._now, None))
        self._renames.append((self._now, source, target))

    def remove(self, path: Path) -> None:
        """No name any more."""
        self._set(path, None)

    def make_directory(self, path: Path) -> None:
        """A directory."""
        self._set(path, "directory")

    def flush_directory(self, directory: Path) -> None:
        """The names in a directory on the disk."""
        for path, name in self._names.items():
            if path.parent == directory:
                del name.values[:-1]

    def states(self) -> Iterator[State]:
        """Everything that a crash now may leave, some of it more than once."""
        paths = list(self._names)
        for chosen in product(*(self._names[path].values for path in paths)):
            moments = {path: moment for path, (moment, _) in zip(paths, chosen, strict=True)}
            if any(moments[old] >= at > moments[new] for at, old, new in self._renames):
                continue
            yield from self._with_contents(dict(zip(paths, (entry for _, entry in chosen), strict=True)))

    def _with_contents(self, entries: Mapping[Path, Entry]) -> Iterator[State]:
        found = {path: entry for path, entry in entries.items() if _reachable(path, entries)}
        numbers = sorted({entry for entry in found.values() if isinstance(entry, int)})
        for contents in product(*(dict.fromkeys(self._contents[number].possible) for number in numbers)):
            held = dict(zip(numbers, contents, strict=True))
            yield {path: held[entry] if isinstance(entry, int) else None for path, entry in found.items()}

    def _set(self, path: Path, entry: Entry) -> None:
        self._now += 1
        self._values(path).append((self._now, entry))

    def _values(self, path: Path) -> list[tuple[int, Entry]]:
        return self._names.setdefault(path, _Name([(0, None)])).values


def _reachable(path: Path, entries: Mapping[Path, Entry]) -> bool:
    if entries[path] is None:
        return False
    return all(entries[parent] is not None for parent in path.parents if parent in entries)
