"""The content of a proof-of-concept plan, in words, without any form."""

from __future__ import annotations

from dataclasses import dataclass

from fwwizard.report.record.decision import Number


@dataclass(frozen=True, slots=True)
class Finalist:
    """Somebody to try."""

    name: str
    owner: str
    """Who builds it; empty where nobody is named."""
    score: int
    condition: str
    """What must be confirmed first; empty for one that passes."""


@dataclass(frozen=True, slots=True)
class Has:
    """What a finalist has of what a day needs."""

    finalist: str
    lines: tuple[str, ...]
    """Such as `Testing support: built in, a test client`."""


@dataclass(frozen=True, slots=True)
class Day:
    """One step of the plan."""

    when: str
    """`Day 3`, `Days 4 and 5`, with dates where the plan has a start."""
    title: str
    tasks: tuple[str, ...]
    each: tuple[str, ...]
    has: tuple[Has, ...]
    flows: bool
    numbers: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the hardening list."""

    name: str
    has: tuple[Has, ...]


@dataclass(frozen=True, slots=True)
class PlanContent:
    """Everything that the plan says."""

    title: str
    session: str
    finalists: tuple[Finalist, ...]
    span: str
    """From when to when, empty without a start."""
    missing: tuple[str, ...]
    """What the team still has to say."""
    flows: tuple[str, ...]
    """As many as are tried; an empty one is still to be named."""
    numbers: tuple[Number, ...]
    days: tuple[Day, ...]
    feedback: tuple[str, ...]
    hardening: tuple[Step, ...]
    replaced: str
    """The name of what runs today and is no finalist; empty where there is no such thing."""
    source: str
    catalog: str
