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


def test_a_score_is_shown_in_whole_points() -> None:
    assert points(0.7312) == 73
    assert points(-0.03) == -3
