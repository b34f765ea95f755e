"""A value in [0, 1] as far as it is known: lowest, scored and highest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """`low <= mid <= high`; `mid` is what scores: the value itself, a midpoint, or a median."""

    low: float
    mid: float
    high: float

    @classmethod
    def exact(cls, value: float) -> Interval:
        """A known value."""
        return cls(value, value, value)

    @classmethod
    def between(cls, low: float, high: float) -> Interval:
        """Only the ends are known: the midpoint scores."""
        return cls(low, (low + high) / 2, high)

    @property
    def known(self) -> bool:
        """Whether low and high are the same."""
        return self.low == self.high

    @property
    def width(self) -> float:
        """How much is unknown, in [0, 1]."""
        return self.high - self.low


ANYTHING = Interval.between(0.0, 1.0)
"""Nothing is known: the whole range."""
