"""The step that says who leads, why, how sure, and what to do next."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from fwwizard.core.evaluation import Standing
from fwwizard.tui.commands import bindings
from fwwizard.tui.panes.pane import Pane
from fwwizard.tui.panes.verdict_text import verdict_text
from fwwizard.tui.widgets.reading import Reading


class VerdictPane(Pane):
    """The verdict as a text."""

    HELP: ClassVar[str] = (
        "The verdict follows from what you said and from dated facts. Each number is a part of the "
        "score; the parts add up. A question mark, a ~ or a band says what is not known."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("verdict")

    reading = query_one(Reading)

    def compose(self) -> ComposeResult:
        """The text alone."""
        yield Reading()

    def on_mount(self) -> None:
        """Shows what was assigned before."""
        self.watch_evaluation()

    def watch_evaluation(self) -> None:
        """Shows what follows from the newest answers."""
        if self.evaluation is not None and self.is_attached and self.children:
            self.reading.show(partial(verdict_text, self.evaluation))

    def action_show_leader(self) -> None:
        """Opens the card of the leader."""
        self._choose(self.evaluation.leader if self.evaluation else None)

    def action_show_runner_up(self) -> None:
        """Opens the card of the runner-up."""
        self._choose(self.evaluation.runner_up if self.evaluation else None)

    def _choose(self, standing: Standing | None) -> None:
        if standing is not None:
            self.post_message(self.FrameworkChosen(standing.framework))
