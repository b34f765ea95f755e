"""Opens the comparison table from wherever one is, and remembers what was chosen to be seen of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

if TYPE_CHECKING:
    from fwwizard.core.comparison_table import TableView
    from fwwizard.core.evaluation import Evaluation, Evaluator


class Tables:
    """One for a run of the program."""

    def __init__(self) -> None:
        self._view: TableView | None = None

    def show(self, screen: Screen[Any], evaluator: Evaluator | None) -> None:
        """Shows the table: with the session that is open or under the cursor, or without any.

        Args:
            screen: the one that is in front.
            evaluator: None while the catalog is read.
        """
        from fwwizard.tui.loading import usable_evaluation
        from fwwizard.tui.screens.computed import ComputedScreen
        from fwwizard.tui.screens.home import HomeScreen
        from fwwizard.tui.screens.wizard import WizardScreen

        if evaluator is None:
            screen.notify("The catalog is still being read.", markup=False)
        elif isinstance(screen, WizardScreen):
            # The evaluation is asked for in turn: after every change that is still under way.
            screen.in_turn(lambda: self._open(screen, evaluator, screen.evaluation))
        elif isinstance(screen, HomeScreen):
            chosen = screen.chosen
            evaluation = usable_evaluation(evaluator, chosen.session if chosen is not None else None)
            self._open(screen, evaluator, evaluation)
        elif isinstance(screen, ComputedScreen):
            self._open(screen, evaluator, screen.evaluation)

    def _open(self, screen: Screen[Any], evaluator: Evaluator, evaluation: Evaluation | None) -> None:
        from fwwizard.tui.loading import neutral_evaluation
        from fwwizard.tui.screens.table import TableScreen

        shown = evaluation or neutral_evaluation(evaluator)
        table = TableScreen(shown, self._view, with_session=evaluation is not None)
        screen.app.push_screen(table, partial(setattr, self, "_view"))
