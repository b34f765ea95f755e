"""Values taken apart: every attribute is a weighted mean of atoms, single pieces of evidence.

What is unknown is unknown in an atom. The same atom may stand in several places of one factor (two
needs may ask for the same capability); it is then one unknown, drawn once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fwwizard.core.interval import Interval


@dataclass(frozen=True, slots=True)
class Atom:
    """One piece of evidence of one framework, with its share of what it stands in."""

    key: str
    """What it is: `capability:ID`, `fact:ID`, `figures:MEASURE`, `category:ID` or `said:ID`."""
    share: float
    value: Interval
    by_set: Mapping[str, float] | None = None
    """For figures: the position in each set; one set is drawn for all frameworks together."""

    def scaled(self, factor: float) -> Atom:
        """The same evidence with its share of something larger."""
        return Atom(self.key, self.share * factor, self.value, self.by_set)


@dataclass(frozen=True, slots=True)
class Term:
    """An atom that is not exactly known, with its share of each factor that it stands in."""

    key: str
    shares: tuple[tuple[int, float], ...]
    """Pairs of a factor's index in the model and the atom's share of that factor."""
    value: Interval
    by_set: Mapping[str, float] | None = None
