"""Every crash that the save protocol allows: what comes up afterwards is the state before or after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fwwizard.storage.atomic import kept_path
from fwwizard.storage.session_store import SetAside, copy, create, delete, recover, rename, restore
from fwwizard.storage.sessions import read, save
from tests.conftest import Tried
from tests.storage.crashes import Crashes, Step, check, crashes_of, laid_out
from tests.storage.recording_files import RecordingFiles
from tests.storage.strategies import a_session

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


class UnlinkedFiles(RecordingFiles):
    """On a file system without second names."""

    def link(self, source: Path, target: Path) -> None:
        raise PermissionError(1, "no links here")


class PiecemealFiles(RecordingFiles):
    """Where a write takes a part, as it may."""

    def write(self, descriptor: int, data: bytes) -> int:
        return super().write(descriptor, data[:150])


class Story:
    """Steps of one person with one session below a directory."""

    def __init__(self, root: Path) -> None:
        self.path = root / "choice.toml"
        self.root = root
        self._moved: list[SetAside] = []

    def save(self, name: str) -> Step:
        def step(files: RecordingFiles) -> None:
            expected = read(self.path).digest if self.path.exists() else None
            save(a_session(name), self.path, expected=expected, files=files)

        return step

    def saves(self, *names: str) -> list[Step]:
        return [self.save(name) for name in names]

    def rename(self, files: RecordingFiles) -> None:
        rename(self.path, "Renamed", NOW, files=files)

    def copy(self, files: RecordingFiles) -> None:
        copy(self.path, "Copied", NOW, self.root, files=files)

    def create(self, files: RecordingFiles) -> None:
        create(a_session("Created"), self.root / "data" / "sessions", files=files)

    def delete(self, files: RecordingFiles) -> None:
        self._moved.append(delete(self.path, files=files))

    def restore(self, files: RecordingFiles) -> None:
        restore(self._moved.pop(), files=files)

    def recover(self, files: RecordingFiles) -> None:
        recover(self.path, files=files)


def saving(story: Story) -> Sequence[Step]:
    return story.saves("One", "Two", "Three")


def saving_twice(story: Story) -> Sequence[Step]:
    return story.saves("One", "Two")


def saving_over_comments(story: Story) -> Sequence[Step]:
    save(a_session("One"), story.path)
    story.path.write_text(f"# why we decide\n{story.path.read_text()}")
    return story.saves("Two", "Three")


def creating(story: Story) -> Sequence[Step]:
    return [story.create]


def renaming_and_copying(story: Story) -> Sequence[Step]:
    save(a_session("One"), story.path)
    return [story.rename, story.copy]


def deleting_and_restoring(story: Story) -> Sequence[Step]:
    save(a_session("One"), story.path)
    return [story.delete, story.restore, story.delete, story.save("Anew")]


def recovering(story: Story) -> Sequence[Step]:
    for name in ("One", "Two"):
        story.save(name)(RecordingFiles(story.root))
    story.path.write_text("format = \n")
    return [story.recover, story.save("Three")]


def recovering_what_shares_its_bytes(story: Story) -> Sequence[Step]:
    save(a_session("One"), story.path)
    kept_path(story.path).hardlink_to(story.path)
    story.path.unlink()
    story.path.write_bytes(b"\xff")
    return [story.recover]


STORIES: dict[str, Callable[[Story], Sequence[Step]]] = {
    story.__name__: story
    for story in (
        saving,
        saving_over_comments,
        creating,
        renaming_and_copying,
        deleting_and_restoring,
        recovering,
        recovering_what_shares_its_bytes,
    )
}


def crashes_in(
    tmp_path: Path, story: Callable[[Story], Sequence[Step]], layer: type[RecordingFiles]
) -> Crashes:
    root = tmp_path / "root"
    root.mkdir()
    return crashes_of(root, story(Story(root)), layer)


LEAST = {
    "saving": 130,
    "saving_over_comments": 130,
    "creating": 40,
    "renaming_and_copying": 80,
    "deleting_and_restoring": 50,
    "recovering": 80,
    "recovering_what_shares_its_bytes": 40,
}
"""So many states a story has at the least, whatever the layer; fewer would mean that the model shrank."""


@pytest.mark.parametrize("layer", [RecordingFiles, UnlinkedFiles, PiecemealFiles])
@pytest.mark.parametrize("story", STORIES)
def test_after_every_crash_the_state_is_the_one_before_or_the_one_after(
    tmp_path: Path, story: str, layer: type[RecordingFiles], tried: Tried
) -> None:
    crashes = crashes_in(tmp_path, STORIES[story], layer)
    states = check(crashes, tmp_path / "state", "data/sessions" if story == "creating" else "")
    tried("crash states", states)
    assert states >= LEAST[story]


def test_a_crash_in_the_save_after_a_crash_does_no_more_harm(tmp_path: Path, tried: Tried) -> None:
    first = crashes_in(tmp_path, saving, RecordingFiles)
    # The content of a stray file makes no difference to what comes: it is swept by its name.
    states = {tuple((n, n.endswith(".tmp") or c) for n, c in state): state for state in first.during[2]}
    found = 0
    for number, state in enumerate(states.values()):
        story = Story(laid_out(tmp_path / f"again-{number}", state))
        second = crashes_of(story.root, story.saves("After the crash"))
        found += check(second, tmp_path / "state")
    tried("crash states after a crash", found)
    assert found >= 500


class CarelessFiles(RecordingFiles):
    """Writes, and does not wait until it is on the disk."""

    def flush(self, descriptor: int) -> None:
        pass


class NamelessFiles(RecordingFiles):
    """Does not wait until the names are on the disk."""

    def flush_directory(self, directory: Path) -> None:
        pass


class OverwritingFiles(RecordingFiles):
    """Writes into the old file in place of a rename, flush and all."""

    def rename(self, source: Path, target: Path) -> None:
        if not target.exists():
            super().rename(source, target)
            return
        data = source.read_bytes()
        target.write_bytes(data)
        number = self.disk.truncate(target)
        self._noted("truncate")
        self.disk.write(number, data)
        self._noted("write")
        self.disk.flush(number)
        self.remove(source)


class RemovingFiles(RecordingFiles):
    """Takes the old name away before the new one comes."""

    def rename(self, source: Path, target: Path) -> None:
        if target.exists():
            self.remove(target)
        super().rename(source, target)


class LateFiles(RecordingFiles):
    """Flushes the content, but only with the names, after the rename."""

    def flush(self, descriptor: int) -> None:
        self._late = self._numbers[descriptor]

    def flush_directory(self, directory: Path) -> None:
        self.disk.flush(self._late)
        super().flush_directory(directory)


@pytest.mark.parametrize("layer", [CarelessFiles, NamelessFiles, OverwritingFiles, RemovingFiles, LateFiles])
def test_a_protocol_that_leaves_something_out_is_found_out(
    tmp_path: Path, layer: type[RecordingFiles]
) -> None:
    crashes = crashes_in(tmp_path, saving_twice, layer)
    with pytest.raises(AssertionError, match=r"holds neither|is nowhere|shows neither"):
        check(crashes, tmp_path / "state")


def test_a_directory_that_is_made_and_not_flushed_is_found_out(tmp_path: Path) -> None:
    crashes = crashes_in(tmp_path, creating, NamelessFiles)
    with pytest.raises(AssertionError, match="neither"):
        check(crashes, tmp_path / "state", "data/sessions")


def test_a_deleted_session_whose_names_are_not_flushed_is_found_out(tmp_path: Path) -> None:
    crashes = crashes_in(tmp_path, deleting_and_restoring, NamelessFiles)
    with pytest.raises(AssertionError, match="neither"):
        check(crashes, tmp_path / "state")
