"""A team: each person's evaluation and shares, and everything that follows from them together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fwwizard.core.acceptability import Shares, first_ranks
from fwwizard.core.evaluation import Evaluation, Evaluator
from fwwizard.core.group import Group, group
from fwwizard.core.scenarios import Scenarios
from fwwizard.core.session import Session
from fwwizard.core.shared_ground import SharedGround, named_apart, shared_ground
from fwwizard.core.topics import Topic, topics

LEAST, MOST = 2, 20
"""How many people a group may have."""


@dataclass(frozen=True, slots=True)
class Team:
    """What a group view shows."""

    evaluations: tuple[Evaluation, ...]
    """One a person, with names that tell them apart."""
    shares: tuple[Shares, ...]
    """Each person's first-rank shares among the frameworks that nobody excludes."""
    group: Group
    ground: SharedGround
    topics: tuple[Topic, ...]

    @property
    def error(self) -> float:
        """The greatest standard error of a share of the mixture: everyone's samples are the same ones."""
        return max(shares.error for shares in self.shares)

    @property
    def by_regret(self) -> tuple[str, ...]:
        """The frameworks that nobody's gates keep out, who costs anyone least first."""
        regret = self.group.regret
        return tuple(sorted(regret, key=lambda f: (regret[f], f)))


def team(
    sessions: Sequence[Session],
    evaluator: Evaluator,
    samples: int,
    stopped: Callable[[], bool] | None = None,
) -> Team | None:
    """The group view of sessions, all of them evaluated with one catalog.

    Args:
        sessions: two to twenty, one a person.
        evaluator: of the catalog in force.
        samples: weightings to draw for each person's shares.
        stopped: asked between people; when it says True the work is given up.

    Returns:
        None where the work was given up.

    Raises:
        ValueError: too few or too many sessions; see `size_problem`.
    """
    problem = size_problem(len(sessions))
    if problem:
        raise ValueError(problem)
    evaluations = tuple(evaluator.evaluate(session) for session in named_apart(sessions))
    excluded = {s.framework for e in evaluations for s in e.excluded}
    left = {framework.id for framework in evaluator.catalog.frameworks} - excluded
    shares = []
    for evaluation in evaluations:
        scenarios = Scenarios(evaluation, evaluator.samples(samples), only=left)
        found = first_ranks(scenarios, stopped) if left else Shares({}, {}, 0)
        if found is None or (stopped is not None and stopped()):
            return None
        shares.append(found)
    together = group(evaluations, shares)
    ground = shared_ground(evaluations, excluded)
    return Team(evaluations, tuple(shares), together, ground, topics(evaluations, together))


def size_problem(count: int) -> str:
    """Why so many sessions make no group, empty where they do."""
    if count < LEAST:
        return f"a group needs at least {LEAST} sessions"
    return f"a group has at most {MOST} sessions, and these are {count}" if count > MOST else ""
