"""Swing points: how they begin, how one is given, and whether they agree with the ranking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from math import isfinite
from typing import Literal

from fwwizard.core import weights
from fwwizard.core.checks import MOST_POINTS
from fwwizard.core.edits import Edit
from fwwizard.core.model import Factor, Model
from fwwizard.core.session import Priorities, Ranking, Session

FIRST = 100
"""The points of the factor whose swing is worth most, by custom."""

Agreement = Literal["agrees", "refines", "contradicts"]
"""Points against the ranking: the same order; ties of one that the other orders; another order."""


@dataclass(frozen=True, slots=True)
class PointsCheck:
    """What the points say of the ranking."""

    agreement: Agreement
    sentence: str
    factors: frozenset[str] = frozenset()
    """The ids of the factors that stand elsewhere by points than in the ranking."""


def started(priorities: Priorities) -> dict[str, float]:
    """Whole points that keep the weights of the ranking as they are, 100 for the first."""
    by_ranking = weights.from_ranking(priorities.ranking)
    most = max(by_ranking.values(), default=1.0)
    return {factor: float(max(1, round(FIRST * w / most))) for factor, w in by_ranking.items()}


def toggled(session: Session) -> Edit:
    """Swing points that begin at what the ranking gives, or none."""
    priorities = session.priorities
    if priorities.points:
        return _edit(session, replace(priorities, points=None), "took the swing points away")
    return _edit(session, replace(priorities, points=started(priorities)), "gave swing points")


def given(session: Session, factor: Factor, points: float) -> Edit:
    """Gives one factor its points; the others keep theirs, or begin where the ranking puts them."""
    priorities = session.priorities
    before = priorities.points or started(priorities)
    changed = replace(priorities, points={**before, factor.id: points}, confirmed=True)
    return _edit(session, changed, f"{factor.name}: {points:g} points")


def ranked_by_points(session: Session) -> Edit:
    """The ranking that the points imply; what they tie keeps the order that it had."""
    priorities = session.priorities
    ranked = {factor for group in priorities.ranking for factor in group}
    points = {factor: p for factor, p in (priorities.points or {}).items() if factor in ranked}
    if not points:
        return _edit(session, priorities, "no swing points to rank by")
    flat = [factor for group in priorities.ranking for factor in group]
    implied = (tuple(sorted(g, key=flat.index)) for g in weights.ranking_of_points(points))
    changed = replace(priorities, ranking=tuple(implied), confirmed=True)
    return _edit(session, changed, "took the ranking from the swing points")


def refusal(priorities: Priorities, factor: Factor, points: float) -> str:
    """Why these points cannot be given, one clause; empty where they can."""
    if not isfinite(points) or not 0 <= points <= MOST_POINTS:
        return f"a number from 0 to {MOST_POINTS:,}"
    others = {**(priorities.points or started(priorities)), factor.id: points}
    return "" if any(others.values()) else "at least one factor needs points above 0"


def checked(model: Model, priorities: Priorities) -> PointsCheck | None:
    """Whether the points agree with the ranking; None where there are none."""
    priorities = weights.known_priorities(model, priorities)
    points = priorities.points
    if not points:
        return None
    names = {factor.id: factor.name for factor in model.factors}
    upside_down = _pairs(priorities.ranking, points, "contradicts")
    if upside_down:
        (above, below), others = upside_down[0], len(upside_down) - 1
        more = f" ({others} more {'pair' if others == 1 else 'pairs'} alike)" if others else ""
        text = f"Against your ranking your points put {names[below]} above {names[above]}{more}: they count."
        return PointsCheck("contradicts", text, _named(upside_down))
    other_ties = _pairs(priorities.ranking, points, "refines")
    if other_ties:
        a, b = other_ties[0]
        ties = f"tie {names[a]} and {names[b]}, which your ranking orders"
        orders = f"order {names[a]} and {names[b]}, which your ranking ties"
        text = f"Your points {ties if points[a] == points[b] else orders}: they count."
        return PointsCheck("refines", text, _named(other_ties))
    return PointsCheck("agrees", "Weights are your points in proportion; their order is your ranking's.")


def what_orders(session: Session, your: str = "your") -> str:
    """What the weightings keep to over which index, shares and bands range, in words.

    Args:
        session: the answers.
        your: whose they are, as the text says it.
    """
    return f"the order of {your} swing points" if session.priorities.points else f"{your} ranking"


def _pairs(ranking: Ranking, points: Mapping[str, float], which: Agreement) -> list[tuple[str, str]]:
    """The pairs of factors, the higher ranked first, that the points put in another relation."""
    at = {factor: index for index, group in enumerate(ranking) for factor in group if factor in points}
    pairs = combinations(at, 2)
    if which == "contradicts":
        return [(a, b) for a, b in pairs if at[a] < at[b] and points[a] < points[b]]
    return [(a, b) for a, b in pairs if (at[a] == at[b]) != (points[a] == points[b])]


def _named(pairs: list[tuple[str, str]]) -> frozenset[str]:
    return frozenset(factor for pair in pairs for factor in pair)


def _edit(session: Session, priorities: Priorities, sentence: str) -> Edit:
    return Edit(replace(session, priorities=priorities), sentence)
