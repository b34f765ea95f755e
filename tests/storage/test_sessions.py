from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from fwwizard.errors import InputError, SaveError, SessionNotFoundError
from fwwizard.storage.atomic import kept_path
from fwwizard.storage.sessions import ChangedOutsideError, kept_version, load, read, save
from fwwizard.storage.toml_text import digest_of
from tests.storage.faulty_files import FaultyFiles
from tests.storage.strategies import a_session


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "choice.toml"
    save(a_session(), path)
    return path


def test_a_saved_session_is_loaded_as_it_was(file: Path) -> None:
    assert load(file) == a_session()


def test_the_digest_of_a_save_is_that_of_the_file(file: Path) -> None:
    saved = save(a_session("Billing"), file, expected=read(file).digest)
    assert saved.digest == read(file).digest == digest_of(file.read_bytes())
    assert saved.durable


def test_saves_follow_each_other_by_their_digests(file: Path) -> None:
    first = save(a_session("One"), file, expected=read(file).digest)
    save(a_session("Two"), file, expected=first.digest)
    assert load(file).name == "Two"
    kept = kept_version(file)
    assert kept is not None
    assert kept.session.name == "One"


def test_a_file_changed_by_somebody_else_is_not_overwritten(file: Path) -> None:
    stored = read(file)
    file.write_text(file.read_text().replace("Payments", "Their payments"))
    theirs = file.read_bytes()
    with pytest.raises(ChangedOutsideError, match="somebody else changed the file"):
        save(a_session("Mine"), file, expected=stored.digest)
    assert file.read_bytes() == theirs


def test_a_file_that_somebody_removed_is_not_made_again(file: Path) -> None:
    stored = read(file)
    file.unlink()
    with pytest.raises(ChangedOutsideError, match="removed"):
        save(stored.session, file, expected=stored.digest)
    assert not file.exists()


def test_a_new_session_overwrites_nothing(file: Path) -> None:
    with pytest.raises(ChangedOutsideError, match="a file of that name"):
        save(a_session("Other"), file)
    assert load(file).name == "Payments API"


def test_saving_what_is_there_already_writes_nothing(file: Path) -> None:
    before = file.stat()
    saved = save(a_session(), file, expected=read(file).digest)
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert file.stat().st_ino == before.st_ino
    assert saved.digest == read(file).digest


def test_comments_are_kept_in_a_copy_before_the_first_rewrite(file: Path) -> None:
    commented = f"# why we decide\n{file.read_text()}"
    file.write_text(commented)
    stored = read(file)
    assert stored.has_comments
    saved = save(a_session("Billing"), file, expected=stored.digest)
    assert saved.commented == file.with_name("choice.commented.toml")
    assert saved.commented.read_text() == commented
    again = save(a_session("Payments"), file, expected=saved.digest)
    assert again.commented is None


def test_a_second_commented_copy_does_not_replace_the_first(file: Path) -> None:
    for remark in ("one", "two"):
        file.write_text(f"# {remark}\n{file.read_text()}")
        save(a_session(remark), file, expected=read(file).digest)
    assert "# one" in file.with_name("choice.commented.toml").read_text()
    assert "# two" in file.with_name("choice.commented-2.toml").read_text()


def test_a_save_that_failed_after_keeping_the_comments_keeps_them_once(file: Path) -> None:
    commented = f"# why\n{file.read_text()}"
    file.write_text(commented)
    stored = read(file)
    for _ in range(3):
        failing = FaultyFiles("rename", OSError(errno.EIO, ""), after=1)
        with pytest.raises(SaveError):
            save(a_session("Billing"), file, expected=stored.digest, files=failing)
    save(a_session("Billing"), file, expected=stored.digest)
    kept = [path.name for path in file.parent.iterdir() if "commented" in path.name]
    assert kept == ["choice.commented.toml"]


