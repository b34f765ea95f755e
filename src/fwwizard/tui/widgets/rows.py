"""The rows of lists as values, and how one is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

CURSOR = "›"
GUTTER = 2
"""The columns before a row, where the cursor stands."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list."""

    id: str
    """Unique in its list; empty for headings."""
    content: Content
    """What the line says, cropped to the width."""
    heading: bool = False
    """True for a heading, which the cursor skips."""
    right: Content | None = None
    """What stands at the right end of the line; it is never cropped."""
    style_class: str = ""
    """`-muted`, or another for which the list has a component class `row-list-CLASS`."""


def line(row: Row, width: int, selected: bool) -> Content:
    """The row as one line of exactly `width` cells."""
    gutter = Content("") if row.heading else Content(CURSOR if selected else " ").pad_right(GUTTER - 1)
    right = row.right or Content("")
    room = max(0, width - gutter.cell_length - right.cell_length - (1 if right else 0))
    left = row.content.truncate(room, ellipsis=True)
    if row.heading and room - left.cell_length > 1:
        rule = " ".ljust(room - left.cell_length, "─")
        left = Content.assemble(left, (rule, "$rule not bold"))
    filled = left.pad_right(max(0, room - left.cell_length))
    whole = Content.assemble(gutter, filled, " " if right else "", right)
    return whole.truncate(width, pad=True)
