"""Which answers moved which score between two sessions: shares that sum to the difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fwwizard.core.answers import Answer
from fwwizard.core.assessment import points_of
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.mixing import PRIORITIES, Path, mixed
from fwwizard.core.scoring import Column, Scorer
from fwwizard.core.session import Session
from fwwizard.core.shapley import shapley

CATALOG = "catalog"
"""The cause that stands for everything that two catalogs tell differently."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """How much of each score's difference each cause brought."""

    shares: Mapping[str, Mapping[str, float]]
    """By framework, then by the key of an answer or `catalog`; in scores, B less A; zeros left out."""
    orders: int
    """How many orders were drawn; 0 where the shares are exact."""
    error: float
    """The greatest standard error of a share, in scores; 0 where they are exact."""


def attribute(a: Evaluation, b: Evaluation, differing: Sequence[Answer]) -> Attribution:
    """Shares the difference of every score out among the answers that differ, and the catalogs.

    An answer is one player as a whole (see `mixing.PRIORITIES`); what only gates, and what only
    describes, moves no score and takes no part. The team's concerns are added to a score whatever
    else was said, so that each of them brings just its own points.

    Args:
        a: the evaluation to start from.
        b: the evaluation to arrive at, maybe by another catalog.
        differing: the answers that differ.
    """
    players = _players(a, b, differing)
    frameworks = [f.id for f in a.catalog.frameworks if b.catalog.framework(f.id) is not None]
    shared = shapley(len(players), _Worth(a, b, [p.taken for p in players], frameworks))
    shares: dict[str, dict[str, float]] = {framework: {} for framework in frameworks}
    for player, amounts in zip(players, shared.shares, strict=True):
        for framework, amount in zip(frameworks, amounts, strict=True):
            if amount:
                shares[framework][player.key] = amount
    for framework in frameworks:
        shares[framework] |= _concerns(a.session, b.session, framework)
    return Attribution(shares, shared.orders, shared.error)


@dataclass(frozen=True, slots=True)
class _Player:
    key: str
    taken: frozenset[Path]
    """The answers that it takes from B; with `(CATALOG,)` the catalog too."""


def _players(a: Evaluation, b: Evaluation, differing: Sequence[Answer]) -> list[_Player]:
    found = [_Player(one.key, frozenset({one.path})) for one in differing if _scores(one, a, b)]
    if a.evaluator is b.evaluator:
        return found
    catalog: frozenset[Path] = frozenset({(CATALOG,)})
    factors = [{factor.id for factor in e.catalog.model.factors} for e in (a, b)]
    if factors[0] != factors[1]:
        # A ranking of other factors makes no sense in the other catalog: they come together.
        found = [player for player in found if PRIORITIES not in player.taken]
        catalog |= {PRIORITIES}
    return [*found, _Player(CATALOG, catalog)]


def _scores(answer: Answer, a: Evaluation, b: Evaluation) -> bool:
    """Whether an answer can move a score at all."""
    if answer.path == PRIORITIES:
        return a.weights != b.weights
    if answer.path[0] == "checklist":
        # A must and a want count alike where scores are concerned.
        return (answer.path[1] in a.session.checklist) != (answer.path[1] in b.session.checklist)
    return answer.path[0] == "targets" or answer.path[:2] in {
        ("project", "languages"),
        ("project", "experience"),
        ("project", "needs"),
    }


class _Worth:
    """The scores of the frameworks that both catalogs have, for each combination of players."""

    def __init__(
        self, a: Evaluation, b: Evaluation, players: list[frozenset[Path]], frameworks: list[str]
    ) -> None:
        self._sessions = (a.session, b.session)
        self._players = players
        ours = Scorer(a.evaluator.assessor)
        theirs = ours if a.evaluator is b.evaluator else Scorer(b.evaluator.assessor)
        self._scorers = (ours, theirs)
        self._places = tuple([e.index(framework) for framework in frameworks] for e in (a, b))

    def __call__(self, combination: int) -> Column:
        taken = frozenset[Path]().union(
            *(paths for i, paths in enumerate(self._players) if combination >> i & 1)
        )
        side = 1 if (CATALOG,) in taken else 0
        scores = self._scorers[side].scores(mixed(*self._sessions, taken))
        return [scores[place] for place in self._places[side]]


def _concerns(a: Session, b: Session, framework: str) -> dict[str, float]:
    """What each verdict on a sign adds to a score or takes from it."""
    ours, theirs = a.flags.get(framework, {}), b.flags.get(framework, {})
    found = {}
    for flag in dict.fromkeys([*ours, *theirs]):
        before, after = (points_of(said[flag]) if flag in said else 0.0 for said in (ours, theirs))
        if before != after:
            found[f"flags.{framework}.{flag}"] = before - after
    return found
