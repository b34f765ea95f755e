"""Pieces of Markdown in which text from files stays text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fwwizard.errors import printable

_SPECIAL = re.compile(r"[\\`*\[\]|~$]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_THE_START = re.compile(r"(#|\+|-|=|>|:)")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def escaped(text: str) -> str:
    """Text that Markdown shows as it is: on one line, in a paragraph, a list or the cell of a table.

    Only what could be taken for markup gets a backslash, so that the file reads well as it stands.
    """
    line = escaped_inside(text)
    if _AT_THE_START.match(line):
        return f"\\{line}"
    return _NUMBERED.sub(r"\1\\\2", line, count=1) if _NUMBERED.match(line) else line


def escaped_inside(text: str) -> str:
    """The same within a line, where what would begin a list or a heading is only a character."""
    line = " ".join(printable(text).split())
    line = _SPECIAL.sub(r"\\\g<0>", line)
    line = _UNDERSCORE.sub(r"\\_", line)
    return _ENTITY.sub("&amp;", line).replace("<", "&lt;")


def table(head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> list[str]:
    """A table with every cell escaped; columns in `right` are set to the right."""
    rule = ["---:" if i in right else "---" for i in range(len(head))]
    cells = [[escaped_inside(cell) for cell in row] for row in rows]
    return [f"| {' | '.join(row)} |" for row in ([escaped_inside(h) for h in head], rule, *cells)]
