"""Bars are as wide as asked and as long as what they show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fwwizard.tui.widgets.score_bar import EIGHTHS, score_bar, share_bar, signed_bar

shares = st.floats(0, 1)
widths = st.integers(0, 40)


@given(shares, shares, widths)
def test_a_bar_fills_its_width(a: float, b: float, width: int) -> None:
    assert score_bar(min(a, b), max(a, b), width).cell_length == width


@given(shares, st.integers(1, 40))
def test_a_share_is_as_many_eighths(share: float, width: int) -> None:
    drawn = share_bar(share, width).plain
    assert sum(EIGHTHS.index(cell) for cell in drawn) == round(share * width * 8)


def test_the_band_follows_the_score_in_another_style() -> None:
    bar = score_bar(0.5, 0.75, 8)
    assert bar.plain == "██████  "
    assert [(span.start, span.end, span.style) for span in bar.spans] == [(0, 4, "$score"), (4, 6, "$band")]


def test_a_score_within_a_cell_leaves_the_rest_to_the_band() -> None:
    bar = score_bar(0.25, 1.0, 2)
    assert bar.plain == "▌█"
    assert [span.style for span in bar.spans] == ["$score on $band", "$band"]


@given(st.floats(-100, 100), st.floats(0, 100), st.integers(1, 20))
def test_a_signed_bar_keeps_its_middle(amount: float, largest: float, half: int) -> None:
    bar = signed_bar(amount, largest, half).plain
    assert len(bar) == 2 * half + 1
    assert bar[half] == "│"
    left, right = bar[:half].strip(), bar[half + 1 :].strip()
    assert not (left if amount >= 0 else right)


def test_a_signed_bar_of_the_largest_fills_its_half() -> None:
    assert signed_bar(3, 3, 4).plain == "    │━━━━"
    assert signed_bar(-3, 3, 4).plain == "━━━━│    "
    assert signed_bar(-1.1, 3, 4).plain == "  ╺━│    "
