"""Runs steps of the store over the model of a disk, and holds every possible crash against them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from zlib import crc32

from fwwizard.core.session import Session
from fwwizard.errors import InputError
from fwwizard.storage.session_store import listing, recover
from fwwizard.storage.sessions import Stored, read, save
from tests.storage.disk_model import State
from tests.storage.faulty_files import UnflushedFiles
from tests.storage.recording_files import RecordingFiles

Step = Callable[[RecordingFiles], object]
"""One thing that a person asks of the store, done with the file operations given."""

FrozenState = tuple[tuple[str, bytes | None], ...]
View = Mapping[str, Session | str]
"""The sessions that the store lists, by file name; of a broken one the sentence about it."""


@dataclass
class Crashes:
    """All crash states of a run: `between[i]` after step i returned, `during[i]` while it ran.

    Step 0 is the state before the first. `after[i]` is what lies on the disk after step i if nothing
    crashes, without temporary files.
    """

    between: list[set[FrozenState]] = field(default_factory=list)
    during: list[set[FrozenState]] = field(default_factory=list)
    after: list[dict[str, bytes]] = field(default_factory=list)
    calls: int = 0

    @property
    def states(self) -> int:
        """How many different ones there are; one that may arise in two steps counts twice."""
        return sum(map(len, self.between)) + sum(map(len, self.during))


def crashes_of(root: Path, steps: Sequence[Step], layer: type[RecordingFiles] = RecordingFiles) -> Crashes:
    """Do the steps below a directory that may hold something, and note every crash state."""
    found = Crashes()

    def note(_: str) -> None:
        found.calls += 1
        found.during[-1].update(_frozen(state, root) for state in files.disk.states())

    files = layer(root, note)
    found.after.append(_contents(root))
    found.between.append({_frozen(state, root) for state in files.disk.states()})
    for step in steps:
        found.during.append(set())
        step(files)
        found.after.append(_contents(root))
        found.between.append({_frozen(state, root) for state in files.disk.states()})
    return found


def check(crashes: Crashes, place: Path, sessions: str = "") -> int:
    """Let the program come up on every state and hold what it finds against before and after.

    Args:
        crashes: the states.
        place: an empty directory to lay them out in.
        sessions: the directory of sessions below the root.

    Returns:
        How many states were tried.
    """
    views = [_view(laid_out(place, tuple(after.items())) / sessions) for after in crashes.after]
    for step, states in enumerate(crashes.between):
        for state in states:
            _check(state, (crashes.after[step],), (views[step],), place, sessions)
    for step, states in enumerate(crashes.during):
        for state in states:
            both = slice(step, step + 2)
            _check(state, crashes.after[both], views[both], place, sessions)
    return crashes.states


def laid_out(place: Path, state: FrozenState) -> Path:
    """The state as files below a directory, which holds nothing else."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    for name, content in state:
        path = place / name
        if content is None:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return place


def _check(
    state: FrozenState,
    allowed: Sequence[Mapping[str, bytes]],
    views: Sequence[View],
    place: Path,
    sessions: str,
) -> None:
    held = {name: content for name, content in state if content is not None and not _is_temporary(name)}
    for name in {*held, *(name for snapshot in allowed for name in snapshot)}:
        assert held.get(name) in [snapshot.get(name) for snapshot in allowed], f"{name} holds neither"
    assert _lasting(allowed) <= set(held.values()), "what was there before and after is nowhere"
    directory = laid_out(place, state) / sessions
    assert _view(directory) in views, "the store shows neither"
    _go_on(directory)


def _lasting(allowed: Sequence[Mapping[str, bytes]]) -> set[bytes]:
    """What no crash may lose: contents before and after, of which a version that is only kept is none.

    The disk may take the new text without the new name of the old one; keeping them apart by another
    flush would make every save wait twice.
    """
    told = [content for name, content in allowed[-1].items() if not name.endswith(".bak")]
    return set(allowed[0].values()) & set(told)


def _go_on(directory: Path) -> None:
    """Bring back what is broken, save what is there, and find nothing left over."""
    for path in [member.path for member in listing(directory)]:
        try:
            stored = read(path)
        except InputError:
            recover(path, files=UnflushedFiles())
            stored = read(path)
        newer = replace(stored.session, name="after the crash")
        save(newer, path, expected=stored.digest, files=UnflushedFiles())
        assert read(path).session == newer
        for name in (path.name, f"{path.stem}.commented.toml"):
            strays = f".fwwizard-{crc32(name.encode()):08x}-*"
            assert not list(directory.glob(strays)), "a stray file is left"


def _view(directory: Path) -> View:
    return {
        member.path.name: member.session
        if isinstance(member, Stored)
        else str(member.error).removeprefix(str(directory))
        for member in listing(directory)
    }


def _contents(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not _is_temporary(path.name)
    }


def _is_temporary(name: str) -> bool:
    return Path(name).name.startswith(".fwwizard-")


def _frozen(state: State, root: Path) -> FrozenState:
    return tuple(sorted((str(path.relative_to(root)), content) for path, content in state.items()))
