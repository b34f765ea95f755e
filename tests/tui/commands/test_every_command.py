"""Every command of the table is pressed where it works, by each of its keys, and does what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from fwwizard.tui.commands import COMMANDS
from tests.tui.commands import (
    of_sessions,
    of_the_program,
    of_the_steps,
    of_the_wizard,
    of_what_stands_in_front,
)
from tests.tui.commands.places import PLACES, Place
from tests.tui.commands.recipes import RECIPES, Recipe

FILES = (of_sessions, of_the_program, of_the_steps, of_the_wizard, of_what_stands_in_front)
TERMINAL = Path(__file__).parents[2] / "terminal"
ELSEWHERE = {
    # It stops the process and gives the terminal back, which only a real terminal shows.
    "app.suspend": (TERMINAL / "test_leaving.py", "test_suspend_and_continue"),
}
"""Commands that are tried in other tests, and why."""
KEYS = {command.id: command.keys.split(",") for command in COMMANDS}
TRIED = [place for place in PLACES if any(recipe.place == place.name for recipe in RECIPES)]


def test_every_command_has_a_recipe_and_every_recipe_a_command() -> None:
    assert all(FILES)
    assert {recipe.command for recipe in RECIPES} | set(ELSEWHERE) == set(KEYS)
    assert {recipe.command for recipe in RECIPES} & set(ELSEWHERE) == set()


def test_what_is_tried_elsewhere_is_there() -> None:
    for file, name in ELSEWHERE.values():
        assert f"def {name}(" in file.read_text()


def test_a_recipe_is_tried_where_its_command_is_at_hand() -> None:
    at_hand = {place.name: place.at_hand for place in PLACES}
    assert [r for r in RECIPES if r.command not in at_hand[r.place]] == []


@pytest.mark.parametrize("place", TRIED, ids=lambda place: place.name)
async def test_every_command_does_what_it_says(
    place: Place, browser: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    recipes = [recipe for recipe in RECIPES if recipe.place == place.name]
    together = [(recipe, key) for recipe in recipes if not recipe.alone for key in KEYS[recipe.command]]
    for recipe in recipes:
        for key in KEYS[recipe.command] if recipe.alone else ():
            await _try(place, [(recipe, key)], browser)
    await _try(place, together, browser)


async def _try(place: Place, recipes: list[tuple[Recipe, str]], browser: list[str]) -> None:
    """Tries commands one after the other in one run of the program, each from the beginning."""
    if not recipes:
        return
    async with place.begin() as stage:
        stage.browser = browser
        for number, (recipe, key) in enumerate(recipes):
            stage.key = key
            browser.clear()
            stage.app.copy_to_clipboard("")
            try:
                if number:
                    await stage.begin_again()
                await place.lead(stage)
                await recipe.run(stage)
            except BaseException as error:
                error.add_note(f"{recipe.command} by {key} in {place.name}: {recipe.run.__name__}")
                raise
