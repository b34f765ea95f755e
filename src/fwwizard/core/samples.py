"""Weightings drawn once and for all: uniform on those that keep a ranking, the same everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from fwwizard.core.session import Ranking

Column = Sequence[float]
"""One number a sample."""

_SEED = 20_261_121


class Samples:
    """The fixed samples of one size, kept once they are drawn.

    Everything comes from Python's Mersenne Twister seeded by constants and names, so that the same
    question gives the same digits on every machine and in every run.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self._of_number: dict[int, tuple[Column, ...]] = {}
        self._choices: dict[tuple[str, int], list[int]] = {}

    def weights(self, ranking: Ranking) -> dict[str, Column]:
        """The weight of every ranked factor in each of the weightings.

        The weightings of a number of factors are fixed, and a ranking only says which column is
        whose: answers that change the order make nothing flicker. Within a tied group each
        weighting deals its weights out in an order of its own, again a fixed one.
        """
        n = sum(len(group) for group in ranking)
        if n not in self._of_number:
            self._of_number[n] = _ordered(n, self.count)
        columns = self._of_number[n]
        found: dict[str, Column] = {}
        start = 0
        for group in ranking:
            of_group = columns[start : start + len(group)]
            dealt = of_group if len(group) == 1 else _dealt(of_group, start)
            found.update(zip(sorted(group), dealt, strict=True))
            start += len(group)
        return found

    def uniform(self, name: str) -> list[float]:
        """Numbers uniform in [0, 1], fixed by the name of what they stand for."""
        draw = Random(f"{_SEED}:{name}").random
        return [draw() for _ in range(self.count)]

    def choices(self, name: str, among: int) -> list[int]:
        """Numbers drawn evenly from 0 .. among - 1, fixed by the name of what is chosen."""
        key = (name, among)
        if key not in self._choices:
            self._choices[key] = [int(u * among) for u in self.uniform(name)]
        return self._choices[key]


def _ordered(n: int, count: int) -> tuple[Column, ...]:
    """Columns w_1 >= … >= w_n, sum 1, uniform.

    The gaps u of n - 1 sorted uniform numbers are uniform on the simplex, and w_i is the sum of
    u_k / k for k = i … n: a mixture of the extreme weightings 1/k for the first k factors.
    """
    draw = Random(_SEED).random
    rows = []
    for _ in range(count):
        cuts = sorted([draw() for _ in range(n - 1)])
        gaps = [b - a for a, b in zip([0.0, *cuts], [*cuts, 1.0], strict=True)]
        row = [0.0] * n
        tail = 0.0
        for k in range(n, 0, -1):
            tail += gaps[k - 1] / k
            row[k - 1] = tail
        rows.append(row)
    return tuple(zip(*rows, strict=True))


def _dealt(columns: tuple[Column, ...], start: int) -> tuple[Column, ...]:
    """The columns of a tied group with every row shuffled, by keys that depend on the place alone."""
    key = Random(f"{_SEED}:{start}:{len(columns)}").random
    rows = [
        [weight for _, weight in sorted((key(), weight) for weight in row)]
        for row in zip(*columns, strict=True)
    ]
    return tuple(zip(*rows, strict=True))
