"""Two sessions side by side on the screen: every command, from everywhere one can come."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input

from fwwizard.core.catalog import Fact
from fwwizard.core.model import Catalog
from fwwizard.core.session import Project, Session
from fwwizard.tui.app import WizardApp
from fwwizard.tui.screens.compare import CompareScreen
from fwwizard.tui.screens.help import HelpScreen
from fwwizard.tui.screens.home import HomeScreen
from fwwizard.tui.screens.session_dialog import SessionDialog
from fwwizard.tui.screens.wizard import WizardScreen
from tests.catalogs import invented
from tests.tui.memory_store import MemoryStore
from tests.tui.waiting import screen_lines, screen_text, settled
from tests.tui.wizard_app import app_on, home, opened, ranked, ready, said

ANN = ranked("Ann", checklist={"websockets": "want"})
BOB = ranked("Bob", checklist={"websockets": "must"}, project=Project(experience={"birch": "production"}))
A, B = Path("/ann.toml"), Path("/bob.toml")


def screen(app: WizardApp) -> CompareScreen:
    assert isinstance(app.screen, CompareScreen)
    return app.screen


def shown(app: WizardApp) -> bool:
    """Whether a comparison is on the screen."""
    return isinstance(app.screen, CompareScreen) and app.screen.content is not None


def rows(app: WizardApp) -> set[str]:
    return {row.id for row in screen(app).row_list.rows if row.id}


@asynccontextmanager
async def compared(
    a: Session = ANN, b: Session = BOB, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[WizardApp, Pilot[int], MemoryStore]]:
    """The screen as the command line opens it."""
    store = MemoryStore(a, b)
    app = app_on(store, compared=(Path(f"/{a.id}.toml"), Path(f"/{b.id}.toml")))
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot, lambda: shown(app) or not app.is_running, "the comparison")
        yield app, pilot, store


async def test_it_shows_answers_rankings_and_the_cause_under_the_cursor() -> None:
    async with compared() as (app, pilot, _):
        text = screen_text(app)
        for part in ("A  Ann", "B  Bob", "WebSockets", "want", "must", "Experience: Birch", "production"):
            assert part in text
        assert rows(app) >= {"answer:checklist.websockets", "framework:birch"}
        await pilot.press("g")
        assert "Birch +" in screen_text(app)


async def test_only_differences_or_all() -> None:
    async with compared() as (app, pilot, _):
        few = rows(app)
        assert "answer:priorities" not in few
        await pilot.press("f")
        assert rows(app) > few
        assert "answer:priorities" in rows(app)
        assert len([row for row in rows(app) if row.startswith("framework:")]) == 12
        await pilot.press("f")
        assert rows(app) == few


async def test_enter_jumps_to_the_cause_and_backspace_comes_back() -> None:
    async with compared() as (app, pilot, _):
        screen(app).row_list.move_to("framework:birch")
        await pilot.press("enter")
        assert screen(app).row_list.cursor_id == "answer:project.experience.birch"
        await pilot.press("enter")
        assert screen(app).row_list.cursor_id.startswith("framework:")  # whom that answer moved most
        await pilot.press("backspace", "backspace")
        assert screen(app).row_list.cursor_id == "framework:birch"
        dropped = next(m for m in screen(app).content.moves if m.gates)  # type: ignore[union-attr]  # it is shown
        screen(app).row_list.move_to(f"framework:{dropped.framework}")
        await pilot.press("enter")
        assert screen(app).row_list.cursor_id == "answer:checklist.websockets"


async def test_the_mouse_jumps_too() -> None:
    async with compared() as (app, pilot, _):
        line = next(i for i, text in enumerate(screen_lines(app)) if text.startswith("   Birch"))
        await pilot.click(offset=(6, line))
        assert screen(app).row_list.cursor_id == "framework:birch"
        await pilot.click(offset=(6, line))
        assert screen(app).row_list.cursor_id == "answer:project.experience.birch"


async def test_sides_are_swapped() -> None:
    async with compared() as (app, pilot, _):
        before = screen(app).content
        assert before is not None
        await pilot.press("s")
        await settled(pilot, lambda: screen(app).content is not before)
        after = screen(app).content
        assert after is not None
        assert "A  Bob" in screen_text(app)
        turned = {move.framework: move.difference for move in after.moves}
        assert turned == pytest.approx({m.framework: -(m.difference or 0.0) for m in before.moves}, abs=1e-12)
        await pilot.press("a")
        await settled(pilot, lambda: ready(app))
        assert said(app).name == "Bob"


async def test_either_side_is_opened_and_escape_comes_back_to_the_list() -> None:
    async with compared() as (app, pilot, _):
        await pilot.press("b")
        await settled(pilot, lambda: ready(app))
        assert said(app).name == "Bob"
        await pilot.press("escape")
        await settled(pilot, lambda: isinstance(app.screen, HomeScreen) and "Ann" in screen_text(app))


async def test_escape_leads_from_the_command_line_to_the_list() -> None:
    async with compared() as (app, pilot, _):
        await pilot.press("escape")
        await settled(pilot, lambda: isinstance(app.screen, HomeScreen) and "Ann" in screen_text(app))


async def test_the_same_session_differs_in_nothing() -> None:
    async with compared(ANN, replace(ANN, id="twin", name="Twin")) as (app, pilot, _):
        await settled(pilot, lambda: "Nothing differs" in screen_text(app))
        await pilot.press("f")
        await settled(pilot, lambda: bool(rows(app)))
        await pilot.press("enter", "backspace")
        assert "same on both sides" in screen_text(app)


async def test_narrow_terminals_stack() -> None:
    async with compared(size=(80, 24)) as (app, pilot, _):
        assert {"A  Ann", "B  Bob"} <= {line.strip() for line in screen_lines(app)}
        await settled(pilot, lambda: "second:answer:checklist.websockets" in rows(app))
        screen(app).row_list.move_to("second:answer:checklist.websockets")
        await pilot.press("enter")
        assert screen(app).row_list.cursor_id.startswith("framework:")
        await pilot.resize_terminal(140, 45)
        await settled(pilot, lambda: "second:answer:checklist.websockets" not in rows(app))
        assert screen(app).row_list.cursor_id.startswith("framework:")


async def test_help_says_what_it_is_about_and_shows_its_keys() -> None:
    async with compared() as (app, pilot, _):
        await pilot.press("question_mark")
        await settled(pilot, lambda: isinstance(app.screen, HelpScreen))
        text = screen_text(app)
        assert "A and B are two sessions" in text
        assert "Exchange A and B" in text


async def test_explanations_scroll_by_keys() -> None:
    async with compared(size=(80, 24)) as (app, pilot, _):
        screen(app).row_list.move_to("answer:checklist.websockets")
        await pilot.press("J")
        await settled(pilot, lambda: True)
        await pilot.press("K")
        assert screen(app).detail.scroll_offset.y == 0


async def test_from_the_list_two_are_marked() -> None:
    app = app_on(MemoryStore(ANN, BOB, ranked("Cem")))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press("v")
        await settled(pilot, lambda: "Mark sessions with m" in screen_text(app))
        await pilot.press("m")
        assert "■ Ann" in screen_text(app)
        assert "□ Bob" in screen_text(app)
        await pilot.press("v")
        await settled(pilot, lambda: shown(app))
        assert "A  Ann" in screen_text(app)
        await pilot.press("escape")
        await settled(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("m", "m", "v")
        await settled(pilot, lambda: "now: 3" in screen_text(app))
        await pilot.press("k", "m")
        assert "□ Bob" in screen_text(app) or "□ Cem" in screen_text(app)
        await pilot.press("v")
        await settled(pilot, lambda: shown(app))


async def test_marks_outlive_a_filter_but_not_their_session() -> None:
    app = app_on(MemoryStore(ANN, BOB))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press("space", "slash", *"bob", "enter")
        await settled(pilot, lambda: "Ann" not in screen_text(app))
        assert home(app).sessions.marked == [str(A)]
        await pilot.press("escape")
        await settled(pilot, lambda: "Ann" in screen_text(app))
        await pilot.press("g", "d")
        await settled(pilot, lambda: home(app).sessions.marked == [])


async def test_a_broken_session_is_not_marked() -> None:
    store = MemoryStore(ANN)
    store.broken[Path("/torn.toml")] = "unfinished array"
    app = app_on(store)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press("G", "m")
        assert home(app).sessions.marked == []


async def test_from_the_wizard_with_what_was_answered_a_moment_ago() -> None:
    async with opened(ANN, store=MemoryStore(ANN, BOB)) as (app, pilot, store):
        await pilot.press("down", "J", "v")
        await settled(pilot, lambda: isinstance(app.screen, SessionDialog) and "Bob" in screen_text(app))
        assert "Ann" not in [row.content.plain for row in app.screen.query_one("RowList").rows]  # type: ignore[attr-defined]  # a list
        await pilot.press("enter")
        await settled(pilot, lambda: shown(app))
        assert store.sessions[A].changes
        assert "answer:priorities" in rows(app)
        await pilot.press("escape")
        await settled(pilot, lambda: isinstance(app.screen, WizardScreen))
        assert said(app).name == "Ann"


async def test_the_palette_compares_and_the_other_side_is_opened() -> None:
    async with opened(ANN, store=MemoryStore(ANN, BOB)) as (app, pilot, _):
        await pilot.press("ctrl+p")
        await settled(pilot, lambda: isinstance(app.screen, CommandPalette))
        app.screen.query_one(Input).cursor_blink = False
        await pilot.press(*"compare this")
        await settled(pilot, lambda: "Compare this session" in screen_text(app))
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(app.screen, SessionDialog) and "Bob" in screen_text(app))
        await pilot.press("enter")
        await settled(pilot, lambda: shown(app))
        await pilot.press("a")
        await settled(pilot, lambda: isinstance(app.screen, WizardScreen))
        assert said(app).name == "Ann"
        await pilot.press("v")
        await settled(pilot, lambda: isinstance(app.screen, SessionDialog) and "Bob" in screen_text(app))
        await pilot.press("enter")
        await settled(pilot, lambda: shown(app))
        await pilot.press("b")
        await settled(pilot, lambda: ready(app) and said(app).name == "Bob")


async def test_without_another_session_the_dialog_says_so() -> None:
    async with opened(ANN) as (app, pilot, _):
        await pilot.press("v")
        await settled(pilot, lambda: "no other session" in screen_text(app))
        await pilot.press("enter", "escape")
        await settled(pilot, lambda: isinstance(app.screen, WizardScreen))


async def test_a_session_that_is_gone_is_told_and_the_list_stays() -> None:
    store = MemoryStore(ANN, BOB)
    app = app_on(store)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press("m", "m")
        del store.sessions[B]
        await pilot.press("v")
        await settled(pilot, lambda: "there is no such session" in screen_text(app))
        await settled(pilot, lambda: isinstance(app.screen, HomeScreen))


async def test_from_the_command_line_a_session_that_is_gone_ends_it() -> None:
    app = app_on(MemoryStore(ANN), compared=(A, B))
    async with app.run_test() as pilot:
        await settled(pilot, lambda: app.failure is not None)
    assert "there is no such session" in str(app.failure)
    assert app.return_value == 2


async def test_sessions_of_two_catalogs_show_their_facts() -> None:
    oak = invented().framework("oak")
    assert oak is not None
    changed = replace(oak, facts={**oak.facts, "boilerplate": Fact(1.0)})
    frameworks = tuple(changed if f.id == "oak" else f for f in invented().frameworks)
    other: Catalog = replace(invented(), frameworks=frameworks, digest="sha256:other")
    b = replace(ANN, id="bob", name="Bob", catalog=replace(ANN.catalog, digest=other.digest))
    store = MemoryStore(ANN, b)
    app = app_on(
        store, compared=(A, B), former_catalog=lambda digest: other if digest == other.digest else None
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot, lambda: shown(app))
        assert "Facts and rules" in screen_text(app)
        assert rows(app) == {"fact:0", "framework:oak"}
        await pilot.press("g", "enter")
        assert screen(app).row_list.cursor_id == "framework:oak"
        await pilot.press("enter")
        assert screen(app).row_list.cursor_id == "fact:0"
