"""Saving: soon, in order, truthfully told, and never over what somebody else wrote."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from fwwizard.core.session import Session
from fwwizard.tui.screens.dialogs import ChoiceDialog
from tests.tui.memory_store import MemoryStore
from tests.tui.waiting import screen_lines, screen_text, settled
from tests.tui.wizard_app import app_on, home, opened, ranked, ready, said, wizard

PATH = Path("/payments-api.toml")


def in_store(store: MemoryStore) -> Session:
    return store.sessions[PATH]


async def test_a_change_is_saved_soon_and_the_title_says_when() -> None:
    async with opened(ranked()) as (app, pilot, store):
        store.may_save.clear()
        await pilot.press("J")
        await settled(pilot, lambda: "saving…" in screen_lines(app)[0])
        store.may_save.set()
        await settled(pilot, lambda: in_store(store) == said(app))
        await settled(pilot, lambda: "saved 12:42" in screen_lines(app)[0])


async def test_many_changes_are_one_write() -> None:
    async with opened(ranked()) as (app, pilot, store):
        for _ in range(6):
            app.simulate_key("J")
        await settled(pilot, lambda: in_store(store) == said(app))
        assert len(store.saved) == 1


async def test_saved_is_not_said_before_the_newest_is_on_the_disk() -> None:
    async with opened(ranked()) as (app, pilot, store):
        store.may_save.clear()
        await pilot.press("J")
        await settled(pilot, lambda: store.begun == 1)
        await pilot.press("J")
        assert "saving…" in screen_lines(app)[0]
        store.may_save.set()
        await settled(pilot, lambda: len(store.saved) == 2)
        await settled(pilot, lambda: "saved 12:42" in screen_lines(app)[0])
        assert store.saved[-1] == said(app)
        assert len(store.saved[0].changes) == 1


async def test_leaving_saves_at_once() -> None:
    store = MemoryStore(ranked())
    app = app_on(store, first=PATH)
    async with app.run_test() as pilot:
        await settled(pilot, lambda: ready(app))
        await pilot.press("J", "3", "q")
    assert app.return_value == 0
    assert in_store(store).step == "fit"
    assert len(in_store(store).changes) == 1


async def test_going_home_saves_at_once() -> None:
    async with opened(ranked()) as (app, pilot, store):
        await pilot.press("J", "escape")
        await settled(pilot, lambda: app.screen is home(app))
        assert len(in_store(store).changes) == 1


async def test_what_cannot_be_saved_is_told_and_saved_later() -> None:
    async with opened(ranked()) as (app, pilot, store):
        store.failure = "no space left on the device"
        await pilot.press("J")
        await settled(pilot, lambda: "not saved: no space left" in screen_lines(app)[0])
        store.failure = ""
        await pilot.press("J")
        await settled(pilot, lambda: in_store(store) == said(app))
        await settled(pilot, lambda: "saved 12:42" in screen_lines(app)[0])


async def test_leaving_with_unsaved_changes_asks() -> None:
    async with opened(ranked()) as (app, pilot, store):
        store.failure = "no space left on the device"
        await pilot.press("J", "q")
        await settled(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        await pilot.press("enter")
        await settled(pilot, lambda: app.screen is wizard(app))
        await pilot.press("q")
        await settled(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        await pilot.press("j", "j", "enter")
        await settled(pilot, lambda: app.return_value == 0)


async def changed_by_others(app_store: MemoryStore) -> Session:
    theirs = replace(in_store(app_store), name="Theirs")
    app_store.sessions[PATH] = theirs
    return theirs


async def test_a_file_changed_by_others_can_be_shown_instead() -> None:
    async with opened(ranked()) as (app, pilot, store):
        theirs = await changed_by_others(store)
        await pilot.press("J")
        await settled(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        await settled(pilot, lambda: "Somebody else changed" in screen_text(app))
        await pilot.press("j", "enter")
        await settled(pilot, lambda: said(app) == theirs)
        assert in_store(store) == theirs
        await pilot.press("J")
        await settled(pilot, lambda: in_store(store) == said(app))


async def test_or_ones_own_goes_on_as_a_copy() -> None:
    async with opened(ranked()) as (app, pilot, store):
        theirs = await changed_by_others(store)
        await pilot.press("J")
        await settled(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        await pilot.press("enter")
        await settled(pilot, lambda: said(app).name == "Payments API (copy)")
        await pilot.press("J")
        await settled(pilot, lambda: len(said(app).changes) == 2)
        await settled(pilot, lambda: store.sessions[Path("/new-1.toml")] == said(app))
        assert in_store(store) == theirs


async def test_what_opening_notices_is_told() -> None:
    store = MemoryStore(ranked())
    store.notice = "it has comments"
    async with opened(ranked(), store=store) as (app, pilot, _):
        await settled(pilot, lambda: "it has comments" in screen_text(app))
