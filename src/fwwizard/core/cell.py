"""One cell of the comparison table as a value, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Cell:
    """What a framework has in a column, in a few words."""

    text: str
    """Never empty: what is not known says so."""
    key: float | str | None = None
    """What the column is sorted by; None for what is not known. Numbers come before texts."""
    own: bool = False
    """Whether it is the user's own, from an overlay."""

    @property
    def known(self) -> bool:
        """Whether anybody established it."""
        return self.key is not None


@dataclass(frozen=True, slots=True)
class Told:
    """A cell at length."""

    text: str
    ground: str = ""
    """A basis; or `said`, the team's answer; or `unknown`; or `computed` from the answers."""
    source: str = ""
    """Where it is written, in words: an address, a path, a title, the names of published sets."""
    link: str = ""
    """The web address of the source; empty where it has none."""
    as_of: date | None = None
    own: bool = False


NOT_KNOWN = Cell("unknown")
NOT_STATED = Cell("not stated")
NOT_TOLD = Cell("not told yet")
"""What the team has not said anything about."""
NOT_RANKED = Cell("not ranked yet")


def text_cell(text: str, own: bool = False) -> Cell:
    """A text, sorted by itself whatever its case; without one, that nobody states it."""
    return Cell(text, text.casefold(), own) if text else NOT_STATED
