"""What follows exactly from a ranking of the factors, whatever their exact weights."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum

from fwwizard.core.session import Ranking


def weight_band(ranking: Ranking, values: Mapping[str, float]) -> tuple[float, float]:
    """The least and greatest weighted sum over all weightings that keep the ranking.

    The extreme weightings give 1/k to each of the first k factors, so that the sum runs over the
    means of the first k values; within a tied group every order counts.

    Args:
        ranking: groups of factors, most important first; empty: the band is (0, 0).
        values: the value of every ranked factor.
    """
    least = [value for group in ranking for value in sorted(values[f] for f in group)]
    greatest = [value for group in ranking for value in sorted((values[f] for f in group), reverse=True)]
    if not least:
        return (0.0, 0.0)
    return (min(_partial_means(least)), max(_partial_means(greatest)))


def _partial_means(values: list[float]) -> list[float]:
    return [fsum(values[: k + 1]) / (k + 1) for k in range(len(values))]
