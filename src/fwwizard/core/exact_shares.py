"""Acceptabilities without sampling, where at most two factors are ranked and nothing is unknown.

With two factors every score is a straight line over the weight of the first, so that the order
changes only where two lines cross: a rank's share is the length of the pieces in which it is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from fwwizard.core.scenarios import Scenarios

_SAME = 1e-12

MOST_LINES = 64
"""With two factors and more candidates than this sampling is quicker than every crossing."""


@dataclass(frozen=True, slots=True)
class ExactShares:
    """The whole rank table, first ranks and the weights that put each first."""

    first: Mapping[str, float]
    acceptability: Mapping[str, tuple[float, ...]]
    central_weights: Mapping[str, Mapping[str, float]]


def exact_shares(scenarios: Scenarios) -> ExactShares | None:
    """The exact table; None where more than two factors are ranked, or something is unknown, or
    there are too many candidates for all crossings."""
    factors = [factor for group in scenarios.evaluation.ranking for factor in group]
    candidates = scenarios.candidates
    if len(factors) > 2 or not factors or not all(c.known for c in candidates.values()):
        return None
    if len(factors) == 2 and len(candidates) > MOST_LINES:
        return None
    first, last = factors[0], factors[-1]
    lines = {name: (c.mid[last], c.mid[first] - c.mid[last]) for name, c in candidates.items()}
    strict = len(scenarios.evaluation.ranking) == len(factors)
    start = 1.0 if len(factors) == 1 else 0.5 if strict else 0.0
    cuts = [start, *sorted(_crossings(list(lines.values()), start)), 1.0]
    pieces = [(a, b) for a, b in pairwise(cuts) if b > a] or [(start, 1.0)]
    return _added_up(lines, pieces, (first, last), start)


def _crossings(lines: list[tuple[float, float]], start: float) -> set[float]:
    found = set()
    for (a, slope_a), (b, slope_b) in combinations(lines, 2):
        if slope_a != slope_b:
            at = (b - a) / (slope_a - slope_b)
            if start < at < 1:
                found.add(at)
    return found


def _added_up(
    lines: dict[str, tuple[float, float]],
    pieces: list[tuple[float, float]],
    factors: tuple[str, str],
    start: float,
) -> ExactShares:
    whole = 1 - start
    table = {name: [0.0] * len(lines) for name in lines}
    moment = dict.fromkeys(lines, 0.0)
    for a, b in pieces:
        middle, length = (a + b) / 2, (b - a) / whole if whole else 1.0
        for rank, size, group in _groups({n: base + slope * middle for n, (base, slope) in lines.items()}):
            for name in group:
                for taken in range(rank, rank + size):
                    table[name][taken] += length / size
                if rank == 0:
                    moment[name] += length / size * middle
    first = {name: row[0] for name, row in table.items()}
    one, other = factors
    central = {
        name: {one: moment[name] / share} | ({other: 1 - moment[name] / share} if other != one else {})
        for name, share in first.items()
        if share > 0
    }
    return ExactShares(first, {name: tuple(row) for name, row in table.items()}, central)


def _groups(scores: dict[str, float]) -> list[tuple[int, int, list[str]]]:
    """Rank, number of members and members of each group of equal scores, best first."""
    found: list[tuple[int, int, list[str]]] = []
    ordered = sorted(scores, key=lambda name: -scores[name])
    start = 0
    while start < len(ordered):
        group = [n for n in ordered[start:] if abs(scores[n] - scores[ordered[start]]) <= _SAME]
        found.append((start, len(group), group))
        start += len(group)
    return found
