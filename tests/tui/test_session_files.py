"""The wizard's store on real files."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from fwwizard.errors import FwwizardError
from fwwizard.storage.sessions import ChangedOutsideError
from fwwizard.tui.session_files import SessionFiles
from tests.core.build import NOON
from tests.tui.wizard_app import ranked


def test_a_directory_that_is_not_there_lists_nothing_and_is_made_when_needed(tmp_path: Path) -> None:
    store = SessionFiles(tmp_path / "not" / "there")
    assert store.listed() == []
    path = store.create(ranked())
    assert [one.session for one in store.listed()] == [ranked()]
    assert store.open(path).session == ranked()


def test_what_cannot_be_read_is_listed_with_line_and_reason_but_not_its_path(tmp_path: Path) -> None:
    (tmp_path / "torn.toml").write_text("format = 1\nname = [\n")
    (one,) = SessionFiles(tmp_path).listed()
    assert one.session is None
    assert one.name == "torn.toml"
    assert one.error.startswith("line 2, column 9: is not valid TOML")
    assert str(tmp_path) not in one.error


def test_saving_again_and_again_needs_no_reading_but_never_overwrites_others(tmp_path: Path) -> None:
    store = SessionFiles(tmp_path)
    path = store.create(ranked())
    opened, other = store.open(path), store.open(path)
    for name in ("one", "two"):
        opened.save(replace(ranked(), name=name))
    assert store.open(path).session.name == "two"
    with pytest.raises(ChangedOutsideError):
        other.save(replace(ranked(), name="three"))
    assert store.open(path).session.name == "two"


def test_comments_are_announced_and_kept(tmp_path: Path) -> None:
    store = SessionFiles(tmp_path)
    path = store.create(ranked())
    path.write_text(path.read_text() + "\n# why we did this\n")
    opened = store.open(path)
    assert "has comments" in opened.notice
    notice = opened.save(replace(ranked(), name="other"))
    assert notice.endswith(".commented.toml")
    assert opened.save(replace(ranked(), name="third")) == ""


def test_rename_copy_delete_and_back(tmp_path: Path) -> None:
    store = SessionFiles(tmp_path)
    path = store.create(ranked())
    store.rename(path, "Renamed", NOON)
    copied = store.copy(path, "Copied", NOON)
    assert sorted(one.name for one in store.listed()) == ["Copied", "Renamed"]
    bring_back = store.delete(copied)
    assert [one.name for one in store.listed()] == ["Renamed"]
    bring_back()
    assert len(store.listed()) == 2


def test_a_broken_file_goes_back_to_the_version_before(tmp_path: Path) -> None:
    store = SessionFiles(tmp_path)
    path = store.create(ranked())
    store.open(path).save(replace(ranked(), name="newer"))
    path.write_text("torn")
    kept = store.kept(path)
    assert kept is not None
    assert kept.session == ranked()
    assert store.recover(path).read_text() == "torn"
    assert store.open(path).session == ranked()
    assert store.kept(path) is None


def test_what_others_do_is_seen_by_the_content_alone(tmp_path: Path) -> None:
    store = SessionFiles(tmp_path)
    path = store.create(ranked())
    opened = store.open(path)
    assert opened.outside() is None
    opened.save(replace(ranked(), name="mine now"))
    assert opened.outside() is None
    text, times = path.read_text(), (path.stat().st_atime_ns, path.stat().st_mtime_ns)
    path.write_text(text.replace("mine now", "all mine"))
    os.utime(path, ns=times)
    found = opened.outside()
    assert found is not None
    assert "no longer what was read" in found.message
    path.write_text(text)
    assert opened.outside() is None
    path.unlink()
    gone = opened.outside()
    assert gone is not None
    assert "removed" in gone.message
    path.mkdir()
    assert opened.outside() is None


def test_a_session_is_saved_where_the_person_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SessionFiles(tmp_path / "sessions")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    first = store.create(ranked())
    monkeypatch.setenv("HOME", str(elsewhere))
    for typed, path in (
        (f"{elsewhere}/choice.toml", elsewhere / "choice.toml"),
        ("~/choice", elsewhere / "choice.toml"),
        ("plain name", tmp_path / "sessions" / "plain name.toml"),
        (f"{elsewhere}/", elsewhere / "payments-api-payments.toml"),
    ):
        path.unlink(missing_ok=True)
        assert store.save_as(ranked(), typed) == path
        assert store.open(path).session == ranked()
    assert store.open(first).session == ranked()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "a file has to be named"),
        ("a\0b", "a file has to be named"),
        ("{there}", "there is such a file already"),
        ("{nowhere}/x.toml", "not saved, there is no such file or directory"),
        (".hidden", "is no name for a session"),
        ("x.commented.toml", "is no name for a session"),
        pytest.param("x" * 300, "not saved, the file name is too long", id="long"),
    ],
)
def test_a_place_that_will_not_do_is_refused_in_words(tmp_path: Path, typed: str, message: str) -> None:
    store = SessionFiles(tmp_path)
    there = store.create(ranked())
    with pytest.raises(FwwizardError) as caught:
        store.save_as(ranked(), typed.format(there=there, nowhere=tmp_path / "nowhere"))
    assert caught.value.message == message
