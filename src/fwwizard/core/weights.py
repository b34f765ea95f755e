"""From a ranking with ties, or from swing points, to weights that sum to 1."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import fsum

from fwwizard.core.model import Model
from fwwizard.core.session import Priorities, Ranking

Formula = Callable[[int], Sequence[float]]
"""From the number of ranked factors, n >= 1, to n weights by position, best first, sum 1."""


def rank_order_centroid(n: int) -> list[float]:
    """The mean of all weightings that keep the order: w_k = (1/n) * sum of 1/i for i = k..n.

    Source: F. H. Barron, B. E. Barrett, Decision quality using ranked attribute weights,
    Management Science 42 (1996).
    """
    return [fsum(1 / i for i in range(k, n + 1)) / n for k in range(1, n + 1)]


def rank_sum(n: int) -> list[float]:
    """Weights in proportion to n, n-1, …, 1 (W. G. Stillwell and others, 1981)."""
    total = n * (n + 1) / 2
    return [(n + 1 - k) / total for k in range(1, n + 1)]


def rank_reciprocal(n: int) -> list[float]:
    """Weights in proportion to 1, 1/2, …, 1/n (W. G. Stillwell and others, 1981)."""
    total = fsum(1 / k for k in range(1, n + 1))
    return [1 / k / total for k in range(1, n + 1)]


def sum_reciprocal(n: int) -> list[float]:
    """Weights in proportion to 1/k + (n+1-k)/n.

    Source: M. Danielson, L. Ekenberg, Rank ordering methods for multi-criteria decisions, 2014.
    """
    raw = [1 / k + (n + 1 - k) / n for k in range(1, n + 1)]
    total = fsum(raw)
    return [w / total for w in raw]


def equal(n: int) -> list[float]:
    """Every ranked factor the same."""
    return [1 / n] * n


def from_ranking(ranking: Ranking, formula: Formula = rank_order_centroid) -> dict[str, float]:
    """The weight of each ranked factor; a tied group shares the mean of its positions.

    Raises:
        ValueError: a factor stands in the ranking twice.
    """
    factors = [factor for group in ranking for factor in group]
    if len(set(factors)) != len(factors):
        raise ValueError("a factor stands in the ranking twice")
    if not factors:
        return {}
    by_position = formula(len(factors))
    weights: dict[str, float] = {}
    start = 0
    for group in ranking:
        if group:
            share = fsum(by_position[start : start + len(group)]) / len(group)
            weights.update(dict.fromkeys(group, share))
            start += len(group)
    return weights


def from_points(points: Mapping[str, float]) -> dict[str, float]:
    """Swing points, all at least 0 and one above 0, in proportion (von Winterfeldt and Edwards, 1986).

    Raises:
        ValueError: a number is negative or not finite, or all are 0.
    """
    if not all(0 <= p < float("inf") for p in points.values()):
        raise ValueError("swing points must be finite and not negative")
    total = fsum(points.values())
    if total <= 0:
        raise ValueError("at least one factor needs swing points above 0")
    return {factor: p / total for factor, p in points.items()}


def ranking_of_points(points: Mapping[str, float]) -> Ranking:
    """The ranking that swing points imply: equal points are tied."""
    ordered = sorted(set(points.values()), reverse=True)
    return tuple(tuple(sorted(f for f, p in points.items() if p == value)) for value in ordered)


def known_priorities(model: Model, priorities: Priorities) -> Priorities:
    """The priorities without factors that the model lacks: those of another catalog are ignored."""
    known = {factor.id for factor in model.factors}
    groups = (tuple(f for f in group if f in known) for group in priorities.ranking)
    points = {f: p for f, p in (priorities.points or {}).items() if f in known}
    return replace(
        priorities,
        ranking=tuple(group for group in groups if group),
        points=points if any(points.values()) else None,
    )


def weights_of(priorities: Priorities) -> dict[str, float]:
    """The weights in force: swing points where given, else the centroid of the ranking."""
    if priorities.points:
        return from_points(priorities.points)
    return from_ranking(priorities.ranking)


def effective_ranking(priorities: Priorities) -> Ranking:
    """The ranking that index, shares and weight bands range over."""
    if priorities.points:
        return ranking_of_points(priorities.points)
    return tuple(group for group in priorities.ranking if group)
