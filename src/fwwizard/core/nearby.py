"""The rankings one adjacent swap away."""

from __future__ import annotations

from collections.abc import Iterator

from fwwizard.core.session import Ranking

MOST_SWAPS = 3
"""How many adjacent swaps away a ranking still counts as near."""


def neighbors(ranking: Ranking) -> Iterator[Ranking]:
    """Every ranking one adjacent swap away, each once or more.

    A swap exchanges two neighboring groups. In a ranking with ties it may also move one factor
    into the group beside its own, or out of its group to stand alone just above or below it.
    """
    groups = list(ranking)
    for i in range(len(groups) - 1):
        yield (*groups[:i], groups[i + 1], groups[i], *groups[i + 2 :])
    if any(len(group) > 1 for group in groups):
        for i, group in enumerate(groups):
            for factor in group:
                yield from _moves(groups, i, factor)


def _moves(groups: list[tuple[str, ...]], i: int, factor: str) -> Iterator[Ranking]:
    rest = tuple(f for f in groups[i] if f != factor)
    kept = (rest,) if rest else ()
    if i > 0:
        yield (*groups[: i - 1], (*groups[i - 1], factor), *kept, *groups[i + 1 :])
    if i + 1 < len(groups):
        yield (*groups[:i], *kept, (factor, *groups[i + 1]), *groups[i + 2 :])
    if rest:
        yield (*groups[:i], (factor,), rest, *groups[i + 1 :])
        yield (*groups[:i], rest, (factor,), *groups[i + 1 :])
