"""Shapley values against their axioms and against the definition."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations
from math import factorial, fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fwwizard.core.shapley import EXACT_UP_TO, Shared, shapley

Worths = list[tuple[float, float]]


@st.composite
def games(draw: st.DrawFn, most: int = 4) -> tuple[int, Worths]:
    """A number of players, and two outcomes for each of their combinations."""
    players = draw(st.integers(1, most))
    number = st.floats(-1, 1, allow_subnormal=False)
    size = 1 << players
    return players, draw(st.lists(st.tuples(number, number), min_size=size, max_size=size))


def by_definition(players: int, worth: Callable[[int], Sequence[float]], outcome: int) -> list[float]:
    """The mean over every order of what each player adds when it comes."""
    added: list[list[float]] = [[] for _ in range(players)]
    for order in permutations(range(players)):
        combination = 0
        for player in order:
            before = worth(combination)[outcome]
            combination |= 1 << player
            added[player].append(worth(combination)[outcome] - before)
    return [fsum(one) / factorial(players) for one in added]


@given(games())
def test_shares_are_those_of_the_definition(game: tuple[int, Worths]) -> None:
    players, worths = game
    found = shapley(players, worths.__getitem__)
    assert (found.orders, found.error) == (0, 0.0)
    for outcome in (0, 1):
        ours = [shares[outcome] for shares in found.shares]
        assert ours == pytest.approx(by_definition(players, worths.__getitem__, outcome), abs=1e-12)


@given(games(7))
def test_shares_sum_to_the_whole(game: tuple[int, Worths]) -> None:
    players, worths = game
    found = shapley(players, worths.__getitem__)
    for outcome in (0, 1):
        whole = worths[-1][outcome] - worths[0][outcome]
        assert fsum(shares[outcome] for shares in found.shares) == pytest.approx(whole, abs=1e-9)


@given(games(5))
def test_who_changes_nothing_gets_nothing(game: tuple[int, Worths]) -> None:
    players, worths = game
    dummy = 1 << players

    def worth(combination: int) -> Sequence[float]:
        return worths[combination & ~dummy]

    assert shapley(players + 1, worth).shares[players] == pytest.approx((0, 0), abs=1e-12)


@given(games(4))
def test_who_adds_the_same_gets_the_same(game: tuple[int, Worths]) -> None:
    """Two players of whom only the number counts; the others as they like."""
    players, worths = game

    def worth(combination: int) -> Sequence[float]:
        twins = (combination >> players & 1) + (combination >> (players + 1) & 1)
        x, y = worths[combination & ((1 << players) - 1)]
        return (x + twins**2 * y, y * twins)

    shares = shapley(players + 2, worth).shares
    assert shares[players] == pytest.approx(shares[players + 1], abs=1e-12)


@given(games(5), st.floats(-3, 3))
def test_shares_of_a_sum_are_the_sums_of_shares(game: tuple[int, Worths], factor: float) -> None:
    players, worths = game
    both = shapley(players, lambda c: [worths[c][0] + factor * worths[c][1]])
    for share, (first, second) in zip(both.shares, shapley(players, worths.__getitem__).shares, strict=True):
        assert share[0] == pytest.approx(first + factor * second, abs=1e-12)


def overlapping(players: int) -> Callable[[int], Sequence[float]]:
    """Players who add less the more there are: by the square root of their number, each its weight."""

    def worth(combination: int) -> Sequence[float]:
        weight = sum(i + 1 for i in range(players) if combination >> i & 1)
        return [(weight / players) ** 0.5]

    return worth


def test_above_ten_players_orders_are_drawn_and_the_error_is_true() -> None:
    """The stated error is that of one share: nearly all lie within four of it from the exact ones."""
    players = EXACT_UP_TO + 3
    worth = overlapping(players)
    drawn = shapley(players, worth)
    assert drawn.orders > 0
    assert 0 < drawn.error < 0.02
    exact = exactly(players, worth)
    far = [abs(a[0] - b) for a, b in zip(drawn.shares, exact, strict=True)]
    assert max(far) <= 4 * drawn.error
    assert fsum(share[0] for share in drawn.shares) == pytest.approx(worth((1 << players) - 1)[0], abs=1e-9)
    assert shapley(players, worth) == drawn


def exactly(players: int, worth: Callable[[int], Sequence[float]]) -> list[float]:
    """By the sum over combinations, without anything of ours."""
    shares = [0.0] * players
    whole = factorial(players)
    for combination in range(1 << players):
        size = combination.bit_count()
        for player in range(players):
            if not combination >> player & 1:
                weight = factorial(size) * factorial(players - size - 1) / whole
                shares[player] += weight * (worth(combination | 1 << player)[0] - worth(combination)[0])
    return shares


def test_nobody_shares_nothing() -> None:
    assert shapley(0, lambda _: [1.0]) == Shared((), 0, 0.0)


@settings(max_examples=20)
@given(st.integers(EXACT_UP_TO + 1, 16))
def test_drawn_shares_of_what_only_adds_up_are_exact(players: int) -> None:
    def worth(combination: int) -> Sequence[float]:
        return [fsum(i * 0.01 for i in range(players) if combination >> i & 1)]

    found = shapley(players, worth)
    assert [share[0] for share in found.shares] == pytest.approx([i * 0.01 for i in range(players)])
    assert found.error == pytest.approx(0, abs=1e-12)
