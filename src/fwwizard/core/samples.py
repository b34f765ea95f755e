"""Weightings drawn once and for all: uniform on those that keep a ranking, the same everywhere."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import repeat, starmap
from random import Random

from fwwizard.core.session import Ranking

Column = Sequence[float]
"""One number a sample."""

_MANY = 5_000
"""From so many numbers on a column is kept as an array: slower to read, a quarter of a list's memory."""

_SEED = 20_261_121


class Samples:
    """The fixed samples of one size, kept once they are drawn.

    Everything comes from Python's Mersenne Twister seeded by constants and names, so that the same
    question gives the same digits on every machine and in every run.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self._of_number: dict[int, tuple[Column, ...]] = {}
        self._choices: dict[tuple[str, int], Sequence[int]] = {}

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
        return _drawn(Random(f"{_SEED}:{name}"), self.count)

    def choices(self, name: str, among: int) -> Sequence[int]:
        """Numbers drawn evenly from 0 .. among - 1, fixed by the name of what is chosen."""
        key = (name, among)
        if key not in self._choices:
            self._choices[key] = [int(u * among) for u in self.uniform(name)]
        return self._choices[key]


def orders(size: int, count: int) -> list[list[int]]:
    """Fixed orders of the numbers 0 .. size - 1, drawn evenly from all orders."""
    source = Random(f"{_SEED}:orders:{size}")
    keys = [_drawn(source, size) for _ in range(count)]
    return [sorted(range(size), key=key.__getitem__) for key in keys]


def kept(column: list[float]) -> Column:
    """A column in the form in which it is kept for more than a moment."""
    return array("d", column) if len(column) >= _MANY else column


def _drawn(source: Random, count: int) -> list[float]:
    """The next numbers of a source, drawn without a loop of our own: this is most of the time."""
    return list(starmap(source.random, repeat((), count)))


def _ordered(n: int, count: int) -> tuple[Column, ...]:
    """Columns w_1 >= … >= w_n, sum 1, uniform.

    The gaps u of n - 1 sorted uniform numbers are uniform on the simplex, and w_i is the sum of
    u_k / k for k = i … n: a mixture of the extreme weightings 1/k for the first k factors.
    """
    source = Random(_SEED)
    cuts = [sorted(_drawn(source, n - 1)) for _ in range(count)]
    ends: list[Column] = [[0.0] * count, *zip(*cuts, strict=True), [1.0] * count]
    columns: list[Column] = []
    tail = [0.0] * count
    for k in range(n, 0, -1):
        tail = [t + (b - a) / k for t, a, b in zip(tail, ends[k - 1], ends[k], strict=True)]
        columns.append(kept(tail))
    return tuple(reversed(columns))


def _dealt(columns: tuple[Column, ...], start: int) -> tuple[Column, ...]:
    """The columns of a tied group with every row shuffled, by keys that depend on the place alone."""
    source = Random(f"{_SEED}:{start}:{len(columns)}")
    rows = [
        [weight for _, weight in sorted(zip(_drawn(source, len(row)), row, strict=True))]
        for row in zip(*columns, strict=True)
    ]
    return tuple(zip(*rows, strict=True))
