"""The step that says who leads, why, how sure, and what to do next."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.message import Message
from textual.reactive import var
from textual.worker import get_current_worker

from fwwizard.core.acceptability import FULL
from fwwizard.core.certainty import Certainty, certainty
from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.tui.commands import bindings
from fwwizard.tui.panes.pane import Pane
from fwwizard.tui.panes.verdict_text import verdict_text
from fwwizard.tui.widgets.reading import Reading

Wanted = Literal["record", "page", "plan"]
"""The record as Markdown, the record as a page with pictures, the plan of a proof of concept."""


class VerdictPane(Pane):
    """The verdict as a text."""

    HELP: ClassVar[str] = (
        "The verdict follows from what you said and from dated facts. Each number is a part of the "
        "score; the parts add up. A question mark, a ~ or a band says what is not known."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("verdict")

    QUICK: ClassVar[bool] = False  # it draws thousands of weightings

    reading = query_one(Reading)

    certainty: var[Certainty | None] = var(None, init=False)
    """How sure the verdict is; None while that is computed."""

    class Weighed(Message):
        """The weightings were drawn."""

        def __init__(self, evaluation: Evaluation, certainty: Certainty | None) -> None:
            self.evaluation = evaluation
            self.certainty = certainty
            super().__init__()

    class ReportAsked(Message):
        """The person wants a report in a file."""

        def __init__(self, wanted: Wanted) -> None:
            self.wanted = wanted
            super().__init__()

    def compose(self) -> ComposeResult:
        """The text alone."""
        yield Reading()

    def on_mount(self) -> None:
        """Shows what was assigned before."""
        self.watch_evaluation()

    def watch_evaluation(self) -> None:
        """Shows what follows from the newest answers."""
        if self.evaluation is not None and self.is_attached and self.children:
            self.certainty = None
            self._show()
            self._weigh(self.evaluation)

    def _show(self) -> None:
        if self.evaluation is not None:
            self.reading.show(partial(verdict_text, self.evaluation, self.certainty, today=self.today))

    @work(thread=True, exclusive=True, group="certainty")
    def _weigh(self, evaluation: Evaluation) -> None:
        """Draws the weightings, and gives up as soon as the answers change; in a thread."""
        worker = get_current_worker()
        samples = evaluation.evaluator.samples(FULL)
        found = certainty(evaluation, samples, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.post_message(self.Weighed(evaluation, found))

    @on(Weighed)
    def take_certainty(self, event: Weighed) -> None:
        """Shows how sure the verdict is, unless it is another one by now."""
        event.stop()
        if event.evaluation is self.evaluation:
            self.certainty = event.certainty
            self._show()
            if event.certainty is not None:
                self.post_message(self.SharesDrawn(event.evaluation, event.certainty.shares))

    def action_show_leader(self) -> None:
        """Opens the card of the leader."""
        self._choose(self.evaluation.leader if self.evaluation else None)

    def action_show_runner_up(self) -> None:
        """Opens the card of the runner-up."""
        self._choose(self.evaluation.runner_up if self.evaluation else None)

    def action_write(self, wanted: Wanted) -> None:
        """Asks for a report in a file."""
        if self.evaluation is not None:
            self.post_message(self.ReportAsked(wanted))

    def _choose(self, standing: Standing | None) -> None:
        if standing is not None:
            self.post_message(self.FrameworkChosen(standing.framework))
