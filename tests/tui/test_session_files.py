"""The wizard's store on real files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

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
    store.recover(path)
    assert store.open(path).session == ranked()
