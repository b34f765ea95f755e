"""Another file: one that somebody else changed, one that the person names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from fwwizard.core.session import Change, Session
from fwwizard.tui.screens.conflicts import CompareDialog, ConflictDialog, compared
from fwwizard.tui.screens.dialogs import ChoiceDialog
from fwwizard.tui.widgets.line_prompt import LinePrompt
from tests.core.build import NOON
from tests.tui.memory_store import MemoryStore
from tests.tui.waiting import screen_lines, screen_text, settled
from tests.tui.wizard_app import app_on, home, opened, ranked, ready, said, wizard

PATH = Path("/payments-api.toml")
OFTEN = 0.02


def theirs_in(store: MemoryStore, **more: object) -> Session:
    changes = (Change(NOON, "ticked Websockets"),)
    fields = {"name": "Theirs", "checklist": {"websockets": "must"}, "changes": changes} | more
    store.sessions[PATH] = replace(store.sessions[PATH], **fields)  # type: ignore[arg-type]  # fields of a session
    return store.sessions[PATH]


async def test_a_change_from_outside_is_noticed_while_nothing_is_typed_and_asked_once() -> None:
    async with opened(ranked(), look_every=OFTEN) as (app, pilot, store):
        theirs = theirs_in(store)
        await settled(pilot, lambda: isinstance(app.screen, ConflictDialog))
        await settled(pilot, lambda: "The file is another. Nothing was overwritten." in screen_text(app))
        await pilot.press("escape")
        await settled(pilot, lambda: app.screen is wizard(app))
        for _ in range(5):
            await pilot.pause(OFTEN)
        assert app.screen is wizard(app)
        later = theirs_in(store, name="Theirs again")
        await settled(pilot, lambda: isinstance(app.screen, ConflictDialog))
        await pilot.press("j", "enter")
        await settled(pilot, lambda: said(app) == later)
        assert later != theirs
        assert store.saved == []


async def test_ones_own_saves_are_no_change_from_outside() -> None:
    async with opened(ranked(), look_every=OFTEN) as (app, pilot, store):
        for _ in range(3):
            await pilot.press("J")
            await settled(pilot, lambda: store.sessions[PATH] == said(app))
        assert not isinstance(app.screen, ConflictDialog)


async def test_a_removed_file_is_told_and_mine_can_be_kept() -> None:
    async with opened(ranked(), look_every=OFTEN) as (app, pilot, store):
        del store.sessions[PATH]
        await settled(pilot, lambda: isinstance(app.screen, ConflictDialog))
        await settled(pilot, lambda: "The file was removed." in screen_text(app))
        await pilot.press("enter")
        await settled(pilot, lambda: Path("/new-1.toml") in store.sessions)


async def test_compare_lists_what_differs_and_then_asks_again() -> None:
    async with opened(ranked(), (80, 24)) as (app, pilot, store):
        theirs = theirs_in(store)
        await pilot.press("J")
        await settled(pilot, lambda: isinstance(app.screen, ConflictDialog))
        await pilot.press("j", "j", "enter")
        await settled(pilot, lambda: isinstance(app.screen, CompareDialog))
        lead = "3 answers differ between what stands here and what is in the file."
        await settled(pilot, lambda: lead in screen_text(app))
        text = " ".join(screen_text(app).replace("│", " ").split())
        assert "checklist.websockets mine: – theirs: must" in text
        await pilot.press(*["J"] * 6)
        await settled(pilot, lambda: "ticked Websockets" in screen_text(app))
        await pilot.press("j", "enter")
        await settled(pilot, lambda: said(app) == theirs)


async def test_from_comparing_mine_can_go_on_as_a_copy() -> None:
    async with opened(ranked()) as (app, pilot, store):
        theirs_in(store)
        await pilot.press("J")
        await settled(pilot, lambda: isinstance(app.screen, ConflictDialog))
        await pilot.press("j", "j", "enter")
        await settled(pilot, lambda: isinstance(app.screen, CompareDialog))
        await pilot.press("enter")
        await settled(pilot, lambda: said(app).name == "Payments API (copy)")


def test_where_only_the_log_differs_no_answer_does() -> None:
    mine = ranked()
    lead, sections = compared(mine, replace(mine, changes=(Change(NOON, "did and undid"),)))
    assert lead == "No answer differs."
    assert sections == [("Changed there", [("", "did and undid")])]


async def test_what_cannot_be_reloaded_gives_nothing_up() -> None:
    async with opened(ranked()) as (app, pilot, store):
        theirs_in(store)
        await pilot.press("J")
        await settled(pilot, lambda: isinstance(app.screen, ConflictDialog))
        mine = said(app)
        store.unfit = "its answers do not fit"
        await pilot.press("j", "enter")
        await settled(pilot, lambda: "its answers do not fit" in screen_text(app))
        assert said(app) == mine


async def test_when_saving_fails_the_title_says_why_and_another_file_can_be_named() -> None:
    async with opened(ranked(), (80, 24)) as (app, pilot, store):
        store.failure = "not saved, the disk is full"
        await pilot.press("J")
        await settled(pilot, lambda: "not saved: the disk is full (S: save as)" in screen_lines(app)[0])
        await pilot.press("J", "S")
        await settled(pilot, lambda: wizard(app).query_one("#save-as", LinePrompt).asking)
        await settled(pilot, lambda: "Save as, and go on there:" in screen_text(app))
        store.unwritable = {Path("/media")}
        await pilot.press("ctrl+u", *"/media/mine.toml", "enter")
        await settled(pilot, lambda: "there is no permission" in screen_text(app))
        await pilot.press("ctrl+u", *"/tmp/mine.toml", "enter")
        other = Path("/tmp/mine.toml")
        await settled(pilot, lambda: other in store.sessions)
        await settled(pilot, lambda: "saved 12:42" in screen_lines(app)[0])
        assert store.sessions[other] == said(app)
        assert wizard(app).path == other
        store.failure = ""
        await pilot.press("u")
        await settled(pilot, lambda: store.sessions[other] == said(app) != store.sessions[PATH])
        assert len(said(app).changes) == 1


async def test_the_question_can_be_left() -> None:
    async with opened(ranked()) as (app, pilot, store):
        before = app.focused
        await pilot.press("S", "escape")
        await settled(pilot, lambda: app.focused is before)
        assert list(store.sessions) == [PATH]
        assert wizard(app).path == PATH


async def test_leaving_with_unsaved_changes_offers_another_file() -> None:
    async with opened(ranked()) as (app, pilot, store):
        store.failure = "the disk is full"
        await pilot.press("J", "escape")
        await settled(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        await pilot.press("j", "enter")
        await settled(pilot, lambda: wizard(app).query_one("#save-as", LinePrompt).asking)
        await pilot.press("ctrl+u", *"/mine.toml", "enter")
        await settled(pilot, lambda: Path("/mine.toml") in store.sessions)
        await pilot.press("escape")
        await settled(pilot, lambda: app.screen is home(app))


async def test_the_palette_knows_save_as() -> None:
    store = MemoryStore(ranked())
    app = app_on(store, first=PATH)
    async with app.run_test() as pilot:
        await settled(pilot, lambda: ready(app))
        await pilot.press("ctrl+p", *"another file")
        await settled(pilot, lambda: "Save to another file, and go on there" in screen_text(app))
        await pilot.press("enter")
        await settled(pilot, lambda: wizard(app).query_one("#save-as", LinePrompt).asking)
