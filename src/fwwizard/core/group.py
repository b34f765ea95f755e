"""Several sessions of one catalog: what the people share, and what splits them.

Never an average of ranks: shares are mixed, gates are united, and each person keeps a winner.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum

from fwwizard.core.acceptability import Shares
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.gates import Reason
from fwwizard.core.session import Ranking


@dataclass(frozen=True, slots=True)
class Owned:
    """A reason to exclude a framework, and whose answer it is."""

    owner: str
    """The name of the session."""
    reason: Reason


@dataclass(frozen=True, slots=True)
class Split:
    """Two factors that the people order differently."""

    first: str
    second: str
    for_first: tuple[str, ...]
    """Names of the sessions that rank the first one higher."""
    for_second: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What follows from several evaluations together."""

    winners: tuple[tuple[str, str], ...]
    """Name of the session and its winner, empty where nobody passes, in the order given."""
    excluded: Mapping[str, tuple[Owned, ...]]
    """The union of the gates, by framework, with their owners."""
    first: Mapping[str, float]
    """First-rank shares of the equal mixture of the people, over what the union leaves in."""
    regret: Mapping[str, float]
    """The most that anyone loses, in score, if a framework left in were taken instead of theirs."""
    kendall_w: float | None
    """Agreement of the factor rankings, 0 none to 1 full; None for a single factor."""
    split: Split | None
    """The pair of factors that splits the people most evenly; None where nobody disagrees."""


def group(evaluations: Sequence[Evaluation], shares: Sequence[Shares]) -> Group:
    """The group view of two or more evaluations of one catalog.

    Args:
        evaluations: one a person.
        shares: the first-rank shares of each, in the same order.

    Raises:
        ValueError: fewer than two evaluations, or of different catalogs, or shares missing.
    """
    if len(evaluations) < 2 or len(evaluations) != len(shares):
        raise ValueError("a group needs two or more evaluations, each with its shares")
    if len({e.catalog.digest for e in evaluations}) > 1:
        raise ValueError("a group needs sessions of one catalog")
    excluded = _excluded(evaluations)
    left = [f.id for f in evaluations[0].catalog.frameworks if f.id not in excluded]
    names = [factor.id for factor in evaluations[0].catalog.model.factors]
    rankings = [e.ranking for e in evaluations]
    return Group(
        tuple((e.session.name, _winner(e)) for e in evaluations),
        excluded,
        _mixture(left, shares),
        {framework: max(_regret(e, framework, left) for e in evaluations) for framework in left},
        kendall_w([positions(ranking, names) for ranking in rankings]),
        _split([(e.session.name, positions(e.ranking, names)) for e in evaluations], names),
    )


def kendall_w(rankings: Sequence[Sequence[float]]) -> float | None:
    """Kendall's coefficient of concordance, with his correction for ties.

    W = 12 S / (m^2 (n^3 - n) - m T): S the squared deviations of the rank sums, T the sum of
    t^3 - t over tied groups. Source: M. G. Kendall, Rank Correlation Methods, 1948.

    Args:
        rankings: for each of m >= 1 people the positions of the same n items, ties at their mean.

    Returns:
        A number in [0, 1]; None where it says nothing: one item, or everything tied by everyone.
    """
    m, n = len(rankings), len(rankings[0])
    sums = [fsum(column) for column in zip(*rankings, strict=True)]
    mean = fsum(sums) / n
    deviations = fsum((s - mean) ** 2 for s in sums)
    ties = sum(t**3 - t for ranking in rankings for t in map(ranking.count, set(ranking)))
    whole = m**2 * (n**3 - n) - m * ties
    return 12 * deviations / whole if whole > 0 else None


def positions(ranking: Ranking, factors: Sequence[str]) -> list[float]:
    """The position of each factor, tied ones at the mean of theirs, ignored ones tied at the end."""
    ranked = [factor for group_ in ranking for factor in group_]
    groups = [*ranking, tuple(f for f in factors if f not in ranked)]
    found: dict[str, float] = {}
    start = 0
    for members in groups:
        found.update(dict.fromkeys(members, start + (len(members) + 1) / 2))
        start += len(members)
    return [found[factor] for factor in factors]


def _winner(evaluation: Evaluation) -> str:
    return next((s.framework for s in evaluation.passing), "")


def _excluded(evaluations: Sequence[Evaluation]) -> dict[str, tuple[Owned, ...]]:
    found: dict[str, list[Owned]] = {}
    for evaluation in evaluations:
        for standing in evaluation.excluded:
            of_framework = found.setdefault(standing.framework, [])
            for reason in standing.reasons:
                if reason.status == "excluded":
                    of_framework.append(Owned(evaluation.session.name, reason))
    return {framework: tuple(owned) for framework, owned in found.items()}


def _mixture(left: list[str], shares: Sequence[Shares]) -> dict[str, float]:
    """The mean of everyone's shares; what falls on the excluded is spread in proportion."""
    found = {f: fsum(s.first.get(f, 0.0) for s in shares) / len(shares) for f in left}
    total = fsum(found.values())
    return {f: share / total for f, share in found.items()} if total > 0 else found


def _regret(evaluation: Evaluation, framework: str, left: list[str]) -> float:
    best = max(evaluation.standing(f).score for f in left)
    return best - evaluation.standing(framework).score


def _split(people: list[tuple[str, list[float]]], factors: list[str]) -> Split | None:
    best: Split | None = None
    for i, j in combinations(range(len(factors)), 2):
        first = tuple(name for name, at in people if at[i] < at[j])
        second = tuple(name for name, at in people if at[i] > at[j])
        evenness = min(len(first), len(second))
        if evenness and (best is None or evenness > min(len(best.for_first), len(best.for_second))):
            best = Split(factors[i], factors[j], first, second)
    return best
