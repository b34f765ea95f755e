"""Shapley values: a difference shared out among those who made it, so that the shares sum to it.

Source: L. S. Shapley, A value for n-person games, Contributions to the Theory of Games II, 1953.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import comb, fsum, sqrt
from operator import mul, sub

from fwwizard.core.samples import orders

EXACT_UP_TO = 10
"""So many players are taken in every combination; of more, orders are drawn."""

WORTHS = 3_000
"""About so many combinations are looked at where orders are drawn."""

LEAST_PAIRS = 8
"""Fewer orders than twice this say too little of their own error."""

Worth = Callable[[int], Sequence[float]]
"""The outcomes of a combination of players, a bit each; always the same number of outcomes."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Who brought how much of each outcome from nobody to everybody."""

    shares: tuple[tuple[float, ...], ...]
    """By player, then by outcome; over the players they sum to the whole difference."""
    orders: int
    """How many orders were drawn; 0 where the shares are exact."""
    error: float
    """The greatest standard error of a share; 0 where they are exact."""


def shapley(players: int, worth: Worth) -> Shared:
    """The mean, over all orders in which the players may come, of what each adds when it comes.

    Up to `EXACT_UP_TO` players exactly; of more, a fixed selection of orders, each with its reverse
    (antithetic: where two players overlap, one order favors the one and its reverse the other).

    Args:
        players: how many, at least 0.
        worth: asked for each combination once.
    """
    if players == 0:
        return Shared((), 0, 0.0)
    return _exact(players, worth) if players <= EXACT_UP_TO else _sampled(players, worth)


def _exact(players: int, worth: Worth) -> Shared:
    """The sum over combinations S without i of |S|! (n-|S|-1)! / n! times what i adds to S."""
    worths = [worth(combination) for combination in range(1 << players)]
    columns = list(zip(*worths, strict=True))
    weights = [1 / (players * comb(players - 1, size)) for size in range(players)]
    sizes = [combination.bit_count() for combination in range(1 << players)]
    shares = []
    for player in range(players):
        # Every combination counts once: with the player as what came out, without it as what was before.
        signed = [
            weights[size - 1] if combination >> player & 1 else -weights[size]
            for combination, size in enumerate(sizes)
        ]
        shares.append(tuple(fsum(map(mul, signed, column)) for column in columns))
    return Shared(tuple(shares), 0, 0.0)


def _sampled(players: int, worth: Worth) -> Shared:
    known: dict[int, Sequence[float]] = {}

    def looked_up(combination: int) -> Sequence[float]:
        if combination not in known:
            known[combination] = worth(combination)
        return known[combination]

    pairs = max(LEAST_PAIRS, WORTHS // (2 * players))
    added: list[list[list[float]]] = [[] for _ in range(players)]
    for order in orders(players, pairs):
        forth, back = _along(order, looked_up), _along(order[::-1], looked_up)
        for player in range(players):
            added[player].append([(x + y) / 2 for x, y in zip(forth[player], back[player], strict=True)])
    shares, error = [], 0.0
    for of_player in added:
        means = []
        for drawn in zip(*of_player, strict=True):
            mean = fsum(drawn) / pairs
            means.append(mean)
            error = max(error, sqrt(fsum((x - mean) ** 2 for x in drawn) / (pairs * (pairs - 1))))
        shares.append(tuple(means))
    return Shared(tuple(shares), 2 * pairs, error)


def _along(order: list[int], worth: Worth) -> dict[int, list[float]]:
    """What each player adds when they come in an order."""
    combination, before = 0, worth(0)
    added = {}
    for player in order:
        combination |= 1 << player
        after = worth(combination)
        added[player] = list(map(sub, after, before))
        before = after
    return added
