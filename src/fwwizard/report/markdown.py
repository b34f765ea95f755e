"""Pieces of Markdown in which text from files stays text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fwwizard.errors import printable

_SPECIAL = re.compile(r"[\\`*_\[\]|~$<&#!]")
_AT_THE_START = re.compile(r"[-+=:>]")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, on one line: no markup, HTML, link or entity comes of it."""
    line = escaped_cell(text)
    if _AT_THE_START.match(line):
        return f"\\{line}"
    return _NUMBERED.sub(r"\1\\\2", line, count=1) if _NUMBERED.match(line) else line


def escaped_cell(text: str) -> str:
    """The same inside a line, where what begins a list or a quotation is only a character."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(printable(text).split()))


def table(head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> list[str]:
    """A table with every cell escaped; columns in `right` are set to the right."""
    rule = ["---:" if i in right else "---" for i in range(len(head))]
    cells = [[escaped_cell(cell) for cell in row] for row in rows]
    return [f"| {' | '.join(row)} |" for row in ([escaped_cell(h) for h in head], rule, *cells)]
