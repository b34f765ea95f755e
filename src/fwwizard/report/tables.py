"""Plain columns that line up, wide characters included."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from unicodedata import combining, east_asian_width

from fwwizard.errors import printable


def width(text: str) -> int:
    """How many cells a text takes in a terminal."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def shortened(text: str, room: int) -> str:
    """The text within so many cells; where it is cut off it ends in an ellipsis.

    Args:
        text: without control characters.
        room: at least 1.
    """
    if width(text) <= room:
        return text
    while width(text) > room - 1:
        text = text[:-1]
    return f"{text}…"


def aligned(rows: Sequence[Sequence[str]], right: AbstractSet[int] = frozenset()) -> list[str]:
    """The rows as lines, columns padded to the widest cell; those in `right` on the left side."""
    widths = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = []
        for index, cell in enumerate(row):
            space = " " * (widths[index] - width(cell))
            cells.append(space + cell if index in right else cell + space)
        lines.append("  ".join(cell for cell, w in zip(cells, widths, strict=True) if w).rstrip())
    return lines


def spreadsheet_cell(value: str | float | None) -> str | float:
    """A text that a spreadsheet would take for a formula is quoted with an apostrophe."""
    if isinstance(value, str):
        text = printable(value)
        return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
    return "" if value is None else value