def test_strays_of_a_commented_copy_are_swept(file: Path) -> None:
    file.write_text(f"# why\n{file.read_text()}")
    stored = read(file)
    killed = FaultyFiles("rename", OSError(errno.EIO, ""))
    killed.remove = lambda path: None  # type: ignore[method-assign]  # a program killed cleans nothing up
    with pytest.raises(SaveError):
        save(a_session("Billing"), file, expected=stored.digest, files=killed)
    assert any(path.suffix == ".tmp" for path in file.parent.iterdir())
    save(a_session("Billing"), file, expected=stored.digest)
    assert not any(path.suffix == ".tmp" for path in file.parent.iterdir())


def test_a_full_disk_leaves_file_and_comments(file: Path) -> None:
    file.write_text(f"# why\n{file.read_text()}")
    stored = read(file)
    with pytest.raises(SaveError, match="the disk is full"):
        save(
            a_session("Billing"),
            file,
            expected=stored.digest,
            files=FaultyFiles("write", OSError(errno.ENOSPC, "")),
        )
    assert read(file) == stored


def test_a_file_that_cannot_be_read_before_a_save_is_left(file: Path) -> None:
    stored = read(file)
    with pytest.raises(SaveError, match="the disk reported an error"):
        save(a_session("B"), file, expected=stored.digest, files=FaultyFiles("read", OSError(errno.EIO, "")))
    assert read(file) == stored


def test_a_name_with_half_a_character_is_refused(file: Path) -> None:
    with pytest.raises(SaveError, match="half a character"):
        save(replace(a_session(), name="\udcff"), file, expected=read(file).digest)
    assert load(file) == a_session()


def test_locks_stand_in_the_state_directory_alone(file: Path, home: Path) -> None:
    assert [path.name for path in file.parent.iterdir()] == ["choice.toml"]
    assert (home / "state" / "locks").is_dir()


def test_reading_makes_no_lock_and_no_other_file(file: Path, home: Path) -> None:
    before = sorted(home.rglob("*"))
    file_before = file.stat().st_mtime_ns
    load(file)
    assert sorted(home.rglob("*")) == before
    assert file.stat().st_mtime_ns == file_before


def test_a_missing_session_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(SessionNotFoundError, match="there is no such session"):
        load(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "format: is missing (and 6 more)"),
        (b"\xff\xfe", "is not UTF-8 text"),
        (b"format = 1\nid = \xe9", "is not UTF-8 text"),
        (b"format = ", "is not valid TOML"),
        (b"format = 1\nformat = 1\n", "is not valid TOML"),
        (b"a = " + b"[" * 3000 + b"]" * 3000, ":1:105: is nested too deeply"),
        (b"a = 1\nformat = " + b"9" * 5000, ":2:10: holds a number that is out of range"),
        (b"format = 0x" + b"f" * 5000, ":1:1: format: is a number out of range"),
        (b"format = 1" + b"0" * 4000, ":1:1: format: is a number out of range"),
        (b"[" + b"a" * 5000 + b"]\n" + b"[" + b"a" * 5000 + b"]\n", "is not valid TOML: cannot declare"),
        (b"a." * 30 + b"a" * 500 + b" = nan", "must be a finite number"),
        (b"format = 1\nid = 'x\x1b[31m'", "is not valid TOML"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_broken_file_is_refused_in_one_line_and_stays(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "choice.toml"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        load(path)
    assert words in str(caught.value)
    assert str(path) in str(caught.value)
    assert len(str(caught.value)) < len(str(path)) + 240
    assert str(caught.value).isprintable()
    assert path.read_bytes() == content


def test_a_directory_is_no_session(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a directory"):
        load(tmp_path)


def test_a_byte_order_mark_does_not_matter(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert load(file) == a_session()


def test_without_a_readable_earlier_version_there_is_none(file: Path) -> None:
    assert kept_version(file) is None
    kept_path(file).write_text("broken")
    assert kept_version(file) is None
