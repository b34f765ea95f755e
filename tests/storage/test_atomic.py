from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from fwwizard.errors import SaveError
from fwwizard.storage.atomic import kept_path, sweep, write_text
from tests.storage.faulty_files import FaultyFiles, HalfFiles, ReadOnlyFiles, RecordingFiles


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "choice.toml"
    write_text(path, "first")
    write_text(path, "before")
    return path


def test_a_new_file_holds_the_text_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    assert write_text(tmp_path / "choice.toml", "text – ünï")
    assert [path.name for path in tmp_path.iterdir()] == ["choice.toml"]
    assert (tmp_path / "choice.toml").read_text(encoding="utf-8") == "text – ünï"


def test_the_version_before_is_kept(file: Path) -> None:
    write_text(file, "after")
    assert file.read_text() == "after"
    assert kept_path(file).read_text() == "before"
    assert kept_path(file).name == ".choice.toml.bak"


@pytest.mark.parametrize("operation", ["create", "write", "flush", "link", "rename"])
@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.EMFILE, errno.EBUSY]
)
def test_a_failing_operation_leaves_the_text_before_and_no_other_file(
    file: Path, operation: str, number: int
) -> None:
    names = sorted(path.name for path in file.parent.iterdir())
    with pytest.raises(SaveError):
        write_text(file, "after", FaultyFiles(operation, OSError(number, "said by the system")))
    assert file.read_text() == "before"
    assert sorted(path.name for path in file.parent.iterdir()) == names


def test_a_rename_that_fails_only_for_the_file_itself_keeps_it(file: Path) -> None:
    with pytest.raises(SaveError, match="the disk is full"):
        write_text(file, "after", FaultyFiles("rename", OSError(errno.ENOSPC, ""), after=1))
    assert file.read_text() == "before"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk quota is used up"),
        (errno.EROFS, "the file system is read-only"),
        (errno.EACCES, "there is no permission"),
        (errno.EIO, "the disk reported an error"),
        (errno.EMFILE, "too many files are open"),
        (errno.EXDEV, "it would have to move to another disk"),
        (errno.EDEADLK, "said by the system"),
    ],
)
def test_the_reason_is_told_in_words_with_the_file(file: Path, number: int, words: str) -> None:
    with pytest.raises(SaveError) as caught:
        write_text(file, "after", FaultyFiles("write", OSError(number, "said by the system")))
    assert str(caught.value) == f"{file}: not saved, {words}"


def test_a_directory_that_cannot_be_flushed_is_told_and_the_text_is_there(file: Path) -> None:
    assert not write_text(file, "after", FaultyFiles("flush_directory", OSError(errno.EIO, "")))
    assert file.read_text() == "after"


def test_everything_is_flushed_before_the_name_changes_hands(file: Path) -> None:
    files = RecordingFiles()
    write_text(file, "after", files)
    last = len(files.calls) - files.calls[::-1].index("rename") - 1
    assert files.calls.index("flush") < files.calls.index("rename")
    assert files.calls[last + 1 :] == ["flush_directory"]


def test_short_writes_are_continued(file: Path) -> None:
    write_text(file, "a long enough text", HalfFiles())
    assert file.read_text() == "a long enough text"


def test_without_hard_links_the_version_before_is_copied(file: Path) -> None:
    write_text(file, "after", FaultyFiles("link", OSError(errno.EPERM, "")))
    assert file.read_text() == "after"
    assert kept_path(file).read_text() == "before"


def test_the_version_before_is_kept_where_it_shares_its_bytes_with_the_file(file: Path) -> None:
    kept_path(file).unlink()
    os.link(file, kept_path(file))
    write_text(file, "after")
    assert kept_path(file).read_text() == "before"
    assert sorted(path.name for path in file.parent.iterdir()) == [".choice.toml.bak", "choice.toml"]


def test_the_mode_of_the_file_stays(file: Path) -> None:
    file.chmod(0o640)
    write_text(file, "after")
    assert file.stat().st_mode & 0o777 == 0o640
    assert kept_path(file).stat().st_mode & 0o777 == 0o640


def test_a_symbolic_link_stays_one_and_its_target_is_written(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.toml"
    link.parent.mkdir()
    link.symlink_to(file)
    write_text(link, "after")
    assert link.is_symlink()
    assert file.read_text() == "after"
    assert [path.name for path in link.parent.iterdir()] == ["link.toml"]


def test_a_link_to_a_file_that_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(tmp_path / "target.toml")
    write_text(link, "after")
    assert (tmp_path / "target.toml").read_text() == "after"


def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(link)
    with pytest.raises(SaveError):
        write_text(link, "after")


def test_a_read_only_file_is_refused(file: Path) -> None:
    with pytest.raises(SaveError, match="the file is read-only"):
        write_text(file, "after", ReadOnlyFiles())
    assert file.read_text() == "before"


def test_a_directory_and_a_device_are_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe):
        with pytest.raises(SaveError, match="not an ordinary file"):
            write_text(path, "after")
    assert pipe.is_fifo()


def test_a_missing_directory_is_told(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="no such file or directory"):
        write_text(tmp_path / "none" / "choice.toml", "after")


def test_half_a_character_is_refused_and_the_file_stays(file: Path) -> None:
    with pytest.raises(SaveError, match="half a character"):
        write_text(file, "\ud800")
    assert file.read_text() == "before"


def test_a_name_of_the_greatest_length_that_can_be_kept_is_written(tmp_path: Path) -> None:
    path = tmp_path / f"{'n' * 245}.toml"
    write_text(path, "before")
    write_text(path, "after")
    assert path.read_text() == "after"


def test_strays_of_this_file_are_swept_and_others_stay(file: Path) -> None:
    other = file.with_name("other.toml")
    stray_makers = FaultyFiles("rename", OSError(errno.EIO, ""))
    stray_makers.remove = lambda path: None  # type: ignore[method-assign]  # a program killed cleans nothing up
    for path in (file, other):
        with pytest.raises(SaveError):
            write_text(path, "after", stray_makers)
    before = {path.name for path in file.parent.iterdir()}
    sweep(file)
    left = {path.name for path in file.parent.iterdir()}
    assert len([name for name in before if name.endswith(".tmp")]) == 3
    assert len([name for name in left if name.endswith(".tmp")]) == 1
    assert file.read_text() == "before"
