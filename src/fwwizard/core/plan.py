"""The proof of concept that a catalog proposes: its days, and what they read of each finalist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from fwwizard.core.record import Record

Bound = Literal["at-least", "at-most"]
"""Whether an acceptance number is the least or the most that will do."""

_WORKDAYS = 5


@dataclass(frozen=True, slots=True)
class PlanNumber(Record):
    """A number that every finalist must reach, agreed before the first line of code."""

    id: str
    name: str
    unit: str = ""
    bound: Bound = "at-most"
    attribute: str = ""
    """The attribute whose target it is where the team agreed on nothing else for the plan."""


@dataclass(frozen=True, slots=True)
class PlanDay(Record):
    """One step of the plan, over one or more working days."""

    id: str
    title: str
    first: int
    """The working day on which it begins, counted from 1."""
    last: int = 0
    """The working day on which it ends; 0: the day on which it begins."""
    tasks: tuple[str, ...] = ()
    """Done once."""
    each: tuple[str, ...] = ()
    """Done for every finalist."""
    replacing: tuple[str, ...] = ()
    """Done only where something runs today that may be replaced."""
    requirements: tuple[str, ...] = ()
    """What of each finalist matters on that day."""
    flows: bool = False
    """Whether the user flows of the team are built on that day."""
    numbers: bool = False
    """Whether the acceptance numbers are agreed on that day."""

    @property
    def end(self) -> int:
        """The working day on which it ends."""
        return self.last or self.first


@dataclass(frozen=True, slots=True)
class Hardening(Record):
    """What must be done before the winner meets real users."""

    id: str
    name: str
    requirements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan(Record):
    """Everything in `plan.toml`."""

    format: int
    days: tuple[PlanDay, ...]
    flows: int = 2
    """How many user flows are tried."""
    numbers: tuple[PlanNumber, ...] = ()
    feedback: tuple[str, ...] = ()
    """What the developers judge from 1 to 5."""
    hardening: tuple[Hardening, ...] = ()
    source: str = ""


def working_day(start: date, number: int) -> date | None:
    """The date of a working day, Monday to Friday; holidays are not known.

    Args:
        start: the first day; on a weekend, the Monday after it is meant.
        number: which working day, from 1.

    Returns:
        None where the calendar ends before it.
    """
    day = start
    try:
        while day.weekday() >= _WORKDAYS:
            day += timedelta(days=1)
        weeks, rest = divmod(day.weekday() + number - 1, _WORKDAYS)
        return day - timedelta(days=day.weekday()) + timedelta(weeks=weeks, days=rest)
    except OverflowError:
        return None
