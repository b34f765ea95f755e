"""SMAA: the share of the allowed weightings under which a framework takes a rank.

Source: R. Lahdelma, P. Salminen, SMAA-2: Stochastic multicriteria acceptability analysis for group
decision making, Operations Research 49 (2001).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from math import fsum, sqrt
from operator import eq, gt, mul

from fwwizard.core.exact import always, pairwise_index
from fwwizard.core.exact_shares import exact_shares
from fwwizard.core.samples import Column
from fwwizard.core.scenarios import Scenarios

LIVE = 2_000
"""Samples while a person types."""

FULL = 10_000
"""Samples for the verdict, reports and machines."""


@dataclass(frozen=True, slots=True)
class Shares:
    """First-rank shares of the candidates; they sum to 1."""

    first: Mapping[str, float]
    central_weights: Mapping[str, Mapping[str, float]]
    """For each that is ever first: the mean of the weightings that put it there, by factor."""
    samples: int
    """0 where the shares are exact."""

    @property
    def error(self) -> float:
        """The greatest standard error that a share of that many samples has; 0 where exact."""
        return 0.5 / sqrt(self.samples) if self.samples else 0.0


@dataclass(frozen=True, slots=True)
class RankTable:
    """For each candidate its share of every rank, best first; rows and columns sum to 1."""

    shares: Shares
    acceptability: Mapping[str, tuple[float, ...]]


def first_ranks(scenarios: Scenarios, stopped: Callable[[], bool] | None = None) -> Shares | None:
    """The first-rank shares, exact where at most two factors are ranked and nothing is unknown.

    Args:
        scenarios: the candidates and samples.
        stopped: asked between candidates; when it says True the work is given up.

    Returns:
        None where the work was given up.
    """
    exact = exact_shares(scenarios)
    if exact is not None:
        return Shares(exact.first, exact.central_weights, 0)
    columns = {}
    for framework in scenarios.contenders:
        if stopped is not None and stopped():
            return None
        columns[framework] = scenarios.column(framework)
    return _first(scenarios, columns)


def rank_table(scenarios: Scenarios, stopped: Callable[[], bool] | None = None) -> RankTable | None:
    """The share of every rank for every candidate; None where the work was given up."""
    exact = exact_shares(scenarios)
    if exact is not None:
        return RankTable(Shares(exact.first, exact.central_weights, 0), exact.acceptability)
    columns = {}
    for framework in scenarios.candidates:
        if stopped is not None and stopped():
            return None
        columns[framework] = scenarios.column(framework)
    count, size = scenarios.samples.count, len(columns)
    names = list(columns)
    places = list(range(size))
    orders = [
        sorted(places, key=row.__getitem__, reverse=True) for row in zip(*columns.values(), strict=True)
    ]
    counts = [[0.0] * size for _ in names]
    for rank, taken in enumerate(zip(*orders, strict=True)):
        for index, times in Counter(taken).items():
            counts[index][rank] = times / count
    _share_among_equals(counts, list(columns.values()))
    table = {name: tuple(row) for name, row in zip(names, counts, strict=True)}
    contenders = {name: columns[name] for name in scenarios.contenders}
    return RankTable(_first(scenarios, contenders), table)


def _share_among_equals(counts: list[list[float]], columns: Sequence[Column]) -> None:
    """Candidates with the same score in every sample share their ranks evenly."""
    alike: list[list[int]] = []
    for index, column in enumerate(columns):
        group = next((g for g in alike if columns[g[0]] == column), None)
        if group is None:
            alike.append([index])
        else:
            group.append(index)
    for group in alike:
        if len(group) > 1:
            mean = [fsum(counts[i][rank] for i in group) / len(group) for rank in range(len(counts))]
            for index in group:
                counts[index] = list(mean)


def _first(scenarios: Scenarios, columns: Mapping[str, Column]) -> Shares:
    count = scenarios.samples.count
    first = dict.fromkeys(scenarios.candidates, 0.0)
    central: dict[str, dict[str, float]] = {}
    if not columns:
        return Shares(first, central, count)
    best = list(map(max, *columns.values())) if len(columns) > 1 else next(iter(columns.values()))
    wins = {name: list(map(eq, column, best)) for name, column in columns.items()}
    sharers = list(map(sum, zip(*wins.values(), strict=True)))
    for name, won in wins.items():
        parts = [1 / n for n in compress(sharers, won)]
        total = fsum(parts)
        first[name] = total / count
        if total:
            central[name] = {
                factor: fsum(map(mul, parts, compress(column, won))) / total
                for factor, column in scenarios.weights.items()
            }
    return Shares(first, central, count)


def confidence_factors(scenarios: Scenarios, shares: Shares) -> dict[str, float]:
    """For each that is ever first: how often it leads at its own central weights.

    Below 1 where unknown facts could take the lead from it even for those who would pick it.
    Source: Lahdelma and Salminen 2001.
    """
    found = {}
    for framework, central in shares.central_weights.items():
        there = scenarios.at(central)
        ends = {name: _ends(scenarios, name, central) for name in scenarios.contenders}
        surely = max(low for low, _ in ends.values())
        # Who cannot reach what another surely has cannot lead there, and is not drawn.
        columns = {name: there.column(name) for name, (_, high) in ends.items() if high >= surely}
        found[framework] = _first(there, columns).first[framework]
    return found


def _ends(scenarios: Scenarios, framework: str, weights: Mapping[str, float]) -> tuple[float, float]:
    """The lowest and highest score of a candidate at fixed weights."""
    one = scenarios.candidates[framework]
    return (
        fsum(w * one.low[f] for f, w in weights.items()),
        fsum(w * one.high[f] for f, w in weights.items()),
    )


def index_against(scenarios: Scenarios, a: str, b: str) -> float:
    """The share of weightings, and of the unknown facts' states, in which A beats B; equal ones half.

    Exact where both are fully known and ties allow it, else from the samples; kept by the scenarios.
    """
    pair = (a, b)
    if pair not in scenarios.indices:
        scenarios.indices[pair] = _index(scenarios, a, b)
    return scenarios.indices[pair]


def _index(scenarios: Scenarios, a: str, b: str) -> float:
    ours, theirs = scenarios.candidates[a], scenarios.candidates[b]
    ranking = scenarios.evaluation.ranking
    if ours.known and theirs.known:
        exact = pairwise_index(ranking, {f: ours.mid[f] - theirs.mid[f] for f in ours.mid})
        if exact is not None:
            return exact
    if always(ranking, {f: ours.low[f] - theirs.high[f] for f in ours.mid}) == 1.0:
        return 1.0
    if always(ranking, {f: ours.high[f] - theirs.low[f] for f in ours.mid}) == 0.0:
        return 0.0
    x, y = scenarios.column(a), scenarios.column(b)
    wins: int = sum(map(gt, x, y))
    ties: int = sum(map(eq, x, y))
    return (wins + ties / 2) / scenarios.samples.count
