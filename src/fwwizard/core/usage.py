"""Where each piece of evidence counts: once, for everyone alike.

Evidence that a ticked need asks for counts in fit; else evidence that is wished for counts in
coverage; only what is left counts in its standing attribute. A factor that the team does not rank takes
nothing along: what its needs or wishes ask for counts where it would count without them.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from fwwizard.core.model import Attribute, Evidence, Model, Need, Requirement
from fwwizard.core.session import Session
from fwwizard.core.value_functions import (
    CapabilityMean,
    Coverage,
    ExperienceFit,
    Figures,
    LanguageFit,
    Needs,
)


@dataclass(frozen=True, slots=True)
class Active:
    """An attribute that counts, with its normalized share of the factor and what is left of it."""

    attribute: Attribute
    share: float
    capabilities: tuple[str, ...] = ()
    """The capabilities that still count in it, where it reads capabilities."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What counts where, for one session."""

    needs: tuple[Need, ...]
    """The ticked needs; each has the same share of fit."""
    wishes: tuple[Requirement, ...]
    """What coverage is the mean of; empty when every wish already counts in fit."""
    active: tuple[tuple[Active, ...], ...]
    """By factor, in the order of the model; the shares of a factor sum to 1 unless it is empty."""


def usage_of(model: Model, session: Session) -> Usage:
    """Decides where each piece of evidence counts."""
    ticked, ranked = set(session.project.needs), ranked_factors(session)
    needs = tuple(need for need in model.needs if need.id in ticked)
    in_fit: set[str] = set()
    if _weighs(model, Needs, ranked):
        in_fit = {_key(evidence) for need in needs for evidence in need.evidence}
    wishes = tuple(r for r in _wishes(model, session) if _requirement_key(r) not in in_fit)
    in_coverage = {_requirement_key(r) for r in wishes} if _weighs(model, Coverage, ranked) else set()
    used = in_fit | in_coverage
    asked = _asked_attributes(model, session)
    by_factor = [[a for a in model.attributes if a.factor == factor.id] for factor in model.factors]
    active = tuple(
        _active(attributes, asked, used, session, bool(wishes), bool(needs)) for attributes in by_factor
    )
    return Usage(needs, wishes, active)


def ranked_factors(session: Session) -> frozenset[str]:
    """The factors that have a weight, in whatever order."""
    return frozenset(factor for group in session.priorities.ranking for factor in group)


def _weighs(model: Model, kind: type[Needs] | type[Coverage], ranked: frozenset[str]) -> bool:
    """Whether an attribute of this kind stands in a factor that the team ranks."""
    return any(isinstance(a.value, kind) and a.factor in ranked for a in model.attributes)


def _key(evidence: Evidence) -> str:
    if evidence.capability:
        return f"capability:{evidence.capability}"
    if isinstance(evidence.value, Figures):
        return f"figures:{evidence.value.measure}"
    return f"fact:{evidence.fact}"


def _requirement_key(requirement: Requirement) -> str:
    if requirement.capability:
        return f"capability:{requirement.capability}"
    return f"fact:{requirement.fact}"


def _wishes(model: Model, session: Session) -> list[Requirement]:
    """The wished requirements that coverage can read, or the defaults where nothing is wished."""
    readable = [r for r in model.requirements if not r.attribute]
    wished = [r for r in readable if r.id in session.checklist]
    if wished:
        return wished
    defaults = {
        requirement_id
        for attribute in model.attributes
        if isinstance(attribute.value, Coverage)
        for requirement_id in attribute.value.default
    }
    return [r for r in readable if r.id in defaults]


def _asked_attributes(model: Model, session: Session) -> set[str]:
    wished = {r.attribute for r in model.requirements if r.attribute and r.id in session.checklist}
    return wished | set(session.targets)


def _active(
    attributes: list[Attribute],
    asked: set[str],
    used: set[str],
    session: Session,
    any_wish: bool,
    any_need: bool,
) -> tuple[Active, ...]:
    """The attributes of one factor that count; one that is asked for counts double."""
    found: list[tuple[Attribute, float, tuple[str, ...]]] = []
    for attribute in attributes:
        capabilities = _left_capabilities(attribute, used)
        if _counts(attribute, capabilities, asked, used, session, any_wish, any_need):
            share = attribute.share * (2 if attribute.id in asked else 1)
            found.append((attribute, share, capabilities))
    total = fsum(share for _, share, _ in found)
    if total <= 0:
        return ()
    return tuple(Active(attribute, share / total, left) for attribute, share, left in found)


def _left_capabilities(attribute: Attribute, used: set[str]) -> tuple[str, ...]:
    if not isinstance(attribute.value, CapabilityMean):
        return ()
    return tuple(c for c in attribute.value.capabilities if f"capability:{c}" not in used)


def _counts(
    attribute: Attribute,
    capabilities: tuple[str, ...],
    asked: set[str],
    used: set[str],
    session: Session,
    any_wish: bool,
    any_need: bool,
) -> bool:
    if attribute.optional and attribute.id not in asked:
        return False
    match attribute.value:
        case CapabilityMean():
            return bool(capabilities)
        case Coverage():
            return any_wish
        case Needs():
            return any_need
        case LanguageFit():
            return bool(session.project.languages)
        case ExperienceFit():
            return bool(session.project.experience)
        case Figures(measure=measure):
            return f"figures:{measure}" not in used
        case _:
            return f"fact:{attribute.fact_id}" not in used
