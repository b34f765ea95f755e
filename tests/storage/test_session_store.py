from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fwwizard.core.session import Session
from fwwizard.errors import InputError, SaveError, SessionNotFoundError
from fwwizard.storage.files import SystemFiles
from fwwizard.storage.session_store import (
    Broken,
    copy,
    create,
    delete,
    find,
    latest,
    listing,
    recover,
    rename,
    restore,
)
from fwwizard.storage.sessions import Stored, load, read, save
from tests.storage.faulty_files import FaultyFiles
from tests.storage.strategies import a_session

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


def named(name: str, session_id: str, minutes: int = 0) -> Session:
    session = a_session(name, session_id)
    return replace(session, updated=session.updated + timedelta(minutes=minutes))


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    place = tmp_path / "sessions"
    create(named("Payments API", "3f0c1111", 1), place)
    create(named("Billing", "3f0d2222", 3), place)
    create(named("Search", "77aa3333", 2), place)
    return place


def names(directory: Path) -> list[str]:
    return [member.session.name for member in listing(directory) if isinstance(member, Stored)]


def test_a_directory_that_is_not_there_has_no_sessions_and_is_not_made(tmp_path: Path) -> None:
    assert listing(tmp_path / "none") == ()
    assert not (tmp_path / "none").exists()


def test_the_newest_stands_first(directory: Path) -> None:
    assert names(directory) == ["Billing", "Search", "Payments API"]
    assert load(latest(directory)).name == "Billing"


def test_without_sessions_there_is_no_latest(tmp_path: Path) -> None:
    with pytest.raises(SessionNotFoundError, match="no session yet"):
        latest(tmp_path)


def test_a_broken_member_is_listed_last_with_its_error_and_hides_no_other(directory: Path) -> None:
    (directory / "broken.toml").write_text("format = \n")
    (directory / "odd.toml").mkdir()
    *good, first, second = listing(directory)
    assert len(good) == 3
    assert isinstance(first, Broken)
    assert isinstance(second, Broken)
    assert str(first.error).startswith(f"{directory / 'broken.toml'}:1:10: is not valid TOML")
    assert "is a directory" in str(second.error)


def test_kept_and_commented_copies_are_not_listed(directory: Path) -> None:
    path = find("Billing", directory)
    path.write_text(f"# why\n{path.read_text()}")
    save(named("Billing", "3f0d2222", 9), path, expected=read(path).digest)
    assert len(list(directory.iterdir())) == 5
    assert len(listing(directory)) == 3


@pytest.mark.parametrize(
    "text", ["Billing", "billing", "3f0d2222", "3f0d", "billing-3f0d2222", "billing-3f0d2222.toml"]
)
def test_a_session_is_found_by_what_a_person_may_say(directory: Path, text: str) -> None:
    assert load(find(text, directory)).name == "Billing"


def test_a_session_is_found_by_its_path(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = directory / "billing-3f0d2222.toml"
    assert find(str(path), Path("elsewhere")) == path
    monkeypatch.chdir(directory)
    assert find("./billing-3f0d2222.toml", Path("elsewhere")).samefile(path)
    assert find("billing-3f0d2222.toml", Path("elsewhere")).samefile(path)


def test_a_broken_session_is_found_by_its_file_name(directory: Path) -> None:
    (directory / "broken.toml").write_text("format = \n")
    assert find("broken", directory) == directory / "broken.toml"


def test_what_may_mean_several_is_refused_with_their_names(directory: Path) -> None:
    with pytest.raises(InputError, match="may mean several") as caught:
        find("3f0", directory)
    assert "billing-3f0d2222" in str(caught.value)
    assert "payments-api-3f0c1111" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["Biling", "", "zz", "../billing-3f0d2222.toml", "/none/x.toml", "\x1b[31m", "~nobody", "x" * 5000],
)
def test_what_means_none_is_refused_in_one_line(directory: Path, text: str) -> None:
    with pytest.raises(SessionNotFoundError) as caught:
        find(text, directory)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("name", ["Payments/Billing", "http://x", "../Billing"])
def test_a_name_with_slashes_is_found_like_any_other(directory: Path, name: str) -> None:
    path, _ = create(named(name, "88bb4444"), directory)
    assert find(name, directory) == path


def test_a_near_name_is_suggested(directory: Path) -> None:
    with pytest.raises(SessionNotFoundError, match='did you mean "Billing"'):
        find("Biling", directory)


