"""What follows exactly from a ranking of the factors, whatever their exact weights."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, permutations, product
from math import factorial, fsum, prod

from fwwizard.core.session import Ranking

ZERO = 1e-12
"""A mean that is no further from 0 counts as 0."""

MOST_ORDERS = 24
"""Ties that allow more strict orders than this are not taken apart."""


def weight_band(ranking: Ranking, values: Mapping[str, float]) -> tuple[float, float]:
    """The least and greatest weighted sum over all weightings that keep the ranking.

    The extreme weightings give 1/k to each of the first k factors, so that the sum runs over the
    means of the first k values; within a tied group every order counts.

    Args:
        ranking: groups of factors, most important first; empty: the band is (0, 0).
        values: the value of every ranked factor.
    """
    if is_strict(ranking):
        means = _partial_means([values[factor] for (factor,) in ranking])
        return (min(means), max(means))
    least = [value for group in ranking for value in sorted(values[f] for f in group)]
    greatest = [value for group in ranking for value in sorted((values[f] for f in group), reverse=True)]
    if not least:
        return (0.0, 0.0)
    return (min(_partial_means(least)), max(_partial_means(greatest)))


def is_strict(ranking: Ranking) -> bool:
    """Whether something is ranked and nothing tied."""
    return bool(ranking) and all(len(group) == 1 for group in ranking)


def _partial_means(values: list[float]) -> list[float]:
    return [fsum(values[:k]) / k for k in range(1, len(values) + 1)]


def partial_means(ranking: Ranking, differences: Mapping[str, float]) -> list[list[float]]:
    """The partial means of differences in each order that the ranking allows, at most `MOST_ORDERS`.

    Every allowed weighting is a mixture of the weightings 1/k for the first k factors, so that a
    weighted difference is the same mixture of the means of the first k differences.

    Returns:
        One list of n means for each order; empty where there are more orders than can be listed.
    """
    return [_partial_means([differences[f] for f in order]) for order in orders(ranking)]


def orders(ranking: Ranking) -> list[tuple[str, ...]]:
    """Every strict order within the ties; empty where there are more than `MOST_ORDERS`."""
    if prod(factorial(len(group)) for group in ranking) > MOST_ORDERS:
        return []
    return [tuple(chain.from_iterable(order)) for order in product(*map(permutations, ranking))]


def pairwise_index(ranking: Ranking, differences: Mapping[str, float]) -> float | None:
    """The share of the allowed weightings under which A beats B, exactly.

    Weightings are uniform on those that keep the ranking; within a tied group uniform over its
    orders too. For one order it is the volume of a simplex cut by a half-space (G. Varsi 1973,
    M. M. Ali 1973), by a recursion of positive terms that loses no digits:
    T(p, q) with T(i, 0) = 1, T(0, j) = 0, T(i, j) = (p_i T(i, j-1) + q_j T(i-1, j)) / (p_i + q_j).

    Args:
        ranking: groups of factors, most important first.
        differences: value of A less value of B in every ranked factor.

    Returns:
        A number in [0, 1], one half where A and B are the same; None where ties allow more than
        `MOST_ORDERS` orders and neither are all factors tied nor one framework always ahead.
    """
    if len(ranking) == 1:
        return _index([differences[f] for f in ranking[0]])
    if is_strict(ranking):
        return _index(_partial_means([differences[factor] for (factor,) in ranking]))
    certain = always(ranking, differences)
    if certain is not None:
        return certain
    found = partial_means(ranking, differences)
    return fsum(_index(means) for means in found) / len(found) if found else None


def always(ranking: Ranking, differences: Mapping[str, float]) -> float | None:
    """1 where A beats B whatever the weights, 0 the other way round, 0.5 where they are the same.

    None where it depends on the weights. Source: C. W. Kirkwood, R. K. Sarin, Ranking with partial
    information, Operations Research 33 (1985).
    """
    least, greatest = weight_band(ranking, differences)
    if least >= -ZERO:
        return 1.0 if greatest > ZERO else 0.5
    return 0.0 if greatest <= ZERO else None


def _index(means: list[float]) -> float:
    positive = [g for g in means if g > ZERO]
    negative = [-g for g in means if g < -ZERO]
    if not positive and not negative:
        return 0.5
    row = [1.0] + [0.0] * len(negative)
    for p in positive:
        current = [1.0]
        for j, q in enumerate(negative, start=1):
            current.append((p * current[j - 1] + q * row[j]) / (p + q))
        row = current
    return row[-1] if positive else 0.0
