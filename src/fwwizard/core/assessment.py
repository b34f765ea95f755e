"""Everything that follows from the answers but for the order of the priorities: values, gates and flags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from math import fsum

from fwwizard.core.atoms import Atom, Term
from fwwizard.core.catalog import Framework
from fwwizard.core.figures import Positions, positions
from fwwizard.core.flags import Finding, findings
from fwwizard.core.gates import Gate, gate
from fwwizard.core.interval import Interval
from fwwizard.core.model import Catalog, Evidence, Need, Requirement
from fwwizard.core.session import FlagVerdict, Session
from fwwizard.core.unchanged import kept_factors, same_answers, same_gates
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
from fwwizard.core.values import of_capability, of_fact, of_figures, with_target

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

    session: Session
    """The answers that were assessed."""
    usage: Usage
    values: tuple[FactorValues, ...]
    gates: tuple[Gate, ...]


class Assessor:
    """Assesses sessions against one catalog; keeps what depends on the catalog alone."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._positions: dict[str, dict[str, Positions]] = {}
        self._known: dict[tuple[str, str], Atom] = {}

    @cached_property
    def findings(self) -> Mapping[str, Mapping[str, Finding]]:
        """The state of every flag: by framework, then by flag."""
        return findings(self.catalog)

    def assess(self, session: Session, previous: Assessment | None = None) -> Assessment:
        """Values and gates of every framework.

        Args:
            session: the answers; of its priorities only which factors are ranked, not their order.
            previous: an assessment by this assessor, from which what cannot have changed is taken.
        """
        if previous is not None and same_answers(previous.session, session):
            return previous
        model, frameworks = self.catalog.model, self.catalog.frameworks
        usage = usage_of(model, session)
        kept = kept_factors(usage, session, previous.usage, previous.session) if previous else frozenset()
        values = tuple(
            self._factor_values(framework, usage, session, kept, previous.values[i] if previous else None)
            for i, framework in enumerate(frameworks)
        )
        if previous is not None and same_gates(previous.session, session):
            return Assessment(session, usage, values, previous.gates)
        return Assessment(session, usage, values, tuple(gate(model, session, f) for f in frameworks))

    def positions(self, measure: str) -> Mapping[str, Positions]:
        """Each measured framework's positions for a measure."""
        if measure not in self._positions:
            self._positions[measure] = positions(self.catalog.figures, measure)
        return self._positions[measure]

    def value(self, framework: Framework, active: Active, usage: Usage, session: Session) -> Interval:
        """The value of one active attribute."""
        return total(self.atoms(framework, active, usage, session))

    def atoms(self, framework: Framework, active: Active, usage: Usage, session: Session) -> tuple[Atom, ...]:
        """The evidence that the value of one active attribute is the weighted mean of."""
        attribute = active.attribute
        match attribute.value:
            case CapabilityMean():
                return _even([self.capability(framework, c) for c in active.capabilities])
            case Coverage():
                return _even([self.wish(framework, r) for r in usage.wishes])
            case Needs():
                share = 1 / len(usage.needs)
                return tuple(a.scaled(share) for n in usage.needs for a in self.need(framework, n))
            case LanguageFit(levels=levels):
                return (_said("languages", _best_known(framework, session, levels)),)
            case ExperienceFit(levels=levels):
                return (_said("experience", self._lift(framework, levels, session)),)
            case LearningCurve(lift=lift):
                fact = self.fact(framework, attribute.value, attribute.fact_id)
                return (_lifted(fact, self._lift(framework, lift, session)),)
            case Figures() as function:
                target = session.targets.get(attribute.id)
                own = with_target(function, framework.fact(attribute.fact_id), target)
                if own is not None:
                    return (Atom(f"fact:{attribute.fact_id}", 1.0, own),)
                return (self.figures(framework, function),)
            case _:
                return (self.fact(framework, attribute.value, attribute.fact_id),)

    def capability(self, framework: Framework, capability_id: str) -> Atom:
        """The evidence of one capability."""
        key = (framework.id, f"capability:{capability_id}")
        if key not in self._known:
            values = self.catalog.model.capability_values
            value = of_capability(framework.capability(capability_id), values)
            self._known[key] = Atom(key[1], 1.0, value)
        return self._known[key]

    def wish(self, framework: Framework, requirement: Requirement) -> Atom:
        """The evidence of one wish of the checklist: a capability, or a fact in words."""
        if requirement.capability:
            return self.capability(framework, requirement.capability)
        return self.fact(framework, Levels(requirement.levels), requirement.fact)

    def need(self, framework: Framework, need: Need) -> tuple[Atom, ...]:
        """The evidence of one need, or membership of its category where there is none."""
        if need.evidence:
            return _even([self._evidence(framework, evidence) for evidence in need.evidence])
        member = 1.0 if need.category in framework.categories else 0.0
        return (Atom(f"category:{need.category}", 1.0, Interval.exact(member)),)

    def figures(self, framework: Framework, function: Figures) -> Atom:
        """The evidence of published figures."""
        found = self.positions(function.measure).get(framework.id)
        value = of_figures(function, framework, found)
        return Atom(f"figures:{function.measure}", 1.0, value, found.by_set if found else None)

    def fact(self, framework: Framework, function: ValueFunction, fact_id: str) -> Atom:
        """The evidence of one fact."""
        return Atom(f"fact:{fact_id}", 1.0, of_fact(function, framework.fact(fact_id)))

    def terms(self, framework: Framework, usage: Usage, session: Session) -> tuple[Term, ...]:
        """What is not exactly known of a framework, each unknown once, with its shares of factors."""
        atoms: dict[str, Atom] = {}
        shares: dict[str, dict[int, float]] = {}
        for index, active in enumerate(usage.active):
            for one in active:
                for atom in self.atoms(framework, one, usage, session):
                    if not atom.value.known:
                        atoms.setdefault(atom.key, atom)
                        of_factor = shares.setdefault(atom.key, {})
                        of_factor[index] = of_factor.get(index, 0.0) + atom.share * one.share
        return tuple(
            Term(key, tuple(shares[key].items()), atom.value, atom.by_set) for key, atom in atoms.items()
        )

    def _evidence(self, framework: Framework, evidence: Evidence) -> Atom:
        if evidence.capability:
            return self.capability(framework, evidence.capability)
        if isinstance(evidence.value, Figures):
            return self.figures(framework, evidence.value)
        return self.fact(framework, evidence.value, evidence.fact)

    def _lift(self, framework: Framework, levels: Mapping[str, float], session: Session) -> float:
        """What the team's experience is worth: with the framework, or by half with one underneath."""
        experience = session.project.experience
        if framework.id in experience:
            return levels.get(experience[framework.id], 0.0)
        beneath = [levels.get(experience[f], 0.0) for f in framework.builds_on if f in experience]
        return max(beneath, default=0.0) / 2

    def _factor_values(
        self,
        framework: Framework,
        usage: Usage,
        session: Session,
        kept: AbstractSet[int],
        before: FactorValues | None,
    ) -> FactorValues:
        by_factor = []
        for index, active in enumerate(usage.active):
            if before is not None and index in kept:
                by_factor.append(Interval(before.low[index], before.mid[index], before.high[index]))
                continue
            atoms = [
                atom.scaled(one.share)
                for one in active
                for atom in self.atoms(framework, one, usage, session)
            ]
            by_factor.append(total(atoms) if atoms else Interval.exact(EVERYONE_ALIKE))
        return FactorValues(
            tuple(i.low for i in by_factor), tuple(i.mid for i in by_factor), tuple(i.high for i in by_factor)
        )


