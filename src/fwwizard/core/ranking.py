"""Reordering the priorities: moves, ties and the line below which factors are ignored."""

from __future__ import annotations

from dataclasses import replace

from fwwizard.core.session import Priorities, Ranking


def start(factors: tuple[str, ...]) -> Priorities:
    """How a session starts: all factors tied, which tells no winner, and not confirmed."""
    return Priorities(ranking=(factors,))


def position(priorities: Priorities, factor: str) -> int | None:
    """The index of the group that holds a factor, None for an ignored one."""
    return next((i for i, group in enumerate(priorities.ranking) if factor in group), None)


def flat(priorities: Priorities, factors: tuple[str, ...]) -> tuple[str, ...]:
    """All factors from top to bottom: ranked, then ignored, then those in neither list."""
    ranked = tuple(factor for group in priorities.ranking for factor in group)
    rest = tuple(f for f in factors if f not in ranked and f not in priorities.ignored)
    return (*ranked, *priorities.ignored, *rest)


def moved(priorities: Priorities, factor: str, by: int) -> Priorities:
    """The factor moved one place up (`by` < 0) or down.

    Out of a tied group it comes to stand alone beside it; alone it passes the next group whole;
    past the last group it is ignored, and up from the ignored it becomes the last ranked one.
    The last ranked factor stays ranked.
    """
    index = position(priorities, factor)
    if index is None:
        return _from_ignored(priorities, factor, by)
    groups = list(priorities.ranking)
    if len(groups[index]) > 1:
        rest = tuple(f for f in groups[index] if f != factor)
        groups[index : index + 1] = [(factor,), rest] if by < 0 else [rest, (factor,)]
        return _ranked(priorities, tuple(groups))
    target = index + (1 if by > 0 else -1)
    if target < 0:
        return replace(priorities, confirmed=True)
    if target >= len(groups):
        return ignored(priorities, factor)
    groups[index], groups[target] = groups[target], groups[index]
    return _ranked(priorities, tuple(groups))


def ignored(priorities: Priorities, factor: str) -> Priorities:
    """The factor put below the line; unchanged where it is the only ranked one."""
    if sum(len(group) for group in priorities.ranking) <= 1:
        return priorities
    ranking = without(priorities.ranking, factor)
    below = (factor, *(f for f in priorities.ignored if f != factor))
    return _ranked(priorities, ranking, below)


def restored(priorities: Priorities, factor: str) -> Priorities:
    """An ignored factor ranked again, as the last one."""
    below = tuple(f for f in priorities.ignored if f != factor)
    return _ranked(priorities, (*without(priorities.ranking, factor), (factor,)), below)


def tie_toggled(priorities: Priorities, factor: str) -> Priorities:
    """Ties the factor with the group above it, or takes it out of the tie that it is in."""
    index = position(priorities, factor)
    if index is None:
        return priorities
    groups = list(priorities.ranking)
    if len(groups[index]) > 1:
        rest = tuple(f for f in groups[index] if f != factor)
        groups[index : index + 1] = [rest, (factor,)]
    elif index > 0:
        groups[index - 1 : index + 1] = [(*groups[index - 1], factor)]
    else:
        return replace(priorities, confirmed=True)
    return _ranked(priorities, tuple(groups))


def placed(priorities: Priorities, factor: str, before: str | None) -> Priorities:
    """The factor dropped alone before the group of another; before None: as the last ranked one."""
    if factor == before:
        return priorities
    groups = list(without(priorities.ranking, factor))
    index = next((i for i, group in enumerate(groups) if before in group), len(groups))
    groups.insert(index, (factor,))
    below = tuple(f for f in priorities.ignored if f != factor)
    return _ranked(priorities, tuple(groups), below)


def without(ranking: Ranking, factor: str) -> Ranking:
    """The ranking without a factor; a group that it empties goes."""
    kept = (tuple(f for f in group if f != factor) for group in ranking)
    return tuple(group for group in kept if group)


def _ranked(priorities: Priorities, ranking: Ranking, ignored: tuple[str, ...] | None = None) -> Priorities:
    """A new ranking. Swing points stay: where they say something else, `points.checked` tells.

    A factor that comes in has no points, one that goes takes its own with it; points of nothing
    but 0 are none.
    """
    points = priorities.points
    if points is not None:
        kept = {factor: points.get(factor, 0.0) for group in ranking for factor in group}
        points = kept if any(kept.values()) else None
    below = priorities.ignored if ignored is None else ignored
    return Priorities(ranking, confirmed=True, ignored=below, points=points)


def _from_ignored(priorities: Priorities, factor: str, by: int) -> Priorities:
    below = list(priorities.ignored)
    if by < 0 and (factor not in below or below.index(factor) == 0):
        return restored(priorities, factor)
    if factor in below:
        index = below.index(factor)
        target = index + (1 if by > 0 else -1)
        if target < len(below):
            below[index], below[target] = below[target], below[index]
    return replace(priorities, ignored=tuple(below), confirmed=True)
