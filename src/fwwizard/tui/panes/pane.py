"""What the panes of the wizard have in common: what they are given, and how they ask for changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import ClassVar

from textual.containers import Vertical
from textual.message import Message
from textual.reactive import var

from fwwizard.core.edits import Edit
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.session import Session

Change = Callable[[Session], Edit]
"""An edit that still lacks its session: the screen applies it to the newest one."""


class Pane(Vertical):
    """One step of the wizard. It shows a session and its evaluation and asks for changes.

    The screen binds both attributes before the pane is mounted and assigns them together; a pane
    redraws in `watch_evaluation`, never changes a session and never talks to another pane.
    """

    DEFAULT_CSS = """
    Pane {
        height: 1fr;
        padding: 0 1;
    }
    """

    QUICK: ClassVar[bool] = True
    """Whether it is drawn quickly enough to be prepared before anybody comes to see it."""

    session: var[Session | None] = var(None, init=False)
    """The answers so far."""

    evaluation: var[Evaluation | None] = var(None, init=False)
    """What follows from them; assigned after `session`, so that it agrees with it."""

    today: var[date | None] = var(None, init=False)
    """The day, by which a pane tells old facts; None where nobody gave it."""

    class Asked(Message):
        """The person asked for a change of the session."""

        def __init__(self, change: Change) -> None:
            self.change = change
            super().__init__()

    class FrameworkChosen(Message):
        """The person wants to see everything about a framework."""

        def __init__(self, framework: str) -> None:
            self.framework = framework
            super().__init__()

    class SharesDrawn(Message):
        """More weightings were drawn for an evaluation than the ranking draws by itself."""

        def __init__(self, evaluation: Evaluation, shares: Mapping[str, float]) -> None:
            self.evaluation = evaluation
            self.shares = shares
            super().__init__()

    def ask(self, change: Change) -> None:
        """Asks the screen to apply a change."""
        self.post_message(self.Asked(change))
