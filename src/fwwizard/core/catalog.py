"""What is known about frameworks: facts with a source, a date and a basis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from fwwizard.core.record import Record

Level = Literal["built-in", "official", "ecosystem", "manual", "unknown"]
"""How a capability is to be had, best first; `unknown` means that nobody established it."""

Basis = Literal["documented", "measured", "judgement"]
"""What a fact rests on: the project's own words, a measurement, or somebody's judgement."""

Confidence = Literal["high", "medium", "low"]
"""How far a set of figures can be trusted; `low` sets are claims and never scored."""

LEVELS: tuple[Level, ...] = ("built-in", "official", "ecosystem", "manual")
"""The known levels, best first."""


@dataclass(frozen=True, slots=True)
class Capability(Record):
    """Something a framework offers, at a level, and how one gets it."""

    level: Level
    how: str = ""
    source: str = ""
    as_of: date | None = None
    basis: Basis = "documented"
    own: bool = False
    """True when an overlay of the user said so."""


@dataclass(frozen=True, slots=True)
class Fact(Record):
    """One property of a framework: a number, a word, yes or no; or an interval; or unknown.

    `value` is None when the fact is unknown or when only the interval `low`..`high` is known.
    Days are written as words in ISO form, `2026-08-05`.
    """

    value: float | bool | str | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    how: str = ""
    source: str = ""
    as_of: date | None = None
    basis: Basis = "documented"
    own: bool = False
    """True when an overlay of the user said so."""

    @property
    def known(self) -> bool:
        """Whether there is a single value."""
        return self.value is not None

    @property
    def number(self) -> float | None:
        """The value as a number, or None where it is none (yes and no are not numbers)."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            return None
        return float(self.value)

    @property
    def word(self) -> str | None:
        """The value as a word: `yes` or `no` for a truth value, None where it is a number or unknown."""
        if isinstance(self.value, bool):
            return "yes" if self.value else "no"
        return self.value if isinstance(self.value, str) else None


UNKNOWN_FACT = Fact()
UNKNOWN_CAPABILITY = Capability("unknown")


@dataclass(frozen=True, slots=True)
class Claim(Record):
    """What an article says of a framework: shown as a claim, never scored."""

    topic: str
    """For example purpose, strength, watch-out, best-for, style, concurrency, learning-curve."""
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Advisory(Record):
    """A published flaw of the framework's own packages."""

    id: str
    on: date
    severity: str = ""
    fixed: tuple[str, ...] = ()
    """The first versions without the flaw; empty when none is known."""


@dataclass(frozen=True, slots=True)
class Package(Record):
    """Where the framework is published."""

    registry: str
    name: str


@dataclass(frozen=True, slots=True)
class Framework(Record):
    """An alternative of the decision, with everything that is known about it."""

    id: str
    name: str
    summary: str = ""
    languages: tuple[str, ...] = ()
    """Ids of every language that one writes it in."""
    runtimes: Mapping[str, str] = field(default_factory=dict)
    """What it needs to run, by language or runtime id, as a lowest version: `{python = ">=3.11"}`."""
    categories: tuple[str, ...] = ()
    builds_on: tuple[str, ...] = ()
    """Frameworks that it stands on: their flaws count for it, and experience with them helps."""
    license: str = ""
    homepage: str = ""
    repository: str = ""
    docs_repository: str = ""
    package: Package | None = None
    first_release: date | None = None
    latest_version: str = ""
    as_of: date | None = None
    """The day that facts without a day of their own describe."""
    notes: str = ""
    strengths: tuple[str, ...] = ()
    watchouts: tuple[str, ...] = ()
    best_for: tuple[str, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    capabilities: Mapping[str, Capability] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    advisories: tuple[Advisory, ...] = ()
    own: bool = False
    """True when the framework as a whole comes from an overlay of the user."""
    own_parts: tuple[str, ...] = ()
    """What else than facts and capabilities an overlay of the user says of it: `name`, `languages` …"""

    @property
    def has_own(self) -> bool:
        """Whether any of it comes from an overlay of the user."""
        if self.own or self.own_parts:
            return True
        facts, capabilities = self.facts.values(), self.capabilities.values()
        return any(fact.own for fact in facts) or any(known.own for known in capabilities)

    def day_of(self, known: Fact | Capability) -> date | None:
        """The day that a fact or capability describes.

        The framework's own `as_of` speaks for the file that states it, not for what an overlay adds.
        """
        return known.as_of if known.own else known.as_of or self.as_of

    def fact(self, fact_id: str) -> Fact:
        """The fact of that id, or an unknown one."""
        return self.facts.get(fact_id, UNKNOWN_FACT)

    def capability(self, capability_id: str) -> Capability:
        """The capability of that id, or an unknown one."""
        return self.capabilities.get(capability_id, UNKNOWN_CAPABILITY)


@dataclass(frozen=True, slots=True)
class FigureTest(Record):
    """One test of a set: what was measured, and the range within which a figure gets its position."""

    id: str
    name: str
    measure: str
    """What the test speaks about, for example `request_capacity`; value functions name it."""
    unit: str
    worst: float
    best: float
    """Ends of the log scale, greater than 0; `best` may be the smaller one (latency, memory)."""
    concurrency: int | None = None
    keep_alive: bool | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Figure(Record):
    """One published figure of one framework."""

    framework: str
    test: str
    value: float
    variant: str = ""
    server: str = ""
    driver: str = ""
    version: str = ""
    production: bool = True
    """False for a variant that nobody would run; it is shown and not scored."""


@dataclass(frozen=True, slots=True)
class FigureSet(Record):
    """Figures published together: one tool, one machine, one day. Never compared with another set."""

    id: str
    name: str
    source: str
    confidence: Confidence
    tool: str = ""
    hardware: str = ""
    run_date: date | None = None
    notes: str = ""
    tests: tuple[FigureTest, ...] = ()
    figures: tuple[Figure, ...] = ()
    own: bool = False
    """True when the set is from an overlay of the user."""

    @property
    def scored(self) -> bool:
        """Whether the set may give positions; claims may not."""
        return self.confidence != "low"
