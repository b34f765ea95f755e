"""One table of commands: bindings, key bar, help and palette agree with it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from textual.binding import Binding
from textual.command import CommandPalette
from textual.widget import Widget
from textual.widgets import Input

from fwwizard.core.session import STEPS
from fwwizard.tui.app import WizardApp
from fwwizard.tui.commands import COMMANDS, GROUPS, key_name
from fwwizard.tui.screens.card import FrameworkCard
from fwwizard.tui.screens.column_picker import ColumnPicker
from fwwizard.tui.screens.compare import CompareScreen
from fwwizard.tui.screens.group import GroupScreen
from fwwizard.tui.screens.help import HelpScreen, help_text, shown_keys
from fwwizard.tui.screens.home import HomeScreen
from fwwizard.tui.screens.jump import JumpScreen
from fwwizard.tui.screens.steps import make_pane
from fwwizard.tui.screens.table import TableScreen
from fwwizard.tui.screens.wizard import WizardScreen
from fwwizard.tui.widgets.key_bar import Key, KeyBar, fitting
from fwwizard.tui.widgets.ranking_panel import RankingList
from tests.tui.memory_store import MemoryStore
from tests.tui.waiting import screen_lines, screen_text, settled
from tests.tui.wizard_app import app_on, evaluated, home, opened, ranked, ready, said, wizard


def bound(of: type[Any]) -> set[str]:
    """The ids of the bindings that a class or one of its bases declares."""
    return {
        binding.id or ""
        for base in of.__mro__
        for binding in base.__dict__.get("BINDINGS", ())
        if isinstance(binding, Binding)
    }


def test_ids_are_unique_and_belong_to_a_group_with_a_title() -> None:
    assert [i for i, n in Counter(c.id for c in COMMANDS).items() if n > 1] == []
    assert {c.group for c in COMMANDS} == set(GROUPS)


def test_every_command_is_bound_somewhere() -> None:
    places: list[type[Any]] = [WizardApp, HomeScreen, WizardScreen, FrameworkCard, TableScreen]
    places += [RankingList, ColumnPicker, JumpScreen]
    places += [CompareScreen, GroupScreen]
    panes = [make_pane(step) for step in STEPS]
    everywhere = set().union(*(bound(place) for place in [*places, *(type(pane) for pane in panes)]))
    widgets = set().union(*(bound(cls) for cls in subclasses(Widget)))
    assert {c.id for c in COMMANDS} - everywhere - widgets == set()


def subclasses(of: type[Any]) -> set[type[Any]]:
    found = set(of.__subclasses__())
    return found.union(*(subclasses(cls) for cls in found)) if found else found


def test_help_has_every_command_once() -> None:
    keys = shown_keys({})
    text = " ".join(help_text([], "", keys, 200).plain.split())
    for command in COMMANDS:
        assert command.help in text
        assert keys[command.id] in text


def test_help_shows_the_keys_of_the_person() -> None:
    assert shown_keys({"wizard.undo": "ctrl+z"})["wizard.undo"] == "ctrl+z"


def test_keys_are_shown_as_they_are_typed() -> None:
    named = {"upper_k": "K", "K": "K", "question_mark": "?", "enter": "enter", "ctrl+r": "ctrl+r"}
    assert {key: key_name(key) for key in named} == named
    assert key_name("shift+up") == "shift+↑"
    assert key_name("left_square_bracket") == "["


async def test_help_of_a_pane_begins_with_what_works_there() -> None:
    async with opened(ranked()) as (app, pilot, _):
        await pilot.press("question_mark")
        await settled(pilot, lambda: isinstance(app.screen, HelpScreen))
        await settled(pilot, lambda: "The order gives each factor its weight" in screen_text(app))
        await pilot.press("G")
        await settled(
            pilot, lambda: "Sessions (not here)" in screen_text(app) or "(not here)" in screen_text(app)
        )
        await pilot.press("escape")
        await settled(pilot, lambda: app.screen is wizard(app))


async def test_the_key_bar_shows_what_works_and_can_be_clicked() -> None:
    async with opened(ranked()) as (app, pilot, _):
        bar = screen_lines(app)[-1]
        assert "J Move down" in bar
        assert bar.rstrip().endswith("? Help")
        await pilot.click(KeyBar, offset=(bar.index("J Move down"), 0))
        await settled(pilot, lambda: said(app).changes)
        await pilot.press("4")
        await settled(pilot, lambda: "Must/want" in screen_lines(app)[-1])


def test_the_key_bar_leaves_out_what_does_not_fit_but_not_the_last() -> None:
    keys = [Key(c, c, "label", enabled=True, last=c == "z") for c in "abcz"]
    left, right = fitting(keys, 28)
    assert [key.key for key in left] == ["a", "b"]
    assert [key.key for key in right] == ["z"]


async def test_the_palette_finds_frameworks_and_commands() -> None:
    async with opened(ranked()) as (app, pilot, _):
        second = evaluated(app).standings[1]
        await pilot.press("ctrl+p")
        await settled(pilot, lambda: isinstance(app.screen, CommandPalette))
        app.screen.query_one(Input).cursor_blink = False
        await pilot.press(*f"show {second.name.lower()}")
        await settled(pilot, lambda: f"Show {second.name}" in screen_text(app))
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(app.screen, FrameworkCard))


async def test_the_palette_opens_another_session() -> None:
    store = MemoryStore(ranked(), ranked("Back office"))
    async with opened(ranked(), store=store) as (app, pilot, _):
        await pilot.press("J")
        await settled(pilot, lambda: said(app).changes)
        await pilot.press("ctrl+p")
        await settled(pilot, lambda: isinstance(app.screen, CommandPalette))
        await pilot.press(*"open back")
        await settled(pilot, lambda: "Open Back office" in screen_text(app))
        await pilot.press("enter")
        await settled(pilot, lambda: ready(app) and said(app).name == "Back office")
        assert next(s for s in store.sessions.values() if s.name == "Payments API").changes


async def test_the_palette_runs_commands() -> None:
    async with opened(ranked()) as (app, pilot, _):
        await pilot.press("ctrl+p")
        await settled(pilot, lambda: isinstance(app.screen, CommandPalette))
        await pilot.press(*"step 6")
        await settled(pilot, lambda: "Go to step 6" in screen_text(app))
        await pilot.press("enter")
        await settled(pilot, lambda: wizard(app).step == "verdict")


async def test_the_palette_finds_a_command_by_the_word_of_the_key_bar() -> None:
    async with opened(ranked()) as (app, pilot, _):
        await pilot.press("J")
        await settled(pilot, lambda: said(app).changes)
        await pilot.press("ctrl+p")
        await settled(pilot, lambda: isinstance(app.screen, CommandPalette))
        await pilot.press(*"undo")
        await settled(pilot, lambda: "Take the last change back" in screen_text(app))


async def test_keys_of_the_configuration_take_the_place_of_ours() -> None:
    async with opened(ranked(), keymap={"priorities.down": "ctrl+n"}) as (app, pilot, _):
        await pilot.press("J")
        assert said(app).changes == ()
        await pilot.press("ctrl+n")
        await settled(pilot, lambda: said(app).changes)
        assert "ctrl+n Move down" in screen_lines(app)[-1]


async def test_settings_that_name_nothing_are_told() -> None:
    app = app_on(MemoryStore(ranked()), theme="no-such", keymap={"no.such": "x"})
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await settled(pilot, lambda: "There is no theme" in screen_text(app))
        await settled(pilot, lambda: "No such command: no.such" in screen_text(app))