def total(atoms: Sequence[Atom]) -> Interval:
    """The weighted sum of atoms, end by end."""
    return Interval(
        fsum(a.share * a.value.low for a in atoms),
        fsum(a.share * a.value.mid for a in atoms),
        fsum(a.share * a.value.high for a in atoms),
    )


def _even(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    return tuple(atom.scaled(1 / len(atoms)) for atom in atoms)


def _said(what: str, value: float) -> Atom:
    return Atom(f"said:{what}", 1.0, Interval.exact(value))


def _best_known(framework: Framework, session: Session, levels: Mapping[str, float]) -> float:
    """How well the team knows the language of the framework that it knows best."""
    known = session.project.languages
    return max((levels.get(known[x], 0.0) for x in framework.languages if x in known), default=0.0)


def _lifted(atom: Atom, lift: float) -> Atom:
    low, mid, high = (v + lift * (1 - v) for v in (atom.value.low, atom.value.mid, atom.value.high))
    return Atom(atom.key, atom.share, Interval(low, mid, high))


def concern_points(session: Session, framework: str) -> float:
    """What the team's concerns subtract from a framework's score: minor .03 each, major .08."""
    return fsum(points_of(said) for said in session.flags.get(framework, {}).values())


def points_of(said: FlagVerdict) -> float:
    """What one verdict subtracts: a minor concern .03, a major one .08, any other nothing."""
    if said.verdict != "concern":
        return 0.0
    return 0.08 if said.severity == "major" else 0.03
