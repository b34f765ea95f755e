"""How sure the verdict is: survival, indices, confidence, flips and questions in one value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import fsum
from typing import Literal

from fwwizard.core import weights
from fwwizard.core.acceptability import RankTable, index_against, rank_table
from fwwizard.core.evaluation import SAME_SCORE, Evaluation
from fwwizard.core.scenarios import Scenarios

Sureness = Literal["clear", "close", "too-close"]
Quality = Literal["strong", "fair", "poor"]

MOST_PAIRS = 100
"""With more candidates than this not every pair is compared."""

FORMULAS: Mapping[str, weights.Formula] = {
    "rank_sum": weights.rank_sum,
    "rank_reciprocal": weights.rank_reciprocal,
    "sum_reciprocal": weights.sum_reciprocal,
    "equal": weights.equal,
}
"""The other weight formulas that the verdict is tried under."""

CLEAR = 0.9
"""The index from which on a lead is clear, and a move worth it."""

_OPEN = 0.6
_STRONG, _FAIR = 0.75, 0.6


@dataclass(frozen=True, slots=True)
class Robustness:
    """What the verdict says about itself beyond the order."""

    table: RankTable
    pairwise: Mapping[str, Mapping[str, float]]
    """Share of weightings in which the first beats the second; empty for very many candidates."""


def robustness(scenarios: Scenarios, stopped: Callable[[], bool] | None = None) -> Robustness | None:
    """The whole rank table and every pair; None where the work was given up."""
    table = rank_table(scenarios, stopped)
    if table is None:
        return None
    names = list(scenarios.candidates)
    pairwise: dict[str, dict[str, float]] = {name: {} for name in names}
    if len(names) > MOST_PAIRS:
        return Robustness(table, {})
    for i, a in enumerate(names):
        if stopped is not None and stopped():
            return None
        for b in names[i + 1 :]:
            share = index_against(scenarios, a, b)
            pairwise[a][b], pairwise[b][a] = share, 1 - share
    return Robustness(table, pairwise)


def survives(evaluation: Evaluation) -> dict[str, bool]:
    """Whether the leader leads under each of the other weight formulas too, over the same ranking."""
    leader = evaluation.leader
    if leader is None:
        return dict.fromkeys(FORMULAS, False)
    values = {s.framework: evaluation.scored_values(s.framework) for s in evaluation.contest}
    found = {}
    for name, formula in FORMULAS.items():
        by_factor = weights.from_ranking(evaluation.ranking, formula)
        scores = {f: fsum(w * of[factor] for factor, w in by_factor.items()) for f, of in values.items()}
        found[name] = scores[leader.framework] >= max(scores.values()) - SAME_SCORE
    return found


def sureness(scenarios: Scenarios) -> Sureness | None:
    """Whether the verdict is clear, close or too close to call.

    Clear: the leader beats every passing rival in at least nine tenths of the weightings, no rival
    can reach it by unknown facts, no conditional one would if confirmed, and no raised sign of the
    leader is unreviewed. Too close: one passing rival is beaten in less than six tenths. None while
    provisional or where everybody is excluded.
    """
    evaluation = scenarios.evaluation
    leader = evaluation.leader
    if leader is None or evaluation.provisional:
        return None
    rivals = [s.framework for s in evaluation.contest if s is not leader]
    worst = min((index_against(scenarios, leader.framework, rival) for rival in rivals), default=1.0)
    if worst < _OPEN:
        return "too-close"
    if worst < CLEAR or leader.flags.open:
        return "close"
    reached = any(scenarios.least_lead(leader.framework, rival) <= 0 for rival in rivals)
    return "close" if reached or if_confirmed(scenarios) else "clear"


def if_confirmed(scenarios: Scenarios) -> list[str]:
    """The conditional rivals that, once confirmed, the leader would not beat clearly."""
    evaluation = scenarios.evaluation
    leader = evaluation.contest[0].framework
    waiting = [s.framework for s in evaluation.candidates if s not in evaluation.contest]
    return [rival for rival in waiting if index_against(scenarios, leader, rival) < CLEAR]


def quality(score: float) -> Quality:
    """What a score means apart from the others: a clear winner can still be poor."""
    if score >= _STRONG:
        return "strong"
    return "fair" if score >= _FAIR else "poor"


def worth_moving(scenarios: Scenarios) -> bool | None:
    """Whether to leave what runs today: only for nine tenths of the weightings and ten points.

    None where nothing runs today, or it leads itself, or nobody passes.
    """
    evaluation = scenarios.evaluation
    current, leader = evaluation.session.project.current, evaluation.leader
    if leader is None or current in ("", leader.framework) or current not in scenarios.candidates:
        return None
    lead = leader.score - evaluation.standing(current).score
    return lead >= 0.1 and index_against(scenarios, leader.framework, current) >= CLEAR
