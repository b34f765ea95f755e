"""Shown numbers that add up: parts rounded by largest remainder to the shown total."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor


def shown_parts(parts: Mapping[str, float], total: float, digits: int = 0) -> dict[str, float]:
    """Each part rounded to `digits` so that their sum is exactly the rounded `total`.

    The parts must sum to the total, or to what rounds to it but for one step. Where the rounded
    sum is short or over, the parts with the largest remainders move by one step.
    """
    scale = 10**digits
    scaled = {key: round(part * scale, 9) for key, part in parts.items()}
    floors = {key: floor(part) for key, part in scaled.items()}
    missing = round(round(total * scale, 9)) - sum(floors.values())
    by_remainder = sorted(scaled, key=lambda key: (floors[key] - scaled[key], key))
    for key in by_remainder[: max(0, missing)]:
        floors[key] += 1
    for key in by_remainder[::-1][: max(0, -missing)]:
        floors[key] -= 1
    return {key: floors[key] / scale for key in parts}


def points(score: float) -> int:
    """A score in 0..1 as whole points of 100."""
    return round(round(score * 100, 9))
