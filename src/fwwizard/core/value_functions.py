"""The kinds of value function: from a fact to a value in [0, 1] on ranges that the catalog fixes.

Each kind is data; `values.py` applies it. Ranges never depend on which frameworks are in the list,
so that adding or removing one leaves every other value as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from fwwizard.core.record import Record


@dataclass(frozen=True, slots=True)
class Direct(Record):
    """The fact is the value, in [0, 1]."""

    kind: Literal["direct"] = "direct"


@dataclass(frozen=True, slots=True)
class Linear(Record):
    """A straight line from `worst` (0) to `best` (1), clipped; `worst` may be the greater one."""

    worst: float
    best: float
    kind: Literal["linear"] = "linear"


@dataclass(frozen=True, slots=True)
class Log(Record):
    """Equal ratios are equal steps: (ln x - ln worst) / (ln best - ln worst), clipped; both > 0.

    Source: D. von Winterfeldt, W. Edwards, Decision Analysis and Behavioral Research, 1986.
    """

    worst: float
    best: float
    kind: Literal["log"] = "log"


@dataclass(frozen=True, slots=True)
class Piecewise(Record):
    """Straight lines between `points` (x rising, value in [0, 1]), clipped at both ends."""

    points: tuple[tuple[float, float], ...]
    kind: Literal["piecewise"] = "piecewise"


@dataclass(frozen=True, slots=True)
class Levels(Record):
    """A value in [0, 1] for each word that the fact may be; `anchors` says what each word means."""

    levels: Mapping[str, float]
    anchors: Mapping[str, str] = field(default_factory=dict)
    kind: Literal["levels"] = "levels"


@dataclass(frozen=True, slots=True)
class LearningCurve(Record):
    """A line over a judged difficulty, lifted by what the team has done with the framework.

    With lift e in [0, 1] from the team's experience (and half of it through `builds_on`) the value
    is v + e * (1 - v): production experience makes it 1.
    """

    worst: float
    best: float
    lift: Mapping[str, float]
    """The lift of each word of experience, `production` and `tried`."""
    anchors: Mapping[str, str] = field(default_factory=dict)
    kind: Literal["learning-curve"] = "learning-curve"


@dataclass(frozen=True, slots=True)
class CapabilityMean(Record):
    """The mean of the capabilities' values, leaving out those that a need or a wish already uses."""

    capabilities: tuple[str, ...]
    kind: Literal["capabilities"] = "capabilities"


@dataclass(frozen=True, slots=True)
class Figures(Record):
    """The median over the sets of a framework's position within each set's tests of `measure`.

    Where nobody measured the framework, the range of its runtime class (`fallback`, by the word of
    the fact `fallback_fact`) stands in; without one the value is unknown. `worst` and `best` are
    the ends of the log scale on which a measurement of the team's own is placed.
    """

    measure: str
    worst: float
    best: float
    fallback_fact: str = ""
    fallback: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    fallback_source: str = ""
    kind: Literal["figures"] = "figures"


@dataclass(frozen=True, slots=True)
class Coverage(Record):
    """The mean over the wished capabilities; without any wish over `default`, requirement ids."""

    default: tuple[str, ...] = ()
    kind: Literal["coverage"] = "coverage"


@dataclass(frozen=True, slots=True)
class Needs(Record):
    """The mean over the ticked needs; switched off while none is ticked."""

    kind: Literal["needs"] = "needs"


@dataclass(frozen=True, slots=True)
class LanguageFit(Record):
    """How well the team knows the best-known language of the framework; off without languages."""

    levels: Mapping[str, float]
    kind: Literal["language-fit"] = "language-fit"


@dataclass(frozen=True, slots=True)
class ExperienceFit(Record):
    """What the team has done with the framework itself or, by half, with what it builds on."""

    levels: Mapping[str, float]
    kind: Literal["experience"] = "experience"


ValueFunction = (
    Direct
    | Linear
    | Log
    | Piecewise
    | Levels
    | LearningCurve
    | CapabilityMean
    | Figures
    | Coverage
    | Needs
    | LanguageFit
    | ExperienceFit
)
