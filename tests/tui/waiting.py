"""Waiting for a named condition instead of for a time."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable
from time import monotonic
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.widget import Widget

DEADLINE = 20.0
"""Seconds after which a condition counts as never coming; only a failing test waits this long."""


async def settled(pilot: Pilot[Any], condition: Callable[[], object], what: str = "the condition") -> None:
    """Returns when the condition holds, with all messages handled."""
    end = monotonic() + DEADLINE
    await pilot.pause()
    while not condition():
        if monotonic() > end:
            raise AssertionError(f"{what} did not come; the screen says:\n{screen_text(pilot.app)}")
        await pilot.pause(0.01)


QUIET = 4
"""Turns of the loop without a message after which everything counts as handled."""


async def handled(pilot: Pilot[Any]) -> None:
    """Returns when no message waits any more.

    `pilot.press` and `pilot.pause` wait in fiftieths of a second until the process has nothing to
    do; where hundreds of keys are pressed, that is most of the time.
    """
    turns = 0
    while turns < QUIET:
        await sleep(0)
        screen = pilot.app.screen_stack[-1] if pilot.app.screen_stack else None
        pumps = [pilot.app, *(screen.walk_children(Widget, with_self=True) if screen is not None else ())]
        turns = turns + 1 if all(pump._message_queue.empty() for pump in pumps) else 0


async def painted(pilot: Pilot[Any]) -> None:
    """Returns when nothing waits to be laid out or painted, and two looks in a row show the same."""
    before: list[str] = []

    def at_rest() -> bool:
        nonlocal before
        screen = pilot.app.screen
        now = screen_lines(pilot.app)
        waiting = any(
            widget._layout_required or widget._repaint_required or not widget._message_queue.empty()
            for widget in screen.walk_children(Widget, with_self=True)
        )
        unchanged, before = now == before, now
        return unchanged and not waiting and not screen._dirty_widgets

    await settled(pilot, at_rest, "a screen at rest")


def screen_lines(app: App[Any]) -> list[str]:
    """What the screen shows, line by line, without styles."""
    width, height = app.size
    return [
        "".join(segment.text for segment in strip).ljust(width)
        for strip in app.screen._compositor.render_strips()[:height]
    ]


def screen_text(app: App[Any]) -> str:
    """What the screen shows, without styles and without the spaces at the ends of lines."""
    return "\n".join(line.rstrip() for line in screen_lines(app))
