"""Bars made of eighths of a cell: a score with its band, a share, a signed difference."""

from __future__ import annotations

from textual.content import Content

EIGHTHS = " ▏▎▍▌▋▊▉█"
_PER_CELL = 8


def score_bar(low: float, high: float, width: int, *, score: str = "$score", band: str = "$band") -> Content:
    """A bar that is solid up to what is certain and lighter up to what is possible.

    Args:
        low: the certain part, 0..1.
        high: the possible part, 0..1, at least `low`.
        width: the cells of the whole range.
        score: the style of the certain part.
        band: the style of what unknown facts may add.
    """
    solid, reach = (_eighths(end, width) for end in (low, high))
    parts: list[tuple[str, str]] = []
    for cell in range(width):
        certain = min(_PER_CELL, max(0, solid - cell * _PER_CELL))
        possible = min(_PER_CELL, max(0, reach - cell * _PER_CELL))
        if certain == _PER_CELL or certain == possible > 0:
            parts.append((EIGHTHS[certain], score))
        elif certain:
            # One cell has two colors and no third: the band fills what the score leaves.
            parts.append((EIGHTHS[certain], f"{score} on {band}"))
        else:
            parts.append((EIGHTHS[possible], band if possible else ""))
    return Content.assemble(*_runs(parts))


def share_bar(share: float, width: int, style: str = "$score") -> Content:
    """A bar of a share of the width, 0..1."""
    return score_bar(share, share, width, score=style)


def signed_bar(amount: float, largest: float, half: int) -> Content:
    """A bar to the right of the middle where `amount` is positive, else to the left.

    Args:
        amount: what is shown.
        largest: the amount, above 0, that fills a half.
        half: the cells on each side of the middle.
    """
    halves = round(min(1.0, abs(amount) / largest) * 2 * half) if largest > 0 else 0
    if amount and not halves:
        halves = 1
    full, rest = divmod(halves, 2)
    if amount < 0:
        drawn = ("╺" * rest + "━" * full).rjust(half)
        return Content.assemble((drawn, "$loss"), ("│", "$rule"), " " * half)
    drawn = ("━" * full + "╸" * rest).ljust(half)
    return Content.assemble(" " * half, ("│", "$rule"), (drawn, "$gain"))


def _eighths(share: float, width: int) -> int:
    return round(min(1.0, max(0.0, share)) * width * _PER_CELL)


def _runs(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Neighbors of one style as one part."""
    runs: list[tuple[str, str]] = []
    for text, style in parts:
        if runs and runs[-1][1] == style:
            runs[-1] = (runs[-1][0] + text, style)
        else:
            runs.append((text, style))
    return runs
