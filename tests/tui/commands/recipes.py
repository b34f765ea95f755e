"""Who tries which command where: small functions, each registered for one command and one place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.tui.commands.places import PLACES
from tests.tui.commands.stage import Stage

Try = Callable[[Stage], Awaitable[None]]
"""Begins where its place leads, presses the key of the command, and asserts what then holds."""


@dataclass(frozen=True)
class Recipe:
    """How a command is tried."""

    command: str
    place: str
    run: Try
    alone: bool
    """Whether the program is not to be used for another one afterwards."""


RECIPES: list[Recipe] = []


def does(command: str, place: str, *, alone: bool = False) -> Callable[[Try], Try]:
    """Registers what a command does in a place.

    Args:
        command: its id.
        place: the name of a place.
        alone: the command leaves the session or the program, so that nothing else can be tried after it.
    """
    (of,) = [one for one in PLACES if one.name == place]

    def register(run: Try) -> Try:
        RECIPES.append(Recipe(command, of.name, run, alone))
        return run

    return register
