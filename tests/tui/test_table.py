"""The comparison table: columns, sorting, filters, marks, and the source of a cell."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input

from fwwizard.core.catalog import Fact
from fwwizard.core.evaluation import Evaluation, evaluate
from fwwizard.core.session import Priorities, Project
from fwwizard.tui.app import WizardApp
from fwwizard.tui.screens.card import FrameworkCard
from fwwizard.tui.screens.column_picker import ColumnPicker
from fwwizard.tui.screens.home import HomeScreen
from fwwizard.tui.screens.table import TableScreen
from fwwizard.tui.widgets.grid import Grid, in_sight, scrolled
from tests.catalogs import invented
from tests.core.build import additive, session
from tests.tui.memory_store import MemoryStore
from tests.tui.waiting import screen_lines, screen_text, settled
from tests.tui.wizard_app import app_on, evaluated, home, opened, ranked, wizard

PYTHON = Project(languages={"python": "expert"})


@asynccontextmanager
async def table_on(
    size: tuple[int, int] = (140, 45),
) -> AsyncIterator[tuple[WizardApp, Pilot[int], TableScreen]]:
    async with opened(ranked(project=PYTHON), size=size) as (app, pilot, _):
        await pilot.press("T")
        await settled(pilot, lambda: isinstance(app.screen, TableScreen))
        screen = app.screen
        assert isinstance(screen, TableScreen)
        await settled(pilot, lambda: screen.grid.rows and "comparison table" in screen_text(app))
        yield app, pilot, screen


def rows(screen: TableScreen) -> list[str]:
    return [row.id for row in screen.grid.rows]


def columns(screen: TableScreen) -> list[str]:
    return [column.id for column in screen.grid.columns]


def summary(app: WizardApp) -> str:
    return screen_lines(app)[1]


async def test_it_opens_from_the_wizard_with_those_still_in_as_they_are_ranked() -> None:
    async with table_on() as (app, pilot, screen):
        assert rows(screen) == [s.framework for s in evaluated(app).candidates]
        assert columns(screen) == list(invented().model.columns)
        assert f"{len(rows(screen))} of {len(invented().frameworks)} frameworks" in summary(app)
        assert "only those still in" in summary(app)
        await pilot.press("escape")
        await settled(pilot, lambda: app.screen is wizard(app))


async def test_f_shows_those_that_are_out_with_their_mark() -> None:
    async with table_on() as (app, pilot, screen):
        await pilot.press("f")
        assert rows(screen) == [s.framework for s in evaluated(app).standings]
        out = evaluated(app).excluded[0]
        await settled(pilot, lambda: f"×{out.name}" in screen_text(app))
        await pilot.press("f")
        assert len(rows(screen)) == len(evaluated(app).candidates)


async def test_s_sorts_by_the_column_both_ways_and_back() -> None:
    async with table_on() as (app, pilot, screen):
        as_ranked = rows(screen)
        await pilot.press("l", "s")
        assert "by Score ▾" in summary(app)
        assert rows(screen) == as_ranked
        await pilot.press("s")
        assert "by Score ▴" in summary(app)
        assert rows(screen) == as_ranked[::-1]
        await pilot.press("s")
        assert "by Score" not in summary(app)
        assert rows(screen) == as_ranked


async def test_the_name_of_a_column_can_be_clicked_to_sort() -> None:
    async with table_on() as (app, pilot, screen):
        at = screen_lines(app)[3].index("Categories")
        await pilot.click("GridHead", offset=(at, 0))
        await settled(pilot, lambda: "by Categories ▴" in summary(app))
        assert screen.grid.at == columns(screen).index("categories")


async def test_the_cursor_stays_on_its_framework_when_rows_change_places() -> None:
    async with table_on() as (_, pilot, screen):
        await pilot.press("l", "j")
        before = screen.grid.cursor_id
        await pilot.press("s", "s")
        assert screen.grid.cursor_id == before
        assert screen.grid.cursor_index == len(rows(screen)) - 2


async def test_columns_scroll_sideways_and_the_first_stays() -> None:
    async with table_on((80, 24)) as (app, pilot, screen):
        first = screen_lines(app)[4]
        await pilot.press(*["l"] * 6)
        assert screen.grid.at == 6
        await settled(pilot, lambda: "Best for" in screen_lines(app)[2])
        assert "Rank" not in screen_lines(app)[2]
        assert screen_lines(app)[4][:16] == first[:16]
        assert "‹" in screen_lines(app)[2]
        assert "to 7 of 7" in summary(app)
        await pilot.press("right")
        assert screen.grid.at == 6
        await pilot.press(*["left"] * 6)
        await settled(pilot, lambda: "Rank" in screen_lines(app)[2])


async def test_a_click_puts_the_cursor_on_the_cell() -> None:
    async with table_on() as (app, pilot, screen):
        at = screen_lines(app)[3].index("Concurrency")
        await pilot.click("TableGrid", offset=(at, 2))
        await settled(pilot, lambda: screen.grid.cursor_index == 2)
        assert columns(screen)[screen.grid.at] == "fact.concurrency"
        await settled(pilot, lambda: "rests on" in screen_text(app))


async def test_columns_move_and_go_and_are_remembered() -> None:
    async with table_on() as (app, pilot, screen):
        await pilot.press("L")
        assert columns(screen)[:2] == ["score", "rank"]
        assert screen.grid.at == 1
        await pilot.press("shift+left", "x")
        assert columns(screen)[:2] == ["score", "categories"]
        await pilot.press("escape")
        await settled(pilot, lambda: app.screen is wizard(app))
        await pilot.press("T")
        await settled(pilot, lambda: isinstance(app.screen, TableScreen))
        again = app.screen
        assert isinstance(again, TableScreen)
        await settled(pilot, lambda: columns(again)[:2] == ["score", "categories"])


async def test_columns_are_chosen_from_all_there_are() -> None:
    async with table_on() as (app, pilot, screen):
        await pilot.press("c")
        await settled(pilot, lambda: isinstance(app.screen, ColumnPicker))
        await settled(pilot, lambda: "7 of" in screen_text(app))
        await pilot.press("slash", *"websock")
        await settled(
            pilot, lambda: "WebSockets" in screen_text(app) and "Warning signs" not in screen_text(app)
        )
        await pilot.press("enter", "space", "escape", "g")
        await settled(pilot, lambda: "8 of" in screen_text(app) and "■ Rank" in screen_text(app))
        await pilot.press("enter")
        await settled(pilot, lambda: app.screen is screen)
        assert columns(screen)[-1] == "capability.websockets"


async def test_the_choice_can_be_left_or_taken_back_to_the_first() -> None:
    async with table_on() as (app, pilot, screen):
        await pilot.press("c")
        await settled(pilot, lambda: isinstance(app.screen, ColumnPicker))
        await pilot.press("space", "escape")
        await settled(pilot, lambda: app.screen is screen)
        assert columns(screen) == list(invented().model.columns)
        await pilot.press("x", "x", "c")
        await settled(pilot, lambda: isinstance(app.screen, ColumnPicker))
        await pilot.press("backspace", "enter")
        await settled(pilot, lambda: app.screen is screen)
        assert sorted(columns(screen)) == sorted(invented().model.columns)


async def test_a_column_can_be_ticked_by_a_click_and_one_always_stays() -> None:
    async with table_on() as (app, pilot, screen):
        for _ in columns(screen):
            await pilot.press("x")
        assert columns(screen) == ["best_for"]
        await pilot.press("c")
        await settled(pilot, lambda: isinstance(app.screen, ColumnPicker))
        await pilot.click("ColumnList", offset=(6, 2))
        await pilot.click("ColumnList", offset=(6, 2))
        await settled(pilot, lambda: "2 of" in screen_text(app))
        await pilot.press("enter")
        await settled(pilot, lambda: app.screen is screen)
        assert columns(screen) == ["best_for", "score"]


async def test_a_text_filters_while_it_is_typed_and_escape_brings_all_back() -> None:
    async with table_on() as (app, pilot, screen):
        all_rows = rows(screen)
        await pilot.press("slash", *"oak")
        await settled(pilot, lambda: rows(screen) == ["oak"])
        assert "enter Take it" in screen_lines(app)[-1]
        await pilot.press("escape")
        await settled(pilot, lambda: rows(screen) == all_rows)
        await pilot.press("slash", *"oak", "enter")
        await settled(pilot, lambda: rows(screen) == ["oak"] and "with “oak”" in summary(app))
        await pilot.press("escape")
        await settled(pilot, lambda: rows(screen) == all_rows)
        assert app.screen is screen


async def test_where_nothing_fits_it_says_so() -> None:
    async with table_on() as (app, pilot, screen):
        await pilot.press("slash", *"no such thing", "enter")
        await settled(pilot, lambda: "Nothing fits" in screen_text(app))
        await pilot.press("space", "enter", "s", "o", "y")
        assert app.screen is screen


async def test_marked_ones_are_compared_alone() -> None:
    async with table_on() as (app, pilot, screen):
        first, _, third, *_ = before = rows(screen)
        await pilot.press("m", "space", "m", "j", "j", "space")
        assert rows(screen) == before
        await settled(pilot, lambda: "2 marked" in summary(app))
        await pilot.press("m")
        assert rows(screen) == [first, third]
        await settled(pilot, lambda: "marked ones only" in summary(app))
        await pilot.press("space")
        assert rows(screen) == before


async def test_columns_that_agree_are_hidden_and_named() -> None:
    async with table_on() as (app, pilot, screen):
        await pilot.press("slash", *"async-native", "enter", "d")
        await settled(pilot, lambda: "all agree in Concurrency model" in summary(app))
        assert "fact.concurrency" not in columns(screen)
        await pilot.press("d")
        await settled(pilot, lambda: "fact.concurrency" in columns(screen))


async def test_unknown_is_marked_and_never_blank() -> None:
    async with table_on() as (app, pilot, screen):
        await pilot.press("f", "c")
        await settled(pilot, lambda: isinstance(app.screen, ColumnPicker))
        await pilot.press("slash", *"websock", "enter", "space", "enter")
        await settled(pilot, lambda: app.screen is screen)
        unknown = [row for row in screen.table.rows if not row.cells[-1].known]
        assert {row.framework.id for row in unknown} == {"maple", "rowan"}
        await pilot.press(*["l"] * 7)
        await settled(pilot, lambda: "WebSockets" in screen_lines(app)[3])
        for row in unknown:
            line = next(line for line in screen_lines(app) if f"{row.framework.name}  " in line[:20])
            assert "? unknown" in line


async def test_enter_opens_the_card() -> None:
    async with table_on() as (app, pilot, screen):
        await pilot.press("j", "enter")
        await settled(pilot, lambda: isinstance(app.screen, FrameworkCard))
        await settled(pilot, lambda: "Rank 2" in screen_text(app))
        await pilot.press("escape")
        await settled(pilot, lambda: app.screen is screen)


@pytest.mark.parametrize("keys", [("escape", "escape"), ("escape", "T"), ("T", "escape", "escape")])
async def test_keys_typed_while_it_goes_back_to_the_sessions_break_nothing(keys: tuple[str, ...]) -> None:
    async with opened(ranked()) as (app, pilot, _):
        for key in keys:
            app.simulate_key(key)
        for _ in range(4):
            if not isinstance(app.screen, HomeScreen):
                await pilot.press("escape")
        await settled(pilot, lambda: home(app).listed)
        assert app.screen_stack[-1] is home(app)


async def test_the_source_of_a_cell_is_below_and_can_be_opened_and_copied(browser: list[str]) -> None:
    async with table_on() as (app, pilot, screen):
        await pilot.press(*["l"] * columns(screen).index("fact.concurrency"))
        await settled(pilot, lambda: "source" in screen_text(app))
        await pilot.press("o", "y")
        assert len(browser) == 1
        assert browser[0].startswith("https://")
        assert app.clipboard == browser[0]
        await settled(pilot, lambda: "Copied" in screen_text(app))


async def test_what_has_no_source_opens_nothing(browser: list[str]) -> None:
    async with table_on() as (app, pilot, screen):
        screen.action_open_source()
        screen.action_copy_source()
        await settled(pilot, lambda: "No source is named" in screen_text(app))
        assert (browser, app.clipboard) == ([], "")


async def test_the_cell_can_be_scrolled_and_help_knows_the_table() -> None:
    async with table_on((80, 24)) as (app, pilot, screen):
        await pilot.press(*["l"] * 5)
        await settled(pilot, lambda: "Strengths" in screen_text(app))
        await pilot.press("J", "K", "question_mark")
        await settled(pilot, lambda: "Frameworks side by side" in screen_text(app))
        await pilot.press("escape")
        await settled(pilot, lambda: app.screen is screen)


async def test_t_goes_back_too_and_resizing_keeps_the_column_in_sight() -> None:
    async with table_on((140, 45)) as (app, pilot, _):
        await pilot.press(*["l"] * 6)
        await pilot.resize_terminal(80, 24)
        await settled(pilot, lambda: "Best for" in screen_lines(app)[2])
        await pilot.press("T")
        await settled(pilot, lambda: app.screen is wizard(app))


async def test_from_home_it_shows_the_session_under_the_cursor() -> None:
    app = app_on(MemoryStore(ranked(project=PYTHON)))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press("ctrl+p")
        await settled(pilot, lambda: isinstance(app.screen, CommandPalette))
        app.screen.query_one(Input).cursor_blink = False
        await pilot.press(*"compare frameworks")
        await settled(pilot, lambda: "Compare frameworks in a table" in screen_text(app))
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(app.screen, TableScreen))
        await settled(pilot, lambda: "Payments API" in screen_text(app) and "Score" in screen_text(app))


async def test_without_a_session_nothing_is_ranked_and_the_card_has_no_score() -> None:
    app = app_on(MemoryStore())
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot, lambda: home(app).listed == [] and app.evaluator)
        await pilot.press("T")
        await settled(pilot, lambda: isinstance(app.screen, TableScreen))
        screen = app.screen
        assert isinstance(screen, TableScreen)
        await settled(pilot, lambda: screen.grid.rows)
        names = [row.framework.name for row in screen.table.rows]
        assert names == sorted(names, key=str.casefold)
        assert not {"rank", "score"} & set(columns(screen))
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(app.screen, FrameworkCard))
        await settled(pilot, lambda: "Capabilities" in screen_text(app))
        card = app.screen
        assert isinstance(card, FrameworkCard)
        assert "Score" not in card.pages


async def test_own_facts_and_hostile_names_are_shown_as_what_they_are() -> None:
    catalog = additive({"x": (1, 0), "y": (0, 1)}, ["a", "b"])
    first = replace(
        catalog.frameworks[0],
        name="[bold]\x1b[2Jیک 日本語",
        facts={"a": Fact(0.5, own=True, source="our wiki"), "b": Fact("[red]x\u202e")},
    )
    catalog = replace(catalog, frameworks=(first, catalog.frameworks[1]))
    found: Evaluation = evaluate(catalog, session(priorities=Priorities((("a",), ("b",)), True)))
    app = app_on(MemoryStore())
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot, lambda: home(app).listed == [])
        screen = TableScreen(found, None, with_session=True)
        app.push_screen(screen)
        await settled(pilot, lambda: screen.is_mounted and rows(screen) == ["x", "y"])
        await pilot.press("c")
        await settled(pilot, lambda: isinstance(app.screen, ColumnPicker))
        await pilot.press(*["G", "space", "k", "space"], "enter")
        await settled(pilot, lambda: app.screen is screen)
        await settled(pilot, lambda: "0.5 ◆" in screen_text(app))
        text = screen_text(app)
        assert "[bold]" in text
        assert "\x1b" not in text
        assert "\u202e" not in text


async def test_a_thousand_frameworks() -> None:
    values = {f"f{i:04}": ((i % 7) / 7, (i % 11) / 11) for i in range(1000)}
    found = evaluate(additive(values, ["a", "b"]), session(priorities=Priorities((("a",), ("b",)), True)))
    app = app_on(MemoryStore())
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot, lambda: home(app).listed == [])
        screen = TableScreen(found, None, with_session=True)
        app.push_screen(screen)
        await settled(pilot, lambda: screen.is_mounted and len(rows(screen)) == 1000)
        await pilot.press("l", "s", "s", "G")
        assert screen.grid.cursor_index == 999
        await pilot.press("slash", *"f0999", "enter")
        assert rows(screen) == ["f0999"]


def test_columns_in_sight_fill_the_room_and_no_stump_is_begun() -> None:
    assert in_sight([10, 10, 10], 0, 50) == [(0, 10), (1, 10), (2, 30)]
    assert in_sight([10, 10, 10], 0, 24) == [(0, 10), (1, 10)]
    assert in_sight([10, 10, 10], 0, 28) == [(0, 10), (1, 10), (2, 8)]
    assert in_sight([40], 0, 12) == [(0, 12)]
    assert scrolled([10, 10, 10], 0, 2, 24) == 1
    assert scrolled([10, 10, 10], 1, 0, 24) == 0
    assert scrolled([10, 60, 10], 0, 1, 24) == 1


def test_a_grid_without_columns_draws_its_labels() -> None:
    assert Grid().widths == []
