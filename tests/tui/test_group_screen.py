"""The sessions of a team on the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from fwwizard.core.session import Priorities
from fwwizard.tui.app import WizardApp
from fwwizard.tui.screens.compare import CompareScreen
from fwwizard.tui.screens.group import GroupScreen
from fwwizard.tui.screens.help import HelpScreen
from fwwizard.tui.screens.home import HomeScreen
from tests.tui.memory_store import MemoryStore
from tests.tui.waiting import screen_text, settled
from tests.tui.wizard_app import app_on, home, ranked, ready, said, tied

ANN = ranked("Ann")
BOB = ranked(
    "Bob",
    priorities=Priorities((("performance",), ("future",), ("team",), ("time_to_market",)), confirmed=True),
    checklist={"websockets": "must"},
)
CEM = ranked("Cem", checklist={"websockets": "want"})


def screen(app: WizardApp) -> GroupScreen:
    assert isinstance(app.screen, GroupScreen)
    return app.screen


def shown(app: WizardApp) -> bool:
    return isinstance(app.screen, GroupScreen) and bool(app.screen.row_list.rows)


@asynccontextmanager
async def grouped(
    store: MemoryStore, size: tuple[int, int] = (120, 40), marks: int = 3
) -> AsyncIterator[tuple[WizardApp, Pilot[int]]]:
    app = app_on(store)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press(*("m",) * marks, "t")
        await settled(pilot, lambda: shown(app), "the group")
        yield app, pilot


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_it_shows_people_topics_and_frameworks(size: tuple[int, int]) -> None:
    async with grouped(MemoryStore(ANN, BOB, CEM), size) as (app, pilot):
        ids = [row.id for row in screen(app).row_list.rows]
        for part in ("person:0", "person:2", "topic:0", "ground:0"):
            assert part in ids
        assert any(i.startswith("framework:") for i in ids)
        assert "Who leads for whom" in screen_text(app)
        for row_id in filter(None, ids):
            screen(app).row_list.move_to(row_id)
            await pilot.pause()
        screen(app).row_list.move_to(next(i for i in ids if i.startswith("framework:")))
        await settled(pilot, lambda: "largest loss" in screen_text(app) or "ranks" in screen_text(app))


async def test_enter_opens_a_person() -> None:
    async with grouped(MemoryStore(ANN, BOB, CEM)) as (app, pilot):
        screen(app).row_list.move_to("person:1")
        await pilot.press("enter")
        await settled(pilot, lambda: ready(app))
        assert said(app).name == "Bob"


async def test_enter_on_a_topic_compares_two_camps_and_escape_comes_back() -> None:
    async with grouped(MemoryStore(ANN, BOB, CEM)) as (app, pilot):
        screen(app).row_list.move_to("topic:0")
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(app.screen, CompareScreen) and bool(app.screen.content))
        await pilot.press("escape")
        await settled(pilot, lambda: shown(app))
        await pilot.press("escape")
        await settled(pilot, lambda: isinstance(app.screen, HomeScreen))


async def test_where_enter_does_nothing_it_is_dimmed() -> None:
    async with grouped(MemoryStore(ANN, BOB, CEM)) as (app, pilot):
        screen(app).row_list.move_to("ground:0")
        await pilot.press("enter")
        assert screen(app).check_action("open", ()) is None


async def test_who_has_not_ranked_comes_first() -> None:
    async with grouped(MemoryStore(ANN, tied("Bob")), marks=2) as (app, _):
        assert "Bob has not ranked the priorities yet" in screen_text(app)
        assert "not ranked yet" in screen_text(app)


async def test_help_says_what_it_is_about_and_explanations_scroll() -> None:
    async with grouped(MemoryStore(ANN, BOB, CEM)) as (app, pilot):
        await pilot.press("J", "K", "question_mark")
        await settled(pilot, lambda: isinstance(app.screen, HelpScreen))
        assert "Each session is one person" in screen_text(app)


async def test_one_mark_is_no_team_and_twenty_one_are_too_many() -> None:
    store = MemoryStore(*(ranked(f"Person {i}") for i in range(21)))
    app = app_on(store)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press("m", "t")
        await settled(pilot, lambda: "Marked now: 1" in screen_text(app))
        await pilot.press(*("m",) * 20, "t")
        await settled(pilot, lambda: "Marked now: 21" in screen_text(app))
        assert isinstance(app.screen, HomeScreen)


async def test_twenty_people_are_shown() -> None:
    store = MemoryStore(*(ranked(f"Person {i}") for i in range(20)))
    async with grouped(store, marks=20) as (app, _):
        assert "leads for everyone" in screen_text(app)


async def test_a_session_that_is_gone_is_told() -> None:
    store = MemoryStore(ANN, BOB)
    app = app_on(store)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press("m", "m")
        del store.sessions[Path("/bob.toml")]
        await pilot.press("t")
        await settled(pilot, lambda: "there is no such session" in screen_text(app))
        await settled(pilot, lambda: isinstance(app.screen, HomeScreen))
