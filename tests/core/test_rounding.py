"""Shown numbers that add up."""

from __future__ import annotations

from math import fsum

from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core.rounding import points, shown_parts


@given(st.lists(st.floats(-60, 60), min_size=1, max_size=12), st.integers(0, 1))
def test_the_shown_parts_sum_to_the_shown_total(amounts: list[float], digits: int) -> None:
    parts = {str(i): amount for i, amount in enumerate(amounts)}
    total = fsum(amounts)
    shown = shown_parts(parts, total, digits)
    scale = 10**digits
    assert sum(round(v * scale) for v in shown.values()) == round(round(total * scale, 9))
    assert all(abs(shown[key] - parts[key]) <= 1 / scale + 1e-9 for key in parts)


def test_parts_may_be_made_to_sum_to_a_total_that_is_one_step_off() -> None:
    shown = shown_parts({"a": 5.57, "b": 1.36}, 6.9, 1)
    assert round(sum(shown.values()), 9) == 6.9
    lower = shown_parts({"a": 5.0, "b": 2.0}, 6.9, 1)
    assert round(sum(lower.values()), 9) == 6.9


def test_a_score_is_shown_in_whole_points() -> None:
    assert points(0.7312) == 73
    assert points(-0.03) == -3
