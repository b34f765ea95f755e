"""Facts to values: applies the value functions, one framework and attribute at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from fwwizard.core.catalog import Capability, Fact, Framework, Level
from fwwizard.core.figures import Positions, log_position
from fwwizard.core.interval import ANYTHING, Interval
from fwwizard.core.value_functions import (
    Direct,
    Figures,
    LearningCurve,
    Levels,
    Linear,
    Log,
    Piecewise,
    ValueFunction,
)


def of_number(function: ValueFunction, x: float) -> float:
    """The value in [0, 1] of a number.

    Raises:
        ValueError: the value function does not read numbers.
    """
    match function:
        case Direct():
            return _clip(x)
        case Linear(worst=worst, best=best) | LearningCurve(worst=worst, best=best):
            return _clip((x - worst) / (best - worst))
        case Log(worst=worst, best=best) | Figures(worst=worst, best=best):
            return 0.0 if x <= 0 < worst < best else log_position(max(x, 1e-300), worst, best)
        case Piecewise(points=points):
            return _on_line(points, x)
        case _:
            raise ValueError(f"a value function of kind {function.kind} reads no number")


def of_word(function: ValueFunction, word: str) -> float | None:
    """The value of a word, None where the function does not know it."""
    return function.levels.get(word) if isinstance(function, Levels) else None


def of_fact(function: ValueFunction, fact: Fact) -> Interval:
    """The value of a fact, an interval where it is not exactly known."""
    if fact.low is not None and fact.high is not None:
        ends = sorted((of_number(function, fact.low), of_number(function, fact.high)))
        if fact.number is not None:
            return Interval(ends[0], of_number(function, fact.number), ends[1])
        return Interval.between(ends[0], ends[1])
    value = of_word(function, fact.word) if fact.word is not None else None
    if value is None and fact.number is not None and not isinstance(function, Levels):
        value = of_number(function, fact.number)
    if value is not None:
        return Interval.exact(value)
    return _unknown(function)


def _unknown(function: ValueFunction) -> Interval:
    if isinstance(function, Levels) and function.levels:
        return Interval.between(min(function.levels.values()), max(function.levels.values()))
    return ANYTHING


def of_capability(capability: Capability, values: Mapping[Level, float]) -> Interval:
    """The value of a capability's level; an unknown one may be any level."""
    if capability.level == "unknown":
        return Interval.between(min(values.values()), max(values.values()))
    return Interval.exact(values[capability.level])


def of_figures(function: Figures, framework: Framework, found: Positions | None) -> Interval:
    """The position of a framework: its sets, else the range of its runtime class, else unknown."""
    if found is not None:
        return Interval(found.low, found.mid, found.high)
    runtime_class = framework.fact(function.fallback_fact).word
    if runtime_class is not None and runtime_class in function.fallback:
        return Interval.between(*function.fallback[runtime_class])
    return ANYTHING


def with_target(function: Figures, fact: Fact, target: float | None) -> Interval | None:
    """The value of the team's own measurement, full once the target is reached; None without one.

    A measurement may be a number or an interval from `low` to `high`.
    """
    if not measured_by_team(fact):
        return None
    value = of_fact(function, fact)
    if target is None:
        return value
    enough = of_number(function, target)
    low, mid, high = (
        1.0 if x >= enough or enough == 0 else x / enough for x in (value.low, value.mid, value.high)
    )
    return Interval(low, mid, high) if fact.number is not None else Interval.between(low, high)


def measured_by_team(fact: Fact) -> bool:
    """Whether the user's overlay gives a number or an interval of numbers."""
    return fact.own and (fact.number is not None or (fact.low is not None and fact.high is not None))


def _clip(value: float) -> float:
    return min(1.0, max(0.0, value))


def _on_line(points: Sequence[tuple[float, float]], x: float) -> float:
    position = bisect_right([px for px, _ in points], x)
    if position == 0:
        return points[0][1]
    if position == len(points):
        return points[-1][1]
    (x0, y0), (x1, y1) = points[position - 1], points[position]
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
