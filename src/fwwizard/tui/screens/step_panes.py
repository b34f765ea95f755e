"""The panes of the steps: one in sight, the others mounted when visited or while nothing else happens."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual import work
from textual.message import Message
from textual.widgets import ContentSwitcher

from fwwizard.core.session import STEPS, Step
from fwwizard.tui.panes.pane import Pane
from fwwizard.tui.screens.steps import make_pane, preload

PAUSE = 0.01
"""Seconds between two panes that are prepared, in which keys are answered."""

LAYOUTS = 2
"""So often is a new pane laid out: it learns its size, gives its parts theirs, and draws for that."""

UNDER = "-under"
"""The class of a pane that is laid out below the one in sight, which covers it."""


class StepPanes(ContentSwitcher):
    """Shows the pane of a step; each has the id of its step. The screen has a layer under its base."""

    DEFAULT_CSS = """
    StepPanes {
        width: 1fr;
        height: 1fr;
        & > Pane {
            layer: base;
        }
        & > .-under {
            layer: under;
        }
    }
    """

    class Prepared(Message):
        """Every pane is mounted."""

    def __init__(self, give: Callable[[Pane], None]) -> None:
        """Starts empty.

        Args:
            give: hands a pane what it shows; called before the pane comes into sight.
        """
        super().__init__()
        self._give = give
        # No pane shall be mounted twice, or shown half made.
        self._mounting = asyncio.Lock()

    def pane(self, step: Step) -> Pane | None:
        """The pane of a step, if it is there yet."""
        return next((p for p in self.children if p.id == step and isinstance(p, Pane)), None)

    async def show(self, step: Step) -> Pane | None:
        """Brings the pane of a step into sight; None where the wizard is being left."""
        async with self._mounting:
            if not self.is_attached:
                return None
            pane = self.pane(step)
            if pane is None:
                pane = make_pane(step)
                self._give(pane)
                await self.add_content(pane, set_current=True)
            else:
                self._give(pane)
                pane.remove_class(UNDER)
                self.current = step
        return pane

    @work(group="prepare")
    async def prepare(self) -> None:
        """Makes the first visit of each step as quick as the later ones."""
        await asyncio.to_thread(preload)
        for step in STEPS:
            if self.pane(step) is None:
                await self._prepare(step)
                await asyncio.sleep(PAUSE)
        self.post_message(self.Prepared())

    async def _prepare(self, step: Step) -> None:
        async with self._mounting:
            if not self.is_attached:
                return
            pane = make_pane(step)
            pane.add_class(UNDER)
            if pane.QUICK:
                self._give(pane)
            await self.add_content(pane)
        pane.display = True
        for _ in range(LAYOUTS):
            laid_out = asyncio.Event()
            pane.call_after_refresh(laid_out.set)
            await laid_out.wait()
        pane.remove_class(UNDER)
        pane.display = self.current == step
