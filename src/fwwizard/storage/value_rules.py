"""Where the numbers of a value function may lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from fwwizard.core.value_functions import (
    ExperienceFit,
    Figures,
    LanguageFit,
    LearningCurve,
    Levels,
    Linear,
    Log,
    Piecewise,
    ValueFunction,
)
from fwwizard.storage.toml_lines import KeyPath

Found = Iterator[tuple[KeyPath, str]]
"""The way below the value function, and what is wrong there."""


def value_flaws(function: ValueFunction) -> Found:
    """Everything wrong with the numbers of one value function."""
    match function:
        case Linear(worst, best):
            yield from end_flaws(worst, best, positive=False)
        case Log(worst, best):
            yield from end_flaws(worst, best, positive=True)
        case Figures():
            yield from end_flaws(function.worst, function.best, positive=True)
            yield from _ranges(function.fallback)
        case LearningCurve():
            yield from end_flaws(function.worst, function.best, positive=False)
            yield from words_flaws(function.lift.items(), ("lift",))
        case Piecewise(points):
            yield from _points(points)
        case Levels(levels) | LanguageFit(levels) | ExperienceFit(levels):
            yield from words_flaws(levels.items(), ("levels",))
            if not levels:
                yield ("levels",), "must hold at least one word"
        case _:
            pass


def words_flaws(words: Iterable[tuple[str, float]], path: KeyPath) -> Found:
    """Words whose value lies outside [0, 1]."""
    for word, value in words:
        if not 0 <= value <= 1:
            yield (*path, word), "must lie between 0 and 1"


def end_flaws(worst: float, best: float, *, positive: bool) -> Found:
    """What is wrong with the two ends of a scale; those of a logarithmic one must be positive."""
    for key, end in (("worst", worst), ("best", best)):
        if positive and end <= 0:
            yield (key,), "must be greater than 0"
    if worst == best:
        yield ("best",), "must differ from worst"


def _points(points: tuple[tuple[float, float], ...]) -> Found:
    if len(points) < 2:
        yield ("points",), "must hold at least two points"
    for index, (_, value) in enumerate(points):
        if not 0 <= value <= 1:
            yield ("points", index), "must have a value between 0 and 1"
    for index, ((before, _), (after, _)) in enumerate(pairwise(points)):
        if before >= after:
            yield ("points", index + 1), "must lie to the right of the point before"


def _ranges(ranges: Mapping[str, tuple[float, float]]) -> Found:
    for word, (low, high) in ranges.items():
        if not 0 <= low <= high <= 1:
            yield ("fallback", word), "must be a range within 0 and 1"
