"""What samples and searches say of an evaluation, found once for a whole report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fwwizard.core.acceptability import FULL, RankTable, rank_table
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.findout import Question, questions
from fwwizard.core.flips import Flip, flips
from fwwizard.core.robustness import Sureness, sureness
from fwwizard.core.scenarios import Scenarios

Stopped = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Weighing:
    """How firmly the order stands."""

    scenarios: Scenarios
    table: RankTable
    sureness: Sureness | None
    flips: tuple[Flip, ...]
    questions: tuple[Question, ...]


def weigh(evaluation: Evaluation, stopped: Stopped | None = None) -> Weighing | None:
    """Tries the order over the full number of weightings.

    Args:
        evaluation: what is tried.
        stopped: asked now and then; when it says True the work is given up.

    Returns:
        None where no winner is told, or the work was given up.
    """
    if not evaluation.contest or not evaluation.tells_winner:
        return None
    scenarios = Scenarios(evaluation, evaluation.evaluator.samples(FULL))
    table = rank_table(scenarios, stopped)
    if table is None:
        return None
    found = flips(evaluation, stopped)
    if stopped is not None and stopped():
        return None
    return Weighing(scenarios, table, sureness(scenarios), found, questions(evaluation))
