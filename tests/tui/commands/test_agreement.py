"""In every place: bindings, footer, palette and help agree with the one table of commands."""

from __future__ import annotations

import ast
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.keys import key_to_character
from textual.widgets import Input

import fwwizard.tui
from fwwizard.tui.commands import COMMANDS, Command, bindings, key_name
from fwwizard.tui.key_table import as_markdown, keys_of
from fwwizard.tui.palette import WizardProvider
from fwwizard.tui.screens.help import HelpScreen
from fwwizard.tui.screens.jump import JumpScreen
from fwwizard.tui.widgets.key_bar import KeyBar
from tests.tui.commands.places import PLACES, Place
from tests.tui.commands.stage import Stage
from tests.tui.waiting import painted

TABLE = {command.id: command for command in COMMANDS}
SOURCES = Path(fwwizard.tui.__file__).parent
NO_SUCH_COMMANDS = {"tab", "shift+tab", "ctrl+c", "super+c"}
"""Keys that Textual gives every screen: to go from widget to widget, and to copy what is selected."""
NOT_IN_THE_PALETTE = {"app.palette", "app.help", "choice.take"}
"""One is in the palette; the help is a key away; what enter chooses is named by another command."""


def classes() -> list[type[DOMNode]]:
    """Every screen, pane and widget of ours."""
    for module in pkgutil.walk_packages(fwwizard.tui.__path__, "fwwizard.tui."):
        import_module(module.name)
    found: set[type[DOMNode]] = set()
    waiting = [DOMNode]
    while waiting:
        under = waiting.pop().__subclasses__()
        waiting += under
        found.update(one for one in under if one.__module__.startswith("fwwizard."))
    return sorted(found, key=lambda one: one.__qualname__)


def test_every_binding_of_ours_is_one_of_the_table() -> None:
    of_table = {str(binding) for command in COMMANDS for binding in bindings(command.id)}
    declared = [(one, b) for one in classes() for b in one.__dict__.get("BINDINGS", ())]
    assert [(one, b) for one, b in declared if not isinstance(b, Binding) or str(b) not in of_table] == []
    assert {b.id for _, b in declared} == set(TABLE), "each is bound by something"


def test_bindings_are_made_in_one_place() -> None:
    made = {
        path.relative_to(SOURCES).as_posix()
        for path in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Binding"
    }
    assert made == {"commands.py"}


def test_no_key_is_handled_past_the_table() -> None:
    """The letters of a jump alone: they are given out anew each time."""
    handlers = {
        (one.__name__, name)
        for one in classes()
        for name in one.__dict__
        if name in {"on_key", "_on_key"} or name.startswith(("key_", "_key_"))
    }
    assert handlers == {(JumpScreen.__name__, "on_key")}


def test_every_command_is_at_hand_somewhere() -> None:
    assert set().union(*(place.at_hand for place in PLACES)) == set(TABLE)
    assert set().union(*(place.possible for place in PLACES)) >= set(TABLE) - START_WITHOUT


START_WITHOUT = {
    "wizard.undo", "wizard.redo", "priorities.order", "card.open", "card.copy",
    "table.open", "table.copy", "table.marked", "home.undo", "home.all", "compare.back",
}  # fmt: skip
"""What needs something to be done first; tried with the others in `test_every_command`."""


def test_the_readme_names_every_command_once() -> None:
    """That the README has this table as it is, `test_key_table` proves."""
    assert {c.id: as_markdown().count(f"| `{c.id}` |") for c in COMMANDS} == dict.fromkeys(TABLE, 1)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
async def test_table_footer_palette_and_help_agree(place: Place) -> None:
    async with place.begin() as stage:
        await place.lead(stage)
        await painted(stage.pilot)
        _bindings_agree(stage, place)
        _footer_agrees(stage, place)
        if "app.palette" in place.possible:
            await _palette_agrees(stage, place)
        if "app.help" in place.possible:
            await _help_agrees(stage, place)


def _typing(stage: Stage) -> bool:
    return isinstance(stage.app.focused, Input)


def _bindings_agree(stage: Stage, place: Place) -> None:
    active = stage.app.screen.active_bindings.values()
    assert {one.binding.id for one in active if one.binding.id} == place.at_hand
    assert {one.binding.id for one in active if one.binding.id and one.enabled} == place.possible
    others = {one.binding.key for one in active if not one.binding.id}
    assert others <= NO_SUCH_COMMANDS | (_keys_of_a_line() if _typing(stage) else set())


def _keys_of_a_line() -> set[str]:
    """The keys by which Textual's line is edited."""
    declared = [b for one in Input.__mro__ for b in one.__dict__.get("BINDINGS", ())]
    return {key for b in declared if isinstance(b, Binding) for key in b.key.split(",")}


def _key(stage: Stage, place: Place, command: Command) -> str:
    """The key by which a command is shown: its first, unless that is typed or another command has it."""
    taken = {key for one in place.prior for key in TABLE[one].keys.split(",")}
    keys = [key for key in command.keys.split(",") if command.id in place.prior or key not in taken]
    focused = stage.app.focused
    if isinstance(focused, Input):
        keys = [key for key in keys if not focused.check_consume_key(key, key_to_character(key))]
    return key_name(keys[0])


def _footer_agrees(stage: Stage, place: Place) -> None:
    commands = [c for c in COMMANDS if c.id in place.at_hand and c.footer]
    bars = stage.app.screen.query(KeyBar)
    if bars:
        shown = {(key.shown, key.label, key.enabled) for key in bars.first().keys}
        assert shown == {(_key(stage, place, c), c.label, c.id in place.possible) for c in commands}
    elif stage.app.screen.query(".dialog--keys"):
        line = next(line for line in stage.text.splitlines() if "leave it" in line or "decide later" in line)
        assert [c.id for c in commands if f" {_key(stage, place, c)}  " not in line] == []


async def _palette_agrees(stage: Stage, place: Place) -> None:
    provider = WizardProvider(stage.app.screen)
    await provider.startup()
    offered = [str(hit.text) async for hit in provider.discover()]
    expected = [c for c in COMMANDS if c.id in place.possible - NOT_IN_THE_PALETTE and c.group != "list"]
    assert sorted(offered) == sorted(f"{c.help}  ({_key(stage, place, c)})" for c in expected)


async def _help_agrees(stage: Stage, place: Place) -> None:
    await stage.press("f1")
    screen = await stage.reaches(HelpScreen)
    await stage.until(lambda: str(screen.reading.text.content), "the help")
    content = screen.reading.text.content
    assert isinstance(content, Content)
    here, _, elsewhere = " ".join(content.plain.split()).partition("Marks in the ranking")
    for text, ids in ((here, place.at_hand), (elsewhere, set(TABLE) - place.at_hand)):
        entries = [_entry(TABLE[one]) for one in sorted(ids)]
        for entry in entries:
            assert text.count(entry) == sum(one.count(entry) for one in entries), entry
    for command in COMMANDS:
        there = sum(_entry(one).count(_entry(command)) for one in COMMANDS)
        assert (here + elsewhere).count(_entry(command)) == there, f"{command.id} is there once"


def _entry(command: Command) -> str:
    return f"{' '.join(keys_of(command))} {command.help}"
