"""Everything that follows from the answers but for the priorities: values, gates and flags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import fsum

from fwwizard.core.catalog import Framework
from fwwizard.core.figures import Positions, positions
from fwwizard.core.flags import Finding, findings
from fwwizard.core.gates import Gate, gate
from fwwizard.core.interval import Interval
from fwwizard.core.model import Attribute, Catalog, Evidence, Need, Requirement
from fwwizard.core.session import Session
from fwwizard.core.usage import Active, Usage, usage_of
from fwwizard.core.value_functions import (
    CapabilityMean,
    Coverage,
    ExperienceFit,
    Figures,
    LanguageFit,
    LearningCurve,
    Levels,
    Needs,
    ValueFunction,
)
from fwwizard.core.values import mean, of_capability, of_fact, of_figures, with_target

EVERYONE_ALIKE = 0.5
"""What a factor without an active attribute gives to every framework."""


@dataclass(frozen=True, slots=True)
class FactorValues:
    """The values of one framework by factor, in the order of the model: lowest, scored, highest."""

    low: tuple[float, ...]
    mid: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """By framework, in the order of the catalog."""

    usage: Usage
    values: tuple[FactorValues, ...]
    gates: tuple[Gate, ...]


class Assessor:
    """Assesses sessions against one catalog; keeps what depends on the catalog alone."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._positions: dict[str, dict[str, Positions]] = {}
        self._of_fact: dict[tuple[str, str], Interval] = {}

    @cached_property
    def findings(self) -> Mapping[str, Mapping[str, Finding]]:
        """The state of every flag: by framework, then by flag."""
        return findings(self.catalog)

    def assess(self, session: Session) -> Assessment:
        """Values and gates of every framework."""
        model = self.catalog.model
        usage = usage_of(model, session)
        return Assessment(
            usage,
            tuple(self._factor_values(f, usage, session) for f in self.catalog.frameworks),
            tuple(gate(model, session, f) for f in self.catalog.frameworks),
        )

    def positions(self, measure: str) -> Mapping[str, Positions]:
        """Each measured framework's positions for a measure."""
        if measure not in self._positions:
            self._positions[measure] = positions(self.catalog.figures, measure)
        return self._positions[measure]

    def value(self, framework: Framework, active: Active, usage: Usage, session: Session) -> Interval:
        """The value of one active attribute."""
        attribute = active.attribute
        match attribute.value:
            case CapabilityMean():
                return mean([self.capability(framework, c) for c in active.capabilities])
            case Coverage():
                return mean([self.wish(framework, r) for r in usage.wishes])
            case Needs():
                return mean([self.need(framework, need) for need in usage.needs])
            case LanguageFit(levels=levels):
                return Interval.exact(_best_known(framework, session, levels))
            case ExperienceFit(levels=levels):
                return Interval.exact(self._lift(framework, levels, session))
            case LearningCurve(lift=lift):
                return _lifted(self._fact(framework, attribute), self._lift(framework, lift, session))
            case Figures() as function:
                target = session.targets.get(attribute.id)
                own = with_target(function, framework.fact(attribute.fact_id), target)
                return own or self.figures(framework, function)
            case _:
                return self._fact(framework, attribute)

    def capability(self, framework: Framework, capability_id: str) -> Interval:
        """The value of one capability."""
        return of_capability(framework.capability(capability_id), self.catalog.model.capability_values)

    def wish(self, framework: Framework, requirement: Requirement) -> Interval:
        """The value of one wish of the checklist: of a capability, or of a fact in words."""
        if requirement.capability:
            return self.capability(framework, requirement.capability)
        return of_fact(Levels(requirement.levels), framework.fact(requirement.fact))

    def need(self, framework: Framework, need: Need) -> Interval:
        """The value of one need: the mean of its evidence, or membership of its category."""
        if need.evidence:
            return mean([self.evidence(framework, evidence) for evidence in need.evidence])
        return Interval.exact(1.0 if need.category in framework.categories else 0.0)

    def evidence(self, framework: Framework, evidence: Evidence) -> Interval:
        """The value of one piece of evidence of a need."""
        if evidence.capability:
            return self.capability(framework, evidence.capability)
        if isinstance(evidence.value, Figures):
            return self.figures(framework, evidence.value)
        return of_fact(evidence.value, framework.fact(evidence.fact))

    def figures(self, framework: Framework, function: Figures) -> Interval:
        """The value of published figures."""
        return of_figures(function, framework, self.positions(function.measure).get(framework.id))

    def _fact(self, framework: Framework, attribute: Attribute) -> Interval:
        key = (framework.id, attribute.id)
        if key not in self._of_fact:
            function: ValueFunction = attribute.value
            self._of_fact[key] = of_fact(function, framework.fact(attribute.fact_id))
        return self._of_fact[key]

    def _lift(self, framework: Framework, levels: Mapping[str, float], session: Session) -> float:
        """What the team's experience is worth: with the framework, or by half with one underneath."""
        experience = session.project.experience
        if framework.id in experience:
            return levels.get(experience[framework.id], 0.0)
        beneath = [levels.get(experience[f], 0.0) for f in framework.builds_on if f in experience]
        return max(beneath, default=0.0) / 2

    def _factor_values(self, framework: Framework, usage: Usage, session: Session) -> FactorValues:
        by_factor = []
        for active in usage.active:
            if not active:
                by_factor.append(Interval.exact(EVERYONE_ALIKE))
                continue
            intervals = [self.value(framework, a, usage, session) for a in active]
            by_factor.append(mean(intervals, [a.share for a in active]))
        return FactorValues(
            tuple(i.low for i in by_factor), tuple(i.mid for i in by_factor), tuple(i.high for i in by_factor)
        )


def _best_known(framework: Framework, session: Session, levels: Mapping[str, float]) -> float:
    """How well the team knows the language of the framework that it knows best."""
    known = session.project.languages
    return max((levels.get(known[x], 0.0) for x in framework.languages if x in known), default=0.0)


def _lifted(value: Interval, lift: float) -> Interval:
    return Interval(*(v + lift * (1 - v) for v in (value.low, value.mid, value.high)))


def concern_points(session: Session, framework: str) -> float:
    """What the team's concerns subtract from a framework's score: minor .03 each, major .08."""
    said = session.flags.get(framework, {}).values()
    worth = {"minor": 0.03, "major": 0.08}
    return fsum(worth[s.severity] for s in said if s.verdict == "concern")
