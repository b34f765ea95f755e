"""The wizard on a disk that refuses: it goes on, says so, and saves as soon as it can."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from fwwizard.storage.files import SystemFiles
from fwwizard.storage.sessions import load
from fwwizard.tui import autosave
from fwwizard.tui.app import WizardApp
from fwwizard.tui.session_files import SessionFiles
from fwwizard.tui.store import Context
from tests.catalogs import invented
from tests.core.build import NOON
from tests.tui.waiting import screen_lines, screen_text, settled
from tests.tui.wizard_app import MEDIUM, ranked, ready, said


def failing(number: int) -> object:
    def fail(*_: object) -> None:
        raise OSError(number, "said by the system")

    return fail


@pytest.mark.parametrize(
    ("operation", "number", "words"),
    [
        ("write", errno.ENOSPC, "the disk is full"),
        ("flush", errno.EIO, "the disk reported an error"),
        ("create", errno.EACCES, "there is no permission"),
        ("create", errno.EMFILE, "too many files are open"),
        ("link", errno.EDQUOT, "the disk quota is used up"),
        ("rename", errno.EXDEV, "it would have to move to another disk"),
    ],
)
async def test_a_disk_that_refuses_is_told_while_work_goes_on_and_all_is_saved_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, operation: str, number: int, words: str
) -> None:
    monkeypatch.setattr(autosave, "AGAIN", 0.02)
    store = SessionFiles(tmp_path)
    path = store.create(ranked())
    app = WizardApp(Context(store, invented, lambda: NOON, lambda: "new", first=path))
    app.animation_level = "none"
    async with app.run_test(size=MEDIUM, notifications=True) as pilot:
        await settled(pilot, lambda: ready(app))
        with monkeypatch.context() as refusing:
            refusing.setattr(SystemFiles, operation, failing(number))
            await pilot.press("J")
            await settled(pilot, lambda: f" not saved: {words}" in screen_lines(app)[0])
            await pilot.press("J")
            await settled(pilot, lambda: f" not saved: {words}" in screen_lines(app)[0])
            assert len(said(app).changes) == 2
            assert load(path) == ranked()
        # Nothing is pressed any more: it is tried again by itself.
        await settled(pilot, lambda: "saved 12:00" in screen_lines(app)[0])
        assert load(path) == said(app)


async def test_a_disk_that_does_not_confirm_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SessionFiles(tmp_path)
    path = store.create(ranked())
    app = WizardApp(Context(store, invented, lambda: NOON, lambda: "new", first=path))
    app.animation_level = "none"
    monkeypatch.setattr(SystemFiles, "flush_directory", failing(errno.EIO))
    async with app.run_test(size=MEDIUM, notifications=True) as pilot:
        await settled(pilot, lambda: ready(app))
        await pilot.press("J")
        await settled(pilot, lambda: "the disk did not confirm" in screen_text(app))
        assert load(path) == said(app)


def test_a_disk_that_never_confirms_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SessionFiles(tmp_path)
    opened = store.open(store.create(ranked()))
    monkeypatch.setattr(SystemFiles, "flush_directory", failing(errno.EIO))
    assert "did not confirm" in opened.save(ranked("One"))
    assert opened.save(ranked("Two")) == ""