def test_what_a_killed_first_save_left_goes_with_a_later_one_and_not_while_it_may_be_in_use(
    directory: Path,
) -> None:
    killed = FaultyFiles("rename", OSError(errno.EIO, ""))
    killed.remove = lambda path: None  # type: ignore[method-assign]  # a program killed cleans nothing up
    with pytest.raises(SaveError):
        create(named("Killed", "1111"), directory, files=killed)
    (stray,) = directory.glob(".fwwizard-*")
    other = directory / ".fwwizard-notes"
    other.write_text("mine")
    create(named("Second", "2222"), directory)
    assert stray.exists()
    for path in (stray, other):
        os.utime(path, (0, 0))
    create(named("Third", "3333"), directory)
    assert not stray.exists()
    assert other.exists()


def test_sessions_of_one_name_and_one_beginning_of_id_get_files_of_their_own(tmp_path: Path) -> None:
    first, _ = create(named("Billing", "3f0c1111-aaaa"), tmp_path)
    second, _ = create(named("Billing", "3f0c1111-bbbb"), tmp_path)
    assert first != second
    assert len(listing(tmp_path)) == 2


def test_a_name_that_climbs_stays_in_the_directory(tmp_path: Path) -> None:
    place = tmp_path / "sessions"
    path, _ = create(named("../../etc/passwd", "../../x"), place)
    assert path.parent == place
    assert [found.name for found in tmp_path.iterdir()] == ["sessions"]


def test_renaming_changes_the_name_and_not_the_file(directory: Path) -> None:
    path = find("Billing", directory)
    rename(path, "Invoices", NOW)
    session = load(path)
    assert (session.name, session.updated, session.id) == ("Invoices", NOW, "3f0d2222")


def test_a_copy_is_a_session_of_its_own(directory: Path) -> None:
    path = copy(find("Billing", directory), "Billing again", NOW, directory)
    original, made = load(find("Billing", directory)), load(path)
    assert made.id != original.id
    assert (
        replace(made, id=original.id, name="Billing", created=original.created, updated=original.updated)
        == original
    )


def test_what_was_deleted_comes_back_as_it_was(directory: Path) -> None:
    path = find("Billing", directory)
    content = path.read_bytes()
    moved = delete(path)
    assert names(directory) == ["Search", "Payments API"]
    restore(moved)
    assert path.read_bytes() == content


def test_a_broken_session_can_be_deleted(directory: Path) -> None:
    broken = directory / "broken.toml"
    broken.write_text("format = \n")
    delete(broken)
    assert not broken.exists()


def test_deleting_nothing_is_refused(directory: Path) -> None:
    with pytest.raises(SessionNotFoundError):
        delete(directory / "none.toml")


def test_bringing_back_overwrites_nothing(directory: Path) -> None:
    path = find("Billing", directory)
    moved = delete(path)
    save(named("New billing", "1234"), path)
    with pytest.raises(SaveError, match="another session stands there"):
        restore(moved)
    assert load(path).name == "New billing"
    assert moved.aside.exists()


def test_a_broken_session_is_replaced_by_the_version_before_and_kept_aside(directory: Path) -> None:
    path = find("Billing", directory)
    save(named("Billing 2", "3f0d2222"), path, expected=read(path).digest)
    path.write_text("format = \n")
    moved = recover(path)
    assert load(path).name == "Billing"
    assert moved.aside.read_text() == "format = \n"


def test_a_recovery_that_fails_leaves_the_broken_session_where_it_is(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = find("Billing", directory)
    save(named("Billing 2", "3f0d2222"), path, expected=read(path).digest)
    path.write_text("format = \n")
    with monkeypatch.context() as patch:
        patch.setattr(SystemFiles, "write", full_disk)
        with pytest.raises(SaveError, match="the disk is full"):
            recover(path)
    assert path.read_text() == "format = \n"
    recover(path)
    assert load(path).name == "Billing"


def test_a_recovery_over_a_link_writes_what_it_leads_to(directory: Path, tmp_path: Path) -> None:
    path = find("Billing", directory)
    save(named("Billing 2", "3f0d2222"), path, expected=read(path).digest)
    path.write_text("format = \n")
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    moved = recover(link)
    assert link.is_symlink()
    assert load(path).name == "Billing"
    assert moved.aside.read_text() == "format = \n"


def test_a_recovery_keeps_the_version_that_it_brought_back(directory: Path) -> None:
    path = find("Billing", directory)
    save(named("Billing 2", "3f0d2222"), path, expected=read(path).digest)
    for _ in range(2):
        path.write_text("format = \n")
        recover(path)
        assert load(path).name == "Billing"


def full_disk(*_: object) -> int:
    raise OSError(errno.ENOSPC, "")


def test_without_a_version_before_a_broken_session_stays(directory: Path) -> None:
    path = find("Billing", directory)
    path.write_text("format = \n")
    with pytest.raises(SaveError, match="no earlier version"):
        recover(path)
    assert path.read_text() == "format = \n"
