"""One outline, two spellings: sections of sentences, lists and tables as text and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fwwizard.errors import printable
from fwwizard.report.markdown import escaped, table
from fwwizard.report.tables import aligned, width

WIDEST_CELL = 44
"""Cells: a row of text with a longer one is taken apart."""

INDENT = "  "


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a head; columns in `right` are set to the right."""

    head: tuple[str, ...]
    rows: list[list[str]]
    right: frozenset[int] = frozenset()


Part = str | Table
"""A table, a sentence, or an entry of a list, which begins with `INDENT`."""

Section = tuple[str, list[Part]]
"""A title and its parts; the first section's title is that of the whole."""


def as_text(sections: Iterable[Section]) -> str:
    """Plain lines without anything that a terminal obeys."""
    lines: list[str] = []
    for title, parts in sections:
        lines += ["", title] if lines else [title]
        for part in parts:
            lines += [f"{INDENT}{line}" for line in _columns(part)] if isinstance(part, Table) else [part]
    return "".join(f"{printable(line)}\n" for line in lines)


def _columns(part: Table) -> list[str]:
    """In columns; where a text is too long for one, each cell of its row on a line of its own."""
    safe = [[printable(cell) for cell in row] for row in part.rows]
    short = [row for row in safe if all(width(cell) <= WIDEST_CELL for cell in row[:-1])]
    lines = aligned([part.head, *short], right=part.right) if short else []
    for row in safe:
        if row not in short:
            cells = zip(part.head[1:], row[1:], strict=True)
            lines += [row[0], *(f"{INDENT}{head}  {cell}" for head, cell in cells)]
    return lines


def as_markdown(sections: Iterable[Section]) -> str:
    """Markdown in which every text is escaped; what the outline itself does not mark up is text."""
    blocks: list[str] = []
    for number, (title, parts) in enumerate(sections):
        blocks.append(f"{'##' if number else '#'} {escaped(title)}")
        entries: list[str] = []
        for part in parts:
            if isinstance(part, str) and part.startswith(INDENT):
                entries.append(f"- {escaped(part)}")
                continue
            blocks += ["\n".join(entries)] if entries else []
            entries = []
            if isinstance(part, Table):
                blocks.append("\n".join(table(part.head, part.rows, sorted(part.right))))
            else:
                blocks.append(escaped(part))
        blocks += ["\n".join(entries)] if entries else []
    return "\n\n".join(blocks) + "\n"
